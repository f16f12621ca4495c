"""A dossier as JSON, in the shape that programs rely on (docs/reference/shapes/who.json)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from hearsay.outputs.picture.conflicts import rulings_shape, said_shape
from hearsay.outputs.picture.incidents import occurrence_shape
from hearsay.outputs.picture.saying import Saying, ordered, row_shape, seen_shape
from hearsay.outputs.picture.takeon import takeon_shape
from hearsay.picture.careers import Beside, RankHeld, Rise
from hearsay.picture.conflict import Conflict, Said
from hearsay.picture.dossier import Dossier
from hearsay.picture.index import StatementRow
from hearsay.picture.posts import Post
from hearsay.picture.sway import Tie
from hearsay.picture.takeon import NOTHING, TakeOn
from hearsay.vocabulary.statements import Assistance, Commitment, Incident, Tally

Json = dict[str, Any]


def dossier_shape(
    dossier: Dossier,
    saying: Saying,
    *,
    as_of: str | None,
    replies: Iterable[Json],
    taken: TakeOn = NOTHING,
    answered: Mapping[str, tuple[Said, ...]] = MappingProxyType({}),
    ruled: Sequence[Conflict] = (),
) -> Json:
    """The object that `hearsay who --json` lists.

    `replies` are claims that name them as a speaker, in the shape of `hearsay claims --json`;
    `taken` is what a unit takes on from those under it; `answered` are the denials that may answer
    a claim, by the claim's id; `ruled` the conflicts of the case on which people have ruled.
    """
    career = dossier.career
    return {
        "as_of": as_of,
        "who": saying.who_shape(dossier.entity.number),
        "names": [_single(row, saying) for row in dossier.names],
        "posts": [_post(one, saying) for one in career.posts],
        "ranks": [_rank(one, saying) for one in career.ranks],
        "rises": [_beside(one, saying) for one in career.rises],
        "holders": [_post(one, saying) for one in dossier.holders],
        "relations": [_tie(one, saying) for one in dossier.relations],
        "sway": [_tie(one, saying) for one in dossier.sway],
        "assistance": [_tie(one, saying) for one in dossier.assistance],
        "places": [_single(row, saying) for row in dossier.places],
        "incidents": [_single(row, saying) for row in dossier.incidents],
        "occurrences": [occurrence_shape(one, saying) for one in dossier.harm],
        "commitments": [_single(row, saying) for row in dossier.commitments],
        "numbers": [_single(row, saying) for row in dossier.numbers],
        "assessments": [_single(row, saying) for row in dossier.assessments],
        "replies": list(replies),
        "taken_on": takeon_shape(taken, saying),
        "answers": list(_answers(dossier, answered)),
        "rulings": rulings_shape(ruled, dossier.claims),
    }


def _answers(dossier: Dossier, answered: Mapping[str, tuple[Said, ...]]) -> Iterator[Json]:
    """For each claim on the page that a denial may answer: the claims that deny."""
    for claim in sorted(dossier.claims & answered.keys()):
        yield {"claim": claim, "denials": [said_shape(one) for one in answered[claim]]}


def _post(post: Post, saying: Saying) -> Json:
    return {
        "person": saying.who_shape(post.person),
        "unit": None if post.unit is None else saying.who_shape(post.unit),
        "role": post.role,
        "titles": list(post.titles),
        "ranks": list(post.ranks),
        "leads": post.leads,
        "seen": seen_shape(post.seen),
        "unsure": post.unsure,
        **saying.said_shape(ordered((*post.rows, *post.denials))),
    }


def _rank(held: RankHeld, saying: Saying) -> Json:
    return {
        "rank": held.rank,
        "seen": seen_shape(held.seen),
        **saying.said_shape((*held.rows, *held.denials)),
    }


def _beside(beside: Beside, saying: Saying) -> Json:
    middle = beside.middle
    return {
        **_rise(beside.rise, saying),
        "others": [_rise(one, saying) for one in beside.others],
        "median_of_others": None if middle is None else {"least": middle[0], "most": middle[1]},
    }


def _rise(rise: Rise, saying: Saying) -> Json:
    return {
        "person": saying.who_shape(rise.person),
        "from": rise.lower,
        "to": rise.higher,
        "days": {"least": rise.least, "most": rise.most},
        "rests_on": [row_shape(row) for row in rise.rows],
    }


def _tie(tie: Tie, saying: Saying) -> Json:
    return {
        "from": saying.who_shape(tie.from_),
        "kind": tie.kind,
        "to": saying.who_shape(tie.to),
        "seen": seen_shape(tie.seen),
        "unsure": tie.unsure,
        **saying.said_shape((*tie.said, *tie.denials)),
    }


def _single(row: StatementRow, saying: Saying) -> Json:
    statement = row.statement
    found: Json = {
        "statement": type(statement).__name__.casefold(),
        "kind": getattr(statement, "kind", None),
        "parties": [{"part": part, **saying.who_shape(number)} for part, number in row.entities],
        **row_shape(row),
        "origins": saying.said_shape((row,))["denied_from" if row.denied else "origins"],
    }
    if isinstance(statement, Incident):
        found["stage"] = statement.stage
    if isinstance(statement, Tally):
        number = statement.number
        found["number"] = {
            "low": number.low,
            "high": number.high,
            "comparator": number.comparator,
            "unit": number.unit,
            "scope": statement.scope,
        }
    if isinstance(statement, Assistance | Commitment):
        found["kind"] = statement.kind
    return found
