"""Says which blocks of a page are its article; trafilatura judges, we keep the page's order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy

from lxml.html import HtmlElement

from hearsay.documents.credits import looks_like_credit
from hearsay.documents.formats.html.blocks import Block
from hearsay.documents.particulars import byline_in, date_line

_LETTERS = re.compile(r"[\W_]+")
_STOP = re.compile(r"[.!?…:][\"'”’)\]\d]*$")
# Shorter blocks must equal a whole element of the article: "Share" is a part of many sentences.
_LONG = 25
# Blocks before or after the article in which a byline, date or credit line belongs to it.
_NEAR = 4


def article_of(tree: HtmlElement, blocks: Sequence[Block], *, title: str | None) -> list[bool]:
    """For each block whether it belongs to the article."""
    judged = _judged(tree)
    chosen = _matched(blocks, judged) if judged else [False] * len(blocks)
    if not any(chosen):
        chosen = [_is_prose(block) and not block.around for block in blocks]
    _add_neighbours(blocks, chosen)
    _add_title(blocks, chosen, title)
    _add_own_lines(blocks, chosen)
    return chosen


def _judged(tree: HtmlElement) -> list[str]:
    """The letters of each element that trafilatura takes for the article's."""
    from trafilatura import bare_extraction  # 0.3 s to import

    try:
        extracted = bare_extraction(
            deepcopy(tree), include_comments=False, include_tables=True, with_metadata=False
        )
    except (RecursionError, ValueError, TypeError, AttributeError):
        return []  # it gives up on hostile trees; what reads as prose is taken then
    body = getattr(extracted, "body", None)
    if body is None:
        return []
    pieces: list[str] = []
    for element in body.iter():
        for words in (element.text, element.tail):
            if words and (letters := _letters(words)):
                pieces.append(letters)
        single = len(element) and element.tag not in ("body", "list", "table", "row", "quote")
        if single and (whole := _letters("".join(element.itertext()))):
            pieces.append(whole)
    return pieces


def _letters(words: str) -> str:
    return _LETTERS.sub("", words).casefold()


def _matched(blocks: Sequence[Block], judged: Sequence[str]) -> list[bool]:
    """Blocks whose letters stand in the article, each stretch of it used as often as it occurs."""
    whole = "\n".join(judged)
    short = Counter(judged)
    chosen = [False] * len(blocks)
    used: Counter[str] = Counter()
    for around in (False, True):
        for place, block in enumerate(blocks):
            if block.around is not around:
                continue
            letters = _letters(block.text)
            if not letters:
                continue
            if block.kind == "table_row":
                cells = [_letters(c) for c in block.text.split("\t")]
                chosen[place] = all(c in short or not c for c in cells)
            elif len(letters) >= _LONG:
                occurs = whole.count(letters) or int(_mostly_in(block.text, whole))
                chosen[place] = used[letters] < occurs and not (around and used[letters])
            else:
                chosen[place] = used[letters] < short[letters] and not around
            used[letters] += chosen[place]
    return chosen


def _mostly_in(words: str, whole: str) -> bool:
    """Whether most of a block stands in the article, piece by piece (a share link was cut out)."""
    pieces = [p for p in (_letters(s) for s in re.split(r"[.!?\n]\s", words)) if p]
    inside = sum(len(p) for p in pieces if len(p) >= _LONG and p in whole)
    return inside >= 0.6 * sum(map(len, pieces))


def _is_prose(block: Block) -> bool:
    """Whether a block reads as sentences and not as a list of links."""
    return (
        len(block.text) >= 40
        and block.linked * 10 < len(block.text) * 4
        and bool(_STOP.search(block.text.strip()))
    )


def _add_neighbours(blocks: Sequence[Block], chosen: list[bool]) -> None:
    """Take in prose and headings that stand side by side with the article's paragraphs."""
    families = Counter(b.parent for b, c in zip(blocks, chosen, strict=True) if c)
    places = [i for i, c in enumerate(chosen) if c]
    if not places:
        return
    for place in range(places[0], places[-1] + 1):
        block = blocks[place]
        if chosen[place] or block.around or families[block.parent] < 2:
            continue
        chosen[place] = _is_prose(block) or (block.kind == "heading" and not block.linked)
    for place, block in enumerate(blocks):
        if not chosen[place] and not block.around and families[block.parent] >= 2:
            chosen[place] = _is_prose(block) and block.kind == "paragraph" and block.tag == "p"


def _add_title(blocks: Sequence[Block], chosen: list[bool], title: str | None) -> None:
    """Take in the article's headline, which trafilatura keeps apart."""
    first = next((i for i, c in enumerate(chosen) if c), len(blocks))
    wanted = _letters(title or "")
    for place in range(first - 1, -1, -1):
        block = blocks[place]
        letters = _letters(block.text)
        if block.kind != "heading" or not letters or block.around:
            continue
        if block.tag == "h1" or (wanted and (letters == wanted or wanted.startswith(letters))):
            chosen[place] = True
            return


def _add_own_lines(blocks: Sequence[Block], chosen: list[bool]) -> None:
    """Take in bylines, date lines and credits that stand in or next to the article."""
    places = [i for i, c in enumerate(chosen) if c]
    if not places:
        return
    start, end = max(0, places[0] - _NEAR), min(len(blocks), places[-1] + 1 + _NEAR)
    for place in range(start, end):
        words = " ".join(blocks[place].text.split())
        if not chosen[place] and blocks[place].kind in ("paragraph", "heading"):
            own = byline_in(words) or date_line(words) or looks_like_credit(words)
            chosen[place] = bool(own) and blocks[place].tag != "a"
