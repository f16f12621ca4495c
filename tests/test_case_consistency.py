"""Judgements that cannot hold beside those that count are refused, and say with which."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_entries import THEN, claim_in, entry

from hearsay.case import Case, OwnedOutlet, Ruling
from hearsay.ledger.opening import open_case
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.errors import Misuse

TEXTS = [f"The brigade left Tarsk by road {n}." for n in range(4)]
A, B, C, D = (claim_in(text, "The brigade left Tarsk") for text in TEXTS)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    store = open_case(str(tmp_path / "case.hearsay"), create=True)
    for day, (text, claim) in enumerate(zip(TEXTS, (A, B, C, D), strict=True), 1):
        found = Particulars(published=f"2030-04-0{day}", publisher="The Harbour Post")
        store.append(entry(text, claim, address=f"{claim.id}.txt", found=found), recorded_at=THEN)
    with Case(store) as opened:
        yield opened


def joined(case: Case, one: str, other: str, verdict: str = "same") -> str:
    return case.judging.pair(one, other, verdict=verdict, by="Ana", why="").id  # type: ignore[arg-type]


def linked(case: Case, later: str, earlier: str, verdict: str = "retelling") -> Ruling:
    return case.judging.rule(later, earlier, verdict=verdict, by="Ana", why="")  # type: ignore[arg-type]


class TestPairs:
    def test_two_that_are_joined_by_way_of_a_third_are_not_parted(self, case: Case) -> None:
        joined(case, A.id, B.id)
        joined(case, B.id, C.id)
        with pytest.raises(Misuse, match=r"joined by way of others \(p1, p2\).*hearsay undo p2"):
            joined(case, A.id, C.id, "different")

    def test_two_that_are_parted_are_not_joined_by_way_of_a_third(self, case: Case) -> None:
        joined(case, A.id, C.id, "different")
        joined(case, A.id, B.id)
        with pytest.raises(Misuse, match=r"are parted \(p1\).*\(p2\).*hearsay undo p1"):
            joined(case, C.id, B.id)

    def test_the_same_two_may_be_judged_anew(self, case: Case) -> None:
        joined(case, A.id, B.id)
        joined(case, B.id, A.id, "different")
        assert joined(case, A.id, B.id) == "p3"

    def test_what_is_taken_back_stands_against_nothing(self, case: Case) -> None:
        joined(case, A.id, B.id)
        joined(case, B.id, C.id)
        case.judging.undo("p1", by="Ana", why="")
        assert joined(case, A.id, C.id, "different") == "p3"

    def test_joins_that_part_nothing_may_run_in_a_ring(self, case: Case) -> None:
        joined(case, A.id, B.id)
        joined(case, B.id, C.id)
        assert joined(case, A.id, C.id) == "p3"


class TestLinks:
    def test_a_circle_of_links_is_refused_with_those_that_make_it(self, case: Case) -> None:
        linked(case, C.id, B.id)
        linked(case, B.id, A.id)
        with pytest.raises(Misuse, match=r"a circle: by r1, r2 .*hearsay undo r2"):
            linked(case, A.id, C.id)

    def test_so_is_one_of_documents(self, case: Case) -> None:
        linked(case, f"{C.id}.txt", f"{B.id}.txt")
        linked(case, f"{B.id}.txt", A.capture)
        with pytest.raises(Misuse, match="a circle"):
            linked(case, f"{A.id}.txt", f"{C.id}.txt")

    def test_a_link_the_other_way_round_takes_the_place_of_the_older_one(self, case: Case) -> None:
        linked(case, B.id, A.id)
        assert linked(case, A.id, B.id).id == "r2"

    def test_what_is_cut_leads_nowhere(self, case: Case) -> None:
        linked(case, C.id, B.id)
        linked(case, B.id, A.id, "none")
        assert linked(case, A.id, C.id).id == "r3"

    def test_a_link_against_the_dates_is_kept_and_both_days_are_told(self, case: Case) -> None:
        against = linked(case, A.id, C.id)
        assert case.judging.days_against(against) == ("2030-04-01", "2030-04-03")
        against = linked(case, f"{A.id}.txt", f"{D.id}.txt")
        assert case.judging.days_against(against) == ("2030-04-01", "2030-04-04")
        assert case.judging.days_against(linked(case, D.id, C.id)) is None
        assert case.judging.days_against(linked(case, A.id, B.id, "none")) is None


def test_outlets_that_would_belong_to_each_other_are_refused(case: Case) -> None:
    def own(*pairs: tuple[str, str]) -> int:
        return case.judging.own([OwnedOutlet(*pair) for pair in pairs], by="Ana", why="")

    with pytest.raises(Misuse, match="a circle of owners, Lamp to Coast to Lamp"):
        own(("Lamp", "Coast"), ("Coast", "lamp"))
    assert own(("Lamp", "Coast"), ("Coast", "Coast")) == 2
    with pytest.raises(Misuse, match="a circle of owners"):
        own(("Coast", "The Lamp"))
    assert own(("Coast", "Marsa Press")) == 1
