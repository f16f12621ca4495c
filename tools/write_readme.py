"""Runs the commands that README.md shows and puts their real output below them.

    python -m tools.write_readme

Each line `$ hearsay …` in a `console` block is run in a folder that holds the samples.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from hearsay.samples import sample_files

README = Path(__file__).parent.parent / "README.md"
_BLOCK = re.compile(r"```console\n(.*?)```", re.S)


def main() -> None:
    """Writes the page again."""
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "articles"
        articles.mkdir()
        for path in sample_files():
            if path.suffix == ".html" and "radio" not in path.name:
                shutil.copy(path, articles)
        page = README.read_text(encoding="utf-8")
        page = _BLOCK.sub(lambda block: _run(block.group(1), folder), page)
        README.write_text(page, encoding="utf-8")


def _run(block: str, folder: str) -> str:
    shown: list[str] = []
    for line in block.splitlines():
        if line.startswith("$ hearsay "):
            done = subprocess.run(
                [sys.executable, "-m", "hearsay", *shlex.split(line.removeprefix("$ hearsay "))],
                cwd=folder,
                capture_output=True,
                text=True,
                check=True,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            )
            shown += [line, done.stdout.rstrip("\n"), ""]
    return "```console\n" + "\n".join(shown).rstrip("\n") + "\n```"


if __name__ == "__main__":
    main()
