"""Whom the words for a speaker name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.origins.citing.speakers import same_source, source_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the Averne Gazette", "Averne Gazette"),
        ("the Ministry’s inspector-general", "office of the Ministry Inspector General"),
        ("Ministry of the Interior", "the Interior Ministry"),
        ("General Staff of Zherin", "Zherini General Staff"),
        ("Lead Inspector", "Office of the Lead Inspector for Overseas Missions"),
        ("spokesman for the Joint Command", "the Joint Command"),
        ("the Lead Inspector’s latest 142-page quarterly report", "Lead Inspector"),
        ("Department of Defense", "Defence Department"),
        ("Combined Mission–Tamrin", "Combined Mission"),
    ],
)  # fmt: skip
def test_two_ways_to_name_a_body_are_one_source(left, right):
    assert same_source(source_of(left), source_of(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Army of Tamrin", "5th Division of the Army of Tamrin"),
        ("Ministry of the Interior", "Ministry of Defence"),
        ("Federal Police", "Federal Border Guard"),
        ("5th Division", "9th Division"),
        ("Court of Audit", "Supreme Court"),
    ],
)
def test_part_and_whole_and_sister_are_not_one_source(left, right):
    assert not same_source(source_of(left), source_of(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Prime Minister Idris al-Mahrouq", "Edris Al-Mahruq"),
        ("Nuraddin Bahri", "the cleric Nour al-Din al-Bahri"),
        ("Rep. Joan Rusk", "Joan Rusk"),
        ("Mr Dhafari", "Samir Dhafari"),
    ],
)
def test_one_person_keeps_one_name_in_any_spelling(left, right):
    assert same_source(source_of(left, person=True), source_of(right, person=True))


def test_two_people_of_one_family_name_are_two_sources():
    assert not same_source(
        source_of("Anton Rusk", person=True), source_of("Deputy Mira Rusk", person=True)
    )


def test_ben_is_a_given_name_at_the_beginning_and_a_particle_within():
    assert source_of("Ben Rusk", person=True).given
    assert not same_source(source_of("Ben Rusk", person=True), source_of("Mira Rusk", person=True))
    one, other = (source_of(n, person=True) for n in ("Amin Ben Talal", "Amin Talal"))
    assert same_source(one, other)


@pytest.mark.parametrize(
    "name",
    ["officials", "some ministry officials", "former ministry officials", "residents", "they",
     "he", "Few diplomats in Calder",
     "Averne officials", "some US politicians", "his office", "Tamrini militants", "Diplomats"],
)  # fmt: skip
def test_a_crowd_is_nobody_that_could_be_found_again(name):
    assert not source_of(name).identified


def test_who_is_described_as_one_of_a_body_is_known_by_that_description_only():
    one, other = source_of("two ministry officials"), source_of("two officials of the Ministry")
    assert one.kind == "described"
    assert one.of is not None
    assert one.of.words == {"ministry"}
    assert same_source(one, other)


@pytest.mark.parametrize(
    "other", ["three ministry officials", "ministry officials", "two court officials", "Ministry"]
)
def test_a_description_in_other_words_may_be_somebody_else(other):
    assert not same_source(source_of("two ministry officials"), source_of(other))


def test_what_a_headline_says_somebody_does_is_no_part_of_his_name():
    assert source_of("Bahri Says", person=True) == source_of("Bahri", person=True)


@pytest.mark.parametrize(
    "name", ["largest list in Tamrin’s new parliament", "Friday", "Tamrini Democrats", "So"]
)
def test_a_thing_a_day_or_a_party_of_people_is_nobody(name):
    assert not source_of(name, person=name == "So").identified


def test_an_official_with_an_article_is_nobody_and_the_inspector_general_somebody():
    assert not source_of("police colonel", before="according to a ").identified
    assert source_of("inspector general", before="said the ").identified


def test_the_report_alone_leaves_open_whose_it_is():
    assert source_of("142-page report").kind == "publication"


def test_a_court_of_audit_is_a_court_and_no_text():
    assert source_of("court of audit").words == frozenset({"court", "audit"})


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("the Office of Audit", "Office of Audit"),
        ("the office of the Harbour Inspector", "Harbour Inspector"),
        ("Office of the Lead Inspector", "Office of the Lead Inspector"),
    ],
)
def test_an_office_that_is_called_so_keeps_its_name(name, shown):
    assert source_of(name).name == shown


def test_a_title_without_its_name_is_nobody():
    assert source_of("Rep").kind == source_of("Sen.").kind == "unnamed"


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.text(max_size=20))
def test_any_words_at_all_can_be_asked_about(name, before):
    found = source_of(name, before=before)
    assert found.kind in ("person", "body", "publication", "unnamed")
    assert same_source(found, found) is found.identified
