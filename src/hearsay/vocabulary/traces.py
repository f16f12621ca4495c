"""Who had what from whom: propositions, retellings with their evidence and changes, origins.

The names and the meaning of every field follow the published shape of `hearsay trace`
(docs/reference/shapes/trace.json). A *later* node leads back to an *earlier* one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.readings import Claim, Polarity, Reading
from hearsay.vocabulary.spans import Span, Spans

EvidenceKind = Literal[
    "named_source",
    "quotation",
    "copied_text",
    "credit",
    "wire",
    "link",
    "endnote",
    "rewording",
    "translation",
]
"""Why one telling is taken to lead back to another. `named_source`: it says so in a sentence;
`credit` and `wire`: a line around the text says so; `link`, `endnote`: it points there;
`quotation`, `copied_text`: the same words; `rewording`: the same rare things in the same order."""

ChangeKind = Literal[
    "quotation",
    "attribution",
    "certainty",
    "quantity",
    "scope",
    "predicate",
    "cause",
    "time",
    "entity",
    "polarity",
]
"""In what a retelling differs from the earlier text held here."""


AGAIN = "#"
"""Stands between a capture's SHA-256 and a number, where several outlets printed the same bytes:
each is an account of its own."""


def capture_of(account: str) -> str:
    """The SHA-256 of the capture that an account with this id was made from."""
    return account.partition(AGAIN)[0]


@dataclass(frozen=True, slots=True)
class Account:
    """One document with what was read in it: what tracing begins from."""

    document: Document
    reading: Reading
    claims: tuple[Claim, ...]
    address: str = ""
    """Where it came from, for whoever has to find it."""

    @property
    def id(self) -> str:
        """SHA-256 of its capture, told apart by `AGAIN` where others printed the same bytes."""
        return self.document.capture

    @property
    def is_table(self) -> bool:
        """Whether it states things in columns: its rows are alike by their making, and nobody has
        one from another."""
        return bool(self.reading.statements)


@dataclass(frozen=True, slots=True)
class ClaimNode:
    """A claim in a proposition."""

    id: str
    """`k1`, `k2` … within one trace, the earliest published first."""
    claim: Claim
    published: str | None
    """When its document came out, EDTF."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where a source is named."""

    document: str
    """SHA-256 of the capture."""
    span: Span


@dataclass(frozen=True, slots=True)
class NamedNode:
    """A source that is known by name only: no claim of its own stands in the case."""

    id: str
    name: str
    namings: tuple[Naming, ...]


Node = ClaimNode | NamedNode


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a retelling, with the words on both sides that show it."""

    kind: EvidenceKind
    later: Spans
    """In the later node's document ("from" in the shape)."""
    earlier: Spans
    """In the earlier node's document ("to"); empty where that is known by name only."""
    share: float
    """How much of the later claim it covers, from 0 to 1; 1 where it speaks for all of it."""


@dataclass(frozen=True, slots=True)
class Side:
    """The words on one side of a change."""

    node: str
    spans: Spans
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing in which a claim differs from the earlier text held here; nobody is accused."""

    kind: ChangeKind
    before: Side | None
    """In the earlier text; `None` where it has nothing to set against `after`."""
    after: Side | None
    """In the later one; `None` where it was left out."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """A link from a claim to the earlier node that it repeats."""

    later: str
    earlier: str
    probability: float
    evidence: tuple[Evidence, ...]
    changes: tuple[Change, ...] = ()
    ordered: bool = True
    """Whether it is shown which of the two came first; where not, either may have it from the
    other, or both from a third, and `later` and `earlier` only keep the chain free of circles."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two tellings of one thing set beside each other; neither is taken for the source."""

    between: tuple[str, str]
    common: str | None
    """The node that both lead back to."""
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """A node that no retelling leads further back from."""

    node: str
    proven: bool
    """Whether its lineage is recorded down to a first utterance or an outlet's own reporting."""
    claims: tuple[str, ...]
    """The claims that lead back to it, itself among them where it is one."""
    doubted: bool = False
    """Whether these claims may say another thing than most of the proposition's."""


@dataclass(frozen=True, slots=True)
class Perhaps:
    """Claims of a source of their own that were not taken to say the same, and perhaps do."""

    claims: tuple[str, ...]
    """Their ids, the earliest published first."""
    words: str
    """Those of the first."""
    document: str
    """The capture that the first stands in."""
    probability: float


@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent origins a proposition has. Independence has to be shown."""

    least: int
    expected: float
    most: int
    unproven: int
    roots: tuple[Root, ...]
    perhaps: tuple[Perhaps, ...] = ()
    """What `most` takes in beyond the roots, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A proposition with everything that is known of its way."""

    proposition: str
    """The same claims give the same id."""
    gist: str
    """The words of the claim that says it most fully."""
    nodes: tuple[Node, ...]
    retellings: tuple[Retelling, ...]
    comparisons: tuple[Comparison, ...]
    denials: tuple[str, ...]
    """Nodes that say the contrary."""
    origins: Origins

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Its claims, denials included, in the order of its nodes."""
        return tuple(node.claim for node in self.nodes if isinstance(node, ClaimNode))

    @property
    def polarity(self) -> Polarity:
        """Affirmed, or denied where all that is held here denies it."""
        denied = all(claim.polarity == "denied" for claim in self.claims)
        return "denied" if denied else "affirmed"


@dataclass(frozen=True, slots=True)
class DocumentLink:
    """What one document has from another, or from a source that is known by name only."""

    later: str
    """SHA-256 of the capture."""
    earlier: str
    """SHA-256 of the capture, or `named:` and the name."""
    probability: float
    evidence: tuple[Evidence, ...]
    share: float
    """How much of the later one's words stand in the earlier one too, from 0 to 1."""
    ordered: bool = True
    """Whether it is shown which of the two came first, as in a retelling."""
