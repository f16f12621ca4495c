"""Cells that name a unit with the ministry above it, or with its place."""

from __future__ import annotations

import pytest
from tables_by_hand import codes, read_training

from hearsay.reading.tables.composed import named_in
from hearsay.reading.tables.pieces import Piece
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.statements import Assistance, Relation


def named(cell: str) -> tuple[str, str | None]:
    found = named_in(Piece(" ".join(cell.split()), (Span(0, len(cell)),)), cell)
    return found.unit.words, found.ministry.words if found.ministry else None


@pytest.mark.parametrize(
    ("cell", "unit", "ministry"),
    [
        ("TAMRINI NAVY, MINISTRY OF DEFENSE", "TAMRINI NAVY", "MINISTRY OF DEFENSE"),
        ("TAMRINI NAVY  MINISTRY OF DEFENSE", "TAMRINI NAVY", "MINISTRY OF DEFENSE"),
        ("Tamrini Navy MOD", "Tamrini Navy", "MOD"),
        ("Ministry of Interior/Border Police", "Border Police", "Ministry of Interior"),
        ("MOD - Army Armor School", "Army Armor School", "MOD"),
        ("Prime Minister's Office, Coast Service", "Coast Service", "Prime Minister's Office"),
        ("Ministry of Interior, Marsa", "Ministry of Interior", None),
        ("Coast Service / Tarsk", "Coast Service", None),
        ("Ministry of Defense (Camp Olin)", "Ministry of Defense", None),
        ("Ministry of Defense", "Ministry of Defense", None),
        ("MOD, DG", "MOD, DG", None),
        ("Army, Navy (open to all branches)", "Army, Navy (open to all branches)", None),
    ],
)
def test_tells_the_unit_from_the_ministry_above_it(
    cell: str, unit: str, ministry: str | None
) -> None:
    assert named(cell) == (unit, ministry)


ROW = {"course_title": "Coast Patrol", "quantity": "2", "total_cost": "$40"}


def test_the_unit_is_trained_and_falls_under_the_ministry() -> None:
    reading = read_training({**ROW, "student_unit": "Iraqi Navy, Ministry of Defense"})
    trained, under = reading.statements
    assert isinstance(trained, Assistance)
    assert isinstance(under, Relation)
    assert trained.receiver.name == under.unit.name == "Iraqi Navy"
    assert (under.kind, under.related.name) == ("part_of", "Ministry of Defense")
    assert under.related.country == "IQ"


def test_a_name_that_a_cell_holds_several_times_is_said_once_and_told() -> None:
    name = "Congress of Tarsk"
    reading = read_training({**ROW, "student_unit": name * 3})
    (trained,) = reading.statements
    assert isinstance(trained, Assistance)
    assert trained.receiver.name == name
    assert "repaired" in codes(reading)
