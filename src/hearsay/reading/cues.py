"""Says what kind of saying a cue is, whether it is denied, and to whom it was said."""

from __future__ import annotations

import re
from functools import lru_cache

from hearsay.reading.lexicon import listed
from hearsay.reading.lexicon.cues import CLASSES, PHRASES, lemma
from hearsay.vocabulary.readings import CueClass, Polarity
from hearsay.vocabulary.spans import Spans, words_of

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_PHRASES = [(re.compile(pattern, re.I), cue_class) for pattern, cue_class in PHRASES]
_NEGATED = re.compile(
    r"\b(?:not|never|no\s+longer|cannot|without|nor|neither|refus(?:e|es|ed|ing)\s+to"
    r"|declin(?:e|es|ed|ing)\s+to|fail(?:s|ed|ing)?\s+to|stop(?:s|ped)?\s+short\s+of"
    r"|unable\s+to|unwilling\s+to|avoid(?:s|ed|ing)?)\b|n['’]t\b",
    re.I,
)
_NOT_ONLY = re.compile(r"\bnot\s+(?:only|just)\b", re.I)
_ADDRESSING = listed("""
    tell inform assure reassure remind warn urge ask brief advise notify caution alert order
    instruct command beg implore promise petition lobby press pressure challenge question quiz
    address counsel threaten accuse
    """)
_TO_SOMEONE = re.compile(
    r"\b(?:(?:letter|statement|message|memo|email|e-mail|note|report|testimony|speech|remarks|comments"
    r"|address|briefing|appeal|tweet|plea|complaint)\s+(?:sent\s+|written\s+|addressed\s+|given\s+)?to"
    r"|interview(?:\s+\w+)?\s+with|speaking\s+(?:to|before|with)|spoke\s+to|talking\s+to|talked\s+to"
    r"|testified\s+(?:to|before)|testimony\s+before|testifying\s+before|wrote\s+to|writing\s+to"
    r"|(?:said|says|stated|announced|explained|reported|complained|admitted|confirmed|suggested|pointed\s+out"
    r"|promised|apologi[sz]ed|appealed|confessed|boasted|conceded|disclosed|revealed)\s+to)\s+$",
    re.I,
)


def cue_class_of(cue: Spans, text: str, content: Spans = ()) -> CueClass:
    """The class of a cue by its most telling word; `said` where none is known.

    Where the content is known, "asked" and "told" with "to do something" are demands, and a mark
    before a question asks it.
    """
    words = words_of(cue, text)
    found = _class_of(words)
    if not content:
        return found
    if found == "asked" or (found == "said" and _TELLING.search(words)):
        opening = _DEMANDING if found == "asked" else _TO_DO
        return "demanded" if opening.match(text, content[0].start) else found
    if not re.search(r"\w", words):
        ending = text[content[-1].start : content[-1].end].rstrip("”’\"»' ")
        return "asked" if ending.endswith("?") else found
    return found


_TELLING = re.compile(r"\b(?:tell|tells|telling|told)\b", re.I)
_TO_DO = re.compile(r"[“\"‘'«\s]*(?:not\s+)?to\s+[a-z]", re.I)
_DEMANDING = re.compile(r"[“\"‘'«\s]*(?:(?:not\s+)?to\s+[a-z]|that\b|for\b)", re.I)


@lru_cache(maxsize=8192)
def _class_of(words: str) -> CueClass:
    for pattern, cue_class in _PHRASES:
        if pattern.search(words):
            return cue_class
    said: CueClass = "said"
    backed: CueClass | None = None
    for word in _lemmas(words):
        found = CLASSES.get(word)
        if found is None or found == "said":
            continue
        if found == "asked" and re.search(r"\b(?:was|were|when|if)\s+(?:\w+\s+)?asked\b", words):
            continue  # "when asked, he said"
        backed = backed or found
    return backed or said


def cue_polarity(cue: Spans, text: str) -> Polarity:
    """Denied where the cue denies ("denied that") or is negated itself ("did not say")."""
    words = words_of(cue, text)
    denies = _class_of(words) == "denied"
    found = None if _NOT_ONLY.search(words) else _NEGATED.search(words)
    if found is not None and found[0].lower().startswith("refus"):
        return "denied"  # which is what makes it a denial, and no second one
    negated = found is not None
    return "denied" if denies != negated else "affirmed"


def is_addressing(cue: Spans, text: str) -> bool:
    """Whether the cue's verb takes the one spoken to as its object ("told", "warned")."""
    return any(word in _ADDRESSING for word in _lemmas(words_of(cue, text)))


def leads_to_addressee(before: str) -> bool:
    """Whether the words before a name say that it is spoken or written to ("in a letter to")."""
    return _TO_SOMEONE.search(before) is not None


def _lemmas(words: str) -> list[str]:
    return [lemma(match[0].lower()) for match in _WORD.finditer(words)]


_QUOTED = re.compile(
    r"\b(?:quoted|cited|reported)(?:\s+\w+ly)?\s+(?:in|by|on)\s+(?:(?:the|an?)\s+)?$", re.I
)
_CITES = re.compile(
    r"\b(?:citing|quoting|quoted|quotes|cited|cites|attributed\s+to|credited\s+to)\s+(?:(?:the|an?)\s+)?$",
    re.I,
)


def is_reported_by(before: str) -> bool:
    """Whether the words before a name say that it carries another's words ("was quoted in the")."""
    return _QUOTED.search(before) is not None


def is_cited(before: str) -> bool:
    """Whether the words before a name say that it is the source of another ("B, citing")."""
    return _CITES.search(before) is not None
