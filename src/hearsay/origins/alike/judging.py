"""The second judgement of a pair: whether it is one thing said, in view of what stands around both.

Likeness alone misses a reworded report, and joins strangers that share names. Where two documents
tell more alike, in the same order or from one source, other words are to be expected; where they
have nothing else in common, another name or number weighs against the pair. A few weights say how
much; `training.judging` fits them.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from hearsay.origins.alike.comparing import FEATURES, Real
from hearsay.origins.alike.surroundings import AROUND

REASONS = (
    "likeness", "kin", "ordered", "one_document", "one_source", "lone_number", "lone_name",
    "lone_both", "lone_words", "lone_in_row", "words", "names", "numbers", "numbers_one",
    "strangest", "meaning_left",
)  # fmt: skip
"""What is weighed, in the order of the columns that `reasons` gives."""

_ONE_QUESTION = 2.0
"""Log odds for two answers to one question, as whose arm a force is; too rare to be fitted."""

_KIN = 2.0
"""More in common than this says no more."""

_SUREST = 1e-4


def judged(
    chances: Real, features: Real, around: Real, one_source: Real, one_question: Real
) -> Real:
    """The probability that each pair is one thing said, in view of all that is known of it."""
    weights = _weights()
    at = weights[0] + reasons(chances, features, around, one_source) @ weights[1:]
    found: Real = 1 / (1 + np.exp(-(at + _ONE_QUESTION * one_question)))
    return found


def reasons(chances: Real, features: Real, around: Real, one_source: Real) -> Real:
    """The columns of `REASONS`, a row for a pair."""
    known = dict(zip(FEATURES, features.T, strict=True))
    beside = dict(zip(AROUND, around.T, strict=True))
    bounded = np.clip(chances, _SUREST, 1 - _SUREST)
    lone = 1 - np.minimum(beside["kin"], 1)
    other_number = np.maximum(
        known["numbers_both"] * (known["numbers_more"] < 0.5),
        known["units_both"] * (known["units_more"] < 0.5),
    )
    other_name = known["names_both"] * (1 - known["names_more"])
    named = np.maximum(known["names_more"], known["numbers_more"]) >= _MAIN
    columns = (
        np.log(bounded / (1 - bounded)),
        np.minimum(beside["kin"], _KIN), beside["ordered"], beside["one_document"],
        one_source * named,
        lone * other_number, lone * other_name, lone * other_number * other_name,
        lone * known["words_less"], lone * known["in_row"], known["words_less"],
        known["names_less"], np.maximum(known["numbers_more"], known["units_more"]),
        known["numbers_one"], known["strangest_less"], known["meaning_left"],
    )  # fmt: skip
    return np.stack([np.asarray(column, np.float64) for column in columns], 1)


_MAIN = 0.5
"""Share of the names of the claim that has fewer which the other has too: two claims of one source
are no more alike for it where they are about different things."""


@cache
def _weights() -> NDArray[np.float64]:
    """The offset, then a weight for each reason."""
    text = files("hearsay.origins.alike").joinpath("weights/judging.json").read_text("utf-8")
    kept = json.loads(text)
    if tuple(kept["reasons"]) != REASONS:
        raise ValueError("These weights are for other reasons: run training.judging again.")
    return np.array(kept["weights"], np.float64)
