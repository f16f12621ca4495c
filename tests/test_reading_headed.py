"""Bare descriptions that are short for a name."""

from __future__ import annotations

from hearsay.reading.headed import headed
from hearsay.reading.relating.owning import leads_another
from hearsay.vocabulary.readings import Mention
from hearsay.vocabulary.spans import Span


def mentions(text: str, *named: tuple[str, str]) -> list[Mention]:
    found = []
    for number, (words, form) in enumerate(named, 1):
        start = text.rindex(words) if form == "nominal" else text.index(words)
        span = Span(start, start + len(words))
        id = f"m{number}"
        found.append(Mention(id, "Organization", (span,), form, True, id, 0.9))  # type: ignore[arg-type]
    return found


def test_the_police_are_the_one_body_whose_name_ends_so() -> None:
    text = "Officers sit in the Tamrini Federal Police. Both the police and the guard deny it."
    held = mentions(text, ("Tamrini Federal Police", "name"), ("police", "nominal"))
    assert list(headed(held, (), text)) == [("m2", "m1")]


def test_the_ministry_is_the_one_named_by_what_it_is_of() -> None:
    text = "The Ministry of Works paid. Later the ministry denied that."
    held = mentions(text, ("Ministry of Works", "name"), ("ministry", "nominal"))
    assert list(headed(held, (), text)) == [("m2", "m1")]


def test_of_two_divisions_nobody_can_tell_which_is_meant() -> None:
    text = "The 5th Division and the 8th Division left. Later the division came back."
    held = mentions(
        text, ("5th Division", "name"), ("8th Division", "name"), ("division", "nominal")
    )
    assert not list(headed(held, (), text))


def test_what_is_settled_already_and_what_has_no_article_is_left() -> None:
    text = "The Federal Police came. Then the police left."
    held = mentions(text, ("Federal Police", "name"), ("police", "nominal"))
    assert not list(headed(held, {"m2"}, text))
    text = "The Federal Police came. Then local police left."
    assert not list(
        headed(mentions(text, ("Federal Police", "name"), ("police", "nominal")), (), text)
    )


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_who_is_introduced_as_another_bodys_leader_does_not_lead_this_one() -> None:
    text = "The Column is strong and its head is close to Oshand’s Supreme Guide Ali Merad."
    holder = span(text, "Ali Merad")
    assert leads_another("leads", holder, span(text, "Column"), text)
    assert not leads_another("leads", holder, span(text, "Oshand"), text)
    assert not leads_another("tied_to", holder, span(text, "Column"), text)


def test_a_leader_named_without_an_owner_may_lead_what_stands_before() -> None:
    text = "The Column and its leader, General Ali Merad, left."
    assert not leads_another("leads", span(text, "Ali Merad"), span(text, "Column"), text)
