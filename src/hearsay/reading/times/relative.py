"""The grammar of times that hang on another: "last month", "three days ago", "a day earlier"."""

from __future__ import annotations

from hearsay.reading.times.dates import dated, weekday
from hearsay.reading.times.holidays import holiday
from hearsay.reading.times.periods import season
from hearsay.reading.times.phrases import (
    Counted,
    Dated,
    DayFromNow,
    EndingWith,
    Holiday,
    InSeason,
    NthOf,
    OnWeekday,
    Phrase,
    Ranged,
    Running,
    SamePeriod,
    Then,
    Unit,
    Which,
    WhichNamed,
    WholeUnit,
)
from hearsay.reading.times.steps import (
    WHICH_WORDS,
    Point,
    Step,
    Tokens,
    amounts,
    cardinal,
    is_word,
    past_article,
    past_word,
)
from hearsay.reading.times.steps import (
    unit as unit_at,
)
from hearsay.reading.times.words import WORDS

_PARTS_OF_DAY = ("morning", "afternoon", "evening", "night")
_OF_ANOTHER_DAY = ("next", "following", "same", "that")


def day_from_now(tokens: Tokens, at: int) -> Step:
    """Today, yesterday, tomorrow, the day before yesterday."""
    token = tokens[at]
    if token.kind == "relative":
        after = at + 1
        return DayFromNow(int(token.value)), after
    if token.word == "day" and is_word(tokens, at + 1, "before", "after"):
        step = 1 if tokens[at + 1].word == "after" else -1
        other = tokens[at + 2]
        if other.kind == "relative" and int(other.value) == step:
            return DayFromNow(2 * step), at + 3
    if token.word in ("this", "last") and is_word(tokens, at + 1, *_PARTS_OF_DAY):
        return DayFromNow(0 if token.word == "this" else -1), at + 2
    return None


def pointed(tokens: Tokens, at: int) -> Step:
    """ "last week", "this November", "next Friday", "the same month", "the past three years"."""
    token = tokens[at]
    if token.kind != "which" and token.word != "the":
        return None
    which = WHICH_WORDS.get(str(token.value)) if token.kind == "which" else "the"
    after = at + 1
    if which is None:
        return None
    if token.word == "the" and tokens[after].kind == "which":
        return _after_the(tokens, after)
    if which == "this" and is_word(tokens, after, "past", "last", "coming", "same"):
        which, after = WHICH_WORDS[str(tokens[after].value)], after + 1
    if which in ("this", "that", "the") and is_word(tokens, after, "same"):
        which, after = "same", after + 1
    return _pointed_at(tokens, which, after, article=False)


def _after_the(tokens: Tokens, at: int) -> Step:
    which = WHICH_WORDS[str(tokens[at].value)]
    return _pointed_at(tokens, which, at + 1, article=True)


def _pointed_at(tokens: Tokens, which: Which, at: int, *, article: bool) -> Step:
    running = _running(tokens, which, at, article=article)
    if running is not None:
        return running
    reported = at + 1 if is_word(tokens, at, "reporting") else at
    if is_word(tokens, reported, "period") and (which == "same" or reported > at):
        return _same_period(tokens, reported + 1, "period")
    if is_word(tokens, at, *_PARTS_OF_DAY) and which in _OF_ANOTHER_DAY:
        # "The next morning", "that night": of the day told of last, or of the one after it.
        return WholeUnit("day", "the next" if which == "next" else which), at + 1
    kind = unit_at(tokens, at)
    if kind is not None and kind[0] not in ("minute", "hour", "businessday"):
        if tokens[at].word.endswith("s") or (which == "the" and not _alone(tokens, kind[1])):
            return None
        if which == "same" and kind[0] in ("quarter", "month"):
            same = _same_period(tokens, kind[1], kind[0])
            if isinstance(same[0], SamePeriod) and same[0].of is not None:
                return same
        if which == "next" and article:
            which = "the next"
        return _unit_and_more(tokens, WholeUnit(kind[0], which), kind[1])
    if which == "the":
        return None
    return _named(tokens, "following" if which == "next" and article else which, at)


def _alone(tokens: Tokens, at: int) -> bool:
    return tokens[at].kind not in ("number", "unit")


def _unit_and_more(tokens: Tokens, phrase: WholeUnit, at: int) -> Step:
    """ "next week on Friday", "the week after next", "the same quarter last year"."""
    if is_word(tokens, at, "after", "before") and phrase.which == "the":
        beyond = past_article(tokens, at + 1)
        if is_word(tokens, beyond, "next", "last"):
            forward = tokens[beyond].word == "next"
            if forward == (tokens[at].word == "after"):
                which: Which = "next" if forward else "last"
                return WholeUnit(phrase.unit, which, 2), beyond + 1
    if phrase.unit == "week":
        days = _days_of_week(tokens, phrase, at)
        if days is not None:
            return days
        look = past_word(tokens, at, "on", ",")
        if tokens[look].kind == "weekday" and not (look > at and tokens[at].word == ","):
            return OnWeekday(int(tokens[look].value), None, phrase), look + 1
    return phrase, at


def _days_of_week(tokens: Tokens, week: WholeUnit, at: int) -> Step:
    """ "between Wednesday and Friday", after the week that they are days of."""
    if not is_word(tokens, at, "between", "from"):
        return None
    low, joint, high = tokens[at + 1 : at + 4]
    if low.kind != "weekday" or high.kind != "weekday" or joint.word not in ("and", "to", "-", "–"):
        return None
    ends = [OnWeekday(int(token.value), None, week) for token in (low, high)]
    return Ranged(ends[0], ends[1]), at + 4


def _same_period(tokens: Tokens, at: int, unit: Unit) -> tuple[Phrase, int]:
    look = past_word(tokens, at, "of", "in", "for")
    found = dated(tokens, past_word(tokens, past_article(tokens, look), "year"))
    if found is not None and isinstance(found[0], Dated) and found[0].month is None:
        return SamePeriod(found[0], unit), found[1]
    other = pointed(tokens, past_article(tokens, look))
    if other is not None and isinstance(other[0], WholeUnit) and other[0].unit == "year":
        return SamePeriod(other[0], unit), other[1]
    a_year = [t.word for t in tokens[look : look + 2]] == ["a", "year"]
    if a_year and is_word(tokens, look + 2, "earlier", "before", "ago"):
        return SamePeriod(WholeUnit("year", "last"), unit), look + 3
    return SamePeriod(None, unit), at


def _named(tokens: Tokens, which: Which, at: int) -> Step:
    found = dated(tokens, at) if tokens[at].kind == "weekday" else None
    if found is not None:
        return found  # "this Tuesday, June 12, 2018"
    found = weekday(tokens, at)
    if found is not None and isinstance(found[0], OnWeekday):
        return OnWeekday(found[0].weekday, which), found[1]
    found = season(tokens, at)
    if found is not None and isinstance(found[0], InSeason) and found[0].year is None:
        return WhichNamed(which, found[0]), found[1]
    feast = holiday(tokens, at)
    if feast is not None and isinstance(feast[0], Holiday) and feast[0].year is None:
        return WhichNamed(which, feast[0]), feast[1]
    found = dated(tokens, at)
    if found is None or not isinstance(found[0], Dated):
        return None
    if found[0].month is None or found[0].year is not None or found[0].weekday is not None:
        return None
    return WhichNamed(which, found[0]), found[1]


def _running(tokens: Tokens, which: Which, at: int, *, article: bool) -> Step:
    """ "the past three years", "the last year", "next 2 days"."""
    if which not in ("last", "past", "previous", "next", "following"):
        return None
    forward = which in ("next", "following")
    counted = amounts(tokens, at)
    if counted is not None and tokens[at].word not in ("a", "an"):
        if tokens[counted[1]].word in ("of",) and which == "last":
            return None
        if which in ("previous", "following") and not article:
            return Running(counted[0], forward), counted[1]
        return Running(counted[0], forward), counted[1]
    kind = unit_at(tokens, at)
    if kind is None or tokens[at].word.endswith("s"):
        return None
    # Quarters are counted by the calendar, with or without the article.
    if which == "past" or (which == "last" and article and kind[0] != "quarter"):
        return Running(((1, kind[0]),), False, bare=which == "last"), kind[1]
    return None


def counted(tokens: Tokens, at: int, point: Point) -> Step:
    """ "three days ago", "two months later", "a day earlier", "two days after 5 May"."""
    found = amounts(tokens, at)
    if found is None:
        return _counted_weekdays(tokens, at) or _year_earlier(tokens, at)
    much, after = found
    fine = any(kind in ("minute", "hour", "period") for _, kind in much)
    if fine and (much[0][1] != "hour" or len(much) > 1):
        return None
    word = tokens[after].word
    if word in ("ending", "ended") or (word in ("to", "through") and tokens[at - 1].word == "the"):
        base = dated(tokens, past_article(tokens, past_word(tokens, after + 1, "on", "in")))
        if base is None or len(much) > 1 or not isinstance(base[0], Dated) or not base[0].month:
            return None
        return EndingWith(*much[0], base[0]), base[1]
    if word == "ago":
        return Counted(much, "ago"), after + 1
    if word == "later":
        return Counted(much, "later"), after + 1
    alone = _ends(tokens, after + 1)
    if word == "earlier" or (word in ("before", "prior") and alone):
        return Counted(much, "earlier"), after + 1
    if word == "after" and tokens[after + 1].kind == "mark":
        return Counted(much, "later"), after + 1
    if word == "hence" or (word == "in" and is_word(tokens, after + 2, "future")):
        return Running(much, True), after + (1 if word == "hence" else 3)
    if word in ("from", "after", "before", "prior"):
        return _from_base(tokens, much, after, point)
    return None


def _base(tokens: Tokens, at: int, point: Point) -> Step:
    start = past_article(tokens, at)
    return point(tokens, start)


def _from_base(
    tokens: Tokens, much: tuple[tuple[int, Unit], ...], after: int, point: Point
) -> Step:
    back = tokens[after].word in ("before", "prior")
    look = past_word(tokens, after + 1, "to") if tokens[after].word == "prior" else after + 1
    if is_word(tokens, look, "now"):
        return Counted(much, "ago" if back else "hence"), look + 1
    base = _base(tokens, look, point)
    if base is None:
        return None
    return Counted(much, "earlier" if back else "later", base[0]), base[1]


def _counted_weekdays(tokens: Tokens, at: int) -> Step:
    """ "two Sundays from now"."""
    number = cardinal(tokens, at)
    if number is None or number[0] < 1:
        return None
    name = WORDS.get(tokens[number[1]].word.rstrip("s"))
    if name is None or name.kind != "weekday":
        return None
    after = number[1] + 1
    if is_word(tokens, after, "from") and is_word(tokens, after + 1, "now"):
        return NthOf(number[0], None, int(name.value), DayFromNow(0)), after + 2
    if is_word(tokens, after, "later"):
        return NthOf(number[0], None, int(name.value), DayFromNow(0)), after + 1
    if is_word(tokens, after, "ago"):
        return NthOf(-number[0], None, int(name.value), DayFromNow(0)), after + 1
    return None


def year_ago_period(tokens: Tokens, at: int) -> Step:
    """ "The year-earlier period", "the year-ago quarter"."""
    words = [token.word for token in tokens[at : at + 3]]
    if words[:2] != ["year", "-"] or words[2] not in ("ago", "earlier"):
        return None
    kind = unit_at(tokens, at + 3)
    if kind is None or kind[0] not in ("period", "quarter", "month"):
        return None
    return SamePeriod(WholeUnit("year", "last"), kind[0]), kind[1]


def _year_earlier(tokens: Tokens, at: int) -> Step:
    """ "The year before", "the day after", "the evening before", "the three months before"."""
    if tokens[at].word != "the":
        return None
    if is_word(tokens, at + 1, *_PARTS_OF_DAY):
        kind: tuple[Unit, int] | None = ("day", at + 2)
    else:
        kind = unit_at(tokens, at + 1)
    if kind is None:
        return _units_before(tokens, at + 1)
    if kind[0] in ("minute", "hour", "period") or not _ends(tokens, kind[1] + 1):
        return None
    if is_word(tokens, kind[1], "before", "earlier", "prior"):
        return Counted(((1, kind[0]),), "earlier"), kind[1] + 1
    if is_word(tokens, kind[1], "after", "later"):
        return Counted(((1, kind[0]),), "later"), kind[1] + 1
    return None


def _units_before(tokens: Tokens, at: int) -> Step:
    """ "The three months before": those that end where the time told of begins."""
    much = amounts(tokens, at)
    if much is None or much[0][0][0] < 2 or not is_word(tokens, much[1], "before", "prior"):
        return None
    return (Running(much[0], base=Then()), much[1] + 1) if _ends(tokens, much[1] + 1) else None


def _ends(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    return token.kind == "mark" or token.word in ("and", "but", "when", "in", "at", "by", "that")


def weekday_of_week(tokens: Tokens, at: int) -> Step:
    """ "Friday", "Friday last week", "Tuesday of next week"."""
    found = weekday(tokens, at)
    if found is None or not isinstance(found[0], OnWeekday):
        return None
    look = past_word(tokens, found[1], "of", "in")
    look = past_article(tokens, look)
    token = tokens[look]
    if token.kind == "which" and tokens[look + 1].word == "week":
        which = WHICH_WORDS[str(token.value)]
        return OnWeekday(found[0].weekday, None, WholeUnit("week", which)), look + 2
    return found


def named_of_year(tokens: Tokens, at: int) -> Step:
    """ "June next year", "3 May last year", "November of that year"."""
    found = dated(tokens, at)
    if found is None or not isinstance(found[0], Dated):
        return found
    phrase = found[0]
    if phrase.month is None or phrase.year is not None:
        return found
    look = past_word(tokens, found[1], ",")
    look = past_word(tokens, look, "of", "in")
    look = past_article(tokens, look)
    token = tokens[look]
    if token.kind == "which" and tokens[look + 1].word == "year":
        which = WHICH_WORDS[str(token.value)]
        number: Phrase = NthOf(phrase.month, "month", None, WholeUnit("year", which))
        if phrase.day is not None:
            number = NthOf(phrase.day, "day", None, number)
        return number, look + 2
    return found
