"""What people decided, set beside conflicts of which claims have come or gone since."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hearsay.picture.conflict import Conflict, ConflictKind, Said, SideOf
from hearsay.picture.ruling import Ruled, with_rulings


def conflict(*sides: str, kind: ConflictKind = "numbers", weight: int = 1) -> Conflict:
    """A conflict of which each side is given by the letters of its claims."""
    held = tuple(
        SideOf(
            f"side of {letters}", tuple(Said(c, c, ("X",), None, "¶ 1", "a", 0.9) for c in letters)
        )
        for letters in sides
    )
    return Conflict(kind, "attacks", "They differ.", held, weight)


def ruled(
    *sides: str, side: int | None = 1, id: str = "v1", kind: ConflictKind = "numbers"
) -> Ruled:
    verdict = "both" if side is None else "stands"
    return Ruled(id, kind, verdict, side, "R", "", "2031-05-06", tuple(map(frozenset, sides)))


def only(conflict: Conflict, *rulings: Ruled) -> tuple[str, int | None, int] | None:
    """The id, the side and the claims since of what was decided."""
    (one,) = with_rulings([conflict], rulings)
    found = one.decided
    return None if found is None else (found.id, found.side, found.since)


def test_a_ruling_stands_beside_its_conflict() -> None:
    assert only(conflict("ab", "c"), ruled("ab", "c")) == ("v1", 1, 0)


def test_claims_that_came_since_are_counted() -> None:
    assert only(conflict("abx", "cyz"), ruled("ab", "c")) == ("v1", 1, 3)


def test_claims_that_went_since_do_not_matter_while_both_sides_have_one() -> None:
    assert only(conflict("b", "c"), ruled("ab", "cd")) == ("v1", 1, 0)
    assert only(conflict("b", "x"), ruled("ab", "cd")) is None


def test_the_side_that_stands_is_found_where_the_sides_stand_in_another_order() -> None:
    assert only(conflict("c", "x", "ab"), ruled("ab", "c")) == ("v1", 0, 1)


def test_a_claim_on_two_sides_confuses_nothing() -> None:
    assert only(conflict("abf", "b"), ruled("abf", "b")) == ("v1", 1, 0)
    assert only(conflict("b", "abf"), ruled("abf", "b")) == ("v1", 0, 0)


def test_where_the_side_that_stands_is_gone_nothing_is_decided() -> None:
    assert only(conflict("a", "b"), ruled("a", "b", "c", side=2)) is None


def test_one_kind_of_conflict_decides_no_other() -> None:
    assert only(conflict("a", "b", kind="denial"), ruled("a", "b")) is None


def test_the_newest_of_several_counts() -> None:
    older, newer = ruled("a", "b", side=0), ruled("a", "b", side=None, id="v2")
    assert only(conflict("a", "b"), older, newer) == ("v2", None, 0)


def test_what_is_decided_comes_last_and_all_else_stays_in_its_order() -> None:
    every = [conflict("a", "b"), conflict("c", "d"), conflict("e", "f")]
    found = with_rulings(every, [ruled("a", "b")])
    assert [one.sides[0].said[0].claim for one in found] == ["c", "e", "a"]


_LETTERS = st.sets(st.sampled_from("abcdef"), min_size=1).map(lambda s: "".join(sorted(s)))


@given(st.lists(_LETTERS, min_size=2, max_size=4, unique=True), st.data())
def test_a_ruling_always_finds_its_own_conflict_however_its_sides_are_ordered(
    sides: list[str], data: st.DataObject
) -> None:
    side = data.draw(st.integers(0, len(sides) - 1))
    mixed = data.draw(st.permutations(sides))
    assert only(conflict(*mixed), ruled(*sides, side=side)) == ("v1", mixed.index(sides[side]), 0)
