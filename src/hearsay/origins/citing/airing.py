"""Finds on whose programme somebody said it: what is said on two programmes is said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hearsay.origins.citing.owners import Owners
from hearsay.origins.language.words import fold
from hearsay.vocabulary.readings import Claim


@dataclass(frozen=True, slots=True)
class Airing:
    """Somebody says something on a broadcaster's programme."""

    place: int
    """Where in the text the programme is named."""
    speaker: str
    """His family name as written there."""
    venue: str
    """The broadcaster, by its name in the table of outlets."""


@dataclass(frozen=True, slots=True, eq=False)
class Airings:
    """Who speaks on whose programme in the documents of a case; each is gone through once."""

    owners: Owners
    names: tuple[str, ...]
    """What broadcasters are called."""
    _found: dict[str, tuple[Airing, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, owners: Owners) -> Airings:
        """Those of the broadcasters in this table."""
        every = (one for one in owners.by_name.values() if one.kind == _BROADCASTER)
        names = {name for one in every for name in (one.name, *one.aliases)}
        short = sorted(names, key=lambda name: (len(name), name))
        # Where "NBC News" stands, "NBC" stands too.
        least = [name for at, name in enumerate(short) if not any(o in name for o in short[:at])]
        return cls(owners, tuple(least))

    def of_claim(self, claim: Claim, speaker: str, text: str, publisher: str) -> str | None:
        """The one broadcaster on which a claim's speaker says something near it.

        `None` where none is named or two are. `text` is that of the claim's document.
        """
        if claim.capture not in self._found:
            self._found[claim.capture] = tuple(self._in(text, publisher))
        found = self._found[claim.capture]
        if not (found and speaker):
            return None
        family = fold(speaker.split()[-1])
        start, end = claim.spans[0].start, claim.spans[-1].end
        near = {
            one.venue
            for one in found
            if start - _BEFORE <= one.place <= end + _BEHIND and fold(one.speaker) == family
        }
        return near.pop() if len(near) == 1 else None

    def _in(self, text: str, publisher: str) -> Iterator[Airing]:
        own = self.owners.outlet(publisher)
        at_home = own.name if own is not None and own.kind == _BROADCASTER else None
        windows = _windows(text, (*self.names, *_TITLED))
        programmes = self._programmes(text, windows)
        for low, high in windows:
            for pattern in (_SAID_ON, _ON_SAID):
                for match in pattern.finditer(text, low, high):
                    venue = self._venue(match, programmes, at_home)
                    if venue is not None:
                        yield Airing(match.start("on"), match["who"], venue)

    def _programmes(self, text: str, windows: Sequence[tuple[int, int]]) -> Mapping[str, str]:
        """By a programme's name, the broadcaster with whose name the text gives it."""
        found = {}
        for low, high in windows:
            for match in _OWNED.finditer(text, low, high):
                name = self._broadcaster(match["outlet"])
                if name is not None:
                    found[fold(match["programme"])] = name
        return found

    def _venue(
        self, match: re.Match[str], programmes: Mapping[str, str], at_home: str | None
    ) -> str | None:
        if match["outlet"] is None:
            # A broadcaster need not say of its own programme whose it is.
            return programmes.get(fold(match["alone"]), at_home)
        return self._broadcaster(match["outlet"])

    def _broadcaster(self, name: str) -> str | None:
        words = name.split()
        for many in range(len(words), 0, -1):
            outlet = self.owners.outlet(" ".join(words[:many]))
            if outlet is not None:
                return outlet.name if outlet.kind == _BROADCASTER else None
        return None


def _windows(text: str, names: Sequence[str]) -> list[tuple[int, int]]:
    """What stands around these words in a text: patterns are slow on the whole of it."""
    places = []
    for name in names:
        at = text.find(name)
        while at >= 0:
            places.append(at)
            at = text.find(name, at + 1)
    found: list[tuple[int, int]] = []
    for at in sorted(places):
        low, high = max(0, at - _WINDOW), at + _WINDOW
        if found and low <= found[-1][1]:
            found[-1] = found[-1][0], high
        else:
            found.append((low, high))
    return found


_WINDOW = 200
_TITLED = ("on “", 'on "', "told “", 'told "')
"""What stands before a programme that is named without its broadcaster."""
_BEFORE, _BEHIND = 900, 300
"""So far before and behind a claim the programme is named that it was made on: an article goes on
with what its guest said there."""
_BROADCASTER = "broadcaster"
_OUTLET = r"(?P<outlet>[A-Z][\w&]*(?:\s+[A-Z][\w&]*){0,2})"
_PROGRAMME = r"[“\"](?P<programme>[A-Z][^”\"\n]{2,40}?)[,.]?[”\"]"
_ALONE = _PROGRAMME.replace("programme", "alone")
_PLACE = rf"(?P<on>(?:{_OUTLET}(?:[’']s?)?(?:\s+{_PROGRAMME})?|{_ALONE}))"
_NAME = r"(?P<who>[A-Z][\w’'-]+)"
_SAID_ON = re.compile(
    rf"\b{_NAME}\b(?:,[^“”\"\n]{{0,100}},)?\s+(?:(?:also|has|had|was|later|then)\s+){{0,2}}"
    r"(?:said|says|argued|warned|added|repeated|appeared|interviewed|spoke|speaking|told|insisted)\b"
    rf"(?:\s+(?:[a-z]+|[A-Z][a-z]+day|[A-Z][a-z]+)){{0,4}}?(?:(?<=told)|\s+(?:on|with|to))\s+{_PLACE}"
)
_ON_SAID = re.compile(
    r"\b(?:[Ii]nterview(?:ed)?|[Aa]ppear(?:ing|ance)|[Ss]peaking)\s+(?:[\w]+\s+)?(?:on|with|to)\s+"
    rf"{_PLACE},?[”\"]?,?\s+(?:[\w.’'-]+\s+){{0,5}}?{_NAME}(?=,|\s+(?:said|says|told|argued|warned))"
)

_OWNED = re.compile(rf"\b{_OUTLET}[’']s?\s+{_PROGRAMME}")
