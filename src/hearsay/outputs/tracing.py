"""Traces, links between documents and differences as JSON, in the shapes that programs rely on.

The shapes are published in docs/reference/shapes (trace.json, retellings.json, changes.json).
`from` is the later node, `to` the earlier. Spans are `[start, end]` in code points, half-open,
into the text of the node's document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from hearsay.outputs.imprints import ImprintOf
from hearsay.outputs.placing import LIKELY
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import (
    Change,
    ChangeKind,
    ClaimNode,
    Comparison,
    DocumentLink,
    Evidence,
    NamedNode,
    Node,
    Origins,
    Retelling,
    Side,
    Trace,
    capture_of,
)

Json = dict[str, Any]

NAMED = "named:"
"""What a link between documents begins a source with that is known by name only."""

GRAVEST_FIRST: tuple[ChangeKind, ...] = (
    "polarity",
    "certainty",
    "cause",
    "predicate",
    "scope",
    "quantity",
    "entity",
    "quotation",
    "attribution",
    "time",
)
"""What turns a statement round comes first, then what makes it surer, gives it another reason,
widens or narrows it, and last what leaves it as it was but for its speaker or its date."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One change together with the two tellings that it stands between."""

    trace: Trace
    change: Change
    later: Node
    earlier: Node
    probability: float | None
    """Of the retelling that it belongs to; `None` where the two are only set beside each other."""
    ordered: bool = True
    """Whether it is shown that `earlier` came first; never where they stand beside each other."""


def differences(traces: Iterable[Trace]) -> list[Difference]:
    """All differences from earlier texts held here, the gravest first, each pair's words once.

    Where a claim is likelier not had from the earlier one, in what they differ says nothing.
    """
    found: dict[object, Difference] = {}
    for trace in traces:
        for one in _told(trace):
            words = [
                side and (side.words, side.spans) for side in (one.change.before, one.change.after)
            ]
            # One sentence can stand in several propositions.
            places = _document(one.later), _document(one.earlier)
            found.setdefault((places, one.change.kind, *words), one)
    return sorted(found.values(), key=_gravity)


def _told(trace: Trace) -> Iterator[Difference]:
    """The differences of one trace: on the way, then between those who tell it side by side."""
    nodes = {node.id: node for node in trace.nodes}
    for link in trace.retellings:
        for change in link.changes if link.probability >= LIKELY else ():
            yield Difference(
                trace,
                change,
                nodes[link.later],
                nodes[link.earlier],
                link.probability,
                link.ordered,
            )
    for beside in trace.comparisons:
        first, second = beside.between
        for change in beside.changes:
            yield Difference(trace, change, nodes[second], nodes[first], None, ordered=False)


def trace_shape(trace: Trace, *, imprint_of: ImprintOf) -> Json:
    """The object that `hearsay trace --json` lists for one proposition."""
    return {
        "proposition": {"id": trace.proposition, "gist": trace.gist, "polarity": trace.polarity},
        "nodes": [_node(node, imprint_of) for node in trace.nodes],
        "retellings": [_retelling(link) for link in trace.retellings],
        "comparisons": [_comparison(one) for one in trace.comparisons],
        "denials": list(trace.denials),
        "origins": _origins(trace.origins),
    }


def document_link_shape(link: DocumentLink, *, imprint_of: ImprintOf) -> Json:
    """The object that `hearsay retellings --json` lists for one link between documents."""
    return {
        "from": _whose(link.later, imprint_of),
        "to": _whose(link.earlier, imprint_of),
        "probability": round(link.probability, 4),
        "share": round(link.share, 4),
        "evidence": [_evidence(one) for one in link.evidence],
        "ordered": link.ordered,
    }


def change_shape(difference: Difference, *, imprint_of: ImprintOf) -> Json:
    """The object that `hearsay changes --json` lists for one difference."""
    trace = difference.trace
    return {
        **_change(difference.change),
        "probability": _rounded(difference.probability),
        "ordered": difference.ordered,
        "from": _node(difference.later, imprint_of),
        "to": _node(difference.earlier, imprint_of),
        "proposition": {"id": trace.proposition, "gist": trace.gist, "polarity": trace.polarity},
    }


def _rounded(probability: float | None) -> float | None:
    return None if probability is None else round(probability, 4)


def _gravity(difference: Difference) -> tuple[int, bool, float, str, str, str]:
    change, later = difference.change, difference.later
    published = later.published if isinstance(later, ClaimNode) else None
    return (
        GRAVEST_FIRST.index(change.kind),
        # A hedge or source that was left out weighs more than one that came in.
        change.after is not None,
        -(difference.probability or 0.0),
        published or "",
        difference.trace.proposition,
        later.id,
    )


def _document(node: Node) -> str:
    return node.claim.capture if isinstance(node, ClaimNode) else NAMED + node.name


def _node(node: Node, imprint_of: ImprintOf) -> Json:
    if isinstance(node, NamedNode):
        return {
            "id": node.id,
            "kind": "named",
            "name": node.name,
            "spans": [
                {"document": capture_of(naming.document), **_part(naming.span)}
                for naming in node.namings
            ],
        }
    claim = node.claim
    imprint = imprint_of(claim.capture)
    return {
        "id": node.id,
        "kind": "claim",
        "claim": claim.id,
        "document": capture_of(claim.capture),
        "address": imprint.address,
        "publisher": imprint.publisher,
        "title": imprint.title,
        "published": node.published,
        "spans": _pairs(claim.spans),
        "words": claim.words,
        "speakers": [speaker.name for speaker in claim.speakers],
        "polarity": claim.polarity,
    }


def _whose(which: str, imprint_of: ImprintOf) -> Json:
    if which.startswith(NAMED):
        return {"kind": "named", "name": which.removeprefix(NAMED)}
    imprint = imprint_of(which)
    return {
        "kind": "document",
        "document": capture_of(which),
        "address": imprint.address,
        "publisher": imprint.publisher,
        "title": imprint.title,
        "published": imprint.published,
    }


def _retelling(link: Retelling) -> Json:
    return {
        "from": link.later,
        "to": link.earlier,
        "probability": round(link.probability, 4),
        "evidence": [_evidence(one) for one in link.evidence],
        "changes": [_change(one) for one in link.changes],
        "ordered": link.ordered,
    }


def _comparison(comparison: Comparison) -> Json:
    return {
        "between": list(comparison.between),
        "common": comparison.common,
        "changes": [_change(one) for one in comparison.changes],
    }


def _origins(origins: Origins) -> Json:
    return {
        "least": origins.least,
        "expected": round(origins.expected, 4),
        "most": origins.most,
        "unproven": origins.unproven,
        "roots": [
            {
                "node": root.node,
                "proven": root.proven,
                "claims": list(root.claims),
                "doubted": root.doubted,
            }
            for root in origins.roots
        ],
        "perhaps": [
            {
                "claims": list(one.claims),
                "words": one.words,
                "document": capture_of(one.document),
                "probability": round(one.probability, 4),
            }
            for one in origins.perhaps
        ],
    }


def _evidence(evidence: Evidence) -> Json:
    return {
        "kind": evidence.kind,
        "from": _pairs(evidence.later),
        "to": _pairs(evidence.earlier),
        "share": round(evidence.share, 4),
    }


def _change(change: Change) -> Json:
    return {"kind": change.kind, "before": _side(change.before), "after": _side(change.after)}


def _side(side: Side | None) -> Json | None:
    if side is None:
        return None
    return {"node": side.node, "spans": _pairs(side.spans), "words": side.words}


def _part(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
