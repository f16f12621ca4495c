"""The documents of a case, and each of them to be read with what is claimed in it."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from hearsay.case import Judgement
from hearsay.documents.page_images import is_pdf, page_png
from hearsay.outputs.imprints import ImprintOf
from hearsay.reading.claims import claims_of
from hearsay.vocabulary.documents import Passage, places
from hearsay.vocabulary.errors import Misuse, NothingByThatName
from hearsay.vocabulary.readings import UNSURE, Claim, Reading
from hearsay.vocabulary.traces import Change, ClaimNode, Trace
from hearsay.web.desk import Seat
from hearsay.web.echoes import Echo, echo_of
from hearsay.web.judged import judged_claims
from hearsay.web.marking import Marked, Piece, marks_of
from hearsay.web.page import Place
from hearsay.web.rendering import render
from hearsay.web.view import Seated, View, Viewed

PLACE: Place | None = Place("Read", 1, "Documents", "/documents")
router = APIRouter()


@dataclass(frozen=True, slots=True)
class Card:
    """A claim as it stands beside the words that make it."""

    number: int
    claim: Claim
    echo: Echo | None
    """What others say alike."""
    changes: tuple[Change, ...]
    """In what it differs from earlier texts held here."""
    judged: tuple[Judgement, ...]
    """What people decided of it."""

    @property
    def unsure(self) -> bool:
        """Whether the reader is unsure of it."""
        return self.claim.score < UNSURE


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage with its marked words and the claims that begin in it."""

    turned: int | None
    """The page that it is the first of, where its document has pages."""

    passage: Passage
    place: str
    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...]
    withheld: bool


@router.get("/documents")
def every(request: Request, seat: Seated, view: Viewed) -> Response:
    """All documents, newest publication first."""
    rows = list(seat.case.documents(known_at=view.known_at, labels=view.labels))
    return render(request, "documents.html", view=view, rows=rows)


@router.get("/documents/{capture}/pages/{page}.png")
def page_picture(capture: str, page: int, seat: Seated, view: Viewed) -> Response:
    """A page of a PDF as a picture, where nothing of it is withheld."""
    shown = seat.case.shown(capture, known_at=view.known_at, labels=view.labels)
    content = seat.case.content(shown.document.capture)
    if shown.withheld or not is_pdf(content):
        raise NothingByThatName("page picture of", capture)
    return Response(page_png(content, page), media_type="image/png")


@router.get("/documents/{capture}/original")
def original(capture: str, seat: Seated, view: Viewed) -> Response:
    """The bytes as they were received, to be kept and not to be shown."""
    shown = seat.case.shown(capture, known_at=view.known_at, labels=view.labels)
    if shown.withheld:
        raise Misuse("Part of it bears a sensitivity label; serve it with --label to get it.")
    name = os.path.basename(shown.address) or shown.document.capture
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
        "Content-Security-Policy": "sandbox",
    }
    content = seat.case.content(shown.document.capture)
    return Response(content, media_type="application/octet-stream", headers=headers)


@router.get("/documents/{capture}")
def one(request: Request, capture: str, seat: Seated, view: Viewed) -> Response:
    """A document to be read, its claims beside it."""
    shown = seat.case.shown(capture, known_at=view.known_at, labels=view.labels)
    document, reading = shown.document, shown.reading or Reading("")
    claims = claims_of(document, reading) if shown.reading else ()
    marked = Marked(document.text, document.passages, marks_of(claims, reading))
    cards = _cards(claims, seat, view)
    where = places(document)
    paragraphs = []
    page: int | None = None
    for passage in document.passages:
        turned, page = (passage.page if passage.page != page else None), passage.page
        paragraphs.append(
            Paragraph(
                turned,
                passage,
                where.get(passage.paragraph, ""),
                tuple(marked.pieces(passage)),
                tuple(cards.get(passage.paragraph, ())),
                passage.paragraph in shown.withheld,
            )
        )
    return render(
        request,
        "document.html",
        view=view,
        document=document,
        said=document.particulars,
        address=shown.address,
        reader=reading.reader,
        paragraphs=paragraphs,
        withheld=bool(shown.withheld),
        number=len(claims),
        problems=(*document.problems, *reading.problems),
    )


def _cards(claims: tuple[Claim, ...], seat: Seat, view: View) -> dict[int, list[Card]]:
    """The cards of each paragraph."""
    traced = seat.traced(known_at=view.known_at, labels=view.labels)
    judged = judged_claims(seat, view)
    found: dict[int, list[Card]] = defaultdict(list)
    for number, claim in enumerate(claims, 1):
        echo, changes = _told(claim, traced.with_claim(claim.id), traced.imprint_of)
        found[claim.passage].append(Card(number, claim, echo, changes, judged.get(claim.id, ())))
    return found


def _told(
    claim: Claim, traces: Sequence[Trace], imprint_of: ImprintOf
) -> tuple[Echo | None, tuple[Change, ...]]:
    """What others say alike, and in what this telling differs from what it is from."""
    for trace in traces:
        nodes = {n.id for n in trace.nodes if isinstance(n, ClaimNode) and n.claim.id == claim.id}
        changes = [c for link in trace.retellings if link.later in nodes for c in link.changes]
        return echo_of(trace, imprint_of), tuple(dict.fromkeys(changes))
    return None, ()
