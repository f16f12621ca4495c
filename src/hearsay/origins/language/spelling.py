"""One spelling for each word: British made American, abbreviations written out."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=1 << 16)
def american(word: str) -> str:
    """A folded word in American spelling: "defence" is "defense", "organised" is "organized"."""
    if word in _SPELT:
        return _SPELT[word]
    for british, put in _PATTERNS:
        word = british.sub(put, word)
    return word


IN_FULL = {
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "maj": "major",
    "capt": "captain",
    "rep": "representative",
    "congressman": "representative",
    "sen": "senator",
    "gov": "governor",
    "dr": "doctor",
    "mr": "mister",
    "usa": "us",
    "percent": "%",
    "pct": "%",
}
"""Titles and a few other words as they are written out."""

_SPELT = {
    "programme": "program",
    "programmes": "programs",
    "grey": "gray",
    "tyre": "tire",
    "tyres": "tires",
    "cheque": "check",
    "cheques": "checks",
    "plough": "plow",
    "towards": "toward",
    "afterwards": "afterward",
    "backwards": "backward",
    "forwards": "forward",
    "upwards": "upward",
    "whilst": "while",
    "amongst": "among",
    "learnt": "learned",
    "spelt": "spelled",
    "burnt": "burned",
    "cancelled": "canceled",
    "tonne": "ton",
    "tonnes": "tons",
    "judgement": "judgment",
    "ageing": "aging",
    "licence": "license",
    "practise": "practice",
    "pretence": "pretense",
    "defence": "defense",
    "defences": "defenses",
    "offence": "offense",
    "offences": "offenses",
    "analyse": "analyze",
    "analysed": "analyzed",
    "paralyse": "paralyze",
    "aluminium": "aluminum",
    "sceptical": "skeptical",
    "sceptic": "skeptic",
    "sceptics": "skeptics",
    "scepticism": "skepticism",
    "manoeuvre": "maneuver",
    "manoeuvres": "maneuvers",
    "jewellery": "jewelry",
    "enrol": "enroll",
    "fulfil": "fulfill",
    "skilful": "skillful",
    "adviser": "advisor",
    "advisers": "advisors",
}
_PATTERNS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"(?<=[^f]{2})our(?=s|ed|ing|able|ably|ful|ite|ites|less|hood|hoods|ly|er|ers|$)", "or"),
        (r"(?<=\w{2})(i|y)s(e|ed|es|er|ers|ing|ation|ations|ational)$", r"\1z\2"),
        (r"(?<=\w{2}[tbg])re(s?)$", r"er\1"),
        (r"(?<=[aeiou][^aeiou][aeiou])ll(?=(?:ed|ing|er|ers|or|ors)$)", "l"),
        (r"(?<=[aeiou][^aeiou][^aeiou][aeiou])ll(?=(?:ed|ing|er|ers|or|ors)$)", "l"),
        (r"(?<=f)ence(s?|less)$", r"ense\1"),
        (r"(?<=[tl])ogue(s?)$", r"og\1"),
    )
)
