"""onnxruntime, kept from reporting on whoever uses it.

From 1.31 on it writes an identifier and a log of events into the user's home and sends them to its
maker, unless it is told not to before it is loaded; its own switch afterwards comes too late. So
nothing else in Hearsay imports it directly.
"""

from __future__ import annotations

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime

__all__ = ["onnxruntime"]
