"""Says how often something is told, by how many outlets, and from how many origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hearsay.outputs.imprints import ImprintOf
from hearsay.outputs.telling import Telling, every
from hearsay.vocabulary.traces import ClaimNode, Node, Origins

PROVED = "Independence has to be shown: what does not show where it has it counts as unproven."


def dates_of(nodes: Iterable[Node]) -> str | None:
    """From when to when these came out: `2022-02-10 to 2022-02-14`."""
    dates = [n.published for n in nodes if isinstance(n, ClaimNode) and n.published]
    if not dates:
        return None
    return dates[0] if min(dates) == max(dates) else f"{min(dates)} to {max(dates)}"


def tellings(trees: Iterable[Telling], imprint_of: ImprintOf) -> tuple[int, int]:
    """How often something is told, and by how many outlets."""
    captures = [
        node.claim.capture
        for telling in every(trees)
        for node in telling.nodes
        if isinstance(node, ClaimNode)
    ]
    return len(captures), len({imprint_of(c).outlet for c in captures})


def told_by(trees: Iterable[Telling], imprint_of: ImprintOf) -> str:
    """`8 times by 6 outlets`, or `by 6 outlets` where each tells it once."""
    number, outlets = tellings(trees, imprint_of)
    by = "by one outlet" if outlets == 1 else f"by {outlets:,} outlets"
    return by if number == outlets else f"{times(number)} {by}"


def times(number: int) -> str:
    """`once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def from_origins(origins: Origins) -> str:
    """`from 1 origin`, `from 1 to 3 origins`."""
    number = how_many(origins)
    if not any(root.proven for root in origins.roots):
        return "no origin shown"
    return f"from {number} origin{'' if number == '1' else 's'}"


def how_many(origins: Origins) -> str:
    """`1`, `1 to 3`, or that none is shown."""
    if not any(root.proven for root in origins.roots):
        return "none shown"
    if origins.least == origins.most:
        return f"{origins.least:,}"
    return f"{origins.least:,} to {origins.most:,}"


def counted(origins: Origins) -> Iterator[str]:
    """What the number of origins rests on, in sentences."""
    told = {claim for root in origins.roots for claim in root.claims}
    if origins.least == origins.most == 1 and any(root.proven for root in origins.roots):
        if len(told) == 2:
            yield "Both tellings lead back to one origin: neither confirms the other."
        elif len(told) > 2:
            yield f"All {len(told):,} tellings lead back to one origin: none confirms another."
    if origins.least != origins.most:
        sentence = f"At least {origins.least:,}, at most {origins.most:,}"
        if origins.least < origins.expected:
            sentence += f"; {origins.expected:.1f} expected from how sure the links are"
        yield f"{sentence}."
    doubted = sum(root.proven and root.doubted for root in origins.roots)
    if doubted:
        which = "an origin" if doubted == 1 else f"{doubted:,} origins"
        yield f"At least leaves out {which} of what may be another thing."
    if origins.perhaps:
        others = len(origins.perhaps)
        which = (
            "another that perhaps says" if others == 1 else f"{others:,} others that perhaps say"
        )
        yield f"At most allows for {which} the same."
    if origins.unproven:
        yield PROVED
