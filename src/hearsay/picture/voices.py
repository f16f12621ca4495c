"""From how many origins a statement comes: those of the claims that make it, each counted once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hearsay.picture.index.rows import StatementRow
from hearsay.vocabulary.traces import ClaimNode, Node, Trace


@dataclass(frozen=True, slots=True)
class Voices:
    """Who says something in the first place, and how many more may."""

    proven: tuple[str, ...]
    """Origins by name: sources, or outlets that report of their own."""
    unproven: int
    """Further tellings whose lineage is not recorded; none of them counts as an origin."""


TracesOf = Callable[[str], Iterable[Trace]]
"""From a claim's id to the traces in which it is told with others."""


class Hearing:
    """Knows the origins of every claim that is asked after; each is looked up once."""

    def __init__(self, traces_of: TracesOf) -> None:
        self._traces_of = traces_of
        self._known: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    def voices(self, rows: Iterable[StatementRow]) -> Voices:
        """The origins of all these statements together.

        A claim that is told once has the speaker it names as its origin; one that names nobody is
        its outlet's own word, whose lineage is not recorded.
        """
        proven: set[str] = set()
        unproven: set[str] = set()
        for row in rows:
            told = self._origins(row.claim) if row.claim is not None else _NONE
            if told != _NONE:
                proven |= told[0]
                unproven |= told[1]
            elif len(row.speakers) > 1 and row.speakers[-1] != _NOBODY:
                proven.add(row.speakers[-1])
            else:
                unproven.add(row.source.publisher or row.source.address)
        return Voices(tuple(sorted(proven)), len(unproven - proven))

    def _origins(self, claim: str) -> tuple[frozenset[str], frozenset[str]]:
        """The names of a claim's proven and unproven origins; none where it is told only once."""
        if claim not in self._known:
            proven: set[str] = set()
            unproven: set[str] = set()
            for trace in self._traces_of(claim):
                names = {node.id: _name(node) for node in trace.nodes}
                own = {
                    n.id for n in trace.nodes if isinstance(n, ClaimNode) and n.claim.id == claim
                }
                for root in trace.origins.roots:
                    if own & {*root.claims, root.node}:
                        (proven if root.proven else unproven).add(names[root.node])
            self._known[claim] = frozenset(proven), frozenset(unproven)
        return self._known[claim]


_NOBODY = "nobody named"
"""Who speaks in "is said to": a claim's speaker whom nothing names is no origin."""
_NONE: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def _name(node: Node) -> str:
    """Whom a node stands for: the source by name, or who is cited first, or the outlet."""
    return node.claim.speakers[-1].name if isinstance(node, ClaimNode) else node.name
