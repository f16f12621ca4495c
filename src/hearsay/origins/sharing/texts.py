"""What text the documents of a case share: each is folded once, then copies and quotations."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.origins.language.words import prose_of, words_in
from hearsay.origins.sharing.copying import CopyIndex
from hearsay.origins.sharing.packed import shared_text
from hearsay.origins.sharing.quoting import QuoteIndex
from hearsay.origins.sharing.shared_text import SharedText
from hearsay.vocabulary.traces import Account


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
    return shared_text(copies.meetings(), documents), shared_text(quotes.meetings(), documents)
