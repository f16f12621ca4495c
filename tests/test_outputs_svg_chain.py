"""The drawing of a trace."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

from hypothesis import given, settings
from traces_by_hand import CHANGED, LEFT_OUT, Case, cases, handed_on

from hearsay.outputs.drawing import svg_of
from hearsay.outputs.drawing.lanes import laid_out
from hearsay.outputs.drawing.lettering import width_of
from hearsay.outputs.drawing.sheet import WIDTH
from hearsay.outputs.drawing.strokes import STROKES
from hearsay.outputs.placing import placed

SVG = "{http://www.w3.org/2000/svg}"


def drawn(case: Case) -> ElementTree.Element:
    return ElementTree.fromstring(svg_of(case.trace(), imprint_of=case.imprint_of))


def words_in(drawing: ElementTree.Element) -> list[str]:
    return ["".join(text.itertext()) for text in drawing.iter(f"{SVG}text")]


def a_chain() -> Case:
    case = Case()
    bureau = case.named("Lead Inspector")
    courier = case.claim("Courier", "2022-02-10", "spread across the services")
    post = case.claim("Post", "2022-02-13", "concentrated in the police")
    case.claim("Police Command", "2022-02-16", "that is untrue", denies=True)
    case.link(courier, bureau, "named_source")
    case.link(post, courier, "rewording", probability=0.8, changes=(CHANGED, LEFT_OUT))
    case.root(bureau, proven=True, claims=(courier, post))
    return case


def test_a_drawing_has_a_title_a_description_and_the_role_of_a_group() -> None:
    drawing = drawn(a_chain())
    assert drawing.get("role") == "group"
    title, description = drawing.find(f"{SVG}title"), drawing.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert title.text == "“the units were spread across the services”"
    assert description.text == "Told by 2 outlets, from 1 origin; denied by one outlet."
    assert drawing.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


def test_tellings_stand_in_order_of_time_with_how_they_came() -> None:
    words = words_in(drawn(a_chain()))
    rows = ["Lead Inspector", "Courier · 2022-02-10", "Post · 2022-02-13 ≠ 1, 2"]
    places = [words.index(row) for row in [*rows, "Police Command · 2022-02-16"]]
    assert places == sorted(places)
    assert words[places[2] + 1] == "probably from Courier: rewords it"
    assert words[places[3] + 1] == "denies it"


def test_what_differs_is_numbered_and_stands_below() -> None:
    words = words_in(drawn(a_chain()))
    below = words[words.index("What differs") :]
    assert "predicate: “spread across” → “concentrated in”" in below
    assert "certainty: “thought to be” → left out" in below
    assert below[1:3] == ["predicate: “spread across” → “concentrated in”", "≠ 1"]


def test_the_same_difference_has_the_same_number() -> None:
    case = Case()
    first = case.claim("Courier", "2022-02-10", "it is thought to have rained")
    for outlet in ("Post", "Gazette"):
        later = case.claim(outlet, "2022-02-11", "it rained")
        case.link(later, first, "quotation", changes=(LEFT_OUT,))
    words = words_in(drawn(case))
    assert "Post · 2022-02-11 ≠ 1" in words
    assert "Gazette · 2022-02-11 ≠ 1" in words


def test_each_kind_of_evidence_has_a_line_of_its_own_beside_its_colour() -> None:
    looks = [(stroke.dashes, stroke.wide) for stroke in STROKES]
    assert len(set(looks)) == len(looks)
    text = svg_of(a_chain().trace(), imprint_of=a_chain().imprint_of)
    used = {stroke.name for stroke in STROKES if f'class="hs-s-{stroke.name}" stroke=' in text}
    assert used == {"named", "reworded"}


def test_a_source_known_by_name_only_and_a_denial_look_otherwise() -> None:
    case = a_chain()
    text = svg_of(case.trace(), imprint_of=case.imprint_of)
    assert text.count('stroke-dasharray="2.5 1.5"') == 2  # the node, and the key to it
    assert text.count("<rect") == 3  # the paper, the denial, and the key to it


def test_sixty_copies_of_one_story_are_one_entry() -> None:
    case = Case()
    first = case.claim("Harbour Times", "2021-11-08", "drones hit the house")
    for number in range(60):
        copy = case.claim(f"Gazette {number}", "2021-11-09", "drones hit the house")
        case.link(copy, first, "copied_text")
    words = words_in(drawn(case))
    assert "and 57 more copies · 2021-11-09" in words
    assert len(words) < 30


def test_a_long_chain_stays_within_its_sheet() -> None:
    case = handed_on(60)
    drawing = drawn(case)
    assert all(float(text.get("x", "0")) < WIDTH / 2 for text in drawing.iter(f"{SVG}text"))


def test_the_same_trace_gives_the_same_bytes() -> None:
    one, other = a_chain(), a_chain()
    assert svg_of(one.trace(), imprint_of=one.imprint_of) == svg_of(
        other.trace(), imprint_of=other.imprint_of
    )


def test_names_are_words_and_never_markup() -> None:
    case = Case('it "rained" </text><script>')
    case.claim("A & B <b>\x1b\x00\ud800\ufffe", "2022-01-01", "it rained")
    words = words_in(drawn(case))
    assert words[0] == 'it "rained" </text><script>'
    assert any(word.startswith("A & B <b>") for word in words)


def test_a_name_written_from_the_right_keeps_to_itself() -> None:
    case = Case()
    case.claim("صحيفة الميزان", "2022-01-02", "it rained")
    assert "\u2068صحيفة الميزان\u2069 · 2022-01-02" in words_in(drawn(case))


def test_a_name_longer_than_the_sheet_is_broken_and_then_cut() -> None:
    case = Case()
    case.claim("Gazette of the Provinces " * 9, "2022-01-02", "it rained")
    words = words_in(drawn(case))
    (at,) = (at for at, word in enumerate(words) if word.startswith("Gazette"))
    assert words[at].endswith("Provinces") or words[at].endswith("the")
    assert words[at + 1].endswith(" … · 2022-01-02")


@settings(max_examples=40, deadline=None)
@given(cases())
def test_no_words_run_into_others_or_off_the_sheet(case: Case) -> None:
    drawing = drawn(case)
    height = float(drawing.get("height", "0"))
    boxes = []
    for text in drawing.iter(f"{SVG}text"):
        if text.get("text-anchor") == "middle":
            continue
        words = "".join(text.itertext())
        left, base = float(text.get("x", "0")), float(text.get("y", "0"))
        size = float(text.get("font-size", "0"))
        wide = width_of(words, size, bold=text.get("font-weight") == "bold")
        assert left + wide <= WIDTH
        assert base <= height
        boxes.append((left, base - 0.75 * size, left + wide, base + 0.2 * size, words))
    for one, other in combinations(boxes, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)


@settings(max_examples=40, deadline=None)
@given(cases())
def test_every_earlier_one_stands_above_and_no_lane_is_held_twice(case: Case) -> None:
    trace = case.trace()
    layout = laid_out(trace, placed(trace))
    until = list(range(len(layout.rows)))
    for arc in layout.arcs:
        assert arc.earlier < arc.later
        until[arc.earlier] = max(until[arc.earlier], arc.later)
    for above, below in combinations(range(len(layout.rows)), 2):
        if layout.rows[above].lane == layout.rows[below].lane:
            assert until[above] < below


def test_a_dark_screen_gets_colours_and_paper_does_not() -> None:
    case = a_chain()
    text = svg_of(case.trace(), imprint_of=case.imprint_of)
    (style,) = re.findall("<style>(.*?)</style>", text)
    assert style.startswith("@media screen and (prefers-color-scheme:dark){")


def test_an_id_of_any_form_makes_a_sound_drawing() -> None:
    case = a_chain()
    trace = replace(case.trace(), proposition='"><x>')
    ElementTree.fromstring(svg_of(trace, imprint_of=case.imprint_of))
