"""Resolves, once for a whole case, whom each document means by those it cites."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hearsay.origins.citing.airing import Airings
from hearsay.origins.citing.antecedents import Antecedents, introduced
from hearsay.origins.citing.beside import STRANGERS, Beside
from hearsay.origins.citing.chains import Chains, Cited
from hearsay.origins.citing.cited import cited_in
from hearsay.origins.citing.credits import Credited, credited
from hearsay.origins.citing.endnotes import Citation, Notes, cited_document
from hearsay.origins.citing.families import Bearing
from hearsay.origins.citing.first_hand import OWN, may_be_own, sentence_around, told_to
from hearsay.origins.citing.lazily import Lazily, Noted
from hearsay.origins.citing.owners import Owners
from hearsay.origins.citing.pointing import Addresses, Pointers
from hearsay.origins.citing.posts import Post, post_around, posts_in
from hearsay.origins.citing.publishers import Publishers, Publishing
from hearsay.origins.citing.rarity import Rarity
from hearsay.origins.citing.speakers import Source
from hearsay.origins.direction import Days, Edition, came_first
from hearsay.origins.sharing.running import Running
from hearsay.origins.sharing.shared_text import TextBetween
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.spans import Span, hull
from hearsay.vocabulary.traces import Account


@dataclass(frozen=True, slots=True)
class Sources:
    """Who speaks and who publishes in a case, under whatever names."""

    accounts: Mapping[str, Account]
    _publishers: Publishers
    _resolver: Chains
    _credits: Mapping[str, tuple[Credited, ...]]
    _notes: Mapping[str, Notes | None]
    _pointers: Mapping[str, Pointers]
    _chains: Mapping[str, Mapping[str, tuple[Cited, ...]]]
    """For each document those whom its claims have their words from, by the claim's id."""
    running: Running
    """What of the documents stands outside quotation marks."""
    rarity: Rarity
    """Which words few of the documents use."""
    _leans: dict[str, Mapping[str, float]] = field(default_factory=dict)
    _meant: dict[str, tuple[tuple[Credited, Source], ...]] = field(default_factory=dict)
    _editions: dict[str, Edition] = field(default_factory=dict)
    _first: dict[tuple[str, str], float] = field(default_factory=dict)
    _own: dict[str, bool] = field(default_factory=dict)
    _beside: dict[tuple[str, str], Beside] = field(default_factory=dict)
    _reprinted: dict[tuple[str, Source, float], tuple[str, ...]] = field(default_factory=dict)
    _credited: dict[str, frozenset[str]] = field(default_factory=dict)
    """For each document whom it gives credit to, as far as that was asked for."""
    _airings: list[Airings] = field(default_factory=list)

    @classmethod
    def of(
        cls, accounts: Iterable[Account] | Mapping[str, Account], owners: Owners | None = None
    ) -> Sources:
        """Resolves the names in these accounts; each is looked at once, and later as it is asked.

        Of accounts that are looked up by their ids only some are held at a time.
        """
        held = accounts if isinstance(accounts, Mapping) else {one.id: one for one in accounts}
        table = owners or Owners.known()
        publishing, bearing, addresses = Publishing(table), Bearing(), Addresses()
        cited = Lazily(held, lambda key: cited_in(held[key]))
        for key, one in held.items():
            publishing.add(one, introduced(one.document.text))
            bearing.add(cited[key].values())
            addresses.add(one)
        publishers = publishing.publishers()

        def antecedents(key: str) -> Antecedents:
            short = introduced(held[key].document.text)
            return Antecedents.of(held[key], publishers.sources(key), short, cited[key])

        def posts(key: str) -> tuple[Post, ...]:
            return posts_in(held[key].document.text)

        known = Lazily(held, antecedents)
        shown = Lazily(held, posts)
        chains = Chains(held, table, publishers, known, bearing.bearers(), shown)
        return cls(
            held,
            publishers,
            chains,
            Lazily(held, lambda key: credited(held[key], table)),
            Lazily(held, lambda key: _notes_of(held[key])),
            Lazily(held, lambda key: addresses.pointers(held[key])),
            Noted(held, lambda key: {c.id: chains.of(c) for c in held[key].claims}),
            Running(held),
            Rarity(held),
        )

    @property
    def owners(self) -> Owners:
        """The table of outlets."""
        return self._resolver.owners

    def chain(self, claim: Claim) -> tuple[Cited, ...]:
        """Those a claim has its words from, whoever stands nearest to the outlet first.

        Whom nobody could find again, and the outlet itself, are left out.
        """
        known = self._chains[claim.capture].get(claim.id)
        return self._resolver.of(claim) if known is None else known

    def posted(self, claim: Claim) -> bool:
        """Whether a claim stands in a post of somebody else that its document shows."""
        return post_around(claim, self._resolver.posts.get(claim.capture, ())) is not None

    def credits(self, capture: str) -> tuple[Credited, ...]:
        """Whose text a document says it is."""
        return self._credits.get(capture, ())

    def credited(self, capture: str) -> tuple[tuple[Credited, Source], ...]:
        """The same, each with whom its name means."""
        if capture not in self._meant:
            credits = self.credits(capture)
            self._meant[capture] = tuple((one, self.source(one.name)) for one in credits)
        return self._meant[capture]

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
        return self._resolver.named(name, capture)

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

    def known_as(self, source: Source) -> str | None:
        """Under which name a source publishes, if any document of the case is its own."""
        every = self._publishers.of_source(source) if source.identified else ()
        return self._publishers.key(every[0]) if every else None

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
            held = self.documents_of(source, capture, copies.with_whom(capture))
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
        cited = (self._resolver.one(speaker, account) for speaker in claim.speakers[1:])
        return all(self._publishers.same(one, claim.capture) for one in cited)

    def cites_press(self, claim: Claim) -> int:
        """How many papers a claim is said to have stood in, without a name: 0 for none."""
        for speaker in claim.speakers[1:]:
            if _PRESS.match(speaker.name):
                return 1 if re.match(r"(?:one|an?other|a)\b", speaker.name.lower()) else 2
        return 0

    def aired(self, claim: Claim, speaker: Source) -> str | None:
        """The broadcaster on whose programme a claim's document says that its speaker spoke."""
        if not self._airings:
            self._airings.append(Airings.of(self.owners))
        capture = claim.capture
        text, publisher = self._text(capture), self._publishers.key(capture)
        return self._airings[0].of_claim(claim, speaker.name, text, publisher)

    def owner(self, capture: str) -> str | None:
        """To whom a document's outlet belongs."""
        return self._publishers.owners.get(capture)

    def leans(self, later: str, earlier: str) -> float:
        """How much of what one document cites it cites from the other's publisher, from 0 to 1."""
        if later not in self._leans:
            if len(self._leans) >= _REMEMBERED:
                self._leans.clear()
            self._leans[later] = _leaning(self, self.accounts[later])
        return self._leans[later].get(self._publishers.key(earlier), 0.0)

    def citing(self, later: str, earlier: str) -> int:
        """1 where one document gives credit to the other's publisher, points to it or cites it.

        -1 where it is the other way round. Where neither does or both do, a body's own word stands
        before a paper's: 1 where the earlier one alone is such, 0 where nothing tells them apart.
        """
        found = self._cites(later, earlier) - self._cites(earlier, later)
        return found or self.publishes_itself(earlier) - self.publishes_itself(later)

    def came_first(self, one: str, other: str) -> float:
        """How likely the one document came before the other; never above a half both ways."""
        key = one, other
        if key not in self._first:
            if len(self._first) >= _REMEMBERED:
                self._first.clear()
            days, others = self.days(one), self.days(other)
            # Where the days tell, who cites whom need not be asked.
            told = days and others and (days[1] < others[0] or others[1] < days[0])
            citing = 0 if told else self.citing(other, one)
            likely = came_first(self.edition(one), self.edition(other), citing=citing)
            self._first[key], self._first[other, one] = likely, 1.0 - likely
        return self._first[key]

    def edition(self, capture: str) -> Edition:
        """When a document came out, and what else tells its place among others."""
        if capture not in self._editions:
            document = self.accounts[capture].document
            self._editions[capture] = Edition(
                capture,
                self.days(capture),
                document.particulars.published or "",
                len(document.text),
                bool(self.credits(capture)),
            )
        return self._editions[capture]

    def beside(self, later: str, earlier: str, copies: TextBetween, quotes: TextBetween) -> Beside:
        """What one document has to do with another; asked for once, then known."""
        key = later, earlier
        if key not in self._beside:
            if len(self._beside) >= _REMEMBERED:
                self._beside.clear()
            common, quoted = copies.between(later, earlier), quotes.between(later, earlier)
            lean = self.leans(later, earlier)
            if not (lean or common.parts or quoted.parts):
                self._beside[key] = STRANGERS
                return STRANGERS
            mine = {c.name for c in self.credits(later)}
            self._beside[key] = Beside(
                common,
                quoted,
                self.running.share(later, earlier, copies),
                lean,
                self.one_publisher(later, earlier),
                bool(mine & {c.name for c in self.credits(earlier)}),
            )
        return self._beside[key]

    def pointed(self, claim: Claim) -> tuple[tuple[Span, str], ...]:
        """The documents of the case to whose address a claim's own paragraph points."""
        found = self.pointers(claim.capture)
        if not found:
            return ()
        text, start, end = self._text(claim.capture), claim.spans[0].start, claim.spans[-1].end
        low = text.rfind("\n\n", 0, start) + 1
        high = text.find("\n\n", end)
        return tuple(
            one for one in found if low <= one[0].start < (high if high >= 0 else len(text))
        )

    def pointers(self, capture: str) -> Pointers:
        """All earlier documents of the case to whose address a document points, and where."""
        found = self._pointers.get(capture, ())
        return tuple(one for one in found if self._may_read(capture, one[1]))

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
            told = any(name in text and told_to(name).search(text) for name in names)
            self._own[capture] = told or (may_be_own(text) and bool(OWN.search(text)))
        return self._own[capture]


_PRESS = re.compile(
    r"(?:(?:(?:the|two|three|several|some|other|various|many|your|local|foreign|daily)\s+)*"
    r"(?:(?:news)?papers|press accounts|media reports|(?:news )?outlets)"
    r"|(?:an?|one|another)\s+(?:\w+\s+)?(?:(?:news)?paper|press account|(?:news )?outlet))"
    r"(?:\s+Our\s+report)?$",
    re.IGNORECASE,
)

_REMEMBERED = 1 << 16
"""Pairs of documents kept: those of neighbouring propositions are asked for again and again."""
_LEANING = 3
"""So many claims cited from one publisher, or half of those cited, and a document rests on it."""


def _leaning(sources: Sources, account: Account) -> dict[str, float]:
    """How much a document cites of each publisher."""
    counts: Counter[str] = Counter()
    cited = 0
    for claim in account.claims:
        chain = sources.chain(claim)
        cited += bool(chain)
        known = (sources.publisher_of(one.source, account.id) for one in chain)
        counts.update({publisher for publisher in known if publisher is not None})
    return {
        key: min(1.0, max(number / _LEANING, 2 * number / max(cited, 1)))
        for key, number in counts.items()
    }


def _notes_of(account: Account) -> Notes | None:
    return Notes.of(account.document) if account.document.note_marks else None
