"""Statements that cannot all be so, found by rule, each with both sides and the reason in words.

A conflict says that two claims do not agree; it never says which of them is right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from hearsay.picture.conflict import Conflict, Said, SideOf, said_in, weight_of
from hearsay.picture.denying import denials_in
from hearsay.picture.holders import arms_at_odds, commanders_at_odds
from hearsay.picture.incidents import Occurrence, Part
from hearsay.picture.index import Asking, StatementRow
from hearsay.picture.index.asking import StatementFilter
from hearsay.picture.likening import stems_of
from hearsay.picture.listening import Heard
from hearsay.picture.tallies import Count, limits, plural
from hearsay.vocabulary.statements import parties_of
from hearsay.vocabulary.traces import ClaimNode, Trace

Where = Callable[[str, int], tuple[str, str]]
"""Of a capture and the number of a paragraph: the address, and the place that a person looks up."""


def conflicts_in(
    asking: Asking,
    occurrences: Iterable[Occurrence],
    counts: Sequence[Count],
    heard: Sequence[Heard] = (),
    traces: Iterable[Trace] = (),
    where: Where = lambda capture, paragraph: (capture, f"¶ {paragraph}"),
) -> tuple[Conflict, ...]:
    """All conflicts, that on which most hangs first; those that rest on unsure reading last."""
    found = [
        *_denials(traces, where),
        *denials_in(heard),
        *_opposite(asking),
        *commanders_at_odds(asking),
        *arms_at_odds(asking),
        *_numbers(counts),
        *_of_incidents(occurrences),
    ]
    once = {one.id: one for one in reversed(found)}
    return tuple(sorted(once.values(), key=lambda c: (c.unsure, -c.weight, c.kind, c.id)))


def _denials(traces: Iterable[Trace], where: Where) -> Iterator[Conflict]:
    """What some tell and others deny, by the groups of claims that say the same."""
    for trace in traces:
        denying = set(trace.denials)
        nodes = [node for node in trace.nodes if isinstance(node, ClaimNode)]
        told = [node for node in nodes if node.id not in denying]
        denied = [node for node in nodes if node.id in denying]
        if not told or not denied:
            continue
        yield Conflict(
            "denial",
            " ".join(trace.gist.split()),
            f"{_times(len(told))} told, {_times(len(denied))} denied.",
            (
                SideOf("told", tuple(_said_in(node, where) for node in told)),
                SideOf("denied", tuple(_said_in(node, where) for node in denied)),
            ),
            len(nodes),
        )


def _opposite(asking: Asking) -> Iterator[Conflict]:
    """One thing stated of the same parties, affirmed by one and denied by another."""
    kinds = ("Posting", "Relation", "Affiliation", "Assistance", "Positioning")
    groups: dict[object, list[StatementRow]] = defaultdict(list)
    for row in asking.statements(StatementFilter(kinds=kinds)):
        if _is_presupposed(row) or getattr(row.statement, "kind", None) in _PASSING:
            continue
        kind = getattr(row.statement, "kind", getattr(row.statement, "role", None))
        groups[type(row.statement).__name__, kind, row.entities].append(row)
    for rows in groups.values():
        told = [row for row in rows if not row.denied]
        denied = [row for row in rows if row.denied]
        apart = {r.source.account for r in told} | {r.source.account for r in denied}
        if not told or not denied or len(apart) < 2:
            continue
        names = " – ".join(dict.fromkeys(asking.entity(n).name for _, n in rows[0].entities))
        yield Conflict(
            "denial",
            names,
            "The same is stated of the same by one, and denied by another.",
            (SideOf("stated", said_in(told)), SideOf("denied", said_in(denied))),
            weight_of(asking, rows),
        )


_PASSING = frozenset(("communicates_with", "fights"))
"""What may be so on one day and not on the next: a meeting that took place and one that did not."""


def _is_presupposed(row: StatementRow) -> bool:
    """Whether a denial takes the statement for granted: "denied that the 5th Division *of the
    Federal Police* takes advice" denies nothing of whose it is."""
    if not row.denied:
        return False
    ends = sorted(party.spans[0] for _, party in parties_of(row.statement) if party.spans)
    return any(0 <= b.start - a.end <= _BESIDE for a, b in pairwise(ends))


_BESIDE = 10
"""Letters between two names of which one is the other's: "’s", "of the"."""


def _numbers(counts: Sequence[Count]) -> Iterator[Conflict]:
    """Numbers of one thing over the same days that cannot all be right."""
    groups: dict[object, list[Count]] = defaultdict(list)
    wholes = _wholes(counts)
    for one in counts:
        # "The mission counted four" says four of what the passage tells, and it tells of much.
        guessed = one.unit_by == "passage" or one.unit in _VAGUE
        if one.first is not None and not guessed and not _is_part(one, wholes):
            groups[one.unit, one.sort, one.first, one.last].append(one)
    for together in groups.values():
        at_odds: dict[int, Count] = {}
        for one, other in combinations(together, 2):
            if _may_be_one(one, other) and _disjoint(one, other) and _apart(one, other):
                at_odds |= {id(one): one, id(other): other}
        sides: dict[str, list[StatementRow]] = {}
        for one in at_odds.values():
            sides.setdefault(one.words, []).extend(one.rows)
        if sides:
            one = next(iter(at_odds.values()))
            days = one.first if one.first == one.last else f"{one.first} to {one.last}"
            yield Conflict(
                "numbers",
                f"{one.sort} {plural(one.unit)}, {days}".strip(),
                f"{' and '.join(sides)} of one thing over the same days cannot all be the whole"
                " number.",
                tuple(SideOf(words, said_in(rows)) for words, rows in sides.items()),
                sum(map(len, sides.values())),
            )


def _wholes(counts: Sequence[Count]) -> dict[str, float]:
    """For each claim that gives parts of a number ("nine of the 41 by drones, five by rockets"):
    the greatest number in it."""
    parted = {row.id for one in counts if one.part for row in one.rows}
    greatest: dict[str, float] = {}
    for one in counts:
        for row in one.rows:
            if row.id in parted:
                greatest[row.id] = max(greatest.get(row.id, 0), one.number.low)
    return greatest


def _is_part(one: Count, wholes: Mapping[str, float]) -> bool:
    """Whether it is a part of another number, or stands in its claims beside one that is."""
    return one.part or all(one.number.low < wholes.get(row.id, 0) for row in one.rows)


_VAGUE = frozenset(("thing", "one", "time", "percent", "kilometre", "year", "day", "month"))


def _may_be_one(one: Count, other: Count) -> bool:
    """Whether both may count the same: one place, or one of them names none; and the claims share
    words besides the number's own."""
    places = {c.scope.casefold() for c in (one, other) if c.scope}
    if len(places) > 1:
        return False
    if one.unit in _INCIDENTS:
        return True
    if 1 in (one.number.low, other.number.low):
        return False
    # "Four officers" and "two officers" of one quarter are others, unless the words say the same.
    left, right = (_besides(c) for c in (one, other))
    least = min(len(left), len(right))
    return least >= _FEWEST and len(left & right) >= _ALIKE * least


def _besides(one: Count) -> frozenset[str]:
    """The words of a claim besides its number and what is counted."""
    words = stems_of(one.rows[0].words) - stems_of(one.unit)
    return frozenset(word for word in words if not word[0].isdigit())


_FEWEST = 3


_ALIKE = 0.4
_INCIDENTS = frozenset(("attack", "raid", "clash", "arrest", "strike", "airstrike"))


def _disjoint(one: Count, other: Count) -> bool:
    mine, others = limits(one.number), limits(other.number)
    return mine[1] < others[0] or others[1] < mine[0]


def _apart(one: Count, other: Count) -> bool:
    """Whether two claims give them; of two numbers in one sentence each counts something else,
    unless it takes one of them back."""
    claims = {row.id for row in one.rows} & {row.id for row in other.rows}
    return not claims or one.withdrawn or other.withdrawn


def _of_incidents(occurrences: Iterable[Occurrence]) -> Iterator[Conflict]:
    """What different reports say of one incident that cannot all be so."""
    for one in occurrences:
        for part in _PARTS:
            for values in one.at_odds(part):
                documents = {row.source.account for value in values for row in value.rows}
                if len(documents) < 2:
                    continue
                said = " and ".join(f"“{value.words}”" for value in values[:3])
                yield Conflict(
                    "days" if part == "day" else "values",
                    f"{one.kind} of {one.first or 'no day'}",
                    f"Reports that seem to tell of one incident give as its {part} {said}.",
                    tuple(SideOf(value.words, said_in(value.rows)) for value in values),
                    len(one.rows),
                )


_PARTS: tuple[Part, ...] = ("day", "number", "actor", "stage")


def _said_in(node: ClaimNode, where: Where) -> Said:
    claim = node.claim
    address, place = where(claim.capture, claim.passage)
    return Said(
        claim.id,
        " ".join(claim.words.split()),
        tuple(speaker.name for speaker in claim.speakers),
        node.published,
        place,
        address,
        claim.score,
    )


def _times(number: int) -> str:
    return {1: "Once", 2: "Twice"}.get(number, f"{number} times")
