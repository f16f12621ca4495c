"""Scores who is who: over the samples as they are read, and over MEANTIME's own entities.

    python -m evaluation.entities
    python -m evaluation.entities --misses

`gold/entities.tsv` says of every name that the reader finds in the samples (also where it cuts one
short) whom it means. Of MEANTIME only the topic `corpus_apple` is looked at.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from evaluation.accounts import sample_accounts
from evaluation.clusters import BCubed, b_cubed
from evaluation.scores import Measured, share
from hearsay.picture.entities import entities_of
from hearsay.picture.naming import Compared
from hearsay.picture.stating import statements_of
from hearsay.picture.stating.parties import entity_type
from hearsay.picture.things import Thing, things_of
from hearsay.reading.reader import Reader
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.statements import EntityType

SHARED = Path(__file__).parent.parent.parent / "shared" / "data"
GOLD = Path(__file__).with_name("gold") / "entities.tsv"
TOPICS = ("corpus_apple",)

Placed = dict[Hashable, str]
"""For each naming whom it means."""


def measure(reader: Reader | None, shared: Path) -> Iterator[Measured]:
    """B³ F1 over the samples, and over MEANTIME where it is there."""
    yield Measured("entities.samples", share(b_cubed_of(*samples(reader)).f1))
    if (shared / "meantime").is_dir():
        yield Measured("entities.meantime", share(b_cubed_of(*meantime(shared / "meantime")).f1))


def samples(reader: Reader | None = None) -> tuple[Placed, Placed]:
    """Whom each name in the samples is taken for, and whom it means."""
    with GOLD.open(encoding="utf-8", newline="") as file:
        gold = {
            (row["document"], int(row["start"]), int(row["end"])): row["entity"]
            for row in csv.DictReader(file, delimiter="\t")
        }
    accounts = sample_accounts(reader)
    names = {account.id: name for name, account in accounts.items()}
    things = [
        thing
        for account in accounts.values()
        for thing in things_of(account, statements_of(account.document, account.reading))
    ]
    found: Placed = {}
    for place, id in _placed(things):
        at = names[place.place[0]], place.anchor.start, place.anchor.end
        if at in gold and place.named:
            found[at] = id
    return found, {at: gold[at] for at in found}  # type: ignore[index]


def meantime(root: Path) -> tuple[Placed, Placed]:
    """Whom each document's entity in MEANTIME is taken for, and whom it means."""
    things, wanted = [], {}
    for topic in TOPICS:
        for path in sorted(root.glob(f"intra_cross-doc_annotation/{topic}/*.xml")):
            for thing, entity in _annotated(path):
                things.append(thing)
                wanted[thing.place] = entity
    return {thing.place: id for thing, id in _placed(things)}, dict(wanted)


def b_cubed_of(found: Placed, wanted: Placed) -> BCubed:
    """How well two groupings of the same namings agree."""
    return b_cubed(
        {at: frozenset((id,)) for at, id in found.items()},
        {at: frozenset((id,)) for at, id in wanted.items()},
    )


def _placed(things: Iterable[Thing]) -> Iterator[tuple[Thing, str]]:
    for entity in entities_of(things, Compared()):
        for thing in entity.things:
            yield thing, entity.id


def _annotated(path: Path) -> Iterator[tuple[Thing, str]]:
    """The entities of one document that have names, with the instance each is of."""
    root = ElementTree.parse(path).getroot()
    words = {t.get("t_id"): t.text or "" for t in root.iter("token")}
    mentions = {
        m.get("m_id"): [a.get("t_id") or "" for a in m.iter("token_anchor")]
        for m in root.iter("ENTITY_MENTION")
        if m.get("syntactic_type") == "NAM"
    }
    entities = {e.get("m_id"): e for e in root.iter("ENTITY")}
    for link in root.iter("REFERS_TO"):
        target = link.find("target")
        entity = entities.get(target.get("m_id")) if target is not None else None
        named = [m for s in link.iter("source") if (m := mentions.get(s.get("m_id")))]
        if entity is None or entity.get("ent_type") not in _TYPES or not named:
            continue
        written = {_POSSESSIVE.sub("", " ".join(words[t] for t in m)) for m in named}
        names = tuple(sorted(written, key=lambda name: (-len(name), name)))
        first = min(int(t) for m in named for t in m)
        span = Span(first, first + 1)
        instance = entity.get("instance_id") or ""
        kind = entity_type(names[0], _TYPES[entity.get("ent_type") or ""])
        yield Thing((path.name, instance), kind, names, True, span, (span,)), instance


_TYPES: dict[str, EntityType] = {"PER": "person", "ORG": "organization", "LOC": "place"}
_POSSESSIVE = re.compile(r" ['’]s?$")


def main(arguments: list[str]) -> int:
    """Print both scores, and with `--misses` what is put together or apart wrongly."""
    parts = {"samples": samples()}
    if SHARED.is_dir():
        parts["meantime"] = meantime(SHARED / "meantime")
    else:
        print(f"LEFT OUT: {SHARED} is not here; only the samples are scored.", file=sys.stderr)
    for name, (found, wanted) in parts.items():
        print(f"entities.{name:<19}{b_cubed_of(found, wanted).line()}")
        if "--misses" in arguments:
            for kind, one, other in (("two in one", found, wanted), ("one in two", wanted, found)):
                _print_misses(kind, one, other)
    return 0


def _print_misses(kind: str, groups: Placed, by: Placed) -> None:
    held: dict[str, dict[str, list[Hashable]]] = defaultdict(lambda: defaultdict(list))
    for at, group in groups.items():
        held[group][by[at]].append(at)
    for parts in held.values():
        if len(parts) > 1:
            print(f"  {kind}: {'; '.join(f'{len(a)} × {a[0]}' for a in parts.values())}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
