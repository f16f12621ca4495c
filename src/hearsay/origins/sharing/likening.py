"""Two quotations set side by side: whether they are the same words, and what was altered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from hearsay.origins.language.wording import Wording
from hearsay.vocabulary.spans import Span

EditKind = Literal["added", "dropped", "swapped"]
Gap = tuple[int, int, int, int]
"""Tokens that differ: first and last of the left, first and last of the right, half-open."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that a quotation has otherwise than the other text held here."""

    kind: EditKind
    """`added`: in the left only; `dropped`: in the right only."""
    left: Span | None
    right: Span | None


@dataclass(frozen=True, slots=True)
class Fit:
    """Where the tokens of one wording run like those of another."""

    left: tuple[int, int]
    right: tuple[int, int]
    same: int
    """How many tokens are the same."""
    gaps: tuple[Gap, ...] = ()
    """Where they differ beyond house style, and nothing says that something was left out."""


def fit(left: Wording, right: Wording, *, whole: bool = True) -> Fit | None:
    """How a quotation runs like another text, if it is the same one or a part of it.

    With `whole`, the right one is a quotation too, so that its edges say where words end.
    """
    found = _inside(left, right) or _swapped(_inside(right, left))
    return found or _with_edits(left, right, whole=whole)


def edit(gap: Gap, left: Wording, right: Wording) -> Edit:
    """A gap as an edit with the words on both sides."""
    a, b, c, d = gap
    kind: EditKind = "added" if c == d else "dropped" if a == b else "swapped"
    return Edit(kind, left.span(a, b) if a < b else None, right.span(c, d) if c < d else None)


def _inside(short: Wording, long: Wording) -> Fit | None:
    """The fit of tokens that stand in a row in the other wording."""
    if len(short) > len(long):
        return None
    if short.tokens == long.tokens:
        return Fit((0, len(short)), (0, len(long)), len(short))
    body = f" {' '.join(long.tokens)} "
    at = body.find(f" {' '.join(short.tokens)} ")
    if at < 0:
        return None
    first = body.count(" ", 0, at)
    return Fit((0, len(short)), (first, first + len(short)), len(short))


def _swapped(found: Fit | None) -> Fit | None:
    return Fit(found.right, found.left, found.same) if found else None


LEAST_SAME = 5
"""Tokens that have to be the same where others differ; with fewer it is another sentence."""
_SAME_SHARE = 0.6
_LONG = 10
"""Tokens in a row of edits that are enough by themselves, whatever else both quotations hold."""


def _with_edits(left: Wording, right: Wording, *, whole: bool) -> Fit | None:
    matcher = SequenceMatcher(None, left.tokens, right.tokens, autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    chain = _chain([(b.a, b.b, b.size) for b in blocks], left, right, whole=whole)
    same = sum(size for _, _, size in chain)
    if same < LEAST_SAME:
        return None
    (a, c, _), (b, d, last) = chain[0], chain[-1]
    inner = [(i + n, k, j + n, m) for (i, j, n), (k, m, _) in pairwise(chain)]
    gaps = [gap for gap in inner if not _harmless(gap, left, right)]
    edges = list(_edges((a, c), (b + last, d + last), chain, left, right)) if whole else []
    gaps += [gap for gap in edges if not _harmless(gap, left, right)]
    fewer = min(len(left), len(right)) if whole else len(left)
    differing = sum(max(b - a, d - c) for a, b, c, d in gaps)
    if (same < _SAME_SHARE * fewer and same < _LONG) or same < 2 * differing:
        return None
    if gaps and same < _LONG and _telling(chain, left) < _TELLING:
        return None
    return Fit((a, b + last), (c, d + last), same, tuple(sorted(gaps)))


_Block = tuple[int, int, int]


def _telling(chain: list[_Block], left: Wording) -> int:
    """How many of the same tokens are no words that every speaker uses."""
    return sum(t not in _EVERYDAY for i, _, size in chain for t in left.tokens[i : i + size])


_TELLING = 2
"""“We're going to have to see” and “we're going to see” need not be one utterance."""
_WORDS = """
a about all am an and any are as at be because been but by can come could did do does for from get
go going good got had has have he her here him his how i if in into is it its just know let look
like lot make many me more much my no not now of on one or our out people really right said say see
she should so some take than that the their them then there these they thing things think this those
time to up us very want was way we well were what when where which who will with would you your
's 'd 1
"""
_EVERYDAY = frozenset(_WORDS.split())


def _chain(blocks: list[_Block], left: Wording, right: Wording, *, whole: bool) -> list[_Block]:
    """The longest block and those around it that belong to the same words.

    With `whole`, a block at which both quotations begin or end is held by that edge too.
    """
    if not blocks:
        return []
    best = max(range(len(blocks)), key=lambda at: blocks[at][2])
    chain = [blocks[best]]
    for block in blocks[best + 1 :]:
        i, j, size = chain[-1]
        held = whole and block[0] + block[2] == len(left) and block[1] + block[2] == len(right)
        weight = block[2] + _HELD * held
        if not _near((i + size, block[0], j + size, block[1]), weight, left, right):
            break
        chain.append(block)
    for block in reversed(blocks[:best]):
        i, j, _ = chain[0]
        weight = block[2] + _HELD * (whole and block[0] == block[1] == 0)
        if not _near((block[0] + block[2], i, block[1] + block[2], j), weight, left, right):
            break
        chain.insert(0, block)
    return chain


_HELD = 2
"""Words that an edge is worth: “they tend to be moved early” and “they are moved early” share their
first word, and what follows it is one edit."""
_SILENT = 12
"""So many words may have been dropped or added in one place without a sign."""
_SIGNED = 80


def _near(gap: Gap, size: int, left: Wording, right: Wording) -> bool:
    """Whether a block of so many tokens beyond a gap still belongs to the same words."""
    a, b, c, d = gap
    more, fewer = max(b - a, d - c), min(b - a, d - c)
    if _honest(gap, left, right):
        return more <= _SIGNED and fewer <= 6 and size >= 2
    if fewer <= 1 and size >= 4:
        return more <= _SILENT
    return more <= 1 + min(size, 5)


def _honest(gap: Gap, left: Wording, right: Wording) -> bool:
    """Whether an ellipsis or a bracket stands where they differ."""
    a, b, c, d = gap
    if a == b:
        early, late = _slide(right.tokens, c, d)
        return any(a - early <= at <= a + late for at in left.breaks)
    if c == d:
        early, late = _slide(left.tokens, a, b)
        return any(c - early <= at <= c + late for at in right.breaks)
    return any(a <= at <= b for at in left.breaks) or any(c <= at <= d for at in right.breaks)


def _slide(tokens: tuple[str, ...], first: int, last: int) -> tuple[int, int]:
    """How far back and on other tokens, as many, could be left out to the same effect.

    "Folly and greed and now" without "greed and" is the same as without "and greed".
    """
    early = late = 0
    while first - early > 0 and tokens[first - early - 1] == tokens[last - early - 1]:
        early += 1
    while last + late < len(tokens) and tokens[first + late] == tokens[last + late]:
        late += 1
    return early, late


_EDGE = 2


def _edges(
    first: tuple[int, int],
    last: tuple[int, int],
    chain: list[_Block],
    left: Wording,
    right: Wording,
) -> Iterator[Gap]:
    """Swapped words at the edges, where both quotations have as many words beyond what is the same.

    Where one has more than the other, it may be a part quoted of a longer one.
    """
    a, c = first
    if 0 < a == c <= _EDGE < chain[0][2]:
        yield (0, a, 0, c)
    b, d = last
    if 0 < len(left) - b == len(right) - d <= _EDGE < chain[-1][2]:
        yield (b, len(left), d, len(right))


def _harmless(gap: Gap, left: Wording, right: Wording) -> bool:
    """Whether a difference is mere style, or a sign in the text accounts for it."""
    a, b, c, d = gap
    mine, other = left.tokens[a:b], right.tokens[c:d]
    if "".join(mine) == "".join(other) or _honest(gap, left, right):
        return True
    if (mine, other) in _ALIKE or (other, mine) in _ALIKE or {*mine, *other} <= _TITLES:
        return True
    return _stutter(mine, left, a, b) if not other else not mine and _stutter(other, right, c, d)


def _stutter(words: tuple[str, ...], text: Wording, first: int, last: int) -> bool:
    """Whether added words only say again what stands next to them."""
    size = len(words)
    return words in (text.tokens[last : last + size], text.tokens[max(0, first - size) : first])


_TITLES = frozenset({"mister", "mrs", "ms", "doctor"})
_ALIKE = frozenset(
    (tuple(one.split()), tuple(other.split()))
    for one, others in (
        ("'s", ("is", "has", "us", "does", "s")),
        ("'d", ("would", "had", "did")),
        ("us", ("united states", "united states of america")),
        ("uk", ("united kingdom",)),
        ("eu", ("european union",)),
        ("un", ("united nations",)),
        ("isil", ("isis", "is")),
        ("st", ("saint",)),
        ("u", ("you",)),
        ("okay", ("all right",)),
        ("alright", ("all right",)),
        ("$", ("dollars", "us $")),
        ("&", ("and",)),
    )
    for other in others
)
