"""Who is meant where a family name stands alone and several people bear it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from hearsay.origins.citing.speakers import Source, same_source, source_of
from hearsay.origins.language.words import fold
from hearsay.vocabulary.traces import Account

Bearers = Mapping[str, Source]
"""By family name, who of those that bear it is meant by it alone."""


def bearer(alone: Source, written: str, bearers: Bearers) -> Source:
    """Who is meant by a family name that stands alone; the name itself where that is open.

    It has to be spelt as the bearer's: "the Hill" and Russia are no Mr Hill and no Mr Ross.
    """
    whole = bearers.get(alone.head)
    if whole is None or _SET_APART.match(written):
        return alone
    theirs, own = fold(whole.name.split()[-1]), fold(alone.name.split()[-1])
    return whole if theirs == own or is_slip(theirs, own) else alone


def is_slip(name: str, other: str) -> bool:
    """Whether two long names differ by two neighbouring letters that changed places."""
    if len(name) != len(other) or len(name) < _LONG or name[0] != other[0]:
        return False
    apart = [at for at, (one, two) in enumerate(zip(name, other, strict=True)) if one != two]
    if len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    first, second = apart
    return name[first] == other[second] and name[second] == other[first]


_LONG = 6
"""Letters from which two names are not one slip apart by chance."""


_SET_APART = re.compile(r"(?:Mrs|Ms|Miss|Lady|Dame|[Tt]he)\b")
"""Who names her so sets her apart from him who bears the name alone."""
_CLEARLY = 2
"""In a text that names several in full, so many times as often as the next one."""
_BY_FAR = 4
"""In a case, cited in so many times as many documents: the text itself says nothing then."""


def bearers_in(account: Account, sources: Iterable[Source]) -> Bearers:
    """For each of these sources that is a family name alone, who in this text is named in full."""
    alone = _alone(sources)
    if not alone:
        return {}
    text = account.document.text
    full: dict[str, Counter[Source]] = {head: Counter() for head in alone}
    others: Counter[Source] = Counter()
    for mention in account.reading.mentions:
        if mention.type == "Person" and mention.form == "name" and mention.spans:
            one = source_of(" ".join(mention.spans[0].of(text).split()), person=True)
            if one.kind == "person" and one.given:
                full.get(one.head, others)[one] += 1
    for source in sources:
        if source.head in full and not full[source.head]:
            # Whom nobody in the text is called, the writer's hand may have slipped for.
            slips = (s for s in others if _family_slipped(s, source))
            full[source.head].update({s: others[s] for s in slips})
    return _foremost(full, _CLEARLY)


def _family_slipped(whole: Source, alone: Source) -> bool:
    return is_slip(fold(whole.name.split()[-1]), fold(alone.name.split()[-1]))


class Bearing:
    """Who is meant in a text that names none in full: whom most of the documents cite by far."""

    def __init__(self) -> None:
        self._full: dict[str, Counter[Source]] = defaultdict(Counter)
        self._alone: set[str] = set()

    def add(self, sources: Iterable[Source]) -> None:
        """Takes in those whom one document cites."""
        cited = set(sources)
        self._alone |= _alone(cited)
        for one in cited:
            if one.kind == "person" and one.given:
                self._full[one.head][one] += 1

    def bearers(self) -> Bearers:
        """For every family name that stands alone somewhere, who is meant by it."""
        return _foremost({head: self._full.get(head, {}) for head in self._alone}, _BY_FAR)


def _alone(sources: Iterable[Source]) -> set[str]:
    return {one.head for one in sources if one.kind == "person" and not one.given}


def _foremost(full: Mapping[str, Mapping[Source, int]], times: int) -> Bearers:
    """Of each family the one named so many times as often as any other."""
    found = {}
    for head, bearers in full.items():
        people: list[list[tuple[Source, int]]] = []
        for one in sorted(bearers.items(), key=lambda bearer: (-bearer[1], bearer[0].name)):
            known = next((p for p in people if same_source(p[0][0], one[0])), None)
            if known is None:
                people.append([one])
            else:
                known.append(one)
        weights = sorted((-sum(n for _, n in each), at) for at, each in enumerate(people))
        if weights and (len(weights) == 1 or weights[0][0] <= times * weights[1][0]):
            found[head] = people[weights[0][1]][0][0]
    return found
