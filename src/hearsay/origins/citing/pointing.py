"""Which documents of a case point to which others by their web address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account

Pointers = tuple[tuple[Span, str], ...]
"""Where a document gives an address, and the account that was fetched from there."""


def pointers(accounts: Iterable[Account]) -> Mapping[str, Pointers]:
    """For each account that points to others, where and to which; its own address is left out."""
    every = list(accounts)
    held: dict[str, str] = {}
    for one in every:
        url = one.document.particulars.url
        if url:
            held.setdefault(address_of(url), one.id)
    if not held:
        return {}
    found: dict[str, Pointers] = {}
    for one in every:
        met = (
            (Span(match.start(), match.end()), held.get(address_of(match[0])))
            for match in _URL.finditer(one.document.text)
        )
        kept = tuple((span, key) for span, key in met if key is not None and key != one.id)
        if kept:
            found[one.id] = kept
    return found


def address_of(url: str) -> str:
    """A web address without what two ways to write it differ in: scheme, www, where one came from.

    >>> address_of("https://www.calder.example/a/1/?utm_source=x#top")
    'calder.example/a/1'
    """
    parts = urlsplit(url if "//" in url else f"//{url}")
    query = "&".join(p for p in parts.query.split("&") if p and not p.startswith(_TRACKING))
    path = parts.path.rstrip("/.,;:)")
    host = parts.netloc.casefold().removeprefix("www.").removeprefix("m.")
    return f"{host}{path}{'?' + query if query else ''}"


_URL = re.compile(r"https?://[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]]")
_TRACKING = ("utm_", "fbclid", "gclid", "ref=", "source=")
