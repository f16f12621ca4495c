"""The columns of Security Force Monitor's tables of 2026, under one name each.

Its handbook names a column in three ways: by attribute label (`posting:person:refs:assertion`), by
key name (`:assertion/posting:person:refs`), and in its example of a claim as a row and its page on
dates by an older key (`:posting:person:id`, `::posting:date-range-precise:first`). All three are
read; here they become attribute labels, spelt as the handbook spells them.
"""

from __future__ import annotations

import re
from functools import lru_cache

_KEY = re.compile(r":([a-z-]+)/(.+)")
_OLDER_KEY = re.compile(r"::?(posting|relation|positioning|incident|unit|person):(.+)")
_SPECIAL = {
    ":claim/type": "type:claim",
    ":claim/statuses": "status:meta",
    ":meta/researchers": "researcher:meta",
    ":entity/type": "type:entity",
    ":entity/id": "id:entity",
    ":location/geo-type": "geo_type:qa",
    ":location/geo-feature:ref": "geometry:ref:entity",
}
_OLDER = {
    "id": "about_entity:ref:claim",
    "claim:citation:id": "citation:refs:claim",
    "claim:status": "status:meta",
    "date-range:starting?": "starting:range",
    "date-range:ending?": "ending:range",
    "date-range-precise:first": "first_precise:range",
    "date-range-precise:last": "last_precise:range",
    "date-range-imprecise:first": "first_imprecise:range",
    "date-range-imprecise:last": "last_imprecise:range",
}


@lru_cache(maxsize=1024)
def label_of(column: str) -> str:
    """The attribute label of a column, however it is named."""
    if column in _SPECIAL:
        return _SPECIAL[column]
    if found := _KEY.fullmatch(column):
        return _from_key(found[1], found[2].replace("-", "_").removesuffix("?"))
    if found := _OLDER_KEY.fullmatch(column):
        cluster, name = found[1], found[2]
        if name in _OLDER:
            return _OLDER[name]
        stem, _, last = name.replace("-", "_").rpartition(":")
        if last == "id":
            return f"{cluster}:{stem}:refs:assertion"
        return f"{cluster}:{name.replace('-', '_')}s:assertion"
    return column


def cluster_of(labels: list[str]) -> str | None:
    """The cluster that the filled columns belong to: `posting`, `relation`, `unit` …"""
    for label in labels:
        if label.endswith(":assertion"):
            return label.split(":", 1)[0]
    return "location" if any(label.endswith(":location") for label in labels) else None


def _from_key(space: str, name: str) -> str:
    if space in ("range_precise", "range-precise"):
        return f"{name}_precise:range"
    if space in ("range_imprecise", "range-imprecise"):
        return f"{name}_imprecise:range"
    return f"{name}:{space}"
