"""What people decided of single claims, beside the claims wherever these are shown."""

from __future__ import annotations

from collections import defaultdict

from hearsay.case import Judgement
from hearsay.web.desk import Seat
from hearsay.web.view import View


def judged_claims(seat: Seat, view: View) -> dict[str, tuple[Judgement, ...]]:
    """For each claim of which somebody decided anything, what each person decided last."""
    found: dict[str, list[Judgement]] = defaultdict(list)
    for one in seat.case.judgements(known_at=view.known_at):
        if one.claim is not None:
            found[one.claim].append(one)
    return {claim: tuple(every) for claim, every in found.items()}
