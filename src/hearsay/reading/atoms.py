"""Joins the two ways in which assertions are cut: what the network sees and what rules make of it.

The network sees better what is an assertion at all, and where one ends; rules know what its
subject is, whose it is, and what becomes of a content in which the network sees nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from hearsay.reading.atom import Atom, atom_of
from hearsay.reading.found import FoundAttribution
from hearsay.vocabulary.spans import Span

_ALIKE = 0.8
"""So much of the shorter of two cuts has to be in both for them to be one assertion."""
_COVERED = 0.8
"""So much of an assertion has to stand in a content for it to be said there."""
_ENOUGH = 0.7
"""So much of what rules take for said in a sentence the network has to see, to be followed."""
_LOOK_BACK = 60
"""Contents before an assertion among which the one that it stands in is looked for."""
_OPENER = 24
"""Characters before an assertion in which what it hangs on is looked for."""
_RELATIVE = re.compile(r"(?:(?P<whose>whose)|who|which)\s+(?=\w)", re.I)
_GAP = re.compile(r"[\s,–—-]+$")
_CONDITION = re.compile(
    r"\b(?:if|unless|whether|lest|in case|as long as|so long as|provided(?: that)?)\W*$", re.I
)
"""What follows such words is supposed and not asserted."""
_EDGES = re.compile(r"^[\s,;:–—“”‘’\"'().\[\]-]+|[\s,;:–—“”\"'(.\[-]+$")


def joined(
    ruled: Sequence[Atom],
    seen: Sequence[Span],
    found: Sequence[FoundAttribution],
    quoted: Sequence[Span],
    starts: Sequence[int],
    text: str,
    *,
    named: Sequence[Span] = (),
) -> list[Atom]:
    """The assertions that the network sees, each as rules cut it where they cut it alike.

    A sentence of which the network sees too little stays as rules cut it; `starts` are where
    sentences begin, `named` where something is mentioned, of which relative clauses say what they
    say. What else rules alone find is kept only for an attribution in which the
    network sees nothing, so that nobody is cited for nothing.
    """
    owners = _Owners(found)
    before = {span.end: span for span in sorted(named, key=len)}
    parts: dict[int, list[Atom]] = {}
    for part in _trimmed(seen, text):
        atom = _with_antecedent(atom_of(part, owners.of(part), quoted, text), before, text)
        if atom.says_something and not _CONDITION.search(
            text[max(0, part.start - _OPENER) : part.start]
        ):
            parts.setdefault(bisect_right(starts, part.start), []).append(atom)
    by_sentence: dict[int, list[Atom]] = {}
    for one in ruled:
        by_sentence.setdefault(bisect_right(starts, one.spans[-1].start), []).append(one)
    kept: list[Atom] = []
    spare: list[Atom] = []
    for number in sorted(parts.keys() | by_sentence.keys()):
        rules, network = by_sentence.get(number, []), parts.get(number, [])
        if _covers(network, rules):
            kept += _as_ruled(network, rules)
            spare += rules
        else:
            kept += rules
    filled = {atom.attribution for atom in kept}
    kept += [a for a in spare if a.attribution is not None and a.attribution not in filled]
    return sorted(kept, key=lambda atom: (atom.spans[-1].start, atom.spans[0].start))


def _with_antecedent(atom: Atom, before: Mapping[int, Span], text: str) -> Atom:
    """ "Sadr – whose bloc won": the clause together with the mention that it hangs on.

    `before` are mentions by their ends.
    """
    part = atom.spans[0]
    relative = _RELATIVE.match(text, part.start, part.end)
    gap = _GAP.search(text, max(0, part.start - _OPENER), part.start)
    about = before.get(gap.start()) if gap is not None else None
    if relative is None or about is None:
        return atom
    kept = part if relative["whose"] else Span(relative.end(), part.end)
    return replace(atom, spans=(about, kept, *atom.spans[1:]))


def _covers(network: Sequence[Atom], rules: Sequence[Atom]) -> bool:
    """Whether the network sees most of what rules take for said."""
    if not network:
        return False
    said, held = _merged(rules), _merged(network)
    both = sum(max(0, min(b, d) - max(a, c)) for a, b in said for c, d in held)
    return both >= _ENOUGH * sum(b - a for a, b in said)


def _merged(atoms: Sequence[Atom]) -> list[tuple[int, int]]:
    """Where their verbs' spans stand, those that overlap joined."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(map(_main, atoms)):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _as_ruled(network: Sequence[Atom], rules: Sequence[Atom]) -> list[Atom]:
    """Each assertion once, in the form that rules give it where they cut it alike.

    What rules leave whole and the network cuts in two stays in two.
    """
    made: dict[int, Atom] = {}
    holding = [sum(_within(atom, one) for atom in network) for one in rules]
    for place, atom in enumerate(network):
        alike = [
            (share, n)
            for n, one in enumerate(rules)
            if holding[n] < 2 and (share := _alike(one, atom)) >= _ALIKE
        ]
        if not alike:
            made[-1 - place] = atom
        else:
            made.setdefault(max(alike)[1], rules[max(alike)[1]])
    return list(made.values())


def _within(inner: Atom, outer: Atom) -> bool:
    """Whether nearly all of one stands in the other."""
    (a, b), (c, d) = _main(inner), _main(outer)
    return min(b, d) - max(a, c) >= _ALIKE * (b - a)


def _main(atom: Atom) -> tuple[int, int]:
    """The span that holds the verb: of two, the first is a subject that stands elsewhere."""
    return atom.spans[-1].start, atom.spans[-1].end


def _trimmed(seen: Sequence[Span], text: str) -> Iterator[Span]:
    """Without marks and white space at their edges; nothing of what is nothing else."""
    for part in seen:
        words = part.of(text)
        lead = _EDGES.match(words)
        start = part.start + (lead.end() if lead else 0)
        trail = _EDGES.search(text[start : part.end])
        end = start + trail.start() if trail else part.end
        if start < end:
            yield Span(start, end)


def _alike(one: Atom, other: Atom) -> float:
    """The share of the shorter one's characters that both have."""
    (a, b), (c, d) = _main(one), _main(other)
    return max(0, min(b, d) - max(a, c)) / min(b - a, d - c)


class _Owners:
    """Finds whose content an assertion stands in."""

    def __init__(self, found: Sequence[FoundAttribution]) -> None:
        self._parts = sorted(
            (part.start, part.end, sum(map(len, one.content)), n)
            for n, one in enumerate(found)
            for part in one.content
        )
        self._starts = [start for start, *_ in self._parts]
        self._reach = list(accumulate((stop for _, stop, *_ in self._parts), max))

    def of(self, part: Span) -> int | None:
        """The attribution with the shortest content around it, by its place; the outlet's none."""
        end = bisect_left(self._starts, part.end)
        best: tuple[int, int] | None = None
        for at in range(end - 1, max(0, end - _LOOK_BACK) - 1, -1):
            if self._reach[at] <= part.start:
                break  # neither this one nor any before it comes so far
            start, stop, size, n = self._parts[at]
            inside = min(stop, part.end) - max(start, part.start)
            if inside >= _COVERED * len(part) and (best is None or (size, n) < best):
                best = size, n
        return best[1] if best is not None else None
