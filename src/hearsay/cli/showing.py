"""How a document looks in the terminal: its paragraphs with marks, and beneath each what they say.

Under a paragraph stands one line for each attribution that has its cue there, then what the
reader took from it: relations, events, counts and causes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from hearsay.cli.listing import SHORT_ID, outlet_name
from hearsay.cli.marking import (
    LEGEND,
    Mark,
    colour,
    marked,
    marks_within,
    numbered,
    parts_of,
    raised,
)
from hearsay.cli.printing import count, one_line
from hearsay.cli.structures import Structures
from hearsay.cli.wrapping import BOLD, DIM, PLAIN, WARNING, Piece, Style, wrapped
from hearsay.vocabulary.readings import Attribution, Hedge, Reading
from hearsay.vocabulary.spans import Span, words_of

if TYPE_CHECKING:
    from hearsay.case import Shown
    from hearsay.vocabulary.documents import Passage

WIDEST = 100
"""Columns that are filled at most: longer lines are hard to follow."""
NARROWEST = 30

WITHHELD = "Withheld: this bears a sensitivity label. --label LABEL shows it."


class Showing:
    """A document as its lines are made, one passage after another."""

    def __init__(self, shown: Shown, places: dict[int, str], width: int) -> None:
        self._shown = shown
        self._text = shown.document.text
        self._passages = shown.document.passages
        self._places = places
        self._margin = max((len(place) for place in places.values()), default=0) + 2
        self._width = max(NARROWEST, min(width, WIDEST) - self._margin)
        self._outlet = shown.document.particulars.publisher or ""
        reading = shown.reading or Reading("")
        self._mentions = {m.id: m for m in reading.mentions}
        self._by_number = numbered(reading.attributions)
        self._structures = Structures(reading, self._text)
        self._starts = [p.span.start for p in self._passages]
        self._marks: dict[int, list[Mark]] = {}
        self._home: dict[int, list[int]] = defaultdict(list)
        self._guests: dict[int, list[int]] = defaultdict(list)
        self._lines: dict[int, list[list[Piece]]] = defaultdict(list)
        self._settle()

    def heading(self) -> Iterator[str]:
        """What the document is, and how its marks are read."""
        said = self._shown.document.particulars
        width = self._margin + self._width
        if said.title:
            yield from wrapped([(said.title, BOLD)], width)
        where = [one_line(said.publisher or "unknown outlet"), said.published or "no date"]
        if said.period:
            where.append(f"on {said.period}")
        where += [one_line(self._shown.address), self._shown.document.capture[:SHORT_ID]]
        yield from wrapped([(" · ".join(where), DIM)], width)
        yield from wrapped([(self._how_read(), DIM)], width)

    def passage(self, passage: Passage) -> Iterator[str]:
        """The lines of one passage, an empty one before them."""
        at = self._at(passage.span.start)
        yield ""
        place = self._places.get(passage.paragraph, "")
        if passage.paragraph in self._shown.withheld:
            yield from self._beside(place, wrapped([(WITHHELD, WARNING)], self._width))
            return
        base = BOLD if passage.kind == "heading" else PLAIN
        if passage.kind == "furniture":
            base = DIM
        pieces = marked(passage.span, self._text, self._marks.get(at, []), base)
        yield from self._beside(place, wrapped(pieces, self._width))
        for number in self._guests[at]:
            home = self._places.get(self._passages[self._home_of(number)].paragraph, "above")
            yield from self._under([_number(number), (f"see {home}", DIM)])
        for number in self._home[at]:
            yield from self._under([_number(number), *self._attribution(number)])
        for line in self._lines[at]:
            yield from self._under(line)

    def _how_read(self) -> str:
        problems = self._shown.document.problems
        unread = next((p for p in problems if p.code in ("language-not-read", "no-prose")), None)
        if unread is not None:
            return f"Not read: {unread.message}"
        if self._shown.reading is None:
            return "Not read; it is kept and searchable."
        if not self._by_number:
            return "Nobody is cited in it: what it says, the outlet says."
        found = count(len(self._by_number), "attribution")
        return f"{found}: {LEGEND}, and below the chain of speakers."

    def _settle(self) -> None:
        """Finds out which passage bears and explains what."""
        inside: dict[int, dict[int, Attribution]] = defaultdict(dict)
        for number, attribution in self._by_number.items():
            places = sorted({at for s in parts_of(attribution) for at in self._met_by(s)})
            for at in places:
                inside[at][number] = attribution
            if places:
                home = self._home_of(number)
                self._home[home].append(number)
                for at in places:
                    if at != home:
                        self._guests[at].append(number)
        for at, here in inside.items():
            self._marks[at] = marks_within(self._passages[at].span, here, self._text)
        for offset, pieces in self._structures.lines():
            self._lines[self._at(offset)].append(pieces)

    def _home_of(self, number: int) -> int:
        attribution = self._by_number[number]
        return self._at(min(attribution.cue or parts_of(attribution)).start)

    def _at(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _met_by(self, span: Span) -> Iterator[int]:
        for at in range(self._at(span.start), len(self._passages)):
            if self._passages[at].span.start >= span.end:
                return
            if self._passages[at].span.meets(span):
                yield at

    def _attribution(self, number: int) -> list[Piece]:
        """The chain of speakers, then how it is said."""
        one = self._by_number[number]
        names = [outlet_name(self._outlet or None, self._shown.address)]
        names += [self._structures.name(m) for m in one.chain if m in self._mentions]
        how: list[Piece] = []
        if len(names) == 1 and not self._is_outlet(one):
            how.append(("nobody named" if not one.source else "who that is was not found", DIM))
        denies = one.polarity == "denied" and one.cue_class == "denied"
        how.append((one.cue_class, WARNING if denies else DIM))
        how.append((one.speech, DIM))
        if one.addressee in self._mentions:
            how.append((f"to {self._structures.name(one.addressee, whole=True)}", DIM))
        if one.polarity == "denied" and not denies:
            how.append(("negated", WARNING))
        how += [(hedge, WARNING) for hedge in self._hedges(one.hedges)]
        pieces: list[Piece] = [(" › ".join(names), BOLD)]
        for piece in how:
            pieces += [(" · ", DIM), piece]
        return pieces

    def _is_outlet(self, one: Attribution) -> bool:
        """Whether the source is the outlet, as in an interview that it prints."""
        words = one_line(words_of(one.source, self._text))
        return bool(words) and words.lower() == one_line(self._outlet).lower()

    def _hedges(self, hedges: Sequence[Hedge]) -> Iterator[str]:
        for kind in dict.fromkeys(h.kind for h in hedges):
            words = dict.fromkeys(one_line(h.span.of(self._text)) for h in hedges if h.kind == kind)
            yield f"{kind} ({', '.join(f'“{w}”' for w in words)})"

    def _beside(self, place: str, lines: Iterable[str]) -> Iterator[str]:
        """Lines with the place in the margin of the first."""
        (margin,) = wrapped([(place, DIM)], self._margin) or [""]
        margin += " " * (self._margin - len(place))
        for line in lines:
            yield margin + line
            margin = " " * self._margin

    def _under(self, pieces: Sequence[Piece]) -> Iterator[str]:
        """Lines under a paragraph, the later ones of an entry set in."""
        indent = " " * (self._margin + 2)
        for line in wrapped(pieces, self._width - 4):
            yield indent + line
            indent = " " * (self._margin + 4)


def _number(number: int) -> Piece:
    return f"{raised(number)} ", Style(fg=colour(number))
