"""What every store promises of judgements on two claims: kept, undone, carried over, redacted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_entries import LATER, MUCH_LATER, THEN, claim_in, entry
from test_ledger_store import OPENERS

from hearsay.ledger.blackout import BLOCK
from hearsay.ledger.judgements import Pairing
from hearsay.ledger.settling import settled
from hearsay.ledger.store import ClaimFilter, Store
from hearsay.vocabulary.errors import Misuse, NothingByThatName

TEXT = (
    "General Ilhan Merrow said the Third Brigade had left Tarsk.\n"
    "The ministry denied that any soldier was paid from abroad."
)
LEFT = claim_in(TEXT, "the Third Brigade had left Tarsk", speaker="General Ilhan Merrow")
PAID = claim_in(TEXT, "any soldier was paid from abroad", speaker="The ministry")
OTHER_TEXT = "The brigade has gone from Tarsk, Oster Wire reports.\nRain fell on the depot."
GONE = claim_in(OTHER_TEXT, "The brigade has gone from Tarsk")
RAIN = claim_in(OTHER_TEXT, "Rain fell on the depot")


@pytest.fixture(params=OPENERS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = OPENERS[request.param](tmp_path)
    opened.append(entry(TEXT, LEFT, PAID), recorded_at=THEN)
    opened.append(entry(OTHER_TEXT, GONE, RAIN, address="other.txt"), recorded_at=THEN)
    yield opened
    assert list(opened.verify()) == []
    opened.close()


def paired(
    store: Store,
    one: str = LEFT.id,
    other: str = GONE.id,
    *,
    verdict: str = "same",
    by: str = "R. Vane",
    why: str = "One brigade, one town.",
    at: str = LATER,
) -> str:
    return store.judging.pair(one, other, verdict=verdict, by=by, why=why, recorded_at=at)  # type: ignore[arg-type]


def undone(store: Store, id: str, *, why: str = "Two towns.", at: str = MUCH_LATER) -> str:
    return store.judging.undo(id, by="O. Sand", why=why, recorded_at=at)


def verdicts(store: Store) -> list[tuple[str, str]]:
    """Id and verdict of the pairings that count."""
    return [(pairing.id, pairing.verdict) for pairing in settled(store.judging.pairings())]


class TestPairing:
    def test_a_pairing_says_who_judged_what_and_why(self, store: Store) -> None:
        head = paired(store)
        assert head == store.head()
        assert list(store.judging.pairings()) == [
            Pairing(
                id="p1",
                verdict="same",
                by="R. Vane",
                why="One brigade, one town.",
                recorded_at=LATER,
                claims=(LEFT.id, GONE.id),
                words=(LEFT.words, GONE.words),
                undone=False,
            )
        ]

    def test_claims_are_named_by_a_beginning_of_their_ids(self, store: Store) -> None:
        paired(store, LEFT.id[:8], GONE.id[:8])
        assert [p.claims for p in store.judging.pairings()] == [(LEFT.id, GONE.id)]

    def test_two_claims_of_one_document_can_be_parted(self, store: Store) -> None:
        paired(store, LEFT.id, PAID.id, verdict="different")
        assert [p.verdict for p in store.judging.pairings()] == ["different"]

    def test_a_claim_is_not_paired_with_itself(self, store: Store) -> None:
        head = store.head()
        with pytest.raises(Misuse, match="one claim; name two"):
            paired(store, LEFT.id, LEFT.id[:9])
        assert store.head() == head

    def test_another_verdict_is_misuse(self, store: Store) -> None:
        with pytest.raises(Misuse, match='not "alike"'):
            paired(store, verdict="alike")

    def test_nothing_can_be_paired_that_is_not_there(self, store: Store) -> None:
        with pytest.raises(NothingByThatName):
            paired(store, "k-none")
        assert list(store.judging.pairings()) == []

    def test_as_known_before_there_is_none(self, store: Store) -> None:
        paired(store)
        assert list(store.judging.pairings(known_at=THEN)) == []


class TestUndoing:
    def test_an_undone_pairing_is_listed_as_such(self, store: Store) -> None:
        paired(store)
        before = list(store.judging.pairings())
        assert undone(store, "p1") == store.head()
        assert list(store.judging.pairings()) == [replace(before[0], undone=True)]
        assert verdicts(store) == []

    def test_as_known_before_it_was_undone_it_was_not(self, store: Store) -> None:
        paired(store)
        undone(store, "p1")
        assert [p.undone for p in store.judging.pairings(known_at=LATER)] == [False]

    def test_what_an_earlier_pairing_said_counts_again(self, store: Store) -> None:
        paired(store, verdict="different")
        paired(store, verdict="same")
        assert verdicts(store) == [("p2", "same")]
        undone(store, "p2")
        assert verdicts(store) == [("p1", "different")]

    def test_undoing_the_earlier_leaves_the_later(self, store: Store) -> None:
        paired(store, verdict="different")
        paired(store, verdict="same")
        undone(store, "p1")
        assert verdicts(store) == [("p2", "same")]

    def test_it_is_undone_once_and_can_be_made_again(self, store: Store) -> None:
        paired(store)
        undone(store, "p1")
        with pytest.raises(Misuse, match="p1 is undone already"):
            undone(store, "p1")
        paired(store, at=MUCH_LATER)
        assert verdicts(store) == [("p2", "same")]

    @pytest.mark.parametrize("id", ["p2", "p0", "p", "", "1", "p-1", "p\u0661", "p" + "9" * 40])
    def test_what_is_no_pairing_cannot_be_undone(self, store: Store, id: str) -> None:
        paired(store)
        with pytest.raises(NothingByThatName, match="judgement"):
            undone(store, id)


class TestWhichCounts:
    def test_the_later_one_whoever_made_it_and_in_whichever_order(self, store: Store) -> None:
        paired(store, by="R. Vane", verdict="same")
        paired(store, GONE.id, LEFT.id, by="O. Sand", verdict="different")
        assert verdicts(store) == [("p2", "different")]

    def test_other_claims_are_not_concerned(self, store: Store) -> None:
        paired(store)
        paired(store, LEFT.id, RAIN.id, verdict="different")
        assert verdicts(store) == [("p1", "same"), ("p2", "different")]

    def test_pairings_that_meet_on_the_same_two_claims_of_a_newer_reading(
        self, store: Store
    ) -> None:
        paired(store, LEFT.id, GONE.id, verdict="different")
        brigade = claim_in(TEXT, "Third Brigade", speaker="General Ilhan Merrow")
        store.append(entry(TEXT, brigade, reader="reader 2"), recorded_at=LATER)
        paired(store, brigade.id, GONE.id, verdict="same")
        assert verdicts(store) == [("p2", "same")]

    @given(
        st.lists(
            st.tuples(st.sampled_from("abc"), st.sampled_from("abcx"), st.booleans()), max_size=9
        )
    )
    def test_undoing_the_newest_is_as_if_it_had_not_been_made(
        self, made: list[tuple[str, str, bool]]
    ) -> None:
        every = [
            Pairing(f"p{n}", "same", "A", "", THEN, (one, None if two == "x" else two), ("", ""), u)
            for n, (one, two, u) in enumerate(made)
        ]
        if every:
            taken_back = [*every[:-1], replace(every[-1], undone=True)]
            assert settled(taken_back) == settled(every[:-1])
        assert len({frozenset(p.claims) for p in settled(every)}) == len(settled(every))


class TestCarryingOver:
    def test_a_pairing_carries_over_to_newer_readings_of_both(self, store: Store) -> None:
        paired(store)
        shorter = claim_in(TEXT, "Third Brigade had left", speaker="General Ilhan Merrow")
        store.append(entry(TEXT, shorter, PAID, reader="reader 2"), recorded_at=MUCH_LATER)
        assert [p.claims for p in store.judging.pairings()] == [(shorter.id, GONE.id)]
        assert [p.claims for p in store.judging.pairings(known_at=LATER)] == [(LEFT.id, GONE.id)]
        assert [p.words for p in store.judging.pairings()] == [(LEFT.words, GONE.words)]

    def test_where_no_claim_meets_the_words_it_does_not_count(self, store: Store) -> None:
        paired(store)
        store.append(entry(TEXT, PAID, reader="reader 2"), recorded_at=MUCH_LATER)
        assert [p.claims for p in store.judging.pairings()] == [(None, GONE.id)]
        assert verdicts(store) == []


class TestRedaction:
    @pytest.mark.parametrize("what", [LEFT.id, GONE.id, LEFT.capture, GONE.capture])
    def test_a_pairing_goes_with_either_of_its_claims_and_captures(
        self, store: Store, what: str
    ) -> None:
        """What stays of the other claim would say what was redacted."""
        paired(store)
        paired(store, GONE.id, LEFT.id)
        paired(store, RAIN.id, GONE.id, verdict="different")
        undone(store, "p1")
        store.redact(what, reason="risk", by="R. Vane", recorded_at=MUCH_LATER)
        left = [p.id for p in store.judging.pairings()]
        assert left == (["p3"] if what in (LEFT.id, LEFT.capture) else [])
        with pytest.raises(NothingByThatName):
            undone(store, "p2")

    def test_it_goes_with_any_claim_that_shares_its_words(self, store: Store) -> None:
        brigade = claim_in(TEXT, "Third Brigade had left")
        store.append(entry(TEXT, brigade, PAID, reader="reader 2"), recorded_at=LATER)
        paired(store, brigade.id, GONE.id)
        store.redact(LEFT.id, reason="risk", by="R. Vane", recorded_at=MUCH_LATER)
        assert list(store.judging.pairings()) == []

    def test_one_on_other_words_of_the_capture_stays_without_the_redacted_ones(
        self, store: Store
    ) -> None:
        paired(store, PAID.id, RAIN.id, verdict="different", why=f"Merrow: {LEFT.words}.")
        undone(store, "p1", why=f"Who says that {LEFT.words.upper()}?")
        paired(store, PAID.id, RAIN.id, verdict="different", why="No.")
        store.redact(LEFT.id, reason="risk", by="R. Vane", recorded_at=MUCH_LATER)
        first, second = store.judging.pairings()
        assert first.claims == second.claims == (PAID.id, RAIN.id)
        assert first.words == (PAID.words, RAIN.words)
        assert LEFT.words not in first.why
        assert BLOCK * len(LEFT.words) in first.why
        assert (first.undone, second.undone, second.why) == (True, False, "No.")
        assert verdicts(store) == [("p2", "different")]

    def test_the_same_words_in_another_outlets_report_stay_paired(self, store: Store) -> None:
        text = f"Oster Wire says that {LEFT.words}."
        again = claim_in(text, LEFT.words, outlet="Oster Wire")
        store.append(entry(text, again, address="wire.txt"), recorded_at=LATER)
        paired(store, PAID.id, again.id, verdict="different")
        store.redact(LEFT.id, reason="risk", by="R. Vane", recorded_at=MUCH_LATER)
        assert [p.claims for p in store.judging.pairings()] == [(PAID.id, again.id)]
        assert [p.words for p in store.judging.pairings()] == [(PAID.words, again.words)]

    def test_words_that_are_repeated_at_a_paired_claim_go_there_too(self, store: Store) -> None:
        text = "Depot seven is empty, said Ana Rook.\nAgain: depot seven is empty and dark."
        told = claim_in(text, "Depot seven is empty", speaker="Ana Rook")
        again = claim_in(text, "depot seven is empty and dark")
        store.append(entry(text, told, again, address="d.txt"), recorded_at=LATER)
        paired(store, again.id, RAIN.id)
        store.redact(told.id, reason="risk", by="R. Vane", recorded_at=MUCH_LATER)
        (pairing,) = store.judging.pairings()
        assert pairing.words == (BLOCK * 20 + " and dark", RAIN.words)
        assert pairing.claims == (again.id, RAIN.id)

    def test_a_judgement_on_some_of_the_redacted_words_loses_them_too(self, store: Store) -> None:
        """They are no whole name or claim, so that no search for words would find them."""
        brigade = claim_in(TEXT, "said the Third Brigade had")
        store.append(entry(TEXT, brigade, PAID, reader="reader 2"), recorded_at=LATER)
        store.judging.judge(brigade.id, verdict="right", by="O. Sand", recorded_at=LATER)
        store.redact(LEFT.id, reason="risk", by="R. Vane", recorded_at=MUCH_LATER)
        (judged,) = store.judging.judgements()
        assert judged.words == "said " + BLOCK * len("the Third Brigade had")
        assert judged.claim == brigade.id

    def test_a_label_on_some_of_the_redacted_words_still_hides_its_claim(
        self, store: Store
    ) -> None:
        brigade = claim_in(TEXT, "said the Third Brigade had")
        store.append(entry(TEXT, brigade, PAID, reader="reader 2"), recorded_at=LATER)
        store.label(brigade.id, label="witness", by="R. Vane", recorded_at=LATER)
        store.redact(LEFT.id, reason="risk", by="R. Vane", recorded_at=MUCH_LATER)
        assert brigade.id not in [row.claim.id for row in store.claims(ClaimFilter())]
        assert [found.passage.paragraph for found in store.search("ministry")] == [2]
