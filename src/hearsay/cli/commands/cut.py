"""`hearsay cut`: a person's judgement that a link between two texts is no retelling."""

from __future__ import annotations

import click

from hearsay.cli.judging import keep_link, ruling_options


@click.command(short_help="Judge that neither of two texts has it from the other.")
@ruling_options
def command(
    later: str, earlier: str | None, named: str | None, case_path: str, why: str, by: str
) -> None:
    """Keep the judgement that LATER does not have it from EARLIER, nor the other way round: two
    claims, by their ids, or two documents, by an address or a SHA-256, which cuts the links of
    all of their claims. With --named the earlier one is a source that is not in the case, such as
    a name that was misread. No trace holds that link from then on.

    A judgement is a row in the case, with who made it and why; `hearsay undo` takes it back.
    """
    keep_link(later, earlier, named, case_path, verdict="none", by=by, why=why)
