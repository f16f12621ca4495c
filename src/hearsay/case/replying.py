"""What somebody says themselves: what tells of them has room for it, where there is none too."""

from __future__ import annotations

from hearsay.case.investigation import Case
from hearsay.ledger.store import ClaimFilter, ClaimRow
from hearsay.picture.index import EntityRow


def replies_of(
    case: Case,
    one: EntityRow,
    *,
    as_of: str | None = None,
    known_at: str | None = None,
    labels: frozenset[str] = frozenset(),
) -> list[ClaimRow]:
    """The claims that name them as who said it first, denials before all else."""
    names = {name.casefold() for name in one.names} if one.named else set()
    found = {
        row.claim.id: row
        for name in names
        for row in case.claims(
            ClaimFilter(speaker=name, before=as_of, known_at=known_at, labels=labels)
        )
        if speaks_as(row.claim.speakers[-1].name, names)
    }
    return sorted(found.values(), key=lambda row: row.claim.cue_class != "denied")


def speaks_as(speaker: str, names: set[str]) -> bool:
    """Whether a speaker is one of these names, bears a title before it, or speaks for it:
    `Shia cleric Muqtada Al-Sadr`, `spokesman for the Interior Ministry`."""
    said = f" {' '.join(speaker.casefold().split())}"
    if any(said.endswith(f" {name}") and (said == f" {name}" or " " in name) for name in names):
        # "the Ministry of Interior" also ends "officials of the Ministry of Interior".
        return said.strip() in names or " of " not in said or said.startswith(" spokes")
    return False
