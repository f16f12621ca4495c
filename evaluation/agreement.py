"""How far two people agree on our own corpus: the second marking scored against the first.

    python -m evaluation.agreement

A tenth of the passages, chosen by the hash of their ids, is marked a second time from the bare
text, in `training/own/second`; the figures are those of the reader's own evaluation.
"""

from __future__ import annotations

import sys

from evaluation.own import compared
from training.own.notation import passages


def main() -> int:
    """Prints one line for each score."""
    first = {p.id: p for part in ("train", "tuning", "held_out") for p in passages(part)}
    second = list(passages("second"))
    for one in second:
        if one.id not in first or first[one.id].text != one.text:
            print(f"{one.id}: its text is not that of the first marking.", file=sys.stderr)
            return 1
    print(f"{len(second)} passages")
    for measured in compared((one.reading, first[one.id]) for one in second):
        print(f"{measured.name:<28}{measured.score.line()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
