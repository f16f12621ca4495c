"""Applies what people decided of single links to what the machine found: theirs comes first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from hearsay.origins.descent.lineage import Lineage
from hearsay.origins.descent.verdicts import NAMED, Ruled, Verdicts, end_of, ends_of
from hearsay.vocabulary.traces import (
    ClaimNode,
    DocumentLink,
    NamedNode,
    Node,
    Retelling,
    capture_of,
)

__all__ = ["NAMED", "STATED", "Ruled", "ruled", "ruled_links"]

STATED = 1.0
"""How sure a link is that a person stated; the machine never is so sure, which tells the two
apart: a link of this probability is one that somebody has judged."""


def ruled(found: Lineage, rulings: Sequence[Ruled]) -> Lineage:
    """A lineage with what people decided of its links; `rulings` come newest last.

    What was judged of two claims beats what was judged of their documents. A link that the
    machine found and that would lead back to where a stated one began is left out, and so is an
    older statement that a newer one contradicts so. A source by name that nothing leads to any
    more is gone.
    """
    verdicts = Verdicts.among(rulings)
    if not verdicts:
        return found
    names = {end_of(one.earlier): one.earlier.removeprefix(NAMED) for one in rulings}
    return _Applied(found, verdicts, names).lineage()


def ruled_links(
    links: Sequence[DocumentLink],
    rulings: Sequence[Ruled],
    *,
    accounts: Iterable[str] = (),
    share: Callable[[str, str], float] = lambda later, earlier: 0.0,
) -> tuple[DocumentLink, ...]:
    """Links between documents with what people decided of them.

    `accounts` are the ids of those that a stated link may lead from and to, and `share` says how
    much of the later one's words stand in the earlier one too.
    """
    verdicts = Verdicts.among(rulings)
    if not verdicts:
        return tuple(links)
    by_end: dict[str, list[str]] = defaultdict(list)
    for id in accounts:
        by_end[capture_of(id)].append(id)
    kept = {
        (link.later, link.earlier): link
        for link in links
        if verdicts.of.get((end_of(link.later), end_of(link.earlier))) is not False
    }
    for later, earlier in verdicts.stated():
        for one in by_end.get(later, ()):
            for other in [earlier] if earlier.startswith(NAMED) else by_end.get(earlier, ()):
                kept.pop((other, one), None)
                same = next(
                    (p for p in kept if p[0] == one and end_of(p[1]) == end_of(other)), None
                )
                link = kept.get(same) if same else None
                if link is None:
                    kept[one, other] = DocumentLink(one, other, STATED, (), share(one, other))
                elif same:
                    kept[same] = replace(link, probability=STATED, ordered=True)
    return tuple(sorted(kept.values(), key=lambda one: (-one.share, -one.probability, one.later)))


class _Applied:
    """One lineage while decisions are applied to it."""

    def __init__(self, found: Lineage, verdicts: Verdicts, names: Mapping[str, str]) -> None:
        self._found = found
        self._names = names
        self._nodes: dict[str, Node] = {node.id: node for node in found.nodes}
        self._denials = list(found.denials)
        self._verdicts = verdicts
        self._machine = {(one.later, one.earlier): one for one in found.retellings}
        self._back: dict[str, list[str]] = defaultdict(list)
        self._kept: dict[tuple[str, str], Retelling] = {}

    def lineage(self) -> Lineage:
        """The lineage with the stated links, then with those of the machine that are left."""
        for later, earlier in list(self._stated()):
            made = self._machine.get((later, earlier), Retelling(later, earlier, STATED, ()))
            self._keep(replace(made, probability=STATED, ordered=True))
        for link in self._found.retellings:
            if (link.later, link.earlier) in self._kept:
                continue
            if self._verdict(link.later, link.earlier) is not False:
                self._keep(link)
        gone = self._unreached()
        nodes = tuple(node for node in self._nodes.values() if node.id not in gone)
        links = (one for one in self._kept.values() if one.later not in gone)
        named = {node.id: True for node in nodes if isinstance(node, NamedNode)}
        return Lineage(
            nodes,
            tuple(sorted(links, key=_order)),
            {**{i: p for i, p in self._found.proven.items() if i not in gone}, **named},
            tuple(i for i in self._denials if i not in gone),
            self._found.owners,
        )

    def _stated(self) -> Iterator[tuple[str, str]]:
        """The links that people stated, by the ids of their nodes."""
        claims = [node for node in self._nodes.values() if isinstance(node, ClaimNode)]
        for later, earlier in self._verdicts.stated():
            for node in claims:
                if later not in _ends(node):
                    continue
                other = self._at(earlier, node)
                if other is not None and self._verdict(node.id, other) is not False:
                    yield node.id, other

    def _at(self, earlier: str, later: ClaimNode) -> str | None:
        """The node at the earlier end of a stated link, on the later one's side."""
        denied = later.id in self._denials
        for node in self._nodes.values():
            same_side = (node.id in self._denials) is denied
            if earlier in _ends(node) and same_side and node.id != later.id:
                # Of a document's claims the one that it is already led back to, or the first.
                linked = [k for k in self._machine if k[0] == later.id and k[1] in self._nodes]
                there = (k[1] for k in linked if earlier in _ends(self._nodes[k[1]]))
                return next(there, node.id)
        return self._named(earlier, denied=denied) if earlier.startswith(NAMED) else None

    def _named(self, end: str, *, denied: bool) -> str:
        """A new node for a source that only people name."""
        id = f"k{max(int(known[1:]) for known in self._nodes) + 1}"
        self._nodes[id] = NamedNode(id, self._names[end], ())
        if denied:
            self._denials.append(id)
        return id

    def _verdict(self, later: str, earlier: str) -> bool | None:
        """What people decided of a link: of its claims, or else of their documents."""
        return self._verdicts.on(_ends(self._nodes[later]), _ends(self._nodes[earlier]))

    def _keep(self, link: Retelling) -> None:
        if link.later != link.earlier and not self._leads(link.earlier, link.later):
            self._back[link.later].append(link.earlier)
            self._kept[link.later, link.earlier] = link

    def _leads(self, start: str, goal: str) -> bool:
        ahead, seen = [start], set()
        while ahead:
            node = ahead.pop()
            if node == goal:
                return True
            if node not in seen:
                seen.add(node)
                ahead += self._back[node]
        return False

    def _unreached(self) -> set[str]:
        """Sources by name that no claim leads back to any more."""
        seen = {node.id for node in self._nodes.values() if isinstance(node, ClaimNode)}
        ahead = list(seen)
        while ahead:
            for earlier in self._back[ahead.pop()]:
                if earlier not in seen:
                    seen.add(earlier)
                    ahead.append(earlier)
        return set(self._nodes) - seen


def _ends(node: Node) -> tuple[str, str]:
    """By what a node is judged: its claim, then its document; a source by its name either way."""
    if isinstance(node, ClaimNode):
        return ends_of(node.claim)
    name = end_of(NAMED + node.name)
    return name, name


def _order(link: Retelling) -> tuple[int, float, int]:
    return int(link.later[1:]), -link.probability, int(link.earlier[1:])
