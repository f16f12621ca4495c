"""On whose programme somebody said it."""

import pytest
from lineage_cases import account
from test_origins_lineage import numbers, told

from hearsay.origins.citing.airing import Airings
from hearsay.origins.citing.owners import Outlet, Owners
from hearsay.origins.citing.resolving import Sources
from hearsay.vocabulary.traces import NamedNode

HELD = "four units answer to Oshand"
OWNERS = Owners.of(
    [
        Outlet("Tamrin One", "broadcaster", "Tamrin Media", "TM", aliases=("TOne",)),
        Outlet("Velan Vision", "broadcaster", "Velan House", "TM"),
        Outlet("Alder Post", "newspaper", "Alder House", "TM"),
    ]
)


def venue(text, publisher="Echo"):
    one = account(f"{text} {HELD}.", (HELD, "Mira Rusk"), publisher=publisher)
    return Airings.of(OWNERS).of_claim(one.claims[0], "Mira Rusk", one.document.text, publisher)


@pytest.mark.parametrize(
    "text",
    [
        "Senator Mira Rusk said on TOne’s “Sunday Hour.”",
        "Mira Rusk, who chairs the council, told TOne that she knew:",
        "In an interview on TOne, Senator Mira Rusk said",
        "Rusk said Sunday on TOne. Later",
    ],
)
def test_a_programme_of_a_broadcaster_is_known_by_its_broadcaster(text):
    assert venue(text) == "Tamrin One"


@pytest.mark.parametrize(
    "text",
    [
        "Mira Rusk told the Alder Post that",
        "Mira Rusk said on Monday that",
        "Anton Bolt said of Mira Rusk on TOne:",
        "Anton Bolt told TOne what Mira Rusk knew:",
        "Mira Rusk told TOne on Monday. Mira Rusk said on Velan Vision:",
    ],
)
def test_a_paper_a_weekday_another_guest_and_two_programmes_are_none(text):
    assert venue(text) is None


def test_a_broadcaster_need_not_say_whose_its_own_programme_is():
    assert venue("Mira Rusk said on “Sunday Hour” that", "Tamrin One") == "Tamrin One"
    assert venue("Mira Rusk said on “Sunday Hour” that") is None


def on(outlet, venue):
    said = f"said on {venue}" if venue else "said"
    return account(f"{outlet}: Mira Rusk {said} that {HELD}.", (HELD, "Mira Rusk"),
                   publisher=outlet, persons=("Mira Rusk",))  # fmt: skip


def test_what_one_person_says_on_two_programmes_has_two_origins():
    found = told(on("Alder Post", "TOne"), on("Brack Post", "Velan Vision"), owners=OWNERS)
    names = {n.name for n in found.nodes if isinstance(n, NamedNode)}
    assert names == {"Mira Rusk on Tamrin One", "Mira Rusk on Velan Vision"}
    assert numbers(found)[:3:2] == (2, 2)


def test_what_is_told_without_a_programme_is_no_third_origin():
    papers = on("Alder Post", "TOne"), on("Brack Post", "Velan Vision"), on("Corvan Post", "")
    assert numbers(told(*papers, owners=OWNERS))[:3:2] == (2, 2)


def test_one_programme_that_two_papers_name_is_one_origin():
    found = told(on("Alder Post", "TOne"), on("Brack Post", "TOne"), owners=OWNERS)
    assert numbers(found)[:3:2] == (1, 1)


def test_a_case_without_broadcasters_asks_for_none():
    one = on("Alder Post", "TOne")
    source = Sources.of([one]).source("Mira Rusk")
    assert Sources.of([one]).aired(one.claims[0], source) is None
