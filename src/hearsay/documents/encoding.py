"""Bytes to text: which encoding it is, decided by the bytes themselves.

Byte order marks first, then what is declared, then the zero bytes of UTF-16 and UTF-32, then
UTF-8 (which other encodings hardly ever satisfy by chance), then the 8-bit encodings by how
plausible the words are that each would give.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from hearsay.documents.eightbit import best_eight_bit
from hearsay.vocabulary.problems import Problem

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65536
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# A supplementary character as UTF-16 writes it, each half then written as if it were UTF-8: CESU-8
# (Unicode Technical Report 26), which databases and Java programs put into files. A half by itself
# stands for nothing.
_HALVES = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
_HALF = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_ODD = re.compile("[\x00-\x08\x0e-\x1f\x80-\x9f\ufffd\ufdd0-\ufdef\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was in and how that was found."""

    text: str
    encoding: str
    how: str
    damaged: int = 0
    """How many places could not be decoded and are shown as U+FFFD."""
    joined: int = 0
    """How many characters were written in two halves, which UTF-8 forbids."""


def decode(content: bytes, *, declared: str | None = None) -> Decoded | None:
    """The text of the bytes without a byte order mark; `None` where they are no text."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _lenient(content[len(mark) :], encoding, "byte order mark")
    if declared and (text := _strict(content, declared)) is not None and not _ODD.search(text):
        return Decoded(text, declared, "declared")
    if _CONTROLS.search(content[:_SAMPLE]):
        wide = _wide(content)
        if (
            wide is not None
            or len(_CONTROLS.findall(content[:_SAMPLE])) > len(content[:_SAMPLE]) // 50
        ):
            return wide  # in packed or encrypted bytes every tenth is one; 2 % is no text
    if (text := _strict(content, "utf-8")) is not None:
        return Decoded(text, "utf-8", "valid UTF-8")
    nearly = _in_halves(content) or _nearly_utf8(content)
    return nearly or _eight_bit(content) or _by_library(content)


def damage(decoded: Decoded, address: str) -> tuple[Problem, ...]:
    """The problems of a text with places that could not be decoded, or only by a mend."""
    found = []
    if decoded.damaged:
        s = "" if decoded.damaged == 1 else "s"
        found.append(
            Problem(
                address,
                "damaged-text",
                f"{decoded.damaged} damaged character{s}, shown as \N{REPLACEMENT CHARACTER} "
                f"(read as {decoded.encoding}).",
                "Compare with another copy if one of them matters.",
            )
        )
    if decoded.joined:
        were = "character was" if decoded.joined == 1 else "characters were"
        found.append(
            Problem(
                address,
                "joined-halves",
                f"{decoded.joined} {were} written in two halves, as UTF-8 forbids (CESU-8), "
                "and put together.",
                "Compare with another copy if one of them matters.",
            )
        )
    return tuple(found)


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _lenient(content: bytes, encoding: str, how: str) -> Decoded:
    if encoding == "utf-8" and (mended := _in_halves(content)):
        return replace(mended, how=how)
    text = content.decode(encoding, "replace")
    return Decoded(text, encoding, how, damaged=text.count("\ufffd"))


def _in_halves(content: bytes) -> Decoded | None:
    """UTF-8 but for characters in two halves, which are joined, and lone halves, which are lost."""
    whole, joined = _HALVES.subn(
        lambda halves: (
            halves[0]
            .decode("utf-8", "surrogatepass")
            .encode("utf-16", "surrogatepass")
            .decode("utf-16")
            .encode()
        ),
        content,
    )
    whole, lone = _HALF.subn("\ufffd".encode(), whole)
    if not joined + lone:
        return None
    text = _strict(whole, "utf-8")
    return (
        None
        if text is None
        else Decoded(text, "utf-8", "valid UTF-8 but for halves", text.count("\ufffd"), joined)
    )


def _wide(content: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 without a mark: the one reading that gives ordinary letters and spaces."""
    best: tuple[float, str] | None = None
    for encoding, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        sample = content[: _SAMPLE // width * width]
        text = _strict(sample[: len(sample) // width * width], encoding)
        if text and not _ODD.search(text):
            ordinary = sum(c.isspace() or (c.isalpha() and ord(c) < 0x700) for c in text) / len(
                text
            )
            if ordinary >= 0.7 and (best is None or ordinary > best[0]):
                best = (ordinary, encoding)
    return _lenient(content, best[1], "pattern of zero bytes") if best else None


def _nearly_utf8(content: bytes) -> Decoded | None:
    """UTF-8 with a few damaged places, as after a cut or a bad paste."""
    text = content.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    whole = sum(ord(c) > 127 for c in text[:_SAMPLE]) - text[:_SAMPLE].count("\ufffd")
    # Fewer than one broken character to ten whole ones: an 8-bit text would break at nearly all.
    if damaged * 10 < whole:
        return Decoded(text, "utf-8", "nearly valid UTF-8", damaged)
    return None


def _eight_bit(content: bytes) -> Decoded | None:
    encoding = best_eight_bit(content[: _SAMPLE * 4])
    if encoding is None:
        return None
    text = content.decode(encoding, "replace")
    return Decoded(text, encoding, "plausible words", text.count("\ufffd"))


def _by_library(content: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes  # slow to import and rarely needed

    # 32 KB keep the library's time under a second; East Asian encodings show in far less.
    best = from_bytes(content[:32768]).best()
    if best is None or best.encoding is None:
        return None
    decoded = _lenient(content, best.encoding, "charset-normalizer")
    return decoded if decoded.damaged * 100 <= len(decoded.text) else None
