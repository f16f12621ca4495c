"""How the most echoed propositions look in a list: what is told, by how many, from whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hearsay.cli.branches import fitting, set_in
from hearsay.cli.chains import how_often
from hearsay.cli.listing import SHORT_ID
from hearsay.cli.printing import dim
from hearsay.cli.wrapping import BOLD, DIM, PLAIN
from hearsay.outputs.excerpts import DocumentOf, excerpt
from hearsay.outputs.imprints import ImprintOf
from hearsay.outputs.placing import origin_numbers, placed
from hearsay.outputs.ranking import substance
from hearsay.outputs.wording import first_said, label, quoted
from hearsay.vocabulary.traces import ClaimNode, Trace, capture_of

_GIST = 300
"""Characters of the gist that are shown."""
_SCRAP = 0.6
"""What says less by itself is shown in the sentence that it stands in."""
_NAMED = 2
"""Origins that are named."""
_INDENT = "    "


def echo_lines(
    traces: Iterable[Trace],
    *,
    imprint_of: ImprintOf,
    document_of: DocumentOf,
    width: int,
    naming: str = "",
) -> Iterator[list[str]]:
    """Each proposition in a few lines: what is told, how often, from how many origins and from
    whom, and the command that traces it; `naming` says in it which case is meant.
    """
    width = fitting(width)
    for at, trace in enumerate(traces):
        trees = placed(trace)
        lines = [""] if at else []
        lines += set_in([(quoted(trace.gist, _GIST), BOLD)], width)
        if sentence := _sentence(trace, document_of):
            lines += set_in([("in: ", DIM), (sentence, PLAIN)], width, _INDENT)
        numbers = origin_numbers(trace, trees)
        pieces = how_often(trace, trees, imprint_of)
        if named := _origins(trace, numbers, imprint_of):
            pieces += [(": ", DIM), (named, PLAIN)]
        lines += set_in(pieces, width, _INDENT)
        # Not wrapped, so that it can be copied.
        lines.append(f"{_INDENT}{dim(_next(trace) + naming)}")
        yield lines


def _next(trace: Trace) -> str:
    first = next(node for node in trace.nodes if isinstance(node, ClaimNode))
    return f"hearsay trace {first.claim.id[:SHORT_ID]}"


def _sentence(trace: Trace, document_of: DocumentOf) -> str:
    """The sentence around a scrap of talk, where the earliest document has it."""
    if substance(trace.gist) >= _SCRAP:
        return ""
    claims = [node.claim for node in trace.nodes if isinstance(node, ClaimNode)]
    gist = " ".join(trace.gist.split())
    first = next((one for one in claims if " ".join(one.words.split()) == gist), claims[0])
    shown = excerpt(document_of(capture_of(first.capture)), first).words
    return "" if shown.strip(' “”"') == gist.strip(' “”"') else shown


def _origins(trace: Trace, numbers: dict[str, int], imprint_of: ImprintOf) -> str:
    """Who is at the beginning: the proven origins by name, in the order of their numbers."""
    nodes = {node.id: node for node in trace.nodes}
    names = []
    for id in sorted(numbers, key=lambda one: numbers[one]):
        node = nodes[id]
        said = first_said(node) if isinstance(node, ClaimNode) else ""
        names.append(said or label(node, imprint_of))
    once = list(dict.fromkeys(names))
    more = len(once) - _NAMED
    return ", ".join(once[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")
