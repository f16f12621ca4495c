"""`hearsay trace`: who had it from whom, what changed on the way, and how many really say so."""

from __future__ import annotations

import os

import click

from hearsay.cli.opening import opened
from hearsay.cli.printing import one_line, tell
from hearsay.cli.tracing import Asked, patience, show, tracing_options
from hearsay.vocabulary.errors import Misuse


@click.command(short_help="Print who had it from whom, what changed, and from how many origins.")
@click.argument("query", nargs=-1, required=True, metavar="CLAIM|WORDS...")
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=3,
    metavar="N",
    help="At most so many propositions, the best match first; 3 if not said.",
)
@click.option("--svg", "drawing", metavar="FILE", help="Draw the best match into this file.")
@tracing_options
def command(query: tuple[str, ...], asked: Asked, limit: int, drawing: str | None) -> None:
    """Print who told a claim, or the claims that hold WORDS: the chain of retellings as a tree,
    with how each shows and what differs from the earlier text held here; then who denies it, and
    how many independent origins there are. CLAIM is a claim's id or its first digits.

    A source that is not in the case stands there by name. A document that does not show where it
    has something counts as unproven, not as one more origin.
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

        _write(drawing, svg_of(found[0], imprint_of=imprint_of))
    show(
        asked,
        shapes=(trace_shape(one, imprint_of=imprint_of) for one in found),
        blocks=lambda width: blocks_of(found, imprint_of=imprint_of, width=width),
        nothing="No claim fits. Try fewer words, or a claim's id from `hearsay claims`.",
    )


def _write(path: str, drawn: str) -> None:
    try:
        if os.path.lexists(path) and not _is_drawing(path):
            raise Misuse(f"{path}: is there already and is no SVG. Name another file with --svg.")
        with open(path, "w", encoding="utf-8") as file:
            file.write(drawn)
    except OSError as problem:
        reason = problem.strerror or "it cannot be written"
        raise Misuse(f"{path}: {reason}. Name another file with --svg.") from None
    tell(f"Drawn: {one_line(path)}")


def _is_drawing(path: str) -> bool:
    """Whether what is there already is a plain SVG file, which may be drawn anew."""
    if os.path.islink(path) or not os.path.isfile(path):
        return False
    with open(path, "rb") as file:
        return file.read(4) == b"<svg"
