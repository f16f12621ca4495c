"""Finds whom an address or a field of a form means."""

from __future__ import annotations

from hearsay.picture.index import Asking, EntityRow


def one_called(asking: Asking, called: str) -> EntityRow | None:
    """The one with this id, or the one that bears this name; none where several do or nobody."""
    found = asking.entities(called)
    return found[0] if len(found) == 1 else None
