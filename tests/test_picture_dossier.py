"""Dossiers, and the laws that hold as days pass and as more becomes known."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.picture.dossier import dossier_of
from hearsay.picture.index import Asking
from hearsay.picture.index.asking import StatementFilter
from hearsay.picture.seen import seen_in
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.statements import (
    OPEN,
    Affiliation,
    Grounds,
    Held,
    Posting,
    Range,
    Relation,
    Statement,
)
from tests.pictures_by_hand import grounds, index_of, number_of, party

DAYS = [(date(2021, 1, 1) + timedelta(days=n)).isoformat() for n in range(0, 30, 3)]
UNITS = ("5th Division", "Federal Police", "Army")


@st.composite
def held(draw: st.DrawFn) -> Held:
    ranges = []
    for _ in range(draw(st.integers(0, 2))):
        first, last = sorted((draw(st.sampled_from(DAYS)), draw(st.sampled_from(DAYS))))
        open_end = draw(st.sampled_from(("none", "none", "first", "last")))
        if open_end == "first":
            ranges.append(Range(OPEN, last, False))
        elif open_end == "last":
            ranges.append(Range(first, OPEN, False))
        else:
            ranges.append(Range(first, last, draw(st.booleans())))
    return Held(
        tuple(sorted(ranges, key=lambda one: (one.first, one.last))),
        begins=draw(st.booleans()),
        ends=draw(st.booleans()),
    )


@st.composite
def stated(draw: st.DrawFn) -> Statement:
    polarity = draw(st.sampled_from(("affirmed", "affirmed", "denied")))
    on = Grounds(None, (Span(0, 1),), polarity, held=draw(held()))
    left, right = draw(st.permutations(UNITS))[:2]
    kind = draw(st.integers(0, 2))
    if kind == 0:
        return Relation(on, party(left), "part_of", party(right))
    if kind == 1:
        return Affiliation(on, party(left), "influences", party(right))
    return Posting(on, party("Haydar Salmani", "person"), party(left), role="commander")


documents = st.lists(st.lists(stated(), min_size=1, max_size=3), min_size=1, max_size=5)


def shown(asking: Asking, name: str, as_of: str | None = None) -> set[tuple[str, Statement]]:
    """What a dossier shows, by document and statement: numbers are those of one index only."""
    found = [one for one in asking.entities(name) if one.name == name]
    if not found:
        return set()
    numbers = dossier_of(asking, found[0].number, as_of=as_of).rows
    return {(row.source.account, row.statement) for row in asking.numbered(numbers)}


@settings(max_examples=25, deadline=None)
@given(documents)
def test_to_know_more_takes_nothing_away(told: list[list[Statement]]) -> None:
    for name in (*UNITS, "Haydar Salmani"):
        assert shown(index_of(told[:-1]), name) <= shown(index_of(told), name)


@settings(max_examples=60, deadline=None)
@given(documents, st.sampled_from(DAYS), st.sampled_from(DAYS))
def test_a_later_day_shows_no_less(told: list[list[Statement]], one: str, other: str) -> None:
    asking = index_of(told)
    earlier, later = sorted((one, other))
    for name in UNITS:
        assert shown(asking, name, earlier) <= shown(asking, name, later)


@settings(max_examples=150, deadline=None)
@given(documents, st.sampled_from(DAYS))
def test_what_leads_on_as_of_a_day_is_what_its_sights_put_there(
    told: list[list[Statement]], day: str
) -> None:
    asking = index_of(told)
    for one in asking.entities("Army") + asking.entities("5th Division"):
        there = {(e.target, e.kind) for e in asking.edges([one.number], as_of=day)}
        for edge in asking.edges([one.number]):
            rows = asking.numbered(edge.statements)
            said = [row for row in rows if not row.denied] or rows
            seen = seen_in(row.statement.grounds.held for row in said)
            expected = seen.on(day) not in ("before", "after")
            assert ((edge.target, edge.kind) in there) == expected


def test_every_statement_that_names_somebody_is_shown() -> None:
    told: list[list[Statement]] = [
        [Posting(grounds("2021-01-01"), party("Haydar Salmani", "person"), party("Army"))],
        [Affiliation(grounds("2021-01-01"), party("Oshand"), "influences", party("Army"))],
        [Relation(grounds("2021-01-01"), party("5th Division"), "part_of", party("Army"))],
    ]
    asking = index_of(told)
    number = number_of(asking, "Army")
    every = {row.number for row in asking.statements(StatementFilter(entity=number))}
    assert dossier_of(asking, number).rows == every


def test_a_denial_is_as_much_in_a_dossier_as_what_it_denies() -> None:
    tie = (party("Oshand"), "influences", party("Army"))
    told: list[list[Statement]] = [
        [Affiliation(grounds("2021-01-01"), *tie)],
        [Affiliation(grounds("2021-01-02", polarity="denied"), *tie)],
    ]
    asking = index_of(told)
    assert len(dossier_of(asking, number_of(asking, "Army")).rows) == 2
