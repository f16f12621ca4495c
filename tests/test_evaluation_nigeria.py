"""The scorer of Nigeria's tables: it reads them by itself, and sees what a case has wrong."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from forces_by_hand import posting, unit
from tables_by_hand import PERSON_COLUMNS, UNIT_COLUMNS, table

from evaluation import nigeria
from evaluation.nigeria_tables import PERSONS, UNITS, Dates, Posting, read_tables, sights, terms
from evaluation.nigeria_values import Compared


def row(number: int, *dates: str, begins: bool = False, ends: bool = False) -> Posting:
    held = Dates(*dates, begins=begins, ends=ends)
    return Posting(number, "Petra Anselm", "2 Division", "Commander", "", "", ("", ""), held)


def rows_of_terms(*rows: Posting) -> list[list[int]]:
    return [[one.row for one in term] for term in terms(rows, lambda one: one.person)]


def test_rows_are_one_term_unless_one_says_that_it_ended_or_began_between() -> None:
    first, second = row(1, "2011-01-01", "2011-06-01"), row(2, "2013-01-01", "2013-06-01")
    assert rows_of_terms(first, second) == [[1, 2]]
    assert rows_of_terms(first, row(2, "2013-01-01", "2013-06-01", begins=True)) == [[1], [2]]
    assert rows_of_terms(row(1, "2011-01-01", "2011-06-01", ends=True), second) == [[1], [2]]


def test_a_year_lies_between_the_dates_beside_it() -> None:
    assert sights(Dates("2004-01-19", "2004")) == (
        ("2004-01-19", "2004-01-19"),
        ("2004-01-19", "2004-12-31"),
    )


def test_what_only_one_side_has_is_missed_or_too_much() -> None:
    one = Compared("posts", Counter({("a",): 1, ("b",): 1}), Counter({("b",): 2}))
    assert (one.score.right, one.score.found, one.score.wanted) == (1, 2, 2)
    assert list(one.misses()) == ["  - ('a',)", "  + ('b',)"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    persons = (
        posting("Tarek Olin", "5 Coastal Brigade", "2010-03-01", "2012-06-30", rank="Colonel"),
        posting("Masoud Varre", "2 Division", "2014-02-01", "2017-05-01", rank="General"),
    )
    units = (
        unit("5 Coastal Brigade", "2 Division", "2011-01-01", "2018-06-01"),
        unit("2 Division", "82 Division", "2011-01-01", "2018-06-01"),
        unit("82 Division", "Nigerian Army", "2011-01-01", "2018-06-01"),
        unit("Nigerian Army", "Nigeria Police Force", "2011-01-01", "2018-06-01"),
        unit("Nigeria Police Force", "Council of Tamrin", "2011-01-01", "2018-06-01"),
        unit("Council of Tamrin", "", "2011-01-01", "2018-06-01"),
    )
    for name, text in (
        (PERSONS, table(PERSON_COLUMNS, *persons)),
        (UNITS, table(UNIT_COLUMNS, *units, separator="\t")),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_case_of_small_tables_agrees_with_them_in_every_value(folder: Path) -> None:
    assert len(read_tables(folder).postings) == 2
    for one in nigeria.compared(folder):
        assert list(one.misses()) == [], one.name
        assert one.score.wanted > 0 or one.name == "names"


def test_without_the_tables_it_says_what_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(nigeria.measure(tmp_path)) == []
    assert "LEFT OUT" in capsys.readouterr().err
