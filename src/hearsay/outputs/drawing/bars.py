"""Draws incidents by period: a bar for those told one by one, marks for what others count.

A bar and a mark are never added up. Every quarter between the first and the last has its place, so
that one of which nothing is told is seen to be empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isinf

from hearsay.outputs.drawing.lettering import cut
from hearsay.outputs.drawing.sheet import BIG, EDGE, SMALL, WIDTH, Sheet, at
from hearsay.outputs.drawing.strokes import DENIAL, INK, LINE, PAPER, dark_style
from hearsay.outputs.picture.incidents import claimed_words
from hearsay.picture.periods import Grain, periods_between
from hearsay.picture.reckoning import By, Group
from hearsay.picture.tallies import Count, limits, plural

_NAME = 150
"""Pixels left for the names of periods."""
_ROW = 40
_LONGEST = 60
"""Periods in one drawing at most, the last ones."""


def bars_svg(groups: Sequence[Group], by: By) -> str:
    """The drawing, of the groups that have a period or a name."""
    sheet = Sheet()
    for kind in dict.fromkeys(group.kind for group in groups):
        mine = [one for one in groups if one.kind == kind and (one.period or one.name)]
        rows = list(_rows(mine, by))[-_LONGEST:]
        if rows:
            _part(sheet, kind, rows)
    sheet.head("How to read it")
    sheet.small(
        [
            "A bar: incidents told one by one that are certainly distinct, so at least that many.",
            "A diamond: a number that somebody claims; an arrow on it: at least, or more than.",
            "Numbers of different counters are never added up, and none with a bar.",
        ]
    )
    sheet.y += EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {at(sheet.y)}"'
        f' width="{WIDTH}" height="{at(sheet.y)}" font-family="sans-serif" role="img">'
        f"<title>Incidents</title><style>{dark_style()}</style>"
        f'<rect class="hs-f-paper" width="{WIDTH}" height="{at(sheet.y)}" fill="{PAPER}"/>'
        f"{''.join(sheet.body)}</svg>\n"
    )


def _rows(groups: Sequence[Group], by: By) -> Iterator[tuple[tuple[str, str], Group | None]]:
    """Names and groups in order; between the first and the last period none is left out."""
    dated = {one.period: one for one in groups if one.period is not None}
    if not dated:
        yield from (((one.name, ""), one) for one in groups)
        return
    grain: Grain = "month" if by == "month" else "quarter"
    for period in periods_between(min(dated), max(dated), grain):
        names = (period.name, f"US {period.fiscal_name}")
        yield names[::-1] if by == "fiscal-quarter" else names, dated.get(period)


def _part(sheet: Sheet, kind: str, rows: Sequence[tuple[tuple[str, str], Group | None]]) -> None:
    sheet.write(EDGE, plural(kind).capitalize(), BIG, bold=True)
    sheet.y += 4
    most = max((n for _, group in rows if group is not None for n in _numbers(group)), default=1.0)
    scale = (WIDTH - _NAME - 3 * EDGE) / max(most, 1.0)
    for name, group in rows:
        _row(sheet, name, group, scale)
    x = EDGE + _NAME
    top = sheet.y - _ROW * len(rows)
    sheet.body.append(
        f'<path class="hs-s-line" d="M{x} {at(top)}V{at(sheet.y)}" stroke="{LINE}" fill="none"/>'
    )
    sheet.y += 8


def _row(sheet: Sheet, names: tuple[str, str], group: Group | None, scale: float) -> None:
    y, x = sheet.y, float(EDGE + _NAME)
    for name, fill, down in ((names[0], "ink", 18), (names[1], "faint", 31)):
        words = cut(name, _NAME - 8, SMALL)
        sheet.body.append(sheet.text(EDGE, words, SMALL, fill, advance=False, y=y + down))
    if group is not None:
        certain = len(group.certain)
        sheet.body.append(
            f'<rect class="hs-f-ink" x="{at(x)}" y="{at(y + 8)}" width="{at(certain * scale)}"'
            f' height="12" fill="{INK}"><title>at least {certain}</title></rect>'
        )
        for count in group.claimed:
            sheet.body += _mark(x, y + 14, count, scale)
        claimed = claimed_words(group.claimed)
        said = f"≥ {certain}" + (f" | {claimed}" if claimed else "")
        words = cut(said, WIDTH - 2 * EDGE - _NAME, SMALL)
        sheet.body.append(sheet.text(x + 4, words, SMALL, "faint", advance=False, y=y + 31))
    sheet.y += _ROW


def _mark(x: float, y: float, count: Count, scale: float) -> Iterator[str]:
    """A diamond at the number, with an arrow where it may be more."""
    low, high = limits(count.number)
    place = x + count.number.low * scale
    yield (
        f'<path class="hs-f-denial" d="M{at(place)} {at(y - 6)}l6 6-6 6-6-6z" fill="{DENIAL}">'
        f"<title>{count.words}</title></path>"
    )
    if isinf(high):
        yield (
            f'<path class="hs-s-denial" d="M{at(place + 7)} {at(y)}h12m-4-4l4 4-4 4" fill="none"'
            f' stroke="{DENIAL}" stroke-width="1.5"/>'
        )
    elif high > low:
        wide = (high - low) * scale
        yield (
            f'<path class="hs-s-denial" d="M{at(x + low * scale)} {at(y)}h{at(wide)}" fill="none"'
            f' stroke="{DENIAL}" stroke-width="1.5"/>'
        )


def _numbers(group: Group) -> Iterator[float]:
    yield float(len(group.certain))
    yield from (one.number.low for one in group.claimed)
