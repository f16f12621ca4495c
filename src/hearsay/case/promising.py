"""What was promised, demanded, warned of and recommended in a case, and what bears on it."""

from __future__ import annotations

from hearsay.case.picturing import CasePicture
from hearsay.case.tracing import CaseTracing
from hearsay.ledger.store import Store
from hearsay.origins.tracing import each_telling
from hearsay.picture.commitments import Given, commitments_in
from hearsay.picture.index.asking import StatementFilter
from hearsay.picture.listening import heard_of
from hearsay.vocabulary.traces import ClaimNode


class CasePromises:
    """The commitments of a case, each over all reports of it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def found(
        self,
        *,
        as_of: str | None = None,
        known_at: str | None = None,
        labels: frozenset[str] = frozenset(),
    ) -> tuple[Given, ...]:
        """All commitments, what most report first; with `as_of`, of what was published by then."""
        asking = CasePicture(self._store).asking(known_at=known_at, labels=labels)
        tracing = CaseTracing(self._store)
        rows = asking.statements(StatementFilter(kinds=("Commitment",)))
        accounts = tracing.accounts(known_at=known_at, labels=labels)
        heard = (claim for one in each_telling(accounts) for claim in heard_of(one))
        traced = tracing.traced(known_at=known_at, labels=labels)

        def together(left: str, right: str) -> bool:
            return any(
                isinstance(node, ClaimNode) and node.claim.id == right
                for trace in traced.with_claim(left)
                for node in trace.nodes
            )

        return commitments_in(
            (row for row in rows if as_of is None or (row.source.published or "") <= as_of),
            (claim for claim in heard if as_of is None or (claim.published or "") <= as_of),
            together,
        )
