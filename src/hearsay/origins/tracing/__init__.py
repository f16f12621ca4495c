"""Puts it together: from the accounts of a case to propositions, who has each from whom, and
what differs on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from hearsay.origins.alike.propositions import Proposition, propositions_in
from hearsay.origins.citing.owners import Owners
from hearsay.origins.citing.resolving import Sources
from hearsay.origins.collecting import beside, cores, each, uncollected
from hearsay.origins.counting import count
from hearsay.origins.descent.elsewhere import doubted_nodes, from_elsewhere
from hearsay.origins.descent.lineage import Lineage, lineage
from hearsay.origins.descent.linking import ClaimLink, claim_links, document_links
from hearsay.origins.descent.ruling import Ruled, ruled, ruled_links
from hearsay.origins.descent.verdicts import Verdicts
from hearsay.origins.sharing.shared_text import SharedText
from hearsay.origins.sharing.texts import texts_shared
from hearsay.origins.tracing.packing import PackedTrace
from hearsay.origins.tracing.side_by_side import SideBySide
from hearsay.origins.tracing.spooling import Spooled
from hearsay.origins.tracing.tellings import each_telling
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.traces import Account, ClaimNode, DocumentLink, Trace

__all__ = [
    "Pairs",
    "Traced",
    "Tracing",
    "each_telling",
    "processes_for",
    "trace_of",
    "traces_of",
]

Pairs = frozenset[tuple[str, str]]
"""Pairs of claim ids about which a person has decided."""
Made = TypeVar("Made")
Make = Callable[[Sequence[tuple[Proposition, Trace]]], Made]
"""Makes of some traces what is to be kept of them."""


_BATCH = 32
"""Propositions that are traced in one go: some tenths of a second."""


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
    propositions: Sequence[Proposition]
    """Everything that two claims or more say."""
    copies: SharedText
    quotes: SharedText
    sources: Sources
    rulings: tuple[Ruled, ...] = ()
    """What people decided of single links, newest last."""

    @classmethod
    def of(
        cls,
        accounts: Iterable[Account],
        *,
        owners: Owners | None = None,
        joined: Pairs = frozenset(),
        parted: Pairs = frozenset(),
        rulings: tuple[Ruled, ...] = (),
    ) -> Tracing:
        """Looks through all accounts once.

        `joined`, `parted` and `rulings` are what people decided.
        """
        return cls.among(
            Spooled(each_telling(accounts)),
            owners=owners,
            joined=joined,
            parted=parted,
            rulings=rulings,
        )

    @classmethod
    def among(
        cls,
        accounts: Mapping[str, Account],
        *,
        owners: Owners | None = None,
        joined: Pairs = frozenset(),
        parted: Pairs = frozenset(),
        rulings: tuple[Ruled, ...] = (),
    ) -> Tracing:
        """The same of accounts that are looked up, in the order of their publication."""
        with uncollected():
            # Made first: a copy of this process has nothing to carry along yet.
            made = partial(texts_shared, accounts.values())
            texts = beside(made, processes=processes_for(accounts))
            sources = Sources.of(accounts, owners)
            alike = propositions_in(accounts, joined=joined, parted=parted, sources=sources)
            return cls(accounts, alike, *texts(), sources, rulings)

    def traced(self) -> Traced:
        """Every proposition that is told more than once, with its way, and all links."""
        traces: list[Trace] = []

        def pack(found: Sequence[tuple[Proposition, Trace]]) -> list[PackedTrace]:
            return [PackedTrace.of(trace, one.claims) for one, trace in found]

        def keep(packed: Sequence[PackedTrace]) -> None:
            for one in packed:
                traces.append(one.unpacked(self.propositions[len(traces)].claims))

        links = self.through(pack, keep)
        return Traced(tuple(traces), links)

    def through(
        self, make: Make[Made], keep: Callable[[Made], None], *, together: int = _BATCH
    ) -> tuple[DocumentLink, ...]:
        """Goes through all propositions with their traces, so many at a time; the links of all.

        What is to be kept of them is made where they are traced, and handed on in their order: no
        trace is held longer.
        """
        with uncollected():
            links = document_links(
                self.accounts,
                copies=self.copies,
                sources=self.sources,
                told=self._told(make, keep, together),
            )
            return ruled_links(
                links,
                self.rulings,
                accounts=self.accounts,
                share=lambda later, earlier: round(self.copies.between(later, earlier).share, 4),
            )

    def _told(
        self, make: Make[Made], keep: Callable[[Made], None], together: int
    ) -> Iterator[ClaimLink]:
        """What the links of claims say of documents, all made and handed on on the way."""
        steps = range(0, len(self.propositions), together)
        processes = processes_for(self.accounts)

        def work(at: int) -> tuple[Made, list[ClaimLink]]:
            found: list[tuple[Proposition, Trace]] = []
            links: list[ClaimLink] = []
            for one in self.propositions[steps[at] : steps[at] + together]:
                lineage = self.lineage(one)
                found.append((one, self.trace(one, lineage)))
                links += claim_links(lineage)
            return make(found), links

        for made, links in each(work, len(steps), processes=processes):
            keep(made)
            yield from links

    def lineage(self, proposition: Proposition) -> Lineage:
        """Who had a proposition from whom; what people decided of it comes first."""
        found = lineage(
            proposition.claims,
            self.accounts,
            copies=self.copies,
            quotes=self.quotes,
            sources=self.sources,
            verdicts=Verdicts.among(self.rulings),
        )
        return ruled(found, self.rulings)

    def trace(self, proposition: Proposition, found: Lineage) -> Trace:
        """A proposition and its lineage, with changes, comparisons and origins."""
        beside = SideBySide(self.accounts, self.sources, {node.id: node for node in found.nodes})
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
                doubted=doubted_nodes(found.nodes, proposition.doubted),
                perhaps=from_elsewhere(proposition.perhaps, proposition.claims, self.sources),
            ),
        )


_MANY = 100
"""Fewer documents are traced in less time than a process takes to be copied."""


def processes_for(accounts: Collection[object]) -> int:
    """In how many processes so many accounts are traced."""
    return cores() if len(accounts) >= _MANY else 1


def traces_of(accounts: Iterable[Account]) -> tuple[Trace, ...]:
    """Everything that is told more than once in these accounts, with its way."""
    return Tracing.of(accounts).traced().traces


def trace_of(
    claim: Claim,
    account: Account,
    owners: Owners | None = None,
    rulings: tuple[Ruled, ...] = (),
) -> Trace:
    """One claim that nobody else in the case makes, with whom its document has it from."""
    tracing = Tracing.of([account], owners=owners, rulings=rulings)
    alone = Proposition(claim.id, claim.words, (claim,))
    return tracing.trace(alone, tracing.lineage(alone))


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
