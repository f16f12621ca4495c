from __future__ import annotations

import gc

import pytest

from hearsay.origins.collecting import uncollected


def test_nothing_is_searched_for_garbage_within() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_is_on_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken off"), uncollected():
        raise ValueError("broken off")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
