"""Opens the case of a command, and says what that did to it."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hearsay.cli.options import CASE, CASE_VARIABLE
from hearsay.cli.printing import one_line, tell

if TYPE_CHECKING:
    from hearsay.case import Case


@contextmanager
def opened(path: str, *, create: bool = False) -> Iterator[Case]:
    """The case at `path`; with `create`, made new where there is none."""
    from hearsay.case import Case

    with Case.create(path) if create else Case.open(path) as case:
        if case.brought_up_from is not None:
            tell(
                f"{one_line(path)}: brought up from version {case.brought_up_from} of case files "
                "to this Hearsay's. What it holds and its head are as before; an older Hearsay "
                "no longer opens it."
            )
        yield case


def naming(path: str) -> str:
    """What has to follow a command that is suggested, so that it means the same case."""
    if path == os.environ.get(CASE_VARIABLE, CASE):
        return ""
    return f" --case {shlex.quote(one_line(path))}"
