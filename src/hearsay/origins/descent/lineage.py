"""Who had a proposition from whom: its nodes, and the retellings between them with evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hearsay.origins.citing.resolving import Sources
from hearsay.origins.citing.speakers import Source, same_source
from hearsay.origins.descent.naming import (
    Ending,
    on_programmes,
    one_key_each,
    shown,
    together,
)
from hearsay.origins.descent.telling import Line, Tellings
from hearsay.origins.descent.trust import TRUST, Trust, group_of, says_so
from hearsay.origins.descent.upstream import Step, inferred, steps
from hearsay.origins.descent.verdicts import Verdicts
from hearsay.origins.differing.siding import contrary
from hearsay.origins.direction import SHOWN
from hearsay.origins.sharing.shared_text import CopiesBetween, QuotesBetween
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.traces import (
    Account,
    ClaimNode,
    Evidence,
    NamedNode,
    Naming,
    Node,
    Retelling,
)


@dataclass(frozen=True, slots=True)
class Lineage:
    """A proposition's nodes and what leads from each to where it was had from."""

    nodes: tuple[Node, ...]
    retellings: tuple[Retelling, ...]
    proven: Mapping[str, bool]
    """For each node, whether its lineage is recorded down to a first utterance if it is a root."""
    denials: tuple[str, ...]
    """Nodes of the contrary side, sources that are named for it among them."""
    owners: Mapping[str, str]
    """For each node that is an outlet's own word, to whom the outlet belongs."""


def lineage(
    claims: Sequence[Claim],
    accounts: Mapping[str, Account],
    *,
    copies: CopiesBetween,
    quotes: QuotesBetween,
    sources: Sources,
    trust: Trust = TRUST,
    verdicts: Verdicts = Verdicts({}),
) -> Lineage:
    """Links the claims of one proposition back to the earlier ones, and to sources by name.

    A link of which a person judged in `verdicts` that it is none is not looked at, so that the
    next best stands in its place.

    What denies it leads back only to what denies it. No chain of links comes back to where it
    began: of links that would close a circle the least likely is left out.
    """
    tellings = Tellings.of(claims, sources)
    against = contrary([line.claim for line in tellings.lines], accounts)
    builder = _Builder(sources, copies, quotes, trust, verdicts)
    for side in (False, True):
        lines = [line for line in tellings.lines if (line.claim.id in against) is side]
        if lines:
            builder.add(lines, denying=side)
    return builder.finished(tellings.lines, against)


_NEARER = 1.5
"""So much more of a document runs alike with the one that it was written from."""
_WITH_NAME = 0.9
"""So much of a paragraph is copied where the words that name its source came with it."""


@dataclass(frozen=True, slots=True)
class _Link:
    """A link before it has ids: keys are those of tellings, or a side and a name."""

    later: str
    earlier: str
    evidence: Evidence
    probability: float


class _Builder:
    """Gathers the links of both sides, then keeps what makes no circle."""

    def __init__(
        self,
        sources: Sources,
        copies: CopiesBetween,
        quotes: QuotesBetween,
        trust: Trust,
        verdicts: Verdicts,
    ) -> None:
        self._verdicts = verdicts
        self._sources, self._copies, self._quotes, self._trust = sources, copies, quotes, trust
        self._links: list[_Link] = []
        self._names: dict[str, list[tuple[str, Naming]]] = defaultdict(list)
        self._denying: set[str] = set()
        self._told_first: set[str] = set()
        self._sides: list[Mapping[Source, str]] = []
        self._aired: dict[tuple[str, str], str] = {}
        """For a speaker's key and a telling's, on whose programme it was said."""
        self._ends: dict[str, Ending] = {}
        """For a telling whose way ends with a name, whose it is."""

    def add(self, lines: Sequence[Line], *, denying: bool) -> None:
        """The links among tellings of one side."""
        open_to = {line.key: self._open_to(line, lines) for line in lines}
        chains = {line.key: self._steps(line, open_to[line.key]) for line in lines}
        keys = one_key_each(
            [step.source for chain in chains.values() for step in chain],
            "denied" if denying else "",
            self._sources,
        )
        self._sides.append(keys)
        ends = [(line, chains[line.key][-1]) for line in lines if chains[line.key]]
        self._aired |= on_programmes(ends, keys, self._sources)
        for line in lines:
            direct = inferred(
                line,
                open_to[line.key],
                self._sources,
                self._copies,
                self._quotes,
                self._trust,
            )
            first = next(iter(chains[line.key]), None)
            if first is not None and first.claim is not None:
                # It says itself which telling of the case it is from. What its words suggest beside
                # that counts only where it has those very words about its source from there too.
                direct = tuple(
                    f
                    for f in direct
                    # Said in other words is no reason beside its own word for it.
                    if (f.earlier is first.claim and f.evidence.kind != "rewording")
                    or (f.near and not first.by_line and self._with_name(line, f.earlier, first))
                )
            for found in direct:
                self._link(line.key, found.earlier.key, found.evidence, found.probability)
            if direct and self._sources.cites_press(line.claim):
                continue  # Who says what the papers wrote is not whom it is from.
            # What is surely taken from another text is as well sourced as that text.
            if not any(found.probability >= self._trust.sure and found.whole for found in direct):
                self._walk(line, chains, keys, denying)
            elif stated := [s for s in chains[line.key] if s.by_line or s.claim is not None]:
                self._walk(line, {**chains, line.key: stated[:1]}, keys, denying)

    def _open_to(self, line: Line, lines: Sequence[Line]) -> Sequence[Line]:
        """Those of which nobody has judged that this one is not had from them, itself included."""
        if not self._verdicts:
            return lines
        return [o for o in lines if o is line or not self._verdicts.cut(line.claim, o.claim)]

    def _steps(self, line: Line, lines: Sequence[Line]) -> tuple[Step, ...]:
        """Whom a telling names, without those that it is judged not to have it from."""
        found = steps(line, lines, self._sources, self._copies, self._trust)
        if not self._verdicts:
            return found
        return tuple(s for s in found if not self._verdicts.cut(line.claim, s.source.name))

    def _with_name(self, line: Line, earlier: Line, named: Step) -> bool:
        """Whether the name of its source came with the text from another one that names it too."""
        assert named.claim is not None
        if not any(same_source(named.source, one.source) for one in earlier.chain):
            return False
        mine, running = line.claim, self._sources.running
        others = (earlier.claim, named.claim.claim)
        there, source = (running.share(mine.capture, o.capture, self._copies) for o in others)
        if there > _NEARER * source + 0.02:
            return True
        there, source = (
            running.around(mine, o, self._copies.between(mine.capture, o.capture)) for o in others
        )
        return there >= _WITH_NAME and there > source

    def _walk(
        self,
        line: Line,
        chains: Mapping[str, Sequence[Step]],
        keys: Mapping[Source, str],
        denying: bool,
    ) -> None:
        """Link by link along whom a claim says it is from, up to a telling held in the case."""
        at, here = line.key, line
        passed = {at}
        for step in chains[line.key]:
            spans = (step.span,) if step.span is not None and here is line else ()
            if step.claim is not None:
                earlier = step.claim.key
                if earlier in passed:
                    continue
                self._link(
                    at,
                    earlier,
                    Evidence(step.kind, spans, step.claim.claim.spans, 1.0),
                    step.probability,
                )
                if step.kind == "named_source":
                    self._told_first.add(earlier)
                if chains[earlier]:
                    return
                at, here = earlier, step.claim
            else:
                key, name = keys[step.source], step.source.name
                venue = self._aired.get((key, line.key))
                if venue is not None:
                    key, name = f"{key} on {venue}", f"{name} on {venue}"
                naming = step.span if step.span is not None else line.claim.spans[0]
                self._names[key].append((name, Naming(line.claim.capture, naming)))
                if denying:
                    self._denying.add(key)
                if key in passed:
                    continue
                self._link(at, key, Evidence(step.kind, spans, (), 1.0), step.probability)
                self._ends[line.key] = key, step.source
                at = key
            passed.add(at)

    def _link(self, later: str, earlier: str, evidence: Evidence, probability: float) -> None:
        self._links.append(_Link(later, earlier, evidence, probability))

    def finished(self, lines: Sequence[Line], against: frozenset[str]) -> Lineage:
        """Nodes with their ids, the earliest first, and the links between them."""
        ids = {line.key: f"k{at}" for at, line in enumerate(lines, 1)}
        nodes: list[Node] = [
            ClaimNode(ids[line.key], line.claim, line.when or None) for line in lines
        ]
        for key in sorted(self._names, key=lambda k: self._names[k][0][1].document + k):
            ids[key] = f"k{len(ids) + 1}"
            namings = tuple(dict.fromkeys(naming for _, naming in self._names[key]))
            nodes.append(NamedNode(ids[key], shown([n for n, _ in self._names[key]]), namings))
        proven = {node.id: True for node in nodes if isinstance(node, NamedNode)}
        owners = {}
        for line in lines:
            node, claim = ids[line.key], line.claim
            proven[node] = line.first_hand or (line.key in self._told_first and not line.chain)
            owner = self._sources.owner(claim.capture)
            if owner is not None and not line.first_hand:
                owners[node] = owner
        alike = [
            (self._ends.get(link.later), self._ends.get(link.earlier))
            for link in self._links
            if link.evidence.kind in ("copied_text", "quotation")
        ]
        for key, owner in together(self._sides, self._aired, alike).items():
            if key in ids:
                owners[ids[key]] = owner
        denials = [
            ids[key]
            for key in (
                *(line.key for line in lines if line.claim.id in against),
                *sorted(self._denying),
            )
        ]
        retellings = self._without_circles(ids)
        return Lineage(tuple(nodes), retellings, proven, tuple(denials), owners)

    def _without_circles(self, ids: Mapping[str, str]) -> tuple[Retelling, ...]:
        joined: dict[tuple[str, str], list[_Link]] = defaultdict(list)
        for link in self._links:
            joined[link.later, link.earlier].append(link)
        weighed = [(_weighed(pair, found, self._trust), pair) for pair, found in joined.items()]
        weighed.sort(key=lambda one: (-one[0], ids[one[1][0]], ids[one[1][1]]))
        back: dict[str, list[str]] = defaultdict(list)
        kept = []
        for probability, (later, earlier) in weighed:
            if later != earlier and not _leads(back, earlier, later):
                back[later].append(earlier)
                evidence = tuple(dict.fromkeys(link.evidence for link in joined[later, earlier]))
                ordered = self._ordered(later, earlier, evidence)
                kept.append(
                    Retelling(ids[later], ids[earlier], probability, evidence, ordered=ordered)
                )
        kept.sort(key=lambda r: (int(r.later[1:]), -r.probability, int(r.earlier[1:])))
        return tuple(kept)

    def _ordered(self, later: str, earlier: str, evidence: Sequence[Evidence]) -> bool:
        """Whether it is shown which of two came first."""
        documents = _document(later), _document(earlier)
        if not all(documents) or documents[0] == documents[1] or says_so(evidence):
            return True
        return self._sources.came_first(documents[1], documents[0]) >= SHOWN


def _document(key: str) -> str:
    """The document of a telling, by its key; empty for a source by name."""
    document, slash, _ = key.partition("/")
    return document if slash else ""


def _weighed(pair: tuple[str, str], links: Sequence[_Link], trust: Trust) -> float:
    """What the reasons for one link are worth; that between two documents' claims is measured."""
    later, earlier = map(_document, pair)
    score = _together(links)
    if not later or not earlier or later == earlier:
        return score
    return trust.stepped(group_of(link.evidence for link in links), score)


def _together(links: Sequence[_Link]) -> float:
    """Independent reasons add up; the same kind given twice does not."""
    best: dict[str, float] = {}
    for link in links:
        kind = link.evidence.kind
        best[kind] = max(best.get(kind, 0.0), link.probability)
    missed = 1.0
    for probability in best.values():
        missed *= 1.0 - probability
    return round(min(1.0 - missed, 0.99), 4)


def _leads(back: Mapping[str, Sequence[str]], start: str, goal: str) -> bool:
    """Whether `start` leads back to `goal`."""
    ahead, seen = [start], set()
    while ahead:
        node = ahead.pop()
        if node == goal:
            return True
        if node not in seen:
            seen.add(node)
            ahead += back.get(node, ())
    return False
