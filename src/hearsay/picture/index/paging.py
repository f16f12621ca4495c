"""Opens an index that lies in pieces, of which only those are fetched that are asked for.

An index of two million claims has gigabytes. It is kept in the case, as a file beside it would be
forgotten when something is redacted or the case is deleted; and a case is never in memory whole.
SQLite reads it through a file of ours that fetches a piece where SQLite wants a page.
"""

from __future__ import annotations

import zlib
from collections import OrderedDict
from collections.abc import Iterator
from itertools import count
from typing import Any, Protocol

import apsw

PIECE = 1 << 14
"""Bytes of a piece: one page. Of larger ones, most would be unpacked and checked for nothing: at
500,000 claims a way took 2.9 ms with pieces of four pages."""
_KEPT_PIECES = 64
"""Pieces that stay unpacked; SQLite holds pages besides."""
_CACHE = -131072
"""KiB of pages that SQLite holds, as it counts them."""


class Pieces(Protocol):
    """Something that lies in pieces, all of `PIECE` bytes but the last."""

    number: int

    def piece(self, place: int) -> bytes:
        """One of them, from 0."""
        ...


def pieces_of(index: apsw.Connection) -> Iterator[bytes]:
    """An index in memory, piece by piece."""
    written = _Written()
    with _on(written, apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE, "") as copy:
        copy.pragma("page_size", index.pragma("page_size"))
        copy.pragma("journal_mode", "off")
        with copy.backup("main", index, "main") as backup:
            backup.step()
    yield from written.pieces()


def opened(pieces: Pieces) -> apsw.Connection:
    """An index that lies in pieces, for reading only."""
    connection = _on(_Read(pieces), apsw.SQLITE_OPEN_READONLY, "?immutable=1")
    connection.pragma("cache_size", _CACHE)
    connection.pragma("temp_store", 2)  # nothing of a case in temporary files
    return connection


def _on(file: _File, flags: int, how: str) -> apsw.Connection:
    """A database on a file of ours."""
    if _SYSTEM not in apsw.vfs_names():
        _register()
    name = f"index-{next(_NUMBERS)}"
    _WAITING[name] = file
    try:
        return apsw.Connection(f"file:{name}{how}", flags | apsw.SQLITE_OPEN_URI, _SYSTEM)
    finally:
        _WAITING.pop(name, None)


_SYSTEM = "hearsay-pieces"
_NUMBERS = count(1)
_WAITING: dict[str, _File] = {}
"""Files between being asked for by name and being opened."""


class _File:
    """What SQLite takes for a file that nobody else has open."""

    size = 0

    def xFileSize(self) -> int:
        return self.size

    def xFileControl(self, op: int, pointer: int) -> bool:
        return False

    def xSectorSize(self) -> int:
        return 4096

    def xDeviceCharacteristics(self) -> int:
        return 0

    def xLock(self, level: int) -> None:
        pass

    def xUnlock(self, level: int) -> None:
        pass

    def xCheckReservedLock(self) -> bool:
        return False

    def xSync(self, flags: int) -> None:
        pass

    def xClose(self) -> None:
        pass


class _Read(_File):
    """Pieces as they are kept."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._held: OrderedDict[int, bytes] = OrderedDict()
        last = pieces.number - 1
        self.size = last * PIECE + len(self._piece(last))

    def xRead(self, amount: int, offset: int) -> bytes:
        place, within = divmod(offset, PIECE)
        return self._piece(place)[within : within + amount]

    def _piece(self, place: int) -> bytes:
        found = self._held.get(place)
        if found is None:
            found = self._held[place] = self._pieces.piece(place)
            if len(self._held) > _KEPT_PIECES:
                self._held.popitem(last=False)
        else:
            self._held.move_to_end(place)
        return found


class _Written(_File):
    """Pieces as they are made, packed as soon as others are written: a copy of the whole would
    take as much memory again."""

    def __init__(self) -> None:
        self._open: OrderedDict[int, bytearray] = OrderedDict()
        self._packed: dict[int, bytes] = {}

    def pieces(self) -> Iterator[bytes]:
        """All of them in order; each is let go of when it was given."""
        for place in range((self.size + PIECE - 1) // PIECE):
            yield bytes(self._piece(place)[: self.size - place * PIECE])
            self._open.pop(place, None)

    def xWrite(self, content: bytes, offset: int) -> None:
        place, within = divmod(offset, PIECE)
        self._piece(place)[within : within + len(content)] = content
        self.size = max(self.size, offset + len(content))

    def xRead(self, amount: int, offset: int) -> bytes:
        place, within = divmod(offset, PIECE)
        return bytes(self._piece(place)[within : within + amount])

    def xTruncate(self, size: int) -> None:
        self.size = size

    def _piece(self, place: int) -> bytearray:
        if place not in self._open:
            packed = self._packed.pop(place, None)
            self._open[place] = bytearray(zlib.decompress(packed) if packed else PIECE)
            if len(self._open) > _KEPT_PIECES:
                oldest, piece = self._open.popitem(last=False)
                self._packed[oldest] = zlib.compress(piece, 1)
        return self._open[place]


def _register() -> None:
    class System(apsw.VFS):
        """Gives SQLite the files that wait; the rest is as on any system."""

        def __init__(self) -> None:
            super().__init__(_SYSTEM, base="")

        def xOpen(self, name: Any, flags: list[int]) -> Any:
            return _WAITING[name.filename()]

        def xFullPathname(self, name: str) -> str:
            return name

        def xAccess(self, name: str, flags: int) -> bool:
            return False

    _REGISTERED.append(System())


_REGISTERED: list[apsw.VFS] = []
"""Kept for as long as the program runs: SQLite asks it whenever an index is opened."""
