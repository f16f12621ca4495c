"""The options that several commands share, so that they mean the same everywhere."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

import click

from hearsay.cli.printing import one_line, tell
from hearsay.vocabulary.captures import Particulars

F = TypeVar("F", bound=Callable[..., Any])


def date_or_period(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> str | None:
    """The value if it is an EDTF date or period, which is how dates are stated."""
    if value is not None:
        from hearsay.vocabulary.edtf import days_of

        if days_of(value) is None:
            raise click.BadParameter(
                f'"{value}" is no date. Write 2022-02-15, 2022-02 or 2021-10-01/2021-12-31.',
                context,
                parameter,
            )
    return value


CASE, CASE_VARIABLE = "case.hearsay", "HEARSAY_CASE"
"""The case that is meant where none is named, and what names it for all commands."""

case_option = click.option(
    "--case",
    "case_path",
    metavar="FILE",
    default=CASE,
    envvar=CASE_VARIABLE,
    help="The case file; ./case.hearsay if none is named.",
)

known_at_option = click.option(
    "--known-at",
    metavar="TIME",
    help="As the case stood then (2026-01-31 or 2026-01-31T12:00:00Z), not as it stands now.",
)


label_option = click.option(
    "--label",
    "labels",
    multiple=True,
    metavar="LABEL",
    help="Show what bears this sensitivity label too; otherwise it stays hidden.",
)


def list_options(command: F) -> F:
    """`--json` for one array, `--jsonl` for one object a line."""
    command = click.option(
        "--jsonl", "form", flag_value="jsonl", help="Print one JSON object a line."
    )(command)
    return click.option("--json", "form", flag_value="json", help="Print one JSON array.")(command)


def stated_options(command: F) -> F:
    """What the user states about what is read; it beats what is found in it."""

    @functools.wraps(command)
    def stating(
        *arguments: Any,
        published: str | None,
        publisher: str | None,
        url: str | None,
        title: str | None,
        period: str | None,
        manifest_path: str | None,
        **others: Any,
    ) -> Any:
        stated = Particulars(
            published=published,
            publisher=publisher,
            url=url,
            title=title,
            period=period,
        )
        manifest = None
        if manifest_path is not None:
            from hearsay.case import open_manifest

            manifest = open_manifest(manifest_path)
            for remark in manifest.remarks:
                tell(one_line(remark.line()))
        return command(*arguments, stated=stated, manifest=manifest, **others)

    for option in reversed(_STATED):
        stating = option(stating)
    return stating  # type: ignore[return-value]


def fetch_options(command: F) -> F:
    """What a fetcher may do: sizes, private addresses, robots, files elsewhere."""

    @functools.wraps(command)
    def fetching(
        *arguments: Any,
        max_mb: int,
        allow_private: bool,
        ignore_robots: bool,
        only_beside: bool,
        **others: Any,
    ) -> Any:
        from hearsay.case import FetchOptions

        options = FetchOptions(
            max_bytes=max_mb * 1024 * 1024,
            allow_private=allow_private,
            respect_robots=not ignore_robots,
            only_beside=only_beside,
        )
        return command(*arguments, options=options, **others)

    for option in reversed(_FETCH):
        fetching = option(fetching)
    return fetching  # type: ignore[return-value]


_STATED = (
    click.option(
        "--published",
        metavar="DATE",
        callback=date_or_period,
        help="When it was published (2022-02-15).",
    ),
    click.option("--publisher", metavar="NAME", help="Who published it."),
    click.option("--url", metavar="URL", help="Where it was published."),
    click.option("--title", metavar="T", help="What it is called."),
    click.option(
        "--period",
        metavar="EDTF",
        callback=date_or_period,
        help="The period it reports on (2021-10-01/2021-12-31).",
    ),
    click.option(
        "--manifest",
        "manifest_path",
        metavar="FILE",
        help="CSV or JSON lines that state these for many files, by their column path; where no "
        "file is named, read those in its own folder that it lists.",
    ),
)

_FETCH = (
    click.option(
        "--max-mb",
        type=click.IntRange(1),
        default=512,
        metavar="N",
        help="The largest single thing that is taken in, in megabytes; 512 if not said.",
    ),
    click.option(
        "--allow-private", is_flag=True, help="Fetch from this machine and private networks too."
    ),
    click.option("--ignore-robots", is_flag=True, help="Fetch what robots.txt asks not to."),
    click.option(
        "--only-beside",
        is_flag=True,
        help="Read nothing that a manifest lists outside its own folder.",
    ),
)


def _login() -> str:
    import getpass

    return getpass.getuser()


by_option = click.option(
    "--by",
    metavar="NAME",
    default=_login,
    envvar="HEARSAY_BY",
    help="Who decides it, your login name if not said; it stays in the case.",
)

why_option = click.option(
    "--why",
    metavar="TEXT",
    default="",
    help="For what reason; it stays in the case.",
)
