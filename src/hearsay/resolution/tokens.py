"""Cuts a name into words, and keeps what capitals, commas and brackets say about them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from hearsay.resolution.letters import CACHED, fold
from hearsay.resolution.syllables import has_syllables, in_latin


class Token(NamedTuple):
    """One word of a name, folded, without its article, with how it stood there."""

    word: str
    written: str
    before: str = ""
    """What stands between it and the word before: a comma, a slash, an opening bracket."""
    owner: bool = False
    """Whether it bears a possessive s: what follows belongs to it."""
    of: bool = False
    """Whether "of" or its like in another language leads to it."""

    @property
    def capitals(self) -> bool:
        """Whether it is all capitals, as acronyms are."""
        return _capitals(self.written)


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text in order; words such as "the" are left out, "of" marks the next one."""
    found: list[Token] = []
    end, of, lost = 0, False, ""
    if _last_of(text) in _ENDS_OF_COMPANIES:
        text = _COMPANY.sub(" Ltd", text)
    text = _readable(text)
    for match in _WORD.finditer(text):
        written = match[0]
        start = match.start()
        before = (
            lost
            if start <= end + 1 and text[end:start] in _PLAIN
            else (lost + text[end:start].strip())
        )
        end = match.end()
        word, owner = _word(written)
        if word in SMALL and not _a_letter(text, written, word, end, later=bool(found)):
            of = of or word in LEADING
            lost = before
            continue
        lost = ""
        if word:
            found.append(Token(word, written, before, owner, of))
        of = False
    return tuple(found)


def _last_of(text: str) -> str:
    """What follows the last blank or dot between letters: de C.V. ends with v."""
    last = text[text.rfind(" ") + 1 :].casefold()
    return last if "." not in last[:-1] else last[last[:-1].rfind(".") + 1 :]


def _a_letter(text: str, written: str, word: str, end: int, *, later: bool) -> bool:
    """Whether it is an initial or A Company's letter, and not a small word."""
    if len(word) != 1 or not written[0].isupper():
        return False
    # A. Bello and A Bello, but not "A driver".
    return later or text[end : end + 1] == "." or text[end + 1 : end + 2].isupper()


SMALL = frozenset(
    ("the", "of", "and", "for", "in", "on", "at", "to", "a", "an", "by", "from", "with",
     "de", "del", "la", "las", "los", "du", "des", "da", "do", "dos", "e", "y", "et", "il", "lo",
     "le", "les", "von", "van", "der", "den", "und", "ve", "no", "nr", "al", "el", "ul", "im",
     "في", "من", "و", "й", "я", "ї", "ая", "ий")
)  # fmt: skip
"""Words that name nothing."""
LEADING = frozenset(
    ("of", "for", "de", "del", "du", "des", "da", "do", "dos", "in", "by", "من", "في")
)

_WORD = re.compile(r"[^\W_]+(?:['’‘ʼʻ`´][^\W_]+)*(?:['’](?=\s|$))?")
_ARTICLE = re.compile(
    r"(?<![^\W_])(?:[Aa]l|AL|[Ee]l|[Uu]l|[Ii]l|[Aa]sh?|[Aa]dh?|[Aa]r|[Aa]n|[Aa]t|[Aa]z)[-‐‑](?=[^\W\d_])"
)
_DOTTED = re.compile(r"\b([A-Za-z])\.(?=[A-Za-z]\b)")
_PLAIN = frozenset(("", " "))
_SIGNS = re.compile(r"[.\-0-9]")
_RUN_ON = re.compile(
    r"(?<![^\W_])(?:\d+(?=[A-Z]{2,}|bn\b|bde\b|div\b)(?!ST\b|ND\b|RD\b|TH\b)|[A-Z]{3,}(?=\d{1,3}\b))"
)
"""48IB, BRIM15: letters and a number written as one."""
_COMPANY = re.compile(
    r"(?<=[^\W\d_]{2}),?\s+(?:S\.? ?A\.? de C\.? ?V|S\.? de R\.? ?L\.? de C\.? ?V|S\. en C"
    r"|(?<=[^\W\d_]{4} )(?:S\. ?A\. ?S|S\. ?A)|S\. ?p\. ?A|SpA|S\. ?r\. ?l|Srl|N\. ?V|B\. ?V"
    r"|GmbH ?& ?Co\.? ?KG|L\. ?L\. ?[CP]|LLP|FZ-?LLC|FZE|FZCO|FZC|W\. ?L\. ?L|WLL|Sdn\.? ?Bhd"
    r"|\(?P(?:vt|te|ty|rivate)\.?\)? (?:Ltd|Limited))\.?\Z"
)
"""Gécamines S.A.: forms of companies, which are no initials, where a name ends."""
_ENDS_OF_COMPANIES = frozenset(
    ("v", "v.", "c", "c.", "a", "a.", "s", "s.", "l", "l.", "p", "p.", "spa", "srl", "kg", "llp",
     "fz-llc", "fzllc", "fze", "fzco", "fzc", "wll", "bhd", "bhd.", "ltd", "ltd.", "limited")
)  # fmt: skip
_ORDINAL = re.compile(r"(?<=\d)/[oa]\b\.?|\b[Nn]\.?\s?°|№|(?<=\d)\.[ºªo](?= )")
"""Mexico's 42/o Batallón and 35/a Zona, N° 6."""
_CYRILLIC_ORDINAL = re.compile(r"(?<=\d)-[а-яіїє]{1,3}\b")
"""64-я, 93-тя: the ending of an ordinal."""
_INITIALS = re.compile(r"\s*(?:[A-Z]\.){2,}[A-Z]?\.?\s*")
"""F.B.I. and nothing else, which is no person's initials."""
_JOINED = re.compile(r"\b(u\.s\.a|u\.s|u\.k|u\.n|a\.k\.a|p\.m)\b\.?", re.IGNORECASE)


def _readable(text: str) -> str:
    if text.isascii() and not _SIGNS.search(text):
        return text
    if "." in text:
        text = text.replace(".", "") if _INITIALS.fullmatch(text) else text
        text = _JOINED.sub(lambda m: m[0].replace(".", ""), text)
        text = _DOTTED.sub(lambda m: f"{m[1]}. ", text)
    if "-" in text or "‐" in text or "‑" in text:
        text = _ARTICLE.sub("", text)
    if not text.isascii() and has_syllables(text):
        text = in_latin(text)
    text = _RUN_ON.sub(lambda m: f"{m[0]} ", text)
    if "/" in text or not text.isascii():
        text = _ORDINAL.sub("", text)
    if "-" in text and not text.isascii():
        text = _CYRILLIC_ORDINAL.sub("", text)
    return text.replace("\u200c", "").replace("ـ", "")


@lru_cache(maxsize=CACHED)
def _capitals(written: str) -> bool:
    return sum(c.isupper() for c in written) > 1


@lru_cache(maxsize=CACHED)
def _word(written: str) -> tuple[str, bool]:
    """A word as tables hold it, and whether it is a possessive."""
    word = fold(written)
    owner = False
    if word.endswith("'s") and len(word) > 3:
        word, owner = word[:-2], True
    elif word.endswith("'"):
        word, owner = word[:-1], word.endswith("s'")
    word = _ELIDED.sub("", word).replace("'", "").strip()
    if word.startswith(("ال", "لل")) and len(word) > 4:
        word = word[2:]
    elif word.startswith(("وال", "بال")) and len(word) > 6:
        word = word[3:]
    return _SPELLINGS.get(word) or _AMERICAN.sub(r"iz\1", word), owner


_ELIDED = re.compile("^[ld]'(?=[aeiouh])")
_AMERICAN = re.compile(r"(?<=[a-z]{4})is(ations?|ed|ing)$")
_SPELLINGS = {
    "defence": "defense", "defences": "defense", "centre": "center", "labour": "labor",
    "harbour": "harbor", "armour": "armor", "armoured": "armored", "theatre": "theater",
    "peoples": "people", "programme": "program", "organisation": "organization",
    "counterterrorism": "counter terrorism",
}  # fmt: skip
