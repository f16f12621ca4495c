"""How much of the bare encoder's pace is left once text goes in and claims come out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks import encoder, finding, reading
from benchmarks.figures import FIGURE_HEAD, Figure, Goal, Section, Spread, figure_rows
from benchmarks.material import Material, documents_of, material, word_pieces
from benchmarks.setting import Setting
from hearsay.reading.network import Network
from hearsay.reading.pieces import pieces_of
from hearsay.reading.readable import prose_of
from hearsay.reading.reader import open_reader

SHARE = Goal(70, at_least=True)
"""Per cent of the bare encoder's pace that reading end to end keeps."""


@dataclass(frozen=True, slots=True)
class Round:
    """One run of each, taken one after the other so that all meet the same machine."""

    encoder: float
    """Word pieces a second."""
    finding: float
    """Word pieces a second."""
    reading: float
    """Word pieces a second."""
    documents: float
    """Documents a second, end to end."""


def measure(setting: Setting) -> Iterator[Section]:
    """The encoder alone, the spans found, and the whole way, in turns."""
    texts = material(setting)
    rounds, words, claims = _rounds(setting, texts)
    yield section(rounds, texts.name, words, claims)


def _rounds(setting: Setting, texts: Material) -> tuple[list[Round], int, int]:
    documents = documents_of(texts)
    words = word_pieces(documents)
    pieces = [pieces_of(d.text, prose_of(d)) for d in documents]
    network, reader = Network(), open_reader()
    finding.seconds(network, documents[:4])
    rounds, claims = [], 0
    for number in range(setting.runs):
        bare = encoder.pace(encoder.as_read(), pieces)
        found = words / finding.seconds(network, documents)
        took = reading.read_all(texts, reader, setting.work / f"pace-{number}.hearsay")
        claims = took.claims
        rounds.append(Round(bare, found, words / took.seconds, took.documents / took.seconds))
    return rounds, words, claims


def section(rounds: list[Round], what: str, words: int, claims: int) -> Section:
    """The table of what was measured on texts of so many word pieces."""

    def spread(name: str) -> Spread:
        return Spread(tuple(getattr(one, name) for one in rounds))

    share = Spread(tuple(100 * one.reading / one.encoder for one in rounds))
    found = Spread(tuple(100 * one.finding / one.encoder for one in rounds))
    figures = [
        Figure("(a) bare encoder", spread("encoder"), "word pieces/s"),
        Figure("(b) spans found", spread("finding"), "word pieces/s"),
        Figure("(c) end to end", spread("reading"), "word pieces/s"),
        Figure("(b) of (a)", found, "%"),
        Figure("(c) of (a)", share, "%", SHARE),
        Figure("documents", spread("documents"), "a second"),
        Figure("documents", spread("documents").scaled(3600), "an hour"),
    ]
    about = (
        f"Read: {what}, {words:,} word pieces in sentences, {claims:,} claims. A token is a word "
        "piece of the input, counted once however windows overlap.",
        "(a) is the tagger's graph alone on full windows of 256, every place counted. (b) adds "
        "the tokeniser, the windows' overlap, the pairing of cues and the decoding. (c) is the "
        "whole way: files on disk, fetched, made into documents, read, interpreted and kept as "
        "claims in a new case, with the model loaded beforehand. The three are taken in turns, "
        "and the shares are of the same turn.",
    )
    return Section("Pace", about, "python -m benchmarks pace", FIGURE_HEAD, figure_rows(figures))
