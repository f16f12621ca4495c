"""The benchmark of tracing: what it draws is sound, what it measures is told. Nothing is timed."""

from __future__ import annotations

import random
from hashlib import sha256

from benchmarks.drawing import crowded, renamed
from benchmarks.tracing import CROWDED, by_part, growth
from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.readings import Claim, Reading
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account

TEXT = "Two brigades of the border guard answer to nobody, the Courier wrote. " * 8
TOLD = {
    "documents": 12,
    "claims": 340,
    "parts": {"claims grouped": 1.5, "retellings": 2.0},
    "propositions": 30,
    "retellings": 25,
    "changes": 7,
    "links": 9,
    "largest": 4,
    "processes": 2,
    "clock": 2.0,
    "peak": 210.0,
    "together": 400.0,
}


def account(text: str = TEXT) -> Account:
    capture = sha256(text.encode()).hexdigest()
    document = Document(capture, "text 1", text, (Passage(Span(0, len(text)), "paragraph", 1),))
    claim = Claim(
        *("c1", capture, (Span(0, 49),), text[:49], (), None, None, None, None),
        *("affirmed", (), (), (), 1, None, 0.9),
    )
    return Account(document, Reading("none"), (claim,))


def test_a_drawn_account_has_some_other_words_and_its_claims_in_their_places() -> None:
    drawn = list(crowded([account()], 20, random.Random(1)))
    assert len({one.id for one in drawn}) == 20
    changed = 0
    for one in drawn:
        text = one.document.text
        assert len(text) == len(TEXT)
        others = sum(a != b for a, b in zip(text.split(), TEXT.split(), strict=True))
        assert others <= 0.03 * len(TEXT.split())
        changed += others
        (claim,) = one.claims
        assert claim.words == text[:49]
        assert claim.capture == one.id
    assert changed > 0


def test_the_same_chance_draws_the_same_accounts() -> None:
    first, second = (list(crowded([account()], 2, random.Random(7))) for _ in range(2))
    assert first == second


def test_a_round_has_other_words_and_the_same_life() -> None:
    first, second = account(), account()
    first, *others = renamed([first, second], 6, random.Random(3))
    assert first.document.text == TEXT
    assert len({one.id for one in (first, *others)}) == 6
    for one, twin in (others[1:3], others[3:5]):
        text = one.document.text
        assert twin.document.text == text
        assert one.claims[0].words == text[:49]
        assert one.claims[0].id != twin.claims[0].id


def test_only_words_that_not_everybody_says_are_called_otherwise() -> None:
    plain = [account(f"The border guard left town number {n} in June.") for n in range(9)]
    plain += [account("Sabela and Irimia wrote to the border guard in June.")] * 2
    later = [one.document.text for one in renamed(plain, 22, random.Random(5))][11:]
    assert all("border guard" in text for text in later)
    assert later[0] == plain[0].document.text
    named = later[9].split()
    assert {named[0].lower(), named[2].lower(), named[3]} <= {"sabela", "irimia", "wrote"}


def test_parts_are_told_and_held_against_the_goal_together() -> None:
    section = by_part([TOLD])
    assert ("retellings", "2", "s of a core", "", "") in section.rows
    assert ("all together", "3.50", "s of a core", "≤ 10", "yes") in section.rows
    assert ("by the clock", "2", "s", "≤ 10", "yes") in section.rows


def test_growth_tells_the_power_of_each_part() -> None:
    twice = {**TOLD, "parts": {"claims grouped": 3.0, "retellings": 8.0}}
    section = growth([(1_000, TOLD), (2_000, twice)], CROWDED)
    assert "claims grouped 1.00, retellings 2.00" in section.about[0]
