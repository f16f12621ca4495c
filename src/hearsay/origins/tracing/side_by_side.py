"""Sets tellings of one thing side by side: what each retelling changed, and how others differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from hearsay.origins.citing.resolving import Sources
from hearsay.origins.descent.lineage import Lineage
from hearsay.origins.differing.changing import changes_in
from hearsay.origins.differing.pairing import pair_of
from hearsay.origins.differing.told import Telling, Told, telling
from hearsay.vocabulary.traces import Account, Change, ClaimNode, Comparison, Node, Retelling

LIKELY = 0.5
"""A link of this probability and more is followed to see what two tellings have in common."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The claims of one proposition, to be set side by side, each made ready once."""

    accounts: Mapping[str, Account]
    sources: Sources
    nodes: Mapping[str, Node]
    _tellings: dict[str, Telling] = field(default_factory=dict)

    def with_changes(self, link: Retelling) -> Retelling:
        """A retelling with what it changed."""
        later, earlier = self.nodes[link.later], self.nodes[link.earlier]
        if not isinstance(later, ClaimNode) or not isinstance(earlier, ClaimNode):
            return link
        return replace(link, changes=self._changes(earlier, later))

    def comparisons(self, found: Lineage) -> tuple[Comparison, ...]:
        """Tellings of one source that is not in the case, each beside the earliest of them."""
        made = []
        for common, tellings in _siblings(found, self.nodes):
            first, *others = tellings
            for other in others:
                changes = self._changes(first, other)
                if common is None:
                    changes = tuple(one for one in changes if one.kind in _OF_THE_MATTER)
                if changes:
                    made.append(Comparison((first.id, other.id), common, changes))
        return tuple(made)

    def _changes(self, before: ClaimNode, after: ClaimNode) -> tuple[Change, ...]:
        return changes_in(pair_of(self._telling(before), self._telling(after)))

    def _telling(self, node: ClaimNode) -> Telling:
        if node.id not in self._tellings:
            account = self.accounts[node.claim.capture]
            told = Told(node.id, node.claim, account, self.sources)
            self._tellings[node.id] = telling(told)
        return self._tellings[node.id]


_OF_THE_MATTER = frozenset(("entity", "quantity", "time", "predicate", "scope", "cause"))
"""What may differ between tellings with nothing in common: of who says it, and how surely, each
speaks for itself."""


def _siblings(
    found: Lineage, nodes: Mapping[str, Node]
) -> Iterator[tuple[str | None, Sequence[ClaimNode]]]:
    """Sources known by name only, with the claims of different documents that have it from there.

    However many names stand in between; a claim that has it from another claim is compared with
    that one already. Under no source stand, last, the claims that have nothing in common.
    """
    earlier: dict[str, list[str]] = defaultdict(list)
    for link in found.retellings:
        if link.probability >= LIKELY:
            earlier[link.later].append(link.earlier)
    denying = frozenset(found.denials)
    tellings: dict[tuple[str, bool], dict[str, ClaimNode]] = defaultdict(dict)
    for node in found.nodes:
        if isinstance(node, ClaimNode):
            for source in sorted(_named_above(node.id, earlier, nodes), key=_place):
                side = tellings[source, node.id in denying]
                side.setdefault(node.claim.capture, node)
    for (source, _), told in tellings.items():
        if len(told) > 1:
            yield source, tuple(told.values())
    for denied in (False, True):
        alone: dict[frozenset[str], ClaimNode] = {}
        for node in found.nodes:
            if isinstance(node, ClaimNode) and (node.id in denying) is denied:
                above = _roots_above(node.id, earlier)
                if not any(above & roots for roots in alone):
                    alone[above] = node
        if len({node.claim.capture for node in alone.values()}) > 1:
            yield None, tuple(alone.values())


def _roots_above(id: str, earlier: Mapping[str, list[str]]) -> frozenset[str]:
    """The furthest nodes that a node leads back to; itself, if it leads back to none."""
    above = [_roots_above(source, earlier) for source in earlier.get(id, ())]
    return frozenset().union(*above) if above else frozenset((id,))


def _place(node: str) -> tuple[int, str]:
    """Puts `k10` behind `k9`."""
    return len(node), node


def _named_above(id: str, earlier: Mapping[str, list[str]], nodes: Mapping[str, Node]) -> set[str]:
    """The furthest sources by name that a node leads back to without another claim in between."""
    found: set[str] = set()
    for source in earlier.get(id, ()):
        if not isinstance(nodes[source], ClaimNode):
            found |= _named_above(source, earlier, nodes) or {source}
    return found
