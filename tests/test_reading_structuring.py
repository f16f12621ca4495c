"""What the network links is put into a reading: who is meant, relations, events, causes."""

from __future__ import annotations

from dataclasses import replace

from effort import calls

from hearsay.reading.found import (
    Found,
    FoundCause,
    FoundLink,
    FoundMention,
    FoundNumber,
    FoundTrigger,
)
from hearsay.reading.structuring import structured
from hearsay.vocabulary.readings import (
    Assertion,
    Attribution,
    Form,
    Hedge,
    Mention,
    MentionType,
    Reading,
    Relation,
    TimeExpression,
)
from hearsay.vocabulary.spans import Span

TEXT = (
    "Colonel Vael commands the 5th Brigade. He no longer leads the Harbour Guard. "
    "In May the brigade reportedly attacked Port Sable, the ministry said."
)


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def mention(words: str, type: MentionType, form: Form) -> FoundMention:
    return FoundMention(type, span(words), form, 0.9)


VAEL = mention("Vael", "Person", "name")
HE = mention("He", "Person", "pronoun")
FIFTH = mention("5th Brigade", "Organization", "name")
GUARD = mention("Harbour Guard", "Organization", "name")
BRIGADE = mention("brigade", "Organization", "nominal")
PORT = mention("Port Sable", "Place", "name")
MINISTRY = mention("ministry", "Organization", "nominal")
EVERYONE = (VAEL, FIFTH, HE, GUARD, BRIGADE, PORT, MINISTRY)
ATTACKED = FoundTrigger("attack", span("attacked"), 0.8)


def reading() -> Reading:
    said = Attribution(
        "a1", (span("the ministry"),), (Span(TEXT.rindex("said"), TEXT.rindex("said") + 4),),
        (span("In May the brigade reportedly attacked Port Sable"),), None, "m7", None, ("m7",),
        "said", "indirect", "affirmed", (), (), 0.9,
    )  # fmt: skip
    return Reading(
        "a reader",
        mentions=tuple(
            Mention(f"m{n}", m.type, (m.span,), m.form, True, f"m{n}", m.score)
            for n, m in enumerate(EVERYONE, 1)
        ),
        attributions=(said,),
        assertions=(
            Assertion("s1", (span("Colonel Vael commands the 5th Brigade"),), None),
            Assertion(
                "s2", (span("He no longer leads the Harbour Guard"),), None, polarity="denied"
            ),
            Assertion(
                "s3",
                (span("In May the brigade reportedly attacked Port Sable"),),
                "a1",
                hedges=(Hedge(span("reportedly"), "reported"),),
            ),
        ),
        times=(TimeExpression("t1", span("In May"), "2023-05"),),
    )


def read(*links: FoundLink, **more: object) -> Reading:
    found = Found(EVERYONE, triggers=(ATTACKED,), links=links, **more)  # type: ignore[arg-type]
    return structured(reading(), found, TEXT)


def test_a_relation_stands_in_its_assertion() -> None:
    (one,) = read(FoundLink("commands", VAEL, FIFTH, 0.9)).relations
    assert (one.type, one.source, one.target, one.assertion) == ("commands", "m1", "m2", "s1")
    assert one.polarity == "affirmed"


def linked(*links: FoundLink) -> list[Relation]:
    """The relations of the kinds that are linked; phrases in the text say others."""
    kinds = {link.kind for link in links}
    return [one for one in read(*links).relations if one.type in kinds]


def test_what_no_longer_holds_is_denied() -> None:
    (one,) = linked(FoundLink("leads", HE, GUARD, 0.9))
    assert (one.polarity, one.assertion) == ("denied", "s2")


def test_a_relation_that_reads_both_ways_is_kept_once() -> None:
    both = FoundLink("fights", FIFTH, GUARD, 0.9), FoundLink("fights", GUARD, FIFTH, 0.8)
    assert len(linked(*both)) == 1


def test_a_pronoun_is_carried_to_the_name_it_is_linked_with() -> None:
    made = read(FoundLink("refers", HE, VAEL, 0.9), FoundLink("refers", BRIGADE, FIFTH, 0.7))
    assert {m.id: m.refers for m in made.mentions}["m3"] == "m1"
    assert {m.id: m.refers for m in made.mentions}["m5"] == "m2"


def test_two_that_are_only_linked_with_each_other_do_not_go_round_in_a_ring() -> None:
    made = read(FoundLink("refers", BRIGADE, MINISTRY, 0.9))
    # "The brigade" is the 5th, the one that is named; what is linked with it goes on to that name.
    assert {m.id: m.refers for m in made.mentions}["m5"] == "m2"
    assert {m.id: m.refers for m in made.mentions}["m7"] == "m2"


def test_an_event_has_who_did_what_to_whom_when_and_how_surely() -> None:
    links = FoundLink("actor", ATTACKED, BRIGADE, 0.9), FoundLink("target", ATTACKED, PORT, 0.9)
    (event,) = read(*links).events
    assert (event.type, event.stage, event.assertion, event.time) == (
        "attack",
        "accomplished",
        "s3",
        "t1",
    )
    assert [(a.role, a.mention) for a in event.arguments] == [("actor", "m5"), ("target", "m6")]


def test_a_hedge_of_the_assertion_is_the_relations_too() -> None:
    (one,) = linked(FoundLink("fights", BRIGADE, PORT, 0.9))
    assert one.hedge is not None
    assert one.hedge.span.of(TEXT) == "reportedly"


def test_a_cause_is_given_by_whoever_says_it() -> None:
    cause = FoundCause(
        (span("In May"),), (span("reportedly"),), (span("attacked Port Sable"),), 0.9
    )
    (one,) = read(causes=(cause,)).causes
    assert one.attribution == "a1"


def test_a_count_is_the_speakers() -> None:
    number = FoundNumber(Span(TEXT.index("5th Brigade"), TEXT.index("5th Brigade") + 1), 0.9)
    (one,) = read(numbers=(number,)).counts
    assert (one.low, one.counter, one.assertion) == (5, None, "s1")


def test_work_grows_with_length_and_no_faster() -> None:
    def work(copies: int) -> int:
        size = len(TEXT) + 2
        text = "\n\n".join([TEXT] * copies)
        one = reading()
        mentions = tuple(
            replace(m, id=f"m{n * 7 + k}", refers=f"m{n * 7 + k}", spans=moved(m.spans, n * size))
            for n in range(copies)
            for k, m in enumerate(one.mentions, 1)
        )
        attributions = tuple(
            replace(
                a,
                id=f"a{n + 1}",
                source=moved(a.source, n * size),
                cue=moved(a.cue, n * size),
                content=moved(a.content, n * size),
                speaker=f"m{n * 7 + 7}",
                chain=(f"m{n * 7 + 7}",),
            )
            for n in range(copies)
            for a in one.attributions
        )
        long = replace(one, mentions=mentions, attributions=attributions)
        return calls(lambda: structured(long, Found(EVERYONE), text))

    # Eight times the text; a square would cost 64 times the work.
    assert work(160) < 12 * work(20)


def moved(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple(part.moved(by) for part in spans)
