"""Who is meant where a family name stands alone."""

from dataclasses import replace

from lineage_cases import account

from hearsay.origins.citing.families import is_slip
from hearsay.origins.citing.resolving import Sources
from hearsay.vocabulary.readings import Mention

SAYS = "the roads are open"


def cited(*accounts):
    sources = Sources.of(accounts)
    return [[c.source.name for c in sources.chain(claim)] for a in accounts for claim in a.claims]


def with_person(made, span):
    mention = Mention("m9", "Person", (span,), "name", True, "m9", 1.0)
    mentions = (*made.reading.mentions, mention)
    return replace(made, reading=replace(made.reading, mentions=mentions))


def paper(text, name, *, persons=(), publisher="Alder Post"):
    return account(text, (SAYS, name), publisher=publisher, persons=(name, *persons))


def test_the_one_whom_the_text_names_in_full_is_meant():
    one = account(f"It was Samir Dhafari. Dhafari said {SAYS}.", (SAYS, "Dhafari"),
                  publisher="Alder Post", persons=("Samir Dhafari",))  # fmt: skip
    one = with_person(one, one.claims[0].speakers[-1].span)
    assert cited(one) == [["Samir Dhafari"]]


def test_a_text_that_names_two_in_full_alike_leaves_it_open():
    one = account(f"Mona Dhafari met Samir Dhafari. Dhafari said {SAYS}.", (SAYS, "Dhafari"),
                  publisher="Alder Post", persons=("Mona Dhafari", "Samir Dhafari"))  # fmt: skip
    one = with_person(one, one.claims[0].speakers[-1].span)
    assert cited(one) == [["Dhafari"]]


def test_a_text_that_names_none_in_full_means_the_one_whom_most_others_cite():
    many = [
        paper(f"{at}. Samir Dhafari said {SAYS}.", "Samir Dhafari", publisher=f"P{at} Post")
        for at in range(4)
    ]
    her = paper(f"Mona Dhafari said {SAYS}.", "Mona Dhafari", publisher="Corvan Post")
    alone = paper(f"Dhafari said {SAYS}.", "Dhafari", publisher="Dorn Post")
    assert cited(*many, her, alone)[-1] == ["Samir Dhafari"]


def test_two_who_are_cited_alike_leave_it_open():
    him = paper(f"Samir Dhafari said {SAYS}.", "Samir Dhafari")
    her = paper(f"Mona Dhafari said {SAYS}.", "Mona Dhafari", publisher="Corvan Post")
    alone = paper(f"Dhafari said {SAYS}.", "Dhafari", publisher="Dorn Post")
    assert cited(him, her, alone)[-1] == ["Dhafari"]


def test_a_lady_is_not_taken_for_him_who_bears_the_name_alone():
    him = paper(f"Samir Dhafari said {SAYS}.", "Samir Dhafari")
    hers = paper(f"Mrs Dhafari said {SAYS}.", "Mrs Dhafari", publisher="Dorn Post")
    assert cited(him, hers)[-1] == ["Dhafari"]


def test_a_name_that_only_sounds_alike_is_no_bearer():
    him = paper(f"Wilbur Tamor said {SAYS}.", "Wilbur Tamor")
    place = paper(f"Temora said {SAYS}.", "Temora", publisher="Dorn Post")
    assert cited(him, place)[-1] == ["Temora"]


def test_two_letters_that_changed_places_are_a_slip_of_the_hand():
    one = account(f"Ilo Huntsman left. Hunstman said {SAYS}.", (SAYS, "Hunstman"),
                  publisher="Alder Post", persons=("Ilo Huntsman", "Hunstman"))  # fmt: skip
    assert cited(one) == [["Ilo Huntsman"]]


def test_names_that_differ_by_a_letter_are_no_slip():
    assert not is_slip("hansen", "hanson")
    assert not is_slip("marsk", "masrk")
    assert is_slip("huntsman", "hunstman")
