"""Finds whom a short name means: an acronym, a family name, what is left of a longer name.

A name that several could bear goes to the one that its document points to, or else to the one
that stands out over the whole case; or to none, and is asked of a person. It never joins two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hearsay.picture.bundles import Bundle
from hearsay.picture.joining import AGAINST, STANDS_OUT, Joining
from hearsay.picture.known import of_two_countries
from hearsay.picture.naming import clipped, folded

Words = tuple[str, ...]


def place_short_names(joining: Joining) -> None:
    """Join every short name to the one group that it can only mean; longer ones first."""
    seen = _seen(joining)
    clips = _clips(joining, seen)
    numbers = {n for n in joining.vague | clips.keys() if not joining.bundles[n].records}
    for number in sorted(numbers, key=lambda n: (-len(joining.bundles[n].known.words), n)):
        bundle = joining.bundles[number]
        meant = _candidates(joining, number, clips.get(number, ()), seen)
        if meant.pop(joining.group(number), 0) and any(map(joining.is_knotted, bundle.things)):
            continue  # a person has said which of them it is
        if not meant:
            continue
        if bundle.known.family == "body":
            for thing in [one for one in bundle.things if not joining.is_knotted(one)]:
                group = _pointed_to(joining, thing, meant, seen)
                if group is not None:
                    alone = joining.alone(number, thing)
                    joining.join(alone, group)
                    if alone == number:
                        break
        if len(bundle.known.words) == 1 and number not in joining.vague:
            # Every state has an "Assembly": its own document says which, or there is only one.
            known = len(meant) == 1 and max(meant.values()) >= STANDS_OUT
        else:
            known = True
        if bundle.things and joining.group(number) not in meant and known:
            _to_the_greatest(joining, number, meant)
    _ask_of_other_names(joining, seen)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What stands in which document, by bundle."""

    documents: Mapping[int, set[str]]
    called: Mapping[tuple[str, Words], Counter[int]]
    """Bundles by other names that their own documents give them."""
    bodies_of: Mapping[int, set[Words]]
    """By person's bundle, the bodies that they are said to belong to, as named there."""
    members: Mapping[tuple[str, str], list[int]]
    """By document and the name of a body, the bundles of the persons who belong to it there."""


def _seen(joining: Joining) -> _Seen:
    documents: dict[int, set[str]] = defaultdict(set)
    called: defaultdict[tuple[str, Words], Counter[int]] = defaultdict(Counter)
    bodies: dict[int, set[Words]] = defaultdict(set)
    members: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, bundle in enumerate(joining.bundles):
        for thing in bundle.things:
            one = joining.held[thing]
            documents[number].add(one.place[0])
            if bundle.known.family == "person":
                for name in one.within:
                    members[one.place[0], name].append(number)
                    bodies[number].add(tuple(name.casefold().split()))
        if not bundle.known.vague:
            for words in bundle.aliases:
                called[bundle.known.family, words][number] = bundle.aliases[words]
    return _Seen(documents, called, bodies, members)


def _candidates(joining: Joining, number: int, clips: Sequence[int], seen: _Seen) -> Counter[int]:
    """The groups that a short name may mean, with how much speaks for each over the case."""
    bundle = joining.bundles[number]
    size = len(bundle.known.words)
    found: Counter[int] = Counter()
    for near in {*joining.near(number), *clips}:
        other = joining.bundles[near]
        if bundle.known.family == "person" and joining.by_name(number, near) < _FAMILY_NAME:
            continue
        if near not in joining.vague or len(other.known.words) > size:
            found[joining.group(near)] += len(seen.documents[near])
    called = seen.called.get((bundle.known.family, bundle.known.words))
    for near, count in called.items() if called else ():
        found[joining.group(near)] += len(seen.documents[near]) + count * _DECLARED
    own = joining.group(number)
    return Counter({g: n for g, n in found.items() if g == own or not joining.may_not(number, g)})


def _pointed_to(joining: Joining, thing: int, meant: Mapping[int, int], seen: _Seen) -> int | None:
    """The one group to which a document points: by who belongs to it there and elsewhere, or
    else by naming it in full."""
    one = joining.held[thing]
    document = one.place[0]
    groups: set[int] = set()
    persons = {p for name in one.names for p in seen.members.get((document, name), ())}
    whole = {joining.group(p) for p in persons}
    bodies = {
        words
        for number, named in seen.bodies_of.items()
        if joining.group(number) in whole
        for words in named
    }
    for number in _bundles_of(joining, meant):
        if tuple(joining.bundles[number].known.text.casefold().split()) in bodies:
            groups.add(joining.group(number))
    if len(groups) != 1:
        beside = {
            joining.group(n)
            for n in _bundles_of(joining, meant)
            if document in seen.documents.get(n, ())
        }
        groups = beside if not groups else groups & beside
        if len(groups) > 1 and not joining.held[thing].names[0].isupper():
            groups = _nearest_before(joining, thing, groups)
    return next(iter(groups)) if len(groups) == 1 else None


def _nearest_before(joining: Joining, thing: int, groups: set[int]) -> set[int]:
    """The group that the document named last before: "the Corps" is the one just spoken of."""
    one = joining.held[thing]
    last: dict[int, int] = {}
    for group in groups:
        for number in joining.members(group):
            for other in (joining.held[n] for n in joining.bundles[number].things):
                if other.place[0] == one.place[0]:
                    before = [s.end for s in other.spans if s.end <= one.anchor.start]
                    last[group] = max([last.get(group, -1), *before])
    best = max(last, key=lambda group: last[group], default=None)
    return {best} if best is not None and last[best] >= 0 else set()


def _bundles_of(joining: Joining, groups: Mapping[int, int]) -> Iterator[int]:
    for group in groups:
        yield from joining.members(group)


def _to_the_greatest(joining: Joining, number: int, meant: Counter[int]) -> None:
    """To the group that stands out by how many documents name it; else it is left open."""
    (group, most), *others = meant.most_common()
    if not others or most >= STANDS_OUT * others[0][1]:
        joining.join(number, group)
        return
    for group, weight in meant.most_common(_ASKED):
        joining.leave_open(weight / sum(meant.values()), number, group)


def _ask_of_other_names(joining: Joining, seen: _Seen) -> None:
    """A full name that a document gives as another name of somebody is asked of a person: readers
    take what only stands beside for that too."""
    for number, bundle in enumerate(joining.bundles):
        called = seen.called.get((bundle.known.family, bundle.known.words))
        if bundle.known.vague or not bundle.things or not called:
            continue
        for other in called:
            one, two = joining.group(number), joining.group(other)
            if one != two and not joining.apart(number, other):
                joining.leave_open(_OTHER_NAME, number, other)


def _clips(joining: Joining, seen: _Seen) -> dict[int, list[int]]:
    """Names that are what is left of a longer one, with the bundles of that; one word only of a
    name in the same document: every state has an "Assembly"."""
    by_words: dict[Words, list[int]] = defaultdict(list)
    bodies = [
        (number, one)
        for number, one in enumerate(joining.bundles)
        if one.named and one.known.family == "body" and one.known.words
    ]
    for number, one in bodies:
        by_words[folded(one.known.text)].append(number)
    found: dict[int, list[int]] = defaultdict(list)
    for number, one in bodies:
        for words in _ends(folded(one.known.text)):
            for short in by_words.get(words, ()):
                if not clipped(words, one.known) or _told_apart(joining, short, number):
                    continue
                here, there = seen.documents[short], seen.documents[number]
                # A "Democratic Party" that many name is not short for a "Social Democratic Party".
                often = len(words) > 1 and len(here) <= STANDS_OUT * len(there)
                if often or not here.isdisjoint(there):
                    found[short].append(number)
    return found


def _told_apart(joining: Joining, short: int, number: int) -> bool:
    """Whether their countries do, or figures tell a unit from the part of it that its name is
    left of."""
    if of_two_countries(joining.bundles[short].known, joining.bundles[number].known):
        return True
    one, other = (_figures(joining.bundles[n]) for n in (short, number))
    score = joining.scored(short, number)
    return one != other or (bool(one) and score is not None and score < AGAINST)


def _figures(bundle: Bundle) -> set[str]:
    return {word for word in bundle.known.words if word[:1].isdigit()}


def _ends(words: Words) -> set[Words]:
    return {words[:n] for n in range(1, len(words))} | {words[n:] for n in range(1, len(words))}


_FAMILY_NAME = 0.6
"""So sure it is of a family name, and less of a given name that somebody happens to bear too."""
_OTHER_NAME = 0.5
_DECLARED = 3
"""How much more it counts that a document calls somebody so than that it names them."""
_ASKED = 3
"""Of so many groups that a name may mean a person is asked."""
