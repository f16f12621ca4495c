"""Which documents of a case have something from which others, or from a source known by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from hearsay.origins.citing.resolving import Sources
from hearsay.origins.descent.lineage import Lineage
from hearsay.origins.descent.translating import Rendering, renderings
from hearsay.origins.descent.trust import TRUST, Trust, says_so
from hearsay.origins.direction import SHOWN
from hearsay.origins.sharing.shared_text import SharedText
from hearsay.vocabulary.traces import (
    Account,
    ClaimNode,
    DocumentLink,
    Evidence,
    EvidenceKind,
    NamedNode,
)

LEAST_SHARE = 0.03
"""So much of a document has to run alike with another for that alone to link them."""


def document_links(
    accounts: Mapping[str, Account],
    *,
    copies: SharedText,
    sources: Sources,
    lineages: Iterable[Lineage] = (),
    told: Iterable[ClaimLink] = (),
    trust: Trust = TRUST,
) -> tuple[DocumentLink, ...]:
    """What each document has from others: by its credits, its sources, its text and its claims.

    The links of single claims (`lineages`, and those of others in `told`) add those that no line
    around the text shows; what they say is not said twice. The most shared text first.
    """
    found: dict[tuple[str, str], _Pair] = defaultdict(_Pair)
    for capture in accounts:
        _by_credit(capture, copies, sources, found, trust)
        for span, other in sources.pointers(capture):
            found[capture, other].add(Evidence("link", (span,), (), 1.0), trust.pointing)
    for left, right in copies.pairs:
        if left < right:
            _by_text(left, right, copies, sources, found, trust)
    for link in chain(told, *map(claim_links, lineages)):
        found[link.later, link.earlier].add(link.evidence, link.probability)
    for rendering in renderings(accounts):
        _by_translation(rendering, sources, found, trust)
    links = [
        DocumentLink(
            later,
            earlier,
            round(pair.probability, 4),
            tuple(pair.evidence.values()),
            round(copies.between(later, earlier).share, 4),
            ordered,
        )
        for (later, earlier), pair, ordered in _one_way(found, sources)
    ]
    return tuple(sorted(links, key=lambda link: (-link.share, -link.probability, link.later)))


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """What one link between claims says of their documents."""

    later: str
    earlier: str
    """A document, or `named:` and a name."""
    evidence: Evidence
    probability: float


def claim_links(lineage: Lineage) -> Iterator[ClaimLink]:
    """What the links of one proposition say of the documents that its claims stand in."""
    claims = {n.id: n.claim for n in lineage.nodes if isinstance(n, ClaimNode)}
    names = {n.id: n.name for n in lineage.nodes if isinstance(n, NamedNode)}
    for link in lineage.retellings:
        later = claims.get(link.later)
        earlier = claims.get(link.earlier)
        if later is None or (earlier is not None and earlier.capture == later.capture):
            continue
        for evidence in link.evidence:
            if earlier is None and evidence.kind in ("named_source", "endnote"):
                # A person cited for one thing is not where a document has its text from.
                continue
            key = earlier.capture if earlier is not None else f"named:{names[link.earlier]}"
            yield ClaimLink(later.capture, key, evidence, link.probability)


@dataclass(slots=True)
class _Pair:
    """What speaks for one link, the best of each kind."""

    evidence: dict[EvidenceKind, Evidence] = field(default_factory=dict)
    sure: dict[EvidenceKind, float] = field(default_factory=dict)

    def add(self, evidence: Evidence, probability: float) -> None:
        kind = evidence.kind
        if probability > self.sure.get(kind, 0.0):
            self.sure[kind] = probability
            self.evidence[kind] = evidence

    @property
    def stated(self) -> bool:
        """Whether the later document says itself that it has it from the earlier one."""
        return says_so(self.evidence.values())

    @property
    def probability(self) -> float:
        missed = 1.0
        for one in self.sure.values():
            missed *= 1.0 - one
        return min(0.99, 1.0 - missed)


def _by_credit(
    capture: str,
    copies: SharedText,
    sources: Sources,
    found: dict[tuple[str, str], _Pair],
    trust: Trust,
) -> None:
    for credit in sources.credits(capture):
        kind: EvidenceKind = "wire" if credit.how in ("wire", "contributed") else "credit"
        p = {"via": trust.via, "contributed": trust.contributed}.get(credit.how, trust.credit)
        source = sources.source(credit.name)
        held = sources.documents_of(source, capture, copies.partners.get(capture, ()))
        # Of several documents of the one credited, the one that it runs alike with is meant.
        shared = [key for key in held if copies.between(capture, key).share >= LEAST_SHARE]
        earlier = max(shared, key=lambda key: copies.between(capture, key).share, default=None)
        evidence = Evidence(kind, (credit.span,) if credit.span else (), (), 1.0)
        found[capture, earlier or f"named:{credit.name}"].add(evidence, p)


def _by_text(
    left: str,
    right: str,
    copies: SharedText,
    sources: Sources,
    found: dict[tuple[str, str], _Pair],
    trust: Trust,
) -> None:
    both = copies.between(left, right), copies.between(right, left)
    if max(common.share for common in both) < LEAST_SHARE:
        return
    first = sources.came_first(left, right)
    later, earlier, common = (right, left, both[1]) if first > 0.5 else (left, right, both[0])
    credited = [{c.name for c in sources.credits(one)} for one in (left, right)]
    whole = trust.copied_least + (trust.copied_whole - trust.copied_least) * min(
        1.0, common.share / 0.5
    )
    if credited[0] & credited[1]:
        whole = min(whole, trust.siblings)
    here = tuple(one for one, _ in common.parts)
    there = tuple(sorted(other for _, other in common.parts))
    evidence = Evidence("copied_text", here, there, round(common.share, 4))
    found[later, earlier].add(evidence, whole * min(1.0, 0.3 + max(first, 1 - first)))


def _by_translation(
    rendering: Rendering,
    sources: Sources,
    found: dict[tuple[str, str], _Pair],
    trust: Trust,
) -> None:
    """A text in another language has no claims to link: the two documents are linked."""
    one, other, share = rendering.one, rendering.other, round(rendering.covered, 4)
    first = sources.came_first(other, one)
    sure = trust.translated * min(1.0, 0.3 + max(first, 1 - first))
    if first > 0.5:
        evidence = Evidence("translation", rendering.here, rendering.there, share)
        found[one, other].add(evidence, sure)
    else:
        evidence = Evidence(
            "translation", tuple(sorted(rendering.there)), tuple(sorted(rendering.here)), share
        )
        found[other, one].add(evidence, sure)


def _one_way(
    found: Mapping[tuple[str, str], _Pair], sources: Sources
) -> Iterator[tuple[tuple[str, str], _Pair, bool]]:
    """Each two documents once, with whether it is shown which of them came first.

    Two papers of one day can each say of the other that they have something from it: the likelier
    way is kept then, and said to be open.
    """
    for (later, earlier), pair in found.items():
        back = found.get((earlier, later))
        if back is not None and (back.probability, earlier) > (pair.probability, later):
            continue
        named = earlier.startswith("named:")
        shown = named or pair.stated or sources.came_first(earlier, later) >= SHOWN
        yield (later, earlier), pair, shown and not (back is not None and back.stated)
