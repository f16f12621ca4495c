"""How far the probabilities of links can be taken at their word: a table and a plot.

    python -m evaluation.link_calibration [--chains 156] [--seed 13] [--write]

Links of made-up chains of a seed that nothing was fitted on, with the true grouping given, and of
the half of the marked Helsinki propositions that was left out of the fitting. For each tenth of
probability: how many links, and how many are right. `--write` draws docs/link-calibration.svg.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.origins import MARKED, helsinki_accounts
from evaluation.origins_gold import helsinki_gold
from hearsay.origins.descent.trust import TRUST
from hearsay.reading.readers.minilm import open_reader
from training.trust import Judged, on_chains, on_helsinki

PLOT = Path(__file__).parent.parent / "docs" / "link-calibration.svg"
TENTHS = 10
_SIDE, _EDGE = 320, 44


@dataclass(frozen=True, slots=True)
class Tenth:
    """The links whose probability lies within one tenth."""

    said: float
    """Their mean probability."""
    right: int
    number: int

    @property
    def share(self) -> float:
        """How many of them are right, from 0 to 1."""
        return self.right / self.number


def tenths(links: Iterable[Judged]) -> list[Tenth]:
    """The links by tenths of the probability that `hearsay trace` gives them, lowest first."""
    held: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for link in links:
        p = TRUST.stepped(link.group, link.score)
        held[min(TENTHS - 1, int(p * TENTHS))].append((p, link.right))
    return [
        Tenth(sum(p for p, _ in each) / len(each), sum(right for _, right in each), len(each))
        for _, each in sorted(held.items())
    ]


def error(found: Sequence[Tenth]) -> float:
    """The mean distance between probability and share of right ones, each link counting once."""
    number = sum(one.number for one in found)
    return sum(abs(one.said - one.share) * one.number for one in found) / max(1, number)


def lines(name: str, found: Sequence[Tenth]) -> Iterator[str]:
    """A table for people."""
    yield f"{name}: {sum(one.number for one in found):,} links, error {error(found):.3f}"
    for one in found:
        yield f"  said {one.said:.2f}  right {one.share:.2f}  ({one.right:,} of {one.number:,})"


def plot(series: Sequence[tuple[str, str, Sequence[Tenth]]]) -> str:
    """Said against right as SVG; a dot grows with its number of links, the diagonal is perfect."""
    size = _SIDE + 2 * _EDGE
    body = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size + 40}" role="img" '
        'font-family="sans-serif" font-size="11"><title>How often links are right, by the '
        "probability that they are given</title>",
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#999" stroke-dasharray="4 3"/>',
        f'<path d="M{_x(0)} {_y(1)}V{_y(0)}H{_x(1)}" stroke="#333" fill="none"/>',
    ]
    for tick in (0.0, 0.5, 1.0):
        body.append(f'<text x="{_x(tick)}" y="{_y(0) + 15}" text-anchor="middle">{tick}</text>')
        body.append(f'<text x="{_x(0) - 6}" y="{_y(tick) + 4}" text-anchor="end">{tick}</text>')
    for place, (name, colour, found) in enumerate(series):
        for one in found:
            radius = 2.5 + min(8.0, one.number**0.5 / 4)
            body.append(
                f'<circle cx="{_x(one.said):.1f}" cy="{_y(one.share):.1f}" r="{radius:.1f}" '
                f'fill="{colour}" fill-opacity=".6"/>'
            )
        body.append(f'<text x="{_EDGE}" y="{size + 8 + 15 * place}" fill="{colour}">{name}</text>')
    label = f'<text x="{_x(0.5)}" y="{_y(0) + 28}" text-anchor="middle">probability given</text>'
    return "\n".join((*body, label, "</svg>\n"))


def _x(value: float) -> float:
    return _EDGE + value * _SIDE


def _y(value: float) -> float:
    return _EDGE + (1 - value) * _SIDE


def main() -> None:
    """Prints both tables, and draws them if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chains", type=int, default=156)
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    series = [("made-up chains", "#1f5fa8", tenths(on_chains(asked.chains, asked.seed)))]
    if (asked.shared / "helsinki").exists():
        marked = json.loads(MARKED.read_text("utf-8"))
        read_in = helsinki_accounts(marked["articles"], open_reader(), asked.shared)
        left_out = on_helsinki(read_in, helsinki_gold(marked, read_in), fitting=False)
        series.append(("Helsinki, the half left out", "#a8481f", tenths(left_out)))
    for name, _, found in series:
        print("\n".join(lines(name, found)))
    if asked.write:
        PLOT.write_text(plot(series), encoding="utf-8")


if __name__ == "__main__":
    main()
