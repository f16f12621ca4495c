"""Reads what was dropped or named into the case, in the background, one batch after another."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from hearsay.case import Case, ReadResult, Step, utc_now
from hearsay.sources.fetcher import captured
from hearsay.vocabulary.captures import Fetched, Particulars
from hearsay.vocabulary.errors import HearsayError, Misuse
from hearsay.web.inbox import Dropped, Inbox

UPLOAD = "upload"
"""By what method a capture came that was dropped on the page; its address begins with it."""


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one thing."""

    address: str
    change: str
    claims: int
    capture: str | None
    problem: str | None


@dataclass(slots=True)
class Batch:
    """What is being read: changed by its thread alone, looked at by all."""

    number: int
    expected: int
    now: str = ""
    """What is being read at this moment."""
    lines: list[Line] = field(default_factory=list)
    state: str = "running"
    """`running`, `done`, `stopped` by a person, or `failed`."""
    why: str = ""
    """What failed."""

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens."""
        return self.state != "running"


class TakingIn:
    """One batch at a time; what comes meanwhile waits in the inbox."""

    def __init__(self, case_path: str) -> None:
        self.inbox = Inbox(case_path)
        self._case_path = case_path
        self._lock = threading.Lock()
        self._batches: list[Batch] = []
        self._stop = threading.Event()

    def batch(self, number: int) -> Batch | None:
        """A batch by its number, from 1."""
        return self._batches[number - 1] if 1 <= number <= len(self._batches) else None

    @property
    def running(self) -> Batch | None:
        """The batch that is being read."""
        return next((one for one in self._batches if not one.is_over), None)

    def begin(
        self,
        urls: Sequence[str] = (),
        dropped: Sequence[Dropped] = (),
        *,
        stated: Particulars = Particulars(),
    ) -> Batch:
        """Reads all that waits and what is named; what is stated holds of what is given here.

        Raises `Misuse` while another batch runs: nothing is to get another's particulars.
        """
        with self._lock:
            if self.running is not None:
                raise Misuse("Something is being read just now. Send this again when it is done.")
            fresh = {one.path for one in dropped}
            older = [one for one in self.inbox.waiting() if one.path not in fresh]
            every = [*((one, Particulars()) for one in older), *((one, stated) for one in dropped)]
            batch = Batch(len(self._batches) + 1, len(every) + len(urls))
            self._batches.append(batch)
            self._stop.clear()
        work = threading.Thread(
            target=self._read, args=(batch, every, list(urls), stated), daemon=True
        )
        work.start()
        return batch

    def stop(self) -> None:
        """Ends the batch after what is being read now; the rest waits and can be gone on with."""
        self._stop.set()

    def _read(
        self,
        batch: Batch,
        dropped: list[tuple[Dropped, Particulars]],
        urls: list[str],
        stated: Particulars,
    ) -> None:
        try:
            with Case.open(self._case_path) as case:
                for one, said in dropped:
                    self._take(batch, case.read((), given=_given(one, said), watch=_into(batch)))
                    self.inbox.done(one)
                    if self._stop.is_set():
                        break
                else:
                    self._take(batch, case.read(urls, stated=stated, watch=_into(batch)))
            batch.state = "stopped" if self._stop.is_set() else "done"
        except HearsayError as error:
            batch.why, batch.state = str(error), "failed"
        except Exception as error:  # said on the page, or nobody would know
            batch.why, batch.state = f"{type(error).__name__}: {error}", "failed"
            raise

    def _take(self, batch: Batch, results: Iterator[ReadResult]) -> None:
        for result in results:
            batch.lines.append(_line(result))
            if self._stop.is_set():
                return


def _given(one: Dropped, stated: Particulars) -> Iterator[Fetched]:
    content = one.path.read_bytes()
    # Two files of one name are two; the same bytes under it are the same again.
    address = f"{UPLOAD}:{sha256(content).hexdigest()[:8]}/{one.name}"
    yield captured(
        content,
        address=address,
        method=UPLOAD,
        stated=stated,
        captured_at=utc_now(),
    )


def _into(batch: Batch) -> Callable[[Step], None]:
    def watch(step: Step) -> None:
        batch.now = step.address if step.stage != "done" else ""

    return watch


def _line(result: ReadResult) -> Line:
    problem = result.problems[0].line() if result.problems else None
    return Line(result.address, result.change, result.claims, result.capture, problem)
