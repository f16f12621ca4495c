"""Finds the one document that somebody means by what they call it."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.ledger.store import DocumentRow, Store
from hearsay.vocabulary.errors import NoSuchDocument, SeveralDocuments

MOST_LISTED = 10
"""Documents that an error lists; more are no help to who looks for one."""
SHORT_HASH = 8
"""Digits of a SHA-256 that are shown; enough to tell a million captures apart."""


def the_document(
    store: Store, named: str, *, known_at: str | None, labels: frozenset[str]
) -> DocumentRow:
    """The document that `named` fits; raises where none or several do, and lists what there is."""
    fit = list(store.documents(named=named, known_at=known_at, labels=labels))
    if len(fit) == 1:
        return fit[0]
    if fit:
        raise SeveralDocuments(named, _listed(fit), more=_many(fit))
    _refuse_redacted(store, named)
    every = list(store.documents(known_at=known_at, labels=labels))
    part = named.lower()
    near = [d for d in every if part in d.address.lower() or part in (d.title or "").lower()]
    shown = near or every
    raise NoSuchDocument(named, _listed(shown), more=_many(shown))


def _refuse_redacted(store: Store, named: str) -> None:
    """Raises `Redacted` where `named` is the beginning of a redacted capture's SHA-256."""
    gone = {
        t.capture
        for t in store.tombstones()
        if t.what == "capture" and t.capture.startswith(named.lower())
    }
    if len(named) >= SHORT_HASH and len(gone) == 1:
        store.content(gone.pop())


def _many(documents: Sequence[DocumentRow]) -> bool:
    return len({one.address for one in documents}) > MOST_LISTED


def _listed(documents: Sequence[DocumentRow]) -> tuple[str, ...]:
    """Each address once, with the digits of every capture from it."""
    captures: dict[str, dict[str, None]] = {}
    for one in documents:
        captures.setdefault(one.address, {})[one.capture[:SHORT_HASH]] = None
    every = [f"{address} ({', '.join(digits)})" for address, digits in captures.items()]
    return tuple(every[:MOST_LISTED])
