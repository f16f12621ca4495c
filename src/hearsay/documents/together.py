"""Makes many documents, in worker processes once there is more than a handful.

The one seam is `concurrent.futures.Executor`: any executor that runs functions on pickled
arguments will do. Results come in the order of the captures. Files may be hostile: one that
kills its worker becomes a problem of that file, and the others go on.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from itertools import chain, islice
from types import ModuleType

from hearsay.documents.making import Made, make
from hearsay.vocabulary.captures import Fetched
from hearsay.vocabulary.problems import Problem

HANDFUL = 24
"""At most so many captures are made in this process: starting workers takes about a second, in
which these are handed on already."""
HANDFUL_SIZE = 300_000
"""Bytes of theirs after which the next are for workers: long reports are made side by side."""
MOST_WORKERS = 8
"""More would wait for the reader, which takes the documents one after the other."""


def make_all(
    fetched: Iterable[Fetched | None], *, executor: Executor | None = None
) -> Iterator[Made | None]:
    """What becomes of each capture, in order; `None` stays `None`, so that places are kept."""
    source = iter(fetched)
    if executor is not None:
        yield from _over(executor, source)
        return
    first = _handful(source)
    following = list(islice(source, 1))
    if not following:
        yield from _here(first)
        return
    pool = _Workers()
    try:
        yield from _over(pool, chain(following, source), meanwhile=first)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _handful(source: Iterator[Fetched | None]) -> list[Fetched | None]:
    first: list[Fetched | None] = []
    size = 0
    while size < HANDFUL_SIZE and len(first) < HANDFUL:
        one = list(islice(source, 1))
        if not one:
            break
        first += one
        size += sum(len(fetched.content) for fetched in one if fetched is not None)
    return first


def _here(fetched: Iterable[Fetched | None]) -> Iterator[Made | None]:
    return (None if one is None else make_safely(one) for one in fetched)


def make_safely(fetched: Fetched) -> Made:
    """The document of a capture; what breaks a format on this file is a problem of the file."""
    try:
        return make(fetched)
    except Exception as error:  # the doors are too far away: the rest of the batch has to go on
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        return _failed(fetched, f"the format that should read it failed on it ({reason[:200]}).")


def _failed(fetched: Fetched, message: str) -> Made:
    step = "Open it in another program and save it again, or report it as a fault of Hearsay."
    return Made(None, (Problem(fetched.capture.address, "failed", message, step),))


_Waiting = tuple[Fetched | None, "Future[Made] | None"]


def _over(
    executor: Executor,
    fetched: Iterable[Fetched | None],
    *,
    meanwhile: Iterable[Fetched | None] = (),
) -> Iterator[Made | None]:
    """Keeps a few captures under way and hands on the oldest one's document.

    `meanwhile` comes first in order, and is made here once the others are under way.
    """
    waiting: deque[_Waiting] = deque()
    source = iter(fetched)
    # Enough to keep every worker busy; more would only hold bytes in memory.
    for one in islice(source, 2 * MOST_WORKERS):
        waiting.append(_submitted(executor, one))
    yield from _here(meanwhile)
    for one in source:
        waiting.append(_submitted(executor, one))
        yield _result(*waiting.popleft())
    while waiting:
        yield _result(*waiting.popleft())


def _submitted(executor: Executor, fetched: Fetched | None) -> _Waiting:
    return fetched, None if fetched is None else executor.submit(make_safely, fetched)


def _result(fetched: Fetched | None, future: Future[Made] | None) -> Made | None:
    if fetched is None or future is None:
        return None
    try:
        return future.result()
    except BrokenExecutor:
        return _alone(fetched)


def _alone(fetched: Fetched) -> Made:
    """Made by a worker of its own, so that it is clear which file kills workers."""
    with _pool(1) as pool:
        try:
            return pool.submit(make_safely, fetched).result()
        except BrokenExecutor:
            return _failed(fetched, "reading it ends the program that reads it; it was left out.")


class _Workers(Executor):
    """A pool that is replaced by a fresh one when a file has killed one of its processes."""

    def __init__(self) -> None:
        self._pool = _pool(_workers())

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        """Runs a function in some worker."""
        try:
            return self._pool.submit(fn, *args, **kwargs)
        except BrokenExecutor:
            self._pool = _pool(_workers())
            return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Ends the workers."""
        self._pool.shutdown(wait=wait, cancel_futures=cancel_futures)


class _Pool(ProcessPoolExecutor):
    """Workers that do not run the calling script again, as Python's own would.

    A reporter's script of three lines has no `if __name__ == "__main__"`; run again in each
    worker, it would begin to read again there.
    """

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        """Runs a function in some worker, which is started here if need be."""
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            return super().submit(fn, *args, **kwargs)
        finally:
            sys.modules["__main__"] = main


def _pool(workers: int) -> ProcessPoolExecutor:
    # Processes are started afresh: a copy of one that runs the reader's threads could hang.
    context = multiprocessing.get_context("spawn")
    return _Pool(workers, mp_context=context, initializer=_begin)


def _workers() -> int:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, min(MOST_WORKERS, (cores or 1) - 1))  # one is for the reader


def _begin() -> None:
    """In a worker: leave Ctrl-C to the main process, and end when that one ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
