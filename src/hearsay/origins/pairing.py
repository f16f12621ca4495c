"""Sets two tellings of one thing side by side: which words stand in both, and which do not.

The words are aligned in order by weight (Hunt & Szymanski 1977: only equal words are looked at);
what is left is then met in any order, so that a list told in another order is no difference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from hearsay.origins.forms import form, is_function, key
from hearsay.origins.resolving import Sources
from hearsay.origins.words import words_in
from hearsay.vocabulary.readings import Claim, Mention
from hearsay.vocabulary.spans import Span, Spans, hull
from hearsay.vocabulary.traces import Account, Side


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
    folded: tuple[str, ...]
    forms: tuple[str, ...]
    """In one spelling, numbers as figures."""
    keys: tuple[str, ...]
    """What words that say the same have in common."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quotations: Spans
    """What stands in quotation marks in its sentence."""
    sentence: Span
    """The sentence or sentences that the claim stands in."""
    mentions: tuple[Mention, ...]
    """The mentions that stand in the claim, outermost ones first."""

    def __len__(self) -> int:
        return len(self.folded)

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


@dataclass(frozen=True, slots=True)
class Gap:
    """Words between two that both tellings have, where at least one side says something else."""

    before: tuple[int, ...]
    """Words of the earlier telling that the later one does not have anywhere."""
    after: tuple[int, ...]
    whole_before: range
    """All words between the two, function words and moved ones included."""
    whole_after: range
    closed_left: bool
    """Whether the words on its left side are the same; false at the beginning."""
    closed_right: bool


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """An earlier and a later telling, aligned."""

    before: Telling
    after: Telling
    matches: tuple[tuple[int, int], ...]
    """Words that say the same, in the order of both."""
    moved: tuple[tuple[int, int], ...]
    """Words that say the same and stand elsewhere."""
    gaps: tuple[Gap, ...]
    likeness: float
    """How much of the matter of the shorter telling stands in the other one too, from 0 to 1."""
    mutual: float
    """The same of the longer one."""
    partner_of: dict[int, int] = field(repr=False)
    """Word of the earlier telling to its partner in the later one."""
    partner_from: dict[int, int] = field(repr=False)
    """Word of the later telling to its partner in the earlier one."""

    @property
    def identical(self) -> bool:
        """Whether both say the same words in the same order."""
        return self.before.forms == self.after.forms

    @property
    def is_one_document(self) -> bool:
        """Whether one text tells both."""
        return self.before.told.account.id == self.after.told.account.id


def paired(before: Told, after: Told) -> Pair:
    """The two claims word by word."""
    return pair_of(telling(before), telling(after))


def telling(told: Told) -> Telling:
    """The words of a claim, with quotation marks, mentions and sentence."""
    text = told.account.document.text
    spans = told.claim.spans
    words = words_in(text, spans)
    starts, ends = tuple(words.starts.tolist()), tuple(words.ends.tolist())
    within = hull(spans)
    passage = told.account.document.passage_at(within.start)
    room = passage.span if passage else within
    sentence = _sentence(text, room, within)
    forms = _joined(tuple(form(word) for word in words.folded))
    return Telling(
        told=told,
        text=text,
        folded=words.folded,
        forms=forms,
        keys=tuple(key(word) for word in forms),
        starts=starts,
        ends=ends,
        quotations=_quotations(text, room, sentence, told.claim),
        sentence=sentence,
        mentions=_mentions(told.account, spans),
    )


def pair_of(before: Telling, after: Telling) -> Pair:
    """Two tellings aligned: in order first, then what stands elsewhere."""
    matches = _cleaned(aligned(before.keys, after.keys), before, after)
    partner_of, partner_from = dict(matches), {a: b for b, a in matches}
    moved = _moved(before, after, partner_of, partner_from)
    partner_of.update(moved)
    partner_from.update((a, b) for b, a in moved)
    return Pair(
        before,
        after,
        tuple(matches),
        tuple(moved),
        tuple(_gaps(before, after, matches, partner_of, partner_from)),
        *_likeness(before, after, partner_of),
        partner_of,
        partner_from,
    )


_BREAKS = ".;:!?\n"


def weight(word: str) -> float:
    """How much a word says: figures most, function words next to nothing."""
    if not word:
        return 0.0
    if is_function(word):
        return 0.1
    return 1.3 if word[0].isdigit() else 1.0


def aligned(left: tuple[str, ...], right: tuple[str, ...]) -> list[tuple[int, int]]:
    """The heaviest set of equal words that stand in the same order on both sides."""
    head = 0
    while head < min(len(left), len(right)) and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < min(len(left), len(right)) - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    middle = _middle(left[head : len(left) - tail], right[head : len(right) - tail])
    return [
        *((i, i) for i in range(head)),
        *((i + head, j + head) for i, j in middle),
        *((len(left) - tail + i, len(right) - tail + i) for i in range(tail)),
    ]


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


def _middle(left: tuple[str, ...], right: tuple[str, ...]) -> list[tuple[int, int]]:
    if not left or not right or set(left).isdisjoint(right):
        return []
    places: dict[str, list[int]] = {}
    for j, word in enumerate(right):
        places.setdefault(word, []).append(j)
    # Sparse: only where words are equal. `tree` holds, for the words of the right side up to each
    # place, the best chain of pairs that ends there (a Fenwick tree of maxima).
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(right) + 1)
    points: list[tuple[int, int]] = []
    back: list[int] = []
    worth: list[float] = []
    here: dict[tuple[int, int], int] = {}
    for i, word in enumerate(left):
        row: list[tuple[int, float, int]] = []
        for j in places.get(word, ()):
            best, last = _up_to(tree, j)
            run = here.get((i - 1, j - 1))
            # A word that goes on where the last pair stood is worth more, so that runs stay whole.
            if run is not None and worth[run] + _RUN >= best:
                best, last = worth[run] + _RUN, run
            row.append((j, best + weight(word), last))
        for j, best, last in row:
            here[(i, j)] = len(points)
            points.append((i, j))
            back.append(last)
            worth.append(best)
            _enter(tree, j + 1, (best, len(points) - 1))
    return _walked(points, back, _up_to(tree, len(right))[1])


_RUN = 0.05


def _up_to(tree: list[tuple[float, int]], end: int) -> tuple[float, int]:
    best = (0.0, -1)
    while end > 0:
        if tree[end] > best:
            best = tree[end]
        end &= end - 1
    return best


def _enter(tree: list[tuple[float, int]], at: int, value: tuple[float, int]) -> None:
    while at < len(tree):
        if value > tree[at]:
            tree[at] = value
        at += at & -at


def _walked(points: list[tuple[int, int]], back: list[int], last: int) -> list[tuple[int, int]]:
    found = []
    while last >= 0:
        found.append(points[last])
        last = back[last]
    return found[::-1]


def _cleaned(
    matches: list[tuple[int, int]], before: Telling, after: Telling
) -> list[tuple[int, int]]:
    """Without function words that met by chance: neither neighbour is met beside them."""
    met = set(matches)
    return [
        (b, a)
        for b, a in matches
        if not is_function(before.folded[b]) or (b - 1, a - 1) in met or (b + 1, a + 1) in met
    ]


def _moved(
    before: Telling, after: Telling, partner_of: dict[int, int], partner_from: dict[int, int]
) -> list[tuple[int, int]]:
    """Words of matter that stand elsewhere in the other telling, each met once."""
    free: dict[str, list[int]] = {}
    for a in range(len(after)):
        if a not in partner_from and not is_function(after.folded[a]):
            free.setdefault(after.keys[a], []).append(a)
    found = []
    for b in range(len(before)):
        if b not in partner_of and before.keys[b] in free and free[before.keys[b]]:
            found.append((b, free[before.keys[b]].pop(0)))
    return found


def _gaps(
    before: Telling,
    after: Telling,
    matches: list[tuple[int, int]],
    partner_of: dict[int, int],
    partner_from: dict[int, int],
) -> list[Gap]:
    edges = [(-1, -1), *matches, (len(before), len(after))]
    found = []
    for (b0, a0), (b1, a1) in pairwise(edges):
        if b1 - b0 == 1 and a1 - a0 == 1:
            continue
        gap = Gap(
            tuple(i for i in range(b0 + 1, b1) if i not in partner_of),
            tuple(i for i in range(a0 + 1, a1) if i not in partner_from),
            range(b0 + 1, b1),
            range(a0 + 1, a1),
            b0 >= 0,
            b1 < len(before),
        )
        if gap.before or gap.after:
            found.append(gap)
    return found


def _likeness(before: Telling, after: Telling, partner_of: dict[int, int]) -> tuple[float, float]:
    shared = sum(weight(before.keys[b]) for b in partner_of)
    least, most = sorted(sum(map(weight, telling.keys)) for telling in (before, after))
    return (min(1.0, shared / least), min(1.0, shared / most)) if least else (0.0, 0.0)


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
