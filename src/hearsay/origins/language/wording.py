"""Words as they are compared between quotations: what is mere house style made the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from hearsay.origins.language.numerals import ORDINALS, SCALES, SHORT, TENS, UNITS
from hearsay.origins.language.spelling import IN_FULL, american
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
    return (american(word),)


_NEGATED = {"can't": "can", "won't": "will", "shan't": "shall"}
_CONTRACTED = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "'d"}
# "'s" may be "is" or a possessive, and "'d" "had" or "would": both stay words of their own.
_SAME = IN_FULL | {
    "cannot": "can not",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "ok": "okay",
    "uh": "",
    "um": "",
    "er": "",
}
_BEGINS_MORE = frozenset({*UNITS, *TENS, *ORDINALS, "per"})
_FIGURE = re.compile(r"(\d+(?:\.\d+)?)(mn|m|bn|k|tn)?")


def _number(words: tuple[str, ...], at: int) -> tuple[str, int]:
    """The number that begins at a word, as a figure, and how many words it takes; 0 for none."""
    if words[at] in ORDINALS:
        return ORDINALS[words[at]], 1
    total, part, used = 0.0, 0.0, 0
    while at + used < len(words):
        word = words[at + used]
        figure = _FIGURE.fullmatch(word) if word[0].isdigit() else None
        before = words[at + used - 1] if used else ""
        if figure and not used:
            part = float(figure[1]) * SHORT.get(figure[2], 1)
        elif word in UNITS and (_begins(before) or (before in TENS and part % 10 == 0)):
            part += UNITS[word]
        elif word in TENS and _begins(before):
            part += TENS[word]
        elif word == "hundred" and used and part:
            part *= 100
        elif word in SCALES and used and part:
            total, part = total + part * SCALES[word], 0.0
        elif word == "and" and before in SCALES and _small(words, at + used + 1):
            pass
        else:
            break
        used += 1
    return (f"{total + part:g}" if total + part < 10**6 else str(round(total + part))), used


def _begins(before: str) -> bool:
    return not before or before in SCALES or before == "and"


def _small(words: tuple[str, ...], at: int) -> bool:
    return at < len(words) and (words[at] in UNITS or words[at] in TENS)
