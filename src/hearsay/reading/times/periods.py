"""The grammar of periods: seasons, quarters, halves, decades, fiscal years, parts of a period."""

from __future__ import annotations

from hearsay.reading.times.fiscal import fiscal_year
from hearsay.reading.times.phrases import (
    Dated,
    DayFromNow,
    Decade,
    EdgeOf,
    EndingWith,
    FiscalYear,
    InQuarter,
    InSeason,
    NthOf,
    OnWeekday,
    PartName,
    PartOf,
    Phrase,
    Ranged,
    SamePeriod,
    Unit,
    WeekNumber,
    WeekOf,
    WhichNamed,
    WholeUnit,
)
from hearsay.reading.times.steps import (
    WHICH_WORDS,
    Point,
    Step,
    Tokens,
    cardinal,
    day_number,
    is_word,
    ordinal,
    past_article,
    past_word,
    unit,
    year,
)

_PART_NAMES: dict[str, PartName] = {
    "early": "early", "mid": "mid", "late": "late", "start": "start", "end": "end",
    "earlier": "earlier", "later": "later", "rest": "rest",
}  # fmt: skip


def season(tokens: Tokens, at: int) -> Step:
    """ "summer", "winter of 2021-22", "fall 2021"."""
    token = tokens[at]
    if token.kind != "season":
        return None
    number, after = int(token.value), at + 1
    look = past_word(tokens, after, "of", ",")
    said = year(tokens, look)
    if said is None and token.word in ("fall", "spring") and is_word(tokens, after, "of"):
        return None  # "the fall of the capital"
    if said is None:
        if tokens[look].kind == "which" and tokens[look + 1].word == "year":
            which = WHICH_WORDS.get(str(tokens[look].value), "this")
            return InSeason(number, None, WholeUnit("year", which)), look + 2
        return InSeason(number), after
    after = said[1]
    second = tokens[after + 1]
    if tokens[after].word in ("-", "–", "/") and second.kind == "number" and not second.spaced:
        low = said[0] % 100
        if len(second.word) in (2, 4) and int(second.value) % 100 == (low + 1) % 100:
            after += 2
    return InSeason(number, said[0]), after


def quarter(tokens: Tokens, at: int, point: Point) -> Step:
    """ "Q3 2021", "3Q21", "2021 Q3", "the third quarter of fiscal year 2021", "H1 2016"."""
    found = _quarter_name(tokens, at) or _year_then_quarter(tokens, at)
    if found is None:
        return _two_quarters(tokens, at, point)
    number, kind, fiscal, said, after = found
    of: Phrase | None = said
    if of is None:
        of, after = _year_of(tokens, after, point)
    if kind == "half":
        return (NthOf(number, "half", None, of), after) if of else None
    return InQuarter(number, of, fiscal), after


def _two_quarters(tokens: Tokens, at: int, point: Point) -> Step:
    """ "the third and fourth quarters of 2021"."""
    low = ordinal(tokens, at)
    high = ordinal(tokens, low[1] + 1) if low and is_word(tokens, low[1], "and", "to") else None
    if low is None or high is None or not is_word(tokens, high[1], "quarter", "quarters"):
        return None
    of, after = _year_of(tokens, high[1] + 1, point)
    return Ranged(InQuarter(low[0], of), InQuarter(high[0], of)), after


Named = tuple[int, str, bool, Phrase | None, int]


def _quarter_name(tokens: Tokens, at: int) -> Named | None:
    token, follows = tokens[at], tokens[at + 1]
    if token.word in ("q", "h") and follows.kind == "number" and not follows.spaced:
        number, limit = int(follows.value), 4 if token.word == "q" else 2
        if len(follows.word) == 1 and 1 <= number <= limit:
            return number, "quarter" if token.word == "q" else "half", False, None, at + 2
        return None
    if token.kind == "number" and follows.word in ("q", "h") and not follows.spaced:
        number = int(token.value)
        if len(token.word) == 1 and 1 <= number <= 4:
            return number, "quarter" if follows.word == "q" else "half", False, None, at + 2
        return None
    said = ordinal(tokens, at)
    if said is None and token.word == "last" and tokens[at + 1].word in ("quarter", "half"):
        said = (-1, at + 1)
    if said is None:
        return None
    number, after = said
    after = after + 1 if tokens[after].word == "-" else after
    fiscal = is_word(tokens, after, "fiscal", "financial")
    after = after + 1 if fiscal else after
    if not is_word(tokens, after, "quarter", "half"):
        return None
    kind = tokens[after].word
    if number == -1:
        if not is_word(tokens, after + 1, "of"):
            return None
        number = 4 if kind == "quarter" else 2
    if not 1 <= number <= (4 if kind == "quarter" else 2):
        return None
    return number, kind, fiscal, None, after + 1


def _year_then_quarter(tokens: Tokens, at: int) -> Named | None:
    said = year(tokens, at)
    fiscal = None if said else fiscal_year(tokens, at)
    if said is not None:
        of, after = Dated(said[0]), said[1]
    elif fiscal is not None and isinstance(fiscal[0], FiscalYear):
        named = _quarter_name(tokens, past_article(tokens, past_word(tokens, fiscal[1], ",", "-")))
        if named is None:
            return None
        return named[0], named[1], True, fiscal[0], named[4]
    else:
        token = tokens[at]
        glued = token.kind == "number" and len(token.word) == 4 and tokens[at + 1].word in "qh"
        if not glued or tokens[at + 1].spaced or not tokens[at + 1].word:
            return None
        of, after = Dated(int(token.value)), at + 1
    named = _quarter_name(tokens, past_article(tokens, past_word(tokens, after, ",", "-", "'")))
    return (named[0], named[1], named[2], of, named[4]) if named else None


def _year_of(tokens: Tokens, at: int, point: Point) -> tuple[Phrase | None, int]:
    """The year or month that a quarter or half is one of, if the words go on to say so."""
    look = past_word(tokens, at, ",")
    look = past_word(tokens, look, "of", "in")
    look = past_article(tokens, look)
    fiscal = fiscal_year(tokens, look)
    if fiscal is not None:
        return fiscal
    said = year(tokens, look)
    if said is not None:
        return Dated(said[0]), said[1]
    token = tokens[look]
    glued = token.kind == "number" and len(token.word) == 2
    if glued and look == at and (not token.spaced or tokens[at - 2].word in ("q", "h")):
        return Dated(int(token.value)), look + 1
    if (token.kind == "which" and tokens[look + 1].word == "year") or token.word == "year":
        found = point(tokens, look if token.kind == "which" else look - 1)
        if found is not None and look > 0:
            return found
    if look > at and tokens[look - 1].word in ("of", "in", "the"):
        found = point(tokens, look)
        if found is not None and isinstance(found[0], Dated):
            return found
    return None, at


def decade(tokens: Tokens, at: int) -> Step:
    """ "the 1990s", "the '90s", "the nineties", "the 19th century"."""
    token, follows = tokens[at], tokens[at + 1]
    if token.word == "'" and follows.kind == "number" and not follows.spaced:
        token, at, follows = follows, at + 1, tokens[at + 2]
    if token.kind == "number" and len(token.word) in (2, 4) and int(token.value) % 10 == 0:
        end = at + 2 if follows.word == "'" and tokens[at + 2].word == "s" else at + 1
        if tokens[end].word == "s" and not tokens[end].spaced:
            return Decade(int(token.value)), end + 1
        return None
    if token.kind == "decades":
        return Decade(int(token.value)), at + 1
    if token.kind == "cardinal":
        return _decade_in_words(tokens, at)
    said = ordinal(tokens, at)
    if said is None:
        return None
    after = past_word(tokens, said[1], "-")
    if said[0] >= 1 and is_word(tokens, after, "century"):
        return Decade((said[0] - 1) * 100, 100), after + 1
    return None


def _decade_in_words(tokens: Tokens, at: int) -> Step:
    head = int(tokens[at].value)
    look = past_word(tokens, at + 1, "-")
    if head in (18, 19, 20) and tokens[look].kind == "decades":
        return Decade(head * 100 + int(tokens[look].value) % 100), look + 1
    if head == 2 and tokens[look].word == "thousands":
        return Decade(2000), look + 1
    if head == 2 and tokens[look].word == "thousand":
        look = past_word(tokens, look + 1, "and")
        if tokens[look].kind == "decades":
            return Decade(2000 + int(tokens[look].value) % 100), look + 1
    return None


def part(tokens: Tokens, at: int, point: Point) -> Step:
    """ "early 2014", "mid-March", "the end of June 2021", "later this year"."""
    token = tokens[at]
    if token.kind != "part":
        return None
    name, after = _PART_NAMES[str(token.value)], at + 1
    both = _two_parts(tokens, at, point)
    if both is not None:
        return both
    if (
        (name == "mid" and tokens[after].word == "-")
        or tokens[after].word == "-"
        or (name == "early" and is_word(tokens, after, "part", "days", "stages", "months", "weeks"))
        or (name in ("earlier", "later") and is_word(tokens, after, "on"))
    ):
        after += 1
    joined = is_word(tokens, after, "of", "in", "on")
    after = after + 1 if joined else after
    start = after
    after = past_article(tokens, after)
    found = _unit_of_now(tokens, start) or point(tokens, after)
    if found is None or not _divisible(found[0]):
        return None
    if name in ("start", "end") and not joined and isinstance(found[0], Dated) and found[0].day:
        return None
    return PartOf(name, found[0]), found[1]


def _two_parts(tokens: Tokens, at: int, point: Point) -> Step:
    """ "Mid-to-late 2018", "early to mid-June": from one part to the other."""
    joint = at + 2 if tokens[at + 1].word == "-" else at + 1
    other = joint + 2 if tokens[joint + 1].word == "-" else joint + 1
    if not is_word(tokens, joint, "to", "or") or tokens[other].kind != "part":
        return None
    high = part(tokens, other, point)
    if high is None or not isinstance(high[0], PartOf):
        return None
    return Ranged(PartOf(_PART_NAMES[str(tokens[at].value)], high[0].of), high[0]), high[1]


def _unit_of_now(tokens: Tokens, at: int) -> Step:
    """ "the year" or plain "year" after "end of": the one that is now."""
    after = past_word(tokens, at, "the", "my")
    found = unit(tokens, after)
    if found is None or found[0] in ("minute", "hour", "period"):
        return None
    if tokens[after].word.endswith("s"):
        return None
    next_ = tokens[found[1]]
    if next_.kind in ("number", "which") or (next_.word in ("of", "after", "before", "beginning")):
        return None
    return WholeUnit(found[0], "the"), found[1]


def _divisible(phrase: Phrase) -> bool:
    kinds = (
        Dated, Decade, WholeUnit, WhichNamed, InSeason, InQuarter, NthOf, FiscalYear, WeekOf,
        SamePeriod, OnWeekday, DayFromNow,
    )  # fmt: skip
    return isinstance(phrase, kinds)


def nth(tokens: Tokens, at: int, point: Point) -> Step:
    """ "the first Friday of May", "the third week of 2027", "the last three months of 2021"."""
    token = tokens[at]
    last = token.word in ("last", "final", "closing")
    said = (-1, at + 1) if last else ordinal(tokens, at)
    if said is None:
        return None
    number, after = said
    if tokens[after].kind == "weekday":
        of = _of(tokens, after + 1, point)
        day = int(tokens[after].value)
        if of is None:
            return (
                (NthOf(number, None, day, WholeUnit("month", "the")), after + 1)
                if not last
                else None
            )
        return NthOf(number, None, day, of[0]), of[1]
    counted = cardinal(tokens, after)
    if counted is not None and number in (1, -1):
        kind = unit(tokens, past_word(tokens, counted[1], "-"))
        of = _of(tokens, kind[1], point) if kind else None
        quarters = number == 1 and counted[0] in (3, 6, 9)
        of = of or (_of_the_year(tokens, kind) if kind and quarters else None)
        if kind is None or of is None or counted[0] < 1:
            return None
        return EdgeOf(counted[0], kind[0], number == -1, of[0]), of[1]
    kind = unit(tokens, after)
    of = _of(tokens, kind[1], point) if kind else None
    if kind is None or of is None:
        return None
    if tokens[after].word.endswith("s") and number in (1, -1):
        # "The first days of 2022" are days of its first month.
        month = NthOf(number, "month", None, of[0])
        return PartOf("end" if number == -1 else "early", month), of[1]
    return NthOf(number, kind[0], None, of[0]), of[1]


def _of_the_year(tokens: Tokens, kind: tuple[Unit, int]) -> Step:
    """ "The first nine months", with no word of what they are the first of: of the year."""
    alone = kind[0] == "month" and not is_word(tokens, kind[1], "of", "in", "after", "since")
    return (WholeUnit("year", "the"), kind[1]) if alone else None


def _of(tokens: Tokens, at: int, point: Point) -> Step:
    """The period that follows "of" or "in"; "this year" and the like may follow at once."""
    after = past_word(tokens, at, "of", "in", "during")
    if after == at and tokens[at].kind != "which":
        return None
    found = _unit_of_now(tokens, after)
    if found is None:
        found = point(tokens, past_article(tokens, after))
    return found if found is not None and _divisible(found[0]) else None


def week(tokens: Tokens, at: int, point: Point) -> Step:
    """ "the week of 18 May", "the week beginning 4 February", "the month of May", "week 31"."""
    token = tokens[at]
    if token.word == "w" and [t.word for t in tokens[at + 1 : at + 3]] == ["/", "c"]:
        found = point(tokens, at + 3)
        return (WeekOf("week", found[0]), found[1]) if found else None
    kind = unit(tokens, at)
    end = at + 2 if tokens[at + 1].word == "-" else at + 1
    if token.word == "year" and is_word(tokens, end, "end"):
        return PartOf("end", WholeUnit("year", "the")), end + 1
    if kind is None or kind[0] not in ("week", "month", "weekend", "year", "quarter"):
        return None
    after = kind[1]
    if kind[0] == "week" and tokens[after].kind == "number" and len(tokens[after].word) <= 2:
        said = year(tokens, past_word(tokens, after + 1, "of"))
        number = int(tokens[after].value)
        return WeekNumber(number, said[0] if said else None), said[1] if said else after + 1
    if kind[0] == "year" and not is_word(tokens, after, "ending", "ended", "to"):
        return _year_by_name(tokens, after)
    if is_word(tokens, after, "ending", "ended", "to"):
        base = point(tokens, past_article(tokens, past_word(tokens, after + 1, "on", "in")))
        if base is None or not isinstance(base[0], Dated) or not base[0].month:
            return None
        return EndingWith(1, kind[0], base[0]), base[1]
    starts = is_word(tokens, after, "of", "commencing", "starting", "beginning", "ending")
    if not starts or tokens[after].word == "ending":
        return None
    after = past_article(tokens, past_word(tokens, after + 1, "on"))
    found = point(tokens, after) or _bare_day(tokens, after)
    if found is None or not isinstance(found[0], Dated | WhichNamed):
        return None
    return WeekOf(kind[0], found[0]), found[1]


def _bare_day(tokens: Tokens, at: int) -> Step:
    day = day_number(tokens, at)
    return (Dated(day=day[0]), day[1]) if day and tokens[at - 1].word == "the" else None


def _year_by_name(tokens: Tokens, at: int) -> Step:
    """ "the year 2014", "year 247"."""
    token = tokens[at]
    if token.kind == "number" and len(token.word) in (3, 4):
        return Dated(int(token.value)), at + 1
    said = year(tokens, at)
    if said is not None:
        return Dated(said[0]), said[1]
    head = cardinal(tokens, at)
    if head and tokens[head[1]].word == "hundred":
        rest = past_word(tokens, head[1] + 1, "and")
        tail = cardinal(tokens, rest)
        return Dated(head[0] * 100 + (tail[0] if tail else 0)), tail[1] if tail else head[1] + 1
    return None
