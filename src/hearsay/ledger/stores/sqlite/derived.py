"""What is worked out from contents for listing and searching; `verify` works it out again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from hearsay.ledger.chain import Plain
from hearsay.ledger.days import days
from hearsay.ledger.folding import fold
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.spans import hull

# The same few names speak all through a document.
_fold_name = lru_cache(maxsize=4096)(fold)


def address_key(address: str) -> bytes:
    """An address as it is indexed: bytes, since a file's name may be no UTF-8."""
    return address.encode("utf-8", "surrogatepass")


def address_of(key: bytes) -> str:
    """The address that `address_key` turned into bytes."""
    return key.decode("utf-8", "surrogatepass")


def storable(text: str | None) -> str | None:
    """The text without what SQLite's text cannot hold: lone surrogates."""
    if text is None or text.isascii():
        return text
    return text.encode("utf-8", "replace").decode("utf-8")


def source_columns(particulars: Particulars) -> dict[str, Plain]:
    """Who published a reading's document and when, for the lines of a list."""
    return {
        "publisher": storable(particulars.publisher),
        "published": storable(particulars.published),
        "title": storable(particulars.title),
    }


def listing_columns(claim: Claim, particulars: Particulars) -> dict[str, Plain]:
    """The columns by which a claim is found: when and where published, who speaks, its words."""
    first, last = days(particulars.published)
    outlets = (*(s.name for s in claim.speakers[:1]), particulars.publisher)
    place = hull(claim.spans) if claim.spans else None
    return {
        "id": claim.id,
        "first_day": first,
        "last_day": last,
        "starts": place.start if place else 0,
        "ends": place.end if place else 0,
        "outlet": "\n".join(dict.fromkeys(_fold_name(name) for name in outlets if name)),
        "speakers": "\n".join(_fold_name(speaker.name) for speaker in claim.speakers),
        "words": fold(claim.words),
    }


def passage_words(document: Document) -> Iterator[tuple[int, str]]:
    """The folded words of each passage that is not page furniture, with its place from 0."""
    for place, passage in enumerate(document.passages):
        if passage.kind != "furniture":
            yield place, fold(passage.span.of(document.text))
