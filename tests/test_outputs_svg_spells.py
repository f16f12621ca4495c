"""The drawing of who held which post when."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from hearsay.outputs.drawing.sheet import WIDTH
from hearsay.outputs.drawing.spells import MOST, Spell, spells_svg
from hearsay.picture.seen import Seen, seen_in
from hearsay.vocabulary.statements import OPEN, Held, Range

SVG = "{http://www.w3.org/2000/svg}"


def bars(drawing: str) -> list[ElementTree.Element]:
    root = ElementTree.fromstring(drawing)
    return [one for one in root.iter(f"{SVG}rect") if one.find(f"{SVG}title") is not None]


def test_a_time_said_day_by_day_is_full_and_one_of_some_day_hollow() -> None:
    seen = Seen(days=(("2020-01-01", "2020-06-30"),), maybe=(("2021-01-01", "2021-12-31"),))
    hollow, full = bars(spells_svg([Spell("commander", seen)], title="Posts") or "")
    assert "stroke" in hollow.attrib
    assert "stroke" not in full.attrib
    assert hollow.findtext(f"{SVG}title") == "at some time from 2021-01-01 to 2021-12-31"


def test_an_open_side_is_not_stretched_to_any_day() -> None:
    seen = Seen(maybe=((OPEN, "2020-06-30"),))
    (bar,) = bars(spells_svg([Spell("commander", seen)], title="Posts") or "")
    assert float(bar.attrib["width"]) < 30
    assert bar.findtext(f"{SVG}title") == "at some time up to 2020-06-30"


def test_what_has_no_day_is_not_drawn() -> None:
    assert spells_svg([Spell("commander", Seen())], title="Posts") is None


def test_words_that_look_like_markup_stay_words() -> None:
    seen = Seen(days=(("2020-01-01", "2020-01-01"),))
    drawing = spells_svg([Spell("<script>&", seen)], title="<b>") or ""
    assert "<script>" not in drawing
    ElementTree.fromstring(drawing)


DAYS = st.dates().map(str)


@given(
    st.lists(st.tuples(DAYS, DAYS, st.booleans(), st.booleans()), min_size=1, max_size=60),
    st.none() | DAYS,
)
def test_whatever_was_seen_stays_on_the_sheet(
    given_days: list[tuple[str, str, bool, bool]], as_of: str | None
) -> None:
    spells = [
        Spell("post", seen_in([Held((Range(min(a, b), max(a, b), precise=precise),))]), unsure)
        for a, b, precise, unsure in given_days
    ]
    drawing = spells_svg(spells, title="Posts", as_of=as_of) or ""
    found = bars(drawing)
    assert len(found) == min(MOST, len(spells))
    for bar in found:
        left = float(bar.attrib["x"])
        assert left >= 0
        assert left + float(bar.attrib["width"]) <= WIDTH
    assert not re.search(r"nan|inf", drawing)
