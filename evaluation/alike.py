"""Propositions against the gold of the sample reports: which claims are brought together.

    python -m evaluation.alike

A claim of the gold is taken for the claim read that covers most of its words; one that no claim
read touches counts as standing alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from evaluation.accounts import sample_accounts
from evaluation.clusters import BCubed, b_cubed, pairs
from evaluation.samples import locate
from evaluation.scores import Score
from hearsay import samples
from hearsay.origins.alike.propositions import Proposition, propositions_of
from hearsay.origins.citing.resolving import Sources
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account


def measure(accounts: Sequence[Account]) -> tuple[BCubed, Score]:
    """B³ and pairs over the gold's claims; an account's address is its sample's file name."""
    found = propositions_of(accounts, least=1, sources=Sources.of(accounts))
    return b_cubed(_found(accounts, found), _wanted()), pairs(_found(accounts, found), _wanted())


def _wanted() -> dict[str, frozenset[str]]:
    return {claim["id"]: frozenset({claim["proposition"]}) for claim in samples.gold()["claims"]}


def _found(
    accounts: Sequence[Account], propositions: Sequence[Proposition]
) -> dict[str, frozenset[str]]:
    inside = {claim.id: one.id for one in propositions for claim in (*one.claims, *one.doubles)}
    by_name = {account.address: account for account in accounts}
    groups = {}
    for claim in samples.gold()["claims"]:
        account = by_name[claim["document"]]
        text = account.document.text
        spans = [locate(text, part["words"], part["before"]) for part in claim["spans"]]
        read = _nearest([span for span in spans if span is not None], account.claims)
        groups[claim["id"]] = frozenset({inside[read.id] if read else claim["id"]})
    return groups


def _nearest(spans: Sequence[Span], claims: Sequence[Claim]) -> Claim | None:
    """The claim with most of its words among these; of equals the shortest."""
    best = max(claims, key=lambda c: (_shared(spans, c), -sum(map(len, c.spans))), default=None)
    return best if best is not None and _shared(spans, best) else None


def _shared(spans: Sequence[Span], claim: Claim) -> int:
    return sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in spans for b in claim.spans
    )


def main() -> None:
    """Reads the samples and prints both scores."""
    cubed, paired = measure(list(sample_accounts().values()))
    print(f"samples.propositions B³     {cubed.line()}")
    print(f"samples.propositions pairs  {paired.line()}")


if __name__ == "__main__":
    main()
