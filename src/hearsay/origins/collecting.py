"""Lets nothing be searched for garbage while much is made that stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Leaves the collector of circular garbage out for a while.

    Millions of values are made in a row that all stay, and it would look through all of them
    again and again. What circles there are wait until the end.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
