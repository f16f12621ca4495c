"""One at a time: the library that knows PDF breaks where two threads use it at once."""

from __future__ import annotations

import threading

DRAWING = threading.RLock()
"""Held by whoever reads or draws a PDF."""
