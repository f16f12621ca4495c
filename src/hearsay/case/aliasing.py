"""Reads a case's own table of names, and says line by line what is wrong with it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hearsay.case.tables import Stated, beyond_the_last, has_letters, stated_in, told_to_write
from hearsay.ledger.judgements import Aliasing, NamesOfOne
from hearsay.ledger.settling import outlet_key
from hearsay.resolution.aliases import KINDS, Entity
from hearsay.resolution.resolver import Resolver
from hearsay.vocabulary.errors import Misuse

COLUMNS = ("entity", "kind", "country", "names", "source")
"""What a table says of each whom it names; kind and country may be left empty."""
_NEEDED = ("entity", "names", "source")


@dataclass(frozen=True, slots=True)
class AliasTable:
    """What a table of names says, and what is wrong with it."""

    rows: tuple[NamesOfOne, ...]
    wrong: tuple[str, ...]
    """Each line that cannot be meant, with the file, the line and what to do."""


def read_aliases(path: str) -> AliasTable:
    """The rows of a CSV file, in its order; raises where it is no such table at all."""
    found: list[NamesOfOne] = []
    wrong: list[str] = []
    lines: dict[object, int] = {}
    for row in stated_in(path, columns=COLUMNS, needed=_NEEDED):
        named, problem = _named(row)
        if named is None:
            wrong.append(problem)
            continue
        key = outlet_key(named.entity), named.kind, named.country
        before = lines.setdefault(key, row.line)
        if before != row.line:
            wrong.append(
                f"{path}, lines {before} and {row.line}: {named.entity} stands in both. Write all "
                "of its names in one line."
            )
        found.append(named)
    if not found and not wrong:
        raise Misuse(f"{path}: names nobody. {told_to_write(_NEEDED)}, and a line for each entity.")
    return AliasTable(tuple(found), tuple(wrong))


def checked(named: NamesOfOne) -> NamesOfOne:
    """Names that a person states in the command itself; raises where they cannot be meant."""
    cells = {
        "entity": named.entity,
        "kind": named.kind,
        "country": named.country,
        "names": "|".join(named.names),
        "source": named.source,
    }
    found, problem = _named(Stated(1, "the names", cells, ""))
    if found is None:
        raise Misuse(problem)
    return found


def table_of(stated: Iterable[Aliasing]) -> str:
    """The rows as a CSV file that can be edited, shared and read into another case."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in stated:
        named = one.named
        row = (named.entity, named.kind, named.country, "|".join(named.names), named.source)
        writer.writerow(row)
    return written.getvalue()


def resolver_of(stated: Iterable[Aliasing]) -> Resolver:
    """Who says who is who, with the names that people of the case state."""
    return Resolver.supplied(entities_of(one.named for one in stated))


def entities_of(named: Iterable[NamesOfOne]) -> tuple[Entity, ...]:
    """The names as those compare them who say who is who."""
    return tuple(
        Entity(one.entity, one.kind, one.country, one.source, (one.entity, *one.names))
        for one in named
    )


def _named(row: Stated) -> tuple[NamesOfOne | None, str]:
    """A row's names, or what is wrong with it."""
    entity, source = row.one("entity"), row.one("source")
    kind, country = row.one("kind").casefold(), row.one("country").upper()
    names = tuple(dict.fromkeys(name for name in row.many("names") if name != entity))
    for problem in _problems(row, entity, names, source, kind, country):
        return None, problem
    return NamesOfOne(entity, names, source, kind, country), ""


def _problems(
    row: Stated, entity: str, names: tuple[str, ...], source: str, kind: str, country: str
) -> Iterator[str]:
    if row.beyond:
        yield beyond_the_last(row)
    if not entity:
        yield f"{row.where}: no entity. Fill in the name to keep these names under."
    if not names:
        yield (
            f"{row.where}: {entity} has no other name. Fill in the column names, several parted "
            "by a vertical bar."
        )
    for written in (entity, *names):
        if not has_letters(written):
            yield f'{row.where}: "{written}" has neither letter nor digit. Write out the name.'
        elif all(part.isdigit() for part in written.split()):
            yield f'{row.where}: "{written}" is a number alone. Write out the name.'
    if not source:
        yield (
            f"{row.where}: {entity} has no source. Say in the column source who says that these "
            "names are one."
        )
    if kind and kind not in KINDS:
        yield f'{row.where}: "{kind}" is no kind. Write {", ".join(KINDS)}, or leave it empty.'
    if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
        yield (
            f'{row.where}: "{country}" is no country. Write its two letters, IQ for Iraq, or leave '
            "it empty."
        )
