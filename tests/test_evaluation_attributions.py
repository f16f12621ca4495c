"""The scorer of attributions, on cases whose score is known."""

from __future__ import annotations

from evaluation.attributions import Triple, score
from hearsay.vocabulary.spans import Span

TEXT = 'The minister said that "troops left the border", and denied more.'


def span(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


GOLD: Triple = (span("The minister"), span("said"), span('that "troops left the border"'))


def test_edge_punctuation_does_not_count() -> None:
    ours: Triple = (span("The minister"), span("said"), span('that "troops left the border",'))
    assert score([ours], [GOLD], TEXT).content.f1 == 1.0


def test_one_word_more_is_wrong_for_the_exact_span_and_right_for_the_triple() -> None:
    ours: Triple = (span("The minister"), span("said"), span('said that "troops left the border"'))
    scores = score([ours], [GOLD], TEXT)
    assert scores.content.f1 == 0.0
    assert scores.triple.f1 == 1.0


def test_parts_of_two_attributions_make_no_triple() -> None:
    ours: Triple = (span("The minister"), span("denied"), span('that "troops left the border"'))
    assert score([ours], [GOLD], TEXT).triple.right == 0


def test_one_found_attribution_serves_one_gold_one() -> None:
    scores = score([GOLD], [GOLD, GOLD], TEXT)
    assert (scores.triple.right, scores.triple.wanted) == (1, 2)
