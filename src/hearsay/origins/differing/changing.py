"""What differs between two claims that say the same thing, every kind of change asked in turn."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import cast

from hearsay import plugins
from hearsay.origins.differing.change import Finding, Kind
from hearsay.origins.differing.pairing import Pair, paired
from hearsay.origins.differing.told import Telling, Told, once
from hearsay.vocabulary.traces import Change, ChangeKind

__all__ = ["Told", "changes_between", "kinds"]


def changes_between(before: Told, after: Told) -> tuple[Change, ...]:
    """The differences between an earlier claim and a later one that repeats it.

    Fit also for two tellings of one thing of which neither is the source: `before` is then only
    the one named first. Silent wherever it cannot tell a difference from another way to say it.
    """
    return changes_in(paired(before, after))


def changes_in(pair: Pair) -> tuple[Change, ...]:
    """The differences between two tellings that are aligned already."""
    if _is_reprinted(pair):
        return ()
    found: list[Finding] = []
    taken_before: set[int] = set()
    taken_after: set[int] = set()
    for kind in kinds():
        if pair.likeness < kind.LEAST_LIKENESS:
            continue
        for finding in kind.findings(pair):
            if _told(finding, taken_before, taken_after):
                continue
            found.append(finding)
            taken_before.update(finding.before)
            taken_after.update(finding.after)
    if not found or not (is_prose(pair.before) and is_prose(pair.after)):
        return ()
    return tuple(finding.change for finding in sorted(found, key=_place))


def _is_reprinted(pair: Pair) -> bool:
    """Whether both stand in the same words of one paragraph, to the letter."""
    before, after = pair.before, pair.after
    if before.folded != after.folded or not len(before):
        return False
    one, other = before.room, after.room
    return (
        len(one) == len(other)
        and before.starts[0] - one.start == after.starts[0] - other.start
        and one.of(before.text) == other.of(after.text)
    )


@once
def is_prose(telling: Telling) -> bool:
    """Whether a claim stands in running text, and not in a headline, a caption or a credit.

    What editors set around a text differs from outlet to outlet without anybody having said so.
    """
    if not len(telling):
        return False
    passage, start = telling.passage, telling.starts[0]
    if passage is None or not passage.span.start <= start < passage.span.end:
        passage = telling.told.account.document.passage_at(start)
    if passage is not None and passage.kind in _AROUND:
        return False
    return not _CREDIT.search(telling.text, telling.sentence.start, telling.sentence.end)


_AROUND = frozenset({"heading", "caption"})
_CREDIT = re.compile(
    r"\s\|\s|\(?\bPhoto(?:graph)? (?:by|credit)|\bGetty Images\b|\bAP Photo\b|\bImage source\b"
    r"|\bPicture:|\bCredit:|\bFILE\s*[-–—]|\(File\)|\bFollow us\b|\bClick here\b|\bRead more\b"
    r"|\bPhoto via\b|\bcontribut\w+ (?:to this (?:report|story|article)|reporting)\b"
    r"|\breporting by\b",
)


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind of change, in the order in which they are asked."""
    promises = ("RANK", "LEAST_LIKENESS", "findings")
    found = [
        cast(Kind, plugins.find(_FOLDER, name, kind="kind of change", promises=promises))
        for name in plugins.names(_FOLDER)
    ]
    return tuple(sorted(found, key=lambda kind: kind.RANK))


_FOLDER = "hearsay.origins.differing.changes"


def _told(finding: Finding, before: Iterable[int], after: Iterable[int]) -> bool:
    """Whether another kind has said all of this already."""
    if not finding.before and not finding.after:
        return False
    return set(finding.before) <= set(before) and set(finding.after) <= set(after)


def _place(finding: Finding) -> tuple[int, int, ChangeKind]:
    """In the order of the later text, what was left out by its place in the earlier one."""
    change = finding.change
    side = change.after or change.before
    start = side.spans[0].start if side is not None and side.spans else 0
    return (0 if change.after else 1, start, change.kind)
