"""The benchmarks' page: tables are made rightly from given figures. Nothing is timed here."""

from __future__ import annotations

import sys

from benchmarks import child, cold, ledger, pace, peers, settings, stages, storing
from benchmarks.figures import (
    FIGURE_HEAD,
    Figure,
    Goal,
    Section,
    Spread,
    figure_rows,
    number,
)
from benchmarks.page import page, table


def test_several_runs_are_told_by_their_median_least_and_most() -> None:
    assert Spread((12.0, 10.0, 11.5)).line() == "11.5 (10 to 12)"


def test_a_single_run_stands_without_a_range() -> None:
    assert Spread((16240.4,)).line() == "16,240"


def test_an_even_number_of_runs_has_the_mean_of_the_middle_two_as_its_median() -> None:
    assert Spread((4.0, 1.0, 2.0, 3.0)).median == 2.5


def test_a_rate_by_the_second_is_scaled_to_the_hour() -> None:
    assert Spread((10.0, 12.0)).scaled(3600).values == (36_000.0, 43_200.0)


def test_numbers_keep_three_digits_that_matter() -> None:
    shown = [number(value) for value in (16240.4, 812.6, 81.26, 8.126, 0.8126, 70.0)]
    assert shown == ["16,240", "813", "81.3", "8.13", "0.81", "70"]


def test_a_goal_is_held_against_the_median_and_both_ends_count() -> None:
    at_least, at_most = Goal(70, at_least=True), Goal(20, at_least=False)
    assert at_least.met(70.0)
    assert not at_least.met(69.9)
    assert at_most.met(20.0)
    assert not at_most.met(20.1)
    rows = figure_rows(
        [
            Figure("share", Spread((60.0, 71.0, 80.0)), "%", at_least),
            Figure("time", Spread((19.0, 21.0, 40.0)), "s", at_most),
            Figure("rate", Spread((5.0,)), "a second"),
        ]
    )
    assert [row[3:] for row in rows] == [("≥ 70", "yes"), ("≤ 20", "no"), ("", "")]


def test_a_table_says_its_command_and_keeps_bars_out_of_its_columns() -> None:
    section = Section("Pace", ("Counted once.",), "make bench", ("a", "b"), (("x|y", "1"),))
    assert table(section).splitlines() == [
        "## Pace",
        "",
        "Counted once.",
        "",
        "    make bench",
        "",
        "| a | b |",
        "|---|---|",
        "| x\\|y | 1 |",
    ]


def test_the_page_names_the_machine_once_and_keeps_the_order() -> None:
    sections = [Section(title, (), None, ("a",), (("1",),)) for title in ("Second", "First")]
    made = page("2 cores, 4 GiB of memory", sections)
    assert made.count("2 cores, 4 GiB of memory") == 1
    assert made.index("## Second") < made.index("## First")


def test_every_row_has_a_cell_for_every_column() -> None:
    spread = Spread((1.0, 2.0))
    sections = [
        pace.section([pace.Round(100.0, 80.0, 70.0, 9.0)], "two texts", 5000, 300),
        stages.section("two texts", dict.fromkeys(stages.STAGES, 1.0)),
        cold.section([cold.Read("a report", spread, spread, spread, 40)]),
        settings.section(dict.fromkeys(settings.tried(), spread)),
        storing.section([{"open, ms": 2.0, "append, claims/s": 9000.0}], 200),
        peers.section(),
    ]
    for section in sections:
        assert section.rows
        assert {len(row) for row in section.rows} == {len(section.head)}


def test_the_share_of_the_encoder_is_taken_turn_by_turn() -> None:
    rounds = [
        pace.Round(encoder=100.0, finding=90.0, reading=80.0, documents=2.0),
        pace.Round(encoder=200.0, finding=150.0, reading=140.0, documents=3.0),
    ]
    rows = {row[0]: row for row in pace.section(rounds, "texts", 10, 5).rows}
    assert rows["(c) of (a)"] == ("(c) of (a)", "75 (70 to 80)", "%", "≥ 70", "yes")
    assert rows["(b) of (a)"][1] == "82.5 (75 to 90)"


def test_the_stages_come_to_a_hundred_and_the_light_ones_are_added_up() -> None:
    seconds = dict.fromkeys(stages.STAGES, 1.0) | {"network": 12.0}
    *rows, light, everything = stages.section("texts", seconds).rows
    assert [row[0] for row in rows] == list(stages.STAGES)
    assert (light[2], light[3]) == ("6", "30.0")
    assert (everything[2], everything[3]) == ("20", "100.0")


def test_the_ledgers_figures_are_parted_into_what_and_unit() -> None:
    runs = [{"list 50 as known then, ms": 2.0}, {"list 50 as known then, ms": 4.0}]
    (row,) = storing.section(runs, 200_000).rows
    assert row == ("list 50 as known then", "3 (2 to 4)", "ms", "", "")


def test_the_counts_of_pages_and_claims_are_taken_from_what_the_command_prints() -> None:
    printed = "a.pdf: new, 141 pages, 1,234 claims  2022\n1 file: 1 new. 1,234 claims.\n"
    assert cold.counted(cold.CLAIMS, printed) == 1234
    assert cold.counted(cold.PAGES, printed) == 141
    assert cold.counted(cold.CLAIMS, "hearsay: no such file\n") == 0


def test_a_child_process_is_measured_with_its_exit_code_and_output() -> None:
    ran = child.run([sys.executable, "-S", "-c", "print('done'); raise SystemExit(3)"])
    assert (ran.code, ran.output.strip()) == (3, "done")
    assert 0 < ran.largest_mb <= ran.together_mb


def test_the_head_of_a_table_of_figures_fits_the_rows() -> None:
    (row,) = figure_rows([Figure("x", Spread((1.0,)), "s")])
    assert len(row) == len(FIGURE_HEAD)


def test_made_up_claims_are_the_same_every_time() -> None:
    assert list(ledger.made_up(2, seed=7)) == list(ledger.made_up(2, seed=7))
