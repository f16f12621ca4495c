"""What a case hands to tracing of all that people decided."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_entries import LATER, THEN, claim_in, entry

from hearsay.case import Case, OwnedOutlet
from hearsay.case.judging import Decided
from hearsay.ledger.opening import open_case
from hearsay.origins.descent.ruling import Ruled

TEXT = "The Third Brigade had left Tarsk.\nSnow fell."
LEFT = claim_in(TEXT, "The Third Brigade had left Tarsk")
SNOW = claim_in(TEXT, "Snow fell")
OTHER_TEXT = "The brigade has gone from Tarsk."
GONE = claim_in(OTHER_TEXT, "The brigade has gone from Tarsk")


def later() -> str:
    return LATER


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    store = open_case(str(tmp_path / "case.hearsay"), create=True)
    store.append(entry(TEXT, LEFT, SNOW), recorded_at=THEN)
    store.append(entry(OTHER_TEXT, GONE, address="other.txt"), recorded_at=THEN)
    with Case(store) as opened:
        yield opened


def test_where_nobody_decided_anything_there_is_nothing(case: Case) -> None:
    assert case.judging.decided() == Decided(frozenset(), frozenset(), (), None)


def test_the_pairings_and_rulings_that_count_are_handed_on_by_their_ends(case: Case) -> None:
    who = {"by": "Ana", "why": ""}
    case.judging.pair(LEFT.id, GONE.id, verdict="same", **who)
    case.judging.pair(LEFT.id, SNOW.id, verdict="different", **who)
    case.judging.rule(GONE.id, LEFT.id, verdict="none", **who)
    case.judging.rule("other.txt", "report.txt", verdict="retelling", **who)
    case.judging.rule(GONE.id, None, named="Oster Wire", verdict="none", **who)
    taken_back = case.judging.rule(SNOW.id, LEFT.id, verdict="none", **who)
    case.judging.undo(taken_back.id, **who)
    decided = case.judging.decided()
    assert decided.joined == {(LEFT.id, GONE.id)}
    assert decided.parted == {(LEFT.id, SNOW.id)}
    assert decided.rulings == (
        Ruled(GONE.id, LEFT.id, holds=False),
        Ruled(GONE.capture, LEFT.capture, holds=True),
        Ruled(GONE.id, "named:Oster Wire", holds=False),
    )


def test_owners_that_people_state_beat_those_that_hearsay_comes_with(case: Case) -> None:
    case.judging.own([OwnedOutlet("Reuters", "Ledger Group")], by="Ana", why="", clock=later)
    owners = case.judging.decided().owners
    assert owners is not None
    assert owners.owner("Reuters") == "Ledger Group"
    assert owners.owner("reuters.com") == "Ledger Group"
    assert owners.owner("Reuters News") == "Ledger Group"
    assert owners.owner("Associated Press") == "Associated Press"
    assert case.judging.decided(known_at=THEN).owners is None
