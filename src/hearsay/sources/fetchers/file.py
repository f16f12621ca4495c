"""Takes in files, and folders with all that is below them, in a stable order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from hearsay.sources.addresses import is_inside
from hearsay.sources.fetcher import Clock, FetchOptions, captured, too_large
from hearsay.vocabulary.captures import Fetched, Particulars
from hearsay.vocabulary.problems import Problem

METHOD = "file"


def recognises(address: str) -> bool:
    """Whether something of that name exists on this machine."""
    return os.path.lexists(address)


def fetch(
    address: str, *, stated: Particulars, clock: Clock, options: FetchOptions
) -> Iterator[Fetched | Problem]:
    """The file, or every file below the folder; hidden files and case files are passed over."""
    for found in _walk(address, frozenset(), options.within):
        if isinstance(found, Problem):
            yield found
        else:
            yield _file(found, stated=stated, clock=clock, options=options)


def _walk(
    address: str, above: frozenset[tuple[int, int]], within: str | None
) -> Iterator[str | Problem]:
    """Paths of files below an address, folder by folder, names in code-point order."""
    if within is not None and not is_inside(address, within):
        yield _outside(address)
        return
    try:
        status = os.stat(address)
        if not stat.S_ISDIR(status.st_mode):
            yield address
            return
        names = sorted(os.listdir(address))
    except OSError as error:
        yield _unreadable(address, error)
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        return  # a link back to a folder that we stand in would never end
    for name in names:
        if not name.startswith(".") and ".hearsay" not in name:
            yield from _walk(os.path.join(address, name), above | {here}, within)


def _file(
    path: str, *, stated: Particulars, clock: Clock, options: FetchOptions
) -> Fetched | Problem:
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            return Problem(
                path,
                "unreadable",
                "not an ordinary file (a device, pipe or socket).",
                "Save what it gives to a file, or pipe it in with -.",
            )
        if status.st_size > options.max_bytes:
            return too_large(path, options.max_bytes)
        content = Path(path).read_bytes()
    except OSError as error:
        return _unreadable(path, error)
    return captured(content, address=path, method=METHOD, stated=stated, captured_at=clock())


def _outside(address: str) -> Problem:
    real = os.path.realpath(address)
    leads = f" (it is a link to {real})" if real != os.path.abspath(address) else ""
    return Problem(
        address,
        "outside",
        f"outside the folder of the manifest that lists it{leads}, and so not read.",
        "Name it on the command line, or leave out --only-beside if you trust the manifest.",
    )


def _unreadable(path: str, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        if os.path.islink(path):
            return Problem(
                path,
                "missing",
                "a link to something that is not there.",
                "Mend or remove the link.",
            )
        return Problem(
            path,
            "missing",
            "no such file or folder, or it vanished while being read.",
            "Check the name and run the command again.",
        )
    if isinstance(error, PermissionError):
        return Problem(
            path,
            "unreadable",
            "you may not read this.",
            "Ask its owner for access, or copy it to a place you may read.",
        )
    reason = error.strerror or type(error).__name__
    return Problem(
        path, "unreadable", f"cannot be read ({reason}).", "Check the disk and the name."
    )
