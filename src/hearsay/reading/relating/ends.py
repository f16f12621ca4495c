"""What may be an end of a relation, and what a word that stands for another stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearsay.reading.relating.ruled import Ruled
from hearsay.vocabulary.readings import Mention
from hearsay.vocabulary.spans import hull


class Ends:
    """Looks up what the ends of relations of one text mean."""

    def __init__(self, mentions: Sequence[Mention], text: str) -> None:
        self._words = {one.id: hull(one.spans).of(text).lower() for one in mentions}
        self._before = dict(_before(mentions, self._words, text))

    def meant(self, one: Ruled) -> Iterator[Ruled]:
        """The relation with those ends that are meant; none where an end is nobody.

        "Selim, who commands": it is Selim who does. "The corps armed itself" tells of one alone.
        """
        source, target = (self._before.get(id, id) for id in (one.source, one.target))
        words = self._words[source], self._words[target]
        if source == target or any(_NOBODY.match(word) or word in _SELVES for word in words):
            return
        if one.kind == "same_as" and words[0] == words[1]:
            return
        yield replace(one, source=source, target=target)


_SELVES = frozenset(("himself", "herself", "itself", "themselves", "each other", "one another"))
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
_NOBODY = re.compile(r"(?:nobody|no one|no-one|none|nothing|neither|few)$")
_BESIDE = re.compile(r"[,–—\s]*(?:(?:of|in|by|to|for|with|from|under)\s+)?")


def _before(
    mentions: Sequence[Mention], words: dict[str, str], text: str
) -> Iterator[tuple[str, str]]:
    """For each "who" or "himself" right after what it stands for, that."""
    ordered = sorted(mentions, key=lambda one: (hull(one.spans).end, -hull(one.spans).start))
    last: list[Mention] = []
    for one in ordered:
        if words[one.id] in _RELATIVE or words[one.id] in _SELVES:
            named = next((other for other in last if _stands_for(one, other, text)), None)
            if named is not None:
                yield one.id, named.id
        else:
            # "General" is a rank and the man himself, in one place.
            together = last and hull(last[0].spans).end == hull(one.spans).end
            last = [*last, one] if together else [one]


def _stands_for(one: Mention, last: Mention, text: str) -> bool:
    between = text[hull(last.spans).end : hull(one.spans).start]
    known = one.refers != one.id and one.refers == last.refers
    return known and _BESIDE.fullmatch(between) is not None
