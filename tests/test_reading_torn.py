"""Sources that came out in several parts of which only one can be meant."""

from __future__ import annotations

import re

from hearsay.reading.found import FoundAttribution
from hearsay.reading.torn import in_one_piece
from hearsay.vocabulary.spans import Span, Spans


def at(text: str, *parts: str) -> Spans:
    return tuple(Span(*m.span()) for p in parts if (m := re.search(re.escape(p), text)))


def mended(text: str, source: list[str], cue: str, content: str) -> tuple[list[str], list[str]]:
    one = FoundAttribution(at(text, *source), at(text, cue), at(text, content), 0.9)
    out = in_one_piece(one, text)
    return [s.of(text) for s in out.source], [s.of(text) for s in out.content]


def test_what_follows_the_source_of_according_to_begins_what_it_says() -> None:
    text = "According to the Beacon, the inspector has told parliament that they left."
    content = "has told parliament that they left"
    assert mended(text, ["the Beacon", "the inspector"], "According to", content) == (
        ["the Beacon"],
        ["the inspector has told parliament that they left"],
    )


def test_a_name_further_up_is_no_part_of_the_source_at_the_cue() -> None:
    text = "Despite the attempt on Selmani, in November, the report stated that it held."
    said = mended(text, ["Selmani", "the report"], "stated", "that it held")
    assert said == (["the report"], ["that it held"])


def test_a_source_that_its_cue_parts_stays_whole() -> None:
    text = "Orr, he of the Guard, said so, the last of them."
    said = mended(text, ["Orr", "the last of them"], "said", "so")
    assert said == (["Orr", "the last of them"], ["so"])
