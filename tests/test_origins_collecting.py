"""Much work in a row and side by side."""

from __future__ import annotations

import gc
import os
import threading

import pytest

from hearsay.origins.collecting import beside, cores, each, uncollected

forked = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system copies no process")


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


@pytest.mark.parametrize("processes", [1, pytest.param(2, marks=forked)])
def test_what_is_made_comes_in_order_however_many_make_it(processes: int) -> None:
    words = ["posts", "are", "held", "by", "nobody"]
    made = each(lambda at: words[at].upper(), len(words), processes=processes)
    assert list(made) == [word.upper() for word in words]


@pytest.mark.parametrize("processes", [1, pytest.param(2, marks=forked)])
def test_work_beside_gives_what_it_made(processes: int) -> None:
    held = ["two brigades"]
    result = beside(lambda: [*held, "one fort"], processes=processes)
    assert result() == ["two brigades", "one fort"]


@pytest.mark.parametrize("processes", [1, pytest.param(2, marks=forked)])
def test_what_goes_wrong_beside_goes_wrong_here(processes: int) -> None:
    def fail(at: int) -> int:
        raise KeyError(at)

    with pytest.raises(KeyError):
        list(each(fail, 3, processes=processes))
    with pytest.raises(KeyError):
        beside(lambda: fail(1), processes=processes)()


@forked
def test_what_a_killed_process_had_to_make_is_made_here() -> None:
    here = os.getpid()

    def killed_elsewhere(at: int) -> int:
        if os.getpid() != here and at == 3:
            os._exit(9)
        return 10 * at

    assert list(each(killed_elsewhere, 6, processes=2)) == [0, 10, 20, 30, 40, 50]
    assert beside(lambda: killed_elsewhere(3), processes=2)() == 30


def test_a_process_with_threads_is_not_copied() -> None:
    waiting = threading.Event()
    other = threading.Thread(target=waiting.wait)
    other.start()
    try:
        assert cores() == 1
    finally:
        waiting.set()
        other.join()
