"""How differences look in the terminal: what differs, then both sentences one under the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hearsay.cli.branches import changed, fitting, set_in
from hearsay.cli.listing import SHORT_ID
from hearsay.cli.origins import outlet_and_date
from hearsay.cli.printing import count
from hearsay.cli.wrapping import DIM, MARKED, PLAIN, WARNING, Piece
from hearsay.outputs.excerpts import DocumentOf, Excerpt, excerpt
from hearsay.outputs.imprints import ImprintOf
from hearsay.outputs.tracing import Difference
from hearsay.outputs.wording import EITHER_WAY, change_words, surety
from hearsay.vocabulary.spans import Spans
from hearsay.vocabulary.traces import Change, ClaimNode, Node, capture_of

Pair = Sequence[Difference]
"""All differences between the same two claims, the gravest first."""

_OTHERS = 4
"""Tellings that are shown of those that differ from one in the same way."""
_INDENT = "  "
_WORDS = "      "


def changes_lines(
    differences: Iterable[Difference],
    *,
    imprint_of: ImprintOf,
    document_of: DocumentOf,
    width: int,
) -> Iterator[list[str]]:
    """Each difference in a block: in what two tellings differ, then what each says, and where.

    All differences between the same two stand together, and so do several tellings that differ
    from the same earlier one in the same way.
    """
    showing = _Showing(imprint_of, document_of, fitting(width))
    for at, alike in enumerate(_alike(_by_pair(differences))):
        yield [*([""] if at else []), *showing.block(alike)]


class _Showing:
    """The lines of differences."""

    def __init__(self, imprint_of: ImprintOf, document_of: DocumentOf, width: int) -> None:
        self._imprint_of = imprint_of
        self._document_of = document_of
        self._width = width

    def block(self, alike: Sequence[Pair]) -> Iterator[str]:
        """What differs, the earlier telling, then each one that differs from it in this way."""
        pair = alike[0]
        for one in pair:
            words = changed(one.change, beside=not one.ordered)
            yield from set_in(words, self._width, "", _INDENT * 2)
        first = pair[0]
        yield from self._side("earlier" if first.ordered else "one", first.earlier, pair, [])
        for other in alike[:_OTHERS]:
            which = "later" if first.ordered else "other"
            yield from self._side(which, other[0].later, other, _standing(other[0]))
        if len(alike) > _OTHERS:
            more = f"and {count(len(alike) - _OTHERS, 'more telling')} in the same way"
            yield from set_in([(more, DIM)], self._width, _INDENT)

    def _side(self, which: str, node: Node, pair: Pair, standing: list[Piece]) -> Iterator[str]:
        """One of the two: whose it is, where it stands, and its sentence."""
        shown = _excerpt(node, (one.change for one in pair), self._document_of)
        pieces: list[Piece] = [(f"{which}: ", DIM), *outlet_and_date(node, self._imprint_of)]
        if shown is not None and isinstance(node, ClaimNode):
            pieces.append((f" · {shown.place} · {node.claim.id[:SHORT_ID]}", DIM))
        yield from set_in([*pieces, *standing], self._width, _INDENT, _WORDS)
        if shown is not None:
            yield from set_in(_marked(shown), self._width, _WORDS)


def _by_pair(differences: Iterable[Difference]) -> Iterable[Pair]:
    """The differences between the same two claims together, where the gravest of them stands."""
    pairs: dict[tuple[object, object], list[Difference]] = {}
    for one in differences:
        pairs.setdefault((_which(one.earlier), _which(one.later)), []).append(one)
    return pairs.values()


def _alike(pairs: Iterable[Pair]) -> Iterable[Sequence[Pair]]:
    """Those together that differ from one telling by the same words."""
    groups: dict[object, list[Pair]] = {}
    for pair in pairs:
        first = pair[0]
        words = tuple((one.change.kind, change_words(one.change)) for one in pair)
        groups.setdefault((_which(first.earlier), first.ordered, words), []).append(pair)
    return groups.values()


def _which(node: Node) -> object:
    return (node.claim.capture, node.claim.id) if isinstance(node, ClaimNode) else node.name


def _standing(one: Difference) -> list[Piece]:
    """How the later text stands to the earlier one."""
    if one.probability is None:
        return [(" · beside it", DIM)]
    if not one.ordered:
        return [(f" · {EITHER_WAY}", DIM)]
    sure = surety(one.probability)
    return [(f" · {sure} from it", WARNING)] if sure else [(" · from it", DIM)]


def _excerpt(node: Node, changes: Iterable[Change], document_of: DocumentOf) -> Excerpt | None:
    """The sentence that a telling stands in, with what differs in it marked."""
    if not isinstance(node, ClaimNode):
        return None
    marks: list[Spans] = []
    for change in changes:
        marks += [s.spans for s in (change.before, change.after) if s and s.node == node.id]
    return excerpt(document_of(capture_of(node.claim.capture)), node.claim, marks)


def _marked(shown: Excerpt) -> list[Piece]:
    """The words, those marked that differ: by signs too, as not everyone sees colours."""
    pieces: list[Piece] = []
    for words, is_marked in shown.parts:
        pieces.append((f"«{words}»", MARKED) if is_marked else (words, PLAIN))
    return pieces
