"""What an index gives back is what was put into it."""

from __future__ import annotations

from hearsay.picture.index import StatementRow
from hearsay.picture.index.asking import StatementFilter
from hearsay.vocabulary.statements import Posting, Relation
from tests.pictures_by_hand import grounds, index_of, number_of, party


def posting(name: str, day: str | None, *, denied: bool = False) -> Posting:
    held = grounds(day, polarity="denied" if denied else "affirmed")
    return Posting(
        held, party(name, "person"), party("5th Brigade"), "Commander", "Acting", "Colonel"
    )


def test_a_row_that_is_unpacked_late_says_the_same_as_its_statement() -> None:
    asking = index_of([[posting("Haydar Salmani", "2021-03-01", denied=True)]])
    (row,) = asking.statements(StatementFilter(kinds=("Posting",)))
    told = (row.denied, row.unsure, row.held, row.post, row.type, row.entities)
    whole = StatementRow(
        row.number,
        row.statement,
        row.entities,
        row.source,
        row.claim,
        row.speakers,
        row.place,
        row.words,
        row.own,
    )
    assert told == (whole.denied, whole.unsure, whole.held, whole.post, whole.type, whole.entities)
    assert row == whole
    assert hash(row) == hash(whole)


def test_those_whom_most_documents_name_come_first() -> None:
    asking = index_of([[posting("Haydar Salmani", None)], [posting("Nasir Qutb", None)]])
    assert asking.most_named()[0].name == "5th Brigade"
    persons = asking.most_named(types=("person",), limit=1)
    assert [one.type for one in persons] == ["person"]


def test_ties_between_two_are_found_whichever_way_round_they_are_asked_for() -> None:
    brigade, division = party("5th Brigade"), party("2nd Division")
    asking = index_of(
        [
            [Relation(grounds("2021-01-01"), brigade, "part_of", division)],
            [Relation(grounds("2021-02-01"), brigade, "part_of", division)],
        ]
    )
    pair = number_of(asking, "5th Brigade"), number_of(asking, "2nd Division")
    found = asking.between([pair, pair[::-1]], as_of="2021-01-15")
    ((edge,), nothing) = found[pair], found[pair[::-1]]
    assert (edge.first, edge.last, len(edge.statements)) == ("2021-01-01", "2021-02-01", 2)
    assert nothing == []
    assert asking.between([pair], as_of="2021-02-02") == {pair: []}


def test_what_a_denial_alone_dates_is_shown_and_leads_nowhere() -> None:
    asking = index_of([[posting("Haydar Salmani", "2021-03-01", denied=True)]])
    person, unit = number_of(asking, "Haydar Salmani"), number_of(asking, "5th Brigade")
    assert [one.denied for one in asking.edges([person], as_of="2021-03-01")] == [True]
    assert asking.steps([person], to=unit) == []


def test_statements_fetched_later_come_in_the_order_asked_for() -> None:
    asking = index_of([[posting("Haydar Salmani", "2021-03-01")], [posting("Nasir Qutb", None)]])
    later = asking.later("2 1")
    assert len(later) == 2
    assert [row.number for row in later] == [2, 1]
