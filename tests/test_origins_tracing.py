"""From accounts to traces: what meets, what leads back where, what is set beside each other."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from lineage_cases import account

from hearsay.origins import tracing
from hearsay.origins.tracing import Tracing, each_telling, trace_of, traces_of
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.traces import Account, ClaimNode, NamedNode, Trace

WORDS = "the 4th Regiment of the Harbour Police sold 31 rifles to the Ash Column in May"


def told(publisher: str, published: str, *, source: str = "Office of Audit") -> Account:
    """One outlet that cites the source for the same words, in its own frame."""
    text = f"{publisher} has looked into it. The {source} said that {WORDS}."
    return account(
        text, (WORDS, source), publisher=publisher, published=published, bodies=(source,)
    )


def only(traces: tuple[Trace, ...]) -> Trace:
    assert len(traces) == 1
    return traces[0]


def test_what_two_outlets_have_from_one_office_has_one_origin() -> None:
    trace = only(
        traces_of([told("Calder Courier", "2031-05-06"), told("Velan Post", "2031-05-07")])
    )
    assert (trace.origins.least, trace.origins.most, trace.origins.unproven) == (1, 1, 0)
    named = [node.name for node in trace.nodes if isinstance(node, NamedNode)]
    assert any("Audit" in name for name in named)


def test_what_is_told_once_has_no_trace_among_all_but_one_of_its_own() -> None:
    one = told("Calder Courier", "2031-05-06")
    assert traces_of([one]) == ()
    trace = trace_of(one.claims[0], one)
    assert [node.claim for node in trace.nodes if isinstance(node, ClaimNode)] == [one.claims[0]]
    assert trace.origins.least == 1


def test_the_order_in_which_accounts_come_makes_no_difference() -> None:
    every = [
        told(name, f"2031-05-0{n}") for n, name in enumerate(("A Post", "B Post", "C Post"), 1)
    ]
    assert traces_of(every) == traces_of(every[::-1])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system copies no process")
def test_it_makes_no_difference_in_how_many_processes_it_is_traced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    every = [told(f"Post of Area {n}", f"2031-05-{n:02}") for n in range(1, 7)]
    every += [told("Calder Courier", "2031-05-09", source="Fleet Council")]
    alone = Tracing.of(every).traced()
    monkeypatch.setattr(tracing, "processes_for", lambda _: 2)
    assert Tracing.of(every).traced() == alone


def test_the_same_bytes_from_two_outlets_are_two_tellings() -> None:
    first = told("Calder Courier", "2031-05-06")
    document = replace(first.document, stated=Particulars("2031-05-06", "Velan Post"))
    second = replace(first, document=document)
    ids = [one.id for one in each_telling([first, second])]
    assert ids == [first.id, f"{first.id}#2"]
    assert all(c.capture == ids[1] for c in list(each_telling([first, second]))[1].claims)


def test_the_same_bytes_received_twice_from_one_outlet_are_one_telling() -> None:
    first = told("Calder Courier", "2031-05-06")
    assert list(each_telling([first, replace(first, address="again.txt")])) == [first]


def test_the_gist_is_in_the_words_nearest_the_source() -> None:
    trace = only(
        traces_of([told("Calder Courier", "2031-05-06"), told("Velan Post", "2031-05-07")])
    )
    assert trace.gist == WORDS


def test_two_that_share_no_source_are_set_beside_each_other_in_what_they_say() -> None:
    words = "the 4th Regiment of the Harbour Police sold {} rifles to the Ash Column in May"
    first, second = (
        account(
            f"A search was made. {source} said that {words.format(number)}.",
            (words.format(number), source),
            publisher=publisher,
            published="2031-05-06",
            persons=(source,),
        )
        for number, source, publisher in (
            (31, "Colonel Ana Lund", "Calder Courier"),
            (45, "Bob Haro", "Velan Post"),
        )
    )
    trace = only(traces_of([first, second]))
    (beside,) = trace.comparisons
    assert beside.common is None
    assert [change.kind for change in beside.changes] == ["quantity"]
    assert (trace.origins.least, trace.origins.most) == (2, 2)
