"""Who does what a verb says, where another name stands nearer to the verb."""

from __future__ import annotations

import pytest

from hearsay.reading.found import FoundLink, FoundMention
from hearsay.reading.relating import relations_of
from hearsay.reading.surroundings import Around
from hearsay.vocabulary.readings import Form, Mention, MentionType, Reading
from hearsay.vocabulary.spans import Span

TYPES: dict[str, MentionType] = {
    "Colonel": "Rank", "General": "Rank", "Captain": "Rank", "Minister": "Role",
    "Averne": "Place", "Zherin": "Place", "Oshand": "Place",
    "7th Brigade": "Organization", "Rapid Corps": "Organization", "Border Guard": "Organization",
    "bank": "Organization", "company": "Organization", "Covenant Party": "Organization",
    "deputy": "Person",
}  # fmt: skip
SMALL = ("brother", "aide", "son", "man", "cousin of Colonel Selim", "cousin", "lawyer", "Fighters")
NAMES = ("Selim", "Vesh", "Orin", "Rusk", "Weapons", *SMALL, *TYPES)


def mentions_of(text: str) -> list[Mention]:
    """Every word known above, where it stands first."""
    found: list[Mention] = []
    for words in NAMES:
        start = text.find(words)
        if start < 0:
            continue
        span = Span(start, start + len(words))
        form: Form = "nominal" if words in (*SMALL, "bank", "company", "deputy") else "name"
        outer = not any(o != words and words in o and o in text for o in NAMES)
        type: MentionType = "Weapon" if words == "Weapons" else TYPES.get(words, "Person")
        id = f"m{len(found) + 1}"
        found.append(Mention(id, type, (span,), form, outer, id, 1.0))
    return found


def said(text: str, network: tuple[str, str, str] | None = None) -> set[tuple[str, str, str]]:
    """Kinds and ends of all relations by their words, and what the network is made to add."""
    mentions = mentions_of(text)
    words = {one.id: one.spans[0].of(text) for one in mentions}
    ids = {one.spans[0]: one.id for one in mentions}
    links = []
    if network is not None:
        by_words = {words[one.id]: one for one in mentions}
        ends = (by_words[network[0]], by_words[network[2]])
        left, right = (FoundMention(one.type, one.spans[0], one.form, 0.9) for one in ends)
        links = [FoundLink(network[1], left, right, 0.9)]
    reading = Reading("by hand 1", mentions=tuple(mentions))
    found = relations_of(links, lambda one: ids.get(one.span), reading, Around(reading), text)
    return {(words[one.source], one.type, words[one.target]) for one in found}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Colonel Selim, the brother of General Vesh, commands the 7th Brigade.", "Selim"),
        ("Captain Orin, a cousin of Colonel Selim, commands the 7th Brigade.", "Orin"),
        ("A former aide to General Vesh commanded the 7th Brigade.", "aide"),
        ("The son of General Vesh commands the 7th Brigade.", "son"),
        ("The man who killed Colonel Selim commanded the 7th Brigade.", "man"),
        ("The man who killed Colonel Selim in Averne commanded the 7th Brigade.", "man"),
        ("His deputy, Captain Orin, commands the 7th Brigade.", "Orin"),
        ("He said that Colonel Selim commands the 7th Brigade.", "Selim"),
        ("The aide who said Colonel Selim commands the 7th Brigade fled.", "Selim"),
    ],
)
def test_who_commands_may_stand_further_off(text: str, subject: str) -> None:
    assert said(text) == {(subject, "commands", "7th Brigade")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The bank in Averne funds the Rapid Corps.", ("bank", "funds")),
        ("The company, based in Zherin, supplied the Rapid Corps.", ("company", "equips")),
        ("Weapons made in Averne armed the Rapid Corps.", None),
        ("Fighters who had fled Oshand funded the Rapid Corps.", ("Fighters", "funds")),
        ("Most of the Border Guard supported the Rapid Corps.", ("Border Guard", "backs")),
    ],
)
def test_a_place_that_only_says_where_does_nothing(
    text: str, found: tuple[str, str] | None
) -> None:
    assert said(text) == ({(*found, "Rapid Corps")} if found else set())


def test_the_lawyer_for_a_general_meets_a_minister_and_not_the_general() -> None:
    text = "The lawyer for General Vesh met Minister Rusk."
    assert said(text) == {("lawyer", "communicates_with", "Rusk")}


def test_what_a_participle_without_an_auxiliary_says_is_of_the_name_beside_it() -> None:
    text = "An aide to the Border Guard trained by the Rapid Corps left."
    assert said(text) == {("Rapid Corps", "trains", "Border Guard")}


def test_a_second_verb_after_a_comma_has_no_subject_in_the_object_of_the_first() -> None:
    text = "Averne funds the Border Guard, trains the Rapid Corps and left."
    assert said(text) == {("Averne", "funds", "Border Guard")}


def test_the_network_is_overruled_where_the_subject_is_seen() -> None:
    text = "The son of General Vesh commands the 7th Brigade."
    assert said(text, ("Vesh", "commands", "7th Brigade")) == {("son", "commands", "7th Brigade")}


def test_the_network_is_believed_where_no_subject_is_seen() -> None:
    text = "A rival of General Vesh commands the 7th Brigade."
    assert said(text, ("Vesh", "commands", "7th Brigade"))
    assert not said(text)


def test_a_visit_that_is_paid_is_no_money_even_to_the_network() -> None:
    text = "General Vesh paid Averne a visit."
    assert not said(text, ("Vesh", "funds", "Averne"))
    assert said("General Vesh paid Averne a ransom.") == {("Vesh", "funds", "Averne")}
