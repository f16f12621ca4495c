"""What a translation leaves standing: names by their sound in any script, numbers, their order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from hearsay.origins.language.words import fold, prose_of
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account


@dataclass(frozen=True, slots=True)
class Anchors:
    """The names and numbers of a text, each where it first stands."""

    places: Mapping[str, Span]
    """By the sound of a name, or a number; in reading order."""
    latin: bool
    """Whether names are told by their capitals; in other scripts any word may be one."""

    def find(self, key: str) -> Span | None:
        """Where a name or number of another text stands here, if only with an ending to it."""
        here = self.places.get(key)
        if here is not None or key[0].isdigit():
            return here
        longer = (self.places.get(key + ending) for ending in _ENDINGS)
        return next((span for span in longer if span is not None), None)


def anchors_of(account: Account) -> Anchors:
    """Those of a document's running text."""
    text = account.document.text
    passages = prose_of(account)
    letters = [c for span in passages[:4] for c in span.of(text)[:400] if c.isalpha()]
    latin = sum(c < "\u0250" for c in letters) >= len(letters) / 2
    common = set(_LOWER.findall(text)) if latin else set()
    places: dict[str, Span] = {}
    for passage in passages:
        for match in _WORD.finditer(text, passage.start, passage.end):
            for key in _keys(match[0], common, latin=latin):
                places.setdefault(key, Span(match.start(), match.end()))
    return Anchors(places, latin)


def _keys(word: str, common: set[str], *, latin: bool) -> Iterator[str]:
    if word[0].isdigit():
        number = _number(word)
        if len(number) > 1:
            yield number
    elif not latin:
        yield from _sounds_in(word)
    elif word[0].isupper() and word.lower() not in common:
        for part in re.split(r"[-–’']", word):
            key = _skeleton(fold(part))
            if len(key) >= _LEAST_SOUNDS:
                yield key


_WORD = re.compile(r"\d+(?:[.,٫٬]\d+)*|[^\W\d_]+(?:[-–’'][^\W\d_]+)*")
_LOWER = re.compile(r"\b[a-zß-ÿ]{2,}\b")
_LEAST_SOUNDS = 3
"""Names of fewer consonants meet by chance."""
_ENDINGS = "mfsntk"
"""What a language may hang on a name, as its first consonant is written here."""


def _number(written: str) -> str:
    """A number without the marks that part its thousands, a decimal point for any other."""
    plain = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in written)
    plain = plain.replace("٬", ",").replace("٫", ".")
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain):
        return re.sub(r"[.,]", "", plain)
    return plain.replace(",", ".")


@lru_cache(maxsize=1 << 16)
def _sounds_in(word: str) -> tuple[str, ...]:
    """A word of another script by its consonants, with and without what Arabic writes before it."""
    plain = "".join(c for c in unicodedata.normalize("NFKC", word) if not unicodedata.combining(c))
    forms = {plain}
    for before in _BEFORE:
        if plain.startswith(before) and len(plain) - len(before) >= _LEAST_SOUNDS:
            forms.add(plain[len(before) :])
    keys = (_skeleton("".join(_LETTERS.get(c, c) for c in form.casefold())) for form in forms)
    return tuple(sorted({key for key in keys if len(key) >= _LEAST_SOUNDS and key.isascii()}))


_BEFORE = ("وال", "بال", "لل", "ال", "و", "ب", "ل")
_LETTERS = {
    **dict(zip("بتثجحخدذرزسشصضطظغفقكلمنهپچگژکةى", "btsjhkdtrzs$sdtzkfkklmnhpcgjkt ", strict=True)),
    **dict.fromkeys("اأإآعءئؤويی", ""),
    **dict(zip("бвгджзклмнпрстфхцчшщ", "bvgdjzklmnprstfk$c$$", strict=True)),
    **dict.fromkeys("аеёиоуыэюяйьъіїє", ""),
}
"""Consonants of Arabic, Persian and Cyrillic as one Latin letter each; `$` is the sound sh."""


@lru_cache(maxsize=1 << 16)
def _skeleton(low: str) -> str:
    """The consonants of a word, those made one that scripts and languages write for each other."""
    for spelt, plain in _SPELT:
        low = low.replace(spelt, plain)
    bare = low.translate(_CLASSES)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"\W", "", bare))


_SPELT = (
    ("tsch", "s"), ("sch", "s"), ("tch", "s"), ("dsch", "s"), ("dj", "s"), ("kh", "k"),
    ("gh", "k"), ("sh", "s"), ("zh", "s"), ("ch", "s"), ("th", "t"), ("dh", "t"), ("ph", "f"),
    ("qu", "k"), ("ck", "k"), ("x", "ks"), ("$", "s"),
)  # fmt: skip
_CLASSES = str.maketrans("bpfvkgqcdtszjmnlr", "bbffkkkkttsssmnlr", "aeiouyhwäöüéèêëàâîïôûçñáíóú")
