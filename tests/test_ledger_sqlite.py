"""The case as a file: opening it, refusing changes, finding tampering, leaving no traces."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from time import perf_counter

import apsw
import pytest
from ledger_entries import LATER, THEN, claim_in, entry

from hearsay.ledger.store import ClaimFilter, Entry
from hearsay.ledger.stores.sqlite import SqliteStore, open_case, soundness
from hearsay.ledger.stores.sqlite.connection import _recognise
from hearsay.ledger.stores.sqlite.schema import DERIVED_TABLES, LEDGER_TABLES
from hearsay.vocabulary.errors import (
    CaseBusy,
    CaseDamaged,
    CaseFull,
    CaseTooNew,
    HearsayError,
    NoCase,
    UnsoundDatabase,
)
from hearsay.vocabulary.problems import Problem

TEXT = "Lena Orr said the convoy crossed at Oster.\nThe ministry denied it."
CROSSED = claim_in(TEXT, "the convoy crossed at Oster", speaker="Lena Orr")
DENIED = claim_in(TEXT, "denied it", speaker="The ministry")
REPORT = entry(TEXT, CROSSED, DENIED)


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "case.hearsay")


@pytest.fixture
def store(path: str) -> Iterator[SqliteStore]:
    opened = open_case(path, create=True)
    yield opened
    opened.close()


def made(path: str, *entries: Entry) -> str:
    """A closed case that holds these entries, its log emptied into it; its head."""
    store = open_case(path, create=True)
    for one in entries:
        store.append(one, recorded_at=THEN)
    head = store.head()
    store.close()
    return head


class TestOpening:
    def test_no_file_is_no_case(self, path: str) -> None:
        with pytest.raises(NoCase, match="no such file"):
            open_case(path, create=False)
        assert not Path(path).exists()

    def test_an_empty_file_is_no_case_until_it_is_made_one(self, path: str) -> None:
        Path(path).touch()
        with pytest.raises(NoCase, match="empty"):
            open_case(path, create=False)
        made(path, REPORT)
        open_case(path, create=False).close()

    def test_a_folder_is_no_case(self, tmp_path: Path) -> None:
        with pytest.raises(NoCase, match="folder"):
            open_case(str(tmp_path), create=True)

    def test_a_case_needs_a_folder_to_stand_in(self, tmp_path: Path) -> None:
        with pytest.raises(NoCase, match="no folder"):
            open_case(str(tmp_path / "none" / "case.hearsay"), create=True)

    @pytest.mark.parametrize("create", [True, False])
    def test_some_other_file_is_no_case_and_stays_as_it_is(self, path: str, create: bool) -> None:
        Path(path).write_bytes(b"Dear reader, this is a letter.\n" * 100)
        with pytest.raises(NoCase, match="no SQLite file"):
            open_case(path, create=create)
        assert Path(path).read_bytes() == b"Dear reader, this is a letter.\n" * 100

    @pytest.mark.parametrize("create", [True, False])
    def test_another_programs_database_stays_as_it_is(self, path: str, create: bool) -> None:
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE recipe (name)")
        other.close()
        before = Path(path).read_bytes()
        with pytest.raises(NoCase, match="another program"):
            open_case(path, create=create)
        assert Path(path).read_bytes() == before

    def test_a_case_of_a_newer_version_is_left_to_that_version(self, path: str) -> None:
        made(path, REPORT)
        with sqlite3.connect(path) as other:
            other.execute("PRAGMA user_version = 99")
        other.close()
        with pytest.raises(CaseTooNew, match="schema 99"):
            open_case(path, create=True)

    def test_an_unsound_sqlite_is_refused(self, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(soundness, "ANSWERS", (0,) * len(soundness.ANSWERS))
        with pytest.raises(UnsoundDatabase, match="self-check"):
            open_case(path, create=True)

    def test_the_self_check_finds_the_known_fault(self) -> None:
        """Python's own SQLite has the fault on Debian 12; elsewhere it must answer rightly."""
        own = sqlite3.connect(":memory:")
        own.executescript(soundness.SETUP)
        found = tuple(own.execute(question).fetchone()[0] for question in soundness.QUESTIONS)
        own.close()
        faulty = (3, 38, 0) <= sqlite3.sqlite_version_info < (3, 41, 0)
        assert (found == soundness.ANSWERS) is not faulty


class TestAppendOnly:
    @pytest.fixture
    def full(self, store: SqliteStore, path: str) -> Iterator[apsw.Connection]:
        """A case with a row in every table, as another program sees it."""
        problem = Problem("report.txt", "x", "Something.", "Nothing.")
        store.append(replace(REPORT, problems=(problem,)), recorded_at=THEN)
        store.label(DENIED.id, label="witness", by="A", recorded_at=THEN)
        store.judging.judge(DENIED.id, verdict="right", by="A", recorded_at=THEN)
        two = (CROSSED.id, DENIED.id)
        store.judging.pair(*two, verdict="same", by="A", why="Both say it.", recorded_at=THEN)
        store.judging.undo("p1", by="A", why="They do not.", recorded_at=THEN)
        store.judging.rule(*two, verdict="none", by="A", why="Two rivers.", recorded_at=THEN)
        store.judging.undo("r1", by="A", why="One river.", recorded_at=THEN)
        sides = [[one] for one in two]
        store.judging.rule_on_conflict(
            "denial", sides, verdict="both", side=None, by="A", why="", recorded_at=THEN
        )
        store.redact(CROSSED.id, reason="risk", by="A", recorded_at=LATER)
        other = apsw.Connection(path)
        yield other
        other.close()

    @pytest.mark.parametrize("table", ["batch", "content", *LEDGER_TABLES, *DERIVED_TABLES])
    def test_no_row_can_be_changed_or_deleted(self, full: apsw.Connection, table: str) -> None:
        columns = full.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchall()
        assert full.execute(f"SELECT count(*) FROM {table}").get > 0
        for (column,) in columns:
            with pytest.raises(apsw.ConstraintError, match="append-only"):
                full.execute(f"UPDATE {table} SET {column} = {column}")
        with pytest.raises(apsw.ConstraintError, match="append-only"):
            full.execute(f"DELETE FROM {table}")

    @pytest.mark.parametrize("table", ["batch", "content", *LEDGER_TABLES])
    def test_no_row_can_be_replaced(self, full: apsw.Connection, table: str) -> None:
        with pytest.raises(apsw.ConstraintError, match="append-only"):
            full.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1")

    def test_content_does_not_go_under_an_old_tombstone(self, full: apsw.Connection) -> None:
        (content,) = full.execute("SELECT content FROM tombstone WHERE leaves NOTNULL").fetchone()
        with pytest.raises(apsw.ConstraintError, match="only with a tombstone"):
            full.execute("UPDATE content SET body = x'00' WHERE number = ?", (content,))

    def test_a_tombstone_for_words_left_does_not_let_all_go(self, full: apsw.Connection) -> None:
        full.execute("BEGIN")
        full.execute(
            "INSERT INTO tombstone SELECT (SELECT max(number) + 1 FROM tombstone), "
            "(SELECT max(number) + 1 FROM batch), redaction, content, x'00', hash "
            "FROM tombstone WHERE leaves NOTNULL LIMIT 1"
        )
        with pytest.raises(apsw.ConstraintError, match="only with a tombstone"):
            full.execute(
                "UPDATE content SET body = NULL WHERE number = "
                "(SELECT content FROM tombstone ORDER BY number DESC LIMIT 1)"
            )
        full.execute("ROLLBACK")


def _tamper(path: str, *statements: str) -> None:
    """Change the file as a careful person with the sqlite3 shell could."""
    shell = apsw.Connection(path)
    triggers = shell.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall()
    for name, _ in triggers:
        shell.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        shell.execute(statement)
    for _, sql in triggers:
        shell.execute(str(sql))
    shell.close()


_SWAPPED = "UPDATE content SET body = CAST(replace(CAST(body AS TEXT), '{}', '{}') AS BLOB)"


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        (
            "UPDATE content SET body = CAST('x' AS BLOB) WHERE number = 1",
            f"capture {CROSSED.capture}",
        ),
        (
            f"{_SWAPPED.format('Oster', 'Ostel')} WHERE number = (SELECT document FROM reading)",
            f"document of capture {CROSSED.capture}",
        ),
        (
            f"{_SWAPPED.format('convoy', 'parade')} "
            "WHERE number = (SELECT content FROM claim ORDER BY number LIMIT 1)",
            f"claim {CROSSED.id}",
        ),
        ("UPDATE content SET body = NULL WHERE number = 1", f"capture {CROSSED.capture}"),
        ("UPDATE capture SET sha256 = upper(sha256)", "capture row 1"),
        ("UPDATE reading SET reader = 'reader 9'", "reading row 1"),
        ("UPDATE batch SET recorded_at = '2029-01-01T00:00:00Z'", "batch 1"),
        ("UPDATE batch SET known_from = 5", "batch 1"),
        ("DELETE FROM batch WHERE number = 2", "label row 1"),
        ("DELETE FROM labelled", "batch 2"),
        ("DELETE FROM claim WHERE number = 2", "batch 1"),
        ("UPDATE label SET name = 'none'", "label row 1"),
        ("UPDATE pairing SET other = content", "pairing row 1"),
        ("DELETE FROM unpairing", "batch 4"),
        ("DROP TRIGGER work_goes_with_a_redaction", "work_goes_with_a_redaction"),
        (
            f"{_SWAPPED.format('same', 'diff')} WHERE number = (SELECT content FROM pairing)",
            "pairing p1",
        ),
        (
            f"{_SWAPPED.format('Not so', 'Now so')} WHERE number = (SELECT content FROM unpairing)",
            "undoing of pairing p1",
        ),
        (
            f"{_SWAPPED.format('Two ri', 'Ten ri')} WHERE number = (SELECT content FROM decision)",
            "decision r1",
        ),
        (
            f"{_SWAPPED.format('One ri', 'Its ri')} WHERE number = (SELECT content FROM undoing)",
            "undoing of decision r1",
        ),
        ("INSERT INTO claim SELECT 9, 2, reading, content, hash FROM claim LIMIT 1", "claim row 9"),
        ("UPDATE listing SET words = 'nothing' WHERE claim = 1", "listing row 1"),
        ("UPDATE listing SET last_day = '1999-01-01' WHERE claim = 1", "listing row 1"),
        ("DELETE FROM listing WHERE claim = 1", "listing row 1"),
        ("UPDATE source SET publisher = 'Oster Wire'", "source row 1"),
        ("UPDATE received SET address = x'41'", "received row 1"),
        ("DELETE FROM passage WHERE number = 2", "passage row"),
        ("INSERT INTO listing_words (listing_words) VALUES ('delete-all')", "listing_words"),
        ("DROP TRIGGER claim_is_never_changed", "claim_is_never_changed"),
        ("DROP INDEX listing_by_day", "listing_by_day"),
    ],
)
def test_tampering_is_found_and_named(path: str, statement: str, named: str) -> None:
    store = open_case(path, create=True)
    store.append(REPORT, recorded_at=THEN)
    store.label(DENIED.id, label="witness", by="A", recorded_at=THEN)
    two = (CROSSED.id, DENIED.id)
    store.judging.pair(*two, verdict="same", by="A", why="Both say it.", recorded_at=THEN)
    store.judging.undo("p1", by="A", why="Not so.", recorded_at=THEN)
    store.judging.rule(*two, verdict="none", by="A", why="Two rivers.", recorded_at=THEN)
    store.judging.undo("r1", by="A", why="One river.", recorded_at=THEN)
    assert list(store.verify()) == []
    store.close()
    if statement.startswith("DROP TRIGGER"):
        shell = apsw.Connection(path)
        shell.execute(statement)
        shell.close()
    else:
        _tamper(path, statement)
    store = open_case(path, create=False)
    found = [mismatch.what for mismatch in store.verify()]
    store.close()
    assert any(named in what for what in found), found


def test_a_history_written_anew_is_found_by_a_head_kept_elsewhere(
    path: str, tmp_path: Path
) -> None:
    head = made(path, REPORT)
    forged = str(tmp_path / "forged.hearsay")
    made(forged, entry(TEXT.replace("Oster", "Tarsk"), address="report.txt"))
    store = open_case(forged, create=False)
    assert list(store.verify()) == []
    assert [m.what for m in store.verify(head=head)] == ["head"]
    store.close()


def test_a_changed_byte_anywhere_in_what_is_kept_is_found(path: str) -> None:
    """A byte flipped in a page's unused room changes nothing; any other one is found."""
    made(path, REPORT, entry("Some other report, at length. " * 80, address="b.txt"))
    sound = Path(path).read_bytes()
    chance = Random(20300511)
    found = 0
    used = [place for place in range(100, len(sound)) if sound[place]]
    for place in chance.sample(used, 40):
        flipped = bytearray(sound)
        flipped[place] ^= 1 << chance.randrange(8)
        Path(path).write_bytes(flipped)
        if _is_found(path):
            found += 1
        else:
            assert _all_rows(path) == _all_rows_of(sound, path), f"byte {place} went unseen"
    assert found > 20


def _is_found(path: str) -> bool:
    try:
        store = open_case(path, create=False)
    except HearsayError:
        return True
    try:
        return list(store.verify()) != []
    except CaseDamaged:
        return True
    finally:
        store.close()


def _all_rows(path: str) -> list[object]:
    shell = apsw.Connection(path)
    rows = [
        shell.execute(f"SELECT * FROM {table}").fetchall()
        for table in ("batch", "content", *LEDGER_TABLES, *DERIVED_TABLES)
    ]
    shell.close()
    return rows  # type: ignore[return-value]


def _all_rows_of(sound: bytes, path: str) -> list[object]:
    copy = path + ".sound"
    Path(copy).write_bytes(sound)
    return _all_rows(copy)


class TestNoTraces:
    """What was redacted is not in any byte of any file of the case, deflated or not."""

    @pytest.mark.parametrize("what", ["capture", "claim"])
    @pytest.mark.parametrize("copies", [1, 200])
    def test_no_word_is_left_in_the_files(self, path: str, what: str, copies: int) -> None:
        filler = "The depot at Oster stayed shut through the winter, officials said.\n" * copies
        text = f"{filler}Zephyrine Quillon said the xylophone convoy crossed.\n{filler}"
        told = claim_in(text, "the xylophone convoy crossed", speaker="Zephyrine Quillon")
        store = open_case(path, create=True)
        problem = Problem("secret.txt", "odd", "Zephyrine Quillon is named.", "Look.")
        secret = entry(text, told, address="secret.txt", problems=(problem,))
        store.append(secret, recorded_at=THEN)
        store.append(replace(secret, reading=replace(secret.reading, reader="2")), recorded_at=THEN)  # type: ignore[type-var]
        store.append(REPORT, recorded_at=THEN)
        store.judging.judge(told.id, verdict="right", by="A", recorded_at=THEN)
        why = "Zephyrine Quillon says that the xylophone convoy crossed."
        for one, other in ((told.id, DENIED.id), (DENIED.id, told.id)):
            store.judging.pair(one, other, verdict="same", by="A", why=why, recorded_at=THEN)
        store.judging.undo("p1", by="A", why=why, recorded_at=THEN)
        store.judging.rule(DENIED.id, told.id, verdict="none", by="A", why=why, recorded_at=THEN)
        store.judging.rule(
            "secret.txt", None, named="Wire", verdict="none", by="A", why=why, recorded_at=THEN
        )
        store.judging.undo("r2", by="A", why=why, recorded_at=THEN)
        store.keep_work("traces", text.encode() * 9, head=store.head())
        assert _words_in(path) != set()
        target = told.capture if what == "capture" else told.id
        store.redact(target, reason="risk", by="A", recorded_at=LATER)
        assert _words_in(path) == set()
        store.close()
        assert _words_in(path) == set()
        store = open_case(path, create=False)
        assert list(store.verify()) == []
        store.close()

    def test_the_search_for_traces_sees_into_deflated_stretches(self, tmp_path: Path) -> None:
        deflated = zlib.compress(b"The depot at Oster is shut. " * 90 + b"Quillon said so.", 6)
        (tmp_path / "file").write_bytes(b"before" + deflated + b"after")
        assert _words_in(str(tmp_path / "file")) == {"uillon"}

    def test_a_redaction_that_was_interrupted_is_finished_at_the_next_opening(
        self, path: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from hearsay.ledger.stores.sqlite import redacting

        text = "Zephyrine Quillon said the xylophone convoy crossed."
        told = claim_in(text, "the xylophone convoy crossed", speaker="Zephyrine Quillon")
        store = open_case(path, create=True)
        store.append(entry(text, told), recorded_at=THEN)
        with monkeypatch.context() as patched:
            patched.setattr(redacting, "wipe", lambda connection: None)
            store.redact(told.id, reason="risk", by="A", recorded_at=LATER)
        store.close()
        open_case(path, create=False).close()
        assert _words_in(path) == set()


def _words_in(path: str) -> set[str]:
    """Which of the secret words stand in the case's files, plain or inside a deflated stretch."""
    found = set()
    for file in Path(path).parent.iterdir():
        raw = file.read_bytes()
        texts = [raw, *_inflated(raw)]
        for word in ("ephyrine", "uillon", "ylophone"):
            if any(word.encode() in text.lower() for text in texts):
                found.add(word)
    return found


def _inflated(raw: bytes) -> list[bytes]:
    """Every stretch that inflates, from each place where a deflated content could begin."""
    stretches = []
    for start in range(len(raw) - 1):
        if raw[start] == 0x78 and raw[start + 1] in (0x01, 0x5E, 0x9C, 0xDA):
            inflate = zlib.decompressobj()
            text = b""
            # A content longer than a page goes on elsewhere: keep what inflates before that.
            for place in range(start, min(start + 65536, len(raw)), 64):
                try:
                    text += inflate.decompress(raw[place : place + 64])
                except zlib.error:
                    break
            if text:
                stretches.append(text)
    return stretches


class TestTwoProcesses:
    def test_the_second_writer_waits_and_then_says_that_the_case_is_busy(self, path: str) -> None:
        made(path, REPORT)
        held = apsw.Connection(path)
        held.execute("BEGIN IMMEDIATE")
        second = open_case(path, create=False, patience=0.2)
        begun = perf_counter()
        with pytest.raises(CaseBusy, match="another process"):
            second.append(entry("Another text."), recorded_at=LATER)
        assert perf_counter() - begun > 0.15
        assert [row.claim.id for row in second.claims(ClaimFilter())] == [CROSSED.id, DENIED.id]
        held.execute("COMMIT")
        held.close()
        assert second.append(entry("Another text."), recorded_at=LATER).change != "nothing"
        second.close()

    def test_a_case_that_another_process_makes_meanwhile_is_known_for_a_case(
        self, path: str
    ) -> None:
        class Slow(apsw.Connection):
            def pragma(self, name: str, *value: object, **options: object) -> object:
                found = super().pragma(name, *value, **options)
                with suppress(CaseBusy):
                    open_case(path, create=True, patience=0.01).close()
                return found

        connection = Slow(path)
        _recognise(connection, path)
        connection.close()

    def test_two_processes_take_turns(self, path: str) -> None:
        children = [_child(_WRITE_TWENTY, path, name) for name in ("one", "two")]
        assert [child.wait(timeout=60) for child in children] == [0, 0]
        store = open_case(path, create=False)
        assert len(list(store.captures())) == 40
        assert list(store.verify()) == []
        store.close()


_WRITE_TWENTY = """
import sys
from ledger_entries import THEN, entry
from hearsay.ledger.stores.sqlite import open_case
store = open_case(sys.argv[1], create=True, patience=30)
for number in range(20):
    text = f"Report {number} of {sys.argv[2]}."
    store.append(entry(text, address=f"{sys.argv[2]}/{number}"), recorded_at=THEN)
"""


def _child(code: str, *arguments: str) -> subprocess.Popen[bytes]:
    here = Path(__file__).parent
    paths = os.pathsep.join([str(here.parent / "src"), str(here)])
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], env={**os.environ, "PYTHONPATH": paths}
    )


class TestFullDisk:
    def test_a_full_disk_is_said_and_nothing_half_written_stays(
        self, store: SqliteStore, path: str
    ) -> None:
        head = store.append(REPORT, recorded_at=THEN).head
        pages = store._connection.pragma("page_count")
        store._connection.pragma("max_page_count", pages)
        with pytest.raises(CaseFull, match="disk is full"):
            store.append(_long("b.txt"), recorded_at=LATER)
        assert store.head() == head
        assert list(store.verify(head=head)) == []
        store._connection.pragma("max_page_count", pages + 1000)
        assert store.append(_long("b.txt"), recorded_at=LATER).change == "new"

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
    def test_a_file_that_may_not_grow_is_a_full_disk(self, path: str) -> None:
        made(path, REPORT)
        assert _child(_FILL, path).wait(timeout=60) == 0
        store = open_case(path, create=False)
        assert list(store.verify()) == []
        assert [c.address for c in store.captures()] == ["report.txt"]
        store.close()


def _long(address: str) -> Entry:
    return entry(Random(1).randbytes(200_000).hex(), address=address)


_FILL = """
import resource, sys
from test_ledger_sqlite import LATER, CaseFull, _long, open_case
store = open_case(sys.argv[1], create=False)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    store.append(_long("b.txt"), recorded_at=LATER)
except CaseFull:
    sys.exit(0)
sys.exit(1)
"""


def test_a_hundred_captures_of_the_same_bytes_keep_them_once(path: str) -> None:
    content = Random(2).randbytes(20_000).hex()
    made(path, *(entry(content, address=f"{number}.txt", reader=None) for number in range(5)))
    shell = apsw.Connection(path)
    assert shell.execute("SELECT count(DISTINCT bytes) FROM capture").get == 1
    shell.close()
