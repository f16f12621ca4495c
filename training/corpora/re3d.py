"""re3d: entities in documents on the war in Syria and Iraq, names and nominals."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from hearsay.reading.labels import CHANNELS
from hearsay.vocabulary.readings import MentionType
from hearsay.vocabulary.spans import Span
from training.corpora import brat
from hearsay.reading.trimming import trimmed
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
    if type == "Person" and _ROLE_WORD.search(words) and not re.search(r"[A-Z]\w+ [A-Z]\w+$", words):
        return "nominal"
    head = re.split(r"\s+(?:of|in|for|from|at|on|to|near)\s+", words)[0].split()
    capitals = [word for word in head if word[:1].isupper() or word[:1].isdigit()]
    return "name" if head and (head[-1][:1].isupper() or len(capitals) * 2 > len(head)) else "nominal"


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


def gold(entities: list[dict[str, object]], text: str) -> list[tuple[MentionType, Span]]:
    """The entities that annotators agreed on, of types we have, articles left out."""
    found = set()
    for entity in entities:
        type = TYPES.get(str(entity["type"]))
        if type and float(str(entity["confidence"])) >= 0.5:
            span = trimmed(Span(int(str(entity["begin"])), int(str(entity["end"]))), text)
            found.add((type, span))
    return sorted(found, key=lambda pair: (pair[1], pair[0]))


def _labelled(name: str, text: str, entities: list[dict[str, object]]) -> Labelled:
    kept = gold(entities, text)
    mentions: dict[int, list[Span]] = {
        number: [] for number, (type, _) in enumerate(CHANNELS) if type in TYPES.values()
    }
    unknown: dict[int, list[Span]] = {number: [] for number in mentions}
    for type, span in kept:
        form = form_of(type, span.of(text))
        for number, channel in enumerate(CHANNELS):
            if channel[0] == type and (channel[1] == form or type not in _TWO_FORMS):
                mentions[number].append(span)
            elif channel[0] == type and form == "pronoun":
                unknown[number].append(span)
    for entity in entities:
        type = TYPES.get(str(entity["type"]))
        if type and float(str(entity["confidence"])) < 0.5:
            for number in mentions:
                if CHANNELS[number][0] == type:
                    unknown[number].append(
                        trimmed(Span(int(str(entity["begin"])), int(str(entity["end"]))), text)
                    )
    return Labelled(
        name,
        text,
        brat.passages_of(text),
        mentions={number: tuple(sorted(spans)) for number, spans in mentions.items()},
        unknown={number: tuple(spans) for number, spans in unknown.items()},
    )


_TWO_FORMS = frozenset({"Person", "Organization", "Place"})
