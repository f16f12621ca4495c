"""Scores of the time normaliser: specification cases, cases of our own, and phrases of real news.

    python -m evaluation.times [--misses]

**time-specs** (DateParser and DatePeriodParser, English). Each case gives a sentence, a reference
date and what one phrase in it stands for. A case counts as right where our reading, or one of its
alternatives, runs over exactly the days that the case allows *by our conventions*:

- periods there end with the day after; the last day is taken instead;
- in a range both ends are included: an end that the words name ("from 4 to 22 May", "2014-2018")
  is taken whole, day, week, month or year;
- of a pair (past, future) the past one is taken, the future one where the sentence says "will";
- so many weeks, months or years before or after a day are that week, month or year;
- "the past n units" and "earlier this month" run up to the reference day itself;
- early, middle and late parts of months and years are thirds, and the end of a year is December;
- a season with its year is the season's code; a date that no calendar has is no date.

Left out, each with its reason printed: cases without a result, "few" taken for three, seasons of
no year, whole decades counted back or on where ours run from publication, and "more than" or "less
than" so long, for which we have no convention.

**Own cases** (evaluation/gold/times.tsv, which are looked at, and times_unseen.tsv, which were
written before the rules they ask for and are only scored): right only where the reading itself
runs over the gold days, or is null where gold is; where gold lists alternatives, ours must cover
them too.

**News** (MEANTIME): see `evaluation.news_times`.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from evaluation.news_times import news_score
from evaluation.scores import Measured, Score
from evaluation.time_scores import TimeScore
from hearsay.reading.times import TimeReading, normalise, when
from hearsay.vocabulary.edtf import Days, Point, days_of

HERE = Path(__file__).resolve().parent
SPECS = HERE.parent.parent / "shared" / "data" / "time-specs"
NEWS = SPECS.parent / "meantime"
GOLD = HERE / "gold" / "times.tsv"
UNSEEN = HERE / "gold" / "times_unseen.tsv"
ONE_DAY = timedelta(days=1)


def specification_score(folder: Path = SPECS) -> TimeScore:
    """The score on the two files of specification cases that are about dates."""
    right, counted, misses = 0, 0, []
    left_out: Counter[str] = Counter()
    for name in ("DateParser", "DatePeriodParser"):
        cases = json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig"))
        for case in cases:
            wanted = _wanted(case)
            if isinstance(wanted, str):
                left_out[wanted] += 1
                continue
            got = _read(case)
            counted += 1
            if _matches(got, wanted):
                right += 1
            else:
                misses.append(
                    f"{name}: {case['Input']!r}: {got.edtf} {list(got.alternatives)}, "
                    f"wanted {_shown(wanted)}"
                )
    return TimeScore(right, counted, tuple(misses), tuple(left_out.most_common()))


def _read(case: dict[str, Any]) -> TimeReading:
    result = case["Results"][0]
    reference = case.get("Context", {}).get("ReferenceDateTime")
    return normalise(
        result["Text"],
        published=reference[:10] if reference else None,
        country="US",
        sentence=case["Input"],
        start=result["Start"],
    )


Wanted = list[Days] | None | str
"""Days that are right; none where the phrase is no date; or the reason for leaving it out."""


def _wanted(case: dict[str, Any]) -> Wanted:
    if not case["Results"]:
        return "no result given"
    result = case["Results"][0]
    text, value = result["Text"].lower(), result["Value"]
    if re.search(r"\bfew\b", text):
        return '"few" taken for three'
    if re.search(r"\b(?:past|last|next) .*decades?\b", text):
        return "whole decades counted back or on"
    future = re.search(r"\bwill\b|'ll\b", case["Input"])
    resolution = value["FutureResolution" if future else "PastResolution"]
    season = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value["Timex"])
    if season:
        code = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}[season[2]]
        point = Point(int(season[1]), code)
        return [Days(point.first, point.last)]
    if not resolution:
        return "a season of no year"
    if "0001-01-01" in resolution.values():
        return None
    if re.match(r"(?:more|less) than", text):
        return '"more than" and "less than" so long'
    reference = case.get("Context", {}).get("ReferenceDateTime", "")[:10]
    return _days_allowed(text, value["Timex"], resolution, reference)


def _days_allowed(text: str, timex: str, resolution: dict[str, str], reference: str) -> list[Days]:
    if "date" in resolution:
        return [_widened(text, date.fromisoformat(resolution["date"]))]
    first = date.fromisoformat(resolution["startDate"])
    end = date.fromisoformat(resolution["endDate"])
    part = _part_by_our_rule(text, timex, first.year)
    if part is not None:
        return [part]
    if re.search(r"\b(?:past|last|previous) \d|\bearlier\b", text):
        return [Days(first, date.fromisoformat(reference))]
    allowed = [Days(first, end - ONE_DAY)]
    if re.search(r"\b(?:to|until|till|through|and|within|rest|between)\b|\d ?-", text):
        allowed.append(Days(first, end))
        named = str(end.year) in text or re.search(r"P\d+Y", timex) is not None
        allowed += [Days(first, point.last) for point in _named_ends(end) if named]
        if re.search(r"to week|and week", text):
            allowed.append(Days(first, end + timedelta(days=6)))
    return allowed


def _named_ends(end: date) -> list[Point]:
    """The month or year that a period ends with, where it is given by its first day."""
    found = [Point(end.year, end.month)] if end.day == 1 else []
    return found + ([Point(end.year)] if (end.month, end.day) == (1, 1) else [])


def _widened(text: str, day: date) -> Days:
    counted = re.findall(
        r"\b(day|week|month|year)s?\b(?=.*\b(?:ago|later|from|after|before)\b)", text
    )
    counted += re.findall(r"\bin (?!this|next)\w+ (day|week|month|year)s?\b", text)
    if not counted or "day" in counted or re.search(r"today|tomorrow|yesterday", text):
        return Days(day, day)
    if "week" in counted:
        monday = day - timedelta(days=day.weekday())
        return Days(monday, monday + timedelta(days=6))
    point = Point(day.year, day.month) if "month" in counted else Point(day.year)
    return Days(point.first, point.last)


def _part_by_our_rule(text: str, timex: str, resolved: int) -> Days | None:
    """A third of a month or year as we cut it; `resolved` is the year that is taken for XXXX."""
    said = re.match(r"(early|beginning|start|mid|middle|late|end)\b", text.removeprefix("the "))
    whole = re.fullmatch(r"(\d{4})(?:-(\d\d))?", timex.replace("XXXX", f"{resolved:04}"))
    if said is None or whole is None:
        return None
    third = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1}.get(said[1], 2)
    year = int(whole[1])
    if whole[2] is not None:
        low = (f"{whole[0]}-01", f"{whole[0]}-11", f"{whole[0]}-21")[third]
        high = (f"{whole[0]}-10", f"{whole[0]}-20", str(Point(year, int(whole[2])).last))[third]
        return days_of(f"{low}/{high}")
    if said[1] == "end":
        return days_of(f"{year}-12")
    return days_of(f"{year}-{4 * third + 1:02d}/{year}-{4 * third + 4:02d}")


def _matches(got: TimeReading, wanted: list[Days] | None) -> bool:
    if wanted is None:
        return got.edtf is None
    if got.edtf is None:
        return False
    return any(days_of(text) in wanted for text in (got.edtf, *got.alternatives))


def _shown(wanted: list[Days] | None) -> str:
    return "null" if wanted is None else " or ".join(f"{d.first}/{d.last}" for d in wanted)


def own_score(path: Path = GOLD) -> TimeScore:
    """The score on our own cases."""
    right, counted, misses = 0, 0, []
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            start = row["text"].index(row["phrase"])
            got = when(
                row["text"],
                start,
                start + len(row["phrase"]),
                published=row["published"],
                period_covered=row["period"],
                outlet=row["country"],
            )
            counted += 1
            if _as_gold(got, row["edtf"], row["alternatives"].split()):
                right += 1
            else:
                misses.append(
                    f"{row['phrase']!r} in {row['text']!r}: {got.edtf} "
                    f"{list(got.alternatives)}, wanted {row['edtf']} {row['alternatives']}"
                )
    return TimeScore(right, counted, tuple(misses))


def _as_gold(got: TimeReading, edtf: str, alternatives: list[str]) -> bool:
    if edtf == "null":
        return got.edtf is None
    if got.edtf is None or days_of(got.edtf) != days_of(edtf):
        return False
    if _marks(got.edtf) != _marks(edtf):
        return False
    also = [days_of(text) for text in got.alternatives]
    return all(days_of(text) in also for text in alternatives)


def _marks(edtf: str) -> frozenset[str]:
    return frozenset(edtf) & frozenset("?~%")


def measure(shared: Path) -> Iterator[Measured]:
    """Every score for the table of all scores; right over counted stands as F1."""
    scores = [("times.own", own_score()), ("times.unseen", own_score(UNSEEN))]
    if (shared / "time-specs").is_dir():
        scores.append(("times.specs", specification_score(shared / "time-specs")))
    if (shared / "meantime").is_dir():
        scores.append(("times.news", news_score(shared / "meantime")))
    for name, score in scores:
        yield Measured(name, Score(score.right, score.counted, score.counted))


def main(arguments: list[str]) -> int:
    """Print every score, and with `--misses` each case that is wrong and may be looked at."""
    for name, score, shown in _scores():
        print(f"{name}: {100 * score.share:.1f} % ({score.right} of {score.counted} counted)")
        for reason, number in score.left_out:
            print(f"  left out: {number:3d} {reason}")
        for miss in score.misses if shown and "--misses" in arguments else ():
            print(f"  wrong: {miss}")
    return 0


def _scores() -> Iterator[tuple[str, TimeScore, bool]]:
    """Each score with its name, and whether its misses may be looked at."""
    if SPECS.is_dir():
        yield "time-specs, dates and periods", specification_score(), True
    else:
        print(f"SKIPPED time-specs: {SPECS} is not here.", file=sys.stderr)
    yield "own cases, news and inspectors' reports", own_score(), True
    yield "own cases, only scored", own_score(UNSEEN), False
    if NEWS.is_dir():
        yield "news (MEANTIME), looked at", news_score(NEWS, looked_at=True), True
        yield "news (MEANTIME), only scored", news_score(NEWS), False
    else:
        print(f"SKIPPED news: {NEWS} is not here.", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
