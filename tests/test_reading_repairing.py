"""What the tagger left half done, and is completed."""

from __future__ import annotations

from hearsay.reading.found import FoundAttribution, FoundMention
from hearsay.reading.interpreting import interpret
from hearsay.reading.repairing import repaired
from hearsay.reading.speech import quotations
from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.spans import Span, words_of


def span(text: str, words: str) -> tuple[Span, ...]:
    start = text.index(words)
    return (Span(start, start + len(words)),)


def found(text: str, source: str, cue: str, *content: str) -> FoundAttribution:
    parts = tuple(part for words in content for part in span(text, words))
    return FoundAttribution(span(text, source) if source else (), span(text, cue), parts, 0.9)


def completed(text: str, one: FoundAttribution, *mentions: FoundMention) -> tuple[str, str, str]:
    prose = [Span(0, len(text))]
    made = repaired([one], mentions, prose, quotations(text, prose), text)[0]
    return words_of(made.source, text), words_of(made.cue, text), words_of(made.content, text)


def test_a_content_that_stops_at_as_well_goes_on_to_its_end() -> None:
    text = "He told them that the Guard is loyal, as well as the coastal police."
    one = found(text, "He", "told", "that the Guard is loyal, as well")
    assert completed(text, one)[2] == "that the Guard is loyal, as well as the coastal police"


def test_a_content_does_not_stop_within_a_name() -> None:
    text = "Officials fear the National Security Council of Velan."
    name = FoundMention("Organization", span(text, "National Security Council")[0], "name", 0.9)
    one = found(text, "Officials", "fear", "the National")
    assert completed(text, one, name)[2] == "the National Security Council"


def test_a_cue_that_stops_at_its_helping_verb_goes_on_to_its_verb() -> None:
    text = "The Council is understood to have faced resistance."
    one = found(text, "", "is", "The Council", "understood to have faced resistance")
    assert completed(text, one) == ("", "is understood", "The Council … to have faced resistance")


def test_a_source_does_not_stop_at_of() -> None:
    text = "The office of the Lead Inspector said the count was wrong."
    name = FoundMention("Organization", span(text, "Lead Inspector")[0], "nominal", 0.9)
    one = found(text, "The office of", "said", "the count was wrong")
    assert completed(text, one, name)[0] == "The office of the Lead Inspector"


def test_a_content_does_not_stop_before_the_noun_of_its_last_adjective() -> None:
    text = "The report says that Oshand-backed militias hold the road."
    one = found(text, "The report", "says", "that Oshand-backed")
    assert completed(text, one)[2] == "that Oshand-backed militias hold the road"


def test_a_content_may_stop_before_where_and_when_it_was_said() -> None:
    text = "He said that the road was open on Monday."
    one = found(text, "He", "said", "that the road was open")
    assert completed(text, one)[2] == "that the road was open"


def test_a_cue_in_two_halves_makes_one_attribution() -> None:
    text = "Rep. Dane Orrin was quoted in the Courier as saying: “We never agreed to this.”"
    first = found(text, "Rep. Dane Orrin", "was quoted in", "as saying: “We never agreed to this.”")
    second = found(text, "Rep. Dane Orrin", "saying:", "“We never agreed to this.”")
    prose = [Span(0, len(text))]
    (one,) = repaired([first, second], [], prose, quotations(text, prose), text)
    assert words_of(one.content, text) == "“We never agreed to this.”"


def test_quoted_words_without_a_cue_go_on_with_the_speaker_last_cited() -> None:
    text = "The report named the corps. Its men are “often promoted for their ties”."
    document = Document("0" * 64, "text 1", text, (Passage(Span(0, len(text)), "paragraph", 1),))
    reading = interpret(document, [], [found(text, "The report", "named", "the corps")], [])
    last = reading.assertions[-1]
    assert "often promoted" in words_of(last.spans, text)
    assert last.attribution == "a1"


def test_a_word_in_quotation_marks_alone_stays_the_outlets_own() -> None:
    text = "The report named the corps. Its “brothers” left the town on Monday."
    document = Document("0" * 64, "text 1", text, (Passage(Span(0, len(text)), "paragraph", 1),))
    reading = interpret(document, [], [found(text, "The report", "named", "the corps")], [])
    assert reading.assertions[-1].attribution is None


def test_whoever_is_thought_to_do_something_does_not_think_it() -> None:
    text = "Two units thought to be loyal."
    one = found(text, "Two units", "thought", "to be loyal")
    assert completed(text, one) == ("", "thought", "to be loyal")


def test_a_source_keeps_no_stray_article_beside_its_name() -> None:
    text = "The officers, according to the Velan Post, have left the port."
    one = found(text, "the Velan Post", "according to", "have left the port")
    torn = FoundAttribution((Span(0, 3), *one.source), one.cue, one.content, 0.9)
    assert completed(text, torn)[0] == "the Velan Post"


def test_a_phrase_that_says_when_is_no_cue() -> None:
    text = "Concerns have been voiced by some members for years now."
    one = found(text, "some members", "for years now", "Concerns")
    years = FoundMention("Time", span(text, "years now")[0], "nominal", 0.9)
    prose = [Span(0, len(text))]
    assert repaired([one], [years], prose, quotations(text, prose), text) == []


def test_a_source_ends_before_how_long_it_has_spoken() -> None:
    text = "Concerns about the corps have been voiced by some members for years now."
    one = found(text, "some members for years now", "have been voiced by", "Concerns about")
    assert completed(text, one)[0] == "some members"


def test_what_somebody_is_said_to_voice_is_not_voiced_by_nobody_as_well() -> None:
    text = "Concerns about the corps have been voiced by some members."
    voiced = found(text, "some members", "have been voiced by", "Concerns about the corps")
    concerned = found(text, "", "Concerns", "about the corps")
    prose = [Span(0, len(text))]
    made = repaired([concerned, voiced], [], prose, quotations(text, prose), text)
    assert [words_of(one.cue, text) for one in made] == ["have been voiced by"]


def test_a_source_in_which_somebody_else_speaks_is_content() -> None:
    text = "According to the Post, the inspector told them that it was over."
    inner = found(text, "the inspector", "told", "that it was over")
    outer = FoundAttribution(
        (*span(text, "the Post"), *span(text, "the inspector told them")),
        span(text, "According to"),
        inner.content,
        0.9,
    )
    prose = [Span(0, len(text))]
    first, second = repaired([outer, inner], [], prose, quotations(text, prose), text)
    assert words_of(first.source, text) == "the Post"
    assert words_of(first.content, text) == "the inspector told them that it was over"
    assert words_of(second.cue, text) == "told"


def test_a_headline_above_is_no_part_of_what_the_first_sentence_reports() -> None:
    text = "Grip on paid forces\n\nTaxpayers foot the bill, the Calder press has revealed."
    passages = [Span(0, 19), Span(21, len(text))]
    one = FoundAttribution(
        span(text, "the Calder press"),
        span(text, "has revealed"),
        (Span(0, text.index(", the")),),
        0.9,
    )
    (made,) = repaired([one], [], passages, quotations(text, passages), text)
    assert words_of(made.content, text) == "Taxpayers foot the bill"
