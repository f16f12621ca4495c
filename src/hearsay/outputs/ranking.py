"""Which propositions come first where many are listed: echoed by many, from few, and telling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from hearsay.origins.descent.telling import content
from hearsay.origins.language.words import folded_in
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.traces import ClaimNode, Trace

TELLING = 8
"""Words that carry something, names and numbers counted twice, from which on a claim says by
itself what it is about. "I did it" has none, "name those responsible within 30 days" six."""
_NAMED = re.compile(r"(?<![.!?“\"'‘]\s)(?<!^)(?<![“\"‘])\b[^\W\d_a-z]\w+|\d+")
"""A word with a capital that does not begin a sentence or a quotation, or a number."""


def most_echoed(traces: Iterable[Trace]) -> list[Trace]:
    """Those first that the most documents tell for each origin that says them.

    What does not say by itself what it is about ("I did it") weighs less, in step with how little
    it says, so that scraps of talk stand behind what can be checked.
    """
    return sorted(traces, key=_rank)


def saying(traces: Iterable[Trace], words: str) -> list[Trace]:
    """Those with a claim in which all of these words stand, in any form that they begin."""
    asked = folded_in(words)
    return [trace for trace in traces if any(_has(claim, asked) for claim in trace.claims)]


def documents_telling(trace: Trace) -> int:
    """How many documents affirm it."""
    denials = frozenset(trace.denials)
    return len(
        {
            node.claim.capture
            for node in trace.nodes
            if isinstance(node, ClaimNode) and node.id not in denials
        }
    )


def substance(words: str) -> float:
    """How far a claim says by itself what it is about, from 0 to 1."""
    return min(1.0, (len(set(content(words))) + len(set(_NAMED.findall(words)))) / TELLING)


def _has(claim: Claim, asked: Sequence[str]) -> bool:
    names = (word for speaker in claim.speakers for word in folded_in(speaker.name))
    here = {*folded_in(claim.words), *names}
    return all(
        any(word.startswith(one) and len(word) - len(one) <= _ENDING for word in here)
        for one in asked
    )


_ENDING = 3
"""Letters that a form of a word has more: "attack", "attacked"; but not "war", "warheads"."""


def _rank(trace: Trace) -> tuple[float, int, str]:
    told = documents_telling(trace)
    echo = told / max(1.0, trace.origins.expected)
    return -echo * substance(trace.gist), -told, trace.proposition
