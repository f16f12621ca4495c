"""re3d: entities in documents on the war in Syria and Iraq, names and nominals."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from hearsay.reading.labels import CHANNELS
from hearsay.reading.trimming import trimmed
from hearsay.vocabulary.readings import MentionType
from hearsay.vocabulary.spans import Span
from training.corpora import brat
from training.labelled import Labelled

TYPES: dict[str, MentionType] = {
    "Person": "Person",
    "Organisation": "Organization",
    "Location": "Place",
    "Nationality": "Nationality",
    "Weapon": "Weapon",
    "MilitaryPlatform": "Vehicle",
    "Vehicle": "Vehicle",
    "Money": "Money",
    "Quantity": "Quantity",
    "Temporal": "Time",
}
"""The set's types that Hearsay has, by our names."""

_PRONOUN = re.compile(
    r"(?i)(?:he|she|it|they|we|i|you|him|her|them|us|his|its|their|our|who|those|these|"
    r"himself|themselves|itself|me|my|your)"
)
_ROLE_WORD = re.compile(
    r"(?i)\b(?:minister|president|secretary|spokes\w+|commander|chief|leader|director|"
    r"ambassador|general|official|officer|representative|envoy|head|member|chairman|king|"
    r"soldier|fighter|people|man|men|woman|women|son|brother|doctor|president-elect)s?\b"
)


def form_of(type: str, words: str) -> str | None:
    """Whether words name, describe or only point: `name`, `nominal`, `pronoun`.

    The set does not tell these apart; a capital past the first word's tells a name, a word for an
    office tells a description of a person.
    """
    if _PRONOUN.fullmatch(words):
        return "pronoun"
    if (
        type == "Person"
        and _ROLE_WORD.search(words)
        and not re.search(r"[A-Z]\w+ [A-Z]\w+$", words)
    ):
        return "nominal"
    head = re.split(r"\s+(?:of|in|for|from|at|on|to|near)\s+", words)[0].split()
    capitals = [word for word in head if word[:1].isupper() or word[:1].isdigit()]
    return (
        "name" if head and (head[-1][:1].isupper() or len(capitals) * 2 > len(head)) else "nominal"
    )


def is_dev(id: str) -> bool:
    """Whether a document belongs to our own dev part: a fifth, by the hash of its id."""
    return sha256(id.encode()).digest()[0] % 5 == 0


def read(folder: Path, part: str) -> Iterator[Labelled]:
    """The documents of our own `train` or `dev` part."""
    for source in sorted(path for path in folder.iterdir() if path.is_dir()):
        entities = [json.loads(line) for line in (source / "entities.json").open(encoding="utf-8")]
        for line in (source / "documents.json").open(encoding="utf-8"):
            document = json.loads(line)
            if is_dev(document["_id"]) != (part == "dev"):
                continue
            mine = [e for e in entities if e["documentId"] == document["_id"]]
            yield _labelled(f"re3d/{document['_id']}", document["text"], mine)


def _sure(entity: dict[str, Any]) -> bool:
    """Whether the annotators agreed on it; the set keeps what they refused with confidence 0."""
    return float(entity["confidence"]) >= 0.5


def _labelled(name: str, text: str, entities: list[dict[str, Any]]) -> Labelled:
    annotated = [n for n, (type, _) in enumerate(CHANNELS) if type in TYPES.values()]
    mentions: dict[int, set[Span]] = {number: set() for number in annotated}
    unknown: dict[int, set[Span]] = {number: set() for number in annotated}
    for entity in entities:
        type = TYPES.get(entity["type"])
        if type is None:
            continue
        span = trimmed(Span(int(entity["begin"]), int(entity["end"])), text)
        form = form_of(type, span.of(text))
        for number in annotated:
            if CHANNELS[number][0] != type:
                continue
            if not _sure(entity) or form == "pronoun":
                unknown[number].add(span)
            elif CHANNELS[number][1] == form or type not in _TWO_FORMS:
                mentions[number].add(span)
    return Labelled(
        name,
        text,
        brat.passages_of(text),
        mentions={number: tuple(sorted(spans)) for number, spans in mentions.items()},
        unknown={number: tuple(sorted(spans)) for number, spans in unknown.items()},
    )


_TWO_FORMS = frozenset({"Person", "Organization", "Place"})
"""Types that have a channel for names and one for descriptions."""
