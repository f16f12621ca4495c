"""How differences and links between documents look in the terminal, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hearsay.cli.branches import changed, fitting, set_in
from hearsay.cli.origins import outlet_and_date
from hearsay.cli.wrapping import BOLD, DIM, PLAIN, WARNING, Piece
from hearsay.outputs.imprints import ImprintOf
from hearsay.outputs.tracing import NAMED, Difference
from hearsay.outputs.wording import BY_NAME_ONLY, link_words, quoted, surety
from hearsay.vocabulary.traces import ClaimNode, DocumentLink

_INDENT = "    "


def changes_lines(
    differences: Iterable[Difference], *, imprint_of: ImprintOf, width: int
) -> Iterator[list[str]]:
    """Each difference in a few lines: what differs, between whom, and in saying what."""
    width = fitting(width)
    for one in differences:
        lines = list(
            set_in(changed(one.change, beside=one.probability is None), width, "", _INDENT)
        )
        later = outlet_and_date(one.later, imprint_of)
        earlier = outlet_and_date(one.earlier, imprint_of)
        pieces = [*later, (_between(one.probability), PLAIN), *earlier]
        if isinstance(one.later, ClaimNode):
            pieces.append((f" · {one.later.claim.id[:8]}", DIM))
        lines += set_in(pieces, width, _INDENT)
        lines += set_in([(f"in {quoted(one.trace.gist)}", DIM)], width, _INDENT)
        yield lines


def _between(probability: float | None) -> str:
    """How the later text stands to the earlier one."""
    if probability is None:
        return " · beside "
    sure = surety(probability)
    return f" · {sure} from " if sure else " · from "


def document_links_lines(
    links: Iterable[DocumentLink], *, imprint_of: ImprintOf, width: int
) -> Iterator[list[str]]:
    """Each link in two lines: which document from which, then by what that shows."""
    width = fitting(width)
    for link in links:
        pieces = _whose(link.later, imprint_of)
        sure = surety(link.probability)
        pieces += [(" · ", DIM), (f"{sure} from " if sure else "from ", WARNING if sure else PLAIN)]
        pieces += _whose(link.earlier, imprint_of)
        lines = list(set_in(pieces, width, "", _INDENT))
        lines += set_in([(link_words(link), DIM)], width, _INDENT)
        yield lines


def _whose(which: str, imprint_of: ImprintOf) -> list[Piece]:
    if which.startswith(NAMED):
        return [(which.removeprefix(NAMED), BOLD), (f" ({BY_NAME_ONLY})", DIM)]
    imprint = imprint_of(which)
    return [(imprint.outlet, BOLD), (f" · {imprint.published or 'no date'}", DIM)]
