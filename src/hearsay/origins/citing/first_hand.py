"""By which words an outlet says that it heard or saw something itself."""

from __future__ import annotations

import re
from functools import lru_cache

from hearsay.vocabulary.spans import Span

OWN = re.compile(
    r"\b(?:told|tells|spoke to|speaking to|seen by|shown to|reviewed by|obtained by"
    r"|interviewed by)\s+"
    r"(?:this (?:newspaper|paper|reporter|magazine|website|publication|correspondent|writer|agency)"
    r"|our (?:reporter|correspondent|paper|newspaper)s?|(?-i:us)\b)"
    r"|\b(?:our|this) (?:own )?(?:reporter|correspondent|newspaper)s?\b"
    r"(?=\s+(?:\w+\s+){0,2}?(?:met|saw|counted|visited|spoke|heard|found|watched|has seen|learn))",
    re.IGNORECASE,
)
"""With "this newspaper" and the like, whoever publishes it."""


def may_be_own(text: str) -> bool:
    """Whether it is worth looking for `OWN` in a text, which takes long in a long one."""
    plain = " ".join(text.split()).lower()
    return any(words in plain for words in _BEGINNINGS)


_BEGINNINGS = tuple(
    f"{verb} {whom}"
    for verb in (
        "told",
        "tells",
        "spoke to",
        "speaking to",
        "seen by",
        "shown to",
        "reviewed by",
        "obtained by",
        "interviewed by",
    )
    for whom in ("this ", "our ", "us")
) + tuple(
    f"{whose} {who}"
    for whose in ("our", "this", "our own", "this own")
    for who in ("reporter", "correspondent", "newspaper")
)


@lru_cache(maxsize=1 << 10)
def told_to(name: str) -> re.Pattern[str]:
    """The same with the name of the outlet."""
    return re.compile(
        r"\b(?:told|tells|spoke to|speaking to|interview with|seen by|shown to|"
        rf"reviewed by|obtained by)\s+(?:the\s+)?{re.escape(name)}\b"
    )


def sentence_around(text: str, span: Span) -> str:
    """The sentence around a span, roughly: from the last stop before it to the next after it."""
    low, high = max(0, span.start - 250), min(len(text), span.end + 250)
    before = re.split(r"[.!?]”?\s+(?=[A-Z“])|\n\s*\n", text[low : span.start])[-1]
    after = re.split(r"[.!?]”?(?:\s+|$)(?=[A-Z“])|\n\s*\n", text[span.end : high])[0]
    return before + text[span.start : span.end] + after
