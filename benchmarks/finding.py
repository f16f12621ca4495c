"""Finding spans: tokeniser, windows, tagger, pairing and decoding, from text to bare spans."""

from __future__ import annotations

import time
from collections.abc import Sequence

from hearsay.reading.looking import find
from hearsay.reading.network import Network
from hearsay.reading.readable import prose_of
from hearsay.vocabulary.documents import Document


def seconds(network: Network, documents: Sequence[Document]) -> float:
    """How long it takes to find the spans of all documents."""
    begun = time.perf_counter()
    find(network, ((d.text, prose_of(d)) for d in documents))
    return time.perf_counter() - begun
