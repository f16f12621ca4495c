"""Finding spans: what is found in a text does not hang on what is read beside it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future

import pytest

from hearsay.reading.network import Network, Scored
from hearsay.reading.pieces import Pieces
from hearsay.reading.tagging import AHEAD, find, find_each
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


@pytest.fixture(scope="module")
def network() -> Network:
    return Network(threads=2)


def whole(text: str) -> tuple[str, list[Span]]:
    return text, [Span(0, len(text))]


def test_a_text_is_read_the_same_alone_and_among_others(network: Network) -> None:
    together = find(network, [whole(LONG), whole(SHORT), whole(LONG[:700])])
    alone = [find(network, [whole(text)])[0] for text in (LONG, SHORT, LONG[:700])]
    assert together == alone
    assert all(one.attributions for one in alone)


def test_no_text_and_no_passage_give_nothing(network: Network) -> None:
    assert find(network, []) == []
    found = find(network, [("", []), (SHORT, [])])
    assert not any(one.mentions or one.attributions for one in found)


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
    assert next(found).attributions
    assert pulled < 3 * AHEAD
    assert len(list(found)) == 3 * AHEAD - 1


def test_contents_that_end_with_their_passage_are_not_looked_at_again() -> None:
    network = Counting()
    text = "\n".join([SHORT] * 60)
    passages = [Span(n * (len(SHORT) + 1), n * (len(SHORT) + 1) + len(SHORT)) for n in range(60)]
    found = find(network, [(text, passages)])[0]
    first_looks = -(-60 * 11 // 254)
    assert len(found.attributions) >= 50
    assert network.looked <= first_looks + 1
