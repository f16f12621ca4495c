"""Whose somebody is by the words right before the name: "Iran's Supreme Leader Ali Khamenei".

Who is so introduced leads that body. That he leads another one, named elsewhere in the sentence,
the network only thinks as both stand near.
"""

from __future__ import annotations

import re

from hearsay.vocabulary.readings import RelationType
from hearsay.vocabulary.spans import Span

LEADING: frozenset[RelationType] = frozenset(("leads", "commands"))
_INTRODUCED = re.compile(r"[’']s\s+(?:[\w-]+\s+){1,4}$")
_FAR = 70
"""Code points before a name in which the words stand that say whose it is."""


def leads_another(kind: str, holder: Span, body: Span, text: str) -> bool:
    """Whether a leader is introduced as another body's, and this one is named apart from it."""
    if kind not in LEADING:
        return False
    start = max(0, holder.start - _FAR)
    found = _INTRODUCED.search(text[start : holder.start])
    if found is None or "\n" in found[0]:
        return False
    whose = start + found.start()
    return body.end < whose and not body.start <= whose <= body.end
