"""Where the time goes: the stages of a reading run one by one in one process, each timed.

The same calls as `Case.read` makes, one stage after the other, so that every second of a core is
counted and falls to one stage.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import ParamSpec, TypeVar

from benchmarks.figures import Section, number
from benchmarks.material import Material, material
from benchmarks.setting import Setting
from hearsay.case import utc_now
from hearsay.documents.making import make
from hearsay.intake import is_read
from hearsay.ledger.opening import open_case
from hearsay.ledger.store import Entry
from hearsay.reading.claims import claims_of
from hearsay.reading.decoding import Floats
from hearsay.reading.found import Found
from hearsay.reading.looking import find
from hearsay.reading.network import Network
from hearsay.reading.pieces import Ints, pieces_of
from hearsay.reading.readable import prose_of, without_marks
from hearsay.reading.readers.minilm import MiniLmReader
from hearsay.reading.times.finding import find_times
from hearsay.reading.windows import windows_of
from hearsay.sources.fetching import fetch
from hearsay.vocabulary.captures import Fetched
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.readings import Reading

Given = TypeVar("Given")
Asked = ParamSpec("Asked")

STAGES = {
    "fetch": "files into memory, hashed",
    "make": "documents: text, passages, furniture, credits, particulars",
    "tokenise": "word pieces, and their windows",
    "network": "the tagger over the windows, the pairing over its cues",
    "decode": "scores to spans, second looks chosen",
    "times": "phrases for dates and periods, as EDTF",
    "interpret": "mentions mended, speakers, chains, clauses, hedges, relations, events, counts",
    "claims": "claims with their ids",
    "ledger": "rows, full text, hashes, kept on disk",
}
"""Every stage with what it does, in order."""
LIGHT = ("tokenise", "decode", "times", "interpret", "claims", "ledger")
"""The stages that together should stay under a quarter of the time."""


class Stopwatch:
    """Adds up seconds of a core by stage."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(STAGES, 0.0)

    def timed(
        self, stage: str, work: Callable[Asked, Given], *given: Asked.args, **named: Asked.kwargs
    ) -> Given:
        """Does the work and counts its time to the stage."""
        begun = time.process_time()
        done = work(*given, **named)
        self.seconds[stage] += time.process_time() - begun
        return done


class TimedNetwork(Network):
    """The network, with the time that pairing takes of the thread that decodes."""

    pairing = 0.0

    def pair(self, hidden: Floats, kind: Ints, first: Ints, last: Ints) -> Floats:
        """As the network does, timed."""
        begun = time.thread_time()
        scores = super().pair(hidden, kind, first, last)
        self.pairing += time.thread_time() - begun
        return scores

    def link(
        self, hidden: Floats, ends: Ints, left: Ints, right: Ints, distance: Ints, alike: Ints
    ) -> Floats:
        """As the network does, timed."""
        begun = time.thread_time()
        scores = super().link(hidden, ends, left, right, distance, alike)
        self.pairing += time.thread_time() - begun
        return scores


def measure(setting: Setting) -> Iterator[Section]:
    """One reading of everything, stage by stage."""
    texts = material(setting)
    yield section(texts.name, profile(setting, texts))


def profile(setting: Setting, texts: Material) -> dict[str, float]:
    """Seconds by stage."""
    watch = Stopwatch()
    network = TimedNetwork()
    fetched = watch.timed("fetch", _fetched, texts)
    kept: list[tuple[Fetched, Document]] = []
    for one in fetched:
        document = watch.timed("make", make, one).document
        if document is not None and is_read(document):
            kept.append((one, document))
    store = open_case(str(setting.work / "stages.hearsay"), create=True)
    plain = [replace(document, text=without_marks(document)) for _, document in kept]
    every = _found(watch, network, plain)
    reader = MiniLmReader(network)
    for (one, document), read, found in zip(kept, plain, every, strict=True):
        reading = _interpreted(watch, reader, read, found)
        claims = watch.timed("claims", claims_of, document, reading)
        entry = Entry(one, document, reading, tuple(claims))
        watch.timed("ledger", store.append, entry, recorded_at=utc_now())
    watch.timed("ledger", store.close)
    return watch.seconds


def _fetched(texts: Material) -> list[Fetched]:
    every = (one for address in texts.addresses for one in fetch(address, clock=utc_now))
    return [one for one in every if isinstance(one, Fetched)]


def _found(watch: Stopwatch, network: TimedNetwork, documents: list[Document]) -> list[Found]:
    """The spans of all documents; what is neither tokenising nor the network is decoding."""
    texts = [(d.text, prose_of(d)) for d in documents]
    begun = time.thread_time()
    for text in texts:
        windows_of(pieces_of(*text))
    tokenising = time.thread_time() - begun
    # The tagger runs in threads of its own, whose time the process counts and this thread does not.
    everything, here = time.process_time(), time.thread_time()
    found = find(network, texts)
    here = time.thread_time() - here
    tagging = time.process_time() - everything - here
    watch.seconds["tokenise"] = tokenising  # `find` does it again: it is taken from its time here
    watch.seconds["network"] = tagging + network.pairing
    watch.seconds["decode"] = here - tokenising - network.pairing
    return found


def _interpreted(
    watch: Stopwatch, reader: MiniLmReader, document: Document, found: Found
) -> Reading:
    said, before = document.particulars, watch.seconds["times"]
    text = document.text
    watch.timed("times", find_times, text, published=said.published, period=said.period)
    reading = watch.timed("interpret", reader.interpreted, document, found)
    # The reader finds the times again: they are taken from its time.
    watch.seconds["interpret"] -= watch.seconds["times"] - before
    return reading


def section(what: str, seconds: dict[str, float]) -> Section:
    """The table of the stages, with what the light ones come to."""
    whole = sum(seconds.values())

    def row(name: str, does: str, taken: float) -> tuple[str, ...]:
        return (name, does, number(taken), f"{100 * taken / whole:.1f}")

    rows = [row(name, does, seconds[name]) for name, does in STAGES.items()]
    light = sum(seconds[name] for name in LIGHT)
    rows.append(row("all but fetch, make and network", "should stay under 25 %", light))
    rows.append(row("everything", "", whole))
    about = (
        f"Read: {what}, once, stage after stage in one process. The seconds are those of one core: "
        "the network uses all cores, and `hearsay read` makes documents, interprets and keeps "
        "while the network reads on, so that it takes less time than the sum.",
    )
    head = ("stage", "what it does", "seconds of a core", "% of the time")
    return Section("Where the time goes", about, "python -m benchmarks stages", head, tuple(rows))
