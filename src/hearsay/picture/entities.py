"""Who is who over a whole case: the things of all documents, put together where they are one.

Nothing is merged for good. What a person decided comes first; two records of one table are two;
after that names decide, with what each document says around them. What cannot be told is left
apart, and asked of a person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from hearsay.picture.bundles import Bundle, bundled
from hearsay.picture.deciding import Constraints, Decision
from hearsay.picture.joining import Joining
from hearsay.picture.known import Known, Names
from hearsay.picture.placing import place_short_names
from hearsay.picture.things import Thing
from hearsay.vocabulary.statements import EntityType


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something, with every thing that is taken for them."""

    id: str
    """From its first naming: the same as long as that stays its first."""
    things: tuple[Thing, ...]
    """Earliest published first; each with those of its names that are names."""
    name: str
    """The name that most documents use; the longest of several."""
    named: bool
    """Whether any document has a name for it, and not only a title or description."""

    @property
    def type(self) -> EntityType:
        """What most of its things are."""
        return Counter(one.type for one in self.things).most_common(1)[0][0]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two entities that may be one, and nothing tells."""

    one: str
    """The id of the entity that more documents name."""
    other: str
    score: float
    """How sure it is that they are one, from 0 to 1."""
    names: tuple[Known, Known]
    contexts: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Resolved:
    """The entities of a case, and what is left to a person."""

    entities: tuple[Entity, ...]
    """In the order of their first things."""
    doubts: tuple[Doubt, ...]
    """What hangs most on first."""


def entities_of(
    things: Iterable[Thing], names: Names, decided: Sequence[Decision] = ()
) -> tuple[Entity, ...]:
    """The entities of a case, in the order of their first things."""
    return resolved(things, names, decided).entities


def resolved(things: Iterable[Thing], names: Names, decided: Sequence[Decision] = ()) -> Resolved:
    """The entities of a case, with the pairs of them that are uncertain.

    `decided` is what people decided of pairs of things, newest last. Cost grows with the names
    that share a key, and not with all pairs of names.
    """
    held = sorted(things, key=lambda one: (one.published or "9999", one.place[0], one.anchor.start))
    at = {one.place: number for number, one in enumerate(held)}
    constraints = Constraints(at, decided)
    bundles = bundled(held, names, constraints)
    joining = Joining(held, bundles, names, constraints)
    place_short_names(joining)
    groups = sorted(sorted(group) for group in joining.groups())
    entities = tuple(_identified((tuple(held[n] for n in group) for group in groups), names))
    of = {n: entity.id for group, entity in zip(groups, entities, strict=True) for n in group}
    return Resolved(entities, tuple(_doubts(joining, bundles, of, constraints)))


def _identified(groups: Iterable[tuple[Thing, ...]], names: Names) -> Iterator[Entity]:
    """Each group with an id; a second one that begins at the same words gets another."""
    given: Counter[str] = Counter()
    for things in groups:
        first = things[0]
        at = f"{first.anchor.start}-{first.anchor.end}"
        where = "\x1f".join((first.place[0], at, first.type, first.record or first.names[0]))
        given[where] += 1
        if given[where] > 1:
            where += f"\x1f{given[where]}"
        id = "e" + sha256(where.encode("utf-8", "surrogatepass")).hexdigest()[:10]
        yield _entity(id, things, names)


def _entity(id: str, things: tuple[Thing, ...], names: Names) -> Entity:
    counted: Counter[str] = Counter()
    families: Counter[str] = Counter()
    vague: set[str] = set()
    whole: dict[str, str] = {}
    cleaned = []
    for one in things:
        known = [k for k in (names.known(one, n) for n in one.names) if k] if one.named else []
        shown = tuple(dict.fromkeys(k.shown for k in sorted(known, key=lambda k: k.vague)))
        cleaned.append(replace(one, names=shown or one.names, named=bool(shown)))
        counted.update(shown[:1])
        families.update(k.family for k in known[:1])
        vague |= {k.shown for k in known if k.vague}
        whole |= {k.shown: k.text for k in known if k.given}
    if not counted:
        return Entity(id, things, things[0].names[0], named=False)
    # A headline runs words into a person's name, and the full name of a body is the longer one.
    longer = 1 if families.most_common(1)[0][0] == "body" else -1
    name = max(counted, key=lambda n: (n not in vague, counted[n], longer * len(n), n))
    # "Iranian" is shown as "Iran", where any document says so.
    shorter = [n for n in counted if name.startswith(n) and n != name and " " not in name]
    name = min(shorter, key=len, default=name)
    if all(one.record is None for one in things):
        name = whole.get(name, name)  # "Army, Iraq": tables of many countries have many armies
    return Entity(id, tuple(cleaned), name, named=True)


def _doubts(
    joining: Joining, bundles: Sequence[Bundle], of: dict[int, str], constraints: Constraints
) -> Iterator[Doubt]:
    """Pairs of entities that are likelier one than two and yet apart, or the other way nearly so;
    of each two entities the pair of names that is most alike."""
    best: dict[tuple[str, str], tuple[float, float, Doubt]] = {}
    for score, left, right in joining.uncertain():
        one, other = bundles[left], bundles[right]
        if len(one.things) < len(other.things):
            one, other = other, one
        ids = of[one.things[0]], of[other.things[0]]
        if ids[0] == ids[1] or constraints.apart(one.things, other.things):
            continue
        hangs = len(other.things) * (1.0 - abs(2 * score - 1))  # of the lesser one
        contexts = (one.context, other.context)
        doubt = Doubt(*ids, score, (one.known, other.known), contexts)
        key = (min(ids), max(ids))
        if key not in best or best[key][0] < score:
            best[key] = (score, hangs, doubt)
    yield from (d for _, _, d in sorted(best.values(), key=lambda v: (-v[1], -v[0], v[2].one)))
