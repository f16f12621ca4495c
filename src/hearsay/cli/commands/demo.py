"""`hearsay demo`: reads reports that we made up and shows what they claim."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from hearsay.cli.commands.read import read_with_bar
from hearsay.cli.exits import KEPT, stopping
from hearsay.cli.listing import claim_lines
from hearsay.cli.opening import opened
from hearsay.cli.printing import bold, count, dim, one_line, say, say_each, styled
from hearsay.cli.progress import Bar
from hearsay.vocabulary.captures import Particulars

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearsay.case import Case, ClaimRow

    Worth = Callable[[ClaimRow], tuple[float, float]]

WORDINGS = ("spread across", "concentrated in")
"""Where most samples have certain officers, by one or the other; the first report says which."""
SHOWN = 3
"""Claims under each heading: enough to see what it is about."""


@click.command(short_help="Read the sample reports and show what they claim.")
@click.option(
    "--case",
    "case_path",
    metavar="FILE",
    default="demo.hearsay",
    help="The case file that the samples are read into; ./demo.hearsay if none is named.",
)
def command(case_path: str) -> None:
    """Read the sample reports into a case and show some of what they claim.

    The reports are made up: two inspectors' reports (PDF), and articles, statements and an
    interview (web pages and text) that retell them. It needs no network.
    """
    from hearsay.case import FetchOptions, open_manifest
    from hearsay.samples import manifest, sample_files

    files = sample_files()
    say(f"Reading {count(len(files), 'report')} that we made up, into {case_path} ...")
    started = time.monotonic()
    totals: Counter[str] = Counter()
    with stopping(leaves=KEPT), opened(case_path, create=True) as case:
        with Bar("files", total=len(files)) as bar:
            results = read_with_bar(
                case,
                tuple(map(str, files)),
                bar,
                totals,
                stated=Particulars(),
                manifest=open_manifest(str(manifest())),
                options=FetchOptions(),
            )
            for result in results:
                if result.change == "not_read":
                    continue
                name = os.path.basename(result.address)
                pages = f" ({count(result.pages, 'page')})" if result.pages else ""
                about = dim(f"  {one_line(result.found.publisher or '')}")
                new = count(result.claims, "claim") if result.claims else "held already"
                bar.line(styled(f"  {name}{pages}: {new}{about}"), sys.stdout)
        seconds = time.monotonic() - started
        rows = list(case.claims())
        for heading, chosen in _telling(rows):
            say()
            say(bold(heading))
            say_each(_lines(case, row) for row in chosen)
    say()
    _say_what_was_found(rows, len(files), seconds, case_path)


def _telling(rows: list[ClaimRow]) -> Iterable[tuple[str, list[ClaimRow]]]:
    """Some headings with claims that show what a list of claims is good for."""
    told = [row for row in reversed(rows) if any(w in row.claim.words for w in WORDINGS)]
    yield (
        "One sentence, as each outlet tells it, oldest first: spread, or concentrated?",
        _some(told, lambda row: ("officers" in row.claim.words, 0.0), most=6),
    )
    yield (
        "Told along a chain: from the outlet to the one first said to have said it",
        _some(rows, lambda row: (len(row.claim.speakers), row.claim.score), at_least=3),
    )
    yield (
        "With a hedge, which stays on the claim",
        _some(
            rows,
            lambda row: (
                len(row.claim.speakers) > 1
                and any(hedge.kind in ("alleged", "thought") for hedge in row.claim.hedges),
                row.claim.score,
            ),
        ),
    )
    yield (
        "Denied, and kept beside what it denies",
        _some(
            rows,
            lambda row: (
                row.claim.polarity == "denied" and row.claim.cue_class == "denied",
                row.claim.score,
            ),
        ),
    )


def _some(
    rows: list[ClaimRow], worth: Worth, *, at_least: int = 1, most: int = SHOWN
) -> list[ClaimRow]:
    """The claims worth most, no two from one outlet; those worth less than asked left out."""
    chosen: dict[str, ClaimRow] = {}
    for row in sorted(rows, key=worth, reverse=True):
        if worth(row)[0] >= at_least and len(chosen) < most:
            chosen.setdefault(row.publisher or row.address, row)
    return list(chosen.values())


def _lines(case: Case, row: ClaimRow) -> list[str]:
    return [
        f"  {line}" for line in claim_lines(row, case.place(row.claim.capture, row.claim.passage))
    ]


def _say_what_was_found(rows: list[ClaimRow], files: int, seconds: float, case_path: str) -> None:
    outlets = {row.publisher for row in rows}
    cited = [row for row in rows if len(row.claim.speakers) > 1]
    speakers = {speaker.name.lower() for row in cited for speaker in row.claim.speakers[1:]}
    name = _name()
    say(
        bold(
            f"Found {count(len(rows), 'claim')} by {count(len(outlets), 'outlet')} in "
            f"{count(files, 'report')} in {seconds:.0f} s: {len(cited):,} of them cite "
            f"{count(len(speakers), 'speaker')}, the rest the outlets say themselves."
        )
    )
    say("None of this is said to be true. Each line says who says so, and where it stands.")
    say()
    say("What to type next:")
    suggestions = (
        (f"serve --case {case_path} --open", "all of it, in your browser"),
        (f"trace --case {case_path} strongest influence", "who had it from whom?"),
        (f"claims --case {case_path} --by origins", "what is told by many, from few?"),
        (f"changes --case {case_path}", "what was altered on the way?"),
        (f"who --case {case_path} Salmani", "what is said of one person?"),
        (f"incidents --case {case_path} --by quarter", "what happened when, and who counts what?"),
        ("read YOUR-FOLDER", "your own reports, into ./case.hearsay"),
    )
    width = max(len(what) for what, _ in suggestions)
    for what, why in suggestions:
        say(f"  {name} {what:<{width}}   {why}")


def _name() -> str:
    """How this program was called, so that what is shown can be typed."""
    called = sys.argv[0]
    if shutil.which("hearsay") == os.path.abspath(called):
        return "hearsay"
    if os.path.basename(called) == "hearsay":
        return os.path.relpath(called)
    return "python -m hearsay"
