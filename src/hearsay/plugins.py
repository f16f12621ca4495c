"""Finds a plugin by its file name: one file in the right folder adds a format, fetcher or reader.

A plugin is a module, or a package for a larger one, in a folder of plugins such as
`hearsay.documents.formats`. Names that begin with an underscore are not plugins.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache
from types import ModuleType

from hearsay.vocabulary.errors import BrokenPlugin, NothingByThatName


@cache
def names(folder: str) -> tuple[str, ...]:
    """The names of the plugins in a folder (`hearsay.documents.formats`), in alphabetical order."""
    package = importlib.import_module(folder)
    return tuple(sorted(m.name for m in pkgutil.iter_modules(package.__path__) if m.name[0] != "_"))


def find(folder: str, name: str, *, kind: str, promises: Iterable[str] = ()) -> ModuleType:
    """The plugin of that name; `kind` is what a person calls it, `promises` what it must define."""
    if name not in names(folder):
        raise NothingByThatName(kind, name, names(folder))
    module = importlib.import_module(f"{folder}.{name}")
    for promise in promises:
        if not hasattr(module, promise):
            raise BrokenPlugin(kind, name, promise)
    return module
