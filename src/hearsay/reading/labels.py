"""What the network's outputs stand for: shared by training, export and decoding."""

from __future__ import annotations

from typing import get_args

from hearsay.vocabulary.readings import ArgumentRole, EventType, Form, MentionType, RelationType

OUTSIDE, BEGIN, INSIDE = 0, 1, 2
"""The three tags of a channel, in the order of the network's outputs."""

CHANNELS: tuple[tuple[MentionType, Form], ...] = (
    ("Person", "name"),
    ("Person", "nominal"),
    ("Organization", "name"),
    ("Organization", "nominal"),
    ("Place", "name"),
    ("Place", "nominal"),
    ("Rank", "name"),
    ("Role", "nominal"),
    ("Nationality", "name"),
    ("Weapon", "nominal"),
    ("Vehicle", "nominal"),
    ("Money", "nominal"),
    ("Quantity", "nominal"),
    ("Time", "nominal"),
)
"""One channel of tags for each kind of mention, so that kinds may nest in one another."""

PRONOUNS: tuple[MentionType, ...] = ("Person", "Organization", "Place")
"""Types whose pronouns have a track each, after those of `CHANNELS`."""

EVENTS: tuple[EventType, ...] = get_args(EventType)
"""Types whose triggers have a track each, after those of the pronouns."""

FIRST_EVENT = len(CHANNELS) + len(PRONOUNS)
CAUSE_TRACK = FIRST_EVENT + len(EVENTS)
"""Words that mark a cause."""
COUNT_TRACK = CAUSE_TRACK + 1
"""Numbers of counts."""
ATOM_TRACK = COUNT_TRACK + 1
"""Parts of assertions."""
TRACKS = ATOM_TRACK + 1
"""All kinds of span that the network marks beside cues, each with tags of its own."""

PAIR_TAGS = 5
"""Tags of a piece for one cue: 0 neither, 1 source begins, 2 source goes on, 3 content begins,
4 content goes on. For the marker of a cause: cause and effect in the places of the two."""

ANCHORS = 2
"""Kinds of words that pieces are paired with: cues and markers of causes."""

LINKS: tuple[str, ...] = (*get_args(RelationType), *get_args(ArgumentRole), "refers")
"""What may hold from one mention or trigger to another mention."""

DISTANCES = 33
"""Buckets for how far a piece stands from its cue: 16 before, 0 in the cue, 16 after."""

ALIKE = 3
"""Whether two mentions share their words: 0 no, 1 their last piece, 2 all their pieces."""
