"""Scores who had what from whom: propositions, retellings, changes, origins.

A claim stands for a gold one of its document if they share half of their characters. Links are
judged where they are likelier than not and both their ends stand for gold claims.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from evaluation.clusters import BCubed, Mean, b_cubed, ends, pairs
from evaluation.origin_matching import claims_matched, name_in, same_change, same_name
from evaluation.origins_gold import (
    NAMED,
    Gold,
    GoldProposition,
)
from evaluation.scores import Score
from evaluation.structure import matched
from hearsay.origins.counting import SURE
from hearsay.vocabulary.traces import Account, ClaimNode, NamedNode, Retelling, Trace

LIKELY = 0.5
"""A link of this probability and more is likelier than not."""
BINS = 10


@dataclass(slots=True)
class OriginScores:
    """Everything measured; those of several cases can be added."""

    shares: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    groups: dict[str, BCubed] = field(default_factory=lambda: defaultdict(BCubed))
    means: dict[str, Mean] = field(default_factory=lambda: defaultdict(Mean))
    bins: dict[int, Score] = field(default_factory=lambda: defaultdict(Score))
    """For each tenth of probability how many links are right, and how many there are."""
    sure: dict[int, Mean] = field(default_factory=lambda: defaultdict(Mean))
    """For each tenth the mean probability."""

    def add(self, other: OriginScores) -> None:
        """Takes in what was measured on another case."""
        for name, score in other.shares.items():
            self.shares[name] += score
        for name, group in other.groups.items():
            self.groups[name] += group
        for name, mean in other.means.items():
            self.means[name] += mean
        for place in other.bins:
            self.bins[place] += other.bins[place]
            self.sure[place] += other.sure[place]

    def spend(self, seconds: float, documents: int) -> None:
        """Notes what tracing these documents took."""
        self.means["seconds a document"] += Mean(seconds, documents)

    def calibration_error(self) -> float:
        """Mean distance between probability and share of right ones over the bins, from 0 to 1."""
        every = sum(score.found for score in self.bins.values())
        apart = (
            score.found * abs(self.sure[place].value - score.precision)
            for place, score in self.bins.items()
        )
        return sum(apart) / every if every else 0.0

    def lines(self) -> Iterator[str]:
        """The scores as they are printed, the table of probabilities last."""
        for name, score in sorted(self.shares.items()):
            yield f"{name:<34}{score.line()}"
        for name, group in sorted(self.groups.items()):
            yield f"{name:<34}{group.line()}"
        for name, mean in sorted(self.means.items()):
            yield f"{name:<34}{mean.value:.3f}  (of {mean.number})"
        for place in sorted(self.bins):
            right = self.bins[place]
            yield (
                f"probability {place / BINS:.1f}–{(place + 1) / BINS:.1f}"
                f"{'':<15}mean {self.sure[place].value:.3f}  right {right.precision:.3f}  "
                f"({right.right}/{right.found})"
            )
        if self.bins:
            yield f"{'calibration error':<34}{self.calibration_error():.3f}"


def score(traces: Sequence[Trace], accounts: Sequence[Account], gold: Gold) -> OriginScores:
    """All scores of one case."""
    return _Scorer(traces, accounts, gold).scores()


@dataclass(frozen=True, slots=True)
class _Link:
    """A retelling of ours between claims of gold, or from one to a name."""

    later: str
    earlier: str
    retelling: Retelling


class _Scorer:
    """Holds the traces of one case against its gold."""

    def __init__(self, traces: Sequence[Trace], accounts: Sequence[Account], gold: Gold) -> None:
        self._traces, self._gold = traces, gold
        self._stands_for = claims_matched(accounts, gold)
        self._read = set(self._stands_for.values())
        self._words = {
            self._stands_for[claim.id]: claim.words.casefold()
            for account in accounts
            for claim in account.claims
            if claim.id in self._stands_for
        }
        self._trace_of = {c.id: n for n, t in reversed([*enumerate(traces)]) for c in t.claims}
        self._documents = {c.id: c.document for c in gold.claims}
        self._links = [link for trace in traces for link in self._links_of(trace)]
        self._likely = [a for a in self._links if a.retelling.probability >= LIKELY]
        self._wanted = {(r.later, r.earlier): r for r in gold.retellings}
        self._out = OriginScores()

    def scores(self) -> OriginScores:
        every = {claim.id for claim in self._gold.claims}
        self._out.shares["claims found"] = Score(len(self._read), len(self._read), len(every))
        self._propositions()
        self._named()
        self._changes()
        self._comparisons()
        self._origins()
        if any(not earlier.startswith(NAMED) for _, earlier in self._wanted):
            self._retellings()
            self._parents()
            self._between_documents()
            self._calibration()
        return self._out

    def _links_of(self, trace: Trace) -> Iterator[_Link]:
        ids = self._names_of(trace)
        for one in trace.retellings:
            if one.later in ids and one.earlier in ids:
                yield _Link(ids[one.later], ids[one.earlier], one)

    def _names_of(self, trace: Trace) -> dict[str, str]:
        """For each node the gold claim that it stands for, or `named:` and its name."""
        return {
            node.id: f"{NAMED}{node.name}"
            if isinstance(node, NamedNode)
            else self._stands_for[node.claim.id]
            for node in trace.nodes
            if isinstance(node, NamedNode) or node.claim.id in self._stands_for
        }

    def _propositions(self) -> None:
        wanted: dict[str, set[Hashable]] = {
            claim: {one.id}
            for one in self._gold.propositions
            for claim in (*one.claims, *one.denials)
            if claim in self._read
        }
        found: dict[str, set[Hashable]] = {
            theirs: {self._trace_of.get(ours, ours)} for ours, theirs in self._stands_for.items()
        }
        self._out.shares["proposition pairs"] = pairs(found, wanted)
        self._out.groups["propositions B³"] = b_cubed(found, wanted)

    def _retellings(self) -> None:
        """Links between claims: all, and those with each kind of evidence."""
        found = {(a.later, a.earlier): a for a in self._likely if _both_claims(a)}
        every = [r for r in self._gold.retellings if not r.earlier.startswith(NAMED)]
        wanted = {(r.later, r.earlier): r for r in every if {r.later, r.earlier} <= self._read}
        both = found.keys() & wanted.keys()
        self._out.shares["retellings"] = Score(len(both), len(found), len(wanted))
        self._out.shares["retellings, end to end"] = Score(len(both), len(found), len(every))
        for kind in sorted({k for r in every for k in r.evidence}):
            ours = {at for at, a in found.items() if kind in _kinds(a.retelling)}
            theirs = {at for at, r in wanted.items() if kind in r.evidence}
            self._out.shares[f"retellings by {kind}"] = Score(
                len(ours & theirs), len(ours), len(theirs)
            )
            # Whether the link was found at all, whatever was taken for its reason.
            self._out.shares[f"retellings that are {kind}"] = Score(
                len(both & theirs), len(both & theirs), len(theirs)
            )

    def _parents(self) -> None:
        """The likeliest link of each claim that has a parent: is it the parent, or in its line?"""
        parents: dict[str, set[str]] = defaultdict(set)
        for later, earlier in self._wanted:
            if {later, earlier} <= self._read:
                parents[later].add(earlier)
        best: dict[str, _Link] = {}
        for link in self._likely:
            held = best.get(link.later)
            if _both_claims(link) and (
                held is None or link.retelling.probability > held.retelling.probability
            ):
                best[link.later] = link
        right = sum(best[claim].earlier in parents[claim] for claim in parents if claim in best)
        line = sum(best[c].earlier in self._line(c) for c in parents if c in best)
        self._out.shares["parent"] = Score(right, len(best), len(parents))
        alike = sum(self._alike(best[c].earlier, c, parents[c]) for c in parents if c in best)
        self._out.shares["parent or one before it"] = Score(line, len(best), len(parents))
        self._out.shares["parent or one in its words"] = Score(alike, len(best), len(parents))

    def _alike(self, found: str, claim: str, parents: set[str]) -> bool:
        """The parent, or one with its very words where the claim names no paper: none can tell."""
        if found in parents:
            return True
        named = any("named_source" in self._wanted[claim, p].evidence for p in parents)
        return not named and any(self._words[found] == self._words[p] for p in parents)

    def _line(self, claim: str) -> set[str]:
        """All that a gold claim leads back to."""
        found: set[str] = set()
        waiting = [claim]
        while waiting:
            node = waiting.pop()
            further = {e for later, e in self._wanted if later == node} - found
            found |= further
            waiting += further
        return found

    def _named(self) -> None:
        """Which claims go back to which names, however many steps lie between."""
        wanted = [
            (claim, name)
            for one in self._gold.propositions
            for claim, roots in one.roots.items()
            for name in map(name_in, roots)
            if claim in self._read and name
        ]
        names = {
            (number, node.id): node.name
            for number, trace in enumerate(self._traces)
            for node in trace.nodes
            if isinstance(node, NamedNode)
        }
        asked = {claim for claim, _ in wanted}
        found = [
            (theirs, names[root])
            for ours, theirs in self._stands_for.items()
            if theirs in asked
            for root in sorted(self._roots(ours, LIKELY))
            if root in names
        ]
        self._out.shares["origins by name"] = matched(
            found, wanted, lambda a, b: a[0] == b[0] and same_name(a[1], b[1])
        )

    def _between_documents(self) -> None:
        found = {self._at(a.later, a.earlier) for a in self._likely if _both_claims(a)}
        found = {pair for pair in found if pair[0] != pair[1]}
        wanted = {w for w in self._gold.documents if not w[1].startswith(NAMED)}
        wanted |= {self._at(*w) for w in self._wanted if w[0] in self._read and w[1] in self._read}
        wanted = {pair for pair in wanted if pair[0] != pair[1]}
        self._out.shares["documents"] = Score(len(found & wanted), len(found), len(wanted))

    def _at(self, later: str, earlier: str) -> tuple[str, str]:
        return self._documents[later], self._documents[earlier]

    def _changes(self) -> None:
        """What changed, over links that both have and whose changes are marked."""
        every = Score()
        kinds: dict[str, Score] = defaultdict(Score)
        for link in self._likely:
            gold = self._wanted.get((link.later, link.earlier))
            if gold is None or gold.changes is None or not _both_claims(link):
                continue
            ours, theirs = link.retelling.changes, gold.changes
            every += matched(ours, theirs, same_change)
            for changed in {c.kind for c in ours} | {c.kind for c in theirs}:
                of_kind = (
                    [c for c in ours if c.kind == changed],
                    [c for c in theirs if c.kind == changed],
                )
                kinds[changed] += matched(*of_kind, same_change)
        if every != Score():
            self._out.shares["changes"] = every
        for kind, scored in kinds.items():
            self._out.shares[f"changes of {kind}"] = scored

    def _comparisons(self) -> None:
        found = set()
        for trace in self._traces:
            ids = self._names_of(trace)
            found |= {
                frozenset(ids[k] for k in c.between)
                for c in trace.comparisons
                if all(k in ids for k in c.between)
            }
        wanted = {c for c in self._gold.comparisons if c <= self._read}
        if wanted:
            right = len(found & wanted)
            self._out.shares["comparisons"] = Score(right, len(found), len(wanted))

    def _origins(self) -> None:
        """How many origins, against the truth, and which claims share one."""
        means = self._out.means
        ours_of = {theirs: ours for ours, theirs in self._stands_for.items()}
        told_again = [
            p for p in self._gold.propositions if len(self._read.intersection(p.claims)) > 1
        ]
        traced = [p for p in told_again if self._trace_for(p, ours_of)]
        self._out.shares["propositions traced"] = Score(len(traced), len(traced), len(told_again))
        for one in self._gold.propositions:
            trace = self._trace_for(one, ours_of)
            if trace is None:
                continue
            got = trace.origins
            means["error of least"] += Mean(abs(got.least - one.least), 1)
            means["error of expected"] += Mean(abs(got.expected - one.expected), 1)
            means["error of most"] += Mean(abs(got.most - one.most), 1)
            means["width of the interval"] += Mean(got.most - got.least, 1)
            means["interval holds the truth"] += Mean(got.least <= one.origins <= got.most, 1)
            means["most is too few"] += Mean(got.most < one.origins, 1)
        wanted: dict[str, frozenset[str]] = {}
        for one in self._gold.propositions:
            means["origins kept"] += self._kept(one, ours_of)
            for claim, roots in one.roots.items():
                if claim in self._read and roots:
                    wanted[claim] = frozenset(f"{one.id} {root}" for root in roots)
        one_origin = [
            bool(wanted[link.later] & wanted[link.earlier])
            for link in self._likely
            if link.later in wanted and link.earlier in wanted
        ]
        held = Score(sum(one_origin), len(one_origin), len(one_origin))
        self._out.shares["links within one origin"] = held
        for name, at_least in (("origins B³, sure links", SURE), ("origins B³, likely", LIKELY)):
            found = {c: self._roots(ours_of[c], at_least) for c in wanted}
            self._out.groups[name] = b_cubed(found, wanted)

    def _kept(self, one: GoldProposition, ours_of: dict[str, str]) -> Mean:
        """How many of its origins have a root, or a claim that stands alone, to themselves."""
        held: dict[str, set[tuple[int, str]]] = defaultdict(set)
        for claim, origins in one.roots.items():
            for origin in origins if claim in ours_of else ():
                held[origin] |= self._roots(ours_of[claim], SURE)
        shared = Counter(root for roots in held.values() for root in roots)
        own = sum(any(shared[root] == 1 for root in roots) for roots in held.values())
        return Mean(own, len(held))

    def _trace_for(self, one: GoldProposition, ours_of: dict[str, str]) -> Trace | None:
        """The trace in which most of its affirming claims stand."""
        held = Counter(
            self._trace_of[ours_of[claim]]
            for claim in one.claims
            if claim in ours_of and ours_of[claim] in self._trace_of
        )
        return self._traces[held.most_common(1)[0][0]] if held else None

    def _roots(self, ours: str, at_least: float) -> frozenset[tuple[int, str]]:
        """The roots of a claim of ours in its trace."""
        number = self._trace_of.get(ours)
        if number is None:
            return frozenset({(-1, ours)})
        trace = self._traces[number]
        node = next(n.id for n in trace.nodes if isinstance(n, ClaimNode) and n.claim.id == ours)
        steps = [(r.later, r.earlier) for r in trace.retellings if r.probability >= at_least]
        return frozenset((number, end) for end in ends(steps, node))

    def _calibration(self) -> None:
        for link in self._links:
            if not _both_claims(link):
                continue
            place = min(BINS - 1, int(link.retelling.probability * BINS))
            right = (link.later, link.earlier) in self._wanted
            self._out.bins[place] += Score(int(right), 1, 0)
            self._out.sure[place] += Mean(link.retelling.probability, 1)


def _both_claims(link: _Link) -> bool:
    return not link.earlier.startswith(NAMED) and not link.later.startswith(NAMED)


def _kinds(retelling: Retelling) -> set[str]:
    return {evidence.kind for evidence in retelling.evidence}
