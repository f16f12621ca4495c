"""Where the time goes: the stages of a reading run one by one in one process, each timed.

The same calls as `Case.read` makes, without the worker processes in which it makes documents, so
that every second is counted and falls to one stage.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
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
from hearsay.reading.interpreting import interpret
from hearsay.reading.network import Network, Scored
from hearsay.reading.pieces import Ints, Pieces, pieces_of
from hearsay.reading.readers.minilm import TOGETHER, prose_of
from hearsay.reading.tagging import Found, find
from hearsay.reading.times.finding import find_times
from hearsay.reading.windows import Window, windows_of
from hearsay.sources.fetching import fetch
from hearsay.vocabulary.captures import Fetched
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.readings import Reading
from hearsay.vocabulary.spans import Span

Given = TypeVar("Given")
Asked = ParamSpec("Asked")

STAGES = {
    "fetch": "files into memory, hashed",
    "make": "documents: text, passages, furniture, credits, particulars",
    "tokenise": "word pieces, and their windows",
    "network": "the tagger over the windows, the pairing over its cues",
    "decode": "scores to spans, second looks chosen",
    "times": "phrases for dates and periods, as EDTF",
    "interpret": "speakers, chains, clauses, hedges",
    "claims": "claims with their ids",
    "ledger": "rows, full text, hashes, kept on disk",
}
"""Every stage with what it does, in order."""
LIGHT = ("tokenise", "decode", "times", "interpret", "claims", "ledger")
"""The stages that together should stay under a quarter of the time."""


class Stopwatch:
    """Adds up seconds by stage."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(STAGES, 0.0)

    def timed(
        self, stage: str, work: Callable[Asked, Given], *given: Asked.args, **named: Asked.kwargs
    ) -> Given:
        """Does the work and counts its time to the stage."""
        begun = time.perf_counter()
        done = work(*given, **named)
        self.seconds[stage] += time.perf_counter() - begun
        return done


class TimedNetwork(Network):
    """The network, its own time counted apart from what is made of its scores."""

    def __init__(self, watch: Stopwatch) -> None:
        super().__init__()
        self._watch = watch

    def tag(self, windows: Sequence[tuple[Pieces, Window]]) -> list[Scored]:
        """As the network does, timed."""
        return self._watch.timed("network", super().tag, windows)

    def pair(self, cues: Sequence[tuple[Floats, Ints, Ints]]) -> list[Floats]:
        """As the network does, timed."""
        return self._watch.timed("network", super().pair, cues)


def measure(setting: Setting) -> Iterator[Section]:
    """One reading of everything, stage by stage."""
    texts = material(setting)
    yield section(texts.name, profile(setting, texts))


def profile(setting: Setting, texts: Material) -> dict[str, float]:
    """Seconds by stage."""
    watch = Stopwatch()
    network = TimedNetwork(watch)
    fetched = watch.timed("fetch", _fetched, texts)
    kept: list[tuple[Fetched, Document]] = []
    for one in fetched:
        document = watch.timed("make", make, one).document
        if document is not None and is_read(document):
            kept.append((one, document))
    store = open_case(str(setting.work / "stages.hearsay"), create=True)
    for at in range(0, len(kept), TOGETHER):
        group = kept[at : at + TOGETHER]
        every = _found(watch, network, [document for _, document in group])
        for (one, document), found in zip(group, every, strict=True):
            reading = _interpreted(watch, document, found)
            claims = watch.timed("claims", claims_of, document, reading)
            entry = Entry(one, document, reading, tuple(claims))
            watch.timed("ledger", store.append, entry, recorded_at=utc_now())
    watch.timed("ledger", store.close)
    return watch.seconds


def _fetched(texts: Material) -> list[Fetched]:
    every = (one for address in texts.addresses for one in fetch(address, clock=utc_now))
    return [one for one in every if isinstance(one, Fetched)]


def _found(watch: Stopwatch, network: Network, documents: list[Document]) -> list[Found]:
    """The spans of a group; what is neither tokenising nor the network is decoding."""
    texts = [(d.text, prose_of(d)) for d in documents]
    before = dict(watch.seconds)
    # `find` tokenises too: timed here a second time, and taken from its whole below.
    watch.timed("tokenise", _tokenised, texts)
    tokenised = watch.seconds["tokenise"] - before["tokenise"]
    begun = time.perf_counter()
    found = find(network, texts)
    whole = time.perf_counter() - begun
    inside = watch.seconds["network"] - before["network"]
    watch.seconds["decode"] += max(0.0, whole - inside - tokenised)
    return found


def _tokenised(texts: Sequence[tuple[str, Sequence[Span]]]) -> list[list[Window]]:
    return [windows_of(pieces_of(*text)) for text in texts]


def _interpreted(watch: Stopwatch, document: Document, found: Found) -> Reading:
    said = document.particulars
    text = document.text
    times = watch.timed("times", find_times, text, published=said.published, period=said.period)
    mentions, attributions = found.mentions, found.attributions
    return watch.timed(
        "interpret", interpret, document, mentions, attributions, times, reader="timed"
    )


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
        f"Read: {what}, once, in one process. `hearsay read` makes documents in worker processes "
        "beside the reading once there are more than a handful, so its whole is less than the sum.",
    )
    head = ("stage", "what it does", "seconds", "% of the time")
    return Section("Where the time goes", about, "python -m benchmarks stages", head, tuple(rows))
