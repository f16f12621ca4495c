"""Tells 8-bit encodings apart by how plausible the words are that each of them gives."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise

# Candidates in order of preference when equal, with the letters that texts in them mostly use;
# behind the bar the rarer ones of an alphabet: a wrong alphabet shows by having too many of them.
_LETTERS: tuple[tuple[str, str], ...] = (
    ("cp1252", "éèàùçêôîâëïûäöüßñáíóúãõåøæÉÈÀÇÄÖÜÅØÆÁÍÓÚÑ"),
    ("cp1256", "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىئءأإآؤگپچ،؟"),
    ("iso-8859-6", "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىئءأإآؤ،؟"),
    ("cp1251", "абвгдезийклмнопрстуыьяі|жфхцчшщъэюїєґАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯІЇЄҐ"),
    ("koi8-u", "абвгдезийклмнопрстуыьяі|жфхцчшщъэюїєґАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯІЇЄҐ"),
    ("iso-8859-5", "абвгдезийклмнопрстуыья|жфхцчшщъэюАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯ"),
    ("cp1250", "ąćęłńóśźżáčďéěíňřšťúůýžőűăâîșțĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽŐŰöüäÖÜÄ"),
    ("iso-8859-2", "ąćęłńóśźżáčďéěíňřšťúůýžőűăâîșțĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽŐŰöüäÖÜÄ"),
    ("cp1254", "çğıöşüâîûÇĞİÖŞÜ"),
    ("cp1253", "αγδεηικλμνοπρσςτυωάέήίόύώ|βζθξφχψΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ"),
    ("iso-8859-7", "αγδεηικλμνοπρσςτυωάέήίόύώ|βζθξφχψΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ"),
    ("cp1255", "אבגדהוזחטיכךלמםנןסעפףצץקרשת"),
)
_PUNCTUATION = set("“”‘’–—…•«»£€©®°§·\u00a0½™†‰›‹")
_WORD = re.compile(rb"[A-Za-z]*[\x80-\xff][A-Za-z\x80-\xff]*")
_ALONE = {
    "cp1256",
    "iso-8859-6",
    "cp1251",
    "koi8-u",
    "iso-8859-5",
    "cp1253",
    "iso-8859-7",
    "cp1255",
}


def best_eight_bit(sample: bytes) -> str | None:
    """The encoding whose reading of the non-ASCII words is the most plausible, if any is."""
    words = Counter(_WORD.findall(sample))
    scored = [
        (_score(words, encoding, *map(set, (*letters.split("|"), "")[:2])), encoding)
        for encoding, letters in _LETTERS
    ]
    best = max(score for score, _ in scored)
    # Ties are common between cousins (Windows-1250 and ISO-8859-2): the first one stands.
    # Below 0.5 half of the characters are oddities, and another family is likelier.
    return next(e for s, e in scored if s == best) if best >= 0.5 else None


def _score(words: Counter[bytes], encoding: str, common: set[str], rare: set[str]) -> float:
    """Mean plausibility of the non-ASCII characters, from about -2 to 1."""
    total = points = 0.0
    for raw, count in words.items():
        word = raw.decode(encoding, "replace")
        high = [c for c in word if ord(c) > 127]
        total += count * len(high)
        points += count * sum(_plausible(c, common, rare) for c in high)
        points += count * _shape(word, alone=encoding in _ALONE)
    return points / total if total else 0.0


def _plausible(char: str, common: set[str], rare: set[str]) -> float:
    if char in common:
        return 1.0
    if char in rare:
        return 0.6
    if char in _PUNCTUATION:
        return 0.9  # just under a letter, so that a script beats a run of symbols
    return -2.0 if unicodedata.category(char)[0] in "CS" or char == "\ufffd" else -0.5


def _shape(word: str, *, alone: bool) -> float:
    """Penalties for what words do not do: capitals or symbols inside, two scripts in one."""
    points = 0.0
    for before, after in pairwise(word):
        if before.islower() and after.isupper():
            points -= 2.0
        if (
            alone
            and before.isalpha()
            and after.isalpha()
            and (ord(before) < 128) != (ord(after) < 128)
        ):
            points -= 2.0  # Latin letters do not stand inside Arabic, Cyrillic or Greek words
    for place, char in enumerate(word[1:-1], 1):
        if char in _PUNCTUATION and char not in "’–—-\u00a0…" and word[place - 1].isalpha():
            points -= 1.0
    return points
