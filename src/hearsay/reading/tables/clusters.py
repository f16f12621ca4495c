"""Security Force Monitor's claim tables of 2026: each row is one claim of one cluster.

A row's cluster is told by the columns that are filled, whichever of the handbook's names they bear.
What no kind of statement holds becomes a description of whom the row is about.
"""

from __future__ import annotations

from collections.abc import Callable

from hearsay.reading.tables import doing, standing
from hearsay.reading.tables.claimed import Claimed, Known
from hearsay.reading.tables.labels import cluster_of
from hearsay.reading.tables.listing import is_of_sources, read_source
from hearsay.reading.tables.row import Row, rows_of
from hearsay.reading.tables.sheet import Sheet
from hearsay.vocabulary.statements import Describing, EntityType


class Clusters:
    """Reads the rows of one file of claims."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._known: Known | None = None

    def read(self, row: Row) -> None:
        """What one row claims, or one source of a list of sources."""
        if is_of_sources(row):
            read_source(self._sheet, row)
            return
        if self._known is None:
            self._known = _known_in(self._sheet)
        claimed = Claimed(self._sheet, row, self._known)
        cluster = cluster_of(claimed.labels)
        reading = _READING.get(cluster or "")
        for told in ("type:claim", "type:entity", "location:humane_id:qa"):
            claimed.value(told)
        if cluster is None or reading is None:
            self._sheet.report(
                row, None, "unknown-cluster", "its columns are of no cluster; it states nothing."
            )
            return
        before = self._sheet.stated
        reading(claimed)
        if self._sheet.stated == before:
            self._sheet.report(
                row, None, "states-nothing", f"nothing is stated of the {cluster} that it is about."
            )
        _besides(claimed, cluster)


_READING: dict[str, Callable[[Claimed], None]] = {
    "posting": standing.posting,
    "relation": standing.relation,
    "positioning": standing.positioning,
    "unit": standing.unit,
    "person": standing.person,
    "materiel": standing.materiel,
    "incident": doing.incident,
    "training": doing.training,
    "equipment": standing.equipment,
    "component": standing.component,
    "location": standing.location,
}
_TYPES: dict[str, EntityType] = {
    "person": "person",
    "unit": "unit",
    "materiel": "materiel",
    "equipment": "materiel",
    "component": "materiel",
    "location": "place",
}


def _besides(claimed: Claimed, cluster: str) -> None:
    """What no kind of statement holds is kept as a description of whom the row is about."""
    entity = claimed.about(_TYPES.get(cluster, "event"))
    used = claimed.row.unused()
    for label in claimed.labels:
        if not claimed.is_left(label, used):
            continue
        if entity is None:
            continue  # told as a cell that states nothing
        for entry, span in claimed.entries(label):
            grounds = claimed.grounds(part=span)
            claimed.sheet.state(Describing(grounds, entity, _field(label), entry))


def _field(label: str) -> str:
    """`classifications` for `unit:classifications:assertion`, `public_notes` for its label."""
    parts = label.split(":")
    return ":".join(parts[1:-1]) or parts[0]


def _known_in(sheet: Sheet) -> Known:
    """The names and types that the rows of a file give the ids that they are about."""
    known: Known = {}
    for row in rows_of(sheet.document):
        claimed = Claimed(sheet, row, {})
        record = claimed.value("about_entity:ref:claim") or claimed.value("id:entity")
        name = claimed.value("name:annotation") or claimed.value("about_entity:name:qa")
        cluster = cluster_of(claimed.labels) or ""
        if name is None:
            name = next((entry for entry, _ in claimed.entries(f"{cluster}:names:assertion")), None)
        if record is not None and name is not None:
            known.setdefault(record, (name, _TYPES.get(cluster, "event")))
    return known
