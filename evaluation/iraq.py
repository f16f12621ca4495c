"""Scores whether the training rows of ten Iraqi units are gathered under one entity each.

    python -m evaluation.iraq
    python -m evaluation.iraq --misses

The ten are the bodies that most rows name in at least three ways. `gold/iraq_units.tsv` says by
hand which names mean them: a country, an abbreviation, a slip, a place or the ministry above beside
a name still mean the unit; a section of it or a unit within it does not. What a careful reader
could take either way is marked `perhaps`, and counts nowhere. The rows are read from the report
without Hearsay, and told by their file and place.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from evaluation.scores import Measured, Score
from hearsay.case import Case
from hearsay.picture.index import Asking
from hearsay.picture.index.asking import StatementFilter

SHARED = Path(__file__).parent.parent.parent / "shared" / "data"
GOLD = Path(__file__).with_name("gold") / "iraq_units.tsv"
COUNTRY = "Iraq"

Row = tuple[str, str]
"""A file by its name, and the place of a row in it: `p. 20 ¶ 26`."""


def measure(shared: Path) -> Iterator[Measured]:
    """All ten together."""
    folder = shared / "us-foreign-training"
    if not folder.is_dir():
        print(f"LEFT OUT: {folder} is not here; Iraq's units are not scored.", file=sys.stderr)
        return
    found = scores(folder)
    yield Measured("iraq.units", sum((score for score, _ in found.values()), Score()))


def scores(folder: Path) -> dict[str, tuple[Score, list[str]]]:
    """For each unit the score of the entity that most of its rows are gathered under, and what is
    missing there or wrongly in it."""
    with TemporaryDirectory() as temporary:
        names = dict(_only_the_country(folder, Path(temporary)))
        with Case.create(str(Path(temporary) / "iq.hearsay")) as case:
            list(case.read(sorted(map(str, Path(temporary).glob("*.xml"))), format="fmtrpt"))
            placed = _placed(case.picture.asking())
    found = {}
    for unit, (wanted, perhaps) in _gold().items():
        rows = {row for row, name in names.items() if name in wanted}
        counted = Counter(placed[row] for row in rows if row in placed)
        entity = counted.most_common(1)[0][0]
        there = {row for row, one in placed.items() if one == entity}
        there = {row for row in there if names[row] not in perhaps}
        score = Score(len(rows & there), len(there), len(rows))
        lost = Counter(f"- {names[row]}" for row in rows - there)
        alien = Counter(f"+ {names[row]}" for row in there - rows)
        misses = [f"{number:4} × {name}" for name, number in (*lost.items(), *alien.items())]
        found[unit] = score, misses
    return found


def _gold() -> dict[str, tuple[set[str], set[str]]]:
    found: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    with GOLD.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t"):
            found[line["unit"]][line["belongs"] == "perhaps"].add(line["name"].casefold())
    return dict(found)


def _only_the_country(folder: Path, into: Path) -> Iterator[tuple[Row, str]]:
    """Writes each report with the rows of the country alone, and gives their units' names."""
    for path in sorted(folder.glob("*.xml")):
        root = ElementTree.parse(path).getroot()
        for country in root.findall("country"):
            if (country.get("name") or "").strip() != COUNTRY:
                root.remove(country)
        rows = [row for country in root for row in country.iter("training")]
        if rows:
            ElementTree.ElementTree(root).write(into / path.name, encoding="utf-8")
        on_page: Counter[str] = Counter()
        for number, row in enumerate(rows, 1):
            page = (row.findtext("page_number") or "").strip()
            on_page[page] += 1
            name = " ".join((row.findtext("student_unit") or "").split())
            place = f"p. {page} ¶ {on_page[page]}" if page.isdigit() else f"¶ {number}"
            yield (path.name, place), name.casefold()


def _placed(asking: Asking) -> dict[Row, int]:
    """For each row the entity that was trained."""
    found = {}
    for row in asking.statements(StatementFilter(kinds=("Assistance",))):
        found[Path(row.source.address).name, row.place] = dict(row.entities)["receiver"]
    return found


def main(arguments: list[str]) -> int:
    """Print the score of each unit, and with `--misses` what is missing or wrongly in."""
    folder = SHARED / "us-foreign-training"
    if not folder.is_dir():
        print(f"LEFT OUT: {folder} is not here; Iraq's units are not scored.", file=sys.stderr)
        return 0
    for unit, (score, misses) in scores(folder).items():
        print(f"{unit:<28}{score.line()}")
        if "--misses" in arguments:
            print("\n".join(misses))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
