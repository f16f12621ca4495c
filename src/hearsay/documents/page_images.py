"""A page of a PDF as a picture, for people to set beside its text.

The picture is drawn here and nothing of the file is shown as it is: whatever it carries besides
(scripts, links, forms) stays in it.
"""

from __future__ import annotations

import struct
import zlib

import pypdfium2 as pdfium

from hearsay.documents.drawing import DRAWING
from hearsay.vocabulary.errors import NothingByThatName

_DOTS = 110
"""Dots to the inch: sharp enough to read small print."""
_INCH = 72
_MOST_PIXELS = 12_000_000
"""Larger pages are drawn smaller."""


def is_pdf(content: bytes) -> bool:
    """Whether bytes are of a PDF, by how they begin."""
    return content[:1024].find(b"%PDF-") >= 0


def page_png(content: bytes, page: int) -> bytes:
    """One page, from 1, as PNG; raises `NothingByThatName` where there is no such page."""
    with DRAWING:
        return _drawn(content, page)


def _drawn(content: bytes, page: int) -> bytes:
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        raise NothingByThatName("page", str(page)) from error
    try:
        if not 1 <= page <= len(document):
            raise NothingByThatName("page", str(page))
        one = document[page - 1]
        width, height = one.get_size()
        scale = _DOTS / _INCH
        pixels = width * height * scale * scale
        if pixels > _MOST_PIXELS:
            scale *= (_MOST_PIXELS / pixels) ** 0.5
        bitmap = one.render(scale=scale, rev_byteorder=True)
        return _png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
    finally:
        document.close()


def _png(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """PNG of red, green and blue bytes, with or without a fourth one, line after line."""
    depth = stride // width
    lines = []
    for at in range(0, height * stride, stride):
        line = pixels[at : at + width * depth]
        if depth == 4:
            bare = bytearray(width * 3)
            bare[0::3], bare[1::3], bare[2::3] = line[0::4], line[1::4], line[2::4]
            line = bytes(bare)
        lines.append(b"\0" + line)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"".join(lines), 6)
    chunks = (_chunk(b"IHDR", head), _chunk(b"IDAT", body), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    check = zlib.crc32(name + body)
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", check)
