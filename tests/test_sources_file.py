"""Files, folders and standard input come in as captures; each failure is one problem."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest

from hearsay.sources.fetcher import FetchOptions
from hearsay.sources.fetching import fetch, fetcher
from hearsay.vocabulary.captures import Fetched, Particulars
from hearsay.vocabulary.errors import NothingByThatName
from hearsay.vocabulary.problems import Problem

NOON = "2022-02-20T12:00:00Z"


def clock() -> str:
    return NOON


def everything(address: str, max_bytes: int = 1_000_000) -> list[Fetched | Problem]:
    return list(fetch(address, clock=clock, options=FetchOptions(max_bytes=max_bytes)))


def addresses(address: str) -> list[str]:
    return [f.capture.address for f in everything(address) if isinstance(f, Fetched)]


def problem(address: str) -> Problem:
    (found,) = everything(address)
    assert isinstance(found, Problem)
    return found


def test_a_file_is_captured_with_when_whence_and_how(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"The minister said so.\r\n")
    stated = Particulars(publisher="Gazette")
    (fetched,) = fetch(str(path), clock=clock, stated=stated)
    assert isinstance(fetched, Fetched)
    capture = fetched.capture
    assert fetched.content == b"The minister said so.\r\n"
    assert capture.sha256 == hashlib.sha256(fetched.content).hexdigest()
    assert (capture.address, capture.captured_at) == (str(path), NOON)
    assert (capture.method, capture.size, capture.stated) == ("file", 23, stated)


def test_a_folder_is_taken_in_with_all_below_it_in_a_stable_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/z.txt", "b/a.txt", "a.txt"):
        (tmp_path / name).write_text(name)
    expected = [str(tmp_path / name) for name in ("a.txt", "b/a.txt", "b/z.txt", "c.txt")]
    assert addresses(str(tmp_path)) == expected


def test_hidden_files_and_case_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in (".hidden", ".git/config", "case.hearsay", "case.hearsay-wal", "kept.txt"):
        (tmp_path / name).write_text(name)
    assert addresses(str(tmp_path)) == [str(tmp_path / "kept.txt")]


def test_a_link_back_to_a_folder_above_does_not_run_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "again").symlink_to(tmp_path)
    assert addresses(str(tmp_path)) == [str(tmp_path / "a.txt")]


def test_a_missing_file_is_one_problem_that_names_it(tmp_path: Path) -> None:
    found = problem(str(tmp_path / "none.txt"))
    assert found.code == "missing"
    assert "none.txt: no such file" in found.line()


def test_a_folder_that_may_not_be_read_leaves_the_rest_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "locked").mkdir()
    (tmp_path / "z.txt").write_text("z")
    listdir = os.listdir

    def refuse(path: str) -> list[str]:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", path)
        return listdir(path)

    monkeypatch.setattr(os, "listdir", refuse)
    locked, kept = everything(str(tmp_path))
    assert isinstance(locked, Problem)
    assert isinstance(kept, Fetched)
    assert locked.line().startswith(f"{tmp_path}/locked: you may not read this.")


def test_a_file_that_vanishes_while_reading_leaves_the_rest_in(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(name)
    found = fetch(str(tmp_path), clock=clock)
    first = next(found)
    (tmp_path / "b.txt").unlink()
    second, third = found
    assert isinstance(first, Fetched)
    assert isinstance(second, Problem)
    assert isinstance(third, Fetched)
    assert second.code == "missing"


def test_a_file_over_the_limit_is_not_taken_in(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"x" * 11)
    (found,) = everything(str(tmp_path / "big.txt"), max_bytes=10)
    assert isinstance(found, Problem)
    assert found.code == "too-large"


def test_a_named_pipe_is_a_problem_and_not_a_wait_for_ever(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert problem(str(tmp_path / "pipe")).code == "unreadable"


def test_a_dash_means_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"piped in")))
    (fetched,) = everything("-")
    assert isinstance(fetched, Fetched)
    assert (fetched.capture.address, fetched.capture.method) == ("-", "stdin")
    assert fetched.content == b"piped in"


@pytest.mark.parametrize("address", ["ftp://a.example/b.txt", "file:///etc/hosts", "S3://b/c"])
def test_a_url_that_none_fetches_is_no_missing_file(address: str) -> None:
    found = problem(address)
    assert found.code == "unknown-scheme"
    assert found.line() == (
        f"{address}: only addresses that begin with http:// or https:// are fetched. "
        "Download it and name the file."
    )


def test_a_url_is_never_taken_for_a_files_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ftp:").mkdir()
    (tmp_path / "ftp:" / "a.txt").write_text("not fetched")
    monkeypatch.chdir(tmp_path)
    assert problem("ftp://a.txt").code == "unknown-scheme"


def test_an_unknown_fetcher_is_refused_by_name() -> None:
    with pytest.raises(
        NothingByThatName, match='No fetcher "gopher"; there are: file, http, stdin'
    ):
        fetcher("gopher")
