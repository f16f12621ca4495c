"""What is denied from outside, and what is not so yet."""

from __future__ import annotations

import pytest

from hearsay.reading.staging import denied_at, stage_of, unreal_at
from hearsay.vocabulary.spans import Span


def ends(text: str) -> tuple[Span, Span]:
    """Two mentions by the names that every text here has."""
    first = next(word for word in ("Oshand", "Averne", "Selim", "Will Rusk") if word in text)
    left, right = text.index(first), text.index("Rapid Corps")
    return Span(left, left + len(first)), Span(right, right + len("Rapid Corps"))


@pytest.mark.parametrize(
    "text",
    [
        "It is false that Oshand funds the Rapid Corps.",
        "The claim that Oshand trains the Rapid Corps is untrue.",
        "Few believe that Oshand controlled the Rapid Corps.",
        "There is no evidence that Oshand arms the Rapid Corps.",
        "Oshand hardly funds the Rapid Corps.",
        "Averne failed to train the Rapid Corps.",
        "Averne cut links to the Rapid Corps.",
        "Selim was appointed to command the Rapid Corps but never took the post.",
    ],
)
def test_words_around_may_deny_it(text: str) -> None:
    assert denied_at(ends(text), None, text)


@pytest.mark.parametrize(
    "text",
    [
        "It is true that Oshand funds the Rapid Corps.",
        "The claim that Oshand trains the Rapid Corps is true.",
        "Averne hardly hides that it arms the Rapid Corps.",
        "It is false that Zherin is poor; Oshand funds the Rapid Corps.",
        "Selim was appointed to command the Rapid Corps.",
        "Few left. Oshand funds the Rapid Corps.",
        "Few believe that Oshand is rich: it funds the Rapid Corps.",
    ],
)
def test_what_is_not_denied_stays_affirmed(text: str) -> None:
    assert not denied_at(ends(text), None, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Averne plans to train the Rapid Corps next year.", "plans to"),
        ("Selim dreamt of commanding the Rapid Corps.", "dreamt of"),
        ("Oshand will arm and train the Rapid Corps.", "will"),
    ],
)
def test_what_is_planned_is_not_so_yet(text: str, words: str) -> None:
    found = unreal_at(ends(text), text)
    assert found is not None
    assert found.of(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Averne trains the Rapid Corps.",
        "Will Rusk commands the Rapid Corps.",
        "Selim would later command the Rapid Corps.",
        "Selim, who will attend, commands the Rapid Corps.",
    ],
)
def test_what_is_so_is_no_plan(text: str) -> None:
    assert unreal_at(ends(text), text) is None


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The Rapid Corps is alleged to have killed nine villagers.", "accomplished"),
        ("The Rapid Corps is said to have been killing them.", "accomplished"),
        ("The Rapid Corps is due to kill nine villagers.", "threatened"),
        ("The Rapid Corps would have killed them.", "threatened"),
    ],
)
def test_what_somebody_is_alleged_to_have_done_was_done(text: str, stage: str) -> None:
    start = text.index("kill")
    assert stage_of(Span(start, start + 4), None, text) == stage
