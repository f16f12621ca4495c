"""What a name consists of, and whether two names may be one person's or one body's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from hearsay.reading.lexicon.people import PAPERS
from hearsay.vocabulary.readings import MentionType

_TITLES = re.compile(
    r"^(?:(?:the|rep|sen|gov|dr|mr|mrs|ms|gen|lt|col|maj|capt|sgt|adm|prof|hon|sir|lord|lady|president"
    r"|senator|representative|congressman|congresswoman|governor|general|colonel|major|captain|sergeant"
    r"|admiral|lieutenant|brigadier|commander|prime|minister|secretary|justice|judge|king|queen|prince"
    r"|princess|sheikh|sheik|ayatollah|imam|pope|mayor|chancellor|ambassador|professor|doctor|chief"
    r"|republican|democrat|democratic|former|vice|deputy|attorney|speaker|chairman|chairwoman|director"
    r"|spokesman|spokeswoman|officer|detective|inspector|foreign|defence|defense|interior|staff)\.?\s+)+",
    re.I,
)
_WORDS = re.compile(r"[\w’'-]+")


def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: same last name, first names that do not differ."""
    left, right = name_words(one), name_words(other)
    if not left or not right or left[-1] != right[-1]:
        return False
    if len(left) == 1 or len(right) == 1:
        return True
    first, second = left[0], right[0]
    return first == second or (first[0] == second[0] and (len(first) == 1 or len(second) == 1))


def same_body(one: str, other: str) -> bool:
    """Whether one name shortens the other: its last words ("Free Beacon"), or its initials."""
    short, long = sorted((one, other), key=len)
    few, many = folded(short).split(), folded(long).split()
    if len(few) == 1 and short.isupper() and 2 <= len(short) <= 6:
        return _initials(long) == short
    if few and few[0] in PAPERS and len(few) == 1 < len(many):
        return many[-1] == few[0]
    if len(few) >= 2 and len(many) > len(few):
        if few[0][0].isdigit() and many[0][0].isdigit():
            return False  # "2nd Brigade of the 5th Division" is no 5th Division
        return many[-len(few) :] == few and few[0] not in ("of", "for", "and")
    return False


def keys(type: MentionType, name: str) -> Iterator[tuple[str, ...]]:
    """What something of that name is found under, so that it is not looked for among all."""
    if type == "Person":
        words = name_words(name)
        if len(words) == 1:
            yield "alone", words[-1]
        if words:
            yield "last", words[-1]
        if len(words) > 1:
            yield "first", words[-1], words[0]
            yield "initial", words[-1], words[0][0]
    elif type == "Organization":
        low = folded(name).split()
        yield "raw", name
        yield "initials", _initials(name)
        yield "whole", *low
        for at in range(len(low)):
            yield "ends", *low[at:]


def asked(type: MentionType, name: str) -> Iterator[tuple[str, ...]]:
    """What others are found under that a name may mean."""
    if type == "Person":
        words = name_words(name)
        if len(words) == 1:
            yield "last", words[-1]
        elif words:
            yield "alone", words[-1]
            first = words[0]
            if len(first) == 1:
                yield "initial", words[-1], first
            else:
                yield "first", words[-1], first
                yield "first", words[-1], first[0]
    elif type == "Organization":
        low = folded(name).split()
        yield "initials", name
        yield "raw", _initials(name)
        if len(low) > 1 or (low and low[0] in PAPERS):
            yield "ends", *low
        for at in range(1, len(low)):
            yield "whole", *low[at:]


@lru_cache(maxsize=8192)
def name_words(name: str) -> list[str]:
    """The words of a person's name in small letters, without titles and "Jr"."""
    bare = _TITLES.sub("", name)
    words = [
        w.lower().removesuffix("'s").removesuffix("’s").strip("'’-")
        for w in _WORDS.findall(bare or name)
    ]
    words = [w for w in words if w and w not in ("jr", "sr", "ii", "iii")]
    return words


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """A name in small letters, without "the", what is possessive, and marks."""
    low = name.lower().removesuffix("'s").removesuffix("’s")
    low = low.removeprefix("the ")
    return re.sub(r"[^\w]+", " ", low.replace(".", "")).strip()


def _initials(name: str) -> str:
    return "".join(w[0] for w in _WORDS.findall(name) if w[0].isupper())
