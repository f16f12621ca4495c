"""An index that lies in pieces says the same as one in memory."""

from __future__ import annotations

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.picture.index.paging import PIECE, opened, pieces_of


class Held:
    """Pieces in memory."""

    def __init__(self, pieces: list[bytes]) -> None:
        self.number = len(pieces)
        self.fetched: list[int] = []
        self._pieces = pieces

    def piece(self, place: int) -> bytes:
        self.fetched.append(place)
        return self._pieces[place]


def database(rows: int, page: int = 16384) -> apsw.Connection:
    connection = apsw.Connection(":memory:")
    connection.pragma("page_size", page)
    connection.execute("CREATE TABLE report (number INTEGER PRIMARY KEY, words TEXT)")
    told = ((n, f"The {n}th Brigade moved to Tamrin. " * 30) for n in range(rows))
    connection.executemany("INSERT INTO report VALUES (?, ?)", told)
    return connection


@settings(max_examples=20)
@given(rows=st.integers(0, 900), page=st.sampled_from([512, 4096, 16384, 65536]))
def test_every_row_comes_back_whatever_the_size_of_pages(rows: int, page: int) -> None:
    made = database(rows, page)
    kept = opened(Held(list(pieces_of(made))))
    sql = "SELECT * FROM report ORDER BY number"
    assert kept.execute(sql).fetchall() == made.execute(sql).fetchall()


def test_all_pieces_but_the_last_are_of_one_size() -> None:
    pieces = list(pieces_of(database(900)))
    assert {len(one) for one in pieces[:-1]} == {PIECE}
    assert 0 < len(pieces[-1]) <= PIECE


def test_one_row_fetches_some_pieces_and_not_all() -> None:
    held = Held(list(pieces_of(database(9_000))))
    words = opened(held).execute("SELECT words FROM report WHERE number = 4500").fetchall()
    assert words == [("The 4500th Brigade moved to Tamrin. " * 30,)]
    assert len(set(held.fetched)) < held.number / 10


def test_it_cannot_be_written() -> None:
    kept = opened(Held(list(pieces_of(database(3)))))
    with pytest.raises(apsw.ReadOnlyError):
        kept.execute("DELETE FROM report")


def test_what_goes_wrong_in_fetching_reaches_who_asks() -> None:
    class Gone(Held):
        def piece(self, place: int) -> bytes:
            if place > 1 and place < self.number - 1:
                raise LookupError("redacted meanwhile")
            return super().piece(place)

    kept = opened(Gone(list(pieces_of(database(900)))))
    with pytest.raises(LookupError, match="redacted meanwhile"):
        kept.execute("SELECT sum(length(words)) FROM report").fetchall()
