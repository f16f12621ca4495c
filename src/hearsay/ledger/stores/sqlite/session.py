"""One opened case file: how batches are written to it, and how its errors become ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from hearsay.ledger.stores.sqlite.batch import Batch, Noise
from hearsay.ledger.stores.sqlite.connection import Opened, raised_as_ours, transaction
from hearsay.ledger.stores.sqlite.listing import Bound, bound


class Session:
    """A case file while it is open; the store and its judgements share one."""

    def __init__(self, opened: Opened, path: str, noise: Noise) -> None:
        self.connection = opened.connection
        self._still = opened.still
        self._path = path
        self._noise = noise

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is written within is kept all or not at all."""
        with transaction(self.connection, self._path):
            yield

    @contextmanager
    def batch(self, recorded_at: str) -> Iterator[Batch]:
        """A batch to write; within `together` it is kept with the others there."""
        within = nullcontext() if self.connection.in_transaction else self.together()
        with within:
            yield Batch(self.connection, recorded_at=recorded_at, noise=self._noise)

    @contextmanager
    def errors(self) -> Iterator[None]:
        """What SQLite raises within is raised as ours."""
        try:
            with raised_as_ours(self._path, self.connection):
                yield
        finally:
            # Also where reading failed: half of a change looks like damage.
            if self._still is not None:
                self._still.check()

    def bound(self, known_at: str | None) -> Bound:
        """Up to which batch the case is read."""
        return bound(self.connection, known_at)
