"""What can be doubted of a count of origins, as people and programs are told of it."""

from __future__ import annotations

from dataclasses import replace

import click
from traces_by_hand import Case, capture

from hearsay.cli.origins import origin_lines
from hearsay.outputs.tallying import counted
from hearsay.outputs.tracing import trace_shape
from hearsay.vocabulary.traces import Perhaps, Trace

ELSEWHERE = "the units answer to whoever pays their bread"


def case_of_two() -> Case:
    case = Case()
    courier = case.claim("Courier", "2022-02-10", "the units were spread across the services")
    post = case.claim("Post", "2022-02-13", "its men stand in every service")
    case.root(courier, proven=True)
    case.root(post, proven=True)
    return case


def doubted(case: Case) -> Trace:
    """The second root may say another thing, and a third paper perhaps says the same."""
    trace = case.trace()
    first, second = trace.origins.roots
    near = Perhaps(("9f8e7d6c5b4a3210",), ELSEWHERE, capture("Courier"), 0.44)
    origins = replace(
        trace.origins,
        least=1,
        expected=2.0,
        most=3,
        roots=(first, replace(second, doubted=True)),
        perhaps=(near,),
    )
    return replace(trace, origins=origins)


def test_a_reader_is_told_why_the_numbers_lie_apart() -> None:
    assert list(counted(doubted(case_of_two()).origins)) == [
        "At least 1, at most 3; 2.0 expected from how sure the links are.",
        "At least leaves out an origin of what may be another thing.",
        "At most allows for another that perhaps says the same.",
    ]


def test_what_perhaps_says_the_same_stands_with_its_outlet_words_and_id() -> None:
    case = case_of_two()
    numbers = {node.id: at for at, node in enumerate(case.trace().nodes, 1)}
    lines = origin_lines(doubted(case), numbers, imprint_of=case.imprint_of, width=200)
    text = "\n".join(click.unstyle(line) for line in lines)
    assert "Post · may be of another thing" in text
    assert f"  [~] Courier perhaps says the same: “{ELSEWHERE}” · 9f8e7d6c" in text


def test_programs_are_told_of_both() -> None:
    case = case_of_two()
    origins = trace_shape(doubted(case), imprint_of=case.imprint_of)["origins"]
    assert [root["doubted"] for root in origins["roots"]] == [False, True]
    (near,) = origins["perhaps"]
    assert near["claims"] == ["9f8e7d6c5b4a3210"]
    assert near["words"] == ELSEWHERE
    assert near["probability"] == 0.44


def test_a_doubt_of_what_is_unproven_changes_no_number_and_is_not_told() -> None:
    origins = case_of_two().trace().origins
    roots = tuple(replace(root, proven=False, doubted=True) for root in origins.roots)
    assert not any("may be" in line for line in counted(replace(origins, roots=roots)))


def test_nothing_is_said_of_doubts_where_there_are_none() -> None:
    case = case_of_two()
    assert not any("perhaps" in line or "may be" in line for line in counted(case.trace().origins))
    assert trace_shape(case.trace(), imprint_of=case.imprint_of)["origins"]["perhaps"] == []
