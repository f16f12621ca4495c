"""Whether a new judgement can hold beside those that count already, and what stands against it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

from hearsay.ledger.judgements import Pairing, PairingVerdict, Ruling
from hearsay.vocabulary.edtf import days_of
from hearsay.vocabulary.errors import Misuse

Steps = Mapping[str, Iterable[tuple[str, str]]]
"""From each end to others, with the id of the judgement that leads there."""


def refuse_pairing(
    counted: Iterable[Pairing], one: str, other: str, verdict: PairingVerdict
) -> None:
    """Raises where what counts already says the contrary of two claims by way of others.

    A newer judgement on the very same two is no contradiction: it takes the older one's place.
    """
    held = [pairing for pairing in counted if {*pairing.claims} != {one, other}]
    steps = _steps(held)
    if verdict == "different":
        way = _way(steps, one, other)
        if way:
            raise Misuse(
                f"{one} and {other} are joined by way of others ({', '.join(way)}). Take one of "
                f"those back first: hearsay undo {way[-1]}"
            )
        return
    for pairing in held:
        left, right = pairing.claims
        if pairing.verdict != "different" or left is None or right is None:
            continue
        for here, there in ((left, right), (right, left)):
            ways = _way(steps, one, here), _way(steps, other, there)
            if ways[0] is not None and ways[1] is not None:
                by = ", ".join((*ways[0], *ways[1]))
                also = f" and joined to these two ({by})" if by else ""
                raise Misuse(
                    f"{here} and {there} are parted ({pairing.id}){also}. Take one of those back "
                    f"first: hearsay undo {pairing.id}"
                )


def refuse_circle(counted: Iterable[Ruling], later: str, earlier: str) -> None:
    """Raises where the earlier text is judged to have it, by way of others, from the later."""
    steps: dict[str, list[tuple[str, str]]] = {}
    for ruling in counted:
        ends = ruling.later.key, ruling.earlier.key
        if ruling.verdict == "retelling" and None not in ends and {*ends} != {later, earlier}:
            steps.setdefault(str(ends[0]), []).append((str(ends[1]), ruling.id))
    way = _way(steps, earlier, later)
    if way:
        raise Misuse(
            f"That would be a circle: by {', '.join(way)} the earlier one has it from the later. "
            f"Take one of those back first: hearsay undo {way[-1]}"
        )


def is_against(later: str | None, earlier: str | None) -> bool:
    """Whether what is to be the later text was surely published before the earlier one."""
    here, there = (days_of(day) if day else None for day in (later, earlier))
    if here is None or there is None or here.last is None or there.first is None:
        return False
    return here.last < there.first


def _steps(pairings: Iterable[Pairing]) -> Steps:
    found: dict[str, list[tuple[str, str]]] = {}
    for pairing in pairings:
        left, right = pairing.claims
        if pairing.verdict == "same" and left is not None and right is not None:
            found.setdefault(left, []).append((right, pairing.id))
            found.setdefault(right, []).append((left, pairing.id))
    return found


def _way(steps: Steps, start: str, end: str) -> tuple[str, ...] | None:
    """The fewest judgements that lead from one end to another; `None` where none do."""
    ways: dict[str, tuple[str, ...]] = {start: ()}
    waiting = deque((start,))
    while waiting and end not in ways:
        here = waiting.popleft()
        for there, id in sorted(steps.get(here, ())):
            if there not in ways:
                ways[there] = (*ways[here], id)
                waiting.append(there)
    return ways.get(end)
