"""How claims and passages look in a list: who said what, then where it stands."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hearsay.cli.printing import bold, dim, one_line, warning
from hearsay.vocabulary.readings import UNSURE

if TYPE_CHECKING:
    from hearsay.case import ClaimRow, FoundPassage

SHORT_ID = 8
"""Digits of an id that are shown; enough to tell a million claims apart, and any beginning of an
id that only one claim has will do."""

QUOTES = '“”„‟«»"'


def claim_lines(row: ClaimRow, place: str) -> list[str]:
    """A claim in two lines: speakers and words; then date, place, what weakens it, and its id."""
    claim = row.claim
    speakers = bold(chain(row))
    words = one_line(claim.words)
    if claim.speech == "direct" and not any(mark in words for mark in QUOTES):
        words = f"“{words}”"
    where = [row.published or "no date", place]
    if claim.addressee:
        where.append(f"to {one_line(claim.addressee)}")
    if claim.cue:
        where.append(f"“{one_line(claim.cue)}”")
    marks = []
    if claim.polarity == "denied":
        # "No government was formed" denies nobody's word.
        marks.append(warning("denied" if claim.cue_class == "denied" else "negated"))
    marks += [warning(kind) for kind in sorted({hedge.kind for hedge in claim.hedges})]
    if claim.score < UNSURE:
        marks.append(warning("unsure"))
    last = dim(f"{claim.id[:SHORT_ID]}")
    return [
        f"{speakers}: {words}",
        f"    {dim(' · '.join(where))}{''.join(f' · {m}' for m in marks)} · {last}",
    ]


def chain(row: ClaimRow) -> str:
    """The speakers from the outlet inward: `Gazette › Free Beacon › inspector general`."""
    speakers = (speaker.name for speaker in row.claim.speakers[1:])
    return " › ".join([outlet_name(row.publisher, row.address), *map(one_line, speakers)])


def outlet_name(publisher: str | None, address: str) -> str:
    """The outlet as a chain of speakers begins with it."""
    if publisher is None:
        # Whose it is nobody has said; the file's name at least tells the claims apart.
        return f"({one_line(os.path.basename(address))})"
    return one_line(publisher)


def passage_lines(found: FoundPassage, place: str) -> list[str]:
    """A passage in two lines: whose it is and where it stands; then its words."""
    outlet = one_line(found.publisher or found.address)
    where = [found.published or "no date", place]
    return [
        f"{bold(outlet)} {dim(' · '.join([*where, found.capture[:SHORT_ID]]))}",
        f"    {one_line(found.words)}",
    ]
