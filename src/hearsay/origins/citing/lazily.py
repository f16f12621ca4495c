"""What is worked out of one document when it is asked for, and forgotten when many others were."""

from __future__ import annotations

import io
import os
import pickle
import tempfile
import zlib
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

Made = TypeVar("Made")

MOST = 1024
"""Documents of which it is remembered: those that tell one thing are asked for again and again."""


class Lazily(Mapping[str, Made]):
    """For each document of a case what `make` makes of it, by its id."""

    def __init__(
        self, keys: Mapping[str, object], make: Callable[[str], Made], most: int = MOST
    ) -> None:
        self._keys, self._make, self._most = keys, make, most
        self._made: OrderedDict[str, Made] = OrderedDict()

    def __getitem__(self, key: str) -> Made:
        if key in self._made:
            if len(self._made) >= self._most:
                self._made.move_to_end(key)
            return self._made[key]
        if key not in self._keys:
            raise KeyError(key)
        made = self._made[key] = self._make(key)
        if len(self._made) > self._most:
            self._made.popitem(last=False)
        return made

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class Noted(Lazily[Made]):
    """The same, and what was made of a large case's documents is put away, not made again."""

    def __init__(
        self, keys: Mapping[str, object], make: Callable[[str], Made], most: int = MOST
    ) -> None:
        super().__init__(keys, self._put_away, most)
        self._anew = make
        self._numbers: dict[str, int] = {}
        self._spool: Spool | None = Spool() if len(keys) > most else None
        self._process = os.getpid()

    def _put_away(self, key: str) -> Made:
        number = self._numbers.get(key)
        if number is not None and self._spool is not None:
            kept: Made = pickle.loads(self._spool[number])
            return kept
        made = self._anew(key)
        # A copied process only reads: it shares the file.
        if self._spool is not None and os.getpid() == self._process:
            self._numbers[key] = self._spool.add(dumped(made))
        return made


class Spool:
    """Bodies in a file without a name, which is gone with this process.

    A process that was copied from this one reads them too.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115
        self._begins = array("q", [0])

    def __len__(self) -> int:
        return len(self._begins) - 1

    def add(self, body: bytes) -> int:
        """Puts a body behind the others; its number."""
        packed = zlib.compress(body, 1)
        self._file.seek(self._begins[-1])
        self._file.write(packed)
        self._file.flush()
        self._begins.append(self._begins[-1] + len(packed))
        return len(self) - 1

    def __getitem__(self, number: int) -> bytes:
        begin, end = self._begins[number], self._begins[number + 1]
        if hasattr(os, "pread"):
            # Without moving in the file: a copied process shares its place in it.
            return zlib.decompress(os.pread(self._file.fileno(), end - begin, begin))
        self._file.seek(begin)
        return zlib.decompress(self._file.read(end - begin))


def dumped(value: object) -> bytes:
    """A value for `pickle.loads`, which makes it again twice as fast as it would by itself.

    Frozen values with slots are otherwise filled field by field, each time looking up which.
    """
    body = io.BytesIO()
    _Plainly(body, pickle.HIGHEST_PROTOCOL).dump(value)
    return body.getvalue()


class _Plainly(pickle.Pickler):
    """Values as calls of their class."""

    def reducer_override(self, value: object) -> Any:
        kind = type(value)
        if kind not in _KINDS:
            every = fields(kind) if is_dataclass(kind) else ()
            plain = bool(every) and all(one.init and not one.kw_only for one in every)
            _KINDS[kind] = tuple(one.name for one in every) if plain else None
        names = _KINDS[kind]
        if names is None:
            return NotImplemented
        return kind, tuple([getattr(value, name) for name in names])


_KINDS: dict[type, tuple[str, ...] | None] = {}
"""For each class met, its fields, if its values are made of them alone."""
