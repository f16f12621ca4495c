"""Takes what may not be shown out of a document and its reading, leaving every offset in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from hearsay.ledger.blackout import BLOCK
from hearsay.ledger.folding import fold
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import Attribution, Hedge, Mention, Reading
from hearsay.vocabulary.spans import Span, Spans


def hidden_passages(document: Document, labelled: Spans) -> frozenset[int]:
    """The paragraphs of the passages that hold labelled words: hidden as a whole."""
    return frozenset(
        passage.paragraph
        for passage in document.passages
        if any(passage.span.meets(span) for span in labelled)
    )


def withhold(
    document: Document, reading: Reading | None, labelled: Spans
) -> tuple[Document, Reading | None]:
    """A document and reading without the passages that hold labelled words."""
    if not labelled:
        return document, reading
    hidden = hidden_passages(document, labelled)
    places = tuple(
        sorted({p.span for p in document.passages if p.paragraph in hidden} | set(labelled))
    )

    def hides(*spans: Span) -> bool:
        return any(span.meets(place) for span in spans for place in places)

    return (
        _document(document, places, hides),
        None if reading is None else _Curtain(hides).reading(reading),
    )


def without_redacted(reading: Reading, text: str) -> Reading:
    """A reading without what stands on words that were redacted from `text`.

    A number that was counted or a date that was placed says what its words said.
    """

    def hides(*spans: Span) -> bool:
        words = "".join(span.of(text) for span in spans).replace(" ", "")
        return words != "" and set(words) == {BLOCK}

    return _Curtain(hides).reading(reading)


def title_withheld(document: Document, labelled: Spans) -> str | None:
    """A document's title, if it is not made of words that are hidden."""
    return withhold(document, None, labelled)[0].particulars.title


Hides = Callable[..., bool]
"""Whether any of some spans may not be seen."""


def _document(document: Document, places: Spans, hides: Hides) -> Document:
    behind = [fold(place.of(document.text)) for place in places]

    def seen(words: str | None) -> str | None:
        folded = fold(words or "").strip()
        return None if folded and any(folded in text for text in behind) else words

    def particulars(given: Particulars) -> Particulars:
        return replace(given, title=seen(given.title), byline=seen(given.byline))

    text = document.text
    for place in places:
        text = text[: place.start] + BLOCK * len(place.of(text)) + text[place.end :]
    return replace(
        document,
        text=text,
        found=particulars(document.found),
        stated=particulars(document.stated),
        credits=tuple(c for c in document.credits if not hides(c.span)),
        note_marks=tuple(n for n in document.note_marks if not hides(n.mark, n.note)),
        problems=_problems(document.problems, hides),
    )


class _Curtain:
    """Draws a curtain before some words of a reading, and before all that leads to them."""

    def __init__(self, hides: Hides) -> None:
        self._hides = hides

    def reading(self, reading: Reading) -> Reading:
        """What stands outside, and the names behind the curtain that it leads to."""
        mentions = {m.id: m for m in reading.mentions}
        away = {m.id for m in reading.mentions if self._hides(*m.spans)}
        attributions = self._attributions(reading.attributions)
        told = {a.id for a in attributions}
        assertions = tuple(
            replace(a, hedges=self._hedges(a.hedges))
            for a in reading.assertions
            if not self._hides(*a.spans) and (a.attribution is None or a.attribution in told)
        )
        times = tuple(t for t in reading.times if not self._hides(t.span))
        left = replace(
            reading,
            mentions=_needed(mentions, away, attributions),
            attributions=attributions,
            assertions=assertions,
            times=times,
            problems=_problems(reading.problems, self._hides),
            # Each repeats the words of its cells, so that one hidden cell hides all of it.
            statements=tuple(
                s for s in reading.statements if not any(map(self._hides, s.grounds.spans))
            ),
            sources=tuple(s for s in reading.sources if not any(map(self._hides, s.spans))),
        )
        return self._structures(left, away)

    def _attributions(self, given: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
        """Those of which no part is hidden, and none of those around them either."""
        gone = {
            a.id
            for a in given
            if self._hides(*a.content) or self._hides(*a.source, *a.cue, *a.content)
        }
        while inside := {a.id for a in given if a.within in gone} - gone:
            gone |= inside
        return tuple(replace(a, hedges=self._hedges(a.hedges)) for a in given if a.id not in gone)

    def _structures(self, left: Reading, away: set[str]) -> Reading:
        """Relations, events, counts and causes that stand in what is left."""
        held = {a.id for a in left.assertions}
        told = {a.id for a in left.attributions}
        dated = {t.id for t in left.times}

        def stands(assertion: str | None, *named: str | None) -> bool:
            return (assertion is None or assertion in held) and not away.intersection(named)

        def when(time: str | None) -> str | None:
            return time if time in dated else None

        return replace(
            left,
            relations=tuple(
                replace(r, time=when(r.time), hedge=next(iter(self._hedges((r.hedge,))), None))
                for r in left.relations
                if stands(r.assertion, r.source, r.target)
            ),
            events=tuple(
                replace(e, time=when(e.time))
                for e in left.events
                if stands(e.assertion, *(a.mention for a in e.arguments))
                and not self._hides(e.trigger)
            ),
            counts=tuple(
                replace(n, time=when(n.time))
                for n in left.counts
                if stands(n.assertion, n.counter) and not self._hides(n.span)
            ),
            causes=tuple(
                c
                for c in left.causes
                if (c.attribution is None or c.attribution in told)
                and not self._hides(*c.cause)
                and not self._hides(*c.effect)
                and not (c.marker and self._hides(c.marker))
            ),
        )

    def _hedges(self, hedges: Iterable[Hedge | None]) -> tuple[Hedge, ...]:
        return tuple(h for h in hedges if h is not None and not self._hides(h.span))


def _problems(problems: tuple[Problem, ...], hides: Hides) -> tuple[Problem, ...]:
    return tuple(p for p in problems if p.span is None or not hides(p.span))


def _needed(
    mentions: dict[str, Mention], away: set[str], attributions: Iterable[Attribution]
) -> tuple[Mention, ...]:
    """The mentions in sight, and those that a chain or another mention leads to."""
    wanted = {id for id in mentions if id not in away}
    for a in attributions:
        wanted.update(a.chain, filter(None, (a.speaker, a.addressee)))
    while more := {mentions[id].refers for id in wanted if id in mentions} - wanted:
        wanted |= more
    return tuple(mention for id, mention in mentions.items() if id in wanted)
