"""An investigation: what goes in, what is kept, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from hearsay.case.results import ReadResult, result_of
from hearsay.documents.making import format_of, formats_in_force
from hearsay.intake import (
    Arrival,
    LazyReader,
    Step,
    Taken,
    Watch,
    arrivals,
    take_in,
)
from hearsay.ledger.finding import the_document
from hearsay.ledger.judgements import Judgement
from hearsay.ledger.opening import open_case
from hearsay.ledger.store import (
    ClaimFilter,
    ClaimRow,
    DocumentRow,
    Entry,
    FoundPassage,
    Mismatch,
    Shown,
    Store,
    Tombstone,
)
from hearsay.reading.claims import claims_of
from hearsay.reading.reader import Reader
from hearsay.sources.fetcher import Clock, FetchOptions, utc_now
from hearsay.sources.stating import Manifest
from hearsay.vocabulary.captures import Capture, Fetched, Particulars
from hearsay.vocabulary.documents import Document, places
from hearsay.vocabulary.errors import NothingByThatName, Redacted
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import Source

if TYPE_CHECKING:
    from hearsay.case.conflicting import CaseConflicts
    from hearsay.case.judging import CaseJudgements
    from hearsay.case.picturing import CasePicture
    from hearsay.case.promising import CasePromises
    from hearsay.case.tracing import CaseTracing


class Case:
    """One investigation: captures, documents, readings and claims, kept append-only."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._places: dict[tuple[str, str | None], dict[int, str]] = {}

    @classmethod
    def open(cls, path: str) -> Case:
        """The case at `path`; raises `NoCase` where there is none."""
        return cls(open_case(path, create=False))

    @classmethod
    def create(cls, path: str) -> Case:
        """The case at `path`, made new where there is none."""
        return cls(open_case(path, create=True))

    def __enter__(self) -> Case:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def read(
        self,
        addresses: Iterable[str],
        *,
        stated: Particulars = Particulars(),
        manifest: Manifest | None = None,
        options: FetchOptions = FetchOptions(),
        clock: Clock = utc_now,
        reader: Reader | None = None,
        executor: Executor | None = None,
        watch: Watch = lambda step: None,
        format: str | None = None,
        sources: tuple[Source, ...] = (),
        given: Iterable[Fetched] = (),
    ) -> Iterator[ReadResult]:
        """Take in what the addresses hold, or else what the manifest lists; one result a thing.

        What the case already holds, read by the same format and reader, is not read again. A
        thing that cannot be read is a result with a problem, and the rest goes on. Each thing is
        kept whole, a few short ones at a time, before its result is given: a read that is broken
        off can simply be repeated.
        `manifest` states particulars by path, and `stated` what it leaves open. With
        `format`, what looks like another format is not read; `sources` say what the ids stand for
        that tables cite. `given` was received elsewhere already and is read before the rest.
        """
        lazy = LazyReader(reader, sources=sources)
        if manifest is not None and manifest.remarks:
            self._store.note(manifest.remarks, recorded_at=clock())
        fetched = arrivals(
            addresses, stated=stated, manifest=manifest, options=options, clock=clock
        )
        every = take_in(self._compared(chain(given, fetched), lazy, format), lazy, executor, watch)
        for handful in _handfuls(every):
            with self._store.together():
                results = [self._keep(one, recorded_at=clock()) for one in handful]
            for result in results:
                watch(Step("done", result.address, result.pages or 1))
                yield result

    def claims(self, which: ClaimFilter = ClaimFilter()) -> Iterator[ClaimRow]:
        """The claims in force that pass the filter, newest publication first."""
        return self._store.claims(which)

    def claim(self, id: str) -> ClaimRow:
        """One claim by its id, or by a beginning of it that only one claim has."""
        return self._store.claim(id)

    def place(self, capture: str, paragraph: int, *, known_at: str | None = None) -> str:
        """Where a paragraph is looked up: `p. 12 ¶ 3` (the third on its page), or `¶ 4`."""
        key = (capture, known_at)
        if key not in self._places:
            self._places[key] = places(self.document(capture, known_at=known_at))
        return self._places[key].get(paragraph, f"¶ {paragraph}")

    @property
    def tracing(self) -> CaseTracing:
        """Who told whom: propositions, retellings, origins, and what people decide about them."""
        # Here, as it brings numpy with it: a list of claims is printed before that has begun.
        from hearsay.case.tracing import CaseTracing

        return CaseTracing(self._store)

    @property
    def picture(self) -> CasePicture:
        """What is then known as of a date: who, what belongs to what, what was done."""
        from hearsay.case.picturing import CasePicture

        return CasePicture(self._store)

    @property
    def conflicts(self) -> CaseConflicts:
        """What is said in it that cannot all be so, and what people decided of that."""
        from hearsay.case.conflicting import CaseConflicts

        return CaseConflicts(self._store)

    @property
    def promises(self) -> CasePromises:
        """What was promised, demanded, warned of and recommended in it, and what bears on that."""
        from hearsay.case.promising import CasePromises

        return CasePromises(self._store)

    @property
    def judging(self) -> CaseJudgements:
        """What people decide of it, and how that is taken back."""
        from hearsay.case.judging import CaseJudgements

        return CaseJudgements(self._store)

    @property
    def brought_up_from(self) -> int | None:
        """The older version that the file was of until it was opened just now, if it was."""
        return self._store.brought_up_from

    def captures(self, *, known_at: str | None = None) -> Iterator[Capture]:
        """Every capture, in the order received."""
        return self._store.captures(known_at=known_at)

    def content(self, sha256: str) -> bytes:
        """The bytes of a capture, as they were received."""
        return self._store.content(sha256)

    def document(self, capture: str, *, known_at: str | None = None) -> Document:
        """The readable text of a capture."""
        return self._store.document(capture, known_at=known_at)

    def readable(
        self,
        capture: str,
        *,
        known_at: str | None = None,
        labels: frozenset[str] = frozenset(),
    ) -> Document:
        """The document of a capture as far as it may be shown, the rest of it blacked out."""
        return self._store.shown(capture, known_at=known_at, labels=labels).document

    def sources(self, capture: str) -> tuple[Source, ...]:
        """What a table's list of sources, read into the case, says of the ids that others cite."""
        return self._store.reading(capture).sources

    def documents(
        self,
        *,
        named: str | None = None,
        known_at: str | None = None,
        labels: frozenset[str] = frozenset(),
        limit: int | None = None,
    ) -> Iterator[DocumentRow]:
        """The documents that may be shown, newest publication first.

        With `named`, those that it fits best: an address as it was read, or else the file name
        at the end of one, or else the beginning of a capture's SHA-256.
        """
        return self._store.documents(named=named, known_at=known_at, labels=labels, limit=limit)

    def shown(
        self,
        named: str,
        *,
        known_at: str | None = None,
        labels: frozenset[str] = frozenset(),
    ) -> Shown:
        """The one document that `named` fits, with its reading, as far as they may be shown.

        What bears a label that is not in `labels` is blacked out, passage by passage.
        """
        row = the_document(self._store, named, known_at=known_at, labels=labels)
        return self._store.shown(row.capture, address=row.address, known_at=known_at, labels=labels)

    def search(
        self,
        words: str,
        *,
        known_at: str | None = None,
        labels: frozenset[str] = frozenset(),
        limit: int | None = None,
    ) -> Iterator[FoundPassage]:
        """The passages that hold all of these words, in whatever language, newest first."""
        return self._store.search(words, known_at=known_at, labels=labels, limit=limit)

    def tombstones(self) -> Iterator[Tombstone]:
        """What was redacted, why, by whom and when, oldest first."""
        return self._store.tombstones()

    def problems(
        self, *, known_at: str | None = None, labels: frozenset[str] = frozenset()
    ) -> Iterator[tuple[str, Problem]]:
        """Everything that was wrong with the evidence, with when the case learned it."""
        return self._store.problems(known_at=known_at, labels=labels)

    def head(self) -> str:
        """The newest hash: kept elsewhere, it shows later that nothing before it was changed."""
        return self._store.head()

    def verify(self, *, head: str | None = None) -> Iterator[Mismatch]:
        """Everything in the case that is not what its hash says; nothing, if all is well."""
        return self._store.verify(head=head)

    def redact(self, what: str, *, reason: str, by: str, clock: Clock = utc_now) -> str:
        """Remove the content of a capture or claim for good, leaving a tombstone; the new head."""
        return self._store.redact(what, reason=reason, by=by, recorded_at=clock())

    def label(self, what: str, *, label: str, by: str, clock: Clock = utc_now) -> str:
        """Set a sensitivity label on a capture or claim; the new head."""
        return self._store.label(what, label=label, by=by, recorded_at=clock())

    def judge(self, claim: str, *, verdict: str, by: str, clock: Clock = utc_now) -> str:
        """Keep a person's judgement on a claim; the new head."""
        return self._store.judging.judge(claim, verdict=verdict, by=by, recorded_at=clock())

    def judgements(self, *, known_at: str | None = None) -> Iterator[Judgement]:
        """Every judgement in force, with the claim that it now stands on."""
        return self._store.judging.judgements(known_at=known_at)

    def _compared(
        self, fetched: Iterable[Fetched | Problem], reader: LazyReader, only: str | None
    ) -> Iterator[Arrival]:
        """What was fetched, with what the case knows of it already."""
        formats = formats_in_force()
        before: dict[tuple[str, str], Particulars] | None = None
        for one in fetched:
            if isinstance(one, Problem):
                yield Arrival(problem=one)
                continue
            capture = one.capture
            name = format_of(one.content)
            if only is not None and name != only:
                yield Arrival(problem=_of_another_format(capture.address, name, only))
                continue
            if name is not None and self._is_held(capture, formats[name], reader, name):
                yield Arrival(replace(one, content=b""), held=True)
                continue
            if before is None:
                before = {(c.sha256, c.address): c.stated for c in self._store.captures()}
            # What was stated earlier still holds where nothing else is stated now.
            earlier = before.get((capture.sha256, capture.address), Particulars())
            now = replace(capture, stated=capture.stated.over(earlier))
            yield Arrival(replace(one, capture=now))

    def _is_held(self, capture: Capture, format: str, reader: LazyReader, name: str) -> bool:
        """Whether it is read already, by the format and the reader in force."""
        signed = reader.name_for(name)
        if self._store.has_reading(
            capture.sha256, capture.address, format=format, reader=signed, stated=capture.stated
        ):
            return True
        if reader.knows_sources or signed == reader.name:
            return False
        # Read again without the list of its sources, a table would lose their names.
        with suppress(NothingByThatName, Redacted):
            before = self._store.reading(capture.sha256).reader
            return (
                before != signed
                and self._store.has_reading(
                    capture.sha256,
                    capture.address,
                    format=format,
                    reader=before,
                    stated=capture.stated,
                )
                and before.startswith(f"{signed} (")
            )
        return False

    def _keep(self, taken: Taken, *, recorded_at: str) -> ReadResult:
        """Writes one thing into the ledger, whole or not at all."""
        arrival, document, reading = taken.arrival, taken.document, taken.reading
        if arrival.fetched is None:
            head = self._store.note(taken.problems, recorded_at=recorded_at)
            return result_of(taken, "not_read", 0, head)
        if arrival.held:
            return result_of(taken, "nothing", 0, self._store.head())
        claims = () if document is None or reading is None else claims_of(document, reading)
        entry = Entry(arrival.fetched, document, reading, tuple(claims), taken.problems)
        before = self._known(arrival.fetched.capture)
        appended = self._store.append(entry, recorded_at=recorded_at)
        if document is None:
            return result_of(taken, "not_read", 0, appended.head)
        new = 0 if appended.change == "nothing" else len(entry.claims)
        return result_of(taken, appended.change, new, appended.head, before=before)

    def _known(self, capture: Capture) -> Particulars | None:
        """What the case holds of a capture, where it was read before."""
        with suppress(NothingByThatName, Redacted):
            return self._store.document(capture.sha256).particulars
        return None


def _of_another_format(address: str, found: str | None, wanted: str) -> Problem:
    looks = "no format that is known" if found is None else f'"{found}"'
    return Problem(
        address,
        "other-format",
        f'not taken in: it looks like {looks}, not like "{wanted}".',
        "Check that it is the file you meant; hearsay read takes in what it is.",
    )


def _handfuls(every: Iterable[Taken]) -> Iterator[list[Taken]]:
    """So few that they take a second to read: keeping them at once waits for the disk once."""
    handful: list[Taken] = []
    length = 0
    for one in every:
        handful.append(one)
        length += len(one.document.text) if one.document is not None else 0
        if len(handful) == HANDFUL or length >= HANDFUL_LENGTH:
            yield handful
            handful, length = [], 0
    if handful:
        yield handful


HANDFUL = 8
HANDFUL_LENGTH = 40_000
"""Code points of text: a long report is kept as soon as it is read."""
