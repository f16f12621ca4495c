"""How far each kind of evidence is trusted: scores by judgement, set right by measuring."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from hearsay.vocabulary.traces import Evidence

STEPS = Path(__file__).with_name("trust.json")
"""What `python -m training.trust --write` measured."""

Steps = Mapping[str, tuple[tuple[float, float], ...]]
"""For each group of evidence, from which score on a link is how likely right."""


def group_of(evidence: Iterable[Evidence]) -> str:
    """By which evidence a link stands: what a text says of itself before what is seen in it."""
    every = tuple(evidence)
    if says_so(every):
        return "stated"
    kinds = {one.kind for one in every}
    return next((k for k in ("copied_text", "quotation", "rewording") if k in kinds), "")


def says_so(evidence: Iterable[Evidence]) -> bool:
    """Whether the later text says of itself that it has it from there."""
    return any(one.kind in _STATED for one in evidence)


_STATED = frozenset(("named_source", "credit", "wire", "link", "endnote"))


@cache
def _measured() -> Steps:
    if not STEPS.exists():
        return {}
    held = json.loads(STEPS.read_text("utf-8"))
    return {group: tuple((low, share) for low, share in steps) for group, steps in held.items()}


@dataclass(frozen=True, slots=True)
class Trust:
    """The probability that a telling leads back to another, or to one with its very words.

    The scores are judgements, with the reasons given here. A link between two claims of the case
    gets what `steps` say of its score: the share of right ones that was measured.
    """

    sure: float = 0.95
    """From here a link counts as held for the largest number of origins."""
    named_here: float = 0.97
    """It says whom it has it from, and that source says the same in the case."""
    named: float = 0.97
    """It says whom it has it from; that source is known by name only. A name can be misread."""
    through: float = 0.95
    """A body speaks through an office of its own that is named beside it."""
    press: float = 0.8
    """It says "newspapers", and these papers of the case say the same; others may have too."""
    link: float = 0.97
    """Its paragraph gives the address of a document of the case that says the same."""
    pointing: float = 0.9
    """One document gives the address of another, which need not be where it has all from."""
    credit: float = 0.97
    """A line around the text says whose text it is."""
    via: float = 0.95
    """Through whom it came, who need not be whose it is."""
    contributed: float = 0.3
    """Some of it may be that agency's; which part is not said."""
    endnote: float = 0.96
    """A note at the sentence names it; a note can serve more than its own sentence."""
    copied_least: float = 0.45
    """With the smallest share of the claim's words that counts as copied at all …"""
    copied_whole: float = 0.98
    """… and with all of them."""
    siblings: float = 0.6
    """Two texts credited to one agency: each may have it from there and not from the other."""
    quotation: float = 0.6
    """The same quoted words, whose speaker one of them does not name."""
    quotation_heard: float = 0.4
    """The same quoted words of one speaker named in both: many hear what is said in public."""
    quotation_leaning: float = 0.93
    """The same quoted words, in a document that cites the other for other things."""
    leaning: float = 0.96
    """Asserted without a source by a document that cites the other's publisher for other things."""
    repeated: float = 0.96
    """A document says again without a source what it says elsewhere with one."""
    reworded: float = 0.96
    """The most that rewording alone is worth: the same rare things in the same order, in documents
    that run alike elsewhere."""
    translated: float = 0.9
    """Names and numbers in the order of a text in another language; both may have a third one's."""
    steps: Steps = field(default_factory=_measured)

    def stepped(self, group: str, score: float) -> float:
        """What a score was measured to be worth; below the lowest step it is left as it is."""
        steps = self.steps.get(group, ())
        at = bisect_right(steps, score + 0.005, key=lambda step: step[0])
        return steps[at - 1][1] if at else score

    def copied(self, share: float) -> float:
        """What it is worth that this share of a claim's words is another one's."""
        return self.copied_least + (self.copied_whole - self.copied_least) * min(1.0, share / 0.8)


TRUST = Trust()
