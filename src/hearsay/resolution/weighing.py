"""Weighs what speaks for and against two names being one, and says it in words."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from hearsay.resolution.features.finding import Feature, Finding
from hearsay.resolution.pairs import Pair


@dataclass(frozen=True, slots=True)
class Sameness:
    """Whether two names are of one, how sure that is, and why in words."""

    same: bool
    score: float
    """From 0 to 1, how sure it is that they are one."""
    reasons: tuple[str, ...]
    """What counts most comes first."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A feature that applies, and what it adds to the odds, in logits."""

    feature: Feature
    finding: Finding
    weight: float


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each feature counts, in logits, by its name."""

    bias: Mapping[str, float]
    """What it is before anything is seen, by the kind of the names."""
    of: Mapping[str, float]
    pivot: float
    """The logit below which what speaks against counts for less; see `probability`."""
    slope: float


@lru_cache(maxsize=1)
def supplied_weights() -> Weights:
    """The weights that come with Hearsay, set by hand and checked on pairs (evaluation/names)."""
    file = resources.files("hearsay.resolution").joinpath("weights.json")
    held = json.loads(file.read_text("utf-8"))
    calibration = held["calibration"]
    return Weights(held["bias"], held["weights"], calibration["pivot"], calibration["slope"])


def weigh(pair: Pair, features: Iterable[Feature], weights: Weights) -> list[Weighed]:
    """Every feature that applies to a pair."""
    found = []
    for feature in features:
        finding = feature(pair)
        if finding is not None:
            weight = weights.of[feature.__name__] * finding.strength
            found.append(Weighed(feature, finding, weight))
    return found


def judge(found: Iterable[Weighed], kind: str, weights: Weights) -> Sameness:
    """What all of it together says."""
    every = sorted(found, key=lambda one: -abs(one.weight))
    score = probability(weights.bias[kind] + sum(one.weight for one in every), weights)
    same = score >= 0.5
    reasons = tuple(reason(one) for one in every if abs(one.weight) >= 0.3)
    return Sameness(same, score, reasons or (_NOTHING,))


def probability(logit: float, weights: Weights) -> float:
    """How many of the pairs with such a sum are one, of a hundred a hundredth.

    Names that have little in common may still be one by a fact that no table holds, so that the
    sum of what speaks against says more than is known. The slope was fitted on half A of the second
    pairs and on MEANTIME; what is above .2 or below it stays so.
    """
    if logit < weights.pivot:
        logit = weights.pivot + weights.slope * (logit - weights.pivot)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def reason(one: Weighed) -> str:
    """Why, as a person may read it: the feature's docstring, and what it saw."""
    said = saying(one.feature)
    return f"{said}: {one.finding.about}." if one.finding.about else f"{said}."


@lru_cache(maxsize=256)
def saying(feature: Feature) -> str:
    """What a feature says where it applies, without a full stop."""
    assert feature.__doc__ is not None
    return feature.__doc__.split("\n", 1)[0].rstrip(".")


_NOTHING = "Nothing speaks for it."
