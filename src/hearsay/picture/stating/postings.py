"""Who holds which rank, role and post: what is said of one person in one place, put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from hearsay.picture.stating.grounds import Grounding
from hearsay.picture.stating.holding import Dating
from hearsay.picture.stating.parties import Parties
from hearsay.vocabulary.readings import Event, EventType, Reading, Relation, RelationType
from hearsay.vocabulary.spans import Span, hull
from hearsay.vocabulary.statements import Party, Posting

OF_PERSONS: frozenset[RelationType] = frozenset(
    ("has_rank", "has_role", "is_posted", "commands", "leads", "member_of")
)
"""Relations that say something of a person's post, where their first end is a person."""


def postings_of(
    reading: Reading, parties: Parties, dating: Dating, grounding: Grounding
) -> Iterator[Posting]:
    """The postings that the relations and events of a reading state, in the order of the text."""
    making = _Making(parties, dating, grounding)
    together: dict[tuple[str, str | None], list[Relation]] = defaultdict(list)
    for one in reading.relations:
        if one.type in OF_PERSONS and parties.is_a(one.source, "Person", "Role", "Rank"):
            together[one.source, one.assertion].append(one)
    changes = _changes(reading.events, parties)
    for (person, _), said in together.items():
        yield from making.postings(person, said, changes)


@dataclass(frozen=True, slots=True)
class _Making:
    parties: Parties
    dating: Dating
    grounding: Grounding

    def postings(
        self,
        mention: str,
        said: Sequence[Relation],
        changes: Mapping[tuple[str, str | None], _Done],
    ) -> Iterator[Posting]:
        """One posting for each unit that is named; ranks beyond the first stand by themselves."""
        person = self.parties.party(mention)
        if person is None or person.type != "person" or _is_an_office(person):
            return
        by_words = {
            self.parties.spans(one.target): one
            for one in sorted(said, key=lambda one: one.score)
            if one.type == "has_rank"
        }
        ranks = [one for one in said if one in by_words.values()]
        roles = [one for one in said if one.type == "has_role"]
        units = _best_by_unit([one for one in said if one.type not in ("has_rank", "has_role")])
        rank = ranks[0] if len(ranks) == 1 else None
        for one in units:
            role = _role_beside(one, roles, self.parties) if roles else None
            yield self._posting(person, one, role, rank, changes)
        used = set()
        if units:
            used = {one.id for one in (rank, *roles) if one}
        for one in (*roles, *ranks):
            if one.id not in used and one.polarity == "affirmed":
                beside = rank if one.type == "has_role" else None
                used |= {one.id, *((beside.id,) if beside else ())}
                role = one if one.type == "has_role" else None
                yield self._posting(
                    person, None, role, beside or (one if role is None else None), changes
                )

    def _posting(
        self,
        person: Party,
        unit: Relation | None,
        role: Relation | None,
        rank: Relation | None,
        changes: Mapping[tuple[str, str | None], _Done],
    ) -> Posting:
        told = [one for one in (unit, role, rank) if one is not None]
        first = told[0]
        spans = [*person.spans, *(s for one in told for s in self.parties.spans(one.target))]
        done = changes.get((first.source, first.assertion))
        own = self.dating.just_after(hull(self._target(first)))
        time = (done.time if done else None) or own or first.time
        held = self.dating.state(time, (hull(person.spans), hull(self._target(first))))
        body = self.parties.party(unit.target) if unit else None
        return Posting(
            self.grounding.grounds(
                first.assertion,
                spans,
                held,
                polarity=first.polarity,
                hedge=first.hedge,
                score=min(one.score for one in told),
            ),
            person,
            body,
            role=self._role(unit, role),
            rank=self.parties.own_words(rank.target) if rank else None,
            change=done.change if done else None,
        )

    def _target(self, one: Relation) -> tuple[Span, ...]:
        return self.parties.spans(one.target)

    def _role(self, unit: Relation | None, role: Relation | None) -> str | None:
        """The role in the document's words; who is said to command or lead, but has no title
        there, is a commander, a leader or a member by the verb alone."""
        if role is not None:
            return self.parties.own_words(role.target)
        return _BY_VERB.get(unit.type) if unit is not None else None


def _is_an_office(person: Party) -> bool:
    """Whether it is no person after all: "the office of the inspector general"."""
    return not person.named and person.name.casefold().startswith(("office of", "the office of"))


_BY_VERB: Mapping[RelationType, str] = {
    "commands": "commander",
    "leads": "leader",
    "member_of": "member",
}
_Change = Literal["appointed", "dismissed", "promoted"]
_CHANGES: Mapping[EventType, _Change] = {
    "appointment": "appointed",
    "dismissal": "dismissed",
    "promotion": "promoted",
}


@dataclass(frozen=True, slots=True)
class _Done:
    change: _Change
    time: str | None


def _changes(events: Iterable[Event], parties: Parties) -> dict[tuple[str, str | None], _Done]:
    """Who is said to have been appointed, dismissed or promoted, by mention and assertion."""
    found = {}
    for one in events:
        if one.type in _CHANGES and one.stage == "accomplished" and one.polarity == "affirmed":
            for argument in one.arguments:
                if argument.role in ("target", "victim"):
                    found[argument.mention, one.assertion] = _Done(_CHANGES[one.type], one.time)
    return found


_STRENGTH: Mapping[RelationType, int] = {"commands": 3, "leads": 2, "is_posted": 1, "member_of": 0}


def _best_by_unit(said: Iterable[Relation]) -> list[Relation]:
    """One relation for each body, the one that says most: who commands it is posted there too."""
    best: dict[str, Relation] = {}
    for one in said:
        held = best.get(one.target)
        if held is None or _STRENGTH[one.type] > _STRENGTH[held.type]:
            best[one.target] = one
    return list(best.values())


def _role_beside(unit: Relation, roles: Sequence[Relation], parties: Parties) -> Relation:
    """The role named nearest to a body: "head of the committee, member of the House"."""
    at = hull(parties.spans(unit.target)).start
    return min(roles, key=lambda one: abs(hull(parties.spans(one.target)).start - at))
