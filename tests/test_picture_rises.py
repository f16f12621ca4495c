"""How long others took is kept in the index, and is what it would be if worked out anew."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.picture.careers import career_of
from hearsay.picture.grades import rank_key
from hearsay.picture.index.asking import StatementFilter
from hearsay.picture.rises import Rise, known_by, ranks_in, rises_in
from hearsay.vocabulary.statements import Posting
from tests.pictures_by_hand import grounds, index_of, party

DAYS = ("2014-05-01", "2015-01-01", "2016-03-01", "2018-07-01", "2021-01-01")
PERSONS = ("Haydar Salmani", "Nasir Qutb", "Omar Vahid")
postings = st.builds(
    lambda name, rank, day, width, denied: Posting(
        grounds(day, width and day and f"{day[:4]}-12-31", polarity=denied),
        party(name, "person"),
        rank=rank,
    ),
    st.sampled_from(PERSONS),
    st.sampled_from(("captain", "major", "Major", "colonel", "keeper of the lamps")),
    st.sampled_from((None, *DAYS)),
    st.booleans(),
    st.sampled_from(("affirmed", "affirmed", "affirmed", "denied")),
)


@settings(max_examples=60)
@given(st.lists(postings, min_size=3, max_size=14), st.sampled_from((None, *DAYS)))
def test_the_rises_of_others_are_those_known_by_the_day(
    said: list[Posting], day: str | None
) -> None:
    asking = index_of([[one] for one in said])
    person = asking.entities(said[0].person.name)[0].number
    by_person = {
        number: ranks_in(
            asking.statements(StatementFilter(kinds=("Posting",), entity=number, parts=("person",)))
        )
        for number in {asking.entities(one.person.name)[0].number for one in said} - {person}
    }
    every = [r for n, ranks in by_person.items() for r in rises_in(n, known_by(ranks, day))]
    for beside in career_of(asking, person, as_of=day).rises:
        lower = rank_key(beside.rise.lower)
        assert [_told(one) for one in beside.others] == sorted(
            (_told(one) for one in every if rank_key(one.lower) == lower),
            key=lambda told: (told[3], told[4], told[0]),
        )


def _told(one: Rise) -> tuple[object, ...]:
    rows = [row.number for row in one.rows]
    return one.person, one.lower, one.higher, one.least, one.most, rows
