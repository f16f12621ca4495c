"""The way of one claim: who had it from whom, from how many origins, and what differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from hearsay.outputs.drawing import svg_of
from hearsay.outputs.excerpts import DocumentOf, Excerpt, excerpt
from hearsay.outputs.folding import Fold, folded
from hearsay.outputs.imprints import ImprintOf
from hearsay.outputs.placing import Placed, origin_numbers, placed
from hearsay.outputs.tallying import counted, dates_of, from_origins, told_by
from hearsay.outputs.telling import Telling
from hearsay.outputs.wording import (
    BY_NAME_ONLY,
    DIFFERS,
    besides,
    first_said,
    label,
    quoted,
    reached,
)
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.errors import NothingByThatName
from hearsay.vocabulary.traces import Change, ClaimNode, Node, Trace, capture_of
from hearsay.web.comparing import Compared, compared
from hearsay.web.desk import Seat
from hearsay.web.drawn import within_page
from hearsay.web.page import Place
from hearsay.web.rendering import render
from hearsay.web.view import Seated, View, Viewed

PLACE: Place | None = None
router = APIRouter()


@dataclass(frozen=True, slots=True)
class Entry:
    """One telling in the list that says in words what the drawing shows."""

    depth: int
    origin: int | None
    """Its number, where it is an origin."""
    unproven: bool
    outlet: str
    published: str | None
    claim: str | None
    """By which it is found; none for what is known by name only."""
    capture: str | None
    paragraph: int | None
    how: tuple[str, ...]
    """How it came, in sentences."""
    changes: tuple[Change, ...]
    beside: bool
    """Whether nothing shows which of the two came first."""


@dataclass(frozen=True, slots=True)
class Root:
    """One origin with what stands behind it."""

    number: int | None
    name: str
    said: str
    published: str | None
    tellings: int
    shown: Excerpt | None
    claim: str | None
    doubted: bool
    """Whether what leads back to it may be of another thing."""


@dataclass(frozen=True, slots=True)
class Near:
    """A claim that perhaps says the same, and was not taken to."""

    outlet: str
    words: str
    claim: str


@router.get("/trace/{claim}")
def trace(request: Request, claim: str, seat: Seated, view: Viewed) -> Response:
    """One proposition, found by any of its claims."""
    found, imprint_of = _found(claim, seat, view)
    trees = placed(found)
    numbers = origin_numbers(found, trees)
    document_of = _documents(seat, view)
    return render(
        request,
        "trace.html",
        view=view,
        trace=found,
        claim=claim,
        gist=quoted(found.gist, 1000),
        told=told_by(trees.told, imprint_of) if trees.told else None,
        denied=told_by(trees.denied, imprint_of) if trees.denied else None,
        origins=from_origins(found.origins),
        sentences=list(counted(found.origins)),
        drawing=within_page(svg_of(found, imprint_of=imprint_of)),
        telling=list(_entries(trees.told, found, numbers, imprint_of)),
        denying=list(_entries(trees.denied, found, numbers, imprint_of)),
        roots=list(_roots(found, trees, numbers, imprint_of, document_of)),
        pairs=list(_pairs(found, imprint_of, document_of)),
        differs=DIFFERS,
        near=[
            Near(imprint_of(one.document).outlet, quoted(one.words), one.claims[0])
            for one in found.origins.perhaps
        ],
    )


@router.get("/trace/{claim}/drawing.svg")
def drawing(claim: str, seat: Seated, view: Viewed) -> Response:
    """The drawing as a file of its own."""
    found, imprint_of = _found(claim, seat, view)
    name = f'attachment; filename="trace-{found.proposition}.svg"'
    headers = {"Content-Disposition": name, "Content-Security-Policy": "sandbox"}
    return Response(
        svg_of(found, imprint_of=imprint_of), media_type="image/svg+xml", headers=headers
    )


def _found(claim: str, seat: Seat, view: View) -> tuple[Trace, ImprintOf]:
    found, traced = seat.case.tracing.find(claim, known_at=view.known_at, labels=view.labels)
    if not found:
        raise NothingByThatName("claim", claim)
    return found[0], traced.imprint_of


def _documents(seat: Seat, view: View) -> DocumentOf:
    def document(capture: str) -> Document:
        return seat.case.readable(capture, known_at=view.known_at, labels=view.labels)

    return document


def _entries(
    tellings: tuple[Telling, ...], found: Trace, numbers: dict[str, int], imprint_of: ImprintOf
) -> Iterator[Entry]:
    nodes = {node.id: node for node in found.nodes}
    unproven = {root.node for root in found.origins.roots if not root.proven}

    def entries(telling: Telling | Fold, above: Telling | None, depth: int) -> Iterator[Entry]:
        if isinstance(telling, Fold):
            heads = [one.head for one in telling.tellings]
            names = ", ".join(label(head, imprint_of) for head in heads)
            many = f"and {len(heads):,} more in the same way"
            when = dates_of(heads)
            yield Entry(depth, None, False, many, when, None, None, None, (names,), (), False)
            return
        head = telling.head
        own = [numbers[node.id] for node in telling.nodes if node.id in numbers]
        yield Entry(
            depth,
            own[0] if own else None,
            any(node.id in unproven for node in telling.nodes),
            label(head, imprint_of),
            head.published if isinstance(head, ClaimNode) else None,
            head.claim.id if isinstance(head, ClaimNode) else None,
            capture_of(head.claim.capture) if isinstance(head, ClaimNode) else None,
            head.claim.passage if isinstance(head, ClaimNode) else None,
            tuple(_how(telling, above, nodes, head.id in unproven, imprint_of)),
            telling.changes,
            telling.link is not None and not telling.link.ordered,
        )
        for child in folded(telling.children):
            yield from entries(child, telling, depth + 1)

    for telling in folded(tellings):
        yield from entries(telling, None, 0)


def _how(
    telling: Telling,
    above: Telling | None,
    nodes: dict[str, Node],
    unproven: bool,
    imprint_of: ImprintOf,
) -> Iterator[str]:
    head = telling.head
    if not isinstance(head, ClaimNode):
        yield BY_NAME_ONLY
    if telling.link is not None and above is not None:
        yield reached(telling.link, nodes[telling.link.later], label(above.head, imprint_of))
    elif isinstance(head, ClaimNode):
        said = first_said(head)
        if unproven:
            yield "does not show where it has it" + (f" (cites {said})" if said else "")
        elif said:
            yield f"had from {said}"
        else:
            yield "told here first"
    for link in telling.also:
        yield besides(link, nodes[link.later], label(nodes[link.earlier], imprint_of))
    if telling.others:
        yield f"said {len(telling.nodes)} times in it"


def _roots(
    found: Trace,
    trees: Placed,
    numbers: dict[str, int],
    imprint_of: ImprintOf,
    document_of: DocumentOf,
) -> Iterator[Root]:
    nodes = {node.id: node for node in found.nodes}
    for root in sorted(found.origins.roots, key=lambda one: numbers.get(one.node, 999)):
        node = nodes[root.node]
        if isinstance(node, ClaimNode):
            capture = capture_of(node.claim.capture)
            yield Root(
                numbers.get(root.node),
                label(node, imprint_of),
                first_said(node),
                node.published,
                len(root.claims),
                excerpt(document_of(capture), node.claim, (node.claim.spans,)),
                node.claim.id,
                root.doubted,
            )
        else:
            number = numbers.get(root.node)
            name = label(node, imprint_of)
            tellings = len(root.claims)
            yield Root(number, name, BY_NAME_ONLY, None, tellings, None, None, root.doubted)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings word by word, with what differs between them named."""

    earlier: str
    earlier_when: str | None
    later: str
    later_when: str | None
    left: Compared
    right: Compared
    changes: tuple[Change, ...]
    ordered: bool


def _pairs(found: Trace, imprint_of: ImprintOf, document_of: DocumentOf) -> Iterator[Pair]:
    """Each telling beside the one that it is from, those first in which something differs."""
    nodes = {node.id: node for node in found.nodes}
    links = [(link.earlier, link.later, link.changes, link.ordered) for link in found.retellings]
    links += [(*one.between, one.changes, False) for one in found.comparisons]
    links.sort(key=lambda one: not one[2])
    seen: set[tuple[str, str]] = set()
    for earlier, later, changes, ordered in links:
        one, other = nodes[earlier], nodes[later]
        if not (isinstance(one, ClaimNode) and isinstance(other, ClaimNode)):
            continue
        texts = tuple(
            excerpt(document_of(capture_of(node.claim.capture)), node.claim).words
            for node in (one, other)
        )
        if texts in seen or texts[0] == texts[1]:
            continue
        seen.add((texts[0], texts[1]))
        left, right = compared(*texts)
        yield Pair(
            label(one, imprint_of),
            one.published,
            label(other, imprint_of),
            other.published,
            left,
            right,
            changes,
            ordered,
        )
