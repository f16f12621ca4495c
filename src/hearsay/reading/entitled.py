"""Takes ranks and titles off the names behind them: "General Osuji" is a rank and Osuji.

The network parts most of them; what it leaves together stands here. What it cuts off too early, the
small-letter word for a body behind a number or a name ("16th | brigade"), is taken on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from hearsay.reading.found import FoundMention
from hearsay.reading.trimming import trimmed
from hearsay.vocabulary.spans import Span

_RANK = (
    r"(?:(?:Lieutenant|Major|Brigadier|Colonel|Rear|Vice|Air|Chief|Wing|Group)[ -]+)?"
    r"(?:General|Colonel|Major|Captain|Lieutenant|Brigadier|Admiral|Commodore|Marshall?|Sergeant"
    r"|Corporal)"
    r"|(?:Lt|Maj|Brig|Col|Gen|Capt|Sgt|Cpl|Adm|Cmdr|Lieut)\b\.?"
    r"(?:[ -]{1,2}(?:Gen|Col|Cmdr|General|Colonel)\b\.?)?"
)
_TITLE = r"(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Prof|Hon|Rt|Alhaji|Sheikh)\b\.?"
_LED = re.compile(rf"(?:(?:{_RANK})\s+)?(?:{_TITLE}\s+)*(?=[A-Z])")
_RANKED = re.compile(rf"(?:{_RANK})(?=\s+[A-Z])")


def entitled(found: Iterable[FoundMention], text: str) -> list[FoundMention]:
    """The mentions, names of persons without the ranks and titles before them."""
    every = list(found)
    ranks = [one.span for one in every if one.type == "Rank"]
    return [part for one in every for part in _parts(_with_its_body(one, text), ranks, text)]


def without_title(span: Span, text: str) -> Span:
    """The words without marks at their edges and the ranks and titles before a name."""
    kept = trimmed(span, text)
    led = _LED.match(text, kept.start, kept.end)
    if led is None or led.end() in (kept.start, kept.end):
        return kept
    return Span(led.end(), kept.end)


def _parts(one: FoundMention, ranks: list[Span], text: str) -> Iterator[FoundMention]:
    if (one.type, one.form) != ("Person", "name"):
        yield one
        return
    rank = _RANKED.match(text, one.span.start, one.span.end)
    if rank is not None and rank.end() < one.span.end:
        span = Span(rank.start(), rank.end())
        if not any(span.meets(other) for other in ranks):
            yield FoundMention("Rank", span, "name", one.score)
    yield replace(one, span=without_title(one.span, text))


def _with_its_body(one: FoundMention, text: str) -> FoundMention:
    """A name of a unit that stops short of "brigade" or "headquarters" in small letters."""
    if (one.type, one.form) != ("Organization", "name") or one.span.of(text).lower() in _STATES:
        return one
    more = _BODY.match(text, one.span.end)
    if more is None or not _UNFINISHED.search(text, one.span.start, one.span.end):
        return one
    return replace(one, span=Span(one.span.start, more.end()))


_STATES = frozenset(("us", "u.s", "un", "uk", "eu"))
_UNFINISHED = re.compile(r"(?:\b\d{1,3}(?:st|nd|rd|th)?|\b(?:Force|Army|Navy|Naval|Defen[cs]e))$")
_BODY = re.compile(
    r"[ \u00a0](?:brigade|division|battalion|regiment|squadron|corps|company|command"
    r"|headquarters)\b"
)
