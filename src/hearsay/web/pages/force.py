"""The chart of a force: what is above it, what below, who is said to command, as of a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hearsay.outputs.drawing.chart import chart_svg
from hearsay.outputs.picture.charting import NOBODY, command_words, link_words
from hearsay.outputs.picture.entries import Entry, entry
from hearsay.outputs.picture.saying import BY_MACHINE, Saying, ordered
from hearsay.picture.structure import Box, Chart, Superior, chart_of
from hearsay.vocabulary.errors import NothingByThatName
from hearsay.web.calling import one_called
from hearsay.web.drawn import within_page
from hearsay.web.page import Place
from hearsay.web.rendering import render
from hearsay.web.view import Seated, Viewed

PLACE: Place | None = Place("Know", 1, "Forces", "/force")
router = APIRouter()

_LISTED = 200
_BODIES = ("unit", "organization", "place")


@dataclass(frozen=True, slots=True)
class Unit:
    """One box of the chart as the list below the drawing has it."""

    depth: int
    id: str
    name: str
    link: Entry | None
    """How it stands under the one above it."""
    commands: tuple[tuple[str, str, Entry], ...]
    """For each who is said to command: id, name, and what is said."""
    remark: str
    disagree: bool
    """Whether two are said to hold one post at one time."""


@router.get("/force")
def every(
    request: Request,
    seat: Seated,
    view: Viewed,
    q: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Units and bodies, to choose from."""
    asking = seat.asking(known_at=view.known_at, labels=view.labels)
    if q.strip():
        found = [one for one in asking.entities(q) if one.type in _BODIES]
        if len(found) == 1:
            return RedirectResponse(view.url(f"/force/{found[0].id}"), 303)
        found = found or [one for one in asking.nearest(q, 20) if one.type in _BODIES]
    else:
        found = asking.most_named(types=("unit", "organization"), limit=_LISTED)
    return render(request, "forces.html", view=view, q=q, found=found[:_LISTED])


@router.get("/force/{id}")
def one(request: Request, id: str, seat: Seated, view: Viewed) -> Response:
    """The chart of one."""
    asking = seat.asking(known_at=view.known_at, labels=view.labels)
    unit = one_called(asking, id)
    if unit is None:
        raise NothingByThatName("unit or body", id)
    chart = chart_of(asking, unit.number, as_of=view.as_of)
    saying = Saying(asking, seat.hearing(known_at=view.known_at, labels=view.labels))
    saying.tell_apart(chart.entities)
    return render(
        request,
        "force.html",
        view=view,
        unit=unit,
        chart=chart,
        drawing=within_page(chart_svg(chart, saying, as_of=view.as_of)),
        above=list(_above(chart, saying)),
        units=list(_units(chart.box, saying, view.as_of, 0)),
        disagreeing=[saying.name(number) for number in chart.disagreeing],
        by_machine=BY_MACHINE,
    )


def _above(chart: Chart, saying: Saying) -> Iterator[tuple[int, str, str, Entry]]:
    def climb(one: Superior, depth: int) -> Iterator[tuple[int, str, str, Entry]]:
        rows = saying.rows(one.edges)
        who = saying.entity(one.entity)
        yield (
            depth,
            who.id,
            saying.name(one.entity),
            entry(link_words(one.edges, rows), rows, saying),
        )
        for over in one.above:
            yield from climb(over, depth + 1)

    for one in chart.above:
        yield from climb(one, 0)


def _units(box: Box, saying: Saying, as_of: str | None, depth: int) -> Iterator[Unit]:
    rows = saying.rows(box.edges)
    link = entry(link_words(box.edges, rows), rows, saying) if box.edges else None
    commands = tuple(
        (
            saying.entity(one.post.person).id,
            saying.name(one.post.person),
            entry(
                command_words(one.post),
                ordered((*one.post.rows, *one.post.denials)),
                saying,
                one.post.seen,
                as_of,
            ),
        )
        for one in box.commands
    )
    remark = ""
    if box.elsewhere:
        remark = "what is under it stands at another place of this chart"
    elif not box.denied and not box.commands:
        remark = NOBODY
    yield Unit(
        depth,
        saying.entity(box.entity).id,
        saying.name(box.entity),
        link,
        commands,
        remark,
        bool(box.rivals),
    )
    for under in box.under:
        yield from _units(under, saying, as_of, depth + 1)
