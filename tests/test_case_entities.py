"""What a person decides of who is who is kept, carried to newer readings, redacted, undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from ledger_entries import LATER, MUCH_LATER, THEN, claim_in, entry

from hearsay.case.judging import WITHHELD, CaseJudgements
from hearsay.ledger.judgements import NamedAt
from hearsay.ledger.settling import settled_identities
from hearsay.ledger.store import Store
from hearsay.ledger.stores.sqlite import open_case
from hearsay.vocabulary.errors import Misuse, NothingByThatName
from hearsay.vocabulary.spans import Span

TEXT = "The Third Brigade had left Tarsk, General Ilhan Merrow said.\nSnow fell."
SAID = claim_in(TEXT, "The Third Brigade had left Tarsk", speaker="General Ilhan Merrow")
SNOW = claim_in(TEXT, "Snow fell")
OTHER_TEXT = "Gen. I. Merrow has gone from Tarsk, Oster Wire reports."
GONE = claim_in(OTHER_TEXT, "Gen. I. Merrow has gone from Tarsk")


def sha(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def at(text: str, words: str) -> NamedAt:
    start = text.index(words)
    return NamedAt(sha(text), Span(start, start + len(words)))


BRIGADE, MERROW = at(TEXT, "Third Brigade"), at(TEXT, "Ilhan Merrow")
OTHER = at(OTHER_TEXT, "I. Merrow")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_case(str(tmp_path / "case.hearsay"), create=True)
    opened.append(entry(TEXT, SAID, SNOW), recorded_at=THEN)
    opened.append(entry(OTHER_TEXT, GONE, address="other.txt"), recorded_at=THEN)
    yield opened
    assert list(opened.verify()) == []
    opened.close()


def identified(
    store: Store, one: NamedAt, other: NamedAt, verdict: str = "same", *, when: str = LATER
) -> str:
    return store.judging.identify(
        one,
        other,
        verdict=verdict,  # type: ignore[arg-type]
        by="R. Vane",
        why="The same portrait.",
        recorded_at=when,
    )


def test_a_judgement_says_who_judged_which_namings_and_why(store: Store) -> None:
    assert identified(store, MERROW, OTHER) == store.head()
    (one,) = store.judging.identities()
    assert (one.id, one.verdict, one.by, one.why) == ("m1", "same", "R. Vane", "The same portrait.")
    assert (one.one, one.other, one.words) == (MERROW, OTHER, ("Ilhan Merrow", "I. Merrow"))
    assert list(store.judging.identities(known_at=THEN)) == []


def test_the_newest_on_two_namings_counts_in_either_order(store: Store) -> None:
    identified(store, MERROW, OTHER)
    identified(store, OTHER, MERROW, "different", when=MUCH_LATER)
    assert [one.id for one in settled_identities(store.judging.identities())] == ["m2"]
    store.judging.undo("m2", by="O. Sand", why="", recorded_at=MUCH_LATER)
    assert [one.id for one in settled_identities(store.judging.identities())] == ["m1"]


def test_what_is_taken_back_stays_as_a_row(store: Store) -> None:
    identified(store, MERROW, OTHER)
    store.judging.undo("m1", by="O. Sand", why="Another man.", recorded_at=MUCH_LATER)
    assert [one.undone for one in store.judging.identities()] == [True]
    assert [one.undone for one in store.judging.identities(known_at=LATER)] == [False]
    with pytest.raises(Misuse, match="undone already"):
        store.judging.undo("m1", by="O. Sand", why="", recorded_at=MUCH_LATER)


@pytest.mark.parametrize("id", ["r1", "o1", "m2"])
def test_a_judgement_is_undone_by_its_own_id_only(store: Store, id: str) -> None:
    identified(store, MERROW, OTHER)
    with pytest.raises(NothingByThatName):
        store.judging.undo(id, by="O. Sand", why="", recorded_at=MUCH_LATER)


def test_a_judgement_needs_two_namings(store: Store) -> None:
    with pytest.raises(Misuse, match="name two"):
        identified(store, MERROW, MERROW)
    with pytest.raises(Misuse, match="maybe"):
        identified(store, MERROW, OTHER, "maybe")
    with pytest.raises(NothingByThatName):
        identified(store, MERROW, NamedAt("0" * 64, Span(0, 4)))


def test_a_judgement_is_found_again_in_a_newer_text(store: Store) -> None:
    identified(store, MERROW, OTHER)
    newer, old = f"Printed in Marsa.\n{TEXT}", entry(TEXT)
    assert old.document is not None
    again = replace(old.document, format="text 2", text=newer)
    store.append(replace(old, document=again), recorded_at=MUCH_LATER)
    (one,) = store.judging.identities()
    assert one.one is not None
    assert one.one.span.of(newer) == "Ilhan Merrow"


def test_redacting_a_document_takes_what_was_judged_of_its_names(store: Store) -> None:
    identified(store, MERROW, OTHER)
    identified(store, BRIGADE, OTHER, "different")
    store.judging.undo("m2", by="O. Sand", why="", recorded_at=LATER)
    store.redact(sha(OTHER_TEXT), reason="At risk.", by="O. Sand", recorded_at=MUCH_LATER)
    assert list(store.judging.identities()) == []


def test_redacting_a_claim_takes_what_was_judged_of_its_speaker(store: Store) -> None:
    identified(store, MERROW, OTHER)
    store.redact(SAID.id, reason="At risk.", by="O. Sand", recorded_at=MUCH_LATER)
    assert list(store.judging.identities()) == []


def test_redacting_another_claim_leaves_a_judgement(store: Store) -> None:
    identified(store, MERROW, OTHER)
    store.redact(SNOW.id, reason="At risk.", by="O. Sand", recorded_at=MUCH_LATER)
    assert [one.words for one in store.judging.identities()] == [("Ilhan Merrow", "I. Merrow")]


def test_a_name_in_a_labelled_passage_is_not_listed(store: Store) -> None:
    identified(store, MERROW, OTHER)
    store.label(SAID.id, label="source-at-risk", by="O. Sand", recorded_at=MUCH_LATER)
    (kept,) = CaseJudgements(store).every()
    assert kept.judged.words == (WITHHELD, "I. Merrow")  # type: ignore[union-attr]
