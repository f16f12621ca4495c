"""Words without what is only grammar or house style: endings, British spelling, figures."""

from __future__ import annotations

from functools import lru_cache

from hearsay.origins.language.lists import among
from hearsay.origins.language.numerals import ORDINALS, TENS, UNITS
from hearsay.origins.language.senses import DEMONYMS, IRREGULAR, SAME
from hearsay.origins.language.spelling import IN_FULL, american


@lru_cache(maxsize=1 << 16)
def form(word: str) -> str:
    """A folded word in one spelling: "defence" is "defense", "fifth" is "5th", "five" is "5"."""
    if word in _WRITTEN:
        return _WRITTEN[word]
    if word.endswith("n't") or word == "cannot":
        return "not"
    return american(word)


@lru_cache(maxsize=1 << 16)
def key(word: str) -> str:
    """What words that say the same have in common: stem, then our table of near-synonyms."""
    plain = form(word)
    plain = DEMONYMS.get(plain, plain)
    plain = IRREGULAR.get(plain, plain)
    root = stem(plain)
    return _SAME_STEM.get(root, root)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without the endings of number, tense and person; figures and short words stay."""
    if len(word) < 4 or word[0].isdigit():
        return word
    for ending, put in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return _bare(word[: -len(ending)] + put)
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return _bare(word[:-1])
    if word.endswith(("reed", "teed")) and len(word) > 5:  # "agreed", "guaranteed"
        return _bare(word[:-1])
    if word.endswith("eed"):  # "exceed"
        return word
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return _bare(_single(word[: -len(ending)]))
    return _bare(word)


def _bare(word: str) -> str:
    """Without a final "e", so that "moved", "moving" and "move" meet."""
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def _single(word: str) -> str:
    """Without the doubling before an ending ("stopped"), save for l and s ("killed", "passed")."""
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lszaeiou":
        return word[:-1]
    return word


def is_function(word: str) -> bool:
    """Whether a word carries grammar more than matter."""
    return word in FUNCTION


FUNCTION = among(
    "a an the this that these those and or but nor so as of in on at to from by with for into onto "
    "upon up off out over under about is are was were be been being am has have had having do does "
    "did will would shall should can it its he she they them his her their him i we you our us my "
    "your who whom whose which what where when while there here then than also too very 's s t "
    "such both either neither own"
)

_SAME_STEM = {stem(word): stem(group) for word, group in SAME.items()}
# "One" and "second" are more often grammar than numbers; quantity.py looks at them in place.
_WRITTEN = {word: str(number) for word, number in (UNITS | TENS).items()} | ORDINALS | IN_FULL
_WRITTEN |= {
    "st": "saint",
    "km": "kilometer",
    "kms": "kilometers",
    "govt": "government",
    "dept": "department",
    "sept": "september",
    "oct": "october",
    "nov": "november",
    "dec": "december",
    "jan": "january",
    "feb": "february",
    "aug": "august",
    "min": "minister",
    "pm": "prime-minister",
}
