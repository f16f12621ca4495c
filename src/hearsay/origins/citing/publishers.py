"""Who published the documents of a case, and which of them a name means."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hearsay.origins.citing.antecedents import Antecedents
from hearsay.origins.citing.owners import Owners
from hearsay.origins.citing.speakers import Source, source_of
from hearsay.origins.direction import Days, days_of
from hearsay.origins.language.lexicon import ALIASES, INSTITUTIONS, LOOSE, OFFICES
from hearsay.vocabulary.traces import Account


@dataclass(frozen=True, slots=True)
class Publishers:
    """Who published the documents of a case."""

    by_head: Mapping[str, Sequence[tuple[Source, tuple[str, ...]]]]
    by_capture: Mapping[str, tuple[Source, ...]]
    names: Mapping[str, str]
    dates: Mapping[str, Days | None]
    institutions: frozenset[str]
    owners: Mapping[str, str]
    short: Mapping[str, str]
    squeezed: Mapping[str, Source]
    _found: dict[Source, tuple[str, ...]] = field(default_factory=dict)
    """What was looked up once, so that it need not be again."""

    def sources(self, capture: str) -> tuple[Source, ...]:
        """What the publisher of a document is called, each way."""
        return self.by_capture.get(capture, ())

    def key(self, capture: str) -> str:
        """One name for all documents of one publisher."""
        return self.names.get(capture, capture)

    def days(self, capture: str) -> Days | None:
        """When a document may have come out."""
        return self.dates.get(capture)

    def called(self, name: str) -> Source | None:
        """The publisher whose name, without its spaces, this is: "portsableobserver"."""
        return self.squeezed.get(_squeezed(name))

    def others(self, capture: str) -> tuple[str, ...]:
        """The other documents of the same publisher that came out before."""
        name, latest = self.names.get(capture), self.dates.get(capture)
        return tuple(
            key
            for key, other in self.names.items()
            if name == other and key != capture and _before(self.dates.get(key), latest)
        )

    def same(self, source: Source, capture: str) -> bool:
        """Whether a source is the publisher of this document."""
        return any(_fits_publisher(source, own) for own in self.sources(capture))

    def of_source(self, source: Source) -> tuple[str, ...]:
        """The documents of the one publisher that a source may be; none where two may."""
        if source not in self._found:
            self._found[source] = self._search(source)
        return self._found[source]

    def _search(self, source: Source) -> tuple[str, ...]:
        fits = {
            captures: own
            for own, captures in self.by_head.get(source.head, ())
            if _fits_publisher(source, own)
        }
        exact = [captures for captures, own in fits.items() if own.words == source.words]
        if len(exact) == 1:
            return exact[0]
        return next(iter(fits)) if len(fits) == 1 else ()

    def short_names(self, capture: str) -> tuple[str, ...]:
        """What an outlet calls itself: its whole name, and the last word of it."""
        name = re.sub(r"^The\s+", "", self.names.get(capture, ""))
        last = name.split()[-1] if name else ""
        return tuple(part for part in dict.fromkeys((name, last)) if len(part) > 2)

    def spelt_out(self, source: Source, near: Antecedents | None) -> Source:
        """A source known by its first letters, under the name that these stand for."""
        if source.kind != "body" or len(source.words) != 1 or not source.called:
            return source
        parts = re.findall(r"[\w.]+(?:-\w+)*", source.name)
        letters = next((part for part in parts if any(c.isupper() for c in part[1:])), "")
        if not letters or len(letters) > 8:
            return source
        long = (near.short.get(letters) if near else None) or self.short.get(letters)
        long = long or _well_known(letters)
        return source_of(long) if long else source


class Publishing:
    """Gathers who published what, document by document."""

    def __init__(self, table: Owners) -> None:
        self._table = table
        self._groups: dict[str, list[str]] = defaultdict(list)
        self._dates: dict[str, Days | None] = {}
        self._owners: dict[str, str] = {}
        self._short: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, account: Account, introduced: Iterable[tuple[str, str]]) -> None:
        """Takes in a document with the names that it gives together with their first letters."""
        particulars = account.document.particulars
        self._dates[account.id] = days_of(particulars.published)
        outlet = self._table.at(particulars.url or "")
        outlet = outlet or self._table.outlet(particulars.publisher or "")
        name = particulars.publisher or (outlet.name if outlet else "")
        if outlet is not None:
            name, self._owners[account.id] = outlet.name, outlet.owner
        if name:
            self._groups[name].append(account.id)
        for long, letters in introduced:
            self._short[letters][long] += 1

    def publishers(self) -> Publishers:
        """Those of all documents that were taken in."""
        by_head: dict[str, list[tuple[Source, tuple[str, ...]]]] = defaultdict(list)
        by_capture: dict[str, tuple[Source, ...]] = {}
        names: dict[str, str] = {}
        institutions: set[str] = set()
        squeezed: dict[str, Source] = {}
        for name, group in self._groups.items():
            sources, captures = _spellings(name, self._table), tuple(group)
            for source in sources:
                by_head[source.head].append((source, captures))
                if source.head in _SEATS:
                    for word in sorted(source.words - {source.head}):
                        by_head[word].append((source, captures))
            by_capture.update(dict.fromkeys(captures, sources))
            names.update(dict.fromkeys(captures, name))
            for called in (name, sources[0].name) if sources else ():
                squeezed[_squeezed(called)] = sources[0]
            body = sources and (sources[0].head in _OWN_WORD or _OFFICE.match(name))
            if self._table.outlet(name) is None and body:
                institutions.update(captures)
        short = {letters: longs.most_common(1)[0][0] for letters, longs in self._short.items()}
        held = self._dates, frozenset(institutions), self._owners, short, squeezed
        return Publishers(by_head, by_capture, names, *held)


def _fits_publisher(source: Source, own: Source) -> bool:
    if source.kind != own.kind:
        return False
    if source.head != own.head:
        # The force is its command: "the Federal Police" is the Federal Police Command.
        return own.head in _SEATS and len(source.words) > 1 and source.words < own.words
    words = source.words - LOOSE
    if words <= own.words or own.words - LOOSE <= source.words:
        return True
    # Of an inspector's office there is one: "the Avernese inspector" is the only one in the case.
    return source.head in OFFICES and len(words - own.words) == 1 and not source.words & LOOSE


def _squeezed(name: str) -> str:
    plain = re.sub(r"^the\s+|^www\.|\.(?:com|org|net|example|co\.uk)$", "", name.strip().casefold())
    return re.sub(r"[\W_]", "", plain)


_SEATS = frozenset(["command", "staff", "headquarter", "headquarters", "commission", "directorate"])
_OFFICE = re.compile(r"(?:the\s+)?(?:Office|Bureau|Board)\s+(?:of|for|on)\b", re.IGNORECASE)
_OWN_WORD = INSTITUTIONS | OFFICES


def _spellings(name: str, table: Owners) -> tuple[Source, ...]:
    outlet = table.outlet(name)
    names = [name, *(outlet.aliases if outlet else ())]
    found = [source_of(one) for one in names]
    return tuple(dict.fromkeys(s for s in found if s.kind == "body"))


def _well_known(letters: str) -> str | None:
    return ALIASES.get(letters.replace(".", "").casefold())


def _before(one: Days | None, other: Days | None) -> bool:
    return one is None or other is None or one[1] < other[0]
