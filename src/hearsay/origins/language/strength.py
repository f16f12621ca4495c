"""How strongly a sentence claims that one thing brings about another, by its words alone.

Levels: 0 it says nothing of the kind, 1 two things go together, 2 one may bring about the other,
3 it does. Fitted weights of runs of words and a short list of our own, which knows rarer words,
are asked together. `training/certainty.py` fits the weights and prints how good both are.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hearsay.origins.language.forms import form
from hearsay.origins.language.words import folded_in

Floats = NDArray[np.float32]
WEIGHTS = Path(__file__).with_name("strength.npz")


def runs_of(text: str) -> tuple[str, ...]:
    """The runs of one to three words in a text, each once; figures count as one word."""
    words = [form(word) for word in folded_in(text)]
    words = ["#" if word[:1].isdigit() else word for word in words]
    found = {
        " ".join(words[i : i + length])
        for length in (1, 2, 3)
        for i in range(len(words) - length + 1)
    }
    return tuple(sorted(found))


def strengths(text: str, weights: tuple[dict[str, int], Floats] | None = None) -> Floats:
    """The probability of each of the four levels."""
    places, table = weights or _shipped()
    known = [places[run] for run in runs_of(text) if run in places]
    scores = table[-1] + table[known].sum(axis=0) / max(1, len(known)) ** 0.5
    scores[level_by_list(text)] += _LIST_WEIGHS
    odds = np.exp(scores - scores.max())
    found: Floats = odds / odds.sum()
    return found


def level_by_list(text: str) -> int:
    """The level by our own list of words alone."""
    together, causes = bool(_TOGETHER.search(text)), bool(_CAUSES.search(text))
    if not causes:
        return 1 if together else 0
    if _MAYBE.search(text):
        return 2
    return 1 if together else 3


_LIST_WEIGHS = 1.0
"""The best on one half of the pairs of press release and abstract, by hash; the other measures."""
_MAYBE = re.compile(
    r"\b(?:may|might|could|can|possib\w+|potential\w*|perhaps|suggest\w*|appears?|seems?|likely to"
    r"|hint\w*|hypothes\w+|believe\w*|promising)\b",
    re.I,
)
_TOGETHER = re.compile(
    r"\b(?:associat\w+|link(?:ed|s)?|correlat\w+|relat(?:ed|ionship|ion)\w*|connect\w+|predict\w*"
    r"|more likely|less likely|at (?:\w+ )?(?:higher|greater|lower|increased|reduced) risk|higher"
    r"|lower|greater|compared|than|marker|risk factors?|tend\w*|odds|similar|prevalence|differ\w*)"
    r"\b",
    re.I,
)
_CAUSES = re.compile(
    r"\b(?:caus\w+|increas\w+|reduc\w+|improv\w+|prevent\w*|lead\w*|led|result\w*|affect\w*"
    r"|effect\w*|impact\w*|influenc\w+|help\w*|boost\w*|protect\w*|lower(?:s|ed|ing)?|rais\w+"
    r"|harm\w*|damag\w+|benefit\w*|contribut\w+|due to|because|decreas\w+|save\w*|saving|make\w*"
    r"|mak(?:es|ing)|reliev\w+|cut(?:s|ting)?|trigger\w*|enhanc\w+|produc\w+|efficac\w+"
    r"|work(?:s|ed)?|accelerat\w+|slow\w*|speed\w*|weaken\w*|worsen\w*|delay\w*|provide\w*"
    r"|driven?|determin\w+|responsible)\b",
    re.I,
)


@cache
def _shipped() -> tuple[dict[str, int], Floats]:
    with np.load(WEIGHTS) as held:
        return {str(run): i for i, run in enumerate(held["runs"])}, held["weights"].astype(
            np.float32
        )
