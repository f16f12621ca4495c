"""Known time compares instants, valid time compares first and last days."""

from __future__ import annotations

import pytest

from hearsay.ledger.days import days
from hearsay.ledger.instants import instant
from hearsay.vocabulary.errors import Misuse


def test_the_same_instant_written_differently_is_the_same() -> None:
    assert instant("2022-02-15T10:00:00Z") == instant("2022-02-15T12:00:00+02:00")
    assert instant("2022-02-15T10:00:00Z") == instant("2022-02-15T10:00:00")


def test_fractions_of_a_second_come_after_the_second() -> None:
    assert instant("2022-02-15T10:00:00.5Z") > instant("2022-02-15T10:00:00Z")


def test_a_day_alone_includes_all_of_the_day() -> None:
    last = instant("2022-02-15T23:59:59.999999Z")
    assert instant("2022-02-15") == last
    assert instant("2022-02-16T00:00:00Z") == last + 1


@pytest.mark.parametrize("text", ["yesterday", "", "2022-13-01", "2022-02-15T25:00:00Z"])
def test_what_is_no_instant_is_misuse(text: str) -> None:
    with pytest.raises(Misuse, match="no day or instant"):
        instant(text)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2022-02-15", "2022-02-15", "2022-02-15"),
        ("2022-02-15T10:00:00Z", "2022-02-15", "2022-02-15"),
        ("2022-02", "2022-02-01", "2022-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021-10-01/2021-12-31", "2021-10-01", "2021-12-31"),
        ("2021-10/2021-12", "2021-10-01", "2021-12-31"),
        ("2003/..", "2003-01-01", None),
        ("../2003-05", None, "2003-05-31"),
        ("2021~", "2021-01-01", "2021-12-31"),
        ("2021-05?", "2021-05-01", "2021-05-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("2021-XX", "2021-01-01", "2021-12-31"),
        ("2021-05-XX", "2021-05-01", "2021-05-31"),
        ("2021-22", "2021-06-01", "2021-08-31"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("last week", None, None),
        ("2022-02-30", None, None),
        ("2022-13", None, None),
        ("9999-24", None, None),
        (None, None, None),
    ],
)
def test_a_date_has_a_first_and_a_last_day(
    edtf: str | None, first: str | None, last: str | None
) -> None:
    assert days(edtf) == (first, last)
