"""Our own corpus, in which everything is marked that the shapes can say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hearsay.reading.labels import (
    ATOM_TRACK,
    CAUSE_TRACK,
    CHANNELS,
    COUNT_TRACK,
    EVENTS,
    FIRST_EVENT,
    LINKS,
    PRONOUNS,
    TRACKS,
)
from hearsay.vocabulary.readings import Mention, Reading
from hearsay.vocabulary.spans import Span, hull
from training.corpora import brat
from training.labelled import Labelled, MarkedAttribution, MarkedCause, MarkedLinks
from training.own.notation import passages
from training.own.passages import FOLDER, OwnPassage


def read(part: str, *, folder: Path = FOLDER) -> Iterator[Labelled]:
    """The passages of a part; raises `ValueError` where a mark cannot be read."""
    yield from (labelled(passage) for passage in passages(part, folder=folder))


def labelled(passage: OwnPassage) -> Labelled:
    """One passage in the form that every corpus is brought to."""
    reading = passage.reading
    return Labelled(
        f"own/{passage.id}",
        passage.text,
        brat.passages_of(passage.text),
        attributions=tuple(
            MarkedAttribution(a.source, a.cue, a.content) for a in reading.attributions
        ),
        causes=tuple(
            MarkedCause(c.cause, (c.marker,), c.effect)
            for c in reading.causes
            if c.marker is not None
        ),
        mentions=_tracks(reading),
        links=_links(reading),
    )


def track_of(mention: Mention) -> int:
    """The track on which the network marks mentions of this kind."""
    if (mention.type, mention.form) in CHANNELS:
        return CHANNELS.index((mention.type, mention.form))
    return len(CHANNELS) + PRONOUNS.index(mention.type)


def _tracks(reading: Reading) -> dict[int, tuple[Span, ...]]:
    spans: dict[int, set[Span]] = {track: set() for track in range(TRACKS)}
    for mention in reading.mentions:
        # Of a coordination the whole is marked; it is taken apart by rule.
        spans[track_of(mention)].add(hull(mention.spans))
    for event in reading.events:
        spans[FIRST_EVENT + EVENTS.index(event.type)].add(event.trigger)
    for cause in reading.causes:
        if cause.marker is not None:
            spans[CAUSE_TRACK].add(cause.marker)
    spans[COUNT_TRACK].update(count.span for count in reading.counts)
    spans[ATOM_TRACK].update(part for atom in reading.assertions for part in atom.spans)
    return {track: tuple(sorted(found)) for track, found in spans.items()}


def _links(reading: Reading) -> MarkedLinks:
    ends = [(hull(m.spans), track_of(m)) for m in reading.mentions]
    place = {m.id: number for number, m in enumerate(reading.mentions)}
    held = {
        (place[r.source], place[r.target], LINKS.index(r.type))
        for r in reading.relations  # whether it is denied is told by the words around
    }
    for event in reading.events:
        trigger = len(ends)
        ends.append((event.trigger, FIRST_EVENT + EVENTS.index(event.type)))
        held |= {(trigger, place[a.mention], LINKS.index(a.role)) for a in event.arguments}
    same = LINKS.index("refers")
    for left in reading.mentions:
        for right in reading.mentions:
            if left.id != right.id and left.refers == right.refers:
                held.add((place[left.id], place[right.id], same))
    return MarkedLinks(tuple(ends), frozenset(held), frozenset(range(len(LINKS))))
