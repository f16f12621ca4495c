"""Says of the words that name a speaker whom they name: a person, a body, a text, or nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from hearsay.origins.language.lexicon import (
    CALLED,
    CROWD_HEADS,
    EMPTY,
    HEADS,
    INSTITUTIONS,
    LOOSE,
    OFFICES,
    PARTICLES,
    PUBLICATIONS,
    SPELLINGS,
    TITLES,
    VOICES,
    words_of_text,
)
from hearsay.origins.language.words import fold

SourceKind = Literal["person", "body", "described", "publication", "unnamed"]
"""`described`: no name, but of whose people he is ("two ministry officials"); `publication`: a text
whose author its words leave open ("the report"); `unnamed`: nobody who could be found again
("officials", "a diplomat", "he")."""


@dataclass(frozen=True, slots=True)
class Source:
    """Whom the words for a speaker mean, in a form in which two spellings can be compared."""

    kind: SourceKind
    name: str
    """As written, without its article."""
    words: frozenset[str]
    """What the name is made of, without order, endings of nationality and small words."""
    head: str
    """The word that says what it is: `ministry`; of a person the family name."""
    given: str = ""
    """Of a person, the sound of what stands before the family name."""
    called: bool = True
    """Whether it is a name, and not a mere description ("the inspector")."""
    of: Source | None = None
    """Of one who is described only, the body that he belongs to."""

    @property
    def identified(self) -> bool:
        """Whether one could find it again in another document, if only by the same description."""
        return self.kind in ("person", "body", "described")


NOBODY = Source("unnamed", "", frozenset(), "", called=False)


@lru_cache(maxsize=1 << 16)
def source_of(name: str, *, before: str = "", person: bool = False) -> Source:
    """Whom `name` means; `before` is the text in front of it, for its article.

    A body's spokesman, office, statement or report is that body: it speaks for it. A person is told
    from a body by `person` or by a title.
    """
    plain = _tidy(name)
    spoken = _DASH.sub(" of ", plain)
    pieces = [_Piece.of(part) for part in _PIECE.findall(spoken)]
    if not pieces:
        return NOBODY
    if _is_crowd(pieces, before):
        return _described(plain, pieces)
    if person or _has_title(pieces):
        one = _person(plain, pieces)
        if one is not None:
            return one
    return _body(plain, pieces, before)


def same_source(left: Source, right: Source) -> bool:
    """Whether two names may be one source's: the same words, or the fewer among the more.

    Of a body the word that says what it is has to agree, so that a division is not its army; of a
    person the family name, and the given one where both give it.
    """
    if not (left.identified and right.identified):
        return False
    if left.kind != right.kind:
        # One word, read as a person here and as a body there: "the Kremlin".
        person, body = (left, right) if left.kind == "person" else (right, left)
        return not person.given and [sound(w) for w in body.words] == [person.head]
    if left.kind == "described":
        # In other words it may be somebody else of the same body.
        return left.words == right.words
    if left.kind == "person":
        fewer, more = sorted((left.given, right.given), key=len)
        return left.head == right.head and more.startswith(fewer)
    if left.words == right.words:
        return True
    if left.head != right.head:
        return False
    short, long = sorted((left.words, right.words), key=len)
    return short - LOOSE <= long and len(short) > 1


@lru_cache(maxsize=1 << 14)
def sound(word: str) -> str:
    """The consonants of a name, so that Mahrouq, Mahruq and Mahrouk are one."""
    low = fold(word).replace("'", "")
    if len(low) > 3 and low[:2] in ("al", "el") and low[2] == "-":
        low = low[3:]
    for spelt, plain in _SOUNDS:
        low = low.replace(spelt, plain)
    first = "a" if low[:1] in "aeiou" else ""
    bare = first + re.sub(r"[aeiouyw\W]", "", low)
    return re.sub(r"(.)\1+", r"\1", bare)


_SOUNDS = (("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("q", "k"), ("c", "k"))
_PIECE = re.compile(r"[^\W_]+(?:[.&’'–-][^\W_]+)*|[’']s?(?=\s|$)")
_POSSESSIVE = re.compile(r"[’']s?$")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_DASH = re.compile(r"(?<=\w)–(?=[A-Z])")
_INDEFINITE = re.compile(r"\b(?:an?|some|one|another|no|any)\s*$", re.IGNORECASE)
_ASIDE = re.compile(r",|\s(?:who|whom|whose|which|that|interviewed|close to)\b", re.IGNORECASE)
_SLIP = re.compile(r"^[a-z].*[a-z]{3}\.\s+(?=[A-Z])")
"""Words of the sentence before that were taken in with a name."""
_HEADLINE = re.compile(
    r"(?<=\w)\s+(?:Says|Said|Tells|Told|Meets|Met|Asks|Calls|Warns|Wants|Urges|Vows|Denies|Claims"
    r"|Insists|Defends|Slams|Backs|Hails|Rejects)$"
)
"""What a headline that writes every word with a capital says that one does."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One word of a name."""

    written: str
    low: str
    capital: bool

    @classmethod
    def of(cls, written: str) -> _Piece:
        plain = _POSSESSIVE.sub("", written)
        return cls(written, fold(plain), plain[:1].isupper() or plain[:1].isdigit())


def _tidy(name: str) -> str:
    plain = _HEADLINE.sub("", _SLIP.sub("", " ".join(name.split())))
    plain = _ASIDE.split(plain, maxsplit=1)[0].strip() or plain
    return _ARTICLE.sub("", plain)


def _is_crowd(pieces: list[_Piece], before: str) -> bool:
    """Whether the words describe somebody who cannot be found again by them."""
    first = pieces[0].low
    if first in _PRONOUNS and (len(pieces) == 1 or first in _OWNED or first in ("we", "i")):
        return True
    if len(pieces) == 1 and first.rstrip(".") in _BEFORE_NAMES:
        return True
    if first in _DAYS and len(pieces) == 1:
        return True
    if first in _SOME or (first.isdigit() and not _named_after(pieces)):
        return not (len(pieces) > 1 and _named_after(pieces) and pieces[-1].low in PUBLICATIONS)
    phrase = _first_phrase(pieces)
    head = phrase[-1]
    low = {part for p in phrase for part in _split(p)}
    if low & (PUBLICATIONS | VOICES | OFFICES) or (head.low == "general" and len(phrase) > 1):
        return False
    if head.low in CROWD_HEADS:
        # "Iranian officials" are nobody in particular; "Colonel Anselm" is not "colonel".
        return not (
            head.capital and len(pieces) > 1 and head is not phrase[0] and _all_capital(phrase)
        )
    if head.capital and _PEOPLES.search(head.low):
        return True
    if _is_mere_thing(pieces, phrase):
        return True
    if head.low.endswith("s") and not head.capital and head.low not in _BODIES:
        return not head.low.endswith(("ss", "us", "is"))
    if any(p.capital for p in pieces):
        return False
    return bool(_INDEFINITE.search(before))


def _is_mere_thing(pieces: list[_Piece], phrase: list[_Piece]) -> bool:
    """Whether only what stands behind "of" or "in" is a name: "the largest list in Tamrin"."""
    known = INSTITUTIONS | OFFICES | PUBLICATIONS | VOICES | HEADS | TITLES
    return (
        len(phrase) < len(pieces)
        and not any(p.capital for p in phrase)
        and any(p.capital for p in pieces)
        and not any(part in known for p in phrase for part in _split(p))
    )


def _described(plain: str, pieces: list[_Piece]) -> Source:
    """Somebody who is known by the body whose official he is; nobody where that is not said."""
    role = next((low for p in pieces if (low := p.low.removesuffix("s")) in _ROLES), "")
    every = {p.low for p in pieces}
    if not role or pieces[0].low in (_SOME - _NUMBERS) | _OWNED or every & {"former", "and"}:
        return NOBODY
    kept = [p for p in pieces if p.low not in EMPTY | _JOINS | _RANKED and p.low not in _NUMBERS]
    body = [p for p in kept if p.low.removesuffix("s") != role]
    spelt = {part: _plain_word(part, p.capital) for p in body for part in _split(p)}
    head = next((part for part in reversed(spelt) if part in _BODIES_OF_PEOPLE), "")
    if not head:
        return NOBODY
    number = {one for one in every if one in _NUMBERS or one.isdigit()}
    named = frozenset(spelt.values())
    whose = Source("body", " ".join(p.written for p in body), named, spelt[head])
    words = named | number | {role}
    return Source("described", plain, words, role, called=False, of=whose)


def _named_after(pieces: list[_Piece]) -> bool:
    return any(p.capital for p in pieces[1:])


def _all_capital(phrase: list[_Piece]) -> bool:
    return all(p.capital for p in phrase)


def _first_phrase(pieces: list[_Piece]) -> list[_Piece]:
    """The words up to the first "of", "for", "in" and the like, which hold what it is."""
    for at, piece in enumerate(pieces):
        if at and piece.low in _JOINS:
            return pieces[:at]
    return pieces


_PRONOUNS = words_of_text(
    """
    he she it they we i you his her its their our my one this that these those who whom which
    himself herself themselves somebody someone anyone nobody everyone none both others
    """
)
_BEFORE_NAMES = words_of_text("rep sen gov gen col lt sgt capt maj cpl dr mr mrs ms prof hon rev")
"""What is written before a name only: alone it is a name that was cut off."""
_OWNED = frozenset(["his", "her", "its", "their", "my", "our", "your"])
_SOME = words_of_text(
    """
    some several many most few two three four five six seven eight nine ten dozens hundreds
    thousands various other others another certain all any one unnamed anonymous nobody number
    handful majority assortment couple each neither both
    """
)
_NUMBERS = words_of_text("two three four five six seven eight nine ten")
_RANKED = words_of_text("senior junior top high-ranking ranking unnamed anonymous serving retired")
_ROLES = words_of_text(
    "official officer diplomat aide adviser advisor commander guard investigator soldier source"
)
"""Who speaks as one of a body's people."""
_BODIES_OF_PEOPLE = (INSTITUTIONS | {"pentagon", "kremlin", "cabinet", "palace"}) - {"party"}
_DAYS = words_of_text("monday tuesday wednesday thursday friday saturday sunday")
_BODIES = frozenset(["agencies", "services", "forces", "authorities", "ministries", "courts"])
"""Plurals that stand for bodies one could name."""
_PEOPLES = re.compile(
    r"(?:crats|icans|sians|rians|nians|bians|stanis|ists|ators|parties|allies"
    r"|organi[sz]ers)$"
)
_JOINS = words_of_text(
    """
    of for in at on from with to by near inside within there
    """
)


_NO_NAMES = words_of_text("so the then whoever whatever but and if questions many more")
"""What a sentence begins with, taken for a name."""


def _has_title(pieces: list[_Piece]) -> bool:
    return len(pieces) > 1 and pieces[0].low.rstrip(".") in CALLED and pieces[-1].capital


def _person(plain: str, pieces: list[_Piece]) -> Source | None:
    """The name at the end of "Iraqi Shia cleric Muqtada Al-Sadr", without titles."""
    kept: list[_Piece] = []
    phrase = _first_phrase(pieces)
    if any(p.low.rstrip(".") in TITLES for p in pieces[len(phrase) :]):
        phrase = pieces  # "Secretary of State Jay Ashcroft"
    for piece in reversed(phrase):
        small = piece.low in PARTICLES or piece.low.split("-")[0] in PARTICLES
        title = piece.low.rstrip(".") in TITLES and bool(kept)
        if not (piece.capital or small) or title:
            break
        kept.insert(0, piece)
    letters = len(kept) == 1 and kept[0].written.isupper() and len(kept[0].written) < 5
    if letters or any(p.low in INSTITUTIONS for p in kept):
        return None  # What looks like a body's name is one, whatever it was read as.
    names = [
        p
        for p in kept
        if (p.low not in PARTICLES or (p is kept[0] and p.low == "ben")) and len(p.low) > 1
    ]  # "Ben" is a given name where a name begins with it: Ben Sasse, but Amin Ben Talal.
    if not names or names[-1].low in CROWD_HEADS or names[-1].low in TITLES:
        return None
    if names[-1].low in _PRONOUNS | _NO_NAMES:
        return NOBODY
    if len(names) == 1 and _PEOPLES.search(names[0].low):
        return NOBODY
    sounds = [s for s in (sound(p.low) for p in names) if s]
    if not sounds:
        return None
    shown = " ".join(p.written for p in kept)
    return Source("person", shown, frozenset(sounds), sounds[-1], "".join(sounds[:-1]))


def _body(plain: str, pieces: list[_Piece], before: str) -> Source:
    """The body that speaks, or the text whose author is left open."""
    text = _first_phrase(pieces)[-1].low in PUBLICATIONS
    split = [(p, low) for p in pieces if not _is_voice(p, pieces) for low in _split(p)]
    words = [(p, low) for p, low in split if not _is_small(low, text=text)]
    if not words:
        return Source("publication", plain, frozenset(), "", called=False) if text else NOBODY
    called = any(p.capital for p, _ in words)
    spelt = {low: _plain_word(low, p.capital) for p, low in words}
    head = _head(pieces, set(spelt)) or words[-1][1]
    shown = _bare_name(plain, text=text)
    return Source("body", shown, frozenset(spelt.values()), spelt[head], called=called)


def _is_voice(piece: _Piece, pieces: list[_Piece]) -> bool:
    """Whether a word only says who speaks for the body; the Home Office is one itself."""
    at = pieces.index(piece)
    if piece.low in HEADS and not piece.capital and at + 1 < len(pieces):
        return pieces[at + 1].low in ("of", "for")
    if piece.low not in VOICES:
        return False
    own = piece.capital and 0 < at == len(pieces) - 1
    return not (own and not re.search(r"[’']s?$", pieces[at - 1].written))


def _split(piece: _Piece) -> list[str]:
    """ "Inspector-General" is two words; "CM-T" is one."""
    if piece.written.isupper():
        return [piece.low]
    return [part for part in re.split(r"[-–]", piece.low) if part]


def _is_small(low: str, *, text: bool) -> bool:
    if low in EMPTY:
        return True
    return text and (low in PUBLICATIONS or low.isdigit())


def _head(pieces: list[_Piece], words: set[str]) -> str:
    """The last word of the first phrase that has one: `ministry` in "Ministry of the Interior"."""
    last = ""
    for piece in pieces:
        if piece.low in _JOINS and last:
            return last
        last = next((low for low in reversed(_split(piece)) if low in words), last)
    return last


def _plain_word(low: str, capital: bool) -> str:
    """A word without what makes a nationality of a country, so that Iraqi and Iraq are one."""
    low = SPELLINGS.get(low, low)
    if not capital or len(low) < 5:
        return low
    for ending in ("ese", "ians", "ian", "ans", "an", "is", "i"):
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            low = low[: -len(ending)]
            break
    while len(low) > 4 and low[-1] in "aei":
        low = low[:-1]
    return low


def _bare_name(plain: str, *, text: bool) -> str:
    """The body's own name: of "the Pentagon's latest report", of "spokesman for the Pentagon"."""
    owner = re.match(r"(.+?)[’']s?\s", plain) if text else None
    by = re.match(r".*?\b(?:by|from|of)\s+(?:the\s+)?(?=\w)", plain) if text else None
    if owner is None and by is not None:
        return plain[by.end() :]
    # With a capital it is part of the name: the Office of Audit is no office of some Audit.
    voice = re.match(rf"(?:{_SPEAKING})\s+(?:of|for)\s+(?:the\s+)?(?=\w)", plain)
    return owner.group(1) if owner else plain[voice.end() :] if voice else plain


_SPEAKING = "|".join(sorted(VOICES | HEADS))
