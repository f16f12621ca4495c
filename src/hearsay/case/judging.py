"""What people decide about a case: which claims say the same, who has it from whom, whose an
outlet is, which names are one's, who is who, what stands of a conflict. Every judgement is a row
with who, when and why, and can be taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hearsay.case.consistency import is_against, refuse_circle, refuse_pairing
from hearsay.case.owning import owners_of
from hearsay.case.owning import refuse_circle as refuse_circle_of_owners
from hearsay.ledger.blackout import BLOCK
from hearsay.ledger.finding import the_document
from hearsay.ledger.judgements import (
    Aliasing,
    ConflictRuling,
    Identity,
    IdentityVerdict,
    LinkEnd,
    LinkVerdict,
    NamedAt,
    NamesOfOne,
    OwnedOutlet,
    Ownership,
    Pairing,
    PairingVerdict,
    Ruling,
)
from hearsay.ledger.settling import (
    overriding,
    settled,
    settled_aliases,
    settled_owners,
    settled_rulings,
)
from hearsay.ledger.store import Store
from hearsay.origins.citing.owners import Owners
from hearsay.origins.descent.ruling import Ruled
from hearsay.origins.tracing import Pairs
from hearsay.sources.fetcher import Clock, utc_now
from hearsay.vocabulary.errors import NoSuchDocument, NothingByThatName, Redacted

WITHHELD = "(withheld)"
"""Stands for a name in words that bear a label."""

AnyJudgement = Pairing | Ruling | Ownership | Identity | ConflictRuling | Aliasing


@dataclass(frozen=True, slots=True)
class Decided:
    """All that counts of what people decided, as tracing takes it."""

    joined: Pairs
    """Claims that say the same."""
    parted: Pairs
    """Claims that do not."""
    rulings: tuple[Ruled, ...]
    """Links that hold or do not, newest last."""
    owners: Owners | None
    """Whose the outlets are; `None` where nobody states more than Hearsay comes with."""


@dataclass(frozen=True, slots=True)
class KeptJudgement:
    """One judgement as it stands now."""

    judged: AnyJudgement
    overridden_by: str | None
    """The id of the newer judgement on the same that counts instead."""


class CaseJudgements:
    """Keeps, lists and takes back what people decide."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def pair(
        self,
        one: str,
        other: str,
        *,
        verdict: PairingVerdict,
        by: str,
        why: str,
        clock: Clock = utc_now,
    ) -> Pairing:
        """Keep a person's judgement that two claims say the same or do not.

        Raises `Misuse` where judgements that count say the contrary by way of other claims.
        """
        two = (self._store.claim(one).claim.id, self._store.claim(other).claim.id)
        refuse_pairing(settled(self._store.judging.pairings()), *two, verdict)
        now = clock()
        self._store.judging.pair(one, other, verdict=verdict, by=by, why=why, recorded_at=now)
        # By its time, and not merely the last: another process may have written since.
        *_, made = (p for p in self._store.judging.pairings() if (p.recorded_at, p.by) == (now, by))
        return made

    def rule(
        self,
        later: str,
        earlier: str | None,
        *,
        named: str | None = None,
        verdict: LinkVerdict,
        by: str,
        why: str,
        clock: Clock = utc_now,
    ) -> Ruling:
        """Keep a person's judgement that one text has it from another, or has not.

        Texts are claims, by their ids, or documents, by whatever else shows them. Raises `Misuse`
        where the earlier one is judged to have it from the later.
        """
        now = clock()
        texts = self._text(later), None if earlier is None else self._text(earlier)
        if verdict == "retelling" and texts[1] is not None:
            counted = settled_rulings(self._store.judging.rulings())
            refuse_circle(counted, self._key(texts[0]), self._key(texts[1]))
        self._store.judging.rule(
            *texts,
            named=named,
            verdict=verdict,
            by=by,
            why=why,
            recorded_at=now,
        )
        *_, made = (r for r in self._store.judging.rulings() if (r.recorded_at, r.by) == (now, by))
        return made

    def days_against(self, ruling: Ruling) -> tuple[str, str] | None:
        """When both texts were published, where it is against these days that the later one has it
        from the earlier."""
        if ruling.verdict != "retelling":
            return None
        days = self._published(ruling.later), self._published(ruling.earlier)
        if days[0] is not None and days[1] is not None and is_against(*days):
            return days[0], days[1]
        return None

    def identify(
        self,
        one: NamedAt,
        other: NamedAt,
        *,
        verdict: IdentityVerdict,
        by: str,
        why: str,
        clock: Clock = utc_now,
    ) -> Identity:
        """Keep a person's judgement that what is named at two places is one, or that it is two."""
        now = clock()
        self._store.judging.identify(one, other, verdict=verdict, by=by, why=why, recorded_at=now)
        *_, made = (
            i for i in self._store.judging.identities() if (i.recorded_at, i.by) == (now, by)
        )
        return made

    def own(
        self, outlets: Sequence[OwnedOutlet], *, by: str, why: str, clock: Clock = utc_now
    ) -> int:
        """Keep whose these outlets are; how many of them the case did not hold just so.

        Raises `Misuse` where, with what the case holds, they would belong to each other.
        """
        held = [one.outlet for one in self.owners()]
        new = [outlet for outlet in outlets if outlet not in held]
        refuse_circle_of_owners((*held, *new), "with what the case holds")
        self._store.judging.own(new, by=by, why=why, recorded_at=clock())
        return len(new)

    def owners(self, *, known_at: str | None = None) -> tuple[Ownership, ...]:
        """What counts of what people stated of whose an outlet is, oldest first."""
        return settled_owners(self._store.judging.ownerships(known_at=known_at))

    def alias(
        self, rows: Sequence[NamesOfOne], *, by: str, why: str, clock: Clock = utc_now
    ) -> int:
        """Keep which names are one's; how many of the rows the case did not hold just so."""
        held = {one.named for one in self.aliases()}
        new = [named for named in rows if named not in held]
        self._store.judging.alias(new, by=by, why=why, recorded_at=clock())
        return len(new)

    def aliases(self, *, known_at: str | None = None) -> tuple[Aliasing, ...]:
        """What counts of what people stated of which names are one's, oldest first."""
        return settled_aliases(self._store.judging.aliasings(known_at=known_at))

    def undo(self, judgement: str, *, by: str, why: str, clock: Clock = utc_now) -> str:
        """Take back a judgement, by its id; the new head."""
        return self._store.judging.undo(judgement, by=by, why=why, recorded_at=clock())

    def every(self, *, known_at: str | None = None) -> tuple[KeptJudgement, ...]:
        """Every judgement, oldest first, with what became of it."""
        judging = self._store.judging
        pairings = list(judging.pairings(known_at=known_at))
        rulings = list(judging.rulings(known_at=known_at))
        owners = list(judging.ownerships(known_at=known_at))
        named = [self._readable(one) for one in judging.identities(known_at=known_at)]
        aliases = list(judging.aliasings(known_at=known_at))
        conflicts = list(judging.conflict_rulings(known_at=known_at))
        above = overriding(pairings, rulings, owners, named, aliases, conflicts)
        every: list[AnyJudgement] = [
            *pairings, *rulings, *owners, *named, *aliases, *conflicts
        ]  # fmt: skip
        every.sort(key=lambda one: one.recorded_at)
        return tuple(KeptJudgement(one, above.get(one.id)) for one in every)

    def decided(self, *, known_at: str | None = None) -> Decided:
        """All that counts of what people decided, for tracing."""
        pairings = settled(self._store.judging.pairings(known_at=known_at))
        owners = self.owners(known_at=known_at)
        return Decided(
            joined=_those(pairings, "same"),
            parted=_those(pairings, "different"),
            rulings=tuple(_ruled(settled_rulings(self._store.judging.rulings(known_at=known_at)))),
            owners=owners_of(owners) if owners else None,
        )

    def _readable(self, one: Identity) -> Identity:
        """A judgement on two names, without a name that stands in a passage that is withheld."""
        left, right = (
            words if at is None or not self._is_withheld(at) else WITHHELD
            for at, words in zip((one.one, one.other), one.words, strict=True)
        )
        return replace(one, words=(left, right))

    def _is_withheld(self, at: NamedAt) -> bool:
        try:
            shown = self._store.shown(at.capture)
        except (NoSuchDocument, NothingByThatName, Redacted):
            return True
        return BLOCK in at.span.of(shown.document.text)

    def _published(self, end: LinkEnd) -> str | None:
        if end.claim is not None:
            return self._store.claim(end.claim).published
        if end.capture is not None:
            return self._store.shown(end.capture).document.particulars.published
        return None

    def _key(self, text: str) -> str:
        """By what a text is told from others, as the ends of links are."""
        try:
            return self._store.claim(text).claim.id
        except NothingByThatName:
            return text

    def _text(self, what: str) -> str:
        """A claim as it was named, or the SHA-256 of the document that is meant."""
        try:
            self._store.claim(what)
        except NothingByThatName as nothing:
            if nothing.there_are:
                raise
            found = the_document(self._store, what, known_at=None, labels=frozenset())
            return found.capture
        return what


def _those(decided: Iterable[Pairing], verdict: PairingVerdict) -> Pairs:
    """The claims that people have put together, or taken apart, by their ids."""
    return frozenset(
        (one, other)
        for pairing in decided
        for one, other in (pairing.claims,)
        if pairing.verdict == verdict and one is not None and other is not None
    )


def _ruled(rulings: Iterable[Ruling]) -> Iterable[Ruled]:
    for one in rulings:
        later, earlier = one.later.key, one.earlier.key
        if later is not None and earlier is not None:
            yield Ruled(later, earlier, one.verdict == "retelling")
