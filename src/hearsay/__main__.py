"""Runs the command line: `python -m hearsay` does what `hearsay` does."""

from __future__ import annotations

from hearsay.cli.main import main

if __name__ == "__main__":
    main()
