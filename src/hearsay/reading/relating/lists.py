"""Mentions that stand in one list: what is said of one of them is said of all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

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
    named = (m for m in mentions if m.outermost and m.form != "pronoun" and not _owns(m, text))
    run: list[Mention] = []
    reach = 0
    joined = False
    for one in sorted(named, key=lambda m: hull(m.spans)):
        at = hull(one.spans)
        if run and _OF.match(text[reach : at.start]):
            reach = at.end  # "the 5th Division | of the Army, and …": it only says whose
            continue
        how = _joint(run[-1], one, Span(reach, max(reach, at.start)), text) if run else None
        if how is None:
            _close(run, joined, found)
            run, joined = [], False
        run.append(one)
        joined = joined or bool(how)
        reach = max(at.end, reach if how else 0)
    _close(run, joined, found)
    return found


_OF = re.compile(r"^\s+of\s+(?:the\s+)?$", re.IGNORECASE)


def sharing_words(mentions: Sequence[Mention]) -> Mapping[str, tuple[str, ...]]:
    """For each of "5th and 8th Divisions", both: what is said of one word they share is of both."""
    by_part: dict[Span, list[str]] = {}
    for one in mentions:
        if len(one.spans) > 1:
            by_part.setdefault(one.spans[-1], []).append(one.id)
    portions = (part for ids in by_part.values() for part in _portions(ids))
    return {id: part for part in portions for id in part if len(part) > 1}


_OWNER = re.compile(r"(?<=\s)(?:[A-Z][\w-]*\s+){0,3}[A-Z][\w-]*[’']s?\s*$")
"""Whose the next one is: "and the Tamrini Army’s | 5th Division"."""


def _owns(one: Mention, text: str) -> bool:
    end = hull(one.spans).end
    return text[end : end + 2] in ("’s", "'s")


def _joint(one: Mention, other: Mention, gap: Span, text: str) -> bool | None:
    """Whether a word joins two mentions, or a comma alone (`False`); `None` for neither."""
    if one.type != other.type:
        return None
    if set(one.spans) & set(other.spans):
        return True
    if gap.end > hull(other.spans).start:
        return None
    between = _OWNER.sub(" ", gap.of(text))
    if _AND.match(between):
        return True
    return False if _COMMA.match(between) else None


def _close(run: Sequence[Mention], joined: bool, found: dict[str, tuple[str, ...]]) -> None:
    if joined and len(run) > 1:
        for ids in _portions([one.id for one in run]):
            found.update(dict.fromkeys(ids, ids))


def _portions(ids: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """A list that a reader takes in at once; a longer one is a table, of which each has its part.

    What is said between two lists is said of each with each, so that no list may be endless.
    """
    for at in range(0, len(ids), _LONGEST):
        if len(ids) - at > 1:
            yield tuple(ids[at : at + _LONGEST])


_LONGEST = 24
"""Names in a list at most; those of our own passages have up to nine."""


def told_as(
    mentions: Sequence[Mention], text: str, lists: Mapping[str, tuple[str, ...]]
) -> Mapping[str, tuple[str, ...]]:
    """For each description of several ("the units under …"), the names that are said to be them.

    "It named the 5th and 8th Divisions as the units …", "the units … were the 5th Division and …".
    """
    found: dict[str, tuple[str, ...]] = {}
    named = (m for m in mentions if m.outermost and not _owns(m, text))
    held = sorted(((hull(m.spans), m) for m in named), key=lambda pair: pair[0])
    for at, (left, one) in enumerate(held):
        ahead = held[at + 1 : at + 1 + _AHEAD]
        if not any(_may_be_told(one, other) for _, other in ahead):
            continue
        for right, other in ahead:
            between = text[left.end : right.start] if left.end <= right.start else ". "
            between = _OWNER.sub(" ", between)
            if len(between) > _FAR or _ENDS.search(between):
                break
            if _is_several(other) and one.form == "name" and _AS.match(between):
                if _NAMED.search(text[max(0, left.start - _BEFORE) : left.start]):
                    found[other.id] = lists.get(one.id, (one.id,))
            elif _is_several(one) and other.form == "name" and _ARE.search(between):
                found.setdefault(one.id, lists.get(other.id, (other.id,)))
    return found


_AHEAD = 8
"""Mentions further on that are looked at: what the units are under stands in between."""
_FAR = 120
_BEFORE = 200
_ENDS = re.compile(r"[.!?;]\s|\n\s*\n")
_AS = re.compile(r"^[\s,]*as\s+[“\"'‘]?(?:among\s+)?(?:the\s+)?$", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:specif|identif|nam|list|describ|cit|regard|singl|point|mention)\w*", re.IGNORECASE
)
_ARE = re.compile(r"(?:\b(?:are|were|being)\s+|:\s*)(?:the\s+)?$", re.IGNORECASE)


def _may_be_told(one: Mention, other: Mention) -> bool:
    return (one.form == "name" and _is_several(other)) or (
        other.form == "name" and _is_several(one)
    )


def _is_several(one: Mention) -> bool:
    return one.form == "nominal" and one.type == "Organization"
