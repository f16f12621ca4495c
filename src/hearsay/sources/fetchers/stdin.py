"""Takes in what is piped into the command, named by the address `-`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from hearsay.sources.fetcher import Clock, FetchOptions, captured, too_large
from hearsay.vocabulary.captures import Fetched, Particulars
from hearsay.vocabulary.problems import Problem

METHOD = "stdin"


def recognises(address: str) -> bool:
    """Whether the address means standard input."""
    return address == "-"


def fetch(
    address: str, *, stated: Particulars, clock: Clock, options: FetchOptions
) -> Iterator[Fetched | Problem]:
    """All that standard input holds, as one capture."""
    if sys.stdin is None:
        yield Problem(
            address, "unreadable", "standard input is closed.", "Pipe something in, or name a file."
        )
        return
    try:
        content = sys.stdin.buffer.read(options.max_bytes + 1)
    except OSError as error:
        yield Problem(
            address,
            "unreadable",
            f"standard input cannot be read ({error.strerror}).",
            "Name a file instead.",
        )
        return
    if len(content) > options.max_bytes:
        yield too_large(address, options.max_bytes)
        return
    yield captured(content, address=address, method=METHOD, stated=stated, captured_at=clock())
