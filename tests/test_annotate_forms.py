"""`hearsay annotate` in the forms of other programs: brat's stand-off and W3C Web Annotations."""

from __future__ import annotations

import json
import re
from pathlib import Path

from conftest import Hearsay

ARTICLE = """Harbour police left their posts

The governor of Marsa told the Daily Lantern on Tuesday that two police units had been
withdrawn last month. “We were not asked,” she said.
"""


def article(name: str = "a.txt") -> str:
    Path(name).write_text(ARTICLE, encoding="utf-8")
    return name


def test_brat_lines_quote_the_words_that_they_point_at(hearsay: Hearsay) -> None:
    ran = hearsay("annotate", article(), "--format", "brat", "--published", "2031-05-08")
    assert ran.code == 0, ran.err
    bounds = re.findall(r"^T\d+\t\S+ ([\d ;]+)\t(.+)$", ran.out, re.M)
    assert bounds
    for places, words in bounds:
        parts = [tuple(map(int, part.split())) for part in places.split(";")]
        assert " ".join(ARTICLE[start:end] for start, end in parts) == words
        assert "\n" not in words


def test_brat_events_name_lines_that_are_there(hearsay: Hearsay) -> None:
    out = hearsay("annotate", article(), "--format", "brat").out
    known = set(re.findall(r"^([TE]\d+)\t", out, re.M))
    events = re.findall(r"^E\d+\t(.+)$", out, re.M)
    assert any(event.startswith("Cue:") for event in events)
    used = {one for event in events for one in re.findall(r":([TE]\d+)", event)}
    used |= set(re.findall(r"Arg[12]:([TE]\d+)", out))
    assert used <= known


def test_web_annotations_find_their_words_by_place_and_by_quotation(hearsay: Hearsay) -> None:
    ran = hearsay("annotate", article(), "--format", "w3c")
    page = json.loads(ran.out)
    assert page["type"] == "AnnotationPage"
    cues = [i for i in page["items"] if i["body"][0]["value"] == "cue"]
    assert cues
    for item in page["items"]:
        for target in item["target"]:
            place, quote = target["selector"]
            assert ARTICLE[place["start"] : place["end"]] == quote["exact"]
            assert (quote["prefix"] + quote["exact"] + quote["suffix"]) in ARTICLE


def test_each_document_gets_files_of_its_own(hearsay: Hearsay) -> None:
    Path("other").mkdir()
    ran = hearsay(
        "annotate", article(), article("other/a.txt"), "--format", "brat", "--out", "marked"
    )
    assert ran.code == 0, ran.err
    assert ran.out == ""
    names = sorted(path.name for path in Path("marked").iterdir())
    assert names == ["a-2.ann", "a-2.txt", "a.ann", "a.txt"]
    assert Path("marked/a.txt").read_text(encoding="utf-8") == ARTICLE


def test_brat_on_the_screen_is_for_one_document(hearsay: Hearsay) -> None:
    ran = hearsay("annotate", article(), article("b.txt"), "--format", "brat")
    assert ran.code == 2
    assert "--out" in ran.err


def test_a_folder_that_cannot_be_is_said_in_one_line(hearsay: Hearsay) -> None:
    Path("marked").write_text("a file", encoding="utf-8")
    ran = hearsay("annotate", article(), "--out", "marked")
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "marked" in ran.err
