"""Reads counts: the number, how it is bounded, what is counted, by whom, and how they know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hearsay.reading.found import FoundNumber
from hearsay.reading.lexicon import listed
from hearsay.reading.surroundings import Around
from hearsay.vocabulary.readings import (
    Assertion,
    Attribution,
    Basis,
    Comparator,
    Count,
    Reading,
)
from hearsay.vocabulary.spans import Span, words_of

_ONES = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),  # noqa: SIM905
        2,
    )
}
_BIG = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_LOOSE = {"a": 1, "an": 1, "no": 0, "dozen": 12, "couple": 2, "dozens": 24, "scores": 40}
_TWICE = {"once": 1, "twice": 2, "single": 1}
_WORD = re.compile(r"\d[\d,]*(?:\.\d+)?|[A-Za-z]+")
_BOUNDS: dict[Comparator, str] = {
    "at_most": "up to|at most|no more than|not more than|as many as|a maximum of",
    "at_least": "at least|no fewer than|no less than|not less than|a minimum of|(?:at )?least a",
    "more_than": "more than|over|above|in excess of|upwards of|exceed(?:ed|s|ing)?",
    "fewer_than": "fewer than|less than|under|below|barely",
    "about": (
        "about|around|some|roughly|approximately|nearly|almost|(?:an )?estimated|close to|perhaps"
        "|maybe|closer to|nearer(?: to)?|on average|usually|(?:may|might) (?:have been|reach|be)"
    ),
}
"""In the order tried: "no more than" before "more than"."""
_BOUND_BEFORE = {
    comparator: re.compile(rf"\b(?:{words})\s*$", re.I) for comparator, words in _BOUNDS.items()
}
_BOUND_WITHIN = {
    comparator: re.compile(rf"(?:{words})\b", re.I) for comparator, words in _BOUNDS.items()
}
_OR_MORE = re.compile(r"\s*(?:or more|or so|-odd|\+)", re.I)
_RANGE = re.compile(r"^(?:between\s+)?(\S+)\s*(?:to|and|–|-|or)\s*(\S+)$", re.I)
_UNIT = re.compile(
    r"[”’]?\s*(?:of\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+|our\s+)?)?(?:[a-z][\w’'-]*\s+){0,2}?"
    r"([A-Za-z][\w-]*(?<![us])s|[a-z]*(?:men|women)|people|police|personnel|staff|troops|dead"
    r"|wounded|killed|injured|per cent|percent)\b"
)
_NEXT = re.compile(r"\s*([A-Za-z][\w-]*)")
_SINGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "police": "officer",
    "personnel": "person",
    "troops": "soldier",
    "staff": "person",
    "dead": "person",
    "wounded": "person",
    "killed": "person",
    "injured": "person",
    "per": "percent",
    "percent": "percent",
    "barracks": "barracks",
    "series": "series",
    "lives": "life",
}
_ASSESSED = listed(
    "assess assessed assesses assessing estimate estimated estimates estimating conclude concluded "
    "concludes believe believed believes judge judged"
)
_OBSERVED = listed(
    "counted count counts recorded records record documented documents document verified confirmed "
    "registered saw found observed monitored"
)


def counts_of(
    numbers: Sequence[FoundNumber], reading: Reading, around: Around, text: str
) -> Iterator[Count]:
    """The counts among the numbers found; a number whose value cannot be read is left out."""
    made, unit = 0, "thing"
    for number in numbers:
        value = value_of(number.span.of(text))
        if value is None:
            continue
        low, high = value
        assertion = around.assertion((number.span,))
        attribution = around.speaker(around.attribution((number.span,)))
        time = around.time(assertion, number.span.start)
        made += 1
        # "Of 23 depots it visited nine": what is counted was named before.
        unit = unit_of(number.span, text) or unit
        yield Count(
            f"n{made}",
            number.span,
            low,
            high,
            comparator_of(number.span, text),
            unit,
            None,
            attribution.speaker if attribution else None,
            _basis(attribution, assertion, text),
            time.id if time else None,
            assertion.id if assertion else None,
            number.score,
        )


def value_of(words: str) -> tuple[float, float | None] | None:
    """The number that words give, or the two ends of a range; `None` where it cannot be read."""
    ends = _RANGE.match(words.strip())
    if ends is not None:
        low, high = _number(ends[1]), _number(ends[2])
        if low is not None and high is not None and high > low:
            return low, high
    value = _number(words)
    return None if value is None else (value, None)


def _number(words: str) -> float | None:
    total, part, seen = 0.0, 0.0, False
    for word in _WORD.findall(words.lower()):
        if word[0].isdigit():
            if part:
                return None  # "1.2.3" and "24/7" are no numbers of things
            part = float(word.replace(",", ""))
        elif word in _ONES or word in _TENS:
            part += _ONES.get(word, 0) + _TENS.get(word, 0)
        elif word in _BIG:
            part = (part or 1) * _BIG[word]
            if _BIG[word] > 100:
                total, part = total + part, 0.0
        elif word in _TWICE:
            part += _TWICE[word]
        elif word in _LOOSE:
            part = part * _LOOSE[word] if word == "dozen" and part else part + _LOOSE[word]
        elif word not in ("and", "of", "least", "at", "some", "half"):
            continue
        else:
            continue
        seen = True
    return total + part if seen else None


def comparator_of(span: Span, text: str) -> Comparator:
    """How the words around a number bound it."""
    before = text[max(0, span.start - 24) : span.start]
    within = span.of(text)
    for comparator in _BOUNDS:
        if _BOUND_BEFORE[comparator].search(before) or _BOUND_WITHIN[comparator].match(within):
            return comparator
    if _OR_MORE.match(text, span.end):
        return "at_least" if "more" in text[span.end : span.end + 9] else "about"
    return "about" if re.search(r"\b(?:dozens|scores|hundreds|thousands)\b", within) else "exactly"


def unit_of(span: Span, text: str) -> str | None:
    """The noun that a number counts, in the singular; `None` where none follows."""
    found = _UNIT.match(text, span.end)
    near = _NEXT.match(text, span.end)
    word = found[1] if found is not None else near[1] if near is not None else ""
    return None if not word or word.lower() in _NO_UNITS else singular(word.lower())


_NO_UNITS = listed(
    "of from the to for than now which who that were was is are other others more fewer less such "
    "its his her their our this these those hold has had have and or in on at by with as others "
    "yes thus perhaps always across but because while when after before since "
    "so then still also only said says did does do if whether including"
)


def singular(word: str) -> str:
    """One of what a plural noun names."""
    if word in _SINGULAR:
        return _SINGULAR[word]
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _basis(attribution: Attribution | None, assertion: Assertion | None, text: str) -> Basis | None:
    """How whoever counted knows it, as far as the words say."""
    cue = words_of(attribution.cue, text).lower() if attribution else ""
    said = words_of(assertion.spans, text).lower() if assertion else ""
    for words in (cue, said):
        if any(word in _ASSESSED for word in words.split()):
            return "assessed"
        if any(word in _OBSERVED for word in words.split()):
            return "observed"
    return "claimed" if attribution is not None else None
