"""A manifest states what is known about many files; a bad row spoils only itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hearsay.sources.manifest import PASSED_OVER, Listed, read_manifest
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


def test_a_manifest_that_is_a_pipe_is_a_problem_and_not_a_wait_for_ever(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (bad,) = read_manifest(str(tmp_path / "pipe"))
    assert isinstance(bad, Problem)
    assert (bad.code, "pipe" in bad.message) == ("manifest", True)


def test_a_manifest_in_another_encoding_is_one_problem(tmp_path: Path) -> None:
    (bad,) = listed(tmp_path, "path,title\na.txt,Café\n".encode("cp1252"))
    assert isinstance(bad, Problem)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "path,publsher,title\na.txt,,T\nb.txt,Gazette,T\n",
            'list.csv: the column "publsher" is not known and passed over (first in row 3); '
            "the rest of each row counts. The columns are: path, published, publisher, url,",
        ),
        ("path,x,y\na.txt,1,\nb.txt,,2\n", 'the columns "x", "y" are not known'),
        ("path,\na.txt,Gazette\nb.txt,\n", "a column without a name is not known"),
        (
            '{"path": "a.txt", "by": ["Gazette"]}\n{"path": "b.txt", "\\ud800": 1}\n',
            'the columns "by", "?" are not known and passed over (first in row 1)',
        ),
        (
            "path,a,b,c,d,e,f,g\na.txt,1,1,1,1,1,1,1\nb.txt,,,,,,,\n",
            'the columns "a", "b", "c", "d", "e" and 2 more are not known',
        ),
    ],
)
def test_columns_that_are_not_known_are_named_once_and_the_rows_are_read(
    tmp_path: Path, text: str, says: str
) -> None:
    first, second, remark = listed(tmp_path, text)
    assert isinstance(first, Listed)
    assert isinstance(second, Listed)
    assert isinstance(remark, Problem)
    assert says in remark.line()


def test_a_column_that_states_nothing_is_nothing_to_speak_of(tmp_path: Path) -> None:
    rows = listed(tmp_path, 'path,notes,\na.txt, ,\nb.txt\n{"path": null}')
    assert [type(row) for row in rows[:2]] == [Listed, Listed]
    assert not any(isinstance(row, Problem) and row.code == PASSED_OVER for row in rows)


def test_a_column_that_stands_twice_is_not_guessed_at(tmp_path: Path) -> None:
    (bad,) = listed(tmp_path, "path,title,Title\na.txt,One,\n")
    assert isinstance(bad, Problem)
    assert bad.line() == (
        f'{tmp_path}/list.csv, row 1: two columns "title". Rename or remove one of them.'
    )
