"""merge, split, undo and review: a person decides who is who."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Hearsay

SOURCES = (
    (
        "chamber.txt",
        "Chamber hears minister\n\nThe Public Accounts Committee of the Assembly heard General "
        "Samir Dhafari, the interior minister, on Monday. General Dhafari commands the 5th "
        "Brigade of the Army.\n",
        "2031-05-06",
    ),
    (
        "groups.txt",
        "Groups march\n\nThe Port Audit Commission said on Tuesday that its fighters had "
        "left Tarsk. Colonel Oriel Tambari commands the Ash Column.\n",
        "2031-05-07",
    ),
    (
        "pac.txt",
        "PAC calls for calm\n\nThe PAC said on Wednesday that it would not wait. Samir Dhafari "
        "denied that he had been in Tarsk.\n",
        "2031-05-08",
    ),
)


@pytest.fixture
def case(tmp_path: Path, hearsay: Hearsay) -> Hearsay:
    held = tmp_path / "case.hearsay"
    if _read:
        held.write_bytes(_read[0])
        return hearsay
    for name, text, published in SOURCES:
        (tmp_path / name).write_text(text)
        done = hearsay("read", name, "--publisher", name, "--published", published)
        assert done.code == 0, done.err
    _read.append(held.read_bytes())
    return hearsay


_read: list[bytes] = []
"""The case as it was read once; each test begins with a copy."""


def ids(case: Hearsay, name: str) -> set[str]:
    """The ids of those who are called so."""
    from hearsay.case import Case

    with Case.open("case.hearsay") as held:
        return {one.id for one in held.picture.asking().entities(name)}


def test_what_is_merged_is_one_until_that_is_taken_back(case: Hearsay) -> None:
    before = ids(case, "Samir Dhafari"), ids(case, "Oriel Tambari")
    done = case("merge", "Samir Dhafari", "Oriel Tambari", "--why", "same man", "--by", "Vane")
    assert "“Samir Dhafari” and “Oriel Tambari” are one" in done.out, done.err
    assert ids(case, "Samir Dhafari") == ids(case, "Oriel Tambari")
    assert "m1" in case("judgements").out
    (kept,) = json.loads(case("judgements", "--json").out)
    assert (kept["about"], kept["verdict"], kept["by"], kept["why"]) == (
        "entity",
        "same",
        "Vane",
        "same man",
    )
    case("undo", "m1")
    assert (ids(case, "Samir Dhafari"), ids(case, "Oriel Tambari")) == before
    assert "taken back" in case("judgements").out


def test_a_document_may_mean_another_by_a_name(case: Hearsay) -> None:
    assert len(ids(case, "Samir Dhafari")) == 1
    done = case("split", "Samir Dhafari", "pac.txt")
    assert done.code == 0, done.err
    assert len(ids(case, "Samir Dhafari")) == 2


def test_a_name_may_mean_another(case: Hearsay) -> None:
    case("merge", "Samir Dhafari", "Oriel Tambari")
    done = case("split", "Samir Dhafari", "Oriel Tambari")
    assert "are not the same" in done.out, done.err
    assert ids(case, "Samir Dhafari") != ids(case, "Oriel Tambari")


def test_nothing_is_split_of_what_has_one_name_in_one_document(case: Hearsay) -> None:
    done = case("split", "Oriel Tambari", "groups.txt")
    assert done.code == 2
    assert "is all that there is of" in done.err


def test_one_is_not_merged_with_itself(case: Hearsay) -> None:
    done = case("merge", "Samir Dhafari", "Samir Dhafari")
    assert done.code == 2
    assert "are one already" in done.err


def test_review_lists_what_an_acronym_may_mean(case: Hearsay) -> None:
    done = case("review")
    assert "PAC" in done.out, done.err
    assert "The PAC said on Wednesday" in done.out
    assert "pac.txt" in done.out
    found = json.loads(case("review", "--json").out)
    assert {side["name"] for one in found for side in one["names"]} == {
        "PAC",
        "Public Accounts Committee of the Assembly",
        "Port Audit Commission",
    }
    assert all(0 < one["score"] < 1 and one["reasons"] for one in found)


def test_what_is_decided_is_not_asked_again(case: Hearsay) -> None:
    first, *_ = json.loads(case("review", "--json").out)
    one, other = (side["entity"] for side in first["names"])
    case("split", one, other)
    left = json.loads(case("review", "--json").out)
    assert {one, other} not in [{s["entity"] for s in q["names"]} for q in left]


def test_review_says_where_nothing_is_left(case: Hearsay) -> None:
    for one in json.loads(case("review", "--json").out):
        case("split", *(side["entity"] for side in one["names"]))
    assert "Nothing is left to decide" in case("review").err
