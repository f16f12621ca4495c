"""What the network's outputs stand for: shared by training, export and decoding."""

from __future__ import annotations

from hearsay.vocabulary.readings import Form, MentionType

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

PAIR_TAGS = 5
"""Tags of a piece for one cue: 0 neither, 1 source begins, 2 source goes on, 3 content begins,
4 content goes on."""

DISTANCES = 33
"""Buckets for how far a piece stands from its cue: 16 before, 0 in the cue, 16 after."""
