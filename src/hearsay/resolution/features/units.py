"""Features of two names of units: numbers, echelons, arms, and the force that they belong to."""

from __future__ import annotations

from hearsay.resolution.bodies import Body, Formation
from hearsay.resolution.features.finding import FOUND, Feature, Finding
from hearsay.resolution.features.sides import (
    bodies_of,
    both_numbered,
    called,
    mains_of,
    overlap_of,
    said,
)
from hearsay.resolution.pairs import Pair


def numbers_differ(pair: Pair) -> Finding | None:
    """The units bear different numbers."""
    left, right = bodies_of(pair)
    if left.formations == right.formations:
        return None  # the 5th and 8th Divisions
    for one in left.formations:
        for other in right.formations:
            both = one.number is not None and other.number is not None
            if both and one.number != other.number and _comparable(one, other, left, right):
                return Finding(f"{called(one)} and {called(other)}")
    return None


def same_number(pair: Pair) -> Finding | None:
    """Both are the same echelon with the same number."""
    one, other = mains_of(pair)
    if one is None or other is None or one.number is None or one.number != other.number:
        return None
    if not _one_echelon(one, other):
        return None
    if not (one.echelon and other.echelon) and not _something_shared(pair):
        return None
    return Finding(called(one))


def same_number_above(pair: Pair) -> Finding | None:
    """Both stand under the same larger formation."""
    left, right = bodies_of(pair)
    above = {f for f in left.formations[1:] if f.number} & set(right.formations[1:])
    return Finding(", ".join(called(f) for f in above)) if above else None


def part_and_whole(pair: Pair) -> Finding | None:
    """One is a part of the other, or of another size."""
    one, other = mains_of(pair)
    if one is None or other is None or _one_echelon(one, other):
        return None
    if one.number is None and other.number is None:
        # Forces without a number are called brigade and corps alike, stations also divisions.
        if {one.echelon, other.echelon} <= _OF_ONE_NAME:
            return None
        # A militia's unit has a name, and the size that a reporter gives it.
        if {one.echelon, other.echelon} <= _OF_A_MILITIA and overlap_of(pair).own_shared:
            return Finding(f"{called(one)} and {called(other)}", 0.2)
        if {one.echelon, other.echelon} <= _STATIONS and overlap_of(pair).own_shared:
            return None
    return Finding(f"{called(one)} and {called(other)}")


def number_on_one_side(pair: Pair) -> Finding | None:
    """Only one of them has a number."""
    one, other = mains_of(pair)
    numbers = [f is not None and f.number is not None for f in (one, other)]
    if numbers[0] == numbers[1]:
        return None
    if _known_unit_shared(pair):
        return Finding(strength=0.2)
    overlap = overlap_of(pair)
    # 1st "Golani" Brigade: a name of its own tells a unit as well as its number does.
    named = overlap.own_shared and one is not None and other is not None
    return Finding(strength=0.3 if named else 1.0)


def other_arm(pair: Pair) -> Finding | None:
    """They are of different arms."""
    left, right = (b.arms - _SAID_OF_ANY for b in bodies_of(pair))
    if left <= right or right <= left:
        return None
    return Finding(f"{said(left)} and {said(right)}")


def arm_on_one_side(pair: Pair) -> Finding | None:
    """Only one of them says of which arm it is."""
    left, right = bodies_of(pair)
    if left.arms == right.arms or not (left.arms <= right.arms or right.arms <= left.arms):
        return None
    one, other = mains_of(pair)
    named = one is not None and other is not None and one.echelon == other.echelon
    named = named and bool(overlap_of(pair).own_shared)
    if (left.arms ^ right.arms) & _NUMBERED_APART and both_numbered(pair):
        return Finding(said(left.arms ^ right.arms), 1.2)
    return Finding(strength=0.15 if both_numbered(pair) or named else 1.0)


def other_service(pair: Pair) -> Finding | None:
    """They belong to different forces: army, police, guard."""
    own = [_services(b) for b in bodies_of(pair)]
    left = own[0] | _around(pair, own[0], left_side=True)
    right = own[1] | _around(pair, own[1], left_side=False)
    if not left or not right or left & right or _one_within(left, right):
        return None
    # A context may name the force that a unit fought beside.
    return Finding(f"{said(left)} and {said(right)}", 1.0 if all(own) else 0.6)


def same_service(pair: Pair) -> Finding | None:
    """Both belong to the same force."""
    left, right = (_services(b) for b in bodies_of(pair))
    return Finding(said(left & right)) if left & right else None


def service_on_one_side(pair: Pair) -> Finding | None:
    """Only one of them says to which force other than the army it belongs."""
    left, right = (_services(b) - {"army"} for b in bodies_of(pair))
    if _known_unit_shared(pair):
        return None
    if bool(left) == bool(right) or any(f and f.echelon in POLICE for f in mains_of(pair)):
        return None
    saying, silent = (pair.right_context, _services(bodies_of(pair)[1])) if left else (
        pair.left_context, _services(bodies_of(pair)[0]))  # fmt: skip
    return None if silent or (left | right) & _told(saying) else Finding(said(left | right))


def unknown_unit(pair: Pair) -> Finding | None:
    """One stands for a unit that is not known or not named, which may be any."""
    left, right = bodies_of(pair)
    if not (left.unnamed or right.unnamed):
        return None
    return None if pair.left.words == pair.right.words else FOUND


def other_numbers_around(pair: Pair) -> Finding | None:
    """The contexts place them under different formations."""
    left, right = (c.formations for c in pair.contexts)
    for one in left:
        for other in right:
            named = one.number is not None and other.number is not None
            if named and one.echelon == other.echelon and one.number != other.number:
                return Finding(f"{called(one)} and {called(other)}")
    return None


def _comparable(one: Formation, other: Formation, left: Body, right: Body) -> bool:
    """Whether their numbers have to agree if the units are one."""
    if one.echelon == other.echelon:
        return True
    mains = one is left.main and other is right.main
    return mains and (not one.echelon or not other.echelon)


def _one_echelon(one: Formation, other: Formation) -> bool:
    if one.echelon == other.echelon or not one.echelon or not other.echelon:
        return True
    if "unit" in (one.echelon, other.echelon):
        return one.number is not None
    return {one.echelon, other.echelon} <= _ALSO_CALLED


def _something_shared(pair: Pair) -> bool:
    left, right = bodies_of(pair)
    heads = left.heads & right.heads - {"forces", "group"}
    return bool(overlap_of(pair).shared or heads or left.services & right.services) or (
        left.entities == right.entities and not overlap_of(pair).left and not overlap_of(pair).right
    )


def _services(body: Body) -> frozenset[str]:
    entities = frozenset(e.name for e in body.entities)
    return body.services | (entities if body.main is not None else frozenset())


def _around(pair: Pair, own: frozenset[str], *, left_side: bool) -> frozenset[str]:
    """The force that only the context says, where the name does not."""
    context = pair.left_context if left_side else pair.right_context
    body = bodies_of(pair)[0 if left_side else 1]
    return context.services if not own and body.main is not None else frozenset()


def _known_unit_shared(pair: Pair) -> bool:
    """Whether both names hold a unit that a table knows, whose number may be left out."""
    left, right = bodies_of(pair)
    shared = set(left.entities) & set(right.entities)
    return len(left.formations) < 2 > len(right.formations) and any(
        e.kind == "unit" and any(w in _ECHELONS for w in e.name.casefold().split()) for e in shared
    )


def _told(context: object) -> frozenset[str]:
    return getattr(context, "services", frozenset())


def _one_within(left: frozenset[str], right: frozenset[str]) -> bool:
    """Police without more may be any police."""
    for one, other in ((left, right), (right, left)):
        if one == {"police"} and all("police" in service for service in other):
            return True
        if one == {"security forces"}:
            return False
    return False


_OF_ONE_NAME = frozenset(("brigade", "corps", "division"))
_OF_A_MILITIA = frozenset(("company", "battalion", "regiment", "brigade", "corps", "division"))
_STATIONS = frozenset(("police division", "division", "police station"))
POLICE = frozenset(
    ("zone", "area command", "state command", "police command", "police division",
     "police station", "squadron", "sector")
)  # fmt: skip
"""Echelons that are numbered anew in each operation or belong to the police anyway."""
_ECHELONS = frozenset(("battalion", "regiment", "brigade", "division", "corps"))
_SAID_OF_ANY = frozenset(("special", "separate", "guards"))
"""Words that stand with any arm."""
_NUMBERED_APART = frozenset(
    ("mobile", "military police", "counter guerrilla", "jungle", "riot", "land combat")
)
"""Arms whose units have numbers of their own, so that reports do not leave them out.

Nigeria's 72 Special Forces Battalion is also called 72 Battalion: special forces are not here.
"""
_ALSO_CALLED = frozenset(("regiment", "battalion"))
"""An Iraqi fawj is called either in English."""
FORMATIONS: tuple[Feature, ...] = (
    numbers_differ,
    same_number,
    same_number_above,
    part_and_whole,
    number_on_one_side,
)
ARMS: tuple[Feature, ...] = (other_arm, arm_on_one_side)
SERVICES: tuple[Feature, ...] = (other_service, same_service, service_on_one_side)
