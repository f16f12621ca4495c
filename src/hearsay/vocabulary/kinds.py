"""The closed lists of values that a reading is made of, as the published shapes name them."""

from __future__ import annotations

from typing import Literal

MentionType = Literal[
    "Person",
    "Organization",
    "Rank",
    "Role",
    "Place",
    "Nationality",
    "Weapon",
    "Vehicle",
    "Money",
    "Quantity",
    "Time",
]
Form = Literal["name", "nominal", "pronoun"]
CueClass = Literal[
    "said",
    "claimed",
    "confirmed",
    "admitted",
    "denied",
    "warned",
    "promised",
    "demanded",
    "asked",
    "thought",
    "expected",
]
Speech = Literal["direct", "mixed", "indirect"]
Polarity = Literal["affirmed", "denied"]
HedgeClass = Literal["alleged", "thought", "possible", "reported"]
RelationType = Literal[
    "has_rank",
    "has_role",
    "is_posted",
    "part_of",
    "arm_of",
    "commands",
    "leads",
    "member_of",
    "integrated_into",
    "allied_with",
    "tied_to",
    "sympathises_with",
    "influences",
    "loyal_to",
    "fights",
    "backs",
    "funds",
    "trains",
    "equips",
    "communicates_with",
    "located_in",
    "same_as",
    "promises",
    "demands",
    "succeeds",
]
EventType = Literal[
    "attack",
    "assassination",
    "raid",
    "clash",
    "arrest",
    "appointment",
    "dismissal",
    "promotion",
    "election",
    "deployment",
    "withdrawal",
    "agreement",
    "transfer",
    "statement",
]
Stage = Literal["accomplished", "attempted", "foiled", "threatened"]
ArgumentRole = Literal["actor", "target", "place", "weapon", "instrument", "victim"]
Comparator = Literal["exactly", "at_least", "at_most", "about", "more_than", "fewer_than"]
Basis = Literal["claimed", "assessed", "observed"]
