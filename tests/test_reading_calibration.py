"""How sure the reader is, brought to how often it is right."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.sureness import error
from hearsay.reading.calibration import FILE, Calibration, fitted_for
from hearsay.reading.thresholds import Thresholds, chosen_for, log_odds
from training.calibration import line


def test_without_a_fit_nothing_changes(tmp_path: Path) -> None:
    assert fitted_for(tmp_path).of("mention", 0.83) == pytest.approx(0.83)
    assert chosen_for(tmp_path) == Thresholds()


def test_what_is_fitted_is_kept_by_the_weights(tmp_path: Path) -> None:
    fitted = Calibration(event=(0.5, -0.25))
    (tmp_path / FILE).write_text(fitted.written(), "utf-8")
    assert fitted_for(tmp_path) == fitted


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_surer_of_two_stays_the_surer(one: float, other: float) -> None:
    fitted = Calibration(mention=(0.6, 1.5))
    low, high = sorted((one, other))
    assert fitted.of("mention", low) <= fitted.of("mention", high)


def test_a_line_brings_sureness_to_the_share_of_right_ones() -> None:
    finds = [(0.9, n % 2 == 0) for n in range(400)] + [(0.99, n % 5 != 0) for n in range(400)]
    fitted = Calibration(count=line(finds))
    assert fitted.of("count", 0.9) == pytest.approx(0.5, abs=0.03)
    assert fitted.of("count", 0.99) == pytest.approx(0.8, abs=0.03)
    before = error([("count", score, right) for score, right in finds])
    after = error([("count", fitted.of("count", score), right) for score, right in finds])
    assert before > 0.2
    assert after < 0.03


def test_a_probability_and_its_log_odds() -> None:
    assert log_odds(0.5) == 0
    assert log_odds(0.2) == pytest.approx(-log_odds(0.8))
