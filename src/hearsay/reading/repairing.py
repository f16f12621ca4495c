"""Completes what the tagger left half done, where the words right beside leave no doubt.

A source that stands at its cue ("Hannity said"), a quotation that goes on into the next paragraph
or behind its "he said", and the listener that slipped into what was said ("told | a rally that").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from hearsay.reading.cues import is_addressing
from hearsay.reading.found import FoundAttribution, FoundMention
from hearsay.reading.lexicon import listed
from hearsay.reading.nesting import alike
from hearsay.reading.sentences import sentences
from hearsay.reading.speech import stands_in
from hearsay.reading.torn import in_one_piece
from hearsay.reading.weeding import at_home, weeded, without_raised
from hearsay.reading.words import AUX, COORDINATOR, MODAL, kinds
from hearsay.vocabulary.spans import Span, Spans, hull

_NEAR = re.compile(r"\s+(?:(?:also|later|then|once|has|have|had|\w+ly)\s+){0,2}")
_PRONOUN_BEFORE = re.compile(
    r"\b(?:he|she|they|it|we|I)\s+(?:(?:also|later|then|has|have|had|\w+ly)\s+){0,2}$", re.I
)
_CAPITAL_BEFORE = re.compile(r"\b([A-Z][\w’'-]+)\s+$")
_PRONOUN = re.compile(r"\w+")
_SAYING = re.compile(
    r"\b(?:said|says|say|saying|added|adds|told|tells|wrote|writes|noted|notes|stated|states|argued"
    r"|argues|explained|explains|claimed|claims|warned|warns|announced|tweeted|replied|insisted"
    r"|insists|continued|concluded|asked|declared|reported|reports|responded|acknowledged|admitted"
    r"|confirmed|denied|recalled|suggested|agreed|complained|predicted|promised|vowed|testified)\b",
    re.I,
)
_LISTENER = re.compile(
    r"(?:(?:the|a|an|his|her|their)\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}?\s+(?=that\s+(?:the|a|an|he|she|it|they|we|his|her|their|its|there|[A-Z])\b)"
)
_HELPING = re.compile(r"(?:(?:is|are|was|were|has been|have been|had been)\s*)+", re.I)
_UNDERSTOOD = re.compile(
    r"(understood|believed|thought|said|alleged|reported|expected|known|feared|suspected"
    r"|considered|rumou?red|claimed|assumed)\s+(?=to\b)"
)
_OPEN_SOURCE = re.compile(r"\b(?:of|for)(?:\s+the)?$")
_ARTICLE = re.compile(r"\s+(?:the\s+)?")
_LAST_WORD = re.compile(r"[\w’'-]+$")
_OPEN_ENDS = listed(
    "the a an of to in on at by for from with and or its his her their as than into"
    " third fourth fifth sixth seventh eighth ninth tenth"
)
_NEXT_WORD = re.compile(r"[ \u00a0]+([A-Za-z][\w’'-]*)")
_BEHIND = listed(
    "about above across after against along although amid among and around as at because before"
    " behind below beneath beside between beyond but by despite down during except for from he her"
    " here his how i if in inside into it its just last like near next now of off on once only onto"
    " or our out outside over past she since so than that the then there these they this those"
    " though through throughout till to today told tomorrow tonight toward towards under unless"
    " until up upon we what when where whether which while who whom whose why with within without"
    " yesterday you said says saying also later earlier recently again too not a an sunday monday"
    " tuesday wednesday thursday friday saturday even both either neither still first most some"
    " all more wrote told tells added adds"
)
_AS_WELL_AS = re.compile(r"as\s+well\s+as")
_WORD_OR_BREAK = re.compile(r"\w|\n\s*\n")
_HALF = 16
"""Code points within which the second half of a cue follows the first ("as saying")."""
_LONGEST_REST = 120
"""Code points of a quotation, a line or two, that a content may be short of."""
_SHORTEST = 12
"""Code points below which a quotation behind "he said" is no sentence of its own."""


def repaired(
    found: Sequence[FoundAttribution],
    mentions: Sequence[FoundMention],
    prose: Sequence[Span],
    quoted: Sequence[Span],
    text: str,
) -> list[FoundAttribution]:
    """The attributions that have a cue and a content, in the order of their cues, completed."""
    mended = [in_one_piece(one, text) for one in found]
    usable = [at_home(one, prose, quoted) for one in weeded(mended, mentions, text)]
    usable.sort(key=lambda a: (a.cue[0].start, a.content[0].start))
    speaking = sorted(
        {m.span for m in mentions if m.type in ("Person", "Organization") and m.form == "name"}
    )
    people = {
        m.span.of(text).split()[-1] for m in mentions if m.type == "Person" and m.form == "name"
    }
    names = sorted({m.span for m in mentions if m.form == "name"})
    every = sorted(m.span for m in mentions)
    usable = [_with_participle(_with_whole_names(a, names), text) for a in usable]
    usable = [_with_whole_source(a, every, text) for a in usable]
    made = [_without_listener(_with_source(a, speaking, people, text), text) for a in usable]
    made = _made_whole(_seen_once(_seen_twice(made)), prose, text)
    whole = _spoken_on(_carried_on(made, prose, quoted, text), quoted, text)
    edges = sorted(part for one in whole for part in (*one.cue, *one.source))
    return [without_raised(_to_closing_mark(one, edges, quoted), text) for one in whole]


def _to_closing_mark(
    one: FoundAttribution, edges: Sequence[Span], quoted: Sequence[Span]
) -> FoundAttribution:
    """A content that ends within a quotation taken to the quotation's end."""
    last = one.content[-1]
    region = stands_in(last.end, quoted)
    if region is None or last.end <= region.start or region.end - last.end > _LONGEST_REST:
        return one
    rest = Span(last.end, region.end)
    if any(rest.meets(edge) for edge in edges[bisect_left(edges, rest) - 1 :][:4]):
        return one
    return replace(one, content=(*one.content[:-1], Span(last.start, region.end)))


def _with_whole_names(one: FoundAttribution, names: Sequence[Span]) -> FoundAttribution:
    """Contents that end within a name ("the National | Security Council") taken to its end."""
    others = (*one.source, *one.cue)
    content = []
    for part in one.content:
        for name in names[max(0, bisect_left(names, part) - 4) :]:
            if name.start >= part.end:
                break
            whole = Span(min(part.start, name.start), max(part.end, name.end))
            if name.meets(part) and not any(whole.meets(other) for other in others):
                part = whole
        content.append(part)
    return replace(one, content=_merged(content))


def _with_whole_source(
    one: FoundAttribution, mentions: Sequence[Span], text: str
) -> FoundAttribution:
    """A source that ends in mid-phrase ("the office of | the Inspector") taken to its end."""
    if not one.source:
        return one
    last = one.source[-1]
    if not _OPEN_SOURCE.search(text, last.start, last.end):
        return one
    rest = _ARTICLE.match(text, last.end)
    begins = rest.end() if rest is not None else last.end
    near = mentions[bisect_left(mentions, Span(begins, begins)) :][:6]
    ends = [mention.end for mention in near if mention.start == begins]
    if not ends:
        return one
    whole = Span(last.start, max(ends))
    if any(whole.meets(part) for part in (*one.cue, *one.content)):
        return one
    return replace(one, source=(*one.source[:-1], whole))


def _with_participle(one: FoundAttribution, text: str) -> FoundAttribution:
    """A cue that stops at its helping verb ("is | understood to have") taken on to its verb."""
    cue, last = hull(one.cue), one.content[-1]
    behind = _UNDERSTOOD.match(text, last.start, last.end)
    if behind is None or not _HELPING.fullmatch(text, cue.start, cue.end):
        return one
    if text[cue.end : last.start].strip():
        return one
    said = Span(behind.end(), last.end)
    return replace(one, cue=(Span(cue.start, behind.end(1)),), content=(*one.content[:-1], said))


def _with_source(
    one: FoundAttribution, speaking: Sequence[Span], people: set[str], text: str
) -> FoundAttribution:
    """A missing source filled in where a name stands right at a cue of saying."""
    cue = hull(one.cue)
    if one.source or not _SAYING.search(text, cue.start, cue.end):
        return one
    at = bisect_left(speaking, Span(cue.start, cue.start))
    for span in reversed(speaking[max(0, at - 4) : at]):
        if span.end <= cue.start and _NEAR.fullmatch(text, span.end, cue.start):
            return _sourced(one, span)
    surname = _CAPITAL_BEFORE.search(text, max(0, cue.start - 30), cue.start)
    if surname is not None and surname[1] in people:
        return _sourced(one, Span(surname.start(1), surname.end(1)))
    before = _PRONOUN_BEFORE.search(text, max(0, cue.start - 40), cue.start)
    if before is not None:
        word = _PRONOUN.match(text, before.start())
        if word is not None:
            return _sourced(one, Span(word.start(), word.end()))
    for span in speaking[bisect_left(speaking, Span(cue.end, cue.end)) :][:2]:
        behind_content = any(part.end <= cue.start for part in one.content)
        if behind_content and text[cue.end : span.start].strip() in (
            "",
            "Mr.",
            "Mrs.",
            "Ms.",
            "Sen.",
            "Rep.",
            "Gen.",
            "Dr.",
        ):
            return _sourced(one, span)
    return one


def _sourced(one: FoundAttribution, span: Span) -> FoundAttribution:
    if any(span.meets(part) for part in one.content):
        return one
    return replace(one, source=(span,))


def _without_listener(one: FoundAttribution, text: str) -> FoundAttribution:
    """A content without the listener before its "that": "told | a rally that he would win"."""
    first = one.content[0]
    cue = hull(one.cue)
    if (
        first.start < cue.end
        or text[cue.end : first.start].strip()
        or not is_addressing(one.cue, text)
    ):
        return one
    match = _LISTENER.match(text, first.start, first.end)
    if match is None or match[0].lower().startswith("that"):
        return one
    return replace(one, content=(Span(match.end(), first.end), *one.content[1:]))


def _seen_twice(found: list[FoundAttribution]) -> list[FoundAttribution]:
    """Attributions found once for each half of a cue ("was quoted in", "as saying") made one."""
    made: list[FoundAttribution] = []
    for one in found:
        last = made[-1] if made else None
        if last is not None and _one_source(last, one) and _holds_cue(last, one):
            made[-1] = replace(one, cue=_merged([*last.cue, *one.cue]))
            continue
        if last is None or not alike(last.content, one.content) or not _one_source(last, one):
            made.append(one)
            continue
        longer = max(last, one, key=lambda a: sum(map(len, a.source)))
        made[-1] = replace(longer, cue=_merged([*last.cue, *one.cue]))
    return made


def _seen_once(found: list[FoundAttribution]) -> list[FoundAttribution]:
    """Without those of no source whose cue opens what another one reports in full.

    "Concerns about the corps were voiced by members": the members voice their concerns, and nobody
    else is concerned about the corps.
    """
    whole = {part.start: part for one in found if one.source for part in one.content}

    def is_told(one: FoundAttribution) -> bool:
        part = whole.get(one.cue[0].start)
        return part is not None and part.covers(hull((*one.cue, *one.content)))

    return [one for one in found if one.source or not is_told(one)]


def _holds_cue(one: FoundAttribution, other: FoundAttribution) -> bool:
    """Whether the second half of a cue was taken for the beginning of what was said."""
    first, cue = one.content[0], hull(other.cue)
    return first.start <= cue.start and cue.end <= first.end and cue.start - first.start < _HALF


def _one_source(one: FoundAttribution, other: FoundAttribution) -> bool:
    return any(a.meets(b) for a in one.source for b in other.source)


def _made_whole(
    found: list[FoundAttribution], prose: Sequence[Span], text: str
) -> list[FoundAttribution]:
    """Contents cut off in mid-phrase ("a threat to | the men") filled up to their sentence."""
    edges = sorted(part for a in found for part in (*a.cue, *a.source))
    starts = [edge.start for edge in edges]
    made = []
    for one in found:
        content = list(one.content)
        at = bisect_right(prose, content[-1].start, key=lambda span: span.start) - 1
        if at >= 0 and (_left_open(text, content[-1]) or _begins_late(text, content[0])):
            for sentence in sentences(text, prose[at]):
                if _left_open(text, content[-1]) and sentence.covers(content[-1]):
                    behind = bisect_left(starts, content[-1].end)
                    limit = edges[behind].start if behind < len(edges) else sentence.end
                    content[-1] = _to_the_right(text, content[-1], min(limit, sentence.end))
                if _begins_late(text, content[0]) and sentence.covers(content[0]):
                    before = [e.end for e in edges if sentence.start <= e.start < content[0].start]
                    if not before:
                        content[0] = Span(sentence.start, content[0].end)
        made.append(replace(one, content=tuple(content)))
    return made


def _left_open(text: str, part: Span) -> bool:
    """Whether a content ends in a word that cannot end a phrase ("to", "the", "fifth and")."""
    last = _LAST_WORD.search(text, max(part.start, part.end - 20), part.end)
    if last is None or not text[part.end : part.end + 1].isspace():
        return False
    if last[0] == "well" and _AS_WELL_AS.search(text, max(part.start, part.end - 8), part.end + 4):
        return True
    behind = _NEXT_WORD.match(text, part.end)
    if behind is not None and not _may_follow(behind[1]):
        return True
    bits = kinds(last[0].lower())
    return last[0].islower() and (last[0] in _OPEN_ENDS or bool(bits & (COORDINATOR | MODAL)))


def _may_follow(word: str) -> bool:
    """Whether a word can begin what stands behind a content ("on Monday", "as he left")."""
    return word.lower() in _BEHIND or bool(kinds(word.lower()) & (COORDINATOR | AUX | MODAL))


def _begins_late(text: str, part: Span) -> bool:
    """Whether a content begins with a helping verb, its subject left outside."""
    first = _PRONOUN.match(text, part.start, part.end)
    return first is not None and first[0].islower() and bool(kinds(first[0]) & (AUX | MODAL))


def _to_the_right(text: str, part: Span, limit: int) -> Span:
    end = max(part.end, limit)
    while end > part.end and text[end - 1] in " \n.,;:–—-":
        end -= 1
    return Span(part.start, end)


def _carried_on(
    found: list[FoundAttribution], prose: Sequence[Span], quoted: Sequence[Span], text: str
) -> list[FoundAttribution]:
    """Contents carried on into the next paragraph where their quotation is left open."""
    made = list(found)
    for number in range(len(prose) - 1):
        passage, following = prose[number], prose[number + 1]
        region = stands_in(passage.end - 1, quoted)
        if region is None or region.end != passage.end or text[passage.end - 1] in "”\"»'’":
            continue
        onward = _first_within(quoted, following)
        if onward is None or any(_touches(a, onward) for a in made):
            continue
        holders = [
            n
            for n, a in enumerate(made)
            if any(p.start < region.end and p.end > region.end - _SHORTEST for p in a.content)
        ]
        if holders:
            n = max(holders, key=lambda n: sum(map(len, made[n].content)))
            made[n] = replace(made[n], content=(*made[n].content, onward))
    return made


def _first_within(quoted: Sequence[Span], passage: Span) -> Span | None:
    """The quotation that a passage begins with."""
    at = bisect_right(quoted, passage.start, key=lambda span: span.start)
    if at < len(quoted) and quoted[at].start <= passage.start + 2:
        return quoted[at]
    return None


def _spoken_on(
    found: list[FoundAttribution], quoted: Sequence[Span], text: str
) -> list[FoundAttribution]:
    """Contents carried on over a quoted sentence right behind: "“A,” he said. “B.”"."""
    made = sorted(found, key=_end)
    ends = [_end(a) for a in made]
    taken = _merged([part for a in made for part in (*a.content, *a.cue, *a.source)])
    for region in quoted:
        if len(region) < _SHORTEST or text[region.end - 1] not in ".!?…" or _meets(region, taken):
            continue
        before = bisect_right(ends, region.start) - 1
        if before < 0 or _WORD_OR_BREAK.search(text, ends[before], region.start):
            continue
        content = made[before].content
        if any(stands_in(part.start + 1, quoted) for part in content):
            made[before] = replace(made[before], content=(*content, region))
            ends[before] = region.end
    return sorted(made, key=lambda a: (a.cue[0].start, a.content[0].start))


def _merged(spans: list[Span]) -> Spans:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return tuple(merged)


def _meets(region: Span, merged: Spans) -> bool:
    at = bisect_left(merged, region.end, key=lambda span: span.start) - 1
    return at >= 0 and merged[at].end > region.start


def _touches(one: FoundAttribution, region: Span) -> bool:
    return any(region.meets(part) for part in (*one.content, *one.cue))


def _end(found: FoundAttribution) -> int:
    return max(part.end for part in (*found.source, *found.cue, *found.content))
