"""From whom one telling may come: what it says of that itself, and what its words show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hearsay.origins.citing.beside import Beside
from hearsay.origins.citing.resolving import Sources
from hearsay.origins.citing.speakers import Source, same_source
from hearsay.origins.descent.reasons import ALIKE, Found, reasons_for, word_for_word
from hearsay.origins.descent.rewording import likeness
from hearsay.origins.descent.telling import Line
from hearsay.origins.descent.trust import Trust
from hearsay.origins.sharing.shared_text import CopiesBetween, QuotesBetween
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
    mine = line.claim.capture
    met = []
    for earlier in _near(line, lines):
        other = earlier.claim.capture
        if sources.came_first(other, mine) > 0.5:
            beside = sources.beside(mine, other, copies, quotes)
            if not beside.strangers or word_for_word(line, earlier):
                met.append((beside, earlier))
    for group in _by_nearness(met):
        best: Parent | None = None
        for beside, earlier in group:
            if best is not None and best.probability > trust.copied_whole - _ALIKE_SURE:
                # None is likelier: only one that came out earlier would be taken instead.
                known = best.earlier.claim.capture
                if sources.came_first(earlier.claim.capture, known) <= 0.5:
                    continue
            parent = _parent(line, earlier, beside, sources, trust)
            if parent is not None and (best is None or parent.beats(best, sources)):
                best = parent
        if best is not None:
            return best.found
    return ()


Met = tuple[Beside, Line]
"""An earlier or later telling, with what its document has to do with this one."""


def _by_nearness(met: Sequence[Met]) -> Iterator[Sequence[Met]]:
    """The tellings of others in groups, those first whose texts run most alike with this one.

    Within a group they keep their order, the earliest published first.
    """
    left = met
    while left:
        top = max(beside.share for beside, _ in left)
        yield [one for one in left if not _runs_nearer(top, one[0].share)]
        left = [one for one in left if _runs_nearer(top, one[0].share)]


def _parent(
    line: Line, earlier: Line, beside: Beside, sources: Sources, trust: Trust
) -> Parent | None:
    """An earlier telling with its reasons; none where it came out later, or shows nothing."""
    first = sources.came_first(earlier.claim.capture, line.claim.capture)
    if first <= 0.5:
        return None
    reasons = tuple(reasons_for(line, earlier, beside, first, sources, trust))
    most = trust.siblings if beside.one_credit else 1.0
    return Parent(earlier, reasons, beside.share, first, most) if reasons else None


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
                self.share >= ALIKE,
            )
            for f in self.reasons
        )

    @property
    def probability(self) -> float:
        """The strongest reason, as if the direction were known."""
        return max(f.probability for f in self.reasons)

    def beats(self, other: Parent, sources: Sources) -> bool:
        """The one whose whole text is nearer; of two alike the likelier, then the earlier.

        Two documents that share a sentence with a third one are told apart by what else they
        share with it.
        """
        if _runs_nearer(self.share, other.share) or _runs_nearer(other.share, self.share):
            return self.share > other.share
        if abs(self.probability - other.probability) > _ALIKE_SURE:
            return self.probability > other.probability
        return sources.came_first(self.earlier.claim.capture, other.earlier.claim.capture) > 0.5


_ALIKE_SURE = 0.02
"""Reasons that differ by less are of one weight."""


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
        and sources.came_first(one.claim.capture, line.claim.capture) > 0.5
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
    at = next(n for n, one in enumerate(lines) if one is line)
    yield from others[:_MOST]
    yield from others[max(_MOST, at - _MOST) : max(_MOST, at)]


def _repeated(line: Line, lines: Sequence[Line], trust: Trust) -> Found | None:
    """The same document's telling with a source, or its first one, of what it says again bare."""
    if not line.bare or line.own:
        return None
    same = [o for o in lines if o.claim.capture == line.claim.capture and o is not line]
    if not same:
        return None
    sourced, alike = max(
        ((o, likeness(line.words, o.words)) for o in same if o.chain or o.own),
        key=lambda found: found[1],
        default=(None, 0.0),
    )
    if alike < _SAID_ABOVE:
        sourced = None
    first = next((o for o in same if o.claim.spans[0].start < line.claim.spans[0].start), None)
    other = sourced or first
    if other is None:
        return None
    kind: EvidenceKind = "named_source" if sourced else "rewording"
    # In other words it may be known from elsewhere as well.
    sure = trust.repeated * min(1.0, 0.4 + alike) if sourced else trust.repeated
    return Found(other, sure, Evidence(kind, line.claim.spans, other.claim.spans, 1.0), True)


_SAID_ABOVE = 0.25
"""Less alike, and what stands without a source beside it is another thing."""


def _credited(
    line: Line, lines: Sequence[Line], sources: Sources, copies: CopiesBetween, trust: Trust
) -> Iterator[Step]:
    weights = {"via": trust.via, "contributed": trust.contributed}
    capture = line.claim.capture
    for credit, source in sources.credited(capture):
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
