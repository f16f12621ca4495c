"""Pages of a PDF as pictures."""

from __future__ import annotations

from importlib.resources import files

import pytest

from hearsay.documents.page_images import is_pdf, page_png
from hearsay.vocabulary.errors import NothingByThatName

REPORT = next(
    one for one in sorted(files("hearsay.samples").iterdir(), key=str) if str(one).endswith(".pdf")
).read_bytes()


def test_a_page_is_drawn_as_a_picture_of_its_own_size() -> None:
    picture = page_png(REPORT, 1)
    assert picture.startswith(b"\x89PNG")
    width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    assert 700 < width < 1000
    assert height > width


def test_two_pages_are_two_pictures() -> None:
    assert page_png(REPORT, 1) != page_png(REPORT, 2)


@pytest.mark.parametrize("page", [0, 10_000])
def test_a_page_that_is_not_there_is_said_not_to_be(page: int) -> None:
    with pytest.raises(NothingByThatName):
        page_png(REPORT, page)


def test_a_web_page_is_no_pdf() -> None:
    assert is_pdf(REPORT)
    assert not is_pdf(b"<!doctype html><p>%PD")
