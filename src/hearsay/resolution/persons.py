"""Reads the name of a person: ranks and titles set apart, parts put together, other names kept.

Parts are what a name is compared by. "Abu Ali", "Abd al-Rahman" and "Nasr Allah" are one part
each; "bin", "ibn" and the like only say that a father's name follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hearsay.resolution.letters import CACHED, abjad, sounds
from hearsay.resolution.likeness import alike
from hearsay.resolution.lookup import Given, Piece
from hearsay.resolution.tokens import Token


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a person's name."""

    word: str
    kind: str = "name"
    """`name`, `initial`, `abd` (servant of), `abu` (father of) or `umm` (mother of)."""
    given: str = ""
    """The given name that it is a spelling of, where a table has it."""
    common: bool = False
    """Whether many people bear it, so that it says little by itself."""


@dataclass(frozen=True, slots=True)
class Person:
    """What the name of a person says."""

    names: tuple[tuple[Part, ...], ...]
    """The name in its parts, then any other name that is given with it."""
    ranks: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    """Of which country his title says he is: British Prime Minister May."""
    posts: frozenset[str] = frozenset()
    """The words in brackets after it that tell of which unit he is."""
    gender: str = ""
    """`man` or `woman` where a title says so."""
    turned: bool = False
    """Whether the family name came first, before a comma or in capitals."""
    spanish: bool = False
    """Whether it is likely Spanish, with two family names of which the first is in use."""
    order: str = ""
    """`jr`, `sr`, `ii` and so on, which tell a son from his father."""
    whole: bool = False
    """Whether it is Burmese, which has neither given nor family name and is borne whole."""


def read_person(
    texts: Sequence[tuple[Piece, ...]],
    given: Mapping[str, Given],
    burmese: frozenset[str] = frozenset(),
) -> Person:
    """What a name says; `texts` are its pieces and those of other names given with it."""
    names, ranks, roles, titles, countries = [], set(), set(), set(), set()
    turned = whole = False
    order = ""
    for pieces in texts:
        words = _name_words(pieces, given)
        for piece in pieces:
            if not piece.terms:
                continue
            if "country" in piece.terms:
                countries.add(piece.terms["country"].meaning)
            if "rank" in piece.terms and words[:1] != list(piece.words[:1]):
                ranks.add(piece.terms["rank"].meaning)
            if "title" in piece.terms:
                titles.add(piece.terms["title"].meaning)
            if "role" in piece.terms:
                roles.add(piece.terms["role"].meaning)
        order = order or _ORDERED.get(pieces[-1].words[-1].written, "") if pieces else order
        words, here = _in_order(words)
        turned = turned or here
        if len(words) > 1 and words[-1].word in burmese:
            words, of_burma = _without_a_title(words, burmese)
            whole = whole or of_burma
        parts = tuple(_parts(words, given))
        if parts:
            names.append(parts)
    nicknames = [(name[0], names[0][-1]) for name in names[1:] if len(name) == 1 and names[0][1:]]
    return Person(
        (*names, *nicknames),
        frozenset(ranks),
        frozenset(roles),
        frozenset(countries),
        frozenset(),
        "man" if "mr" in titles else "woman" if "mrs" in titles else "",
        turned,
        any(_is_spanish(piece.words[0], given) for piece in texts[0]),
        order,
        whole,
    )


@lru_cache(maxsize=CACHED)
def parts_alike(left: Part, right: Part) -> float:
    """How sure it is that two parts are one, from 0 to 1."""
    if left.kind == "initial" or right.kind == "initial":
        return _initials_alike(left, right)
    if left.kind != right.kind:
        # Afghans and others leave out the servant: Abdul Kabir, Kabir.
        servant = {left.kind, right.kind} == {"abd", "name"} and alike(left.word, right.word) > 0.9
        return 0.7 if servant else 0.0
    if left.given and right.given:
        return 1.0 if left.given == right.given else 0.0
    likeness = alike(left.word, right.word)
    if not left.given and not right.given:
        return likeness
    # A known name and one that only sounds like it may be two: Majid, Majd; Juan, Juana.
    return 0.95 * likeness if likeness > 0.82 else 0.0


def _initials_alike(left: Part, right: Part) -> float:
    if left.kind == right.kind:
        return 0.9 if left.word == right.word else 0.0
    a, b = (
        part.kind[:1] if part.kind in ("abd", "abu") else part.word[:1] for part in (left, right)
    )
    if a == b:
        return 0.8
    if a.isascii() and b.isascii():
        return 0.8 if a + b in _ONE_FIRST_LETTER or b + a in _ONE_FIRST_LETTER else 0.0
    return 0.8 if sounds(left.word)[:1].lower() == sounds(right.word)[:1].lower() else 0.0


_ONE_FIRST_LETTER = frozenset(("qk", "qg", "jg", "ie", "ey"))
"""What writers of Latin script put first for one letter: Gamal and Jamal, Qasim and Kasim."""


ALSO = re.compile(
    r"""\s*[,;(]?\s*(?<![^\W_])(?:also\s+known\s+as|better\s+known\s+as|known\s+as|a\.?k\.?a\.?
    |alias|nicknamed|nom\s+de\s+guerre|whose\s+real\s+name\s+is|real\s+name|born(?=\s+[A-Z])|né|née
    |المعروف\s+ب|الملقب\s+ب|المكنى)[\s:]+""",
    re.VERBOSE | re.IGNORECASE,
)
BESIDE = re.compile(
    r"""\(([^()]*)\)|[“"«„]([^”"»“]{2,})[”"»“]|(?<!\w)['‘]([^'’]{2,30})['’](?!\w)"""
)


def names_beside(text: str) -> list[str]:
    """The name itself, then what stands with it in brackets, in quotes, or after "known as"."""
    if not _MARKED.search(text):
        return [text]
    first, *others = [part for part in ALSO.split(text) if part.strip(" ,;()")] or [text]
    beside = [next(filter(None, m.groups()), "") for m in BESIDE.finditer(first)]
    main = BESIDE.sub(" ", first).strip(" ,;")
    others = [part.strip(" ,;()\"'“”") for part in (*beside, *others)]
    return [main, *(o for o in others if o and not _RETIRED.fullmatch(o))]


_MARKED = re.compile(
    "[(\"“«„'‘]|known as|a\\.?k\\.?a|alias|nicknamed|nom de|real name|born|né|المعروف|الملقب", re.I
)
_RETIRED = re.compile(r"(?:ret(?:ire)?d?|rtd|retd)\.?", re.IGNORECASE)


def _is_spanish(word: Token, given: Mapping[str, Given]) -> bool:
    known = given.get(word.word)
    if known is not None:
        return known.spanish
    marked = not word.written.isascii() and any(c in "áéíóúñ" for c in word.written)
    return marked or word.word.endswith("ez")


def _without_a_title(words: list[Token], burmese: frozenset[str]) -> tuple[list[Token], bool]:
    """The words without a Burmese U or Daw before them, and whether the name is Burmese."""
    bare = words[1:] if words[0].word in ("u", "daw") else words
    whole = len(words) > 1 and all(w.word in burmese for w in bare)
    return (bare, True) if whole else (words, False)


def _name_words(pieces: Sequence[Piece], given: Mapping[str, Given]) -> list[Token]:
    """The words of the name itself, without titles before it and descriptions after a comma."""
    words: list[Token] = []
    both = len(pieces) == 2 and pieces[0].words[0].word in given and "title" in pieces[0].terms
    if both:
        # Rafiq is a comrade and a name; before a single name it is the latter.
        return [w for piece in pieces for w in piece.words]
    for piece in pieces:
        first = piece.words[0]
        describes = bool(piece.terms.keys() & _DESCRIBING) and not piece.terms.keys() & {"void"}
        if not words:
            if describes and piece is not pieces[-1]:
                continue
        elif (describes and ("," in first.before or first.of or "role" in piece.terms)) or (
            "rank" in piece.terms and piece is pieces[-1]
        ):
            break
        elif "title" in piece.terms and not words[1:] and piece is not pieces[-1]:
            continue  # Ayatollah Sayyid Ali: titles may follow each other
        words.extend(piece.words)
    # Anthony LaCalamita III; a junior's father is told apart by the other part of the name only.
    return words[:-1] if len(words) > 2 and words[-1].written in _ORDERS else words


_ORDERED = {"Jr": "jr", "JR": "jr", "Sr": "sr", "SR": "sr", "II": "ii", "III": "iii", "IV": "iv"}
_ORDERS = frozenset(("II", "III", "IV", "Jr", "Sr", "JR", "SR", "PhD", "MD", "Esq"))
_DESCRIBING = frozenset(
    ("role", "rank", "title", "modifier", "country", "service", "portfolio", "ministry", "arm")
)


def _in_order(words: list[Token]) -> tuple[list[Token], bool]:
    """The words with the given name first, and whether that changed anything."""
    commas = [at for at, w in enumerate(words) if at and w.before == ","]
    if len(commas) == 1 and commas[0] <= 2:
        return [*words[commas[0] :], *words[: commas[0]]], True
    shouted = [len(w.written) > 2 and w.written.isupper() for w in words]
    loud = next((at for at, loud in enumerate(shouted) if not loud), len(words))
    if 0 < loud < len(words) and not any(shouted[loud:]):
        return [*words[loud:], *words[:loud]], True
    full = next((at for at, w in enumerate(words) if len(w.word) == 1), len(words))
    letters = len(words) - full
    if (
        0 < full < len(words)
        and all(len(w.word) == 1 for w in words[full:])
        and (letters > 1 and full < 3)
    ):
        return [*words[full:], *words[:full]], True  # Danladi I.S.
    return words, False


def _parts(words: Sequence[Token], given: Mapping[str, Given]) -> Iterator[Part]:
    shouted = all(w.capitals or len(w.word) == 1 for w in words)
    at, son = 0, False
    while at < len(words):
        word = words[at].word
        following = words[at + 1].word if at + 1 < len(words) else ""
        after = words[at + 2].word if at + 2 < len(words) else ""
        at += 1
        if word in PREFIXES and following:
            kind, joined = PREFIXES[word], following + ("din" if after in _FAITHS else "")
            at += 2 if after in _FAITHS else 1
            if kind == "abu" and following in given and given[following].name == "bakr":
                yield Part("abubakr", "name", "abubakr", common=True)
            else:
                yield _part(joined, given, kind, son=son)
        elif following in _GODS or following in _FAITHS:
            god = following in _GODS
            ending = ("الله" if god else "دين") if abjad(word) else "allah" if god else "din"
            yield _part(word + ending, given, "name")
            at += 1
        elif word in _FATHERS and following and (at > 1 or word != "ben" or following in given):
            son = True
            continue
        elif len(word) == 1:
            yield Part(word, "initial", common=True)
        elif len(word) == 2 and words[at - 1].capitals and not shouted:
            yield from (Part(letter, "initial", common=True) for letter in word)
        else:
            yield _whole(word, given, son=son)
        son = False


@lru_cache(maxsize=CACHED)
def _servant(word: str) -> str:
    """The name after Abd in one written as one word, or nothing."""
    found = _ABD.fullmatch(word)
    return found[1] or found[2] if found else ""


def _whole(word: str, given: Mapping[str, Given], *, son: bool) -> Part:
    if word.startswith(("abd", "عبد")) and len(word) > 5 and word not in given:
        rest = _servant(word)
        if rest:
            return _part(rest, given, "abd", son=son)
    if word.startswith("ben") and word[3:] in given and word not in given and len(word) > 5:
        return _part(word[3:], given, "name", son=True)  # Bensalah
    return _part(word, given, "name", son=son)


def _part(word: str, given: Mapping[str, Given], kind: str, *, son: bool = False) -> Part:
    """A part; a father's name after "ben" or "ould" serves as a family name."""
    known = given.get(word)
    if known is None:
        return Part(word, kind, "", kind == "abd" and not son)
    if known.family:
        return Part(word, kind, "", common=True)
    return Part(word, kind, known.name, not known.few and not son)


_ABD = re.compile(
    r"abd(?:[uoea]{0,2}(?:l|r(?=r)|s(?=s)|n(?=n)|sh(?=sh)|z(?=z)))?[ueoa]?(.{3,})|عبد(?:ال)?(.{3,})"
)
PREFIXES = (
    dict.fromkeys(("abu", "abou", "aboo", "abi", "ابو", "ابي"), "abu")
    | dict.fromkeys(("umm", "um", "om", "oum", "ام"), "umm")
    | dict.fromkeys(
        ("abd", "abdul", "abdel", "abdal", "abdol", "abdur", "abdu", "abder", "عبد"), "abd"
    )
)
_FATHERS = frozenset(
    ("bin", "ibn", "ben", "bint", "bn", "ould", "wuld", "oglu", "بن", "ابن", "بنت")
)
_GODS = dict.fromkeys(("allah", "ullah", "الله", "lah"), "allah")
_FAITHS = frozenset(("din", "deen", "dine", "eddin", "uddin", "دين", "الدين"))
