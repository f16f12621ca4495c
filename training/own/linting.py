"""What is wrong with a passage's marks, and what deserves a second look.

A fault breaks the guidelines. A look is what is often a slip and sometimes right: a pronoun, a
capital or a verb of saying that nothing marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hearsay.reading.trimming import trimmed
from hearsay.vocabulary.edtf import days_of
from hearsay.vocabulary.readings import Attribution, Mention
from hearsay.vocabulary.spans import Span, Spans, hull
from training.corpora.reporting import REPORTING
from training.own.passages import OwnPassage

KINDS = ("news", "report", "parliamentary", "ngo", "communique", "transcript")
_PRONOUN = re.compile(
    r"\b(?:he|she|him|her|his|they|them|their|we|us|our|I|me|my|whose|himself|herself)\b", re.I
)
_CAPITAL = re.compile(r"(?<![.!?:“‘«\n] )(?<![“‘«(])(?<!^)\b[A-Z][\w’-]+")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]+[”’»)]*", re.S)


def faults_of(passage: OwnPassage) -> Iterator[str]:
    """Everything in the passage's marks that the guidelines forbid, in words."""
    yield from _about(passage)
    yield from _ids(passage)
    yield from _mentions(passage)
    for one in passage.reading.attributions:
        yield from (f"{one.id}: {why}" for why in _attribution(one, passage))
    yield from _assertions(passage)


def looks_of(passage: OwnPassage) -> Iterator[str]:
    """What is not marked and often should be."""
    text = passage.text
    mentions = [part for m in passage.reading.mentions for part in m.spans]
    cues = [part for a in passage.reading.attributions for part in a.cue]
    sources = [part for a in passage.reading.attributions for part in a.source]
    for pattern, marked, what in (
        (_PRONOUN, mentions, "pronoun"),
        (_CAPITAL, [*mentions, *cues], "capital"),
        (REPORTING, [*cues, *mentions, *sources], "verb of saying"),
    ):
        for found in pattern.finditer(text):
            span = Span(*found.span())
            if not any(span.meets(other) for other in marked):
                around = text[max(0, span.start - 25) : span.end + 25].replace("\n", " ")
                yield f"{what} not marked: {found[0]} (… {around} …)"
    meant = [part for s in passage.reading.assertions for part in s.spans]
    told = [part for a in passage.reading.attributions for part in (*a.cue, *a.content)]
    for found in _SENTENCE.finditer(text):
        span = Span(*found.span())
        if not any(span.meets(other) for other in (*meant, *told)):
            yield f"sentence without assertion: {found[0].strip()[:60]}"


def _about(passage: OwnPassage) -> Iterator[str]:
    for name in ("kind", "outlet", "published"):
        if not passage.about.get(name):
            yield f"{name}: is missing at the head"
    if passage.about.get("kind") not in KINDS:
        yield f"kind: is one of {', '.join(KINDS)}"
    if '"' in passage.text:
        yield "a straight double quote stands in the text"


def _ids(passage: OwnPassage) -> Iterator[str]:
    reading = passage.reading
    known = {
        "m": {m.id for m in reading.mentions},
        "a": {a.id for a in reading.attributions},
        "s": {s.id for s in reading.assertions},
    }
    used: list[tuple[str, str | None]] = []
    for m in reading.mentions:
        used.append((m.id, m.refers))
    for a in reading.attributions:
        used += [(a.id, one) for one in (a.within, a.speaker, a.addressee, *a.chain)]
    for s in reading.assertions:
        used.append((s.id, s.attribution))
    for r in reading.relations:
        used += [(r.id, one) for one in (r.source, r.target, r.assertion, r.time)]
    for e in reading.events:
        used += [(e.id, one) for one in (e.assertion, e.time, *(x.mention for x in e.arguments))]
    for n in reading.counts:
        used += [(n.id, one) for one in (n.counter, n.time, n.assertion)]
    for c in reading.causes:
        used.append((c.id, c.attribution))
    for by, id in dict.fromkeys(used):
        if id is not None and id not in known[id[0]]:
            yield f"{by}: {id} is not there"


def _mentions(passage: OwnPassage) -> Iterator[str]:
    every = {m.id: m for m in passage.reading.mentions}
    places: dict[tuple[str, Spans], str] = {}
    for m in every.values():
        words = " … ".join(part.of(passage.text) for part in m.spans)
        if m.form != "pronoun" and len(m.spans) == 1:
            shorter = trimmed(m.spans[0], passage.text)
            if shorter != m.spans[0]:
                yield f"{m.id}: “{words}” has an article or punctuation at its edge"
        if (m.type, m.spans) in places:
            yield f"{m.id}: “{words}” is {places[m.type, m.spans]} already"
        places[m.type, m.spans] = m.id
        target = every.get(m.refers, m)
        if target.refers != target.id:
            yield f"{m.id}: refers to {target.id}, which refers to {target.refers}: name the last"
        kinds = {m.type, target.type}
        if len(kinds) > 1 and kinds not in ({"Person", "Role"}, {"Organization", "Place"}):
            yield f"{m.id}: a {m.type} refers to a {target.type}"
    whole = sorted((m.spans[0], m.id) for m in every.values() if len(m.spans) == 1)
    for number, (span, id) in enumerate(whole):
        for other, other_id in whole[number + 1 :]:
            if other.start >= span.end:
                break
            if not span.covers(other) and not other.covers(span):
                yield f"{id} and {other_id} cross: each has a part of the other"
    for time in passage.reading.times:
        if time.edtf is not None and days_of(time.edtf) is None:
            yield f"{time.id}: {time.edtf} is not EDTF"
    yield from _relations(passage, every)


_PERSON = {"Person", "Role"}
_ENDS_OF = {
    "has_rank": (_PERSON, {"Rank"}),
    "has_role": (_PERSON, {"Role"}),
    "is_posted": (_PERSON, {"Organization", "Place"}),
    "part_of": ({"Organization"}, {"Organization"}),
    "arm_of": ({"Organization"}, {"Organization"}),
    "leads": (_PERSON | {"Organization"}, {"Organization"}),
}


def _relations(passage: OwnPassage, every: dict[str, Mention]) -> Iterator[str]:
    for r in passage.reading.relations:
        if r.type not in _ENDS_OF or r.source not in every or r.target not in every:
            continue
        for id, kinds in zip((r.source, r.target), _ENDS_OF[r.type], strict=True):
            if every[id].type not in kinds:
                yield f"{r.id}: {r.type} does not take {id}, a {every[id].type}, at that end"


def _attribution(one: Attribution, passage: OwnPassage) -> Iterator[str]:
    text = passage.text
    others = {a.id: a for a in passage.reading.attributions}
    types = {m.id: m.type for m in passage.reading.mentions}
    if _meet(one.source, one.cue) or _meet(one.cue, one.content) or _meet(one.source, one.content):
        yield "source, cue and content lie over one another"
    if one.speaker is not None and types.get(one.speaker) not in ("Person", "Organization", None):
        yield f"its speaker is a {types[one.speaker]}"
    parts = [part.of(text).strip() for part in one.content]
    quoted = [part[:1] in "“‘«'" for part in parts]
    marks = [bool(re.search(r"[“«]", part)) for part in parts]
    if one.speech == "direct" and not all(quoted) and not _in_quotation(one.content[0], text):
        yield "is direct, but its content is not all within quotation marks"
    if one.speech == "indirect" and any(marks) and not _holds_other(one, passage):
        yield "is indirect, but its content has quotation marks"
    if (
        one.speech != "direct"
        and parts[-1].endswith(".")
        and not re.search(r"(?:\b[A-Z]|\b[A-Z][a-z]{1,3})\.$", parts[-1])
    ):
        yield "its content ends in the sentence's full stop"
    home = _home(one, passage)
    if one.within is None and home is not None:
        yield f"its cue stands in the content of {home}, but it is not in {home}"
    if one.within is not None:
        outer = others.get(one.within)
        seen = {one.id}
        while outer is not None and outer.id not in seen:
            seen.add(outer.id)
            outer = others.get(outer.within or "")
        if outer is not None:
            yield "is in itself, round a ring"
        elif home != one.within:
            yield f"is in {one.within}, but the innermost content round its cue is {home}’s"


def _home(one: Attribution, passage: OwnPassage) -> str | None:
    """The innermost attribution whose content holds the cue."""
    cue = hull(one.cue)
    around = [
        (sum(len(part) for part in other.content), other.id)
        for other in passage.reading.attributions
        if other.id != one.id and any(part.covers(cue) for part in other.content)
    ]
    return min(around)[1] if around else None


def _holds_other(one: Attribution, passage: OwnPassage) -> bool:
    """Whether another attribution, which may be a direct one, stands in its content."""
    return any(other.within == one.id for other in passage.reading.attributions)


def _in_quotation(span: Span, text: str) -> bool:
    before = text[: span.start]
    return before.count("“") > before.count("”") or before.count("«") > before.count("»")


def _meet(left: Spans, right: Spans) -> bool:
    return any(a.meets(b) for a in left for b in right)


def _assertions(passage: OwnPassage) -> Iterator[str]:
    contents = {a.id: a.content for a in passage.reading.attributions}
    for s in passage.reading.assertions:
        if s.attribution is None:
            continue
        content = contents.get(s.attribution, ())
        if content and not all(any(c.covers(part) for c in content) for part in s.spans):
            yield f"{s.id}: does not lie in the content of {s.attribution}"
