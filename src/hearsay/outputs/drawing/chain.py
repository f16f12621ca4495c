"""Draws a trace as SVG: its tellings from the top down in order of time, and who had it from whom.

The drawing needs nothing from elsewhere and is made of the trace alone: the same trace gives the
same bytes. Colours stand as attributes, so that it may stand in a page that forbids styles; its own
style sheet only turns them over on dark screens.
"""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.outputs.drawing.lanes import Arc, Layout, Row, laid_out
from hearsay.outputs.drawing.legend import comparisons_written, differences_written, key_written
from hearsay.outputs.drawing.lettering import broken, cut, safe, width_of
from hearsay.outputs.drawing.links import links_drawn
from hearsay.outputs.drawing.shapes import Look, node_shape
from hearsay.outputs.drawing.sheet import BIG, EDGE, GIST, SMALL, WIDTH, Sheet, at
from hearsay.outputs.drawing.strokes import (
    FAINT,
    INK,
    LINE,
    PAPER,
    dark_style,
)
from hearsay.outputs.folding import Fold
from hearsay.outputs.imprints import ImprintOf
from hearsay.outputs.placing import origin_numbers, placed
from hearsay.outputs.tallying import dates_of, from_origins, times, told_by
from hearsay.outputs.telling import Telling
from hearsay.outputs.wording import (
    BY_NAME_ONLY,
    besides,
    change_words,
    first_said,
    label,
    quoted,
)
from hearsay.vocabulary.traces import Change, ClaimNode, NamedNode, Trace

_LANES = 190
"""The lanes take no more than this, so that two thirds are left for words."""
_GAP = 24
_NAMES = 8


def svg_of(trace: Trace, *, imprint_of: ImprintOf) -> str:
    """The drawing of one trace, a whole SVG file."""
    return "\n".join(_Drawing(trace, imprint_of).lines()) + "\n"


class _Drawing:
    """A trace as its drawing is made, from the top down."""

    def __init__(self, trace: Trace, imprint_of: ImprintOf) -> None:
        self._trace = trace
        self._imprint_of = imprint_of
        self._nodes = {node.id: node for node in trace.nodes}
        self._trees = placed(trace)
        self._numbers = origin_numbers(trace, self._trees)
        self._unproven = {r.node for r in trace.origins.roots if not r.proven}
        self._layout: Layout = laid_out(trace, self._trees)
        self._gap = min(_GAP, _LANES / self._layout.lanes)
        self._words_at = EDGE + 8 + self._layout.lanes * self._gap + 4
        self._changes: dict[object, tuple[int, str]] = {}
        self._sheet = Sheet()

    def lines(self) -> Iterator[str]:
        """The lines of the file."""
        self._heading()
        self._chain()
        differences_written(self._sheet, self._changes.values())
        comparisons_written(self._sheet, self._trace, self._imprint_of)
        key_written(self._sheet, self._trace, self._layout)
        height = round(self._sheet.y + EDGE)
        name = "".join(c for c in self._trace.proposition if c.isalnum())
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}"'
            f' width="{WIDTH}" height="{height}" role="group"'
            f' aria-labelledby="hs-t-{name} hs-d-{name}"'
            " font-family=\"'DejaVu Sans', 'Segoe UI', Roboto, Arial, sans-serif\">"
        )
        yield f'<title id="hs-t-{name}">{safe(quoted(self._trace.gist, 1000))}</title>'
        yield f'<desc id="hs-d-{name}">{safe(self._summary())}</desc>'
        yield f"<style>{dark_style()}</style>"
        yield f'<rect class="hs-f-paper" width="{WIDTH}" height="{height}" fill="{PAPER}"/>'
        yield from self._sheet.body
        yield "</svg>"

    def _summary(self) -> str:
        told = "Told by nobody here"
        if self._trees.told:
            told_times = told_by(self._trees.told, self._imprint_of)
            told = f"Told {told_times}, {from_origins(self._trace.origins)}"
        if self._trees.denied:
            told += f"; denied {told_by(self._trees.denied, self._imprint_of)}"
        return f"{told}."

    def _heading(self) -> None:
        wide = WIDTH - 2 * EDGE
        for line in broken(quoted(self._trace.gist, 1000), wide, GIST, bold=True, most=5):
            self._sheet.write(EDGE, line, GIST, bold=True)
        for line in broken(self._summary().removesuffix("."), wide, BIG):
            self._sheet.write(EDGE, line, BIG, fill="faint")
        self._sheet.y += 10

    def _chain(self) -> None:
        """The tellings, a row each, under them the links."""
        words: list[str] = []
        places: list[tuple[float, float]] = []
        above = {arc.later: arc for arc in self._layout.arcs if arc.placing}
        for number, row in enumerate(self._layout.rows):
            x, y = EDGE + 8 + row.lane * self._gap, self._sheet.y + 8
            places.append((x, y))
            words += self._row(row, above.get(number), x, y)
            self._sheet.y += 9
        self._sheet.body += links_drawn(self._layout.arcs, places)
        self._sheet.body += words

    def _row(self, row: Row, arc: Arc | None, x: float, y: float) -> Iterator[str]:
        head = row.first.head
        name = self._name(row)
        date = self._date(row)
        marks = self._marks(row)
        wide = WIDTH - EDGE - self._words_at
        after = f" · {date}{marks}" if date else marks
        names = broken(name, wide, BIG, bold=True, most=2)
        room = wide - width_of(after, BIG)
        if width_of(names[-1], BIG, bold=True) > room:
            # What follows the name stands in its last line.
            names = [*names, ""] if len(names) == 1 else [names[0], cut(names[1], room, BIG)]
        numbers = [self._numbers[n.id] for n in row.first.nodes if n.id in self._numbers]
        look = Look(
            number=numbers[0] if numbers else None,
            unproven=any(node.id in self._unproven for node in row.first.nodes),
            by_name=isinstance(head, NamedNode),
            denies=row.denies,
            several=isinstance(row.entry, Fold),
        )
        how_words = self._how(row, arc)
        yield f"<g><title>{safe(f'{name} · {date}: {how_words}' if date else name)}</title>"
        yield (
            f'<path class="hs-s-line" d="M{at(x + 9)} {at(y)}H{at(self._words_at - 4)}"'
            f' stroke="{LINE}" stroke-width="0.6" stroke-dasharray="1 3"/>'
        )
        yield from node_shape(x, y, look)
        for line in names:
            last = line is names[-1]
            yield self._outlet(line, date if last else "", marks if last else "", y)
            y += 17
        self._sheet.y = y - 11
        for line in broken(how_words, wide, SMALL, most=3):
            yield self._sheet.text(self._words_at, line, SMALL, "faint")
        yield "</g>"

    def _outlet(self, name: str, date: str, marks: str, y: float) -> str:
        """A line with a name, then what is to follow it: when, and the numbers of what differs."""
        parts = [f'<tspan font-weight="bold">{safe(name)}</tspan>'] if name else []
        if date:
            between = " · " if name else ""
            parts.append(f'<tspan class="hs-f-faint" fill="{FAINT}">{between}{safe(date)}</tspan>')
        if marks:
            parts.append(f'<tspan font-weight="bold">{marks}</tspan>')
        return (
            f'<text class="hs-f-ink" x="{at(self._words_at)}" y="{at(y + 4.5)}" fill="{INK}"'
            f' font-size="{BIG}">{"".join(parts)}</text>'
        )

    def _name(self, row: Row) -> str:
        name = label(row.first.head, self._imprint_of)
        if isinstance(row.entry, Fold):
            copies = "copies" if "copied_text" in row.first.kinds else "in the same way"
            return f"and {len(row.entry.tellings):,} more {copies}"
        return name

    def _date(self, row: Row) -> str:
        if isinstance(row.entry, Fold):
            return dates_of([t.head for t in row.entry.tellings]) or "no date"
        head = row.first.head
        return (head.published or "no date") if isinstance(head, ClaimNode) else ""

    def _marks(self, row: Row) -> str:
        """The numbers of what differs here: ` ≠ 1, 2`."""
        found = []
        link = row.first.link
        beside = link is not None and not link.ordered
        for change in row.first.changes:
            words = f"{change.kind}: {change_words(change, beside=beside)}"
            number, _ = self._changes.setdefault(
                (beside, _words(change)), (len(self._changes) + 1, words)
            )
            found.append(str(number))
        return f" ≠ {', '.join(found)}" if found else ""

    def _how(self, row: Row, arc: Arc | None) -> str:
        """The line under an outlet: how it came, from whom."""
        if isinstance(row.entry, Fold):
            names = [label(t.head, self._imprint_of) for t in row.entry.tellings]
            more = f" and {len(names) - _NAMES:,} more" if len(names) > _NAMES else ""
            return ", ".join(names[:_NAMES]) + more
        telling = row.entry
        head = telling.head
        parts = [BY_NAME_ONLY] if isinstance(head, NamedNode) else []
        parts += ["denies it"] if row.denies and isinstance(head, ClaimNode) else []
        for link in ([telling.link] if telling.link else []) + list(telling.also):
            earlier = label(self._nodes[link.earlier], self._imprint_of)
            later = self._nodes[link.later]
            parts.append(besides(link, later, earlier, plain="from"))
        if arc is None and isinstance(head, ClaimNode):
            parts.append(self._standing(telling, head))
        if telling.others:
            parts.append(f"said {times(len(telling.nodes))} in it")
        return "; ".join(part for part in parts if part)

    def _standing(self, telling: Telling, head: ClaimNode) -> str:
        if any(node.id in self._unproven for node in telling.nodes):
            return "does not show where it has it"
        speakers = first_said(head)
        if speakers:
            return f"had from {speakers}"
        return "told here first" if head.id in self._numbers else ""


def _words(change: Change) -> object:
    return change.kind, change.before and change.before.words, change.after and change.after.words
