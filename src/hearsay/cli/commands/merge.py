"""`hearsay merge`: a person's judgement that two are one."""

from __future__ import annotations

import click

from hearsay.cli.options import by_option, case_option, why_option


@click.command(short_help="Judge that two persons or bodies are one.")
@click.argument("one", metavar="NAME|ID")
@click.argument("other", metavar="NAME|ID")
@case_option
@why_option
@by_option
def command(one: str, other: str, case_path: str, why: str, by: str) -> None:
    """Keep the judgement that two are one: persons, units or other bodies, each by a name (in
    quotation marks, if it has several words) or by its id, as `hearsay who` prints it.

    It is anchored to a place where each is named, so that it holds for newer readings too. A
    judgement is a row in the case, with who made it and why; `hearsay undo` takes it back.
    """
    from hearsay.cli.identifying import decide, naming_of
    from hearsay.cli.opening import opened
    from hearsay.cli.picturing import one_called
    from hearsay.vocabulary.errors import Misuse

    with opened(case_path) as case:
        asking = case.picture.asking()
        left, right = one_called(asking, one), one_called(asking, other)
        if left.number == right.number:
            raise Misuse(f'"{one}" and "{other}" are one already: {left.name} ({left.id}).')
        places = naming_of(asking, left), naming_of(asking, right)
        decide(case, case_path, *places, verdict="same", by=by, why=why)
