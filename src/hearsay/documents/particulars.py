"""Finds a document's title, byline, date and period covered where its own words state them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from hearsay.documents.dates import dates_in
from hearsay.documents.periods import period_in
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Passage

# A byline and a date line stand at the top or at the very end; in between, dates are others'.
_TOP, _END = 8, 3
_BYLINE = re.compile(
    r"(?:(?i:written |posted |reported |story )?[Bb][Yy]|BY)[:\s]\s*"
    r"(?P<name>[A-Z][\w.'’-]*(?:(?:,| [-–—|])? (?:and |& |de |van |von |al-|"
    r"bin |el-|der )?[A-Z][\w.'’-]*){1,14})"
)
_DATE_LABEL = re.compile(
    r"(?:(?:originally |first )?published|posted|updated|last (?:updated|"
    r"modified)|date|issued|released|"
    r"created)?(?: on| at)?\s*[:;]?\s*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)"
    r"(?:day)?,?\s*)?(?:\d{1,2}:\d\d ?(?:[ap]\.?m\.?)?,?\s*(?:[A-Z]{2,4},?\s*)?(?:on\s+)?)?",
    re.IGNORECASE,
)
_SUBMITTED = re.compile(
    r"(?:submitted|issued|released|published|presented|transmitted)(?: to "
    r"[^.]{3,90})?(?: on|,)?\s*",
    re.IGNORECASE,
)
# "Velan, February 16, 2022", as letters and statements begin.
_PLACE = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}, ")
_RANGE = re.compile(r"\s*(?:[–—‑-]|to|through|until)\s*")
_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s*$", re.IGNORECASE
)
_TIME_TAIL = re.compile(
    r"[\s,|·•–-]*(?:at\s+)?(?:\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?)?\s*(?:[A-Z]{2,5})?[\s|.]*",
    re.IGNORECASE,
)


def particulars_in(
    text: str, passages: Sequence[Passage]
) -> tuple[Particulars, tuple[tuple[str, str], ...]]:
    """What the passages state of the document itself, and for each particular how."""
    how: dict[str, str] = {}
    published = byline = None
    for passage in _edges(passages):
        words = " ".join(passage.span.of(text).split())
        if byline is None and (byline := byline_in(words)):
            how["byline"] = "byline"
        if published is None and (published := date_line(words)):
            how["published"] = "date line"
    period = period_in(text, passages)
    if period:
        how["period"] = "words"
    return Particulars(published=published, byline=byline, period=period), tuple(how.items())


def byline_in(line: str) -> str | None:
    """The name in a line that is all byline ("By Jane Doe"); `None` for any other line."""
    dates = dates_in(line)
    if dates and _TIME_TAIL.fullmatch(line[dates[-1].end :]):
        line = _WEEKDAY.sub("", line[: dates[0].start])
    match = _BYLINE.fullmatch(" ".join(line.split()).strip(" ,|-–—"))
    return match["name"].strip(" ,-–—") if match and len(line) < 120 else None


def date_line(line: str) -> str | None:
    """The date of a line that says nothing else ("Published: 15 February 2022, 10:04")."""
    if len(line) > 160:
        return None
    dates = dates_in(line)
    if not dates:
        return None
    if any(_RANGE.fullmatch(line[a.end : b.start]) for a, b in pairwise(dates)):
        return None  # "October 1, 2021–December 31, 2021" is the period covered
    before = line[: dates[0].start]
    labels = (_DATE_LABEL, _SUBMITTED, _PLACE)
    if not any(label.fullmatch(before) for label in labels) and not byline_in(
        _WEEKDAY.sub("", before)
    ):
        return None
    if _TIME_TAIL.fullmatch(line[dates[-1].end :]) is None:
        return None
    return dates[0].day.isoformat()


def _edges(passages: Sequence[Passage]) -> list[Passage]:
    """The passages at the top and the very end, where a document speaks of itself."""
    if len(passages) <= _TOP + _END:
        return list(passages)
    return [*passages[:_TOP], *passages[-_END:]]
