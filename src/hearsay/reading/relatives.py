"""Takes relative clauses between commas or dashes out of a sentence, with what they are said of."""

from __future__ import annotations

from hearsay.reading.coordination import Piece, new_subject
from hearsay.reading.predicates import main_verb, skip_adverbs
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
    THIRD,
    Words,
)


def without_relatives(words: Words, own: list[int]) -> tuple[list[int], list[Piece]]:
    """The words without ", which …" and ", who …", and these with what they are said of."""
    found: list[Piece] = []
    if not any(words.is_[i] & RELATIVE for i in own):
        return own, found
    at = 1
    while at < len(own):
        i = own[at]
        if not (words.is_[i] & RELATIVE and words.words[own[at - 1]] in ",–—" and at >= 2):
            at += 1
            continue
        verb = _relative_verb(words, own, at)
        end = _relative_end(words, own, at, verb) if verb is not None else None
        about = _antecedent(words, own, at - 2, words.low[i]) if end is not None else []
        if verb is None or end is None or not about:
            at += 1
            continue
        begins = at if words.low[i] == "whose" else at + 1
        found.append(Piece(about, own[begins:end]))
        own = own[: at - 1] + (
            own[end + 1 :] if end < len(own) and _is_joint(words, own[end]) else own[end:]
        )
        at = max(1, at - 1)
    return own, found


def _is_joint(words: Words, i: int) -> bool:
    return words.words[i] in ",–—"


def _relative_verb(words: Words, own: list[int], at: int) -> int | None:
    """The place of the clause's verb, where who or which (or whose noun) is its subject."""
    after = at + 1
    while after < len(own) and words.is_[own[after]] == ADVERB:
        after += 1
    if after >= len(own):
        return None
    if words.low[own[at]] in ("which", "who"):
        first = own[after]
        if words.finite(first) or words.is_[first] & (PAST | THIRD | BASE):
            return after
        return None
    if words.low[own[at]] == "whose":
        for place in range(after, min(after + 8, len(own))):
            if words.finite(own[place]):
                return place
            if words.is_[own[place]] & (MARK | RELATIVE):
                return None
    return None


def _relative_end(words: Words, own: list[int], at: int, verb: int) -> int | None:
    """The place behind the relative clause; `None` where the rest of the sentence is unclear."""
    opened_by = words.words[own[at - 1]]
    main_before = main_verb(words, own[: at - 1])[0] is not None
    for place in range(verb + 1, len(own)):
        mark = words.words[own[place]]
        if opened_by in "–—":
            if mark == opened_by:
                return place
            continue
        if mark != "," or place + 1 >= len(own):
            continue
        follows = skip_adverbs(words, own, place + 1)
        if follows < len(own) and words.finite(own[follows]):
            return place
        if not main_before:
            continue
        if words.is_[own[place + 1]] & COORDINATOR:
            follows = skip_adverbs(words, own, place + 2)
            if follows < len(own) and (
                words.finite(own[follows]) or new_subject(words, own, place + 1) is not None
            ):
                return place
        elif words.low[own[place + 1]] in ("while", "although", "whereas", "though"):
            return place
    if opened_by in "–—":
        return len(own) if main_before else None
    if not main_before:
        return None
    return len(own)


def _antecedent(words: Words, own: list[int], at: int, relative: str) -> list[int]:
    """The noun phrase that ends at `at`: back to its article, or to what cannot be part of it."""
    place = at
    begins = at + 1
    while place >= 0:
        i = own[place]
        bits, word = words.is_[i], words.words[i]
        if bits & MARK and word not in "'’-&.%$()":
            break
        if bits & (AUX | MODAL | CONTRACTED | COORDINATOR | RELATIVE) or words.finite(i):
            break
        if bits & PRONOUN and not bits & DETERMINER:
            break
        if bits & (PREPOSITION | SUBORDINATOR):
            before = own[place - 1] if place else -1
            if _inside_name(words, own, place, relative):
                place -= 1
                continue
            if _may_hold_it(words, own, place, relative):
                return []
            if words.low[i] != "of" or before < 0 or words.is_[before] & (MARK | PREPOSITION):
                break
            # "head of the army, who": a person is the head, not the army.
            name = words.words[own[place - 1]]
            if relative != "who" and not name[0].isupper():
                break
            place -= 1
            continue
        if bits == ADVERB or (bits & PAST and words.words[i][0].islower() and place == at):
            break
        begins = place
        if bits & DETERMINER:
            before = own[place - 1] if place else -1
            if before >= 0 and words.low[before] == "of" and relative == "who":
                place -= 1
                continue
            break
        place -= 1
    phrase = own[begins : at + 1]
    named = any(words.words[i][0].isupper() or words.is_[i] & DETERMINER for i in phrase)
    return phrase if named else []


def _inside_name(words: Words, own: list[int], place: int, relative: str) -> bool:
    """Whether a small word joins a name: "Council for Revolution", "Ministry of Interior"."""
    if not 0 < place < len(own) - 1 or words.low[own[place]] not in (
        _JOINING if relative == "which" else _JOINING_ANY
    ):
        return False
    before, behind = words.words[own[place - 1]], words.words[own[place + 1]]
    return before[0].isupper() and behind[0].isupper() and place > 1


_JOINING = frozenset(("of", "for", "in", "on", "to"))
# "Omar in Mira, who …": a person is not named after a place.
_JOINING_ANY = frozenset(("of", "for"))


def _may_hold_it(words: Words, own: list[int], place: int, relative: str) -> bool:
    """Whether what is said may be of a noun before "in …" or "at …": "a base in Iraq, which"."""
    low = words.low[own[place]]
    if relative == "who":
        return low in ("in", "at", "near", "from")
    if low not in _HOLDING or place == 0:
        return False
    before = own[place - 1]
    return not (
        words.is_[before] & (MARK | AUX | MODAL | ING | PARTICIPLE | PAST) or words.finite(before)
    )


_HOLDING = frozenset(
    ["in", "at", "near", "on", "from", "to", "for", "with", "about", "against", "between"]
)
