"""Blacks out words wherever they stand in a value, leaving every offset where it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hearsay.ledger.anchoring import Anchor, located
from hearsay.vocabulary.readings import Claim, Mention
from hearsay.vocabulary.spans import Span, Spans, words_of
from hearsay.vocabulary.tables import are_cells

BLOCK = "\u2588"
"""What stands in the place of each code point that was blacked out."""

# Fewer letters than this are blacked out where the claim stands, and not wherever they occur:
# "and" or "he" would take half of the text with it.
_LETTERS_OF_A_NAME = 4


@dataclass(frozen=True, slots=True)
class Blackout:
    """What is to go: the places of a claim in one text, and its words anywhere else."""

    spans: Spans
    pattern: re.Pattern[str] | None

    def text(self, text: str) -> str:
        """The text of the document that the claim stands in."""
        for span in self.spans:
            text = text[: span.start] + BLOCK * len(span.of(text)) + text[span.end :]
        return self.words(text)

    def words(self, text: str) -> str:
        """Any other text."""
        if self.pattern is None:
            return text
        return self.pattern.sub(lambda found: BLOCK * len(found.group()), text)

    def anchor(self, held: Anchor, text: str) -> Anchor:
        """Words of the same capture that are held on to, `text` being the claim's.

        Where they cannot be told from the claim's, all of them.
        """
        spans, black = located(held, text), self.text(text)
        if spans is None:
            return replace(held, parts=tuple(BLOCK * len(part) for part in held.parts))
        parts = []
        for span, part in zip(spans, held.parts, strict=True):
            if span.of(text) == part:
                parts.append(span.of(black))
            elif span.of(text) == span.of(black):
                parts.append(self.words(part))
            else:  # spaced otherwise there, so that its offsets are not these
                parts.append(BLOCK * len(part))
        return replace(held, parts=tuple(parts))

    def claim(self, claim: Claim, text: str) -> Claim:
        """Another claim made in the text that `text` blacked out; it keeps its id and place."""
        black = self.text(text)
        stood = claim.words == words_of(claim.spans, text)
        speakers = (
            replace(s, name=BLOCK * len(s.name)) if s.span and self._hides(s.span) else s
            for s in claim.speakers
        )
        return replace(
            claim,
            words=words_of(claim.spans, black) if stood else claim.words,
            speakers=tuple(speakers),
        )

    def _hides(self, span: Span) -> bool:
        return any(span.meets(black) for black in self.spans)

    def within(self, value: Any) -> Any:
        """A JSON value with the words blacked out in every string in it."""
        if isinstance(value, str):
            return self.words(value)
        if isinstance(value, list):
            return [self.within(part) for part in value]
        if isinstance(value, dict):
            return {name: self.within(part) for name, part in value.items()}
        return value


def blackout_of(claim: Claim, text: str, mentions: Sequence[Mention]) -> Blackout:
    """What goes when `claim` goes: its words, and the person who is said to speak.

    `mentions` are those of its reading. A person's name goes from all of the text; one who is
    only described ("a guard") goes where the claim's speaker stands. Institutions, outlets and
    those in between stay, being no witnesses. Of a table's row the cells go, and elsewhere the
    persons whom they name: a rank or a unit stands in many rows, and is nobody's words.
    """
    spans = set(claim.spans)
    if are_cells(claim.spans, text):
        return Blackout(tuple(sorted(spans)), _pattern(_persons_in(spans, text, mentions)))
    strings = [*claim.words.split(" \u2026 "), *(span.of(text) for span in claim.spans)]
    speaker = claim.speakers[-1] if len(claim.speakers) > 1 else None
    types = _types_at(speaker.span, mentions) if speaker else set()
    if speaker and types & {"Person", "Role"}:
        spans.update([speaker.span] if speaker.span else [])
        if "Person" in types and speaker.name != speaker.name.lower():
            strings.append(speaker.name)
    return Blackout(tuple(sorted(spans)), _pattern(strings))


def _persons_in(spans: set[Span], text: str, mentions: Sequence[Mention]) -> Iterator[str]:
    """The names of the persons whom these spans mention."""
    for mention in mentions:
        if mention.type == "Person" and any(s.covers(m) for s in spans for m in mention.spans):
            yield from (part.of(text) for part in mention.spans)


def _types_at(span: Span | None, mentions: Sequence[Mention]) -> set[str]:
    """What is mentioned at a speaker's place: a person, where nothing says otherwise."""
    found: set[str] = {
        mention.type
        for mention in mentions
        if span is not None and any(span.meets(part) for part in mention.spans)
    }
    return found or {"Person"}


def _pattern(strings: Iterable[str]) -> re.Pattern[str] | None:
    """Finds each of these whole, however its words are spaced or its letters are cased."""
    long = {s.strip() for s in strings if sum(c.isalnum() for c in s) >= _LETTERS_OF_A_NAME}
    spaced = [r"\s+".join(map(re.escape, s.split())) for s in sorted(long, key=len, reverse=True)]
    if not spaced:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)
