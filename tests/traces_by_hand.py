"""Traces made by hand: who says what, and who had it from whom."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import get_args

from hypothesis import strategies as st

from hearsay.outputs.imprints import Imprint
from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.readings import Claim, Speaker
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import (
    Change,
    ChangeKind,
    ClaimNode,
    Comparison,
    Evidence,
    EvidenceKind,
    NamedNode,
    Naming,
    Node,
    Origins,
    Retelling,
    Root,
    Side,
    Trace,
)


def capture(outlet: str | None) -> str:
    """The SHA-256 of what this outlet printed."""
    return hashlib.sha256((outlet or "").encode("utf-8", "surrogatepass")).hexdigest()


def changed(kind: ChangeKind, before: str | None, after: str | None) -> Change:
    """A change with these words on both sides; `None` is nothing on that side."""
    return Change(
        kind,
        None if before is None else Side("k1", (Span(0, len(before)),), before),
        None if after is None else Side("k2", (Span(0, len(after)),), after),
    )


CHANGED = changed("predicate", "spread across", "concentrated in")
LEFT_OUT = changed("certainty", "thought to be", None)


@dataclass
class Case:
    """A trace as it is put together, node after node: `k1`, `k2` and so on."""

    gist: str = "the units were spread across the services"
    nodes: list[Node] = field(default_factory=list)
    links: list[Retelling] = field(default_factory=list)
    comparisons: list[Comparison] = field(default_factory=list)
    denials: list[str] = field(default_factory=list)
    roots: list[Root] = field(default_factory=list)
    imprints: dict[str, Imprint] = field(default_factory=dict)

    change = staticmethod(changed)

    def claim(
        self,
        outlet: str | None,
        published: str | None,
        words: str,
        *,
        speakers: tuple[str, ...] = (),
        denies: bool = False,
        document: str | None = None,
    ) -> str:
        """One more claim; the id of its node."""
        which = document or capture(outlet)
        node = f"k{len(self.nodes) + 1}"
        chain = [Speaker(s, Span(100 + at, 101 + at)) for at, s in enumerate(speakers)]
        claim = Claim(
            id=hashlib.sha256(f"{node}{words}".encode()).hexdigest(),
            capture=which,
            spans=(Span(0, len(words)),),
            words=words,
            speakers=(Speaker(outlet or "", None), *chain),
            addressee=None,
            cue=None,
            cue_class="denied" if denies else None,
            speech=None,
            polarity="denied" if denies else "affirmed",
            hedges=(),
            inserted=(),
            times=(),
            passage=1,
            page=None,
            score=0.9,
        )
        self.nodes.append(ClaimNode(node, claim, published))
        self.imprints[which] = Imprint(outlet, published, None, f"reports/{outlet}.txt")
        if denies:
            self.denials.append(node)
        return node

    def named(self, name: str, *, by: tuple[str, ...] = ()) -> str:
        """One more source that is known by name only."""
        node = f"k{len(self.nodes) + 1}"
        namings = tuple(Naming(capture(outlet), Span(3, 9)) for outlet in by)
        self.nodes.append(NamedNode(node, name, namings))
        return node

    def link(
        self,
        later: str,
        earlier: str,
        *kinds: EvidenceKind,
        probability: float = 0.99,
        share: float = 1.0,
        changes: tuple[Change, ...] = (),
        at: int | None = None,
        ordered: bool = True,
    ) -> None:
        """The later node leads back to the earlier one; `at` is where it names it."""
        spans = () if at is None else (Span(at, at + 1),)
        evidence = tuple(Evidence(kind, spans, (), share) for kind in kinds)
        self.links.append(Retelling(later, earlier, probability, evidence, changes, ordered))

    def root(self, node: str, *, proven: bool, claims: tuple[str, ...] = ()) -> None:
        """The node is a root."""
        self.roots.append(Root(node, proven, claims or (node,)))

    def imprint_of(self, which: str) -> Imprint:
        """What is printed on a document."""
        return self.imprints[which]

    def document_of(self, which: str) -> Document:
        """The text of what an outlet printed: the words of its claims, one line each."""
        words = [
            node.claim.words
            for node in self.nodes
            if isinstance(node, ClaimNode) and node.claim.capture == which
        ]
        text = "\n".join(words)
        starts = [sum(len(w) + 1 for w in words[:at]) for at in range(len(words))]
        return Document(
            which,
            "text 1",
            text,
            tuple(
                Passage(Span(start, start + len(one)), "paragraph", at)
                for at, (start, one) in enumerate(zip(starts, words, strict=True), 1)
            ),
        )

    def trace(self) -> Trace:
        """The trace as it stands."""
        proven = sum(root.proven for root in self.roots)
        unproven = len(self.roots) - proven
        least = max(1, proven)
        origins = Origins(
            least, float(least), max(1, proven + unproven), unproven, tuple(self.roots)
        )
        return Trace(
            "p" + capture(self.gist)[:15],
            self.gist,
            tuple(self.nodes),
            tuple(self.links),
            tuple(self.comparisons),
            tuple(self.denials),
            origins,
        )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Traces of any form that can be: links lead back only, to claims and to named sources."""
    case = Case()
    names = draw(st.lists(st.sampled_from(["APA", "the Bureau", "صحيفة"]), max_size=2, unique=True))
    sources = [case.named(name) for name in names]
    outlets = st.sampled_from(["Courier", "Post", "Gazette of the North", "Radio Velan", None])
    for number in range(draw(st.integers(1, 7))):
        outlet = draw(outlets)
        denies = draw(st.booleans()) and draw(st.booleans())
        node = case.claim(outlet, f"2022-01-{number + 1:02d}", f"it rained {number}", denies=denies)
        for earlier in draw(st.lists(st.sampled_from(sources or [node]), max_size=3, unique=True)):
            if earlier != node:
                kind = draw(st.sampled_from(get_args(EvidenceKind)))
                change = draw(st.sampled_from([(), (CHANGED,), (CHANGED, LEFT_OUT)]))
                sure = draw(st.sampled_from([0.01, 0.3, 0.6, 0.97]))
                case.link(node, earlier, kind, probability=sure, changes=change)
        sources.append(node)
    led = {link.later for link in case.links}
    for node in sources:
        if node not in led:
            case.root(node, proven=draw(st.booleans()))
    return case


def handed_on(outlets: int) -> Case:
    """One thing handed on from outlet to outlet, each naming the one before."""
    case = Case()
    earlier = case.claim("Outlet 1", "2022-01-01", "it rained")
    for number in range(2, outlets + 1):
        later = case.claim(f"Outlet {number}", "2022-01-02", "it rained")
        case.link(later, earlier, "named_source")
        earlier = later
    return case
