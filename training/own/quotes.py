"""Where quoted words stand in a text: the way in which our corpus points at spans.

`the ministry` is looked for as it is; `|he| later said` means the part between the bars; ` ... `
stands for whatever lies between a beginning and the nearest end.
"""

from __future__ import annotations

import re

from hearsay.vocabulary.spans import Span, Spans

GAP = " ... "


class NotFound(Exception):
    """The quoted words stand nowhere in the text, or in more than one place."""

    def __init__(self, quote: str, places: int) -> None:
        where = "nowhere in" if not places else f"in {places} places of"
        more = "" if not places else ": quote more of it and set bars round what is meant"
        super().__init__(f'"{quote}" stands {where} the text{more}')


def located(quote: str, text: str) -> Spans:
    """The one place of a quote, its parts in order; raises `NotFound` for none or several."""
    pattern = _pattern(quote)
    # A lookahead finds matches that overlap: "the one of the two" holds two beginnings.
    found = {match.regs[1:] for match in re.finditer(f"(?={pattern})", text)}
    if len(found) != 1:
        raise NotFound(quote, len(found))
    return tuple(Span(start, end) for start, end in found.pop())


def _pattern(quote: str) -> str:
    if quote.count("|") % 2:
        raise ValueError(f'"{quote}" has a bar without its partner')
    marked = quote if "|" in quote else f"|{quote}|"
    parts = []
    for number, part in enumerate(marked.split("|")):
        words = _words(part)
        parts.append(f"({words})" if number % 2 else words)
    inner = quote.replace("|", "")
    before = r"(?<!\w)" if inner[:1].isalnum() else ""
    after = r"(?!\w)" if inner[-1:].isalnum() else ""
    return before + "".join(parts) + after


def _words(part: str) -> str:
    pieces = [re.sub(r"(?:\\?\s)+", r"\\s+", re.escape(one)) for one in part.split(GAP)]
    return r"\s.*?".join(pieces) if len(pieces) > 1 else pieces[0]
