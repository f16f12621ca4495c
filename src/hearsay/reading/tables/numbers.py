"""Whole numbers as cells give them."""

from __future__ import annotations

import re

# Nine digits are more people than any force has, and Python refuses to read thousands of them.
_NUMBER = re.compile(r"\d{1,9}|\d{1,3}(?:,\d{3}){1,2}")


def number_of(words: str | None) -> int | None:
    """The number, with or without commas between its thousands; `None` for what is none."""
    if words is None or _NUMBER.fullmatch(words) is None:
        return None
    return int(words.replace(",", ""))
