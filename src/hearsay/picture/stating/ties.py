"""What bodies are to each other: structure, places, ties, and money, training and equipment."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, get_args, get_type_hints

from hearsay.picture.stating.grounds import Grounding
from hearsay.picture.stating.holding import Dating
from hearsay.picture.stating.parties import Parties
from hearsay.picture.stating.postings import OF_PERSONS
from hearsay.vocabulary.readings import Reading, RelationType
from hearsay.vocabulary.readings import Relation as Read
from hearsay.vocabulary.spans import hull
from hearsay.vocabulary.statements import (
    Affiliation,
    Assistance,
    Grounds,
    Naming,
    Party,
    Positioning,
    Relation,
    Statement,
)


def ties_of(
    reading: Reading, parties: Parties, dating: Dating, grounding: Grounding, text: str
) -> Iterator[Statement]:
    """The statements that a reading's relations between bodies make, in the order of the text."""
    listed = _listed(reading.relations, parties)
    for one in reading.relations:
        if one.type in OF_PERSONS and parties.is_a(one.source, "Person", "Role", "Rank"):
            continue
        left, right = parties.party(one.source), parties.party(one.target)
        if left is None or right is None or left.name == right.name:
            continue
        if _says_nothing(one, left, right, text) or _sums_up(one, parties, listed):
            continue
        ends = (hull(left.spans), hull(right.spans))
        grounds = grounding.grounds(
            one.assertion,
            (*left.spans, *right.spans),
            dating.state(one.time, ends),
            polarity=one.polarity,
            hedge=one.hedge,
            score=one.score,
        )
        around = " ".join(part.of(text) for part in grounding.spans(one.assertion))
        if made := _statement(one, grounds, left, right, around):
            yield made


_Listed = Counter[tuple[RelationType, str | None, str]]


def _listed(relations: Iterable[Read], parties: Parties) -> _Listed:
    """How many with names stand at one end of relations of a kind in one assertion, by the other
    end."""
    found: _Listed = Counter()
    for one in relations:
        for end, other in ((one.source, one.target), (one.target, one.source)):
            found[one.type, one.assertion, other] += parties.is_named(end)
    return found


def _sums_up(one: Read, parties: Parties, listed: _Listed) -> bool:
    """Whether one end only sums up others that are named beside it: "the 5th and 8th Divisions as
    the units thought to …"."""
    return any(
        not parties.is_named(end) and listed[one.type, one.assertion, other] > 1
        for end, other in ((one.source, one.target), (one.target, one.source))
    )


def _says_nothing(one: Read, left: Party, right: Party, text: str) -> bool:
    """Whether a description only says of itself what it is ("the military arm of the Council"), or
    a name stands right beside the office that its bearer is said to succeed in."""
    whole, within = hull(left.spans), hull(right.spans)
    if one.type == "succeeds":
        first, last = sorted((whole, within))
        return not re.search(r"\w", text[first.end : last.start])
    return not left.named and whole.covers(within) and whole.start < within.start


def _statement(
    one: Read, grounds: Grounds, left: Party, right: Party, around: str
) -> Statement | None:
    if one.type in _UPWARD:
        return Relation(grounds, left, _UPWARD[one.type], right)
    if one.type in ("commands", "leads"):
        return Relation(grounds, right, "under", left)
    if one.type in _TIES:
        return Affiliation(grounds, left, _TIES[one.type], right)
    if one.type in _HELP:
        return Assistance(grounds, left, right, _HELP[one.type], status=_status(around))
    if one.type == "located_in":
        return Positioning(grounds, left, right)
    if one.type == "same_as":
        return Naming(grounds, left, right.name)
    return None


_Upward = Literal["part_of", "arm_of", "member_of", "integrated_into", "succeeds"]
_UPWARD: Mapping[RelationType, _Upward] = {
    "part_of": "part_of",
    "arm_of": "arm_of",
    "member_of": "member_of",
    "integrated_into": "integrated_into",
    "succeeds": "succeeds",
}
_Help = Literal["funds", "trains", "equips"]
_HELP: Mapping[RelationType, _Help] = {"funds": "funds", "trains": "trains", "equips": "equips"}
_TIES = {kind: kind for kind in get_args(get_type_hints(Affiliation)["kind"])}
_Status = Literal["given", "cut", "threatened", "proposed"]
_STATUS: tuple[tuple[_Status, re.Pattern[str]], ...] = (
    ("threatened", re.compile(r"\bthreat\w*|\bwarn\w*|\bwould (?:cut|stop|end|halt)\b", re.I)),
    (
        "proposed",
        re.compile(r"\bpropos\w+|\bshould\b|\brequest\w*|\bplans? to\b|\bre-?evaluat", re.I),
    ),
    (
        "cut",
        re.compile(
            r"\bcut(?:s|ting)?\b|\bhalt\w*|\bsuspend\w*|\bfroze\b|\bstopp\w+|\bend(?:ed|ing)\b",
            re.I,
        ),
    ),
)
"""What is said to become of the help, by the words around it; the first that is there decides."""


def _status(around: str) -> _Status:
    return next((status for status, words in _STATUS if words.search(around)), "given")
