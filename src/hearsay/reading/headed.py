"""Bare descriptions that are the last word of a name: "the police" after "the Federal Police".

Where names of two bodies end in the word, or begin with it before "of", nobody can tell which is
meant, and it stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from hearsay.vocabulary.readings import Mention
from hearsay.vocabulary.spans import hull

_DEFINITE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_BEGINS = re.compile(r"(?P<head>[\w’'-]+)\s+(?:of|for)\b", re.IGNORECASE)
_ENDS = re.compile(r"(?P<head>[\w’'-]+)\W*$")


def headed(
    mentions: Sequence[Mention], settled: Collection[str], text: str
) -> Iterator[tuple[str, str]]:
    """Each bare "the police" with the one earlier name that it is short for.

    `settled` are the ids of the mentions of which something else tells already what they mean.
    """
    named: dict[str, dict[str, str]] = {}
    for one in sorted(mentions, key=lambda mention: hull(mention.spans).start):
        if one.type != "Organization":
            continue
        at = hull(one.spans)
        words = at.of(text)
        if one.form == "name":
            for head in _heads(words):
                named.setdefault(head, {})[one.refers] = one.id
            continue
        if one.form != "nominal" or one.id in settled or one.refers != one.id:
            continue
        meant = named.get(words.casefold(), {})
        if len(meant) == 1 and _DEFINITE.search(text[max(0, at.start - 6) : at.start]):
            yield one.id, next(iter(meant.values()))


def _heads(name: str) -> Iterator[str]:
    """The words of a name by which alone it may be called."""
    begins, ends = _BEGINS.match(name), _ENDS.search(name)
    if begins is not None:
        yield begins["head"].casefold()
    elif ends is not None and len(name.split()) > 1:
        yield ends["head"].casefold()
