"""Which outlet is whose: agencies, newspapers and broadcasters with their owners."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

from hearsay.origins.language.words import fold


@dataclass(frozen=True, slots=True)
class Outlet:
    """Somebody who publishes what others say, and to whom he belongs."""

    name: str
    kind: str
    """`agency`, `newspaper`, `broadcaster`, `magazine`, `website`, or what a user's table says."""
    owner: str
    """Outlets of one owner are not independent of each other."""
    country: str
    """ISO 3166 code of two letters, or empty."""
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Owners:
    """A table of outlets, looked up by name in any spelling, and by web address."""

    by_name: Mapping[str, Outlet]
    by_domain: Mapping[str, Outlet]
    agencies: tuple[str, ...]
    """What agencies are called, the longest names first."""

    @classmethod
    def of(cls, outlets: Iterable[Outlet]) -> Owners:
        """A table of these; of two rows for one name or address the later holds."""
        by_name: dict[str, Outlet] = {}
        by_domain: dict[str, Outlet] = {}
        for outlet in outlets:
            for name in (outlet.name, *outlet.aliases):
                by_name[_key(name)] = outlet
            for domain in outlet.domains:
                by_domain[domain] = outlet
                # A credit line may give the address without its ending: "middleeastmonitor".
                by_name.setdefault(_key(domain.rsplit(".", 1)[0]), outlet)
        return cls(by_name, by_domain, _agencies(by_name.values()))

    @classmethod
    def known(cls, more: Path | None = None) -> Owners:
        """The table that comes with Hearsay, with a user's own rows, which beat it, from `more`.

        A CSV file with the columns name, kind, owner, country, domains and aliases; the last two
        may hold several, parted by a vertical bar, and only name and owner have to be filled.
        """
        rows = _supplied()
        if more is not None:
            rows = (*rows, *_outlets(StringIO(more.read_text("utf-8-sig"), newline="")))
        return cls.of(rows)

    def outlet(self, name: str) -> Outlet | None:
        """The outlet of this name or web address."""
        found = self.by_name.get(_key(name))
        return found or (self.at(name) if "." in name and " " not in name else None)

    def at(self, url: str) -> Outlet | None:
        """The outlet whose pages stand at this address."""
        host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").lower()
        parts = host.split(".")
        tails = (".".join(parts[at:]) for at in range(len(parts) - 1))
        return next((self.by_domain[tail] for tail in tails if tail in self.by_domain), None)

    def owner(self, name: str) -> str | None:
        """To whom the outlet of this name belongs."""
        outlet = self.outlet(name)
        return outlet.owner if outlet else None

    def one_house(self, left: str, right: str) -> bool:
        """Whether two outlets are one, or belong to one owner."""
        if _key(left) == _key(right):
            return True
        owner = self.owner(left)
        return owner is not None and owner == self.owner(right)


def _agencies(outlets: Iterable[Outlet]) -> tuple[str, ...]:
    names = {n for o in outlets if o.kind == "agency" for n in (o.name, *o.aliases)}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


@lru_cache(maxsize=1)
def _supplied() -> tuple[Outlet, ...]:
    table = resources.files("hearsay.origins.citing").joinpath("owners.csv")
    return _outlets(StringIO(table.read_text("utf-8"), newline=""))


def _outlets(lines: Iterable[str]) -> tuple[Outlet, ...]:
    rows = csv.DictReader(lines)
    return tuple(_outlet(row) for row in rows if row.get("name") and row.get("owner"))


def _outlet(row: Mapping[str, str | None]) -> Outlet:
    def many(column: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in (row.get(column) or "").split("|") if part.strip())

    return Outlet(
        name=(row["name"] or "").strip(),
        kind=(row.get("kind") or "").strip(),
        owner=(row["owner"] or "").strip(),
        country=(row.get("country") or "").strip(),
        domains=tuple(domain.lower() for domain in many("domains")),
        aliases=many("aliases"),
    )


@lru_cache(maxsize=1 << 14)
def _key(name: str) -> str:
    """A name without its article, spaces and marks."""
    low = fold(re.sub(r"^(?:the|www\.)\s*", "", name.strip(), flags=re.IGNORECASE))
    return re.sub(r"[\W_]", "", low)
