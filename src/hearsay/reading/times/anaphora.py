"""Phrases that count from another date: which they are, and which date that is."""

from __future__ import annotations

from hearsay.reading.times.phrases import (
    Counted,
    Dated,
    EdgeOf,
    EndingWith,
    InQuarter,
    InSeason,
    NthOf,
    OnWeekday,
    Open,
    PartOf,
    PartOfDay,
    Phrase,
    Qualified,
    Ranged,
    Running,
    SamePeriod,
    Then,
    Unit,
    WeekOf,
    WhichNamed,
    WholeUnit,
)
from hearsay.reading.times.stretches import COARSENESS

_BACK = frozenset({"following", "the next", "previous", "same", "that"})


def hangs_on_another(phrase: Phrase) -> bool:
    """Whether a phrase means nothing, or something else, without the date named before it."""
    match phrase:
        case Counted(_, direction, base):
            if base is not None:
                return hangs_on_another(base)
            return direction in ("earlier", "later")
        case Running(base=base):
            return base is not None and hangs_on_another(base)
        case WholeUnit(_, which) | WhichNamed(which, _):
            return which in _BACK
        case OnWeekday(_, which, week):
            return which in _BACK or (week is not None and hangs_on_another(week))
        case PartOf(_, of):
            return hangs_on_another(of)
        case (
            EndingWith(of=of)
            | EdgeOf(of=of)
            | NthOf(of=of)
            | WeekOf(of=of)
            | Open(than=of)
            | Qualified(of=of)
        ):
            return hangs_on_another(of)
        case InSeason(of=of) | InQuarter(of=of):
            return of is not None and hangs_on_another(of)
        case SamePeriod() | PartOfDay() | Then():
            return True
        case Ranged(low, high):
            return hangs_on_another(low) or hangs_on_another(high)
    return False


def needs_telling(phrase: Phrase) -> bool:
    """Whether a phrase is a time only where another one is told of near it: "by evening"."""
    if isinstance(phrase, Open):
        return needs_telling(phrase.than)
    return isinstance(phrase, PartOfDay | Then)


def grain_needed(phrase: Phrase) -> Unit | None:
    """How finely the date has to be known that a phrase counts from; `None` where any will do."""
    match phrase:
        case PartOfDay():
            return "day"
        case Counted(amounts=amounts, base=None):
            return min((unit for _, unit in amounts), key=lambda unit: COARSENESS[unit])
        case WholeUnit(unit=unit) if unit != "period":
            return unit
        case Open(than=of) | PartOf(of=of) | Qualified(of=of) | NthOf(of=of):
            return grain_needed(of)
    return None


def lacks_year(phrase: Phrase) -> bool:
    """Whether a date is given without its year: "3 May", "since March", "the 5th"."""
    core = _date_in(phrase)
    return core is not None and core.year is None and not core.solar


def lacks_month(phrase: Phrase) -> bool:
    """Whether a date is given by its day alone."""
    core = _date_in(phrase)
    return core is not None and core.year is None and core.month is None


def gives_year(phrase: Phrase) -> bool:
    """Whether a date is given with its year and its month."""
    core = _date_in(phrase)
    return core is not None and core.year is not None and core.month is not None


def _date_in(phrase: Phrase) -> Dated | None:
    match phrase:
        case Dated():
            return phrase
        case PartOf(of=of) | Open(than=of) | Qualified(of=of) | Ranged(high=of):
            return _date_in(of)
    return None
