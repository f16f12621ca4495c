"""Where each telling stands: under the one that it has it from, its further sources beside it.

A trace is a graph, and people read trees. A claim with two earlier nodes is placed under one of
them, the nearest, and referred to at the other. The claims of one document that have it from the
same node are one telling.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hearsay.outputs.telling import (
    Telling,
    document_of,
    every,
    joined,
    one_a_document,
    settled,
)
from hearsay.vocabulary.traces import (
    ClaimNode,
    NamedNode,
    Node,
    Retelling,
    Trace,
)

STATED = 0.95
"""From this probability on a link is told as found, as in the count of most origins."""
LIKELY = 0.5
"""From this probability on a claim is placed under the earlier one; below it, it stands apart."""
HELD = 0.05
"""Below this, a link holds in none of the counts of origins, and is told in JSON only."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A trace as trees: those who say it and those who deny it."""

    told: tuple[Telling, ...]
    denied: tuple[Telling, ...]


def placed(trace: Trace) -> Placed:
    """The tellings of a trace as trees, proven roots first, then in order of time."""
    denials = frozenset(trace.denials)
    told = {n.id for n in trace.nodes if isinstance(n, ClaimNode)} - denials
    return Placed(settled(_Placing(trace, told).trees()), settled(_Placing(trace, denials).trees()))


def origin_numbers(trace: Trace, trees: Placed) -> dict[str, int]:
    """A number from 1 for each proven root, as the trees show them from the top."""
    standing = [
        node.id for telling in every((*trees.told, *trees.denied)) for node in telling.nodes
    ]
    proven = [root.node for root in trace.origins.roots if root.proven]
    in_order = dict.fromkeys([*(i for i in standing if i in set(proven)), *proven])
    return {node: at for at, node in enumerate(in_order, 1)}


class _Placing:
    """One side of a trace, those who say it or those who deny it, as its trees are made."""

    def __init__(self, trace: Trace, claims: Iterable[str]) -> None:
        self._claims = frozenset(claims)
        self._proven = {r.node: r.proven for r in trace.origins.roots}
        by_id = {n.id: n for n in trace.nodes}
        self._links = _upward(trace, self._claims, by_id)
        self._leading: dict[str, list[str]] = defaultdict(list)
        for later, links in self._links.items():
            for link in links:
                self._leading[link.earlier].append(later)
        named = {i for i in self._leading if isinstance(by_id[i], NamedNode)}
        self._nodes = {i: n for i, n in by_id.items() if i in self._claims or i in named}
        self._order = {node.id: at for at, node in enumerate(trace.nodes)}
        self._link = {i: self._nearest(i) for i in self._nodes}
        self._under: dict[str, list[str]] = defaultdict(list)
        for later, nearest in self._link.items():
            if nearest is not None:
                self._under[nearest.earlier].append(later)
        self._references = self._referring()

    def trees(self) -> tuple[Telling, ...]:
        """The trees, each node in one place."""
        tops = [i for i, link in self._link.items() if link is None]
        made: dict[str, Telling] = {}
        earliest: dict[str, int] = {}
        for node in reversed(list(self._downward(tops))):
            under = sorted(self._under[node], key=lambda i: earliest[i])
            earliest[node] = self._earliest(node, [earliest[i] for i in under])
            made[node] = self._telling(node, [made[i] for i in under])
        tops.sort(key=lambda i: (self._standing(i), earliest.get(i, 0)))
        kept = [
            made[i]
            for i in tops
            if isinstance(self._nodes[i], ClaimNode) or made[i].children or self._standing(i) < 2
        ]
        return tuple(one_a_document(kept, self._alike_at_the_top))

    def _alike_at_the_top(self, telling: Telling) -> object:
        """What claims of one document share that stand at the top as one telling."""
        if not isinstance(telling.head, ClaimNode):
            return None
        speakers = tuple(s.name for s in telling.head.claim.speakers[1:])
        further = tuple(link.earlier for link in telling.also)
        return self._standing(telling.head.id), speakers, further

    def _standing(self, node: str) -> int:
        """Proven roots come first, then the unproven, then what no count knows."""
        return {True: 0, False: 1, None: 2}[self._proven.get(node)]

    def _earliest(self, node: str, below: Sequence[int]) -> int:
        if isinstance(self._nodes[node], ClaimNode):
            return self._order[node]
        later = [self._order[i] for i in self._leading.get(node, ()) if i in self._claims]
        return min([*below, *later], default=self._order[node])

    def _nearest(self, node: str) -> Retelling | None:
        """The link that places a node: to the nearest of those that it likely has it from."""
        links = [link for link in self._links.get(node, ()) if link.earlier in self._nodes]
        none_holds = math.prod(1 - link.probability for link in links)
        if not links or 1 - none_holds < LIKELY:
            return None
        likely = [link for link in links if link.probability >= LIKELY] or links
        if len(likely) == 1:
            return likely[0]
        # What a nearer one has it from is no second source beside it.
        further = {i for link in likely for i in self._above(link.earlier)}
        near = [link for link in likely if link.earlier not in further] or likely
        return max(near, key=self._weight)

    def _weight(self, link: Retelling) -> tuple[float, bool, bool, float, int]:
        """By what one of several sources is taken for the place.

        First how sure it is; then what is in the case itself, where the reader can look it up.
        """
        held = isinstance(self._nodes[link.earlier], ClaimNode)
        proven = self._proven.get(link.earlier, False)
        order = self._order[link.earlier]
        return min(link.probability, STATED), held, proven, link.probability, order

    def _above(self, node: str) -> set[str]:
        """All nodes that a node likely leads back to."""
        found: set[str] = set()
        waiting = [node]
        while waiting:
            for link in self._links.get(waiting.pop(), ()):
                if link.probability >= LIKELY and link.earlier not in found:
                    found.add(link.earlier)
                    waiting.append(link.earlier)
        return found

    def _downward(self, tops: Iterable[str]) -> Iterator[str]:
        waiting = list(tops)
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(self._under[node])

    def _telling(self, node: str, under: Sequence[Telling]) -> Telling:
        here = self._nodes[node]
        link = self._link[node]
        also = [other for other in self._links.get(node, ()) if other is not link]
        also.sort(key=lambda one: -one.probability)
        telling = Telling(
            head=here,
            link=link,
            also=tuple(also),
            changes=link.changes if link else (),
            references=tuple(self._references.get(node, ())),
        )
        apart = []
        for child in under:
            if document_of(child) is not None and document_of(child) == document_of(telling):
                # A document that leads back to itself stands once.
                telling = joined(telling, replace(child, within=(*child.within, *child.changes)))
            else:
                apart.append(child)
        children = (*telling.children, *apart)
        return replace(telling, children=tuple(one_a_document(children)))

    def _referring(self) -> dict[str, list[Retelling]]:
        """For each node the links from those that have it from there too, and stand elsewhere."""
        found: dict[str, list[Retelling]] = defaultdict(list)
        for later, links in self._links.items():
            placing = self._link.get(later)
            if placing is None or len(links) < 2:
                continue
            around = self._above(placing.earlier)
            for link in links:
                told = link is placing or link.earlier in around
                if link.probability >= LIKELY and not told:
                    found[link.earlier].append(link)
        return found


def _upward(
    trace: Trace, claims: frozenset[str], by_id: Mapping[str, Node]
) -> dict[str, list[Retelling]]:
    """The links that lead back from these claims, and from sources known by name on the way."""
    every_link: dict[str, list[Retelling]] = defaultdict(list)
    for link in trace.retellings:
        if link.probability >= HELD and link.earlier in by_id:
            every_link[link.later].append(link)
    found: dict[str, list[Retelling]] = {}
    waiting = [node.id for node in trace.nodes if node.id in claims][::-1]
    while waiting:
        later = waiting.pop()
        if later in found or later not in every_link:
            continue
        found[later] = every_link[later]
        named = (link.earlier for link in found[later])
        waiting += [i for i in named if isinstance(by_id[i], NamedNode)]
    return found
