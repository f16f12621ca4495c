"""Features of two names of persons."""

from __future__ import annotations

from itertools import product

from hearsay.resolution.features.finding import FOUND, Feature, Finding
from hearsay.resolution.features.shared import same_surroundings
from hearsay.resolution.pairs import Aligned, Pair
from hearsay.resolution.persons import Part


def every_part_agrees(pair: Pair) -> Finding | None:
    """Every part of one agrees with a part of the other, in order."""
    return _shaped(pair, "all")


def middle_left_out(pair: Pair) -> Finding | None:
    """One only leaves out what stands between the given and the family name."""
    return _shaped(pair, "middle")


def end_left_out(pair: Pair) -> Finding | None:
    """One only leaves out what stands after the other's first names."""
    return _shaped(pair, "end")


def beginning_left_out(pair: Pair) -> Finding | None:
    """One has another given name first, as a son's or brother's name would."""
    return FOUND if _start(pair) == "kin" else None


def muhammad_left_out(pair: Pair) -> Finding | None:
    """One leaves out a first Muhammad, as many who bear it do."""
    return FOUND if _start(pair) == "muhammad" else None


def first_initial_left_out(pair: Pair) -> Finding | None:
    """One leaves out a first name that is given by its letter only, and is not in use."""
    return FOUND if _start(pair) == "initial" else None


def family_names_only(pair: Pair) -> Finding | None:
    """One is only the other's family names, none of them a usual given name."""
    return FOUND if _start(pair) == "family" else None


def kunya_kept(pair: Pair) -> Finding | None:
    """One leaves out the given name before a kunya, as reports do."""
    return FOUND if _start(pair) == "kunya" else None


def borne_whole(pair: Pair) -> Finding | None:
    """Burmese names are borne whole, and these have not the same words in the same order."""
    return _shaped(pair, "lacking")


def other_gender(pair: Pair) -> Finding | None:
    """One is called a man and the other a woman."""
    left, right = pair.left.person, pair.right.person
    assert left
    assert right
    return FOUND if left.gender and right.gender and left.gender != right.gender else None


def other_order(pair: Pair) -> Finding | None:
    """One is called the younger and the other the elder, or they are counted differently."""
    left, right = pair.left.person, pair.right.person
    assert left
    assert right
    if not left.order or not right.order or left.order == right.order:
        return None
    return Finding(f"{left.order} and {right.order}")


def family_name_only(pair: Pair) -> Finding | None:
    """One is only the other's family name, which few others bear."""
    aligned = _aligned(pair)
    rare = aligned.shape == "family" and not aligned.common and aligned.likeness >= 0.8
    return Finding(aligned.about) if rare else None


def first_family_name_only(pair: Pair) -> Finding | None:
    """One is only the first of the other's two family names."""
    aligned = _aligned(pair)
    rare = aligned.shape == "first family" and aligned.likeness >= 0.8
    return Finding(aligned.about) if rare else None


def given_name_only(pair: Pair) -> Finding | None:
    """One is only the other's first name, which few others bear."""
    aligned = _aligned(pair)
    rare = aligned.shape == "given" and not aligned.common and aligned.likeness >= 0.8
    return Finding(aligned.about) if rare else None


def common_name_only(pair: Pair) -> Finding | None:
    """One is only a name that many people bear."""
    aligned = _aligned(pair)
    single = aligned.shape in ("family", "given") and (aligned.common or aligned.likeness < 0.8)
    far = aligned.shape == "first family" and aligned.likeness < 0.8
    if not single and not far and aligned.shape != "inside":
        return None
    return Finding(strength=0.5 if _shorter(pair)[0].kind == "abu" else 1.0)


def one_name_each(pair: Pair) -> Finding | None:
    """Both are a single name, which does not say who."""
    left, right = pair.left.person, pair.right.person
    assert left
    assert right
    return FOUND if len(left.names[0]) == len(right.names[0]) == 1 else None


def parts_turned(pair: Pair) -> Finding | None:
    """The same parts stand in the other order."""
    aligned = _aligned(pair)
    return FOUND if aligned.shape == "turned" and not aligned.common else None


def father_and_son_turned(pair: Pair) -> Finding | None:
    """Given names stand in the other order: of a father and a son, each may be the other."""
    aligned = _aligned(pair)
    return FOUND if aligned.shape == "turned" and aligned.common else None


def other_middle(pair: Pair) -> Finding | None:
    """Between the given and the family name they have different names."""
    return FOUND if _aligned(pair).shape == "other middle" else None


def other_family(pair: Pair) -> Finding | None:
    """Only the first names agree."""
    return FOUND if _aligned(pair).shape == "other family" else None


def other_given(pair: Pair) -> Finding | None:
    """The given names differ, as those of kin do."""
    return FOUND if _aligned(pair).shape == "other given" else None


def nothing_agrees(pair: Pair) -> Finding | None:
    """No part of one is a part of the other."""
    return FOUND if _aligned(pair).shape == "nothing" else None


def spelt_apart(pair: Pair) -> Finding | None:
    """A part is spelt further apart than transliteration explains."""
    aligned = _aligned(pair)
    if aligned.shape == "nothing" or aligned.likeness >= 0.9:
        return None
    return Finding(aligned.about, (0.9 - aligned.likeness) / 0.4)


def initials_only(pair: Pair) -> Finding | None:
    """A name is given by its first letter only."""
    aligned = _aligned(pair)
    return Finding(strength=aligned.initials / 2) if aligned.initials else None


def other_unit_in_brackets(pair: Pair) -> Finding | None:
    """The units or places in brackets after the names differ."""
    left, right = pair.left.person, pair.right.person
    assert left
    assert right
    if not left.posts or not right.posts or left.posts == right.posts:
        return None
    return Finding(f"{' '.join(sorted(left.posts))} and {' '.join(sorted(right.posts))}")


def same_rank(pair: Pair) -> Finding | None:
    """Both bear the same rank or post."""
    left, right = _standing(pair)
    shared = left & right
    return Finding(", ".join(sorted(shared))) if shared else None


def died_before(pair: Pair) -> Finding | None:
    """They were born in different years, or one had died before the other was seen."""
    births = [c.born for c in pair.contexts]
    if None not in births and births[0] != births[1]:
        return Finding(f"born {births[0]} and {births[1]}")
    for one, other in (pair.contexts, pair.contexts[::-1]):
        if one.died is not None:
            if other.died is not None and other.died != one.died:
                return Finding(f"{one.died} and {other.died}")
            if other.died is None and any(year > one.died for year in other.years):
                return Finding(str(one.died))
    return None


def other_calling(pair: Pair) -> Finding | None:
    """They have different walks of life."""
    left, right = (c.callings for c in pair.contexts)
    if not left or not right or left & right:
        return None
    both = left | right
    civil = bool(both & {"trade", "letters"})
    # Clerics and physicians go into politics, and militias have clerics.
    near = both <= {"military", "politics", "police", "cleric", "law"}
    left_in, right_in = (c.countries for c in pair.contexts)
    strength = 1.0 if civil else 0.15 if near and left_in & right_in else 0.25 if near else 0.5
    return Finding(f"{_one(left)} and {_one(right)}", strength)


def other_unit(pair: Pair) -> Finding | None:
    """They are told to be of two units."""
    for one, other in product(*(c.formations for c in pair.contexts)):
        known = one.number is not None and other.number is not None
        if known and one.echelon == other.echelon and one.number != other.number:
            about = f"{one.echelon} {one.number} and {one.echelon} {other.number}"
            # Officers change units; who bears a common name may be somebody else.
            common = _aligned(pair).common or one_name_each(pair) is not None
            return Finding(about, 1.0 if common else 0.4)
    return None


def other_force(pair: Pair) -> Finding | None:
    """They are told to be of different forces."""
    left, right = (c.services for c in pair.contexts)
    if not left or not right or left & right:
        return None
    return Finding(f"{_one(left)} and {_one(right)}", 1.0 if _aligned(pair).common else 0.4)


def other_place(pair: Pair) -> Finding | None:
    """They are told of in different places."""
    left, right = pair.contexts
    named = {*pair.left.words, *pair.right.words}
    here, there = left.places - named, right.places - named
    if not here or not there or here & there:
        return None
    if one_name_each(pair):
        return Finding(strength=2.0)
    return FOUND if _aligned(pair).common else None


def nothing_shared_around(pair: Pair) -> Finding | None:
    """What is told around the names has nothing in common."""
    left, right = pair.contexts
    named = {*pair.left.words, *pair.right.words}
    if min(len(left.words - named), len(right.words - named)) < 3 or same_surroundings(pair):
        return None
    if left.callings & right.callings:
        return None
    aligned = _aligned(pair)
    # A whole name says who it is, a common one or a family name alone does not.
    if aligned.shape in _BARE or one_name_each(pair):
        return FOUND
    return Finding(strength=2.6 if aligned.common else 0.15)


def only_one_is_told_of(pair: Pair) -> Finding | None:
    """Nothing that is told around a name which others bear too says whose it is."""
    left, right = pair.contexts
    if _aligned(pair).shape not in _BARE or bool(left.words) == bool(right.words):
        return None
    dead = left.died is not None or right.died is not None
    return Finding(strength=2.5 if dead else 1.0)


def same_calling(pair: Pair) -> Finding | None:
    """They have the same walk of life."""
    left, right = (c.callings for c in pair.contexts)
    return Finding(_one(left & right)) if left & right else None


def of_persons(pair: Pair) -> tuple[Feature, ...]:
    """The features that can apply to two persons."""
    return (*_BY_SHAPE[_aligned(pair).shape], *_ALWAYS)


def _start(pair: Pair) -> str:
    """What it is that one name leaves out before all the rest."""
    aligned = _aligned(pair)
    if aligned.leading is None:
        return ""
    if aligned.leading.given == "muhammad":
        return "muhammad"
    if aligned.leading.kind == "initial":
        return "initial"
    if _shorter(pair)[0].kind == "abu":
        return "kunya"
    return "kin" if aligned.common or _begins_with_a_given_name(pair) else "family"


def _begins_with_a_given_name(pair: Pair) -> bool:
    first = _shorter(pair)[0]
    return bool(first.given) or first.kind != "name"


def _shorter(pair: Pair) -> tuple[Part, ...]:
    """The name with fewer parts."""
    assert pair.left.person
    assert pair.right.person
    return min((pair.left.person.names[0], pair.right.person.names[0]), key=len)


def _aligned(pair: Pair) -> Aligned:
    assert pair.aligned is not None
    return pair.aligned


def _shaped(pair: Pair, shape: str) -> Finding | None:
    aligned = _aligned(pair)
    return Finding(aligned.about) if aligned.shape == shape else None


def _standing(pair: Pair) -> tuple[frozenset[str], frozenset[str]]:
    assert pair.left.person
    assert pair.right.person
    left = pair.left.person.ranks | pair.left.person.roles | pair.left_context.roles
    right = pair.right.person.ranks | pair.right.person.roles | pair.right_context.roles
    return left, right


def _one(callings: frozenset[str]) -> str:
    return min(callings)


_OF_START: tuple[Feature, ...] = (
    beginning_left_out,
    muhammad_left_out,
    first_initial_left_out,
    family_names_only,
    kunya_kept,
)
_OF_ONE: tuple[Feature, ...] = (
    family_name_only,
    first_family_name_only,
    given_name_only,
    common_name_only,
)
_BY_SHAPE: dict[str, tuple[Feature, ...]] = {
    "all": (every_part_agrees,),
    "middle": (middle_left_out,),
    "end": (end_left_out,),
    "start": _OF_START,
    "family": _OF_ONE,
    "first family": _OF_ONE,
    "given": _OF_ONE,
    "inside": _OF_ONE,
    "lacking": (borne_whole,),
    "turned": (parts_turned, father_and_son_turned),
    "other middle": (other_middle,),
    "other family": (other_family,),
    "other given": (other_given,),
    "nothing": (nothing_agrees,),
}
"""Which features can apply, by how the parts of two names lie beside each other."""
_ALWAYS: tuple[Feature, ...] = (
    other_gender,
    other_order,
    one_name_each,
    spelt_apart,
    initials_only,
    other_unit_in_brackets,
    same_rank,
)
PERSONS: tuple[Feature, ...] = tuple(
    dict.fromkeys((*(f for fs in _BY_SHAPE.values() for f in fs), *_ALWAYS))
)
AROUND_PERSONS: tuple[Feature, ...] = (
    died_before,
    other_calling,
    other_unit,
    other_force,
    other_place,
    nothing_shared_around,
    only_one_is_told_of,
    same_calling,
)
_BARE = frozenset(("family", "first family", "given", "inside"))
