"""The reader that comes with Hearsay: one small encoder with several heads, read in int8."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from importlib.resources.abc import Traversable

from hearsay.reading.bodies import with_bodies
from hearsay.reading.completing import completed
from hearsay.reading.demonyms import with_demonyms
from hearsay.reading.entitled import entitled
from hearsay.reading.found import Found
from hearsay.reading.interpreting import interpret
from hearsay.reading.localities import with_localities
from hearsay.reading.looking import Looking
from hearsay.reading.mending import mended
from hearsay.reading.network import FILES, WEIGHTS, Network
from hearsay.reading.readable import prose_of, without_marks
from hearsay.reading.structuring import structured
from hearsay.reading.times import find_times, unplaced
from hearsay.reading.timing import with_times
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.readings import Reading
from hearsay.vocabulary.spans import Span

VERSION = 1
"""Counts changes of what is made of the network's output; the weights' hash says the rest."""


class MiniLmReader:
    """Finds attributions and mentions with the network, and says what is said of them by rule."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._looking = Looking(network)
        self.name = reader_name(network.weights)

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """One reading for each document, in order; an empty one where the language is not read.

        The network begins at once, and reads on while what it found is interpreted.
        """
        under_way: deque[Document] = deque()

        def texts() -> Iterator[tuple[str, tuple[Span, ...]]]:
            for document in documents:
                plain = replace(document, text=without_marks(document))
                under_way.append(plain)
                yield plain.text, prose_of(plain)

        every = self._looking.find_each(texts())
        return (self.interpreted(under_way.popleft(), found) for found in every)

    def interpreted(self, document: Document, found: Found) -> Reading:
        """The reading of a document, its text without marks, from what the network found in it."""
        if not prose_of(document):
            return Reading(self.name)  # the document's own problem says why
        said = document.particulars
        times = find_times(document.text, published=said.published, period=said.period)
        whole = entitled(mended(found.mentions, document.text), document.text)
        sound = with_bodies(whole, document.text)
        sound = with_demonyms(sound, document.text)
        mentions = with_times(completed(sound, document.text), times, document.text)
        mentions = with_localities(mentions, document.text)
        reading = interpret(
            document, mentions, found.attributions, times, parts=found.parts, reader=self.name
        )
        reading = structured(reading, found, document.text)
        lost = unplaced(times, published=said.published, where=document.capture)
        return replace(reading, problems=(*reading.problems, *lost))


def reader_name(weights: Traversable = WEIGHTS) -> str:
    """Name and version, without loading the weights: `minilm 1 (3f2a9c01)`."""
    digest = sha256()
    for name in FILES:
        file = weights.joinpath(name)
        if file.is_file():  # thresholds and calibration are chosen once there are graphs
            digest.update(file.read_bytes())
    return f"minilm {VERSION} ({digest.hexdigest()[:8]})"


def open_reader(*, threads: int = 0) -> MiniLmReader:
    """The reader with its weights loaded, about a second's work."""
    return MiniLmReader(Network(threads=threads))
