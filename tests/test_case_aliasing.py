"""A case's own table of names: what it may hold, and what is told of each bad line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.case.aliasing import read_aliases, table_of
from hearsay.ledger.judgements import Aliasing, NamesOfOne
from hearsay.vocabulary.errors import Misuse

HEAD = "entity,kind,country,names,source\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "names.csv"


def wrong(file: Path, rows: str) -> list[str]:
    file.write_text(HEAD + rows, encoding="utf-8")
    return [one.removeprefix(str(file)) for one in read_aliases(str(file)).wrong]


def test_each_row_names_one_with_its_other_names_and_a_source(file: Path) -> None:
    file.write_text(
        HEAD + "Harbour Watch,Force,zh,Harbour Watch|Night  Lanterns| HW ,interview of 3 May\n",
        encoding="utf-8",
    )
    table = read_aliases(str(file))
    assert table.wrong == ()
    assert table.rows == (
        NamesOfOne(
            "Harbour Watch", ("Night Lanterns", "HW"), "interview of 3 May", "force", "ZH"
        ),
    )  # fmt: skip


def test_kind_and_country_may_be_left_out_altogether(file: Path) -> None:
    file.write_text("source,entity,names\na court,Harbour Watch,HW\n", encoding="utf-8")
    assert read_aliases(str(file)).rows == (NamesOfOne("Harbour Watch", ("HW",), "a court"),)


@pytest.mark.parametrize(
    ("row", "hint"),
    [
        (",,,HW,a court", ", line 2: no entity"),
        ("Harbour Watch,,,,a court", ", line 2: Harbour Watch has no other name"),
        ("Harbour Watch,,,Harbour Watch,a court", ", line 2: Harbour Watch has no other name"),
        ("Harbour Watch,,,HW,", ", line 2: Harbour Watch has no source"),
        ("Harbour Watch,gang,,HW,a court", ', line 2: "gang" is no kind'),
        ("Harbour Watch,,Zherin,HW,a court", ', line 2: "ZHERIN" is no country'),
        ("Harbour Watch,,,5 | HW,a court", ', line 2: "5" is a number alone'),
        ("Harbour Watch,,,--|HW,a court", ', line 2: "--" has neither letter nor digit'),
        ("Harbour Watch,,,HW,a court,Y", ', line 2: "Y" stands beyond the last column'),
    ],
)
def test_what_cannot_be_meant_is_told_with_its_line(file: Path, row: str, hint: str) -> None:
    (said,) = wrong(file, f"{row}\n")
    assert said.startswith(hint)


def test_every_bad_line_is_told_at_once(file: Path) -> None:
    said = wrong(file, "A,,,,x\nHarbour Watch,,,HW,x\nB,,,BB,\nharbour-watch,,,Lamp,x\n")
    assert [one.split(":")[0] for one in said] == [", line 2", ", line 4", ", lines 3 and 5"]


@pytest.mark.parametrize("text", ["entity,names\nA,B\n", "", HEAD])
def test_what_is_no_such_table_is_refused(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Misuse, match=r"names\.csv"):
        read_aliases(str(file))


_NAME = st.from_regex(r"[A-Za-z][A-Za-z ,\"'-]{0,10}[A-Za-z]", fullmatch=True).map(
    lambda s: " ".join(s.split())
)


@given(st.lists(st.tuples(_NAME, _NAME, _NAME), unique_by=lambda row: row[0].casefold()))
def test_what_is_given_out_can_be_read_in_again(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]]
) -> None:
    named = [
        NamesOfOne(f"The {n} {entity}", (f"{other} Watch",), source, "force", "ZH")
        for n, (entity, other, source) in enumerate(rows, 1)
    ]
    stated = [Aliasing(f"a{n}", one, "R", "", "", False) for n, one in enumerate(named)]
    if named:
        file = tmp_path_factory.mktemp("names") / "names.csv"
        file.write_text(table_of(stated), encoding="utf-8")
        table = read_aliases(str(file))
        assert (list(table.rows), table.wrong) == (named, ())
