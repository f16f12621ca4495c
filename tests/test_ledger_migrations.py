"""A case of an older version is brought up, or read as it is, and loses nothing on the way."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import apsw
import pytest
from ledger_entries import LATER, THEN, claim_in, entry
from test_cli_unwritable import unprivileged

from hearsay.ledger.store import ClaimFilter
from hearsay.ledger.stores.sqlite import SqliteStore, connection, open_case, verifying
from hearsay.ledger.stores.sqlite.connection import Opened
from hearsay.ledger.stores.sqlite.schema import (
    LEDGER_TABLES,
    NEWEST,
    expected_schema,
    migration,
)
from hearsay.ledger.stores.sqlite.unwritable import Still, open_without_log
from hearsay.vocabulary.errors import CaseDamaged, CaseFull, CaseNotWritable

TEXT = "Lena Orr said the convoy crossed at Oster.\nThe ministry denied it."
CROSSED = claim_in(TEXT, "the convoy crossed at Oster", speaker="Lena Orr")
DENIED = claim_in(TEXT, "denied it", speaker="The ministry")
REPORT = entry(TEXT, CROSSED, DENIED)
RAIN = entry("Rain fell on the depot.", address="rain.txt")

# Cases of these versions are in people's hands: what made them may never change.
_MIGRATION_1 = "7c5d27621103cf84c5a13fe79450326affaef7ccc480612148dcecc0a91069df"
_MIGRATION_2 = "3cdd8c719e9a73945ba84df30bbf90a236e66052dbf2e291e8c170449f7e997c"
_MIGRATION_3 = "cfd5fdf7fbadace744b7a1682fdb76ea1b75a2fd768da1b1cd0f574de1cfe6e3"


@contextmanager
def as_version_1() -> Iterator[None]:
    """What the first version knew: one migration, and the tables that it makes."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(connection, "NEWEST", 1)
        patched.setattr(verifying, "LEDGER_TABLES", LEDGER_TABLES[:9])
        yield


def opened_by_version_1(path: str, *, create: bool = False) -> SqliteStore:
    """With tables that stand in, in memory, for those that today's code looks for."""
    store = open_case(path, create=create)
    connection._stand_in(store._connection, 1)
    return store


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A closed case of version 1, with a row of every kind that it knew, and its head."""
    path = tmp_path_factory.mktemp("first") / "case.hearsay"
    with as_version_1():
        store = opened_by_version_1(str(path), create=True)
        store.append(REPORT, recorded_at=THEN)
        store.append(RAIN, recorded_at=THEN)
        store.label(DENIED.id, label="witness", by="A", recorded_at=THEN)
        store.judging.judge(CROSSED.id, verdict="right", by="A", recorded_at=THEN)
        store.redact("rain.txt", reason="risk", by="A", recorded_at=THEN)
        head = store.head()
        assert list(store.verify(head=head)) == []
        store.close()
    return path, head


@pytest.fixture
def old(first: tuple[Path, str], tmp_path: Path) -> str:
    """A copy of that case."""
    return str(shutil.copy(first[0], tmp_path / "case.hearsay"))


@pytest.fixture
def head(first: tuple[Path, str]) -> str:
    return first[1]


def version(path: str) -> int:
    shell = sqlite3.connect(path)
    (found,) = shell.execute("PRAGMA user_version").fetchone()
    shell.close()
    return int(found)


def test_what_earlier_versions_made_is_made_to_the_letter() -> None:
    assert sha256(migration(1).encode()).hexdigest() == _MIGRATION_1
    assert sha256(migration(2).encode()).hexdigest() == _MIGRATION_2
    assert sha256(migration(3).encode()).hexdigest() == _MIGRATION_3


def test_a_case_of_the_second_version_is_brought_up_and_keeps_its_head(tmp_path: Path) -> None:
    path = str(tmp_path / "case.hearsay")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(connection, "NEWEST", 2)
        store = open_case(path, create=True)
        connection._stand_in(store._connection, 2)
        store.append(REPORT, recorded_at=THEN)
        two = (CROSSED.id, DENIED.id)
        store.judging.pair(*two, verdict="same", by="A", why="Both.", recorded_at=THEN)
        store.judging.undo("p1", by="A", why="No.", recorded_at=THEN)
        head = store.head()
        store.close()
    assert version(path) == 2
    store = open_case(path, create=False)
    assert (store.head(), store.brought_up_from) == (head, 2)
    assert list(store.verify(head=head)) == []
    store.judging.rule(*two, verdict="none", by="A", why="Two rivers.", recorded_at=LATER)
    assert [one.id for one in store.judging.rulings()] == ["r1"]
    assert list(store.verify(head=head)) == []
    store.close()
    store = open_case(path, create=False)
    assert store.brought_up_from is None
    store.close()


def test_a_case_of_the_third_version_takes_rulings_on_conflicts(tmp_path: Path) -> None:
    path = str(tmp_path / "case.hearsay")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(connection, "NEWEST", 3)
        store = open_case(path, create=True)
        connection._stand_in(store._connection, 3)
        store.append(REPORT, recorded_at=THEN)
        two = (CROSSED.id, DENIED.id)
        store.judging.rule(*two, verdict="none", by="A", why="", recorded_at=THEN)
        head = store.head()
        store.close()
    store = open_case(path, create=False)
    assert (store.head(), store.brought_up_from) == (head, 3)
    store.judging.rule_on_conflict(
        "denial",
        [[one] for one in two],
        verdict="unknown",
        side=None,
        by="A",
        why="",
        recorded_at=LATER,
    )
    assert [one.id for one in store.judging.conflict_rulings()] == ["v2"]
    assert list(store.verify(head=head)) == []
    store.close()


def test_a_case_of_the_first_version_knows_nothing_of_the_second(old: str) -> None:
    assert version(old) == 1
    shell = apsw.Connection(old)
    found = dict(
        shell.execute("SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql NOTNULL")
    )
    shell.close()
    assert {k: v for k, v in found.items() if "_words_" not in k} == {
        k: v for k, v in expected_schema(1).items() if "_words_" not in k
    }
    assert "table pairing" not in found


@pytest.mark.parametrize("create", [True, False])
def test_it_is_brought_up_and_keeps_its_head(old: str, head: str, create: bool) -> None:
    store = open_case(old, create=create)
    assert store.head() == head
    assert list(store.verify(head=head)) == []
    assert [row.claim.id for row in store.claims(ClaimFilter())] == [CROSSED.id]
    assert [judged.claim for judged in store.judging.judgements()] == [CROSSED.id]
    assert list(store.judging.pairings()) == []
    assert list(store.judging.rulings()) == []
    assert store.brought_up_from == 1
    store.close()
    assert version(old) == NEWEST


def test_it_takes_what_the_new_version_brings(old: str, head: str) -> None:
    store = open_case(old, create=False)
    store.judging.pair(
        CROSSED.id, DENIED.id, verdict="same", by="A", why="Both.", recorded_at=LATER
    )
    store.keep_work("traces", b"kept")
    store.close()
    store = open_case(old, create=False)
    assert [pairing.id for pairing in store.judging.pairings()] == ["p1"]
    assert store.kept_work("traces") == b"kept"
    assert list(store.verify(head=head)) == []
    store.close()


def test_a_batch_has_the_same_hash_in_either_version(tmp_path: Path) -> None:
    """The tables that came later change no hash of a batch that has no rows in them."""
    heads = []
    for name in ("first", "second"):
        store = open_case(str(tmp_path / name), create=True, noise=bytes)
        tables = LEDGER_TABLES[:9] if name == "first" else LEDGER_TABLES
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("hearsay.ledger.stores.sqlite.batch.LEDGER_TABLES", tables)
            heads.append(store.append(REPORT, recorded_at=THEN).head)
        store.close()
    assert heads[0] == heads[1]


def test_a_step_that_fails_leaves_the_case_as_it_was(
    old: str, head: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        broken = migration(2) + "CREATE TABLE pairing (number);"
        patched.setattr(connection, "migration", lambda number: broken)
        with pytest.raises(CaseDamaged, match="already exists"):
            open_case(old, create=False)
    _is_as_it_was(old, head)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_a_process_that_is_killed_before_the_end_leaves_it_as_it_was(old: str, head: str) -> None:
    class Fatal(int):
        """Written into the last statement of the transaction, it ends the process."""

        def __format__(self, _: str) -> str:
            os.kill(os.getpid(), signal.SIGKILL)
            return ""

    child = os.fork()
    if child == 0:
        try:
            connection.APPLICATION = Fatal(connection.APPLICATION)
            open_case(old, create=False)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the child ended by itself"
    _is_as_it_was(old, head)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
def test_a_full_disk_is_said_and_leaves_it_as_it_was(old: str, head: str) -> None:
    here = Path(__file__).parent
    paths = os.pathsep.join([str(here.parent / "src"), str(here)])
    code = [sys.executable, "-c", _OPEN_ON_A_FULL_DISK, old]
    done = subprocess.run(code, env={**os.environ, "PYTHONPATH": paths}, timeout=60)
    assert done.returncode == 0
    _is_as_it_was(old, head)


_OPEN_ON_A_FULL_DISK = """
import resource, sys
from test_ledger_migrations import CaseFull, open_case
# Room for the 32 KiB that SQLite's readers share, and for none of the eight pages to be written.
resource.setrlimit(resource.RLIMIT_FSIZE, (33_000, 33_000))
try:
    open_case(sys.argv[1], create=False)
except CaseFull:
    sys.exit(0)
sys.exit(1)
"""


def _is_as_it_was(path: str, head: str) -> None:
    """The case is still of version 1, sound to the first version, and can be brought up."""
    assert version(path) == 1
    with as_version_1():
        store = opened_by_version_1(path)
        assert list(store.verify(head=head)) == []
        store.close()
    store = open_case(path, create=False)
    assert list(store.verify(head=head)) == []
    store.close()
    assert version(path) == NEWEST


class TestReadOnly:
    """A case of version 1 that cannot be written is read as it is."""

    @pytest.fixture
    def store(self, old: str) -> Iterator[SqliteStore]:
        prepared = connection._prepared(open_without_log(old), old, 1.0)
        opened = SqliteStore(Opened(prepared, Still(old)), old, os.urandom)
        yield opened
        opened.close()

    def test_it_lists_and_verifies_as_one_without_pairings_and_work(
        self, store: SqliteStore, old: str, head: str
    ) -> None:
        before = Path(old).read_bytes()
        assert [row.claim.id for row in store.claims(ClaimFilter())] == [CROSSED.id]
        assert [shown.address for shown in store.accounts()] == ["report.txt"]
        assert list(store.judging.pairings()) == []
        assert list(store.verify(head=head)) == []
        store.keep_work("traces", b"kept")
        assert store.kept_work("traces") is None
        assert Path(old).read_bytes() == before
        assert os.listdir(os.path.dirname(old)) == [os.path.basename(old)]

    def test_what_would_write_says_that_it_cannot(self, store: SqliteStore) -> None:
        with pytest.raises(CaseNotWritable, match="cannot be written"):
            store.judging.pair(
                CROSSED.id, DENIED.id, verdict="same", by="A", why="", recorded_at=LATER
            )
        with pytest.raises(CaseNotWritable, match="cannot be written"):
            store.append(entry("Another report."), recorded_at=LATER)

    def test_a_trigger_that_is_missing_is_found_all_the_same(self, old: str) -> None:
        shell = apsw.Connection(old)
        shell.execute("DROP TRIGGER claim_is_never_changed")
        shell.close()
        prepared = connection._prepared(open_without_log(old), old, 1.0)
        store = SqliteStore(Opened(prepared, Still(old)), old, os.urandom)
        found = [mismatch.what for mismatch in store.verify()]
        store.close()
        assert found == ["trigger claim_is_never_changed"]

    @pytest.mark.parametrize("shut", ["folder", "file", "folder and file"])
    def test_in_a_folder_where_one_may_only_read(self, old: str, head: str, shut: str) -> None:
        folder = Path(old).parent
        before = Path(old).read_bytes()
        if "file" in shut:
            Path(old).chmod(0o444)
        if "folder" in shut:
            folder.chmod(0o555)
        ran = unprivileged(folder, "verify", "--head", head, "--case", old)
        folder.chmod(0o755)
        assert (ran.code, ran.err) == (0, "")
        assert "every hash matches" in ran.out
        assert Path(old).read_bytes() == before


def test_kept_work_on_a_case_that_is_being_written_is_not_kept(tmp_path: Path) -> None:
    path = str(tmp_path / "case.hearsay")
    store = open_case(path, create=True, patience=0.05)
    held = apsw.Connection(path)
    held.execute("BEGIN IMMEDIATE")
    store.keep_work("traces", b"kept")
    held.execute("ROLLBACK")
    held.close()
    assert store.kept_work("traces") is None
    store.close()


def test_kept_work_finds_a_full_disk_and_goes_on(tmp_path: Path) -> None:
    path = str(tmp_path / "case.hearsay")
    store = open_case(path, create=True)
    store.keep_work("traces", b"kept")
    store._connection.pragma("max_page_count", store._connection.pragma("page_count"))
    store.keep_work("traces", os.urandom(90_000))
    assert store.kept_work("traces") == b"kept"
    with pytest.raises(CaseFull):
        store.append(entry(os.urandom(90_000).hex()), recorded_at=THEN)
    store.close()


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE work SET body = x'00' WHERE place = 0",
        "DELETE FROM work WHERE place = 1",
        "UPDATE work SET packing = 1",
        "UPDATE work SET name = 'traces' WHERE name = 'other'",
    ],
)
def test_kept_work_that_was_changed_is_not_given_back(tmp_path: Path, tampering: str) -> None:
    path = str(tmp_path / "case.hearsay")
    store = open_case(path, create=True)
    if "other" in tampering:
        store.keep_work("other", b"kept")
    else:
        store.keep_work("traces", os.urandom(5 << 20))
    shell = apsw.Connection(path)
    shell.execute(tampering)
    shell.close()
    assert store.kept_work("traces") is None
    store.close()


def test_a_case_that_says_it_is_older_than_it_is_is_damaged(tmp_path: Path) -> None:
    path = str(tmp_path / "case.hearsay")
    open_case(path, create=True).close()
    shell = sqlite3.connect(path)
    shell.execute("PRAGMA user_version = 1")
    shell.close()
    with pytest.raises(CaseDamaged, match="already exists"):
        open_case(path, create=False)
