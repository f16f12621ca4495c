"""From whom one telling may come: what it says of that itself, and what its words show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hearsay.origins.citing.resolving import Beside, Sources
from hearsay.origins.citing.speakers import Source, same_source
from hearsay.origins.descent.rewording import likeness
from hearsay.origins.descent.telling import Line
from hearsay.origins.descent.trust import Trust
from hearsay.origins.direction import came_first
from hearsay.origins.sharing.shared_text import CopiesBetween, QuotesBetween, common_share
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Evidence, EvidenceKind


@dataclass(frozen=True, slots=True)
class Step:
    """One source on the way back, as a telling gives it."""

    source: Source
    kind: EvidenceKind
    probability: float
    span: Span | None
    """Where the telling names it."""
    claim: Line | None
    """What that source says of it in the case; `None` where it is known by name only."""
    by_line: bool = False
    """Given by a line around the whole text, not in the sentence."""


@dataclass(frozen=True, slots=True)
class Found:
    """An earlier telling that this one seems taken from, by its words."""

    earlier: Line
    probability: float
    evidence: Evidence
    whole: bool
    """Nearly all of it, so that its sources are that one's too."""
    near: bool = False
    """The two documents run alike in more than this."""


def steps(
    line: Line, lines: Sequence[Line], sources: Sources, copies: CopiesBetween, trust: Trust
) -> tuple[Step, ...]:
    """Whom a telling names, from the one nearest to it to the one first said to have said it."""
    capture = line.claim.capture
    found = [] if line.own else list(_credited(line, lines, sources, copies, trust))
    for cited in line.chain:
        said = _said_by(cited.source, line, lines, sources)
        p = trust.named_here if said else trust.named
        if found and cited.span is None:
            p = trust.through
        found.append(Step(cited.source, "named_source", p, cited.span, said))
    pointed = _pointed_to(line, lines, sources, trust)
    found = [*(p for p in pointed if not any(s.claim is p.claim for s in found)), *found]
    for citation in sources.citations(line.claim):
        other = sources.cited_capture(citation, capture)
        said = _in_document(other, line, lines) if other else None
        source = (sources.publisher(other) if said and other else None) or sources.source(
            citation.name, capture
        )
        known = next((at for at, s in enumerate(found) if same_source(s.source, source)), None)
        if known is not None or not (said or not found) or not source.identified:
            continue
        if said is not None:
            found.insert(0, Step(source, "endnote", trust.endnote, citation.span, said))
            continue
        if said is None and sources.same_publisher(source, capture):
            continue
        found.append(Step(source, "endnote", trust.endnote, citation.span, said))
    return tuple(found)


def _pointed_to(
    line: Line, lines: Sequence[Line], sources: Sources, trust: Trust
) -> Iterator[Step]:
    """Documents of the case whose address its paragraph gives, where they say the same."""
    for span, capture in sources.pointed(line.claim):
        said, source = _in_document(capture, line, lines), sources.publisher(capture)
        if said is not None and source is not None:
            yield Step(source, "link", trust.link, span, said)


def inferred(
    line: Line,
    lines: Sequence[Line],
    sources: Sources,
    copies: CopiesBetween,
    quotes: QuotesBetween,
    trust: Trust,
) -> tuple[Found, ...]:
    """Earlier tellings that its words point to: the best by each kind of evidence."""
    again = _repeated(line, lines, trust)
    if again is not None:
        return (again,)
    papers = sources.cites_press(line.claim)
    if papers:
        return _in_the_papers(line, lines, papers, sources, trust)
    if line.chain and sources.publishes_itself(line.claim.capture):
        # A body that says whom it has it from is not copying the papers.
        return ()
    best: Parent | None = None
    for earlier in _near(line, lines):
        beside = sources.beside(line.claim.capture, earlier.claim.capture, copies, quotes)
        if not (line.bare or beside.lean or beside.common.parts or beside.quoted.parts):
            continue
        if best and _runs_nearer(best.share, beside.share):
            continue
        first = came_first(earlier.telling, line.telling, citing=beside.citing)
        if first > 0.5:
            reasons = tuple(_reasons(line, earlier, beside, sources, trust))
            if reasons:
                most = trust.siblings if beside.one_credit else 1.0
                parent = Parent(earlier, reasons, beside.share, first, most)
                best = parent if best is None or parent.beats(best) else best
    return best.found if best else ()


@dataclass(frozen=True, slots=True)
class Parent:
    """An earlier telling with all that speaks for it."""

    earlier: Line
    reasons: tuple[Found, ...]
    share: float
    """How much of the later document runs alike with the earlier one's."""
    first: float
    """How likely it is the earlier."""
    most: float = 1.0
    """What a link is worth at most where both texts are credited to one agency."""

    @property
    def found(self) -> tuple[Found, ...]:
        """The reasons, each weakened as far as the direction is open."""
        open_ = min(1.0, 0.3 + self.first)
        return tuple(
            Found(
                f.earlier,
                min(self.most, f.probability * open_),
                f.evidence,
                f.whole,
                self.share >= _ALIKE,
            )
            for f in self.reasons
        )

    @property
    def probability(self) -> float:
        """The strongest reason, as if the direction were known."""
        return max(f.probability for f in self.reasons)

    def beats(self, other: Parent) -> bool:
        """The one whose whole text is nearer; of two alike the likelier, then the earlier.

        Two documents that share a sentence with a third one are told apart by what else they
        share with it.
        """
        if _runs_nearer(self.share, other.share) or _runs_nearer(other.share, self.share):
            return self.share > other.share
        if abs(self.probability - other.probability) > 0.02:
            return self.probability > other.probability
        return came_first(self.earlier.telling, other.earlier.telling) > 0.5


def _runs_nearer(share: float, other: float) -> bool:
    """Whether a document runs so much more alike with one than with the other that it is that."""
    return share > 1.5 * other + 0.02


def _in_the_papers(
    line: Line, lines: Sequence[Line], papers: int, sources: Sources, trust: Trust
) -> tuple[Found, ...]:
    """The outlets' own tellings that "two newspapers" may mean: those worded most alike."""
    fits = [
        (round(likeness(line.words, one.words), 1), one)
        for one in lines
        if one.claim.capture != line.claim.capture
        and not sources.publishes_itself(one.claim.capture)
        and not sources.cites_press(one.claim)
        and came_first(
            one.telling,
            line.telling,
            citing=sources.citing(line.claim.capture, one.claim.capture),
        )
        > 0.5
    ]
    fits.sort(key=lambda fit: -fit[0])
    return tuple(
        Found(
            one,
            trust.press,
            Evidence("named_source", line.claim.spans, one.claim.spans, 1.0),
            False,
        )
        for _, one in fits[:papers]
    )


_MOST = 24
"""Beside so many tellings of one thing, the first ones and the latest before it, each is set."""


def _near(line: Line, lines: Sequence[Line]) -> Iterator[Line]:
    others = [one for one in lines if one.claim.capture != line.claim.capture]
    if len(others) <= 2 * _MOST:
        yield from others
        return
    at = sum(1 for one in others if came_first(one.telling, line.telling) > 0.5)
    yield from others[:_MOST]
    yield from others[max(_MOST, at - _MOST) : max(_MOST, at)]


def _reasons(
    line: Line, earlier: Line, beside: Beside, sources: Sources, trust: Trust
) -> Iterator[Found]:
    one, other = line.claim, earlier.claim
    if not line.bare and beside.one_publisher:
        return
    common, alike, lean = beside.common, beside.share, beside.lean
    share, here, there = sources.running.copied(one, other, common, alike)
    likely = 0.0
    if share >= 0.25:
        likely = trust.copied(share)
        whole = share >= 0.7 and alike >= 0.15
        yield Found(earlier, likely, Evidence("copied_text", here, there, round(share, 3)), whole)
    shared_speaker = bool(line.chain and earlier.chain) and same_source(
        line.chain[-1].source, earlier.chain[-1].source
    )
    reworded = 0.0
    leaning = lean if line.bare or shared_speaker else 0.0
    if share < _WHOLE and not line.own and (line.bare or leaning or alike >= _ALIKE):
        reworded = _reworded(line, earlier, leaning, alike, trust)
    heard, here, there = common_share(one.spans, other.spans, beside.quoted)
    if heard > 0 and share < _WHOLE and (lean or alike >= _BESIDE):
        # What is said in public many hear: the quotation alone says nothing of who read whom.
        least = trust.quotation_heard if shared_speaker else trust.quotation
        likely = max(likely, reworded, least + (trust.quotation_leaning - least) * lean)
        yield Found(earlier, likely, Evidence("quotation", here, there, round(heard, 3)), False)
    if reworded > max(likely, _LEAST):
        yield Found(earlier, reworded, Evidence("rewording", one.spans, other.spans, 1.0), False)


_LEAST = 0.2
"""Below that two alike sentences on one event are chance."""
_WHOLE = 0.7
"""From this share on a claim's words are the other's."""
_BESIDE = 0.03
"""So much of a document's running text in another one, and the one was at hand in writing."""


_ALIKE = 0.08
"""From this share on one document runs alike with the other beyond what chance or a common source
gives it; below it what names its own source is not taken for a rewording."""


def _reworded(line: Line, earlier: Line, lean: float, common: float, trust: Trust) -> float:
    """What speaks for a rewording: alike claims in documents that have more in common."""
    alike = likeness(line.words, earlier.words)
    leaning = trust.leaning * lean * min(1.0, 0.9 + alike)
    # Two reports of one agency's day share text everywhere: the claims have to be alike as well.
    beside = trust.reworded * min(1.0, common / 0.12) * min(1.0, 0.6 + 0.8 * alike)
    alone = 0.0 if not line.bare or alike < 0.5 or len(line.words) < 6 else 0.5 * (alike - 0.4)
    return max(leaning, beside, alone)


def _repeated(line: Line, lines: Sequence[Line], trust: Trust) -> Found | None:
    """The same document's telling with a source, or its first one, of what it says again bare."""
    if not line.bare or line.own:
        return None
    same = [o for o in lines if o.claim.capture == line.claim.capture and o is not line]
    if not same:
        return None
    sourced = next(
        (o for o in same if (o.chain or o.own) and likeness(line.words, o.words) >= 0.6), None
    )
    first = next((o for o in same if o.telling.place < line.telling.place), None)
    other = sourced or first
    if other is None:
        return None
    kind: EvidenceKind = "named_source" if sourced else "rewording"
    return Found(
        other, trust.repeated, Evidence(kind, line.claim.spans, other.claim.spans, 1.0), True
    )


def _credited(
    line: Line, lines: Sequence[Line], sources: Sources, copies: CopiesBetween, trust: Trust
) -> Iterator[Step]:
    weights = {"via": trust.via, "contributed": trust.contributed}
    capture = line.claim.capture
    for credit in sources.credits(capture):
        source = sources.source(credit.name)
        if not source.identified or any(same_source(source, c.source) for c in line.chain):
            continue
        # An agency writes every day: only the text that this one runs alike with is meant.
        reprinted = sources.reprinted(source, capture, copies, _REPRINTED)
        told = (_in_document(key, line, lines) for key in reprinted)
        said = next((one for one in told if one is not None), None)
        if said is None and credit.how == "contributed":
            # Which part is that agency's is not said: its name alone would be an origin in doubt.
            continue
        if said is None and reprinted:
            # The text that it reprints is here and does not say this: it is the outlet's own.
            continue
        kind: EvidenceKind = "wire" if credit.how in ("wire", "contributed") else "credit"
        p = weights.get(credit.how, trust.credit)
        yield Step(source, kind, p, credit.span, said, by_line=True)


_REPRINTED = 0.1


def _said_by(source: Source, line: Line, lines: Sequence[Line], sources: Sources) -> Line | None:
    """What a source says of it in a document of its own that this one's writer may have read."""
    held = {one.claim.capture for one in lines}
    for capture in sources.documents_of(source, line.claim.capture, held):
        said = _in_document(capture, line, lines)
        if said is not None:
            return said
    return None


def _in_document(capture: str, line: Line, lines: Sequence[Line]) -> Line | None:
    held = [one for one in lines if one.claim.capture == capture]
    return max(held, key=lambda one: likeness(line.words, one.words), default=None)
