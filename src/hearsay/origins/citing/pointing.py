"""Which documents of a case point to which others by their web address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account

Pointers = tuple[tuple[Span, str], ...]
"""Where a document gives an address, and the account that was fetched from there."""


class Addresses:
    """The web addresses of the documents of a case."""

    def __init__(self) -> None:
        self._held: dict[str, str] = {}

    def add(self, account: Account) -> None:
        """Takes in a document; of several with one address the first is meant by it."""
        url = account.document.particulars.url
        if url:
            self._held.setdefault(address_of(url), account.id)

    def pointers(self, account: Account) -> Pointers:
        """Where a document points to others, and to which; its own address is left out."""
        if not self._held:
            return ()
        met = (
            (Span(match.start(), match.end()), self._held.get(address_of(match[0])))
            for match in _URL.finditer(account.document.text)
        )
        return tuple((span, key) for span, key in met if key is not None and key != account.id)


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
