"""What every store promises of judgements on links and owners: kept, undone, carried, redacted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from ledger_entries import LATER, MUCH_LATER, THEN, claim_in, entry
from test_ledger_store import OPENERS

from hearsay.ledger.judgements import LinkEnd, OwnedOutlet, Ruling
from hearsay.ledger.settling import overriding, settled_owners, settled_rulings
from hearsay.ledger.store import Store
from hearsay.vocabulary.errors import Misuse, NothingByThatName

TEXT = "The Third Brigade had left Tarsk, General Ilhan Merrow said.\nSnow fell."
LEFT = claim_in(TEXT, "The Third Brigade had left Tarsk", speaker="General Ilhan Merrow")
SNOW = claim_in(TEXT, "Snow fell")
OTHER_TEXT = "The brigade has gone from Tarsk, Oster Wire reports."
GONE = claim_in(OTHER_TEXT, "The brigade has gone from Tarsk")

COAST = OwnedOutlet("Coast Gazette", "Marsa Press Holding", "newspaper", "", ("coast.example",))
LAMP = OwnedOutlet("The Lamp", "Marsa Press Holding")


@pytest.fixture(params=OPENERS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = OPENERS[request.param](tmp_path)
    opened.append(entry(TEXT, LEFT, SNOW), recorded_at=THEN)
    opened.append(entry(OTHER_TEXT, GONE, address="other.txt"), recorded_at=THEN)
    yield opened
    assert list(opened.verify()) == []
    opened.close()


def ruled(
    store: Store,
    later: str = GONE.id,
    earlier: str | None = LEFT.id,
    *,
    named: str | None = None,
    verdict: str = "none",
    at: str = LATER,
) -> str:
    return store.judging.rule(
        later,
        earlier,
        named=named,
        verdict=verdict,  # type: ignore[arg-type]
        by="R. Vane",
        why="Heard apart.",
        recorded_at=at,
    )


def undone(store: Store, id: str, *, at: str = MUCH_LATER) -> str:
    return store.judging.undo(id, by="O. Sand", why="No.", recorded_at=at)


def in_force(store: Store) -> list[tuple[str, str]]:
    return [(ruling.id, ruling.verdict) for ruling in settled_rulings(store.judging.rulings())]


class TestRuling:
    def test_a_ruling_says_who_judged_which_link_and_why(self, store: Store) -> None:
        assert ruled(store) == store.head()
        assert list(store.judging.rulings()) == [
            Ruling(
                id="r1",
                verdict="none",
                by="R. Vane",
                why="Heard apart.",
                recorded_at=LATER,
                later=LinkEnd("claim", GONE.capture, GONE.id, GONE.words),
                earlier=LinkEnd("claim", LEFT.capture, LEFT.id, LEFT.words),
                undone=False,
            )
        ]

    def test_two_documents_are_named_by_their_addresses(self, store: Store) -> None:
        ruled(store, "other.txt", LEFT.capture[:12], verdict="retelling")
        (ruling,) = store.judging.rulings()
        assert (ruling.later.key, ruling.earlier.key) == (GONE.capture, LEFT.capture)

    def test_the_earlier_one_may_be_a_source_that_is_known_by_name_only(self, store: Store) -> None:
        ruled(store, GONE.id, None, named="  Oster\n Wire ", verdict="retelling")
        (ruling,) = store.judging.rulings()
        assert ruling.earlier == LinkEnd("named", None, None, "Oster Wire")

    @pytest.mark.parametrize(
        ("later", "earlier", "named", "reason"),
        [
            (GONE.id, GONE.id[:9], None, "are one; name two"),
            (GONE.id, "report.txt", None, "a claim and a document"),
            (GONE.id, LEFT.id, "Oster Wire", "name one of them"),
            (GONE.id, None, " ", "name one of them"),
        ],
    )
    def test_what_is_no_link_is_refused(
        self, store: Store, later: str, earlier: str | None, named: str | None, reason: str
    ) -> None:
        head = store.head()
        with pytest.raises(Misuse, match=reason):
            ruled(store, later, earlier, named=named)
        assert store.head() == head

    def test_nothing_can_be_ruled_on_that_is_not_there(self, store: Store) -> None:
        with pytest.raises(NothingByThatName):
            ruled(store, "k-none")

    def test_the_newest_counts_in_whichever_order_the_two_were_named(self, store: Store) -> None:
        ruled(store, GONE.id, LEFT.id, verdict="none")
        ruled(store, LEFT.id, GONE.id, verdict="retelling")
        assert in_force(store) == [("r2", "retelling")]
        assert overriding([], store.judging.rulings(), []) == {"r1": "r2"}

    def test_a_newer_one_overrides_none_once_it_is_taken_back(self, store: Store) -> None:
        ruled(store, verdict="none")
        ruled(store, verdict="retelling")
        undone(store, "r2")
        assert in_force(store) == [("r1", "none")]
        assert overriding([], store.judging.rulings(), []) == {}
        assert [one.undone for one in store.judging.rulings(known_at=LATER)] == [False, False]

    @pytest.mark.parametrize("id", ["r2", "o1", "p1", "1", "", "r\u0661"])
    def test_what_is_no_judgement_cannot_be_taken_back(self, store: Store, id: str) -> None:
        ruled(store)
        with pytest.raises(NothingByThatName, match="judgement"):
            undone(store, id)

    def test_it_is_taken_back_once(self, store: Store) -> None:
        ruled(store)
        undone(store, "r1")
        with pytest.raises(Misuse, match="r1 is undone already"):
            undone(store, "r1")

    def test_it_carries_over_to_a_newer_reading(self, store: Store) -> None:
        ruled(store)
        shorter = claim_in(TEXT, "Brigade had left Tarsk", speaker="General Ilhan Merrow")
        store.append(entry(TEXT, shorter, reader="reader 2"), recorded_at=MUCH_LATER)
        assert [one.earlier.claim for one in store.judging.rulings()] == [shorter.id]

    def test_where_no_claim_meets_the_words_it_does_not_count(self, store: Store) -> None:
        ruled(store)
        store.append(entry(TEXT, SNOW, reader="reader 2"), recorded_at=MUCH_LATER)
        assert [one.earlier.key for one in store.judging.rulings()] == [None]
        assert in_force(store) == []


class TestRedaction:
    @pytest.mark.parametrize("what", [LEFT.id, GONE.id, LEFT.capture, GONE.capture])
    def test_a_ruling_goes_with_either_of_its_claims_and_captures(
        self, store: Store, what: str
    ) -> None:
        ruled(store)
        undone(store, "r1")
        store.redact(what, reason="risk", by="R. Vane", recorded_at=MUCH_LATER)
        assert list(store.judging.rulings()) == []

    def test_one_on_documents_stays_where_only_a_claim_goes(self, store: Store) -> None:
        ruled(store, "other.txt", "report.txt")
        store.redact(LEFT.id, reason="risk", by="R. Vane", recorded_at=MUCH_LATER)
        assert [one.earlier.capture for one in store.judging.rulings()] == [LEFT.capture]

    def test_a_source_by_name_goes_where_the_name_is_redacted(self, store: Store) -> None:
        ruled(store, SNOW.id, None, named="Ilhan Merrow, General Ilhan Merrow", verdict="retelling")
        store.redact(LEFT.id, reason="risk", by="R. Vane", recorded_at=MUCH_LATER)
        (ruling,) = store.judging.rulings()
        assert "General Ilhan Merrow" not in ruling.earlier.words


class TestOwners:
    def owned(self, store: Store, *outlets: OwnedOutlet) -> str:
        return store.judging.own(outlets, by="R. Vane", why="Trade register.", recorded_at=LATER)

    def test_each_outlet_is_a_judgement_of_its_own(self, store: Store) -> None:
        assert self.owned(store, COAST, LAMP) == store.head()
        assert [(one.id, one.outlet) for one in store.judging.ownerships()] == [
            ("o1", COAST),
            ("o2", LAMP),
        ]
        undone(store, "o1")
        assert [one.id for one in settled_owners(store.judging.ownerships())] == ["o2"]

    def test_of_one_outlet_the_newest_counts_however_it_is_spelt(self, store: Store) -> None:
        sold = replace(COAST, name="COAST gazette", owner="Ministry of Ports")
        self.owned(store, COAST)
        self.owned(store, sold)
        (one,) = settled_owners(store.judging.ownerships())
        assert one.outlet.owner == "Ministry of Ports"
        assert overriding([], [], store.judging.ownerships()) == {"o1": "o2"}

    def test_as_known_before_there_is_none(self, store: Store) -> None:
        self.owned(store, COAST)
        assert list(store.judging.ownerships(known_at=THEN)) == []

    def test_nothing_to_own_changes_nothing(self, store: Store) -> None:
        head = store.head()
        assert self.owned(store) == head
