"""From how many origins a statement comes: those of the claims that make it, each counted once."""

from __future__ import annotations

from collections.abc import Iterable
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


class Hearing:
    """Knows the origins of every claim of a case that is told more than once."""

    def __init__(self, traces: Iterable[Trace]) -> None:
        self._proven: dict[str, set[str]] = {}
        self._unproven: dict[str, set[str]] = {}
        for trace in traces:
            self._take(trace)

    def voices(self, rows: Iterable[StatementRow]) -> Voices:
        """The origins of all these statements together.

        A claim that is told once has the speaker it names as its origin; one that names nobody is
        its outlet's own word, whose lineage is not recorded.
        """
        proven: set[str] = set()
        unproven: set[str] = set()
        for row in rows:
            if row.claim is not None and row.claim in self._proven:
                proven |= self._proven[row.claim]
                unproven |= self._unproven[row.claim]
            elif len(row.speakers) > 1:
                proven.add(row.speakers[-1])
            else:
                unproven.add(row.source.publisher or row.source.account)
        return Voices(tuple(sorted(proven)), len(unproven))

    def _take(self, trace: Trace) -> None:
        names = {node.id: _name(node) for node in trace.nodes}
        claims = {n.id: n.claim.id for n in trace.nodes if isinstance(n, ClaimNode)}
        for root in trace.origins.roots:
            for node in {*root.claims, root.node}:
                if node in claims:
                    held = self._proven if root.proven else self._unproven
                    self._proven.setdefault(claims[node], set())
                    self._unproven.setdefault(claims[node], set())
                    held[claims[node]].add(names[root.node])


def _name(node: Node) -> str:
    """Whom a node stands for: the source by name, or who is cited first, or the outlet."""
    return node.claim.speakers[-1].name if isinstance(node, ClaimNode) else node.name
