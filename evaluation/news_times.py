"""Scores of the time normaliser on phrases that others marked in real news: MEANTIME.

A phrase is given with its article and the date of publication, as `hearsay when --tsv` gets them.
Only every second article is scored; the others are for looking at. Values that MEANTIME gives by
its own rules are taken by ours:

- durations, sets, "now" and "recently" are no date; a time of day is its day;
- a weekday that is the one of publication is the week before;
- so many weeks, months or years ago are that week, month or year;
- a week is counted as the calendar counts it, from Monday.

Left out, as MEANTIME has no value for them by our rules: early, middle and late parts, and the
past or next so many units, which are durations there and run up to publication here.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

from evaluation.time_scores import TimeScore
from hearsay.reading.times import when
from hearsay.vocabulary.edtf import Days, days_of


@dataclass(frozen=True, slots=True)
class _Marked:
    """A phrase with its value as the corpus gives it."""

    start: int
    end: int
    type: str
    value: str


def news_score(folder: Path, *, looked_at: bool = False) -> TimeScore:
    """The score on the phrases of every second article; of the others if those are `looked_at`."""
    right, counted, misses = 0, 0, []
    left_out: Counter[str] = Counter()
    for number, path in enumerate(sorted(folder.glob("*/*/*.xml"))):
        if (number % 2 == 0) != looked_at:
            continue
        text, published, phrases = _article(path)
        for marked in phrases:
            phrase = text[marked.start : marked.end]
            wanted = _wanted(marked, phrase, published)
            if isinstance(wanted, str):
                left_out[wanted] += 1
                continue
            got = when(text, marked.start, marked.end, published=published, outlet="US")
            counted += 1
            if (days_of(got.edtf) if got.edtf else None) == wanted:
                right += 1
            else:
                misses.append(f"{path.stem}: {phrase!r}: {got.edtf}, wanted {marked.value}")
    return TimeScore(right, counted, tuple(misses), tuple(left_out.most_common()))


def _article(path: Path) -> tuple[str, str, list[_Marked]]:
    """The text, the date of publication, and the phrases other than that date itself."""
    root = ElementTree.parse(path).getroot()
    text, at = _joined(root)
    published, found = "", []
    for mark in root.iter("TIMEX3"):
        value, type = mark.get("value", ""), mark.get("type", "")
        places = [at[anchor.get("t_id", "")] for anchor in mark.iter("token_anchor")]
        if mark.get("functionInDocument") == "CREATION_TIME":
            published = value
        elif places:
            start, end = min(place[0] for place in places), max(place[1] for place in places)
            found.append(_Marked(start, end, type, value))
    return text, published, found


def _joined(root: ElementTree.Element) -> tuple[str, dict[str, tuple[int, int]]]:
    """The text of an article, which is given word by word, and where each word stands in it."""
    text, sentence, at = "", "", {}
    for token in root.iter("token"):
        word = token.text or ""
        if text and token.get("sentence") != sentence and int(sentence) < 2:
            text += "\n\n"  # headline and date stand alone
        elif text and word not in _CLOSING and text[-1] not in "($“":
            text += " "
        sentence = token.get("sentence", "0")
        at[token.get("t_id", "")] = (len(text), len(text) + len(word))
        text += word
    return text, at


_CLOSING = frozenset({".", ",", ";", ":", "!", "?", ")", "'s", "'", "%", "n't", "’s", "”"})


def _wanted(marked: _Marked, phrase: str, published: str) -> Days | str | None:
    """The days that are right by our rules, none where it is no date, or why it is left out."""
    said = phrase.lower()
    if re.search(r"\b(?:early|earlier|mid|late|later|start|beginning|end)\b", said):
        return "parts of a period"
    if re.match(r"(?:the )?(?:past|last|next) (?!year|month|week|quarter)", said):
        return "so many units back or on"
    days = _days(marked.value) if marked.type in ("DATE", "TIME") else None
    today = date.fromisoformat(published)
    if days is not None and days == Days(today, today) and _WEEKDAY.search(said):
        return Days(today - timedelta(7), today - timedelta(7))
    ago = re.search(r"\b(week|month|year)s? ago\b", said)
    if days is not None and days.first == days.last and days.first is not None and ago:
        return _unit_around(days.first, ago[1])
    return days


_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")


def _days(value: str) -> Days | None:
    week = re.fullmatch(r"(\d{4})-W(\d\d)", value)
    if week:
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return Days(monday, monday + timedelta(6))
    quarter = re.fullmatch(r"(\d{4})-Q([1-4])", value)
    if quarter:
        return days_of(f"{quarter[1]}-{32 + int(quarter[2])}")
    if re.fullmatch(r"\d{3}", value):
        return days_of(f"{value}0/{value}9")
    return days_of(value.split("T")[0].removesuffix("-XX"))


def _unit_around(day: date, unit: str) -> Days | None:
    if unit == "week":
        monday = day - timedelta(day.weekday())
        return Days(monday, monday + timedelta(6))
    return days_of(str(day)[:7] if unit == "month" else str(day)[:4])
