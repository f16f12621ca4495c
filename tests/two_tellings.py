"""Two short texts with a claim each, as what is set side by side in tests of changes."""

from __future__ import annotations

from hearsay.origins.differing.changing import Told, changes_between
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.readings import (
    Attribution,
    Cause,
    Claim,
    CueClass,
    Form,
    Mention,
    MentionType,
    Reading,
    Speaker,
    TimeExpression,
)
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account

UNKNOWN = "unknown outlet"


def told(
    node: str,
    text: str,
    *,
    by: str | None = None,
    form: Form = "name",
    cue: str | None = None,
    cue_class: CueClass = "said",
    words: str | None = None,
    named: tuple[tuple[str, MentionType], ...] = (),
    times: tuple[tuple[str, str], ...] = (),
    cause: tuple[str, str, str] | None = None,
    outlet: str = UNKNOWN,
) -> Told:
    """A text of one paragraph in which one claim is made."""

    def at(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    whole = at(words) if words else Span(0, len(text))
    found = named if by is None else (*named, (by, "Organization"))
    mentions = tuple(
        Mention(f"m{i}", kind, (at(name),), form if name == by else "name", True, f"m{i}", 0.9)
        for i, (name, kind) in enumerate(found)
    )
    dates = tuple(
        TimeExpression(f"t{i}", at(phrase), edtf) for i, (phrase, edtf) in enumerate(times)
    )
    reading = Reading(
        "test",
        mentions,
        attributions=_attributions(at(by), whole) if by else (),
        causes=() if cause is None else (_cause(*map(at, cause)),),
        times=dates,
    )
    speakers = (Speaker(outlet, None), *((Speaker(by, at(by)),) if by else ()))
    claim = Claim(
        id=node,
        capture=node * 8,
        spans=(whole,),
        words=whole.of(text),
        speakers=speakers,
        addressee=None,
        cue=cue,
        cue_class=cue_class if cue else None,
        speech="indirect" if cue else None,
        polarity="affirmed",
        hedges=(),
        inserted=(),
        times=dates,
        passage=1,
        page=None,
        score=0.9,
    )
    document = Document(
        node * 8,
        "text 1",
        text,
        (Passage(Span(0, len(text)), "paragraph", 1),),
        found=Particulars(published="2021-12-01", publisher=None if outlet == UNKNOWN else outlet),
    )
    return Told(node, claim, Account(document, reading, (claim,)))


def _attributions(source: Span, content: Span) -> tuple[Attribution, ...]:
    return (
        Attribution(
            "a1", (source,), (), (content,), None, None, None, (), "said", "indirect",
            "affirmed", (), (), 0.9,
        ),
    )  # fmt: skip


def _cause(marker: Span, cause: Span, effect: Span) -> Cause:
    return Cause("c1", (cause,), (effect,), marker, None)


def found(before: Told, after: Told) -> list[tuple[str, str | None, str | None]]:
    return [
        (c.kind, c.before.words if c.before else None, c.after.words if c.after else None)
        for c in changes_between(before, after)
    ]


def plain(before: str, after: str) -> list[tuple[str, str | None, str | None]]:
    return found(told("k1", before), told("k2", after))
