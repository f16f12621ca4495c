"""Another name in the same place: another thing, or the same one under another name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from hearsay.origins.differing.change import Finding
from hearsay.origins.differing.pairing import Pair
from hearsay.origins.differing.told import Telling, once
from hearsay.origins.language.forms import is_function, key
from hearsay.origins.language.lexicon import PARTICLES, TITLES
from hearsay.origins.language.lists import among
from hearsay.origins.language.words import folded_in
from hearsay.vocabulary.readings import Mention
from hearsay.vocabulary.spans import words_of
from hearsay.vocabulary.traces import Account, Change

RANK = 8
LEAST_LIKENESS = 0.15
"""Low, for what stands in the same words around it is compared; see `_same_slot`."""


def findings(pair: Pair) -> Iterable[Finding]:
    """Names at the same place that have no word in common, and numbers of units that differ."""
    if pair.is_one_document or (not pair.gaps and not pair.moved):
        # Two sentences of one text that are alike but for a name tell of two: a list.
        return
    yield from _units(pair)
    if not _has_names_alone(pair):
        return
    before, after = _names(pair.before), _names(pair.after)
    left = [m for m in before if not any(_alike(pair, m, o) for o in after)]
    right = [m for m in after if not any(_alike(pair, o, m) for o in before)]
    for one in left:
        fits = [o for o in right if o.type == one.type and _same_slot(pair, one, o)]
        if len(fits) != 1 or _known_as(pair, one, fits[0]):
            continue
        if one.type == "Place" and _both_told(pair, one, fits[0]):
            continue
        words = _words(pair.before, one), _words(pair.after, fits[0])
        yield Finding(
            Change(
                "entity",
                pair.before.side_at(one.spans),
                pair.after.side_at(fits[0].spans),
            ),
            *words,
        )

    yield from _by_capitals(pair)


def _has_names_alone(pair: Pair) -> bool:
    """Whether each side has a word with a capital that the other has not; asked first."""
    mine = (pair.before.text[pair.before.starts[i]] for gap in pair.gaps for i in gap.before)
    theirs = (pair.after.text[pair.after.starts[i]] for gap in pair.gaps for i in gap.after)
    return any(map(str.isupper, mine)) and any(map(str.isupper, theirs))


def _by_capitals(pair: Pair) -> Iterable[Finding]:
    """Names that no reader saw: words with capitals in one place of a sentence else the same."""
    if pair.mutual < _SAME:
        return
    for gap in pair.gaps:
        mine, theirs = tuple(gap.whole_before), tuple(gap.whole_after)
        if not (gap.closed_left and gap.closed_right and mine and theirs):
            continue
        if not (_is_called(pair.before, mine) and _is_called(pair.after, theirs)):
            continue
        one, other = pair.before.side(mine), pair.after.side(theirs)
        if _initials(one.words, other.words) or _initials(other.words, one.words):
            continue
        if other.words in pair.before.text or one.words in pair.after.text:
            # Whoever has both names may mean one by them, or the one by where the other lies.
            continue
        yield Finding(Change("entity", one, other), mine, theirs)


_SAME = 0.75


def _is_called(telling: Telling, words: tuple[int, ...]) -> bool:
    """Whether these words are a name, by their capitals; one that the reader saw is left to it."""
    seen = {i for m in telling.mentions for span in m.spans for i in telling.words_at(span)}
    return len(words) <= _LONGEST and all(
        telling.text[telling.starts[i]].isupper()
        and telling.text[telling.starts[i] + 1 : telling.ends[i]].islower()
        and telling.keys[i] not in _NO_NAMES
        and i not in seen
        for i in words
    )


_LONGEST = 3
_NO_NAMES = frozenset(
    key(word)
    for word in (TITLES | PARTICLES)
    | among(
        "january february march april may june july august september october november december "
        "monday tuesday wednesday thursday friday saturday sunday"
    )
)
_TYPES = frozenset({"Person", "Organization", "Place"})


@once
def _names(telling: Telling) -> list[Mention]:
    return [mention for mention in telling.mentions if _is_name(mention)]


def _is_name(mention: Mention) -> bool:
    long_enough = sum(len(span) for span in mention.spans) > 2
    return mention.form == "name" and mention.type in _TYPES and long_enough


def _words(telling: Telling, mention: Mention) -> tuple[int, ...]:
    return tuple(i for span in mention.spans for i in telling.words_at(span))


def _alike(pair: Pair, left: Mention, right: Mention) -> bool:
    """Whether two names share a word that tells, or one is the other's initials."""
    one = words_of(left.spans, pair.before.text)
    other = words_of(right.spans, pair.after.text)
    mine, theirs = _telling_keys(one), _telling_keys(other)
    if left.type == "Organization" == right.type and len(mine) > 2 and len(theirs) > 2:
        shared = len(mine & theirs) / min(len(mine), len(theirs))
        return shared >= 0.5 or _initials(one, other) or _initials(other, one)
    return bool(mine & theirs) or _initials(one, other) or _initials(other, one)


@lru_cache(maxsize=1 << 14)
def _telling_keys(name: str) -> frozenset[str]:
    folded = folded_in(name)
    # "U.S." is a name, though "us" is none.
    telling = [word for word in folded if not is_function(word)] or folded
    return frozenset(key(word) for word in telling)


def _initials(short: str, long: str) -> bool:
    bare = "".join(c for c in short if c.isalpha())
    if not 2 <= len(bare) <= 6 or not bare.isupper():
        return False
    heads = "".join(w[0] for w in long.replace("-", " ").split() if w[0].isalpha())
    capitals = "".join(c for c in heads if c.isupper())
    return bare in (heads.upper(), capitals) or heads.upper().startswith(bare)


def _same_slot(pair: Pair, left: Mention, right: Mention) -> bool:
    """Whether the words right before both are the same, or both stand alone between the same."""
    before, after = _words(pair.before, left), _words(pair.after, right)
    if not before or not after:
        return False
    ahead = _neighbour(pair.before, before[0], -1), _neighbour(pair.after, after[0], -1)
    behind = _neighbour(pair.before, before[-1], 1), _neighbour(pair.after, after[-1], 1)
    same_ahead = ahead[0] is not None and pair.partner_of.get(ahead[0], -1) == ahead[1]
    same_behind = behind[0] is not None and pair.partner_of.get(behind[0], -1) == behind[1]
    if same_ahead and same_behind:
        return True
    return same_ahead and _runs_on(pair, ahead)


def _runs_on(pair: Pair, ahead: tuple[int | None, int | None]) -> bool:
    """Whether two words of matter before a name are the same on both sides ("military arm of")."""
    b, a = ahead
    assert b is not None
    assert a is not None
    further = _neighbour(pair.before, b, -1), _neighbour(pair.after, a, -1)
    return further[0] is not None and pair.partner_of.get(further[0], -1) == further[1]


def _neighbour(telling: Telling, word: int, step: int) -> int | None:
    """The next word of matter on that side; `None` at an end or where a sentence breaks."""
    i = word + step
    while 0 <= i < len(telling):
        if telling.forms[i] and not is_function(telling.folded[i]):
            return i
        i += step
    return None


def _known_as(pair: Pair, left: Mention, right: Mention) -> bool:
    """Whether one of the documents says that both names are one, or uses the other name too."""
    return _shares(
        pair.before.told.account, left, words_of(right.spans, pair.after.text)
    ) or _shares(pair.after.told.account, right, words_of(left.spans, pair.before.text))


def _both_told(pair: Pair, left: Mention, right: Mention) -> bool:
    """Whether a document has both places: one may lie in the other, or stand for it."""
    mine, theirs = words_of(left.spans, pair.before.text), words_of(right.spans, pair.after.text)
    return theirs in pair.before.text or mine in pair.after.text


def _shares(account: Account, mention: Mention, other: str) -> bool:
    wanted = _telling_keys(other)
    return any(
        m.refers == mention.refers
        and _telling_keys(words_of(m.spans, account.document.text)) & wanted
        for m in account.reading.mentions
        if m.form == "name" and m.id != mention.id
    )


def _keyed(words: str) -> frozenset[str]:
    return frozenset(key(word) for word in words.split())


_ECHELONS = _keyed(
    "division brigade battalion regiment corps squadron company platoon fleet wing "
    "directorate precinct"
)


def _units(pair: Pair) -> Iterable[Finding]:
    """Numbered units of one echelon of which no number is the same on both sides."""
    before, after = _numbered(pair.before), _numbered(pair.after)
    one: set[int] = set()
    other: set[int] = set()
    for echelon in before:
        left, right = before[echelon], after.get(echelon, {})
        if right and not set(left) & set(right) and len(left) == len(right):
            one.update(*left.values())
            other.update(*right.values())
    if one:
        mine, theirs = tuple(sorted(one)), tuple(sorted(other))
        yield Finding(
            Change("entity", pair.before.side(mine), pair.after.side(theirs)), mine, theirs
        )


@once
def _numbered(telling: Telling) -> dict[str, dict[str, tuple[int, ...]]]:
    """For each echelon the numbers of its units, with the words from the number to the echelon."""
    found: dict[str, dict[str, tuple[int, ...]]] = {}
    for i, word in enumerate(telling.keys):
        if word not in _ECHELONS:
            continue
        j = i - 1
        while (
            j >= 0 and i - j <= 6 and (telling.folded[j] in _BETWEEN or _ordinal(telling.forms[j]))
        ):
            if _ordinal(telling.forms[j]):
                found.setdefault(word, {})[telling.forms[j]] = tuple(range(j, i + 1))
            j -= 1
    return found


_BETWEEN = among("and infantry armored armoured mechanised mechanized motorised border")


def _ordinal(word: str) -> bool:
    return word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th"))
