"""How differences look in the terminal: both sentences, with the differing words marked."""

from __future__ import annotations

import click
from traces_by_hand import Case

from hearsay.cli.differences import changes_lines
from hearsay.outputs.tracing import differences
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Change, ClaimNode, Comparison, Side

EARLIER = "The units are thought to be under the influence of Oshand."
LATER = "The units are under the influence of Oshand."


def hedge_left_out(before: str = "k1") -> Change:
    start = EARLIER.index("thought")
    return Change("certainty", Side(before, (Span(start, start + 13),), "thought to be"), None)


def a_case(*, ordered: bool = True, probability: float = 0.99) -> Case:
    case = Case()
    courier = case.claim("Courier", "2031-05-06", EARLIER)
    ledger = case.claim("Ledger", "2031-05-08", LATER)
    case.link(
        ledger,
        courier,
        "quotation",
        probability=probability,
        changes=(hedge_left_out(),),
        ordered=ordered,
    )
    return case


def shown(case: Case) -> list[str]:
    blocks = changes_lines(
        differences([case.trace()]),
        imprint_of=case.imprint_of,
        document_of=case.document_of,
        width=80,
    )
    return [click.unstyle(line) for block in blocks for line in block]


def ids(case: Case) -> list[str]:
    return [node.claim.id[:8] for node in case.nodes if isinstance(node, ClaimNode)]


def test_both_sentences_stand_below_with_where_they_are_and_what_differs() -> None:
    case = a_case()
    courier, ledger = ids(case)
    assert shown(case) == [
        "certainty: “thought to be” → left out",
        f"  earlier: Courier · 2031-05-06 · ¶ 1 · {courier}",
        "      The units are «thought to be» under the influence of Oshand.",
        f"  later: Ledger · 2031-05-08 · ¶ 1 · {ledger} · from it",
        "      The units are under the influence of Oshand.",
    ]


def test_how_sure_the_retelling_is_stands_with_the_later_one() -> None:
    assert any(line.endswith("probably from it") for line in shown(a_case(probability=0.7)))


def test_where_none_is_shown_to_be_first_there_is_no_arrow_and_no_earlier_one() -> None:
    text = "\n".join(shown(a_case(ordered=False)))
    assert "“thought to be” | not there" in text
    assert "one: Courier" in text
    assert "other: Ledger" in text
    assert "which came first is not shown" in " ".join(text.split())
    assert "earlier" not in text


def test_two_that_stand_beside_each_other_are_told_so() -> None:
    case = a_case()
    case.links.clear()
    case.comparisons.append(Comparison(("k1", "k2"), None, (hedge_left_out(),)))
    assert any(line.endswith("· beside it") for line in shown(case))


def test_all_differences_of_two_sentences_stand_together_the_gravest_first() -> None:
    case = a_case()
    (link,) = case.links
    name = Change("entity", Side("k1", (Span(4, 9),), "units"), Side("k2", (Span(4, 9),), "units"))
    case.links[:] = []
    case.link(link.later, link.earlier, "quotation", changes=(name, hedge_left_out()))
    first, second, _, sentence, *_ = shown(case)
    assert (first.split(":")[0], second.split(":")[0]) == ("certainty", "entity")
    assert sentence.strip().startswith("The «units» are «thought to be» under")


def test_several_that_differ_from_one_in_the_same_way_stand_below_it_together() -> None:
    case = a_case()
    for day in range(10, 16):
        later = case.claim(f"Paper {day}", f"2031-05-{day}", LATER)
        case.link(later, "k1", "quotation", changes=(hedge_left_out(),))
    text = "\n".join(shown(case))
    assert text.count("certainty: ") == text.count("earlier: ") == 1
    assert text.count("later: ") == 4
    assert text.endswith("and 3 more tellings in the same way")
