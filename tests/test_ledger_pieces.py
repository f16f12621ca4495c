"""Work that is kept and asked for piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_entries import LATER, MUCH_LATER, THEN, claim_in, entry
from test_ledger_store import OPENERS

from hearsay.ledger.store import Store
from hearsay.vocabulary.errors import CaseChanged

WORDS = "the depot at Oster would close"
TEXT = f"Colonel Tavi Branno said that {WORDS}.\nRain fell."
CLOSE = claim_in(TEXT, WORDS, speaker="Colonel Tavi Branno")
PIECES = [b"one" * 900, b"", bytes(range(256))]


@pytest.fixture(params=OPENERS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = OPENERS[request.param](tmp_path)
    opened.append(entry(TEXT, CLOSE), recorded_at=THEN)
    yield opened
    assert list(opened.verify()) == []
    opened.close()


def kept(store: Store) -> list[bytes] | None:
    found = store.kept_pieces("index")
    return None if found is None else [found.piece(place) for place in range(found.number)]


def test_each_piece_is_given_back_by_its_place(store: Store) -> None:
    head = store.head()
    store.keep_pieces("index", iter(PIECES))
    assert kept(store) == PIECES
    assert store.head() == head


def test_fewer_pieces_take_the_place_of_more(store: Store) -> None:
    store.keep_pieces("index", PIECES)
    store.keep_pieces("index", PIECES[:1])
    assert kept(store) == PIECES[:1]


def test_whatever_is_added_to_the_case_makes_them_stale(store: Store) -> None:
    store.keep_pieces("index", PIECES)
    store.label(CLOSE.id, label="witness", by="R. Vane", recorded_at=LATER)
    assert kept(store) is None


def test_pieces_of_a_case_that_has_moved_on_are_not_kept(store: Store) -> None:
    head = store.head()
    store.label(CLOSE.id, label="witness", by="R. Vane", recorded_at=LATER)
    store.keep_pieces("index", PIECES, head=head)
    assert kept(store) is None


@pytest.mark.parametrize("what", [CLOSE.id, CLOSE.capture])
def test_redaction_leaves_none_of_them(store: Store, what: str) -> None:
    store.keep_pieces("index", [TEXT.encode()])
    held = store.kept_pieces("index")
    store.redact(what, reason="risk", by="R. Vane", recorded_at=MUCH_LATER)
    assert kept(store) is None
    assert held is not None
    with pytest.raises(CaseChanged):
        held.piece(0)


def test_who_reads_older_pieces_is_told_when_newer_ones_took_their_place(store: Store) -> None:
    store.keep_pieces("index", PIECES)
    older = store.kept_pieces("index")
    store.label(CLOSE.id, label="witness", by="R. Vane", recorded_at=LATER)
    assert older is not None
    assert older.piece(0) == PIECES[0]
    store.keep_pieces("index", [b"newer"])
    with pytest.raises(CaseChanged):
        older.piece(0)
