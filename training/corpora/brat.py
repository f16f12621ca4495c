"""Reads brat stand-off files: text-bound annotations, events and relations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from hearsay.vocabulary.spans import Span, Spans

_TEXT_BOUND = re.compile(r"^(T\d+)\t(\S+) ([\d ;]+)\t", re.MULTILINE)
_EVENT = re.compile(r"^E\d+\t(.+)$", re.MULTILINE)
_RELATION = re.compile(r"^R\d+\t(\S+) Arg1:(T\d+) Arg2:(T\d+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Standoff:
    """One annotation file: spans by id with their type, events as role and id pairs."""

    spans: dict[str, tuple[str, Spans]]
    events: tuple[tuple[tuple[str, str], ...], ...]
    relations: tuple[tuple[str, str, str], ...]


def read(path: Path) -> Standoff:
    """The annotations of a `.ann` file; the parts of a discontinuous span in text order."""
    lines = path.read_text("utf-8")
    spans = {}
    for id, type, offsets in _TEXT_BOUND.findall(lines):
        parts = sorted(Span(*map(int, part.split())) for part in offsets.split(";"))
        spans[id] = (type, tuple(parts))
    events = tuple(
        tuple((role.split(":")[0], role.split(":")[1]) for role in line.split())
        for line in _EVENT.findall(lines)
    )
    return Standoff(spans, events, tuple(_RELATION.findall(lines)))


def passages_of(text: str) -> tuple[Span, ...]:
    """The lines of a text that hold anything, as passages."""
    return tuple(
        Span(line.start(), line.end()) for line in re.finditer(r"[^\n\r]*\S[^\n\r]*", text)
    )
