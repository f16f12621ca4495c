"""The lines of a dossier or a chart: in words, from how many origins, with the claims behind.

A line says what is said, never more; what denies it, and what weakens it, stands on the same line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from hearsay.outputs.picture.charting import STANDINGS, weak_marks
from hearsay.outputs.picture.incidents import (
    day_words,
    differing,
    differing_words,
    occurrence_words,
)
from hearsay.outputs.picture.saying import (
    Saying,
    denied_words,
    excerpt,
    marks_of,
    ordered,
    said_by,
    seen_words,
    tie_words,
    voices_words,
)
from hearsay.outputs.picture.takeon import TITLE, WORKED_OUT, taken_together, taken_words
from hearsay.outputs.picture.telling import (
    DENIAL,
    post_words,
    rise_words,
    role_words,
    single_words,
)
from hearsay.outputs.wording import quoted
from hearsay.picture.careers import Beside, RankHeld
from hearsay.picture.conflict import Said
from hearsay.picture.dossier import Dossier
from hearsay.picture.incidents import Occurrence
from hearsay.picture.index import StatementRow
from hearsay.picture.posts import Post
from hearsay.picture.seen import Seen
from hearsay.picture.sway import Tie
from hearsay.picture.takeon import NOTHING, TakeOn
from hearsay.vocabulary.traces import capture_of

_WORDS = 160
"""Characters of a claim's words that are shown behind a line."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One claim behind a line, with the way home from it."""

    claim: str | None
    capture: str
    said_by: str
    published: str | None
    place: str
    words: str
    marks: tuple[str, ...]
    denies: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One line, with all that it rests on."""

    words: str
    standing: str | None
    """How the day that was asked for stands to what was seen."""
    voices: str | None
    """From how many origins it is said; none where nobody says so."""
    denied: str | None
    """From how many it is denied."""
    marks: tuple[str, ...]
    """What weakens all of it."""
    unsure: bool
    grounds: tuple[Ground, ...]
    remarks: tuple[str, ...] = ()
    """In what its reports differ, and denials that may answer them."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a dossier."""

    title: str
    entries: tuple[Entry, ...]
    remarks: tuple[str, ...] = ()
    """Figures worked out of the entries, marked as such."""


def sections_of(
    dossier: Dossier,
    saying: Saying,
    *,
    as_of: str | None,
    taken: TakeOn = NOTHING,
    answered: Mapping[str, tuple[Said, ...]] = MappingProxyType({}),
) -> tuple[Section, ...]:
    """The parts of a dossier that there are, in the order in which they are read.

    `taken` is what a unit takes on from those under it; `answered` are the denials that may answer
    a claim, by the claim's id.
    """
    own = dossier.entity.number
    career = dossier.career

    def post(one: Post) -> Entry:
        rows = ordered((*one.rows, *one.denials))
        return entry(post_words(one, saying, of=own), rows, saying, one.seen, as_of)

    def rank(one: RankHeld) -> Entry:
        words = f"{one.rank} · {seen_words(one.seen)}"
        return entry(words, (*one.rows, *one.denials), saying, one.seen, as_of)

    def tie(one: Tie) -> Entry:
        left, right = saying.name(one.from_), saying.name(one.to)
        words = f"{tie_words(left, one.kind, right, denied=not one.said)} · {seen_words(one.seen)}"
        return entry(words, (*one.said, *one.denials), saying, one.seen, as_of)

    def single(row: StatementRow) -> Entry:
        return entry(single_words(row, saying, of=own), (row,), saying)

    def incident(one: Occurrence) -> Entry:
        here = [part for part, who in one.entities.items() if own in who]
        words = f"{day_words(one)}: {occurrence_words(one)}, here as {role_words(here)}"
        at_odds = tuple(f"≠ {part}: {differing_words(values)}" for part, values in differing(one))
        return replace(entry(words, (*one.rows, *one.denials), saying), remarks=at_odds)

    computed = tuple(
        entry(taken_words(one, saying), one[0].rows, saying) for one in taken_together(taken)
    )
    incidents = (*map(incident, dossier.harm), *map(single, dossier.other_incidents))
    found = (
        Section("Posts", tuple(map(post, career.posts))),
        Section("Ranks", tuple(map(rank, career.ranks)), tuple(map(_rise, career.rises))),
        Section("Said to have a post there", tuple(map(post, dossier.holders))),
        Section("Structure", tuple(map(tie, dossier.relations))),
        Section("Ties and sway", tuple(map(tie, dossier.sway))),
        Section("Money, training, equipment", tuple(map(tie, dossier.assistance))),
        Section("Names and particulars", tuple(map(single, dossier.names))),
        Section("Places", tuple(map(single, dossier.places))),
        Section(TITLE, computed, (WORKED_OUT,)),
        Section("Incidents", incidents),
        Section("Promised, demanded, warned", tuple(map(single, dossier.commitments))),
        Section("Numbers", tuple(map(single, dossier.numbers))),
        Section("Assessments", tuple(map(single, dossier.assessments))),
    )
    return tuple(
        replace(one, entries=tuple(_answered(line, answered) for line in one.entries))
        for one in found
        if one.entries
    )


def _answered(line: Entry, answered: Mapping[str, tuple[Said, ...]]) -> Entry:
    """The line with the denials that may answer its claims, where it has none of its own."""
    own = {ground.claim for ground in line.grounds if ground.denies}
    found = {
        said.claim: said
        for ground in line.grounds
        for said in answered.get(ground.claim or "", ())
        if said.claim not in own
    }
    remarks = tuple(
        f"{DENIAL}: {' › '.join(one.speakers)}, {quoted(one.words, _WORDS)}"
        for one in found.values()
    )
    return replace(line, remarks=(*line.remarks, *remarks))


def entry(
    words: str,
    rows: Sequence[StatementRow],
    saying: Saying,
    seen: Seen | None = None,
    as_of: str | None = None,
) -> Entry:
    """A line with the statements that it rests on, denials among them."""
    said = [row for row in rows if not row.denied]
    denials = [row for row in rows if row.denied]
    return Entry(
        words,
        STANDINGS[seen.on(as_of)] if seen is not None and as_of is not None else None,
        voices_words(saying.voices(said)) if said else None,
        denied_words(saying.voices(denials), only=not said) if denials else None,
        tuple(weak_marks(said or denials)),
        all(row.unsure for row in rows),
        grounds_of(rows),
    )


def grounds_of(rows: Sequence[StatementRow]) -> tuple[Ground, ...]:
    """The claims behind a line, each once: one sentence may state a thing in two ways."""
    once = {row.id: row for row in reversed(rows)}
    return tuple(
        Ground(
            row.claim,
            capture_of(row.source.account),
            said_by(row),
            row.source.published,
            row.place,
            quoted(excerpt(row, _WORDS), _WORDS) if row.words else "",
            tuple(mark for mark in marks_of(row) if mark != "denies it"),
            row.denied,
        )
        for row in reversed(list(once.values()))
    )


def _rise(beside: Beside) -> str:
    return "; ".join(rise_words(beside))
