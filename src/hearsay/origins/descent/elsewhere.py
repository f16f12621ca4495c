"""Tells which claims that perhaps say the same would bring a source of their own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from hearsay.origins.alike.doubts import ClaimPlace, Neighbour
from hearsay.origins.citing.resolving import Sources
from hearsay.origins.citing.speakers import Source, same_source
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.traces import ClaimNode, Node, Perhaps


def doubted_nodes(nodes: Sequence[Node], doubted: Collection[ClaimPlace]) -> tuple[str, ...]:
    """The nodes of claims that may say another thing than most."""
    return tuple(
        node.id
        for node in nodes
        if isinstance(node, ClaimNode) and (node.claim.capture, node.claim.id) in doubted
    )


def from_elsewhere(
    neighbours: Sequence[Neighbour], claims: Sequence[Claim], sources: Sources
) -> tuple[Perhaps, ...]:
    """Those whose source none of `claims` has, each source once, the likeliest first.

    A source that the proposition has already brings nothing new, whatever it says besides.
    """
    if not neighbours:
        return ()
    known = [end for claim in claims for end in _behind(claim, sources)]
    found = []
    for one in neighbours:
        ends = [end for claim in one.claims for end in _behind(claim, sources)]
        if any(same_source(end, other) for end in ends for other in known):
            continue
        known += ends
        told = sorted(one.claims, key=lambda claim: _when(claim, sources))
        found.append(
            Perhaps(
                tuple(claim.id for claim in told),
                " ".join(told[0].words.split()),
                told[0].capture,
                round(one.probability, 4),
            )
        )
    return tuple(found)


def _behind(claim: Claim, sources: Sources) -> list[Source]:
    """Those whom a claim names, and its publisher."""
    publisher = sources.publisher(claim.capture)
    return [*(cited.source for cited in sources.chain(claim)), *([publisher] if publisher else [])]


def _when(claim: Claim, sources: Sources) -> tuple[str, str, int]:
    days = sources.days(claim.capture)
    return days[0].isoformat() if days else "9999", claim.capture, claim.spans[0].start
