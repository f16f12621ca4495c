"""The words for when something was seen: never more than claims say."""

from __future__ import annotations

from typing import cast

import pytest

from hearsay.outputs.picture.saying import (
    Saying,
    denied_words,
    seen_words,
    tie_words,
    voices_words,
)
from hearsay.picture.index import Asking, EntityRow
from hearsay.picture.seen import seen_in
from hearsay.picture.voices import Hearing, Voices
from hearsay.vocabulary.statements import OPEN, Held, Range


def held(first: str, last: str = "", *, precise: bool = True, **turns: bool) -> Held:
    return Held((Range(first, last or first, precise),), **turns)


@pytest.mark.parametrize(
    ("sights", "words"),
    [
        ([], "no date"),
        ([held("2021-05-01")], "seen 2021-05-01"),
        ([held("2021-05-01", "2021-05-31")], "seen from 2021-05-01 to 2021-05-31"),
        (
            [held("2021-05-01", "2021-05-31", precise=False)],
            "at some time from 2021-05-01 to 2021-05-31",
        ),
        ([held(OPEN, "2021-05-31", precise=False)], "at some time up to 2021-05-31"),
        ([held("2021-05-01", OPEN, precise=False)], "at some time from 2021-05-01 on"),
        ([held("2021-05-01"), held("2021-06-01")], "first seen 2021-05-01, last seen 2021-06-01"),
        (
            [held("2020-05-01"), held("2021-06-01")],
            "first seen 2020-05-01, last seen 2021-06-01, "
            "not seen between 2020-05-01 and 2021-06-01",
        ),
        (
            [held("2021-05-01", begins=True)],
            "seen 2021-05-01, said to have begun 2021-05-01",
        ),
        (
            [held("2015-01-01", "2016-01-01", ends=True), held("2018-01-01", begins=True)],
            "seen from 2015-01-01 to 2016-01-01 and again 2018-01-01",
        ),
        (
            [held("2021-05-01"), held("2021-06-01", "2021-06-30", precise=False)],
            "first seen 2021-05-01, last seen at the latest 2021-06-30",
        ),
    ],
)
def test_says_when_something_was_seen(sights: list[Held], words: str) -> None:
    assert seen_words(seen_in(sights)) == words


def test_says_from_how_many_origins_and_what_shows_none() -> None:
    assert voices_words(Voices(("a driver",), 2)) == (
        "from 1 origin (a driver) and 2 tellings that show none"
    )
    assert voices_words(Voices((), 1)) == "no origin shown (1 telling)"
    assert denied_words(Voices((), 2), only=True) == (
        "only denied by 2 tellings that show no origin"
    )


def test_a_tie_is_always_what_is_said() -> None:
    assert tie_words("Oshand", "influences", "the 4th Regiment") == (
        "Oshand, said to influence the 4th Regiment"
    )
    assert "said not to be part of" in tie_words("A", "part_of", "B", denied=True)


class Namesakes:
    """Every number is a unit of one name."""

    def entity(self, number: int) -> EntityRow:
        return EntityRow(number, f"e{number}", "unit", "5th Division", ("5th Division",), True)


def test_two_of_one_name_bear_their_ids() -> None:
    saying = Saying(cast(Asking, Namesakes()), Hearing(lambda claim: ()))
    assert saying.name(1) == saying.name(2) == "5th Division"
    saying.tell_apart((1, 2))
    assert (saying.name(1), saying.name(2)) == ("5th Division [e1]", "5th Division [e2]")
