"""How much two words sound like one name that was spelt twice, from 0 to 1.

Sounds are aligned at the least cost. What writers of Latin script exchange for one letter of an
Arabic, Persian or Cyrillic name costs little (Gaddafi, Qadhafi), another consonant costs much.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from hearsay.resolution.letters import CACHED, VOWELS, abjad, sounds, without_article

ANOTHER = 1.0
"""What it costs to take one consonant for another, or to leave one out."""

SWAPPED = 0.35
"""What it costs that two sounds within a longer word stand in the other order."""


@lru_cache(maxsize=CACHED)
def alike(left: str, right: str) -> float:
    """How sure it is, by sound alone, that two folded words are one name."""
    if left == right:
        return 1.0
    left, right = without_article(left), without_article(right)
    likeness = spoken_alike(sounds(left), sounds(right), abjad(left), abjad(right))
    if likeness < 0.9 and ("c" in left or "c" in right):
        for one, other in product(as_in_turkish(left), as_in_turkish(right)):
            spoken = spoken_alike(sounds(one), sounds(other), abjad(one), abjad(other))
            likeness = max(likeness, 0.95 * spoken)
    return likeness


def as_in_turkish(word: str) -> tuple[str, ...]:
    """The word, and how it reads where its c is Turkish j, or ch without its mark."""
    if "c" not in word:
        return (word,)
    return word, _BARE_C.sub("j", word), _BARE_C.sub("ch", word)


_BARE_C = re.compile("(?<!s)c(?![hk])")


@lru_cache(maxsize=CACHED)
def spoken_alike(left: str, right: str, left_abjad: bool, right_abjad: bool) -> float:
    """The same for sounds, and whether each was read from Arabic script."""
    if not left or not right:
        return 0.0
    if left == right:
        return 1.0 if left_abjad == right_abjad else 0.97
    if abs(_firm(left) - _firm(right)) > 1:
        return 0.0  # each costs .4 at the least, which leaves too little to be one name
    cost = _cost(left, right, left_abjad, right_abjad)
    consonants = min(_consonants(left), _consonants(right))
    # A short name has little to tell it from others, so that each difference weighs more.
    return max(0.0, 1.0 - cost * (1.6 if consonants <= 2 else 1.0 if consonants <= 4 else 0.8))


@lru_cache(maxsize=CACHED)
def _firm(word: str) -> int:
    """How many consonants a word has that no writer leaves out."""
    return sum(c not in VOWELS and c not in "hyw" for c in word)


def _consonants(word: str) -> int:
    return sum(c not in VOWELS for c in word)


def _cost(left: str, right: str, left_abjad: bool, right_abjad: bool) -> float:
    drop_left = [_left_out(c, right_abjad, left_abjad) for c in left]
    drop_right = [_left_out(c, left_abjad, right_abjad) for c in right]
    # Arabic script writes the vowel that a word begins with.
    if right_abjad and not left_abjad and left[0] in "aeiou":
        drop_left[0] = 0.4
    if left_abjad and not right_abjad and right[0] in "aeiou":
        drop_right[0] = 0.4
    for word, drop in ((left, drop_left), (right, drop_right)):
        if word[-1] == "h":
            drop[-1] = 0.05  # Fallujah, Falluja
    row = [0.0]
    for cost in drop_right:
        row.append(row[-1] + cost)
    before = row
    swaps = min(len(left), len(right)) > 4
    for line, (a, dropped) in enumerate(zip(left, drop_left, strict=True)):
        above, before, row = before, row, [row[0] + dropped]
        for at, b in enumerate(right):
            kept = before[at] + (0.0 if a == b else _exchanged(a, b))
            least = min(kept, before[at + 1] + dropped, row[at] + drop_right[at])
            # Two letters in the wrong order, but not Aslam and Salam, which are two names.
            if swaps and line > 1 and at > 1 and a == right[at - 1] and b == left[line - 1] != a:
                least = min(least, above[at - 1] + SWAPPED)
            row.append(least)
    return row[-1]


def _left_out(sound: str, other_abjad: bool, own_abjad: bool) -> float:
    """What it costs that the other word has nothing for this sound."""
    if sound in "aeiou":
        return 0.03 if other_abjad else 0.25
    if sound in "AWY":
        if other_abjad and not own_abjad:
            return 0.2 if sound == "W" else 0.4  # Joumana: French ou may be short
        return 0.3 if sound == "A" else 0.45
    if sound in "hyw":
        return 0.4
    return ANOTHER


def _exchanged(a: str, b: str) -> float:
    return _COSTS.get(a + b, 0.5 if a in VOWELS and b in VOWELS else 1.2)


def _both_ways(costs: dict[str, float]) -> dict[str, float]:
    return costs | {pair[::-1]: cost for pair, cost in costs.items()}


_COSTS = _both_ways(
    {
        # Vowels, short and long.
        "ae": 0.1, "ie": 0.1, "ou": 0.05, "iy": 0.05, "uw": 0.15, "ow": 0.15, "ai": 0.35,
        "ao": 0.3, "au": 0.4, "iu": 0.45, "eu": 0.4, "eo": 0.3, "io": 0.5,
        "Aa": 0.0, "Ae": 0.05, "Ao": 0.15, "Ai": 0.2, "Au": 0.2,
        "Wu": 0.0, "Wo": 0.0, "Ww": 0.0, "Wa": 0.3,
        "Yi": 0.0, "Yy": 0.0, "Ye": 0.05, "Ya": 0.25, "ya": 0.4,
        # One letter of Arabic or Persian, several of Latin.
        "Dz": 0.05, "Dd": 0.05, "DT": 0.1, "Tt": 0.15, "Ts": 0.1, "Tz": 0.3, "zd": 0.7, "zs": 0.45,
        "qk": 0.05, "qg": 0.1, "kg": 0.5, "Gg": 0.05, "Gq": 0.15, "Gk": 0.4, "Gr": 0.5,
        "xh": 0.1, "xk": 0.15, "jg": 0.1, "jc": 0.15, "jy": 0.4, "jz": 0.5, "jS": 0.6, "jG": 0.6,
        "cS": 0.15, "ck": 0.4, "cs": 0.6, "Ss": 0.3, "sS": 0.3, "td": 0.6, "pb": 0.2, "wb": 0.4,
        "wf": 0.2, "fp": 0.6, "mn": 0.9, "Yj": 0.4, "Dj": 0.8, "gh": 0.3,
    }
)  # fmt: skip
