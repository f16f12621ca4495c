"""What phrases between two mentions say of them, and of all that stand in their lists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hearsay.reading.found import FoundLink, FoundMention
from hearsay.reading.relating import relations_of
from hearsay.reading.relating.lists import lists_in
from hearsay.reading.relating.ruled import ruled_in
from hearsay.reading.surroundings import Around
from hearsay.vocabulary.readings import Assertion, Form, Mention, MentionType, Reading
from hearsay.vocabulary.spans import Span

Marks = dict[str, MentionType]


def mentions_of(text: str, marks: Marks) -> list[Mention]:
    """Mentions by their words, in the order given; pronouns stand for nobody known."""
    found = []
    for number, (words, type) in enumerate(marks.items(), 1):
        start = text.index(words)
        form: Form = "pronoun" if words in ("it", "its", "they", "his") else "name"
        span = Span(start, start + len(words))
        outer = not any(words != other and words in other for other in marks)
        found.append(Mention(f"m{number}", type, (span,), form, outer, f"m{number}", 1.0))
    return found


def said(text: str, **marks: MentionType) -> set[tuple[str, str, str]]:
    """Kind and ends by their words."""
    named: Marks = {words.replace("_", " "): type for words, type in marks.items()}
    mentions = mentions_of(text, named)
    words = {one.id: one.spans[0].of(text) for one in mentions}
    found = ruled_in(mentions, text, lists_in(mentions, text))
    return {(one.kind, words[one.source], words[one.target]) for one in found}


def test_what_falls_under_a_ministry_is_part_of_it() -> None:
    text = "Both the Police and the Rapid Corps fall under the purview of the Interior Ministry."
    assert said(
        text, Police="Organization", Rapid_Corps="Organization", Interior_Ministry="Organization"
    ) == {
        ("part_of", "Police", "Interior Ministry"),
        ("part_of", "Rapid Corps", "Interior Ministry"),
    }


def test_whose_money_is_received_funds() -> None:
    text = "The Interior Ministry, which has continued to receive Avernese funding, is silent."
    assert said(text, Interior_Ministry="Organization", Avernese="Nationality") == {
        ("funds", "Avernese", "Interior Ministry")
    }


def test_sway_over_a_force_influences_it() -> None:
    text = "The militias’ sway over the Tamrini forces grew."
    assert said(text, militias="Organization", Tamrini_forces="Organization") == {
        ("influences", "militias", "Tamrini forces")
    }


def test_under_a_states_influence_is_influenced_by_it() -> None:
    text = "The 5th Division is said to be under Oshandi influence."
    assert said(text, **{"5th_Division": "Organization", "Oshandi": "Nationality"}) == {
        ("influences", "Oshandi", "5th Division")
    }


def test_the_armed_wing_beside_a_name_is_that_of_the_name_and_not_of_its_sector() -> None:
    text = "He led the Hadra sector of the Rasim Corps, the armed wing of the Covenant Party."
    assert ("arm_of", "Rasim Corps", "Covenant Party") in said(
        text, Rasim_Corps="Organization", Covenant_Party="Organization"
    )


def test_what_only_owns_what_is_meant_is_no_end() -> None:
    text = "The Corps obeys the Union’s politburo, and the Guard trains its men."
    assert not said(
        text, Corps="Organization", Union="Organization", Guard="Organization", its="Organization"
    )


def test_a_participle_behind_a_name_says_who_backs_whom() -> None:
    text = "Oshand-backed Shia militias met."
    marks: Marks = {"Oshand-backed Shia militias": "Organization", "Oshand": "Place"}
    mentions = mentions_of(text, marks)
    (one,) = ruled_in(mentions, text, {})
    assert (one.kind, one.source, one.target) == ("backs", "m2", "m1")


def test_another_sentence_is_not_reached() -> None:
    text = "We asked the Corps. Obeyed by none, the Union fell."
    assert not said(text, Corps="Organization", Union="Organization")


@pytest.mark.parametrize(
    ("between", "kind"),
    [
        ("remained committed to", "loyal_to"),
        ("was funded by", "funds"),
        ("has strong ties to", "tied_to"),
        ("was led by", "leads"),
        ("trained", "trains"),
    ],
)
def test_plain_words_say_what_they_say(between: str, kind: str) -> None:
    text = f"The Corps {between} Anton Rusk."
    assert [one[0] for one in said(text, Corps="Organization", Anton_Rusk="Person")] == [kind]


def test_three_in_a_list_are_one_list() -> None:
    text = "The Army, the Police and the Guard left."
    marks: Marks = dict.fromkeys(("Army", "Police", "Guard"), "Organization")
    assert lists_in(mentions_of(text, marks), text)["m2"] == ("m1", "m2", "m3")


def test_whose_one_is_does_not_end_a_list() -> None:
    text = "the 5th Division of the Police, the Rapid Corps and the Guard left"
    marks: Marks = dict.fromkeys(("5th Division", "Police", "Rapid Corps", "Guard"), "Organization")
    assert lists_in(mentions_of(text, marks), text)["m1"] == ("m1", "m3", "m4")


def test_two_beside_each_other_with_a_comma_alone_are_no_list() -> None:
    text = "The Army, the Police left."
    marks: Marks = dict.fromkeys(("Army", "Police"), "Organization")
    assert not lists_in(mentions_of(text, marks), text)


def test_a_denied_sentence_does_not_deny_whose_a_unit_is() -> None:
    text = "He denies that the 5th Division of the Federal Police takes advice."
    marks: Marks = {"5th Division": "Organization", "Federal Police": "Organization"}
    mentions = tuple(mentions_of(text, marks))
    start = text.index("that")
    assertion = Assertion("s1", (Span(start, len(text)),), None, "denied")
    reading = Reading("by hand 1", mentions=mentions, assertions=(assertion,))
    division, police = (FoundMention(one.type, one.spans[0], "name", 0.9) for one in mentions)
    link = FoundLink("part_of", division, police, 0.9)
    ids = {division: "m1", police: "m2"}
    (one,) = relations_of([link], ids.get, reading, Around(reading), text)
    assert one.polarity == "affirmed"


@pytest.mark.parametrize(
    "text",
    [
        "The Corps spent two weeks on the Guard.",
        "The Corps answered to the Guard.",
        "The Corps came under fire from the Guard.",
        "The Corps accused him of ties to the Guard.",
    ],
)
def test_what_only_sounds_like_it_says_nothing(text: str) -> None:
    assert not said(text, Corps="Organization", Guard="Organization")


def test_money_that_is_spent_on_a_force_funds_it() -> None:
    text = "The Corps spent $40 million on the Guard."
    assert said(text, Corps="Organization", Guard="Organization") == {("funds", "Corps", "Guard")}


def test_only_a_body_is_absorbed_and_only_into_a_body() -> None:
    text = "The Corps was absorbed into the Guard."
    assert said(text, Corps="Organization", Guard="Organization")
    assert not said(text, Corps="Person", Guard="Organization")
    assert not said(text, Corps="Organization", Guard="Place")


def test_endless_lists_do_not_make_endless_relations() -> None:
    names = [f"Band{number:03}x" for number in range(400)]
    others = [f"Crew{number:03}x" for number in range(400)]
    text = f"{', '.join(names[1:])} and {names[0]} trained {', '.join(others[1:])} and {others[0]}."
    mentions = mentions_of(text, dict.fromkeys((*names, *others), "Organization"))
    lists = lists_in(mentions, text)
    found = list(ruled_in(mentions, text, lists))
    assert found
    assert len(found) <= 1_000


@pytest.mark.parametrize(
    ("beside", "polarity"),
    [("commander of", "affirmed"), ("who never led", "denied")],
)
def test_what_stands_beside_a_name_is_not_denied_with_the_sentence(
    beside: str, polarity: str
) -> None:
    text = f"Colonel Rusk, {beside} the 5th Brigade, would not comment."
    marks: Marks = {"Rusk": "Person", "5th Brigade": "Organization"}
    mentions = tuple(mentions_of(text, marks))
    assertion = Assertion("s1", (Span(0, len(text)),), None, "denied")
    reading = Reading("by hand 1", mentions=mentions, assertions=(assertion,))
    person, brigade = (FoundMention(one.type, one.spans[0], "name", 0.9) for one in mentions)
    link = FoundLink("is_posted", person, brigade, 0.9)
    ids = {person: "m1", brigade: "m2"}
    found = relations_of([link], ids.get, reading, Around(reading), text)
    assert [one.polarity for one in found if one.type == "is_posted"] == [polarity]


def test_the_party_may_stand_within_the_wing_that_is_said_to_be_its_own() -> None:
    text = "It named the Rasim Corps, the armed wing of the Covenant Party, twice."
    marks: Marks = {
        "Rasim Corps": "Organization",
        "armed wing of the Covenant Party": "Organization",
        "Covenant Party": "Organization",
    }
    mentions = mentions_of(text, marks)
    found = {(one.kind, one.source, one.target) for one in ruled_in(mentions, text, {})}
    assert ("arm_of", "m1", "m3") in found


def test_a_relation_stands_in_no_assertion_that_leaves_out_its_second_end() -> None:
    text = "He left as commander. Rusk became a general."
    marks: Marks = {"commander": "Role", "Rusk": "Person"}
    mentions = tuple(mentions_of(text, marks))
    here = Assertion("s1", (Span(text.index("Rusk"), len(text)),), None)
    reading = Reading("by hand 1", mentions=mentions, assertions=(here,))
    role, person = (FoundMention(one.type, one.spans[0], "name", 0.9) for one in mentions)
    link = FoundLink("has_role", person, role, 0.9)
    (one,) = relations_of([link], {person: "m2", role: "m1"}.get, reading, Around(reading), text)
    assert one.assertion is None


def test_what_is_said_of_a_name_and_of_its_pronoun_at_once_is_one_relation() -> None:
    text = "Selim Vael, who is its head, leads the Harat Party."
    mentions = mentions_of(text, {"Selim Vael": "Person", "who": "Person", "Party": "Organization"})
    mentions[1] = replace(mentions[1], refers="m1")
    found = [FoundMention(m.type, m.spans[0], m.form, 1.0) for m in mentions]
    ids = {one: m.id for one, m in zip(found, mentions, strict=True)}
    links = (
        FoundLink("leads", found[0], found[2], 0.6),
        FoundLink("leads", found[1], found[2], 0.9),
    )
    reading = Reading("t", mentions=tuple(mentions))
    assert len(relations_of(links, ids.get, reading, Around(reading), text)) == 1


def linked(text: str, kind: str, *marks: tuple[str, MentionType]) -> list[tuple[str, str]]:
    """The ends, by their words, of what the network links from the first mark to the second."""
    mentions = []
    for number, (words, type) in enumerate(marks, 1):
        span = Span(text.index(words), text.index(words) + len(words))
        mentions.append(Mention(f"m{number}", type, (span,), "nominal", True, f"m{number}", 1.0))
    found = [FoundMention(m.type, m.spans[0], m.form, 1.0) for m in mentions]
    ids = {one: m.id for one, m in zip(found, mentions, strict=True)}
    reading = Reading("t", mentions=tuple(mentions))
    links = (FoundLink(kind, found[0], found[1], 0.9),)
    told = relations_of(links, ids.get, reading, Around(reading), text)
    words_of = {m.id: m.spans[0].of(text) for m in mentions}
    return [(words_of[one.source], words_of[one.target]) for one in told]


def test_a_role_and_its_holder_in_one_place_are_not_linked() -> None:
    text = "The governor of Hadra blamed the closure."
    assert linked(text, "has_role", ("governor", "Person"), ("governor", "Role")) == []


def test_what_reads_the_same_both_ways_stands_in_the_order_of_the_text() -> None:
    text = "The armed group known as the Ash Column fled."
    ends = linked(text, "same_as", ("Ash Column", "Organization"), ("group", "Organization"))
    assert ends == [("group", "Ash Column")]
