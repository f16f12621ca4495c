"""Makes claims of a reading: each assertion with who made it, through whom, and how surely."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from hashlib import sha256

from hearsay.vocabulary.documents import PROSE, Document, Passage
from hearsay.vocabulary.readings import (
    Assertion,
    Attribution,
    Claim,
    CueClass,
    Hedge,
    HedgeClass,
    Mention,
    Polarity,
    Reading,
    Speaker,
    TimeExpression,
)
from hearsay.vocabulary.spans import Spans, hull, words_of

UNKNOWN_OUTLET = "unknown outlet"
UNNAMED = "nobody named"
"""Ends the chain of what is said or thought without a word on who does ("he is alleged to")."""


def claims_of(document: Document, reading: Reading) -> tuple[Claim, ...]:
    """One claim for each assertion, in reading order.

    A claim's chain begins with the outlet. Its hedges and its polarity are its own together with
    those of every attribution around it: what is denied is kept as denied, with its words.
    """
    if document.particulars.language not in (None, "en"):
        return ()
    maker = _Maker(document, reading)
    claims: dict[str, Claim] = {}
    for assertion in reading.assertions:
        claim = maker.claim(assertion)
        if claim is not None:
            claims.setdefault(claim.id, claim)
    return tuple(claims.values())


def publications_cited(reading: Reading) -> dict[str, str]:
    """For each assertion that a table states, the publications that it cites, as one speaker.

    They stand side by side and had it not from one another, so that they are one link of the
    chain. Empty words where the table cites none, or nothing is known of the ids that it cites.
    """
    known = {source.id: source for source in reading.sources}
    found: dict[str, dict[str, None]] = {}
    for statement in reading.statements:
        grounds = statement.grounds
        if grounds.assertion is None:
            continue
        names = found.setdefault(grounds.assertion, {})
        for cited in grounds.cited:
            for id in cited.sources:
                source = known.get(id)
                if source is not None and (name := source.publication or source.title):
                    names.setdefault(name)
    return {assertion: _listed(list(names)) for assertion, names in found.items()}


def _listed(names: list[str]) -> str:
    """`This Day, Vanguard and Daily Trust`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


_HEDGED_BY: dict[CueClass, HedgeClass] = {
    "thought": "thought",
    "claimed": "alleged",
    "said": "reported",
}
"""How far something is stood behind where nobody is named who says or thinks it."""


class _Maker:
    """Looks up what claims are put together from."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self._document = document
        self._mentions = {m.id: m for m in reading.mentions}
        self._attributions = {a.id: a for a in reading.attributions}
        self._passages: Sequence[Passage] = document.passages
        self._passage_starts = [p.span.start for p in document.passages]
        self._times = sorted(reading.times, key=lambda t: t.span.start)
        self._time_starts = [t.span.start for t in self._times]
        self._outlet = Speaker(document.particulars.publisher or UNKNOWN_OUTLET, None)
        self._cited = publications_cited(reading)

    def claim(self, assertion: Assertion) -> Claim | None:
        passage = self._passage(assertion.spans)
        if passage is None or (passage.kind not in PROSE and assertion.id not in self._cited):
            return None
        around = self._around(assertion)
        nearest = around[0] if around else None
        speakers = (self._outlet, *(self._speakers(nearest) if nearest else ()))
        if cited := self._cited.get(assertion.id):
            speakers = (*speakers, Speaker(cited, None))
        text = self._document.text
        return Claim(
            id=_id(self._document.capture, assertion.spans, speakers),
            capture=self._document.capture,
            spans=assertion.spans,
            words=words_of(assertion.spans, text),
            speakers=speakers,
            addressee=self._addressee(nearest),
            cue=words_of(nearest.cue, text) if nearest else None,
            cue_class=nearest.cue_class if nearest else None,
            speech=nearest.speech if nearest else None,
            polarity=_polarity(assertion.polarity, around),
            hedges=self._hedges(assertion, around),
            inserted=_inside(assertion.spans, around),
            times=self._times_in(assertion.spans),
            passage=passage.paragraph,
            page=passage.page,
            score=min((a.score for a in around), default=1.0),
        )

    def _passage(self, spans: Spans) -> Passage | None:
        at = bisect_right(self._passage_starts, spans[0].start) - 1
        if at < 0 or spans[0].start >= self._passages[at].span.end:
            return None
        return self._passages[at]

    def _around(self, assertion: Assertion) -> list[Attribution]:
        """The attributions that it stands in, innermost first."""
        found: list[Attribution] = []
        at = assertion.attribution
        while at is not None and len(found) < len(self._attributions):
            attribution = self._attributions[at]
            found.append(attribution)
            at = attribution.within
        return found

    def _speakers(self, attribution: Attribution) -> tuple[Speaker, ...]:
        named = tuple(self._speaker(self._mentions[m]) for m in attribution.chain)
        return (*named, Speaker(UNNAMED, None)) if self._is_unnamed(attribution) else named

    def _is_unnamed(self, attribution: Attribution) -> bool:
        """Whether the words do not say who says or thinks it."""
        # A colon without a name before it is a mark of its sentence, and hides nobody.
        spoken = any(c.isalpha() for c in words_of(attribution.cue, self._document.text))
        if attribution.source or attribution.speaker is not None or not spoken:
            return False
        own = self._attributions[attribution.within].chain if attribution.within else ()
        # Whom only the words around the cue name ("quoted in the Post") says it himself.
        return len(attribution.chain) <= len(own)

    def _speaker(self, mention: Mention) -> Speaker:
        return Speaker(self._name(mention), mention.spans[0])

    def _name(self, mention: Mention) -> str:
        """The mention's words on one line; parts of a list ("5th … Divisions") close up."""
        words = " ".join(part.of(self._document.text) for part in mention.spans)
        return " ".join(words.split())

    def _hedges(self, assertion: Assertion, around: Sequence[Attribution]) -> tuple[Hedge, ...]:
        """Its own hedges, those in the cues and sources around it, and cues that name nobody."""
        found = list(assertion.hedges)
        for attribution in around:
            scaffold = (*attribution.source, *attribution.cue)
            found += [h for h in attribution.hedges if any(s.covers(h.span) for s in scaffold)]
            kind = _HEDGED_BY.get(attribution.cue_class)
            cue = hull(attribution.cue)
            if kind and self._is_unnamed(attribution) and not any(h.span.meets(cue) for h in found):
                found.append(Hedge(cue, kind))
        return tuple(sorted(set(found), key=lambda hedge: (hedge.span.start, hedge.span.end)))

    def _addressee(self, attribution: Attribution | None) -> str | None:
        if attribution is None or attribution.addressee is None:
            return None
        mention = self._mentions[attribution.addressee]
        return self._name(self._mentions.get(mention.refers, mention))

    def _times_in(self, spans: Spans) -> tuple[TimeExpression, ...]:
        found: list[TimeExpression] = []
        for part in spans:
            at = bisect_right(self._time_starts, part.start - 1)
            while at < len(self._times) and self._times[at].span.start < part.end:
                if part.covers(self._times[at].span):
                    found.append(self._times[at])
                at += 1
        return tuple(found)


def _polarity(own: Polarity, around: Sequence[Attribution]) -> Polarity:
    """Denied where the assertion or what reports it denies; a denial of a denial affirms."""
    polarity = own
    for attribution in around:
        if attribution.polarity == "affirmed":
            continue
        if attribution.cue_class == "denied":
            polarity = "affirmed" if polarity == "denied" else "denied"
        else:
            polarity = "denied"
    return polarity


def _inside(spans: Spans, around: Sequence[Attribution]) -> Spans:
    return tuple(
        sorted({s for a in around for s in a.inserted if any(part.covers(s) for part in spans)})
    )


def _id(capture: str, spans: Spans, speakers: Sequence[Speaker]) -> str:
    """The same claim read again has the same id: from the capture, the spans and the chain."""
    parts = [capture, *(f"{s.start}-{s.end}" for s in spans), *(s.name for s in speakers)]
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
