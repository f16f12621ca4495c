"""Blacks out speakers in lists where the passage that names them may not be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import apsw

from hearsay.ledger.blackout import BLOCK
from hearsay.ledger.codec import decode
from hearsay.ledger.folding import fold
from hearsay.ledger.store import ClaimFilter, ClaimRow
from hearsay.ledger.stores.sqlite.asking import row
from hearsay.ledger.stores.sqlite.labelling import hidden_spans
from hearsay.ledger.stores.sqlite.standing import body_of
from hearsay.ledger.withholding import hidden_passages
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.spans import Span

BAR = BLOCK * 5
"""In place of a name: as long for every name, since a length can be guessed from."""


class HiddenNames:
    """Which names may not be read in a case, as far as a list is allowed to show it."""

    def __init__(self, connection: apsw.Connection, which: ClaimFilter) -> None:
        self._connection = connection
        self._which = which
        self._places: dict[str, tuple[Span, ...]] = {}
        self._any = row(connection, "SELECT 1 FROM label LIMIT 1") is not None

    def without(self, found: Iterable[ClaimRow]) -> Iterator[ClaimRow]:
        """The rows with such names blacked out, and without those that only the names had found."""
        for one in found:
            claim = self._blacked_out(one.claim) if self._any else one.claim
            if claim is one.claim:
                yield one
            elif self._fits(claim):
                yield replace(one, claim=claim)

    def _blacked_out(self, claim: Claim) -> Claim:
        places = self._hidden(claim.capture)
        speakers = tuple(
            replace(speaker, name=BAR)
            if speaker.span is not None and any(speaker.span.meets(place) for place in places)
            else speaker
            for speaker in claim.speakers
        )
        return claim if speakers == claim.speakers else replace(claim, speakers=speakers)

    def _fits(self, claim: Claim) -> bool:
        """Whether what is left to be seen is what was asked for."""
        names = fold(" ".join(speaker.name for speaker in claim.speakers))
        if self._which.speaker is not None and fold(self._which.speaker).strip() not in names:
            return False
        seen = f"{fold(claim.words)} {names}"
        return all(word in seen for word in fold(self._which.words or "").split())

    def _hidden(self, capture: str) -> tuple[Span, ...]:
        """The passages of a capture's newest text that may not be shown."""
        if capture not in self._places:
            self._places[capture] = self._passages(capture)
        return self._places[capture]

    def _passages(self, capture: str) -> tuple[Span, ...]:
        held = row(
            self._connection,
            "SELECT bytes, document FROM capture JOIN reading ON capture = capture.number "
            "WHERE sha256 = ? ORDER BY reading.number DESC LIMIT 1",
            (capture,),
        )
        body = None if held is None else body_of(self._connection, held[1])
        if held is None or body is None:
            return ()
        document = decode(Document, body)
        spans = hidden_spans(self._connection, held[0], document.text, self._which.labels)
        if not spans:
            return ()
        hidden = hidden_passages(document, spans)
        return tuple(p.span for p in document.passages if p.paragraph in hidden)
