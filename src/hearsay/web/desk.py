"""The case laid open: some seats, each for one request at a time, and what was worked out of it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from queue import LifoQueue
from typing import TypeVar

import anyio

from hearsay.case import Case, ClaimFilter
from hearsay.case.tracing import TracedCase
from hearsay.picture.index import Asking
from hearsay.picture.voices import Hearing

T = TypeVar("T")

_SEATS = 4
"""Requests that look into the case side by side; a browser asks for a page and its figures."""
_KEPT = 4
"""States of the case (now, as known earlier, with other labels) of which the work is kept."""


class Kept:
    """The newest few things worked out, each under the state of the case that it was made from."""

    def __init__(self, most: int = _KEPT) -> None:
        self._most = most
        self._made: OrderedDict[object, object] = OrderedDict()
        self._making: dict[object, threading.Lock] = {}
        self._lock = threading.Lock()

    def get(self, key: object, make: Callable[[], T]) -> T:
        """What was made under this key; made now, once, if it was not. Who asks for something else
        does not wait for it."""
        with self._lock:
            making = self._making.setdefault(key, threading.Lock())
        with making:
            with self._lock:
                known = key in self._made
            made = None if known else make()
            with self._lock:
                self._making.pop(key, None)
                if not known:
                    self._made[key] = made
                    while len(self._made) > self._most:
                        self._made.popitem(last=False)
                elif key not in self._made:
                    return make()
                self._made.move_to_end(key)
                found: T = self._made[key]  # type: ignore[assignment]
                return found

    def forget(self, key: object) -> None:
        """Make it anew when it is next asked for."""
        with self._lock:
            self._made.pop(key, None)


@dataclass(frozen=True, slots=True)
class Figures:
    """How much a case holds."""

    documents: int
    outlets: int
    claims: int
    speakers: int
    """Names under which somebody is cited."""


class Seat:
    """One opened case, with what was worked out of it."""

    def __init__(self, case: Case, traces: Kept) -> None:
        self.case = case
        self._traces = traces
        self._askings = Kept()

    def traced(self, *, known_at: str | None, labels: frozenset[str]) -> TracedCase:
        """Who had what from whom, of the case as it stands now or stood then."""
        key = (self.case.head(), known_at, labels)
        return self._traces.get(
            key, lambda: self.case.tracing.traced(known_at=known_at, labels=labels)
        )

    def figures(self, *, known_at: str | None, labels: frozenset[str]) -> Figures:
        """How much the case holds."""
        key = ("figures", self.case.head(), known_at, labels)
        return self._traces.get(key, lambda: self._counted(known_at, labels))

    def _counted(self, known_at: str | None, labels: frozenset[str]) -> Figures:
        speakers: set[str] = set()
        claims = 0
        for row in self.case.claims(ClaimFilter(known_at=known_at, labels=labels)):
            claims += 1
            speakers.update(one.name for one in row.claim.speakers[1:])
        documents = list(self.case.documents(known_at=known_at, labels=labels))
        # Whose a document is nobody may have said: it is an outlet of its own then, as in a trace.
        outlets = {row.publisher or row.address for row in documents}
        return Figures(len(documents), len(outlets), claims, len(speakers))

    def asking(self, *, known_at: str | None, labels: frozenset[str]) -> Asking:
        """What is stated of whom."""
        key = (self.case.head(), known_at, labels)
        return self._askings.get(
            key, lambda: self.case.picture.asking(known_at=known_at, labels=labels)
        )

    def hearing(self, *, known_at: str | None, labels: frozenset[str]) -> Hearing:
        """The origins of claims."""
        return Hearing(self.traced(known_at=known_at, labels=labels).with_claim)


class Desk:
    """A case that several requests look into, none in another's way."""

    def __init__(self, path: str, *, seats: int = _SEATS) -> None:
        self.waiting = anyio.CapacityLimiter(seats)
        """Lets in as many as there are seats."""
        self._traces = Kept()
        self._every = [Seat(Case.open(path), self._traces) for _ in range(seats)]
        self._free: LifoQueue[Seat] = LifoQueue()
        for seat in self._every:
            self._free.put(seat)

    @asynccontextmanager
    async def seat(self) -> AsyncIterator[Seat]:
        """A seat that nobody else has until it is given back; for whoever is let in by
        `waiting`."""
        seat = self._free.get_nowait()
        try:
            yield seat
        finally:
            self._free.put(seat)

    def close(self) -> None:
        """Lets go of the file."""
        for seat in self._every:
            seat.case.close()
