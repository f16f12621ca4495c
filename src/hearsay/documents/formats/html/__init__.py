"""Reads web pages: the article first, then everything that stands around it as furniture."""

from __future__ import annotations

import re

from hearsay.documents.encoding import Decoded, damage, decode
from hearsay.documents.format import Draft
from hearsay.documents.formats.html.article import article_of
from hearsay.documents.formats.html.assembling import assembled
from hearsay.documents.formats.html.blocks import blocks_of, parsed
from hearsay.documents.formats.html.metadata import metadata_of
from hearsay.vocabulary.captures import Fetched
from hearsay.vocabulary.problems import Problem

VERSION = "1"
READS = "web pages (HTML)"

# The largest saved news pages have about 5 MB, mostly scripts; a tree takes some ten times that.
MAX_BYTES = 32 * 1024 * 1024

_HEAD = 4096
_SURE = re.compile(
    r"\s*(?:<!--.*?-->\s*)*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", re.I | re.S
)
_TAG = re.compile(
    r"<(?:head|body|title|meta|link|article|main|section|div|p|h[1-6]|table|ul|ol|span|script)\b"
    r"[^<>]*>",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]+encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
# Browsers read these names as their Windows supersets (WHATWG Encoding Standard).
_AS_WINDOWS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "windows-1252": "cp1252",
}


def likeness(content: bytes) -> float:
    """Nearly sure of pages that begin as such; fairly sure of fragments that begin with a tag."""
    decoded = decode(content[:_HEAD])
    head = decoded.text if decoded else content[:_HEAD].decode("latin-1")
    if _SURE.match(head):
        return 0.95
    tags = _TAG.findall(head)
    if head.lstrip().startswith("<") and tags:
        return 0.9
    # A mail or a text may mention a tag or two; a fragment of a page consists of them.
    return 0.6 if len(tags) >= 5 and sum(map(len, tags)) > len(head) / 20 else 0.0


def draft(fetched: Fetched) -> Draft | Problem:
    """The article in paragraphs, headings, list items, quotations and table rows, then the rest."""
    address = fetched.capture.address
    if fetched.capture.size > MAX_BYTES:
        return Problem(
            address,
            "too-large",
            f"a web page of {fetched.capture.size // (1024 * 1024)} MB, more than the "
            f"{MAX_BYTES // (1024 * 1024)} MB that are read.",
            "Save the article alone, or its text.",
        )
    decoded = decode(fetched.content, declared=_declared(fetched))
    if decoded is None:
        # Its tags show that it is a page: a few bytes of no encoding shall not lose the rest.
        text = fetched.content.decode("utf-8", "replace")
        decoded = Decoded(text, "utf-8", "no encoding fits", text.count("\ufffd"))
    tree = parsed(decoded.text)
    if tree is None:
        return _without_text(address)
    blocks = blocks_of(tree)
    if not any(block.text.strip() for block in blocks):
        return _without_text(address)
    found, how = metadata_of(tree, received=dict(fetched.capture.received))
    text, passages, marks = assembled(blocks, article_of(tree, blocks, title=found.title))
    return Draft(
        text=text,
        passages=passages,
        found=found,
        found_how=(*how, ("encoding", f"{decoded.encoding}, {decoded.how}")),
        note_marks=marks,
        problems=damage(decoded, address),
    )


def _declared(fetched: Fetched) -> str | None:
    """The encoding that the server or the page names, as browsers understand it."""
    served = dict(fetched.capture.received).get("content-type", "")
    match = re.search(r"charset=[\"']?([\w.:-]+)", served, re.IGNORECASE)
    if match:
        name = match[1]
    else:
        head = fetched.content[:_HEAD]
        in_page = _CHARSET.search(head) or _XML_CHARSET.search(head)
        if in_page is None:
            return None
        name = in_page[1].decode("ascii")
    name = name.lower()
    if name.startswith("utf-16"):
        return None  # a page that could say so in ASCII is not UTF-16
    return _AS_WINDOWS.get(name, name)


def _without_text(address: str) -> Problem:
    return Problem(
        address,
        "no-text",
        "a web page without any text.",
        "It may be filled in by scripts: open it in a browser and save it from there.",
    )
