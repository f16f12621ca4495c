"""A case in a folder that one may only read: it is read, and what cannot be done is said."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import SOURCE, Hearsay, Ran

GOOD = "The governor said on Tuesday that two police units had been withdrawn from the port.\n"


def unprivileged(folder: Path, *arguments: object) -> Ran:
    """Runs a command as one whom the rights of files bind; those of root are given up first."""
    command = [sys.executable, "-m", "hearsay", *map(str, arguments)]
    if os.geteuid() == 0:
        setpriv = shutil.which("setpriv")
        assert setpriv, "as root this test needs setpriv (Debian: util-linux)"
        command = [setpriv, "--bounding-set=-dac_override,-dac_read_search", *command]
    environment = {**os.environ, "PYTHONPATH": SOURCE}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.fixture(params=["folder", "file", "folder and file"])
def shut(request: pytest.FixtureRequest, hearsay: Hearsay, tmp_path: Path) -> Iterator[Path]:
    """A folder with a case in it, one of which may not be written, or neither."""
    folder = tmp_path / "shut"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    assert hearsay("read", folder / "good.txt", "--case", folder / "case.hearsay").code == 0
    if "file" in request.param:
        (folder / "case.hearsay").chmod(0o444)
    if "folder" in request.param:
        folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


def test_it_is_listed_searched_and_verified(shut: Path) -> None:
    before = sorted(os.listdir(shut))
    searched = unprivileged(shut, "search", "governor")
    assert (searched.code, GOOD.strip() in searched.out) == (0, True), searched.err
    claims = unprivileged(shut, "claims", "--json")
    assert "withdrawn" in json.loads(claims.out)[0]["words"], claims.err
    assert "every hash matches" in unprivileged(shut, "verify").out
    assert "good.txt" in unprivileged(shut, "problems").out
    assert sorted(os.listdir(shut)) == before


def test_what_would_write_it_says_in_one_line_why_not_and_what_to_do(shut: Path) -> None:
    claim = json.loads(unprivileged(shut, "claims", "--json").out)[0]["id"]
    for arguments in (("read", "good.txt"), ("label", claim, "at-risk")):
        ran = unprivileged(shut, *arguments)
        assert ran.code == 2
        (line,) = ran.err.splitlines()
        assert line.startswith("hearsay: case.hearsay: the case cannot be written (you may not ")
        assert "Copy it to a folder of your own, or name another case with --case." in line


def test_where_none_can_be_made_another_place_is_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "shut"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    folder.chmod(0o555)
    ran = unprivileged(folder, "read", "good.txt")
    folder.chmod(0o755)
    assert ran.code == 2
    assert ran.err == (
        "hearsay: case.hearsay: the case cannot be written (you may not write in its folder). "
        "Name another place with --case.\n"
    )


def test_one_that_may_not_even_be_read_is_not_called_no_case(
    hearsay: Hearsay, tmp_path: Path
) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    hearsay("read", "good.txt")
    (tmp_path / "case.hearsay").chmod(0)
    ran = unprivileged(tmp_path, "claims")
    assert ran.code == 2
    assert ran.err.startswith("hearsay: case.hearsay: you may not read this file. Ask its owner")
