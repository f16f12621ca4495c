"""`hearsay import`: takes tables into the case, each row as claims of whoever published it."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from hearsay.cli.exits import Stopped
from hearsay.cli.opening import opened
from hearsay.cli.options import case_option, fetch_options, list_options, stated_options
from hearsay.cli.printing import count, one_line, print_list, tell
from hearsay.cli.progress import Bar
from hearsay.vocabulary.captures import Particulars

if TYPE_CHECKING:
    from hearsay.case import Case, FetchOptions, Manifest, ReadResult, Step
    from hearsay.vocabulary.problems import Problem
    from hearsay.vocabulary.readings import Source

FORMATS = {
    "sfm": "Security Force Monitor's tables: persons, units and sources of before 2026, and the "
    "claim tables of 2026 (CSV or TSV)",
    "fmtrpt": "the US report on foreign military training (XML, as Security Force Monitor has it)",
}


@click.command(
    short_help="Take tables into the case: Security Force Monitor's, the US training report.",
    epilog="\n\n".join(f"{name}: {what}." for name, what in FORMATS.items()),
)
@click.argument("format", type=click.Choice(sorted(FORMATS)), metavar="FORMAT")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--sources",
    "lists",
    multiple=True,
    metavar="FILE",
    help="A list of the sources that the tables cite by id; it is taken in too.",
)
@case_option
@stated_options
@fetch_options
@list_options
def command(
    format: str,
    files: tuple[str, ...],
    lists: tuple[str, ...],
    case_path: str,
    stated: Particulars,
    manifest: Manifest | None,
    options: FetchOptions,
    form: str | None,
) -> int:
    """Take in tables of one FORMAT, row by row. Each row is a claim of whoever published the
    table, citing what it cites; nothing is taken for a fact, and nothing is dropped in silence:
    what is repaired, left out or cannot be read is told, with file, row and column, by hearsay
    problems.

    Safe to repeat. Exits with 2 where a file could not be taken in; the rest is all the same.
    """
    results: list[ReadResult] = []
    with (
        opened(case_path, create=True) as case,
        Bar("files", total=len(files) + len(lists)) as bar,
    ):
        imported = _imported(case, format, files, lists, bar, stated, manifest, options)
        if form is not None:
            print_list(map(_shape, _kept(imported, results)), form)
        else:
            for result in _kept(imported, results):
                for line in _lines(result):
                    bar.line(line, sys.stdout)
        head = case.head()
    if form is None:
        for line in _summary(results):
            click.echo(line)
        click.echo(f"Head: {head}")
        named = "" if case_path == "case.hearsay" else f" --case {one_line(case_path)}"
        tell(f"Next: hearsay claims{named}. What was amiss: hearsay problems{named}")
    return 2 if any(result.change == "not_read" for result in results) else 0


def _imported(
    case: Case,
    format: str,
    files: tuple[str, ...],
    lists: tuple[str, ...],
    bar: Bar,
    stated: Particulars,
    manifest: Manifest | None,
    options: FetchOptions,
) -> Iterator[ReadResult]:
    """The lists of sources first, and then what cites them."""
    # Millions of values are made that all stay until their file is kept.
    from hearsay.origins.collecting import uncollected

    def watch(step: Step) -> None:
        if step.stage == "done":
            bar.advance()
        else:
            bar.at(one_line(os.path.basename(step.address) or step.address))

    sources: tuple[Source, ...] = ()
    try:
        with uncollected():
            for result in case.read(lists, options=options, watch=watch, format=format):
                if result.capture is not None and result.change != "not_read":
                    sources += case.sources(result.capture)
                yield result
            yield from case.read(
                files,
                stated=stated,
                manifest=manifest,
                options=options,
                watch=watch,
                format=format,
                sources=sources,
            )
    except KeyboardInterrupt:
        raise Stopped("What was taken in so far is kept.") from None


def _kept(results: Iterable[ReadResult], kept: list[ReadResult]) -> Iterator[ReadResult]:
    for result in results:
        kept.append(result)
        yield result


_STATED = {
    "posting": ("posting", "postings"),
    "relation": ("relation", "relations"),
    "naming": ("other name", "other names"),
    "describing": ("description", "descriptions"),
    "positioning": ("position", "positions"),
    "assistance": ("training", "trainings"),
    "incident": ("incident", "incidents"),
}
_REPAIRED = frozenset({"repaired", "repaired-date", "joined-rows"})
_LEFT_OUT = frozenset(
    {
        "subtotals",
        "misplaced",
        "words-left-out",
        "columns-left-out",
        "left-out",
        "shifted-row",
        "no-name",
        "unknown-cluster",
        "unknown-relation",
        "states-nothing",
        "not-read",
        "nothing-named",
    }
)
_NOTED = frozenset({"repeats", "blank-cells", "undated", "tags-within"})


def _lines(result: ReadResult) -> Iterator[str]:
    """A file in a few lines: what it states, then what was done about what is amiss in it."""
    address = one_line(result.address)
    if result.change == "nothing":
        yield f"{address}: nothing new, the case holds it already"
        return
    if result.change == "not_read":
        yield from (one_line(problem.line()) for problem in result.problems)
        return
    stated = ", ".join(_kinds(Counter(dict(result.stated))))
    yield f"{address}: {count(result.rows, 'row')}" + (f": {stated}" if stated else "")
    for what, problems in _sorted(result.problems):
        counted = Counter[str]()
        for problem in problems:
            counted[problem.code] += problem.count or 1
        for code, number in counted.items():
            first = next(p for p in problems if p.code == code)
            yield f"  {what}: {number:,} ({code}): {one_line(first.message)}"


def _sorted(problems: Iterable[Problem]) -> Iterator[tuple[str, list[Problem]]]:
    every = list(problems)
    known = _REPAIRED | _LEFT_OUT | _NOTED
    for what, codes in (("repaired", _REPAIRED), ("left out", _LEFT_OUT), ("noted", _NOTED)):
        yield what, [p for p in every if p.code in codes]
    yield "reported", [p for p in every if p.code not in known]


def _kinds(stated: Counter[str]) -> Iterator[str]:
    for kind, number in stated.most_common():
        yield count(number, *_STATED.get(kind, (kind, f"{kind}s")))


def _summary(results: list[ReadResult]) -> Iterator[str]:
    """What the whole import came to."""
    new = [result for result in results if result.change not in ("nothing", "not_read")]
    stated: Counter[str] = Counter()
    for result in new:
        stated.update(dict(result.stated))
    rows, claims = sum(r.rows for r in new), sum(r.claims for r in new)
    files = count(len(results), "file")
    yield f"{files}: {count(rows, 'row')}, {count(claims, 'claim')}."
    if stated:
        yield f"Stated: {', '.join(_kinds(stated))}."
    amiss = []
    for what, problems in _sorted(p for result in new for p in result.problems):
        number = sum(p.count or 1 for p in problems)
        amiss += [f"{number:,} {what}"] if number else []
    if amiss:
        yield f"Amiss: {', '.join(amiss)}."


def _shape(result: ReadResult) -> dict[str, Any]:
    from hearsay.case import read_shape

    return read_shape(result)
