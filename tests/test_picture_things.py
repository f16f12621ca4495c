"""What one document names: each once, with what its words say of names beside them."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.picture.things import Thing, key_of, things_of
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.readings import Mention, Reading
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.statements import Describing, Grounds, Party
from hearsay.vocabulary.traces import Account


def things(
    text: str, *, persons: Iterable[str] = (), bodies: Iterable[str] = ()
) -> dict[str, Thing]:
    """The things of a text, by their first names; each name stands for another."""
    mentions = []
    for kind, names in (("Person", persons), ("Organization", bodies)):
        for name in names:
            start = text.index(name)
            id = f"m{len(mentions)}"
            span = Span(start, start + len(name))
            mentions.append(Mention(id, kind, (span,), "name", True, id, 0.9))  # type: ignore[arg-type]
    document = Document(
        "0" * 64,
        "text 1",
        text,
        (Passage(Span(0, len(text)), "paragraph", 1),),
        stated=Particulars(publisher="Calder Courier", published="2031-05-06"),
    )
    account = Account(document, Reading("by hand 1", mentions=tuple(mentions)), ())
    return {one.names[0]: one for one in things_of(account, ())}


def test_letters_in_brackets_are_another_name() -> None:
    found = things("The Combined Mission–Tamrin (CM-T) fell.", bodies=["Combined Mission–Tamrin"])
    assert found["Combined Mission–Tamrin"].names == ("Combined Mission–Tamrin", "CM-T")


def test_what_else_stands_in_brackets_is_none() -> None:
    found = things("The Covenant Party (which lost) said no.", bodies=["Covenant Party"])
    assert found["Covenant Party"].names == ("Covenant Party",)


def test_a_unit_is_of_the_body_whose_its_own_words_say_it_is() -> None:
    text = "The Army’s 5th Division and the 3rd Division of the Federal Police left."
    found = things(text, bodies=["Army", "5th Division", "3rd Division", "Federal Police"])
    assert found["5th Division"].owner == "Army"
    assert found["3rd Division"].owner == "Federal Police"
    assert found["Army"].owner is None


def test_a_headline_does_not_lengthen_a_name() -> None:
    text = "Breck Charges 12 over leak\n\nThe charges were brought by Hanna Breck."
    assert set(things(text, persons=["Breck Charges", "Hanna Breck"])) == {"Breck", "Hanna Breck"}


def test_a_name_that_is_a_word_too_stays_whole() -> None:
    text = "Ilhan Rice spoke of the price of rice. Oriel Merrow did not."
    assert "Ilhan Rice" in things(text, persons=["Ilhan Rice", "Oriel Merrow"])


def test_a_thing_knows_who_put_it_out_and_when() -> None:
    one = things("Hanna Breck spoke.", persons=["Hanna Breck"])["Hanna Breck"]
    assert (one.publisher, one.published) == ("Calder Courier", "2031-05-06")
    assert one.anchor == Span(0, 11)


def test_a_table_of_several_countries_keeps_their_bodies_apart() -> None:
    army, other = (
        Party("Army", "unit", (Span(0, 4),), country=country) for country in ("IQ", "JO")
    )
    assert key_of(army) != key_of(other)


def test_a_table_names_nobody_whom_it_states_nothing_of() -> None:
    text = "Name: 5th Division"
    span = Span(6, 18)
    stated = Describing(Grounds(None, (span,)), Party("5th Division", "unit", (span,)), "a", "b")
    reading = Reading(
        "table 1",
        mentions=(Mention("m1", "Organization", (span,), "name", True, "m1", 1.0),),
        statements=(stated,),
    )
    document = Document("0" * 64, "sfm 1", text, (Passage(Span(0, len(text)), "table_row", 1),))
    (one,) = things_of(Account(document, reading, ()), (stated,))
    assert one.names == ("5th Division",)
