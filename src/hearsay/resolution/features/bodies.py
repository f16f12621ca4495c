"""Features of two names of ministries, parties, units and other bodies: words, country, sort."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.resolution.bodies import Body
from hearsay.resolution.features.finding import FOUND, Feature, Finding
from hearsay.resolution.features.shared import part_or_splinter
from hearsay.resolution.features.sides import bodies_of, both_numbered, mains_of, overlap_of, said
from hearsay.resolution.features.units import (
    ARMS,
    FORMATIONS,
    POLICE,
    SERVICES,
    other_numbers_around,
    unknown_unit,
)
from hearsay.resolution.pairs import Pair


def other_country(pair: Pair) -> Finding | None:
    """They belong to different countries."""
    left, right = (_countries(b) for b in bodies_of(pair))
    if not left or not right or left & right:
        return None
    return Finding(f"{said(left)} and {said(right)}")


def same_country(pair: Pair) -> Finding | None:
    """Both belong to the same country."""
    left, right = (_countries(b) for b in bodies_of(pair))
    return FOUND if left & right else None


def words_agree(pair: Pair) -> Finding | None:
    """The words that say which body it is agree, translated where need be."""
    overlap = overlap_of(pair)
    if overlap.complete:
        return Finding(", ".join(overlap.shared))
    left, right = bodies_of(pair)
    if (
        left.ministry
        and right.ministry
        and overlap.own_shared
        and not (overlap.left and overlap.right)
    ):
        return Finding(", ".join(overlap.shared), 0.6)  # of Ports, of Ports and Harbours
    if overlap.left or overlap.right:
        return None
    if left.formations or right.formations:
        # The Special Forces Corps: an arm is as good as a name where there is no number.
        plain = left.formations == right.formations and left.formations[0].number is None
        same = plain and left.arms and left.arms == right.arms
        return Finding(said(left.arms), 0.7) if same else None
    # Where no word is its own, its sort, force or arm is all there is: the Federal Police.
    for one, other in ((left.services, right.services), (left.heads, right.heads),
                       (left.arms, right.arms)):  # fmt: skip
        if one and one == other and not left.entities and not right.entities:
            return Finding(said(one))
    return None


def word_on_one_side(pair: Pair) -> Finding | None:
    """One has a word to its name that the other has not."""
    overlap = overlap_of(pair)
    if bool(overlap.left) == bool(overlap.right):
        return None
    extra = overlap.left or overlap.right
    left, right = bodies_of(pair)
    meant = any(word in left.concepts | right.concepts for word in extra)
    strength = max(_weight_of_a_word(pair), 0.6 if meant else 0)
    return Finding(", ".join(extra), strength * min(2, len(extra)))


def words_differ(pair: Pair) -> Finding | None:
    """Each has words to its name that the other has not."""
    overlap = overlap_of(pair)
    if not overlap.left or not overlap.right:
        return None
    return Finding(f"{', '.join(overlap.left)} and {', '.join(overlap.right)}")


def other_sort(pair: Pair) -> Finding | None:
    """They are different sorts of bodies."""
    left, right = bodies_of(pair)
    if bool(left.ministry) != bool(right.ministry):
        return Finding("ministry and no ministry") if _both_words(pair) else None
    if left.heads & right.heads and not left.formations:
        more = (left.heads ^ right.heads) - OF_ONE_FORCE - {"headquarters"} - _LEFT_OUT
        return Finding(said(more), 0.9) if more else None  # a Front, and its Command
    if not left.heads or not right.heads or left.heads & right.heads:
        return None
    strength = 0.1 if (left.heads | right.heads) <= OF_ONE_FORCE else 1.0
    return Finding(f"{said(left.heads)} and {said(right.heads)}", strength)


def sort_on_one_side(pair: Pair) -> Finding | None:
    """Only one says what sort of body it is."""
    left, right = bodies_of(pair)
    if left.ministry or right.ministry or bool(left.heads) == bool(right.heads):
        return None
    heads = left.heads | right.heads
    if heads <= _LEFT_OUT and overlap_of(pair).own_shared:
        return Finding(said(heads), 0.3)
    return None if heads <= OF_ONE_FORCE | {"headquarters"} else Finding(said(heads))


def same_sort(pair: Pair) -> Finding | None:
    """Both are the same sort of body."""
    left, right = bodies_of(pair)
    shared = left.heads & right.heads
    ministries = left.ministry and right.ministry
    return Finding(said(shared) or "ministry") if shared or ministries else None


def seat_of_government(pair: Pair) -> Finding | None:
    """One is the government, the other the capital where it sits."""
    for one, other in (bodies_of(pair), bodies_of(pair)[::-1]):
        if one.capital and one.capital in other.countries and other.heads == {"government"}:
            return FOUND if not overlap_of(pair).shared else None
    return None


def part_of_the_body(pair: Pair) -> Finding | None:
    """One is a wing, an office or members of the other."""
    left, right = bodies_of(pair)
    return Finding(said(left.parts ^ right.parts)) if left.parts != right.parts else None


def same_entity_in_name(pair: Pair) -> Finding | None:
    """Both name the same known body."""
    left, right = _named(pair)
    return Finding(said(left & right)) if left & right else None


def other_entity_in_name(pair: Pair) -> Finding | None:
    """They name two known bodies."""
    left, right = _named(pair)
    if not left or not right or left & right:
        return None
    return Finding(f"{said(left)} and {said(right)}")


def known_body_on_one_side(pair: Pair) -> Finding | None:
    """One names a known body, and the other does not."""
    left, right = bodies_of(pair)
    if bool(left.entities) == bool(right.entities) or both_numbered(pair):
        return None
    return FOUND


def of_bodies(pair: Pair) -> Iterator[Feature]:
    """The features that can apply to two bodies; most names have no arm, force or number."""
    left, right = bodies_of(pair)
    yield from WORDS
    if left.formations or right.formations:
        yield from FORMATIONS
    if left.arms or right.arms:
        yield from ARMS
    if left.entities or right.entities:
        yield from ENTITIES
    told = bool(pair.left_context.text or pair.right_context.text)
    if left.entities or right.entities or left.services or right.services or told:
        yield from SERVICES
    if left.entities or right.entities or left.countries or right.countries:
        yield from COUNTRIES
    if left.parts or right.parts:
        yield part_of_the_body
    if left.unnamed or right.unnamed:
        yield unknown_unit
    if told:
        yield from AROUND_BODIES


def _named(pair: Pair) -> tuple[frozenset[str], frozenset[str]]:
    """Which known bodies each names, without those that it only stands under."""
    left, right = (frozenset(e.name for e in b.entities if e not in b.above)
                   for b in bodies_of(pair))  # fmt: skip
    return left, right


def _weight_of_a_word(pair: Pair) -> float:
    """How much it tells that only one has a word: a brigade's place is often left out."""
    if both_numbered(pair):
        one, _ = mains_of(pair)
        return 0.1 if one is not None and one.echelon not in POLICE else 0.7
    left, right = bodies_of(pair)
    return 0.5 if left.ministry and right.ministry and overlap_of(pair).shared else 1.0


def _both_words(pair: Pair) -> bool:
    return bool(overlap_of(pair).shared)


def _countries(body: Body) -> frozenset[str]:
    held = frozenset(e.country for e in body.entities if e.country)
    return body.countries | held


OF_ONE_FORCE = frozenset(
    ("brigades", "organization", "movement", "forces", "group", "army of", "league")
)
_LEFT_OUT = frozenset(("company", "outlet"))
"""Apple Inc., Shafaq News: words that reports leave out of a name."""
COUNTRIES: tuple[Feature, ...] = (other_country, same_country, seat_of_government)
WORDS: tuple[Feature, ...] = (
    words_agree,
    word_on_one_side,
    words_differ,
    other_sort,
    sort_on_one_side,
    same_sort,
)
ENTITIES: tuple[Feature, ...] = (
    same_entity_in_name,
    other_entity_in_name,
    known_body_on_one_side,
)
AROUND_BODIES: tuple[Feature, ...] = (part_or_splinter, other_numbers_around)
EVERY_OF_BODIES: tuple[Feature, ...] = (
    *FORMATIONS,
    *ARMS,
    *SERVICES,
    *COUNTRIES,
    *WORDS,
    *ENTITIES,
    part_of_the_body,
    unknown_unit,
)
