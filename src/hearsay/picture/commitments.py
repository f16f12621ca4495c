"""What was promised, demanded, warned of or recommended, and which later claims bear on it.

Nobody is said to have kept or broken a word but by a claim that says so; where none does, it is
open. A claim bears on a promise where both share words that few claims have, and a party or enough
of those words; the reason is kept, in words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from hearsay.picture.index import StatementRow
from hearsay.picture.likening import stems_of
from hearsay.picture.listening import Heard, Listening
from hearsay.vocabulary.readings import UNSURE
from hearsay.vocabulary.statements import Commitment

Bearing = Literal["kept", "broken", "repeated", "bears"]
"""How a later claim bears on a commitment: it says that it was `kept`, or was not (`broken`); it
is given again (`repeated`); or it only speaks of the same (`bears`)."""


Standing = Literal["kept", "broken", "disputed", "open"]
"""What later claims say; `open` where none says whether it was kept."""


@dataclass(frozen=True, slots=True)
class Echo:
    """A later claim that bears on a commitment, and why it is taken to."""

    claim: Heard
    bearing: Bearing
    shared: tuple[str, ...]
    """The words that both have, the rarest first."""
    party: str | None
    """Who has a part in both; `None` where nobody is named in both."""
    follows: bool
    """Whether it stands right after a report of the commitment, in the same passage."""
    by: str
    """The words by which it is taken to say that it was kept or not; empty for the others."""


@dataclass(frozen=True, slots=True)
class Given:
    """One promise, demand, warning or recommendation, over all reports of it."""

    kind: str
    rows: tuple[StatementRow, ...]
    """Those that report it, the earliest first."""
    party: int | None
    """The entity whose word it is, as most say."""
    others: tuple[str, ...]
    """Other names that reports give for whose word it is."""
    echoes: tuple[Echo, ...] = ()

    @property
    def id(self) -> str:
        """By what it can be asked for: the claim that reports it first."""
        return self.rows[0].id

    @property
    def unsure(self) -> bool:
        """Whether the reader is unsure of every report of it."""
        return all(row.statement.grounds.score < UNSURE for row in self.rows)

    @property
    def fullest(self) -> StatementRow:
        """The report that has most of its words."""
        return max(self.rows, key=lambda row: (row.statement.grounds.score >= UNSURE, len(row.own)))

    @property
    def standing(self) -> Standing:
        """What later claims say of it: never more than one of them does."""
        said = {one.bearing for one in self.echoes}
        if {"kept", "broken"} <= said:
            return "disputed"
        if "kept" in said:
            return "kept"
        return "broken" if "broken" in said else "open"

    @property
    def due(self) -> tuple[str, str] | None:
        """The day by which it falls due and the words that say so, where they count days from
        when it was given; that is the day of its first report, as far as is known here."""
        began = self.rows[0].source.published
        for row in self.rows:
            found = _WITHIN.search(row.own)
            if found and began and len(began) == _DAY:
                number = int(found[1]) * _DAYS[found[2].casefold()]
                return (date.fromisoformat(began) + timedelta(days=number)).isoformat(), found[0]
        return None

    @property
    def condition(self) -> str:
        """The words on which it hangs, where a report gives them."""
        for row in self.rows:
            statement = row.statement
            if isinstance(statement, Commitment) and statement.condition:
                found = _IF.search(row.own)
                if found:
                    return found[0].strip(" ,.")
        return ""


_WITHIN = re.compile(r"\bwithin (\d+) (days?|weeks?|months?)\b", re.IGNORECASE)
_DAYS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30}
_DAY = 10
"""Letters of a whole date."""
_IF = re.compile(
    r"\b(?:if|unless|until|(?:as|so) long as|provided that|on condition that|only when)\b[^.;:]*",
    re.IGNORECASE,
)


Together = Callable[[str, str], bool]
"""Whether two claims are told as one in the case."""


def commitments_in(
    rows: Iterable[StatementRow],
    claims: Iterable[Heard],
    together: Together = lambda one, other: False,
) -> tuple[Given, ...]:
    """What was given by whom, each once, with the later claims that bear on it.

    What most report comes first, and what the reader is unsure of last.
    """
    held = [row for row in rows if isinstance(row.statement, Commitment) and row.own]
    listening = Listening(list(claims))
    ordered = sorted(held, key=lambda r: (r.source.published or "9999", r.number))
    groups: list[list[StatementRow]] = []
    having: dict[str, dict[int, None]] = defaultdict(dict)
    for row in ordered:
        words = stems_of(row.own)
        near = {number for word in words for number in having.get(word, ())}
        found = (n for n in sorted(near) if _fits(row, groups[n], listening, together))
        number = next(found, len(groups))
        if number == len(groups):
            groups.append([])
        groups[number].append(row)
        for word in words:
            having[word][number] = None
    given = [_given(group, listening) for group in groups]
    return tuple(sorted(given, key=lambda g: (g.unsure, -len(g.rows), -len(g.echoes), g.id)))


def _fits(
    row: StatementRow, group: Sequence[StatementRow], listening: Listening, together: Together
) -> bool:
    return any(_same(row, one, listening, together) for one in group)


def _same(one: StatementRow, other: StatementRow, listening: Listening, together: Together) -> bool:
    """Whether two report one commitment: of one kind, in words that are mostly the same.

    Where they name two parties it is two commitments, as two may demand the same, unless both
    claims are told as one, or one of them only describes a person: "the minister".
    """
    left, right = _commitment(one), _commitment(other)
    if left.kind != right.kind:
        return False
    mine, others = stems_of(one.own), stems_of(other.own)
    if min(len(mine), len(others)) < _FEWEST:
        return mine == others and _party(one) == _party(other)
    shared = listening.weight(mine & others)
    least = min(listening.weight(mine), listening.weight(others))
    if _party(one) == _party(other):
        return shared >= _SHARED * least
    if shared < _SHARED_MORE * least:
        return False
    if any(c.party.type == "person" and not c.party.named for c in (left, right)):
        return True
    return one.claim is not None and other.claim is not None and together(one.claim, other.claim)


_FEWEST = 3
_SHARED, _SHARED_MORE = 0.5, 0.7
"""Shares of the rare words that two reports of one commitment have in common; more are asked for
where they name two parties, as one writer takes the spokesman for the minister."""


def _given(group: Sequence[StatementRow], listening: Listening) -> Given:
    parties = Counter(party for row in group if (party := _party(row)) is not None)
    # A name says more than a description, however often the description stands there.
    named = [row for row in group if _commitment(row).party.named]
    known = Counter(party for row in named if (party := _party(row)) is not None) or parties
    party = known.most_common(1)[0][0] if known else None
    others = dict.fromkeys(_commitment(row).party.name for row in group if _party(row) != party)
    echoes = [*_Bearing(listening).echoes(group), *_repeated(group)]
    order = sorted(echoes, key=lambda e: (_ORDER[e.bearing], e.claim.published or "", e.claim.id))
    return Given(_commitment(group[0]).kind, tuple(group), party, tuple(others), tuple(order))


_ORDER: Mapping[Bearing, int] = {"kept": 0, "broken": 1, "repeated": 2, "bears": 3}


def _repeated(group: Sequence[StatementRow]) -> Iterator[Echo]:
    """The reports that say that it was given once more."""
    for row in group[1:]:
        if row.source.account != group[0].source.account and _again(row, group[0]):
            yield Echo(_heard(row), "repeated", tuple(sorted(stems_of(row.own))), None, False, "")


class _Bearing:
    """The claims of a case, asked for those that bear on a commitment."""

    def __init__(self, listening: Listening) -> None:
        self._listening = listening
        self.weight = listening.weight

    def echoes(self, group: Sequence[StatementRow]) -> Iterator[Echo]:
        """The claims from its first report on that bear on it, each once."""
        words = frozenset(stem for row in group for stem in stems_of(row.own))
        if len(words) < _FEWEST:
            return
        own = {row.claim for row in group}
        said = " ".join(row.own for row in group)
        names = tuple(dict.fromkeys(_commitment(row).party.name for row in group))
        since = group[0].source.published or "9999"
        following = {n for row in group for n in self._after(row)}
        near = self._listening.having_any(words)
        for number in sorted(near | following):
            claim = self._listening.heard[number]
            if claim.id in own or (claim.published or "") < since or self._is_of(claim, group):
                continue
            follows = number in following
            echo = self._echo(claim, words, names, said, follows=follows)
            if echo is not None:
                yield echo

    def _after(self, row: StatementRow) -> Sequence[int]:
        """The claim that stands next after a report, in the same passage."""
        end = row.statement.grounds.spans[-1].end
        return self._listening.near(row.source.account, row.place, end, end + _NEAR)[:1]

    @staticmethod
    def _is_of(claim: Heard, group: Sequence[StatementRow]) -> bool:
        """Whether a claim is only a part of the words of a report itself."""
        return any(
            claim.words in row.own or stems_of(claim.words) <= stems_of(row.own) for row in group
        )

    def _echo(
        self,
        claim: Heard,
        words: frozenset[str],
        names: Sequence[str],
        said: str,
        *,
        follows: bool,
    ) -> Echo | None:
        shared = words & stems_of(claim.words)
        party = next((n for n in names if _names(n, (*claim.speakers, claim.words))), None)
        enough = _BEARS if party is not None else _BEARS_ALONE
        least = max(enough * self.weight(words), _LEAST_WEIGHT)
        alike = len(shared) >= 2 and self.weight(shared) >= least
        if not (alike or follows):
            return None
        rare = tuple(sorted(shared, key=lambda w: (-self.weight((w,)), w)))
        sure = party is not None and self.weight(shared) >= _VERDICT * self.weight(words)
        if follows or sure:
            for bearing, pattern in _SAYS:
                found = pattern.search(claim.words)
                if found is None or found[0].casefold() in said.casefold():
                    continue
                near = claim.words[found.start() : found.end() + _CLAUSE]
                if follows or shared & stems_of(near):
                    return Echo(claim, bearing, rare, party, follows, found[0].strip())
        return Echo(claim, "bears", rare, party, follows, "") if alike else None


_NEAR = 250
"""Letters after a report within which a sentence still speaks of it."""
_BEARS, _BEARS_ALONE = 0.35, 0.5
"""Shares of the weight of a commitment's words that a claim which bears on it has."""
_CLAUSE = 60
"""Letters after "has not" in which it speaks of what was promised."""
_VERDICT = 0.6
"""As much of it has a claim that is taken to say that it was kept or not."""
_LEAST_WEIGHT = 6.0
"""So much the shared words weigh at least: two that few claims have."""
_SAYS: tuple[tuple[Bearing, re.Pattern[str]], ...] = (
    (
        "broken",
        re.compile(
            r"\b(?:(?:no|none of the|not one) (?:\w+ ){0,3}(?:had|has|have|was|were)\b|no sign of"
            r"|(?:nothing|nobody) (?:had|has|was)\b|not yet|(?:has|have|had) (?:not|never)"
            r"|did not|failed to|broke|broken|unfulfilled|missed|overdue|refused to)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "kept",
        re.compile(
            r"\b(?:kept (?:its|his|her|their|the) (?:promise|word)|fulfilled|honou?red|as promised"
            r"|carried out|was published|were published|(?:has|have) (?:now )?(?:named|published"
            r"|handed|delivered|shown|received)|(?:was|were) (?:received|handed over))\b",
            re.IGNORECASE,
        ),
    ),
)


def _again(row: StatementRow, first: StatementRow) -> bool:
    """Whether a report says that it was given once more."""
    return bool(_REPEATS.search(row.words)) and row.words != first.words


_REPEATS = re.compile(r"\b(?:again|repeat\w*|reiterat\w*|renew\w*|once more)\b", re.IGNORECASE)


def _names(name: str, among: Iterable[str]) -> bool:
    """Whether somebody is named there, by the last word of the name at least."""
    last = name.split()[-1] if name.split() else ""
    return len(last) > _FEWEST and last[0].isupper() and any(last in words for words in among)


def _heard(row: StatementRow) -> Heard:
    return Heard(
        row.id,
        row.words,
        row.source.account,
        row.source.published,
        row.source.publisher,
        row.source.address,
        row.place,
        row.statement.grounds.spans[0].start,
        row.speakers,
        row.denied,
        row.statement.grounds.score,
    )


def _party(row: StatementRow) -> int | None:
    return next((number for part, number in row.entities if part == "party"), None)


def _commitment(row: StatementRow) -> Commitment:
    assert isinstance(row.statement, Commitment)  # nothing else is taken in above
    return row.statement
