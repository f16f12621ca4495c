"""The accounts of a case as tellings: one for each outlet that printed the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hearsay.vocabulary.traces import AGAIN, Account


def each_telling(accounts: Iterable[Account]) -> Iterator[Account]:
    """The accounts with an id of its own for each outlet that printed the same bytes.

    Two outlets can run one text to the letter, and are two tellings; the same bytes received
    twice from one outlet are one.
    """
    seen: dict[str, list[str | None]] = {}
    for one in accounts:
        outlets = seen.setdefault(one.id, [])
        outlet = one.document.particulars.publisher
        if outlet in outlets:
            continue
        outlets.append(outlet)
        if len(outlets) == 1:
            yield one
            continue
        own = f"{one.id}{AGAIN}{len(outlets)}"
        claims = tuple(replace(claim, capture=own) for claim in one.claims)
        yield replace(one, document=replace(one.document, capture=own), claims=claims)
