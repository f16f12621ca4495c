"""Finds whom a text means by his seat or his post: "the Velan Republican", a paper's editor."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from hearsay.origins.citing.speakers import Source, source_of
from hearsay.vocabulary.spans import Span


def headed(text: str, span: Span) -> Source | None:
    """Who is named behind the body that he heads: "Alder Post editor-in-chief Ilo Marsk".

    What he says and what his body says is not said independently.
    """
    match = _HEADED.match(text, span.start)
    if match is None:
        return None
    body, person = source_of(match[1]), source_of(match[2], person=True)
    if body.kind != "body" or person.kind != "person" or not person.given:
        return None
    return replace(person, of=body)


_NAME = r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'.-]*){0,2}\s+[A-Z][\w’'-]+"
_HEADED = re.compile(
    r"((?:[A-Z][\w&-]*\s+){0,4}[A-Z][\w&-]*?)(?:[’']s)?\s+(?:(?:senior|acting|managing)\s+)?"
    rf"(?:editor(?:[- ]in[- ]chief)?|publisher|chairman|chairwoman|director|head)\s+({_NAME})"
)


def lawmakers(text: str, cited: Mapping[Span, Source]) -> dict[Span, Source]:
    """For "the Velan Republican" or "the senator", the lawmaker whom the text cited last before.

    A lawmaker is who bears such a title anywhere in the text, or whose party and seat it gives.
    """
    described = [span for span in cited if _LAWMAKER.fullmatch(_with_article(text, span))]
    if not described:
        return {}
    spans = sorted(span for span, one in cited.items() if one.kind == "person")
    titled = {cited[span].head for span in spans if _is_titled(text, span)}
    found = {}
    for place in described:
        before = [cited[s] for s in spans if s.end <= place.start and cited[s].head in titled]
        if before:
            last = before[-1]
            whole = (one for one in reversed(before) if one.head == last.head and one.given)
            found[place] = next(whole, last)
    return found


_LAWMAKER = re.compile(
    r"[Tt]he\s+(?:(?:[A-Z][\w’'-]+\s+){0,3}(?:Democrat|Republican)"
    r"|(?:[\w-]+\s+){0,2}(?:senator|congressman|congresswoman|lawmaker))"
)
_TITLED = re.compile(
    r"\b(?:Sen|Rep|Senator|Representative|Congressm[ae]n|Congresswom[ae]n)s?\.?\s+$"
)
_SEAT = re.compile(r",?\s+\(?[RD]-\w")


def _with_article(text: str, span: Span) -> str:
    article = re.search(r"\b[Tt]he\s+$", text[max(0, span.start - 5) : span.start])
    return (article[0] if article else "") + span.of(text)


def _is_titled(text: str, span: Span) -> bool:
    written = span.of(text)
    return bool(
        _TITLED.search(text, max(0, span.start - 20), span.start)
        or _OWN_TITLE.match(written)
        or _SEAT.match(text, span.end)
    )


_OWN_TITLE = re.compile(r"(?:U\.?S\.?\s+)?(?:Sen|Rep|Senator|Representative)\b\.?")
