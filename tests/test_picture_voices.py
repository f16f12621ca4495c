"""From how many origins statements come."""

from __future__ import annotations

from hearsay.picture.index import Source, StatementRow
from hearsay.picture.voices import Hearing
from hearsay.vocabulary.statements import Relation
from tests.pictures_by_hand import grounds, party


def row(outlet: str, *speakers: str, number: int = 1) -> StatementRow:
    statement = Relation(grounds(), party("Harbour Police"), "part_of", party("Ministry"))
    source = Source(f"{number:064x}", f"{number}.txt", outlet, "2031-05-06", None)
    return StatementRow(
        number, statement, (), source, f"claim {number}", (outlet, *speakers), "¶ 1", "words"
    )


def alone() -> Hearing:
    """Nothing is told more than once."""
    return Hearing(lambda claim: ())


def test_whom_a_claim_names_first_is_its_origin() -> None:
    voices = alone().voices([row("Calder Courier", "Meridian Ledger", "the inspector")])
    assert (voices.proven, voices.unproven) == (("the inspector",), 0)


def test_two_outlets_that_name_one_source_are_one_origin() -> None:
    rows = [row("Calder Courier", "the inspector"), row("Ledger", "the inspector", number=2)]
    assert alone().voices(rows).proven == ("the inspector",)


def test_an_outlet_that_names_nobody_shows_no_origin() -> None:
    voices = alone().voices([row("Calder Courier"), row("Calder Courier", number=2)])
    assert (voices.proven, voices.unproven) == ((), 1)


def test_what_is_said_by_nobody_named_has_no_origin() -> None:
    voices = alone().voices([row("Calder Courier", "nobody named")])
    assert (voices.proven, voices.unproven) == ((), 1)


def test_each_claim_is_looked_up_once() -> None:
    asked: list[str] = []

    def traces_of(claim: str) -> tuple[()]:
        asked.append(claim)
        return ()

    hearing = Hearing(traces_of)
    hearing.voices([row("Calder Courier")])
    hearing.voices([row("Calder Courier")])
    assert asked == ["claim 1"]
