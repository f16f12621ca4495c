"""The words of a sentence and what each can be: finite verb, participle, name, small word.

No tagger stands behind this: a word's form, the closed classes and its neighbours decide. What is
asked most is whether a word is a finite verb, as clauses are cut around those.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from hearsay.reading.lexicon import closed, listed, verbs
from hearsay.vocabulary.spans import Span, Spans

_TOKEN = re.compile(r"\w+(?:[-'’.]\w+)*(?:['’](?=\s))?|[^\w\s]")

# What a word can be, as bits.
AUX, MODAL, PAST, THIRD, BASE, PARTICIPLE = 1, 2, 4, 8, 16, 32
ING, ADVERB, COORDINATOR, SUBORDINATOR, RELATIVE = 64, 128, 256, 512, 1024
PREPOSITION, DETERMINER, PRONOUN, MARK, NUMBER = 2048, 4096, 8192, 16384, 32768
CONTRACTED = 65536
FINITE = AUX | MODAL | PAST | CONTRACTED
PHRASE_START = DETERMINER | PRONOUN | PREPOSITION | NUMBER
_VERBAL = FINITE | THIRD | BASE


@lru_cache(maxsize=65536)
def kinds(word: str) -> int:
    """What a word can be, by its form alone, as bits."""
    low = word.lower()
    if not low[0].isalnum():
        return MARK
    if low[0].isdigit():
        return NUMBER
    bits = 0
    if low in closed.BE_HAVE_DO:
        return AUX
    if low in closed.MODALS:
        return MODAL
    if low in closed.CONTRACTED:
        return CONTRACTED | PRONOUN
    if low in closed.COORDINATORS:
        return COORDINATOR
    if low in closed.RELATIVES:
        return RELATIVE | (DETERMINER if low == "whose" else 0)
    if low in closed.SUBORDINATORS:
        bits |= SUBORDINATOR
    if low in closed.PREPOSITIONS:
        bits |= PREPOSITION
    if low in closed.DETERMINERS:
        bits |= DETERMINER
    if low in closed.SUBJECT_PRONOUNS:
        bits |= PRONOUN
    if bits:
        return bits
    if low in closed.ADVERBS or low in closed.NEGATIONS or (low.endswith("ly") and len(low) > 4):
        return ADVERB
    if low in verbs.PASTS or verbs.regular_past(low):
        bits |= PAST
    if low in verbs.PARTICIPLES or verbs.regular_past(low):
        bits |= PARTICIPLE
    if low in verbs.THIRDS or low.endswith(_VERBAL_S):
        bits |= THIRD
    if low in verbs.BASES:
        bits |= BASE
    if low.endswith("ing") and len(low) > 4:
        bits |= ING
    return bits


_VERBAL_S = ("izes", "ifies", "ulates", "inates", "idates", "erates", "igates")


class _Tokens:
    """The words and marks of a whole text or of a stretch of it, each by itself."""

    __slots__ = ("ends", "kinds", "low", "starts", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        found = list(_TOKEN.finditer(text, start, end))
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.words = [match[0] for match in found]
        self.low = [word.lower() for word in self.words]
        self.kinds = [kinds(word) for word in self.words]

    def within(self, part: Span) -> slice | None:
        """Which of them are the words of a part; `None` where its edges cut one."""
        first = bisect_left(self.starts, part.start)
        end = bisect_left(self.starts, part.end, first)
        if first and self.ends[first - 1] > part.start:
            return None
        if end > first:
            last = self.ends[end - 1]
            # "the troops'" ends in a mark only where a space follows that is part of it.
            if last > part.end or (last == part.end and self.words[end - 1][-1] in "'’"):
                return None
        return slice(first, end)


@lru_cache(maxsize=4)
def _tokens_of(text: str) -> _Tokens:
    """Those of a whole text: its stretches are asked for again and again."""
    return _Tokens(text, 0, len(text))


class Words:
    """The words and marks of a stretch of text, with what each can be."""

    __slots__ = ("_finite", "breaks", "ends", "is_", "low", "starts", "words")

    def __init__(self, text: str, parts: Spans) -> None:
        self.breaks: set[int] = set()
        """Words before which something is left out."""
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        self.low: list[str] = []
        self.is_: list[int] = []
        every = _tokens_of(text)
        for part in parts:
            if self.words:
                self.breaks.add(len(self.words))
            within = every.within(part)
            tokens = every
            if within is None:
                tokens, within = _Tokens(text, part.start, part.end), slice(None)
            self.starts += tokens.starts[within]
            self.ends += tokens.ends[within]
            self.words += tokens.words[within]
            self.low += tokens.low[within]
            self.is_ += tokens.kinds[within]
        self._settle()
        self._finite = [
            bits & _VERBAL > 0 and self._is_finite(i) for i, bits in enumerate(self.is_)
        ]

    def __len__(self) -> int:
        return len(self.words)

    def _settle(self) -> None:
        """Takes away what a word cannot be where it stands: a name, an adjective, a noun."""
        is_, low = self.is_, self.low
        verbal = PAST | PARTICIPLE | THIRD | BASE
        for i, bits in enumerate(is_):
            if not bits & (verbal | MODAL | AUX):
                continue
            word = self.words[i]
            if bits & AUX:
                if i and (is_[i - 1] & MODAL or low[i - 1] == "to") and low[i] in ("have", "do"):
                    is_[i] = BASE  # "may have", "to have"
                continue
            if word[0].isupper() and not (bits & MODAL and i == 0):
                is_[i] = (
                    0  # a name ("United", "March", "May"), or a participle that leads a sentence
                )
                continue
            if bits & MODAL:
                if (
                    low[i] in ("might", "will")
                    and i
                    and is_[i - 1] & DETERMINER
                    and not is_[i - 1] & PRONOUN
                ):
                    is_[i] = 0  # "the will"
                continue
            before = self._before(i)
            if before < 0:
                continue
            near = is_[before]
            if low[before] in ("be", "been", "being", "having") or (
                low[before] == "have" and near == BASE
            ):
                is_[i] &= ~(PAST | THIRD | BASE)
                continue
            if near & (AUX | MODAL | CONTRACTED) or (
                near & PRONOUN and before and is_[before - 1] & (AUX | MODAL)
            ):
                if near & MODAL or low[before] in (
                    "do",
                    "does",
                    "did",
                    "didn't",
                    "don't",
                    "doesn't",
                ):
                    is_[i] &= ~(PAST | THIRD | PARTICIPLE)
                elif near & AUX or near & CONTRACTED:
                    is_[i] &= ~(PAST | THIRD | BASE)  # "was killed", "has said"
                continue
            if (
                bits & PARTICIPLE
                and i
                and before == i - 1
                and near & (PAST | THIRD)
                and not near & AUX
            ):
                is_[i] &= ~PAST  # "remained committed", "got killed"
                continue
            if low[before] == "to":
                is_[i] &= ~(PAST | THIRD) if bits & BASE else ~verbal
                continue
            if (near & (DETERMINER | PREPOSITION) and not near & PRONOUN) or (
                self.words[before].endswith(("'s", "’s", "s'", "s’")) and not near & CONTRACTED
            ):
                is_[i] &= ~verbal  # "the attempted assassination", "of armed men", "Iraq's plans"

    def _before(self, i: int) -> int:
        """The last word before `i` that is no adverb."""
        i -= 1
        while i >= 0 and self.is_[i] == ADVERB:
            i -= 1
        return i

    def finite(self, i: int) -> bool:
        """Whether the word at `i` surely or probably is a finite verb here."""
        return self._finite[i]

    def any_finite(self, own: Sequence[int]) -> bool:
        """Whether any of these words surely or probably is a finite verb here."""
        finite = self._finite
        return any(finite[i] for i in own)

    def _is_finite(self, i: int) -> bool:
        bits = self.is_[i]
        if bits & (AUX | MODAL | CONTRACTED):
            return True
        if bits & PAST:
            return not self._reduced(i)
        if bits & THIRD:
            return self._verb_s(i)
        if bits & BASE:
            return self._verb_bare(i)
        return False

    def maybe_finite(self, i: int) -> bool:
        """Whether the word at `i` may be a finite verb, where its clause shows no surer one."""
        bits = self.is_[i]
        if not i or not bits & (BASE | THIRD | PAST):
            return False
        before, after = self._before(i), self._after(i)
        if before < 0 or after >= len(self):
            return False
        if self.is_[before] and self.low[before] not in verbs.NOUNS_TOO | verbs.NOUNS_TOO_THIRDS:
            return False
        if before and (self.low[before - 1] == "to" or self.is_[before - 1] & MODAL):
            return False
        follows = self.is_[after]
        if self.low[i] in verbs.NOUNS_TOO | verbs.NOUNS_TOO_THIRDS:
            return bool(follows & (DETERMINER | PRONOUN)) or self.low[after] in _AFTER_VERB
        return bool(follows & (DETERMINER | PREPOSITION | PRONOUN | NUMBER | SUBORDINATOR))

    def _after(self, i: int) -> int:
        i += 1
        while i < len(self.is_) and self.is_[i] == ADVERB:
            i += 1
        return i

    def _reduced(self, i: int) -> bool:
        """Whether a past form is a participle after its noun ("raids carried out by …")."""
        after = self._after(i)
        if (
            after < len(self)
            and self.low[after] == "by"
            and not (after + 1 < len(self) and self.is_[after + 1] & ING)
        ):
            return True  # "carried by"
        if self.is_[i] & PARTICIPLE:
            if self.low[i] in _LINKING and after < len(self) and self.low[after] in _LINKS:
                return True
            out = after + 1 < len(self) and self.low[after] in (
                "out",
                "up",
                "down",
                "in",
                "on",
                "off",
            )
            if out and self.low[after + 1] == "by":
                return True
            if self.low[i] in _REDUCED and self.low[i] != "":
                follows = self.low[after] if after < len(self) else ""
                return follows in _REDUCED[self.low[i]]
            # Another finite verb follows before anything could begin a new clause.
            for j in range(i + 1, len(self)):
                bits = self.is_[j]
                if bits & (AUX | MODAL) and not bits & CONTRACTED:
                    return not self._has_subject_between(i, j)
                if bits & (COORDINATOR | RELATIVE) or self.low[j] in _CLAUSE_OPENERS:
                    return False
                if bits == MARK and self.words[j] in ',;:“”"–—-()':
                    return False
        return False

    def _has_subject_between(self, i: int, j: int) -> bool:
        """Whether a clause without "that" may begin between ("he said the army was")."""
        return self.low[i] in verbs.CLAUSAL and j - i > 1

    def _verb_s(self, i: int) -> bool:
        low, after = self.low[i], self._after(i)
        before = self.is_[i - 1] if i else 0
        if before & PRONOUN and not before & DETERMINER:
            return True
        if after >= len(self):
            return low not in verbs.NOUNS_TOO_THIRDS
        if low not in verbs.NOUNS_TOO_THIRDS:
            return True
        if self.low[after] in ("that", "the", "a", "an", "its", "his", "her", "their"):
            return i > 0 and not before & (PREPOSITION | DETERMINER | MARK)
        return self.low[after] == "to" and i > 0 and self.words[i - 1][0].isupper()

    def _verb_bare(self, i: int) -> bool:
        if i == 0:
            return False
        before = self.is_[self._before(i)] if self._before(i) >= 0 else 0
        low = self.low[self._before(i)] if self._before(i) >= 0 else ""
        if before & PRONOUN and low in ("i", "we", "they", "you", "who", "those", "these"):
            return True
        if self.low[i] in verbs.NOUNS_TOO or (
            self.is_[i] & (PAST | PARTICIPLE) == 0 and self.low[i] in _ODD
        ):
            return False
        after = self._after(i)
        if self.low[i] in verbs.CLAUSAL:
            return low.endswith("s") or low in ("people", "police")
        plural = low.endswith("s") and not low.endswith(("ss", "'s", "’s", "us"))
        return (
            plural
            and after < len(self)
            and bool(
                self.is_[after] & (PHRASE_START | ING | SUBORDINATOR) or self.low[after] == "to"
            )
        )


# After a noun and before one of these words such a form is nearly always a participle.
_LINKING = listed(
    "related linked tied aimed designed connected associated needed involved required used based"
    " given owned caused attached aligned located known entitled dated called compared made"
)
_LINKS = listed("to by on in with for as from at of")
_AFTER_VERB = listed("under into within through behind from upon toward towards")
_ODD = listed("like back open own clear direct present perfect secure separate lower mean")
_CLAUSE_OPENERS = listed(
    "that which who whose because while when if as after before since although though"
)
_REDUCED: dict[str, frozenset[str]] = {
    word: listed("to that")
    for word in listed("thought believed understood supposed considered alleged suspected")
}
