"""A progress bar on stderr for long work: how much is done, how fast, how long still."""

from __future__ import annotations

import shutil
import sys
import threading
import time
from types import TracebackType
from typing import TextIO

PATIENCE = 1.0
"""Seconds of work before the bar appears: short work needs none."""
EVERY = 0.2
"""Seconds between two drawings."""


class Bar:
    """Drawn on a terminal only; `line` prints above it."""

    def __init__(
        self, noun: str, *, total: int | None = None, stream: TextIO | None = None
    ) -> None:
        self._noun = noun
        self._total = total
        self._stream = stream or sys.stderr
        self._done = 0
        self._now = ""
        self._started = time.monotonic()
        self._drawn = False
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._ticking: threading.Thread | None = None

    def __enter__(self) -> Bar:
        if self._stream.isatty():
            self._ticking = threading.Thread(target=self._tick, daemon=True)
            self._ticking.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        if self._ticking is not None:
            self._ticking.join()
        with self._lock:
            self._wipe()

    def at(self, what: str) -> None:
        """Say what is being worked on."""
        self._now = what

    def advance(self, by: int = 1) -> None:
        """Count so much more as done."""
        self._done += by

    def line(self, text: str, stream: TextIO | None = None) -> None:
        """Print a line without spoiling the bar."""
        with self._lock:
            self._wipe()
            print(text, file=stream or self._stream, flush=True)

    def text(self, *, width: int, elapsed: float) -> str:
        """The bar as it would be drawn after so many seconds."""
        rate = self._done / elapsed if elapsed > 0 else 0.0
        # What cannot be counted is only named.
        parts = [self._noun, f"{self._done:,}"] if self._done or self._now else [self._noun]
        if self._total:
            share = min(1.0, self._done / self._total)
            filled = round(20 * share)
            parts = [
                f"[{'#' * filled}{'.' * (20 - filled)}]",
                f"{self._done:,} of {self._total:,} {self._noun}",
            ]
        if self._done:
            parts.append(f"{rate:.1f}/s" if rate >= 1 else f"{rate * 60:.1f}/min")
        if self._done and self._total and self._done < self._total:
            parts.append(f"{_clock((self._total - self._done) / rate)} left")
        else:
            parts.append(_clock(elapsed))
        text = "  ".join(parts)
        if self._now and len(text) + 4 < width:
            text += f"  {self._now}"
        return text[: max(0, width - 1)]

    def _tick(self) -> None:
        while not self._ended.wait(EVERY):
            elapsed = time.monotonic() - self._started
            if elapsed >= PATIENCE:
                with self._lock:
                    width = shutil.get_terminal_size().columns
                    self._stream.write(f"\r\x1b[2K{self.text(width=width, elapsed=elapsed)}")
                    self._stream.flush()
                    self._drawn = True

    def _wipe(self) -> None:
        if self._drawn:
            self._stream.write("\r\x1b[2K")
            self._stream.flush()
            self._drawn = False


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
