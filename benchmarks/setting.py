"""What all benchmarks are told: how often to measure, how much to read, and where things lie."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from pathlib import Path

from hearsay.reading.runtime import onnxruntime

_VECTORS = (
    ("avx512_vnni", "AVX-512 with VNNI"),
    ("avx_vnni", "AVX2 with VNNI"),
    ("avx512f", "AVX-512"),
    ("avx2", "AVX2"),
    ("asimddp", "NEON with dot products"),
)
"""What decides how fast int8 runs, the best first."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the benchmarks are run."""

    runs: int
    shared: Path
    """The folder of real texts; where it is missing, our own samples are read instead."""
    work: Path
    """An empty folder for cases and files made on the way."""
    articles: int | None = None
    """Read only so many articles, spread over the whole set; `None` for all."""


def machine() -> str:
    """The machine in words that fit any like it: cores, memory, instructions, versions."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    parts = [
        f"{cores()} cores ({platform.machine()}{_instructions()})",
        f"{memory:.0f} GiB of memory",
        platform.system(),
        f"Python {platform.python_version()}",
        f"onnxruntime {onnxruntime.__version__}",
    ]
    return ", ".join(parts)


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _instructions() -> str:
    try:
        flags = set(Path("/proc/cpuinfo").read_text("utf-8").split())
    except OSError:
        return ""
    return next((f", {words}" for flag, words in _VECTORS if flag in flags), "")
