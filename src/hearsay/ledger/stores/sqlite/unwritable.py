"""Opens a case that cannot be written, on a read-only disk or in somebody else's folder.

SQLite keeps a log beside a case that it reads, so that readers and a writer do not meet. Where no
log can be made and none is there, nobody is writing, and the file is read as it is (`immutable`);
should somebody begin all the same, `Still` shows it.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

import apsw

from hearsay.vocabulary.errors import CaseChanged, CaseNotWritable

_COPY = "Copy {} to a folder of your own, or name another case with --case."


class Still:
    """A file as it was when it was opened, for what is read without a log."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._seen = self._look()

    def check(self) -> None:
        """Raises `CaseChanged` where somebody has written the file since."""
        if self._look() != self._seen:
            raise CaseChanged(self._path)

    def _look(self) -> tuple[int, int, int] | None:
        try:
            found = os.stat(self._path)
        except OSError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns


def has_log(path: str) -> bool:
    """Whether SQLite's log stands beside the case: somebody has it open, or was cut short."""
    return _log(path).exists()


def open_without_log(path: str) -> apsw.Connection:
    """A connection that only reads and writes nothing beside the case either."""
    log = _log(path)
    if log.exists() and log.stat().st_size > 0:
        reason = f"{_why_not(path)}; what was added last still stands in {log.name}"
        raise CaseNotWritable(path, reason, next_step=_COPY.format("both files"))
    # As bytes, since a file's name may be no UTF-8; in a URI a ? would end it.
    place = quote(os.fsencode(os.path.realpath(path)))
    return apsw.Connection(
        f"file:{place}?immutable=1", flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    )


def refusal(path: str) -> CaseNotWritable:
    """What to say where a case was to be written and cannot be."""
    step = _COPY.format("it") if os.path.exists(path) else "Name another place with --case."
    return CaseNotWritable(path, _why_not(path), next_step=step)


def _log(path: str) -> Path:
    return Path(f"{os.path.realpath(path)}-wal")


def _why_not(path: str) -> str:
    path = os.path.realpath(path)
    folder = os.path.dirname(path)
    there = path if os.path.exists(path) else folder
    if os.statvfs(there).f_flag & os.ST_RDONLY:
        return "it is on a read-only disk"
    if not os.access(there, os.W_OK):
        return "you may not write in its folder" if there == folder else "you may not write to it"
    if not os.access(folder, os.W_OK):
        return "you may not write in its folder"
    return "SQLite cannot write it"
