"""Whom and what the mentions of a document name, as parties to statements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from hearsay.vocabulary.readings import Mention, MentionType
from hearsay.vocabulary.spans import Span, Spans, hull
from hearsay.vocabulary.statements import EntityType, Party

_TYPES: Mapping[MentionType, EntityType] = {
    "Person": "person",
    "Role": "person",
    "Rank": "person",
    "Organization": "organization",
    "Place": "place",
    "Nationality": "place",
}
_UNIT = re.compile(
    r"\b(?:divisions?|brigades?|battalions?|regiments?|corps|squadrons?|platoons?|squads?"
    r"|arm(?:y|ies)|navy|air force|marines?|fleets?|flotillas?|polic(?:e|ing)|gendarmerie"
    r"|guards?|militias?|militants?|forces?|troops|garrisons?|commandos?|units?|columns?|wings?"
    r"|battery|batteries|paramilitar\w+|fighters|armed groups?|special operations|swat|coast ?guard"
    r"|kata'?ib|asa'?ib|liwa|saraya|faylaq|jaysh|quwat|harakat|peshmerga)\b",
    re.IGNORECASE,
)
"""Words that make the name of a body that of a force or a part of one."""
_NO_UNIT = re.compile(
    r"\b(?:ministr\w+|department|committee|council|commission|part(?:y|ies)|government|parliament"
    r"|congress|senate|assembly|court|academy|union|company|task force report|embassy|agency"
    r"|federation|organi[sz]ation|university|institute|times|post|herald)\b",
    re.IGNORECASE,
)
"""Words that make it an organization all the same: "Armed Forces Committee"."""


class Parties:
    """The mentions of one reading, as parties."""

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        self._text = text
        self._mentions = {one.id: one for one in mentions}
        self._mentions |= _whole_ranks(self._mentions.values(), text)

    def party(self, mention: str) -> Party | None:
        """Whoever a mention means, by the best name that the document has; `None` for ranks,
        amounts and times, which are nobody."""
        here = self._mentions.get(mention)
        if here is None:
            return None
        best = self._meant(here)
        kind = _TYPES.get(best.type) or _TYPES.get(here.type)
        if kind is None:
            return None
        name = self.words(best.spans)
        named = best.form == "name" and best.type not in ("Role", "Rank")
        return Party(name, entity_type(name, kind), here.spans, named=named, mention=best.id)

    def _meant(self, here: Mention) -> Mention:
        """The mention that names best whom this one means; itself where they cannot be one.

        A government is no force, and of "the militias" no single body is the one that is named;
        what a body is said to have ("the committee's task force") is not another body of its own.
        """
        best = self._mentions.get(here.refers, here)
        if best is here or "Organization" not in (here.type, best.type):
            return best
        own, other = self.words(here.spans), self.words(best.spans)
        if _GOVERNS.search(own):
            apart = best.type == "Organization" and not _GOVERNS.search(other)
        else:
            many = _MANY.search(own) and not _MANY.search(other) and not _FORCES.search(other)
            apart = best.form == "name" and (many or self._is_had(here, best))
        return here if here.form != "pronoun" and apart else best

    def _is_had(self, here: Mention, best: Mention) -> bool:
        """Whether a description follows the name of the body whose it is: "the committee's"."""
        start = min(span.start for span in here.spans)
        before = _POSSESSIVE.search(self._text, max(0, start - 4), start)
        at = before.start() if before and here.form == "nominal" else -1
        return any(
            one.type == "Organization" and one.form == "name" and one.spans[-1].end == at
            for one in self._mentions.values()
            if one is not best
        )

    def is_a(self, mention: str, *types: MentionType) -> bool:
        """Whether the mention itself, or what it refers to, is of one of these types."""
        here = self._mentions.get(mention)
        if here is None:
            return False
        return here.type in types or self._meant(here).type in types

    def is_named(self, mention: str) -> bool:
        """Whether the mention itself is a name, and no description or pronoun."""
        return self._mentions[mention].form == "name"

    def spans(self, mention: str) -> Spans:
        """Where a mention stands."""
        return self._mentions[mention].spans

    def own_words(self, mention: str) -> str:
        """The words of the mention itself."""
        return self.words(self._mentions[mention].spans)

    def words(self, spans: Spans) -> str:
        """Words on one line; of a list ("5th … Divisions") each is one: "5th Division"."""
        words = " ".join(" ".join(part.of(self._text) for part in spans).split())
        return words.removesuffix("s") if len(spans) > 1 else words


def _whole_ranks(mentions: Iterable[Mention], text: str) -> dict[str, Mention]:
    """Ranks that stand side by side as the one that they are: "major" and "general"."""
    found: dict[str, Mention] = {}
    ranks = sorted((m for m in mentions if m.type == "Rank"), key=lambda m: hull(m.spans))
    for one, other in pairwise(ranks):
        first, last = hull(one.spans), hull(other.spans)
        if first.end < last.start and text[first.end : last.start] == " ":
            whole = replace(one, spans=(Span(first.start, last.end),))
            found |= {one.id: whole, other.id: whole}
    return found


def entity_type(name: str, kind: EntityType) -> EntityType:
    """The same kind, or `unit` where the name of a body is that of a force or a part of one.

    The last word that tells decides: "Ministry of Defence forces" are forces, an "Armed Forces
    Committee" is none.
    """
    if kind != "organization":
        return kind
    unit = max((found.start() for found in _UNIT.finditer(name)), default=-1)
    other = max((found.start() for found in _NO_UNIT.finditer(name)), default=-1)
    head = name if _LOOSE.search(name) else _OF.split(name, maxsplit=1)[0]
    if head != name and (_UNIT.search(head) or _NO_UNIT.search(head)):
        return entity_type(head, kind)
    return "unit" if unit > other else "organization"


_GOVERNS = re.compile(r"\b(?:government|administration|cabinet|parliament)\b", re.IGNORECASE)
_MANY = re.compile(
    r"\b(?:militias|militants|groups|factions|fighters|elements|gangs|insurgents|units)"
    r"(?: (?:and|or))?$",
    re.IGNORECASE,
)
"""What several are called together, at the end of a description."""
_FORCES = re.compile(r"\b(?:forces|units|brigades)$", re.IGNORECASE)
"""Ends the name of a body that is many: the Popular Mobilization Forces are militias."""
_POSSESSIVE = re.compile(r"['’]s?\s+$")
_LOOSE = re.compile(r"\bof [A-Z]\w+ (?:forces|troops|police)$")
"""No "the", so that the last word is the head: "Ministry of Interior forces"."""
_OF = re.compile(r"\s+(?:of|for|in|within|under)\s+", re.IGNORECASE)
