"""Builds accounts for the tests of lineage: a text, and who is cited for which of its words."""

from __future__ import annotations

import re
from hashlib import sha256

from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Credit, CreditKind, Document, NoteMark, Passage
from hearsay.vocabulary.readings import Claim, CueClass, Mention, Polarity, Reading, Speaker
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account


def account(
    text: str,
    *claims: tuple[str, ...],
    publisher: str | None = None,
    published: str | None = None,
    credits: tuple[tuple[CreditKind, str], ...] = (),
    persons: tuple[str, ...] = (),
    bodies: tuple[str, ...] = (),
    denied: tuple[str, ...] = (),
    negated: tuple[str, ...] = (),
    notes: tuple[tuple[str, str], ...] = (),
    period: str | None = None,
) -> Account:
    """An account of a text; each claim is its words and the names of those cited, inward.

    `denied` words are cited with "denies"; `negated` ones were read as negative by their grammar.
    """
    capture = sha256(f"{publisher}|{published}|{text}".encode()).hexdigest()
    passages = tuple(
        Passage(Span(m.start(), m.end()), "note" if m[0][:2] in _marks(notes) else "paragraph", at)
        for at, m in enumerate(re.finditer(r"[^\n]+", text), 1)
    )
    document = Document(
        capture,
        "text 1",
        text,
        passages,
        stated=Particulars(published=published, publisher=publisher, period=period),
        credits=tuple(Credit(_find(text, name), kind, name) for kind, name in credits),
        note_marks=tuple(NoteMark(_find(text, mark), _find(text, note)) for mark, note in notes),
    )
    mentions = tuple(
        Mention(f"m{at}", "Person" if name in persons else "Organization", (span,), "name",
                True, f"m{at}", 1.0)
        for at, (name, span) in enumerate(
            (name, Span(m.start(), m.end()))
            for name in (*persons, *bodies)
            for m in re.finditer(re.escape(name), text)
        )
    )  # fmt: skip
    made = tuple(
        _claim(
            document,
            passages,
            words,
            speakers,
            polarity="denied" if words in (*denied, *negated) else "affirmed",
            denies=words in denied,
        )
        for words, *speakers in claims
    )
    return Account(document, Reading("test 1", mentions=mentions), made)


def _marks(notes: tuple[tuple[str, str], ...]) -> set[str]:
    return {note[:2] for _, note in notes}


def _find(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def _claim(
    document: Document,
    passages: tuple[Passage, ...],
    words: str,
    speakers: list[str],
    *,
    polarity: Polarity,
    denies: bool,
) -> Claim:
    span = _find(document.text, words)
    chain = [Speaker(document.particulars.publisher or "unknown outlet", None)]
    for name in speakers:
        named = name in document.text
        chain.append(Speaker(name, _find(document.text, name) if named else None))
    cue: CueClass | None = None
    if speakers:
        cue = "denied" if denies else "said"
    paragraph = next(p.paragraph for p in passages if p.span.covers(span))
    return Claim(
        id=sha256(f"{document.capture}{span}{speakers}".encode()).hexdigest()[:12],
        capture=document.capture,
        spans=(span,),
        words=words,
        speakers=tuple(chain),
        addressee=None,
        cue="denied" if cue == "denied" else "said" if cue else None,
        cue_class=cue,
        speech="indirect" if cue else None,
        polarity=polarity,
        hedges=(),
        inserted=(),
        times=(),
        passage=paragraph,
        page=None,
        score=1.0,
    )
