"""Who speaks in the turns of interviews, hearings and debates, from spans set by hand."""

from __future__ import annotations

from evaluation.pipeline import document_of
from hearsay.reading.found import Found, FoundAttribution, FoundMention
from hearsay.reading.interpreting import interpret
from hearsay.reading.structuring import structured
from hearsay.vocabulary.readings import Form, Reading
from hearsay.vocabulary.spans import Span

DEBATE = """THE MINISTER OF WAR (Admiral Teles): The squadron never left Porto Brando.

MR ANES: The harbour log says it did.

THE MINISTER: I have not seen it."""

INTERVIEW = """Radio Sarn spoke to Colonel Ivo Brandt on Sunday.

Q: Who ordered the retreat?

A: I did. My officers agreed. The general had told them otherwise."""

CALLED = """Q: Governor Izarra, do you support it?

A: I support the soldiers."""


def at(text: str, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def turn(text: str, label: str, content: str, nth: int = 0) -> FoundAttribution:
    source = at(text, label, nth)
    colon = text.index(":", source.end)
    return FoundAttribution((source,), (Span(colon, colon + 1),), (at(text, content),), 0.9)


def person(text: str, words: str, form: Form, nth: int = 0) -> FoundMention:
    return FoundMention("Person", at(text, words, nth), form, 0.9)


def read(text: str, mentions: list[FoundMention], said: list[FoundAttribution]) -> Reading:
    document = document_of(text.encode(), "turns.txt")
    assert document.text == text
    mentions.sort(key=lambda one: one.span)
    reading = interpret(document, mentions, said, ())
    return structured(reading, Found(mentions=tuple(mentions)), text)


def speakers(reading: Reading, text: str) -> list[str | None]:
    words = {m.id: m.spans[0].of(text) for m in reading.mentions}
    return [words.get(a.speaker or "") for a in reading.attributions]


def test_a_title_in_short_means_the_name_that_stood_in_brackets_behind_it() -> None:
    said = [
        turn(DEBATE, "THE MINISTER OF WAR (Admiral Teles)", "The squadron never left"),
        turn(DEBATE, "MR ANES", "The harbour log"),
        turn(DEBATE, "THE MINISTER", "I have not seen it", 1),
    ]
    reading = read(DEBATE, [person(DEBATE, "Teles", "name"), person(DEBATE, "ANES", "name")], said)
    assert speakers(reading, DEBATE) == ["Teles", "ANES", "Teles"]


def test_a_turn_goes_on_to_the_end_of_its_passage_but_for_the_full_stop() -> None:
    said = [turn(INTERVIEW, "Q", "Who ordered"), turn(INTERVIEW, "A", "I did")]
    reading = read(INTERVIEW, [], said)
    assert [a.content[0].of(INTERVIEW) for a in reading.attributions] == [
        "Who ordered the retreat?",
        "I did. My officers agreed. The general had told them otherwise",
    ]


def test_who_answers_is_the_one_spoken_to_and_i_is_whoever_speaks() -> None:
    said = [turn(INTERVIEW, "Q", "Who ordered"), turn(INTERVIEW, "A", "I did")]
    mentions = [
        person(INTERVIEW, "Ivo Brandt", "name"),
        person(INTERVIEW, "I", "pronoun", 1),
        person(INTERVIEW, "My", "pronoun"),
    ]
    reading = read(INTERVIEW, mentions, said)
    assert speakers(reading, INTERVIEW) == [None, "Ivo Brandt"]
    brandt = next(m for m in reading.mentions if m.form == "name")
    assert [m.refers for m in reading.mentions if m.form == "pronoun"] == [brandt.id] * 2


def test_who_answers_is_the_one_whom_the_first_question_calls() -> None:
    said = [turn(CALLED, "Q", "Governor Izarra"), turn(CALLED, "A", "I support")]
    reading = read(CALLED, [person(CALLED, "Izarra", "name")], said)
    assert speakers(reading, CALLED) == [None, "Izarra"]


def test_one_colon_alone_makes_no_turn() -> None:
    text = "Poll: most stay in the federation. Nobody asked why."
    reading = read(text, [], [turn(text, "Poll", "most stay in the federation")])
    assert reading.attributions[0].content[0].of(text) == "most stay in the federation"
