"""Our own fictional reports, so that Hearsay can be tried and tested without any others.

Tamrin, Zherin, Averne and Oshand do not exist, and nobody named in the samples does.
"""

from __future__ import annotations

import json
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

_READABLE = frozenset({".html", ".pdf", ".txt"})


def sample_files() -> tuple[Path, ...]:
    """The sample reports, articles and statements, by name: pages, texts and PDFs."""
    return tuple(sorted(p for p in _folder().iterdir() if p.suffix in _READABLE))


def manifest() -> Path:
    """The list (CSV) of what is known of the samples that do not say it themselves."""
    return _folder() / "manifest.csv"


def gold() -> dict[str, Any]:
    """What a careful reader finds in the samples: who says what, when, and what retells what."""
    found: dict[str, Any] = json.loads((_folder() / "gold.json").read_text(encoding="utf-8"))
    return found


def _folder() -> Path:
    """Where the samples stand; Hearsay is always installed unpacked, never run from an archive."""
    with as_file(files(__name__)) as folder:
        return folder
