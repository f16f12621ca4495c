"""Whom a document cites: those that are named as speakers, as they are written there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hearsay.origins.citing.positions import headed, lawmakers
from hearsay.origins.citing.speakers import Source, source_of
from hearsay.origins.language.lexicon import CALLED
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account


def cited_in(account: Account) -> Mapping[Span, Source]:
    """Each cited speaker of a document, by where he is named."""
    text, mentions = account.document.text, account.reading.mentions
    persons = {m.spans[0] for m in mentions if m.type == "Person" and m.spans}
    speakers = {s.span: s for c in account.claims for s in c.speakers[1:] if s.span}
    owned = _owned(account)
    by_span = {
        span: headed(text, span)
        or source_of(
            _whole(speaker.name, text, span),
            before=text[max(0, span.start - 12) : span.start],
            person=span in persons,
        )
        for span, speaker in speakers.items()
    }
    by_span = {k: owned.get(k.start, s) if not s.identified else s for k, s in by_span.items()}
    return by_span | lawmakers(text, by_span)


def _whole(name: str, text: str, span: Span) -> str:
    """A name with what hangs on it by a dash ("Combined Mission–Tamrin"), without its headline.

    Of what was read together over the end of a paragraph the last part is the name, but for a
    table's. Of a title that was cut off at its stop the name goes on behind it.
    """
    cut = _GOES_ON.match(text, span.end) if name.rstrip(".").lower() in CALLED else None
    if cut is not None:
        return f"{name.rstrip('.')}. {cut[1]}"
    hanging = re.match(r"[–-]\w+", text[span.end : span.end + 30])
    plain = " ".join(name.split())
    written = span.of(text)
    if "\n\n" in written and " ".join(written.split()) == plain:
        parts = [part for part in written.split("\n\n") if "\t" not in part]
        plain = " ".join(parts[-1].split()) if parts else plain
    return plain + (hanging[0] if hanging else "")


_GOES_ON = re.compile(r"\.?\s+((?:[A-Z][\w’'.-]*\s+){0,2}[A-Z][\w’'-]+)")


def _owned(account: Account) -> dict[int, Source]:
    """By where "its spokesman" begins, the body that "its" means."""
    text, mentions = account.document.text, account.reading.mentions
    by_id = {m.id: m for m in mentions}
    found = {}
    for mention in mentions:
        if mention.form == "pronoun" and mention.spans[0].of(text).lower() in ("its", "their"):
            name = by_id.get(mention.refers)
            follows = text[mention.spans[0].end : mention.spans[0].end + 40]
            if name is not None and name.form == "name" and _SPEAKS.match(follows):
                found[mention.spans[0].start] = source_of(name.spans[0].of(text))
    return found


_SPEAKS = re.compile(
    r"\s+(?:\w+\s+)?(?:spokes\w+|secretary|office|leadership|command|report|statement|chairman"
    r"|chairwoman|director|head|press)\b"
)
