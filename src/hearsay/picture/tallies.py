"""What others count: each number as it is claimed, with who counted, what, where and when.

Counts are set beside each other and never added up: two offices may count the same attacks. A
number that only says by how much something rose or fell is no count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from hearsay.picture.index import StatementRow
from hearsay.picture.index.dates import bounds
from hearsay.vocabulary.kinds import Comparator
from hearsay.vocabulary.statements import OPEN, Held, Incident, Number, Tally

UnitBy = Literal["words", "comparison", "passage"]
"""By what it is known what is counted: the word beside the number; the number it is compared with
("41 attacks, against 26"); or what the passage speaks of ("Attacks fell: it counted 18")."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of one sort of thing, as several may claim it."""

    number: Number
    unit: str
    """`attack`."""
    sort: str
    """What narrows it: `drone` in "nine drone attacks"; empty where nothing does."""
    scope: str
    """Where, in the words of the claim: `Tamrin`; empty where nothing says."""
    first: str | None
    last: str | None
    unit_by: UnitBy
    part: bool
    """Whether it is a part of another number: "nine of the 41"."""
    withdrawn: bool
    """Whether it is named as one that no longer holds: "43, not 41"."""
    rows: tuple[StatementRow, ...]

    @property
    def id(self) -> str:
        """By what it can be asked for: its first claim."""
        return self.rows[0].id

    @property
    def is_whole(self) -> bool:
        """Whether it counts all of its sort of thing, and still holds."""
        return not (self.part or self.withdrawn or self.sort)

    @property
    def words(self) -> str:
        """`at least 41`, `more than 40`, `41`."""
        return f"{COMPARED[self.number.comparator]}{figure(self.number)}"


COMPARED: Mapping[Comparator, str] = {
    "exactly": "",
    "at_least": "at least ",
    "at_most": "at most ",
    "about": "about ",
    "more_than": "more than ",
    "fewer_than": "fewer than ",
}


def figure(number: Number) -> str:
    """`41`, `1,200`, `20 to 30`, `64.3`."""
    low = _plain(number.low)
    return low if number.high in (None, number.low) else f"{low} to {_plain(number.high or 0)}"


def plural(unit: str) -> str:
    """`attacks`, `bodies`, `clashes`."""
    if unit.endswith("y") and unit[-2:-1] not in tuple("aeiou"):
        return f"{unit[:-1]}ies"
    return f"{unit}es" if unit.endswith(("s", "sh", "ch", "x")) else f"{unit}s"


def limits(number: Number) -> tuple[float, float]:
    """Between which numbers the true one lies if the claim is right, both included."""
    low, high = number.low, number.high if number.high is not None else number.low
    infinite = float("inf")
    whole = 1 if low == int(low) else 0
    return {
        "exactly": (low, high),
        "at_least": (low, infinite),
        "at_most": (0.0, high),
        "more_than": (low + whole, infinite),
        "fewer_than": (0.0, high - whole),
        "about": (low * (1 - _ABOUT), high * (1 + _ABOUT)),
    }[number.comparator]


_ABOUT = 0.1
"""How far a number said to be about right may be off."""


def counts_in(rows: Iterable[StatementRow]) -> tuple[Count, ...]:
    """Every number of things that is claimed, the same number of the same things once.

    Takes tallies, and incidents for what a passage speaks of. In the order of days, undated last.
    """
    tallies, around = list[StatementRow](), defaultdict[tuple[str, str], list[StatementRow]](list)
    for row in rows:
        if isinstance(row.statement, Tally):
            tallies.append(row)
        if isinstance(row.statement, Incident | Tally):
            around[row.source.account, row.place].append(row)
    found: dict[object, Count] = {}
    for row in tallies:
        one = _count(row, around[row.source.account, row.place])
        if one is None:
            continue
        number = one.number
        key = (
            (number.low, number.high, number.comparator, one.unit, one.sort, one.part),
            (one.first, one.last, one.withdrawn, one.scope.casefold()),
        )
        known = found.get(key)
        found[key] = replace(known, rows=(*known.rows, row)) if known else one
    return tuple(sorted(found.values(), key=lambda c: (c.first or "9999", c.last or "", c.id)))


def counts_of(counts: Iterable[Count], kind: str) -> tuple[Count, ...]:
    """Those that count incidents of a kind: attacks, but not drones or dead."""
    named = _NOUNS.get(kind, kind)
    return tuple(one for one in counts if re.fullmatch(named, one.unit, re.IGNORECASE))


_NOUNS = {
    "attack": r"(?:\w+ )?(?:attack|strike|airstrike|bombing|assault|shelling|incident)s?",
    "assassination": r"(?:assassination|killing|murder)s?",
    "raid": r"(?:raid|sortie)s?",
    "clash": r"(?:clash|battle|skirmish|firefight)(?:es|s)?",
    "arrest": r"(?:arrest|detention)s?",
    "violation": r"(?:violation|abuse)s?",
}


def _count(row: StatementRow, around: Sequence[StatementRow]) -> Count | None:
    tally = row.statement
    assert isinstance(tally, Tally)  # the caller takes nothing else
    before, after = _beside(row)
    if _DIFFERENCE.match(after):
        return None
    unit, by = _unit(row, tally, before, around)
    held = Held() if _is_of_the_other(row, tally, before) else tally.grounds.held
    first, last = bounds(held)
    if held.ranges and (held.ranges[0].first == OPEN or held.ranges[-1].last == OPEN):
        first = last = None
    return Count(
        tally.number,
        unit,
        _sort(after, unit),
        _scope(tally, after),
        first,
        last,
        by,
        part=bool(_PART.match(after)),
        withdrawn=bool(_WITHDRAWN.search(before)),
        rows=(row,),
    )


_DIFFERENCE = re.compile(
    r"\W+(?:\w+ )?(?:fewer|more|less|higher|lower|up|down)\b(?! than \d)", re.I
)
_PART = re.compile(r"\W+of (?:the|its|their|those|these|which|whom|them)\b", re.I)
_WITHDRAWN = re.compile(r"\b(?:not|rather than|instead of|and no longer)\W+$", re.I)
_COMPARES = re.compile(
    r"\b(?:compared (?:with|to)|against|up from|down from|from|versus|than|not|rather than)\W+$",
    re.I,
)
_THAN = re.compile(r"\bthan (?:in|during|for) (?:the )?$", re.I)


def _unit(
    row: StatementRow, tally: Tally, before: str, around: Sequence[StatementRow]
) -> tuple[str, UnitBy]:
    """What is counted, and by what that is known."""
    if _COMPARES.search(before):
        for other in around:
            one = other.statement
            same = isinstance(one, Tally) and other.claim == row.claim and other is not row
            if same and isinstance(one, Tally) and one.grounds.spans < tally.grounds.spans:
                return one.number.unit, "comparison"
    if tally.number.unit in _NOTHING:
        for other in around:
            one = other.statement
            if isinstance(one, Incident) and one.grounds.spans[0] < tally.grounds.spans[0]:
                return one.kind, "passage"
    named = _OF_WHOM.match(_beside(row)[1])
    if named is not None and tally.number.unit not in row.words:
        return named[1].removesuffix("s"), "words"
    return tally.number.unit, "words"


_OF_WHOM = re.compile(r"\W+of (?:your|our|their|its|his|her|the) (\w+)", re.I)

_NOTHING = frozenset(("thing", "", "one"))
"""Units of a number without a noun of its own."""


def _is_of_the_other(row: StatementRow, tally: Tally, before: str) -> bool:
    """Whether the date stands with what it is compared to: "17, four fewer than in the third
    quarter" says nothing of when the 17 were."""
    held = tally.grounds.held
    if held.by != "words" or not held.words or _COMPARES.search(before):
        return False
    at = len(before) + held.words[0].start - tally.grounds.spans[0].start
    # White space of the document was made single: the place is right within some letters.
    return any(_THAN.search(row.words[: at + shift]) for shift in range(-_OFF, _OFF + 1))


_OFF = 4


def _sort(after: str, unit: str) -> str:
    """What stands between a number and its noun: "nine *drone* attacks"."""
    found = re.match(rf"\s+([\w’'-]+(?: [\w’'-]+)?) {re.escape(unit)}", after, re.I)
    words = found[1] if found else ""
    return "" if words.casefold() in _PLAIN_SORTS else words


_PLAIN_SORTS = frozenset(("such", "separate", "different", "more", "further", "other", "total"))


def _scope(tally: Tally, after: str) -> str:
    if tally.scope:
        return tally.scope
    near = re.split(r"[,;.:]| and \d", after[:_NEAR])[0]
    found = re.search(r"\b(?:in|across|inside) (?:the )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)", near)
    if found and not _TIME.match(found[1]):
        return found[1]
    return next((one.name for one in tally.about if one.type == "place"), "")


_NEAR = 80
_TIME = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Q\d)"
)


def _beside(row: StatementRow) -> tuple[str, str]:
    """What stands before and after the number in its claim."""
    at = re.search(rf"(?<![\w,.]){re.escape(row.own)}(?![\w])", row.words)
    if at is None:
        return row.words, ""
    return row.words[: at.start()], row.words[at.end() :]


def _plain(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,}"
