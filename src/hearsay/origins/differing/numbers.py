"""The numbers of a telling: how many, how exactly held, and what is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hearsay.origins.differing.told import Telling, once
from hearsay.origins.language.forms import is_function, key
from hearsay.origins.language.lists import among
from hearsay.origins.language.numerals import SCALES, SHORT
from hearsay.vocabulary.readings import Comparator


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a claim, with how exactly it is held and what is counted."""

    low: float
    high: float
    comparator: Comparator
    words: tuple[int, ...]
    """The number with its comparator and the word counted, as far as they stand together."""
    at: tuple[int, int]
    """First word of the bare number and the one after its last."""
    unit: str
    """Key of what is counted; empty where that is not plain."""
    scale: str
    """"%" or a currency."""


@once
def numbers_of(telling: Telling) -> list[Number]:
    """What a claim counts; dates, ordinals and numbers in names count nothing."""
    if not any(word[:1].isdigit() or word in _VAGUE for word in telling.forms):
        return []
    found, i = [], 0
    dated = _dated(telling)
    while i < len(telling):
        number = None if i in dated else _number_at(telling, i, dated)
        if number is None:
            i += 1
        else:
            found.append(number)
            i = number.at[1]
    return [number for number in found if not _is_part(number, found)]


def _is_part(number: Number, every: list[Number]) -> bool:
    """Whether it is part of a measure in two units: "two hours and ten minutes"."""
    if number.unit not in _CLOCK:
        return False
    near = (o for o in every if o is not number and o.unit in _CLOCK and o.unit != number.unit)
    return any(0 <= o.at[0] - number.at[1] <= 2 or 0 <= number.at[0] - o.at[1] <= 2 for o in near)


_CLOCK = frozenset(key(word) for word in ("hour", "minute", "second", "day"))
_LASTS = _CLOCK | frozenset(key(word) for word in ("week", "month", "year"))
MEASURES = _LASTS | frozenset(key(word) for word in ("kilometre", "metre", "mile", "crown")) | {""}
"""What is measured everywhere, so that two figures of one need not be of one thing."""


def _dated(telling: Telling) -> set[int]:
    """Words of dates and of names, whose numbers count nothing."""
    spans = [time.span for time in telling.told.claim.times if time.edtf is not None]
    for mention in telling.mentions:
        if mention.form == "name" and mention.type in (
            "Organization",
            "Weapon",
            "Vehicle",
            "Place",
        ):
            spans += mention.spans
        elif mention.type == "Time":
            spans += [s for s in mention.spans if not _LASTING.search(s.of(telling.text))]
    return {i for span in spans for i in telling.words_at(span)}


_LASTING = re.compile(r"\b(?:days?|weeks?|months?|years?|hours?|minutes?)\b", re.I)
_DIGITS = re.compile(r"(\d+(?:\.\d+)?)(k|m|bn|mn|tn|million|billion)?$")
_SUFFIX = SHORT | SCALES
_VAGUE = {"dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2000.0, "dozen": 12.0}
_MONTHS = among(
    "january february march april june july august september october november december may"
)


def _number_at(telling: Telling, i: int, dated: set[int]) -> Number | None:
    """The number that begins at this word, if one does."""
    word = telling.forms[i]
    if not (word[:1].isdigit() or word in _VAGUE) or _is_no_count(telling, i):
        return None
    vague = word in _VAGUE and telling.folded[i] == word
    value = _VAGUE[word] if vague else _value(word)
    if value is None:
        return None
    end = i + 1
    while (
        end < len(telling) and not vague and telling.forms[end] in SCALES and _close(telling, end)
    ):
        value *= SCALES[telling.forms[end]]
        end += 1
    high = value
    if end + 1 < len(telling) and telling.forms[end] in ("to", "-") and not vague:
        upper = _value(telling.forms[end + 1])
        if upper is not None and upper > value and end + 1 not in dated:
            high, end = upper, end + 2
    if vague and end < len(telling) and telling.forms[end] == "of":
        end += 1
    return _complete(telling, i, end, value, high, vague)


def _is_no_count(telling: Telling, i: int) -> bool:
    """Years, days of a month, "one" that is a pronoun, numbers after "No."."""
    word = telling.forms[i]
    if telling.folded[i] in ("one", "zero", "second") or word == "1":
        return True
    last = telling.forms[i - 1] if i else ""
    following = telling.forms[i + 1] if i + 1 < len(telling) else ""
    if (
        word.isdigit()
        and len(word) == 4
        and "1900" <= word <= "2100"
        and last not in ("$", "£", "€")
    ):
        return not following or "," not in telling.text[telling.starts[i] : telling.ends[i]]
    if word.isdigit() and int(word) <= 31 and (last in _MONTHS or following in _MONTHS):
        return True
    return last in (
        "no",
        "number",
        "article",
        "section",
        "resolution",
        "page",
        "chapter",
        "aged",
        "route",
    )


def _value(word: str) -> float | None:
    found = _DIGITS.fullmatch(word)
    if not found:
        return None
    return float(found[1]) * (_SUFFIX[found[2]] if found[2] else 1)


def _close(telling: Telling, i: int) -> bool:
    return telling.starts[i] - telling.ends[i - 1] <= 1


def _complete(
    telling: Telling, start: int, end: int, low: float, high: float, vague: bool
) -> Number:
    """The number with the comparator before or behind it and the word that is counted."""
    first, comparator = _comparator(telling, start)
    last = end
    if vague and telling.forms[start] != "dozen":
        comparator = "about"
    if last < len(telling) and telling.forms[last] in ("or", "and"):
        behind = " ".join(telling.forms[last : last + 2])
        if behind in _BEHIND:
            comparator, last = _BEHIND[behind], last + 2
    scale = ""
    if start and telling.folded[start - 1] in "$£€¥":
        scale = telling.folded[start - 1]
        first = min(first, start - 1)
    if last < len(telling) and telling.forms[last] in ("%", "dollar", "dollars"):
        scale = "%" if telling.forms[last] == "%" else "$"
        last += 1
    while last < len(telling) and not telling.forms[last]:
        last += 1
    unit_at = _unit(telling, last)
    unit = telling.keys[unit_at] if unit_at is not None else ""
    if unit_at is not None and unit_at == last:
        last += 1
    words = tuple(range(first, last))
    return Number(low, high, comparator, words, (start, end), unit, scale)


_BEFORE: dict[tuple[str, ...], Comparator] = {
    ("at", "least"): "at_least",
    ("at", "most"): "at_most",
    ("up", "to"): "at_most",
    ("as", "many", "as"): "at_most",
    ("more", "than"): "more_than",
    ("over",): "more_than",
    ("above",): "more_than",
    ("exceeding",): "more_than",
    ("fewer", "than"): "fewer_than",
    ("less", "than"): "fewer_than",
    ("under",): "fewer_than",
    ("nearly",): "about",
    ("almost",): "about",
    ("about",): "about",
    ("around",): "about",
    ("some",): "about",
    ("roughly",): "about",
    ("approximately",): "about",
    ("close", "to"): "about",
    ("an", "estimated"): "about",
    ("estimated",): "about",
    ("no", "more", "than"): "at_most",
    ("no", "fewer", "than"): "at_least",
    ("no", "less", "than"): "at_least",
    ("not", "more", "than"): "at_most",
}
_BEHIND: dict[str, Comparator] = {"or more": "at_least", "or so": "about", "or fewer": "at_most"}


def _comparator(telling: Telling, start: int) -> tuple[int, Comparator]:
    """Where the comparator before a number begins, and which one it is."""
    back = start
    while back and telling.forms[back - 1] in ("a", "the", "total", "of", "$", "£", "€", "us"):
        back -= 1
    for length in (3, 2, 1):
        for end in (start, back):
            words = telling.folded[end - length : end] if end >= length else ()
            if tuple(words) in _BEFORE and not _is_topic(telling, end - length, start):
                return end - length, _BEFORE[tuple(words)]
    return start, "exactly"


def _is_topic(telling: Telling, at: int, number: int) -> bool:
    """Whether "about" says what somebody speaks of, or "over" how long, and not how exact a number
    is."""
    if telling.folded[at] not in ("about", "over", "around"):
        return False
    last = telling.keys[at - 1] if at else ""
    unit = _unit(telling, number + 1)
    if telling.folded[at] == "over" and unit is not None and telling.keys[unit] in _LASTS:
        return True
    return "the" in telling.folded[at:number] or last in _SPEAKING


_SPEAKING = frozenset(
    key(word)
    for word in among("hear know talk think ask say write speak tell worry lie joke story")
)


def _unit(telling: Telling, at: int) -> int | None:
    """The word that is counted: the first word of matter behind, or the one after "of the"."""
    for i in range(at, min(len(telling), at + 5)):
        if telling.forms[i] and not is_function(telling.folded[i]):
            return i if _value(telling.forms[i]) is None else None
        if telling.folded[i] in ("and", "or", "but", "in", "on", "by", "at", "to", "were", "was"):
            return None
    return None
