"""How a trace looks in the terminal: who had it from whom as a tree, then denials and origins.

Roots stand at the top, with a number where they are origins; below each stand those who have it
from there, the earliest first, with how it shows and what differs. A link of probability .95 or
more is told as found, one of .5 or more as "probably", one of .05 or more as "perhaps"; the
numbers themselves are in the JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hearsay.cli.branches import ALIKE, OF_USE, STEP, Guides, changed, fitting, set_in
from hearsay.cli.listing import SHORT_ID
from hearsay.cli.origins import comparison_lines, listed, origin_lines, outlet_and_date
from hearsay.cli.wrapping import BOLD, DIM, PLAIN, WARNING, Piece
from hearsay.outputs.folding import Fold, folded
from hearsay.outputs.imprints import ImprintOf
from hearsay.outputs.placing import Placed, origin_numbers, placed
from hearsay.outputs.tallying import dates_of, from_origins, times, told_by
from hearsay.outputs.telling import Telling, every
from hearsay.outputs.wording import (
    BY_NAME_ONLY,
    DIFFERS,
    EITHER_WAY,
    besides,
    first_said,
    label,
    own_words,
    quoted,
    reached,
)
from hearsay.vocabulary.traces import ClaimNode, NamedNode, Node, Retelling, Trace

_GIST = 1000
"""Characters of the gist that are shown: it is what all the rest is about."""


def tree_lines(trace: Trace, *, imprint_of: ImprintOf, width: int) -> Iterator[str]:
    """A trace as lines: what is told, by whom, from how many origins; the trees; the origins."""
    width = fitting(width)
    showing = _Showing(trace, imprint_of, width)
    parts = [
        showing.heading(),
        showing.told(),
        showing.denied(),
        comparison_lines(trace, imprint_of=imprint_of, width=width),
        origin_lines(trace, showing.numbers, imprint_of=imprint_of, width=width),
        showing.legend(),
    ]
    first = True
    for part in parts:
        for at, line in enumerate(part):
            if at == 0 and not first:
                yield ""
            first = False
            yield line


def blocks_of(traces: Iterable[Trace], *, imprint_of: ImprintOf, width: int) -> Iterator[list[str]]:
    """Several traces one after the other, with an empty line in between."""
    for number, one in enumerate(traces):
        lines = list(tree_lines(one, imprint_of=imprint_of, width=width))
        yield ["", *lines] if number else lines


def how_often(trace: Trace, trees: Placed, imprint_of: ImprintOf) -> list[Piece]:
    """How often something is told and denied, by how many outlets, from how many origins."""
    pieces: list[Piece] = [("told by nobody here", PLAIN)]
    if trees.told:
        told = told_by(trees.told, imprint_of)
        pieces = [(f"told {told}, {from_origins(trace.origins)}", PLAIN)]
    if trees.denied:
        pieces += [(" · ", DIM), (f"denied {told_by(trees.denied, imprint_of)}", WARNING)]
    return pieces


def _is_alike(entry: Telling | Fold | Retelling) -> bool:
    """Whether an entry stands under one that nothing shows to be earlier."""
    first = entry.tellings[0] if isinstance(entry, Fold) else entry
    link = first.link if isinstance(first, Telling) else first
    return link is not None and not link.ordered


class _Showing:
    """A trace as its lines are made, one part after another."""

    def __init__(self, trace: Trace, imprint_of: ImprintOf, width: int) -> None:
        self._trace = trace
        self._imprint_of = imprint_of
        self._width = width
        self._nodes = {node.id: node for node in trace.nodes}
        self._roots = {root.node: root for root in trace.origins.roots}
        self._placed = placed(trace)
        standing = list(every((*self._placed.told, *self._placed.denied)))
        self._under = {
            node.id: telling.link.earlier
            for telling in standing
            if telling.link is not None
            for node in telling.nodes
        }
        self.numbers = origin_numbers(trace, self._placed)
        self._waiting: list[Telling] = []
        # A line is of use as long as an outlet and a date fit into it.
        self._deepest = max(2, (width - OF_USE) // STEP)

    def heading(self) -> Iterator[str]:
        """What is told, by how many and from how many, and who denies it."""
        yield from set_in([(quoted(self._trace.gist, _GIST), BOLD)], self._width)
        how_told = how_often(self._trace, self._placed, self._imprint_of)
        yield from set_in(how_told, self._width)

    def told(self) -> Iterator[str]:
        """The trees of those who say it."""
        yield from self._trees(self._placed.told)

    def denied(self) -> Iterator[str]:
        """The trees of those who deny it."""
        if self._placed.denied:
            told = told_by(self._placed.denied, self._imprint_of)
            yield from set_in([(f"Denied {told}", WARNING)], self._width)
            yield from self._trees(self._placed.denied)

    def legend(self) -> Iterator[str]:
        """What the signs mean that are there: of a difference, of texts that are alike."""
        shown = list(every((*self._placed.told, *self._placed.denied)))
        if any(_is_alike(telling) for telling in shown):
            yield from set_in([(f"{ALIKE} alike: {EITHER_WAY}.", DIM)], self._width)
        if any(telling.changes or telling.within for telling in shown):
            yield from set_in([(DIFFERS, DIM)], self._width)

    def _trees(self, tellings: Sequence[Telling]) -> Iterator[str]:
        for telling in folded(tellings):
            yield from self._shown(telling, None, Guides(), 0)
        while self._waiting:
            telling = self._waiting.pop(0)
            yield ""
            pieces = [("⋯ ", DIM), *outlet_and_date(telling.head, self._imprint_of)]
            yield from set_in([*pieces, (" · from above", DIM)], self._width)
            yield from self._below(telling, Guides(), 0)

    def _shown(
        self, entry: Telling | Fold, above: Telling | None, guides: Guides, depth: int
    ) -> Iterator[str]:
        if isinstance(entry, Fold):
            yield from set_in(self._many(entry), self._width, guides.first, guides.rest)
            return
        pieces = self._entry(entry, above)
        below = bool(entry.children or entry.references)
        if below and depth >= self._deepest:
            pieces.append((" · ⋯ goes on below", DIM))
            self._waiting.append(entry)
            below = False
        rest = guides.rest + ("│  " if below else "   ")
        yield from set_in(pieces, self._width, guides.first, rest)
        for detail in self._details(entry, above):
            yield from set_in(detail, self._width, rest, f"{rest}  ")
        if below:
            yield from self._below(entry, guides, depth)

    def _below(self, telling: Telling, guides: Guides, depth: int) -> Iterator[str]:
        entries = [*folded(telling.children), *telling.references]
        for at, entry in enumerate(entries, 1):
            inner = guides.under(last=at == len(entries), alike=_is_alike(entry))
            if isinstance(entry, Retelling):
                yield from set_in(self._reference(entry), self._width, inner.first, inner.rest)
            else:
                yield from self._shown(entry, telling, inner, depth + 1)

    def _entry(self, telling: Telling, above: Telling | None) -> list[Piece]:
        """A telling's first line: outlet, date, and how it came."""
        head = telling.head
        numbers = "".join(f"[{self.numbers[n.id]}]" for n in telling.nodes if n.id in self.numbers)
        pieces: list[Piece] = [(f"{numbers} ", BOLD)] if numbers else []
        if not numbers and self._is_unproven(head):
            pieces = [("[?] ", WARNING)]
        pieces += outlet_and_date(head, self._imprint_of)
        if isinstance(head, NamedNode):
            pieces.append((f" ({BY_NAME_ONLY})", DIM))
        if telling.link is not None and above is not None:
            came = reached(
                telling.link,
                self._nodes[telling.link.later],
                self._label(above.head),
            )
            pieces += [(" · ", DIM), (came, PLAIN)]
        elif isinstance(head, ClaimNode) and (standing := self._standing(head)):
            pieces += [(" · ", DIM), *standing]
        if telling.others:
            pieces += [(" · ", DIM), (f"said {times(len(telling.nodes))} in it", DIM)]
        if isinstance(head, ClaimNode):
            pieces.append((f" · {head.claim.id[:SHORT_ID]}", DIM))
        return pieces

    def _is_unproven(self, head: Node) -> bool:
        root = self._roots.get(head.id)
        return root is not None and not root.proven

    def _standing(self, head: ClaimNode) -> list[Piece]:
        """What is known of how a claim that stands first came about."""
        speakers = first_said(head)
        if self._is_unproven(head):
            pieces: list[Piece] = [("does not show where it has it", WARNING)]
            return [*pieces, (f" (cites {speakers})", DIM)] if speakers else pieces
        if speakers:
            return [(f"had from {speakers}", PLAIN)]
        return [("told here first", PLAIN)] if head.id in self._roots else []

    def _details(self, telling: Telling, above: Telling | None) -> Iterator[list[Piece]]:
        """What stands under a telling: its words where they are new, then what differs."""
        for words in own_words(telling, above, self._trace):
            yield [(words, DIM)]
        for link in telling.also:
            further = self._label(self._nodes[link.earlier])
            yield [(besides(link, self._nodes[link.later], further), PLAIN)]
            for change in link.changes:
                if change not in telling.changes:
                    yield changed(change, f"≠ {further}, ", beside=not link.ordered)
        for change in telling.changes:
            yield changed(change, "≠ ", beside=_is_alike(telling))
        for change in telling.within:
            yield changed(change, "≠ further on in it, ")

    def _many(self, fold: Fold) -> list[Piece]:
        """Many retellings of one kind in one entry."""
        heads = [telling.head for telling in fold.tellings]
        manner = "copies" if "copied_text" in fold.tellings[0].kinds else "in the same way"
        pieces: list[Piece] = [(f"and {len(heads):,} more {manner}", BOLD)]
        if dates := dates_of(heads):
            pieces.append((f" · {dates}", DIM))
        names = listed([self._label(head) for head in heads])
        return [*pieces, (": ", DIM), (names, PLAIN)]

    def _reference(self, link: Retelling) -> list[Piece]:
        """A telling that has it from here too, and stands elsewhere."""
        pieces = [*outlet_and_date(self._nodes[link.later], self._imprint_of), (" · ", DIM)]
        placing = self._under.get(link.later)
        where = f"stands under {self._label(self._nodes[placing])}" if placing else "stands apart"
        return [*pieces, (where, DIM)]

    def _label(self, node: Node) -> str:
        return label(node, self._imprint_of)
