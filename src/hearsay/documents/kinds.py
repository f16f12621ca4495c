"""Recognises files that are no text by their first bytes, so that a message can name them."""

from __future__ import annotations

import re

# From the formats' own specifications: the bytes at the given offset, and what people call it.
_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"PK\x05\x06", "an empty ZIP archive"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (0, b"II*\x00", "a TIFF image"),
    (0, b"MM\x00*", "a TIFF image"),
    (8, b"WEBP", "a WebP image"),
    (8, b"WAVE", "a sound recording"),
    (0, b"ID3", "a sound recording"),
    (0, b"\xff\xfb", "a sound recording"),
    (0, b"OggS", "a sound or video recording"),
    (0, b"fLaC", "a sound recording"),
    (4, b"ftyp", "a video or sound recording"),
    (0, b"\x1a\x45\xdf\xa3", "a video recording"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\x00", "an xz archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"SQLite format 3\x00", "an SQLite database"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ\x90", "a program"),
    (0, b"{\\rtf", "a rich text (RTF) document"),
    (0, b"%!PS", "a PostScript document"),
    (0, b"WARC/", "a web archive (WARC)"),
)

# An Office or OpenDocument file is a ZIP archive whose entries say which one it is.
_IN_ZIP: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"application/epub+zip", "an EPUB book"),
)

_XML = re.compile(rb"\s*<\?xml\b")
_JSON = re.compile(rb'\s*(?:\{\s*"[^"\n]{0,200}"\s*:|\[\s*(?:\{\s*"|\[|"[^"\n]{0,200}"\s*[,\]]))')


def kind_of(content: bytes) -> str | None:
    """What a file is called that is known not to be prose, PDF or HTML; `None` if not known."""
    head = content[:4096]
    for offset, signature, name in _SIGNATURES:
        if head.startswith(signature, offset):
            return name
    if head.startswith(b"PK\x03\x04"):
        inside = content[:65536] + content[-65536:]
        return next((name for mark, name in _IN_ZIP if mark in inside), "a ZIP archive")
    plain = head.removeprefix(b"\xef\xbb\xbf")
    if _XML.match(plain) and b"<html" not in head.lower():
        return "an XML file"
    if _JSON.match(plain):
        return "a JSON file"
    return None
