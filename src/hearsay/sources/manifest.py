"""Reads a manifest: many files with what the user states about each, as CSV or JSON lines."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hearsay.sources.addresses import is_path
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.edtf import days_of
from hearsay.vocabulary.problems import Problem

FIELDS = ("published", "publisher", "url", "title", "period")
"""What a manifest can state beside `path`, by the names of the command's options."""

PASSED_OVER = "manifest-columns"
"""The code of the one problem that spoils no row."""

_MAX_BYTES = 64 * 1024 * 1024
# EDTF dates as SHAPES.md uses them: year, month or season, day, with qualifiers.
_DATE = r"-?\d{4}(?:-\d\d(?:-\d\d)?)?[?~%]?"
_EDTF_DATE = re.compile(_DATE)
_EDTF_PERIOD = re.compile(rf"(?:{_DATE}|\.\.)?/(?:{_DATE}|\.\.)?|{_DATE}")

# No file name holds a zero, and no UTF-8 half a surrogate pair; JSON can spell both.
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of a manifest: an address with what is stated about it."""

    address: str
    stated: Particulars
    row: int
    """The line of the manifest that it stands on, from 1."""


def read_manifest(path: str) -> Iterator[Listed | Problem]:
    """Every row in order; a bad one is a problem that names the manifest and the row.

    What stands in columns that are not known is passed over, and a last problem says so.
    """
    try:
        # Opening a pipe that nobody writes to would wait for ever.
        if not (stat.S_ISREG(mode := os.stat(path).st_mode) or stat.S_ISDIR(mode)):
            yield Problem(
                path,
                "manifest",
                "the manifest is not an ordinary file (a device, pipe or socket).",
                "Save it to a file, in the folder that its paths start at.",
            )
            return
        content = Path(path).read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        yield Problem(
            path, "manifest", f"the manifest cannot be read ({reason}).", "Check its name."
        )
        return
    try:
        text = content[:_MAX_BYTES].decode("utf-8-sig")
    except UnicodeDecodeError:
        yield Problem(path, "manifest", "the manifest is not UTF-8 text.", "Save it as UTF-8.")
        return
    rows = _json_rows(path, text) if text.lstrip().startswith("{") else _csv_rows(path, text)
    unknown: dict[str, int] = {}
    for row in rows:
        if isinstance(row, Problem):
            yield row
            continue
        number, cells = row
        for name, value in cells.items():
            if name not in ("path", *FIELDS) and value is not None and str(value).strip():
                unknown.setdefault(name, number)
        yield _listed(path, number, cells)
    if unknown:
        yield _passed_over(path, unknown)


_Row = tuple[int, Mapping[str, Any]]


def _json_rows(path: str, text: str) -> Iterator[_Row | Problem]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            yield _bad(path, number, "not JSON.", "Write one object on each line.")
            continue
        if isinstance(row, dict):
            yield number, row
        else:
            yield _bad(path, number, "no JSON object.", "Write one object on each line.")


def _csv_rows(path: str, text: str) -> Iterator[_Row | Problem]:
    heading = text.split("\n", 1)[0]
    separator = max(",;\t", key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    names: list[str] | None = None
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if names is None:
                names = [cell.strip().lower() for cell in cells]
                twice = next((n for n in names if n and names.count(n) > 1), None)
                if twice is not None:
                    yield _bad(
                        path,
                        reader.line_num,
                        f'two columns "{twice[:40]}".',
                        "Rename or remove one of them.",
                    )
                    return
                if "path" not in names:
                    yield _bad(
                        path, 1, 'no column "path".', f"Name the columns path,{','.join(FIELDS)}."
                    )
                    return
            elif len(cells) > len(names):
                yield _bad(
                    path,
                    reader.line_num,
                    f"{len(cells)} cells under {len(names)} columns.",
                    "Put cells that contain commas in quotation marks.",
                )
            else:
                yield reader.line_num, dict(zip(names, cells, strict=False))
    except csv.Error as error:
        yield _bad(path, reader.line_num, f"not CSV ({error}).", "Check its quotation marks.")
    if names is None:
        yield Problem(path, "manifest", "the manifest is empty.", "List a file in it.")


def _listed(path: str, number: int, row: Mapping[str, Any]) -> Listed | Problem:
    values: dict[str, str] = {}
    for name in ("path", *FIELDS):
        value = row.get(name)
        if value is not None and not isinstance(value, str):
            return _bad(path, number, f"{name} is no text.", "Put it in quotation marks.")
        if value and _UNWRITABLE.search(value):
            return _bad(
                path,
                number,
                f"{name} has a zero or half of a character in it.",
                "Write it anew, as UTF-8.",
            )
        if value and value.strip():
            values[name] = value.strip()
    if "path" not in values:
        return _bad(path, number, "no path.", "Name a file, folder or web address.")
    for name, shape in (("published", _EDTF_DATE), ("period", _EDTF_PERIOD)):
        if name in values and not (shape.fullmatch(values[name]) and days_of(values[name])):
            return _bad(
                path,
                number,
                f'{name} "{values[name][:40]}" is no date as ISO 8601 writes it.',
                "Write it like 2022-02-15"
                + ("." if name == "published" else " or 2021-10/2021-12."),
            )
    address = values.pop("path")
    if is_path(address):
        address = str(Path(path).parent / address)
    return Listed(address, Particulars(**values), number)


def _bad(path: str, number: int, message: str, next_step: str) -> Problem:
    return Problem(f"{path}, row {number}", "manifest-row", message, next_step)


def _passed_over(path: str, unknown: Mapping[str, int]) -> Problem:
    """What a misspelt column stated is not known of any file, and the user has to learn it."""
    first, row = next(iter(unknown.items()))
    quoted = [f'"{_UNWRITABLE.sub("?", name)[:40]}"' for name in list(unknown)[:5]]
    more = f" and {len(unknown) - 5} more" if len(unknown) > 5 else ""
    if len(unknown) == 1:
        what = f"the column {quoted[0]} is" if first else "a column without a name is"
    else:
        what = f"the columns {', '.join(quoted)}{more} are"
    return Problem(
        path,
        PASSED_OVER,
        f"{what} not known and passed over (first in row {row}); the rest of each row counts.",
        f"The columns are: path, {', '.join(FIELDS)}.",
    )
