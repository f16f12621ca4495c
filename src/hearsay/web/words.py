"""Small words of pages: dates as people write them, numbers with what they count."""

from __future__ import annotations

from datetime import date

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(edtf: str | None) -> str:
    """`15 February 2022`, `February 2022`; what is neither a day nor a month stays as it is."""
    if not edtf:
        return "no date"
    parts = edtf.split("-")
    if len(parts) == 2 and all(part.isdigit() for part in parts) and 1 <= int(parts[1]) <= 12:
        return f"{_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    try:
        found = date.fromisoformat(edtf)
    except ValueError:
        return edtf
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def many(number: int, one: str, more: str | None = None) -> str:
    """`1 claim`, `2,304 claims`."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"
