"""The relations of a reading: what the network and the phrases say holds between its mentions.

Each is tied to the assertion that it stands in, which says whether it is denied or hedged and when
it holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast, get_args

from hearsay.reading.found import FoundLink, FoundMention, FoundTrigger
from hearsay.reading.relating.ends import Ends
from hearsay.reading.relating.lists import lists_in, sharing_words, told_as
from hearsay.reading.relating.owning import leads_another
from hearsay.reading.relating.ruled import Ruled, ruled_in
from hearsay.reading.staging import denied_at, unreal_at
from hearsay.reading.surroundings import Around
from hearsay.vocabulary.readings import Assertion, Hedge, Reading, Relation, RelationType
from hearsay.vocabulary.spans import Span, hull

EVEN: frozenset[str] = frozenset(
    ("allied_with", "tied_to", "fights", "communicates_with", "same_as")
)
"""Relations that say the same both ways round; one of the two is kept."""
_RELATIONS = frozenset(get_args(RelationType))

Find = Callable[[FoundMention], str | None]
"""The mention of a reading that a found mention became, by its id."""


def relations_of(
    links: Sequence[FoundLink], find: Find, reading: Reading, around: Around, text: str
) -> tuple[Relation, ...]:
    """Every relation once, in the order of the text; the surer of two that say the same."""
    best: dict[tuple[str, ...], Ruled] = {}
    lists = lists_in(reading.mentions, text)
    linked = tuple(_linked(links, find))
    said = (
        *linked,
        *_of_each(linked, sharing_words(reading.mentions)),
        *ruled_in(reading.mentions, text, lists),
    )
    ends_of = Ends(reading.mentions, text)
    every = (*said, *_of_each(said, told_as(reading.mentions, text, lists)))
    looked_past = {(one.kind, *_nearer(one)) for one in every if one.instead is not None}
    for one in (meant for found in every for meant in ends_of.meant(found)):
        if (one.kind, one.source, one.target) in looked_past:
            continue
        ends = (one.source, one.target)
        key = (one.kind, *(sorted(ends) if one.kind in EVEN else ends))
        held = best.get(key)
        if held is None or one.score > held.score:
            best[key] = one
    places = {mention.id: hull(mention.spans) for mention in reading.mentions}
    kept = (
        one
        for one in best.values()
        if not leads_another(one.kind, places[one.source], places[one.target], text)
    )
    once = _once_each(kept, reading, places)
    found = sorted(once, key=lambda one: (places[one.source], places[one.target]))
    return tuple(
        _relation(number, one, (places[one.source], places[one.target]), around, text)
        for number, one in enumerate(found, 1)
    )


def _once_each(
    every: Iterable[Ruled], reading: Reading, places: Mapping[str, Span]
) -> Iterator[Ruled]:
    """Of two that say the same of the same in one place, the surer: where "Selim" commands the
    brigade and "he" does, within the same words, that is said once."""
    means = {mention.id: mention.refers for mention in reading.mentions}
    kept: dict[tuple[str, ...], list[Span]] = {}
    for one in sorted(every, key=lambda one: -one.score):
        ends = (means[one.source], means[one.target])
        key = (one.kind, *(sorted(ends) if one.kind in EVEN else ends))
        here = hull((places[one.source], places[one.target]))
        if not any(here.meets(other) for other in kept.setdefault(key, [])):
            kept[key].append(here)
            yield one


def _nearer(one: Ruled) -> tuple[str, str]:
    """The ends with what stood nearer to the verb in place of its subject.

    The network takes it for the subject now and then, where a rule sees who it is.
    """
    instead = one.instead or ""
    return (instead, one.target) if one.of_source else (one.source, instead)


def _linked(links: Iterable[FoundLink], find: Find) -> Iterator[Ruled]:
    """What the network found between mentions of the reading."""
    for link in links:
        if link.kind not in _RELATIONS or isinstance(link.left, FoundTrigger):
            continue
        left, right = find(link.left), find(link.right)
        if left is None or right is None or left == right:
            continue
        # "A general" is a role and its holder, in one place: nothing holds between the two.
        if link.left.span != link.right.span:
            if link.kind in EVEN and link.right.span < link.left.span:
                left, right = right, left
            yield Ruled(cast(RelationType, link.kind), left, right, link.score)


def _of_each(said: Iterable[Ruled], told: Mapping[str, tuple[str, ...]]) -> Iterator[Ruled]:
    """What is said of one, said of each that `told` puts in its place or beside it."""
    for one in said:
        for source in told.get(one.source, ()):
            if source not in (one.source, one.target):
                yield replace(one, source=source)
        for target in told.get(one.target, ()):
            if target not in (one.source, one.target):
                yield replace(one, target=target)


def _relation(
    number: int, one: Ruled, spans: tuple[Span, Span], around: Around, text: str
) -> Relation:
    assertion = around.assertion(spans)
    if assertion is not None and not any(part.meets(spans[1]) for part in assertion.spans):
        assertion = None  # "He became a general" does not say what the sentence before says he was
    time = around.time(assertion, spans[1].start)
    named = _is_in_a_name(one.kind, spans, text)
    return Relation(
        f"r{number}",
        one.kind,
        one.source,
        one.target,
        assertion.id if assertion else None,
        "denied" if not named and _denied(one.kind, assertion, spans, around, text) else "affirmed",
        None if named else _hedge(one.kind, assertion, spans, text),
        time.id if time else None,
        one.score,
    )


def _is_in_a_name(kind: str, spans: tuple[Span, Span], text: str) -> bool:
    """Whether it only says who is meant, which a denied verb leaves as it is: "that the 5th
    Division of the Army took advice", "Colonel Rusk, commander of the 5th Brigade, would not"."""
    if kind not in _OF_WHOM:
        return False
    first, second = sorted(spans)
    between = text[first.end : second.start]
    return bool(_BELONGS.fullmatch(between)) and not _NO.search(between)


_OF_WHOM = frozenset(("part_of", "arm_of", "is_posted", "member_of", "commands", "leads"))
_BELONGS = re.compile(
    r"[’']s?\s+|\s+of\s+(?:the\s+)?"
    r"|,\s+(?:(?:the|an?|its|their|who|which)\s+)?(?:[\w’'-]+\s+){0,5}?"
    r"(?:of|for|at|in|commands|commanded|leads|led|heads|headed)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_NO = re.compile(r"\b(?:not?|never|neither|nor)\b|n[’']t\b", re.IGNORECASE)
_STANDING = frozenset(("has_rank", "has_role", "same_as"))
"""Said beside a name and not by the verb: a denied verb does not deny them."""


def _denied(
    kind: str, assertion: Assertion | None, spans: tuple[Span, Span], around: Around, text: str
) -> bool:
    """By its words, or by whoever denies all that it stands in."""
    if kind in _STANDING:
        return False
    said = around.speaker(around.attribution(spans))
    disowned = said is not None and (said.cue_class, said.polarity) == ("denied", "denied")
    return disowned or denied_at(spans, assertion, text)


def _hedge(
    kind: str, assertion: Assertion | None, spans: tuple[Span, Span], text: str
) -> Hedge | None:
    """The hedge of the assertion nearest to what it hedges, or what says that it is still to be."""
    at = hull(spans).start
    if assertion is not None and assertion.hedges:
        return min(assertion.hedges, key=lambda hedge: abs(hedge.span.start - at))
    ahead = unreal_at(spans, text) if kind not in _STANDING | _SAID_AHEAD else None
    return Hedge(ahead, "possible") if ahead is not None else None


_SAID_AHEAD = frozenset(("promises", "demands"))
"""What is promised lies ahead; that it is promised does not."""
