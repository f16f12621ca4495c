"""The words by which sources are described: pronouns, list marks, where a description ends."""

from __future__ import annotations

import re

from hearsay.reading.lexicon import listed
from hearsay.reading.lexicon.people import PEOPLE_PLURAL
from hearsay.reading.naming import Thing

WORD = re.compile(r"[\w&]+(?:[-'’./][\w&]+)*")
HE = listed("he him his himself")
SHE = listed("she her hers herself")
IT = listed("it its itself")
THEY = listed("they them their theirs themselves both")
SELF = listed("i me my mine myself")
SPEAKER = listed("i me my we us our myself ourselves")
PRONOUNS = (
    HE
    | SHE
    | IT
    | THEY
    | SPEAKER
    | listed("you who one others everyone somebody someone many some most")
)
NOBODY = listed("nobody no-one everybody anyone anybody") | {"no one", "nobody else"}
DEFINITE = listed("the this that these those")
BASE_ENDS = re.compile(
    r"\s*[,;:–—(]|\s-\s|\s+(?:in|on|at|by|for|from|with|to|of|about|who|which|that|whose|during|before"
    r"|after|inside|outside|near|among|between|close|familiar|involved|working|speaking|citing|quoted"
    r"|attached|aligned|briefed|said|told|against|under|over|within|across)\b"
)
SOURCE_ENDS = re.compile(
    r"\s*[,;:–—(]|\s+(?:who|which|whose|that|speaking|citing|quoting|quoted|cited|interviewed|said|told|was|is|has)\b"
)
SMALL_PREPOSITION = re.compile(r"\b(?:for|of|by|to|with|from|in|at|on|about|near|between)\b")
BOTH = re.compile(r"\s+(?:and|&)\s+")
LIST = re.compile(
    r"[\w’' -]+(?:,\s+(?!an?\b|the\b|who\b|which\b)[\w’' -]+)+,?\s+(?:and|&)\s+[\w’' -]+\W*$"
)
OF_PLACE = re.compile(r"\s+(?:of|from|in)\s+(?:the\s+)?")
MORE_NAME = re.compile(r"(?:\s+[A-Z][\w’'-]+)+\s*")
WHO = listed("who which that whom")

BEFORE_HEAD = re.compile(
    r"(?<![\w’'-])(?:(?!(?:in|on|at|by|for|from|with|to|of|and|but|or|that|a|an|the|this|said|says|as|his|her|its|their|is|was)\b)"
    # A stop belongs to a short word in capitals ("U.S.", "Gen."); any other ends the sentence,
    # as a blank line ends the passage.
    r"(?:[A-Z][\w’'-]{0,3}(?:\.\w+)*\.|[\w’'-]+(?:\.\w+)*)(?:[^\S\n]+|[^\S\n]*\n(?!\s*\n)\s*)){0,7}$"
)
BY_NAME = re.compile(
    r"\s+(?:by|from|of)\s+(?:the\s+)?(?:[A-Z][\w’'.-]*)(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'-]*)*"
)


def is_person(thing: Thing) -> bool:
    """Whether a thing is one person, known by a name or a description."""
    low = thing.best.words.lower()
    return thing.type == "Person" and not thing.plural and low not in PRONOUNS | NOBODY


def is_plural(words: str) -> bool:
    """Whether a description is of several: by its words, or by an -s at its head."""
    if " and " in words or any(p.strip(",.") in PEOPLE_PLURAL for p in words.lower().split()):
        return True
    base = BASE_ENDS.split(words)[0].split()
    return (
        bool(base) and base[-1].islower() and base[-1].endswith("s") and not base[-1].endswith("ss")
    )


def is_name(words: str) -> bool:
    """Whether most words are capitalised, as in a name that the tagger did not mark.

    "Statement signed by Col. Ismet Rasim" names nobody, whatever its capitals.
    """
    parts = WORD.findall(words)
    capital = sum(1 for p in parts if p[0].isupper())
    most = bool(parts) and parts[-1][0].isupper() and capital * 2 > len(parts)
    return most and not _DESCRIBED.match(words)


_DESCRIBED = re.compile(r"[a-z]+\s(?:[a-z]+\s)?by\s")


def heads(words: str, head: str) -> bool:
    """Whether a description's head noun is `head`: its last word, or the one before "by"."""
    base = re.split(r"\s+(?:by|from|of|on|to|for|into)\s+", words.lower())[0].split()
    return bool(base) and base[-1] == head


def names_owner(words: str) -> bool:
    """Whether a description says by a name whose it is ("the Pentagon's report")."""
    return any(w[0].isupper() for w in words.split())


def is_title(before: str) -> bool:
    """Whether words with a preposition are a title before a name ("Secretary of State")."""
    words = WORD.findall(before)
    if not words or not words[-1][0].isupper():
        return False
    return all(w[0].isupper() or w in _TITLE_WORDS for w in words)


_TITLE_WORDS = listed("of for and the former then general to")
