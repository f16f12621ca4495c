"""Joins blocks to one text: the article in the page's order, then all the rest as furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hearsay.documents.formats.html.blocks import Block
from hearsay.vocabulary.documents import NoteMark, Passage, PassageKind
from hearsay.vocabulary.spans import Span

_MARK = re.compile(r"[\[(]?(\d{1,3}|[*†‡§]{1,3}|[ivxlc]{1,6}|[a-z])[\])]?")
_BACK = re.compile(r"^[\s↑↩^*]*")


def assembled(
    blocks: Sequence[Block], chosen: Sequence[bool]
) -> tuple[str, tuple[Passage, ...], tuple[NoteMark, ...]]:
    """The document's text, its passages, and the note marks linked to their notes."""
    order = [i for i, c in enumerate(chosen) if c] + [i for i, c in enumerate(chosen) if not c]
    notes = _notes(blocks)
    parts: list[str] = []
    length = 0
    spans: dict[int, Span] = {}
    passages: list[Passage] = []
    previous: Block | None = None
    for place in order:
        block = blocks[place]
        if previous is not None:
            gap = "\n" if _same_table(previous, block) else "\n\n"
            parts.append(gap)
            length += len(gap)
        lead = len(block.text) - len(block.text.lstrip())
        spans[place] = Span(length + lead, length + len(block.text))
        parts.append(block.text)
        length += len(block.text)
        previous = block
        kind: PassageKind = block.kind if chosen[place] else "furniture"
        label = block.label
        if place in notes:
            kind, label = "note", notes[place]
        row = block.row if kind == "table_row" else None
        passages.append(Passage(spans[place], kind, len(passages) + 1, row=row, label=label))
    return "".join(parts), tuple(passages), _marks(blocks, chosen, spans, notes)


def _same_table(before: Block, after: Block) -> bool:
    return before.row is not None and after.row is not None and after.row == before.row + 1


def _targets(blocks: Sequence[Block]) -> dict[str, int]:
    return {name: place for place, block in reversed(list(enumerate(blocks))) for name in block.ids}


def _notes(blocks: Sequence[Block]) -> dict[int, str]:
    """Places of the blocks that a mark earlier in the page calls as notes, with their marks."""
    targets = _targets(blocks)
    notes: dict[int, str] = {}
    for place, block in enumerate(blocks):
        for start, end, target in block.calls:
            match = _MARK.fullmatch(block.text[start:end].strip())
            called = targets.get(target)
            if match and called is not None and called > place and place not in notes:
                notes[called] = match[1]
    return notes


def _marks(
    blocks: Sequence[Block],
    chosen: Sequence[bool],
    spans: dict[int, Span],
    notes: dict[int, str],
) -> tuple[NoteMark, ...]:
    targets = _targets(blocks)
    marks: list[NoteMark] = []
    for place, block in enumerate(blocks):
        base = spans[place].end - len(block.text)
        for start, end, target in block.calls:
            called = targets.get(target)
            if called is None or called not in notes or place in notes:
                continue
            if _MARK.fullmatch(block.text[start:end].strip()):
                marks.append(NoteMark(Span(base + start, base + end), spans[called]))
    return tuple(sorted(marks, key=lambda m: m.mark))
