"""The same incident from several reports is one; what differs is kept, what is vague is apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hearsay.picture.incidents import Occurrence, Told, at_least, incidents_in
from hearsay.picture.index import Source, StatementRow
from hearsay.picture.periods import Period, period_at, period_of
from hearsay.vocabulary.kinds import Polarity, Stage
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.statements import (
    DatedBy,
    Grounds,
    Held,
    Incident,
    Number,
    Party,
    Range,
)

_number = iter(range(1, 1 << 30))


def told(
    words: str,
    *,
    own: str = "struck",
    day: str | None = None,
    last: str | None = None,
    by: DatedBy = "words",
    on: str | None = None,
    means: tuple[str, ...] = (),
    victims: str | None = None,
    stage: Stage = "accomplished",
    polarity: Polarity = "affirmed",
    outlet: str = "Harbour Times",
    place: str = "¶ 3",
    numbers: tuple[Number, ...] = (),
    score: float = 0.9,
) -> StatementRow:
    """A statement of an attack in a report of its own."""
    number = next(_number)
    ranges = (Range(day, last or day, last is None),) if day else ()
    held = Held(ranges, by=by if day else None)
    incident = Incident(
        Grounds(None, (Span(0, 1),), polarity, held=held, score=score),
        "attack",
        Span(0, 1),
        stage,
        targets=(Party(on, "place", (Span(0, 1),)),) if on else (),
        victims=(Party(victims, "person", (Span(0, 1),)),) if victims else (),
        means=means,
        numbers=numbers,
    )
    source = Source(outlet, f"{outlet}.txt", outlet, "2021-11-09", None)
    return StatementRow(number, incident, (), source, f"k{number}", (outlet,), place, words, own)


def dhafari(outlet: str, **others: object) -> StatementRow:
    """The attack on the minister's house, as an outlet tells it."""
    words = "Two drones carrying explosives struck the house of Minister Samir Dhafari"
    given: dict[str, object] = {"day": "2021-11-07", "on": "house", "means": ("drones",)}
    return told(words, outlet=outlet, **(given | others))  # type: ignore[arg-type]


def one_of(found: Told) -> Occurrence:
    (one,) = found.occurrences
    return one


def test_one_attack_told_by_three_is_one() -> None:
    rows = [
        dhafari("Harbour Times"),
        dhafari("Velan Tribune"),
        told("drones hit the house of Interior Minister Samir Dhafari", outlet="Meridian Ledger",
             day="2021-11-01", last="2021-11-30", on="house", means=("drones",)),
    ]  # fmt: skip
    one = one_of(incidents_in(rows))
    assert len(one.rows) == 3
    assert (one.first, one.last) == ("2021-11-07", "2021-11-07")


def test_attacks_on_two_days_are_two() -> None:
    found = incidents_in([dhafari("A"), dhafari("B", day="2021-12-24")])
    assert len(found.occurrences) == 2


def test_a_report_a_day_off_is_still_of_the_same_and_both_days_are_kept() -> None:
    one = one_of(incidents_in([dhafari("A"), dhafari("B", day="2021-11-08")]))
    assert one.differs("day")
    assert {value.words for value in one.values("day")} == {"2021-11-07", "2021-11-08"}


def test_numbers_that_differ_are_kept_with_who_says_them() -> None:
    rows = [
        dhafari("A", numbers=(Number(3, None, "exactly", "guard"),)),
        dhafari("B", numbers=(Number(4, None, "exactly", "guard"),)),
    ]
    one = one_of(incidents_in(rows))
    assert one.differs("number")
    assert {v.words: v.rows[0].source.publisher for v in one.values("number")} == {
        "3 guard": "A",
        "4 guard": "B",
    }


def test_a_longer_name_of_one_target_is_no_difference() -> None:
    one = one_of(incidents_in([dhafari("A"), dhafari("B", on="house of the minister")]))
    assert not one.differs("target")


def test_attacks_in_the_plural_are_no_incident_of_their_own() -> None:
    found = incidents_in([told("Attacks fell this quarter", own="Attacks", day="2022-01-01")])
    assert not found.occurrences
    assert len(found.many) == 1


def test_many_dead_over_months_are_no_single_incident() -> None:
    row = told(
        "64 fighters were killed from October to December", own="killed", victims="64 fighters",
        day="2021-10-01", last="2021-12-31", numbers=(Number(64, None, "exactly", "fighter"),),
    )  # fmt: skip
    assert not incidents_in([row]).occurrences


def test_another_bomb_in_one_report_is_another_attack() -> None:
    rows = [
        told("On Friday a bomb struck a rally in Merek", day="2021-11-12", on="rally",
             means=("bomb",), place="¶ 2"),
        told("On Friday another bomb struck a rally of the Covenant Party", day="2021-11-12",
             on="rally", means=("bomb",), place="¶ 4"),
    ]  # fmt: skip
    assert len(incidents_in(rows).occurrences) == 2


def test_the_date_of_a_vote_does_not_date_the_attack_that_was_condemned() -> None:
    # The reader gave "lost the election of October 10, condemned the strike" that day.
    bare = told("lost the election of October 10, condemned the strike", own="strike",
                day="2021-10-10", place="¶ 6")  # fmt: skip
    found = incidents_in([bare, dhafari("Harbour Times", place="¶ 3")])
    assert one_of(found).first == "2021-11-07"
    assert found.bare == (bare,)


def test_nobody_claiming_an_attack_denies_no_attack() -> None:
    denied = told("No group claimed the attack", own="attack", polarity="denied")
    found = incidents_in([dhafari("Harbour Times"), denied])
    assert not one_of(found).denials


def test_what_was_threatened_never_joins_what_was_done() -> None:
    found = incidents_in([dhafari("A"), dhafari("B", stage="threatened")])
    assert {one.stage for one in found.occurrences} == {"accomplished", "threatened"}
    assert len(at_least(found.occurrences)) == 1


def test_an_attack_in_november_may_be_that_of_the_seventh() -> None:
    vague = told("gunmen fired at a bus in Merek", own="fired", on="bus", outlet="C",
                 day="2021-11-01", last="2021-11-30")  # fmt: skip
    found = incidents_in([dhafari("A"), vague])
    assert len(found.occurrences) == 2
    assert len(at_least(found.occurrences)) == 1


def test_what_only_the_period_of_its_report_dates_is_not_counted() -> None:
    row = dhafari("A", day="2022-01-01", last="2022-03-31", by="period")
    assert not at_least(incidents_in([row]).occurrences)


def test_what_the_reader_is_unsure_of_is_shown_and_not_counted() -> None:
    found = incidents_in([dhafari("A", score=0.3)])
    assert len(found.occurrences) == 1
    assert not at_least(found.occurrences)


def test_the_last_quarter_of_a_year_begins_the_fiscal_year() -> None:
    period = period_of("2021-11-07", "2021-11-07", "quarter")
    assert period is not None
    assert (period.name, period.fiscal_name) == ("2021 Q4", "FY2022 Q1")
    assert period.before.name == "2021 Q3"
    assert period.before.fiscal_name == "FY2021 Q4"


def test_what_spans_two_quarters_is_in_neither() -> None:
    assert period_of("2021-12-31", "2022-01-01", "quarter") is None


@given(st.dates(), st.sampled_from(["quarter", "month"]))
def test_every_day_lies_in_its_period_and_after_the_one_before(day, grain) -> None:  # type: ignore[no-untyped-def]
    period: Period = period_at(day, grain)
    assert period.first <= day.isoformat() <= period.last
    if period.first > "0001-04":
        assert period.before.last < period.first


@given(st.lists(st.integers(1, 28), min_size=1, max_size=6), st.randoms())
def test_the_order_of_reports_changes_nothing(days, random) -> None:  # type: ignore[no-untyped-def]
    rows = [dhafari(f"Outlet {n}", day=f"2021-11-{day:02}") for n, day in enumerate(days)]
    rows = [row for n, row in enumerate(rows) if all(abs(days[n] - d) != 1 for d in days)]
    shuffled = random.sample(rows, len(rows))
    number = len(at_least(incidents_in(rows).occurrences))
    assert number == len(at_least(incidents_in(shuffled).occurrences))
    assert number == len({row.statement.grounds.held.ranges for row in rows})
