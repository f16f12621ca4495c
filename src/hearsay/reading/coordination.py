"""Cuts where one verb phrase or clause is added to another: "held the town and burned it"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.reading.lexicon import closed, verbs
from hearsay.reading.predicates import group_end_of, main_verb, skip_adverbs, subject_before
from hearsay.reading.speech import stands_in
from hearsay.reading.words import (
    AUX,
    BASE,
    CONTRACTED,
    COORDINATOR,
    DETERMINER,
    ING,
    MARK,
    MODAL,
    NUMBER,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THIRD,
    Words,
)
from hearsay.vocabulary.spans import Span


@dataclass(slots=True)
class Piece:
    """A run of words that is being cut: a subject carried over from before, then its own words."""

    subject: list[int]
    own: list[int]


def coordinated(
    words: Words, own: list[int], quoted: Sequence[Span], subject: list[int] | None = None
) -> list[Piece]:
    """The words cut where one verb phrase or clause is added to another."""
    pieces: list[Piece] = []
    current = Piece(subject or [], own)
    at = 0
    while at < len(current.own):
        if not words.is_[current.own[at]] & COORDINATOR:
            at += 1
            continue
        carried = _cut_at(words, current, at, quoted)
        if carried is None:
            at += 1
            continue
        left = Piece(current.subject, current.own[:at])
        if carried:
            pieces += _listed(words, left, carried)
        else:
            pieces.append(left)
        current = Piece(carried, current.own[at + 1 :])
        at = 1
    pieces.append(current)
    return pieces


def _cut_at(words: Words, piece: Piece, at: int, quoted: Sequence[Span]) -> list[int] | None:
    """The subject that what follows the coordinator shares, none for its own; `None`: no cut."""
    own = piece.own
    if at == 0 or at + 1 >= len(own):
        return None
    main, embedded = main_verb(words, own, at)
    if main is None:
        return None
    comma = words.words[own[at - 1]] == ","
    if embedded and not comma:
        return None
    region = stands_in(words.starts[own[at]], quoted)
    if region is not None and words.starts[own[main]] < region.start and not piece.subject:
        return None
    follows = skip_adverbs(words, own, at + 1)
    if follows >= len(own):
        return None
    group_end = group_end_of(words, own, main)
    if at - 1 <= group_end and words.low[own[group_end]] not in verbs.INTRANSITIVE:
        return None  # "killed and wounded": what follows belongs to both
    last_at = at - 2 if comma and at >= 2 else at - 1
    last = words.is_[own[last_at]]
    if comma and last & (BASE | PAST | THIRD) and words.low[own[last_at]] in verbs.BASES:
        return None  # "will oversee, manage, and run": all of them share what follows
    if last & ING and at >= 2 and words.is_[own[at - 2]] & DETERMINER:
        return None  # "a confusing and conflicted stance"
    shared = _shared(words, piece, main, group_end, at, follows)
    if shared is not None:
        both = last & (PAST | PARTICIPLE) and words.is_[own[follows]] & (PAST | PARTICIPLE)
        if both and not comma and words.low[own[at - 1]] not in verbs.INTRANSITIVE:
            return None
        return shared
    if region is not None and words.starts[own[main]] < region.start:
        return None
    if embedded and not comma:
        return None
    verb = new_subject(words, own, at)
    if verb is None:
        return None
    if _between_open(words, own, at):
        return None
    if words.low[own[main]] in verbs.CLAUSAL and not any(
        words.finite(own[p]) for p in range(group_end + 1, at)
    ):
        return None  # "said the police and the army were": both are in what was said
    return []


def _shared(
    words: Words, piece: Piece, main: int, group_end: int, at: int, follows: int
) -> list[int] | None:
    """The words that a second verb phrase shares with the first: the subject, perhaps a verb."""
    own = piece.own
    i = own[follows]
    bits = words.is_[i]
    subject = piece.subject or subject_before(words, own[:main])
    if not subject:
        return None
    first = own[main]
    was = words.is_[first]
    if bits & (AUX | MODAL):
        if _clashes(words.low[first], words.low[i]) or words.is_[i] & CONTRACTED:
            return None
        return _bare(words, subject)
    # The helping verb may stand in what was carried over: "[He has] left and gone …".
    carried = bool(piece.subject) and group_end == main
    helped = words.is_[piece.subject[-1]] & (AUX | MODAL) if carried else 0
    if bits & (PAST | PARTICIPLE) and _is_past_phrase(words, own, follows):
        if was & PAST or helped & AUX:
            return list(subject)
        if was & AUX and group_end > main and words.is_[own[group_end]] & PARTICIPLE:
            perfect = (
                words.low[first] in ("has", "have", "had") or words.low[first] in closed.CONTRACTED
            )
            follows_next = own[follows + 1] if follows + 1 < len(own) else -1
            object_next = follows_next >= 0 and bool(
                words.is_[follows_next] & (DETERMINER | PRONOUN | NUMBER)
                and not words.is_[follows_next] & PREPOSITION
            )
            passive_only = words.is_[i] & PARTICIPLE and not words.is_[i] & PAST
            if (
                perfect
                or passive_only
                or (not object_next and words.low[i] not in verbs.INTRANSITIVE)
            ):
                return subject + [own[p] for p in range(main, group_end) if words.is_[own[p]] & AUX]
            return _bare(words, subject)
        if was & AUX and words.low[first] in ("was", "were", "had", "did") and words.is_[i] & PAST:
            return _bare(words, subject)
        return None
    comma = words.words[own[at - 1]] == ","
    if bits & THIRD and (
        was & THIRD
        or (comma and was & PAST)
        or words.low[first] in closed.SINGULAR_VERBS
        or was & MODAL
    ):
        return _bare(words, subject) if words.finite(i) or _verb_like(words, own, follows) else None
    if bits & BASE and was & MODAL:
        if any(words.low[own[p]] == "to" for p in range(main, follows)):
            return None
        return [*subject, first] if _verb_like(words, own, follows) else None
    if bits & BASE and was & BASE and _verb_like(words, own, follows):
        return _bare(words, subject)
    return None


def _listed(words: Words, piece: Piece, shared: list[int]) -> list[Piece]:
    """A verb phrase list ("searched houses, seized rifles and left") cut at its commas too."""
    own = piece.own
    main, _ = main_verb(words, own)
    if main is None or not words.is_[own[main]] & PAST:
        return [piece]
    for at in range(main + 2, len(own) - 2):
        past = words.words[own[at]] == "," and words.is_[own[at + 1]] & PAST
        if past and _is_past_phrase(words, own, at + 1) and words.finite(own[at + 1]):
            head = Piece(piece.subject, own[:at])
            return [head, *_listed(words, Piece(shared, own[at + 1 :]), shared)]
    return [piece]


def _bare(words: Words, subject: list[int]) -> list[int]:
    """The subject without a helping verb carried over with it."""
    end = len(subject)
    while (
        end > 1
        and words.is_[subject[end - 1]] & (AUX | MODAL)
        and not words.is_[subject[end - 1]] & CONTRACTED
    ):
        end -= 1
    return subject[:end]


def _clashes(first: str, second: str) -> bool:
    """Whether two verb forms cannot share a subject: one singular, the other plural."""
    return (first in closed.SINGULAR_VERBS and second in closed.PLURAL_VERBS) or (
        first in closed.PLURAL_VERBS and second in closed.SINGULAR_VERBS
    )


def _is_past_phrase(words: Words, own: list[int], at: int) -> bool:
    """Whether a past form after "and" leads a verb phrase and is no adjective of a noun."""
    for place in range(at + 1, len(own)):
        i = own[place]
        bits = words.is_[i]
        if bits & (COORDINATOR | RELATIVE | SUBORDINATOR | MARK):
            return True
        if bits & (AUX | MODAL) and not bits & CONTRACTED:
            # "accused of murder and sentenced to death was freed"
            return words.low[own[at]] in verbs.CLAUSAL
    return True


def _verb_like(words: Words, own: list[int], at: int) -> bool:
    """Whether a form that may be a noun is a verb by what follows it."""
    if at + 1 >= len(own):
        return words.low[own[at]] not in verbs.NOUNS_TOO_THIRDS | verbs.NOUNS_TOO
    follows, low = words.is_[own[at + 1]], words.low[own[at + 1]]
    if words.low[own[at]] in verbs.NOUNS_TOO_THIRDS | verbs.NOUNS_TOO:
        return low == "to" or low == "that" or bool(follows & DETERMINER)
    return True


def new_subject(words: Words, own: list[int], at: int) -> int | None:
    """The place of the verb of a clause with a subject of its own after the coordinator."""
    begins = skip_adverbs(words, own, at + 1)
    if begins >= len(own):
        return None
    first = own[begins]
    comma = at > 0 and words.words[own[at - 1]] == ","
    bits = words.is_[first]
    if bits & (PREPOSITION | SUBORDINATOR) and not bits & (DETERMINER | PRONOUN):
        return _after_adverbial(words, own, begins) if comma else None
    if bits & (AUX | MODAL | COORDINATOR | RELATIVE) and not bits & CONTRACTED:
        return None
    named = words.words[first][0].isupper() and not bits & NUMBER
    contrast = words.low[own[at]] == "but"
    if not (comma or bits & (DETERMINER | PRONOUN) or named or contrast):
        return None
    if words.low[own[at]] in ("or", "nor") and not comma:
        return None
    if named and not comma and words.words[own[at - 1]][0].isupper():
        return None  # "around Sheffield and Leeds can …"
    if bits & CONTRACTED:
        return begins
    joined = 0
    for place in range(begins + (0 if bits & PRONOUN else 1), min(len(own), begins + 16)):
        i = own[place]
        kind = words.is_[i]
        if words.low[i] == "that" and place > begins:
            return None
        if place > begins and words.low[i] in closed.PERSONAL and not bits & PRONOUN:
            return None  # "every delegate we can get"
        if kind & COORDINATOR:
            joined += 1
            if joined > 1:
                return None
        if kind & (RELATIVE | SUBORDINATOR) and not kind & (PRONOUN | PREPOSITION | DETERMINER):
            return None
        if kind & MARK and words.words[i] not in "'’&-“”\"":
            return None
        if words.finite(i) and place > begins and not words.is_[own[place - 1]] & COORDINATOR:
            sure = kind & (AUX | MODAL | PAST) or bits & PRONOUN or comma
            sure = sure or words.low[i] not in verbs.NOUNS_TOO_THIRDS
            return place if sure else None
    return None


def _after_adverbial(words: Words, own: list[int], begins: int) -> int | None:
    """The verb of ", and in Basra, the police fled": behind the phrase's comma."""
    for place in range(begins, min(len(own), begins + 10)):
        if words.words[own[place]] == ",":
            return new_subject(words, own, place)
    return None


def _between_open(words: Words, own: list[int], at: int) -> bool:
    """Whether "between" or "both" just before waits for its "and"."""
    if words.words[own[at - 1]] == ",":
        return False
    for place in range(at - 1, max(-1, at - 9), -1):
        low = words.low[own[place]]
        if low in ("between", "both", "either", "neither"):
            return True
        if words.is_[own[place]] & (AUX | MODAL | COORDINATOR):
            return False
    return False
