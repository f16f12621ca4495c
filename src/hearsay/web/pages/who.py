"""Who is who: the names of a case, and all that is said of one of them, for and against."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hearsay.case.replying import replies_of
from hearsay.outputs.drawing.spells import Spell, spells_svg
from hearsay.outputs.picture.entries import sections_of
from hearsay.outputs.picture.saying import BY_MACHINE, Saying
from hearsay.outputs.picture.telling import NO_REPLY, post_words
from hearsay.picture.denying import answers_in
from hearsay.picture.dossier import Dossier, dossier_of
from hearsay.picture.takeon import NOTHING, take_on
from hearsay.vocabulary.errors import NothingByThatName
from hearsay.web.calling import one_called
from hearsay.web.drawn import within_page
from hearsay.web.page import Place
from hearsay.web.rendering import render
from hearsay.web.view import Seated, Viewed

PLACE: Place | None = Place("Know", 0, "Who", "/who")
router = APIRouter()

_LISTED = 200
_TITLE = "When each post was seen to be held"


@router.get("/who")
def every(
    request: Request,
    seat: Seated,
    view: Viewed,
    q: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Those who are named, or those who bear a name."""
    asking = seat.asking(known_at=view.known_at, labels=view.labels)
    near = False
    if q.strip():
        found = asking.entities(q)
        if len(found) == 1:
            return RedirectResponse(view.url(f"/who/{found[0].id}"), 303)
        if not found:
            found, near = asking.nearest(q, 20), True
    else:
        found = asking.most_named(limit=_LISTED)
    return render(request, "who.html", view=view, q=q, found=found[:_LISTED], near=near)


@router.get("/who/{id}")
def one(request: Request, id: str, seat: Seated, view: Viewed) -> Response:
    """A dossier: posts, ranks, ties, deeds, money; each denial beside what it denies."""
    asking = seat.asking(known_at=view.known_at, labels=view.labels)
    who = one_called(asking, id)
    if who is None:
        raise NothingByThatName("person, unit or body", id)
    hearing = seat.hearing(known_at=view.known_at, labels=view.labels)
    saying = Saying(asking, hearing)
    dossier = dossier_of(asking, who.number, as_of=view.as_of)
    taken = NOTHING if who.type == "person" else take_on(asking, who.number, as_of=view.as_of)
    drawing = spells_svg(_spells(dossier, saying), title=_TITLE, as_of=view.as_of)
    conflicts = seat.case.conflicts.found(
        as_of=view.as_of, known_at=view.known_at, labels=view.labels
    )
    sections = sections_of(
        dossier, saying, as_of=view.as_of, taken=taken, answered=answers_in(conflicts)
    )
    return render(
        request,
        "dossier.html",
        view=view,
        who=who,
        sections=sections,
        drawing=within_page(drawing) if drawing else None,
        replies=replies_of(
            seat.case, who, as_of=view.as_of, known_at=view.known_at, labels=view.labels
        ),
        no_reply=NO_REPLY,
        by_machine=BY_MACHINE,
    )


def _spells(dossier: Dossier, saying: Saying) -> list[Spell]:
    """The posts of somebody, or who has had one in a unit, as they are drawn."""
    own = dossier.entity.number
    return [
        Spell(
            post_words(one, saying, of=own).partition(" · ")[0],
            one.seen,
            one.unsure,
            bool(one.denials),
        )
        for one in (*dossier.career.posts, *dossier.holders)
    ]
