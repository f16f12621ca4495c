"""The promise that every fetcher keeps: an address in, captures with their bytes out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from hearsay.vocabulary.captures import Capture, Fetched, Particulars
from hearsay.vocabulary.problems import Problem

Clock = Callable[[], str]
"""Says what time it is: ISO 8601 in UTC with a trailing Z."""


def utc_now() -> str:
    """The time now, ISO 8601 in UTC to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """What a user allows a fetcher to do."""

    max_bytes: int = 512 * 1024 * 1024
    """The largest single thing that is taken in."""
    timeout: float = 20.0
    """Seconds to wait for a server to connect or to send the next bytes."""
    total_timeout: float = 300.0
    """Seconds that one address of a server may take altogether."""
    max_redirects: int = 5
    allow_private: bool = False
    """Whether addresses on this machine or in private networks may be fetched."""
    respect_robots: bool = True
    only_beside: bool = False
    """Whether a manifest is held to files inside its own folder."""
    within: str | None = None
    """A folder that no file is read from outside of, not by a link either; `None` for anywhere."""


class Fetcher(Protocol):
    """Takes in one kind of address. Whatever goes wrong is one `Problem`, and the rest goes on."""

    def recognises(self, address: str) -> bool:
        """Whether the address is of this fetcher's kind."""
        ...

    def fetch(
        self, address: str, *, stated: Particulars, clock: Clock, options: FetchOptions
    ) -> Iterator[Fetched | Problem]:
        """What the address holds, one thing at a time."""
        ...


def captured(
    content: bytes,
    *,
    address: str,
    method: str,
    stated: Particulars,
    captured_at: str,
    received: tuple[tuple[str, str], ...] = (),
) -> Fetched:
    """The bytes with the record of when, whence and how they came."""
    return Fetched(
        Capture(
            sha256=hashlib.sha256(content).hexdigest(),
            address=address,
            captured_at=captured_at,
            method=method,
            size=len(content),
            stated=stated,
            received=received,
        ),
        content,
    )


def too_large(address: str, limit: int) -> Problem:
    """The one problem for things over the size cap."""
    return Problem(
        address,
        "too-large",
        f"larger than {limit // (1024 * 1024)} MB, not taken in.",
        "Split it into parts, or raise the limit.",
    )
