"""Another thing is said of the same: "scattered throughout" became "concentrated in"."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.origins.differing.change import Finding
from hearsay.origins.differing.pairing import Pair
from hearsay.origins.differing.told import Telling
from hearsay.origins.language.forms import is_function, key
from hearsay.origins.language.lists import among
from hearsay.origins.language.senses import FIELDS
from hearsay.vocabulary.traces import Change

RANK = 6
LEAST_LIKENESS = 0.1
"""Low: the seeds' two tellings share little but who is spoken of. Each finding asks for more."""


def findings(pair: Pair) -> Iterable[Finding]:
    """Words of one field and different senses, said of the same, at the same place.

    Only words that our table of senses knows are compared; of others we cannot tell whether they
    say the same in another way.
    """
    if pair.identical:
        return
    before, after = _sensed(pair.before, pair.partner_of), _sensed(pair.after, pair.partner_from)
    fields = {f for f, _, _ in before} & {f for f, _, _ in after}
    for name in sorted(fields):
        left = [(sense, i) for f, sense, i in before if f == name]
        right = [(sense, i) for f, sense, i in after if f == name]
        if len({i for _, i in left}) != 1 or len({i for _, i in right}) != 1:
            continue
        (_, b), (_, a) = left[0], right[0]
        if {s for s, _ in left} & {s for s, _ in right} or not _same_place(pair, b, a, name):
            continue
        one, other = _with_particle(pair.before, b), _with_particle(pair.after, a)
        yield _finding(pair, one, other)
    yield from _of_one_list(pair)


def _finding(pair: Pair, before: tuple[int, ...], after: tuple[int, ...]) -> Finding:
    sides = pair.before.side(before), pair.after.side(after)
    return Finding(Change("predicate", *sides), before, after)


def _of_one_list(pair: Pair) -> Iterable[Finding]:
    """The same bodies, where the one says that some have sway over them and the other that they
    are where those some are found."""
    before, after = _found_in(pair.before), _found_in(pair.after)
    if len(before) == 1 and not after:
        (here, place), there = before[0], _sway(pair.after)
        if there and _is_shared(pair.before, place, pair.partner_of):
            yield _finding(pair, here, there)
    elif len(after) == 1 and not before:
        (here, place), there = after[0], _sway(pair.before)
        if there and _is_shared(pair.after, place, pair.partner_from):
            yield _finding(pair, there, here)


def _found_in(telling: Telling) -> list[tuple[tuple[int, ...], range]]:
    """Each word for being found somewhere, with its preposition, and all the words behind it."""
    return [
        ((i, i + 1), range(i + 2, len(telling)))
        for i in range(len(telling) - 2)
        if telling.keys[i] in _DISTRIBUTION and telling.folded[i + 1] in _PARTICLES
    ]


def _sway(telling: Telling) -> tuple[int, ...]:
    """The one word for sway that a telling has, from the "under" that belongs to it."""
    at = [i for i, word in enumerate(telling.keys) if word in _SWAY]
    if len(at) != 1 or any(word in _DISTRIBUTION for word in telling.keys):
        return ()
    ahead = range(max(0, at[0] - _REACH), at[0])
    start = next((i for i in ahead if telling.folded[i] == "under"), at[0])
    return tuple(range(start, at[0] + 1))


_REACH = 4


def _is_shared(telling: Telling, place: range, partners: dict[int, int]) -> bool:
    """Whether most of the names of a place stand in the other telling too."""
    matter = [i for i in place if not is_function(telling.folded[i])]
    shared = sum(i in partners for i in matter)
    return shared >= _NAMES and shared >= len(matter) / 2


_BY_KEY: dict[str, tuple[tuple[str, int], ...]] = {}
for _word, _senses in FIELDS.items():
    _BY_KEY[key(_word)] = (*_BY_KEY.get(key(_word), ()), *_senses)

_DISTRIBUTION = frozenset(key(word) for word in FIELDS if FIELDS[word][0][0] == "distribution")
_SWAY = frozenset(key(word) for word in among("influence sway"))
_NAMES = 4
"""So many words of matter of the place have to be the same: two bodies at least."""
_TELLING = frozenset({"distribution"})
"""Fields whose words are rare enough to be compared wherever they stand in a claim."""


def _sensed(telling: Telling, partners: dict[int, int]) -> list[tuple[str, int, int]]:
    """Field, sense and place of each word that our table knows and the other side does not have."""
    return [
        (name, sense, i)
        for i, word in enumerate(telling.keys)
        if i not in partners and word in _BY_KEY and _is_verb(telling, i)
        for name, sense in _BY_KEY[word]
    ]


def _is_verb(telling: Telling, i: int) -> bool:
    """Whether the word looks like a verb in its place: no article or "of" stands before it."""
    if any(i in telling.words_at(s) for m in telling.mentions if m.form == "name" for s in m.spans):
        return False
    last = telling.folded[i - 1] if i else ""
    word = telling.folded[i]
    if word.endswith("ed") or last in (
        "to",
        "will",
        "would",
        "were",
        "was",
        "are",
        "is",
        "be",
        "been",
    ):
        return last not in ("the", "a", "an")
    return last not in (
        "the",
        "a",
        "an",
        "of",
        "and",
        "its",
        "their",
        "for",
        "in",
        "'s",
        "no",
        "any",
    )


def _same_place(pair: Pair, b: int, a: int, name: str) -> bool:
    """Whether both words stand between the same words, or, if rare, speak of the same subject."""
    for gap in pair.gaps:
        if b in gap.whole_before and a in gap.whole_after:
            small = max(len(gap.whole_before), len(gap.whole_after)) <= _SMALL
            if pair.mutual >= _LIKE and small and gap.closed_left and gap.closed_right:
                return True
            return name in _TELLING and _same_subject(pair, b, a)
    return name in _TELLING and _same_subject(pair, b, a)


_LIKE = 0.5
_SMALL = 4
"""In a wider gap the two words need not stand for one another."""


def _same_subject(pair: Pair, b: int, a: int) -> bool:
    """Whether a word of matter before the one is told before the other one too."""
    return any(
        met < b and other < a and len(pair.before.folded[met]) > 4
        for met, other in pair.partner_of.items()
    )


_PARTICLES = among("throughout across in among over within into from around on")


def _with_particle(telling: Telling, i: int) -> tuple[int, ...]:
    """The word with the preposition that belongs to it."""
    if i + 1 < len(telling) and telling.folded[i + 1] in _PARTICLES:
        return (i, i + 1)
    return (i,)
