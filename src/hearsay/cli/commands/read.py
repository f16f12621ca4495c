"""`hearsay read`: takes files, folders, URLs and standard input into the case."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from hearsay.cli.exits import KEPT, stopping
from hearsay.cli.opening import naming, opened
from hearsay.cli.options import case_option, fetch_options, list_options, stated_options
from hearsay.cli.printing import count, dim, one_line, print_list, styled, tell
from hearsay.cli.progress import Bar
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.errors import Misuse

if TYPE_CHECKING:
    from hearsay.case import Case, FetchOptions, Manifest, ReadResult, Step


@click.command(short_help="Take files, folders and URLs into the case and read them.")
@click.argument("addresses", nargs=-1, metavar="[ADDRESS]...")
@case_option
@stated_options
@fetch_options
@list_options
def command(
    addresses: tuple[str, ...],
    case_path: str,
    stated: Particulars,
    manifest: Manifest | None,
    options: FetchOptions,
    form: str | None,
) -> int:
    """Take in what each ADDRESS holds and read its claims: a file, a folder, a URL, or - for
    standard input. What it is is decided by its content, not by its name.

    Safe to repeat: what the case holds already is passed over. Prints what is new, and at the
    end the case's head: keep that line elsewhere, and verify --head shows later that nothing
    before it was changed.

    Exits with 2 where something could not be read; the rest is read all the same.
    """
    check_named(addresses, manifest)
    _check_there(addresses, case_path)
    totals: Counter[str] = Counter()
    with (
        stopping(leaves=KEPT),
        opened(case_path, create=True) as case,
        Bar("files", total=expected(addresses, manifest, options)) as bar,
    ):
        results = read_with_bar(
            case, addresses, bar, totals, stated=stated, manifest=manifest, options=options
        )
        if form is not None:
            print_list(map(_shape, results), form)
        else:
            for result in results:
                show(result, bar)
        head = case.head()
    if form is None:
        click.echo(summary(totals))
        click.echo(f"Head: {head}")
        tell(_next_step(totals, case_path))
    return 2 if totals["not_read"] else 0


def read_with_bar(
    case: Case,
    addresses: tuple[str, ...],
    bar: Bar,
    totals: Counter[str],
    *,
    stated: Particulars,
    manifest: Manifest | None,
    options: FetchOptions,
) -> Iterator[ReadResult]:
    """Read into the case, moving the bar, telling problems and counting what came of it."""

    def watch(step: Step) -> None:
        if step.stage == "done":
            bar.advance()
        else:
            pages = f": reading {count(step.pages, 'page')}" if step.pages > 1 else ""
            bar.at(f"{one_line(os.path.basename(step.address) or step.address)}{pages}")

    for result in case.read(
        addresses, stated=stated, manifest=manifest, options=options, watch=watch
    ):
        totals["files"] += 1
        totals[result.change] += 1
        totals["claims"] += result.claims
        totals["problems"] += len(result.problems)
        for problem in result.problems:
            bar.line(one_line(problem.line()), sys.stderr)
        yield result


def show(result: ReadResult, bar: Bar) -> None:
    """One line for what is new in the case; what is not read has had its problem told."""
    if result.change in ("nothing", "not_read"):
        return
    how = {
        "new": "new",
        "new_capture_of_address": "changed since last time",
        "read_again": "read again",
    }[result.change] + _changed(result)
    pages = f", {count(result.pages, 'page')}" if result.pages else ""
    about = described(result.found)
    rows = f", {count(result.rows, 'table row')}" if result.rows else ""
    line = f"{one_line(result.address)}: {how}{pages}{rows}, {count(result.claims, 'claim')}"
    bar.line(styled(line + (dim(f"  {about}") if about else "")), sys.stdout)


def _changed(result: ReadResult) -> str:
    """What is known of it otherwise than before, where it was read again."""
    if result.change != "read_again":
        return ""
    changes = [
        f"{name}: {one_line(before) if before else 'not known'} → "
        f"{one_line(now) if now else 'not known'}"
        for name, (before, now) in result.changed.items()
    ]
    return f" ({'; '.join(changes)})" if changes else " by this version's reader"


def described(found: Particulars) -> str:
    """Outlet, date and title in one line, as far as they are known."""
    title = f'"{one_line(found.title)}"' if found.title else None
    parts = (found.publisher and one_line(found.publisher), found.published, title)
    return ", ".join(part for part in parts if part)


def summary(totals: Counter[str]) -> str:
    """What a read came to, in one line."""
    if not totals["files"]:
        return "No files: there is nothing to read in what was named."
    if totals["nothing"] == totals["files"]:
        return f"{count(totals['files'], 'file')}: nothing new, the case holds them already."
    named = (
        (totals["new"], "new"),
        (totals["new_capture_of_address"], "changed since last time"),
        (totals["read_again"], "read again"),
        (totals["nothing"], "in the case already"),
        (totals["not_read"], "not read"),
    )
    files = ", ".join(f"{number:,} {what}" for number, what in named if number)
    found = count(totals["claims"], "claim")
    problems = f", {count(totals['problems'], 'problem')}" if totals["problems"] else ""
    return f"{count(totals['files'], 'file')}: {files}. {found}{problems}."


def check_named(addresses: tuple[str, ...], manifest: Manifest | None) -> None:
    """Raises where nothing is named that could be read."""
    if not addresses and manifest is None:
        raise click.UsageError(
            "Name a file, a folder or a URL, - for standard input, or --manifest."
        )


def _check_there(addresses: tuple[str, ...], case_path: str) -> None:
    """Raises where none of the files is there and neither is the case: it would be left empty."""
    if not addresses or os.path.exists(case_path):
        return
    if all("://" not in one and one != "-" and not os.path.lexists(one) for one in addresses):
        named = ", ".join(map(one_line, addresses[:3]))
        raise Misuse(
            f"{named}: no such file; no case was made. Check the name, and the folder you are in."
        )


def expected(
    addresses: tuple[str, ...], manifest: Manifest | None, options: FetchOptions
) -> int | None:
    """How many files there will be, for the bar."""
    number = 0
    listed = manifest.listed(only_beside=options.only_beside) if manifest is not None else ()
    for address in addresses or listed:
        if os.path.isdir(address):
            for _, folders, files in os.walk(address):
                folders[:] = [f for f in folders if not f.startswith(".")]
                number += sum(not f.startswith(".") and ".hearsay" not in f for f in files)
        else:
            number += 1
    return number or None


def _next_step(totals: Counter[str], case_path: str) -> str:
    named = naming(case_path)
    if totals["claims"] or totals["nothing"]:
        return f"Next: hearsay claims{named}"
    if totals["files"] > totals["not_read"]:
        return f"No claims were found in these; their words can be searched: hearsay search{named}"
    return "Nothing was read from these. hearsay read takes text, web pages and PDF."


def _shape(result: ReadResult) -> dict[str, Any]:
    from hearsay.case import read_shape

    return read_shape(result)
