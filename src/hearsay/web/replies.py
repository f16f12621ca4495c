"""What somebody says themselves: a page about them has room for it, where there is none too."""

from __future__ import annotations

from hearsay.case import ClaimFilter, ClaimRow
from hearsay.picture.index import EntityRow
from hearsay.web.desk import Seat
from hearsay.web.view import View


def replies_of(seat: Seat, who: EntityRow, view: View) -> list[ClaimRow]:
    """The claims that name them as who said it first, denials before all else."""
    names = {name.casefold() for name in who.names} if who.named else set()
    found = {
        row.claim.id: row
        for name in names
        for row in seat.case.claims(
            ClaimFilter(speaker=name, before=view.as_of, known_at=view.known_at, labels=view.labels)
        )
        if row.claim.speakers[-1].name.casefold() in names
    }
    return sorted(found.values(), key=lambda row: row.claim.cue_class != "denied")
