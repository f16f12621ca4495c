"""What Security Force Monitor's tables for Nigeria say, read without Hearsay's own import.

A *term* is what the rows of one post, or of one unit under another, say together: one stretch of
time, and a new one where a row says that it ended, or that it began anew, between two sights.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

PERSONS, UNITS = "ng_persons_20190501.csv", "ng_orgs_20191024.tsv"
Line = dict[str, str]


@dataclass(frozen=True, slots=True)
class Dates:
    """First and last date of a row, as EDTF, with what the table says of them."""

    first: str | None
    last: str | None
    begins: bool = False
    ends: bool = False
    goes_on: bool = False
    """Whether the table says to take it as going on."""
    doubtful: bool = False
    """Whether the columns contradict each other, so that nobody can say what is right."""


@dataclass(frozen=True, slots=True)
class Posting:
    """One row of the table of persons."""

    row: int
    person: str
    unit: str
    role: str
    title: str
    rank: str
    how: tuple[str, str]
    """How it began and how it ended, in the table's words."""
    dates: Dates


@dataclass(frozen=True, slots=True)
class Link:
    """What one row of the table of units says of a unit and what stands beside it."""

    row: int
    kind: str
    """`parent`, `member`, `site` or `area`."""
    unit: str
    other: str
    more: tuple[str, ...]
    """The class of a relation; the base and the state of a site."""
    dates: Dates


Row = TypeVar("Row", Posting, Link)


@dataclass(frozen=True, slots=True)
class Unit:
    """What all rows of one unit say of it besides."""

    name: str
    names: frozenset[str]
    classes: frozenset[str]
    cited: frozenset[Dates]


@dataclass(frozen=True, slots=True)
class Tables:
    """Both tables."""

    postings: tuple[Posting, ...]
    links: tuple[Link, ...]
    units: tuple[Unit, ...]
    persons: tuple[tuple[str, frozenset[str]], ...]
    """Each person with their other names."""


def read_tables(folder: Path) -> Tables:
    """Both tables, in the order of their rows."""
    persons, units = list(_lines(folder / PERSONS, ",")), list(_lines(folder / UNITS, "\t"))
    aliases: dict[str, set[str]] = defaultdict(set)
    for line in persons:
        aliases[line["Name"]] |= _parts(
            line["Aliases or alternative spellings (semi-colon separated)"]
        )
    return Tables(
        tuple(_posting(number, line) for number, line in enumerate(persons, 1)),
        tuple(link for number, line in enumerate(units, 1) for link in _links(number, line)),
        tuple(_units(units)),
        tuple((name, frozenset(others - {name})) for name, others in aliases.items()),
    )


def terms(rows: Iterable[Row], key: Callable[[Row], Hashable]) -> Iterator[tuple[Row, ...]]:
    """The rows of each term."""
    held: dict[Hashable, list[Row]] = defaultdict(list)
    for row in rows:
        held[key(row)].append(row)
    for group in held.values():
        term: list[Row] = []
        until = ""
        for row in sorted(group, key=lambda row: _days(row.dates)):
            first, last = _days(row.dates)
            if term and first > until and (row.dates.begins or _ended(term, until)):
                yield tuple(term)
                term, until = [], ""
            term.append(row)
            until = max(until, last)
        yield tuple(term)


@dataclass(frozen=True, slots=True)
class Term:
    """What the rows of one term say together."""

    first: tuple[str, str] | None
    """The days within which the first sight lies; `None` where no row is dated."""
    last: tuple[str, str] | None
    begins: bool
    ends: bool
    goes_on: bool
    doubtful: bool

    def how(self, day: str) -> str | None:
        """How a day stands to it: `said`, `assumed` after its last date; `None` outside of it."""
        if self.first is None or self.last is None or self.first[0] <= day <= self.last[1]:
            return "said"
        return "assumed" if self.goes_on and day > self.last[1] else None


def together(rows: Sequence[Posting] | Sequence[Link]) -> Term:
    """What the rows of one term say of when."""
    held = [row.dates for row in rows]
    seen = [(one, sights(one)) for one in held if one.first or one.last]
    first = min((days[0] for _, days in seen), default=None)
    last = max((days[1] for _, days in seen), key=lambda pair: pair[::-1], default=None)
    return Term(
        first,
        last,
        any(one.begins and days[0] == first for one, days in seen),
        any(one.ends and days[1] == last for one, days in seen),
        # What is said of an earlier time says nothing of what comes after a later one.
        any(one.goes_on for one, days in seen if last and days[1][1] == last[1]),
        any(one.doubtful for one in held),
    )


def by_first(dates: Dates) -> tuple[str, str]:
    """By what rows come in the order of their first sights."""
    return _days(dates)


def sights(dates: Dates) -> tuple[tuple[str, str], ...]:
    """The days within which the first sight lies, and those of the last.

    A date alone is both. A year as the first date ends with the last date at the latest, and a
    year as the last one begins with the first date.
    """
    since, until = dates.first or dates.last, dates.last or dates.first
    if since is None or until is None:
        return ()
    first, last = span_of(since), span_of(until)
    return (first[0], min(first[1], last[1])), (max(first[0], last[0]), last[1])


def span_of(edtf: str) -> tuple[str, str]:
    """The first and the last day of a day, month or year."""
    numbers = [int(part) for part in edtf.split("-")]
    if len(numbers) == 3:
        return edtf, edtf
    year, month = numbers[0], numbers[1] if len(numbers) == 2 else None
    after = date(year + 1, 1, 1) if month in (None, 12) else date(year, (month or 0) + 1, 1)
    return f"{year}-{month or 1:02}-01", (after - timedelta(days=1)).isoformat()


def _lines(path: Path, delimiter: str) -> Iterator[Line]:
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter=delimiter):
            cells = {column: " ".join((cell or "").split()) for column, cell in line.items()}
            yield defaultdict(str, cells)


def _parts(cell: str) -> set[str]:
    return {part.strip() for part in cell.split(";")} - {""}


def _posting(number: int, line: Line) -> Posting:
    return Posting(
        number,
        line["Name"],
        line["Organization"],
        line["Role"],
        line["Title (official title)"],
        line["Rank"],
        (line["Context for start date"], line["Context for end date"]),
        _dates(
            line,
            ("First citation", "first_month", "first_day", "first_year"),
            ("Last citation", "last_month", "last_day", "last_year"),
            begins="Start date? (Y/N)",
            ends="End date? (Y/N)",
        ),
    )


def _links(number: int, line: Line) -> Iterator[Link]:
    name = line["Organization:Name"]
    if parent := line["OrganizationOrganization:parent_id"]:
        under = "OrganizationOrganization"
        dates = _dates(
            line,
            (f"{under}:date_first_cited", "month", "day", "year"),
            (f"{under}:date_last_cited", "oo_month", "oo_day", "oo_year"),
            begins=f"Start date of {under} Y/N?",
            ends=f"{under}:open_ended",
        )
        yield Link(number, "parent", name, parent, (line[f"{under}:classification"],), dates)
    if whole := line["OrganizationMembership:member_id"]:
        member = "OrganizationMembership:member_id"
        dates = _dates(
            line,
            (
                f"Date of first citation for {member}",
                "om_first_month",
                "om_first_day",
                "om_first_year",
            ),
            (f"Date of last citation for {member}", "om_last_month", "om_last_day", "om_last_year"),
            begins="start date of OrganizationMembership? Y/N",
            ends="end date of OrganizationMembership? Y/N",
        )
        yield Link(number, "member", name, whole, (), dates)
    base, state = (
        line["Headquarters (Barracks, Base, Physical Asset)"],
        line["Site:admin_level_1_geonames_name"],
    )
    if place := line["Site:geonames_name"] or state or base:
        dates = _dates(
            line,
            ("OrganizationSite:date_first_cited", "os_month", "os_day", "os_year"),
            ("OrganizationSite:date_last_cited", "os_last_month", "os_last_day", "os_last_year"),
            begins="Is this the founding date? (Y/N)",
            ends="OrganizationSite:open_ended (Y/N/E)",
        )
        more = (base if base != place else "", state if line["Site:geonames_name"] else "")
        yield Link(number, "site", name, place, more, dates)
    if area := line["Area of Operations Geoname"]:
        cited = "Date of {} citation for area of operations"
        dates = _dates(
            line,
            (cited.format("first"), "aoo_start_month", "aoo_start_day", "aoo_start_year"),
            (cited.format("last"), "aoo_last_month", "aoo_last_day", "aoo_last_year"),
            begins="start date of area of operation? Y/N",
            ends="Assume Area of Operations to Current Date? (Y/N/E)",
        )
        yield Link(number, "area", name, area, (), dates)


def _units(lines: Iterable[Line]) -> Iterator[Unit]:
    together: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        together[line["Organization:Name"]].append(line)
    for name, rows in together.items():
        names = {part for row in rows for part in _parts(row["Organization:other_names"])}
        classes = {part for row in rows for part in _parts(row["Organization:classification"])}
        cited = {
            _dates(
                row,
                (
                    "Organization:date_first_cited",
                    "firstcited_month",
                    "firstcited_day",
                    "firstcited_year",
                ),
                (
                    "Organization:date_last_cited",
                    "lastcited_month",
                    "lastcited_day",
                    "lastcited_year",
                ),
                begins="start date of Organization? Y/N",
                ends="Organization:open_ended? Y/N/E",
            )
            for row in rows
        }
        yield Unit(name, frozenset(names - {name}), frozenset(classes), frozenset(cited))


_Columns = tuple[str, str, str, str]


def _dates(line: Line, first: _Columns, last: _Columns, *, begins: str, ends: str) -> Dates:
    (since, torn), (until, torn_too) = (_date(*(line[c] for c in part)) for part in (first, last))
    reversed_ = bool(since and until and span_of(until)[1] < span_of(since)[0])
    # `Y` in a column "open ended?" says the contrary of one in "end date?".
    asks_for_end = "end date" in ends.lower()
    return Dates(
        since,
        until,
        begins=line[begins] == "Y" and since is not None,
        ends=until is not None and line[ends] in (("Y", "E") if asks_for_end else ("E",)),
        goes_on=not asks_for_end and line[ends] == "Y",
        doubtful=torn or torn_too or reversed_,
    )


def _date(whole: str, month: str, day: str, year: str) -> tuple[str | None, bool]:
    """A date as EDTF, and whether the cell and its parts say two things."""
    parts = "-".join([year.zfill(4), *(p.zfill(2) for p in (month, day) if p)]) if year else None
    try:
        if parts:
            span_of(parts)
    except ValueError:
        parts = None
    written = _written(whole)
    if parts and written and parts != written:
        return None, True
    return written or parts, False


def _written(cell: str) -> str | None:
    plain = cell.replace(" /", "/")
    for form, length in (("%m/%d/%Y", 10), ("%B %Y", 7), ("%Y", 4)):
        try:
            return datetime.strptime(plain, form).date().isoformat()[:length]
        except ValueError:
            continue
    return None


def _days(dates: Dates) -> tuple[str, str]:
    every = [span_of(day) for day in (dates.first, dates.last) if day]
    return min((d[0] for d in every), default=""), max((d[1] for d in every), default="")


def _ended(term: Sequence[Posting] | Sequence[Link], until: str) -> bool:
    return any(
        r.dates.ends and span_of(r.dates.last or "")[1] == until for r in term if r.dates.last
    )
