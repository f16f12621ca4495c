"""`hearsay problems`: lists what was wrong with the evidence."""

from __future__ import annotations

import click

from hearsay.cli.opening import opened
from hearsay.cli.options import case_option, known_at_option, label_option, list_options
from hearsay.cli.printing import dim, one_line, print_list, say_each, tell


@click.command(short_help="List what was wrong with the evidence, oldest first.")
@case_option
@known_at_option
@label_option
@list_options
def command(
    case_path: str, known_at: str | None, labels: tuple[str, ...], form: str | None
) -> None:
    """List every problem kept in the case: files that could not be read, languages that are not
    read, phrases that could not be placed. Each names the file and the next step.
    """
    from hearsay.case import problem_shape

    with opened(case_path) as case:
        found = case.problems(known_at=known_at, labels=frozenset(labels))
        if form is not None:
            shapes = (problem_shape(p) | {"recorded_at": recorded_at} for recorded_at, p in found)
            print_list(shapes, form)
            return
        lines = ([f"{dim(recorded_at[:10])}  {one_line(p.line())}"] for recorded_at, p in found)
        if not say_each(lines):
            tell("No problems.")
