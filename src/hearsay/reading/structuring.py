"""Puts what the network found between mentions into a reading: who is meant, relations, events.

Everything is tied to the assertion that it stands in, which says whether it is denied or hedged
and when it holds.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast, get_args

from hearsay.reading.counting import counts_of
from hearsay.reading.describing import SELF, heads, is_plural
from hearsay.reading.found import Found, FoundLink, FoundMention, FoundTrigger
from hearsay.reading.headed import headed
from hearsay.reading.relating import relations_of
from hearsay.reading.staging import denied_at, stage_of
from hearsay.reading.surroundings import Around
from hearsay.reading.turns import is_turn, labels_of
from hearsay.vocabulary.readings import (
    Argument,
    ArgumentRole,
    Attribution,
    Cause,
    Event,
    Mention,
    MentionType,
    Reading,
)
from hearsay.vocabulary.spans import Span, hull

_ROLES = frozenset(get_args(ArgumentRole))


def structured(reading: Reading, found: Found, text: str) -> Reading:
    """The reading with who is meant by what, relations, events, counts and causes."""
    places = _Places(reading.mentions)
    told = dict.fromkeys(labels_of(reading.attributions, text), None)
    mentions = tuple(
        _referring(reading.mentions, found.links, places, told | _selves(reading, text), text)
    )
    reading = replace(
        reading,
        mentions=mentions,
        attributions=tuple(_all_carried(reading.attributions, mentions)),
    )
    around = Around(reading)
    return replace(
        reading,
        relations=relations_of(found.links, places.id, reading, around, text),
        events=tuple(_events(found, places, {m.id: m for m in mentions}, around, text)),
        counts=tuple(counts_of(found.numbers, reading, around, text)),
        causes=tuple(
            Cause(f"c{n}", c.cause, c.effect, hull(c.marker), around.attribution(c.marker), c.score)
            for n, c in enumerate(found.causes, 1)
        ),
    )


class _Places:
    """Finds the mention of a reading that a found mention became."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        hulls = [(m, hull(m.spans)) for m in mentions]
        self._exact = {(m.type, span): m.id for m, span in hulls}
        self._starts = {(m.type, span.start): m.id for m, span in hulls}
        self._ends = {(m.type, span.end): m.id for m, span in hulls}

    def id(self, found: FoundMention) -> str | None:
        """Its id; one that was drawn to a longer span is known by either end."""
        key = (found.type, found.span)
        return (
            self._exact.get(key)
            or self._starts.get((found.type, found.span.start))
            or self._ends.get((found.type, found.span.end))
        )


# ── who is meant ──


def _referring(
    mentions: Sequence[Mention],
    links: Sequence[FoundLink],
    places: _Places,
    told: Mapping[str, str | None],
    text: str,
) -> Iterator[Mention]:
    """Mentions carried to what the network takes them for.

    A name is only ever carried by its words, which is done before; a description or pronoun to
    the likeliest mention, best to one that is carried to a name itself. Of some the text itself
    tells: `told` holds what they are carried to, `None` where they stand for themselves.
    """
    every = {m.id: m for m in mentions}
    carried: dict[str, str] = {}
    for id, likely in _likely(links, places).items():
        best = _antecedent(every[id], likely, every, text)
        if best is not None:
            carried[id] = best
    carried |= dict(headed(mentions, {*carried, *told}, text))
    carried |= dict(_repeated(mentions, carried, text))
    for id, to in told.items():
        carried.pop(id, None)
        if to is not None:
            carried[id] = to
    for one in mentions:
        refers = _end_of(one.id, every, carried)
        yield one if refers == one.refers else replace(one, refers=refers)


def _repeated(
    mentions: Sequence[Mention], carried: Mapping[str, str], text: str
) -> Iterator[tuple[str, str]]:
    """Descriptions that the network leaves, each with an earlier one in the same words.

    The network looks at some twelve sentences at a time; "the ministry" further on is still the
    ministry that was named at first. Of several, as of "officials", nobody can tell.
    """
    before: dict[tuple[str, str], str] = {}
    for one in mentions:
        at = hull(one.spans)
        words = at.of(text).lower()
        if (
            one.form != "nominal"
            or is_plural(words)
            or not _DEFINITE.search(text[max(0, at.start - 5) : at.start])
        ):
            continue
        known = before.get((one.type, words))
        if one.id in carried or one.refers != one.id:
            before[one.type, words] = one.id
        elif known is not None:
            yield one.id, known
        else:
            before[one.type, words] = one.id


_LOOK_BACK = 60
"""Quotations before an "I" among which the one that it stands in is looked for."""
_DEFINITE = re.compile(r"\b(?:the|this|that)\s+$", re.I)


def _selves(reading: Reading, text: str) -> dict[str, str]:
    """Each "I" and "my" with the speaker of the quotation or turn that it stands in."""
    spoken = sorted(
        (part.start, part.end, len(hull(one.content)), one.speaker)
        for one in reading.attributions
        if one.speaker is not None
        and (one.speech != "indirect" or is_turn(one.cue, one.source, text))
        for part in one.content
    )
    found: dict[str, str] = {}
    for mention in reading.mentions if spoken else ():
        at = mention.spans[0]
        if mention.form != "pronoun" or at.of(text).lower() not in SELF:
            continue
        end = bisect_left(spoken, (at.end,))
        near = spoken[max(0, end - _LOOK_BACK) : end]
        around = [(size, speaker) for start, stop, size, speaker in near if stop >= at.end]
        if around and min(around)[1] != mention.id:
            found[mention.id] = min(around)[1]
    return found


def _antecedent(
    one: Mention, likely: Sequence[tuple[float, str]], every: dict[str, Mention], text: str
) -> str | None:
    """What a description or pronoun is carried to: a name, or else an earlier description."""
    if one.form == "name":
        return None
    ranked = [
        (score, to)
        for score, to in sorted(likely, reverse=True)
        if score >= _SURELY or not _two_offices(one, every[to], text)
    ]
    if not ranked:
        return None
    named = [(score, to) for score, to in ranked if every[every[to].refers].form == "name"]
    if named and ranked[0][0] - named[0][0] <= _CLEARLY:
        return named[0][1]
    here = int(one.id[1:])
    described = [
        to
        for _, to in ranked
        if every[to].form == "nominal" and (one.form == "pronoun" or int(to[1:]) < here)
    ]
    return next(iter(described), next((to for _, to in ranked if int(to[1:]) < here), None))


def _two_offices(one: Mention, other: Mention, text: str) -> bool:
    """Whether two persons are described by different words: "the mayor" and "the governor"."""
    if one.type != "Person" or (one.form, other.form) != ("nominal", "nominal"):
        return False
    head = hull(one.spans).of(text).lower().split()[-1]
    return not heads(hull(other.spans).of(text), head)


def _likely(links: Sequence[FoundLink], places: _Places) -> dict[str, list[tuple[float, str]]]:
    """For each mention those that may be the same, each with how surely."""
    likely: dict[str, list[tuple[float, str]]] = {}
    for link in links:
        if link.kind != "refers" or isinstance(link.left, FoundTrigger):
            continue
        if not _may_be_one(link.left.type, link.right.type):
            continue
        left, right = places.id(link.left), places.id(link.right)
        if left is not None and right is not None and left != right:
            likely.setdefault(left, []).append((link.score, right))
            likely.setdefault(right, []).append((link.score, left))
    return likely


def _may_be_one(one: MentionType, other: MentionType) -> bool:
    """A person is no body and no place; a country that acts is both of these."""
    people = ("Person", "Role", "Rank")
    return (one in people) == (other in people)


_SURELY = 0.95
"""So likely have two persons described by different words to be one, to be taken for one."""
_CLEARLY = 0.3
"""By so much likelier may a mention without a name be for the one with a name to be passed over."""


def _end_of(id: str, every: dict[str, Mention], carried: dict[str, str]) -> str:
    """Where the way from mention to mention ends; a ring ends with its first mention."""
    seen = [id]
    while True:
        at = seen[-1]
        further = carried.get(at, every[at].refers)
        if further == at:
            return at
        if further in seen:
            return min(seen[seen.index(further) :], key=lambda one: int(one[1:]))
        seen.append(further)


def _all_carried(
    attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> Iterator[Attribution]:
    """The attributions, their speakers carried to the most informative mentions of the same."""
    refers = {m.id: m.refers for m in mentions}
    by_place = sorted(
        ((hull(m.spans), m) for m in mentions if m.type in _SPEAKING), key=lambda pair: pair[0]
    )
    starts = [span.start for span, _ in by_place]
    for one in attributions:
        inside: list[Mention] = []
        if len(one.source) == 1:
            source = one.source[0]
            near = by_place[bisect_left(starts, source.start) : bisect_left(starts, source.end)]
            inside = [m for span, m in near if source.covers(span)]
        yield _carried(one, inside, refers)


def _carried(one: Attribution, inside: Sequence[Mention], refers: dict[str, str]) -> Attribution:
    """One attribution; `inside` are the mentions of speakers in its source."""
    own = _source_of(one, inside)
    meant = refers[own] if own is not None else one.speaker
    cut = own is None and any(_is_cut(m, one) for m in inside)

    def best(id: str) -> str:
        if id != one.speaker or meant is None:
            return refers.get(id, id)
        return meant if cut else refers.get(meant, meant)

    chain: list[str] = []
    for id in one.chain:
        if not chain or chain[-1] != best(id):
            chain.append(best(id))
    addressee = refers.get(one.addressee, one.addressee) if one.addressee else None
    speaker = best(one.speaker) if one.speaker else None
    return replace(one, chain=tuple(chain), speaker=speaker, addressee=addressee)


def _source_of(one: Attribution, inside: Sequence[Mention]) -> str | None:
    """The pronoun or description that a source consists of, where it was carried elsewhere.

    Rules carry it to one name, the network may carry it to another, which read more of the text.
    """
    if one.speaker is None or any(m.id == one.speaker or m.form == "name" for m in inside):
        return None
    whole = max(inside, key=lambda m: len(hull(m.spans)), default=None)
    if whole is None or whole.refers == whole.id or not _says_most(whole, one.source[0]):
        return None
    return whole.id


def _is_cut(mention: Mention, one: Attribution) -> bool:
    """Whether a mention is the speaker's, and only a small part of the source's words."""
    return (
        mention.id == one.speaker
        and mention.form != "name"
        and not _says_most(mention, one.source[0])
    )


def _says_most(mention: Mention, source: Span) -> bool:
    """Whether a mention is the better part of a source.

    "Office" of "the office of the Inspector" is not, and may be taken for anything.
    """
    return 2 * len(hull(mention.spans)) >= len(source) - len("the ")


_SPEAKING = frozenset(("Person", "Organization"))


# ── what holds between them ──


def _events(
    found: Found, places: _Places, every: Mapping[str, Mention], around: Around, text: str
) -> Iterator[Event]:
    arguments: dict[FoundTrigger, dict[tuple[str, str], float]] = {}
    for link in found.links:
        if link.kind in _ROLES and isinstance(link.left, FoundTrigger):
            id = places.id(link.right)
            if id is not None:
                held = arguments.setdefault(link.left, {})
                held[link.kind, id] = max(link.score, held.get((link.kind, id), 0.0))
    for number, trigger in enumerate(found.triggers, 1):
        assertion = around.assertion((trigger.span,))
        time = around.time(assertion, trigger.span.start)
        roles = _each_once(arguments.get(trigger, {}), every)
        denied = denied_at((trigger.span, trigger.span), assertion, text)
        said = around.speaker(around.attribution((trigger.span,)))
        yield Event(
            f"e{number}",
            trigger.type,
            trigger.span,
            stage_of(trigger.span, assertion, text, said),
            tuple(Argument(cast(ArgumentRole, role), id) for role, id in roles),
            assertion.id if assertion else None,
            "denied" if denied else "affirmed",
            time.id if time else None,
            trigger.score,
        )


def _each_once(
    given: Mapping[tuple[str, str], float], every: Mapping[str, Mention]
) -> list[tuple[str, str]]:
    """Roles with their mentions in the order of the text; of two that mean the same, the surer."""
    best: dict[tuple[str, str], tuple[float, str]] = {}
    for (role, id), score in given.items():
        key = (role, every[id].refers)
        best[key] = max(best.get(key, (0.0, "")), (score, id))
    roles = [(role, id) for (role, _), (_, id) in best.items()]
    return sorted(roles, key=lambda pair: int(pair[1][1:]))
