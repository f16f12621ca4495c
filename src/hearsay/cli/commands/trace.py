"""`hearsay trace`: who had it from whom, what changed on the way, and how many really say so."""

from __future__ import annotations

import click

from hearsay.cli.drawn import drawing_option, write_drawing
from hearsay.cli.opening import opened
from hearsay.cli.tracing import Asked, patience, show, tracing_options


@click.command(short_help="Print who had it from whom, what changed, and from how many origins.")
@click.argument("query", nargs=-1, required=True, metavar="CLAIM|WORDS...")
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=3,
    metavar="N",
    help="At most so many propositions, the best match first; 3 if not said.",
)
@drawing_option
@tracing_options
def command(query: tuple[str, ...], asked: Asked, limit: int, drawing: str | None) -> None:
    """Print who told a claim, or the claims that hold WORDS: the chain of retellings as a tree,
    with how each shows and what differs from the earlier text held here; then who denies it, and
    how many independent origins there are. CLAIM is a claim's id or its first digits.

    A source that is not in the case stands there by name. A document that does not show where it
    has something counts as unproven, not as one more origin. --svg draws the best match.
    """
    from hearsay.cli.chains import blocks_of
    from hearsay.outputs.tracing import trace_shape

    with opened(asked.case_path) as case, patience():
        found, traced = case.tracing.find(
            " ".join(query), known_at=asked.known_at, labels=asked.labels
        )
    found = found[:limit]
    imprint_of = traced.imprint_of
    if drawing is not None and found:
        from hearsay.outputs.drawing import svg_of

        write_drawing(drawing, svg_of(found[0], imprint_of=imprint_of))
    show(
        asked,
        shapes=(trace_shape(one, imprint_of=imprint_of) for one in found),
        blocks=lambda width: blocks_of(found, imprint_of=imprint_of, width=width),
        nothing="No claim fits. Try fewer words, or a claim's id from `hearsay claims`.",
    )
