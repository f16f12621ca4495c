"""Compares the things of two documents by their names, with what each document says around them."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.picture.things import Thing
from hearsay.resolution.resolver import Resolver
from hearsay.resolution.weighing import Sameness


class Compared:
    """Names compared by a resolver; keeps the promise of `hearsay.picture.entities.Names`."""

    def __init__(self, resolver: Resolver | None = None) -> None:
        self._resolver = resolver or Resolver.supplied()
        self._keys: dict[str, frozenset[str]] = {}

    def keys(self, name: str) -> frozenset[str]:
        """What names that may be one share."""
        found = self._keys.get(name)
        if found is None:
            found = self._keys[name] = self._resolver.keys_of(name)
        return found

    def score(self, left: Thing, right: Thing) -> float:
        """How sure it is that both are one: of their names, the two that are most alike."""
        return self.sameness(left, right).score

    def sameness(self, left: Thing, right: Thing) -> Sameness:
        """The same with the reasons in words."""
        found = [
            self._resolver.same(
                one, other, left_context=left.context, right_context=right.context
            )
            for one in _few(left.names)
            for other in _few(right.names)
        ]
        return max(found, key=lambda one: one.score)


_NAMES = 3
"""Names of a thing that are compared: the first ones say most."""


def _few(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(names)[:_NAMES]
