"""One telling of a thing: the words of a claim made comparable, with what surrounds them."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from itertools import pairwise
from typing import Any, TypeVar

from hearsay.origins.citing.resolving import Sources
from hearsay.origins.language.forms import form, is_function, key
from hearsay.origins.language.lists import among
from hearsay.origins.language.words import folded_in, words_in
from hearsay.vocabulary.documents import Passage
from hearsay.vocabulary.readings import Claim, Mention
from hearsay.vocabulary.spans import Span, Spans, hull, words_of
from hearsay.vocabulary.traces import Account, Side

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A claim as one node of a trace tells it, with the document that it stands in."""

    node: str
    claim: Claim
    account: Account
    sources: Sources | None = None
    """Whom the case's documents mean by those they cite; without it, only these two are asked."""


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """The words of one claim, made comparable, with what surrounds them."""

    told: Told
    text: str
    spans_told: Spans
    """Where the words stand: the claim's own spans, and who did it where the cue is a deed."""
    folded: tuple[str, ...]
    forms: tuple[str, ...]
    """In one spelling, numbers as figures."""
    keys: tuple[str, ...]
    """What words that say the same have in common."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    passage: Passage | None
    """The paragraph that it begins in."""
    weight: float
    """How much all its words say."""
    found: dict[Hashable, Any] = field(default_factory=dict, repr=False)
    """What was found in it alone, so that it is looked for once; see `once`."""

    def __len__(self) -> int:
        return len(self.folded)

    @property
    def room(self) -> Span:
        """The paragraph that it begins in, or itself where it stands in none."""
        return self.passage.span if self.passage else hull(self.spans_told)

    @property
    def sentence(self) -> Span:
        """The sentence or sentences that the claim stands in."""
        return _in_sentence(self)

    @property
    def quotations(self) -> Spans:
        """What stands in quotation marks in its sentence."""
        return _quoted(self)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions that stand in the claim, outermost ones first."""
        return _mentioned(self)

    def spans(self, words: range | tuple[int, ...]) -> Spans:
        """Where these words stand; words that follow one another in the text share a span."""
        parts: list[Span] = []
        last = -2
        for word in words:
            if word == last + 1 and not self._gap_between(last, word):
                parts[-1] = Span(parts[-1].start, self.ends[word])
            else:
                parts.append(Span(self.starts[word], self.ends[word]))
            last = word
        return tuple(parts)

    def side(self, words: range | tuple[int, ...]) -> Side:
        """These words as one side of a change."""
        return self.side_at(self.spans(words))

    def side_at(self, spans: Spans) -> Side:
        """What stands at these places as one side of a change."""
        words = " … ".join(span.of(self.text) for span in spans)
        return Side(self.told.node, spans, words)

    def words_at(self, span: Span) -> tuple[int, ...]:
        """The words of the claim that stand in `span`."""
        return tuple(i for i in range(len(self)) if span.start < self.ends[i] <= span.end)

    def _gap_between(self, left: int, right: int) -> bool:
        return self.starts[right] - self.ends[left] > 3 or any(
            c in _BREAKS for c in self.text[self.ends[left] : self.starts[right]]
        )


def once(find: Callable[[Telling], Found]) -> Callable[[Telling], Found]:
    """Keeps with a telling what is found in it alone: it is set beside several others."""

    @wraps(find)
    def found(telling: Telling) -> Found:
        known: dict[Hashable, Found] = telling.found
        if find not in known:
            known[find] = find(telling)
        return known[find]

    return found


def telling(told: Told) -> Telling:
    """The words of a claim, with quotation marks, mentions and sentence."""
    text = told.account.document.text
    spans = _with_act(told)
    words = _comparable(tuple(span.of(text) for span in spans))
    return Telling(
        told=told,
        text=text,
        spans_told=spans,
        folded=words.folded,
        forms=words.forms,
        keys=words.keys,
        starts=words.starts_from([span.start for span in spans]),
        ends=words.ends_from([span.start for span in spans]),
        passage=told.account.document.passage_at(spans[0].start),
        weight=words.weight,
    )


@dataclass(frozen=True, slots=True)
class _Comparable:
    """Words made comparable, apart from where they stand in a document."""

    folded: tuple[str, ...]
    forms: tuple[str, ...]
    keys: tuple[str, ...]
    starts: tuple[list[int], ...]
    """For each piece, where in it its words begin."""
    ends: tuple[list[int], ...]
    weight: float

    def starts_from(self, pieces: Sequence[int]) -> tuple[int, ...]:
        """Where the words begin in a document in which the pieces begin there."""
        return _placed(self.starts, pieces)

    def ends_from(self, pieces: Sequence[int]) -> tuple[int, ...]:
        """The same of where they end."""
        return _placed(self.ends, pieces)


def _placed(places: Sequence[list[int]], pieces: Sequence[int]) -> tuple[int, ...]:
    return tuple([start + at for start, inner in zip(pieces, places, strict=True) for at in inner])


@lru_cache(maxsize=1 << 13)
def _comparable(pieces: tuple[str, ...]) -> _Comparable:
    """The words of pieces of text; a reprint has the very same ones."""
    every = [words_in(piece, (Span(0, len(piece)),)) for piece in pieces]
    folded = tuple(word for words in every for word in words.folded)
    forms = _joined(tuple(map(form, folded)))
    keys = tuple(map(key, forms))
    starts = tuple([words.starts.tolist() for words in every])
    ends = tuple([words.ends.tolist() for words in every])
    return _Comparable(folded, forms, keys, starts, ends, sum(map(weight, keys)))


def weight(word: str) -> float:
    """How much a word says: figures most, function words next to nothing."""
    if not word:
        return 0.0
    if is_function(word):
        return 0.1
    return 1.3 if word[0].isdigit() else 1.0


def _with_act(told: Told) -> Spans:
    """The spans of a claim; where its cue is itself what was done, with who did it and the cue.

    "Refused to fire" and "ordered them to leave" tell a deed and no mere words.
    """
    claim = told.claim
    if claim.cue is None or not _is_act(claim.cue):
        return claim.spans
    within = hull(claim.spans)
    for one in told.account.reading.attributions:
        if not one.cue or not any(part.meets(within) for part in one.content):
            continue
        if words_of(one.cue, told.account.document.text) == claim.cue:
            spans = tuple(sorted({*one.source, *one.cue, *claim.spans}))
            apart = all(left.end <= right.start for left, right in pairwise(spans))
            return spans if apart and len(hull(spans)) <= _SENTENCE else claim.spans
    return claim.spans


@lru_cache(maxsize=1 << 12)
def _is_act(cue: str) -> bool:
    """Whether a cue is a deed; who "was warned" is no speaker either."""
    words = folded_in(cue)
    if "warned" in words and not _PASSIVE.isdisjoint(words):
        return True
    return not _ACTS.isdisjoint(map(key, words))


_PASSIVE = among("was were been be")
_ACTS = frozenset(
    key(word)
    for word in among("refuse agree urge order decide offer promise pledge vow forbid prohibit")
)
_SENTENCE = 300
"""So many characters at most lie between who did it and the end of what they did."""

_BREAKS = ".;:!?\n"


def _joined(forms: tuple[str, ...]) -> tuple[str, ...]:
    """With what is written in two words as one and an empty one, which counts nowhere."""
    if _SECOND.isdisjoint(forms):
        return forms
    out = list(forms)
    for i in range(1, len(out)):
        one = _ONE.get((out[i - 1], out[i]))
        if one is not None:
            out[i - 1], out[i] = one, ""
    return tuple(out)


_ONE = {
    ("per", "cent"): "%",
    ("united", "states"): "us",
    ("united", "kingdom"): "uk",
    ("white", "house"): "white-house",
    ("prime", "minister"): "prime-minister",
}
_SECOND = frozenset(second for _, second in _ONE)


@once
def _in_sentence(telling: Telling) -> Span:
    return _sentence(telling.text, telling.room, hull(telling.spans_told))


@once
def _quoted(telling: Telling) -> Spans:
    return _quotations(telling.text, telling.room, telling.sentence, telling.told.claim)


@once
def _mentioned(telling: Telling) -> tuple[Mention, ...]:
    return _mentions(telling.told.account, telling.told.claim.spans)


_MARK = re.compile('[“”„"]')


def _quotations(text: str, room: Span, sentence: Span, claim: Claim) -> tuple[Span, ...]:
    """What stands in quotation marks in the sentence, by the marks of its paragraph.

    A quotation that is not closed runs on to the end of the paragraph, as in print.
    """
    edges: list[int] = []
    for mark in _MARK.finditer(text, room.start, max(room.end, sentence.end)):
        is_open = len(edges) % 2 == 1
        opens = not is_open if mark.group() == '"' else mark.group() != "”"
        if opens != is_open:
            edges.append(mark.start())
    if len(edges) % 2:
        edges.append(max(room.end, sentence.end))
    if not edges:
        return (hull(claim.spans),) if claim.speech == "direct" else ()
    return tuple(
        Span(max(start, sentence.start), min(end, sentence.end))
        for start, end in zip(edges[::2], edges[1::2], strict=True)
        if start < sentence.end and sentence.start < end
    )


_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s+(?=[“‘\"'(\[]?[A-Z0-9])|\n\s*\n")
_ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sen|Rep|Gov|St|No|[A-Z])\.$")


def _sentence(text: str, room: Span, within: Span) -> Span:
    """From the end of the sentence before the claim to the end of the one it ends in."""
    start, end = room.start, max(room.end, within.end)
    for stop in _SENTENCE_END.finditer(text, room.start, end):
        if _ABBREVIATED.search(text, max(0, stop.start() - 6), stop.start() + 1):
            continue
        if stop.end() <= within.start + 1:
            start = stop.end()
        elif stop.start() >= within.end - 2:
            end = stop.start() + 1
            break
    return Span(min(start, within.start), end)


def _mentions(account: Account, spans: Spans) -> tuple[Mention, ...]:
    """The mentions that stand wholly in the claim, those that stand in no other one first."""
    first, last = spans[0].start, spans[-1].end
    inside = [
        mention
        for mention in account.reading.mentions
        if first <= mention.spans[0].start < last
        and all(any(span.covers(part) for span in spans) for part in mention.spans)
    ]
    return tuple(sorted(inside, key=lambda m: (not m.outermost, m.spans)))
