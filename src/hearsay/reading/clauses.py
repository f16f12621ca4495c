"""Cuts a sentence into clauses of one predicate each, by rules over words and their forms.

Nothing is cut where the rules are not sure: a piece with two predicates is a coarse claim, a
piece without a verb is none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hearsay.reading.lexicon import closed, verbs
from hearsay.reading.speech import stands_in
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
from hearsay.vocabulary.spans import Span, Spans

_OPENING_PHRASE = PREPOSITION | SUBORDINATOR | ADVERB | ING
_TIME_WORDS = frozenset("last this next earlier later one on in two three".split())
_STOPS = frozenset("…;:–—")
_DASHES = frozenset("–—-")


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with its arguments: its spans, and where its main verb begins."""

    spans: Spans
    verb: int | None
    """`None` where no finite verb is seen."""
    opener: str = ""
    """The small word that it began with and that was left out ("that", "and", "as")."""
    has_subject: bool = True
    """Whether a subject is seen before its verb, and the verb is no relative clause's."""


@dataclass(slots=True)
class _Piece:
    """A run of words that is being cut: a subject carried over from before, then its own words."""

    subject: list[int]
    own: list[int]


def clauses(text: str, parts: Spans, quoted: Sequence[Span] = ()) -> list[Clause]:
    """The clauses of one sentence or of a part of one, in order; never none for some words.

    Where something inside the sentence is left out, `parts` are what remains of it.
    """
    words = Words(text, parts)
    if not len(words):
        return []
    pieces: list[_Piece] = []
    for stretch in _between_semicolons(words):
        rest, relatives = _without_relatives(words, stretch)
        pieces += _coordinated(words, rest, quoted)
        for relative in relatives:
            pieces += _coordinated(words, relative.own, quoted, relative.subject)
    made = [_clause(words, piece, text) for piece in pieces]
    return sorted((c for c in made if c is not None), key=lambda clause: clause.spans[-1].start)


def _between_semicolons(words: Words) -> list[list[int]]:
    """Stretches between semicolons, where each of them has a verb of its own."""
    every = list(range(len(words)))
    if ";" not in words.words:
        return [every]
    stretches: list[list[int]] = [[]]
    for i in every:
        if words.words[i] == ";":
            stretches.append([])
        else:
            stretches[-1].append(i)
    stretches = [s for s in stretches if s]
    if all(any(words.finite(i) for i in s) for s in stretches):
        return stretches
    return [every]


# ── relative clauses between commas ──


def _without_relatives(words: Words, own: list[int]) -> tuple[list[int], list[_Piece]]:
    """The words without ", which …" and ", who …", and these with what they are said of."""
    found: list[_Piece] = []
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
        found.append(_Piece(about, own[begins:end]))
        own = own[: at - 1] + (own[end + 1 :] if end < len(own) and _is_joint(words, own[end]) else own[end:])
        at = max(1, at - 1)
    return own, found


def _is_joint(words: Words, i: int) -> bool:
    return words.words[i] in ",–—"


def _relative_verb(words: Words, own: list[int], at: int) -> int | None:
    """The place of the relative clause's verb, where who or which (or whose noun) is its subject."""
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
    main_before = _main_verb(words, own[: at - 1])[0] is not None
    for place in range(verb + 1, len(own)):
        mark = words.words[own[place]]
        if opened_by in "–—":
            if mark == opened_by:
                return place
            continue
        if mark != "," or place + 1 >= len(own):
            continue
        follows = _skip_adverbs(words, own, place + 1)
        if follows < len(own) and words.finite(own[follows]):
            return place
        if not main_before:
            continue
        if words.is_[own[place + 1]] & COORDINATOR:
            follows = _skip_adverbs(words, own, place + 2)
            if follows < len(own) and (
                words.finite(own[follows]) or _new_subject(words, own, place + 1) is not None
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
        if bits == ADVERB or bits & PAST and words.words[i][0].islower() and place == at:
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


def _may_hold_it(words: Words, own: list[int], place: int, relative: str) -> bool:
    """Whether what is said may be of a noun before "in …" or "at …": "a base in Iraq, which"."""
    low = words.low[own[place]]
    if relative == "who":
        return low in ("in", "at", "near", "from")
    if low not in _HOLDING or place == 0:
        return False
    before = own[place - 1]
    return not (words.is_[before] & (MARK | AUX | MODAL | ING | PARTICIPLE | PAST) or words.finite(before))


_HOLDING = frozenset("in at near on from to for with about against between".split())


# ── coordination ──


def _coordinated(
    words: Words, own: list[int], quoted: Sequence[Span], subject: list[int] | None = None
) -> list[_Piece]:
    """The words cut where one verb phrase or clause is added to another."""
    pieces: list[_Piece] = []
    current = _Piece(subject or [], own)
    at = 0
    while at < len(current.own):
        if not words.is_[current.own[at]] & COORDINATOR:
            at += 1
            continue
        carried = _cut_at(words, current, at, quoted)
        if carried is None:
            at += 1
            continue
        left = _Piece(current.subject, current.own[:at])
        if carried:
            pieces += _listed(words, left, carried)
        else:
            pieces.append(left)
        current = _Piece(carried, current.own[at + 1 :])
        at = 1
    pieces.append(current)
    return pieces


def _cut_at(
    words: Words, piece: _Piece, at: int, quoted: Sequence[Span]
) -> list[int] | None:
    """The subject that what follows the coordinator shares, none for its own; `None`: no cut."""
    own = piece.own
    if at == 0 or at + 1 >= len(own) :
        return None
    main, embedded = _main_verb(words, own, at)
    if main is None:
        return None
    comma = words.words[own[at - 1]] == ","
    if embedded and not comma:
        return None
    region = stands_in(words.starts[own[at]], quoted)
    if region is not None and words.starts[own[main]] < region.start and not piece.subject:
        return None
    follows = _skip_adverbs(words, own, at + 1)
    if follows >= len(own):
        return None
    group_end = _group_end(words, own, main)
    if at - 1 <= group_end and not (words.low[own[group_end]] in verbs.INTRANSITIVE):
        return None  # "killed and wounded": what follows belongs to both
    last_at = at - 2 if comma and at >= 2 else at - 1
    last = words.is_[own[last_at]]
    if comma and last & (BASE | PAST | THIRD) and words.low[own[last_at]] in verbs.BASES:
        return None  # "will oversee, manage, and run": all of them share what follows
    if last & ING and at >= 2 and words.is_[own[at - 2]] & DETERMINER:
        return None  # "a confusing and conflicted stance"
    shared = _shared(words, piece, main, group_end, at, follows)
    if shared is not None:
        if last & (PAST | PARTICIPLE) and words.is_[own[follows]] & (PAST | PARTICIPLE) and not comma:
            if words.low[own[at - 1]] not in verbs.INTRANSITIVE:
                return None
        return shared
    if region is not None and words.starts[own[main]] < region.start:
        return None
    if embedded and not comma:
        return None
    verb = _new_subject(words, own, at)
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
    words: Words, piece: _Piece, main: int, group_end: int, at: int, follows: int
) -> list[int] | None:
    """The words that a second verb phrase shares with the first: the subject, perhaps a verb."""
    own = piece.own
    i = own[follows]
    bits = words.is_[i]
    subject = piece.subject or _subject(words, own[:main])
    if not subject:
        return None
    first = own[main]
    was = words.is_[first]
    if bits & (AUX | MODAL):
        if _clashes(words.low[first], words.low[i]) or words.is_[i] & CONTRACTED:
            return None
        return _bare(words, subject)
    helper = own[main:group_end] if group_end > main else []
    if piece.subject and not helper:
        # The helping verb may stand in what was carried over: "[He has] left and gone …".
        helped = words.is_[piece.subject[-1]] & (AUX | MODAL)
    else:
        helped = 0
    if bits & (PAST | PARTICIPLE) and _is_past_phrase(words, own, follows):
        if was & PAST or helped & AUX:
            return list(subject)
        if was & AUX and group_end > main and words.is_[own[group_end]] & PARTICIPLE:
            perfect = words.low[first] in ("has", "have", "had") or words.low[first] in closed.CONTRACTED
            follows_next = own[follows + 1] if follows + 1 < len(own) else -1
            object_next = follows_next >= 0 and bool(
                words.is_[follows_next] & (DETERMINER | PRONOUN | NUMBER)
                and not words.is_[follows_next] & PREPOSITION
            )
            passive_only = words.is_[i] & PARTICIPLE and not words.is_[i] & PAST
            if perfect or passive_only or (not object_next and words.low[i] not in verbs.INTRANSITIVE):
                return subject + [own[p] for p in range(main, group_end) if words.is_[own[p]] & AUX]
            return _bare(words, subject)
        if was & AUX and words.low[first] in ("was", "were", "had", "did") and words.is_[i] & PAST:
            return _bare(words, subject)
        return None
    comma = words.words[own[at - 1]] == ","
    if bits & THIRD and (was & THIRD or comma and was & PAST or words.low[first] in closed.SINGULAR_VERBS or was & MODAL):
        return _bare(words, subject) if words.finite(i) or _verb_like(words, own, follows) else None
    if bits & BASE and was & MODAL:
        if any(words.low[own[p]] == "to" for p in range(main, follows)):
            return None
        return subject + [first] if _verb_like(words, own, follows) else None
    if bits & BASE and was & BASE and _verb_like(words, own, follows):
        return _bare(words, subject)
    return None


def _listed(words: Words, piece: _Piece, shared: list[int]) -> list[_Piece]:
    """A verb phrase list ("searched houses, seized rifles and left") cut at its commas too."""
    own = piece.own
    main, _ = _main_verb(words, own)
    if main is None or not words.is_[own[main]] & PAST:
        return [piece]
    for at in range(main + 2, len(own) - 2):
        if words.words[own[at]] == "," and words.is_[own[at + 1]] & PAST:
            if _is_past_phrase(words, own, at + 1) and words.finite(own[at + 1]):
                head = _Piece(piece.subject, own[:at])
                return [head, *_listed(words, _Piece(shared, own[at + 1 :]), shared)]
    return [piece]


def _bare(words: Words, subject: list[int]) -> list[int]:
    """The subject without a helping verb carried over with it."""
    end = len(subject)
    while end > 1 and words.is_[subject[end - 1]] & (AUX | MODAL) and not words.is_[subject[end - 1]] & CONTRACTED:
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


def _new_subject(words: Words, own: list[int], at: int) -> int | None:
    """The place of the verb of a clause with a subject of its own after the coordinator."""
    begins = _skip_adverbs(words, own, at + 1)
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
            return _new_subject(words, own, place)
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


def _skip_adverbs(words: Words, own: list[int], at: int) -> int:
    while at < len(own) and (
        words.is_[own[at]] == ADVERB or words.low[own[at]] == "yet" or words.words[own[at]] in "“\"‘" and words.is_[own[at]] == MARK
    ):
        at += 1
    return at


# ── the main verb and its subject ──


def _main_verb(words: Words, own: list[int], end: int | None = None) -> tuple[int | None, bool]:
    """The place of the main verb before `end`, and whether a clause inside is still open there."""
    end = len(own) if end is None else end
    main, opened = _scan(words, own, end, words.finite)
    if main is None and not opened and not any(map(words.finite, own)):
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
        elif _opens_clause(words, own, place):
            opened, verb_seen = True, False
        elif finite(i):
            group = _group_end(words, own, place)
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


def _group_end(words: Words, own: list[int], main: int) -> int:
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


def _subject(words: Words, before: list[int]) -> list[int]:
    """The subject in the words before the main verb: what leads up to it is left out."""
    kept = list(before)
    while kept and (words.is_[kept[-1]] == ADVERB):
        kept.pop()
    if not kept:
        return []
    begins = 0
    leading = words.is_[kept[0]]
    led = leading & _OPENING_PHRASE and not leading & PRONOUN or words.low[kept[0]] in _TIME_WORDS
    if led or words.low[kept[0]] == "that":
        commas = [p for p, i in enumerate(kept) if words.words[i] == ","]
        if commas:
            begins = (commas[0] if commas[-1] == len(kept) - 1 else commas[-1]) + 1
        elif words.low[kept[0]] == "that" and len(kept) > 1:
            begins = 1
        elif leading & (PREPOSITION | SUBORDINATOR) and not leading & DETERMINER:
            return []
    kept = kept[begins:]
    while kept and words.is_[kept[0]] & (ADVERB | COORDINATOR) and not words.is_[kept[0]] & DETERMINER:
        kept = kept[1:]
    while kept and words.is_[kept[-1]] == MARK and words.words[kept[-1]] not in ")]":
        kept = kept[:-1]
    while kept and words.is_[kept[0]] == MARK:
        kept = kept[1:]
    return kept


# ── from words to spans ──

_EDGE = frozenset(",;:–—-.!?…•‣▪●*")
_SMALL = frozenset("and but or yet nor that so".split())


def _clause(words: Words, piece: _Piece, text: str) -> Clause | None:
    own = _trim(words, piece.own, text)
    opener = ""
    while len(own) > 1 and words.low[own[0]] in _SMALL and words.words[own[0]] != "So":
        if words.low[own[0]] == "that" and words.finite(own[1]):
            break  # "That is why …"
        opener = words.low[own[0]]
        own = _trim(words, own[1:], text)
    if not own:
        return None
    main, _ = _main_verb(words, own)
    whole = main is not None
    if main is None:
        main = next((p for p, i in enumerate(own) if words.finite(i)), None)
    subject = _trim(words, piece.subject, text)
    if main is None and subject:
        main = 0
    spans = [*_spans(words, subject, text), *_spans(words, own, text)]
    spans.sort()
    verb = None if main is None else words.starts[own[main]]
    seen = bool(subject) or bool(whole and main and _subject(words, own[:main]))
    return Clause(_joined(spans, text), verb, opener, seen)


def _trim(words: Words, own: list[int], text: str) -> list[int]:
    """The words without the commas, dashes and stops at their edges."""
    first, end = 0, len(own)
    while first < end and words.words[own[first]] in _EDGE:
        first += 1
    while end > first and words.words[own[end - 1]] in _EDGE:
        if words.words[own[end - 1]] == "." and _abbreviates(words, own, end - 1):
            break
        end -= 1
    return own[first:end]


def _abbreviates(words: Words, own: list[int], at: int) -> bool:
    """Whether a stop belongs to an abbreviation ("the U.S.") rather than to the sentence."""
    if at == 0 or own[at - 1] != own[at] - 1:
        return False
    word = words.words[own[at - 1]]
    return "." in word and len(word) <= 6 or word in ("Inc", "Corp", "Jr", "Sr", "Co", "Ltd", "etc")


def _spans(words: Words, own: list[int], text: str) -> list[Span]:
    """The words as spans: one for each unbroken run, trimmed at its edges."""
    runs: list[list[int]] = []
    for i in own:
        if runs and i == runs[-1][-1] + 1 and i not in words.breaks:
            runs[-1].append(i)
        else:
            runs.append([i])
    made = []
    for run in runs:
        kept = _trim(words, run, text)
        if kept:
            made.append(_unquoted(Span(words.starts[kept[0]], words.ends[kept[-1]]), text))
    return made


_OPENING, _CLOSING = "“\"‘«", "”\"’»"


def _unquoted(span: Span, text: str) -> Span:
    """The span without quotation marks at its edges that lack their partner or hold all of it."""
    start, end = span.start, span.end
    while end - start > 1:
        words = text[start:end]
        inner = words[1:-1]
        opens, closes = words[0] in _OPENING, words[-1] in _CLOSING
        if words.startswith("''") and words.count("''") == 1:
            start += 2
        elif words.endswith("''") and words.count("''") == 1:
            end -= 2
        elif opens and closes and not any(mark in inner for mark in "“”\"«»"):
            start, end = start + 1, end - 1
        elif opens and not any(mark in words[1:] for mark in _partners(words[0])):
            start += 1
        elif closes and not any(mark in words[:-1] for mark in _partners(words[-1])):
            end -= 1
        else:
            break
        while end > start and text[end - 1] in " ,;:–—":
            end -= 1
        while end > start and text[start] in " ,;:–—":
            start += 1
        if end > start and text[end - 1] in ".!?" and words[-1] in _CLOSING:
            end -= 1
    return Span(start, end)


def _partners(mark: str) -> str:
    return {"“": "”", "”": "“„", "«": "»", "»": "«", "‘": "’", "’": "‘"}.get(mark, mark)


def _joined(spans: list[Span], text: str) -> Spans:
    """Spans with nothing but white space between them made one."""
    out: list[Span] = []
    for span in spans:
        if out and not text[out[-1].end : span.start].strip():
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return tuple(out)
