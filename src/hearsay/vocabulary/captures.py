"""The bytes of one thing as received, and what is said about them."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Particulars:
    """Who published a document, when, where and about which period; `None` where unknown."""

    published: str | None = None
    """Date of publication, EDTF (`2022-02-15`)."""
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    period: str | None = None
    """The period the document reports on, an EDTF interval (`2021-10-01/2021-12-31`)."""
    byline: str | None = None
    language: str | None = None
    """ISO 639-1 code (`en`)."""

    def over(self, other: Particulars) -> Particulars:
        """These particulars, filled up with `other`'s where these are silent."""
        return Particulars(
            **{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)}
        )


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes of one thing as received, kept unaltered and named by their SHA-256."""

    sha256: str
    """64 hexadecimal digits, of the bytes as received."""
    address: str
    """Where they came from: a path as the user named it, a URL, or `-` for standard input."""
    captured_at: str
    """When, ISO 8601 in UTC with a trailing Z."""
    method: str
    """How: the fetcher's name (`file`, `stdin`, `http`)."""
    size: int
    """Bytes."""
    stated: Particulars = Particulars()
    """What the user states about it; beats what is found in it."""
    received: tuple[tuple[str, str], ...] = ()
    """What came with the bytes: HTTP status, headers worth keeping, the final URL."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A capture together with its bytes, before anything is kept."""

    capture: Capture
    content: bytes
