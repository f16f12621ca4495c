"""What every store promises. A further store joins by adding its opener to `OPENERS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_entries import FORMAT, LATER, MUCH_LATER, READER, THEN, claim_in, entry

from hearsay.ledger.blackout import BLOCK
from hearsay.ledger.store import ClaimFilter, Entry, Store
from hearsay.ledger.stores.sqlite import open_case
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.errors import Misuse, NothingByThatName, Redacted
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import (
    Assertion,
    Claim,
    Count,
    Mention,
    MentionType,
    Reading,
    TimeExpression,
)
from hearsay.vocabulary.spans import Span

OPENERS: dict[str, Callable[[Path], Store]] = {
    "sqlite": lambda folder: open_case(str(folder / "case.hearsay"), create=True),
}

TEXT = (
    "General Ilhan Merrow said the Third Brigade had left Tarsk.\n"
    "The ministry denied that any soldier was paid from abroad."
)
LEFT = claim_in(TEXT, "the Third Brigade had left Tarsk", speaker="General Ilhan Merrow")
PAID = claim_in(TEXT, "any soldier was paid from abroad", speaker="The ministry")
REPORT = entry(TEXT, LEFT, PAID)
OTHER_TEXT = "Colonel Tavi Branno promised that the depot at Oster would close."
PROMISE = claim_in(OTHER_TEXT, "the depot at Oster would close", speaker="Colonel Tavi Branno")
OTHER = entry(
    OTHER_TEXT,
    PROMISE,
    address="other.txt",
    found=Particulars(published="2030-03", publisher="Oster Wire"),
)
PROBLEM = Problem("locked/", "no-permission", "It may not be read.", "Ask for permission.")


@pytest.fixture(params=OPENERS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = OPENERS[request.param](tmp_path)
    yield opened
    opened.close()


def ids(store: Store, **which: object) -> list[str]:
    return [row.claim.id for row in store.claims(ClaimFilter(**which))]  # type: ignore[arg-type]


def sound(store: Store, head: str | None = None) -> bool:
    return [str(mismatch) for mismatch in store.verify(head=head)] == []


class TestAppending:
    def test_an_empty_case_has_a_head_of_zeros_and_verifies(self, store: Store) -> None:
        assert store.head() == "0" * 64
        assert sound(store, "0" * 64)

    def test_what_goes_in_comes_out_the_same(self, store: Store) -> None:
        assert store.append(REPORT, recorded_at=THEN).change == "new"
        sha256 = REPORT.fetched.capture.sha256
        assert store.content(sha256) == TEXT.encode()
        assert store.document(sha256) == REPORT.document
        assert store.reading(sha256) == REPORT.reading
        assert list(store.captures()) == [REPORT.fetched.capture]
        row = store.claim(LEFT.id)
        assert row.claim == LEFT
        assert (row.address, row.publisher, row.published) == (
            "report.txt",
            "The Harbour Post",
            "2030-04-11",
        )
        assert row.recorded_at == THEN

    def test_the_same_again_changes_nothing(self, store: Store) -> None:
        head = store.append(REPORT, recorded_at=THEN).head
        again = store.append(REPORT, recorded_at=LATER)
        assert (again.change, again.head) == ("nothing", head)
        assert store.head() == head

    def test_new_bytes_at_a_known_address_are_a_new_capture_of_it(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        changed = entry(TEXT + "\nCorrected.", address="report.txt")
        assert store.append(changed, recorded_at=LATER).change == "new_capture_of_address"
        assert len(list(store.captures())) == 2

    def test_the_same_bytes_at_another_address_are_one_more_capture(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        assert store.append(_at("copy.txt"), recorded_at=LATER).change == "new"
        assert [c.address for c in store.captures()] == ["report.txt", "copy.txt"]

    def test_the_claims_of_a_copy_are_listed_once(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        store.append(_at("copy.txt"), recorded_at=LATER)
        assert sorted(ids(store)) == sorted([LEFT.id, PAID.id])
        assert {row.address for row in store.claims(ClaimFilter())} == {"report.txt"}

    def test_what_is_not_read_is_kept(self, store: Store) -> None:
        unread = entry("نص بالعربية", address="arabic.txt", reader=None)
        assert store.append(unread, recorded_at=THEN).change == "new"
        assert store.append(unread, recorded_at=LATER).change == "nothing"
        assert store.document(unread.fetched.capture.sha256) == unread.document
        with pytest.raises(NothingByThatName):
            store.reading(unread.fetched.capture.sha256)

    def test_what_no_format_reads_is_kept_with_its_problem(self, store: Store) -> None:
        broken = entry("%PDF-", address="cut.pdf", problems=(PROBLEM,), documented=False)
        assert store.append(broken, recorded_at=THEN).change == "new"
        assert store.append(broken, recorded_at=LATER).change == "nothing"
        assert store.content(broken.fetched.capture.sha256) == b"%PDF-"
        assert list(store.problems()) == [(THEN, PROBLEM)]

    def test_what_could_not_be_read_at_first_can_be_later(self, store: Store) -> None:
        store.append(replace(REPORT, document=None, reading=None, claims=()), recorded_at=THEN)
        assert store.append(REPORT, recorded_at=LATER).change == "read_again"
        assert len(ids(store)) == 2

    def test_a_failing_format_leaves_the_earlier_reading_in_force(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        failed = replace(REPORT, document=None, reading=None, claims=(), problems=(PROBLEM,))
        store.append(failed, recorded_at=LATER)
        assert len(ids(store)) == 2
        assert list(store.problems()) == [(LATER, PROBLEM)]

    def test_an_address_that_is_no_unicode_is_kept_as_it_is(self, store: Store) -> None:
        odd = _at("caf\udce9/r\u00e9sum\u00e9.txt")
        store.append(odd, recorded_at=THEN)
        assert store.append(odd, recorded_at=LATER).change == "nothing"
        assert [c.address for c in store.captures()] == ["caf\udce9/r\u00e9sum\u00e9.txt"]
        assert sound(store)

    def test_one_claim_given_twice_is_kept_once(self, store: Store) -> None:
        store.append(entry(TEXT, LEFT, LEFT), recorded_at=THEN)
        assert ids(store) == [LEFT.id]


class TestReadingAgain:
    def test_a_newer_reading_supersedes_the_older(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        newer = entry(TEXT, PAID, reader="reader 2")
        assert store.append(newer, recorded_at=LATER).change == "read_again"
        assert ids(store) == [PAID.id]
        assert store.reading(newer.fetched.capture.sha256).reader == "reader 2"

    def test_the_case_still_knows_what_it_held_before(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        store.append(entry(TEXT, PAID, reader="reader 2"), recorded_at=LATER)
        assert sorted(ids(store, known_at=THEN)) == sorted([LEFT.id, PAID.id])
        sha256 = REPORT.fetched.capture.sha256
        assert store.reading(sha256, known_at=THEN).reader == READER

    def test_a_newer_format_supersedes_too(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        newer = entry(TEXT, PAID, format="text 2")
        assert store.append(newer, recorded_at=LATER).change == "read_again"
        assert store.document(newer.fetched.capture.sha256).format == "text 2"

    def test_an_older_reader_does_not_take_over_again(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        store.append(entry(TEXT, PAID, reader="reader 2"), recorded_at=LATER)
        assert store.append(REPORT, recorded_at=MUCH_LATER).change == "nothing"
        assert ids(store) == [PAID.id]

    def test_what_the_user_states_later_supersedes(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        stated = entry(TEXT, LEFT, PAID, stated=Particulars(publisher="Tarsk Daily"))
        assert store.append(stated, recorded_at=LATER).change == "read_again"
        assert {row.publisher for row in store.claims(ClaimFilter())} == {"Tarsk Daily"}
        assert [c.stated.publisher for c in store.captures()] == ["Tarsk Daily"]
        assert [c.stated.publisher for c in store.captures(known_at=THEN)] == [None]

    def test_stating_nothing_takes_nothing_back(self, store: Store) -> None:
        store.append(
            entry(TEXT, LEFT, stated=Particulars(publisher="Tarsk Daily")), recorded_at=THEN
        )
        assert store.append(REPORT, recorded_at=LATER).change == "nothing"

    def test_has_reading_tells_what_reading_again_would_change(self, store: Store) -> None:
        def held(
            address: str = "report.txt",
            format: str = FORMAT,
            reader: str = READER,
            stated: Particulars | None = None,
        ) -> bool:
            return store.has_reading(
                REPORT.fetched.capture.sha256, address, format=format, reader=reader, stated=stated
            )

        assert not held()
        store.append(REPORT, recorded_at=THEN)
        assert held()
        assert held(stated=Particulars())
        assert not held(address="copy.txt")
        assert not held(format="text 2")
        assert not held(reader="reader 2")
        assert not held(stated=Particulars(title="A title"))


class TestListing:
    @pytest.fixture(autouse=True)
    def _two_documents(self, store: Store) -> None:
        store.append(OTHER, recorded_at=THEN)
        store.append(REPORT, recorded_at=LATER)

    def test_newest_publication_first_and_as_it_stands_in_the_text(self, store: Store) -> None:
        assert ids(store) == [LEFT.id, PAID.id, PROMISE.id]

    def test_limit_and_offset_walk_through_the_list(self, store: Store) -> None:
        assert ids(store, limit=2) == [LEFT.id, PAID.id]
        assert ids(store, limit=2, offset=2) == [PROMISE.id]
        assert ids(store, limit=0) == []
        with pytest.raises(Misuse):
            ids(store, limit=-1)

    def test_words_are_found_in_any_order_and_spelling(self, store: Store) -> None:
        assert ids(store, words="TARSK brigade") == [LEFT.id]
        assert ids(store, words="merrow") == [LEFT.id]
        assert ids(store, words='"brigade third"') == []
        assert ids(store, words="brigade OR depot") == []
        assert ids(store, words="—") == []

    def test_by_part_of_a_speakers_name(self, store: Store) -> None:
        assert ids(store, speaker="branno") == [PROMISE.id]
        assert ids(store, speaker="The Ministry") == [PAID.id]
        assert ids(store, speaker="nobody") == []

    def test_by_outlet(self, store: Store) -> None:
        assert ids(store, outlet="oster wire") == [PROMISE.id]

    def test_published_after_and_before_are_inclusive(self, store: Store) -> None:
        assert ids(store, after="2030-04-11") == [LEFT.id, PAID.id]
        assert ids(store, after="2030-04-12") == []
        assert ids(store, before="2030-04-10") == [PROMISE.id]

    def test_a_month_of_publication_may_be_any_day_in_it(self, store: Store) -> None:
        assert PROMISE.id in ids(store, after="2030-03-15")
        assert ids(store, before="2030-03-15") == [PROMISE.id]
        assert ids(store, before="2030-02") == []

    def test_a_date_that_is_none_is_misuse(self, store: Store) -> None:
        with pytest.raises(Misuse, match="no date"):
            ids(store, after="soon")

    def test_as_known_at_an_instant(self, store: Store) -> None:
        assert ids(store, known_at=THEN) == [PROMISE.id]
        assert ids(store, known_at="2030-04-30") == []
        assert [c.address for c in store.captures(known_at=THEN)] == ["other.txt"]
        with pytest.raises(NothingByThatName):
            store.document(REPORT.fetched.capture.sha256, known_at=THEN)

    def test_a_claim_is_found_by_the_beginning_of_its_id(self, store: Store) -> None:
        assert store.claim(LEFT.id[:8]).claim == LEFT

    def test_a_beginning_that_several_share_names_them(self, store: Store) -> None:
        with pytest.raises(NothingByThatName, match=LEFT.id):
            store.claim("k")
        with pytest.raises(NothingByThatName):
            store.claim("")

    def test_passages_are_found_by_their_words(self, store: Store) -> None:
        found = list(store.search("denied soldier"))
        assert [f.words for f in found] == [TEXT.split("\n")[1]]
        assert found[0].passage.paragraph == 2
        assert list(store.search("denied depot")) == []
        assert len(list(store.search("the", limit=2))) == 2
        assert list(store.search("denied", known_at=THEN)) == []

    def test_many_finds_are_listed_like_few(
        self, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Common words are looked up along another path in SQLite; the answer is the same."""
        listing = pytest.importorskip("hearsay.ledger.stores.sqlite.listing")
        few = ids(store, words="the", limit=2)
        monkeypatch.setattr(listing, "_MANY", 0)
        assert ids(store, words="the", limit=2) == few != []


def test_text_in_a_language_that_is_not_read_is_found(store: Store) -> None:
    text = "قال الفريق أحمد إنّ اللواء الثالث غادر المدينة"
    store.append(entry(text, address="arabic.txt", reader=None), recorded_at=THEN)
    assert [f.words for f in store.search("احمد المدينه")] == [text]


class TestProblems:
    def test_all_problems_of_an_entry_are_listed_with_when(self, store: Store) -> None:
        of_format = replace(PROBLEM, code="no-text")
        assert REPORT.document is not None
        told = replace(
            REPORT,
            problems=(PROBLEM,),
            document=replace(REPORT.document, problems=(PROBLEM, of_format)),
        )
        store.append(told, recorded_at=THEN)
        assert list(store.problems()) == [(THEN, PROBLEM), (THEN, of_format)]

    def test_a_problem_of_labelled_words_is_hidden_until_they_are_asked_for(
        self, store: Store
    ) -> None:
        of_words = replace(PROBLEM, span=PAID.spans[0])
        store.append(replace(REPORT, problems=(of_words,)), recorded_at=THEN)
        store.label(PAID.id, label="names", by="reviewer", recorded_at=LATER)
        assert list(store.problems()) == []
        assert list(store.problems(labels=frozenset(("names",)))) == [(THEN, of_words)]

    def test_a_problem_that_does_not_say_which_words_goes_with_any_label(
        self, store: Store
    ) -> None:
        store.append(replace(REPORT, problems=(PROBLEM,)), recorded_at=THEN)
        store.label(PAID.id, label="names", by="reviewer", recorded_at=LATER)
        assert list(store.problems()) == []

    def test_a_problem_of_redacted_words_is_gone_with_them(self, store: Store) -> None:
        of_words = replace(PROBLEM, message="It says 1 May.", span=PAID.spans[0])
        store.append(replace(REPORT, problems=(of_words, PROBLEM)), recorded_at=THEN)
        store.redact(PAID.id, reason="danger", by="reviewer", recorded_at=LATER)
        assert [problem for _, problem in store.problems()] == [PROBLEM]

    def test_a_problem_without_a_capture_is_noted_once(self, store: Store) -> None:
        head = store.note((PROBLEM,), recorded_at=THEN)
        assert store.note((PROBLEM,), recorded_at=LATER) == head
        assert list(store.problems()) == [(THEN, PROBLEM)]
        assert list(store.problems(known_at="2030-01-01")) == []


class TestChain:
    def test_every_head_of_the_past_is_in_the_chain(self, store: Store) -> None:
        heads = [store.append(e, recorded_at=THEN).head for e in (REPORT, OTHER)]
        assert len(set(heads)) == 2
        assert all(sound(store, head) for head in heads)

    def test_a_head_from_elsewhere_is_not(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        found = list(store.verify(head="ab" * 32))
        assert [m.what for m in found] == ["head"]
        assert "changed" in found[0].message
        assert [m.what for m in store.verify(head="nonsense")] == ["head"]

    def test_a_clock_that_is_set_back_does_not_let_known_time_run_back(self, store: Store) -> None:
        store.append(OTHER, recorded_at=LATER)
        store.append(REPORT, recorded_at=THEN)
        assert ids(store, known_at=THEN) == []
        assert len(ids(store, known_at=LATER)) == 3
        assert sound(store)


class TestLabels:
    @pytest.fixture(autouse=True)
    def _labelled(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        store.label(LEFT.id, label="witness", by="R. Vane", recorded_at=LATER)

    def test_a_labelled_claim_is_hidden_until_its_label_is_allowed(self, store: Store) -> None:
        assert ids(store) == [PAID.id]
        assert ids(store, labels=frozenset({"witness"})) == [LEFT.id, PAID.id]
        assert ids(store, labels=frozenset({"embargo"})) == [PAID.id]

    def test_every_label_of_a_claim_has_to_be_allowed(self, store: Store) -> None:
        store.label(LEFT.id, label="embargo", by="R. Vane", recorded_at=LATER)
        assert LEFT.id not in ids(store, labels=frozenset({"witness"}))
        assert LEFT.id in ids(store, labels=frozenset({"witness", "embargo"}))

    def test_a_label_of_today_hides_in_yesterdays_state_too(self, store: Store) -> None:
        assert ids(store, known_at=THEN) == [PAID.id]

    def test_a_newer_reading_does_not_lay_labelled_words_bare(self, store: Store) -> None:
        wider = claim_in(TEXT, "said the Third Brigade had left Tarsk")
        store.append(entry(TEXT, wider, PAID, reader="reader 2"), recorded_at=LATER)
        assert ids(store) == [PAID.id]
        assert ids(store, labels=frozenset({"witness"})) == [wider.id, PAID.id]

    def test_a_labelled_capture_hides_all_its_claims_and_passages(self, store: Store) -> None:
        store.label(REPORT.fetched.capture.sha256, label="source", by="R. Vane", recorded_at=LATER)
        assert ids(store, labels=frozenset({"witness"})) == []
        assert list(store.search("ministry", labels=frozenset({"witness"}))) == []

    def test_a_passage_with_labelled_words_is_hidden(self, store: Store) -> None:
        assert list(store.search("Brigade")) == []
        assert len(list(store.search("Brigade", labels=frozenset({"witness"})))) == 1
        assert len(list(store.search("ministry"))) == 1

    def test_labelled_words_are_found_in_a_newer_text_of_the_same_bytes(self, store: Store) -> None:
        """A newer format may break the lines otherwise, and every offset moves."""
        newer = _moved(claim_words="Third Brigade had\nleft Tarsk")
        store.append(newer, recorded_at=LATER)
        assert ids(store) == []
        assert ids(store, labels=frozenset({"witness"})) == [newer.claims[0].id]

    def test_where_they_are_not_found_all_of_the_newer_text_is_hidden(self, store: Store) -> None:
        newer = _moved(claim_words="Third Bri-\ngade had left Tarsk")
        store.append(newer, recorded_at=LATER)
        assert ids(store) == []
        assert list(store.search("Report")) == []

    def test_labels_are_in_the_chain(self, store: Store) -> None:
        assert sound(store, store.head())


class TestShowing:
    """Documents by what a person calls them, as far as they may be shown."""

    @pytest.fixture(autouse=True)
    def _kept(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        store.append(OTHER, recorded_at=LATER)

    def _named(self, store: Store, name: str | None = None, **which: object) -> list[str]:
        return [row.address for row in store.documents(named=name, **which)]  # type: ignore[arg-type]

    def test_all_documents_are_listed_newest_publication_first(self, store: Store) -> None:
        assert self._named(store) == ["report.txt", "other.txt"]
        assert self._named(store, limit=1) == ["report.txt"]
        assert self._named(store, known_at=THEN) == ["report.txt"]
        (row, _) = store.documents()
        assert (row.capture, row.publisher, row.published, row.recorded_at) == (
            REPORT.fetched.capture.sha256,
            "The Harbour Post",
            "2030-04-11",
            THEN,
        )

    def test_a_document_is_found_by_address_file_name_or_hash(self, store: Store) -> None:
        store.append(entry("Rain.", address="https://a.example/news/rain/"), recorded_at=LATER)
        sha256 = OTHER.fetched.capture.sha256
        for name in ("other.txt", sha256, sha256[:8], sha256[:8].upper()):
            assert self._named(store, name) == ["other.txt"]
        for name in ("rain", "rain/", "news/rain", "https://a.example/news/rain/"):
            assert self._named(store, name) == ["https://a.example/news/rain/"]
        for name in ("ain", "report", "txt", "", "/", "%"):
            assert self._named(store, name) == []

    def test_a_whole_address_fits_better_than_the_end_of_one(self, store: Store) -> None:
        store.append(entry("Rain.", address="old/report.txt"), recorded_at=LATER)
        assert self._named(store, "report.txt") == ["report.txt"]
        assert self._named(store, "old/report.txt") == ["old/report.txt"]

    def test_the_same_bytes_from_two_places_are_one_document(self, store: Store) -> None:
        store.append(entry(TEXT, LEFT, PAID, address="copy.txt"), recorded_at=LATER)
        assert self._named(store) == ["report.txt", "other.txt"]
        assert self._named(store, "copy.txt") == ["copy.txt"]
        assert self._named(store, LEFT.capture) == ["report.txt"]
        assert store.shown(LEFT.capture, address="copy.txt").address == "copy.txt"

    def test_a_changed_file_is_two_documents(self, store: Store) -> None:
        store.append(entry("Rain.", address="report.txt"), recorded_at=LATER)
        assert self._named(store, "report.txt") == ["report.txt", "report.txt"]

    def test_document_and_reading_are_those_in_force(self, store: Store) -> None:
        store.append(entry(TEXT, LEFT, reader="reader 2"), recorded_at=LATER)
        now, then = store.shown(LEFT.capture), store.shown(LEFT.capture, known_at=THEN)
        assert now.document == then.document == store.document(LEFT.capture)
        assert (now.reading, then.reading) == (Reading("reader 2"), Reading(READER))
        assert now.withheld == frozenset()
        with pytest.raises(NothingByThatName):
            store.shown(LEFT.capture, known_at="2029-01-01")
        with pytest.raises(NothingByThatName):
            store.shown(LEFT.capture, address="other.txt")

    def test_what_is_not_read_has_no_reading(self, store: Store) -> None:
        kept = entry("Pluie.", reader=None, address="pluie.txt")
        store.append(kept, recorded_at=LATER)
        assert store.shown(kept.fetched.capture.sha256).reading is None

    def test_a_labelled_passage_is_blacked_out_at_any_time(self, store: Store) -> None:
        store.label(LEFT.id, label="witness", by="R. Vane", recorded_at=MUCH_LATER)
        shown = store.shown(LEFT.capture, known_at=THEN)
        first, second = TEXT.split("\n")
        assert shown.document.text == f"{BLOCK * len(first)}\n{second}"
        assert shown.withheld == {1}
        allowed = store.shown(LEFT.capture, labels=frozenset({"witness"}))
        assert (allowed.document.text, allowed.withheld) == (TEXT, frozenset())

    def test_a_title_made_of_labelled_words_is_withheld(self, store: Store) -> None:
        text = "Depot seven is empty\nSo Ana Rook says."
        told = claim_in(text, "Depot seven is empty")
        found = Particulars(title="Depot Seven is empty", publisher="Post")
        store.append(entry(text, told, found=found, address="t.txt"), recorded_at=LATER)
        store.label(told.id, label="witness", by="R. Vane", recorded_at=LATER)
        (row,) = store.documents(named="t.txt")
        assert (row.title, row.publisher) == (None, "Post")
        assert store.shown(told.capture).document.particulars.title is None
        (row,) = store.documents(named="t.txt", labels=frozenset({"witness"}))
        assert row.title == "Depot Seven is empty"

    def test_a_labelled_capture_is_neither_listed_nor_shown(self, store: Store) -> None:
        store.label(LEFT.capture, label="source", by="R. Vane", recorded_at=LATER)
        assert self._named(store) == self._named(store, known_at=LATER) == ["other.txt"]
        for name in ("report.txt", LEFT.capture):
            assert self._named(store, name) == []
            assert self._named(store, name, labels=frozenset({"source"})) == ["report.txt"]
        with pytest.raises(NothingByThatName):
            store.shown(LEFT.capture)
        assert store.shown(LEFT.capture, labels=frozenset({"source"})).document.text == TEXT

    def test_a_redacted_capture_is_not_listed_and_says_that_it_was(self, store: Store) -> None:
        store.redact(LEFT.capture, reason="risk", by="R. Vane", recorded_at=LATER)
        assert self._named(store) == ["other.txt"]
        assert self._named(store, "report.txt") == self._named(store, LEFT.capture) == []
        with pytest.raises(Redacted):
            store.shown(LEFT.capture)


class TestJudgements:
    """What people judged is anchored to words and outlives the reading it was made on."""

    @pytest.fixture(autouse=True)
    def _judged(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        store.judging.judge(LEFT.id, verdict="read rightly", by="R. Vane", recorded_at=LATER)

    def test_a_judgement_stands_on_its_claim(self, store: Store) -> None:
        (judged,) = store.judging.judgements()
        assert (judged.claim, judged.verdict, judged.by) == (LEFT.id, "read rightly", "R. Vane")
        assert (judged.capture, judged.words) == (LEFT.capture, LEFT.words)

    def test_it_carries_over_to_a_newer_reading_whose_spans_still_meet(self, store: Store) -> None:
        shorter = claim_in(TEXT, "Third Brigade had left", speaker="General Ilhan Merrow")
        store.append(entry(TEXT, shorter, PAID, reader="reader 2"), recorded_at=MUCH_LATER)
        assert [j.claim for j in store.judging.judgements()] == [shorter.id]
        assert [j.claim for j in store.judging.judgements(known_at=LATER)] == [LEFT.id]

    def test_of_several_it_takes_the_claim_that_shares_most(self, store: Store) -> None:
        little = claim_in(TEXT, "left Tarsk")
        much = claim_in(TEXT, "the Third Brigade had")
        store.append(entry(TEXT, little, much, reader="reader 2"), recorded_at=MUCH_LATER)
        assert [j.claim for j in store.judging.judgements()] == [much.id]

    def test_it_is_listed_without_a_claim_where_none_meets(self, store: Store) -> None:
        store.append(entry(TEXT, PAID, reader="reader 2"), recorded_at=MUCH_LATER)
        (judged,) = store.judging.judgements()
        assert judged.claim is None
        assert judged.words == LEFT.words

    def test_it_finds_its_claim_again_when_a_third_reader_does(self, store: Store) -> None:
        store.append(entry(TEXT, PAID, reader="reader 2"), recorded_at=MUCH_LATER)
        store.append(entry(TEXT, LEFT, reader="reader 3"), recorded_at=MUCH_LATER)
        assert [j.claim for j in store.judging.judgements()] == [LEFT.id]

    def test_it_finds_its_words_in_a_newer_text_of_the_same_bytes(self, store: Store) -> None:
        newer = _moved(claim_words="Third Brigade had\nleft Tarsk")
        store.append(newer, recorded_at=MUCH_LATER)
        assert [j.claim for j in store.judging.judgements()] == [newer.claims[0].id]

    def test_the_newest_judgement_of_one_person_is_in_force(self, store: Store) -> None:
        store.judging.judge(LEFT.id, verdict="misread", by="R. Vane", recorded_at=MUCH_LATER)
        store.judging.judge(LEFT.id, verdict="unsure", by="O. Sand", recorded_at=MUCH_LATER)
        assert [(j.by, j.verdict) for j in store.judging.judgements()] == [
            ("R. Vane", "misread"),
            ("O. Sand", "unsure"),
        ]
        assert [j.verdict for j in store.judging.judgements(known_at=LATER)] == ["read rightly"]

    def test_nothing_can_be_judged_that_is_not_there(self, store: Store) -> None:
        with pytest.raises(NothingByThatName):
            store.judging.judge("k-none", verdict="x", by="R. Vane", recorded_at=LATER)
        assert sound(store)


class TestRedaction:
    def test_a_redacted_capture_is_gone_and_the_chain_verifies(self, store: Store) -> None:
        before = store.append(REPORT, recorded_at=THEN).head
        store.append(OTHER, recorded_at=THEN)
        sha256 = REPORT.fetched.capture.sha256
        head = store.redact(sha256, reason="source at risk", by="R. Vane", recorded_at=LATER)
        assert sound(store, before)
        assert sound(store, head)
        assert ids(store) == [PROMISE.id]
        assert ids(store, known_at=THEN) == [PROMISE.id]
        assert [c.address for c in store.captures()] == ["other.txt"]
        assert list(store.search("Brigade")) == []
        for read in (store.content, store.document, store.reading):
            with pytest.raises(Redacted, match="source at risk"):
                read(sha256)
        with pytest.raises(NothingByThatName):
            store.claim(LEFT.id)

    def test_a_tombstone_says_what_why_who_and_when(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        store.redact("report.txt", reason="source at risk", by="R. Vane", recorded_at=LATER)
        found = list(store.tombstones())
        assert REPORT.fetched.capture.sha256 in {t.hash for t in found}
        assert {(t.what, t.reason, t.by, t.recorded_at, t.left) for t in found} == {
            ("capture", "source at risk", "R. Vane", LATER, None)
        }

    def test_what_was_redacted_is_never_taken_in_again(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        store.redact("report.txt", reason="risk", by="R. Vane", recorded_at=LATER)
        for again in (REPORT, _at("copy.txt"), entry(TEXT, LEFT, reader="reader 2")):
            assert store.append(again, recorded_at=MUCH_LATER).change == "nothing"
        assert store.has_reading(LEFT.capture, "copy.txt", format="text 9", reader="reader 9")
        assert ids(store) == []

    def test_a_redacted_claim_is_blacked_out_where_it_stood(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        store.redact(LEFT.id, reason="witness", by="R. Vane", recorded_at=LATER)
        text = store.document(LEFT.capture).text
        assert len(text) == len(TEXT)
        assert LEFT.words not in text
        assert "Merrow" not in text
        assert text.split("\n")[1] == TEXT.split("\n")[1]
        assert ids(store) == [PAID.id]
        assert store.claim(PAID.id).claim == PAID
        assert sound(store)

    @pytest.mark.parametrize(
        ("type", "left"), [("Organization", 2), ("Role", 1), ("Person", 0), (None, 0)]
    )
    def test_a_person_who_speaks_goes_and_an_institution_stays(
        self, store: Store, type: MentionType | None, left: int
    ) -> None:
        """A name goes from all of the text, one who is only described where the claim is."""
        text = "Merrow said the depot is empty.\nThe report of Merrow is long."
        told = claim_in(text, "the depot is empty", speaker="Merrow")
        who = Mention("m1", "Person", (Span(0, 6),), "name", True, "m1", 0.9)
        mentions = (replace(who, type=type),) if type else ()
        made = entry(text, told)
        store.append(replace(made, reading=Reading(READER, mentions)), recorded_at=THEN)
        store.redact(told.id, reason="witness", by="R. Vane", recorded_at=LATER)
        assert store.document(told.capture).text.count("Merrow") == left
        assert sound(store)

    def test_what_was_worked_out_from_redacted_words_goes_with_them(self, store: Store) -> None:
        words = "40 men left the port in May 2030"
        text = f"{words}. The mayor said so."
        target = claim_in(text, words)
        counted = Count("n1", Span(0, 2), 40.0, None, "exactly", "man", assertion="s1")
        placed = TimeExpression("t1", Span(text.index("May"), text.index(". The")), "2030-05")
        made = entry(text, target)
        reading = Reading(
            READER,
            assertions=(Assertion("s1", target.spans, None),),
            counts=(counted,),
            times=(placed,),
        )
        store.append(replace(made, reading=reading), recorded_at=THEN)
        store.redact(target.id, reason="witness", by="R. Vane", recorded_at=LATER)
        left = store.reading(target.capture)
        assert (left.assertions, left.counts, left.times) == ((), (), ())
        assert sound(store)

    def test_a_redacted_claim_is_gone_from_every_search(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        store.redact(LEFT.id, reason="witness", by="R. Vane", recorded_at=LATER)
        assert ids(store, words="Brigade") == []
        assert ids(store, speaker="Merrow") == []
        assert list(store.search("Brigade")) == []
        assert len(list(store.search("ministry"))) == 1

    def test_its_bytes_go_too(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        store.redact(LEFT.id, reason="witness", by="R. Vane", recorded_at=LATER)
        with pytest.raises(Redacted):
            store.content(LEFT.capture)

    def test_words_that_are_repeated_go_everywhere_in_that_capture(self, store: Store) -> None:
        text = "Depot seven is empty, said Ana Rook.\nHeadline: Depot\nseven is empty. Rook left."
        told = claim_in(text, "Depot seven is empty", speaker="Ana Rook")
        found = Particulars(published="2030-01-02", title="DEPOT SEVEN IS EMPTY")
        store.append(entry(text, told, found=found), recorded_at=THEN)
        store.redact(told.id, reason="witness", by="R. Vane", recorded_at=LATER)
        document = store.document(told.capture)
        assert "seven" not in document.text
        assert "Ana" not in document.text
        assert document.text.endswith("Rook left.")
        assert document.found.title == BLOCK * 20
        assert sound(store)

    def test_other_claims_lose_the_words_they_share_with_it(self, store: Store) -> None:
        wider = claim_in(TEXT, "said the Third Brigade had left Tarsk")
        store.append(entry(TEXT, LEFT, wider, PAID), recorded_at=THEN)
        store.redact(LEFT.id, reason="witness", by="R. Vane", recorded_at=LATER)
        left = store.claim(wider.id).claim
        assert left.words == "said " + BLOCK * len(LEFT.words)
        assert left.spans == wider.spans
        assert sound(store)

    def test_superseded_readings_lose_it_too(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        store.append(entry(TEXT, PAID, reader="reader 2"), recorded_at=LATER)
        store.redact(LEFT.id, reason="witness", by="R. Vane", recorded_at=MUCH_LATER)
        assert ids(store, known_at=THEN) == [PAID.id]
        assert sound(store)

    def test_a_judgement_on_redacted_words_keeps_none_of_them(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        store.judging.judge(LEFT.id, verdict="right", by="O. Sand", recorded_at=THEN)
        store.redact(LEFT.id, reason="witness", by="R. Vane", recorded_at=LATER)
        (judged,) = store.judging.judgements()
        assert judged.claim is None
        assert set(judged.words) == {BLOCK}

    def test_two_claims_of_one_document_can_go_one_after_the_other(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        first = store.redact(LEFT.id, reason="witness", by="R. Vane", recorded_at=LATER)
        second = store.redact(PAID.id, reason="witness", by="R. Vane", recorded_at=LATER)
        assert sound(store, first)
        assert sound(store, second)
        assert set(store.document(LEFT.capture).text) >= {BLOCK}
        assert ids(store) == []

    def test_problems_that_name_its_address_go_with_a_capture(self, store: Store) -> None:
        store.append(replace(REPORT, problems=(PROBLEM,)), recorded_at=THEN)
        store.note((replace(PROBLEM, where="report.txt"),), recorded_at=THEN)
        store.note((PROBLEM,), recorded_at=THEN)
        store.redact("report.txt", reason="risk", by="R. Vane", recorded_at=LATER)
        assert list(store.problems()) == [(THEN, PROBLEM)]

    def test_nothing_by_a_name_is_said(self, store: Store) -> None:
        store.append(REPORT, recorded_at=THEN)
        with pytest.raises(NothingByThatName, match="capture or claim"):
            store.redact("elsewhere.txt", reason="x", by="y", recorded_at=LATER)
        assert sound(store)


WORDS = st.lists(st.sampled_from(["port", "tarsk", "brigade", "left", "depot"]), min_size=1)
ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["append", "again", "label", "judge", "pair", "rule", "undo", "redact"]),
        st.integers(0, 4),
        WORDS.map(" ".join),
    ),
    max_size=8,
)


@pytest.mark.parametrize("opener", OPENERS)
def test_whatever_is_done_the_case_verifies_from_every_head(
    opener: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    @settings(max_examples=12, deadline=None)
    @given(ACTIONS)
    def verifies(actions: list[tuple[str, int, str]]) -> None:
        store = OPENERS[opener](tmp_path_factory.mktemp("law"))
        heads = [store.head()]
        store.keep_work("law", b"kept")
        kept: list[Entry] = []
        for what, which, words in actions:
            _do(store, what, which, words, kept)
            heads.append(store.head())
        assert list(store.verify()) == []
        assert (store.kept_work("law") is None) is (heads[0] != heads[-1])
        for head in heads:
            assert sound(store, head)
        listed = ids(store)
        assert len(listed) == len(set(listed))
        store.close()

    verifies()


def _do(store: Store, what: str, which: int, words: str, kept: list[Entry]) -> None:
    if what == "append" or not kept:
        text = f"Report {which} by Lena Orr.\n{words}"
        made = entry(text, claim_in(text, words, speaker="Lena Orr"), address=f"{which}.txt")
        kept.append(made)
        store.append(made, recorded_at=THEN)
        return
    chosen: Entry = kept[which % len(kept)]
    claim: Claim = chosen.claims[0]
    if what == "again":
        reading = replace(chosen.reading, reader=f"reader {which}") if chosen.reading else None
        moved = replace(claim, spans=(Span(claim.spans[0].start, claim.spans[0].end - 1),))
        store.append(replace(chosen, reading=reading, claims=(moved,)), recorded_at=LATER)
        return
    try:
        if what == "label":
            store.label(claim.id, label=f"l{which}", by="A", recorded_at=LATER)
        elif what == "judge":
            store.judging.judge(claim.id, verdict="right", by="A", recorded_at=LATER)
        elif what == "pair":
            other = kept[(which + 1) % len(kept)].claims[0]
            store.judging.pair(
                claim.id, other.id, verdict="same", by="A", why=words, recorded_at=LATER
            )
        elif what == "rule":
            other = kept[(which + 1) % len(kept)].claims[0]
            store.judging.rule(
                claim.id, other.id, verdict="none", by="A", why=words, recorded_at=LATER
            )
        elif what == "undo":
            letter = "pr"[len(words) % 2]
            store.judging.undo(f"{letter}{which}", by="A", why=words, recorded_at=LATER)
        else:
            target = claim.id if which % 2 else chosen.fetched.capture.sha256
            store.redact(target, reason="risk", by="A", recorded_at=LATER)
    except Misuse:
        assert what in ("pair", "rule", "undo")  # a claim with itself; a pairing that is undone
    except NothingByThatName:
        # It was redacted by an earlier action.
        assert what in ("pair", "rule", "undo") or claim.id not in ids(store)


def _moved(*, claim_words: str) -> Entry:
    """The same bytes as the report's, made into another text by a newer format."""
    text = f"Report\n\nGeneral Ilhan Merrow said the {claim_words}.\n\nEnd."
    claim = replace(claim_in(text, claim_words), capture=LEFT.capture)
    made = entry(text, claim, format="text 2")
    assert made.document is not None
    document = replace(made.document, capture=LEFT.capture)
    return replace(made, fetched=REPORT.fetched, document=document)


def _at(address: str) -> Entry:
    """The same report, received from another address."""
    capture = replace(REPORT.fetched.capture, address=address)
    return replace(REPORT, fetched=replace(REPORT.fetched, capture=capture))
