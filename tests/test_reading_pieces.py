"""Word pieces: their places, shapes and layouts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.pieces import Pieces, pieces_of, shape_of
from hearsay.vocabulary.spans import Span


def surfaces(pieces: Pieces, text: str) -> list[str]:
    return [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]


def test_offsets_point_into_the_whole_text_and_not_into_the_passage() -> None:
    text = "Title\n\nThe 5th Division withdrew."
    pieces = pieces_of(text, [Span(0, 5), Span(7, len(text))])
    assert surfaces(pieces, text)[:4] == ["Title", "The", "5th", "Division"]
    assert list(pieces.starts[:2]) == [0, 7]


def test_a_capital_is_told_from_a_small_letter_although_the_encoder_lower_cases() -> None:
    kinds = ["army", "Army", "ARMY", "McArthy", "134", "M16", "—", "A", "الجيش"]
    assert [shape_of(word) for word in kinds] == [0, 1, 2, 3, 4, 5, 6, 7, 8]


def test_pieces_inside_quotation_marks_know_it() -> None:
    text = "He said “no place” twice."
    pieces = pieces_of(text, [Span(0, len(text))])
    quoted = {
        w: bool(layout & 4)
        for w, layout in zip(surfaces(pieces, text), pieces.layouts, strict=True)
    }
    assert [quoted[w] for w in ("said", "no", "place", "twice")] == [False, True, True, False]


def test_a_new_passage_forgets_an_open_quotation() -> None:
    text = "“We left.\n\nNobody saw it."
    pieces = pieces_of(text, [Span(0, 9), Span(11, len(text))])
    assert pieces.layouts[list(pieces.starts).index(11)] == 3


def test_no_passage_gives_no_piece() -> None:
    assert len(pieces_of("nothing read", [])) == 0


@given(st.text(max_size=200))
def test_pieces_stand_in_order_and_within_the_text(text: str) -> None:
    pieces = pieces_of(text, [Span(0, len(text))])
    assert all(0 <= a <= b <= len(text) for a, b in zip(pieces.starts, pieces.ends, strict=True))
    assert list(pieces.starts) == sorted(pieces.starts)
