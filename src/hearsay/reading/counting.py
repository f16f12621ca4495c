"""Reads counts: the number, how it is bounded, what is counted, by whom, and how they know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hearsay.reading.found import FoundNumber
from hearsay.reading.lexicon import listed
from hearsay.reading.surroundings import Around
from hearsay.reading.words import (
    ADVERB,
    AUX,
    COORDINATOR,
    DETERMINER,
    MODAL,
    PAST,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THIRD,
    kinds,
)
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
_OF_THE = re.compile(r"[”’]?\s*of\s+(?:(?:the|its|their|his|her|our|these|those)\s+)?")
_WORD_BEHIND = re.compile(r"(?P<gap>[^A-Za-z]*)(?P<word>[A-Za-z][\w-]*)")
_PLURAL = re.compile(r"(?:[A-Za-z][\w-]+(?<![ius])s|[a-z]*(?:men|women)|children)(?!\w)")
_ENDS = (
    (AUX | MODAL | ADVERB | PREPOSITION | COORDINATOR | RELATIVE | SUBORDINATOR)
    | DETERMINER
    | PRONOUN
)
"""Words of such kinds end the words that may name what is counted."""
_OTHERS = listed("such other single more further additional")
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
    made, unit, before = 0, "thing", 0
    for number in numbers:
        value = value_of(number.span.of(text))
        if value is None:
            continue
        low, high = value
        assertion = around.assertion((number.span,))
        attribution = around.speaker(around.attribution((number.span,)))
        time = around.time(assertion, number.span.start)
        made += 1
        # "Of 23 depots it visited nine": what is counted was named before, in the same paragraph,
        # or in one above where it is counted again ("We counted 29").
        passed = text[before : number.span.start]
        if "\n" in passed and not _COUNTED_AGAIN.search(passed):
            unit = "thing"
        unit, before = unit_of(number.span, text) or unit, number.span.start
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
    """The noun that a number counts, in the singular.

    Where none follows ("rose to 134"), it is the plural that the sentence begins with; `None`
    where there is none either.
    """
    sign = _CURRENCIES.get(text[max(0, span.start - 1) : span.start + 1].strip()[:1])
    if sign is not None:
        return sign
    noun = _counted_behind(span, text)
    return singular(noun) if noun is not None else _counted_before(span, text)


_CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound"}


def _counted_behind(span: Span, text: str) -> str | None:
    """The first plural within four words, "of the" left out; of a few words the last that may be
    a noun where there is none ("one policeman was", "312 million selvar")."""
    led = _OF_THE.match(text, span.end)
    last = None
    for match in _WORD_BEHIND.finditer(text[led.end() if led else span.end :][:60]):
        low = match["word"].lower()
        if match["gap"].strip(" ”’\u00a0"):
            break
        if low in _SINGULAR or (_PLURAL.fullmatch(low) and low not in _NO_UNITS):
            return low
        if low not in _OTHERS and (low in _NO_UNITS or kinds(low) & _ENDS):
            break
        if low not in _OTHERS and not kinds(low) & PAST:
            last = low
    return last


def _counted_before(span: Span, text: str) -> str | None:
    """The first plural of the sentence up to a number: "attacks" of "attacks rose to 134"."""
    sentence = text[: span.start]
    sentence = sentence[max(sentence.rfind("\n"), sentence.rfind(". ")) + 1 :]
    before = ""
    for match in re.finditer(r"\b[A-Za-z][\w-]*", sentence[-_SAME_SENTENCE:]):
        word, led_by, before = match[0].lower(), before, match[0].lower()
        if len(word) < _SHORTEST or not _PLURAL.fullmatch(word):
            continue
        # "Raids fell to 15", "the number of raids"; elsewhere such a word is a verb: "it raids".
        noun = not kinds(word) & THIRD or not led_by or kinds(led_by) & (PREPOSITION | DETERMINER)
        if noun and word not in _NO_UNITS and word not in _SPANS_OF_TIME:
            return singular(word)
    return None


_COUNTED_AGAIN = re.compile(
    r"\b(?:count|record|document|confirm|verif|register|report)\w*(?: only| just)?\s+$", re.I
)
_SHORTEST = 4
"""Letters of the shortest plural that is taken for what is counted."""
_SAME_SENTENCE = 160
"""So many characters before a number may stand what it counts."""
_SPANS_OF_TIME = listed("years months weeks days hours minutes times quarters thousands hundreds")


_NO_UNITS = listed(
    "of from the to for than now which who that were was is are other others more fewer less such "
    "its his her their our this these those hold has had have and or in on at by with as others "
    "yes thus perhaps always across but because while when after before since "
    "strong them ours so then still also only said says did does do if whether including"
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
