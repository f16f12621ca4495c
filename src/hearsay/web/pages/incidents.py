"""Attacks and the like by quarter, actor, target or country, beside what others count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from hearsay.outputs.drawing.bars import bars_svg
from hearsay.outputs.picture.entries import Entry, entry
from hearsay.outputs.picture.incidents import (
    bases_of,
    certain_words,
    claimed_words,
    count_notes,
    counter_of,
    day_words,
    differing,
    group_words,
    occurrence_words,
)
from hearsay.outputs.picture.saying import BY_MACHINE, Saying
from hearsay.outputs.wording import one_line
from hearsay.picture.incidents import Occurrence
from hearsay.picture.reckoning import By, Group, before, incidents_by
from hearsay.picture.tallies import Count, plural
from hearsay.web.drawn import within_page
from hearsay.web.page import Place
from hearsay.web.rendering import render
from hearsay.web.view import Seated, Viewed

PLACE: Place | None = Place("Know", 4, "Incidents", "/incidents")
router = APIRouter()

_STAGES = (
    ("accomplished", "Told one by one"),
    ("attempted", "Said to have been attempted, not done"),
    ("foiled", "Said to have been foiled, not done"),
    ("threatened", "Said to have been threatened, not done"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """One incident: when and what, in what its reports differ, and who says so."""

    day: str
    entry: Entry
    differing: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The incidents of one kind in one period, or of one party."""

    title: str
    certain: str
    claimed: str
    earlier: str
    """The same of the period before; empty where there is none."""
    counts: tuple[Entry, ...]
    stages: tuple[tuple[str, tuple[Told, ...]], ...]


@router.get("/incidents")
def every(
    request: Request, seat: Seated, view: Viewed, by: Annotated[By, Query()] = "quarter"
) -> Response:
    """All incidents in groups."""
    asking = seat.asking(known_at=view.known_at, labels=view.labels)
    groups, told = incidents_by(asking, by, as_of=view.as_of)
    saying = Saying(asking, seat.hearing(known_at=view.known_at, labels=view.labels))
    return render(
        request,
        "incidents.html",
        view=view,
        by=by,
        ways=("quarter", "fiscal-quarter", "month", "actor", "target", "country"),
        drawing=within_page(bars_svg(groups, by)) if groups else None,
        parts=[_part(group, groups, saying, by) for group in groups],
        many_of=[entry("", (row,), saying) for row in told.many],
        bare=[entry("", (row,), saying) for row in told.bare],
        by_machine=BY_MACHINE,
    )


def _part(group: Group, groups: Sequence[Group], saying: Saying, by: By) -> Part:
    earlier = before(groups, group)
    against = ""
    if earlier is not None:
        counted = claimed_words(earlier.claimed)
        against = certain_words(earlier) + (f"; others count {counted}" if counted else "")
    return Part(
        f"{plural(group.kind).capitalize()}, {group_words(group, by)}",
        certain_words(group),
        claimed_words(group.claimed),
        against,
        tuple(_count(one, saying) for one in group.counts),
        tuple(_stages(group, saying)),
    )


def _stages(group: Group, saying: Saying) -> Iterator[tuple[str, tuple[Told, ...]]]:
    for stage, title in _STAGES:
        found = [one for one in group.occurrences if one.rows and one.stage == stage]
        if found:
            found.sort(key=lambda one: (one.unsure, one.first or "9999"))
            yield title, tuple(_told(one, saying) for one in found)
    denied = [one for one in group.occurrences if not one.rows]
    if denied:
        yield "Said not to have happened", tuple(_told(one, saying) for one in denied)


def _told(one: Occurrence, saying: Saying) -> Told:
    values = tuple(
        (part, "; ".join(f"{one_line(v.words)} ({len(v.rows)})" for v in values))
        for part, values in differing(one)
    )
    rows = (*one.rows, *one.denials)
    return Told(day_words(one), entry(occurrence_words(one), rows, saying), values)


def _count(one: Count, saying: Saying) -> Entry:
    noun = f"{one.sort} {one.unit}".strip()
    words = f"{one.words} {one_line(noun if one.number.low == 1 else plural(noun))}"
    if one.scope:
        words += f" in {one_line(one.scope)}"
    if counter := counter_of(one):
        words += f", counted by {counter}"
    words += "".join(f", {note}" for note in (*bases_of(one), *count_notes(one)))
    return entry(words, one.rows, saying)
