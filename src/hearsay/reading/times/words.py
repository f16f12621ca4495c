"""The words that dates and periods are made of, each with its kind and value.

English, with the month names of the Levant and Egypt (in Arabic script and in Latin letters) and
of the Iranian solar year. Arabic letters stand here in the folded form of `tokens.fold`.
"""

from __future__ import annotations

from typing import NamedTuple


def word_set(words: str) -> frozenset[str]:
    """The words of a line, as a set."""
    return frozenset(words.split())


class Word(NamedTuple):
    """What a word can be in a phrase for a time."""

    kind: str
    value: int | str


_MONTHS = {
    1: "january jan yanayir يناير جانفي",
    2: "february feb febr fibrayir شباط فبراير فيفري shubat shbat",
    3: "march mar اذار مارس adhar aadhar",
    4: "april apr نيسان ابريل افريل nisan nissan abril",
    5: "may ايار مايو ayyar ayar mayu mayo ماي",
    6: "june jun حزيران يونيو يونيه haziran huzayran hazeran yunyu yunio جوان",
    7: "july jul تموز يوليو يوليه tammuz tamuz tamouz tammouz yulyu yulio جويليه",
    8: "august aug اب اغسطس اوت غشت aghustus aghustos ab aab",
    9: "september sep sept ايلول سبتمبر شتنبر aylul ailul eilul aylool sibtambir",
    10: "october oct اكتوبر uktubar oktobar",
    11: "november nov نوفمبر نونبر nufambir nofambir",
    12: "december dec ديسمبر دجنبر disambir desambir",
}
_SOLAR = {
    1: "farvardin فروردین فروردين",
    2: "ordibehesht اردیبهشت ارديبهشت",
    3: "khordad خرداد",
    4: "tir تیر تير",
    5: "mordad amordad مرداد",
    6: "shahrivar شهریور شهريور",
    7: "mehr مهر",
    8: "aban ابان",
    9: "azar اذر",
    10: "dey دی دي",
    11: "bahman بهمن",
    12: "esfand اسفند",
}
# "Tishrin" and "Kanun" are two months each, told apart by the word after them.
TWIN_MONTHS = {
    "tishrin": 10, "tishreen": 10, "teshrin": 10, "tichrine": 10, "تشرين": 10,
    "kanun": 12, "kanoun": 12, "kanoon": 12, "كانون": 12,
}  # fmt: skip
TWIN_FIRST = {"awwal", "awal", "auwal", "evvel", "الاول", "اول", "i"}
TWIN_SECOND = {"thani", "thaani", "sani", "tani", "الثاني", "ثاني", "ii"}

_WEEKDAYS = (
    "monday mon الاثنين الاثنين",
    "tuesday tue tues الثلاثاء",
    "wednesday wed weds الاربعاء",
    "thursday thu thur thurs الخميس",
    "friday fri الجمعه",
    "saturday sat السبت",
    "sunday sun الاحد",
)
SHORT_WEEKDAYS = word_set("mon tue tues wed weds thu thur thurs fri sat sun")
SHORT_MONTHS = word_set("jan feb febr mar apr jun jul aug sep sept oct nov dec")
_UNITS = {
    "minute": "minute minutes",
    "hour": "hour hours",
    "day": "day days",
    "week": "week weeks wk wks",
    "weekend": "weekend weekends",
    "fortnight": "fortnight fortnights",
    "month": "month months",
    "quarter": "quarter quarters",
    "year": "year years yr yrs",
    "decade": "decade decades",
    "century": "century centuries",
    "period": "period",
}
_SEASONS = {21: "spring springtime", 22: "summer summertime", 23: "autumn fall", 24: "winter"}
_PARTS = {
    "early": "early",
    "mid": "mid middle",
    "late": "late",
    "start": "beginning start outset onset",
    "end": "end close ending",
    "earlier": "earlier",
    "later": "later",
    "rest": "rest remainder",
}
_WHICH = {
    "last": "last latest",
    "past": "past preceding",
    "previous": "previous prior",
    "this": "this current",
    "next": "next upcoming coming",
    "following": "following subsequent ensuing",
    "same": "same",
    "that": "that",
}
_TIMES_OF_DAY = (
    "morning afternoon evening night midnight noon midday dawn dusk overnight nightfall am pm gmt "
    "utc local lunchtime noontime eve daybreak sunrise sunset sundown"
)
_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TEN_ORDINALS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
_DECADES = {
    1920: "twenties", 1930: "thirties", 1940: "forties", 1950: "fifties", 1960: "sixties",
    1970: "seventies", 1980: "eighties", 1990: "nineties", 2000: "noughties",
}  # fmt: skip
_RELATIVE_DAYS = {
    0: "today tonight tonite todays", 1: "tomorrow tmrw tmr", -1: "yesterday yesterdays"
}  # fmt: skip
_QUALIFIERS = {
    "~": "about around circa approximately roughly ca",
    "?": "possibly perhaps maybe probably",
}


def _entries() -> dict[str, Word]:
    found: dict[str, Word] = {}

    def add(words: str, kind: str, value: int | str) -> None:
        found.update((word, Word(kind, value)) for word in words.split())

    for number, names in _SOLAR.items():
        add(names, "solar", number)
    for number, names in _MONTHS.items():
        add(names, "month", number)
    for name, first in TWIN_MONTHS.items():
        add(name, "twin", first)
    for number, names in enumerate(_WEEKDAYS):
        add(names, "weekday", number)
    for table, kind in ((_UNITS, "unit"), (_PARTS, "part"), (_WHICH, "which")):
        for value, names in table.items():
            add(names, kind, value)
    for mark, names in _QUALIFIERS.items():
        add(names, "qualifier", mark)
    for number, names in _SEASONS.items():
        add(names, "season", number)
    for number, names in (_DECADES | {2010: "tens"}).items():
        add(names, "decades", number)
    for number, names in _RELATIVE_DAYS.items():
        add(names, "relative", number)
    add(_TIMES_OF_DAY, "hour", 0)
    for number, name in enumerate(_CARDINALS.split()):
        add(name, "cardinal", number)
    for number, name in enumerate(_ORDINALS.split()):
        add(name, "ordinal", number)
    for number, (ten, ordinal) in enumerate(zip(_TENS.split(), _TEN_ORDINALS.split(), strict=True)):
        add(ten, "cardinal", 20 + 10 * number)
        add(ordinal, "ordinal", 20 + 10 * number)
    add("final closing", "ordinal", -1)
    add("opening", "ordinal", 1)
    add("couple", "cardinal", 2)
    return found


WORDS: dict[str, Word] = _entries()
"""Every word with a meaning in a time, in its folded form."""
