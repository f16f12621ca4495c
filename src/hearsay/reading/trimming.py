"""Spans without what stands at their edges but does not belong to them."""

from __future__ import annotations

import re

from hearsay.vocabulary.spans import Span

_BEFORE = re.compile(r"[\s,;:.!?'’‘\"“”«»(\[\-–—]*(?:(?:the|a|an)\s+)?", re.IGNORECASE)
_EDGE = frozenset(",;:!?’'‘\"“”«»-–—")
_CLOSERS = {")": "(", "]": "["}


def trimmed(span: Span, text: str) -> Span:
    """The span of a mention without a leading article and edge punctuation.

    A full stop stays where it ends an abbreviation ("Maj. Gen."), a bracket where its partner is
    inside. A span of nothing else is returned as it is.
    """
    words = span.of(text)
    before = _BEFORE.match(words)
    start = before.end() if before else 0
    end = len(words)
    while end > start and (words[end - 1] in _EDGE or words[end - 1].isspace()):
        end -= 1
    while end > start and words[end - 1] in _CLOSERS:
        if words.count(_CLOSERS[words[end - 1]], start, end) >= words.count(
            words[end - 1], start, end
        ):
            break
        end -= 1
    if start >= end:
        return span
    return Span(span.start + start, span.start + end)
