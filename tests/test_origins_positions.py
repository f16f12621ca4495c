"""Whom a text means by his seat or his post."""

import pytest
from lineage_cases import account

from hearsay.origins.citing.positions import headed
from hearsay.origins.citing.resolving import Sources
from hearsay.vocabulary.spans import Span

SAYS, KNEW = "the roads are open", "the bridge is shut"


def cited(text, *claims, persons=()):
    one = account(text, *claims, publisher="Alder Post", persons=persons)
    sources = Sources.of([one])
    return [[c.source.name for c in sources.chain(claim)] for claim in one.claims]


@pytest.mark.parametrize("described", ["Velan Democrat", "senator", "Sarn Valley Republican"])
def test_a_seat_is_its_holder_who_was_cited_last(described):
    text = (f"Sen. Mira Rusk said {SAYS}, and Anton Bolt agreed.\n\n"
            f"“Yes, {KNEW},” the {described} said.")  # fmt: skip
    found = cited(text, (SAYS, "Mira Rusk"), (KNEW, described), persons=("Mira Rusk",))
    assert found == [["Mira Rusk"], ["Mira Rusk"]]


def test_a_party_man_where_no_lawmaker_is_cited_stays_open():
    text = f"Anton Bolt said {SAYS}. “Yes, {KNEW},” the senator said."
    found = cited(text, (SAYS, "Anton Bolt"), (KNEW, "senator"), persons=("Anton Bolt",))
    assert found == [["Anton Bolt"], []]


def test_a_title_cut_off_at_its_stop_goes_on_with_the_name():
    assert cited(f"Rep. Mira Rusk said {SAYS}.", (SAYS, "Rep")) == [["Mira Rusk"]]


def test_who_heads_a_body_is_named_behind_it():
    text = "Velan Tribune editor-in-chief Ilo Marsk said so."
    found = headed(text, Span(0, 13))
    assert found is not None
    assert (found.name, found.of.name) == ("Ilo Marsk", "Velan Tribune")
    assert headed("Velan Tribune reporters said so.", Span(0, 13)) is None
    assert headed("Velan Tribune spokesman Ilo Marsk said so.", Span(0, 13)) is None
