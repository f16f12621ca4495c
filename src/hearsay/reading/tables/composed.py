"""A cell that names more than a unit: the ministry above it, or its place besides.

`IRAQI NAVY, MINISTRY OF DEFENSE` is the navy, which falls under the ministry; "Ministry of
Interior, Basra" is the ministry. What stands before or after a ministry counts as a unit of its own
only where its words say what kind of unit, college or office it is: the rest may be a post or a
slip.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from hearsay.reading.tables.pieces import Piece
from hearsay.vocabulary.spans import Span


class Named(NamedTuple):
    """Whom a cell names, and the ministry that it puts above them."""

    unit: Piece
    ministry: Piece | None = None


def named_in(piece: Piece, text: str) -> Named:
    """The unit of a cell of this text, and what the cell says that it falls under."""
    if len(piece.spans) != 1 or _EITHER.search(piece.words):
        return Named(piece)
    (whole,) = piece.spans
    if camp := _CAMP.search(whole.of(text)):
        piece = _piece(Span(whole.start, whole.start + camp.start()), text)
    parts = _parts(piece, text)
    places = [at for at, part in enumerate(parts) if _MINISTRY.fullmatch(part.words)]
    if len(parts) < 2 or len(places) > 1:
        return Named(piece)
    if not places:
        return Named(_without_place(piece, parts))
    (at,) = places
    # It stands at one end: "Army Aviation, Ministry of Defense, Baghdad" is taken as it is.
    rest = parts[1:] if at == 0 else parts[:-1] if at == len(parts) - 1 else []
    if rest and _UNIT.search(" ".join(part.words for part in rest)):
        return Named(_piece(Span(rest[0].spans[0].start, rest[-1].spans[0].end), text), parts[at])
    return Named(_without_place(piece, parts))


_EITHER = re.compile(r"\bopen to\b", re.IGNORECASE)
"""The row is for whoever of several sends somebody."""
_CAMP = re.compile(r"\s*\((?:camp|fort|base)\b[^()]*\)$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:,|/+|;|\s-|-\s|–|—)\s*")
_MINISTRY = re.compile(
    r"(?:the )?(?:\w+ )?(?:min\w+try|ministerio|minist[eè]re) (?:of|de|du)\b.*"
    r"|(?:defen[cs]e|interior|peshm\w+) ministry"
    r"|mo[dip]|(?:office of the )?prime minister(?:['’]?s?(?: office)?)?",
    re.IGNORECASE,
)
_AT_THE_END = re.compile(
    r"\s+(?:ministry of (?:the )?(?:defen[cs]e|interior)|mo[di])", re.IGNORECASE
)
_FORCE = re.compile(
    r"\b(?:army|navy|air force|marines?|police|guard|squadron|division|brigade|battalion|regiment)"
    r"(?: \d+)?$",
    re.IGNORECASE,
)
"""Stands right before a ministry that no sign sets off: "IRAQI NAVY MOD"."""
_UNIT = re.compile(
    r"\b(?:army|armies|navy|naval|air force|af|aviation|marines?|police|guards?|forces?|troops"
    r"|corps"
    r"|div(?:ision)?|brigade|bde|battalion|regiment|squadron|company|command|battery|artillery"
    r"|directorate|direction|department|service|services|bureau|agency|center|centre|college"
    r"|academy|school|university|institute|hospital|headquarters|hq|staff|commandos?|intelligence)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[A-Z][a-z]{3,}(?: (?:Region|Province|Governorate|City|Zone))?")


def _parts(piece: Piece, text: str) -> list[Piece]:
    """What signs set apart; a ministry at the end too, where the name of a force stands before."""
    (whole,) = piece.spans
    words = whole.of(text)
    if " ".join(words.split()) != piece.words:
        return [piece]
    ends = [0, *(end for sign in _BETWEEN.finditer(words) for end in sign.span()), len(words)]
    if len(ends) == 2 and (last := list(_AT_THE_END.finditer(words))):
        at = last[-1]
        if at.end() == len(words) and _FORCE.search(words[: at.start()]):
            ends = [0, at.start(), at.start(), len(words)]
    spans = [
        Span(whole.start + a, whole.start + b) for a, b in zip(ends[::2], ends[1::2], strict=True)
    ]
    return [part for span in spans if (part := _piece(span, text)).words]


def _piece(span: Span, text: str) -> Piece:
    """Words of a text without the blanks around them."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Piece(" ".join(words.split()), (Span(start, start + len(words.strip())),))


def _without_place(piece: Piece, parts: list[Piece]) -> Piece:
    """What stands before a place: "Counter Terrorism Service / Baghdad"."""
    first, *rest = parts
    names_one = _UNIT.search(first.words) or _MINISTRY.fullmatch(first.words)
    return first if names_one and all(_PLACE.fullmatch(part.words) for part in rest) else piece
