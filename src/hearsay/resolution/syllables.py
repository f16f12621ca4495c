"""Writes Burmese and Ethiopic names in Latin letters, as reports spell them.

Both scripts write syllables. Burmese is read syllable by syllable: a beginning, signs that change
it, a vowel and an ending that is struck silent; names are written without spaces, and each
syllable is a word of the name in Latin script. Ethiopic has a letter for each syllable.
"""

from __future__ import annotations

import re
import unicodedata


def has_syllables(text: str) -> bool:
    """Whether a text holds Burmese or Ethiopic letters."""
    return _EITHER.search(text) is not None


def in_latin(text: str) -> str:
    """The text with its Burmese and Ethiopic words in Latin letters and with capitals."""
    text = _BURMESE.sub(lambda found: f"{_burmese(found)} ", text)
    return _ETHIOPIC.sub(lambda found: "".join(map(_ethiopic, found[0])).title(), text)


def _burmese(found: re.Match[str]) -> str:
    first, signs, vowel, end = (found[n] or "" for n in range(1, 5))
    end += "\u103a" if end else ""
    if first in ("ဥ", "ဦ"):
        return "U"
    beginning = _BEGINNINGS.get(first, "")
    if "ျ" in signs or "ြ" in signs:
        beginning = _PALATAL.get(beginning, beginning + "y")
    if "ှ" in signs:
        beginning = "sh" if beginning in ("y", "sy") else "h" + beginning
    if "ွ" in signs:
        beginning += "w"
    rime = _RIMES.get((vowel, end))
    if rime is None:
        rime = _RIMES.get((vowel, ""), "a") + _RIMES.get(("", end), "")[1:]
    if beginning.endswith("w") and rime in ("an", "at"):
        beginning, rime = beginning[:-1], "u" + rime[1:]
    creaky = "t" if found[5] and rime.endswith("n") else ""  # U Thant, Myint
    return (beginning + rime + creaky).title()


def _ethiopic(letter: str) -> str:
    """A letter by its name: ETHIOPIC SYLLABLE QA is a consonant with the first of seven vowels."""
    name = unicodedata.name(letter, "").removeprefix("ETHIOPIC SYLLABLE ")
    if name.startswith(("GLOTTAL ", "PHARYNGEAL ")):
        vowel = name.split()[1]
        return "a" if vowel in ("A", "AA") else "" if vowel == "E" else _VOWELS.get(vowel, "")
    read = _SYLLABLE.fullmatch(name)
    if read is None:
        return ""
    consonant = _CONSONANTS.get(read[1], read[1].lower())
    return consonant + _VOWELS[read[2]]


_VOWELS = {"A": "e", "U": "u", "I": "i", "AA": "a", "EE": "e", "E": "", "O": "o",
           "WA": "wa", "WAA": "wa"}  # fmt: skip
_CONSONANTS = {"HH": "h", "X": "h", "SZ": "s", "SH": "sh", "C": "ch", "NY": "ny", "ZH": "zh",
               "J": "j", "TH": "t", "CH": "ch", "PH": "p", "TS": "ts", "TZ": "ts", "KX": "kh",
               "Q": "q"}  # fmt: skip
_SYLLABLE = re.compile(r"([A-Z]+?)(WAA|WA|AA|EE|A|U|I|E|O)")
_EITHER = re.compile("[\u1000-\u109f\u1200-\u137f]")
_ETHIOPIC = re.compile("[\u1200-\u135a]+")
_BURMESE = re.compile(
    "([\u1000-\u102a\u103f])([\u103b-\u103e]*)([\u102b-\u1032]*\u1036?)"
    "((?:[\u1000-\u1021](?=\u1037?\u103a))?)(\u1037?)\u103a?[\u1037\u1038]*"
)
_BEGINNINGS = dict(
    zip(
        "ကခဂဃငစဆဇဈညဋဌဍဎဏတထဒဓနပဖဗဘမယရလဝသဟဠအ",
        ("k", "kh", "g", "g", "ng", "s", "s", "z", "z", "ny", "t", "ht", "d", "d", "n", "t", "ht",
         "d", "d", "n", "p", "ph", "b", "b", "m", "y", "y", "l", "w", "th", "h", "l", ""),
        strict=True,
    )
)  # fmt: skip
_PALATAL = {"k": "ky", "kh": "ch", "g": "gy", "ng": "ny", "th": "thy"}
_RIMES = {
    ("", ""): "a", ("ာ", ""): "a", ("ါ", ""): "a", ("ိ", ""): "i", ("ီ", ""): "i",
    ("ု", ""): "u", ("ူ", ""): "u", ("ေ", ""): "e", ("ဲ", ""): "e", ("ော", ""): "aw",
    ("ေါ", ""): "aw", ("ို", ""): "o", ("ံ", ""): "an", ("ုံ", ""): "on",
    ("", "င်"): "in", ("ော", "င်"): "aung", ("ေါ", "င်"): "aung", ("ို", "င်"): "aing",
    ("", "န်"): "an", ("", "မ်"): "an", ("ိ", "န်"): "ein", ("ိ", "မ်"): "ein",
    ("ု", "န်"): "on", ("ု", "မ်"): "on", ("", "ဉ်"): "in", ("", "ည်"): "i", ("", "ယ်"): "e",
    ("", "က်"): "et", ("ော", "က်"): "auk", ("ေါ", "က်"): "auk", ("ို", "က်"): "aik",
    ("", "တ်"): "at", ("", "ပ်"): "at", ("ိ", "တ်"): "eik", ("ိ", "ပ်"): "eik",
    ("ု", "တ်"): "ok", ("ု", "ပ်"): "ok", ("", "စ်"): "it",
}  # fmt: skip
