"""Finds the propositions that a person asks for, by a claim or by words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hearsay.origins.language.words import folded_in
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.traces import Trace

_ENOUGH = 0.5
"""A proposition is found by words if one of its claims has so many of them."""


def with_claim(traces: Iterable[Trace], claim: str) -> list[Trace]:
    """The propositions in which a claim stands, by its id."""
    return [trace for trace in traces if any(one.id == claim for one in trace.claims)]


def with_words(traces: Iterable[Trace], words: str) -> list[Trace]:
    """The propositions that have these words, best match first, and most told of like ones."""
    asked = folded(words)
    if not asked:
        return []
    found = [(_share(asked, trace), len(trace.claims), trace) for trace in traces]
    fitting = [one for one in found if one[0] >= _ENOUGH]
    fitting.sort(key=lambda one: (-one[0], -one[1], one[2].proposition))
    return [trace for _, _, trace in fitting]


def words_held(trace: Trace) -> str:
    """All words by which a proposition may be found, each once, in one line."""
    held = {word for claim in trace.claims for word in _words_of(claim)}
    return " ".join(sorted(held))


def may_have(held: str, words: str) -> bool:
    """Whether one that holds these words can be among those that `with_words` finds."""
    asked, line = folded(words), f" {held}"
    return bool(asked) and sum(f" {one}" in line for one in asked) >= _ENOUGH * len(asked)


def most_echoed(traces: Iterable[Trace]) -> list[Trace]:
    """Those first that the most documents tell for each origin that says them."""
    return sorted(traces, key=_echo)


def folded(words: str) -> Sequence[str]:
    """The words as texts are compared."""
    return folded_in(words)


def tellings(trace: Trace) -> int:
    """How many documents affirm it."""
    return len({c.capture for c in trace.claims if c.polarity == "affirmed"})


def _echo(trace: Trace) -> tuple[float, int, str]:
    told = tellings(trace)
    return -told / max(1.0, trace.origins.expected), -told, trace.proposition


def _share(asked: Sequence[str], trace: Trace) -> float:
    """How many of the words the claim has that has the most of them, in any form they begin."""
    best = 0.0
    for claim in trace.claims:
        here = _words_of(claim)
        met = sum(any(word.startswith(one) for word in here) for one in asked)
        best = max(best, met / len(asked))
    return best


def _words_of(claim: Claim) -> set[str]:
    return set(folded(claim.words)).union(*(folded(one.name) for one in claim.speakers))
