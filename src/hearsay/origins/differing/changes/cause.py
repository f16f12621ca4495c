"""A cause that the earlier text held here does not give."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hearsay.origins.differing.change import Finding
from hearsay.origins.differing.pairing import Pair
from hearsay.origins.differing.told import Telling
from hearsay.origins.language.forms import is_function, key
from hearsay.origins.language.words import folded_in, prose_of
from hearsay.vocabulary.readings import Cause
from hearsay.vocabulary.spans import hull, words_of
from hearsay.vocabulary.traces import Account, Change

RANK = 10
LEAST_LIKENESS = 0.4


def findings(pair: Pair) -> Iterable[Finding]:
    """Causes of the same effect that the one text gives and the other nowhere."""
    if not pair.after.told.account.reading.causes:
        return
    after = _causes(pair.after, pair.partner_from)
    if not after:
        return
    before = _causes(pair.before, pair.partner_of)
    for cause in after:
        if _known(pair.after, cause, pair.before.told.account):
            continue
        words = tuple(i for span in cause.cause for i in pair.after.words_at(span))
        instead = before[0] if len(before) == 1 else None
        yield Finding(
            Change(
                "cause",
                pair.before.side_at(instead.cause) if instead else None,
                pair.after.side_at(cause.cause),
            ),
            (),
            words,
        )


_TOLD = 0.5
"""A cause half of whose words the other text has near one another is given there too."""
_SURE = 0.5
_MARKER = re.compile(
    r"because|due to|owing to|(?:as )?a (?:direct )?(?:result|consequence) of|caused by|thanks to"
    r"|on account of|driven by|result(?:s|ed|ing) from|blamed on|attributed to|triggered by"
    r"|stem(?:s|med|ming) from|caus(?:es?|ed|ing)\b|led to|prompted|triggered",
    re.I,
)
"""What says that one thing brought about another; "after" and "as" may only tell the time."""


def _causes(telling: Telling, partners: dict[int, int]) -> list[Cause]:
    """The causes marked by a word ("due to") whose effect is what both tell."""
    claim = hull(telling.told.claim.spans)
    found = []
    for cause in telling.told.account.reading.causes:
        if not cause.effect or not cause.cause or not claim.meets(hull(cause.effect)):
            continue
        if cause.marker is None or cause.score < _SURE:
            continue
        if not _MARKER.match(cause.marker.of(telling.text)):
            continue
        if not telling.sentence.covers(cause.marker):
            continue
        effect = [i for s in cause.effect for i in telling.words_at(s) if _matter(telling, i)]
        if effect and sum(i in partners for i in effect) >= len(effect) / 2:
            found.append(cause)
    return found


def _matter(telling: Telling, i: int) -> bool:
    return bool(telling.forms[i]) and not is_function(telling.folded[i])


def _known(telling: Telling, cause: Cause, other: Account) -> bool:
    """Whether the words of the cause stand together in some paragraph of the other document."""
    told = folded_in(words_of(cause.cause, telling.text))
    wanted = {key(word) for word in told if not is_function(word)}
    if not wanted:
        return True
    text = other.document.text
    for passage in prose_of(other):
        there = {key(word) for word in folded_in(passage.of(text))}
        if len(wanted & there) >= _TOLD * len(wanted):
            return True
    return False
