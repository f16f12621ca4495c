"""The bundles of others: each is what its list says, with its licence beside it."""

from __future__ import annotations

import csv
from hashlib import sha256
from pathlib import Path

import pytest

from tools.fetch_bundles import LISTS, ROOT

FREE = {"MIT", "MPL-2.0", "BSD-3-Clause", "0BSD", "ISC", "OFL-1.1"}


@pytest.mark.parametrize("listed", LISTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_bundle_is_pinned_and_nothing_else_is_there(listed: Path) -> None:
    folder = listed.parent
    known = {listed}
    for row in csv.DictReader(listed.read_text("utf-8").splitlines()):
        file = folder / row["file"]
        assert sha256(file.read_bytes()).hexdigest() == row["sha256"]
        assert row["licence"] in FREE
        assert row["version"]
        known |= {file, file.parent / "LICENSE"}
    assert {path for path in folder.rglob("*") if path.is_file()} == known
