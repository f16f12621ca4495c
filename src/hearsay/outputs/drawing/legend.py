"""What stands below a drawing: what differs, what is set beside each other, and how to read it."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.outputs.drawing.lanes import Layout
from hearsay.outputs.drawing.lettering import width_of
from hearsay.outputs.drawing.links import drawn
from hearsay.outputs.drawing.shapes import key_of, node_shape
from hearsay.outputs.drawing.sheet import EDGE, SMALL, WIDTH, Sheet, at
from hearsay.outputs.drawing.strokes import STROKES, stroke_of
from hearsay.outputs.imprints import ImprintOf
from hearsay.outputs.tallying import counted
from hearsay.outputs.wording import DIFFERS, change_words, label
from hearsay.vocabulary.traces import ClaimNode, NamedNode, Node, Trace


def differences_written(sheet: Sheet, numbered: Iterable[tuple[int, str]]) -> None:
    """What differs, each with the number that it has in the drawing."""
    listed = list(numbered)
    if not listed:
        return
    sheet.head("What differs")
    for number, words in listed:
        sheet.item(f"≠ {number}", words)
    sheet.small([DIFFERS])


def comparisons_written(sheet: Sheet, trace: Trace, imprint_of: ImprintOf) -> None:
    """Tellings set beside each other, with in what they differ."""
    if not trace.comparisons:
        return
    nodes = {node.id: node for node in trace.nodes}
    sheet.head("Beside each other (neither is taken for the source)")
    for comparison in trace.comparisons:
        one, other = (nodes[i] for i in comparison.between)
        between = f"{_whose(one, imprint_of)} | {_whose(other, imprint_of)}"
        for change in comparison.changes:
            words = change_words(change, beside=True)
            sheet.item("", f"{between} · {change.kind}: {words}")


def _whose(node: Node, imprint_of: ImprintOf) -> str:
    name = label(node, imprint_of)
    return f"{name}, {node.published or 'no date'}" if isinstance(node, ClaimNode) else name


def key_written(sheet: Sheet, trace: Trace, layout: Layout) -> None:
    """What the shapes and lines mean, of those that are there; then what the count rests on."""
    sheet.head("How to read it")
    used = {stroke_of(arc.link).name for arc in layout.arcs}
    shapes = key_of(
        by_name=any(isinstance(n, NamedNode) for n in trace.nodes),
        proven=any(root.proven for root in trace.origins.roots),
        unproven=any(not root.proven for root in trace.origins.roots),
        denied=any(row.denies for row in layout.rows),
    )
    sheet.y += 6
    x = float(EDGE)
    for look, words in shapes:
        x = _place(sheet, x, words)
        sheet.body += node_shape(x + 10, sheet.y + 8, look)
        x = _words(sheet, x, words)
    for stroke in (s for s in STROKES if s.name in used):
        x = _place(sheet, x, stroke.words)
        y = sheet.y + 8
        sheet.body.append(f'<path {drawn(stroke)} d="M{at(x)} {at(y)}h24"/>')
        x = _words(sheet, x, stroke.words)
    sheet.y += 24
    sheet.small(list(counted(trace.origins)))


def _place(sheet: Sheet, x: float, words: str) -> float:
    """Where the next entry of the key begins: in this line, or in the next one."""
    if x > EDGE and x + 30 + width_of(words, SMALL) > WIDTH - EDGE:
        sheet.y += 22
        return float(EDGE)
    return x


def _words(sheet: Sheet, x: float, words: str) -> float:
    y = sheet.y
    sheet.body.append(sheet.text(x + 30, words, SMALL, "ink", advance=False, y=y + 12))
    return x + 30 + width_of(words, SMALL) + 18
