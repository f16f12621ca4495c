"""Makes words of several scripts comparable: folded letters, sounds, and skeletons of consonants.

A *sound* is one letter: capitals stand for what Latin script writes with two (S for sh, T for th,
D for dh, x for kh, G for gh, c for ch), and A, W and Y for the long vowels of an Arabic text, which
leaves the short ones out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

CACHED = 1 << 16
VOWELS = frozenset("aeiouAWY")


@lru_cache(maxsize=CACHED)
def fold(text: str) -> str:
    """The text in small letters without marks, one letter for each that Arabic script varies."""
    if text.isascii():
        return text.lower()
    low = unicodedata.normalize("NFKC", text).casefold().translate(_ONE_LETTER)
    plain = unicodedata.normalize("NFKD", low)
    return "".join(_digit(c) for c in plain if not unicodedata.combining(c)).translate(_ONE_LETTER)


@lru_cache(maxsize=CACHED)
def sounds(word: str) -> str:
    """How a folded word sounds, one letter a sound, nothing twice in a row: kadhimi is kaDimi."""
    if abjad(word):
        heard = "".join(_ARABIC.get(c, "") for c in word)
        heard = f"A{heard}" if word[0] == "ع" else heard
        heard = heard[1:] if word[:2] in ("اي", "او") else heard  # Iraj, Urfa
    else:
        word = _ALLAH.sub("allah", word)
        latin = word if word.isascii() else "".join(_LATIN.get(c, c) for c in word)
        heard = _LATIN_SOUNDS.sub(lambda m: _SOUNDS[m[0]], latin)
        heard = re.sub(r"[^a-zA-Z]", "", heard)
    return _TWICE.sub(lambda m: m[1] or m[2] or m[3], heard)


@lru_cache(maxsize=CACHED)
def skeleton(word: str) -> str:
    """The consonants of a folded word by their broad class, the same however it was written.

    Kadhimi, Kazemi and كاظمي are all kzm.
    """
    heard = sounds(word)
    heard = heard[:-1] if heard.endswith("h") else heard  # Fallujah, Falluja
    bare = "".join([_CLASS.get(c, c) for c in heard if c not in _UNHEARD])
    return _TWICE.sub(lambda m: m[1] or m[2] or m[3], bare) or heard[:1].lower()


def abjad(word: str) -> bool:
    """Whether a word stands in Arabic script, which leaves short vowels out."""
    return "\u0620" <= word[:1] <= "\u06ff"


def without_article(word: str) -> str:
    """A folded word of Arabic script without its article."""
    if word.startswith("ال") and len(word) > 3 and word != "الله":
        return word[2:]
    return word


def _digit(character: str) -> str:
    if not character.isascii() and character.isdecimal():
        return str(unicodedata.decimal(character))
    return character


_ONE_LETTER = str.maketrans(
    {
        "ـ": "",
        "ٱ": "ا",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ک": "ك",
        "ة": "ه",
        "ۀ": "ه",
        "ە": "ه",
        "ھ": "ه",
        "ؤ": "و",
        "ئ": "ي",
        "ء": "",
        "\u200c": " ",
        "\u200d": "",
        "\u200e": "",
        "\u200f": "",
        "\u061c": "",
        "ş": "sh",
        "š": "sh",
        "ș": "sh",
        "ç": "ch",
        "č": "ch",
        "ć": "ch",
        "ž": "zh",
        "ğ": "g",
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "dj",
        "ð": "dh",
        "þ": "th",
        "ñ": "n",
        "æ": "ae",
        "œ": "oe",
        "‘": "'",
        "’": "'",
        "ʼ": "'",
        "ʻ": "'",
        "ʾ": "'",
        "ʿ": "'",
        "`": "'",
        "´": "'",
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
    }
)
_ARABIC = dict(
    zip("ابتثجحخدذرزسشصضطظغفقكلمنهويپچژگ", "AbtTjhxdDrzsSsDtDGfqklmnhWYpcjg", strict=True)
)
_TWICE = re.compile(r"(.)\1+|(Y)[yi]+|(W)[wu]+")
_ALLAH = re.compile("(?<=[^aeiou])[aeiou]?[eou]l+ah?$")
_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "e", "ж": "zh",
    "з": "z", "и": "i", "і": "i", "ї": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_SOUNDS = {
    "sh": "S", "sch": "S", "shch": "S", "ch": "c", "tch": "c", "kh": "x", "gh": "G", "th": "T",
    "dh": "D", "zh": "j", "dj": "j", "dzh": "j", "ph": "f", "ck": "k", "que": "k", "qu": "k",
    "x": "ks",
    "ae": "Y", "aee": "Y", "aei": "Y", "yy": "Y", "ee": "Y", "ei": "Y", "ai": "Y", "ay": "Y",
    "ey": "Y", "ie": "Y", "ii": "Y", "iy": "Y",
    "oo": "W", "ou": "W", "uu": "W", "au": "W", "aw": "W", "ow": "W", "aa": "a",
    "aou": "W",
    "ce": "se", "ci": "si", "cy": "sy", "c": "k", "v": "w",
}  # fmt: skip
_LATIN_SOUNDS = re.compile(
    "que(?![a-z])|shch|sch|tch|dzh|sh|ch|kh|gh|th|dh|zh|dj|ph|ck|qu(?=[aeio])|aee|aei|ae|yy|ee|ei|ai|ay|ey|ie|ii|iy|oo|aou|ou|uu|au|aw|ow"
    "|aa|ce|ci|cy|[xcv]"
)
_CLASS = {
    "D": "z", "d": "t", "T": "s", "S": "s", "c": "s", "j": "g", "q": "g", "k": "g", "G": "g",
    "p": "b", "f": "b", "x": "h",
}  # fmt: skip
_UNHEARD = frozenset("aeiouywAWY")
