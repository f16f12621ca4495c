"""What a benchmark hands on: figures with their spread, and sections of a page, all frozen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Spread:
    """What several runs of one measurement gave, in the order measured."""

    values: tuple[float, ...]

    @classmethod
    def over(cls, runs: int, measure: Callable[[], float]) -> Spread:
        """The same measurement taken so many times, one after the other."""
        return cls(tuple(measure() for _ in range(runs)))

    @property
    def median(self) -> float:
        """The middle value, or the mean of the middle two."""
        return median(self.values)

    def scaled(self, factor: float) -> Spread:
        """The same runs in another unit."""
        return Spread(tuple(factor * value for value in self.values))

    def line(self) -> str:
        """`16,240 (15,900 to 16,310)`; one run stands alone."""
        if len(self.values) == 1:
            return number(self.values[0])
        return f"{number(self.median)} ({number(min(self.values))} to {number(max(self.values))})"


@dataclass(frozen=True, slots=True)
class Goal:
    """A bound that a figure's median has to keep, either end included."""

    bound: float
    at_least: bool
    """True where more is better."""

    def met(self, value: float) -> bool:
        """Whether a value keeps it."""
        return value >= self.bound if self.at_least else value <= self.bound

    def line(self) -> str:
        """`≥ 70` or `≤ 20`."""
        return f"{'≥' if self.at_least else '≤'} {number(self.bound)}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured, with its unit and what it was meant to be."""

    what: str
    spread: Spread
    unit: str
    goal: Goal | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One table of the page: what was measured, by which command, in words and rows."""

    title: str
    about: tuple[str, ...]
    """Paragraphs that say what is counted and how."""
    command: str | None
    """What to type to measure it again; `None` where nothing is measured."""
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


FIGURE_HEAD = ("what", "median (least to most)", "unit", "goal", "met")


def figure_rows(figures: Iterable[Figure]) -> tuple[tuple[str, ...], ...]:
    """One row for each figure, under `FIGURE_HEAD`."""
    return tuple(_row(figure) for figure in figures)


def _row(figure: Figure) -> tuple[str, ...]:
    goal = figure.goal
    met = "" if goal is None else "yes" if goal.met(figure.spread.median) else "no"
    return (figure.what, figure.spread.line(), figure.unit, goal.line() if goal else "", met)


def number(value: float) -> str:
    """A number with three digits that matter, or all of those before the point."""
    if value == int(value) or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"
