"""Reads plain text in any common encoding; its text is the decoded content, newlines untouched."""

from __future__ import annotations

from hearsay.documents import paragraphs
from hearsay.documents.encoding import Decoded, decode
from hearsay.documents.format import Draft
from hearsay.vocabulary.captures import Fetched, Particulars
from hearsay.vocabulary.documents import Passage
from hearsay.vocabulary.problems import Problem

VERSION = "1"
READS = "plain text"

# 64 MB are some ten million words, more than any report; beyond it time and memory would be
# spent on a database dump or a log.
MAX_BYTES = 64 * 1024 * 1024
_HEAD = 65536


def likeness(content: bytes) -> float:
    """Half sure for whatever decodes to readable characters: any other format knows better."""
    head = content[:_HEAD]
    return 0.5 if decode(head[: len(head) - len(head) % 4] or head) is not None else 0.0


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
    passages = paragraphs.in_plain_text(decoded.text)
    found, how = _title(decoded.text, passages)
    return Draft(
        text=decoded.text,
        passages=passages,
        found=found,
        found_how=(*how, ("encoding", f"{decoded.encoding}, {decoded.how}")),
        problems=_damage(decoded, address),
    )


def _title(
    text: str, passages: tuple[Passage, ...]
) -> tuple[Particulars, tuple[tuple[str, str], ...]]:
    if passages and passages[0].kind == "heading":
        return Particulars(title=" ".join(passages[0].span.of(text).split())), (
            ("title", "first line"),
        )
    return Particulars(), ()


def _damage(decoded: Decoded, address: str) -> tuple[Problem, ...]:
    if not decoded.damaged:
        return ()
    return (
        Problem(
            address,
            "damaged-text",
            f"{decoded.damaged} damaged characters, shown as \N{REPLACEMENT CHARACTER} "
            f"(read as {decoded.encoding}).",
            "Compare with another copy if one of them matters.",
        ),
    )
