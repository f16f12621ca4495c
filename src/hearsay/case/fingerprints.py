"""A mark of the code and tables that work something out, so that nothing outdated is kept."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

_KEPT = (".py", ".csv", ".json", ".npz", ".sql")


@cache
def fingerprint(*packages: str) -> str:
    """Changes whenever a file of these packages does."""
    made = sha256()
    for package in packages:
        for one in sorted(_files_in(files(package)), key=str):
            made.update(one.name.encode() + one.read_bytes())
    return made.hexdigest()[:16]


def _files_in(folder: Traversable) -> Iterator[Traversable]:
    for one in folder.iterdir():
        if one.is_dir():
            yield from _files_in(one)
        elif one.name.endswith(_KEPT):
            yield one
