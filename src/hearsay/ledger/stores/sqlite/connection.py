"""Opens a case file: what it is, whether this version knows it, whether SQLite is sound."""

from __future__ import annotations

import errno
import os
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from json import JSONDecodeError
from pathlib import Path

import apsw

from hearsay.ledger.stores.sqlite.schema import (
    APPLICATION,
    NEWEST,
    expected_schema,
    migration,
)
from hearsay.ledger.stores.sqlite.soundness import self_check
from hearsay.ledger.stores.sqlite.unwritable import Still, has_log, open_without_log, refusal
from hearsay.vocabulary.errors import (
    CaseBusy,
    CaseDamaged,
    CaseFull,
    CaseNotReadable,
    CaseTooNew,
    NoCase,
)

_SETTINGS = (
    "recursive_triggers = ON",  # so that REPLACE fires the triggers that refuse deletion
    "foreign_keys = ON",
    "secure_delete = ON",  # what is redacted is overwritten and not only unlinked
    "synchronous = FULL",  # a head that was printed must be on the disk
    "temp_store = MEMORY",  # nothing of a case in temporary files
    "cache_size = -65536",
    "wal_autocheckpoint = 4000",  # pages; every checkpoint waits for the disk twice
)
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True, slots=True)
class Opened:
    """A case file that was opened, for reading and writing or for reading only."""

    connection: apsw.Connection
    still: Still | None = None
    """Shows whether the file was changed since, where no log shows it."""
    brought_up_from: int | None = None
    """The older version that it was of until now."""


def connect(path: str, *, create: bool, patience: float) -> Opened:
    """A connection to the case at `path`, its schema brought up to this version's.

    A case of an older version that cannot be written is read as it is, as one that holds nothing
    of what came later.
    A file that is no case is left exactly as it is. With `create`, a missing or empty file
    becomes a new case, and one that cannot be written is refused; without, it is opened for
    reading only. `patience` is how many seconds to wait for another writer.
    """
    there = _look_at(path, create=create)
    flags = apsw.SQLITE_OPEN_READWRITE | (0 if there else apsw.SQLITE_OPEN_CREATE)
    with raised_as_ours(path):
        self_check()
        connection = apsw.Connection(path, flags=flags)
        if connection.readonly("main") and (create or not has_log(path)):
            connection.close()
            if create:
                raise refusal(path)
            return _opened_without_log(path, patience)
        before = _version(connection)
        try:
            prepared = _prepared(connection, path, patience)
            after = prepared.pragma("user_version")
            return Opened(prepared, brought_up_from=before if 0 < before < after else None)
        except (apsw.CantOpenError, apsw.ReadOnlyError, apsw.PermissionsError):
            if create:
                raise
            return _opened_without_log(path, patience)


@contextmanager
def raised_as_ours(path: str, connection: apsw.Connection | None = None) -> Iterator[None]:
    """Turns SQLite's errors into those that say what would work."""
    try:
        yield
    except (apsw.BusyError, apsw.LockedError):
        raise CaseBusy(path) from None
    except apsw.FullError:
        raise CaseFull(path) from None
    except apsw.IOError:
        # A quota or a size limit is a full disk to whoever meets it, but not to SQLite.
        if connection is not None and connection.system_errno in _NO_ROOM:
            raise CaseFull(path) from None
        raise
    except apsw.NotADBError:
        raise NoCase(path, "it is no SQLite file") from None
    except (apsw.CorruptError, UnicodeDecodeError, JSONDecodeError, zlib.error) as damage:
        raise CaseDamaged(path, str(damage)) from None
    except (apsw.CantOpenError, apsw.ReadOnlyError, apsw.PermissionsError):
        raise refusal(path) from None


@contextmanager
def transaction(connection: apsw.Connection, path: str) -> Iterator[None]:
    """All that is written inside is kept, or none of it; other writers wait."""
    with raised_as_ours(path, connection):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _look_at(path: str, *, create: bool) -> bool:
    """Whether there is a file with something in it; raises where there should be and is not."""
    file = Path(path)
    try:
        if file.is_dir():
            raise NoCase(path, "it is a folder")
        if file.exists() and file.stat().st_size > 0:
            if not os.access(file, os.R_OK):
                raise PermissionError
            return True
        if create:
            if not file.parent.is_dir():
                raise NoCase(path, f"there is no folder {file.parent}")
            return False
        raise NoCase(path, "the file is empty" if file.exists() else "there is no such file")
    except PermissionError:
        raise CaseNotReadable(path) from None


def _version(connection: apsw.Connection) -> int:
    """The version of the case before anything is done to it; 0 where that cannot be told."""
    try:
        return int(connection.pragma("user_version"))
    except apsw.Error:  # preparing it finds the same, and says what it is
        return 0


def _prepared(connection: apsw.Connection, path: str, patience: float) -> apsw.Connection:
    try:
        connection.set_busy_timeout(int(patience * 1000))
        _recognise(connection, path)
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        if not connection.readonly("main") and connection.pragma("journal_mode") != "wal":
            _write_ahead(connection, patience)
        found = connection.pragma("user_version")
        if 0 < found < NEWEST and connection.readonly("main"):
            _stand_in(connection, found)
        elif found < NEWEST:
            _migrate(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _write_ahead(connection: apsw.Connection, patience: float) -> None:
    """Turn on the write-ahead log; SQLite does not wait for another process that does so too."""
    until = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except (apsw.BusyError, apsw.LockedError):
            if time.monotonic() >= until:
                raise
            time.sleep(_AGAIN)
        else:
            return


_AGAIN = 0.02
"""Seconds until it is tried again."""


def _opened_without_log(path: str, patience: float) -> Opened:
    still = Still(path)  # before it is opened: what changes meanwhile must show
    return Opened(_prepared(open_without_log(path), path, patience), still)


def _migrate(connection: apsw.Connection, path: str) -> None:
    with transaction(connection, path):
        # Another process may have done it while this one waited.
        for number in range(connection.pragma("user_version") + 1, NEWEST + 1):
            try:
                connection.execute(migration(number))
            except apsw.SQLError as misfit:  # it says that it is older than what stands in it
                raise CaseDamaged(path, str(misfit)) from None
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")


def _stand_in(connection: apsw.Connection, found: int) -> None:
    """Empty tables, in memory only, for those that a case of this version does not have yet."""
    held = expected_schema(found)
    for name, sql in expected_schema().items():
        if name.startswith("table ") and name not in held:
            connection.execute(sql.replace("CREATE TABLE", "CREATE TEMP TABLE", 1))


def _recognise(connection: apsw.Connection, path: str) -> None:
    with connection:  # one look at it: another process may be making the case at this moment
        application = connection.pragma("application_id")
        found = connection.pragma("user_version")
        tables = connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
    if application == APPLICATION:
        if found > NEWEST:
            raise CaseTooNew(path, found, NEWEST)
    elif application != 0 or tables:
        raise NoCase(path, "it is another program's SQLite file")
