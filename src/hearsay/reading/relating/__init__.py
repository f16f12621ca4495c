"""What holds between two mentions: from the network, and from phrases that leave no doubt."""

from hearsay.reading.relating.relations import EVEN, relations_of

__all__ = ["EVEN", "relations_of"]
