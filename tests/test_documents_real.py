"""The real reports in ../shared: every table row on its page, credits and furniture as they are.

Nothing of the reports stands here; without ../shared these tests are skipped and say so.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from hearsay.documents.making import make
from hearsay.sources.fetching import fetch
from hearsay.vocabulary.captures import Fetched
from hearsay.vocabulary.documents import Document

SHARED = Path(__file__).parent.parent.parent / "shared"
TRAINING = SHARED / "data" / "us-foreign-training"
SEEDS = SHARED / "seeds"
NAMES = ("2019_2020_Near_East_fmtrpt", "2020_2021_Near_East_fmtrpt")
FIELDS = (
    "course_title", "quantity", "location", "student_unit", "us_unit", "total_cost",
    "start_date", "end_date",
)  # fmt: skip
Row = tuple[str, ...]

needs_training = pytest.mark.skipif(not TRAINING.exists(), reason="needs ../shared")
needs_seeds = pytest.mark.skipif(not SEEDS.exists(), reason="needs ../shared")


@cache
def document(path: Path) -> Document:
    (fetched,) = fetch(str(path), clock=lambda: "2022-02-20T12:00:00Z")
    assert isinstance(fetched, Fetched)
    made = make(fetched).document
    assert made is not None
    return made


def letters(words: str | None) -> str:
    return re.sub(r"[\W_]+", "", words or "").lower()


def read_rows(name: str) -> Counter[Row]:
    found = document(TRAINING / f"{name}.pdf")
    return Counter(
        (str(p.page), *map(letters, p.span.of(found.text).split("\t")))
        for p in found.passages
        if p.kind == "table_row"
    )


def true_rows(name: str) -> Counter[Row]:
    tree = ElementTree.parse(TRAINING / f"{name}_dedup.xml")
    return Counter(
        (row.findtext("page_number") or "", *(letters(row.findtext(f)) for f in FIELDS))
        for row in tree.iter("training")
    )


@needs_training
@pytest.mark.parametrize("name", NAMES)
def test_table_rows_are_whole_and_on_their_page(name: str) -> None:
    read, true = read_rows(name), true_rows(name)
    # The rest are letters that the PDF itself garbles and cells that the XML's maker ran together.
    assert sum((read & true).values()) / sum(true.values()) > 0.997


@needs_training
@pytest.mark.parametrize("name", NAMES)
def test_no_row_is_read_that_is_not_there(name: str) -> None:
    extra = read_rows(name) - true_rows(name)
    unexplained = [
        row for row in extra.elements() if row[1] != "coursetitle" and not row[1].endswith("totals")
    ]
    assert len(unexplained) <= 0.003 * sum(true_rows(name).values())


@needs_training
@pytest.mark.parametrize("name", NAMES)
def test_running_heads_and_page_numbers_are_set_aside(name: str) -> None:
    found = document(TRAINING / f"{name}.pdf")
    pages = max(p.page or 0 for p in found.passages)
    furniture = Counter(p.span.of(found.text) for p in found.passages if p.kind == "furniture")
    assert all(furniture[str(page)] == 1 for page in range(1, pages + 1))
    assert furniture.most_common(1)[0][1] >= 2 * pages - 1


@needs_seeds
def test_the_first_seed_ends_with_a_credit_and_has_no_furniture() -> None:
    found = document(sorted(SEEDS.glob("000_*.txt"))[0])
    assert [(c.kind, c.name) for c in found.credits] == [("reprint", "middleeastmonitor")]
    assert found.passages[-1].kind == "credit"
    assert found.furniture == ()
    assert {p.kind for p in found.passages[:-1]} == {"paragraph"}


@needs_seeds
def test_the_second_seed_begins_with_its_title_and_ends_with_furniture() -> None:
    found = document(sorted(SEEDS.glob("001_*.txt"))[0])
    assert found.passages[0].kind == "heading"
    assert found.found.title == found.passages[0].span.of(found.text)
    assert [s.of(found.text) for s in found.furniture] == ["Latest news", "Related news"]
    assert found.credits == ()
