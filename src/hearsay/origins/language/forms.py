"""Words without what is only grammar or house style: endings, British spelling, figures."""

from __future__ import annotations

from functools import lru_cache

from hearsay.origins.language.senses import DEMONYMS, IRREGULAR, SAME, among


@lru_cache(maxsize=1 << 16)
def form(word: str) -> str:
    """A folded word in one spelling: "defence" is "defense", "fifth" is "5th", "five" is "5"."""
    if word in _FIGURES:
        return _FIGURES[word]
    if word in _SPELT:
        return _SPELT[word]
    for british, american in _ENDINGS:
        if word.endswith(british) and len(word) > len(british) + 3:
            return word[: -len(british)] + american
    return word


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
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return _bare(_single(word[: -len(ending)]))
    return _bare(word)


def _bare(word: str) -> str:
    """Without a final "e", so that "moved", "moving" and "move" meet."""
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


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
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_UNITS += " fifteen sixteen seventeen eighteen nineteen"
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh"
_ORDINALS += " twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def _ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


_FIGURES = {word: str(n) for n, word in enumerate(_UNITS.split())}
_FIGURES |= {word: _ending(n) for n, word in enumerate(_ORDINALS.split())}
_FIGURES |= {word: str(10 * n) for n, word in enumerate(_TENS.split(), 2)}
# "one" and "second" are more often grammar than numbers; quantity.py looks at them in place.

_SPELT = {
    "st": "saint",
    "defence": "defense",
    "offence": "offense",
    "licence": "license",
    "centre": "center",
    "centres": "centers",
    "theatre": "theater",
    "programme": "program",
    "programmes": "programs",
    "grey": "gray",
    "cheque": "check",
    "towards": "toward",
    "afterwards": "afterward",
    "amongst": "among",
    "whilst": "while",
    "cancelled": "canceled",
    "travelled": "traveled",
    "travelling": "traveling",
    "fuelled": "fueled",
    "labelled": "labeled",
    "armour": "armor",
    "armoured": "armored",
    "labour": "labor",
    "harbour": "harbor",
    "neighbour": "neighbor",
    "neighbours": "neighbors",
    "favour": "favor",
    "behaviour": "behavior",
    "rumour": "rumor",
    "rumours": "rumors",
    "colour": "color",
    "honour": "honor",
    "analyse": "analyze",
    "analysed": "analyzed",
    "paralyse": "paralyze",
    "judgement": "judgment",
    "learnt": "learned",
    "burnt": "burned",
    "percent": "%",
    "pct": "%",
    "usa": "us",
    "km": "kilometer",
    "kms": "kilometers",
    "kilometres": "kilometers",
    "kilometre": "kilometer",
    "metre": "meter",
    "metres": "meters",
    "tonne": "ton",
    "tonnes": "tons",
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "maj": "major",
    "capt": "captain",
    "rep": "representative",
    "sen": "senator",
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
    "don't": "not",
    "doesn't": "not",
    "didn't": "not",
    "isn't": "not",
    "aren't": "not",
    "wasn't": "not",
    "weren't": "not",
    "won't": "not",
    "wouldn't": "not",
    "can't": "not",
    "cannot": "not",
    "couldn't": "not",
    "hasn't": "not",
    "haven't": "not",
    "hadn't": "not",
    "shouldn't": "not",
}
_ENDINGS = (
    ("isation", "ization"),
    ("isations", "izations"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ise", "ize"),
    ("ises", "izes"),
)
