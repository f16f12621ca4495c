"""Reading ahead: the network works on while its findings are used, and never on too much."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future

import numpy as np

from hearsay.reading.decoding import runs_by_row
from hearsay.reading.looking import AHEAD, find, find_each
from hearsay.reading.network import Network, Scored
from hearsay.reading.pieces import Ints, Pieces
from hearsay.reading.windows import Window
from hearsay.vocabulary.spans import Span

SHORT = "The ministry said on Tuesday that the road was open."
LONG = " ".join(
    f"Colonel Merrow told reporters that convoy {n} had crossed the border, and he denied that "
    "any of the drivers had been paid."
    for n in range(30)
)


class Counting(Network):
    """Counts the windows that are looked at."""

    looked = 0

    def tag(self, pieces: Pieces, window: Window) -> Future[Scored]:
        self.looked += 1
        return super().tag(pieces, window)


def whole(text: str) -> tuple[str, list[Span]]:
    return text, [Span(0, len(text))]


def test_long_and_short_texts_are_read_together_as_they_are_alone() -> None:
    network = Network(threads=2)
    together = find(network, [whole(LONG), whole(SHORT), whole(LONG[:700])])
    assert together == [find(network, [whole(text)])[0] for text in (LONG, SHORT, LONG[:700])]


def test_the_network_begins_at_once_and_reads_only_so_far_ahead() -> None:
    network = Counting()
    pulled = 0

    def texts() -> Iterator[tuple[str, list[Span]]]:
        nonlocal pulled
        for _ in range(3 * AHEAD):
            pulled += 1
            yield whole(SHORT)

    found = find_each(network, texts())
    assert network.looked == AHEAD
    next(found)
    assert pulled < 3 * AHEAD
    assert len(list(found)) == 3 * AHEAD - 1


def test_contents_that_end_with_their_passage_are_not_looked_at_again() -> None:
    network = Counting()
    text = "\n".join([SHORT] * 60)
    passages = [Span(n * (len(SHORT) + 1), n * (len(SHORT) + 1) + len(SHORT)) for n in range(60)]
    find(network, [(text, passages)])
    first_looks = -(-60 * 11 // 254)
    assert network.looked <= first_looks + 1


def test_runs_of_neighbouring_rows_stay_apart() -> None:
    rows: Ints = np.array([[0, 1, 2], [2, 1, 1], [1, 2, 2]])
    assert runs_by_row(rows, 1, 2) == [[(1, 3)], [(1, 2), (2, 3)], [(0, 3)]]
