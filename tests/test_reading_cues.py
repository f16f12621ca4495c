"""Cues, hedges, polarity and quotation marks are told apart."""

from __future__ import annotations

import pytest

from hearsay.reading.cues import cue_class_of, cue_polarity
from hearsay.reading.hedging import hedges_in, polarity_of
from hearsay.reading.speech import insertions, quotations, speech_of
from hearsay.vocabulary.spans import Span


def whole(text: str) -> tuple[Span, ...]:
    return (Span(0, len(text)),)


@pytest.mark.parametrize(
    ("cue", "wanted"),
    [
        ("said", "said"),
        ("According to", "said"),
        ("was quoted in the Courier as saying", "said"),
        ("alleged", "claimed"),
        ("confirmed", "confirmed"),
        ("conceded", "admitted"),
        ("has denied", "denied"),
        ("has consistently warned", "warned"),
        ("guaranteed", "promised"),
        ("vowed to", "promised"),
        ("called for", "demanded"),
        ("asked", "asked"),
        ("believes", "thought"),
        ("assessed", "thought"),
        ("predicted", "expected"),
        ("expressed concern", "warned"),
        ("agreed to", "promised"),
        ("ruled out", "denied"),
    ],
)
def test_a_cue_has_the_class_of_its_verb(cue: str, wanted: str) -> None:
    assert cue_class_of(whole(cue), cue) == wanted


@pytest.mark.parametrize(
    ("cue", "wanted"),
    [
        ("said", "affirmed"),
        ("denied", "denied"),
        ("did not say", "denied"),
        ("refused to confirm", "denied"),
        ("could not deny", "affirmed"),
        ("not only said", "affirmed"),
    ],
)
def test_a_denied_or_denying_cue_denies(cue: str, wanted: str) -> None:
    assert cue_polarity(whole(cue), cue) == wanted


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The council is understood to have met resistance", "is understood to have", "thought"),
        ("The unit allegedly sold rifles", "allegedly", "alleged"),
        ("the units thought to have the greatest sway", "thought to have", "thought"),
        ("The militia appears to hold the town", "appears to", "thought"),
        ("He may have fled", "may have", "possible"),
        ("Two men were reportedly held", "reportedly", "reported"),
        ("He is believed to be in Mira", "is believed to be", "thought"),
    ],
)
def test_a_hedge_is_found_as_said(text: str, words: str, kind: str) -> None:
    assert [(h.span.of(text), h.kind) for h in hedges_in(whole(text), text)] == [(words, kind)]


@pytest.mark.parametrize(
    "text", ["He left in May 2021", "They could read the letter", "He reported it"]
)
def test_what_is_no_hedge_is_left_alone(text: str) -> None:
    assert hedges_in(whole(text), text) == ()


@pytest.mark.parametrize(
    ("text", "verb", "wanted"),
    [
        ("it has not been able to scale down", "has", "denied"),
        ("they no longer hold the town", "hold", "denied"),
        ("he never left", "left", "denied"),
        ("No troops crossed the river", "crossed", "denied"),
        ("there would be “no place for militias”", "would", "denied"),
        ("he said what was not known", "said", "affirmed"),
        ("it is not only costly", "is", "affirmed"),
    ],
)
def test_the_negation_of_the_main_verb_counts(text: str, verb: str, wanted: str) -> None:
    assert polarity_of(whole(text), text, text.index(verb)) == wanted


def test_a_quotation_left_open_runs_to_the_end_of_its_paragraph() -> None:
    text = "He said: “We held.\n“We won.”"
    found = quotations(text, (Span(0, 18), Span(19, len(text))))
    assert [span.of(text) for span in found] == ["We held.", "We won."]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“We held the town.”", "direct"),
        ('that "we held the town"', "mixed"),
        ("that they held ‘every last inch’ of it", "mixed"),
        ("that the militias’ rule and the rebels’ war were over", "indirect"),
        ('"We held it," he said, "for days."', "mixed"),
    ],
)
def test_speech_goes_by_what_stands_in_quotation_marks(text: str, wanted: str) -> None:
    assert speech_of(whole(text), quotations(text, whole(text)), text) == wanted


def test_an_insertion_counts_only_inside_a_quotation() -> None:
    text = "“most SDF [Special Desert Forces] units” [sic]"
    found = insertions(whole(text), quotations(text, whole(text)), text)
    assert [span.of(text) for span in found] == ["[Special Desert Forces]"]
