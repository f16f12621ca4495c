"""What the commands share that trace: what they are asked, who had what from whom, its printing."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from hearsay.cli.opening import opened
from hearsay.cli.options import case_option, known_at_option, label_option, list_options
from hearsay.cli.printing import print_list, say_each, tell
from hearsay.cli.progress import Bar

if TYPE_CHECKING:
    from hearsay.case import Case
    from hearsay.case.tracing import TracedCase
    from hearsay.outputs.excerpts import DocumentOf

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which case something is asked, as it stood when, and in which form it is to be given."""

    case_path: str
    known_at: str | None = None
    labels: frozenset[str] = frozenset()
    form: str | None = None
    """`json`, `jsonl`, or nothing for people."""


def tracing_options(command: F) -> F:
    """The case, as it stood when, what labels are shown, in which form: handed on as `asked`."""

    @functools.wraps(command)
    def asking(
        *arguments: Any,
        case_path: str,
        known_at: str | None,
        labels: tuple[str, ...],
        form: str | None,
        **others: Any,
    ) -> Any:
        asked = Asked(case_path, known_at, frozenset(labels), form)
        return command(*arguments, asked=asked, **others)

    made: Any = asking
    for option in (list_options, label_option, known_at_option, case_option):
        made = option(made)
    return made  # type: ignore[no-any-return]


@contextmanager
def traced(asked: Asked) -> Iterator[tuple[Case, TracedCase]]:
    """The case, with who had what from whom in it."""
    with opened(asked.case_path) as case:
        with patience():
            found = case.tracing.traced(known_at=asked.known_at, labels=asked.labels)
        yield case, found


@contextmanager
def patience() -> Iterator[None]:
    """Says on a terminal that it is at work, where that takes more than a moment."""
    with Bar("working out who had what from whom"):
        yield


def documents_of(case: Case, asked: Asked) -> DocumentOf:
    """The documents of a case as far as they may be shown, each taken out of it once."""

    @functools.lru_cache(maxsize=256)
    def document(capture: str) -> Any:
        return case.readable(capture, known_at=asked.known_at, labels=asked.labels)

    return document


def show(
    asked: Asked,
    *,
    shapes: Iterable[dict[str, Any]],
    blocks: Callable[[int], Iterable[list[str]]],
    nothing: str,
) -> None:
    """Print what was found: as JSON where asked for, else in blocks of lines as wide as fits.

    `nothing` is what a person is told where there is none; a program gets an empty list.
    """
    if asked.form is not None:
        print_list(shapes, asked.form)
    elif not say_each(blocks(shutil.get_terminal_size().columns)):
        tell(nothing)
