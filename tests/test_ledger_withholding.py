"""What may not be shown is taken out of a reading, and so is all that leads back to it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_entries import entry

from hearsay.ledger.blackout import BLOCK
from hearsay.ledger.codec import encode
from hearsay.ledger.withholding import withhold, without_redacted
from hearsay.vocabulary.documents import Credit, Document
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import (
    Argument,
    Assertion,
    Attribution,
    Cause,
    Count,
    Event,
    Hedge,
    Mention,
    Reading,
    Relation,
    TimeExpression,
)
from hearsay.vocabulary.spans import Span

TEXT = "Anna spoke.\nIn May she said that Bela met ten men.\nThe camp was shut because of it."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def mention(id: str, words: str, refers: str = "") -> Mention:
    return Mention(id, "Person", (at(words),), "name", True, refers or id, 0.9)


SAID = Attribution(
    id="a1",
    source=(at("she"),),
    cue=(at("said"),),
    content=(at("that Bela met ten men"),),
    within=None,
    speaker="m1",
    addressee=None,
    chain=("m1",),
    cue_class="said",
    speech="indirect",
    polarity="affirmed",
    hedges=(Hedge(at("In May"), "reported"),),
    inserted=(),
    score=0.9,
)
INSIDE = replace(
    SAID, id="a2", source=(at("The camp"),), cue=(at("was"),), content=(at("shut"),), within="a1"
)
READING = Reading(
    "reader 1",
    mentions=(
        mention("m1", "Anna"),
        mention("m2", "she", refers="m1"),
        mention("m3", "Bela"),
        mention("m4", "The camp"),
        mention("m5", "it", refers="m3"),
    ),
    attributions=(SAID, INSIDE),
    assertions=(
        Assertion("s1", (at("Bela met ten men"),), "a1"),
        Assertion("s2", (at("The camp was shut"),), None),
        Assertion("s3", (at("shut because of it"),), "a2"),
    ),
    relations=(
        Relation("r1", "leads", "m3", "m4", "s2"),
        Relation("r2", "leads", "m4", "m4", "s2"),
    ),
    events=(
        Event("e1", "raid", at("met"), "accomplished", (), "s1", time="t1"),
        Event(
            "e2", "raid", at("shut"), "accomplished", (Argument("actor", "m4"),), "s2", time="t1"
        ),
    ),
    counts=(Count("n1", at("ten"), 10, None, "exactly", "man", assertion="s1"),),
    causes=(Cause("c1", (at("of it"),), (at("was shut"),), at("because"), "a2"),),
    times=(TimeExpression("t1", at("In May"), "2030-05"),),
    problems=(Problem("a.txt", "x", "May?", "-", at("In May")), Problem("a.txt", "y", "-", "-")),
)


def document() -> Document:
    made = entry(TEXT).document
    assert made is not None
    return replace(made, credits=(Credit(at("Anna"), "wire", "Anna"),))


def left(words: str) -> Reading:
    reading = withhold(document(), READING, (at(words),))[1]
    assert reading is not None
    return reading


def ids(values: tuple[object, ...]) -> list[str]:
    return [value.id for value in values]  # type: ignore[attr-defined]


def test_nothing_labelled_changes_nothing() -> None:
    assert withhold(document(), READING, ()) == (document(), READING)


def test_a_hidden_passage_takes_all_that_stands_in_it_along() -> None:
    reading = left("ten")
    assert reading.counts == reading.times == ()
    assert ids(reading.assertions) == ["s2"]
    assert [p.code for p in reading.problems] == ["y"]


def test_what_is_nested_in_something_hidden_goes_with_it() -> None:
    reading = left("ten")
    assert reading.attributions == reading.causes == ()
    assert "s3" not in ids(reading.assertions)


def test_what_names_somebody_hidden_goes_and_the_rest_stays_without_its_date() -> None:
    reading = left("ten")
    assert ids(reading.relations) == ["r2"]
    assert [(e.id, e.time) for e in reading.events] == [("e2", None)]


def test_a_name_that_a_chain_leads_to_stays_as_a_place_and_is_blacked_out() -> None:
    black, reading = withhold(document(), READING, (at("spoke"),))
    assert reading is not None
    assert ids(reading.attributions) == ["a1", "a2"]
    (anna,) = [m for m in reading.mentions if m.id == "m1"]
    assert anna.spans[0].of(black.text) == BLOCK * 4
    assert black.credits == ()


def test_mentions_that_nothing_leads_to_go() -> None:
    """`m2` is hidden; so is `m3`, which another mention stands for."""
    assert ids(left("ten").mentions) == ["m1", "m3", "m4", "m5"]


def test_redacted_words_take_along_what_was_worked_out_from_them() -> None:
    gone = "Bela met ten men"
    black = TEXT.replace(gone, BLOCK * len(gone)).replace("that ", BLOCK * 5)
    reading = without_redacted(READING, black)
    assert reading.counts == reading.attributions == ()
    assert ids(reading.assertions) == ["s2"]
    assert ids(reading.events) == ["e2"]
    assert ids(reading.times) == ["t1"]


def test_a_redacted_name_leaves_what_its_bearer_is_not_needed_for() -> None:
    reading = without_redacted(READING, TEXT.replace("Bela", BLOCK * 4))
    assert ids(reading.attributions) == ["a1", "a2"]
    assert ids(reading.relations) == ["r2"]
    assert ids(reading.counts) == ["n1"]


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=4))
def test_no_hidden_word_is_left_and_no_link_hangs_loose(places: list[tuple[int, int]]) -> None:
    labelled = tuple(Span(min(p), max(p)) for p in places)
    black, reading = withhold(document(), READING, labelled)
    assert reading is not None
    assert len(black.text) == len(TEXT)
    hidden = [p.span for p in document().passages if any(p.span.meets(span) for span in labelled)]
    assert all(set(span.of(black.text)) == {BLOCK} for span in hidden)
    named = set(ids(reading.mentions))
    told = set(ids(reading.attributions))
    held = set(ids(reading.assertions))
    assert {m.refers for m in reading.mentions} <= named
    for a in reading.attributions:
        assert {*a.chain, a.speaker} <= named
        assert a.within is None or a.within in told
        assert not any(s.meets(h) for s in (*a.source, *a.cue, *a.content) for h in hidden)
    assert {a.attribution for a in reading.assertions} <= told | {None}
    assert {x.assertion for x in (*reading.relations, *reading.events, *reading.counts)} <= held
    assert {m for r in reading.relations for m in (r.source, r.target)} <= named
    dated = {None, *ids(reading.times)}
    assert {x.time for x in (*reading.relations, *reading.events, *reading.counts)} <= dated
    assert b"Anna" not in encode(black) or not any(h.covers(at("Anna")) for h in hidden)
