"""Much work in a row: without looking for garbage, and on all cores where that can be."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

Made = TypeVar("Made")


@contextmanager
def uncollected() -> Iterator[None]:
    """Leaves the collector of circular garbage out for a while.

    Millions of values are made in a row that all stay, and it would look through all of them
    again and again. What circles there are wait until what is old is looked through.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # Puts all that was made with what is old, without looking through it.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def cores() -> int:
    """How many processes can work side by side here: 1 where none can be made by copying this one.

    A copy has everything that was made so far at once, without any of it being sent. It has not
    the other threads of this process, and could wait for them for ever: where there are any, the
    reader's among them, all is done here.
    """
    threads = threading.active_count() > 1 or "onnxruntime" in sys.modules
    if threads or "fork" not in multiprocessing.get_all_start_methods():
        return 1
    held = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(1)
    return min(_MOST, len(held))


_MOST = 8
"""More would wait for the process that puts together what they make."""


def beside(work: Callable[[], Made], *, processes: int) -> Callable[[], Made]:
    """Begins some work in a copy of this process; what is given back waits for its result.

    With one process only, it is done when its result is asked for.
    """
    if processes < 2:
        return work
    pool = _pool(1, work)
    made = pool.submit(_whole)

    def result() -> Made:
        try:
            found: Made = made.result()
            return found
        except BrokenExecutor:  # killed, for want of memory perhaps
            return work()
        finally:
            pool.shutdown()

    return result


def each(work: Callable[[int], Made], number: int, *, processes: int) -> Iterator[Made]:
    """What `work` makes of 0, 1, 2 … up to `number`, in that order, in copies of this process."""
    done = 0
    if processes > 1:
        pool = _pool(processes, work)
        try:
            for made in pool.map(_one, range(number)):
                yield made
                done += 1
        except BrokenExecutor:
            pass  # what is not done yet is done here
        finally:
            pool.shutdown(cancel_futures=True)
    for at in range(done, number):
        yield work(at)


_work: Callable[..., Any] | None = None
"""In a copy: what it is there for."""


def _pool(processes: int, work: Callable[..., Any]) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("fork")
    # What is given to the first function is not sent to a copy, which has it.
    return ProcessPoolExecutor(processes, context, initializer=_begin, initargs=(work,))


def _begin(work: Callable[..., Any]) -> None:
    global _work
    _work = work
    # Ctrl-C ends it at once and without a word: the process that was copied answers.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _whole() -> Any:
    assert _work is not None
    return _work()


def _one(at: int) -> Any:
    assert _work is not None
    return _work(at)
