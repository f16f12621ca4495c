"""Puts it together: from the accounts of a case to propositions, who has each from whom, and
what differs on the way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from hearsay.origins.alike.propositions import Proposition, propositions_of
from hearsay.origins.citing.owners import Owners
from hearsay.origins.citing.resolving import Sources
from hearsay.origins.collecting import uncollected
from hearsay.origins.counting import count
from hearsay.origins.descent.lineage import Lineage, lineage
from hearsay.origins.descent.linking import document_links
from hearsay.origins.differing.changing import changes_in
from hearsay.origins.differing.pairing import pair_of
from hearsay.origins.differing.told import Telling, Told, telling
from hearsay.origins.sharing.shared_text import SharedText
from hearsay.origins.sharing.texts import texts_shared
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.traces import (
    AGAIN,
    Account,
    Change,
    ClaimNode,
    Comparison,
    DocumentLink,
    Node,
    Retelling,
    Trace,
)

LIKELY = 0.5
"""A link of this probability and more is followed to see what two tellings have in common."""
Pairs = frozenset[tuple[str, str]]
"""Pairs of claim ids about which a person has decided."""


@dataclass(frozen=True, slots=True)
class Traced:
    """What tracing a case gives."""

    traces: tuple[Trace, ...]
    """Everything that is told more than once."""
    links: tuple[DocumentLink, ...]
    """What each document has from others."""


@dataclass(frozen=True, slots=True)
class Tracing:
    """A case as tracing sees it: its accounts, what they say alike, and what text they share."""

    accounts: Mapping[str, Account]
    propositions: tuple[Proposition, ...]
    """Everything that two claims or more say."""
    copies: SharedText
    quotes: SharedText
    sources: Sources

    @classmethod
    def of(
        cls,
        accounts: Iterable[Account],
        *,
        owners: Owners | None = None,
        joined: Pairs = frozenset(),
        parted: Pairs = frozenset(),
    ) -> Tracing:
        """Looks through all accounts once; `joined` and `parted` are what people decided."""
        with uncollected():
            held = list(each_telling(accounts))
            held.sort(key=lambda one: one.document.particulars.published or "9999")
            sources = Sources.of(held, owners)
            return cls(
                {one.id: one for one in held},
                propositions_of(held, joined=joined, parted=parted, sources=sources),
                *texts_shared(held),
                sources,
            )

    def traced(self) -> Traced:
        """Every proposition that is told more than once, with its way, and all links."""
        with uncollected():
            traces: list[Trace] = []
            links = document_links(
                self.accounts,
                copies=self.copies,
                sources=self.sources,
                lineages=self._lineages(traces),
            )
        return Traced(tuple(traces), links)

    def _lineages(self, traces: list[Trace]) -> Iterator[Lineage]:
        """One after another, its trace made on the way: no lineage is held longer."""
        for one in self.propositions:
            found = self.lineage(one)
            traces.append(self.trace(one, found))
            yield found

    def lineage(self, proposition: Proposition) -> Lineage:
        """Who had a proposition from whom."""
        return lineage(
            proposition.claims,
            self.accounts,
            copies=self.copies,
            quotes=self.quotes,
            sources=self.sources,
        )

    def trace(self, proposition: Proposition, found: Lineage) -> Trace:
        """A proposition and its lineage, with changes, comparisons and origins."""
        beside = _Beside(self, {node.id: node for node in found.nodes})
        retellings = tuple(beside.with_changes(link) for link in found.retellings)
        return Trace(
            proposition.id,
            _gist(proposition, found),
            found.nodes,
            retellings,
            beside.comparisons(found),
            found.denials,
            count(
                found.nodes,
                retellings,
                found.proven,
                denials=found.denials,
                together=found.owners,
            ),
        )


@dataclass(frozen=True, slots=True)
class _Beside:
    """The claims of one proposition, to be set side by side, each made ready once."""

    tracing: Tracing
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
            account = self.tracing.accounts[node.claim.capture]
            told = Told(node.id, node.claim, account, self.tracing.sources)
            self._tellings[node.id] = telling(told)
        return self._tellings[node.id]


@cache
def fingerprint() -> str:
    """Changes whenever the code or the weights that trace do, so that nothing outdated is kept."""
    folder = files("hearsay.origins")
    made = sha256()
    for one in sorted(_files_in(folder), key=lambda file: file.name):
        made.update(one.name.encode() + one.read_bytes())
    return made.hexdigest()[:16]


def _files_in(folder: Traversable) -> Iterator[Traversable]:
    for one in folder.iterdir():
        if one.is_dir():
            yield from _files_in(one)
        elif one.name.endswith((".py", ".csv", ".json", ".npz")):
            yield one


def each_telling(accounts: Iterable[Account]) -> Iterator[Account]:
    """The accounts with an id of its own for each outlet that printed the same bytes.

    Two outlets can run one text to the letter, and are two tellings; the same bytes received
    twice from one outlet are one.
    """
    seen: dict[str, list[str | None]] = {}
    for one in accounts:
        outlets = seen.setdefault(one.id, [])
        outlet = one.document.particulars.publisher
        if outlet in outlets:
            continue
        outlets.append(outlet)
        if len(outlets) == 1:
            yield one
            continue
        own = f"{one.id}{AGAIN}{len(outlets)}"
        claims = tuple(replace(claim, capture=own) for claim in one.claims)
        yield replace(one, document=replace(one.document, capture=own), claims=claims)


def traces_of(accounts: Iterable[Account]) -> tuple[Trace, ...]:
    """Everything that is told more than once in these accounts, with its way."""
    return Tracing.of(accounts).traced().traces


def _gist(proposition: Proposition, found: Lineage) -> str:
    """The words nearest the source: those of the earliest claim that has it from no other one."""
    claims = {node.id for node in found.nodes if isinstance(node, ClaimNode)}
    retold = {link.later for link in found.retellings if link.earlier in claims}
    for node in found.nodes:
        if isinstance(node, ClaimNode) and node.id not in {*retold, *found.denials}:
            words = " ".join(node.claim.words.split())
            return words if len(words.split()) >= _TELLING else proposition.gist
    return proposition.gist


_TELLING = 6
"""Words of a claim that says by itself what it is about."""


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
    for (source, _), each in tellings.items():
        if len(each) > 1:
            yield source, tuple(each.values())
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


def trace_of(claim: Claim, account: Account, owners: Owners | None = None) -> Trace:
    """One claim that nobody else in the case makes, with whom its document has it from."""
    tracing = Tracing.of([account], owners=owners)
    alone = Proposition(claim.id, claim.words, (claim,))
    return tracing.trace(alone, tracing.lineage(alone))
