"""Mentions that stand in one list: what is said of one of them is said of all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from hearsay.vocabulary.readings import Mention
from hearsay.vocabulary.spans import Span, hull

_COMMA = re.compile(r"^\s*,\s*(?:the\s+|its\s+)?$", re.IGNORECASE)
_AND = re.compile(
    r"^\s*,?\s*(?:and|or|as well as|along with)\s+(?:also\s+)?(?:by\s+|in\s+|of\s+|to\s+)?"
    r"(?:the\s+|its\s+|their\s+|country’s\s+|country's\s+|the\s+country[’']s\s+)?$",
    re.IGNORECASE,
)


def lists_in(mentions: Sequence[Mention], text: str) -> Mapping[str, tuple[str, ...]]:
    """For each mention that stands in a list, all ids of it, in the order of the text.

    A list is held together by one "and" or "or" at least; "the 5th and 8th Divisions" is one, as
    both share a word. Mentions inside others make no lists with those outside.
    """
    found: dict[str, tuple[str, ...]] = {}
    named = (m for m in mentions if m.outermost and m.form != "pronoun")
    outer = sorted(named, key=lambda m: hull(m.spans))
    run: list[Mention] = []
    joined = False
    for one in outer:
        how = _joint(run[-1], one, text) if run else None
        if how is None:
            _close(run, joined, found)
            run, joined = [one], False
        else:
            run.append(one)
            joined = joined or how
    _close(run, joined, found)
    return found


def _joint(one: Mention, other: Mention, text: str) -> bool | None:
    """Whether a word joins two mentions, or a comma alone (`False`); `None` for neither."""
    if one.type != other.type:
        return None
    if set(one.spans) & set(other.spans):
        return True
    left, right = hull(one.spans), hull(other.spans)
    between = Span(left.end, right.start).of(text) if left.end <= right.start else None
    if between is None:
        return None
    if _AND.match(between):
        return True
    return False if _COMMA.match(between) else None


def _close(run: Sequence[Mention], joined: bool, found: dict[str, tuple[str, ...]]) -> None:
    if joined and len(run) > 1:
        ids = tuple(one.id for one in run)
        found.update(dict.fromkeys(ids, ids))
