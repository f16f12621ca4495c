"""Names that are one's: those of the table that comes with Hearsay, a user's own before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hearsay.resolution.tokens import tokens


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something whose several names a table holds together."""

    name: str
    kind: str
    """`force`, `unit`, `party`, `body`, `ministry` or `person`."""
    country: str
    source: str
    """In words, why these names are one."""
    names: tuple[str, ...] = ()


KINDS = ("force", "unit", "party", "body", "ministry", "person")


def entities_in(rows: Iterable[Mapping[str, str | None]]) -> Iterator[Entity]:
    """The entities of a table with the columns entity, kind, country, names and source."""
    for row in rows:
        name = (row["entity"] or "").strip()
        others = tuple(n.strip() for n in (row["names"] or "").split("|") if n.strip())
        names = others if name in others else (name, *others)
        kind, country = (row.get("kind") or "body").strip(), (row.get("country") or "").strip()
        yield Entity(name, kind, country.replace("XX", ""), (row["source"] or "").strip(), names)


def own_first(own: Sequence[Entity], supplied: Iterable[Entity]) -> Iterator[Entity]:
    """The user's entities, each with the other names of the one that the table knows under its
    name; then those of the table, without the names that the user says are somebody else's.

    An entity of the user's may leave its kind and country empty.
    """
    if not own:
        yield from supplied
        return
    mine = {_key(name) for one in own for name in one.names}
    known = list(supplied)
    by_name: dict[tuple[str, ...], list[int]] = {}
    for at, other in enumerate(known):
        by_name.setdefault(_key(other.name), []).append(at)
    absorbed: set[int] = set()
    for one in own:
        names, kind, country = list(one.names), one.kind, one.country
        for at in by_name.get(_key(one.name), ()):
            other = known[at]
            if at not in absorbed and country in ("", other.country):
                absorbed.add(at)
                names += (name for name in other.names if _key(name) not in mine)
                kind, country = kind or other.kind, other.country
        yield replace(one, names=tuple(dict.fromkeys(names)), kind=kind or "body", country=country)
    for at, other in enumerate(known):
        left = tuple(name for name in other.names if _key(name) not in mine)
        if at not in absorbed and left:
            yield other if left == other.names else replace(other, names=left)


def _key(name: str) -> tuple[str, ...]:
    return tuple(one.word for one in tokens(name)) or (name,)
