"""What the commands share that ask what is known: of which day, of whom, and the picture itself.

The case, the form and the printing are those of all that traces (`hearsay.cli.tracing`):

    @as_of_option
    @tracing_options
    def command(asked: Asked, as_of: str | None) -> None:
        with pictured(asked) as picture:
            one = picture.one(name)
            rows = picture.asking.statements(StatementFilter(entity=one.number))
            voices = picture.hearing.voices(rows)
        show(asked, shapes=…, blocks=…, nothing="…")
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import click

from hearsay.cli.opening import opened
from hearsay.cli.printing import count, one_line, tell
from hearsay.cli.progress import Bar
from hearsay.cli.tracing import Asked, patience
from hearsay.vocabulary.errors import Misuse

if TYPE_CHECKING:
    from hearsay.case import Case
    from hearsay.picture.index import Asking, EntityRow
    from hearsay.picture.voices import Hearing

CANDIDATES = 20
"""Of those who share a name, so many are listed."""


def _last_day(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """The day that is meant; the last one of a month, a year or a period."""
    if value is None:
        return None
    from hearsay.vocabulary.edtf import days_of

    days = days_of(value)
    if days is None or days.last is None:
        raise click.BadParameter(
            f'"{value}" is no day. Write 2022-02-15, or 2022-02 for the last day of that month.',
            context,
            parameter,
        )
    return days.last.isoformat()


as_of_option = click.option(
    "--as-of",
    metavar="DATE",
    callback=_last_day,
    help="What held on this day (2022-02-15; of a month or year, on its last day), not of all "
    "days together.",
)


@dataclass(frozen=True)
class Picture:
    """What a case states, ready to be asked, and who says it in the first place."""

    case: Case
    asking: Asking
    asked: Asked

    @cached_property
    def hearing(self) -> Hearing:
        """The origins of claims; worked out when first asked for."""
        from hearsay.picture.voices import Hearing

        with patience():
            traced = self.case.tracing.traced(
                known_at=self.asked.known_at, labels=self.asked.labels
            )
        return Hearing(traced.with_claim)

    def one(self, name: str, *, types: Collection[str] = ()) -> EntityRow:
        """The one that bears a name or an id, or is called so in a table of names."""
        return one_called(self.asking, name, types=types, also=self._also)

    def _also(self, name: str) -> Sequence[str]:
        return self.case.picture.names(known_at=self.asked.known_at).also_called(name)


@contextmanager
def pictured(asked: Asked) -> Iterator[Picture]:
    """The picture that a case makes, as it stood when and with the labels that are asked for."""
    with opened(asked.case_path) as case:
        with Bar("putting together who and what is stated"):
            asking = case.picture.asking(known_at=asked.known_at, labels=asked.labels)
        yield Picture(case, asking, asked)


def one_called(
    asking: Asking,
    name: str,
    *,
    types: Collection[str] = (),
    also: Callable[[str], Sequence[str]] = lambda name: (),
) -> EntityRow:
    """The one that bears a name or an id; where several do, they are listed to choose from.

    Where nobody here does, `also` gives other names of whom it means. Raises `Misuse` where there
    is not exactly one, with the names that are nearest.
    """
    found = [one for one in asking.entities(name) if not types or one.type in types]
    found = found or [
        one for one in _by_others(asking, also(name)) if not types or one.type in types
    ]
    if len(found) == 1:
        return found[0]
    if found:
        _list(asking, found)
        raise Misuse(f'{len(found)} are called "{name}". Give the id of the one that you mean.')
    near = [one for one in asking.nearest(name) if not types or one.type in types]
    if near:
        _list(asking, near)
        raise Misuse(f'Nobody here is called "{name}". Those above have names near to it.')
    raise Misuse(f'Nobody here is called "{name}". Try fewer words, or one word of the name.')


def _by_others(asking: Asking, names: Iterable[str]) -> list[EntityRow]:
    """Those who bear one of these names, the whole of it."""
    found = (
        one
        for name in names
        for one in asking.entities(name)
        if name.casefold() in {known.casefold() for known in one.names}
    )
    return list({one.number: one for one in found}.values())


def _list(asking: Asking, found: Sequence[EntityRow]) -> None:
    for one in found[:CANDIDATES]:
        others = [name for name in one.names if name != one.name][:3]
        also = f" (also {'; '.join(others)})" if others else ""
        said = [*_places(asking, one.number), count(asking.degree(one.number), "statement")]
        tell(f"{one.id}  {one.type}  {one_line(one.name + also)} · {one_line(' · '.join(said))}")
    if len(found) > CANDIDATES:
        tell(f"… and {len(found) - CANDIDATES:,} more")


def _places(asking: Asking, number: int) -> list[str]:
    """Where somebody has a post, or what a body falls under: it tells namesakes apart."""
    from hearsay.picture.posts import is_leading
    from hearsay.picture.structure import UPWARD

    edges = [one for one in asking.edges([number]) if not one.denied]
    kinds = (*UPWARD, *{e.kind for e in edges if is_leading(e.kind)}, "posted", "member")
    found = sorted(
        (one for one in edges if one.kind in kinds), key=lambda one: -len(one.statements)
    )
    over = list(dict.fromkeys(one.target for one in found))[:2]
    return [f"of {' and '.join(asking.entity(target).name for target in over)}"] if over else []
