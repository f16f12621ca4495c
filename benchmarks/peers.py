"""What others publish about their own size and speed, beside ours; nothing here is measured."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.figures import Section
from benchmarks.setting import Setting


def measure(setting: Setting) -> Iterator[Section]:
    """The table as it is known."""
    yield section()


def section() -> Section:
    """Each peer with its published figure and what stands against it here."""
    rows = (
        (
            "OpenCTI",
            "its own minimum: about 18 GB of memory and 21 containers",
            "one process and one file; memory under Cold start",
        ),
        ("OpenAleph", "8 services to run it", "one process and one file"),
        (
            "all-MiniLM-L6-v2 in int8, no heads",
            "22, 16 and 12 thousand word pieces/s at windows of 128, 256 and 384, measured by us "
            "with onnxruntime on two cores",
            "with all heads; under Pace",
        ),
        (
            "investigative platforms in general",
            "none publishes documents an hour",
            "documents an hour under Pace, with the command",
        ),
    )
    about = (
        "As their own documentation stood when this was written, except where it "
        "says that we measured it.",
    )
    return Section("Beside others", about, None, ("who", "published", "Hearsay"), rows)
