"""How links between documents look in the terminal: each one below the one it has most from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay.cli.branches import OF_USE, STEP, Guides, fitting, set_in
from hearsay.cli.printing import count
from hearsay.cli.wrapping import BOLD, DIM, PLAIN, WARNING, Piece, Style
from hearsay.outputs.borrowing import MUCH, Beside, Borrower, borrowers, worth_showing
from hearsay.outputs.imprints import ImprintOf
from hearsay.outputs.tracing import NAMED
from hearsay.outputs.wording import BY_NAME_ONLY, link_words, one_line, percent, quoted, surety
from hearsay.vocabulary.traces import DocumentLink

_TITLE = 90
"""Characters of a title that are shown."""
_FURTHER = 3
"""Further sources of a document that are named; the JSON has them all."""
_SAME_DAY = "alike, same day: "
LEGEND = "The share is how much of a document's words stand in the one above it too."
SAME_DAY = "Alike, same day: nothing shows which of the two came first."


def borrowed_lines(
    links: Sequence[DocumentLink],
    *,
    imprint_of: ImprintOf,
    width: int,
    limit: int | None = None,
    weak: bool = False,
) -> Iterator[list[str]]:
    """One block for each source at the top, with those below that have something from it.

    Weak links are left out, unless they are asked for.
    """
    width = fitting(width)
    shown = [link for link in links if weak or worth_showing(link)]
    trees = borrowers(shown, imprint_of)
    showing = _Showing(imprint_of, width)
    for at, group in enumerate(trees[:limit]):
        yield [*([""] if at else []), *showing.group(group)]
    if links:
        notes = [LEGEND] if trees else []
        notes += [SAME_DAY] if any(not link.ordered for link in shown) else []
        if limit is not None and len(trees) > limit:
            notes.append(f"{count(len(trees) - limit, 'more source')} not shown.")
        if hidden := len(links) - len(shown):
            without = f"less than {percent(MUCH)} of text in common and no source named"
            notes.append(f"{count(hidden, 'link')} with {without} left out; --weak shows them.")
        yield [
            *([""] if trees else []),
            *(line for note in notes for line in set_in([(note, DIM)], width)),
        ]


class _Showing:
    """The lines of trees of documents."""

    def __init__(self, imprint_of: ImprintOf, width: int) -> None:
        self._imprint_of = imprint_of
        self._width = width
        self._waiting: list[Borrower] = []
        # A line is of use as long as an outlet and a date fit into it.
        self._deepest = max(2, (width - OF_USE) // STEP)

    def group(self, group: Beside) -> Iterator[str]:
        """What stands at the top: one source, or several side by side."""
        if len(group) == 1:
            yield from self._shown(group[0], Guides(), 0)
        else:
            head = f"{len(group):,} side by side: much the same text of one day"
            yield from set_in([(head, BOLD)], self._width)
            for at, one in enumerate(group, 1):
                yield from self._shown(one, Guides().under(last=at == len(group)), 1)
        while self._waiting:
            one = self._waiting.pop(0)
            yield ""
            pieces = [("⋯ ", DIM), *self._whose(one.document), (" · from above", DIM)]
            yield from set_in(pieces, self._width)
            yield from self._below(one, Guides(), 0)

    def _shown(self, one: Borrower, guides: Guides, depth: int) -> Iterator[str]:
        pieces = self._entry(one)
        below = bool(one.children)
        if below and depth >= self._deepest:
            pieces.append((" · ⋯ goes on below", DIM))
            self._waiting.append(one)
            below = False
        rest = guides.rest + ("│  " if below else "   ")
        yield from set_in(pieces, self._width, guides.first, rest)
        for detail in self._details(one):
            yield from set_in(detail, self._width, rest, f"{rest}  ")
        if below:
            yield from self._below(one, guides, depth)

    def _below(self, one: Borrower, guides: Guides, depth: int) -> Iterator[str]:
        for at, child in enumerate(one.children, 1):
            yield from self._shown(child, guides.under(last=at == len(one.children)), depth + 1)

    def _entry(self, one: Borrower) -> list[Piece]:
        """Share, outlet, date and title."""
        pieces: list[Piece] = []
        share = one.link.share if one.link is not None else one.common
        if share > 0:
            pieces.append((f"{percent(share)} ", WARNING))
        pieces += self._whose(one.document)
        if title := self._title(one.document):
            pieces += [(" · ", DIM), (title, PLAIN)]
        return pieces

    def _details(self, one: Borrower) -> Iterator[list[Piece]]:
        """By what it shows, then its further sources, then what runs alike with it."""
        if one.link is not None and (how := _how(one.link)):
            yield [(how, DIM)]
        for links, words in ((one.also, "also: "), (one.alike, _SAME_DAY)):
            if links:
                yield [(words, DIM), *self._further(links)]

    def _further(self, links: Sequence[DocumentLink]) -> Iterator[Piece]:
        for at, link in enumerate(links[:_FURTHER]):
            sure = surety(link.probability) if link.ordered else ""
            yield "; " if at else "", DIM
            yield f"{sure} ".lstrip(), DIM
            yield f"{percent(link.share)} " if link.share > 0 else "", WARNING
            whose = self._whose(link.earlier, PLAIN)
            # What is of the same day need not say of which.
            yield from whose if link.ordered else whose[:1]
        if len(links) > _FURTHER:
            yield f" and {len(links) - _FURTHER:,} more", DIM

    def _whose(self, which: str, look: Style = BOLD) -> list[Piece]:
        if which.startswith(NAMED):
            return [(one_line(which.removeprefix(NAMED)), look), (f" ({BY_NAME_ONLY})", DIM)]
        imprint = self._imprint_of(which)
        return [(one_line(imprint.outlet), look), (f" · {imprint.published or 'no date'}", DIM)]

    def _title(self, which: str) -> str:
        title = "" if which.startswith(NAMED) else self._imprint_of(which).title
        return quoted(title, _TITLE) if title else ""


def _how(link: DocumentLink) -> str:
    """`probably from it: names it as source, quotes it`."""
    sure, shows = surety(link.probability), link_words(link)
    return ": ".join(part for part in (sure and f"{sure} from it", shows) if part)
