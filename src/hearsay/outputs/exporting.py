"""Writes readings for other programs: the choice between the exporters."""

from __future__ import annotations

from typing import cast

from hearsay import plugins
from hearsay.outputs.exporter import Exporter

FOLDER = "hearsay.outputs.exporters"


def exporter(name: str) -> Exporter:
    """The exporter by its name (`jsonl`)."""
    return cast(Exporter, plugins.find(FOLDER, name, kind="exporter", promises=("ENDING", "write")))


def exporters() -> tuple[str, ...]:
    """The names of all exporters."""
    return plugins.names(FOLDER)
