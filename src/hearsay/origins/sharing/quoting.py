"""Quotations met by their words: the same thing said, quoted whole, in part or altered."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from hearsay.origins.language.wording import Wording, plain_of, wording_of
from hearsay.origins.language.words import Ints, Vocabulary, Words, prose_of, words_in
from hearsay.origins.sharing.aligning import Grams, Ids, grams_of
from hearsay.origins.sharing.likening import Edit, Fit, edit, fit
from hearsay.origins.sharing.packed import Meeting, Place
from hearsay.origins.sharing.postings import Postings
from hearsay.origins.sharing.quotation_grams import (
    FOUR,
    QUOTED,
    RUNNING,
    Gate,
    chosen,
    quote_grams,
    window_in,
)
from hearsay.origins.sharing.quotations import Quotation, quotations_of
from hearsay.vocabulary.spans import Span, Spans, hull
from hearsay.vocabulary.traces import Account

MOST = 16
"""A quotation is set beside so many other wordings, and each of them in so many documents."""
MOST_IN_ALL = 48
"""So many places of other documents at most, those with the nearest wording first: what is quoted
by more is known to all, and says nothing of who had it from whom."""
LEAST = 4
"""Tokens in a quotation that is met by its words alone. Shorter ones have to be rare."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of the left document and where the right one has the same words."""

    left: str
    right: str
    left_spans: Spans
    right_spans: Spans
    marked: bool
    """Whether the words stand in quotation marks in the right document too."""
    share: float
    """How much of the quotation is the same there, from 0 to 1."""
    edits: tuple[Edit, ...]
    """What differs beyond house style, in the order of the left one. A part quoted of a longer
    one is no edit, nor is what an ellipsis or a bracket accounts for."""


class QuoteIndex:
    """The quotations of documents, and the words of their running text."""

    def __init__(self) -> None:
        self._vocabulary = Vocabulary()
        self._numbers: dict[str, int] = {}
        self._documents: list[_Document] = []
        self._wordings: list[_Distinct] = []
        self._known_before = [0]
        """For each document and for one after the last, how many wordings stood before it."""
        self._known: dict[tuple[tuple[str, ...], frozenset[int]], int] = {}
        self._quoted = Postings()
        self._running = Postings()
        self._fits: dict[tuple[int, int], Fit | None] = {}

    def add(self, account: Account, words: Words | None = None) -> None:
        """Takes in a document, which must be new; best in the order of publication.

        Its `words` are those of its prose, for whoever has made them already.
        """
        if account.id in self._numbers:
            raise ValueError(f"{account.id} is in the index already.")
        number = self._numbers[account.id] = len(self._documents)
        prose = prose_of(account)
        if words is None:
            words = words_in(account.document.text, prose)
        running = plain_of(words)
        quotations, held, known = quotations_of(account), [], len(self._wordings)
        free = np.ones(len(running), np.bool_)
        for one, wording in zip(quotations, _wordings(account, quotations, running), strict=True):
            if len(wording) > 1:
                held.append(self._held(one, wording, number))
                for span in one.spans:
                    first, last = np.searchsorted(running.starts, (span.start, span.end))
                    free[first:last] = False
        if len(self._wordings) > known:
            owner, grams = quote_grams([one.ids for one in self._wordings[known:]])
            self._quoted.add(grams, owner + known)
        ids = self._vocabulary.ids(running.tokens)
        self._known_before.append(len(self._wordings))
        self._documents.append(_Document(account.id, held, ids, running.starts, running.ends))
        self._running.add(chosen(grams_of(ids, FOUR), free), number)

    def quoted(self, document: str, *, before: bool = False) -> tuple[Quoted, ...]:
        """Where the quotations of a document stand in others, in its own order.

        With `before`, only in documents that were added before it.
        """
        found = self._met(self._numbers[document], before=before)
        return tuple(
            _quoted((document, held), (self._documents[at].id, theirs), fitting)
            for held, at, theirs, fitting in found
        )

    def meetings(self) -> Iterator[Meeting]:
        """Where quotations stand in the documents added before theirs, with nothing of edits."""
        for number in range(len(self._documents)):
            met: dict[int, list[Place]] = {}
            for held, at, theirs, fitting in self._met(number, before=True):
                place = (*held.reach(*fitting.left), *theirs.reach(*fitting.right))
                met.setdefault(at, []).append(place)
            for other, places in met.items():
                # A quotation says nothing about the words around it: no share is counted.
                yield Meeting(number, other, places)

    def _met(self, number: int, *, before: bool) -> Iterator[_Met]:
        """Where the quotations of a document stand in others, in its own order."""
        mine = self._documents[number]
        until = number if before else len(self._documents)
        marked = self._candidates(self._quoted, mine, QUOTED, until)
        running = self._candidates(self._running, mine, RUNNING, until)
        grams: dict[int, Grams] = {}
        for held in mine.quotations:
            near = [held.distinct, *(n for n in marked[held.distinct] if n != held.distinct)]
            found = self._in_wordings(number, held, near, before=before)
            marks = list(islice(found, MOST_IN_ALL))
            yield from marks
            seen = {at for _, at, _, _ in marks}
            # What so many others print in quotation marks need not be sought elsewhere.
            for at in running[held.distinct] if len(marks) < MOST_IN_ALL else ():
                if at not in seen and (at < number if before else at != number):
                    if at not in grams:
                        grams[at] = grams_of(self._documents[at].ids, FOUR)
                    yield from self._unmarked(held, at, grams[at])

    def _held(self, quotation: Quotation, wording: Wording, document: int) -> _Held:
        """A quotation under the number of its wording; the same words have the same one."""
        key = (wording.tokens, wording.breaks)
        number = self._known.get(key)
        if number is None:
            number = self._known[key] = len(self._wordings)
            self._wordings.append(_Distinct(wording, self._vocabulary.ids(wording.tokens), [], []))
        distinct = self._wordings[number]
        own = Wording(distinct.wording.tokens, wording.starts, wording.ends, wording.breaks)
        held = _Held(quotation.spans, own, number, _cut(quotation.spans, own.span(0, len(own))))
        if not distinct.documents or distinct.documents[-1] != document:
            distinct.documents.append(document)
            distinct.first.append(held)
        return held

    def _candidates(
        self, postings: Postings, document: _Document, gate: Gate, until: int
    ) -> defaultdict[int, list[int]]:
        """For each distinct quotation of a document, what shares enough words with it.

        Of documents before the number `until`, whatever came after them.
        """
        asked = sorted({h.distinct for h in document.quotations})
        asked = [n for n in asked if len(self._wordings[n].ids) >= LEAST]
        candidates: defaultdict[int, list[int]] = defaultdict(list)
        if not asked:
            return candidates
        owner, grams = gate.grams([self._wordings[n].ids for n in asked])
        sizes = np.bincount(owner, minlength=len(asked))
        which, holders = postings.holders(grams)
        # Wordings are numbered as they come, so those of earlier documents are the lower ones.
        known = self._known_before[until] if gate.quotes else until
        which, holders = which[holders < known], holders[holders < known]
        keys, shared = np.unique(owner[which] << 24 | holders, return_counts=True)
        whose, other = keys >> 24, keys & 0xFFFFFF
        theirs = sizes[whose]
        if gate.quotes:
            lengths = np.array([len(self._wordings[n].ids) for n in other.tolist()], np.int64)
            theirs = np.minimum(theirs, lengths)
        fit_for = np.flatnonzero(shared >= gate.share * theirs)
        for at in fit_for[np.lexsort((other[fit_for], -shared[fit_for]))].tolist():
            mine = candidates[asked[int(whose[at])]]
            if len(mine) < MOST:
                mine.append(int(other[at]))
        return candidates

    def _fit(self, left: int, right: int, until: int) -> Fit | None:
        """How one distinct quotation fits another; what was found once is remembered."""
        mine, other = self._wordings[left], self._wordings[right]
        if left == right:
            size = len(mine.wording)
            rare = size >= LEAST or (
                bisect_left(mine.documents, until) < _RARE
                and sum(map(len, mine.wording.tokens)) >= _LETTERS
            )
            return Fit((0, size), (0, size), size) if rare else None
        if min(len(mine.wording), len(other.wording)) < LEAST:
            return None
        if (left, right) not in self._fits:
            if len(self._fits) >= _REMEMBERED:
                self._fits.clear()
            self._fits[left, right] = fit(mine.wording, other.wording)
        return self._fits[left, right]

    def _in_wordings(
        self, number: int, held: _Held, wordings: Iterable[int], *, before: bool
    ) -> Iterator[_Met]:
        """The documents that quote the same in one of these wordings."""
        for wording in wordings:
            matched = self._fit(held.distinct, wording, number + 1 if before else _ALL)
            if matched:
                distinct = self._wordings[wording]
                pairs = zip(distinct.documents, distinct.first, strict=True)
                others = ((d, h) for d, h in pairs if (d < number if before else d != number))
                for at, theirs in islice(others, MOST):
                    yield held, at, theirs, matched

    def _unmarked(self, held: _Held, at: int, grams: Grams) -> Iterator[_Met]:
        """Where the words of a quotation stand in the running text of another document."""
        ids, other = self._wordings[held.distinct].ids, self._documents[at]
        window = window_in(ids, grams)
        if window is None:
            return
        names = dict(zip(ids.tolist(), held.wording.tokens, strict=True))
        theirs = other.wording(window, names)
        found = fit(held.wording, theirs, whole=False)
        if found and found.same >= _UNMARKED:
            whole = (theirs.span(0, len(theirs)),)
            yield held, at, _Held(whole, theirs, _UNQUOTED, whole), found


_RARE = 8
_LETTERS = 10
"""A quotation of two or three words is met where no more than eight documents have it and it has
ten letters: “of course” is said by everybody."""
_ALL = 1 << 24
"""A number that no document has."""
_REMEMBERED = 1 << 18
_UNQUOTED = -1
_UNMARKED = 7
"""Tokens that have to be the same in running text, where six are often the same by chance."""


@dataclass(frozen=True, slots=True, eq=False)
class _Distinct:
    wording: Wording
    """As it was first met; its places are those of that document."""
    ids: Ids
    documents: list[int]
    first: list[_Held]
    """The first quotation of these words in each of the documents."""


@dataclass(frozen=True, slots=True, eq=False)
class _Held:
    """A quotation of a document, or words in its running text."""

    spans: Spans
    wording: Wording
    distinct: int
    """The number of its wording; `_UNQUOTED` where it stands in no quotation marks."""
    whole: Spans
    """Its spans without marks at their edges."""

    def cut(self, first: int, last: int) -> Spans:
        """Where its tokens from one up to, not including, another stand."""
        if (first, last) == (0, len(self.wording)):
            return self.whole
        return _cut(self.spans, self.wording.span(first, last))

    def reach(self, first: int, last: int) -> tuple[int, int]:
        """Where they begin and end, over whatever stands between."""
        if (first, last) == (0, len(self.wording)):
            return self.whole[0].start, self.whole[-1].end
        return int(self.wording.starts[first]), int(self.wording.ends[last - 1])


_Met = tuple[_Held, int, _Held, Fit]
"""A quotation, the number of another document, what it fits there, and how."""


@dataclass(frozen=True, slots=True, eq=False)
class _Document:
    id: str
    quotations: list[_Held]
    ids: Ids
    starts: Ints
    ends: Ints

    def wording(self, window: tuple[int, int], names: dict[int, str]) -> Wording:
        """The words of a window of the running text; those that `names` lacks are numbers."""
        first, last = window
        tokens = tuple(names.get(i, str(-i)) for i in self.ids[first:last].tolist())
        return Wording(tokens, self.starts[first:last], self.ends[first:last], frozenset())


def _wordings(
    account: Account, quotations: Sequence[Quotation], running: Wording
) -> Iterator[Wording]:
    """The wording of each quotation, cut out of the running text's where that gives the same."""
    prose = prose_of(account)
    where = [hull(one.spans) for one in quotations]
    firsts = np.searchsorted(running.starts, [span.start for span in where]).tolist()
    lasts = np.searchsorted(running.starts, [span.end for span in where]).tolist()
    within = [bisect_right(prose, span.start, key=_start) - 1 for span in where]
    for one, span, first, last, at in zip(quotations, where, firsts, lasts, within, strict=True):
        # A number may begin before the mark: "some two “hundred thousand men”".
        begins = not first or running.ends[first - 1] <= span.start
        ends = not last or running.ends[last - 1] <= span.end
        inside = at >= 0 and prose[at].covers(span)
        if len(one.spans) == 1 and not one.omitted and begins and ends and inside:
            yield running.part(first, last)
        else:
            yield wording_of(account.document.text, one.spans, one.omitted)


def _start(span: Span) -> int:
    return span.start


def _quoted(left: tuple[str, _Held], right: tuple[str, _Held], found: Fit) -> Quoted:
    (mine, here), (other, there) = left, right
    return Quoted(
        mine,
        other,
        here.cut(*found.left),
        there.cut(*found.right),
        there.distinct != _UNQUOTED,
        found.same / len(here.wording),
        tuple(edit(gap, here.wording, there.wording) for gap in found.gaps),
    )


def _cut(spans: Spans, to: Span) -> Spans:
    """The parts of `spans` that lie in `to`."""
    if len(spans) == 1 and spans[0].covers(to):
        return (to,)
    return tuple(
        Span(max(span.start, to.start), min(span.end, to.end)) for span in spans if span.meets(to)
    ) or (to,)
