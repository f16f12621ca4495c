"""What people decide, as a store gives it: rows that are never edited and can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hearsay.vocabulary.spans import Span

PairingVerdict = Literal["same", "different"]
"""Whether two claims assert the same thing."""
LinkVerdict = Literal["retelling", "none"]
"""Whether one text has something from an earlier one, or neither has it from the other."""

IdentityVerdict = Literal["same", "different"]
"""Whether two namings mean one person, body or place."""

ConflictVerdict = Literal["stands", "both", "neither", "unknown"]
"""Of things said that cannot all be so: one side `stands`; `both` do, at different times or of
different things; `neither` does; or it is `unknown`, as nothing here tells."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision on a claim: a row, never edited, carried over to newer readings."""

    id: str
    verdict: str
    by: str
    recorded_at: str
    capture: str
    words: str
    """The words judged, as they stood."""
    claim: str | None
    """The claim in force whose spans still meet the judged ones."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """A person's decision that two claims assert the same or do not: a row that can be undone."""

    id: str
    """`p12`."""
    verdict: PairingVerdict
    by: str
    why: str
    recorded_at: str
    claims: tuple[str | None, str | None]
    """The claims in force whose spans still meet the judged words."""
    words: tuple[str, str]
    """The words judged, as they stood."""
    undone: bool


@dataclass(frozen=True, slots=True)
class LinkEnd:
    """What stands at one end of a link that a person judged."""

    kind: Literal["claim", "document", "named"]
    capture: str | None
    """SHA-256 of the capture; `None` for a source by name."""
    claim: str | None
    """The claim in force whose spans still meet the judged words, where it is a claim."""
    words: str
    """The words judged, as they stood, or the source's name; empty for a document."""

    @property
    def key(self) -> str | None:
        """By what it is told from others: a claim's id, a capture's SHA-256, `named:` and a name.

        `None` where no claim stands on the words any more.
        """
        if self.kind == "named":
            return f"named:{self.words}"
        return self.claim if self.kind == "claim" else self.capture


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's decision on the link between two texts: a row that can be undone."""

    id: str
    """`r12`."""
    verdict: LinkVerdict
    by: str
    why: str
    recorded_at: str
    later: LinkEnd
    earlier: LinkEnd
    undone: bool


@dataclass(frozen=True, slots=True)
class OwnedOutlet:
    """An outlet and whose it is, as a person states it."""

    name: str
    owner: str
    """Outlets of one owner are not independent of each other."""
    kind: str = ""
    """`agency`, `newspaper`, `broadcaster` and so on, or nothing."""
    country: str = ""
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ownership:
    """A person's statement of whose an outlet is: a row that can be undone."""

    id: str
    """`o12`."""
    outlet: OwnedOutlet
    by: str
    why: str
    recorded_at: str
    undone: bool


@dataclass(frozen=True, slots=True)
class NamedAt:
    """Where somebody or something is named."""

    capture: str
    """SHA-256 of the capture."""
    span: Span


@dataclass(frozen=True, slots=True)
class Identity:
    """A person's decision that two namings mean one or mean two: a row that can be undone."""

    id: str
    """`m12`."""
    verdict: IdentityVerdict
    by: str
    why: str
    recorded_at: str
    one: NamedAt | None
    """Where the words stand in the text in force; `None` where they stand in it no more."""
    other: NamedAt | None
    words: tuple[str, str]
    """The words judged, as they stood."""
    undone: bool


@dataclass(frozen=True, slots=True)
class RuledSide:
    """The claims of one side of a conflict that a person ruled on."""

    claims: tuple[str | None, ...]
    """Those in force whose spans still meet the judged words, in the order in which they were
    ruled on; `None` where no claim stands there any more."""
    words: tuple[str, ...]
    """The words judged, as they stood, one for each claim."""


@dataclass(frozen=True, slots=True)
class ConflictRuling:
    """A person's decision on things said that cannot all be so: a row that can be undone."""

    id: str
    """`v12`."""
    kind: str
    """Of which kind the conflict is: `denial`, `numbers` …"""
    verdict: ConflictVerdict
    side: int | None
    """Which of `sides` stands, from 0, where one does."""
    by: str
    why: str
    recorded_at: str
    sides: tuple[RuledSide, ...]
    undone: bool


@dataclass(frozen=True, slots=True)
class NamesOfOne:
    """Several names that are one's, as a person states it."""

    entity: str
    """The name to keep it under."""
    names: tuple[str, ...]
    """Its other names."""
    source: str
    """In words, why these names are one."""
    kind: str = ""
    """`force`, `unit`, `party`, `body`, `ministry` or `person`, or nothing."""
    country: str = ""
    """The two letters of its country, or nothing."""


@dataclass(frozen=True, slots=True)
class Aliasing:
    """A person's statement that several names are one's: a row that can be undone."""

    id: str
    """`a12`."""
    named: NamesOfOne
    by: str
    why: str
    recorded_at: str
    undone: bool
