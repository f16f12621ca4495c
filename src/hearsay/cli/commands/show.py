"""`hearsay show`: prints a document with its attributions marked and explained."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from hearsay.cli.opening import opened
from hearsay.cli.options import case_option, known_at_option, label_option
from hearsay.cli.printing import count, dim, say
from hearsay.vocabulary.documents import places
from hearsay.vocabulary.errors import Misuse
from hearsay.vocabulary.readings import Reading

if TYPE_CHECKING:
    from hearsay.case import Shown
    from hearsay.vocabulary.documents import Passage


@click.command(short_help="Print a document with its attributions marked.")
@click.argument("document")
@case_option
@click.option(
    "--page", type=click.IntRange(1), metavar="N", help="Only this page, where it has pages."
)
@click.option(
    "--paragraph",
    type=click.IntRange(1),
    metavar="N",
    help="Only the paragraph that ¶ N names, on its page where the document has pages.",
)
@known_at_option
@label_option
@click.option(
    "--json", "as_json", is_flag=True, help="Print the one object that annotate prints for it."
)
def command(
    document: str,
    case_path: str,
    page: int | None,
    paragraph: int | None,
    known_at: str | None,
    labels: tuple[str, ...],
    as_json: bool,
) -> None:
    """Print a document of the case, paragraph by paragraph, with the source, cue and content of
    every attribution marked: [the mayor]¹ ‹said›¹ {that the quay was open}¹. DOCUMENT is an
    address as it was read, the file name at its end, or a capture's SHA-256 or its beginning.

    Under each paragraph stand, by number, the chain of speakers from the outlet inward, the class
    of the cue, whether it is quoted or reworded, whether it is denied, and its hedges; then the
    relations, events, counts and causes that were found in it. The words are the document's own.
    """
    from hearsay.cli.showing import Showing
    from hearsay.outputs.exporting import exporter

    if as_json and (page is not None or paragraph is not None):
        raise Misuse("--json prints the whole document. Leave out --page and --paragraph.")
    with opened(case_path) as case:
        shown = case.shown(document, known_at=known_at, labels=frozenset(labels))
    if as_json:
        reading = shown.reading or Reading("")
        click.echo(exporter("jsonl").write(shown.address, shown.document, reading, ()), nl=False)
        return
    where = places(shown.document)
    chosen = _chosen(shown, where, page, paragraph)
    view = Showing(shown, where, shutil.get_terminal_size().columns)
    for line in view.heading():
        say(line)
    asked_for_one = paragraph is not None
    left_out = 0
    for passage in chosen:
        if passage.kind == "furniture" and not asked_for_one:
            left_out += 1
            continue
        for line in view.passage(passage):
            say(line)
    if left_out:
        say()
        pieces = count(left_out, "piece")
        say(dim(f"Left out: {pieces} of page furniture (menus, running heads). --json has them."))


def _chosen(
    shown: Shown, where: dict[int, str], page: int | None, paragraph: int | None
) -> list[Passage]:
    """The passages that were asked for; raises where there are none."""
    every = list(shown.document.passages)
    last = max((p.page for p in every if p.page is not None), default=None)
    if page is None and paragraph is None:
        return every
    if last is None and page is not None:
        raise Misuse(f"{shown.address}: it has no pages. Use --paragraph.")
    if last is not None and page is None:
        raise Misuse(f"{shown.address}: it has {count(last, 'page')}. Say which one with --page.")
    if page is not None and last is not None and page > last:
        raise Misuse(f"{shown.address}: it has {count(last, 'page')}, and no page {page}.")
    on_page = [p for p in every if p.page == page]
    if paragraph is None:
        return on_page
    place = f"¶ {paragraph}" if page is None else f"p. {page} ¶ {paragraph}"
    found = [p for p in on_page if where.get(p.paragraph) == place]
    if not found:
        there = sum(p.paragraph in where for p in on_page)
        on = "" if page is None else f"page {page} of "
        raise Misuse(f"{shown.address}: no ¶ {paragraph}; {on}it has {count(there, 'paragraph')}.")
    return found
