"""What waits for a person: claims that the reader is unsure of, and names of which nothing tells.

A queue is worked out once and then gone through, so that each decision is answered at once; what
was decided meanwhile, here or by somebody else, is looked up before it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hearsay.case import BLOCK, ClaimFilter, ClaimRow, Judgement
from hearsay.case.reviewing import Question
from hearsay.vocabulary.errors import HearsayError
from hearsay.vocabulary.readings import UNSURE
from hearsay.vocabulary.spans import Span
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


def claim_is_shown(waiting: Waiting, seat: Seat, view: View) -> bool:
    """Whether its words and its speakers' names still stand where they did: what was labelled or
    redacted since the queue was made is not asked about."""
    claim = waiting.row.claim
    spans = (*claim.spans, *(one.span for one in claim.speakers if one.span is not None))
    return _stand(claim.capture, spans, seat, view)


def question_is_shown(question: Question, seat: Seat, view: View) -> bool:
    """Whether both passages may still be shown."""
    return all(
        _stand(side.at.capture, (side.at.span,), seat, view, words=side.passage)
        for side in (question.one, question.other)
    )


def words_are_shown(one: Judgement, seat: Seat, view: View) -> bool:
    """Whether the words that somebody judged may be shown."""
    return _stand(one.capture, (), seat, view, words=" ".join(one.words.split(" … ")[0].split()))


def _stand(capture: str, spans: Iterable[Span], seat: Seat, view: View, *, words: str = "") -> bool:
    try:
        text = seat.case.readable(capture, known_at=view.known_at, labels=view.labels).text
    except HearsayError:
        return False
    whole = " ".join(text.split())
    return words in whole and not any(BLOCK in span.of(text) for span in spans)


def _first(every: Iterable[Question], most: int) -> Iterator[Question]:
    for _, one in zip(range(most), every, strict=False):
        yield one
