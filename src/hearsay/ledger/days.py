"""The first and last day that an EDTF date can mean, so that dates are compared by day."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

_DATE = re.compile(r"(-?[\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?(?:T.*)?")
_SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11)}
_QUALIFIERS = str.maketrans("", "", "?~%")

Days = tuple[str | None, str | None]
"""First and last day, ISO; `None` where the side is open or nothing is known."""


@lru_cache(maxsize=1024)  # a document's claims share their date
def days(edtf: str | None) -> Days:
    """First and last day of an EDTF date or interval; `(None, None)` where it cannot be read."""
    if not edtf:
        return None, None
    text = edtf.strip().translate(_QUALIFIERS)
    if "/" in text:
        first, _, last = text.partition("/")
        return _one(first)[0], _one(last)[1]
    return _one(text)


def _one(text: str) -> Days:
    match = _DATE.fullmatch(text)
    if match is None:
        return None, None
    year, month, day = match.groups()
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if not 1 <= low <= high < 9999:
        return None, None
    if month is None or "X" in month or "X" in year:
        return f"{low:04}-01-01", f"{high:04}-12-31"
    if month == "24":  # winter goes by its December
        end = monthrange(low + 1, 2)[1]
        return f"{low:04}-12-01", f"{low + 1:04}-02-{end:02}"
    begins, ends = _SEASONS.get(month, (int(month), int(month)))
    if not 1 <= begins <= 12:
        return None, None
    last = monthrange(low, ends)[1]
    if day is None or "X" in day:
        return f"{low:04}-{begins:02}-01", f"{low:04}-{ends:02}-{last:02}"
    if not 1 <= int(day) <= last:
        return None, None
    return f"{low:04}-{month}-{day}", f"{low:04}-{month}-{day}"
