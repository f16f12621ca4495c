"""Finds who was read as somebody whom his sentence cannot mean: "the Minister" as a command."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hearsay.vocabulary.readings import Claim, Mention
from hearsay.vocabulary.spans import Span, Spans, words_of
from hearsay.vocabulary.traces import Account


@dataclass(frozen=True, slots=True)
class Misread:
    """Words that name a speaker, and that were read as one whom they do not fit."""

    content: Spans
    """What he says."""
    cue: str
    at: int
    """Where these words stand."""
    role: str | None
    """The role by which he is named; `None` where "it" goes on with the text that quoted him."""

    def is_of(self, claim: Claim) -> bool:
        """Whether a claim is what he says."""
        return claim.cue == self.cue and any(part.covers(claim.spans[0]) for part in self.content)


def misread_in(account: Account) -> tuple[Misread, ...]:
    """Those of a document: a role read as a body, and "it" read as whom a text only quoted."""
    text, found = account.document.text, []
    mentions = {one.id: one for one in account.reading.mentions}
    for one in account.reading.attributions:
        read = mentions.get(one.speaker or "")
        if read is None or len(one.source) != 1 or read.spans[0].meets(one.source[0]):
            continue
        role = _misread_role(one.source[0], read, text)
        goes_on = one.source[0].of(text) == "It" and _QUOTED.search(text, 0, read.spans[0].start)
        if role or goes_on:
            cue = words_of(one.cue, text)
            found.append(Misread(one.content, cue, one.source[0].start, role or None))
    return tuple(found)


_ROLE = re.compile(
    r"the\s+((?:\w+\s+)?(?:minister|president|secretary|chairman|chairwoman|director|governor|mayor"
    r"|ambassador|premier|chancellor))(?:\s+(?:himself|herself))?",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\b(?:quoted|quotes|cited|cites)\s+(?:the\s+)?\Z")


def _misread_role(source: Span, read: Mention, text: str) -> str:
    """The role of a person whose words were read as a body's, by its initials or its kind."""
    match = _ROLE.fullmatch(source.of(text))
    name = read.spans[0].of(text)
    initials = name.isupper() and " " not in name
    return match[1] if match and (read.type == "Organization" or initials) else ""
