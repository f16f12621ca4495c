"""What every store promises of the whole case: its accounts in order, and the work kept on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from ledger_entries import LATER, MUCH_LATER, THEN, claim_in, entry
from test_ledger_store import OPENERS

from hearsay.ledger.blackout import BLOCK
from hearsay.ledger.store import Entry, Shown, Store
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.readings import Reading

WORDS = "the depot at Oster would close"
TEXT = f"Colonel Tavi Branno said that {WORDS}.\nRain fell."
CLOSE = claim_in(TEXT, WORDS, speaker="Colonel Tavi Branno")


@pytest.fixture(params=OPENERS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = OPENERS[request.param](tmp_path)
    yield opened
    assert list(opened.verify()) == []
    opened.close()


def dated(address: str, published: str | None, **options: object) -> Entry:
    return entry(f"At {address}.", address=address, found=Particulars(published), **options)  # type: ignore[arg-type]


def addresses(store: Store, **which: object) -> list[str]:
    return [shown.address for shown in store.accounts(**which)]  # type: ignore[arg-type]


class TestAccounts:
    def test_the_earliest_published_comes_first_and_the_undated_last(self, store: Store) -> None:
        dates = {
            "none": None,
            "odd": "soon",
            "may": "2030-05-02",
            "month": "2030-05",
            "evening": "2030-05-02T19:30",
            "morning": "2030-05-02T08:00",
            "april": "2030-04-30?",
            "span": "2029-12-30/2031-01-02",
        }
        for address, published in dates.items():
            store.append(dated(address, published), recorded_at=THEN)
        assert addresses(store) == [
            *("span", "april", "month", "may", "morning", "evening", "none", "odd")
        ]

    def test_each_is_given_as_it_is_shown(self, store: Store) -> None:
        store.append(entry(TEXT, CLOSE), recorded_at=THEN)
        assert list(store.accounts()) == [store.shown(CLOSE.capture)]

    def test_the_same_bytes_from_two_addresses_are_two_tellings(self, store: Store) -> None:
        post = entry(TEXT, CLOSE, stated=Particulars("2030-05-03", "The Harbour Post"))
        wire = entry(TEXT, CLOSE, address="b", stated=Particulars("2030-05-01", "Oster Wire"))
        for one in (post, wire):
            store.append(one, recorded_at=THEN)
        told = [(a.address, a.document.particulars.publisher) for a in store.accounts()]
        assert told == [("b", "Oster Wire"), ("report.txt", "The Harbour Post")]

    def test_only_the_newest_reading_and_statement_count(self, store: Store) -> None:
        store.append(entry(TEXT, CLOSE), recorded_at=THEN)
        newer = entry(TEXT, reader="reader 2", stated=Particulars("2030-05-01", "Oster Wire"))
        store.append(newer, recorded_at=LATER)
        (now,), (then,) = store.accounts(), store.accounts(known_at=THEN)
        assert (now.reading, then.reading) == (Reading("reader 2"), Reading("reader 1"))
        assert now.document.particulars.publisher == "Oster Wire"
        assert then.document.particulars.publisher == "The Harbour Post"

    def test_what_is_kept_but_not_read_comes_without_a_reading(self, store: Store) -> None:
        store.append(entry("Pluie.", reader=None), recorded_at=THEN)
        store.append(dated("cut.pdf", None, documented=False), recorded_at=THEN)
        assert [(a.address, a.reading) for a in store.accounts()] == [("report.txt", None)]

    def test_what_may_not_be_shown_is_withheld(self, store: Store) -> None:
        store.append(entry(TEXT, CLOSE), recorded_at=THEN)
        store.append(dated("secret", "2030-01-01"), recorded_at=THEN)
        store.label(CLOSE.id, label="witness", by="R. Vane", recorded_at=LATER)
        store.label("secret", label="source", by="R. Vane", recorded_at=LATER)
        (shown,) = store.accounts(known_at=THEN)
        assert WORDS not in shown.document.text
        assert shown.withheld == {1}
        every = frozenset({"witness", "source"})
        assert addresses(store, labels=every) == ["secret", "report.txt"]

    def test_what_was_redacted_is_not_among_them(self, store: Store) -> None:
        store.append(entry(TEXT, CLOSE), recorded_at=THEN)
        store.append(dated("b", "2030-01-01"), recorded_at=THEN)
        store.redact("b", reason="risk", by="R. Vane", recorded_at=LATER)
        store.redact(CLOSE.id, reason="risk", by="R. Vane", recorded_at=LATER)
        (shown,) = store.accounts(known_at=THEN)
        assert BLOCK * len(WORDS) in shown.document.text

    def test_one_that_is_redacted_while_they_are_read_is_passed_over(self, store: Store) -> None:
        for address in "abc":
            store.append(dated(address, "2030-01-01"), recorded_at=THEN)
        reading = iter(store.accounts())
        first: Shown = next(reading)
        store.redact("b", reason="risk", by="R. Vane", recorded_at=LATER)
        assert [first.address, *(shown.address for shown in reading)] == ["a", "c"]


class TestKeptWork:
    @pytest.fixture(autouse=True)
    def _report(self, store: Store) -> None:
        store.append(entry(TEXT, CLOSE), recorded_at=THEN)

    @pytest.mark.parametrize("body", [b"", b"traces", b"traces" * 900])
    def test_what_was_kept_is_given_back(self, store: Store, body: bytes) -> None:
        head = store.head()
        store.keep_work("traces", body)
        assert store.kept_work("traces") == body
        assert store.kept_work("other") is None
        assert store.head() == head

    def test_much_of_it_comes_back_whole(self, store: Store) -> None:
        body = Random(1).randbytes(1 << 20) * 9 + b"end"
        store.keep_work("traces", body)
        assert store.kept_work("traces") == body

    def test_the_newest_under_a_name_takes_the_place_of_the_older(self, store: Store) -> None:
        for body in (bytes(9 << 20), b"", b"new"):
            store.keep_work("traces", body)
        store.keep_work("more", b"other")
        assert store.kept_work("traces") == b"new"
        assert store.kept_work("more") == b"other"

    def test_whatever_is_added_to_the_case_makes_it_stale(self, store: Store) -> None:
        store.keep_work("traces", b"old")
        store.label(CLOSE.id, label="witness", by="R. Vane", recorded_at=LATER)
        assert store.kept_work("traces") is None
        store.keep_work("traces", b"new")
        assert store.kept_work("traces") == b"new"

    def test_what_changes_nothing_does_not(self, store: Store) -> None:
        store.keep_work("traces", b"kept")
        store.append(entry(TEXT, CLOSE), recorded_at=LATER)
        assert store.kept_work("traces") == b"kept"

    def test_work_on_a_case_that_has_moved_on_is_not_kept(self, store: Store) -> None:
        head = store.head()
        store.append(dated("b", None), recorded_at=LATER)
        store.keep_work("traces", b"late", head=head)
        assert store.kept_work("traces") is None
        store.keep_work("traces", b"in time", head=store.head())
        assert store.kept_work("traces") == b"in time"

    @pytest.mark.parametrize("what", [CLOSE.id, CLOSE.capture])
    def test_redaction_leaves_none_of_it(self, store: Store, what: str) -> None:
        store.append(dated("b", None), recorded_at=LATER)
        store.keep_work("traces", TEXT.encode())
        store.redact(what, reason="risk", by="R. Vane", recorded_at=MUCH_LATER)
        assert store.kept_work("traces") is None

    def test_on_an_empty_case_there_is_nothing_it_could_not_be_kept_on(
        self, request: pytest.FixtureRequest, tmp_path: Path
    ) -> None:
        (tmp_path / "new").mkdir()
        for opener in OPENERS.values():
            empty = opener(tmp_path / "new")
            empty.keep_work("traces", b"none")
            assert empty.kept_work("traces") == b"none"
            empty.close()


def test_an_account_of_a_restated_report_comes_once(tmp_path: Path) -> None:
    """A statement about a report that was read is one more capture row of the same bytes."""
    for opener in OPENERS.values():
        store = opener(tmp_path)
        made = entry(TEXT, CLOSE)
        store.append(made, recorded_at=THEN)
        stated = replace(made.fetched.capture, stated=Particulars(publisher="Oster Wire"))
        unread = replace(made, fetched=replace(made.fetched, capture=stated), document=None)
        store.append(replace(unread, reading=None, claims=()), recorded_at=LATER)
        assert addresses(store) == ["report.txt"]
        store.close()
