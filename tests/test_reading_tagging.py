"""The trained tagger, with the weights that are shipped, on sentences of our own."""

from __future__ import annotations

import pytest

from hearsay.reading.found import Found
from hearsay.reading.looking import find
from hearsay.reading.network import Network
from hearsay.vocabulary.spans import Span, words_of

SAID = (
    "The governor of Marsa said on Friday that two companies of the 5th Brigade had left the town."
)
NESTED = (
    "According to the Velan Tribune, the inspector general told the Assembly that the officers "
    "had kept their ranks."
)
TORN = "“We left no one behind,” Colonel Haydar Selmani said, “and we never will.”"
PLAIN = "The bridge over the river was opened to traffic in spring, and boats pass under it daily."


@pytest.fixture(scope="module")
def network() -> Network:
    return Network()


def read(network: Network, text: str) -> Found:
    place, passages = 0, []
    for line in text.split("\n"):
        if line:
            passages.append(Span(place, place + len(line)))
        place += len(line) + 1
    return find(network, [(text, passages)])[0]


def test_a_source_its_cue_and_its_content_are_found_together(network: Network) -> None:
    (one,) = read(network, SAID).attributions
    assert words_of(one.source, SAID) == "The governor of Marsa"
    assert "said" in words_of(one.cue, SAID)
    assert words_of(one.content, SAID).startswith("that two companies")


def test_an_attribution_within_another_is_found_too(network: Network) -> None:
    every = read(network, NESTED).attributions
    assert [words_of(one.source, NESTED) for one in every] == [
        "the Velan Tribune",
        "the inspector general",
    ]


def test_a_torn_content_keeps_both_its_parts(network: Network) -> None:
    (one,) = read(network, TORN).attributions
    assert [part.of(TORN).strip("“”,. ") for part in one.content] == [
        "We left no one behind",
        "and we never will",
    ]


def test_a_sentence_that_cites_nobody_gives_no_attribution(network: Network) -> None:
    assert read(network, PLAIN).attributions == ()


def test_what_is_read_does_not_hang_on_what_is_read_beside_it(network: Network) -> None:
    texts = [SAID, NESTED, TORN, PLAIN]
    whole = [(text, [Span(0, len(text))]) for text in texts]
    assert find(network, whole) == [find(network, [one])[0] for one in whole]


def test_no_sentence_is_lost_or_doubled_where_windows_meet(network: Network) -> None:
    text = "\n\n".join([SAID, PLAIN, NESTED] * 40)
    found = read(network, text).attributions
    cues = [one.cue[0].start for one in found]
    assert len(cues) == len(set(cues))
    wanted = [text.index("said", place) for place in _places(text, SAID)]
    near = [any(abs(cue - place) <= 2 for cue in cues) for place in wanted]
    assert sum(near) == len(near)


def test_a_rank_before_a_name_is_no_person_of_its_own(network: Network) -> None:
    text = "Gov. Mara Delling, a member of the Covenant Party, said that the ferry was safe."
    people = [m.span.of(text) for m in read(network, text).mentions if m.type == "Person"]
    assert "Mara Delling" in people
    assert "Gov" not in people


def test_no_mention_or_cue_goes_on_over_the_end_of_a_passage(network: Network) -> None:
    text = "What the Assembly is told\n\nThe Lead Inspector’s quarterly report names four units."
    found = read(network, text)
    spans = [m.span for m in found.mentions] + [part for a in found.attributions for part in a.cue]
    assert spans
    assert not any("\n" in span.of(text) for span in spans)


def test_an_empty_text_gives_nothing(network: Network) -> None:
    assert find(network, [("", [])]) == [Found((), ())]


def _places(text: str, sentence: str) -> list[int]:
    places, start = [], text.find(sentence)
    while start >= 0:
        places.append(start)
        start = text.find(sentence, start + 1)
    return places


def test_a_word_is_one_event_and_not_two(network: Network) -> None:
    text = "Despite the attempted assassination of the governor in November, the talks went on."
    (trigger,) = read(network, text).triggers
    assert (trigger.type, trigger.span.of(text)) == ("assassination", "assassination")
