"""All that a case states, laid out to be asked: who, whose, when, from whom to whom."""

from hearsay.picture.index.asking import Asking
from hearsay.picture.index.filling import filled
from hearsay.picture.index.paging import opened, pieces_of
from hearsay.picture.index.rows import Edge, EntityRow, Source, StatementRow

__all__ = [
    "Asking",
    "Edge",
    "EntityRow",
    "Source",
    "StatementRow",
    "filled",
    "opened",
    "pieces_of",
]
