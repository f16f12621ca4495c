"""Fetches what an address holds: the choice between the fetchers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from hearsay import plugins
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
    return fetcher_for(address).fetch(address, stated=stated, clock=clock, options=options)


def fetcher_for(address: str) -> Fetcher:
    """The fetcher that takes in such an address: files, where no other one recognises it."""
    for name in plugins.names(FOLDER):
        if name != "file" and fetcher(name).recognises(address):
            return fetcher(name)
    return fetcher("file")


def fetcher(name: str) -> Fetcher:
    """The fetcher by its name (`file`, `stdin`, `http`)."""
    module = plugins.find(FOLDER, name, kind="fetcher", promises=("recognises", "fetch"))
    return cast(Fetcher, module)
