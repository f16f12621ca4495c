"""Feasts that have a day of their own in every year, where no year need be said.

Only those whose day is the same wherever the name is used, or that one country alone keeps under
its name. Those of the lunar calendars are left out: their days are set by sight, and differ.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from hearsay.reading.times.phrases import Holiday
from hearsay.reading.times.steps import Step, Tokens, past_word, year

DayOf = Callable[[int], date]


def holiday(tokens: Tokens, at: int) -> Step:
    """ "Christmas Eve", "Easter 2021", "the Fourth of July"."""
    if tokens[at].word not in HOLIDAY_WORDS:
        return None
    for length in range(5, 0, -1):
        name = " ".join(token.word for token in tokens[at : at + length])
        if name in _DAYS and tokens[at].capital:
            after = at + length
            said = year(tokens, past_word(tokens, after, "of", "in", ","))
            return (Holiday(name, said[0]), said[1]) if said else (Holiday(name), after)
    return None


def day_of(name: str, year: int) -> date:
    """The day of a feast in a year."""
    return _DAYS[name](year)


def _easter(year: int) -> date:
    """Western Easter Sunday, by the computus of the Gregorian calendar (Butcher, 1876)."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    skipped = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    age = (19 * golden + skipped + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - age - of_century % 4) % 7
    late = (golden + 11 * age + 22 * weekday) // 451
    month, day = divmod(age + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _fixed(month: int, day: int) -> DayOf:
    return lambda year: date(year, month, day)


def _nth(number: int, weekday: int, month: int) -> DayOf:
    """The nth weekday of a month; -1 is its last one."""

    def found(year: int) -> date:
        if number > 0:
            first = date(year, month, 1)
            ahead = (weekday - first.weekday()) % 7 + 7 * (number - 1)
            return first + timedelta(ahead)
        last = date(year, month + 1, 1) - timedelta(1)
        return last - timedelta((last.weekday() - weekday) % 7)

    return found


def _from_easter(days: int) -> DayOf:
    return lambda year: _easter(year) + timedelta(days)


_RULES: dict[str, DayOf] = {
    "christmas|christmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "boxing day|st stephen ' s day": _fixed(12, 26),
    "new year ' s eve|new years eve": _fixed(12, 31),
    "new year ' s day|new year ' s|new years day|new year": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "valentine ' s day": _fixed(2, 14),
    "international women ' s day": _fixed(3, 8),
    "nowruz|nowroz|newroz|norouz": _fixed(3, 21),
    "labour day|may day": _fixed(5, 1),
    "halloween": _fixed(10, 31),
    "armistice day|veterans day": _fixed(11, 11),
    "the fourth of july|fourth of july": _fixed(7, 4),
    "martin luther king day|martin luther king jr day|mlk day": _nth(3, 0, 1),
    "presidents day|presidents ' day": _nth(3, 0, 2),
    "memorial day": _nth(-1, 0, 5),
    "labor day": _nth(1, 0, 9),
    "columbus day": _nth(2, 0, 10),
    "thanksgiving|thanksgiving day": _nth(4, 3, 11),
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "good friday": _from_easter(-2),
    "easter|easter sunday|easter day": _from_easter(0),
    "easter monday": _from_easter(1),
    "pentecost|whit sunday": _from_easter(49),
}
_DAYS = {name: rule for names, rule in _RULES.items() for name in names.split("|")}
HOLIDAY_WORDS = frozenset(name.split()[0] for name in _DAYS)
"""The words that a feast's name may begin with."""
