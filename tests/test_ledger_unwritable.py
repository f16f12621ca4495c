"""A case that cannot be written is read without a log, and verified no less strictly."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import apsw
import pytest
from ledger_entries import LATER, THEN, claim_in, entry

from hearsay.ledger.store import ClaimFilter
from hearsay.ledger.stores.sqlite import SqliteStore, open_case
from hearsay.ledger.stores.sqlite.connection import Opened
from hearsay.ledger.stores.sqlite.unwritable import Still, open_without_log, refusal
from hearsay.vocabulary.errors import CaseChanged, CaseNotWritable

TEXT = "Lena Orr said the convoy crossed at Oster.\nThe ministry denied it."
CROSSED = claim_in(TEXT, "the convoy crossed at Oster", speaker="Lena Orr")


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A closed case with one claim, its log emptied into it."""
    made = str(tmp_path / "a case?#%.hearsay")
    store = open_case(made, create=True)
    store.append(entry(TEXT, CROSSED), recorded_at=THEN)
    store.close()
    return made


def without_log(path: str) -> SqliteStore:
    return SqliteStore(Opened(open_without_log(path), Still(path)), path, os.urandom)


@pytest.fixture
def store(path: str) -> Iterator[SqliteStore]:
    opened = without_log(path)
    yield opened
    opened.close()


def test_it_lists_searches_and_verifies_and_leaves_nothing_beside(
    store: SqliteStore, path: str
) -> None:
    assert [row.claim for row in store.claims(ClaimFilter())] == [CROSSED]
    assert [found.passage.paragraph for found in store.search("convoy", limit=9)] == [1]
    assert list(store.verify(head=store.head())) == []
    assert os.listdir(os.path.dirname(path)) == [os.path.basename(path)]


def test_what_would_write_says_that_it_cannot_and_changes_nothing(
    store: SqliteStore, path: str
) -> None:
    before = Path(path).read_bytes()
    with pytest.raises(CaseNotWritable, match="cannot be written"):
        store.label(CROSSED.id, label="at-risk", by="me", recorded_at=LATER)
    with pytest.raises(CaseNotWritable, match="cannot be written"):
        store.append(entry("Another report."), recorded_at=LATER)
    assert Path(path).read_bytes() == before


@pytest.mark.parametrize(
    "tampering",
    [
        "INSERT INTO listing_words (listing_words) VALUES ('delete-all')",
        "INSERT INTO passage_words (rowid, words) VALUES (1, 'convoy')",
        "INSERT INTO passage_words (rowid, words) VALUES (99, 'slander')",
        "INSERT INTO passage_words (passage_words, rowid, words) "
        "SELECT 'delete', number, words FROM passage WHERE number = 2",
    ],
)
def test_full_text_that_does_not_match_is_found_with_and_without_writing(
    path: str, tampering: str
) -> None:
    shell = apsw.Connection(path)
    shell.execute(tampering)
    shell.close()
    for opened in (open_case(path, create=False), without_log(path)):
        whats = [mismatch.what for mismatch in opened.verify()]
        opened.close()
        assert len(whats) == 1
        assert whats[0] == f"full text {tampering.split()[2]}"


def test_a_case_that_is_changed_while_it_is_read_says_so(store: SqliteStore, path: str) -> None:
    listed = store.claims(ClaimFilter())
    next(listed)
    other = open_case(path, create=False)
    other.append(entry("The convoy never crossed. " * 3000, address="b.txt"), recorded_at=LATER)
    other.close()
    with pytest.raises(CaseChanged, match="Run the command again"):
        list(listed)


def test_a_log_that_was_left_behind_is_not_passed_over(path: str, tmp_path: Path) -> None:
    """Reading the file alone would hide what stands in the log."""
    writer = open_case(path, create=False)
    writer.append(entry("The convoy turned back.", address="b.txt"), recorded_at=LATER)
    copy = str(tmp_path / "copy.hearsay")
    shutil.copy(path, copy)
    shutil.copy(f"{path}-wal", f"{copy}-wal")
    writer.close()
    with pytest.raises(CaseNotWritable, match=r"copy\.hearsay-wal\)\. Copy both files to a folder"):
        open_without_log(copy)


def test_a_read_only_disk_is_named_as_the_reason(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_flag=os.ST_RDONLY))
    assert "the case cannot be written (it is on a read-only disk). Copy it" in str(refusal(path))
