"""Security Force Monitor's claim tables of 2026, cluster by cluster."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from conftest import SHARED
from tables_by_hand import A, B, C, codes, document_of, read_claims, reading_of, table

from hearsay.documents.making import format_of
from hearsay.reading.claims import claims_of
from hearsay.reading.tables.labels import cluster_of, label_of
from hearsay.vocabulary.statements import (
    OPEN,
    Assistance,
    Cited,
    Describing,
    Incident,
    Naming,
    Positioning,
    Posting,
    Range,
    Relation,
)

HANDBOOK = SHARED / "data" / "sfm-handbook"
UNIT, HIGHER, PERSON = (f"{d * 8}-{d * 4}-4{d * 3}-8{d * 3}-{d * 12}" for d in "123")
DATED = {
    "first_precise:range": "2031-05-01",
    "last_precise:range": "2031-05-08",
    "starting:range": "N",
    "ending:range": "N",
}
POSTING = {
    "type:claim": "posting",
    "citation:refs:claim": f"{A};{B}",
    "about_entity:ref:claim": C,
    "posting:person:refs:assertion": PERSON,
    "posting:person:names:qa": "Tarek Olin",
    "posting:unit:refs:assertion": UNIT,
    "posting:unit:names:qa": "5 Coastal Brigade",
    "posting:roles:assertion": "Commander",
    "posting:ranks:assertion": "Colonel",
}
RELATION = {
    "type:claim": "relation",
    "relation:unit:refs:assertion": UNIT,
    "relation:unit:names:qa": "5 Coastal Brigade",
    "relation:types:assertion": "child-of",
    "relation:related_unit:refs:assertion": HIGHER,
    "relation:related_unit:names:qa": "2 Division",
    "relation:related_unit_classes:assertion": "command",
}


def test_a_posting_has_ids_ranges_and_citations() -> None:
    (posting,) = read_claims(POSTING | DATED).statements
    assert isinstance(posting, Posting)
    assert (posting.person.name, posting.person.record) == ("Tarek Olin", PERSON)
    assert posting.unit is not None
    assert (posting.unit.name, posting.unit.record) == ("5 Coastal Brigade", UNIT)
    assert (posting.role, posting.rank, posting.title) == ("Commander", "Colonel", None)
    grounds = posting.grounds
    assert grounds.record == C
    assert grounds.cited == (Cited("citation:refs:claim", (A, B)),)
    assert grounds.held.ranges == (Range("2031-05-01", "2031-05-08", precise=True),)


def test_a_precise_and_an_imprecise_range_stand_side_by_side() -> None:
    both = DATED | {
        "first_imprecise:range": "2031-04-01",
        "last_imprecise:range": "2031-04-30",
        "starting:range": "Y",
        "starting_context:range": "Appointed",
    }
    (posting,) = read_claims(POSTING | both).statements
    held = posting.grounds.held
    assert [(r.first, r.precise) for r in held.ranges] == [
        ("2031-04-01", False),
        ("2031-05-01", True),
    ]
    assert (held.begins, held.ends, held.begins_how) == (True, False, "Appointed")


def test_since_the_beginning_of_time_leaves_a_range_open() -> None:
    row = {"first_imprecise:range": "since_beginning_of_time", "last_imprecise:range": "2014-08-01"}
    (posting,) = read_claims(POSTING | row).statements
    assert posting.grounds.held.ranges == (Range(OPEN, "2014-08-01", precise=False),)


def test_a_range_with_one_end_gets_no_other_one() -> None:
    reading = read_claims(POSTING | {"first_precise:range": "2031-05-01", "ending:range": "N"})
    held = reading.statements[0].grounds.held
    assert held.ranges == (Range("2031-05-01", "2031-05-01", precise=True),)
    assert not held.ends
    assert codes(reading) == ["half-range"]


def test_a_month_in_a_column_for_days_makes_no_day_precise() -> None:
    row = {"first_precise:range": "2031-05", "last_precise:range": "2031-05"}
    reading = read_claims(POSTING | row)
    assert reading.statements[0].grounds.held.ranges == (
        Range("2031-05-01", "2031-05-31", precise=False),
    )
    assert codes(reading) == ["imprecise-date"]


def test_the_unit_of_a_child_of_relation_is_the_lower_one() -> None:
    """The handbook says so of both units, and the reverse of `child-of` itself."""
    (relation,) = read_claims(RELATION).statements
    assert isinstance(relation, Relation)
    assert (relation.unit.name, relation.kind) == ("5 Coastal Brigade", "part_of")
    assert (relation.related.name, relation.classes) == ("2 Division", ("command",))


def test_a_member_of_relation_is_a_membership() -> None:
    (relation,) = read_claims(RELATION | {"relation:types:assertion": "member-of"}).statements
    assert isinstance(relation, Relation)
    assert (relation.kind, relation.related.name) == ("member_of", "2 Division")


def test_an_unknown_relation_states_nothing_and_is_told() -> None:
    reading = read_claims(RELATION | {"relation:types:assertion": "neighbour-of"})
    assert not any(isinstance(s, Relation) for s in reading.statements)
    assert "unknown-relation" in codes(reading)


@pytest.mark.parametrize(("word", "kind"), [("site", "site"), ("aoo", "area")])
def test_a_positioning_is_a_site_or_an_area(word: str, kind: str) -> None:
    row = {
        "type:claim": "positioning",
        "positioning:unit:refs:assertion": UNIT,
        "positioning:types:assertion": word,
        "positioning:base_names:assertion": "Harbour Barracks",
        "positioning:location:refs:assertion": HIGHER,
        "positioning:location:names:qa": f"Marsa (osm, point) {HIGHER}",
    }
    (found,) = read_claims(row).statements
    assert isinstance(found, Positioning)
    assert (found.kind, found.base) == (kind, "Harbour Barracks")
    assert (found.place.name, found.place.record) == ("Marsa", HIGHER)


def test_a_base_without_a_location_is_the_place_itself() -> None:
    row = {
        "type:claim": "positioning",
        "positioning:unit:refs:assertion": UNIT,
        "positioning:types:assertion": "site",
        "positioning:base_names:assertion": "Harbour Barracks",
    }
    (found,) = read_claims(row).statements
    assert isinstance(found, Positioning)
    assert (found.place.name, found.place.type) == ("Harbour Barracks", "place")


def test_a_row_that_lacks_whom_it_is_about_is_told() -> None:
    row = {k: v for k, v in RELATION.items() if "related_unit" not in k}
    reading = read_claims(row)
    assert reading.statements == ()
    assert "states-nothing" in codes(reading)


def test_an_id_without_a_name_is_no_name_unless_the_file_says_whose_it_is() -> None:
    bare = {k: v for k, v in POSTING.items() if not k.endswith(":qa")}
    (alone,) = read_claims(bare).statements
    assert isinstance(alone, Posting)
    assert (alone.person.name, alone.person.named) == (PERSON, False)
    naming = {
        "type:claim": "person",
        "about_entity:ref:claim": PERSON,
        "name:annotation": "Tarek Olin",
        "person:names:assertion": "T. Olin",
    }
    *_, named = read_claims(naming, bare).statements
    assert isinstance(named, Posting)
    assert (named.person.name, named.person.named) == ("Tarek Olin", True)


def test_names_and_classes_of_a_unit_are_statements_each() -> None:
    row = {
        "type:claim": "unit",
        "about_entity:ref:claim": UNIT,
        "name:annotation": "5 Coastal Brigade",
        "unit:names:assertion": "Fifth Brigade; 5 Coastal Brigade",
        "unit:classifications:assertion": "Army; Military",
        "country:annotation": "tm",
        "public_notes:meta": "Renamed twice",
    }
    found = read_claims(row).statements
    assert [(type(s).__name__, getattr(s, "field", None)) for s in found] == [
        ("Naming", None),
        ("Describing", "name"),
        ("Describing", "classifications"),
        ("Describing", "classifications"),
        ("Describing", "public_notes"),
    ]
    first = found[0]
    assert isinstance(first, Naming)
    assert (first.entity.name, first.name) == ("5 Coastal Brigade", "Fifth Brigade")
    assert (first.entity.record, first.entity.country) == (UNIT, "TM")


def test_an_incident_is_alleged_and_names_who_where_and_what() -> None:
    row = {
        "type:claim": "incident",
        "about_entity:ref:claim": C,
        "incident:location:refs:assertion": HIGHER,
        "incident:location:names:qa": "Marsa",
        "country:annotation": "tm",
        "incident:violation:descriptions:assertion": "Two fishers were beaten in the harbour",
        "incident:violation:types:assertion": "Torture; Arbitrary detention",
        "incident:perpetrator:refs:assertion": UNIT,
        "incident:perpetrator:names:qa": "5 Coastal Brigade",
        "incident:perpetrator:classifications:assertion": "Army",
    }
    incident, *rest = read_claims(row | DATED).statements
    assert isinstance(incident, Incident)
    assert incident.kind == "violation"
    assert incident.violations == ("Torture", "Arbitrary detention")
    assert [a.name for a in incident.actors] == ["5 Coastal Brigade"]
    assert [p.country for p in incident.places] == ["TM"]
    assert incident.grounds.hedges == ("alleged",)
    assert [(s.field, s.value) for s in rest if isinstance(s, Describing)] == [
        ("perpetrator:classifications", "Army")
    ]


def test_training_is_read_under_the_handbooks_misspelt_labels() -> None:
    row = {
        "type:claim": "training",
        "about_entity:ref:claim": C,
        "training:program:refs:assertion": "Coast Fund",
        "training:course:refs:assertion": "Boat handling",
        "training:trainer_unit:refs:assertion": HIGHER,
        "training:trainer_unit:names:qa": "Averne Naval School",
        "training:trainer_country:annotation": "Averne",
        "training:recepient_unit:refs:assertion": UNIT,
        "training:recipent_unit:names:qa": "5 Coastal Brigade",
        "training:recipient_country:annotation": "tm",
        "training:quantity:assertion": "12",
        "training:cost:assertion": "4000",
        "training:cost_currency:assertion": "USD",
    }
    (training,) = (s for s in read_claims(row).statements if isinstance(s, Assistance))
    assert (training.giver.name, training.what, training.people) == ("Averne", "Boat handling", 12)
    assert (training.receiver.name, training.receiver.record) == ("5 Coastal Brigade", UNIT)
    assert (training.amount, training.program) == ("4000 USD", "Coast Fund")
    assert training.provider is not None
    assert training.provider.name == "Averne Naval School"


def test_equipment_materiel_components_and_locations_are_descriptions() -> None:
    rows = (
        {
            "type:claim": "equipment",
            "equipment:materiel:refs:assertion": HIGHER,
            "equipment:materiel:names:qa": "Heron boat",
            "equipment:related_unit:refs:assertion": UNIT,
            "equipment:related_unit:names:qa": "5 Coastal Brigade",
        },
        {
            "type:claim": "materiel",
            "about_entity:ref:claim": HIGHER,
            "materiel:names:assertion": "Heron boat",
        },
        {
            "type:claim": "component",
            "component:materiel:refs:assertion": PERSON,
            "component:materiel:names:qa": "Gull engine",
            "component:aggregate_materiel:refs:assertion": HIGHER,
            "component:aggregate_materiel:names:qa": "Heron boat",
        },
        {
            "id:entity": A,
            "name:annotation": "Marsa",
            "origin:location": "osm",
            "origin_id:location": "4711",
        },
    )
    found = [s for row in rows for s in read_claims(row).statements if isinstance(s, Describing)]
    assert [(s.entity.name, s.field, s.value) for s in found] == [
        ("5 Coastal Brigade", "equipment", "Heron boat"),
        ("Heron boat", "name", "Heron boat"),
        ("Gull engine", "component of", "Heron boat"),
        ("Marsa", "name", "Marsa"),
        ("Marsa", "origin", "osm"),
        ("Marsa", "origin_id", "4711"),
    ]


def test_what_researchers_found_to_be_wrong_is_kept_as_denied() -> None:
    row = POSTING | DATED | {"status:meta": "conflict"}
    document = document_of(table(list(row), row))
    reading = reading_of(document)
    assert reading.statements[0].grounds.polarity == "denied"
    (claim,) = claims_of(document, reading)
    assert claim.polarity == "denied"


@pytest.mark.parametrize("status", ["work_needed", "issue"])
def test_what_needs_work_still_is_kept_as_possible(status: str) -> None:
    (posting,) = read_claims(POSTING | {"status:meta": status}).statements
    assert posting.grounds.hedges == ("possible",)
    (settled,) = read_claims(POSTING | {"status:meta": "accepted"}).statements
    assert settled.grounds.hedges == ()


def test_uneven_lists_of_ids_and_names_are_told() -> None:
    row = POSTING | {"posting:person:refs:assertion": f"{PERSON};{HIGHER}"}
    reading = read_claims(row)
    assert "uneven-lists" in codes(reading)
    assert len([s for s in reading.statements if isinstance(s, Posting)]) == 2


def test_sources_citations_and_publications_in_one_sheet_name_what_is_cited() -> None:
    row = {
        "source:source_id:admin": B,
        "source:title": "Sea wall",
        "source:published_timestamp": "2031-05-08",
        "source:publication_name": "Coast Gazette",
        "source:access_point_id:admin": A,
        "source:archive_url": "https://archive.example/1",
    }
    document = document_of(table(list(row), row))
    sources = reading_of(document).sources
    assert [(s.id, s.publication) for s in sources] == [
        (A, "Coast Gazette"),
        (B, "Coast Gazette"),
    ]


def test_the_handbooks_older_keys_are_read_too() -> None:
    row = {
        ":posting:id": C,
        ":posting:person:id": PERSON,
        ":posting:unit:id": UNIT,
        ":posting:role": "Commander",
        ":posting:date-range:starting?": "Y",
        ":posting:claim:citation:id": A,
        ":posting:date-range-imprecise:first": "2012-09-01",
        ":posting:date-range-imprecise:last": "2012-09-30",
    }
    (posting,) = read_claims(row).statements
    assert isinstance(posting, Posting)
    assert (posting.role, posting.grounds.held.begins) == ("Commander", True)
    assert posting.grounds.held.ranges == (Range("2012-09-01", "2012-09-30", precise=False),)


def _fields(path: Path) -> list[tuple[str, str]]:
    """Labels and keys of one of the handbook's tables of columns."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            (row[0].strip().strip("`"), row[-1].strip().strip("`"))
            for row in list(csv.reader(lines))[1:]
            if row
        ]


@pytest.mark.skipif(not HANDBOOK.exists(), reason="../shared is not here")
@pytest.mark.parametrize(
    "path", sorted(HANDBOOK.glob("cluster-*.csv")), ids=lambda path: path.stem.split("-", 1)[1]
)
def test_every_column_of_the_handbook_is_known_by_label_and_by_key(path: Path) -> None:
    fields = _fields(path)
    labels = [label for label, _ in fields]
    assert format_of(table(labels, separator="\t").encode()) == "sfm"
    keys = [key if key.startswith(":") else label for label, key in fields]
    if len(set(keys)) == len(keys):
        assert format_of(table(keys, separator="\t").encode()) == "sfm"
    if "source" not in path.stem:
        assert cluster_of(labels) is not None
        for label, key in fields:
            # The key of a recipient's country is that of any row's country.
            if key.startswith(":") and "recipient_country" not in label:
                assert label_of(key) == label


@pytest.mark.skipif(not HANDBOOK.exists(), reason="../shared is not here")
@pytest.mark.parametrize(
    "path", sorted(HANDBOOK.glob("cluster-*.csv")), ids=lambda path: path.stem.split("-", 1)[1]
)
def test_no_cell_of_a_row_that_fills_every_column_is_lost(path: Path) -> None:
    labels = [label for label, _ in _fields(path)]
    row = {label: _filled(label) for label in labels}
    reading = reading_of(document_of(table(labels, row, separator="\t")))
    assert [p.message for p in reading.problems if p.code == "not-read"] == []
    assert reading.statements or reading.sources or "publications" in path.stem


def _filled(label: str) -> str:
    """A cell such as the column has."""
    if ":range" in label:
        return "Y" if label in ("starting:range", "ending:range") else "2031-05-08"
    if label.endswith((":refs:assertion", "refs:claim", "ref:claim", "id:admin", "id:entity")):
        return A
    if label == "relation:types:assertion":
        return "child-of"
    if label == "positioning:types:assertion":
        return "aoo"
    return "12" if "quantity" in label else "words"
