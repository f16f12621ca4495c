"""How the origins of a trace look in the terminal, and tellings set beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hearsay.cli.branches import changed, set_in
from hearsay.cli.wrapping import BOLD, DIM, PLAIN, WARNING, Piece
from hearsay.outputs.imprints import ImprintOf
from hearsay.outputs.tallying import counted, how_many
from hearsay.outputs.wording import first_said, label, quoted
from hearsay.vocabulary.traces import ClaimNode, NamedNode, Node, Root, Trace

NAMES = 12
"""Outlets that one line names; the JSON has them all."""
NEAR = 3
"""Claims shown that perhaps say the same; the JSON has them all."""


def origin_lines(
    trace: Trace, numbers: Mapping[str, int], *, imprint_of: ImprintOf, width: int
) -> Iterator[str]:
    """How many origins there are, each with its number in the tree, then what is unproven."""
    roots = trace.origins.roots
    if not roots:
        return
    nodes = {node.id: node for node in trace.nodes}
    head: list[Piece] = [("Origins", BOLD), (f": {how_many(trace.origins)}", PLAIN)]
    yield from set_in(head, width)
    proven = sorted((r for r in roots if r.proven), key=lambda r: numbers[r.node])
    for root in proven:
        line = _origin(root, nodes[root.node], numbers[root.node], imprint_of)
        yield from set_in(line, width, "  ", "      ")
    unproven = [label(nodes[r.node], imprint_of) for r in roots if not r.proven]
    if unproven:
        pieces = [("[?] ", WARNING), (f"{len(unproven):,} unproven: {listed(unproven)}", PLAIN)]
        yield from set_in(pieces, width, "  ", "      ")
    for one in trace.origins.perhaps[:NEAR]:
        near: list[Piece] = [("[~] ", DIM), (imprint_of(one.document).outlet, BOLD)]
        near += [(" perhaps says the same: ", PLAIN), (quoted(one.words), PLAIN)]
        yield from set_in([*near, (f" · {one.claims[0][:8]}", DIM)], width, "  ", "      ")
    for sentence in counted(trace.origins):
        yield from set_in([(sentence, DIM)], width, "  ")


def comparison_lines(trace: Trace, *, imprint_of: ImprintOf, width: int) -> Iterator[str]:
    """Tellings of one thing set beside each other, with in what they differ."""
    if not trace.comparisons:
        return
    nodes = {node.id: node for node in trace.nodes}
    head: list[Piece] = [("Beside each other", BOLD), (" (neither is taken for the source)", DIM)]
    yield from set_in(head, width)
    for comparison in trace.comparisons:
        one, other = (nodes[i] for i in comparison.between)
        pieces = [*outlet_and_date(one, imprint_of), (" | ", DIM)]
        pieces += outlet_and_date(other, imprint_of)
        if comparison.common is not None:
            common = label(nodes[comparison.common], imprint_of)
            pieces.append((f" · both from {common}", PLAIN))
        yield from set_in(pieces, width, "  ", "    ")
        for change in comparison.changes:
            yield from set_in(changed(change, beside=True), width, "    ", "      ")


def outlet_and_date(node: Node, imprint_of: ImprintOf) -> list[Piece]:
    """Whose telling it is, and from when; a source known by name only has no date."""
    pieces: list[Piece] = [(label(node, imprint_of), BOLD)]
    if isinstance(node, ClaimNode):
        pieces.append((f" · {node.published or 'no date'}", DIM))
    return pieces


def listed(names: Sequence[str]) -> str:
    """The names, each once; of many, the first ones and how many more."""
    once = list(dict.fromkeys(names))
    more = len(once) - NAMES
    # "and 1 more" is as long as the name that it hides.
    if more <= 1:
        return ", ".join(once)
    return f"{', '.join(once[:NAMES])} and {more:,} more"


def _origin(root: Root, node: Node, number: int, imprint_of: ImprintOf) -> list[Piece]:
    pieces: list[Piece] = [(f"[{number}] ", BOLD), (label(node, imprint_of), BOLD)]
    if isinstance(node, NamedNode):
        pieces.append((" (by name only)", DIM))
    elif isinstance(node, ClaimNode) and first_said(node):
        pieces.append((f" › {first_said(node)}", BOLD))
    held = [claim for claim in root.claims if claim != root.node]
    if held:
        leads = "telling leads" if len(held) == 1 else "tellings lead"
        pieces += [(" · ", DIM), (f"{len(held):,} {leads} back to it", PLAIN)]
    if root.doubted:
        pieces.append((" · may be of another thing", WARNING))
    return pieces
