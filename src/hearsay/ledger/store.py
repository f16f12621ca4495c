"""The promise that every store keeps: append-only rows, two time axes, hashes that verify."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal, Protocol

from hearsay.ledger.judging import Judging
from hearsay.vocabulary.captures import Capture, Fetched, Particulars
from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import Claim, Reading


@dataclass(frozen=True, slots=True)
class Entry:
    """One capture with all that was made of it, appended in one transaction or not at all."""

    fetched: Fetched
    document: Document | None
    reading: Reading | None
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Problems of the fetch and of the format; the document's and reading's own go along."""


@dataclass(frozen=True, slots=True)
class Appended:
    """What an append changed: `nothing` when the case already held all of it."""

    change: Literal["new", "new_capture_of_address", "read_again", "nothing"]
    head: str
    """The chain's newest hash after the append, 64 hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims to list; every field narrows."""

    words: str | None = None
    """Full text over the claim's words and speakers, folded as the index folds."""
    speaker: str | None = None
    """A part of a speaker's name, the outlet included."""
    outlet: str | None = None
    after: str | None = None
    """Valid time: published on this day (ISO) or later."""
    before: str | None = None
    known_at: str | None = None
    """Known time: as the case stood at this ISO 8601 UTC instant; `None` for now."""
    labels: frozenset[str] = frozenset()
    """Sensitivity labels whose claims are shown too; without one, labelled rows stay hidden."""
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as listed, with what is needed to print its line and to walk home."""

    claim: Claim
    address: str
    publisher: str | None
    published: str | None
    title: str | None
    recorded_at: str
    """When the case learned it."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Something in the store that is not what its hash says."""

    what: str
    """`batch 12`, `capture 5f3a…`, `head`."""
    message: str


class Store(Protocol):
    """A case's rows, kept append-only. Every read takes `known_at` where time can matter."""

    brought_up_from: int | None
    """The older version that the case was of until this opening brought it up."""

    @property
    def judging(self) -> Judging:
        """What people decide of it: a promise of its own."""
        ...

    def append(self, entry: Entry, *, recorded_at: str) -> Appended:
        """Keep one capture with its document, reading and claims, whole or not at all.

        The same bytes from the same address, read by the same reader, change nothing. A newer
        reader's reading supersedes the older one by a row.
        """
        ...

    def together(self) -> AbstractContextManager[None]:
        """What is appended or noted within is kept all or not at all, with one wait for the disk.

        Other writers wait meanwhile; no head that was given within may be shown before its end.
        """
        ...

    def head(self) -> str:
        """The chain's newest hash, 64 hexadecimal digits (all zeros for an empty case)."""
        ...

    def captures(self, *, known_at: str | None = None) -> Iterator[Capture]:
        """Every capture, in the order received."""
        ...

    def content(self, sha256: str) -> bytes:
        """The bytes of a capture, unaltered."""
        ...

    def has_reading(
        self,
        sha256: str,
        address: str,
        *,
        format: str,
        reader: str,
        stated: Particulars | None = None,
    ) -> bool:
        """Whether these bytes from this address are already read by this format and reader.

        With `stated`, also whether the user states nothing about them that the case does not
        hold yet. True for what was redacted, which is never taken in again.
        """
        ...

    def document(self, capture: str, *, known_at: str | None = None) -> Document:
        """The document in force for a capture."""
        ...

    def reading(self, capture: str, *, known_at: str | None = None) -> Reading:
        """The reading in force for a capture."""
        ...

    def claims(self, which: ClaimFilter) -> Iterator[ClaimRow]:
        """The claims in force that pass the filter, newest publication first."""
        ...

    def claim(self, id: str) -> ClaimRow:
        """One claim by its id or a beginning of it that only one claim has."""
        ...

    def problems(
        self, *, known_at: str | None = None, labels: frozenset[str] = frozenset()
    ) -> Iterator[tuple[str, Problem]]:
        """Every problem kept that may be shown, with when it was recorded, oldest first.

        One about labelled words is hidden, and so is one about a document of which anything is
        labelled if it does not say which words it is about.
        """
        ...

    def verify(self, *, head: str | None = None) -> Iterator[Mismatch]:
        """Recompute the chain and every hash; with `head`, show that it is in the chain."""
        ...

    def redact(self, what: str, *, reason: str, by: str, recorded_at: str) -> str:
        """Remove the content of a capture or claim for good and leave a tombstone; the new head."""
        ...

    def note(self, problems: tuple[Problem, ...], *, recorded_at: str) -> str:
        """Keep problems that no capture stands behind (an unreadable folder), each once."""
        ...

    def tombstones(self) -> Iterator[Tombstone]:
        """What was redacted, why, by whom and when, oldest first."""
        ...

    def search(
        self,
        words: str,
        *,
        known_at: str | None = None,
        labels: frozenset[str] = frozenset(),
        limit: int | None = None,
    ) -> Iterator[FoundPassage]:
        """The passages that hold all of these words, in whatever language, newest first."""
        ...

    def documents(
        self,
        *,
        named: str | None = None,
        known_at: str | None = None,
        labels: frozenset[str] = frozenset(),
        limit: int | None = None,
    ) -> Iterator[DocumentRow]:
        """The documents in force, newest publication first, each capture's once.

        With `named`, those that it fits best: an address, or else the file name at the end of
        one, or else the beginning of a capture's SHA-256. One that is labelled as a whole, with
        a label that `labels` lacks, is not among them.
        """
        ...

    def shown(
        self,
        capture: str,
        *,
        address: str | None = None,
        known_at: str | None = None,
        labels: frozenset[str] = frozenset(),
    ) -> Shown:
        """A document and its reading in force, as far as they may be shown.

        The same bytes may have come from several addresses; `address` says which is meant.
        """
        ...

    def label(self, what: str, *, label: str, by: str, recorded_at: str) -> str:
        """Set a sensitivity label on a capture or claim; the new head."""
        ...

    def accounts(
        self, *, known_at: str | None = None, labels: frozenset[str] = frozenset()
    ) -> Iterator[Shown]:
        """Every document in force that may be shown, with its reading, as `shown` gives it.

        By publication, earliest first, undated ones last. The same bytes from two addresses are
        two accounts, each with what is known of it there.
        """
        ...

    def keep_work(self, name: str, body: bytes, *, head: str | None = None) -> None:
        """Hold on to what was worked out from the whole case, for as long as its head is the same.

        `head` is the one that it was worked out at; where another process has written since,
        nothing is kept. Nor is anything where the case cannot be written, is being written by
        another process, or the disk is full. It is no part of the chain. The name has to say all
        that it depends on besides the case: the labels allowed, the instant, the version.
        """
        ...

    def kept_work(self, name: str) -> bytes | None:
        """What was kept under this name, if the head is still the same; no redaction leaves any."""
        ...

    def keep_pieces(self, name: str, pieces: Iterable[bytes], *, head: str | None = None) -> None:
        """Hold on to work in the same way that is too large to be read whole whenever something
        is asked of it."""
        ...

    def kept_pieces(self, name: str) -> Pieces | None:
        """What was kept so under this name, if the head is still the same."""
        ...

    def close(self) -> None:
        """Let go of the file or connection."""
        ...


class Pieces(Protocol):
    """Kept work that is read piece by piece."""

    number: int
    """How many there are."""

    def piece(self, place: int) -> bytes:
        """One of them, from 0; raises `CaseChanged` where the case was changed meanwhile and
        other work took its place."""
        ...


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stays of something redacted: its hash, why, by whom, when."""

    what: Literal["capture", "claim"]
    capture: str
    """SHA-256 of the capture that was redacted, or in which the claim stood."""
    hash: str
    """The hash of the content that went, which the chain still holds."""
    left: str | None
    """The hash of what was left in its place (a text with words blacked out), if anything was."""
    reason: str
    by: str
    recorded_at: str


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage that a search found, with what is needed to print it and to walk home."""

    capture: str
    passage: Passage
    words: str
    address: str
    publisher: str | None
    published: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as listed: whose it is, from when, and where it came from."""

    capture: str
    address: str
    publisher: str | None
    published: str | None
    title: str | None
    recorded_at: str
    """When the case learned what it says."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A document with its reading, without what is labelled and not allowed."""

    address: str
    document: Document
    """The text of a withheld passage is blacked out, so that every offset holds."""
    reading: Reading | None
    """Of what stands in withheld passages only those names are left, blacked out, that something
    elsewhere leads to; `None` where the document is kept but not read."""
    withheld: frozenset[int]
    """The paragraphs of the withheld passages."""
