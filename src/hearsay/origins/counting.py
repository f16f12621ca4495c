"""Counts how many independent origins a proposition has: least, expected and most.

The rule and three worked examples stand in the published shape of `hearsay trace` ("Counting").
A *root* is a node that a claim leads back to and that leads no further back itself; a claim that
repeats nobody leads back to itself. A claim with several sources leads back to several roots.
Each link holds or fails by its own probability, whatever becomes of the others.

`least` is the number when every link of some likelihood holds. It is no lower bound of `expected`
where a link to a source known by name is itself unsure: such a link, when it holds, brings a
source in. Where those links are sure, least ≤ expected ≤ most but for what links of less than
.05 and more than .95 leave over.

Which claims say the same is itself not always sure. A root of whose claims it can be doubted is
left out of `least`; `most` takes in what perhaps says the same too and comes from elsewhere: as
many as are exceeded in no more than one case of ten.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import fsum, prod

import numpy as np
from numpy.typing import NDArray

from hearsay.vocabulary.traces import ClaimNode, Node, Origins, Perhaps, Retelling, Root

SURE = 0.95
"""A link of this probability and more is taken to hold for `most`."""
LIKELY_ENOUGH = 0.05
"""A link of this probability and more is taken to hold for `least`."""
EXACT = 16
"""Up to so many unsure links every case is gone through: 65,536 of them."""
ERROR = 0.015
"""Standard error at which sampling stops; what is promised is .02."""
SAMPLES = 4096
"""Cases in one round of sampling: the second round is seldom needed."""

EXCEEDED = 0.1
"""In how many cases more of what perhaps says the same may do so than `most` takes in."""

Link = tuple[str, str]
Cases = NDArray[np.bool_]
"""One truth value for each case that is gone through."""


def count(
    nodes: Sequence[Node],
    retellings: Sequence[Retelling],
    proven: Mapping[str, bool],
    *,
    denials: Sequence[str] = (),
    together: Mapping[str, str] | None = None,
    doubted: Collection[str] = (),
    perhaps: Sequence[Perhaps] = (),
    seed: int = 7,
) -> Origins:
    """How many independent origins affirm what these nodes say, and which they are.

    `proven` says of a node whether its lineage is recorded down to a first utterance; what it does
    not name is unproven. `denials` are counted on their own side: call again with the others as
    denials to count them. `doubted` are claims that may say another thing than most; `perhaps`
    are others that may say the same, each from a source of its own. Roots that `together` gives
    one owner are listed each and counted once, as proven if one of them is. The roots listed are
    those that `most` counts, the proven first.
    Where nothing affirms, there is nothing to count and every number is 0.
    """
    graph = _Graph(nodes, retellings, frozenset(denials))
    if not graph.claims:
        return Origins(0, 0.0, 0, 0, ())
    owner = dict(together or {})
    sure, likely = graph.roots(SURE), graph.roots(LIKELY_ENOUGH)
    counted = _owners(sure, owner)
    shown = _owners((node for node in sure if proven.get(node)), owner)
    open_ = frozenset(doubted)
    known = _owners(
        (n for n, claims in likely.items() if proven.get(n) and not open_.issuperset(claims)), owner
    )
    roots = [
        Root(node, bool(proven.get(node)), claims, open_.issuperset(claims))
        for node, claims in sure.items()
    ]
    return Origins(
        least=max(1, len(known)),
        expected=max(1.0, _expected(graph, proven, owner, seed)),
        most=len(counted) + _at_most([one.probability for one in perhaps]),
        unproven=len(counted - shown),
        roots=tuple(sorted(roots, key=lambda r: (not r.proven, -len(r.claims), _order(r.node)))),
        perhaps=tuple(perhaps),
    )


def _at_most(chances: Sequence[float]) -> int:
    """So many of some things hold that more do in at most one case of ten."""
    spread = np.ones(1)
    for chance in chances:
        spread = np.convolve(spread, (1 - chance, chance))
    more = 1 - np.cumsum(spread)
    return int(np.argmax(more <= EXCEEDED))


class _Graph:
    """Who leads back to whom on the affirming side."""

    def __init__(
        self, nodes: Sequence[Node], retellings: Sequence[Retelling], denials: frozenset[str]
    ) -> None:
        self.claims = sorted(
            (n.id for n in nodes if isinstance(n, ClaimNode) and n.id not in denials), key=_order
        )
        self._known = {n.id for n in nodes} - denials
        self.links: dict[Link, float] = {}
        for one in sorted(retellings, key=lambda r: (_order(r.later), _order(r.earlier))):
            link = (one.later, one.earlier)
            # What repeats a denial does not have its affirmation from there.
            if not denials.intersection(link):
                self.links[link] = max(one.probability, self.links.get(link, 0.0))
        self.back: dict[str, list[str]] = defaultdict(list)
        self.forth: dict[str, list[str]] = defaultdict(list)
        for (later, earlier), probability in self.links.items():
            if probability > 0:
                self.back[later].append(earlier)
                self.forth[earlier].append(later)
        self.latest_first = self._latest_first()

    def roots(self, at_least: float) -> dict[str, tuple[str, ...]]:
        """The roots when the links of this probability hold, with the claims that lead to each."""
        claims: dict[str, set[str]] = {node: {node} for node in self.claims}
        roots = {}
        for node in self.latest_first:
            led = claims.get(node)
            if not led:
                continue
            held = [e for e in self.back.get(node, ()) if self.links[node, e] >= at_least]
            for earlier in held:
                claims.setdefault(earlier, set()).update(led)
            if not held:
                roots[node] = tuple(sorted(led, key=_order))
        return roots

    def _latest_first(self) -> tuple[str, ...]:
        wanting = sorted({node for link in self.links for node in link} - self._known)
        if wanting:
            raise ValueError(f"A retelling joins two nodes of its trace; {wanting[0]} is none.")
        if not self.back:
            return tuple(self.claims)
        later = {node: len(self.forth.get(node, ())) for node in self._known}
        order = [node for node, number in later.items() if not number]
        for node in order:  # grows on the way
            for earlier in self.back.get(node, ()):
                later[earlier] -= 1
                if not later[earlier]:
                    order.append(earlier)
        if len(order) < len(later):
            circle = min((node for node, number in later.items() if number), key=_order)
            raise ValueError(f"A claim cannot lead back to itself, as {circle} does or leads to.")
        return tuple(order)


def _order(node: str) -> tuple[int, str]:
    """Puts `k10` behind `k9`."""
    return len(node), node


def _owners(nodes: Iterable[str], owner: Mapping[str, str]) -> set[tuple[bool, str]]:
    """Those who stand behind these nodes; an owner is never mistaken for a node of his name."""
    return {(node in owner, owner.get(node, node)) for node in nodes}


def _expected(
    graph: _Graph, proven: Mapping[str, bool], owner: Mapping[str, str], seed: int
) -> float:
    """The expected number of those who stand behind proven roots.

    An expectation of a sum is the sum of expectations, so each owner is taken for himself. One
    root that claims alone lead to has a closed form; the rest is gone through case by case.
    """
    members: dict[tuple[bool, str], list[str]] = defaultdict(list)
    claims = set(graph.claims)
    for node in sorted({*claims, *graph.forth}, key=_order):
        if proven.get(node):
            members[node in owner, owner.get(node, node)].append(node)
    exact, many = [], []
    for group in members.values():
        only = group[0]
        if len(group) == 1 and (only in claims or claims.issuperset(graph.forth[only])):
            exact.append(_alone(graph, only, named=only not in claims))
        elif len(unsure := _unsure(graph, group)) <= EXACT:
            exact.append(_gone_through(graph, group, unsure))
        else:
            many.append(group)
    sampled = _sampled(graph, many, seed) if many else 0.0
    # Twelve places are more than the links' probabilities are good for, and hide what adding
    # floats in another order changes.
    return round(fsum((*exact, sampled)), 12)


def _alone(graph: _Graph, node: str, *, named: bool) -> float:
    """How likely this node is a root: some claim leads to it, and it leads no further."""
    ends = prod(sorted(1 - graph.links[node, earlier] for earlier in graph.back.get(node, ())))
    if not named:
        return ends
    return ends * (1 - prod(sorted(1 - graph.links[later, node] for later in graph.forth[node])))


def _unsure(graph: _Graph, group: Sequence[str]) -> list[Link]:
    """The links on which it hangs whether one of these nodes is a root."""
    links = {(node, earlier) for node in group for earlier in graph.back.get(node, ())}
    claims, waiting, seen = set(graph.claims), list(group), set(group)
    while waiting:
        node = waiting.pop()
        if node in claims:
            continue
        for later in graph.forth.get(node, ()):
            links.add((later, node))
            if later not in seen:
                seen.add(later)
                waiting.append(later)
    return sorted(
        (link for link in links if graph.links[link] < 1), key=lambda a: (*map(_order, a),)
    )


def _gone_through(graph: _Graph, group: Sequence[str], unsure: Sequence[Link]) -> float:
    """How likely one of these nodes is a root, over every case of the unsure links."""
    cases = np.arange(1 << len(unsure))
    held, weight = {}, np.ones(1)
    for place, link in enumerate(unsure):
        held[link] = (cases >> place & 1).astype(bool)
        likely = graph.links[link]
        weight = np.concatenate((weight * (1 - likely), weight * likely))
    return float(weight @ _any_is_root(graph, group, held, len(cases)))


def _sampled(graph: _Graph, groups: Sequence[Sequence[str]], seed: int) -> float:
    """How many of these groups have a root, as the mean of drawn cases."""
    chance = np.random.default_rng(seed)
    unsure = sorted({link for group in groups for link in _unsure(graph, group)})
    drawn: list[NDArray[np.int64]] = []
    while True:
        held = {link: chance.random(SAMPLES) < graph.links[link] for link in unsure}
        roots = [_any_is_root(graph, group, held, SAMPLES) for group in groups]
        drawn.append(np.sum(roots, axis=0, dtype=np.int64))
        every = np.concatenate(drawn)
        if float(every.std()) / len(every) ** 0.5 < ERROR:
            return float(every.mean())


def _any_is_root(
    graph: _Graph, group: Sequence[str], held: Mapping[Link, Cases], number: int
) -> Cases:
    """In which cases one of these nodes is reached from a claim and leads no further back."""
    sure = np.ones(number, dtype=bool)
    reached = dict.fromkeys(graph.claims, sure)
    found = ~sure
    for node in group:
        further = ~sure
        for earlier in graph.back.get(node, ()):
            further = further | held.get((node, earlier), sure)
        found = found | (_reached(graph, node, held, reached, sure) & ~further)
    return found


def _reached(
    graph: _Graph, node: str, held: Mapping[Link, Cases], known: dict[str, Cases], sure: Cases
) -> Cases:
    """In which cases a claim leads back to a node; what was found is kept in `known`."""
    if node not in known:
        found = ~sure
        for later in graph.forth.get(node, ()):
            leads = _reached(graph, later, held, known, sure)
            found = found | (held.get((later, node), sure) & leads)
        known[node] = found
    return known[node]
