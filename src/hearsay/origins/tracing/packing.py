"""A trace without its claims, small enough to be sent from one process to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.traces import ClaimNode, Node, Trace


@dataclass(frozen=True, slots=True)
class PackedTrace:
    """A trace without its claims, to be sent to where they are held."""

    trace: Trace
    nodes: tuple[Node | tuple[str, int, str | None], ...]
    """For that of a claim, its id, which claim it is, and when that was published."""

    @classmethod
    def of(cls, trace: Trace, claims: Sequence[Claim]) -> PackedTrace:
        """A trace, packed; `claims` are those of its proposition."""
        places = {(claim.capture, claim.id): at for at, claim in enumerate(claims)}
        nodes = (
            (one.id, places[one.claim.capture, one.claim.id], one.published)
            if isinstance(one, ClaimNode)
            else one
            for one in trace.nodes
        )
        return cls(replace(trace, nodes=()), tuple(nodes))

    def unpacked(self, claims: Sequence[Claim]) -> Trace:
        """The trace, whole again with the same claims."""
        nodes = (
            ClaimNode(one[0], claims[one[1]], one[2]) if isinstance(one, tuple) else one
            for one in self.nodes
        )
        return replace(self.trace, nodes=tuple(nodes))
