"""What can be asked without a case: what stands in a text, and what a phrase for a time means.

from hearsay.questions import annotate, when

for one in annotate(["statement.txt"]):
    print(one.reading.attributions)
print(when("last month", published="2022-02-17").edtf)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass

from hearsay.intake import Arrival, LazyReader, Watch, arrivals, take_in
from hearsay.reading.reader import Reader
from hearsay.reading.times import answering
from hearsay.reading.times.answering import answer as time_shape
from hearsay.reading.times.normalising import TimeReading
from hearsay.sources.fetcher import Clock, FetchOptions, utc_now
from hearsay.sources.stating import Manifest
from hearsay.sources.table import read_table
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import Reading

__all__ = ["Annotated", "annotate", "time_shape", "when", "when_rows"]


@dataclass(frozen=True, slots=True)
class Annotated:
    """What was found in one file without a case; no document where it could not be read."""

    address: str
    document: Document | None
    reading: Reading
    problems: tuple[Problem, ...]
    """Why there is no document; a document's own problems stand on the document."""


def annotate(
    addresses: Iterable[str],
    *,
    stated: Particulars = Particulars(),
    manifest: Manifest | None = None,
    options: FetchOptions = FetchOptions(),
    clock: Clock = utc_now,
    reader: Reader | None = None,
    executor: Executor | None = None,
    watch: Watch = lambda step: None,
) -> Iterator[Annotated]:
    """What is found in files without keeping any of it, one value for each thing, in order."""
    lazy = LazyReader(reader)
    fetched = arrivals(addresses, stated=stated, manifest=manifest, options=options, clock=clock)
    arriving = (
        Arrival(problem=one) if isinstance(one, Problem) else Arrival(one) for one in fetched
    )
    for taken in take_in(arriving, lazy, executor, watch):
        reading = taken.reading or Reading(lazy.name)
        yield Annotated(taken.arrival.address, taken.document, reading, taken.problems)


def when(
    phrase: str,
    *,
    published: str | None = None,
    period: str | None = None,
    country: str | None = None,
) -> TimeReading:
    """The interval that a phrase for a date or period stands for, and its other readings.

    `country` is the outlet's, ISO 3166; it decides about 3/4/2021.
    """
    return answering.when(
        phrase, 0, len(phrase), published=published, period_covered=period, outlet=country
    )


def when_rows(path: str) -> Iterator[TimeReading]:
    """One answer for each row of a tab-separated file with the columns that `when --tsv` names.

    `path` may be `-` for standard input.
    """
    needed = ("text", "phrase_start", "phrase_end")
    for row in read_table(path, columns=answering.COLUMNS, needed=needed):
        yield answering.when(
            row.text("text"),
            row.number("phrase_start"),
            row.number("phrase_end"),
            published=row.text("published"),
            period_covered=row.text("period_covered"),
            outlet=row.text("outlet"),
        )
