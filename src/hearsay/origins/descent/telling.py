"""The tellings of one proposition in the order of their publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hearsay.origins.citing.chains import Cited
from hearsay.origins.citing.resolving import Sources
from hearsay.origins.language.lexicon import words_of_text
from hearsay.origins.language.words import folded_in
from hearsay.vocabulary.readings import Claim


@dataclass(frozen=True, slots=True)
class Line:
    """A claim with what tells its place among the others."""

    claim: Claim
    when: str
    """The date of its document as given, empty where it has none."""
    chain: tuple[Cited, ...]
    """Whom it says it has it from."""
    words: tuple[str, ...]
    """What it is made of, without small words, in order."""
    own: bool
    """The outlet says that it heard or saw it itself."""
    bare: bool
    """The outlet asserts it, and cites nobody."""
    posted: bool
    """It stands in a post of somebody else that the document shows."""
    first_hand: bool
    """It is a first utterance: the outlet's own reporting, or a body's own word."""

    @property
    def key(self) -> str:
        """Which claim of which document it is: two outlets can print the same bytes."""
        return f"{self.claim.capture}/{self.claim.id}"


@dataclass(frozen=True, slots=True)
class Tellings:
    """The claims of a proposition, the earliest published first."""

    lines: tuple[Line, ...]

    @classmethod
    def of(cls, claims: Sequence[Claim], sources: Sources) -> Tellings:
        """These claims, put in order."""
        lines = [_line(claim, sources) for claim in claims]
        return cls(tuple(sorted(lines, key=lambda line: _order(line, sources))))


def _line(claim: Claim, sources: Sources) -> Line:
    when = sources.edition(claim.capture).when
    chain = sources.chain(claim)
    own = sources.own_reporting(claim)
    posted = sources.posted(claim)
    bare = len(claim.speakers) == 1 and not posted
    body = sources.own_word(claim)
    return Line(claim, when, chain, content(claim.words), own, bare, posted, own or body)


@lru_cache(maxsize=1 << 13)
def content(text: str) -> tuple[str, ...]:
    """The words that carry what is said."""
    return tuple(w for w in folded_in(text) if w not in _SMALL and (len(w) > 1 or w.isdigit()))


def _order(line: Line, sources: Sources) -> tuple[bool, str, str, int]:
    days = sources.days(line.claim.capture)
    first = days[0].isoformat() if days else ""
    place = line.claim.capture, line.claim.spans[0].start
    return (days is None, first + line.when[10:], *place)


_SMALL = words_of_text(
    """
    the a an of to in on at by for from with and or but as that this these those is are was were
    be been being has have had do does did it its he she they them his her their we our you i
    who whom which what when where will would could should can may might must than then there
    here not no nor so if into out up over under about after before more most some such 's said
    says
    """
)
