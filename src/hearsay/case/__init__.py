"""The public Python API: an investigation, from addresses in to claims and their origins out.

    from hearsay.case import Case, ClaimFilter

    with Case.create("iraq.hearsay") as case:
        for result in case.read(["articles/"]):
            print(result.address, result.change, result.claims)
        for row in case.claims(ClaimFilter(speaker="inspector general")):
            print(row.claim.words)
        for trace in case.tracing.traced().traces:
            print(trace.gist, trace.origins.least)

This package alone knows every stage, and it alone writes to the ledger.
"""

from hearsay.case.investigation import Case
from hearsay.case.results import ReadResult, read_shape
from hearsay.intake import Step
from hearsay.ledger.blackout import BLOCK
from hearsay.ledger.judgements import (
    Aliasing,
    ConflictRuling,
    ConflictVerdict,
    Identity,
    IdentityVerdict,
    Judgement,
    LinkEnd,
    LinkVerdict,
    NamedAt,
    NamesOfOne,
    OwnedOutlet,
    Ownership,
    Pairing,
    PairingVerdict,
    Ruling,
)
from hearsay.ledger.store import (
    ClaimFilter,
    ClaimRow,
    DocumentRow,
    FoundPassage,
    Mismatch,
    Shown,
    Tombstone,
)
from hearsay.outputs.shapes import claim_shape, passage_shape, problem_shape
from hearsay.sources.fetcher import FetchOptions, utc_now
from hearsay.sources.stating import Manifest, open_manifest

__all__ = [
    "BLOCK",
    "Aliasing",
    "Case",
    "ClaimFilter",
    "ClaimRow",
    "ConflictRuling",
    "ConflictVerdict",
    "DocumentRow",
    "FetchOptions",
    "FoundPassage",
    "Identity",
    "IdentityVerdict",
    "Judgement",
    "LinkEnd",
    "LinkVerdict",
    "Manifest",
    "Mismatch",
    "NamedAt",
    "NamesOfOne",
    "OwnedOutlet",
    "Ownership",
    "Pairing",
    "PairingVerdict",
    "ReadResult",
    "Ruling",
    "Shown",
    "Step",
    "Tombstone",
    "claim_shape",
    "open_manifest",
    "passage_shape",
    "problem_shape",
    "read_shape",
    "utc_now",
]
