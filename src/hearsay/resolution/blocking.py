"""Files names under keys, so that only those that share one are compared."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.resolution.bodies import Body
from hearsay.resolution.letters import skeleton
from hearsay.resolution.likeness import as_in_turkish
from hearsay.resolution.names import Name
from hearsay.resolution.persons import Part, Person


def keys(name: Name) -> frozenset[str]:
    """The keys of a name: its entity, the sound of each part, its units with their numbers."""
    return frozenset(_keys(name))


def _keys(name: Name) -> Iterator[str]:
    for entity in name.meant:
        yield f"entity:{entity.name}"
    if name.letters:
        yield f"letters:{name.letters}"
    if name.person is None or not any(part.given for part in name.person.names[0]):
        for letters in name.initials:
            if 1 < len(letters) < 8:
                yield f"letters:{letters}"
    if name.person is not None:
        yield from _person_keys(name.person)
    elif name.body is not None:
        yield from _body_keys(name.body)
    elif name.office is not None:
        yield f"role:{name.office.role}"


def _person_keys(person: Person) -> Iterator[str]:
    for parts in person.names:
        for at, part in enumerate(parts):
            if not part.common or (len(parts) == 1 and part.kind != "initial"):
                yield f"part:{_sound(part)}"
                if "c" in part.word and not part.given:
                    yield from (f"part:{skeleton(read)}" for read in as_in_turkish(part.word))
            # Common names are worth a key only together.
            for other in parts[at + 1 :]:
                yield f"two:{_sound(part)[:6]} {_sound(other)[:6]}"


def _sound(part: Part) -> str:
    return part.given or skeleton(part.word)


def _body_keys(body: Body) -> Iterator[str]:
    main = body.main
    if main is not None and main.number is not None:
        yield f"unit:{main.number}"
        for word in body.own[:1]:
            yield f"named:{skeleton(word)}"
        return
    if main is not None:
        # The Tabak Division is the 1st (Tabak) Infantry Division.
        for word in body.own[:1]:
            yield f"named:{skeleton(word)}"
    for entity in body.entities:
        yield f"entity:{entity.name}"
    for word in body.own:
        yield f"part:{skeleton(word)}"
    words = sorted(body.concepts | body.portfolios | body.services | body.arms)
    if words and not body.own:
        yield "words:" + " ".join(words)
        for word in words:
            yield f"word:{word}"
