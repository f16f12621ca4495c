"""Links accounts, and says what it took.

python -m benchmarks.linking SIZE ACCOUNTS [renamed|crowded]

Links SIZE accounts drawn from a pickled list, as `benchmarks.drawing` draws them; with SIZE 0 that
list as it is. Prints one JSON line. It loads nothing of the reader, as `hearsay trace` does not.
"""

from __future__ import annotations

import json
import pickle
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.drawing import crowded, renamed
from hearsay.origins.tracing import Tracing, processes_for
from hearsay.vocabulary.traces import Account

Drawing = Callable[[Sequence[Account], int, random.Random], Iterator[Account]]
DRAWINGS: dict[str, Drawing] = {"renamed": renamed, "crowded": crowded}


def link(accounts: Sequence[Account]) -> dict[str, Any]:
    """Links accounts as a case does, with the seconds of both steps on all cores together.

    The accounts are made before; with their readings they are in memory all the time.
    """
    watch = _Watch()
    tracing = Tracing.of(accounts)
    watch.stop("text shared, sources resolved, claims grouped")
    found = tracing.traced()
    watch.stop("retellings, changes and origins")
    retellings = [link for trace in found.traces for link in trace.retellings]
    return {
        "documents": len(tracing.accounts),
        "claims": sum(len(one.claims) for one in tracing.accounts.values()),
        "processes": processes_for(tracing.accounts),
        "parts": watch.parts,
        "clock": watch.clock,
        "propositions": len(found.traces),
        "largest": max((len(one.claims) for one in found.traces), default=0),
        "retellings": len(retellings),
        "changes": sum(len(link.changes) for link in retellings),
        "links": len(found.links),
    }


class _Watch:
    """Seconds of all processors since the last stop, and seconds by the clock since the first."""

    def __init__(self) -> None:
        self.parts: dict[str, float] = {}
        self._began = time.perf_counter()
        self._begun = _seconds()

    @property
    def clock(self) -> float:
        """Seconds since the beginning."""
        return time.perf_counter() - self._began

    def stop(self, part: str) -> None:
        """Notes the seconds of a part that has ended."""
        now = _seconds()
        self.parts[part] = now - self._begun
        print(f"{part}: {now - self._begun:.2f} s", file=sys.stderr)
        self._begun = now


def _seconds() -> float:
    """Seconds that this process and those that it started and that have ended were at work."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def _main(size: int, path: Path, drawing: str = "renamed") -> None:
    accounts: list[Account] = pickle.loads(path.read_bytes())
    drawn = list(DRAWINGS[drawing](accounts, size, random.Random(4))) if size else accounts
    print(json.dumps(link(drawn)))


if __name__ == "__main__":
    _main(int(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:4])
