"""Links by web address."""

from dataclasses import replace

import pytest
from lineage_cases import account

from hearsay.origins.citing.pointing import Addresses, address_of
from hearsay.origins.citing.resolving import Sources
from hearsay.origins.descent.lineage import lineage
from hearsay.origins.descent.linking import document_links
from hearsay.origins.sharing.shared_text import NO_TEXT

URL = "https://www.calder.example/news/drones"
WORDS = "two drones hit the depot"


def at(made, url):
    return replace(made, document=replace(made.document, stated=replace(
        made.document.stated, url=url)))  # fmt: skip


def pair():
    first = at(account(f"A guard saw that {WORDS}.", (WORDS,), publisher="Calder Courier",
                       published="2022-02-10"), URL)  # fmt: skip
    later = account(f"It is said that {WORDS}: http://calder.example/news/drones/?utm_source=x.",
                    (WORDS,), publisher="Alder Post", published="2022-02-12")  # fmt: skip
    return first, later


@pytest.mark.parametrize(
    "written",
    [
        "http://calder.example/news/drones",
        "https://calder.example/news/drones/",
        "https://www.calder.example/news/drones?utm_source=feed#top",
        "calder.example/news/drones",
    ],
)
def test_one_address_is_known_however_it_is_written(written):
    assert address_of(written) == address_of(URL)


def test_another_page_of_the_site_is_another_address():
    assert address_of("https://calder.example/news/rain") != address_of(URL)


def test_a_document_does_not_point_to_itself():
    own = at(account(f"More at {URL}."), URL)
    held = Addresses()
    held.add(own)
    assert held.pointers(own) == ()


def test_a_claim_whose_paragraph_gives_the_address_of_another_one_leads_back_to_it():
    first, later = pair()
    held = {a.id: a for a in (first, later)}
    found = lineage([*first.claims, *later.claims], held, copies=NO_TEXT, quotes=NO_TEXT,
                    sources=Sources.of(held.values()))  # fmt: skip
    (link,) = found.retellings
    assert {e.kind for e in link.evidence} == {"link"}
    assert link.probability >= 0.95


def test_a_document_that_points_to_another_is_linked_with_it():
    first, later = pair()
    found = document_links({a.id: a for a in (first, later)}, copies=NO_TEXT,
                           sources=Sources.of((first, later)))  # fmt: skip
    assert [(one.later, one.earlier) for one in found] == [(later.id, first.id)]
