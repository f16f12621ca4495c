"""What a name says of whom it means, and the promise to compare two of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hearsay.picture.things import Thing

ACRONYM = "letters:"
"""Begins the keys by which an acronym is found for a full name."""


@dataclass(frozen=True, slots=True)
class Known:
    """What one name says of whom it means."""

    family: str
    """`person`, `body`, `state`, `place` and so on: names of two families are never one."""
    words: tuple[str, ...]
    """What says who it is, folded, without titles; of a state its code."""
    text: str
    """The name as it is compared: without what a headline or caption ran into it, and of a
    numbered unit with the body that it is of."""
    vague: bool = False
    """Whether many could bear it: a family name, an acronym, a number without its parent."""
    plain: str = ""
    """The name as it is shown: without office and title."""
    country: str = ""
    """The code of the country that it is of, where its name or its table says so."""
    given: bool = False
    """Whether it is a table that says of which country it is."""
    bare: bool = False
    """Whether any country may have a body of that name, and neither name nor table says which:
    National Security Council."""

    @property
    def shown(self) -> str:
        """The name for a person to read."""
        return self.plain or self.text


def of_two_countries(one: Known, other: Known) -> bool:
    """Whether one is of another country than the other, where a table says so of one at least:
    the "Army" of two rows. What names say of that is for whoever compares names."""
    said = (one.given or other.given) and one.country and other.country
    return bool(said and one.country != other.country)


class Names(Protocol):
    """Knows what a name says, and whether two mean one person or body."""

    def known(self, thing: Thing, name: str) -> Known | None:
        """What one of a thing's names says; `None` where it is no name."""
        ...

    def keys(self, known: Known) -> frozenset[str]:
        """What names that may be one share: two without a common key are never compared."""
        ...

    def score(self, left: Known, right: Known, contexts: tuple[str, str] = ("", "")) -> float:
        """How sure it is that both are one, from 0 to 1."""
        ...
