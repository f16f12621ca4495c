"""Which names of one document mean the same."""

from __future__ import annotations

import pytest
from effort import calls
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.called import asked, folded, keys, same_body, same_person
from hearsay.reading.naming import Draft, Thing, link_name, owner_of
from hearsay.vocabulary.readings import MentionType
from hearsay.vocabulary.spans import Span


def owner(text: str, words: str) -> frozenset[str]:
    start = text.index(words)
    return owner_of(words, Span(start, start + len(words)), text)


def test_a_numbered_unit_is_known_by_whose_it_is() -> None:
    assert owner("the Federal Police’s 5th Division fell", "5th Division") == {"federal", "police"}
    assert owner("the 5th Division of the Army fell", "5th Division") == {"army"}


def test_the_first_of_a_list_has_the_owner_of_the_list() -> None:
    assert owner("the Army’s 5th and 9th Divisions", "9th") == {"army"}


def test_a_name_without_a_number_needs_no_owner() -> None:
    assert owner("the Army’s Border Guard fell", "Border Guard") == frozenset()


@pytest.mark.parametrize(
    ("short", "long", "same"),
    [
        ("5th Division", "2nd Brigade of the 5th Division", False),
        ("Free Beacon", "Washington Free Beacon", True),
        ("TSF", "Tamrini Security Forces", True),
    ],
)
def test_a_shorter_name_may_be_the_longer_ones(short: str, long: str, same: bool) -> None:
    assert same_body(short, long) is same


def linked(names: list[tuple[MentionType, str]]) -> list[Thing]:
    """The thing that each name is found to mean, the names read one after another."""
    text = " . ".join(name for _, name in names)
    things: list[Thing] = []
    found, at = [], 0
    for type, name in names:
        draft = Draft(type, (Span(at, at + len(name)),), "name", 0.9, name)
        found.append(link_name(draft, things, text))
        at += len(name) + 3
    return found


FIRST = st.sampled_from(["Anton", "A", "Anna", "Bel", "General", "Mr.", "the"])
LAST = st.sampled_from(["Rusk", "Vesh", "Rusk Jr", "Selim’s"])
PERSONS = st.one_of(LAST, st.builds(lambda a, b: f"{a} {b}", FIRST, LAST))
WORD = st.sampled_from(
    [
        "Rapid",
        "Corps",
        "Border",
        "Guard",
        "the",
        "of",
        "5th",
        "2nd",
        "Division",
        "Times",
        "RC",
        "BG",
    ]
)
BODIES = st.lists(WORD, min_size=1, max_size=4).map(" ".join)


@given(PERSONS, PERSONS)
def test_a_persons_name_is_asked_for_where_it_is_kept(one: str, other: str) -> None:
    if same_person(one, other):
        assert set(asked("Person", one)) & set(keys("Person", other))


@given(BODIES, BODIES)
def test_a_bodys_name_is_asked_for_where_it_is_kept(one: str, other: str) -> None:
    if same_body(one, other) and folded(one) != folded(other):
        assert set(asked("Organization", one)) & set(keys("Organization", other))


def plainly(names: list[tuple[MentionType, str]]) -> list[int]:
    """The same by going through all things named before: the number of each name's thing."""
    best: list[tuple[MentionType, str]] = []
    called: list[set[str]] = []
    found = []
    for type, name in names:
        same = same_person if type == "Person" else same_body
        mine = [n for n, (other, _) in enumerate(best) if other == type]
        exact = [n for n in mine if folded(name) in called[n]]
        near = [n for n in mine if same(name, best[n][1])]
        if exact:
            at = exact[-1]
        elif len(near) == 1:
            at = near[0]
        else:
            at = len(best)
            best.append((type, name))
            called.append(set())
        called[at].add(folded(name))
        if len(folded(name)) > len(folded(best[at][1])):
            best[at] = (type, name)
        found.append(at)
    return found


NAMES = st.one_of(
    # Persons whom nothing gives a gender: of these the name alone decides.
    st.tuples(
        st.just("Person"), st.one_of(st.sampled_from(["Rusk", "O Rusk", "Orel Rusk", "Vesh"]))
    ),
    st.tuples(st.just("Organization"), BODIES.filter(lambda name: not name[:1].isdigit())),
)


@given(st.lists(NAMES, max_size=12))
def test_names_mean_what_they_mean_to_who_goes_through_all_things(
    names: list[tuple[MentionType, str]],
) -> None:
    numbers: dict[int, int] = {}
    found = [numbers.setdefault(id(thing), len(numbers)) for thing in linked(names)]
    assert found == plainly(names)


def test_twice_as_many_names_take_about_twice_the_work() -> None:
    def work(many: int) -> int:
        persons: list[tuple[MentionType, str]] = [
            ("Person", f"Adu{n} Bel{n}o") for n in range(many)
        ]
        bodies: list[tuple[MentionType, str]] = [
            ("Organization", f"Bureau{n} of Gate{n}") for n in range(many)
        ]
        return calls(lambda: linked([*persons, *bodies]))

    assert work(400) < 2.5 * work(200)
