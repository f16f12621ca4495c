"""A manifest states what is known about many files; a bad row spoils only itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.sources.manifest import Listed, read_manifest
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.problems import Problem


def listed(tmp_path: Path, text: str | bytes) -> list[Listed | Problem]:
    path = tmp_path / "list.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(read_manifest(str(path)))


def test_csv_rows_become_addresses_with_particulars(tmp_path: Path) -> None:
    (row,) = listed(
        tmp_path,
        "path,published,publisher,url,title,period\n"
        'a.txt,2022-02-15,"Gazette, The",https://g.example/a,A title,2021-10/2021-12\n',
    )
    assert row == Listed(
        str(tmp_path / "a.txt"),
        Particulars(
            published="2022-02-15",
            publisher="Gazette, The",
            url="https://g.example/a",
            title="A title",
            period="2021-10/2021-12",
        ),
        2,
    )


def test_json_lines_mean_the_same(tmp_path: Path) -> None:
    (row,) = listed(tmp_path, '{"path": "a.txt", "published": "2022", "title": null}\n\n')
    assert row == Listed(str(tmp_path / "a.txt"), Particulars(published="2022"), 1)


def test_paths_are_relative_to_the_manifest_and_web_addresses_stay(tmp_path: Path) -> None:
    rows = listed(tmp_path, "path\nsub/a.txt\n/etc/b.txt\nhttps://g.example/c\n")
    assert [r.address for r in rows if isinstance(r, Listed)] == [
        str(tmp_path / "sub/a.txt"),
        "/etc/b.txt",
        "https://g.example/c",
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_columns_may_be_parted_as_spreadsheets_do(tmp_path: Path, separator: str) -> None:
    (row,) = listed(tmp_path, separator.join(["path", "title"]) + "\r\n" + f"a.txt{separator}T\r\n")
    assert isinstance(row, Listed)
    assert row.stated.title == "T"


def test_a_bad_date_names_file_and_row_and_leaves_the_others(tmp_path: Path) -> None:
    bad, good = listed(tmp_path, "path,published\na.txt,15.2.2022\nb.txt,2022-02-15\n")
    assert isinstance(bad, Problem)
    assert isinstance(good, Listed)
    assert bad.line().startswith(f"{tmp_path}/list.csv, row 2: published")


def test_a_row_without_a_path_is_a_problem(tmp_path: Path) -> None:
    (bad,) = listed(tmp_path, "path,title\n,Nameless\n")
    assert isinstance(bad, Problem)


def test_a_manifest_without_the_path_column_says_which_columns_it_wants(tmp_path: Path) -> None:
    (bad,) = listed(tmp_path, "file,title\na.txt,T\n")
    assert isinstance(bad, Problem)
    assert "path,published,publisher" in bad.next_step


def test_too_many_cells_are_not_silently_dropped(tmp_path: Path) -> None:
    (bad,) = listed(tmp_path, "path,title\na.txt,One, two\n")
    assert isinstance(bad, Problem)
    assert "row 2" in bad.where


def test_a_line_that_is_no_json_is_a_problem_of_that_line(tmp_path: Path) -> None:
    good, bad = listed(tmp_path, '{"path": "a.txt"}\n{"path": \n')
    assert isinstance(good, Listed)
    assert isinstance(bad, Problem)
    assert bad.where.endswith("row 2")


def test_a_missing_manifest_is_one_problem(tmp_path: Path) -> None:
    (bad,) = read_manifest(str(tmp_path / "none.csv"))
    assert isinstance(bad, Problem)


def test_a_manifest_in_another_encoding_is_one_problem(tmp_path: Path) -> None:
    (bad,) = listed(tmp_path, "path,title\na.txt,Café\n".encode("cp1252"))
    assert isinstance(bad, Problem)
