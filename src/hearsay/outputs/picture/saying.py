"""How statements are worded and written down: whose they are, when they hold, from how many."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from hearsay.outputs.wording import one_line
from hearsay.picture.index import Asking, Edge, EntityRow, StatementRow
from hearsay.picture.seen import Seen
from hearsay.picture.voices import Hearing, Voices
from hearsay.vocabulary.edtf import days_of
from hearsay.vocabulary.statements import OPEN, Assistance, parties_of
from hearsay.vocabulary.traces import capture_of

Json = dict[str, Any]

BY_MACHINE = "Read by machine; no person has reviewed it."
HOME = "Each line leads home: hearsay trace ID; of an id with a colon, hearsay show what is before."
PHRASES = {
    "part_of": "be part of",
    "arm_of": "be an arm of",
    "member_of": "be a member of",
    "integrated_into": "be integrated into",
    "under": "be under",
    "succeeds": "succeed",
    "tied_to": "be tied to",
    "sympathises_with": "sympathise with",
    "influences": "influence",
    "loyal_to": "be loyal to",
    "allied_with": "be allied with",
    "backs": "back",
    "fights": "fight",
    "communicates_with": "be in touch with",
    "funds": "fund",
    "trains": "train",
    "equips": "equip",
}
"""After "said to"."""


class Saying:
    """Who the parties of statements are, and from how many origins statements come."""

    def __init__(self, asking: Asking, hearing: Hearing) -> None:
        self._asking = asking
        self._hearing = hearing
        self._namesakes: set[int] = set()
        self.entity = functools.lru_cache(maxsize=4096)(asking.entity)

    def tell_apart(self, numbers: Iterable[int]) -> None:
        """From here on those of these who share a name bear their ids too."""
        by_name: dict[str, set[int]] = {}
        for number in numbers:
            by_name.setdefault(self.entity(number).name, set()).add(number)
        self._namesakes |= {n for alike in by_name.values() if len(alike) > 1 for n in alike}

    def name(self, number: int) -> str:
        """The name of someone or something, on one line; with the id where others share it."""
        one = self.entity(number)
        return one_line(f"{one.name} [{one.id}]" if number in self._namesakes else one.name)

    def rows(self, edges: Iterable[Edge]) -> tuple[StatementRow, ...]:
        """The statements that edges stand for: what affirms and is sure first, denials last."""
        numbers = [number for edge in edges for number in edge.statements]
        return ordered(self._asking.numbered(numbers))

    def voices(self, rows: Iterable[StatementRow]) -> Voices:
        """The origins of all these statements together."""
        return self._hearing.voices(rows)

    def who_shape(self, number: int) -> Json:
        """Someone or something, to be asked for by id."""
        return entity_shape(self.entity(number))

    def said_shape(self, rows: Sequence[StatementRow]) -> Json:
        """Statements that say one thing, with those that deny it and the origins of both."""
        said = [row for row in rows if not row.denied]
        denials = [row for row in rows if row.denied]
        return {
            "said": [row_shape(row) for row in said],
            "origins": voices_shape(self.voices(said)),
            "denials": [row_shape(row) for row in denials],
            "denied_from": voices_shape(self.voices(denials)),
        }


def ordered(rows: Iterable[StatementRow]) -> tuple[StatementRow, ...]:
    """What affirms and is sure first, denials last; each in the order of the case."""
    return tuple(sorted(rows, key=lambda row: (row.denied, row.unsure, row.number)))


def entity_shape(one: EntityRow) -> Json:
    """Someone or something with all their names."""
    return {"id": one.id, "type": one.type, "name": one.name, "names": list(one.names)}


def row_shape(row: StatementRow) -> Json:
    """One statement, with the way home from it."""
    grounds = row.statement.grounds
    return {
        "claim": row.claim,
        "document": capture_of(row.source.account),
        "address": row.source.address,
        "publisher": row.source.publisher,
        "title": row.source.title,
        "published": row.source.published,
        "place": row.place,
        "speakers": list(row.speakers),
        "words": row.words,
        "spans": [[span.start, span.end] for span in grounds.spans],
        "polarity": grounds.polarity,
        "hedges": list(grounds.hedges),
        "held": {
            "ranges": [
                {
                    "first": None if one.first == OPEN else one.first,
                    "last": None if one.last == OPEN else one.last,
                    "precise": one.precise,
                }
                for one in grounds.held.ranges
            ],
            "begins": grounds.held.begins,
            "ends": grounds.held.ends,
            "by": grounds.held.by,
        },
        "score": round(grounds.score, 4),
        "unsure": row.unsure,
        "read_by": "table" if from_table(row) else "machine",
    }


def seen_shape(seen: Seen) -> Json:
    """When something was seen, with nothing stretched."""
    return {
        "first": seen.first,
        "last": seen.last,
        "began": seen.began,
        "ended": seen.ended,
        "goes_on": seen.goes_on,
        "days": [list(pair) for pair in seen.days],
        "maybe": [[None if d == OPEN else d for d in pair] for pair in seen.maybe],
    }


def voices_shape(voices: Voices) -> Json:
    """From how many origins something comes."""
    return {"proven": list(voices.proven), "unproven": voices.unproven}


def from_table(row: StatementRow) -> bool:
    """Whether a table states it in its columns; no machine had to understand a sentence."""
    grounds = row.statement.grounds
    return bool(grounds.cited) or grounds.record is not None


def outlet_of(row: StatementRow) -> str:
    """The outlet as people read it; the file's name where nobody has said whose it is."""
    name = os.path.basename(row.source.address) or "unknown outlet"
    return one_line(row.source.publisher or f"({name})")


def said_by(row: StatementRow) -> str:
    """Who is said to say so, from the outlet inward: `Gazette › inspector general`."""
    return " › ".join([outlet_of(row), *map(one_line, row.speakers[1:])])


def seen_words(seen: Seen) -> str:
    """`first seen 2020-01-01, last seen 2021-01-01, not seen in between`; never more than that."""
    first, last = seen.first, seen.last
    if first is None or last is None:
        return "no date"
    if len(seen.stretches) > 1:
        again = " and again ".join(_stretch(seen, *one) for one in seen.stretches)
        return ", ".join([f"seen {again}", *_going_on(seen)])
    words = _between(seen)
    if seen.began is not None:
        words.append(f"said to have begun {_edge(seen, seen.began, 0)}")
    if seen.ended is not None:
        words.append(f"said to have ended {_edge(seen, seen.ended, 1)}")
    return ", ".join([*words, *_going_on(seen)])


def voices_words(voices: Voices) -> str:
    """`from 2 origins (the inspector; a driver) and 1 telling that shows none`."""
    number = len(voices.proven)
    named = "; ".join(one_line(name) for name in voices.proven[:_NAMES])
    if number > _NAMES:
        named += f" and {number - _NAMES} more"
    unproven = f"{voices.unproven} telling{'' if voices.unproven == 1 else 's'}"
    if not number:
        return f"no origin shown ({unproven})" if voices.unproven else "no origin shown"
    words = f"from {number} origin{'' if number == 1 else 's'} ({named})"
    if not voices.unproven:
        return words
    return f"{words} and {unproven} that show{'s' if voices.unproven == 1 else ''} none"


def denied_words(voices: Voices, *, only: bool) -> str:
    """`denied from 2 origins (…)`; `only` where nothing says so."""
    word = "only denied" if only else "denied"
    if voices.proven:
        return f"{word} {voices_words(voices)}"
    number = voices.unproven
    return f"{word} by {number} telling{' that shows' if number == 1 else 's that show'} no origin"


def tie_words(left: str, kind: str, right: str, *, denied: bool = False) -> str:
    """`the Badr Corps, said to be tied to Iran`; it fits one and many."""
    phrase = PHRASES.get(kind, kind.replace("_", " "))
    return f"{left}, said {'not ' if denied else ''}to {phrase} {right}"


def excerpt(row: StatementRow, longest: int) -> str:
    """The words of a claim from where its parties are named, where that is late in it and all of
    them are named in it."""
    words = one_line(row.words)
    named = [one_line(party.name) for _, party in parties_of(row.statement)]
    places = [(at, at + len(name)) for name in named if (at := words.find(name)) >= 0]
    if len(places) < len(named) or max((end for _, end in places), default=0) <= longest:
        return words
    at = min(start for start, _ in places)
    space = words.rfind(" ", 0, max(0, at - 15))
    return words if at <= 20 or space < 0 else f"… {words[space + 1 :]}"


def marks_of(row: StatementRow) -> list[str]:
    """What weakens a statement or turns it round, for whoever reads the line."""
    statement = row.statement
    marks = ["denies it"] if row.denied else []
    marks += sorted(set(statement.grounds.hedges))
    if isinstance(statement, Assistance) and statement.status != "given":
        marks.append(statement.status)
    return [*marks, "unsure"] if row.unsure else marks


_NAMES = 3


def _between(seen: Seen) -> list[str]:
    """First and last sight, and whether they are days or only ranges with a day in them."""
    if not seen.days and len(seen.maybe) == 1:
        first, last = seen.maybe[0]
        if first == OPEN:
            return [f"at some time up to {last}"]
        if last == OPEN:
            return [f"at some time from {first} on"]
        return [f"at some time from {first} to {last}"]
    if seen.first == seen.last:
        return [f"seen {seen.first}"]
    if len(seen.days) == 1 and not seen.maybe:
        return [f"seen from {seen.first} to {seen.last}"]
    words = [f"first seen {_side(seen, seen.first, 0)}", f"last seen {_side(seen, seen.last, 1)}"]
    gap = _widest_gap(seen)
    if gap is not None:
        words.append(f"not seen between {gap[0]} and {gap[1]}")
    return words


def _edge(seen: Seen, day: str, end: int) -> str:
    """A day, or the month, year or other days within which it began or ended."""
    if any(pair[end] == day for pair in seen.days):
        return day
    first, last = min(pair for pair in seen.maybe if pair[end] == day)
    if OPEN in (first, last):
        return f"{'from' if end == 0 else 'up to'} {day}"
    for short in (first[:7], first[:4]):
        if days_of(short) == days_of(f"{first}/{last}"):
            return f"in {short}"
    return f"between {first} and {last}"


def _going_on(seen: Seen) -> list[str]:
    """What a source assumes of the time after the last sight."""
    over = seen.ended is not None and seen.ended == seen.last
    return ["its source takes it to go on"] if seen.goes_on and not over else []


def _stretch(seen: Seen, first: str, last: str) -> str:
    some = "at some time " if (first, last) in seen.maybe else ""
    return f"{some}{first}" if first == last else f"{some}from {first} to {last}"


def _side(seen: Seen, day: str | None, end: int) -> str:
    """A day, or that it is only the edge of a longer time."""
    if any(pair[end] == day for pair in seen.days):
        return str(day)
    return f"{'at the earliest' if end == 0 else 'at the latest'} {day}"


def _widest_gap(seen: Seen) -> tuple[str, str] | None:
    """The longest stretch between two sights, where it is more than a season."""
    pairs = sorted(
        (first if first != OPEN else last, last if last != OPEN else first)
        for first, last in (*seen.days, *seen.maybe)
    )
    widest: tuple[int, str, str] | None = None
    until = pairs[0][1]
    for first, last in pairs[1:]:
        days = (date.fromisoformat(first) - date.fromisoformat(until)).days
        if days > _LONG and (widest is None or days > widest[0]):
            widest = (days, until, first)
        until = max(until, last)
    return widest[1:] if widest else None


_LONG = 92
"""Days between two sights that are worth a word: about a quarter."""
