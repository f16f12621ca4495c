"""Words that look like a time and are none: "may", "march", 2,000 troops, Section 2014."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from hearsay.reading.times.phrases import (
    Counted,
    Dated,
    DayFromNow,
    Decade,
    Holiday,
    InSeason,
    Now,
    Numeric,
    OnWeekday,
    Open,
    PartOf,
    PartOfDay,
    Phrase,
    Qualified,
    Ranged,
    Running,
    Then,
    WeekNumber,
    WhichNamed,
    WholeUnit,
)
from hearsay.reading.times.sentences import VOTES
from hearsay.reading.times.steps import Tokens
from hearsay.reading.times.words import SHORT_WEEKDAYS, word_set

_LEADS = word_set(
    "in since until till by before after during from through between of late early mid to and "
    "around about for on at over throughout within circa last next this that ending beginning "
    "starting year years dated following as or than"
)
_NUMBERED = word_set(
    "section sections article articles resolution resolutions act law no number room flight route "
    "highway page pages p pp order unit model boeing airbus paragraph para decree chapter part "
    "volume vol issue code extension box figure table item rule bill form $ £ € # § № channel "
    "windows agenda vision operation class notice"
)
_COUNTED = word_set(
    "troops people soldiers men women fighters militants dollars families homes refugees "
    "barrels km kilometers kilometres kilometer meters metres miles feet tons tonnes percent "
    "police officers members deaths casualties wounded civilians prisoners detainees workers "
    "employees years days hours minutes seconds months weeks times square vehicles rounds "
    "rockets missiles hectares acres pounds euros dinars rials lira points votes seats cases "
    "more residents villages children million billion thousand mph hp watts calories words m "
    "kg g mm cm ft lbs gmt utc am pm hrs strong personnel protesters migrants jobs students "
    "voters patients others different"
)
_SHY_MONTHS = frozenset({"may", "march", "april", "june", "august", "mar", "jan", "jun", "ab"})
_WITH_NAMES = frozenset(
    {"times", "telegraph", "mirror", "express", "mail", "herald", "school", "schools", "star",
     "post", "live", "prayers"}
)  # fmt: skip
_HOLY_DAYS = frozenset({"black", "good", "bloody", "super", "cyber", "ash", "palm", "casual"})


@dataclass(frozen=True, slots=True)
class Manner:
    """What the whole text says about words that may mean something else."""

    newest: int = 2100
    """No year later than this is taken from a bare number."""
    may_is_a_name: bool = False
    """Whether someone named May is spoken of."""

    @classmethod
    def of(cls, text: str, published: date | None) -> Manner:
        """How the words of this text are to be taken."""
        newest = published.year + 60 if published is not None else 2100
        return cls(newest, _NAMED_MAY.search(text) is not None)


_NAMED_MAY = re.compile(r"\b(?:Theresa|Mrs\.?|Ms\.?|Minister|PM|Brian|Prime Minister) May\b")


def believable(phrase: Phrase, tokens: Tokens, at: int, end: int, manner: Manner) -> bool:
    """Whether a careful reader would take these tokens for a time."""
    while tokens[at].word == "the":
        at += 1
    if tokens[end - 1].word == "tens" and end - at <= 2:
        return False
    match phrase:
        case Qualified(of=of):
            return believable(of, tokens, at + 1, end, manner)
        case Open(how="until") if tokens[at].word == "up" and tokens[at + 1].word == "to":
            return False
        case Open(how=how, than=Now() | Then()):
            # "By then" is mostly one of an argument, and "they have since parted" of no day.
            return how in ("since", "until") and tokens[end - 1].word != "since"
        case Holiday():
            return _bare_holiday(tokens, at, end)
        case PartOfDay() | Open(than=PartOfDay()):
            return _bare_part_of_day(tokens, at, end)
        case Open(than=Dated() as than):
            return _bare_date(than, tokens, _date_start(tokens, at, end), end, manner)
        case Dated() | Numeric():
            return _bare_date(phrase, tokens, at, end, manner)
        case Open(how="by", than=than):
            return not isinstance(than, WholeUnit | Decade) and believable(
                than, tokens, at + 1, end, manner
            )
        case OnWeekday():
            return _bare_weekday(phrase, tokens, at, end)
        case InSeason():
            return _bare_season(phrase, tokens, at, end)
        case WholeUnit():
            return _bare_unit(phrase, tokens, at, end)
        case Running(bare=True) if tokens[end].word == "of":
            return False  # "the last year of his presidency"
        case Running() | Counted():
            return not any(count < 1 or unit == "minute" for count, unit in phrase.amounts)
        case Ranged(low, high):
            return _bare_range(low, high, tokens, at, end, manner)
        case Decade():
            return _bare_decade(phrase, tokens, at)
        case DayFromNow():
            return not (at > 0 and _is_in_a_title(tokens, at))
        case PartOf(part="start", of=OnWeekday() | DayFromNow()):
            return False
        case PartOf(of=WholeUnit(which="the", unit=unit)):
            return unit in ("year", "month", "week", "decade", "quarter")
        case WeekNumber():
            return False
        case WhichNamed(named=Dated(month=5)):
            return tokens[end - 1].capital
    return True


def _date_start(tokens: Tokens, at: int, end: int) -> int:
    """Where the date itself begins in "long after the invasion of 2003"."""
    kinds = ("number", "ordinal", "month", "solar", "twin", "weekday")
    return next((k for k in range(at, end) if tokens[k].kind in kinds), at)


def _bare_date(phrase: Dated | Numeric, tokens: Tokens, at: int, end: int, manner: Manner) -> bool:
    if isinstance(phrase, Numeric):
        glued = at > 0 and not tokens[at].spaced and tokens[at - 1].word in "$£€#./-"
        runs_on = tokens[end].word in (".", "/", "-") and _glues(tokens, end)
        return phrase.year is not None and not (glued or runs_on or _numbered(tokens, at))
    if phrase.year is not None and phrase.month is None:
        return end - at == 1 and _bare_year(phrase.year, tokens, at, end, manner)
    if phrase.month is None:
        return _bare_day(tokens, at, end)
    stop = phrase.day is None and any(token.word == "." for token in tokens[at + 1 : end - 1])
    if stop and tokens[end - 1].kind == "number" and tokens[at].kind == "number":
        return False  # "2021.12", a year and a note's mark
    if phrase.day is not None or phrase.year is not None:
        kinds = ("month", "solar", "twin")
        month = next((t for t in tokens[at:end] if t.kind in kinds), tokens[at])
        year_first = len(tokens[at].word) == 4 and end - at == 2
        if month.word in ("may", "march") and tokens[end - 1] == month and year_first:
            return False  # "the 1963 March on Washington"
        shy = month.word in ("may", "march", "mar", "ab", "tir", "dey") and not month.capital
        signed = at > 0 and tokens[at - 1].word in _SIGNS and not tokens[at].spaced
        return not shy and not signed
    return _bare_month(tokens, at, end, manner)


_SIGNS = frozenset("$£€#§№")


def _numbered(tokens: Tokens, at: int) -> bool:
    before = tokens[at - 1] if at > 0 else tokens[-1]
    if before.word in _NUMBERED:
        return True
    return before.word == "." and tokens[at - 2].word in ("no", "p", "pp", "vol", "art", "sec")


def _bare_year(year: int, tokens: Tokens, at: int, end: int, manner: Manner) -> bool:
    token, before, after = tokens[at], tokens[at - 1] if at else tokens[-1], tokens[end]
    if not 1000 <= year <= manner.newest or _numbered(tokens, at):
        return False
    glued = not token.spaced and at > 0
    if glued and before.word not in ("(", "[", "'", "“", '"', "–", "/", "-", "‘"):
        return False
    if glued and before.word in ("-", "/", "–") and tokens[at - 2].kind in ("word", "number"):
        return False
    if (
        before.kind == "number"
        or after.word in _COUNTED
        or (after.word in ("-", "/") and _glues(tokens, end))
        or (after.word == "." and _glues(tokens, end) and tokens[end + 1].kind == "word")
    ):
        return False
    if before.word in _LEADS or (before.word == "the" and after.kind == "word"):
        return _not_a_count(year, tokens, before.word, end)
    if year < 1900 or year % 100 == 0:
        return before.word in ("(", "[") and after.word in (")", "]", ",", "–", "-")
    if after.kind == "mark" or before.kind == "mark":
        return True
    return not (after.word.endswith("s") and after.spaced)


def _glues(tokens: Tokens, end: int) -> bool:
    after = tokens[end + 1]
    return (
        not tokens[end].spaced
        and not after.spaced
        and after.kind in ("word", "number")
        and (tokens[end].word != "-" or after.kind == "number")
    )


def _not_a_count(year: int, tokens: Tokens, before: str, end: int) -> bool:
    """Whether "of 2000 villages" is ruled out: a round number before a plural is a count."""
    after = tokens[end]
    plural = after.kind == "word" and after.word.endswith("s") and not after.capital
    if before in ("of", "to", "and", "for", "about", "around", "over", "than", "or", "at", "by"):
        if plural and after.word not in ("was", "is", "has", "as", "its", "his", "this"):
            return False
        if before in ("about", "around", "over", "than", "at") and after.kind == "word":
            return year > 1900 and year % 50 != 0
    return not (plural and year % 100 == 0)


def _bare_day(tokens: Tokens, at: int, end: int) -> bool:
    """Whether "the 5th" is a day: "on the 5th," is, "the 5th Division" is not."""
    the = at - 1
    if the < 1 or tokens[the - 1].word not in ("on", "since", "until", "by", "before", "after"):
        return any(t.kind == "weekday" for t in tokens[at:end])
    after = tokens[end]
    if after.kind == "mark" and tokens[end + 1].kind == "number" and not tokens[end + 1].spaced:
        return False  # "10,000"
    numeric = tokens[at].kind in ("ordinal", "number") and tokens[at].word[0].isdigit()
    return numeric and (after.kind == "mark" or after.word in _BEHIND_A_TIME)


def _bare_month(tokens: Tokens, at: int, end: int, manner: Manner) -> bool:
    token, before, after = tokens[at], tokens[at - 1] if at else tokens[-1], tokens[end]
    if token.kind == "solar":
        return False
    if not token.capital or before.word in ("every", "each"):
        return False
    if token.word == "may" and manner.may_is_a_name and before.word != "in":
        return False
    if token.word in ("mar", "sep", "dec", "jan", "jun", "jul", "ab"):
        return before.word in ("in", "since", "until", "last", "by")
    if token.word not in _SHY_MONTHS:
        return not (after.capital and after.kind == "word" and after.word.endswith("s"))
    led = before.word in _LEADS or before.kind in ("which", "part")
    if after.capital and led and before.word not in ("in", "since", "until", "last"):
        return after.kind != "word"
    owned = before.word in _BEFORE_A_NOUN or before.kind == "cardinal"
    owned = owned or (before.word == "s" and after.word in VOTES)
    attached = owned and after.kind == "word" and not after.capital
    return led or attached


_BEFORE_A_NOUN = word_set("the a its his her their our my")


def _bare_decade(phrase: Decade, tokens: Tokens, at: int) -> bool:
    before = tokens[at - 1].word if at else ""
    earlier = tokens[at - 2].word if at > 1 else ""
    if phrase.length == 100 or (tokens[at].kind == "number" and phrase.year >= 1000):
        return True
    led = before in ("the", "'", "early", "late", "mid", "-")
    return led and earlier not in ("his", "her", "their", "my", "your", "our")


def _is_in_a_title(tokens: Tokens, at: int) -> bool:
    """Whether "Today" is part of the name of a paper: "told Averne Today"."""
    return tokens[at].capital and tokens[at - 1].capital and tokens[at - 1].kind == "word"


def _bare_weekday(phrase: OnWeekday, tokens: Tokens, at: int, end: int) -> bool:
    place = next((k for k in range(at, end) if tokens[k].kind == "weekday"), at)
    token, before, after = tokens[place], tokens[place - 1] if place else tokens[-1], tokens[end]
    if token.word in SHORT_WEEKDAYS or not token.capital:
        return False
    if before.word == "a" and tokens[place - 2].word == "on":
        return False  # whichever Friday it was
    if before.word in ("every", "each") or (before.word in _HOLY_DAYS and before.capital):
        return False
    if after.capital and after.kind == "word" and _is_title(tokens, place - 1):
        return False  # "Brig. Gen. Monday Ikwue"
    return not (after.capital and after.word in _WITH_NAMES)


def _is_title(tokens: Tokens, at: int) -> bool:
    """Whether a rank or a given name stands there, so that a weekday after it is a name."""
    token = tokens[at]
    if token.word == ".":
        return tokens[at - 1].capital and not token.spaced and tokens[at - 1].kind == "word"
    return token.capital and token.kind in ("word", "number") and token.word not in _LEADS


def _bare_season(phrase: InSeason, tokens: Tokens, at: int, end: int) -> bool:
    if phrase.year is not None or phrase.of is not None:
        return True
    before, earlier = tokens[at - 1] if at else tokens[-1], tokens[at - 2] if at > 1 else tokens[-1]
    after = tokens[end]
    led = ("in", "during", "since", "until", "by", "over", "through", "of", "late", "early", "mid")
    if before.word == "the" and after.word not in VOTES:
        return earlier.word in led and (after.kind == "mark" or after.word not in ("of",))
    if after.word in VOTES:
        return before.word in _BEFORE_A_NOUN or before.word == "s"
    if tokens[at].word == "fall" or (after.kind == "word" and after.word not in _BEHIND_A_TIME):
        return False
    return before.word in ("in", "since", "until", "by", "before", "after", "early", "late")


def _bare_holiday(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a feast is one of a year: not "every Easter", "Chinese New Year", "Ann Christmas"."""
    before = tokens[at - 1] if at else tokens[-1]
    if before.word in ("every", "each", "which", "whose") or tokens[end].word in _FESTIVE:
        return False
    return before.kind == "mark" or not before.capital or before.word in _LEADS


_FESTIVE = word_set("egg eggs tree trees card cards carol carols song songs island islands")


def _bare_part_of_day(tokens: Tokens, at: int, end: int) -> bool:
    """Whether "evening" is one that is told of, and not a habit, a name or a part of a name."""
    name, after = tokens[end - 1], tokens[end]
    if name.kind != "hour" or name.capital or after.kind == "unit":
        return False
    if after.kind == "word" and after.word not in _BEHIND_A_TIME and after.spaced:
        return False
    if name.word == "overnight":
        return True
    place = at - 1 if tokens[at - 1].word != "the" else at - 2
    led = _BEFORE_A_TIME if name.word != "night" else {"by"}
    return tokens[place].word in led or tokens[at].word in led


_BEFORE_A_TIME = word_set("at by around about in toward towards since until till before after")
_BEHIND_A_TIME = word_set(
    "the a an and but when while with in on at by from to of for he she it they we his her its "
    "their had was were after before until because as that who which"
)


def _bare_unit(phrase: WholeUnit, tokens: Tokens, at: int, end: int) -> bool:
    after, first = tokens[end], tokens[at]
    if phrase.which in ("that", "this") and after.kind == "unit":
        return False
    capitals = first.kind == "which" and first.capital and tokens[end - 1].capital
    if capitals and at > 0 and tokens[at - 1].word in ("s", "“", '"', "'", "on", "of"):
        return False  # "This Week" is a broadcast where it stands as a name does
    if phrase.which == "the":
        before = tokens[at - 2] if at > 1 else tokens[-1]
        if phrase.unit not in ("quarter", "weekend", "year", "period"):
            return False
        if phrase.unit == "quarter":
            return after.word not in ("of", "to", "century", "mile", "final", "finals")
        if phrase.unit == "weekend":
            return after.word not in ("of", "before", "after")
        led = before.word in ("during", "in", "for", "this", "over", "of", "throughout")
        return led and after.word not in ("of", "before", "after", "to", "and", "in")
    if phrase.unit == "day" and phrase.which == "that":
        # Not of "said that night raids went on": it has to stand at an edge.
        led = at == 0 or tokens[at - 1].word in _BEFORE_THAT_DAY
        return led or after.word in _BEHIND_THAT_DAY
    if phrase.unit == "day":
        return (
            phrase.which in ("next", "the next", "following", "previous", "same")
            and after.kind != "unit"
        )
    if phrase.unit in ("period",):
        return phrase.which in ("this", "same")
    return True


_BEFORE_THAT_DAY = frozenset(
    [".", ";", ":", "”", "“", "on", "by", "later", "earlier", "until", "since", "of"]
)
_BEHIND_THAT_DAY = frozenset([".", ",", ";", ":", "”", "and", "but"])


def _bare_range(
    low: Phrase, high: Phrase, tokens: Tokens, at: int, end: int, manner: Manner
) -> bool:
    led = tokens[at].word in ("from", "between")
    if isinstance(low, Dated) and isinstance(high, Dated):
        years = (low.year, high.year)
        plain = low.month is None and high.month is None and low.day is None
        if plain and all(year is not None for year in years):
            inside = all(1000 <= (year or 0) <= manner.newest for year in years)
            return (
                inside
                and (years[0] or 0) < (years[1] or 0)
                and (not _numbered(tokens, at) and tokens[end].word not in _COUNTED)
            )
        months = [t for t in tokens[at:end] if t.kind == "month"]
        return all(t.capital for t in months)
    if isinstance(low, Numeric) and low.year is None:
        return led
    return not (
        isinstance(low, OnWeekday)
        and any(t.kind == "weekday" and not t.capital for t in tokens[at:end])
    )
