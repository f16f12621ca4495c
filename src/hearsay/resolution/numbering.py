"""Reads the numbers of units: figures, ordinals in words, Roman and Arabic numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hearsay.resolution.letters import abjad, fold
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


def counts(word: str) -> bool:
    """Whether a folded word is a number: first, décima, عاشرة."""
    return word in _WORDS


@lru_cache(maxsize=4096)
def _single(word: str) -> int | None:
    if word[0].isdigit():
        figures = _FIGURES.fullmatch(word)
        return int(figures[1]) if figures and len(figures[1]) < 7 else None
    return _WORDS.get(word)


@lru_cache(maxsize=4096)
def _together(word: str, first: int, second: str) -> int | None:
    """Two words that are one number: twenty first, décima primera, خامسة عشرة, حادية وعشرون."""
    if word[0].isdigit() or second[0].isdigit():
        return None
    if second in _TEN_MORE and first < 11:
        return first + 10
    value = _WORDS.get(second) or _WORDS.get(second.removeprefix("و").removeprefix("ال"))
    if value is None:
        return None
    if word in _TENS_WORDS and 0 < value < 10:
        return first + value
    if first < 10 and value in _TENS and abjad(second):
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
    r"0*(\d+)(?:st|nd|rd|th|er|ere|eme|ieme|re|e|do|da|ra|ro|to|ta|vo|va|no|na|mo|ma|a|o|os|as|ste"
    r"|ш?[аи]|[яи]|ыи|ая|га|та|ма|inci|uncu)?"
)
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_NUMERALS = {"I": 1, "V": 5, "X": 10}
_TEN_MORE = frozenset(("عشر", "عشره"))
_UNITS = {
    1: "one first primera primer primero primeira primeiro premier premiere unieme birinci اول "
    "اولي واحد حادي حاديه ula awwal yekom يكم первый первая перший перша",
    2: "two second segunda segundo deuxieme second seconde ikinci ثاني ثانيه اثنان thani thaniya "
    "دوم второй вторая другий друга",
    3: "three third tercera tercer tercero terceira terceiro troisieme ucuncu ثالث ثالثه thalith "
    "thalitha سوم третий третья третя третій",
    4: "four fourth cuarta cuarto quarta quarto quatrieme dorduncu رابع رابعه rabia چهارم "
    "четвертый четвертая четвертий четверта",
    5: "five fifth quinta quinto cinquieme besinci خامس خامسه khamis khamisa پنجم пятый пятая "
    "пятий пята",
    6: "six sixth sexta sexto sixieme altinci سادس سادسه sadis sadisa ششم шестой шестая шостий "
    "шоста",
    7: "seven seventh septima septimo setima setimo septieme yedinci سابع سابعه sabia هفتم седьмой "
    "седьмая сьомий сьома",
    8: "eight eighth octava octavo oitava oitavo huitieme sekizinci ثامن ثامنه thamin thamina هشتم "
    "восьмой восьмая восьмий восьма",
    9: "nine ninth novena noveno nona nono neuvieme dokuzuncu تاسع تاسعه tasia نهم девятый девятая "
    "девятий девята",
    10: "ten tenth decima decimo dixieme dix onuncu عاشر عاشره ashira دهم десятый десятая десятий "
    "десята",
    11: "eleven eleventh undecima undecimo onzieme одиннадцатый одиннадцатая "
    "одинадцятий одинадцята",
    12: "twelve twelfth duodecima duodecimo douzieme двенадцатый двенадцатая "
    "дванадцятий дванадцята",
    13: "thirteen thirteenth treizieme тринадцатый тринадцатая тринадцятий тринадцята",
    14: "fourteen fourteenth quatorzieme четырнадцатый четырнадцатая чотирнадцятий чотирнадцята",
    15: "fifteen fifteenth quinzieme пятнадцатый пятнадцатая пятнадцятий пятнадцята",
    16: "sixteen sixteenth seizieme шестнадцатый шестнадцатая шістнадцятий шістнадцята",
    17: "seventeen seventeenth семнадцатый семнадцатая сімнадцятий сімнадцята",
    18: "eighteen eighteenth восемнадцатый восемнадцатая вісімнадцятий вісімнадцята",
    19: "nineteen nineteenth девятнадцатый девятнадцатая девятнадцятий девятнадцята",
    20: "twenty twentieth vigesima vigesimo vingt vingtieme عشرون عشرين بيستم двадцать двадцатый "
    "двадцатая двадцять двадцятий двадцята",
    30: "thirty thirtieth trigesima trigesimo trente trentieme ثلاثون ثلاثين тридцать тридцатый "
    "тридцатая тридцять тридцятий тридцята",
    40: "forty fortieth cuadragesima cuadragesimo quarante quarantieme اربعون اربعين",
    50: "fifty fiftieth quincuagesima quincuagesimo cinquante cinquantieme خمسون خمسين",
    60: "sixty sixtieth sexagesima sexagesimo soixante soixantieme ستون ستين",
    70: "seventy seventieth septuagesima septuagesimo سبعون سبعين",
    80: "eighty eightieth octogesima octogesimo ثمانون ثمانين",
    90: "ninety ninetieth nonagesima nonagesimo تسعون تسعين",
    100: "hundred hundredth centesima centesimo centieme",
}
_TENS = frozenset((20, 30, 40, 50, 60, 70, 80, 90))
_SPANISH = {
    1: "primer", 2: "segund", 3: "tercer", 4: "cuart", 5: "quint", 6: "sext", 7: "septim",
    8: "octav", 9: "noven",
}  # fmt: skip


def _spanish_in_one_word() -> Iterator[tuple[str, int]]:
    """Decimoséptima, vigesimosegundo: a number of two words written as one."""
    for tens, ten in (("decim", 10), ("vigesim", 20), ("trigesim", 30)):
        for unit, stem in _SPANISH.items():
            for middle in ("", "o", "a"):
                for end in ("a", "o", ""):
                    yield f"{tens}{middle}{stem}{end}", ten + unit


_WORDS = {fold(word): number for number, forms in _UNITS.items() for word in forms.split()} | dict(
    _spanish_in_one_word()
)
_TENS_WORDS = frozenset(word for word, number in _WORDS.items() if number in _TENS) | frozenset(
    ("decima", "decimo", "dix")
)
