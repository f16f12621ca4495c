"""What is said to have been done: incidents with who did what to whom, and how many there were."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.picture.stating.grounds import Grounding
from hearsay.picture.stating.holding import Dating
from hearsay.picture.stating.parties import Parties
from hearsay.vocabulary.readings import Count, Event, EventType, Reading
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.statements import Incident, Number, Party, Tally

NO_DEEDS: frozenset[EventType] = frozenset(("statement", "appointment", "dismissal", "promotion"))
"""Events that are no incidents: words, and what happens to a posting."""


def deeds_of(
    reading: Reading, parties: Parties, dating: Dating, grounding: Grounding
) -> Iterator[Incident | Tally]:
    """Incidents and numbers of things, in the order of the text."""
    for event in reading.events:
        if event.type not in NO_DEEDS:
            yield _incident(event, reading, parties, dating, grounding)
    for count in reading.counts:
        yield _tally(count, reading, parties, dating, grounding)


def _incident(
    event: Event, reading: Reading, parties: Parties, dating: Dating, grounding: Grounding
) -> Incident:
    named: dict[str, list[Party]] = {}
    means: list[str] = []
    spans: list[Span] = [event.trigger]
    victims = {one.mention for one in event.arguments if one.role == "victim"}
    for argument in event.arguments:
        spans += parties.spans(argument.mention)
        if argument.role in ("weapon", "instrument"):
            means.append(parties.own_words(argument.mention))
            continue
        if argument.role == "target" and argument.mention in victims:
            continue
        party = parties.party(argument.mention)
        if party is not None:
            named.setdefault(argument.role, []).append(party)
    return Incident(
        grounding.grounds(
            event.assertion,
            spans,
            dating.deed(event.time),
            polarity=event.polarity,
            score=event.score,
        ),
        event.type,
        event.trigger,
        event.stage,
        actors=tuple(named.get("actor", ())),
        targets=tuple(named.get("target", ())),
        places=tuple(named.get("place", ())),
        victims=tuple(named.get("victim", ())),
        means=tuple(dict.fromkeys(means)),
        numbers=tuple(_number(one) for one in _counts_beside(event, reading)),
    )


def _counts_beside(event: Event, reading: Reading) -> list[Count]:
    """The numbers in the same assertion: "wounding three guards"."""
    if event.assertion is None:
        return []
    return [one for one in reading.counts if one.assertion == event.assertion]


def _number(count: Count) -> Number:
    return Number(count.low, count.high, count.comparator, count.unit)


def _tally(
    count: Count, reading: Reading, parties: Parties, dating: Dating, grounding: Grounding
) -> Tally:
    around = [e for e in reading.events if e.assertion == count.assertion and count.assertion]
    about = [parties.party(a.mention) for e in around for a in e.arguments]
    return Tally(
        grounding.grounds(
            count.assertion, (count.span,), dating.deed(count.time), score=count.score
        ),
        _number(count),
        count.scope,
        counter=parties.party(count.counter) if count.counter else None,
        basis=count.basis,
        about=tuple(dict.fromkeys(one for one in about if one is not None)),
    )
