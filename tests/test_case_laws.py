"""Laws of the ledger, over whatever people do with a case: it says the same when all is done again,
what was known then stays as it was, a later day shows no less, and what is taken back is gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from forces_by_hand import posting, unit
from hypothesis import given, settings
from hypothesis import strategies as st
from tables_by_hand import PERSON_COLUMNS, UNIT_COLUMNS, reading_of, table

from hearsay.case.picturing import CasePicture
from hearsay.documents.making import make
from hearsay.ledger.judgements import IdentityVerdict, NamedAt
from hearsay.ledger.store import ClaimFilter, Entry, Store
from hearsay.ledger.stores.sqlite import open_case
from hearsay.picture.dossier import dossier_of
from hearsay.picture.index import Asking
from hearsay.picture.index.asking import StatementFilter
from hearsay.reading.claims import claims_of
from hearsay.vocabulary.captures import Capture, Fetched, Particulars
from hearsay.vocabulary.spans import Span

NAMES = ("Tarek Olin", "Tariq Olin", "Masoud Varre", "M. Varre")
UNITS = ("5 Coastal Brigade", "5th Coastal Brigade", "2 Division")
DAYS = ("2018-06-01", "2019-06-01", "2020-03-01", "2021-06-01", "2023-01-01")


def _persons(number: int) -> str:
    rows = (
        posting(NAMES[number % 4], UNITS[number % 3], "2019-03-01", "2020-06-30", rank="Colonel"),
        posting(NAMES[(number + 1) % 4], UNITS[(number + 1) % 3], "2020-01-10", "2022-03-01"),
    )
    return table(PERSON_COLUMNS, *rows)


def _units(number: int) -> str:
    row = unit(UNITS[number % 3], UNITS[(number + 2) % 3], "2019-01-01", f"202{number}-06-01")
    return table(UNIT_COLUMNS, row)


def _entry(number: int, written: str) -> Entry:
    content = written.encode()
    stated = Particulars(publisher=f"Archive {number}", published=f"2031-01-0{number + 1}")
    sha = sha256(content).hexdigest()
    capture = Capture(
        sha, f"table-{number}.csv", "2031-02-01T00:00:00Z", "file", len(content), stated
    )
    fetched = Fetched(capture, content)
    document = make(fetched).document
    assert document is not None
    reading = reading_of(document)
    return Entry(fetched, document, reading, tuple(claims_of(document, reading)), ())


ENTRIES = tuple(_entry(number, (_persons if number < 3 else _units)(number)) for number in range(5))


@dataclass(frozen=True)
class Done:
    """Something that somebody did with the case."""

    what: str
    one: int
    other: int


DEEDS = st.builds(
    Done,
    st.sampled_from(("read", "read", "merge", "split", "judge", "undo", "label")),
    st.integers(0, 9),
    st.integers(0, 9),
)
PEACEFUL = DEEDS.filter(lambda deed: deed.what != "label")
MADE = settings(max_examples=8, deadline=None)


@contextmanager
def case() -> Iterator[Store]:
    with TemporaryDirectory() as folder:
        store = open_case(str(Path(folder) / "case.hearsay"), create=True, noise=bytes)
        yield store
        assert list(store.verify()) == []
        store.close()


def at(minute: int) -> str:
    return f"2031-03-01T10:{minute:02}:00Z"


def do(store: Store, deed: Done, minute: int) -> None:
    """Do it, as far as the case holds what it takes; what it has not is passed over."""
    when = at(minute)
    named = list(_named(store))
    claims = [row.claim.id for row in store.claims(ClaimFilter())]
    if deed.what == "read":
        store.append(ENTRIES[deed.one % len(ENTRIES)], recorded_at=when)
    elif deed.what in ("merge", "split") and len(named) > 1:
        one, other = named[deed.one % len(named)], named[deed.other % len(named)]
        verdict: IdentityVerdict = "same" if deed.what == "merge" else "different"
        if one != other:
            store.judging.identify(
                one, other, verdict=verdict, by="R. Vane", why="", recorded_at=when
            )
    elif deed.what == "judge" and claims:
        claim = claims[deed.one % len(claims)]
        store.judging.judge(claim, verdict="right", by="R. Vane", recorded_at=when)
    elif deed.what == "undo":
        made = [one.id for one in store.judging.identities() if one.undone is None]
        if made:
            id = made[deed.one % len(made)]
            store.judging.undo(id, by="O. Sand", why="", recorded_at=when)
    elif deed.what == "label" and claims:
        store.label(claims[deed.one % len(claims)], label="source", by="O. Sand", recorded_at=when)


def _named(store: Store) -> Iterator[NamedAt]:
    """Where the tables name persons and units."""
    held = {capture.sha256 for capture in store.captures()}
    for entry in ENTRIES:
        if entry.fetched.capture.sha256 in held and entry.document is not None:
            text = entry.document.text
            for name in (*NAMES, *UNITS):
                start = text.find(f": {name}\n")
                if start >= 0:
                    span = Span(start + 2, start + 2 + len(name))
                    yield NamedAt(entry.fetched.capture.sha256, span)


def state(store: Store, *, known_at: str | None = None) -> list[Any]:
    """Everything that the case then says, read out of its index."""
    return contents(CasePicture(store).asking(known_at=known_at))


def contents(asking: Asking) -> list[Any]:
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    names = sorted(name for (name,) in asking._rows(tables))
    return [(name, sorted(asking._rows(f"SELECT * FROM {name}"), key=repr)) for name in names]


@MADE
@given(st.lists(DEEDS, max_size=9))
def test_all_done_again_says_the_same_under_the_same_head(deeds: Sequence[Done]) -> None:
    with case() as first, case() as second:
        for minute, deed in enumerate(deeds):
            do(first, deed, minute)
        for minute, deed in enumerate(deeds):
            do(second, deed, minute)
        assert first.head() == second.head()
        assert state(first) == state(second)


@MADE
@given(st.lists(DEEDS, max_size=9))
def test_an_index_kept_through_everything_equals_one_made_of_the_ledger(
    deeds: Sequence[Done],
) -> None:
    with case() as kept, case() as fresh:
        for minute, deed in enumerate(deeds):
            do(kept, deed, minute)
            state(kept)
        for minute, deed in enumerate(deeds):
            do(fresh, deed, minute)
        assert state(kept) == state(kept) == state(fresh)


@MADE
@given(st.lists(PEACEFUL, min_size=2, max_size=9), st.integers(0, 8))
def test_what_was_known_at_a_time_stays_as_it_was(deeds: Sequence[Done], until: int) -> None:
    until = min(until, len(deeds) - 1)
    with case() as store:
        for minute, deed in enumerate(deeds[: until + 1]):
            do(store, deed, minute)
        then = state(store)
        claims = {row.claim.id for row in store.claims(ClaimFilter())}
        for minute, deed in enumerate(deeds[until + 1 :], until + 1):
            do(store, deed, minute)
        assert state(store, known_at=at(until)) == then
        assert claims <= {row.claim.id for row in store.claims(ClaimFilter())}


@MADE
@given(st.lists(DEEDS, min_size=1, max_size=9))
def test_a_later_day_shows_no_less_of_anybody(deeds: Sequence[Done]) -> None:
    with case() as store:
        for minute, deed in enumerate(deeds):
            do(store, deed, minute)
        asking = CasePicture(store).asking()
        whom = {n for row in asking.statements(StatementFilter()) for _, n in row.entities}
        for number in sorted(whom):
            shown = [dossier_of(asking, number, as_of=day).rows for day in DAYS]
            assert all(a <= b for a, b in pairwise(shown))


@MADE
@given(
    st.lists(PEACEFUL, max_size=6),
    st.sampled_from(("merge", "split")),
    st.integers(0, 9),
    st.integers(0, 9),
)
def test_taking_a_judgement_back_restores_all_that_was_said_before_it(
    deeds: Sequence[Done], what: str, one: int, other: int
) -> None:
    with case() as store:
        for minute, deed in enumerate(deeds):
            do(store, deed, minute)
        before, judged = state(store), {i.id for i in store.judging.identities()}
        do(store, Done(what, one, other), 20)
        made = [i.id for i in store.judging.identities() if i.id not in judged]
        for id in made:
            store.judging.undo(id, by="O. Sand", why="", recorded_at=at(21))
        assert state(store) == before
