"""Reading end to end: from files on disk to claims in a new case, the model loaded beforehand."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.material import Material
from hearsay.case import Case, open_manifest
from hearsay.reading.reader import Reader


@dataclass(frozen=True, slots=True)
class Took:
    """What one reading of everything took and gave."""

    seconds: float
    documents: int
    claims: int


def read_all(material: Material, reader: Reader, case_path: Path) -> Took:
    """Reads all files into the new case and counts what came of them."""
    manifest = open_manifest(str(material.manifest)) if material.manifest else None
    begun = time.perf_counter()
    with Case.create(str(case_path)) as case:
        results = list(case.read(material.addresses, manifest=manifest, reader=reader))
    taken = time.perf_counter() - begun
    return Took(taken, len(results), sum(result.claims for result in results))
