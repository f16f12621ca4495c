"""How incidents and counts are worded, and the shape in which they leave as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hearsay.outputs.picture.saying import Json, Saying, row_shape, voices_shape
from hearsay.outputs.wording import one_line
from hearsay.picture.incidents import PARTS, Occurrence, Part, Told, Value
from hearsay.picture.periods import Period
from hearsay.picture.reckoning import By, Group, before
from hearsay.picture.tallies import Count
from hearsay.vocabulary.statements import Tally

UNDATED = "without a day, or over several periods"
NO_PARTY: dict[By, str] = {
    "actor": "nobody named as having done it",
    "target": "nobody named to whom it was done",
    "country": "no place named",
}
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def period_words(period: Period, by: By) -> str:
    """`2021 Q4 (Oct–Dec 2021; US FY2022 Q1)`, or the fiscal one first where that is asked for."""
    year, first, last = period.first[:4], _month(period.first), _month(period.last)
    months = f"{first} {year}" if first == last else f"{first}–{last} {year}"
    if by == "fiscal-quarter":
        return f"US {period.fiscal_name} ({months}; calendar {period.name})"
    return f"{period.name} ({months}; US {period.fiscal_name})"


def group_words(group: Group, by: By) -> str:
    """What a group is of: its period, its party, or that nothing says."""
    if group.period is not None:
        return period_words(group.period, by)
    if by in NO_PARTY:
        return one_line(group.name) or NO_PARTY[by]
    return UNDATED


def certain_words(group: Group) -> str:
    """`at least 2 told one by one`."""
    number = len(group.certain)
    if not number:
        return "none told one by one"
    return f"at least {number:,} told one by one"


def claimed_words(counts: Iterable[Count]) -> str:
    """The counts that others give, each once: `at least 41; 43; more than 40`."""
    said = list(counts)
    placed = {one.words for one in said if one.scope}
    found = dict.fromkeys(
        f"{one.words} in {one_line(one.scope)}" if one.scope else one.words
        for one in said
        if one.scope or one.words not in placed
    )
    return "; ".join(found)


def counter_of(count: Count) -> str:
    """Who is said to have counted, as each claim has it."""
    tallies = [row.statement for row in count.rows]
    names = [t.counter.name for t in tallies if isinstance(t, Tally) and t.counter is not None]
    return "; ".join(dict.fromkeys(map(one_line, names)))


def bases_of(count: Count) -> tuple[str, ...]:
    """Whether it is claimed, assessed or observed, as each claim has it."""
    tallies = [row.statement for row in count.rows]
    bases = [str(t.basis) for t in tallies if isinstance(t, Tally) and t.basis is not None]
    return tuple(dict.fromkeys(bases))


def count_notes(count: Count) -> list[str]:
    """What must be known of a count before it is set beside another."""
    notes = []
    if count.part:
        notes.append("a part of another number")
    if count.withdrawn:
        notes.append("said to hold no longer")
    if count.unit_by == "comparison":
        notes.append("what is counted is taken from the number it is compared with")
    if count.unit_by == "passage":
        notes.append("what is counted is taken from the passage")
    return notes


def occurrence_words(one: Occurrence) -> str:
    """What is most said of an incident, in one line: `attack on house, victims three guards`."""
    found = one_line(one.kind)
    for part, lead in _LEADS:
        if values := one.values(part):
            found += f"{lead}{one_line(values[0].words)}"
    return found


def differing(one: Occurrence) -> list[tuple[Part, tuple[Value, ...]]]:
    """The parts of which things are said that cannot all be so."""
    return [(part, values) for part in PARTS for values in one.at_odds(part)]


def differing_words(values: Sequence[Value]) -> str:
    """The things said of one part with how many say each: `3 dead (2); 4 dead (1)`."""
    said = "; ".join(f"{one_line(value.words)} ({len(value.rows)})" for value in values[:_VALUES])
    more = f" and {len(values) - _VALUES} more" if len(values) > _VALUES else ""
    return f"{said}{more}"


_VALUES = 4
"""Different values of one part that are shown."""


def day_words(one: Occurrence) -> str:
    """The day of an incident, or between which days it lies, as far as anything says."""
    if one.first is None or one.last is None:
        return "no day"
    if one.first == one.last:
        return one.first
    return f"between {one.first} and {one.last}"


def groups_shape(groups: Sequence[Group], told: Told, saying: Saying, by: By) -> Iterable[Json]:
    """Each group as an object; what speaks of many at once or tells nothing stands in the last."""
    for one in groups:
        yield group_shape(one, groups, saying, by)
    apart = (*told.many, *told.bare)
    if apart:
        yield {"by": by, "kind": None, "period": None, "name": None} | {
            "at_least": 0, "certain": [], "before": None, "counts": [], "incidents": [],
            "in_general": [row_shape(row) for row in apart],
        }  # fmt: skip


def group_shape(group: Group, groups: Sequence[Group], saying: Saying, by: By) -> Json:
    """The incidents of one period or party, with the counts that others give."""
    earlier = before(groups, group)
    return {
        "by": by,
        "kind": group.kind,
        "period": None if group.period is None else period_shape(group.period),
        "name": group.name or None,
        "at_least": len(group.certain),
        "certain": [one.id for one in group.certain],
        "before": None
        if earlier is None or earlier.period is None
        else {
            "period": period_shape(earlier.period),
            "at_least": len(earlier.certain),
            "counts": [count_shape(one, saying) for one in earlier.claimed],
        },
        "counts": [count_shape(one, saying) for one in group.counts],
        "incidents": [occurrence_shape(one, saying) for one in group.occurrences],
        "in_general": [],
    }


def period_shape(period: Period) -> Json:
    """A period under both of its names."""
    return {
        "name": period.name,
        "us_fiscal": period.fiscal_name,
        "first": period.first,
        "last": period.last,
    }


def count_shape(count: Count, saying: Saying) -> Json:
    """A count as it is claimed."""
    number = count.number
    return {
        "low": number.low,
        "high": number.high,
        "comparator": number.comparator,
        "unit": count.unit,
        "sort": count.sort or None,
        "scope": count.scope or None,
        "unit_by": count.unit_by,
        "part": count.part,
        "withdrawn": count.withdrawn,
        "first": count.first,
        "last": count.last,
        "counter": counter_of(count) or None,
        "basis": list(bases_of(count)),
        "said": [row_shape(row) for row in count.rows],
        "origins": voices_shape(saying.voices(count.rows)),
    }


def occurrence_shape(one: Occurrence, saying: Saying) -> Json:
    """One incident with everything that is said of it."""
    return {
        "id": one.id,
        "kind": one.kind,
        "stage": one.stage,
        "first": one.first,
        "last": one.last,
        "counts": one.counts,
        "entities": {
            part: [saying.who_shape(n) for n in numbers] for part, numbers in one.entities.items()
        },
        "values": {
            part: [{"words": v.words, "said": [row.id for row in v.rows]} for v in one.values(part)]
            for part in PARTS
        },
        "said": [row_shape(row) for row in one.rows],
        "origins": voices_shape(saying.voices(one.rows)),
        "denials": [row_shape(row) for row in one.denials],
        "denied_from": voices_shape(saying.voices(one.denials)),
    }


_LEADS: tuple[tuple[Part, str], ...] = (
    ("target", " on "),
    ("victim", ", hit: "),
    ("actor", ", by "),
    ("place", ", at "),
    ("means", ", with "),
)


def _month(day: str) -> str:
    return MONTHS[int(day[5:7]) - 1]
