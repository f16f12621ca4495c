"""One proposition in a few words, for lists and beside claims: how often told, from how many."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.outputs.imprints import ImprintOf
from hearsay.outputs.placing import Placed, placed
from hearsay.outputs.tallying import how_many, tellings, times
from hearsay.outputs.wording import quoted
from hearsay.vocabulary.traces import ClaimNode, Trace

_GIST = 320
"""Characters of the gist that are shown."""


@dataclass(frozen=True, slots=True)
class Echo:
    """What is told, how often, by how many outlets, and from how many origins."""

    trace: Trace
    claim: str
    """The id of its first claim, by which it is found."""
    gist: str
    told: int
    outlets: int
    origins: str
    """`1`, `1 to 3`, or that none is shown."""
    denied: int

    @property
    def shares_origin(self) -> bool:
        """Whether all who tell it lead back to one origin."""
        return self.told > 1 and self.trace.origins.most == self.trace.origins.least == 1

    @property
    def words(self) -> str:
        """`9 times by 6 outlets`."""
        by = "one outlet" if self.outlets == 1 else f"{self.outlets:,} outlets"
        return f"by {by}" if self.told == self.outlets else f"{times(self.told)} by {by}"


def echo_of(trace: Trace, imprint_of: ImprintOf, trees: Placed | None = None) -> Echo:
    """A proposition as lists show it."""
    trees = trees or placed(trace)
    told, outlets = tellings(trees.told, imprint_of)
    denied, _ = tellings(trees.denied, imprint_of)
    first = next(node for node in trace.nodes if isinstance(node, ClaimNode))
    gist = quoted(trace.gist, _GIST)
    return Echo(trace, first.claim.id, gist, told, outlets, how_many(trace.origins), denied)
