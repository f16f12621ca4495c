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
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.drawing import crowded, renamed
from hearsay.origins.alike.propositions import Proposition
from hearsay.origins.tracing import Tracing, each_telling, processes_for
from hearsay.origins.tracing.spooling import Spooled
from hearsay.vocabulary.traces import Account, Trace

Drawing = Callable[[Sequence[Account], int, random.Random], Iterator[Account]]
DRAWINGS: dict[str, Drawing] = {"renamed": renamed, "crowded": crowded}


def link(accounts: Iterable[Account]) -> dict[str, Any]:
    """Links accounts as a case does, with the seconds of both steps on all cores together.

    The accounts are made and written to disk before.
    """
    held = Spooled(each_telling(accounts))
    watch = _Watch()
    tracing = Tracing.among(held)
    watch.stop("text shared, sources resolved, claims grouped")
    counted: Counter[str] = Counter()
    links = tracing.through(_counted, lambda few: _add(few, counted))
    watch.stop("retellings, changes and origins")
    return {
        "documents": len(held),
        "processes": processes_for(held),
        "parts": watch.parts,
        "clock": watch.clock,
        **{name: counted[name] for name in _COUNTED},
        "links": len(links),
    }


_COUNTED = ("claims", "propositions", "largest", "retellings", "changes")


def _counted(found: Sequence[tuple[Proposition, Trace]]) -> Counter[str]:
    retellings = [link for _, trace in found for link in trace.retellings]
    sizes = [len(one.claims) for one, _ in found]
    return Counter(
        claims=sum(sizes),
        propositions=len(sizes),
        largest=max(sizes),
        retellings=len(retellings),
        changes=sum(len(link.changes) for link in retellings),
    )


def _add(few: Counter[str], counted: Counter[str]) -> None:
    largest = max(few["largest"], counted["largest"])
    counted.update(few)
    counted["largest"] = largest


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
    drawn = DRAWINGS[drawing](accounts, size, random.Random(4)) if size else iter(accounts)
    del accounts
    print(json.dumps(link(drawn)))


if __name__ == "__main__":
    _main(int(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:4])
