"""`hearsay link`: a person's judgement that one text has it from another."""

from __future__ import annotations

import click

from hearsay.cli.judging import keep_link, ruling_options


@click.command(short_help="Judge that one text has it from another.")
@ruling_options
def command(
    later: str, earlier: str | None, named: str | None, case_path: str, why: str, by: str
) -> None:
    """Keep the judgement that LATER has it from EARLIER: two claims, by their ids, or two
    documents, by an address or a SHA-256. With --named the earlier one is a source that is not
    in the case. Traces hold that link as certain from then on, and say that a person judged it.

    A judgement is a row in the case, with who made it and why; `hearsay undo` takes it back.
    """
    keep_link(later, earlier, named, case_path, verdict="retelling", by=by, why=why)
