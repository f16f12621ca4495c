"""What a person judged to be no link is not looked at: the next best source stands in its place."""

from __future__ import annotations

from lineage_cases import account

from hearsay.origins.citing.resolving import Sources
from hearsay.origins.descent.lineage import Lineage, lineage
from hearsay.origins.descent.verdicts import Ruled, Verdicts
from hearsay.origins.sharing.shared_text import SharedText
from hearsay.origins.sharing.texts import texts_shared
from hearsay.vocabulary.traces import Account, NamedNode

CROSSING = (
    "The crossing at Merek was closed for nine days in a quarrel over fees, and forty lorries "
    "with onions were left to rot beside the customs house"
)


def paper(outlet: str, day: int) -> Account:
    return account(f"{CROSSING}.", (CROSSING,), publisher=outlet, published=f"2022-02-{day}")


def told(*accounts: Account, cut: tuple[tuple[str, str], ...] = ()) -> Lineage:
    held = {one.id: one for one in accounts}
    copies, quotes = texts_shared(accounts)
    assert isinstance(copies, SharedText)
    return lineage(
        [claim for one in accounts for claim in one.claims],
        held,
        copies=copies,
        quotes=quotes,
        sources=Sources.of(accounts),
        verdicts=Verdicts.among([Ruled(*ends, holds=False) for ends in cut]),
    )


def chains(found: Lineage) -> set[tuple[str, str]]:
    names = {
        n.id: n.name if isinstance(n, NamedNode) else n.claim.speakers[0].name for n in found.nodes
    }
    return {(names[r.later], names[r.earlier]) for r in found.retellings}


def test_a_copy_that_is_not_from_the_first_is_from_the_second() -> None:
    first, second, third = paper("Alder Post", 10), paper("Brack Echo", 11), paper("Corvan Sun", 12)
    assert ("Corvan Sun", "Alder Post") in chains(told(first, second, third))
    found = chains(told(first, second, third, cut=((third.id, first.id),)))
    assert ("Corvan Sun", "Brack Echo") in found
    assert ("Corvan Sun", "Alder Post") not in found


def test_in_whichever_order_it_was_judged() -> None:
    first, second, third = paper("Alder Post", 10), paper("Brack Echo", 11), paper("Corvan Sun", 12)
    found = chains(told(first, second, third, cut=((first.id, third.id),)))
    assert ("Corvan Sun", "Alder Post") not in found
    assert ("Corvan Sun", "Brack Echo") in found


def test_behind_a_source_that_was_misread_stands_the_next_one() -> None:
    said = "forty lorries with onions were left to rot at Merek"
    one = account(
        f"According to the Brack Tribune, the Ministry of Trade said {said}.",
        (said, "Brack Tribune", "Ministry of Trade"),
        publisher="Corvan Sun",
    )
    assert chains(told(one)) == {
        ("Corvan Sun", "Brack Tribune"),
        ("Brack Tribune", "Ministry of Trade"),
    }
    found = told(one, cut=((one.claims[0].id, "named:Brack Tribune"),))
    assert chains(found) == {("Corvan Sun", "Ministry of Trade")}


def test_the_newest_judgement_on_two_texts_counts() -> None:
    rulings = [Ruled("a" * 64, "b" * 64, holds=False), Ruled("a" * 64, "b" * 64, holds=True)]
    assert list(Verdicts.among(rulings).stated()) == [("a" * 64, "b" * 64)]
