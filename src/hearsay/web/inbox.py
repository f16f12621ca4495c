"""What was dropped on the page and is not in the case yet: files beside it, until they are."""

from __future__ import annotations

import os
import secrets
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from hearsay.outputs.wording import one_line
from hearsay.vocabulary.errors import Misuse

MOST_BYTES = 512 * 1024 * 1024
"""The largest single thing that is taken in."""
_PIECE = 1 << 20
_LONGEST = 150
"""Bytes of a name that are kept."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """One file that waits."""

    path: Path
    name: str
    """As it was called where it came from."""


class Inbox:
    """A folder beside the case. What is in it was received whole; nothing half-written counts."""

    def __init__(self, case_path: str) -> None:
        self._folder = Path(f"{case_path}.inbox")
        self._lock = threading.Lock()

    def put(self, name: str, content: IO[bytes]) -> Dropped:
        """Keeps what was dropped; raises `Misuse` where it is too large."""
        bare = _shortened(one_line(os.path.basename(name.replace("\\", "/"))).lstrip("."))
        target = self._folder / f"{secrets.token_hex(6)}-{bare}"
        half = target.with_name(f".{target.name}")
        with self._lock:
            self._folder.mkdir(exist_ok=True)
            half.touch()
        try:
            with half.open("wb") as kept:
                size = 0
                while piece := content.read(_PIECE):
                    size += len(piece)
                    if size > MOST_BYTES:
                        raise Misuse(
                            f"{bare}: larger than {MOST_BYTES // _PIECE} MB, not taken in. "
                            "Split it into parts."
                        )
                    kept.write(piece)
                kept.flush()
                os.fsync(kept.fileno())
            with self._lock:
                half.rename(target)
        finally:
            half.unlink(missing_ok=True)
        return Dropped(target, bare)

    def waiting(self) -> list[Dropped]:
        """All that is not in the case yet, oldest first."""
        with self._lock:
            if not self._folder.is_dir():
                return []
            whole = [one for one in self._folder.iterdir() if not one.name.startswith(".")]
            whole.sort(key=lambda one: (one.stat().st_mtime, one.name))
        return [Dropped(one, one.name.partition("-")[2]) for one in whole]

    def done(self, one: Dropped) -> None:
        """It is in the case now."""
        with self._lock:
            one.path.unlink(missing_ok=True)
            if self._folder.is_dir() and not any(self._folder.iterdir()):
                self._folder.rmdir()


def _shortened(name: str) -> str:
    """A name that any file system takes: letters of other scripts are of several bytes."""
    stem, suffix = os.path.splitext(name)
    short = stem.encode()[:_LONGEST].decode(errors="ignore")
    return f"{short}{suffix[:20]}" or "unnamed"
