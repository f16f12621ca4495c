"""Where the weights lie that Hearsay ships with."""

from __future__ import annotations

from pathlib import Path

WEIGHTS = Path(__file__).parent.parent / "src" / "hearsay" / "reading" / "weights"
