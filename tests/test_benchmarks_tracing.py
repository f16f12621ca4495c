"""The benchmark of tracing: what it draws is sound, what it measures is told. Nothing is timed."""

from __future__ import annotations

import random
from hashlib import sha256

from benchmarks.tracing import by_part, growth, resampled
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
    "peak": 210.0,
}


def account() -> Account:
    capture = sha256(TEXT.encode()).hexdigest()
    document = Document(capture, "text 1", TEXT, (Passage(Span(0, len(TEXT)), "paragraph", 1),))
    claim = Claim(
        *("c1", capture, (Span(0, 49),), TEXT[:49], (), None, None, None, None),
        *("affirmed", (), (), (), 1, None, 0.9),
    )
    return Account(document, Reading("none"), (claim,))


def test_a_drawn_account_has_some_other_words_and_its_claims_in_their_places() -> None:
    drawn = list(resampled([account()], 20, random.Random(1)))
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
    first, second = (list(resampled([account()], 2, random.Random(7))) for _ in range(2))
    assert first == second


def test_parts_are_told_and_held_against_the_goal_together() -> None:
    section = by_part([TOLD])
    assert ("retellings", "2", "s", "", "") in section.rows
    assert ("all together", "3.50", "s", "≤ 10", "yes") in section.rows


def test_growth_tells_the_power_of_each_part() -> None:
    twice = {**TOLD, "parts": {"claims grouped": 3.0, "retellings": 8.0}}
    section = growth([(1_000, TOLD), (2_000, twice)])
    assert "claims grouped 1.00, retellings 2.00" in section.about[0]
