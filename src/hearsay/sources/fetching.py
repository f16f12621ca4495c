"""Fetches what an address holds: the choice between the fetchers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from hearsay import plugins
from hearsay.sources.addresses import is_path
from hearsay.sources.fetcher import Clock, Fetcher, FetchOptions
from hearsay.vocabulary.captures import Fetched, Particulars
from hearsay.vocabulary.problems import Problem

FOLDER = "hearsay.sources.fetchers"


def fetch(
    address: str,
    *,
    clock: Clock,
    stated: Particulars = Particulars(),
    options: FetchOptions = FetchOptions(),
) -> Iterator[Fetched | Problem]:
    """What an address holds (a file, a folder, `-`, a URL), one thing or problem at a time."""
    chosen = fetcher_for(address)
    if chosen is None:
        return iter((_not_fetched(address),))
    return chosen.fetch(address, stated=stated, clock=clock, options=options)


def fetcher_for(address: str) -> Fetcher | None:
    """The fetcher that takes in such an address; names that no other one knows are files.

    `None` for a URL of a kind that none fetches, which is never taken for a file's name.
    """
    for name in plugins.names(FOLDER):
        if name != "file" and fetcher(name).recognises(address):
            return fetcher(name)
    return fetcher("file") if is_path(address) else None


def fetcher(name: str) -> Fetcher:
    """The fetcher by its name (`file`, `stdin`, `http`)."""
    module = plugins.find(FOLDER, name, kind="fetcher", promises=("recognises", "fetch"))
    return cast(Fetcher, module)


def _not_fetched(address: str) -> Problem:
    known = [s for name in plugins.names(FOLDER) for s in getattr(fetcher(name), "SCHEMES", ())]
    return Problem(
        address,
        "unknown-scheme",
        f"only addresses that begin with {' or '.join(f'{s}://' for s in known)} are fetched.",
        "Download it and name the file.",
    )
