"""Checks and counts our own corpus.

python -m training.own lint [FILE …]
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from training.own.linting import faults_of, looks_of
from training.own.notation import Fault, read_file
from training.own.passages import FOLDER, OwnPassage


def main() -> None:
    """Parses the command line and lints; exits 1 where there are faults."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    lint = commands.add_parser("lint", help="what is not as the guidelines say, and the counts")
    lint.add_argument("files", nargs="*", type=Path)
    lint.add_argument("--quiet", action="store_true", help="leave out what deserves a look")
    options = parser.parse_args()
    sys.exit(_lint(options.files or sorted(FOLDER.glob("*/*.notes")), quiet=options.quiet))


def _lint(files: list[Path], *, quiet: bool) -> int:
    every: list[OwnPassage] = []
    ids: Counter[tuple[bool, str]] = Counter()
    wrong = 0
    for path in files:
        passages, faults = read_file(path)
        every += passages
        ids.update((path.parent.name == "second", passage.id) for passage in passages)
        for passage in passages:
            faults += [Fault(passage.id, "", why) for why in faults_of(passage)]
        for fault in faults:
            print(f"FAULT {fault}")
        wrong += len(faults)
        for passage in passages if not quiet else ():
            for look in looks_of(passage):
                print(f"look  {passage.id}: {look}")
    doubled = [id for (_, id), times in ids.items() if times > 1]
    for id in doubled:
        print(f"FAULT {id}: two passages have this id")
    print(_counts(every))
    return 1 if wrong or doubled else 0


def _counts(passages: list[OwnPassage]) -> str:
    readings = [p.reading for p in passages]
    attributions = [a for r in readings for a in r.attributions]
    rows = {
        "passages": len(passages),
        "words": sum(len(p.text.split()) for p in passages),
        "attributions": len(attributions),
        "nested": sum(a.within is not None for a in attributions),
        "mentions": sum(len(r.mentions) for r in readings),
        "assertions": sum(len(r.assertions) for r in readings),
        "relations": sum(len(r.relations) for r in readings),
        "events": sum(len(r.events) for r in readings),
        "counts": sum(len(r.counts) for r in readings),
        "causes": sum(len(r.causes) for r in readings),
    }
    return ", ".join(f"{number:,} {name}" for name, number in rows.items())


if __name__ == "__main__":
    main()
