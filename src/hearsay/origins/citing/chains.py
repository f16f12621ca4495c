"""Whom a claim has its words from: its speakers, carried to the names under which all know them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hearsay.origins.citing.antecedents import Antecedents
from hearsay.origins.citing.families import Bearers, bearer
from hearsay.origins.citing.owners import Owners
from hearsay.origins.citing.posts import Posts, post_around
from hearsay.origins.citing.publishers import Publishers
from hearsay.origins.citing.speakers import Source, same_source, source_of
from hearsay.vocabulary.readings import Claim, Speaker
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account


@dataclass(frozen=True, slots=True)
class Cited:
    """Somebody whom a claim has its words from, and where it says so."""

    source: Source
    span: Span | None


@dataclass(frozen=True, slots=True)
class Chains:
    """Resolves the speakers of claims against all documents of a case."""

    accounts: Mapping[str, Account]
    owners: Owners
    publishers: Publishers
    antecedents: Mapping[str, Antecedents]
    families: Bearers
    posts: Posts

    def of(self, claim: Claim) -> tuple[Cited, ...]:
        """Those a claim has its words from, whoever stands nearest to the outlet first.

        Whom nobody could find again, and the outlet itself, are left out.
        """
        account = self.accounts[claim.capture]
        found: list[Cited] = []

        def add(source: Source, span: Span | None, *, first: bool = False) -> None:
            if not any(same_source(source, one.source) for one in found):
                found.insert(0 if first else len(found), Cited(source, span))

        inner = _in_order(claim, account.document.text)
        written = self.antecedents[account.id].written_for(claim)
        for speaker in inner:
            source = self.one(speaker, account)
            if written is not None and speaker is claim.speakers[-1]:
                source = written
            if source.identified and not self.publishers.same(source, claim.capture):
                add(source, speaker.span)
                office = self.antecedents[account.id].through(source)
                if office is not None and source.kind == "body":
                    add(office, None)
        finder = self.antecedents[account.id].subject(claim.words)
        told = _TEXT_BY.match(claim.words) or self.publishers.of_source(finder)
        if finder.identified and told and not self.publishers.same(finder, claim.capture):
            add(finder, claim.spans[0])
        post = post_around(claim, self.posts.get(account.id, ()))
        if post is not None and not self.publishers.same(post.signer, claim.capture):
            add(post.signer, post.signature, first=True)
        teller = self._told(claim)
        if teller is not None:
            add(teller, None, first=True)
        return tuple(found)

    def one(self, speaker: Speaker, account: Account) -> Source:
        """Whom one speaker means in his document."""
        antecedents = self.antecedents[account.id]
        source = antecedents.meant(speaker)
        source = self.publishers.spelt_out(source, antecedents)
        if source.kind == "person":
            if not source.given:
                source = bearer(source, speaker.name, self.families)
            office = antecedents.office_of(source)
            if office is not None and (office.voice or self.publishers.of_source(office.body)):
                return self.publishers.spelt_out(office.body, antecedents)
        return source

    def named(self, name: str, capture: str | None = None) -> Source:
        """Whom a name means, outside any sentence; the case's own short names are known."""
        found = self.publishers.called(name) or source_of(name)
        return self.publishers.spelt_out(found, self.antecedents.get(capture or ""))

    def _told(self, claim: Claim) -> Source | None:
        """The outlet to which the speaker spoke, where it is another one: "told Reuters"."""
        if claim.addressee is None or len(claim.speakers) < 2:
            return None
        outlet = self.owners.outlet(claim.addressee)
        if outlet is None:
            return None
        source = self.named(outlet.name)
        return None if self.publishers.same(source, claim.capture) else source


def _in_order(claim: Claim, text: str) -> tuple[Speaker, ...]:
    """The chain behind the outlet; "the report quoted the command" is report, then command."""
    inner = tuple(one for one in claim.speakers[1:] if not _within_another(one, claim.speakers))
    if len(inner) == 2 and inner[0].span and inner[1].span and inner[1].span < inner[0].span:
        between = text[inner[1].span.end : inner[0].span.start]
        if len(between) < 40 and re.search(r"\b(?:quot|cit)(?:ed|es|ing)\b", between):
            return (inner[1], inner[0])
    return inner


def _within_another(one: Speaker, others: Sequence[Speaker]) -> bool:
    """Whether a name is but a part of another one: Averne of the Avernese command."""
    return one.span is not None and any(
        other.span is not None and other.span != one.span and other.span.covers(one.span)
        for other in others
    )


_TEXT_BY = re.compile(
    r"^(?:\S+\s+){0,4}?(?:report|review|audit|study|document)s?\s+(?:by|of|from)\b"
)
