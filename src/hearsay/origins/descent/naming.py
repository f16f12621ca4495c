"""Says which names that a proposition's tellings give are one source's, and which count as one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from hearsay.origins.citing.resolving import Sources
from hearsay.origins.citing.speakers import Source, same_source
from hearsay.origins.descent.telling import Line
from hearsay.origins.descent.upstream import Step

Keys = Mapping[Source, str]
"""For each source, the key that it has in common with its other spellings."""
Ending = tuple[str, Source]
"""With whose name a telling's way ends, by key and as written."""


def one_key_each(named: Iterable[Source], side: str, sources: Sources) -> dict[Source, str]:
    """One key for all spellings of a source; a short name goes with the one longer name it fits.

    Whoever publishes in the case is known by his publisher's name, however he is called.
    """
    every = set(named)
    held = {one: known for one in every if (known := sources.known_as(one)) is not None}
    found = _grouped(every - held.keys(), side)
    return {**found, **{one: f"{side}:{known}:publisher" for one, known in held.items()}}


def shown(names: Sequence[str]) -> str:
    """The name that most use, the fuller one where several are used alike."""
    counts = Counter(names)
    return max(counts, key=lambda name: (counts[name], len(name), name))


def on_programmes(
    ends: Iterable[tuple[Line, Step]], keys: Keys, sources: Sources
) -> dict[tuple[str, str], str]:
    """For a person's key and a telling's, on whose programme he said it.

    Only where two broadcasters are named: what is said on two programmes is said twice. `ends` are
    tellings with the last of those whom they name.
    """
    told: dict[str, list[tuple[Line, Source]]] = defaultdict(list)
    for line, last in ends:
        if last.claim is None and last.source.kind == "person":
            told[keys[last.source]].append((line, last.source))
    found: dict[tuple[str, str], str] = {}
    for key, each in told.items():
        if len({line.claim.capture for line, _ in each}) > 1:
            aired = {line.key: sources.aired(line.claim, source) for line, source in each}
            if len(set(aired.values()) - {None}) > 1:
                found |= {(key, line): venue for line, venue in aired.items() if venue is not None}
    return found


def together(
    sides: Sequence[Keys],
    aired: Mapping[tuple[str, str], str],
    alike: Iterable[tuple[Ending | None, Ending | None]],
) -> dict[str, str]:
    """For the keys of names that one stands behind, whose they are: a name for each such set.

    What the ministry says and what its officials say is not said independently. `alike` are the
    ends of tellings that share text.
    """
    pairs = [*_first_programmes(aired), *_misnamed(alike)]
    for keys in sides:
        for source, key in keys.items():
            if source.of is not None:
                body = source.of
                same = sorted(other for one, other in keys.items() if same_source(one, body))
                pairs += [(key, other) for other in same or [f"{sorted(body.words)}"]]
    return _sets(pairs)


def _first_programmes(aired: Mapping[tuple[str, str], str]) -> Iterator[tuple[str, str]]:
    """What is told without a programme is counted with the first of those that are named."""
    venues: dict[str, set[str]] = defaultdict(set)
    for (key, _), venue in aired.items():
        venues[key].add(venue)
    for key, every in venues.items():
        yield key, f"{key} on {min(every)}"


def _misnamed(alike: Iterable[tuple[Ending | None, Ending | None]]) -> Iterator[tuple[str, str]]:
    """Names of one family that are given for the same quoted or copied words.

    Two people do not say one thing in the same words: one of the names was written wrongly.
    """
    for one, other in alike:
        if one is None or other is None or one[0] == other[0]:
            continue
        family = one[1].kind == other[1].kind == "person" and one[1].head == other[1].head
        if family and not same_source(one[1], other[1]):
            yield one[0], other[0]


def _grouped(sources: Iterable[Source], side: str) -> dict[Source, str]:
    distinct = sorted(sources, key=lambda s: (-len(s.words), -len(s.name), s.name))
    groups: list[list[Source]] = []
    for source in distinct:
        fits = [group for group in groups if any(same_source(source, one) for one in group)]
        exact = [group for group in fits if any(source.words == one.words for one in group)]
        if len(exact) == 1 or len(fits) == 1:
            (exact or fits)[0].append(source)
        else:
            groups.append([source])
    return {
        one: f"{side}:{' '.join(sorted(group[0].words))}:{group[0].kind}"
        for group in groups
        for one in group
    }


def _sets(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each member of pairs that hang together, the first of all that do."""
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        together = found.get(one, {one}) | found.get(other, {other})
        found.update(dict.fromkeys(sorted(together), together))
    return {key: min(together) for key, together in found.items()}
