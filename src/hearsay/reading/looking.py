"""Takes texts through the network, window after window, and hands on what is found in each.

The network reads ahead while what it found before is decoded and interpreted; a cue whose parts
run into a cut is looked at once more in a window around it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field

from hearsay.reading.found import Found, FoundLink, FoundMention
from hearsay.reading.gathering import gathered, marked
from hearsay.reading.labels import LINKS
from hearsay.reading.linking import linked
from hearsay.reading.network import Network, Scored
from hearsay.reading.pieces import Pieces, pieces_of
from hearsay.reading.tagging import Anchored, Looked, looked
from hearsay.reading.windows import WINDOW, Window, windows_of
from hearsay.vocabulary.spans import Span

AHEAD = 64
"""Windows handed to the network before the first is decoded, so that it need not wait for us; their
scores take some 30 MB."""
TOGETHER = 16
"""Windows decoded together: each step of the decoding then does enough to be worth its call."""


@dataclass(slots=True)
class _Text:
    """A text on its way: what is found in it so far, and how many windows are still to come."""

    text: str
    pieces: Pieces
    to_come: int
    looked: Looked = field(default_factory=Looked)

    def found(self) -> Found:
        return gathered(self.looked, self.pieces, self.text)


@dataclass(slots=True)
class _Texts:
    """The texts of one call that are not handed on yet, in order."""

    waiting: deque[_Text] = field(default_factory=deque)
    all_begun: bool = False
    """Whether no text is still to come to `waiting`."""


@dataclass(frozen=True, slots=True)
class _Job:
    """One window to look at: of which text, and for a second look at which anchor only."""

    of: _Text
    window: Window
    only: Anchored | None = None


def find(network: Network, texts: Iterable[tuple[str, Sequence[Span]]]) -> list[Found]:
    """What the network finds in each text, of which only the passages given are read."""
    return list(find_each(network, texts))


def find_each(network: Network, texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[Found]:
    """The same one by one, in order. The network begins at once, before the first is asked for,
    and reads on while something is made of what it found."""
    return Looking(network).find_each(texts)


def links_between(
    network: Network, text: str, passages: Sequence[Span], given: Sequence[FoundMention]
) -> Iterator[FoundLink]:
    """What the network takes to hold between mentions that are given and not found."""
    pieces = pieces_of(text, passages)
    marks = {marked(one, pieces): one for one in given}
    windows = windows_of(pieces)
    for window, scored in [(w, network.tag(pieces, w)) for w in windows]:
        inside = [m for m in marks if window.start <= m.first and m.last < window.end]
        for one in linked(network, scored.result(), pieces.ids, window, inside):
            yield FoundLink(LINKS[one.link], marks[one.left], marks[one.right], one.score)


class Looking:
    """Windows under way in the network, of texts that may have been given at several times.

    All stand in one line, so that the network goes on with the next texts while the last windows
    of those before them are looked at once more, and never runs out of them in between.
    """

    def __init__(self, network: Network) -> None:
        self._network = network
        self._first_looks: deque[Iterator[_Job]] = deque()
        self._second_looks: deque[_Job] = deque()
        self._under_way: deque[tuple[_Job, Future[Scored]]] = deque()

    def find_each(self, texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[Found]:
        """What is found in each text, in order; the network begins at once."""
        these = _Texts()
        self._first_looks.append(self._jobs(texts, these))
        self._look_ahead()
        return self._found(these)

    def _found(self, these: _Texts) -> Iterator[Found]:
        while True:
            while these.waiting and not these.waiting[0].to_come:
                yield these.waiting.popleft().found()
            if these.all_begun and not these.waiting:
                return
            self._decode_next()

    def _decode_next(self) -> None:
        """Decodes the windows that have been under way for longest."""
        size = min(TOGETHER, len(self._under_way))
        group = [self._under_way.popleft() for _ in range(size)]
        self._look_ahead()
        self._decode([job for job, _ in group], [scored.result() for _, scored in group])
        self._look_ahead()

    def _jobs(self, texts: Iterable[tuple[str, Sequence[Span]]], these: _Texts) -> Iterator[_Job]:
        for text, passages in texts:
            pieces = pieces_of(text, passages)
            windows = windows_of(pieces)
            of = _Text(text, pieces, len(windows))
            these.waiting.append(of)
            for window in windows:
                yield _Job(of, window)
        these.all_begun = True

    def _look_ahead(self) -> None:
        while len(self._under_way) < AHEAD:
            if self._second_looks:
                job = self._second_looks.popleft()
            elif (next_job := self._next_first_look()) is not None:
                job = next_job
            else:
                return
            self._under_way.append((job, self._network.tag(job.of.pieces, job.window)))

    def _next_first_look(self) -> _Job | None:
        while self._first_looks:
            job = next(self._first_looks[0], None)
            if job is not None:
                return job
            self._first_looks.popleft()
        return None

    def _decode(self, jobs: Sequence[_Job], scored: Sequence[Scored]) -> None:
        given = [(job.of.pieces, job.window, job.only) for job in jobs]
        for job, one in zip(jobs, looked(self._network, given, scored), strict=True):
            total = len(job.of.pieces)
            torn = [a for a in one.anchors if job.only is None and _cut(a, job)]
            one.anchors = [a for a in one.anchors if a not in torn]
            job.of.looked.add(one)
            job.of.to_come += len(torn) - 1
            self._second_looks += [_second_look(job, anchor, total) for anchor in torn]


def _cut(anchor: Anchored, job: _Job) -> bool:
    """Whether what belongs to an anchor runs into an edge that stands in the midst of a passage.

    A content that ends with its passage is hardly ever torn: looking again at those gains no
    source, takes .7 from the F1 of contents on PolNeAR's dev part, and is a tenth of all work.
    """
    window, pieces = job.window, job.of.pieces
    parts = anchor.before + anchor.after
    at_start = any(a == window.start for a, _ in parts) and _cuts(pieces, window.start)
    at_end = any(b == window.end for _, b in parts) and _cuts(pieces, window.end)
    return at_start or at_end


def _cuts(pieces: Pieces, place: int) -> bool:
    """Whether a cut before this piece goes through a passage."""
    return 0 < place < len(pieces) and bool(pieces.layouts[place] % 4 != 3)


def _second_look(job: _Job, anchor: Anchored, total: int) -> _Job:
    """A window around an anchor that sat too near an edge, shifted to where its parts run on."""
    parts = anchor.before + anchor.after
    runs_on = any(b == job.window.end for _, b in parts)
    lead = 40 if runs_on and min(a for a, _ in parts) > job.window.start else WINDOW // 2
    start = max(0, min(min(anchor.first, min(a for a, _ in parts)) - lead, total - WINDOW))
    if anchor.last >= start + WINDOW:
        start = max(0, min(anchor.first - WINDOW // 2, total - WINDOW))
    end = min(total, start + WINDOW)
    return _Job(job.of, Window(start, end, start, end), anchor)
