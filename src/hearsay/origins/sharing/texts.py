"""What text the documents of a case share: each is folded once, then copies and quotations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hearsay.origins.language.words import prose_of, words_in
from hearsay.origins.sharing.copying import CopyIndex
from hearsay.origins.sharing.quoting import QuoteIndex
from hearsay.origins.sharing.shared_text import SharedText
from hearsay.vocabulary.spans import Span, hull
from hearsay.vocabulary.traces import Account


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotations of one document that another one has too, as stretches of text."""

    left: str
    right: str
    parts: tuple[tuple[Span, Span], ...]
    share_of_left: float = 0.0
    share_of_right: float = 0.0
    """A quotation says nothing about the words around it: no share is counted."""


def texts_shared(accounts: Iterable[Account]) -> tuple[SharedText, SharedText]:
    """What documents have in common word for word, and in quotations of the same words.

    Best given in the order of publication; they may be read from anywhere as they are asked for,
    as no account is kept.
    """
    copies, quotes = CopyIndex(), QuoteIndex()
    documents = []
    for one in accounts:
        words = words_in(one.document.text, prose_of(one))
        copies.add(one.id, words)
        quotes.add(one, words)
        documents.append(one.id)
    return SharedText.of(copies.pairs()), SharedText.of(_met(quotes, documents))


def _met(index: QuoteIndex, documents: Iterable[str]) -> Iterator[Quotes]:
    for document in documents:
        met: dict[str, list[tuple[Span, Span]]] = defaultdict(list)
        for quoted in index.quoted(document, before=True):
            met[quoted.right].append((hull(quoted.left_spans), hull(quoted.right_spans)))
        for other, parts in met.items():
            yield Quotes(document, other, tuple(parts))
