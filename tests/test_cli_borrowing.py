"""How links between documents look in the terminal: each document once, below its source."""

from __future__ import annotations

from itertools import pairwise

import click
from hypothesis import given, settings
from hypothesis import strategies as st
from traces_by_hand import capture

from hearsay.cli.borrowing import borrowed_lines
from hearsay.outputs.imprints import Imprint
from hearsay.vocabulary.traces import DocumentLink, Evidence, EvidenceKind


def imprint_of(which: str) -> Imprint:
    return IMPRINTS[which]


OUTLETS = ("Report", "Courier", "Watch", "Ledger", "Times")
DAYS = ("2031-05-01", "2031-05-06", "2031-05-07", "2031-05-08", "2031-05-08")
IMPRINTS = {
    capture(outlet): Imprint(outlet, day, f"Title of {outlet}", f"{outlet}.txt")
    for outlet, day in zip(OUTLETS, DAYS, strict=True)
}


def link(
    later: str,
    earlier: str,
    *kinds: EvidenceKind,
    share: float = 0.0,
    probability: float = 0.99,
    ordered: bool = True,
) -> DocumentLink:
    evidence = tuple(Evidence(kind, (), (), 1.0) for kind in kinds)
    end = earlier if earlier.startswith("named:") else capture(earlier)
    return DocumentLink(capture(later), end, probability, evidence, share, ordered)


def shown(*links: DocumentLink, **options: object) -> str:
    blocks = borrowed_lines(links, imprint_of=imprint_of, width=80, **options)  # type: ignore[arg-type]
    return "\n".join(click.unstyle(line) for block in blocks for line in block)


def test_each_document_stands_once_below_the_one_it_has_most_from() -> None:
    assert (
        shown(
            link("Watch", "Courier", "credit", "copied_text", share=0.999),
            link("Watch", "Report", "copied_text", share=0.3, probability=0.7),
            link("Courier", "Report", "named_source", "quotation", share=0.12),
        )
        == """\
Report · 2031-05-01 · “Title of Report”
└─ 12% Courier · 2031-05-06 · “Title of Courier”
   │  names it as source, quotes it
   └─ 99% Watch · 2031-05-07 · “Title of Watch”
         credits it
         also: probably 30% Report · 2031-05-01

The share is how much of a document's words stand in the one above it too."""
    )


def test_a_source_that_is_not_in_the_case_stands_there_by_name() -> None:
    text = shown(link("Courier", "named:Oster Wire", "wire"))
    assert text.startswith("Oster Wire (known by name only)\n└─ Courier · 2031-05-06")


def test_little_text_and_no_source_named_is_left_out_unless_asked_for() -> None:
    weak = link("Courier", "Report", "copied_text", share=0.004, probability=0.4)
    assert shown(weak) == (
        "1 link with less than 20% of text in common and no source named left out; --weak\n"
        "shows them."
    )
    text = shown(weak, weak=True)
    assert "└─ <1% Courier" in text
    assert "perhaps from it" in text


def test_nothing_to_show_says_nothing() -> None:
    assert shown() == ""


def test_texts_of_one_day_stand_side_by_side() -> None:
    text = shown(link("Times", "Ledger", "copied_text", share=0.9, ordered=False))
    assert text.startswith("2 side by side: much the same text of one day\n")
    assert "├─ Ledger · 2031-05-08" in text
    assert "└─ 90% Times · 2031-05-08" in text
    assert "nothing shows which of the two came first" in text


def test_what_a_person_judged_is_shown_and_says_so() -> None:
    text = shown(link("Ledger", "Courier", probability=1.0))
    assert "so judged by a person" in text


def test_links_that_circle_break_nothing() -> None:
    text = shown(
        link("Ledger", "Courier", "copied_text", share=0.5),
        link("Courier", "Ledger", "copied_text", share=0.4),
    )
    assert text.count("Title of Ledger") == text.count("Title of Courier") == 1


def test_only_so_many_sources_are_listed() -> None:
    text = shown(
        link("Courier", "Report", "named_source"), link("Ledger", "Times", "link"), limit=1
    )
    assert "1 more source not shown." in text
    assert "Times" not in text


def test_a_chain_as_long_as_an_attacker_likes_breaks_nothing() -> None:
    names = [f"Outlet {number}" for number in range(1500)]
    IMPRINTS.update({capture(n): Imprint(n, "2031-06-01", None, f"{n}.txt") for n in names})
    text = shown(*(link(later, earlier, "credit", share=0.9) for earlier, later in pairwise(names)))
    assert "Outlet 1499 · " in text
    assert "⋯ goes on below" in " ".join(text.replace("│", " ").split())
    assert all(len(line) <= 80 for line in text.splitlines())


ends = st.sampled_from(OUTLETS)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(ends, ends, st.floats(0, 1), st.booleans()), max_size=12))
def test_each_document_is_shown_once_and_every_line_fits(
    made: list[tuple[str, str, float, bool]],
) -> None:
    every = [
        link(one, other, "copied_text", share=share, ordered=ordered)
        for one, other, share, ordered in made
        if one != other
    ]
    text = shown(*every, weak=True)
    for outlet in {outlet for one, other, *_ in made if one != other for outlet in (one, other)}:
        assert " ".join(text.replace("│", " ").split()).count(f"Title of {outlet}") <= 1
    assert all(len(line) <= 80 for line in text.splitlines())
