"""Features of two names of roles, and of a role and a person."""

from __future__ import annotations

from hearsay.resolution.contexts import Context
from hearsay.resolution.features.finding import FOUND, Feature, Finding
from hearsay.resolution.names import Name
from hearsay.resolution.offices import Office
from hearsay.resolution.pairs import Pair
from hearsay.resolution.persons import Person


def same_role(pair: Pair) -> Finding | None:
    """Both are the same role."""
    left, right = _offices(pair)
    return Finding(left.role) if _one_role(left, right) else None


def other_role(pair: Pair) -> Finding | None:
    """They are different roles."""
    left, right = _offices(pair)
    return None if _one_role(left, right) else Finding(f"{left.role} and {right.role}")


def other_standing(pair: Pair) -> Finding | None:
    """Only one is deputy, former or acting."""
    left, right = _offices(pair)
    different = left.modifiers ^ right.modifiers
    return Finding(", ".join(sorted(different))) if different else None


def object_on_one_side(pair: Pair) -> Finding | None:
    """Only one says of what it is the role."""
    left, right = _offices(pair)
    if bool(left.of.words) == bool(right.of.words):
        return None
    said = left.of if left.of.words else right.of
    only_country = said.countries and len(said.words) == len(said.countries)
    return Finding(strength=0.3 if only_country else 1.0)


def role_held(pair: Pair) -> Finding | None:
    """A context gives the person this role."""
    for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
        if one.office is None or other.person is None:
            continue
        both = (one.office.of.countries, other.person.countries)
        if all(both) and not both[0] & both[1]:
            continue
        if one.office.role in other.person.roles and not one.office.modifiers:
            return FOUND
        if any(_holds(other.person, one.office, c) for c in pair.contexts):
            return FOUND
    return None


def role_and_person(pair: Pair) -> Finding | None:
    """One is a role, which others hold before and after, and one a person."""
    return FOUND if "role" in _kinds(pair) and "person" in _kinds(pair) else None


def role_and_body(pair: Pair) -> Finding | None:
    """One is a role in a body, and one a body."""
    return FOUND if _kinds(pair) == {"role", "body"} else None


def person_and_body(pair: Pair) -> Finding | None:
    """One is a person, and one a body."""
    return FOUND if _kinds(pair) == {"person", "body"} else None


def _holds(person: Person, office: Office, context: Context) -> bool:
    family = person.names[0][-1].word
    if family not in context.words or office.role not in context.roles:
        return False
    return (
        not office.of.countries
        or not context.countries
        or bool(office.of.countries & context.countries)
    )


def _one_role(left: Office, right: Office) -> bool:
    if left.role == right.role:
        return True
    # The US calls its minister of defence a secretary.
    return {left.role, right.role} == {"minister", "secretary"} and (
        left.of.portfolios == right.of.portfolios
    )


def _offices(pair: Pair) -> tuple[Office, Office]:
    assert pair.left.office is not None
    assert pair.right.office is not None
    return pair.left.office, pair.right.office


def _kinds(pair: Pair) -> set[str]:
    return {_kind(pair.left), _kind(pair.right)}


def _kind(name: Name) -> str:
    return name.kind


ROLES: tuple[Feature, ...] = (same_role, other_role, other_standing, object_on_one_side)
MIXED: tuple[Feature, ...] = (role_held, role_and_person, role_and_body, person_and_body)
