"""What the user states about many files: a manifest, opened and asked about any address."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace

from hearsay.sources.addresses import is_inside, is_path
from hearsay.sources.manifest import PASSED_OVER, Listed, read_manifest
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.errors import Misuse
from hearsay.vocabulary.problems import Problem


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the user states about many files: rows in order, and what is wrong with some rows."""

    rows: tuple[Listed, ...]
    problems: tuple[Problem, ...]
    """Rows that could not be read."""
    by_place: dict[str, Particulars]
    remarks: tuple[Problem, ...] = ()
    """What is wrong with the manifest and spoils no row: columns that are not known."""
    folder: str | None = None
    """The folder it stands in; `None` without a file."""

    def stated(self, address: str) -> Particulars:
        """What is stated about an address, or about a folder that it is in."""
        place = _place(address)
        while place not in self.by_place:
            above = os.path.dirname(place)
            if not is_path(place) or above == place:
                return Particulars()
            place = above
        return self.by_place[place]

    def listed(self, *, only_beside: bool) -> tuple[str, ...]:
        """The addresses that are to be read: all of them, or only those inside its own folder."""
        return tuple(
            row.address
            for row in self.rows
            if not only_beside
            or self.folder is None
            or not is_path(row.address)
            or is_inside(row.address, self.folder)
        )


def open_manifest(path: str) -> Manifest:
    """The manifest in a file. Its paths start at its own folder, or else at the current one."""
    rows: list[Listed] = []
    problems: list[Problem] = []
    remarks: list[Problem] = []
    folder = os.path.dirname(path) or "."
    for one in read_manifest(path):
        if isinstance(one, Listed):
            rows.append(_found(one, folder))
        elif one.code == "manifest":
            raise Misuse(one.line())
        else:
            (remarks if one.code == PASSED_OVER else problems).append(one)
    by_place = {_place(row.address): row.stated for row in rows}
    return Manifest(tuple(rows), tuple(problems), by_place, tuple(remarks), folder)


def _found(row: Listed, folder: str) -> Listed:
    if not is_path(row.address) or os.path.lexists(row.address):
        return row
    from_here = os.path.relpath(row.address, folder)
    return replace(row, address=from_here) if os.path.lexists(from_here) else row


def _place(address: str) -> str:
    return os.path.realpath(address) if is_path(address) else address
