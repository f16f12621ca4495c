"""Stand-off annotation as brat reads it (Stenetorp et al., EACL 2012): one .ann file a document.

Mentions, triggers and the parts of attributions and causes are text-bound; attributions, events
and causes are events, relations are relations; what is said of a span beside is a note.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import Reading
from hearsay.vocabulary.spans import Span, Spans

ENDING = "ann"
_FORMED = ("Person", "Organization", "Place")
"""Types whose names, descriptions and pronouns are told apart."""


def write(
    path: str, document: Document | None, reading: Reading, problems: tuple[Problem, ...]
) -> str:
    """The lines of the .ann file; none where there is no document."""
    if document is None:
        return ""
    lines = _Lines(document.text)
    for m in reading.mentions:
        lines.bound(m.id, f"{m.type}_{m.form}" if m.type in _FORMED else m.type, m.spans)
    for m in reading.mentions:
        if m.refers != m.id:
            lines.relation("refers", m.id, m.refers)
    for a in reading.attributions:
        roles = [("Source", lines.bound(f"{a.id}s", "Source", a.source))] if a.source else []
        roles.append(("Content", lines.bound(f"{a.id}c", "Content", a.content)))
        if a.speaker is not None:
            roles.append(("Speaker", lines.known(a.speaker)))
        cue = lines.bound(f"{a.id}q", "Cue", a.cue)
        lines.event(a.id, "Cue", cue, roles)
        lines.note(lines.events[a.id], f"{a.cue_class} {a.speech} {a.polarity}")
    for a in reading.attributions:
        if a.within is not None and a.within in lines.events:
            lines.relation("within", a.id, a.within)
    for e in reading.events:
        trigger = lines.bound(e.id, e.type, (e.trigger,))
        lines.event(e.id, e.type, trigger, [(x.role, lines.known(x.mention)) for x in e.arguments])
        lines.note(lines.events[e.id], f"{e.stage} {e.polarity}")
    for c in reading.causes:
        marker = lines.bound(f"{c.id}m", "Because", (c.marker,)) if c.marker else None
        if marker is not None:
            sides = [
                ("Cause", lines.bound(f"{c.id}c", "Cause", c.cause)),
                ("Effect", lines.bound(f"{c.id}e", "Effect", c.effect)),
            ]
            lines.event(c.id, "Because", marker, sides)
    for n in reading.counts:
        counted = lines.bound(n.id, "Count", (n.span,))
        high = "" if n.high is None else f"..{n.high:g}"
        lines.note(counted, f"{n.comparator} {n.low:g}{high} {n.unit}")
    for t in reading.times:
        timed = lines.bound(t.id, "TimeValue", (t.span,))
        lines.note(timed, t.edtf or "no date")
    for r in reading.relations:
        lines.relation(r.type, r.source, r.target)
    return "".join(f"{line}\n" for line in lines.made)


@dataclass(slots=True)
class _Lines:
    """The lines written so far, with the ids that brat gives by the order of each kind."""

    text: str
    made: list[str] = field(default_factory=list)
    bounds: dict[str, str] = field(default_factory=dict)
    events: dict[str, str] = field(default_factory=dict)
    _relations: int = 0
    _notes: int = 0

    def bound(self, id: str, type: str, spans: Spans) -> str:
        """A text-bound line; a span that runs over a line's end is parted there."""
        pieces = [piece for span in spans for piece in _within_lines(span, self.text)]
        places = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
        words = " ".join(piece.of(self.text) for piece in pieces)
        self.bounds[id] = f"T{len(self.bounds) + 1}"
        self.made.append(f"{self.bounds[id]}\t{type} {places}\t{words}")
        return self.bounds[id]

    def known(self, id: str) -> str:
        """The text-bound line of a mention."""
        return self.bounds[id]

    def event(self, id: str, type: str, trigger: str, roles: list[tuple[str, str]]) -> None:
        """An event around its trigger."""
        self.events[id] = f"E{len(self.events) + 1}"
        arguments = "".join(f" {role}:{bound}" for role, bound in roles)
        self.made.append(f"{self.events[id]}\t{type}:{trigger}{arguments}")

    def relation(self, type: str, left: str, right: str) -> None:
        """A relation between two mentions or two events."""
        self._relations += 1
        ends = [self.events.get(id) or self.bounds[id] for id in (left, right)]
        self.made.append(f"R{self._relations}\t{type} Arg1:{ends[0]} Arg2:{ends[1]}")

    def note(self, on: str, words: str) -> None:
        """A note on a line."""
        self._notes += 1
        self.made.append(f"#{self._notes}\tAnnotatorNotes {on}\t{words}")


def _within_lines(span: Span, text: str) -> Iterator[Span]:
    at = span.start
    for line in span.of(text).splitlines(keepends=True):
        bare = line.strip()
        if bare:
            start = at + line.index(bare[0])
            yield Span(start, start + len(bare))
        at += len(line)
