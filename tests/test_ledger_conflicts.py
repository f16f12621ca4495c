"""What every store promises of rulings on conflicts and of a case's own names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_entries import LATER, MUCH_LATER, THEN, claim_in, entry
from test_ledger_store import OPENERS

from hearsay.ledger.judgements import ConflictRuling, NamesOfOne, RuledSide
from hearsay.ledger.settling import overriding, settled_aliases, settled_conflicts
from hearsay.ledger.store import Store
from hearsay.vocabulary.errors import Misuse, NothingByThatName

TEXT = "There were 41 attacks, Colonel Tavi Branno said.\nSnow fell on Tarsk."
FIRST = claim_in(TEXT, "There were 41 attacks", speaker="Colonel Tavi Branno")
SNOW = claim_in(TEXT, "Snow fell on Tarsk")
OTHER_TEXT = "The command now counts 43 attacks, Oster Wire reports."
SECOND = claim_in(OTHER_TEXT, "The command now counts 43 attacks")
THIRD_TEXT = "A spokeswoman put the number at 45."
THIRD = claim_in(THIRD_TEXT, "the number at 45", speaker="A spokeswoman")


@pytest.fixture(params=OPENERS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = OPENERS[request.param](tmp_path)
    opened.append(entry(TEXT, FIRST, SNOW), recorded_at=THEN)
    opened.append(entry(OTHER_TEXT, SECOND, address="other.txt"), recorded_at=THEN)
    opened.append(entry(THIRD_TEXT, THIRD, address="third.txt"), recorded_at=THEN)
    yield opened
    assert list(opened.verify()) == []
    opened.close()


def ruled(
    store: Store,
    *sides: list[str],
    verdict: str = "stands",
    side: int | None = 1,
    at: str = LATER,
    kind: str = "numbers",
) -> str:
    return store.judging.rule_on_conflict(
        kind,
        sides or ([FIRST.id], [SECOND.id]),
        verdict=verdict,  # type: ignore[arg-type]
        side=side,
        by="R. Vane",
        why="It was corrected.",
        recorded_at=at,
    )


def test_a_ruling_says_who_decided_what_of_which_claims(store: Store) -> None:
    assert ruled(store) == store.head()
    assert list(store.judging.conflict_rulings()) == [
        ConflictRuling(
            id="v1",
            kind="numbers",
            verdict="stands",
            side=1,
            by="R. Vane",
            why="It was corrected.",
            recorded_at=LATER,
            sides=(
                RuledSide((FIRST.id,), (FIRST.words,)),
                RuledSide((SECOND.id,), (SECOND.words,)),
            ),
            undone=False,
        )
    ]


@pytest.mark.parametrize(
    ("sides", "verdict", "side"),
    [
        (([FIRST.id],), "both", None),
        (([FIRST.id], []), "both", None),
        (([FIRST.id], [SECOND.id]), "stands", None),
        (([FIRST.id], [SECOND.id]), "stands", 2),
        (([FIRST.id], [SECOND.id]), "both", 0),
        (([FIRST.id], [SECOND.id]), "true", None),
    ],
)
def test_what_decides_nothing_is_refused(
    store: Store, sides: tuple[list[str], ...], verdict: str, side: int | None
) -> None:
    head = store.head()
    with pytest.raises(Misuse):
        ruled(store, *sides, verdict=verdict, side=side)
    assert store.head() == head


def test_nothing_is_ruled_of_a_claim_that_is_not_there(store: Store) -> None:
    with pytest.raises(NothingByThatName):
        ruled(store, [FIRST.id], ["k-none"])


def test_before_it_was_made_it_is_not_known(store: Store) -> None:
    ruled(store)
    assert list(store.judging.conflict_rulings(known_at=THEN)) == []


def test_taken_back_it_is_kept_and_marked(store: Store) -> None:
    ruled(store)
    store.judging.undo("v1", by="O. Sand", why="No.", recorded_at=MUCH_LATER)
    (one,) = store.judging.conflict_rulings()
    assert one.undone
    assert settled_conflicts([one]) == ()
    with pytest.raises(Misuse, match="undone already"):
        store.judging.undo("v1", by="O. Sand", why="No.", recorded_at=MUCH_LATER)


def test_of_two_on_the_same_conflict_the_newer_counts(store: Store) -> None:
    ruled(store)
    ruled(store, [SECOND.id, SNOW.id], [FIRST.id], verdict="unknown", side=None, at=MUCH_LATER)
    every = list(store.judging.conflict_rulings())
    assert [one.id for one in settled_conflicts(every)] == ["v2"]
    assert overriding([], [], [], conflicts=every) == {"v1": "v2"}


def test_rulings_on_others_count_beside_each_other(store: Store) -> None:
    ruled(store)
    ruled(store, [FIRST.id], [THIRD.id], side=0)
    ruled(store, kind="denial")
    every = list(store.judging.conflict_rulings())
    assert [one.id for one in settled_conflicts(every)] == ["v1", "v2", "v3"]


def test_it_carries_over_to_a_newer_reading_of_the_same_words(store: Store) -> None:
    ruled(store)
    read_again = claim_in(OTHER_TEXT, "now counts 43 attacks", speaker="The command")
    store.append(
        entry(OTHER_TEXT, read_again, address="other.txt", reader="reader 2"),
        recorded_at=MUCH_LATER,
    )
    (one,) = store.judging.conflict_rulings()
    assert one.sides[1].claims == (read_again.id,)


def test_a_claim_that_nobody_reads_any_more_leaves_its_place_empty(store: Store) -> None:
    ruled(store)
    store.append(entry(OTHER_TEXT, address="other.txt", reader="reader 2"), recorded_at=MUCH_LATER)
    (one,) = store.judging.conflict_rulings()
    assert one.sides[1].claims == (None,)


@pytest.mark.parametrize("what", [SECOND.id, "other.txt"])
def test_a_ruling_goes_with_any_of_its_claims(store: Store, what: str) -> None:
    ruled(store, [FIRST.id], [SECOND.id, THIRD.id], side=0)
    store.redact(what, reason="safety", by="R. Vane", recorded_at=MUCH_LATER)
    assert list(store.judging.conflict_rulings()) == []


def test_a_ruling_stays_where_other_words_of_its_document_go(store: Store) -> None:
    ruled(store)
    store.redact(SNOW.id, reason="safety", by="R. Vane", recorded_at=MUCH_LATER)
    (one,) = store.judging.conflict_rulings()
    assert [side.claims for side in one.sides] == [(FIRST.id,), (SECOND.id,)]


WATCH = NamesOfOne("Harbour Watch", ("Night Lanterns", "HW"), "a leaflet of 2019", "force")


def test_which_names_are_ones_is_kept_row_by_row(store: Store) -> None:
    lamp = NamesOfOne("The Lamp", ("Lamp",), "own word")
    assert store.judging.alias([WATCH, lamp], by="R", why="", recorded_at=LATER) == store.head()
    assert [one.named for one in store.judging.aliasings()] == [WATCH, lamp]
    assert list(store.judging.aliasings(known_at=THEN)) == []


def test_of_two_rows_on_one_the_newer_counts_until_it_is_undone(store: Store) -> None:
    newer = NamesOfOne("harbour watch", ("The Lanterns",), "a court", "force")
    store.judging.alias([WATCH], by="R", why="", recorded_at=LATER)
    store.judging.alias([newer], by="R", why="", recorded_at=LATER)
    assert [one.named for one in settled_aliases(store.judging.aliasings())] == [newer]
    assert overriding([], [], [], aliasings=store.judging.aliasings()) == {"a1": "a2"}
    store.judging.undo("a2", by="R", why="", recorded_at=MUCH_LATER)
    assert [one.named for one in settled_aliases(store.judging.aliasings())] == [WATCH]


_STEPS = st.lists(
    st.sampled_from(["rule", "rule otherwise", "alias", "alias otherwise", "undo"]),
    min_size=1,
    max_size=6,
)


@settings(max_examples=15, deadline=None)
@given(steps=_STEPS)
def test_undoing_gives_back_what_counted_before_and_what_was_known_then_stays(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    """Law: each undoing restores exactly, and `known_at` shows each state as it was."""
    opened = OPENERS["sqlite"](tmp_path_factory.mktemp("laws"))
    opened.append(entry(TEXT, FIRST), recorded_at=THEN)
    opened.append(entry(OTHER_TEXT, SECOND, address="other.txt"), recorded_at=THEN)

    def counting(known_at: str | None = None) -> tuple[object, ...]:
        return (
            settled_conflicts(opened.judging.conflict_rulings(known_at=known_at)),
            settled_aliases(opened.judging.aliasings(known_at=known_at)),
        )

    states, made, seen = [counting()], list[str](), [(THEN, counting())]
    for at, step in enumerate(steps, 1):
        now = f"2031-01-01T09:00:{at:02}Z"
        if step == "undo":
            if not made:
                continue
            opened.judging.undo(made.pop(), by="R", why="", recorded_at=now)
            states.pop()
            assert counting() == states[-1]
        elif step.startswith("rule"):
            verdict = "both" if step == "rule" else "neither"
            ruled(opened, verdict=verdict, side=None, at=now)
            made.append([one.id for one in opened.judging.conflict_rulings()][-1])
            states.append(counting())
        else:
            named = replace(WATCH, source=step)
            opened.judging.alias([named], by="R", why="", recorded_at=now)
            made.append([one.id for one in opened.judging.aliasings()][-1])
            states.append(counting())
        seen.append((now, counting()))
    assert [counting(now) for now, _ in seen] == [state for _, state in seen]
    assert list(opened.verify()) == []
    opened.close()
