"""Draws who held which post when: a row each, with only the days on which something shows it.

A full bar is a time that is said day by day; a hollow one is a time within which it held on one day
at least; a thin line runs between two sights of one stretch. Nothing is drawn beyond them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hearsay.outputs.drawing.lettering import cut, safe
from hearsay.outputs.drawing.sheet import BIG, EDGE, SMALL, WIDTH, Sheet, at
from hearsay.outputs.drawing.strokes import DENIAL, FAINT, INK, LINE, PAPER, dark_style
from hearsay.picture.seen import Seen
from hearsay.vocabulary.statements import OPEN

MOST = 40
"""Rows in one drawing at most, the first ones."""
_ROW, _AXIS = 34, 22
_LEAST = 5.0
"""Pixels: a single day is still seen."""
_YEARS = (1, 2, 5, 10, 25, 50, 100)
_LINES = 8
"""Years that are written along the axis at most."""


@dataclass(frozen=True, slots=True)
class Spell:
    """One post with when it was seen to be held."""

    words: str
    seen: Seen
    unsure: bool = False
    denied: bool = False
    """Whether somebody denies it."""


def spells_svg(spells: Sequence[Spell], *, title: str, as_of: str | None = None) -> str | None:
    """The drawing of those that have a day, the whole SVG file; none where none has."""
    dated = [one for one in spells if one.seen.first is not None][:MOST]
    if not dated:
        return None
    return _Drawing(dated, title, as_of).svg()


class _Drawing:
    def __init__(self, spells: Sequence[Spell], title: str, as_of: str | None) -> None:
        self._spells = spells
        self._title = title
        self._as_of = as_of
        days = [day for one in spells for day in (one.seen.first, one.seen.last) if day]
        if as_of is not None:
            days.append(as_of)
        first, last = (date.fromisoformat(day) for day in (min(days), max(days)))
        # A whole year on either side would say more than is known; a month lets marks breathe.
        self._first = max(date.min + timedelta(days=40), first) - timedelta(days=31)
        self._span = max(62, (last - self._first).days + 31)
        self._years = _years(self._first.year, last.year)

    def svg(self) -> str:
        sheet = Sheet()
        sheet.write(EDGE, self._title, BIG, bold=True)
        top = sheet.y + _AXIS
        bottom = top + _ROW * len(self._spells)
        sheet.body += self._axis(sheet.y + 12, bottom)
        sheet.y = top
        for one in self._spells:
            sheet.body += self._row(sheet, one)
            sheet.y += _ROW
        sheet.y += 6
        sheet.small(
            [
                "Full: seen on each day. Hollow: on one day at least within it. Thin: between two "
                "sights. An open side: nothing says how long. A cross: denied by somebody.",
            ]
        )
        sheet.y += EDGE
        height = at(sheet.y)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}"'
            f' width="{WIDTH}" height="{height}" font-family="sans-serif" role="img">'
            f"<title>{safe(self._title)}</title><style>{dark_style()}</style>"
            f'<rect class="hs-f-paper" width="{WIDTH}" height="{height}" fill="{PAPER}"/>'
            f"{''.join(sheet.body)}</svg>\n"
        )

    def _axis(self, y: float, bottom: float) -> Iterator[str]:
        for year in self._years:
            x = self._x(f"{year:04d}-01-01")
            if not EDGE <= x <= WIDTH - 1.5 * EDGE:
                continue
            yield (
                f'<path class="hs-s-line" d="M{at(x)} {at(y + 4)}V{at(bottom)}" stroke="{LINE}"'
                ' stroke-width="0.5"/>'
            )
            yield (
                f'<text class="hs-f-faint" x="{at(x)}" y="{at(y)}" fill="{FAINT}"'
                f' font-size="{SMALL}" text-anchor="middle">{year}</text>'
            )
        if self._as_of is not None:
            x = self._x(self._as_of)
            yield (
                f'<path class="hs-s-denial" d="M{at(x)} {at(y + 4)}V{at(bottom)}"'
                f' stroke="{DENIAL}" stroke-width="1" stroke-dasharray="3 2"/>'
            )

    def _row(self, sheet: Sheet, one: Spell) -> Iterator[str]:
        y = sheet.y
        words = cut(one.words, WIDTH - 2 * EDGE, SMALL)
        yield sheet.text(
            EDGE, words, SMALL, "faint" if one.unsure else "ink", advance=False, y=y + 11
        )
        middle = y + 22
        for first, last in one.seen.stretches:
            left, right = self._x(first), self._x(last)
            if right - left > _LEAST:
                yield (
                    f'<path class="hs-s-ink" d="M{at(left)} {at(middle)}H{at(right)}"'
                    f' stroke="{INK}" stroke-width="1"/>'
                )
        for first, last in one.seen.maybe:
            yield self._hollow(first, last, middle)
        for first, last in one.seen.days:
            left, wide = self._from(first, last)
            yield (
                f'<rect class="hs-f-ink" x="{at(left)}" y="{at(middle - 5)}" width="{at(wide)}"'
                f' height="10" fill="{INK}"><title>{first} to {last}</title></rect>'
            )
        if one.denied:
            x = self._x(one.seen.last or one.seen.first or "") + 10
            yield (
                f'<path class="hs-s-denial" d="M{at(x)} {at(middle - 4)}l8 8m0 -8l-8 8"'
                f' stroke="{DENIAL}" stroke-width="2" fill="none"/>'
            )

    def _hollow(self, first: str, last: str, middle: float) -> str:
        """A time within which it held on one day; dashed towards a side that is open."""
        known = last if first == OPEN else first
        left, wide = self._from(known if first == OPEN else first, known if last == OPEN else last)
        title = f"at some time {'up to' if first == OPEN else 'from'} {known}"
        if OPEN not in (first, last):
            title = f"at some time from {first} to {last}"
        if first == OPEN:
            left, wide = left - 14, wide + 14
        elif last == OPEN:
            wide += 14
        dashes = ' stroke-dasharray="3 2"' if OPEN in (first, last) else ""
        return (
            f'<rect class="hs-f-paper hs-s-ink" x="{at(left)}" y="{at(middle - 5)}"'
            f' width="{at(wide)}" height="10" fill="{PAPER}" stroke="{INK}"{dashes}>'
            f"<title>{title}</title></rect>"
        )

    def _from(self, first: str, last: str) -> tuple[float, float]:
        left, right = self._x(first), self._x(last)
        wide = max(_LEAST, right - left)
        return (left + right - wide) / 2, wide

    def _x(self, day: str) -> float:
        along = (date.fromisoformat(day) - self._first).days / self._span
        return EDGE + along * (WIDTH - 2 * EDGE)


def _years(first: int, last: int) -> list[int]:
    """The years that are written along the axis: round ones, as many as there is room for."""
    step = next((n for n in _YEARS if (last - first) / n <= _LINES), _YEARS[-1])
    return [year for year in range(first, last + 2) if year % step == 0]
