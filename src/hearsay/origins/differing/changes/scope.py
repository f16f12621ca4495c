"""Some of a thing where the other text has more of it, or all."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.origins.differing.change import Finding
from hearsay.origins.differing.pairing import Pair
from hearsay.origins.differing.told import Telling, once
from hearsay.origins.language.forms import is_function, key
from hearsay.origins.language.lists import among
from hearsay.origins.language.senses import AMOUNTS, FIELDS, IRREGULAR_VERBS
from hearsay.vocabulary.traces import Change

RANK = 7
LEAST_LIKENESS = 0.1
"""Low, for the places that something is spread over; amounts ask for more."""


def findings(pair: Pair) -> Iterable[Finding]:
    """A word for how much of a thing is meant, which the other side has not, or has another one.

    "some elements of the security forces" against "the security forces"; "most units" against
    "all units". The thing itself has to stand in both. So does what is left of a choice: where
    "killed or wounded" became "killed", more is said than before.
    """
    if pair.identical:
        return
    yield from _reach(pair)
    yield from _choices(pair)
    if pair.mutual < _MUTUAL or pair.likeness < _LIKE:
        return
    before, after = _amounts(pair.before), _amounts(pair.after)
    for step, words, of in before:
        if of not in pair.partner_of or words[0] in pair.partner_of:
            continue
        here = pair.partner_of[of]
        facing = [other for other in after if other[2] == here]
        if facing:
            if abs(facing[0][0] - step) >= _STEPS and step and facing[0][0]:
                yield _finding(pair, _through(words, of), _through(facing[0][1], here))
        elif step in _PARTS and _plain(pair.after, here, pair.partner_from):
            yield _finding(pair, _through(words, of), _phrase(pair.after, here))
    for step, words, of in after:
        if of not in pair.partner_from or words[0] in pair.partner_from:
            continue
        here = pair.partner_from[of]
        if any(other[2] == here for other in before):
            continue
        if step in _PARTS and _plain(pair.before, here, pair.partner_of):
            yield _finding(pair, _phrase(pair.before, here), _through(words, of))


_LIKE = 0.5
_MUTUAL = 0.4
_STEPS = 2
_PARTS = frozenset({1, 2, 4})
"""The amounts that take something away from the whole; "all" and "many" may go without saying."""
_LINKS = among("of the its their our these those country 's")


def _reach(pair: Pair) -> Iterable[Finding]:
    """Over how much something is spread: "throughout the services" against "in the police"."""
    before, after = _places(pair.before), _places(pair.after)
    if len(before) != 1 or len(after) != 1:
        return
    (b, b_wide, over), (a, a_wide, within) = before[0], after[0]
    subject = any(
        met < b and other < a and len(pair.before.folded[met]) > 4
        for met, other in pair.partner_of.items()
    )
    if b_wide != a_wide and subject:
        yield _finding(pair, over, within)


def _choices(pair: Pair) -> Iterable[Finding]:
    """One of two that an "or" leaves open, where the later text has only that one."""
    for gone, kept in _left_open(pair.before):
        here = pair.partner_of.get(kept)
        if here is None or not _is_gone(pair.before, gone, pair.partner_of, pair.after):
            continue
        words = tuple(range(min(gone, kept), max(gone, kept) + 1))
        # "Avernese or partner positions" and "Avernese troops": both go on with a thing.
        goes_on = _goes_on(pair.before, words[-1]), _goes_on(pair.after, here)
        if goes_on[0] == goes_on[1] and _stand_alike(pair, words, (here,)):
            yield _finding(pair, words, (here,))


@once
def _left_open(telling: Telling) -> list[tuple[int, int]]:
    """The words on both sides of each "or" between two single words, either of them first."""
    found: list[tuple[int, int]] = []
    for i in range(1, len(telling) - 1):
        sides = (i - 1, i + 1)
        counts = any(telling.forms[at][:1].isdigit() for at in sides)
        if (
            telling.folded[i] == "or"
            and not counts
            and all(_is_matter(telling, at) for at in sides)
        ):
            found += [sides, sides[::-1]]
    return found


def _goes_on(telling: Telling, word: int) -> bool:
    """Whether a word of matter follows at once."""
    after = word + 1
    return (
        after < len(telling)
        and _is_matter(telling, after)
        and telling.starts[after] - telling.ends[word] <= 1
    )


def _is_gone(telling: Telling, word: int, partners: dict[int, int], other: Telling) -> bool:
    """Whether nothing like a word stands in the other text, nor an "or" for which it may."""
    return (
        word not in partners
        and "or" not in other.folded
        and not _names_it(telling.folded[word], other)
    )


def _names_it(word: str, telling: Telling) -> bool:
    """Whether the sentence around a claim has the beginning of a word."""
    around = telling.text[telling.sentence.start : telling.sentence.end].lower()
    return word[:_BEGINNING] in around


_BEGINNING = 4


def _stand_alike(pair: Pair, before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    """Whether one of the two words of matter ahead or behind is the same."""
    ahead = _near(pair.before, before[0], -1), _near(pair.after, after[0], -1)
    behind = _near(pair.before, before[-1], 1), _near(pair.after, after[-1], 1)
    return any(pair.partner_of.get(b, -1) in there for here, there in (ahead, behind) for b in here)


def _near(telling: Telling, word: int, step: int) -> list[int]:
    found: list[int] = []
    at = word + step
    while 0 <= at < len(telling) and len(found) < _NEXT:
        if _is_matter(telling, at):
            found.append(at)
        at += step
    return found


_NEXT = 2


@once
def _places(telling: Telling) -> list[tuple[int, bool, tuple[int, ...]]]:
    """Each word for being spread, whether it goes over the whole, and the place with its words."""
    found = []
    for i in range(len(telling) - 2):
        particle = telling.folded[i + 1]
        if telling.keys[i] in _SPREAD and particle in _WIDE | _NARROW:
            end = next((j for j in range(i + 2, len(telling)) if _breaks(telling, j)), len(telling))
            found.append((i, particle in _WIDE, tuple(range(i + 1, end))))
    return found


def _breaks(telling: Telling, i: int) -> bool:
    """Whether the place ends before this word: at a mark other than a comma, or a verb."""
    between = telling.text[telling.ends[i - 1] : telling.starts[i]]
    return any(mark in between for mark in ".;:”") or telling.folded[i] in _VERBS


_SPREAD = frozenset(key(word) for word, fields in FIELDS.items() if fields[0][0] == "distribution")
_WIDE = among("throughout across over")
_NARROW = among("in within among inside at")


@once
def _amounts(telling: Telling) -> list[tuple[int, tuple[int, ...], int]]:
    """Each amount with its step, its words, and the word that it is an amount of."""
    found = []
    i = 0
    while i < len(telling):
        step = AMOUNTS.get(telling.folded[i])
        if step is None:
            i += 1
            continue
        end = i + 1
        while end < len(telling) and (
            telling.folded[end] in _LINKS
            or telling.folded[end] in AMOUNTS
            or telling.folded[end] in _PIECES
        ):
            end += 1
        if end < len(telling) and _is_matter(telling, end) and not _is_idle(telling, i, end):
            found.append((step, tuple(range(i, end)), _head(telling, end)))
        i = end
    return found


_PIECES = among("elements element parts part members member sections units quarters")


def _is_idle(telling: Telling, start: int, end: int) -> bool:
    """Whether the words say how long or how often ("a few years"), or only join ("as part of")."""
    word, last = telling.folded[start], telling.folded[start - 1] if start else ""
    following = telling.folded[start + 1]
    if word in _PIECES and (following != "of" or last in ("as", "a")):
        # "Spare parts" and "as part of": a part of a thing has that thing behind it.
        return True
    return telling.keys[end] in _TIMES or last == "as" or (last in ("a", "the") and word == "whole")


_TIMES = frozenset(
    key(word)
    for word in among("year time day week month hour minute decade dozen hundred thousand people")
)


def _is_matter(telling: Telling, i: int) -> bool:
    word = telling.forms[i]
    counts = word[:1].isdigit() and not word.endswith(("st", "nd", "rd", "th"))
    return bool(word) and not counts and not is_function(telling.folded[i])


def _head(telling: Telling, start: int) -> int:
    """The last word of the noun phrase that begins here, as far as words run on."""
    end = start
    for i in range(start + 1, min(len(telling), start + 5)):
        if not _is_matter(telling, i) or telling.starts[i] - telling.ends[i - 1] > 1:
            break
        word = telling.folded[i]
        if word.endswith(("ed", "ly", "ing")) or word in _VERBS or word in IRREGULAR_VERBS:
            break
        end = i
    return end


_VERBS = among("remain continue say said have has had are were was will would could may cannot")


def _plain(telling: Telling, head: int, partners: dict[int, int]) -> bool:
    """Whether the thing stands there with nothing that limits it: an article at most."""
    i = head - 1
    while i >= 0 and i in partners and _is_matter(telling, i):
        i -= 1
    if i < 0:
        return _begins(telling)
    if telling.forms[i][:1].isdigit() or telling.folded[i] in AMOUNTS:
        return False
    return telling.folded[i] in _OPEN or i in partners


def _begins(telling: Telling) -> bool:
    """Whether nothing stands before a claim in its sentence that might limit its first word."""
    ahead = telling.text[telling.sentence.start : telling.starts[0]].split()
    return not ahead or ahead[-1].lower() in _BEFORE or not ahead[-1][-1].isalnum()


_BEFORE = among("that the and but while as if whether because when said says")
_OPEN = among("the these those its their his her our of in to by with that 's")


def _phrase(telling: Telling, head: int) -> tuple[int, ...]:
    """The thing with its article."""
    start = head
    while (
        start
        and (
            _is_matter(telling, start - 1) and telling.starts[start] - telling.ends[start - 1] == 1
        )
        and head - start < 3
    ):
        start -= 1
    if start and telling.folded[start - 1] in ("the", "its", "their"):
        start -= 1
    return tuple(range(start, head + 1))


def _through(words: tuple[int, ...], head: int) -> tuple[int, ...]:
    """An amount with what it is an amount of."""
    return tuple(range(words[0], head + 1))


def _finding(pair: Pair, before: tuple[int, ...], after: tuple[int, ...]) -> Finding:
    return Finding(Change("scope", pair.before.side(before), pair.after.side(after)), before, after)
