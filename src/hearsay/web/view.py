"""What one request wants to see: as of which day, as the case stood when; and the links onward."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, Query
from starlette.requests import Request

from hearsay.vocabulary.edtf import days_of
from hearsay.vocabulary.errors import Misuse
from hearsay.web.desk import Desk, Seat
from hearsay.web.site import Site


@dataclass(frozen=True, slots=True)
class View:
    """The two axes of time, and the labels that whoever serves the case shows."""

    as_of: str | None
    """The day that is meant, ISO."""
    known_at: str | None
    """As the case stood then, ISO; `None` for now."""
    labels: frozenset[str]

    def url(self, path: str, **asked: object) -> str:
        """An address within the site that keeps what is looked at; what is `None` is left out."""
        kept = {"as_of": self.as_of, "known_at": self.known_at, **asked}
        query = urlencode({key: value for key, value in kept.items() if value not in (None, "")})
        return f"{path}?{query}" if query else path


def _view(
    request: Request,
    as_of: Annotated[str, Query(max_length=40)] = "",
    known_at: Annotated[str, Query(max_length=40)] = "",
) -> View:
    site: Site = request.app.state.site
    return View(_last_day(as_of), known_at.strip() or None, site.labels)


def _last_day(asked: str) -> str | None:
    """The day; of a month or year its last one. Raises `Misuse` where it is none."""
    if not asked.strip():
        return None
    days = days_of(asked.strip())
    if days is None or days.last is None:
        raise Misuse(f'"{asked}" is no day. Write 2022-02-15, or 2022-02 for its last day.')
    return days.last.isoformat()


async def _seat(request: Request) -> AsyncIterator[Seat]:
    """A seat; whoever waits for one holds no thread, or those who sit would get none."""
    desk: Desk = request.app.state.desk
    async with desk.waiting, desk.seat() as seat:
        yield seat


Viewed = Annotated[View, Depends(_view)]
Seated = Annotated[Seat, Depends(_seat)]
"""What a page declares that it needs: how the case is looked at, and a seat at it."""
