"""Resolves, once for a whole case, whom each document means by those it cites."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hearsay.origins.citing.antecedents import Antecedents, introduced
from hearsay.origins.citing.credits import Credited, credited
from hearsay.origins.citing.endnotes import Citation, Notes, cited_document
from hearsay.origins.citing.first_hand import OWN, sentence_around, told_to
from hearsay.origins.citing.owners import Owners
from hearsay.origins.citing.pointing import Pointers, pointers
from hearsay.origins.citing.publishers import Publishers
from hearsay.origins.citing.speakers import Source, same_source, source_of
from hearsay.origins.direction import Days
from hearsay.origins.sharing.running import Running
from hearsay.origins.sharing.shared_text import Common, TextBetween
from hearsay.vocabulary.readings import Claim, Speaker
from hearsay.vocabulary.spans import Span, hull
from hearsay.vocabulary.traces import Account


@dataclass(frozen=True, slots=True)
class Cited:
    """Somebody whom a claim has its words from, and where it says so."""

    source: Source
    span: Span | None


@dataclass(frozen=True, slots=True)
class Beside:
    """All that one document has to do with an earlier one, whichever of its claims is meant."""

    common: Common
    """Text that stands in both."""
    quoted: Common
    """Quotations of the same words."""
    share: float
    """How much of the later one's running text stands in the earlier one."""
    lean: float
    """How much of what it cites it cites from the other's publisher."""
    citing: int
    """1 where it cites the other, -1 where the other cites it."""
    one_publisher: bool
    one_credit: bool
    """Both give credit to one and the same."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Who speaks and who publishes in a case, under whatever names."""

    accounts: Mapping[str, Account]
    owners: Owners
    _publishers: Publishers
    _antecedents: Mapping[str, Antecedents]
    _credits: Mapping[str, tuple[Credited, ...]]
    _notes: Mapping[str, Notes]
    _leans: Mapping[tuple[str, str], float]
    _pointers: Mapping[str, Pointers]
    running: Running
    """What of the documents stands outside quotation marks."""
    _chains: Mapping[tuple[str, str], tuple[Cited, ...]] = field(default_factory=dict)
    _own: dict[str, bool] = field(default_factory=dict)
    _beside: dict[tuple[str, str], Beside] = field(default_factory=dict)
    _reprinted: dict[tuple[str, Source, float], tuple[str, ...]] = field(default_factory=dict)
    _credited: dict[str, frozenset[str]] = field(default_factory=dict)
    """For each document whom it gives credit to, as far as that was asked for."""

    @classmethod
    def of(cls, accounts: Iterable[Account], owners: Owners | None = None) -> Sources:
        """Resolves the names in these accounts; needs each account once."""
        held = {account.id: account for account in accounts}
        table = owners or Owners.known()
        short = {key: introduced(account.document.text) for key, account in held.items()}
        publishers = Publishers.of(held.values(), table, short)
        found = {
            key: Antecedents.of(one, publishers.sources(key), short[key])
            for key, one in held.items()
        }
        credits = {key: credited(account, table) for key, account in held.items()}
        notes = {
            key: Notes.of(one.document) for key, one in held.items() if one.document.note_marks
        }
        links = pointers(held.values())
        running = Running(held)
        bare = cls(held, table, publishers, found, credits, notes, {}, links, running)
        chains = {(c.capture, c.id): bare._resolved(c) for one in held.values() for c in one.claims}
        leans = _leaning(bare, chains)
        return cls(held, table, publishers, found, credits, notes, leans, links, running, chains)

    def chain(self, claim: Claim) -> tuple[Cited, ...]:
        """Those a claim has its words from, whoever stands nearest to the outlet first.

        Whom nobody could find again, and the outlet itself, are left out.
        """
        known = self._chains.get((claim.capture, claim.id))
        return self._resolved(claim) if known is None else known

    def credits(self, capture: str) -> tuple[Credited, ...]:
        """Whose text a document says it is."""
        return self._credits.get(capture, ())

    def citations(self, claim: Claim) -> tuple[Citation, ...]:
        """What a report's notes name for a claim."""
        notes = self._notes.get(claim.capture)
        return notes.of_claim(claim, self.accounts[claim.capture].document.text) if notes else ()

    def cited_capture(self, citation: Citation, capture: str) -> str | None:
        """The document of the case that a note of `capture` means."""
        names = self.documents_of(self.source(citation.name), capture)
        own = self._publishers.same(self.source(citation.name), capture)
        candidates = [key for key in (*names, *(self._publishers.others(capture) if own else ()))]
        documents = [self.accounts[key].document for key in dict.fromkeys(candidates)]
        found = cited_document(citation, documents)
        return found.capture if found else None

    def source(self, name: str, capture: str | None = None) -> Source:
        """Whom a name means, outside any sentence; the case's own short names are known."""
        found = self._publishers.called(name) or source_of(name)
        return self._publishers.spelt_out(found, self._antecedents.get(capture or ""))

    def documents_of(
        self, source: Source, reader: str, among: Iterable[str] | None = None
    ) -> tuple[str, ...]:
        """The documents that this source published and `reader` may have read, the newest first.

        With `among`, only those that are named there: an agency has thousands.
        """
        if not source.identified:
            return ()
        every = self._publishers.of_source(source)
        if among is not None and every:
            publisher = self._publishers.key(every[0])
            every = tuple(key for key in among if self._publishers.key(key) == publisher)
        found = []
        for key in every:
            if self._may_read(reader, key):
                days = self._publishers.days(key)
                found.append((days[0].toordinal() if days else 0, key))
        return tuple(key for _, key in sorted(found, reverse=True))

    def publisher_of(self, source: Source, reader: str) -> str | None:
        """Who published what `reader` may have read of this source, if it published anything."""
        every = self._publishers.of_source(source) if source.identified else ()
        found = next((key for key in every if self._may_read(reader, key)), None)
        return None if found is None else self._publishers.key(found)

    def _may_read(self, reader: str, capture: str) -> bool:
        latest, days = self._publishers.days(reader), self._publishers.days(capture)
        return capture != reader and not (latest and days and days[0] > latest[1])

    def reprinted(
        self, source: Source, capture: str, copies: TextBetween, least: float
    ) -> tuple[str, ...]:
        """The documents of a source with which this one has so much in common, the newest first."""
        key = capture, source, least
        if key not in self._reprinted:
            if len(self._reprinted) >= _REMEMBERED:
                self._reprinted.clear()
            held = self.documents_of(source, capture)
            self._reprinted[key] = tuple(
                one for one in held if copies.between(capture, one).share >= least
            )
        return self._reprinted[key]

    def days(self, capture: str) -> Days | None:
        """The first and last day on which a document may have come out."""
        return self._publishers.days(capture)

    def publishes_itself(self, capture: str) -> bool:
        """Whether a document is a body's own word, and not an outlet's about others."""
        return capture in self._publishers.institutions

    def publisher(self, capture: str) -> Source | None:
        """Who published a document."""
        return next(iter(self._publishers.sources(capture)), None)

    def same_publisher(self, source: Source, capture: str) -> bool:
        """Whether a source is who published this document."""
        return self._publishers.same(source, capture)

    def one_publisher(self, one: str, other: str) -> bool:
        """Whether two documents were published by the same."""
        return self._publishers.key(one) == self._publishers.key(other)

    def own_word(self, claim: Claim) -> bool:
        """Whether a body says this of itself in a document of its own, citing nobody else."""
        if not self.publishes_itself(claim.capture) or self.chain(claim):
            return False
        account = self.accounts[claim.capture]
        cited = (self._one(speaker, account) for speaker in claim.speakers[1:])
        return all(self._publishers.same(one, claim.capture) for one in cited)

    def cites_press(self, claim: Claim) -> int:
        """How many papers a claim is said to have stood in, without a name: 0 for none."""
        for speaker in claim.speakers[1:]:
            named = any(c.isupper() for c in speaker.name[1:])
            if _PRESS.search(speaker.name) and not named:
                return 1 if re.match(r"(?:one|an?other|a)\b", speaker.name.lower()) else 2
        return 0

    def owner(self, capture: str) -> str | None:
        """To whom a document's outlet belongs."""
        return self._publishers.owners.get(capture)

    def leans(self, later: str, earlier: str) -> float:
        """How much of what one document cites it cites from the other's publisher, from 0 to 1."""
        return self._leans.get((later, self._publishers.key(earlier)), 0.0)

    def citing(self, later: str, earlier: str) -> int:
        """1 where one document gives credit to the other's publisher, points to it or cites it.

        -1 where it is the other way round. Where neither does or both do, a body's own word stands
        before a paper's: 1 where the earlier one alone is such, 0 where nothing tells them apart.
        """
        found = self._cites(later, earlier) - self._cites(earlier, later)
        return found or self.publishes_itself(earlier) - self.publishes_itself(later)

    def beside(self, later: str, earlier: str, copies: TextBetween, quotes: TextBetween) -> Beside:
        """What one document has to do with another; asked for once, then known."""
        key = later, earlier
        if key not in self._beside:
            if len(self._beside) >= _REMEMBERED:
                self._beside.clear()
            mine = {c.name for c in self.credits(later)}
            self._beside[key] = Beside(
                copies.between(later, earlier),
                quotes.between(later, earlier),
                self.running.share(later, earlier, copies),
                self.leans(later, earlier),
                self.citing(later, earlier),
                self.one_publisher(later, earlier),
                bool(mine & {c.name for c in self.credits(earlier)}),
            )
        return self._beside[key]

    def pointed(self, claim: Claim) -> tuple[tuple[Span, str], ...]:
        """The documents of the case to whose address a claim's own paragraph points."""
        found = self._pointers.get(claim.capture)
        if not found:
            return ()
        text, start, end = self._text(claim.capture), claim.spans[0].start, claim.spans[-1].end
        low = text.rfind("\n\n", 0, start) + 1
        high = text.find("\n\n", end)
        return tuple(
            one for one in found if low <= one[0].start < (high if high >= 0 else len(text))
        )

    def pointers(self, capture: str) -> Pointers:
        """All documents of the case to whose address a document points, and where."""
        return self._pointers.get(capture, ())

    def _text(self, capture: str) -> str:
        return self.accounts[capture].document.text

    def _cites(self, one: str, other: str) -> bool:
        if one not in self._credited:
            named = (self.source(c.name) for c in self.credits(one) if c.how != "contributed")
            held = (self._publishers.of_source(s) for s in named if s.identified)
            self._credited[one] = frozenset(self._publishers.key(d[0]) for d in held if d)
        return (
            self._publishers.key(other) in self._credited[one]
            or self.leans(one, other) > 0
            or any(key == other for _, key in self.pointers(one))
        )

    def own_reporting(self, claim: Claim) -> bool:
        """Whether the outlet says that it heard or saw this itself ("told this newspaper")."""
        text = self._text(claim.capture)
        if not self._may_be_own(claim.capture):
            return False
        around = sentence_around(text, hull(claim.spans))
        last = claim.speakers[-1].span
        if last is not None and 0 <= claim.spans[0].start - last.start < 400:
            # He who told it the paper speaks on in the sentences that follow.
            around += "\n\n" + sentence_around(text, last)
        if OWN.search(around):
            return True
        names = self._publishers.short_names(claim.capture)
        return any(told_to(name).search(around) for name in names)

    def _may_be_own(self, capture: str) -> bool:
        """Whether a document says anywhere that its outlet heard or saw something itself."""
        if capture not in self._own:
            text = self._text(capture)
            names = self._publishers.short_names(capture)
            told = any(told_to(name).search(text) for name in names)
            self._own[capture] = told or bool(OWN.search(text))
        return self._own[capture]

    def _resolved(self, claim: Claim) -> tuple[Cited, ...]:
        account = self.accounts[claim.capture]
        found: list[Cited] = []

        def add(source: Source, span: Span | None, *, first: bool = False) -> None:
            if not any(same_source(source, one.source) for one in found):
                found.insert(0 if first else len(found), Cited(source, span))

        for speaker in _in_order(claim, account.document.text):
            source = self._one(speaker, account)
            if source.identified and not self._publishers.same(source, claim.capture):
                add(source, speaker.span)
                office = self._antecedents[account.id].through(source)
                if office is not None and source.kind == "body":
                    add(office, None)
        finder = self._antecedents[account.id].subject(claim.words)
        told = _TEXT_BY.match(claim.words) or self._publishers.of_source(finder)
        if finder.identified and told and not self._publishers.same(finder, claim.capture):
            add(finder, claim.spans[0])
        teller = self._told(claim)
        if teller is not None:
            add(teller, None, first=True)
        return tuple(found)

    def _one(self, speaker: Speaker, account: Account) -> Source:
        antecedents = self._antecedents[account.id]
        source = antecedents.meant(speaker)
        source = self._publishers.spelt_out(source, antecedents)
        if source.kind == "person":
            office = antecedents.office_of(source)
            if office is not None and (office.voice or self._publishers.of_source(office.body)):
                return self._publishers.spelt_out(office.body, antecedents)
        return source

    def _told(self, claim: Claim) -> Source | None:
        """The outlet to which the speaker spoke, where it is another one: "told Reuters"."""
        if claim.addressee is None or len(claim.speakers) < 2:
            return None
        outlet = self.owners.outlet(claim.addressee)
        if outlet is None:
            return None
        source = self.source(outlet.name)
        return None if self._publishers.same(source, claim.capture) else source


def _in_order(claim: Claim, text: str) -> tuple[Speaker, ...]:
    """The chain behind the outlet; "the report quoted the command" is report, then command."""
    inner = claim.speakers[1:]
    if len(inner) == 2 and inner[0].span and inner[1].span and inner[1].span < inner[0].span:
        between = text[inner[1].span.end : inner[0].span.start]
        if len(between) < 40 and re.search(r"\b(?:quot|cit)(?:ed|es|ing)\b", between):
            return (inner[1], inner[0])
    return inner


_TEXT_BY = re.compile(
    r"^(?:\S+\s+){0,4}?(?:report|review|audit|study|document)s?\s+(?:by|of|from)\b"
)
_PRESS = re.compile(r"\b(?:newspapers?|press accounts?|media reports?|outlets?)\b", re.IGNORECASE)

_REMEMBERED = 1 << 16
"""Pairs of documents kept: those of neighbouring propositions are asked for again and again."""
_LEANING = 3
"""So many claims cited from one publisher, or half of those cited, and a document rests on it."""


def _leaning(
    sources: Sources, chains: Mapping[tuple[str, str], tuple[Cited, ...]]
) -> dict[tuple[str, str], float]:
    """For each document and publisher, how much the one cites of the other."""
    leans: dict[tuple[str, str], float] = {}
    for account in sources.accounts.values():
        counts: Counter[str] = Counter()
        cited = 0
        for claim in account.claims:
            keys = {
                publisher
                for one in chains[claim.capture, claim.id]
                if (publisher := sources.publisher_of(one.source, account.id)) is not None
            }
            cited += bool(chains[claim.capture, claim.id])
            counts.update(keys)
        for key, number in counts.items():
            leans[account.id, key] = min(1.0, max(number / _LEANING, 2 * number / max(cited, 1)))
    return leans
