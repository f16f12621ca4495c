"""Credit lines say whose text this is; nothing else is taken for one."""

from __future__ import annotations

import pytest

from hearsay.documents.making import make
from hearsay.sources.fetcher import captured
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document

PROSE = "The minister said on Monday that the army would stay in the city until the vote was over."


def document(text: str) -> Document:
    fetched = captured(
        text.encode(), address="a.txt", method="file", stated=Particulars(), captured_at="now"
    )
    made = make(fetched).document
    assert made is not None
    return made


def credit(text: str) -> tuple[str, str] | None:
    found = document(text).credits
    return (found[0].kind, found[0].name) if found else None


@pytest.mark.parametrize(
    ("line", "kind", "name"),
    [
        ("Source » velanmonitor", "reprint", "velanmonitor"),
        ("Source > Velan Monitor", "reprint", "Velan Monitor"),
        ("Source: Velan Monitor", "reprint", "Velan Monitor"),
        ("Reprinted with permission from the Harbour Times.", "reprint", "the Harbour Times"),
        ("This article is republished from The Exchange under a Creative Commons licence.",
         "reprint", "The Exchange"),
        ("This article first appeared in Velan Tribune.", "first_published", "Velan Tribune"),
        ("This story was originally published by Reuters.", "first_published", "Reuters"),
        ("Originally published at harbourtimes.example", "first_published", "harbourtimes.example"),
        ("Via: Harbour Times", "via", "Harbour Times"),
        ("Authored by Jan Kos via The Dispatch,", "via", "The Dispatch"),
        ("© 2022 Reuters", "wire", "Reuters"),
        ("Copyright 2018 The Associated Press. No copies.", "wire", "The Associated Press"),
        ("(Reuters)", "wire", "Reuters"),
        ("By Jan Kos and Eva Lind, Associated Press", "wire", "Associated Press"),
    ],
)  # fmt: skip
def test_a_credit_line_after_the_text_is_recognised(line: str, kind: str, name: str) -> None:
    assert credit(f"{PROSE}\n\n{PROSE} It rained.\n\n{line}\n") == (kind, name)


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("BAGHDAD (AP) — ", "AP"),
        ("TURNBERRY/GLASGOW, Scotland (Reuters) - ", "Reuters"),
        ("FLINT, Mich., Oct. 4 (UPI) — ", "UPI"),
        ("(CNN) - ", "CNN"),
        ("PORT SABLE, Averne (Coastal Wire) — ", "Coastal Wire"),
    ],
)
def test_a_dateline_carries_its_agency(opening: str, name: str) -> None:
    made = document(f"A headline here\n\n{opening}{PROSE}\n\n{PROSE}\n")
    (found,) = made.credits
    assert (found.kind, found.name) == ("wire", name)
    assert found.span.of(made.text) == f"({name})"


@pytest.mark.parametrize(
    "line",
    [
        "Source: Ministry of Health",
        "Source: Bureau of Statistics, 2021",
        "Source: interviews with officials",
        "Sources: officials say the army will stay.",
        "The source said that the army would stay.",
        "He first appeared in court on Monday.",
        "The book was originally published in 1970 and has been reprinted since.",
        "They arrived via the northern road.",
        "The group (Reuters) said nothing.",
        "Photo: Jan Kos, AP",
        "Jan Kos, AP",
    ],
)
def test_other_lines_are_no_credit(line: str) -> None:
    assert credit(f"{PROSE}\n\n{PROSE} It rained.\n\n{line}\n") is None


def test_a_source_line_under_a_table_is_no_credit() -> None:
    assert credit(f"{PROSE}\n\nUnit\tMen\tCost\nFirst\t10\t20\nSource: Velan Monitor\n") is None


def test_a_source_line_in_the_middle_of_a_long_text_is_no_credit() -> None:
    middle = "\n\n".join([PROSE] * 12)
    assert credit(f"{middle}\n\nSource: Velan Monitor\n\n{middle}") is None


def test_a_place_in_brackets_far_down_is_no_dateline() -> None:
    body = "\n\n".join([PROSE] * 12)
    assert credit(f"{body}\n\nVelan (Tamrin) — {PROSE}\n\n{body}") is None


def test_a_line_that_is_all_credit_is_not_read_as_prose() -> None:
    made = document(f"{PROSE}\n\nSource » velanmonitor\n")
    assert [p.kind for p in made.passages] == ["paragraph", "credit"]
    assert made.furniture == ()


def test_the_name_is_kept_as_written() -> None:
    made = document(f"{PROSE}\n\nSource » velanMONITOR \n")
    (found,) = made.credits
    assert found.name == "velanMONITOR"
    assert found.span.of(made.text) == "Source » velanMONITOR"
