"""The claims of a case, asked for those that speak of the same: by the rare words they share."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hearsay.picture.likening import stems_of
from hearsay.vocabulary.documents import places
from hearsay.vocabulary.traces import Account


@dataclass(frozen=True, slots=True)
class Heard:
    """A claim as far as commitments ask for it."""

    id: str
    words: str
    document: str
    published: str | None
    publisher: str | None
    address: str
    place: str
    start: int
    """Where in the text of its document it begins."""
    speakers: tuple[str, ...]
    denies: bool
    """Whether it denies what another has said."""
    score: float


def heard_of(account: Account) -> Iterator[Heard]:
    """The claims of one document."""
    at, told = places(account.document), account.document.particulars
    for claim in account.claims:
        yield Heard(
            claim.id,
            " ".join(claim.words.split()),
            account.id,
            told.published,
            told.publisher,
            account.address,
            at.get(claim.passage, ""),
            claim.spans[0].start,
            tuple(speaker.name for speaker in claim.speakers),
            claim.cue_class == "denied" and bool(_DENIES.search(claim.cue or "")),
            claim.score,
        )


_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|disput\w*|refut\w*|rebut\w*"
    r"|contradict\w*|repudiat\w*)\b",
    re.IGNORECASE,
)
"""Words that deny what another has said; who refuses or cancels something denies nothing."""


class Listening:
    """All claims of a case, by their words and by where they stand."""

    def __init__(self, heard: Sequence[Heard]) -> None:
        self.heard = heard
        self._having: dict[str, list[int]] = defaultdict(list)
        self._passages: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, claim in enumerate(heard):
            self._passages[claim.document, claim.place].append(number)
            for word in stems_of(claim.words):
                self._having[word].append(number)

    def weight(self, words: Iterable[str]) -> float:
        """What words tell together: each the more, the fewer claims have it."""
        every = 1 + len(self.heard)
        return sum(math.log(every / max(1, len(self._having.get(w, ())))) for w in words)

    def is_shared(self, word: str) -> bool:
        """Whether more than one claim has it."""
        return len(self._having.get(word, ())) > 1

    def having_any(self, words: Iterable[str]) -> set[int]:
        """The claims that have one of these words, but for words that many have."""
        found: set[int] = set()
        for word in words:
            having = self._having.get(word, ())
            if len(having) <= _COMMON:
                found.update(having)
        return found

    def near(self, document: str, place: str, first: int, last: int) -> list[int]:
        """The claims of one passage that begin between two places of its text, in order."""
        here = self._passages.get((document, place), ())
        found = [n for n in here if first <= self.heard[n].start <= last]
        return sorted(found, key=lambda n: self.heard[n].start)


_COMMON = 400
"""A word that more claims have leads to none of them."""
