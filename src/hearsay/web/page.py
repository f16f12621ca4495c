"""The promise of a page: a file in `pages`, found by its name."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType
from typing import Literal, Protocol, cast

from fastapi import APIRouter

from hearsay import plugins

FOLDER = "hearsay.web.pages"

Part = Literal["Read", "Follow", "Know", "Mend"]
PARTS: tuple[Part, ...] = ("Read", "Follow", "Know", "Mend")
"""The parts of the navigation: what stands there, who had it from whom, what is then known, and
what a person still has to look at."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands in the navigation."""

    part: Part
    order: int
    words: str
    path: str


class Page(Protocol):
    """What a file in `pages` has to define."""

    PLACE: Place | None
    """Its place in the navigation; none for pages that one gets to from others."""
    router: APIRouter
    """What it answers."""


def pages() -> list[Page]:
    """Every page, by name."""
    found: list[ModuleType] = [
        plugins.find(FOLDER, name, kind="page", promises=("PLACE", "router"))
        for name in plugins.names(FOLDER)
    ]
    return [cast(Page, module) for module in found]


def navigation() -> list[tuple[Part, list[Place]]]:
    """The places, part by part, each in its order."""
    places = [page.PLACE for page in pages() if page.PLACE is not None]
    parts = ((part, [place for place in places if place.part == part]) for part in PARTS)
    return [(part, sorted(here, key=lambda place: place.order)) for part, here in parts if here]
