"""Plain text: newlines untouched, paragraphs found, oversized input refused in a moment."""

from __future__ import annotations

from hearsay.documents.making import Made, make
from hearsay.documents.paragraphs import MAX_PASSAGE
from hearsay.sources.fetcher import captured
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document

PROSE = "The minister said on Monday that the army would stay in the city until the vote was over."


def made(content: bytes) -> Made:
    return make(
        captured(content, address="a.txt", method="file", stated=Particulars(), captured_at="now")
    )


def document(text: str) -> Document:
    found = made(text.encode()).document
    assert found is not None
    return found


def words(text: str) -> list[str]:
    found = document(text)
    return [p.span.of(found.text) for p in found.passages]


def test_blank_lines_part_paragraphs() -> None:
    assert words(f"{PROSE}\n\n{PROSE} It rained.\n \t\n{PROSE} It snowed.") == [
        PROSE, f"{PROSE} It rained.", f"{PROSE} It snowed.",
    ]  # fmt: skip


def test_lines_part_paragraphs_where_there_are_no_blank_lines() -> None:
    assert words(f"{PROSE} It rained.\n{PROSE}\n") == [f"{PROSE} It rained.", PROSE]


def test_windows_newlines_stay_in_the_text_and_part_paragraphs() -> None:
    text = f"{PROSE}\r\n\r\n{PROSE}\r\n"
    assert document(text).text == text
    assert words(text) == [PROSE, PROSE]


def test_lines_wrapped_at_a_margin_are_one_paragraph() -> None:
    wrapped = (
        "The minister said on Monday that the army would stay\n"
        "in the city until the vote was over, and that every\n"
        "unit would go on obeying the orders of the government\n"
        "in the weeks that follow.\n"
    )
    assert words(f"{wrapped}\n{wrapped}") == [wrapped.strip(), wrapped.strip()]


def test_a_short_first_line_without_a_full_stop_is_the_title() -> None:
    found = document(f"Army stays in the city\n\n{PROSE}\n\n{PROSE}")
    assert found.found.title == "Army stays in the city"
    assert [p.kind for p in found.passages] == ["heading", "paragraph", "paragraph"]


def test_a_first_sentence_is_no_title() -> None:
    assert document(f"{PROSE}\n\n{PROSE}").found.title is None


def test_a_single_line_is_prose_and_no_title() -> None:
    assert [p.kind for p in document("Army stays in the city").passages] == ["paragraph"]


def test_bullets_are_list_items() -> None:
    found = document(f"{PROSE}\n\n- one thing was done\n- another thing was done\n")
    assert [p.kind for p in found.passages] == ["paragraph", "list_item", "list_item"]


def test_form_feeds_number_the_pages() -> None:
    found = document(f"{PROSE}\n\n{PROSE}\f{PROSE}\n")
    assert [p.page for p in found.passages] == [1, 1, 2]


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    found = made(PROSE.encode("utf-8-sig")).document
    assert found is not None
    assert found.text == PROSE
    assert found.passages[0].span.start == 0


def test_offsets_count_code_points_not_bytes() -> None:
    found = document(f"“🙂 Ça va”, dit-il.\n\n{PROSE}")
    assert found.passages[1].span.of(found.text) == PROSE


def test_an_endless_paragraph_is_read_in_pieces_cut_after_sentences() -> None:
    pieces = words(" ".join([PROSE] * 1000))
    assert len(pieces) > 1
    assert all(len(piece) <= MAX_PASSAGE and piece.endswith(".") for piece in pieces)
    assert " ".join(pieces) == " ".join([PROSE] * 1000)


def test_two_hundred_megabytes_of_one_line_are_refused_unread() -> None:
    content = b"word " * (40 * 1024 * 1024)
    result = made(content)
    assert [p.code for p in result.problems] == ["too-large"]
    assert "200 MB" in result.problems[0].message


def test_damaged_characters_are_counted_and_said() -> None:
    good = "Le général a été relevé à l'été, a déclaré le ministère. "
    result = made(good.encode() * 5 + b"\xff" + good.encode() * 5)
    assert result.document is not None
    assert "damaged-text" in [p.code for p in result.document.problems]
