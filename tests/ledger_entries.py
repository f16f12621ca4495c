"""Made-up entries for the ledger's tests: a capture with its document, reading and claims."""

from __future__ import annotations

from hashlib import sha256

from hearsay.ledger.store import Entry
from hearsay.vocabulary.captures import Capture, Fetched, Particulars
from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import Claim, Reading, Speaker
from hearsay.vocabulary.spans import Span

READER = "reader 1"
FORMAT = "text 1"
THEN = "2030-05-01T09:00:00Z"
LATER = "2030-06-01T09:00:00Z"
MUCH_LATER = "2030-07-01T09:00:00Z"


def claim_in(
    text: str, words: str, *, speaker: str = "", outlet: str = "The Harbour Post"
) -> Claim:
    """A claim that stands at `words` in `text`, with an id from its capture, place and chain."""
    capture = sha256(text.encode()).hexdigest()
    start = text.index(words)
    place = Span(start, start + len(words))
    speakers = [Speaker(outlet, None)]
    if speaker:
        at = text.find(speaker)
        speakers.append(Speaker(speaker, Span(at, at + len(speaker)) if at >= 0 else None))
    chain = "|".join(s.name for s in speakers)
    return Claim(
        id="k" + sha256(f"{capture} {place} {chain}".encode()).hexdigest()[:15],
        capture=capture,
        spans=(place,),
        words=words,
        speakers=tuple(speakers),
        addressee=None,
        cue="said" if speaker else None,
        cue_class="said" if speaker else None,
        speech="indirect" if speaker else None,
        polarity="affirmed",
        hedges=(),
        inserted=(),
        times=(),
        passage=1,
        page=None,
        score=0.75,
    )


def entry(
    text: str,
    *claims: Claim,
    address: str = "report.txt",
    reader: str | None = READER,
    format: str = FORMAT,
    stated: Particulars = Particulars(),
    found: Particulars = Particulars(published="2030-04-11", publisher="The Harbour Post"),
    problems: tuple[Problem, ...] = (),
    documented: bool = True,
) -> Entry:
    """An entry whose document is `text`, one passage a line."""
    content = text.encode()
    capture = Capture(sha256(content).hexdigest(), address, THEN, "file", len(content), stated)
    passages, start = [], 0
    for line in text.split("\n"):
        if line:
            passages.append(Passage(Span(start, start + len(line)), "paragraph", len(passages) + 1))
        start += len(line) + 1
    document = Document(capture.sha256, format, text, tuple(passages), found, stated)
    return Entry(
        Fetched(capture, content),
        document if documented else None,
        Reading(reader) if reader and documented else None,
        claims,
        problems,
    )
