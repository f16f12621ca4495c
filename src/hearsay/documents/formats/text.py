"""Reads plain text in any common encoding; its text is the decoded content, newlines untouched."""

from __future__ import annotations

from dataclasses import replace

from hearsay.documents import paragraphs
from hearsay.documents.encoding import damage, decode
from hearsay.documents.format import Draft
from hearsay.documents.furniture import mark_furniture
from hearsay.vocabulary.captures import Fetched, Particulars
from hearsay.vocabulary.documents import PROSE, Passage
from hearsay.vocabulary.problems import Problem

VERSION = "1"
READS = "plain text"

# 64 MB are some ten million words, more than any report; beyond it time and memory would be
# spent on a database dump or a log.
MAX_BYTES = 64 * 1024 * 1024
_HEAD = 65536


def likeness(content: bytes) -> float:
    """Half sure for whatever decodes to readable characters: any other format knows better."""
    return 0.5 if decode(content[:_HEAD]) is not None else 0.0


def draft(fetched: Fetched) -> Draft | Problem:
    """The decoded text in paragraphs, with its headline where it begins with one."""
    address = fetched.capture.address
    if fetched.capture.size > MAX_BYTES:
        return Problem(
            address,
            "too-large",
            f"{fetched.capture.size // (1024 * 1024)} MB of text, more than the "
            f"{MAX_BYTES // (1024 * 1024)} MB that are read as one document.",
            "Split it into files of one report each.",
        )
    decoded = decode(fetched.content)
    if decoded is None:
        return Problem(
            address,
            "unknown-encoding",
            "text in an encoding that is not known.",
            "Save it as UTF-8.",
        )
    passages = mark_furniture(decoded.text, paragraphs.in_plain_text(decoded.text))
    passages, found, how = _titled(decoded.text, passages)
    return Draft(
        text=decoded.text,
        passages=passages,
        found=found,
        found_how=(*how, ("encoding", f"{decoded.encoding}, {decoded.how}")),
        problems=damage(decoded, address),
    )


def _titled(
    text: str, passages: tuple[Passage, ...]
) -> tuple[tuple[Passage, ...], Particulars, tuple[tuple[str, str], ...]]:
    """The passages with the headline marked, and the title: the first line that is no furniture."""
    place = next((i for i, p in enumerate(passages) if p.kind != "furniture"), None)
    if place is None or passages[place].kind != "paragraph":
        return passages, Particulars(), ()
    words = passages[place].span.of(text)
    if not any(p.kind in PROSE for p in passages[place + 1 :]) or not paragraphs.is_headline(words):
        return passages, Particulars(), ()
    heading = replace(passages[place], kind="heading")
    return (
        (*passages[:place], heading, *passages[place + 1 :]),
        Particulars(title=" ".join(words.split())),
        (("title", "first line"),),
    )
