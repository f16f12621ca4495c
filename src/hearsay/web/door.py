"""Who is let in: whoever has the link that stands in the terminal, once; then by a cookie."""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from hashlib import sha256

LASTS = 12 * 60 * 60
"""Seconds for which somebody is let in: a day's work."""


class Door:
    """Keeps no secret itself, only what shows that somebody has it; a restart shuts it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._link = ""
        self._in: dict[str, float] = {}

    def link(self) -> str:
        """A new word that lets one browser in once; the one before it no longer does."""
        word = secrets.token_urlsafe(24)
        with self._lock:
            self._link = _shown_by(word)
        return word

    def enter(self, word: str) -> str | None:
        """The cookie of whoever has the word; nothing where it is wrong or was used already."""
        with self._lock:
            if not self._link or not hmac.compare_digest(self._link, _shown_by(word)):
                return None
            self._link = ""
            cookie = secrets.token_urlsafe(32)
            now = time.monotonic()
            self._in = {one: until for one, until in self._in.items() if until > now}
            self._in[_shown_by(cookie)] = now + LASTS
            return cookie

    def knows(self, cookie: str | None) -> bool:
        """Whether this cookie was given out, and its time is not over."""
        if cookie is None:
            return False
        with self._lock:
            return self._in.get(_shown_by(cookie), 0.0) > time.monotonic()

    def leave(self, cookie: str | None) -> None:
        """The cookie lets nobody in any more."""
        with self._lock:
            self._in.pop(_shown_by(cookie or ""), None)


def _shown_by(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
