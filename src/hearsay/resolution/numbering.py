"""Reads the numbers of units: figures, ordinals in words, Roman and Arabic numerals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from hearsay.resolution.tokens import Token


def number_at(words: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The number that begins at this word and how many words it takes; none where there is none.

    Roman numerals count only in capitals.
    """
    word = words[at].word
    single = _single(word)
    if single is None:
        roman = _roman(words[at].written)
        return None if roman is None else (roman, 1)
    if at + 1 < len(words):
        following = words[at + 1]
        both = _together(word, single, following.word)
        if both is not None and "," not in following.before and "/" not in following.before:
            return both, 2
    return single, 1


@lru_cache(maxsize=4096)
def _single(word: str) -> int | None:
    if word[0].isdigit():
        figures = _FIGURES.fullmatch(word)
        return int(figures[1]) if figures and len(figures[1]) < 7 else None
    return _WORDS.get(word)


def _together(word: str, first: int, second: str) -> int | None:
    """Two words that are one number: twenty first, خامسة عشرة, حادية وعشرون."""
    if word[0].isdigit() or second[0].isdigit():
        return None
    if second in _TEN_MORE and first < 11:
        return first + 10
    value = _WORDS.get(second) or _WORDS.get(second.removeprefix("و").removeprefix("ال"))
    if value is None:
        return None
    if first in _TENS and word in _TENS_WORDS and 0 < value < 10:
        return first + value
    if second.startswith("و") and first < 10 and value in _TENS:
        return first + value
    return None


@lru_cache(maxsize=4096)
def _roman(written: str) -> int | None:
    if not _ROMAN.fullmatch(written) or not written:
        return None
    values = [_NUMERALS[c] for c in written]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


_FIGURES = re.compile(
    r"0*(\d+)(?:st|nd|rd|th|er|ere|eme|e|do|da|ra|ro|to|ta|a|o|ste|й|я|ый|ая|ші|га|inci|uncu)?"
)
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_NUMERALS = {"I": 1, "V": 5, "X": 10}
_TEN_MORE = frozenset(("عشر", "عشره"))
_TENS = frozenset((20, 30, 40, 50, 60, 70, 80, 90))
_UNITS = {
    1: "one first primera primer primero premier premiere birinci اول اولي واحد حادي حاديه ula "
    "первый первая awwal yekom",
    2: "two second segunda segundo deuxieme ikinci ثاني ثانيه اثنان thani thaniya второй вторая",
    3: "three third tercera tercer tercero troisieme ucuncu ثالث ثالثه thalith thalitha третий",
    4: "four fourth cuarta cuarto quatrieme dorduncu رابع رابعه rabia четвертый",
    5: "five fifth quinta quinto cinquieme besinci خامس خامسه khamis khamisa пятый пятая",
    6: "six sixth sexta sexto sixieme altinci سادس سادسه sadis sadisa шестой",
    7: "seven seventh septima septimo septieme yedinci سابع سابعه sabia седьмой",
    8: "eight eighth octava octavo huitieme sekizinci ثامن ثامنه thamin thamina восьмой восьмая",
    9: "nine ninth novena noveno neuvieme dokuzuncu تاسع تاسعه tasia девятый",
    10: "ten tenth decima decimo dixieme onuncu عاشر عاشره ashira десятый",
    11: "eleven eleventh undecima",
    12: "twelve twelfth",
    13: "thirteen thirteenth",
    14: "fourteen fourteenth",
    15: "fifteen fifteenth",
    16: "sixteen sixteenth",
    17: "seventeen seventeenth",
    18: "eighteen eighteenth",
    19: "nineteen nineteenth",
    20: "twenty twentieth عشرون عشرين",
    30: "thirty thirtieth ثلاثون ثلاثين",
    40: "forty fortieth اربعون اربعين",
    50: "fifty fiftieth خمسون خمسين",
    60: "sixty sixtieth ستون ستين",
    70: "seventy seventieth سبعون سبعين",
    80: "eighty eightieth ثمانون ثمانين",
    90: "ninety ninetieth تسعون تسعين",
    100: "hundred hundredth",
}
_WORDS = {word: number for number, forms in _UNITS.items() for word in forms.split()}
_TENS_WORDS = frozenset(word for word, number in _WORDS.items() if number in _TENS)
