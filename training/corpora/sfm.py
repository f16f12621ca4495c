"""Security Force Monitor's annotated Nigerian news: persons, ranks, roles and their units.

Only lines that hold an annotation are taken: elsewhere names stand unmarked.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from hearsay.reading.labels import CHANNELS, LINKS
from hearsay.reading.trimming import trimmed
from hearsay.vocabulary.spans import Span, hull
from training.corpora import brat
from training.labelled import Labelled, MarkedLinks

CHANNEL = {
    "Person": CHANNELS.index(("Person", "name")),
    "Organization": CHANNELS.index(("Organization", "name")),
    "Rank": CHANNELS.index(("Rank", "name")),
    "Title": CHANNELS.index(("Role", "nominal")),
    "Role": CHANNELS.index(("Role", "nominal")),
}

LINK = {
    "has_rank": "has_rank",
    "has_title": "has_role",
    "has_role": "has_role",
    "is_posted": "is_posted",
}


def is_dev(stem: str) -> bool:
    """Whether a document belongs to our own dev part: a fifth, by the hash of its name."""
    return sha256(stem.encode()).digest()[0] % 5 == 0


def read(folder: Path, part: str) -> Iterator[Labelled]:
    """The documents of our own `train` or `dev` part."""
    for path in sorted(folder.glob("*.ann")):
        if is_dev(path.stem) != (part == "dev"):
            continue
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        marked = brat.read(path)
        mentions: dict[int, list[Span]] = {channel: [] for channel in CHANNEL.values()}
        for type, spans in marked.spans.values():
            if type in CHANNEL:
                mentions[CHANNEL[type]].append(trimmed(hull(spans), text))
        lines = brat.passages_of(text)
        every = [span for spans in mentions.values() for span in spans]
        yield Labelled(
            f"sfm/{path.stem}",
            text,
            lines,
            mentions={channel: tuple(sorted(set(spans))) for channel, spans in mentions.items()},
            mentions_within=tuple(p for p in lines if any(p.covers(span) for span in every)),
            links=_links(marked, text),
        )


def _links(marked: brat.Standoff, text: str) -> MarkedLinks:
    """Who holds which rank, role and post; a title is a role to us."""
    place: dict[str, int] = {}
    ends: list[tuple[Span, int]] = []
    for id, (type, spans) in marked.spans.items():
        if type in CHANNEL:
            place[id] = len(ends)
            ends.append((trimmed(hull(spans), text), CHANNEL[type]))
    held = {
        (place[left], place[right], LINKS.index(LINK[type]))
        for type, left, right in marked.relations
        if type in LINK and left in place and right in place
    }
    return MarkedLinks(
        tuple(ends), frozenset(held), frozenset(LINKS.index(link) for link in LINK.values())
    )
