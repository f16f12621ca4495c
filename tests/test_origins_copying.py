"""Copied text between documents."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.origins.language.words import words_in
from hearsay.origins.sharing.copying import Copy, CopyIndex
from hearsay.vocabulary.spans import Span

WIRE = (
    "Fighters loyal to the Steady Lantern movement fired eleven rockets at the Qassin air base "
    "on Tuesday, wounding two contractors, the ministry of defence of Tamrin said in a statement "
    "issued shortly after midnight."
)
REPORT = (
    "The inspector general found that militia officers keep their ranks inside the interior "
    "ministry and that nobody in the chain of command had asked them to leave by the end of June."
)
OWN = "Our reporter in Averne counted four burnt lorries beside the northern gate on her way home."


def index_of(**texts: str) -> CopyIndex:
    index = CopyIndex()
    for name, text in texts.items():
        index.add(name, words_in(text, [Span(0, len(text))]))
    return index


def quoted(copy: Copy, **texts: str) -> list[tuple[str, str]]:
    return [(left.of(texts[copy.left]), right.of(texts[copy.right])) for left, right in copy.parts]


def test_a_paragraph_within_a_longer_piece_is_found() -> None:
    texts = {"wire": WIRE, "paper": f"{OWN} {WIRE} {OWN[::-1]}"}
    (copy,) = index_of(**texts).copies("paper")
    assert quoted(copy, **texts) == [(WIRE[:-1], WIRE[:-1])]
    assert copy.share_of_right == 1.0
    assert copy.containment == 1.0
    assert 0.4 < copy.share_of_left < 0.6


def test_several_sources_in_one_piece_are_each_found_with_their_parts() -> None:
    texts = {"wire": WIRE, "report": REPORT, "paper": f"{REPORT} {OWN} {WIRE}"}
    copies = {c.right: c for c in index_of(**texts).copies("paper")}
    assert quoted(copies["wire"], **texts) == [(WIRE[:-1], WIRE[:-1])]
    assert quoted(copies["report"], **texts) == [(REPORT[:-1], REPORT[:-1])]


def test_small_edits_do_not_break_a_part() -> None:
    edited = (
        WIRE.replace("Fighters loyal to", "Gunmen loyal to")
        .replace("eleven rockets", "11 small rockets")
        .replace("in a statement issued", "in a statement")
    )
    texts = {"wire": WIRE, "paper": edited}
    (copy,) = index_of(**texts).copies("paper")
    assert len(copy.parts) == 1
    assert copy.share_of_left > 0.9


def test_paragraphs_in_another_order_are_parts_of_their_own() -> None:
    texts = {"left": f"{WIRE} {REPORT}", "right": f"{REPORT} {WIRE}"}
    (copy,) = index_of(**texts).copies("left")
    assert len(copy.parts) == 2
    assert copy.share_of_left == copy.share_of_right == 1.0


def test_a_set_phrase_is_no_copy() -> None:
    left = "The president of the United States of America arrived on Monday."
    right = "It was the president of the United States of Zherin who had left."
    assert index_of(left=left, right=right).copies("left") == ()


def test_own_words_are_those_that_no_other_document_has() -> None:
    texts = {"wire": WIRE, "paper": f"{WIRE} {OWN}"}
    index = index_of(**texts)
    assert [span.of(texts["paper"]) for span in index.own_words("paper")] == [OWN[:-1]]
    assert index.own_words("wire") == ()


def test_before_meets_each_pair_once() -> None:
    index = index_of(first=WIRE, second=WIRE, third=f"{OWN} {WIRE}")
    assert {(c.left, c.right) for c in index.pairs()} == {
        ("second", "first"),
        ("third", "first"),
        ("third", "second"),
    }


def test_a_document_is_added_once() -> None:
    with pytest.raises(ValueError, match="already"):
        index_of(wire=WIRE).add("wire", words_in(WIRE, [Span(0, len(WIRE))]))


def test_short_and_empty_documents_are_no_trouble() -> None:
    index = index_of(empty="", short="Two words", wire=WIRE)
    assert index.copies("empty") == index.copies("short") == ()
    assert index.own_words("empty") == ()


def test_a_text_that_is_there_a_thousand_times_is_set_beside_its_first_copies() -> None:
    index = CopyIndex()
    words = words_in(WIRE, [Span(0, len(WIRE))])
    for number in range(1000):
        index.add(f"d{number}", words)
    copies = index.copies("d999", before=True)
    assert [c.right for c in copies] == [f"d{n}" for n in range(32)]


def test_what_was_added_long_ago_is_still_found() -> None:
    chance = random.Random(1)
    index = index_of(wire=WIRE)
    for number in range(400):
        text = " ".join(f"w{chance.randrange(5000)}" for _ in range(300))
        index.add(f"d{number}", words_in(text, [Span(0, len(text))]))
    index.add("late", words_in(WIRE, [Span(0, len(WIRE))]))
    assert [c.right for c in index.copies("late")] == ["wire"]


animals = st.sampled_from(["ant", "bee", "cat", "dog", "elk", "fox"])
texts = st.lists(animals, max_size=40).map(" ".join)
numbers = st.lists(st.integers(0, 999).map(str), min_size=13, max_size=40, unique=True)


@settings(deadline=None, max_examples=60)
@given(texts, texts)
def test_parts_never_share_a_word_and_run_the_same_either_way(left: str, right: str) -> None:
    index = index_of(left=left, right=right)
    for copy in index.copies("left"):
        for side in (0, 1):
            spans = sorted(part[side] for part in copy.parts)
            assert all(a.end <= b.start for a, b in pairwise(spans))
        assert 0 < copy.share_of_left <= 1
        assert 0 <= copy.containment <= 1


@settings(deadline=None, max_examples=60)
@given(numbers.map(" ".join))
def test_a_text_is_wholly_contained_in_itself(text: str) -> None:
    (copy,) = index_of(left=text, right=text).copies("left")
    assert copy.containment == 1.0
    assert copy.share_of_left == 1.0
