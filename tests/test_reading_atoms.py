"""Assertions that the network sees, joined with those that rules cut."""

from __future__ import annotations

from evaluation.pipeline import document_of
from hearsay.reading.atoms import joined
from hearsay.reading.found import FoundAttribution
from hearsay.reading.interpreting import interpret
from hearsay.vocabulary.spans import Span

TEXT = (
    "The brigade, which answers to nobody, left Oster in May and kept its guns. "
    "The minister denied the transfer of rifles to the port."
)
DENIED = FoundAttribution((Span(75, 87),), (Span(88, 94),), (Span(95, len(TEXT) - 1),), 0.9)


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def cut(*parts: Span) -> list[tuple[str, str | None]]:
    document = document_of(TEXT.encode(), "atoms.txt")
    reading = interpret(document, (), (DENIED,), (), parts=parts)
    return [
        (" | ".join(span.of(TEXT) for span in one.spans), one.attribution)
        for one in reading.assertions
    ]


def test_without_the_network_rules_cut_alone() -> None:
    assert cut() == [
        ("The brigade | answers to nobody", None),
        ("The brigade | left Oster in May", None),
        ("The brigade | kept its guns", None),
        ("the transfer of rifles to the port", "a1"),
    ]


def test_what_the_network_sees_comes_in_the_form_that_rules_give_it() -> None:
    seen = cut(at("left Oster in May"), at("kept its guns"), at("which answers to nobody"))
    assert {one for one, _ in seen} == {one for one, _ in cut()}


def test_a_sentence_of_which_the_network_sees_a_scrap_stays_as_rules_cut_it() -> None:
    assert cut(at("The brigade")) == cut()
    assert cut(at("in May")) == cut()


def test_an_attribution_in_which_the_network_sees_nothing_keeps_its_assertion() -> None:
    every = cut(at("which answers to nobody"), at("left Oster in May"), at("kept its guns"))
    assert ("the transfer of rifles to the port", "a1") in every


def test_a_relative_clause_alone_comes_with_the_name_that_it_hangs_on() -> None:
    text = "Calm was promised by Muktar Sadel – whose bloc won the vote in May – last month."
    name, clause = (
        Span(text.index(words), text.index(words) + len(words))
        for words in ("Muktar Sadel", "whose bloc won the vote in May")
    )
    (said,) = joined((), (clause,), (), (), (0,), text, named=(name,))
    assert said.spans == (name, clause)
