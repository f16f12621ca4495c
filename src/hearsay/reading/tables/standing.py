"""Clusters of 2026 that say what stands: names, postings, relations, positionings, equipment.

**`child-of`.** Under `relation:types:assertion` the handbook says that the unit of the relation is
then the *parent* of the related unit; under the names of both units, and under
`relation:related_unit:refs:assertion`, that the related unit is the superior one. The second is
taken: the unit is the child, as the word says and as `member-of` runs.
"""

from __future__ import annotations

from typing import Literal

from hearsay.reading.tables.claimed import Claimed
from hearsay.reading.tables.sheet import shown
from hearsay.vocabulary.statements import (
    Describing,
    EntityType,
    Naming,
    Party,
    Positioning,
    Posting,
    Relation,
)

_RELATIONS: dict[str, Literal["part_of", "member_of"]] = {
    "child-of": "part_of",
    "member-of": "member_of",
}
"""The two that the handbook has."""
_BASE = "positioning:base_names:assertion"
_POSITIONINGS: dict[str, Literal["located", "site", "area"]] = {"site": "site", "aoo": "area"}


def posting(claimed: Claimed) -> None:
    """A person in a unit."""
    persons = claimed.parties("posting:person:refs:assertion", "posting:person:names:qa", "person")
    units = claimed.parties("posting:unit:refs:assertion", "posting:unit:names:qa", "unit")
    told = ("posting:roles:assertion", "posting:titles:assertion", "posting:ranks:assertion")
    role, title, rank = map(claimed.value, told)
    grounds = claimed.grounds(
        *told,
        "posting:person:refs:assertion",
        "posting:person:names:qa",
        "posting:unit:refs:assertion",
        "posting:unit:names:qa",
    )
    if not persons:
        claimed.report("posting:unit:refs:assertion", "no-name", "a posting of nobody.")
    for person in persons:
        for unit in units or (None,):
            claimed.sheet.state(Posting(grounds, person, unit, role, title, rank))


def relation(claimed: Claimed) -> None:
    """A unit under another one, or some of its people in a joint one."""
    lower = claimed.parties("relation:unit:refs:assertion", "relation:unit:names:qa", "unit")
    higher = claimed.parties(
        "relation:related_unit:refs:assertion", "relation:related_unit:names:qa", "unit"
    )
    words = claimed.value("relation:types:assertion") or ""
    classes = tuple(e for e, _ in claimed.entries("relation:related_unit_classes:assertion"))
    grounds = claimed.grounds(
        "relation:unit:refs:assertion",
        "relation:unit:names:qa",
        "relation:types:assertion",
        "relation:related_unit:refs:assertion",
        "relation:related_unit:names:qa",
        "relation:related_unit_classes:assertion",
    )
    kind = _RELATIONS.get(words)
    if kind is None:
        claimed.report(
            "relation:types:assertion",
            "unknown-relation",
            f'"{shown(words)}" is no relation known.',
        )
        return
    for unit in lower:
        for related in higher:
            claimed.sheet.state(Relation(grounds, unit, kind, related, classes))


def positioning(claimed: Claimed) -> None:
    """A unit at its base, or in its area of operations."""
    units = claimed.parties("positioning:unit:refs:assertion", "positioning:unit:names:qa", "unit")
    places = claimed.parties(
        "positioning:location:refs:assertion", "positioning:location:names:qa", "place"
    )
    words = (claimed.value("positioning:types:assertion") or "").lower()
    base = claimed.value(_BASE)
    grounds = claimed.grounds(
        "positioning:unit:refs:assertion",
        "positioning:unit:names:qa",
        "positioning:types:assertion",
        _BASE,
        "positioning:location:refs:assertion",
        "positioning:location:names:qa",
    )
    kind = _POSITIONINGS.get(words, "located")
    if kind == "located":
        claimed.report(
            "positioning:types:assertion",
            "unknown-type",
            f'"{shown(words)}" is neither site nor aoo.',
        )
    alone = () if base is None else (Party(base, "place", claimed.spans(_BASE)),)
    for unit in units:
        for place in places or alone:
            claimed.sheet.state(Positioning(grounds, unit, place, kind, base=base))


def unit(claimed: Claimed) -> None:
    """The names that a unit goes by."""
    _named(claimed, "unit", "unit:names:assertion")


def person(claimed: Claimed) -> None:
    """The names that a person goes by."""
    _named(claimed, "person", "person:names:assertion")


def materiel(claimed: Claimed) -> None:
    """The names that a make of materiel goes by."""
    _named(claimed, "materiel", "materiel:names:assertion")


def equipment(claimed: Claimed) -> None:
    """What a unit is equipped with."""
    units = claimed.parties(
        "equipment:related_unit:refs:assertion", "equipment:related_unit:names:qa", "unit"
    )
    kinds = claimed.parties(
        "equipment:materiel:refs:assertion", "equipment:materiel:names:qa", "materiel"
    )
    grounds = claimed.grounds(
        *(label for label in claimed.labels if label.startswith("equipment:"))
    )
    for unit in units:
        for kind in kinds:
            claimed.sheet.state(Describing(grounds, unit, "equipment", kind.name))


def component(claimed: Claimed) -> None:
    """What a piece of materiel is a part of."""
    parts = claimed.parties(
        "component:materiel:refs:assertion", "component:materiel:names:qa", "materiel"
    )
    wholes = claimed.parties(
        "component:aggregate_materiel:refs:assertion",
        "component:aggregate_materiel:names:qa",
        "materiel",
    )
    grounds = claimed.grounds(
        *(label for label in claimed.labels if label.startswith("component:"))
    )
    for part in parts:
        for whole in wholes:
            claimed.sheet.state(Describing(grounds, part, "component of", whole.name))


def location(claimed: Claimed) -> None:
    """The name of a place."""
    place = claimed.about("place")
    name = claimed.value("name:annotation")
    if place is not None and name is not None:
        grounds = claimed.grounds("id:entity", "name:annotation", "country:annotation")
        claimed.sheet.state(Describing(grounds, place, "name", name))


def _named(claimed: Claimed, type: EntityType, names: str) -> None:
    """Whom a row is about, and each name that it claims for them."""
    entity = claimed.about(type, names=names)
    if entity is None:
        claimed.report(names, "no-name", "nobody and nothing is named.")
        return
    for name, span in claimed.entries(names):
        grounds = claimed.grounds("name:annotation", "country:annotation", part=span)
        claimed.sheet.part(name, span, type)
        if name == entity.name:
            claimed.sheet.state(Describing(grounds, entity, "name", name))
        else:
            claimed.sheet.state(Naming(grounds, entity, name))
