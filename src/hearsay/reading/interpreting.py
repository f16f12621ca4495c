"""Says of bare found spans what they are: who speaks, through whom, how, and what is asserted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hearsay.reading.assertions import atoms
from hearsay.reading.atom import Atom
from hearsay.reading.atoms import joined
from hearsay.reading.cues import (
    cue_class_of,
    cue_polarity,
    is_addressing,
    is_cited,
    is_reported_by,
    leads_to_addressee,
)
from hearsay.reading.found import FoundAttribution, FoundMention
from hearsay.reading.hedging import hedges_in
from hearsay.reading.naming import Draft, drafts_of, outermost
from hearsay.reading.nesting import nesting
from hearsay.reading.repairing import repaired
from hearsay.reading.sentences import sentences
from hearsay.reading.speakers import Cast
from hearsay.reading.speech import insertions, quotations, speech_of
from hearsay.reading.turns import speakers_of_turns, whole_turns
from hearsay.vocabulary.documents import PROSE, Document
from hearsay.vocabulary.readings import (
    Assertion,
    Attribution,
    Mention,
    Reading,
    TimeExpression,
)
from hearsay.vocabulary.spans import Span, Spans, hull, words_of

_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_SPOKEN_TO = re.compile(
    r"\s+(?P<who>(?:the\s+|an?\s+|his\s+|her\s+|their\s+|its\s+)?(?!(?:that|to|in|on|at|of|about|how|what|why|if|whether|by|when|him|her|it|them|us|me|you|he|she|they|we|i|is|was|for|not|and|but|as|a|an|the|so|this|there|lies|all)\b)"
    r"[A-Za-z][\w’'.-]*(?:\s+(?!(?:that|to|in|on|at|of|about|how|what|why|if|whether|by|when|he|she|they|it|we|the|his|her|their|during|after|before|is|was|are|were|for|and|not|last|this|as|a|an)\b)[A-Za-z][\w’'-]*){0,3})"
)
_CARRIER = re.compile(
    r"\bquoted\s+(?:\w+ly\s+)?(?:in|by)\s+(?:the\s+|an?\s+)?([A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)"
)
_ASKS = re.compile(r"[QA]\.?\s?\d*[.:]?")
"""What stands before the turns of an interview, and names nobody."""
_QUOTED_WORDS = 4
"""Words in quotation marks that are somebody's own and no longer a turn of phrase."""
_TELLING = re.compile(r"\b(?:told|tells?|telling|warn(?:ed|s|ing)?)$", re.I)
_SPOKEN_WITH = frozenset(("Person", "Organization", "Place", "Role"))
_REACH = 90
"""So many characters after a cue may the one spoken to be named."""


@dataclass(slots=True)
class _Link:
    """What is made of one found attribution on the way."""

    found: FoundAttribution
    outer: int | None
    source: Draft | None = None
    speaker: Draft | None = None
    addressee: Draft | None = None
    through: list[Draft] | None = None
    """Those that pass the speaker's words on, nearest the outlet first."""
    cited: list[Draft] | None = None
    """Those whose words the speaker passes on."""


def interpret(
    document: Document,
    mentions: Sequence[FoundMention],
    attributions: Sequence[FoundAttribution],
    times: Sequence[TimeExpression],
    *,
    parts: Sequence[Span] = (),
    reader: str = "",
) -> Reading:
    """The reading of one document from what the tagger found in it; `parts` are assertions.

    Attributions come out in the order of their cues, mentions in reading order; the ids count up
    from `m1`, `a1`, `s1`.
    """
    text = document.text
    prose = [p.span for p in document.passages if p.kind in PROSE]
    quoted = quotations(text, prose)
    found = whole_turns(repaired(attributions, mentions, prose, quoted, text), prose, text)
    around = nesting(found, text)
    starts = [s.start for passage in prose for s in sentences(text, passage)]
    cast = Cast(text, drafts_of(mentions, text), starts)
    links = [_Link(one, outer) for one, outer in zip(found, around, strict=True)]
    _find_mentions(links, cast, text)
    _resolve(links, cast)
    ruled = atoms(document, found, around, quoted)
    named = [one.span for one in mentions]
    cut = joined(ruled, parts, found, quoted, starts, text, named=named)
    said = _quoted_on(cut, found, around, prose, quoted, text)
    for number, draft in enumerate(cast.drafts):
        draft.number = number
    outlet = _plain(document.particulars.publisher or "")
    return Reading(
        reader,
        mentions=_mentions(cast.drafts),
        attributions=tuple(_attribution(n, links, quoted, text, outlet) for n in range(len(links))),
        assertions=tuple(_assertion(n, atom) for n, atom in enumerate(said)),
        times=tuple(times),
    )


def _quoted_on(
    said: Sequence[Atom],
    found: Sequence[FoundAttribution],
    around: Sequence[int | None],
    prose: Sequence[Span],
    quoted: Sequence[Span],
    text: str,
) -> list[Atom]:
    """Quoted words that nobody is cited for go on with the speaker last cited in their passage.

    "The report named the corps. Its men are “often experiencing rapid promotions”." quotes the
    report twice. A word or two in quotation marks may be the outlet's own distance; they do not
    count.
    """
    outer = [n for n, one in enumerate(around) if one is None and found[n].source]
    cues = [found[n].cue[0].start for n in outer]
    begins = [passage.start for passage in prose]
    own_words = [q for q in quoted if len(q.of(text).split()) >= _QUOTED_WORDS]
    made = []
    for atom in said:
        if atom.attribution is None and any(_holds_one(part, own_words) for part in atom.spans):
            here = prose[bisect_right(begins, atom.spans[0].start) - 1]
            near = outer[bisect_left(cues, here.start) : bisect_left(cues, here.end)]
            start = hull(atom.spans).start
            before = [n for n in near if hull(found[n].content).end <= start]
            if before:
                last = max(before, key=lambda n: hull(found[n].content).end)
                atom = replace(atom, attribution=last)
        made.append(atom)
    return made


def _holds_one(part: Span, spans: Sequence[Span]) -> bool:
    """Whether a span covers one of a sorted, non-overlapping list."""
    at = bisect_left(spans, part.start, key=lambda span: span.start)
    return at < len(spans) and spans[at].end <= part.end


# ── who ──


def _find_mentions(links: list[_Link], cast: Cast, text: str) -> None:
    turns = speakers_of_turns([link.found for link in links], cast)
    for n, link in enumerate(links):
        if n in turns:
            link.source = turns[n]
        elif link.found.source and not _ASKS.fullmatch(words_of(link.found.source, text)):
            link.source = cast.mention_of(link.found.source)
    for link in links:
        link.addressee = _addressee(link.found, cast, text)
        if link.addressee is link.source:
            link.addressee = None
        region = _around_cue(link.found)
        near = [
            d
            for d in _drafts_in(cast, region)
            if d.type in ("Organization", "Person")
            and d.form == "name"
            and d is not link.source
            and not any(part.covers(d.spans[0]) for part in link.found.content)
        ]
        link.through = [d for d in near if is_reported_by(_before(d, text))]
        carrier = None if link.through else _CARRIER.search(text, region.start, region.end)
        if carrier is not None:
            made = cast.mention_of((Span(carrier.start(1), carrier.end(1)),))
            link.through = [made] if made is not None else []
        link.cited = [d for d in near if is_cited(_before(d, text)) and not _itself_cites(link)]


def _itself_cites(link: _Link) -> bool:
    return link.outer is not None and link.source is None


def _around_cue(found: FoundAttribution) -> Span:
    """From source to cue and on to the content, where that comes after them."""
    region = hull([*found.source, *found.cue])
    behind = [part.start for part in found.content if part.start >= region.end]
    if behind and behind[0] - region.end < 80:
        return Span(region.start, behind[0])
    return region


def _drafts_in(cast: Cast, region: Span) -> list[Draft]:
    return [d for d in cast.inside(region) if region.start <= d.start and d.end <= region.end]


def _before(draft: Draft, text: str) -> str:
    before = text[max(0, draft.start - 60) : draft.start]
    return (
        before.removesuffix("the ").removesuffix("The ")
        if before.endswith(("the ", "The "))
        else before
    )


def _addressee(found: FoundAttribution, cast: Cast, text: str) -> Draft | None:
    """Whom it was said to: the object of "told", or who is named after "in a letter to"."""
    cue = hull(found.cue)
    behind = [part.start for part in found.content if part.start >= cue.end]
    limit = min([cue.end + _REACH, *behind[:1]])
    region = Span(cue.start, max(limit, cue.end))
    inside = [d for d in _drafts_in(cast, region) if d.type in _SPOKEN_WITH]
    addressing = is_addressing(found.cue, text)
    for draft in inside:
        if any(part.covers(draft.spans[0]) for part in found.source) or draft.form == "pronoun":
            continue
        if draft.end <= cue.start:
            continue
        if leads_to_addressee(_before(draft, text)):
            return draft
        lead = text[cue.end : draft.start]
        if addressing and draft.start >= cue.end and _only_small(lead):
            return draft
    if not addressing:
        return None
    told = _told_to(found, cast, text)
    if told is not None:
        return told
    match = _SPOKEN_TO.match(text, cue.end, limit)
    if (
        match is None
        or (behind and match.end() > behind[0])
        or not _closes_phrase(text, match.end(), behind)
    ):
        return None
    who = match["who"].rstrip(".")
    span = Span(match.start("who"), match.start("who") + len(who))
    if any(span.meets(part) for part in (*found.source, *found.content)):
        return None
    return cast.mention_of((span,))


def _told_to(found: FoundAttribution, cast: Cast, text: str) -> Draft | None:
    """Who is told to do something, where that begins with him: "warned | Oster to limit it"."""
    cue, content = hull(found.cue), found.content[0]
    if not _TELLING.search(text, cue.start, cue.end) or not 0 < content.start - cue.end <= 1:
        return None
    for draft in cast.inside(content):
        if text[content.start : draft.start].lower().strip() not in ("", "the", "its", "their"):
            return None
        if draft.type in _SPOKEN_WITH and text.startswith(" to ", draft.end):
            return draft
    return None


def _closes_phrase(text: str, at: int, behind: Sequence[int]) -> bool:
    """Whether a phrase ends at `at`: at the content, a mark or a small word."""
    rest = text[at : at + 12].lstrip()
    return not rest or at in behind or not rest[0].isalnum() or rest[0].islower()


def _only_small(lead: str) -> bool:
    words = lead.split()
    return (
        len(words) <= 4
        and all(w.islower() and w.isalpha() for w in words)
        and not any(
            w in ("that", "to", "of", "in", "by", "about", "on", "at", "and") for w in words
        )
    )


def _resolve(links: list[_Link], cast: Cast) -> None:
    """Carries each source to its name, in the order in which they are read."""
    order = sorted(
        range(len(links)),
        key=lambda n: (links[n].source or links[n].found.cue[0]).start,
    )
    for n in order:
        link = links[n]
        if link.source is None:
            continue
        cast.reach(link.source.end)
        outer = links[link.outer].source if link.outer is not None else None
        link.speaker = cast.means(link.source, outer)
        cast.spoke(link.source, link.source.start)
    cast.reach(len(cast.text))
    for link in links:
        if link.source is not None:
            link.speaker = cast.means(link.source)


def _chain(n: int, links: list[_Link], outlet: str) -> list[Draft]:
    """Speakers from the one nearest the outlet to the first, nobody twice in a row."""
    link = links[n]
    chain = _chain(link.outer, links, outlet) if link.outer is not None else []
    own = [*(link.through or ()), *([link.speaker] if link.speaker else ()), *(link.cited or ())]
    for draft in own:
        best = draft.thing.best if draft.thing is not None else draft
        if outlet and _plain(best.words) == outlet:
            continue
        if chain and (chain[-1] is best or chain[-1].spans == best.spans):
            continue
        chain.append(best)
    return chain


def _plain(name: str) -> str:
    return _NOT_WORDS.sub("", name.lower().removeprefix("the "))


# ── what comes out ──


def _mentions(drafts: Sequence[Draft]) -> tuple[Mention, ...]:
    flags = outermost(drafts)
    return tuple(
        Mention(
            f"m{n + 1}",
            draft.type,
            draft.spans,
            draft.form,
            flag,
            _id(draft.thing.best if draft.thing is not None else draft) or f"m{n + 1}",
            draft.score,
        )
        for n, (draft, flag) in enumerate(zip(drafts, flags, strict=True))
    )


def _id(draft: Draft | None) -> str | None:
    return None if draft is None or draft.number < 0 else f"m{draft.number + 1}"


def _attribution(
    n: int, links: list[_Link], quoted: Sequence[Span], text: str, outlet: str
) -> Attribution:
    link = links[n]
    found = link.found
    chain = _chain(n, links, outlet)
    return Attribution(
        id=f"a{n + 1}",
        source=found.source,
        cue=found.cue,
        content=found.content,
        within=None if link.outer is None else f"a{link.outer + 1}",
        speaker=_id(link.speaker),
        addressee=_id(link.addressee),
        chain=tuple(f"m{draft.number + 1}" for draft in chain),
        cue_class=cue_class_of(found.cue, text, found.content),
        speech=speech_of(found.content, quoted, text),
        polarity=cue_polarity(found.cue, text),
        hedges=hedges_in(_apart(found), text),
        inserted=insertions(found.content, quoted, text),
        score=found.score,
    )


def _apart(found: FoundAttribution) -> Spans:
    """Source, cue and content in reading order, none overlapping, so that no hedge counts twice."""
    kept: list[Span] = []
    for span in sorted((*found.source, *found.cue, *found.content)):
        if kept and span.start < kept[-1].end:
            if span.end > kept[-1].end:
                kept.append(Span(kept[-1].end, span.end))
            continue
        kept.append(span)
    return tuple(kept)


def _assertion(n: int, atom: Atom) -> Assertion:
    within = None if atom.attribution is None else f"a{atom.attribution + 1}"
    return Assertion(f"s{n + 1}", atom.spans, within, atom.polarity, atom.hedges)
