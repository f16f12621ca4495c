"""What was dropped on the page and is not in the case yet: files beside it, until they are."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from hearsay.outputs.wording import one_line
from hearsay.vocabulary.errors import Misuse

MOST_BYTES = 512 * 1024 * 1024
"""The largest single thing that is taken in."""
_PIECE = 1 << 20


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

    def put(self, name: str, content: IO[bytes]) -> Dropped:
        """Keeps what was dropped; raises `Misuse` where it is too large."""
        self._folder.mkdir(exist_ok=True)
        bare = one_line(os.path.basename(name.replace("\\", "/"))).lstrip(".")[:150] or "unnamed"
        target = self._folder / f"{secrets.token_hex(6)}-{bare}"
        half = target.with_name(f".{target.name}")
        try:
            with half.open("xb") as kept:
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
            half.rename(target)
        finally:
            half.unlink(missing_ok=True)
        return Dropped(target, bare)

    def waiting(self) -> list[Dropped]:
        """All that is not in the case yet, oldest first."""
        if not self._folder.is_dir():
            return []
        whole = [one for one in self._folder.iterdir() if not one.name.startswith(".")]
        whole.sort(key=lambda one: (one.stat().st_mtime, one.name))
        return [Dropped(one, one.name.partition("-")[2]) for one in whole]

    def done(self, one: Dropped) -> None:
        """It is in the case now."""
        one.path.unlink(missing_ok=True)
        if self._folder.is_dir() and not any(self._folder.iterdir()):
            self._folder.rmdir()
