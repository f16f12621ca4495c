"""What text documents share: copies and quotations from one folding of each."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from hearsay.origins.sharing.quoting import QuoteIndex
from hearsay.origins.sharing.shared_text import SharedText
from hearsay.origins.sharing.texts import texts_shared
from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.readings import Reading
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account

WIRE = (
    "Two brigades of the Tamrin border guard answer to the ministry in name only, a report to "
    "parliament said on Monday. “They are scattered throughout the security services,” it found."
)
LATER = (
    "The border guard is not what it seems. Two brigades of the Tamrin border guard answer to the "
    "ministry in name only, the Averne Courier wrote."
)
QUOTING = "Officers, the paper says, are “scattered throughout the security services” by now."


def account(text: str) -> Account:
    capture = sha256(text.encode()).hexdigest()
    passages = (Passage(Span(0, len(text)), "paragraph", 1),)
    return Account(Document(capture, "text 1", text, passages), Reading("none"), ())


def words_shared(shared: SharedText, one: Account, other: Account) -> list[str]:
    return [mine.of(one.document.text) for mine, _ in shared.between(one.id, other.id).parts]


def test_copied_words_and_quoted_ones_are_kept_apart() -> None:
    wire, later, quoting = account(WIRE), account(LATER), account(QUOTING)
    copies, quotes = texts_shared([wire, later, quoting])
    assert words_shared(copies, later, wire) == [
        "Two brigades of the Tamrin border guard answer to the ministry in name only"
    ]
    assert words_shared(quotes, quoting, wire) == ["scattered throughout the security services"]
    assert words_shared(copies, quoting, wire) == []
    assert words_shared(quotes, later, wire) == []


def test_accounts_are_looked_at_once_and_may_come_from_anywhere() -> None:
    def coming() -> Iterator[Account]:
        yield account(WIRE)
        yield account(LATER)

    copies, _ = texts_shared(coming())
    assert words_shared(copies, account(LATER), account(WIRE)) != []


def test_a_number_that_begins_before_the_mark_does_not_swallow_the_quoted_words() -> None:
    earlier = account("He spoke of two “hundred rifles left behind in the old barracks”.")
    later = account("There were “hundred rifles left behind in the old barracks”, he said.")
    index = QuoteIndex()
    index.add(earlier)
    index.add(later)
    (met,) = index.quoted(later.id, before=True)
    assert met.marked
    assert met.share == 1.0
    assert met.right_spans[0].of(earlier.document.text).startswith("hundred rifles")
