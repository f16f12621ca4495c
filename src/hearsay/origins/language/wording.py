"""Words as they are compared between quotations: what is mere house style made the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from hearsay.origins.language.words import Ints, Words, words_in
from hearsay.vocabulary.spans import Span, Spans


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """Words without house style: figures, American spelling, contractions written out."""

    tokens: tuple[str, ...]
    starts: Ints
    """Where each token stands, code points into the text; two may stand in one word."""
    ends: Ints
    breaks: frozenset[int]
    """Before which tokens the writer says that something was left out or put in; the number of
    tokens for the end."""

    def __len__(self) -> int:
        return len(self.tokens)

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from one token up to, not including, another."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))

    def part(self, first: int, last: int) -> Wording:
        """The tokens from one up to, not including, another, as a wording without breaks."""
        places = self.starts[first:last], self.ends[first:last]
        return Wording(self.tokens[first:last], *places, frozenset())


def wording_of(text: str, spans: Spans, omitted: Iterable[Span] = ()) -> Wording:
    """The wording of stretches of text, without what is `omitted` in them."""
    left_out = sorted(omitted)
    kept: list[Span] = []
    for span in spans:
        start = span.start
        for gap in left_out:
            if start <= gap.start and gap.end <= span.end:
                kept.append(Span(start, gap.start))
                start = gap.end
        kept.append(Span(start, span.end))
    plain = plain_of(words_in(text, kept))
    breaks = {int(np.count_nonzero(plain.starts < gap.start)) for gap in left_out}
    return Wording(plain.tokens, plain.starts, plain.ends, frozenset(breaks))


def plain_of(words: Words) -> Wording:
    """The wording of words that are folded already."""
    every = words.folded
    alone = list(map(_alone, every))
    if None not in alone:
        return Wording(tuple(map(str, alone)), words.starts, words.ends, frozenset())
    tokens: list[str] = []
    firsts: list[int] = []
    lasts: list[int] = []
    at = 0
    for place in [at for at, one in enumerate(alone) if one is None]:
        if place < at:
            continue
        plain, used = _together(every, place)
        tokens += [*map(str, alone[at:place]), *plain]
        firsts += [*range(at, place), *[place] * len(plain)]
        lasts += [*range(at, place), *[place + used - 1] * len(plain)]
        at = place + used
    tokens += map(str, alone[at:])
    firsts += range(at, len(every))
    lasts += range(at, len(every))
    return Wording(tuple(tokens), words.starts[firsts], words.ends[lasts], frozenset())


@lru_cache(maxsize=1 << 17)
def _alone(word: str) -> str | None:
    """The one token of a word that can be told without the words after it."""
    if word[0].isdigit() or word in _BEGINS_MORE:
        return None
    forms = plain_forms(word)
    return forms[0] if len(forms) == 1 else None


def _together(words: tuple[str, ...], at: int) -> tuple[tuple[str, ...], int]:
    """The tokens that begin at a word, and how many words they take."""
    number, used = _number(words, at)
    if used:
        return (number,), used
    if words[at] == "per" and words[at + 1 : at + 2] == ("cent",):
        return ("%",), 2
    return plain_forms(words[at]), 1


@lru_cache(maxsize=1 << 16)
def plain_forms(word: str) -> tuple[str, ...]:
    """One word without house style: mostly one token, two for a contraction."""
    if word in _SAME:
        return tuple(_SAME[word].split())
    if "'" in word and word != "'s":
        if word.endswith("n't"):
            return (_NEGATED.get(word, word[:-3]), "not")
        for ending, full in _CONTRACTED.items():
            if word.endswith(ending) and len(word) > len(ending):
                return (word[: -len(ending)], full)
        word = word.replace("'", "")
    for british, american in _SPELLING:
        word = british.sub(american, word)
    return (word,)


_NEGATED = {"can't": "can", "won't": "will", "shan't": "shall"}
_CONTRACTED = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "'d"}
# "'s" may be "is" or a possessive, and "'d" "had" or "would": both stay words of their own.
_SAME = {
    "cannot": "can not",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "usa": "us",
    "percent": "%",
    "mister": "mr",
    "senator": "sen",
    "representative": "rep",
    "congressman": "rep",
    "doctor": "dr",
    "general": "gen",
    "governor": "gov",
    "ok": "okay",
    "uh": "",
    "um": "",
    "er": "",
    "programme": "program",
    "programmes": "programs",
    "grey": "gray",
    "tyre": "tire",
    "tyres": "tires",
    "cheque": "check",
    "cheques": "checks",
    "plough": "plow",
    "towards": "toward",
    "afterwards": "afterward",
    "backwards": "backward",
    "forwards": "forward",
    "upwards": "upward",
    "whilst": "while",
    "amongst": "among",
    "learnt": "learned",
    "spelt": "spelled",
    "burnt": "burned",
    "judgement": "judgment",
    "ageing": "aging",
    "licence": "license",
    "practise": "practice",
    "pretence": "pretense",
    "aluminium": "aluminum",
    "sceptical": "skeptical",
    "sceptic": "skeptic",
    "sceptics": "skeptics",
    "scepticism": "skepticism",
    "manoeuvre": "maneuver",
    "manoeuvres": "maneuvers",
    "jewellery": "jewelry",
    "enrol": "enroll",
    "fulfil": "fulfill",
    "skilful": "skillful",
    "adviser": "advisor",
    "advisers": "advisors",
}
_SPELLING = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"(?<=[^f]{2})our(?=s|ed|ing|able|ably|ful|ite|ites|less|hood|hoods|ly|er|ers|$)", "or"),
        (r"(?<=\w{2})(i|y)s(e|ed|es|er|ers|ing|ation|ations|ational)$", r"\1z\2"),
        (r"(?<=\w{2}[tbg])re(s?)$", r"er\1"),
        (r"(?<=[aeiou][^aeiou][aeiou])ll(?=(?:ed|ing|er|ers|or|ors)$)", "l"),
        (r"(?<=[aeiou][^aeiou][^aeiou][aeiou])ll(?=(?:ed|ing|er|ers|or|ors)$)", "l"),
        (r"(?<=f)ence(s?|less)$", r"ense\1"),
        (r"(?<=[tl])ogue(s?)$", r"og\1"),
    )
)

_UNITS = {
    word: number
    for number, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
            *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
            *("seventeen", "eighteen", "nineteen"),
        )
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2
    )
}
_ORDINALS = {
    **{"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th"},
    **{"sixth": "6th", "seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th"},
}
_GREAT = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_BEGINS_MORE = frozenset({*_UNITS, *_TENS, *_ORDINALS, "per"})
_FIGURE = re.compile(r"(\d+(?:\.\d+)?)(m|bn|k|tn)?")
_SHORT = {"k": 1000, "m": 10**6, "bn": 10**9, "tn": 10**12}


def _number(words: tuple[str, ...], at: int) -> tuple[str, int]:
    """The number that begins at a word, as a figure, and how many words it takes; 0 for none."""
    if words[at] in _ORDINALS:
        return _ORDINALS[words[at]], 1
    total, part, used = 0.0, 0.0, 0
    while at + used < len(words):
        word = words[at + used]
        figure = _FIGURE.fullmatch(word) if word[0].isdigit() else None
        before = words[at + used - 1] if used else ""
        if figure and not used:
            part = float(figure[1]) * _SHORT.get(figure[2], 1)
        elif word in _UNITS and (_begins(before) or (before in _TENS and part % 10 == 0)):
            part += _UNITS[word]
        elif word in _TENS and _begins(before):
            part += _TENS[word]
        elif word == "hundred" and used and part:
            part *= 100
        elif word in _GREAT and used and part:
            total, part = total + part * _GREAT[word], 0.0
        elif word == "and" and before in _GREAT and _small(words, at + used + 1):
            pass
        else:
            break
        used += 1
    return (f"{total + part:g}" if total + part < 10**6 else str(round(total + part))), used


def _begins(before: str) -> bool:
    return not before or before in _GREAT or before == "and"


def _small(words: tuple[str, ...], at: int) -> bool:
    return at < len(words) and (words[at] in _UNITS or words[at] in _TENS)
