"""Puts together the things that bear the very same name, namesakes apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from hearsay.picture.deciding import Constraints
from hearsay.picture.known import Known, Names
from hearsay.picture.things import Thing

_ByName = dict[tuple[str, tuple[str, ...], str], list[tuple[int, Known]]]
"""Things with what their names say, by family, words and country of these."""


@dataclass(slots=True)
class Bundle:
    """Things of one name that nothing tells apart."""

    known: Known
    things: list[int]
    contexts: list[str] = field(default_factory=list)
    """What documents tell of it, each once; the first few only."""
    aliases: Counter[tuple[str, ...]] = field(default_factory=Counter)
    """By what other names its documents call it too, by how many of them."""
    records: frozenset[tuple[str, str]] = frozenset()
    """Publishers and the ids of their records; a record is what it is, whatever its name."""
    named: bool = True
    """False for a description: it is one with nothing but what a person says."""

    @property
    def context(self) -> str:
        """All that is told of it, in words."""
        return "; ".join(self.contexts)


def bundled(held: Sequence[Thing], names: Names, constraints: Constraints) -> list[Bundle]:
    """Every thing in one bundle: by its record, by its name, or by itself."""
    by_record: dict[tuple[str, str], list[int]] = defaultdict(list)
    by_name: _ByName = defaultdict(list)
    found = []
    for number, one in enumerate(held):
        known = _main(one, names)
        if one.record is not None:
            by_record[one.publisher or "", one.record].append(number)
        elif known is None:
            found.append(Bundle(Known("", (), one.names[0]), [number], named=False))
        else:
            by_name[known.family, known.words, known.country].append((number, known))
    recorded: dict[tuple[str, tuple[str, ...]], list[Bundle]] = defaultdict(list)
    for record, numbers in by_record.items():
        first = held[numbers[0]]
        known = _main(first, names) or Known(str(first.type), (), first.names[0])
        for group in _never_apart(numbers, constraints):
            bundle = Bundle(replace(known, vague=False), group, records=frozenset((record,)))
            # By what is written: a record's own unit above it is not always repeated.
            recorded[known.family, _written(first)].append(bundle)
    for (family, *_), numbered in by_name.items():
        _recorded(held, family, numbered, recorded, constraints)
    found += [bundle for bundles in recorded.values() for bundle in bundles]
    for named in _families_told(by_name):
        found += _namesakes(held, named, names, constraints)
    for bundle in found:
        _called(bundle, held, names)
    return found


def _recorded(
    held: Sequence[Thing],
    family: str,
    named: list[tuple[int, Known]],
    recorded: Mapping[tuple[str, tuple[str, ...]], Sequence[Bundle]],
    constraints: Constraints,
) -> None:
    """Gives what a publisher's tables name without an id to their one record of that name."""
    for number, known in list(named):
        records = recorded.get((family, _written(held[number])), ())
        own = [b for b in records if any(p == held[number].publisher for p, _ in b.records)]
        if len(own) == 1 and not constraints.apart(own[0].things, [number]):
            own[0].things.append(number)
            named.remove((number, known))


def _written(thing: Thing) -> tuple[str, ...]:
    return tuple(thing.names[0].casefold().split())


def _main(thing: Thing, names: Names) -> Known | None:
    """The name that says most of whom it means; a vague one where there is no other."""
    if not thing.named:
        return None
    known = [one for one in (names.known(thing, name) for name in thing.names) if one]
    return next((one for one in known if not one.vague), known[0] if known else None)


def _families_told(by_name: _ByName) -> Iterator[list[tuple[int, Known]]]:
    """The same words are a person's to one reader and a body's to another: most have it right."""
    for (family, words, country), named in by_name.items():
        other = {"person": "body", "body": "person"}.get(family, "")
        beside = by_name.get((other, words, country), [])
        if not named:
            continue
        if not beside:
            yield named
        elif len(named) > len(beside) or (len(named) == len(beside) and family == "body"):
            known = named[0][1]
            yield [*named, *((number, known) for number, _ in beside)]


def _namesakes(
    held: Sequence[Thing],
    named: Iterable[tuple[int, Known]],
    names: Names,
    constraints: Constraints,
) -> list[Bundle]:
    """Things of one name, apart where what is told of them cannot be of one, or a person says."""
    found: list[Bundle] = []
    # What something is told of tells namesakes apart; the rest then goes to the greatest.
    for number, known in sorted(named, key=lambda one: not held[one[0]].context):
        context = held[number].context if known.family == "person" else ""
        fit = [
            bundle
            for bundle in found
            if not constraints.apart(bundle.things, [number])
            and not _contradicted(known, context, bundle, names)
        ]
        if not fit:
            found.append(Bundle(known, [number], [context] if context else []))
            continue
        best = max(fit, key=lambda bundle: (context in bundle.contexts, len(bundle.things)))
        best.things.append(number)
        if context and context not in best.contexts and len(best.contexts) < _CONTEXTS:
            best.contexts.append(context)
    return found


def _contradicted(known: Known, context: str, bundle: Bundle, names: Names) -> bool:
    """Whether what is told here speaks against all that is told there."""
    if not context or not bundle.contexts or context in bundle.contexts:
        return False
    scores = [names.score(known, bundle.known, (context, other)) for other in bundle.contexts]
    return max(scores) < 0.5


def _never_apart(numbers: Sequence[int], constraints: Constraints) -> list[list[int]]:
    groups: list[list[int]] = []
    for number in numbers:
        fit = next((g for g in groups if not constraints.apart(g, [number])), None)
        if fit is None:
            groups.append([number])
        else:
            fit.append(number)
    return groups


def _called(bundle: Bundle, held: Sequence[Thing], names: Names) -> None:
    for number in bundle.things:
        one = held[number]
        if bundle.named:
            known = (names.known(one, name) for name in one.names)
            bundle.aliases.update({k.words for k in known if k and k.words != bundle.known.words})


_CONTEXTS = 6
"""So much is compared of what is told of one name: more costs, and says little more."""
