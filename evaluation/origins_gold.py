"""What is true of a set of documents: which claims say the same, who had what from whom.

The samples' gold is brought into this form by `sample_gold`, simulated chains by
`evaluation.simulating`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from evaluation.samples import locate
from hearsay.vocabulary.spans import Span, Spans
from hearsay.vocabulary.traces import Account, ChangeKind, EvidenceKind

NAMED = "named:"
"""What the id of a source that is known by name only begins with."""


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A place where something is claimed."""

    id: str
    document: str
    """SHA-256 of the capture."""
    spans: Spans


@dataclass(frozen=True, slots=True)
class GoldChange:
    """One difference, with where its words stand on each side; `None` where nothing stands."""

    kind: ChangeKind
    before: Spans | None
    after: Spans | None


@dataclass(frozen=True, slots=True)
class GoldRetelling:
    """A claim leads back to a claim, or to `named:` and a name."""

    later: str
    earlier: str
    evidence: frozenset[EvidenceKind]
    changes: tuple[GoldChange, ...] | None = ()
    """`None` where what changed has not been marked."""


@dataclass(frozen=True, slots=True)
class GoldProposition:
    """Claims that say the same, with how many origins they have."""

    id: str
    claims: tuple[str, ...]
    denials: tuple[str, ...]
    least: int
    expected: float
    most: int
    origins: int
    """The true number; where the truth is what a careful reader finds, that is `expected`."""
    roots: Mapping[str, frozenset[str]]
    """For each affirming claim the origins that it leads back to."""


@dataclass(frozen=True, slots=True)
class Gold:
    """All that is true of one set of documents."""

    claims: tuple[GoldClaim, ...]
    propositions: tuple[GoldProposition, ...]
    retellings: tuple[GoldRetelling, ...]
    documents: frozenset[tuple[str, str]]
    """Which document (first) has something from which document or `named:` source."""
    comparisons: frozenset[frozenset[str]] = frozenset()
    """Pairs of claims that are set beside each other."""


def sample_gold(gold: Mapping[str, Any], accounts: Sequence[Account]) -> Gold:
    """The samples' gold, found in the texts of these accounts; what is not found is left out."""
    by_name = {account.address: account for account in accounts}

    def spans(document: str, quoted: Iterable[Mapping[str, Any]]) -> Spans | None:
        text = by_name[document].document.text
        found = [locate(text, one["words"], one["before"]) for one in quoted]
        return tuple(sorted(s for s in found if s is not None)) if None not in found else None

    def side(claim: str, quoted: Mapping[str, Any] | None) -> Spans | None:
        # What is not found in the text can be met by nothing: empty, and not as if not asked for.
        return (spans(claim.split("#")[0], [quoted]) or ()) if quoted and "#" in claim else None

    claims = []
    for one in gold["claims"]:
        where = spans(one["document"], one["spans"])
        if where:
            claims.append(GoldClaim(one["id"], by_name[one["document"]].id, where))
    retellings = [
        GoldRetelling(
            one["from"],
            one["to"],
            frozenset(one["evidence"]),
            tuple(
                GoldChange(c["kind"], side(one["to"], c["before"]), side(one["from"], c["after"]))
                for c in one["changes"]
            ),
        )
        for one in gold["retellings"]
    ]
    back: dict[str, set[str]] = defaultdict(set)
    for retelling in retellings:
        back[retelling.later].add(retelling.earlier)
    return Gold(
        claims=tuple(claims),
        propositions=tuple(_proposition(one, back) for one in gold["propositions"]),
        retellings=(*retellings, *_to_roots(gold, retellings)),
        documents=frozenset(
            (by_name[one["from"]].id, by_name[one["to"]].id if one["to"] in by_name else one["to"])
            for one in gold["document_retellings"]
        ),
        comparisons=frozenset(frozenset(one["between"]) for one in gold["comparisons"]),
    )


def helsinki_gold(gold: Mapping[str, Any], accounts: Sequence[Account]) -> Gold:
    """Our marks on some Helsinki articles, whose accounts have the address `ID.txt`.

    Who had it from which article is not marked: where ten papers print one agency story, none can
    say. The origins are, by name.
    """
    by_id = {account.address: account.id for account in accounts}
    claims, propositions = [], []
    for one in gold["propositions"]:
        ids = tuple(claim["id"] for claim in one["claims"])
        for claim in one["claims"]:
            spans = tuple(Span(start, end) for start, end in claim["spans"])
            claims.append(GoldClaim(claim["id"], by_id[f"{claim['article']}.txt"], spans))
        roots: dict[str, set[str]] = {claim: set() for claim in ids}
        proven = 0
        for origin in one["origins"]:
            proven += origin["kind"] != "unattributed"
            for claim in origin["claims"]:
                roots[claim].add(f"{NAMED}{origin['name']}")
        number = len(one["origins"])
        least = max(1, proven)
        ends = {claim: frozenset(names) for claim, names in roots.items()}
        propositions.append(
            GoldProposition(one["id"], ids, (), least, float(least), number, number, ends)
        )
    return Gold(tuple(claims), tuple(propositions), (), frozenset())


def _proposition(one: Mapping[str, Any], back: Mapping[str, set[str]]) -> GoldProposition:
    origins = one["origins"] or {"least": 0, "expected": 0.0, "most": 0, "roots": []}
    ends: dict[str, set[str]] = defaultdict(set)
    for root in origins["roots"]:
        for claim in root["claims"]:
            ends[claim].add(root["node"])

    def roots(claim: str, seen: frozenset[str]) -> set[str]:
        further = back.get(claim, set()) - seen
        return ends[claim].union(*(roots(e, seen | {claim}) for e in further))

    return GoldProposition(
        id=one["id"],
        claims=tuple(one["claims"]),
        denials=tuple(one["denials"]),
        least=origins["least"],
        expected=origins["expected"],
        most=origins["most"],
        origins=round(origins["expected"]),
        roots={claim: frozenset(roots(claim, frozenset())) for claim in one["claims"]},
    )


def _to_roots(
    gold: Mapping[str, Any], retellings: Sequence[GoldRetelling]
) -> Iterable[GoldRetelling]:
    """The last step, to a root known by name, which the gold states with its origins only."""
    known = {(one.later, one.earlier) for one in retellings}
    for proposition in gold["propositions"]:
        for root in (proposition["origins"] or {"roots": []})["roots"]:
            for claim in root["claims"]:
                step = (claim, cast(str, root["node"]))
                if step[1].startswith(NAMED) and step not in known:
                    yield GoldRetelling(*step, frozenset({"named_source"}), None)
