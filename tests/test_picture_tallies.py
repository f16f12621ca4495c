"""Counts that others claim: each as it is claimed, and none added to another."""

from __future__ import annotations

import pytest

from hearsay.picture.index import Source, StatementRow
from hearsay.picture.tallies import Count, counts_in, counts_of, limits, plural
from hearsay.vocabulary.kinds import Comparator
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.statements import Grounds, Held, Incident, Number, Range, Tally

QUARTER = Range("2021-10-01", "2021-12-31", False)


def counted(
    words: str,
    own: str,
    low: float,
    unit: str = "attack",
    *,
    comparator: Comparator = "exactly",
    held: Range | None = QUARTER,
    when: str | None = None,
    outlet: str = "Calder Courier",
    claim: str | None = None,
) -> StatementRow:
    """A number at its place in a claim."""
    at = words.index(own)
    phrase = words.index(when) if when else 0
    dated = Held((held,), by="words", words=(Span(phrase, phrase + len(when or "")),) if when
                 else ()) if held else Held()  # fmt: skip
    tally = Tally(
        Grounds(None, (Span(at, at + len(own)),), held=dated),
        Number(low, None, comparator, unit),
    )
    source = Source(outlet, f"{outlet}.txt", outlet, "2022-02-10", None)
    name = claim or f"k{hash((words, outlet)) % 10_000}"
    return StatementRow(at + 1, tally, (), source, name, (outlet,), "¶ 2", words, own)


def one_of(*rows: StatementRow) -> Count:
    (one,) = counts_in(rows)
    return one


def test_one_number_claimed_by_two_is_one_count_with_both() -> None:
    words = "counted more than 40 attacks in the last quarter"
    rows = [counted(words, "40", 40, comparator="more_than", outlet=o) for o in ("A", "B")]
    one = one_of(*rows)
    assert one.words == "more than 40"
    assert len(one.rows) == 2


def test_two_numbers_are_never_added_up() -> None:
    found = counts_in(
        [counted("at least 41 attacks", "41", 41, comparator="at_least", outlet="A"),
         counted("43 attacks", "43", 43, outlet="B")]
    )  # fmt: skip
    assert sorted(one.number.low for one in found) == [41, 43]


def test_a_number_set_against_another_counts_the_same_things() -> None:
    # The reader takes "26" in "compared with 26 in the previous quarter" for 26 positions.
    words = "at least 41 attacks were made on positions in Tamrin, compared with 26 before"
    rows = [
        counted(words, "41", 41, comparator="at_least", claim="k"),
        counted(words, "26", 26, "position", claim="k"),
    ]
    before = next(one for one in counts_in(rows) if one.number.low == 26)
    assert (before.unit, before.unit_by) == ("attack", "comparison")


def test_by_how_much_it_fell_is_no_count() -> None:
    words = "carried out 17 attacks there, four fewer than in the third quarter"
    assert not counts_in([counted(words, "four", 4)])


def test_the_quarter_that_it_is_compared_with_does_not_date_it() -> None:
    words = "carried out 17 attacks there, four fewer than in the third quarter"
    one = one_of(counted(words, "17", 17, when="third quarter"))
    assert one.first is None


def test_a_number_taken_back_is_marked() -> None:
    words = "it now counts 43 attacks, not 41, two reports having come late"
    rows = [counted(words, "43", 43, claim="k"), counted(words, "41", 41, "count", claim="k")]
    found = {one.number.low: one for one in counts_in(rows)}
    assert found[41].withdrawn
    assert found[41].unit == "attack"
    assert not found[43].withdrawn


def test_a_part_is_not_the_whole() -> None:
    words = "nine of the 41 attacks were made with drones"
    rows = [counted(words, "nine", 9, claim="k"), counted(words, "41", 41, claim="k")]
    found = {one.number.low: one.is_whole for one in counts_in(rows)}
    assert found == {9: False, 41: True}


def test_a_sort_of_attacks_is_not_all_of_them() -> None:
    one = one_of(counted("there were nine drone attacks", "nine", 9))
    assert one.sort == "drone"
    assert not one.is_whole


def test_each_number_has_the_place_beside_it() -> None:
    words = "it counted 18 attacks in Tamrin and 15 attacks in Zherin"
    rows = [counted(words, "18", 18, claim="k"), counted(words, "15", 15, claim="k")]
    assert {one.number.low: one.scope for one in counts_in(rows)} == {18: "Tamrin", 15: "Zherin"}


def test_a_number_without_a_noun_counts_what_its_passage_speaks_of() -> None:
    words = "it counted 18 in Tamrin"
    row = counted(words, "18", 18, "thing")
    attacks = Incident(Grounds(None, (Span(0, 1),)), "attack", Span(0, 1), "accomplished")
    beside = StatementRow(99, attacks, (), row.source, "k9", (), row.place, "Attacks fell", "fell")
    one = one_of(row, beside)
    assert (one.unit, one.unit_by) == ("attack", "passage")


def test_men_who_do_not_exist_are_no_attacks() -> None:
    words = "up to 11,000 of your men do not exist"
    one = one_of(counted(words, "11,000", 11_000, comparator="at_most"))
    assert not counts_of([one], "attack")


@pytest.mark.parametrize(
    ("comparator", "lies"),
    [("exactly", (41, 41)), ("at_least", (41, float("inf"))), ("more_than", (42, float("inf"))),
     ("at_most", (0, 41)), ("fewer_than", (0, 40))],
)  # fmt: skip
def test_a_comparator_says_between_what_the_number_lies(
    comparator: Comparator, lies: tuple[float, float]
) -> None:
    assert limits(Number(41, None, comparator, "attack")) == lies


@pytest.mark.parametrize(
    ("unit", "many"), [("attack", "attacks"), ("body", "bodies"), ("clash", "clashes")]
)
def test_units_in_the_plural(unit: str, many: str) -> None:
    assert plural(unit) == many
