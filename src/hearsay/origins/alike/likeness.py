"""Whether two claims assert the same: a probability, and the reasons in words.

A small network over features that can be looked at (`comparing.py`), trained by `training.alike`.
It tells four outcomes apart; the first two belong into one proposition. What exactly differs
between two claims of one proposition is found elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from hearsay.origins.alike.comparing import FEATURES, Real, compare, table_of
from hearsay.origins.alike.features import ABOUT, NAME, NUMBER, UNIT, ClaimFacts, Term

OUTCOMES = ("same", "differs", "related", "unrelated")
"""`same`: both assert one thing. `differs`: both answer one question about the same things, with
another number, time, actor or predicate, or one denies it. `related`: another thing about the
same people or events."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two claims belong into one proposition, and why."""

    probability: float
    reasons: tuple[str, ...]
    """In words: what both name, and in what they differ."""


@dataclass(frozen=True, slots=True, eq=False)
class PairHead:
    """The trained weights, with the count of words that says how rare each is."""

    common: Mapping[str, int]
    """In how many sentences of the training corpora a stem stands; negative for names."""
    sentences: int
    """How many sentences those corpora have."""
    mean: Real
    scale: Real
    layers: tuple[tuple[Real, Real], ...]
    """Weights and offsets, tanh between them."""

    def outcomes(self, features: Real) -> Real:
        """The probability of each of `OUTCOMES`, a row for a pair."""
        at = np.clip((features - self.mean) / self.scale, -_FAR, _FAR)
        for weights, offsets in self.layers[:-1]:
            at = np.tanh(at @ weights + offsets)
        weights, offsets = self.layers[-1]
        at = at @ weights + offsets
        risen = np.exp(at - at.max(1, keepdims=True))
        shares: Real = risen / risen.sum(1, keepdims=True)
        return shares

    def probabilities(self, features: Real) -> Real:
        """The probability that a pair belongs into one proposition."""
        shares: Real = self.outcomes(features)[:, :2].sum(1)
        return shares


@cache
def pair_head() -> PairHead:
    """The head that Hearsay ships with."""
    return head_from(
        files("hearsay.origins.alike").joinpath("weights/alike.json").read_text("utf-8")
    )


def head_from(text: str) -> PairHead:
    """A head from the JSON that `training.alike` writes."""
    kept = json.loads(text)
    if tuple(kept["features"]) != FEATURES:
        raise ValueError("These weights were trained for other features: run training.alike again.")
    return PairHead(
        kept["common"],
        kept["sentences"],
        np.array(kept["mean"]),
        np.array(kept["scale"]),
        tuple((np.array(weights), np.array(offsets)) for weights, offsets in kept["layers"]),
    )


def alike(left: ClaimFacts, right: ClaimFacts) -> Likeness:
    """How likely two claims belong into one proposition, and why; the same both ways round."""
    head = pair_head()
    table = table_of((left, right), head.common, head.sentences)
    one = np.zeros(1, np.int64)
    features = compare(table, one, one + 1)
    probability = float(head.probabilities(features)[0])
    return Likeness(probability, tuple(_reasons(left, right)))


_FAR = 4.0
"""Standard deviations: what lies farther out was hardly seen in training."""


def _reasons(left: ClaimFacts, right: ClaimFacts) -> Iterable[str]:
    """What speaks for and against, in the order in which a person would name it."""
    ours, theirs = _by_concept(left), _by_concept(right)
    shared = [concept for concept in ours if concept in theirs]
    names = [ours[c].word for c in shared if NAME in (ours[c].kind, theirs[c].kind)]
    figures = [ours[c].word for c in shared if ours[c].kind in (NUMBER, UNIT)]
    words = [_pair(ours[c].word, theirs[c].word) for c in shared if _is_word(ours[c], theirs[c])]
    yield from _said("both name ", names)
    yield from _said("both give ", figures)
    yield from _said("both say ", words)
    if not shared:
        yield "they share no word of content"
    yield from _clash("number", NUMBER, ours, theirs)
    yield from _clash("number of a unit", UNIT, ours, theirs)
    yield from _clash("name", NAME, ours, theirs)
    if left.times and right.times:
        meet = any(a.meets(b) for a in left.times for b in right.times)
        yield "their times meet" if meet else "their times lie apart"
    if left.denied != right.denied:
        yield "one denies it"


def _by_concept(fact: ClaimFacts) -> dict[str, Term]:
    return {term.concept: term for term in reversed(fact.terms)}


def _is_word(left: Term, right: Term) -> bool:
    return not {left.kind, right.kind} & {NAME, NUMBER, UNIT, ABOUT}


def _pair(left: str, right: str) -> str:
    return left if left == right else f"{left}/{right}"


def _said(before: str, words: list[str]) -> Iterable[str]:
    if words:
        yield before + ", ".join(dict.fromkeys(words))


def _clash(what: str, kind: int, ours: dict[str, Term], theirs: dict[str, Term]) -> Iterable[str]:
    """A difference where each side has one of a kind that the other has not."""
    left = [t.word for c, t in ours.items() if t.kind == kind and c not in theirs]
    right = [t.word for c, t in theirs.items() if t.kind == kind and c not in ours]
    if left and right:
        yield f"another {what}: {', '.join(left)} against {', '.join(right)}"
