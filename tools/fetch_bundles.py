"""Fetches the bundles of others that stand in the tree, at the versions that are pinned there.

    python -m tools.fetch_bundles

Each folder with a `bundles.csv` names them, with licence and SHA-256. Needs npm. A bundle that is
not what its hash says is not written.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tarfile
import tempfile
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parent.parent
LISTS = (
    ROOT / "src" / "hearsay" / "web" / "vendor" / "bundles.csv",
    ROOT / "tests" / "vendor" / "bundles.csv",
)


def main() -> int:
    """Fetches them all; 1 where one is not what was pinned."""
    wrong = 0
    for listed in LISTS:
        for row in csv.DictReader(listed.read_text("utf-8").splitlines()):
            target = listed.parent / row["file"]
            content, licence = _fetched(row["name"], row["version"], target.name)
            if sha256(content).hexdigest() != row["sha256"]:
                print(f"{row['name']} {row['version']}: not what was pinned; left as it was")
                wrong = 1
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            (target.parent / "LICENSE").write_bytes(licence)
            print(f"{row['name']} {row['version']}: {target.relative_to(ROOT)}")
    return wrong


def _fetched(name: str, version: str, file: str) -> tuple[bytes, bytes]:
    """The file of that name in a package, and the package's licence."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", f"{name}@{version}"], cwd=folder, check=True)
        (packed,) = Path(folder).glob("*.tgz")
        with tarfile.open(packed) as archive:
            members = {Path(one.name).name: one for one in archive if one.isfile()}
            wanted = (archive.extractfile(members[one]) for one in (file, "LICENSE"))
            content, licence = (one.read() for one in wanted if one is not None)
            return content, licence


if __name__ == "__main__":
    sys.exit(main())
