"""Runs a command as a new process and says how long it took and how much memory it needed.

    python -m benchmarks.child COMMAND ARGUMENT…

Prints one line of JSON. It is a process of its own, with nothing but the standard library in it,
because a process counts the memory of whoever started it as its own until it begins its program.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

LOOK_EVERY = 0.05
"""Seconds between looks at the processes' memory."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What one run of a command took."""

    code: int
    seconds: float
    largest_mb: float
    """Peak memory of the largest process, as the system counts it (`ru_maxrss`), in MB."""
    together_mb: float
    """The peaks of all its processes added up, in MB: more than they ever held at one time."""
    output: str


def run(command: list[str], environment: dict[str, str] | None = None) -> Ran:
    """Runs a command to its end through a small process that measures it."""
    measuring = [sys.executable, "-m", "benchmarks.child", *command]
    done = subprocess.run(measuring, capture_output=True, text=True, check=True, env=environment)
    return Ran(**json.loads(done.stdout.splitlines()[-1]))


def _measured(command: list[str]) -> Ran:
    begun = time.perf_counter()
    started = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    )
    peaks: dict[int, int] = {}
    ended = threading.Event()
    looking = threading.Thread(target=_look, args=(started.pid, peaks, ended))
    looking.start()
    assert started.stdout is not None
    output = started.stdout.read()
    _, status, used = os.wait4(started.pid, 0)
    seconds = time.perf_counter() - begun
    ended.set()
    looking.join()
    # Linux counts in KiB, macOS in bytes.
    largest = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
    together = max(largest, sum(peaks.values()) * 1024 / 1e6)
    code = started.returncode = os.waitstatus_to_exitcode(status)
    return Ran(code, seconds, largest, together, output[-2000:])


def _look(first: int, peaks: dict[int, int], ended: threading.Event) -> None:
    """Keeps the highest memory of each process below `first`, in KiB; needs Linux's /proc."""
    while not ended.wait(LOOK_EVERY):
        for process in _family(first):
            try:
                status = Path(f"/proc/{process}/status").read_text("utf-8")
            except OSError:
                continue
            for line in status.splitlines():
                if line.startswith("VmHWM:"):
                    peaks[process] = max(peaks.get(process, 0), int(line.split()[1]))


def _family(first: int) -> list[int]:
    """A process and all that it started, directly or not."""
    family = [first]
    for process in family:
        try:
            tasks = list(Path(f"/proc/{process}/task").iterdir())
            for task in tasks:
                family += map(int, (task / "children").read_text("utf-8").split())
        except OSError:
            continue
    return family


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(_measured(sys.argv[1:]))) + "\n")
