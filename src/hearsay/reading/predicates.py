"""Finds the main verb of a clause, how far its verb group runs, and its subject."""

from __future__ import annotations

from collections.abc import Callable

from hearsay.reading.words import (
    ADVERB,
    AUX,
    BASE,
    CONTRACTED,
    COORDINATOR,
    DETERMINER,
    ING,
    MARK,
    MODAL,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    Words,
)

_MAY_OPEN = RELATIVE | SUBORDINATOR
_OPENING_PHRASE = PREPOSITION | SUBORDINATOR | ADVERB | ING
_TIME_WORDS = frozenset(
    ["last", "this", "next", "earlier", "later", "one", "on", "in", "two", "three"]
)


def main_verb(words: Words, own: list[int], end: int | None = None) -> tuple[int | None, bool]:
    """The place of the main verb before `end`, and whether a clause inside is still open there."""
    end = len(own) if end is None else end
    main, opened = _scan(words, own, end, words.finite)
    if main is None and not opened and not words.any_finite(own):
        main, opened = _scan(words, own, end, lambda i: words.finite(i) or words.maybe_finite(i))
    return main, opened


def _scan(
    words: Words, own: list[int], end: int, finite: Callable[[int], bool]
) -> tuple[int | None, bool]:
    main: int | None = None
    opened = False  # inside a relative, "that" or adverbial clause
    verb_seen = False  # … whose verb has come
    place = 0
    while place < end:
        i = own[place]
        bits, low = words.is_[i], words.low[i]
        if bits == MARK:
            if words.words[i] == "," and opened and verb_seen:
                opened = False
        elif bits & _MAY_OPEN and _opens_clause(words, own, place):
            opened, verb_seen = True, False
        elif finite(i):
            group = group_end_of(words, own, place)
            if opened and not verb_seen:
                verb_seen = True
            elif main is None:
                main, opened = place, False
            elif not opened and not (words.is_[i] & PAST and words.words[own[place - 1]] == ","):
                opened = verb_seen = True  # "said the army was"; not ", seized rifles"
            place = group
        elif main is not None and low == "that" and not opened:
            opened, verb_seen = True, False
        place += 1
    return main, opened


def _opens_clause(words: Words, own: list[int], place: int) -> bool:
    i = own[place]
    bits, low = words.is_[i], words.low[i]
    if bits & RELATIVE:
        return True
    if not bits & SUBORDINATOR:
        return False
    if low == "that":
        if place == 0:
            return False
        after = own[place + 1] if place + 1 < len(own) else -1
        return after < 0 or not words.is_[after] & MARK
    if low == "so":
        return False
    # "as", "after", "before" and the like open a clause only where a verb follows soon enough.
    for later in range(place + 1, min(len(own), place + 14)):
        j = own[later]
        if words.is_[j] == MARK and words.words[j] not in "'’-“”\"":
            return False
        if words.finite(j):
            return True
    return False


def group_end_of(words: Words, own: list[int], main: int) -> int:
    """The place of the last word of a verb group: "has not been able" ends at "able"."""
    end = place = main
    if not words.is_[own[main]] & (AUX | MODAL | CONTRACTED):
        return main
    while place + 1 < len(own):
        i = own[place + 1]
        bits = words.is_[i]
        if bits == ADVERB or words.low[i] in ("not", "n't", "“", '"'):
            place += 1
            continue
        if bits & (AUX | PARTICIPLE | PAST) or words.low[i] in ("be", "been", "being"):
            place += 1
            end = place
            continue
        if bits & (BASE | ING) and not bits & (DETERMINER | PREPOSITION):
            place += 1
            end = place
        break
    return end


def subject_before(words: Words, before: list[int]) -> list[int]:
    """The subject in the words before the main verb: what leads up to it is left out."""
    kept = list(before)
    while kept and (words.is_[kept[-1]] == ADVERB):
        kept.pop()
    if not kept:
        return []
    begins = 0
    leading = words.is_[kept[0]]
    led = (leading & _OPENING_PHRASE and not leading & PRONOUN) or words.low[kept[0]] in _TIME_WORDS
    if led or words.low[kept[0]] == "that":
        commas = [p for p, i in enumerate(kept) if words.words[i] == ","]
        if commas:
            begins = (commas[0] if commas[-1] == len(kept) - 1 else commas[-1]) + 1
        elif words.low[kept[0]] == "that" and len(kept) > 1:
            begins = 1
        elif leading & (PREPOSITION | SUBORDINATOR) and not leading & DETERMINER:
            return []
    kept = kept[begins:]
    while kept and words.is_[kept[-1]] == MARK and words.words[kept[-1]] not in ")]":
        kept = kept[:-1]
    while kept and _leads_in(words, kept[0]):
        kept = kept[1:]
    return kept


def _leads_in(words: Words, i: int) -> bool:
    """Whether a word before a subject is no part of it: a mark, "and", "however"."""
    bits = words.is_[i]
    return bits == MARK or (bool(bits & (ADVERB | COORDINATOR)) and not bits & DETERMINER)


def skip_adverbs(words: Words, own: list[int], at: int) -> int:
    """The first place from `at` on that holds no adverb and no opening quotation mark."""
    while at < len(own) and (
        words.is_[own[at]] == ADVERB
        or words.low[own[at]] == "yet"
        or (words.words[own[at]] in '“"‘' and words.is_[own[at]] == MARK)
    ):
        at += 1
    return at
