"""Phrases that count from another date: which they are, and which date that is."""

from __future__ import annotations

from hearsay.reading.times.phrases import (
    Counted,
    EdgeOf,
    EndingWith,
    InQuarter,
    InSeason,
    NthOf,
    OnWeekday,
    Open,
    PartOf,
    Phrase,
    Qualified,
    Ranged,
    SamePeriod,
    WeekOf,
    WhichNamed,
    WholeUnit,
)

_BACK = frozenset({"following", "the next", "previous", "same", "that"})


def hangs_on_another(phrase: Phrase) -> bool:
    """Whether a phrase means nothing, or something else, without the date named before it."""
    match phrase:
        case Counted(_, direction, base):
            if base is not None:
                return hangs_on_another(base)
            return direction in ("earlier", "later")
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
        case SamePeriod(of=of):
            return True
        case Ranged(low, high):
            return hangs_on_another(low) or hangs_on_another(high)
    return False
