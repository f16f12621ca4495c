"""The exit codes of every command, and how one ends that the person stops."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

CLEAN, FINDINGS, FAILURE, STOPPED = 0, 1, 2, 130
"""All well; findings of `verify` and the like; misuse or failure; stopped by the person."""


class Stopped(KeyboardInterrupt):
    """The person stopped the command, and has to know what became of its work."""


@contextmanager
def stopping(*, leaves: str) -> Iterator[None]:
    """Says what became of the work within, where the person stops it."""
    try:
        yield
    except KeyboardInterrupt:
        raise Stopped(leaves) from None


KEPT = "What was taken in so far is kept."
