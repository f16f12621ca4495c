"""Promises and what came of them: never said to be kept or broken but by a claim that says so."""

from __future__ import annotations

from hearsay.picture.commitments import Given, commitments_in
from hearsay.picture.index import Source, StatementRow
from hearsay.picture.listening import Heard
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.statements import Commitment, Grounds, Party

PROMISE = "an inquiry would name those responsible within 30 days"
DHAFARI, MINISTER = 1, 2
_END = 60
"""Where the promise ends in the text of its report."""


def given_by(
    party: str = "Samir Dhafari",
    *,
    words: str = PROMISE,
    entity: int = DHAFARI,
    outlet: str = "Harbour Times",
    published: str = "2021-11-09",
    named: bool = True,
    kind: str = "promise",
    claim: str | None = None,
    condition: bool = False,
    score: float = 0.9,
) -> StatementRow:
    """A promise in a report of its own."""
    span = Span(_END - len(words), _END)
    commitment = Commitment(
        Grounds(None, (span,), score=score),
        Party(party, "person", (Span(0, 2),), named=named),
        kind,  # type: ignore[arg-type]
        (span,),
        condition=(span,) if condition else (),
    )
    source = Source(outlet, f"{outlet}.txt", outlet, published, None)
    name = claim or f"{outlet} {party}"
    entities = (("party", entity),)
    return StatementRow(1, commitment, entities, source, name, (outlet,), "¶ 4", words, words)


def heard(
    words: str,
    *,
    outlet: str = "Calder Courier",
    published: str = "2022-02-10",
    start: int = 500,
    place: str = "¶ 4",
    speakers: tuple[str, ...] = (),
) -> Heard:
    """A claim somewhere in the case."""
    return Heard(
        f"k {words[:20]}", words, outlet, published, outlet, f"{outlet}.txt", place, start,
        (outlet, *speakers), False, 0.9,
    )  # fmt: skip


OTHERS = [heard(f"nothing to do with it, number {n}", outlet=f"Outlet {n}") for n in range(20)]


def only(rows: list[StatementRow], claims: list[Heard] | None = None) -> Given:
    (one,) = commitments_in(rows, [*OTHERS, *(claims or [])])
    return one


def test_one_promise_in_two_papers_is_one() -> None:
    one = only([given_by(), given_by(outlet="Northgate Mercury")])
    assert len(one.rows) == 2
    assert one.party == DHAFARI


def test_the_minister_without_his_name_is_he_who_gave_the_same_word() -> None:
    bare = given_by("Minister", entity=MINISTER, named=False, outlet="Velan Tribune")
    one = only([bare, given_by()])
    assert one.party == DHAFARI
    assert one.others == ("Minister",)


def test_two_who_demand_the_same_make_two_demands() -> None:
    rows = [given_by(kind="demand"), given_by("Anton Rusk", entity=7, kind="demand", outlet="B")]
    assert len(commitments_in(rows, OTHERS)) == 2


def test_two_names_for_who_gave_it_are_one_where_both_claims_are_told_as_one() -> None:
    rows = [given_by(claim="k1"), given_by("CM-T", entity=9, outlet="B", claim="k2")]
    (one,) = commitments_in(rows, OTHERS, lambda left, right: {left, right} == {"k1", "k2"})
    assert len(one.rows) == 2


def test_thirty_days_count_from_the_first_report() -> None:
    one = only([given_by(), given_by(outlet="B", published="2022-02-10")])
    assert one.due == ("2021-12-09", "within 30 days")


def test_without_a_claim_that_says_so_it_is_open() -> None:
    assert only([given_by()]).standing == "open"


def test_the_sentence_after_a_report_may_say_that_nothing_came_of_it() -> None:
    report = given_by(outlet="Inspector", published="2022-02-08")
    after = heard("no findings had been made public by December 31", outlet="Inspector",
                  published="2022-02-08", start=_END + 20)  # fmt: skip
    one = only([given_by(), report], [after])
    assert one.standing == "broken"
    (echo,) = one.echoes
    assert echo.follows
    assert echo.by == "no findings had"


def test_a_sentence_further_on_in_the_passage_says_nothing_of_it() -> None:
    next_to_it = heard("the guests had left by then", outlet="Inspector", start=_END + 10)
    later = heard("two boxes were received", outlet="Inspector", start=_END + 90)
    one = only([given_by(), given_by(outlet="Inspector")], [next_to_it, later])
    assert one.standing == "open"


def test_a_claim_with_its_party_and_words_may_say_that_it_was_kept() -> None:
    words = "Dhafari has now published the names of those responsible, as the inquiry promised"
    one = only([given_by(words="an inquiry would publish the names of those responsible")],
               [heard(words, place="¶ 9")])  # fmt: skip
    assert one.standing == "kept"
    assert one.echoes[0].party == "Samir Dhafari"


def test_what_was_published_before_does_not_bear_on_it() -> None:
    words = "no inquiry has named those responsible within 30 days, Dhafari said"
    assert not only([given_by()], [heard(words, published="2020-01-01")]).echoes


def test_the_no_of_the_promise_itself_breaks_nothing() -> None:
    words = "no rifle but the state's would be carried in Hadra"
    given = given_by(words=words)
    again = heard("Dhafari says no rifle but the state's would be carried in Hadra province")
    assert only([given], [again]).standing == "open"


def test_a_condition_is_kept() -> None:
    words = "twelve more staff if the Treasury agrees"
    assert only([given_by(words=words, condition=True)]).condition == "if the Treasury agrees"


def test_what_the_reader_is_unsure_of_comes_last() -> None:
    rows = [given_by(score=0.2), given_by("Anton Rusk", entity=7, kind="demand", outlet="B")]
    assert [one.unsure for one in commitments_in(rows, OTHERS)] == [False, True]
