"""From addresses to readings: fetch, make, read, in order and many at a time, keeping nothing.

This is what `Case.read` and `annotate` share. It knows no ledger: whoever takes things in says of
each whether it is held already, and keeps what comes out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import Literal

from hearsay.documents.making import Made
from hearsay.documents.together import make_all
from hearsay.reading.reader import Reader, open_reader, reader_name, table_reader
from hearsay.sources.fetcher import Clock, FetchOptions
from hearsay.sources.fetching import fetch
from hearsay.sources.stating import Manifest
from hearsay.vocabulary.captures import Fetched, Particulars
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import Reading, Source

GROUP = 16
"""Documents that are read together, so that windows of like length can be."""
FIRST_GROUP = 8
"""The reader begins with a few, so that its network need not wait for long."""
GROUP_LENGTH = 200_000
"""Code points of text, some ten seconds' reading, at which a group is closed earlier."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a read, for whoever shows progress: a thing came, is being read, or is done."""

    stage: Literal["fetched", "reading", "done"]
    address: str
    pages: int
    """Its pages, or 1 where the format has none or they are not known yet."""


Watch = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class Arrival:
    """One thing on its way in: what was fetched, or the problem that prevented it."""

    fetched: Fetched | None = None
    problem: Problem | None = None
    held: bool = False
    """It is held already, read by the format and reader in force, and passes untouched."""

    @property
    def address(self) -> str:
        """Where it came from."""
        if self.fetched is not None:
            return self.fetched.capture.address
        return self.problem.where if self.problem is not None else ""


@dataclass(frozen=True, slots=True)
class Taken:
    """One thing with all that was made of it."""

    arrival: Arrival
    document: Document | None
    reading: Reading | None
    """`None` where there is no document."""
    problems: tuple[Problem, ...]
    """Why there is no document; a document's own problems stand on the document."""

    @property
    def pages(self) -> int | None:
        """How many pages its document has; `None` where there is none, or none with pages."""
        return pages_of(self.document) if self.document is not None else None


class LazyReader:
    """The readers, each loaded only once there is something for it to read.

    A document that a format of tables made is read by the reader that bears the format's name,
    every other one by the reader of prose.
    """

    def __init__(self, reader: Reader | None = None, *, sources: tuple[Source, ...] = ()) -> None:
        self._reader = reader
        self._sources = sources
        self.knows_sources = bool(sources)
        self._tables: dict[str, Reader | None] = {}
        self.name = reader.name if reader is not None else reader_name()

    def name_for(self, format: str) -> str:
        """How the reader signs that reads documents of this format, the format's name alone."""
        table = self._table(format)
        return self.name if table is None else table.name

    def read(self, documents: list[Document]) -> Iterator[Reading | Problem]:
        """One reading for each document, in the order given; a problem for a table that fails."""
        tables = [self._table(document.format.split(" ")[0]) for document in documents]
        prose = self._prose([d for d, t in zip(documents, tables, strict=True) if t is None])
        return (
            next(prose) if table is None else _read_safely(table, document)
            for document, table in zip(documents, tables, strict=True)
        )

    def _prose(self, documents: list[Document]) -> Iterator[Reading]:
        if documents and self._reader is None:
            self._reader = open_reader()
        return iter(()) if self._reader is None else self._reader.read(documents)

    def _table(self, format: str) -> Reader | None:
        if format not in self._tables:
            self._tables[format] = table_reader(format, sources=self._sources)
        return self._tables[format]


def _read_safely(table: Reader, document: Document) -> Reading | Problem:
    """A table's reading; what breaks its reader on this file is a problem of the file."""
    try:
        return next(table.read([document]))
    except Exception as error:  # the doors are too far away: the rest of the batch has to go on
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        return Problem(
            document.capture,
            "failed",
            f"the reader of such tables failed on it ({reason[:200]}).",
            "Report it as a fault of Hearsay; the other files are taken in all the same.",
        )


def arrivals(
    addresses: Iterable[str],
    *,
    stated: Particulars,
    manifest: Manifest | None,
    options: FetchOptions,
    clock: Clock,
) -> Iterator[Fetched | Problem]:
    """What the addresses hold; without any, what the manifest lists.

    What the manifest states about a path beats `stated`, which holds for everything. One that
    came from somebody else can be held to its own folder (`FetchOptions.only_beside`).
    """
    if manifest is None:
        manifest = Manifest((), (), {})
    yield from manifest.problems
    named = list(addresses)
    if not named and options.only_beside:
        options = replace(options, within=manifest.folder)
    for address in named or [row.address for row in manifest.rows]:
        for one in fetch(address, clock=clock, stated=stated, options=options):
            if isinstance(one, Fetched):
                by_path = manifest.stated(one.capture.address)
                one = replace(one, capture=replace(one.capture, stated=by_path.over(stated)))
            yield one


def take_in(
    arriving: Iterable[Arrival], reader: LazyReader, executor: Executor | None, watch: Watch
) -> Iterator[Taken]:
    """Makes and reads what arrives, and hands everything on in the order of arrival.

    The reader is given each group before the one before it is handed on, so that it reads while
    that one is kept.
    """
    before: Iterator[Taken] = iter(())
    for group in _groups(_made(arriving, executor, watch)):
        # Called, not begun: what the reader does at once, it does here.
        readings = reader.read([m.document for _, m in group if m.document and is_read(m.document)])
        yield from before
        before = _taken(group, readings, reader, watch)
    yield from before


def _taken(
    group: list[tuple[Arrival, Made]],
    readings: Iterator[Reading | Problem],
    reader: LazyReader,
    watch: Watch,
) -> Iterator[Taken]:
    for arrival, made in group:
        document = made.document
        if document is None:
            yield Taken(arrival, None, None, made.problems)
            continue
        watch(Step("reading", arrival.address, pages_of(document) or 1))
        # An empty reading says that the reader has nothing to say, which is worth keeping.
        reading = next(readings) if is_read(document) else Reading(reader.name)
        if isinstance(reading, Problem):
            # Kept with its text but unread, it would pass for one that states nothing.
            yield Taken(arrival, None, None, (replace(reading, where=arrival.address),))
            continue
        yield Taken(arrival, document, _named(reading, document, arrival), made.problems)


def _named(reading: Reading, document: Document, arrival: Arrival) -> Reading:
    """The reading, its problems naming the file; the reader knows only the capture."""
    problems = tuple(
        replace(p, where=arrival.address) if p.where == document.capture else p
        for p in reading.problems
    )
    return replace(reading, problems=problems)


def is_read(document: Document) -> bool:
    """Whether there are sentences in it, in a language that is read."""
    return not any(p.code in ("language-not-read", "no-prose") for p in document.problems)


def pages_of(document: Document) -> int | None:
    """How many pages a document has; `None` where its format has none."""
    return max((p.page for p in document.passages if p.page), default=None)


def _made(
    arriving: Iterable[Arrival], executor: Executor | None, watch: Watch
) -> Iterator[tuple[Arrival, Made]]:
    under_way: deque[Arrival] = deque()

    def to_make() -> Iterator[Fetched | None]:
        for arrival in arriving:
            under_way.append(arrival)
            watch(Step("fetched", arrival.address, 1))
            yield None if arrival.held else arrival.fetched

    for made in make_all(to_make(), executor=executor):
        arrival = under_way.popleft()
        problems = () if arrival.problem is None else (arrival.problem,)
        yield arrival, made if made is not None else Made(None, problems)


def _groups(made: Iterable[tuple[Arrival, Made]]) -> Iterator[list[tuple[Arrival, Made]]]:
    """So many at once that the reader works at full speed, and so few that results come soon."""
    group: list[tuple[Arrival, Made]] = []
    length, size = 0, FIRST_GROUP
    for one in made:
        group.append(one)
        length += len(one[1].document.text) if one[1].document else 0
        if len(group) == size or length > GROUP_LENGTH:
            yield group
            group, length, size = [], 0, GROUP
    if group:
        yield group
