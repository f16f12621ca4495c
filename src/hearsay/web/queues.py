"""What waits for a person: claims that the reader is unsure of, and names of which nothing tells.

A queue is worked out once and then gone through, so that each decision is answered at once; what
was decided meanwhile, here or by somebody else, is looked up before it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hearsay.case import ClaimFilter, ClaimRow
from hearsay.case.reviewing import Question
from hearsay.vocabulary.readings import UNSURE
from hearsay.web.desk import Seat
from hearsay.web.view import View

MOST = 500
"""Of what waits, so many are put in a queue; what is less worth a person's time waits longer."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim that a person should look at."""

    row: ClaimRow
    told: int
    """By how many tellings the same is said: what hangs on it."""


def claims_waiting(seat: Seat, view: View) -> tuple[Waiting, ...]:
    """Claims of which the reader is unsure and nobody has decided, those first on which most
    hangs, then the least sure."""
    decided = {one.claim for one in seat.case.judgements(known_at=view.known_at)}
    traced = seat.traced(known_at=view.known_at, labels=view.labels)
    found = [
        Waiting(row, sum(len(trace.claims) for trace in traced.with_claim(row.claim.id)))
        for row in seat.case.claims(ClaimFilter(known_at=view.known_at, labels=view.labels))
        if row.claim.score < UNSURE and row.claim.id not in decided
    ]
    found.sort(key=lambda one: (-one.told, one.row.claim.score, one.row.claim.id))
    return tuple(found[:MOST])


def names_waiting(seat: Seat, view: View) -> tuple[Question, ...]:
    """Pairs of names of which nothing tells whether they are one, most useful first."""
    asked = seat.case.picture.questions(known_at=view.known_at, labels=view.labels)
    return tuple(_first(asked, MOST))


def _first(every: Iterable[Question], most: int) -> Iterator[Question]:
    for _, one in zip(range(most), every, strict=False):
        yield one
