"""Finds the mention that a source is, and carries pronouns and descriptions to their name.

A pronoun or a shortened description is carried only where one reading is clearly the likeliest;
otherwise it is left as it stands, so that nobody is given words that may be another's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from hearsay.reading.describing import (
    BASE_ENDS,
    BEFORE_HEAD,
    BOTH,
    BY_NAME,
    DEFINITE,
    HE,
    IT,
    LIST,
    MORE_NAME,
    OF_PLACE,
    PRONOUNS,
    SHE,
    SMALL_PREPOSITION,
    SOURCE_ENDS,
    SPEAKER,
    THEY,
    WHO,
    WORD,
    heads,
    is_name,
    is_person,
    is_plural,
    is_title,
    names_owner,
)
from hearsay.reading.entitled import without_title
from hearsay.reading.lexicon.people import BODIES, DOCUMENTS, OUTLETS
from hearsay.reading.naming import Draft, Thing, link_name
from hearsay.reading.trimming import trimmed
from hearsay.reading.words import FINITE, THIRD, kinds
from hearsay.vocabulary.readings import Form, MentionType
from hearsay.vocabulary.spans import Span, Spans

Fits = Callable[[Thing], bool]
_SILENT: frozenset[MentionType] = frozenset(("Place", "Time", "Quantity"))
_LINKED: frozenset[MentionType] = frozenset(("Person", "Organization", "Place", "Nationality"))
_BODY_TYPES: frozenset[MentionType] = frozenset(("Organization", "Place"))
_LED_IN = re.compile(r"(?:among|including|by|from|to|for|of|even)\s+(?=\S)", re.IGNORECASE)
# "The corps' commander, Maj. Gen.", before a name that says who that is.
_APPOSED = re.compile(r"[,–—-]\s*(?:[A-Z][\w.’'-]*\s+){0,4}$")
# A pronoun further than so many sentences from the name is left alone.
_SENTENCES_BACK = 3


class Cast:
    """Everyone and everything a document mentions, in the order in which it is read."""

    def __init__(self, text: str, drafts: list[Draft], sentence_starts: Sequence[int]) -> None:
        self.text = text
        self.drafts = drafts
        self.things: list[Thing] = []
        self._sentences = sentence_starts
        self._starts = [draft.start for draft in drafts]
        self._linked = 0
        self._said: list[tuple[int, Thing]] = []

    # ── from a source span to its mention ──

    def mention_of(self, source: Spans) -> Draft | None:
        """The mention that a source span is; made from its words where none was found."""
        span = self._whole(source)
        if not span.of(self.text).strip():
            return None
        if span.of(self.text).lower() in WHO:
            span = self._before_relative(span) or span
        base = self._base(span)
        named = self._name_in(span, base)
        if named is not None:
            return named
        head_at = self._head(base)
        for draft in self.inside(span):
            # The outermost mention that holds the head word is what the source is.
            if draft.start <= head_at < draft.end and draft.type not in _SILENT:
                if self._is_joined(span, draft) or self._shorter_than_title(draft, base):
                    break
                if draft.form == "nominal" and self.text.startswith(" of ", draft.end, span.end):
                    break  # "the office" of "the office of the Inspector"
                return draft
        return self._made(span)

    def _whole(self, source: Spans) -> Span:
        span = source[0]
        for part in source[1:]:
            if part.start - span.end <= 2:
                span = Span(span.start, part.end)
        led = _LED_IN.match(self.text, span.start, span.end)
        return trimmed(Span(led.end(), span.end) if led else span, self.text)

    def _before_relative(self, who: Span) -> Span | None:
        """The noun phrase right before "who" or "which", which it stands for."""
        end = who.start
        while end and self.text[end - 1] in " ,\n–—":
            end -= 1
        near = [d for d in self.inside(Span(max(0, end - 2), end)) if d.end == end]
        if near and near[0].type == "Place":
            people = [d for d in self.inside(Span(max(0, end - 60), end)) if d.type == "Person"]
            close = [d for d in people if OF_PLACE.fullmatch(self.text[d.end : near[0].start])]
            near = close or near
        if near:
            return near[0].spans[-1]
        before = BEFORE_HEAD.search(self.text[:end] + " ", max(0, end - 60))
        return Span(before.start(), end) if before and before.start() < end else None

    def _base(self, span: Span) -> Span:
        """The noun phrase up to its first comma, preposition or relative clause."""
        match = BASE_ENDS.search(self.text, span.start + 1, span.end)
        return Span(span.start, match.start()) if match else span

    def _head(self, base: Span) -> int:
        """Where the last word of the base noun phrase begins."""
        last = base.start
        for match in WORD.finditer(self.text, base.start, base.end):
            last = match.start()
        return last

    def inside(self, span: Span) -> list[Draft]:
        """Mentions that meet the span, in reading order, outer before inner."""
        first = bisect_right(self._starts, span.start - 120)
        near = self.drafts[first : bisect_left(self._starts, span.end)]
        return [draft for draft in near if draft.end > span.start]

    def _name_in(self, span: Span, base: Span) -> Draft | None:
        """The person's name in a source: at its head, after a title, or beside a description."""
        first_end = SOURCE_ENDS.search(self.text, span.start + 1, span.end)
        first = Span(span.start, first_end.start()) if first_end else span
        for draft in self.inside(span):
            if draft.type != "Person" or draft.form != "name" or draft.start < span.start:
                continue
            if self.text[draft.end : draft.end + 2] in ("'s", "’s") and draft.end + 2 < span.end:
                continue
            before = self.text[span.start : draft.start]
            if draft.end <= first.end or draft.start < first.end:
                if self._is_joined(span, draft):
                    return None
                small = [m for m in SMALL_PREPOSITION.finditer(before)]
                if small and not is_title(before):
                    continue
                if MORE_NAME.fullmatch(self.text, draft.end, first.end):
                    return self._made(Span(draft.start, first.end))  # "Steve" of "Steve Grubbs"
                return draft
            elif _APPOSED.search(before) and before.count(",") <= 1:
                return draft
        return None

    def _is_joined(self, span: Span, draft: Draft) -> bool:
        """Whether the source joins two ("Kerry and Lavrov"), of whom the mention is but one."""
        behind = self.text[draft.end : span.end]
        joint = BOTH.match(behind)
        before = self.text[span.start : draft.start]
        if joint and re.match(r"(?:the\s+|his\s+|her\s+|its\s+)?[A-Z]", behind[joint.end() :]):
            return True
        return bool(re.search(r"\b(?:and|&)\s+(?:the\s+)?$", before)) and draft.form == "name"

    def _shorter_than_title(self, draft: Draft, base: Span) -> bool:
        """Whether the mention is only the last word of a longer description ("officials")."""
        lead = self.text[base.start : draft.start].strip()
        return draft.form != "name" and len(lead.split()) >= 1 and draft.type not in ("Role",)

    def _made(self, span: Span) -> Draft:
        """A new mention from the words of a source, cut before its relative clause."""
        ends = SOURCE_ENDS.search(self.text, span.start + 1, span.end)
        if LIST.match(span.of(self.text)):
            ends = None
        kept = without_title(Span(span.start, ends.start()) if ends else span, self.text)
        words = kept.of(self.text)
        for draft in self.inside(kept):
            if draft.spans == (kept,):
                return draft
        pointing = words.lower() in PRONOUNS
        form: Form = "pronoun" if pointing else "name" if is_name(words) else "nominal"
        made = Draft(self._type_of(words, kept), (kept,), form, 0.5, words)
        at = bisect_right(self._starts, made.start)
        self.drafts.insert(at, made)
        self._starts.insert(at, made.start)
        if at < self._linked:
            self._linked += 1
            if form == "name":
                link_name(made, self.things, self.text)
        return made

    def _type_of(self, words: str, span: Span) -> MentionType:
        low = words.lower()
        if low in IT or (words.isupper() and len(words) > 1):
            return "Organization"
        if low in PRONOUNS:
            return "Person"
        head = self.text[self._head(self._base(span)) : span.end]
        word = WORD.match(head)
        noun = word[0].lower() if word else ""
        if noun in DOCUMENTS | BODIES or noun.removesuffix("s") in DOCUMENTS | BODIES:
            return "Organization"
        return "Person"

    # ── who is meant ──

    def reach(self, offset: int) -> None:
        """Links the names before `offset`, so that what is said there can refer to them."""
        while self._linked < len(self.drafts) and self.drafts[self._linked].start < offset:
            draft = self.drafts[self._linked]
            if draft.form == "name" and draft.thing is None and draft.type in _LINKED:
                link_name(draft, self.things, self.text)
            self._linked += 1

    def means(self, draft: Draft, within: Draft | None = None) -> Draft:
        """The most informative mention of what a source's mention means; itself where unsure.

        `within` is the speaker of the attribution around it: the one who says "I" there.
        """
        if draft.thing is None and draft.form != "name":
            found = self._meant(draft, within)
            if found is not None:
                found.add(draft)
        return draft.thing.best if draft.thing is not None else draft

    def spoke(self, draft: Draft, at: int) -> None:
        """Notes that what a mention means was the source of something said at `at`."""
        if draft.thing is None:
            draft.thing = Thing(draft.type, draft, [draft], plural=is_plural(draft.words))
            self.things.append(draft.thing)
        self._said.append((at, draft.thing))

    def _meant(self, draft: Draft, within: Draft | None) -> Thing | None:
        low = draft.words.lower()
        if low in SPEAKER:
            return within.thing if within is not None else None
        if low in HE or low in SHE:
            gender = "m" if low in HE else "f"
            found = self._recent(
                draft.start, lambda t: is_person(t) and t.gender in (None, gender), within
            )
            if found is not None:
                found.gender = found.gender or gender
            return found
        if low in IT:
            return self._recent(
                draft.start,
                lambda t: not is_person(t) and not t.plural and t.type in _BODY_TYPES,
                within,
            )
        if low in THEY:
            return self._speaking(draft.start, lambda t: t.plural)
        if draft.form == "nominal":
            return self._described(draft)
        return None

    def _recent(self, at: int, fits: Fits, within: Draft | None) -> Thing | None:
        """The fitting thing of the nearest sentence that names or cites one."""
        if within is not None and within.thing is not None and fits(within.thing):
            return within.thing
        here = bisect_right(self._sentences, at) - 1
        for back in range(_SENTENCES_BACK + 1):
            number = here - back
            if number < 0:
                return None
            starts = self._sentences[number]
            ends = min(at, self._sentences[number + 1]) if number + 1 < len(self._sentences) else at
            spoke = [t for where, t in self._said if starts <= where < ends and fits(t)]
            if spoke:
                return spoke[-1] if len({id(t) for t in spoke}) == 1 or back else None
            named = self._named(starts, ends, fits)
            if len(named) == 1 and (named[0][1] or back <= 1):
                return named[0][0]
            if named:
                # Two of them: the one that the sentence is about, or nobody.
                subjects = [thing for thing, is_subject in named if is_subject]
                return subjects[0] if len(subjects) == 1 or named[0][1] else None
        return None

    def _named(self, starts: int, ends: int, fits: Fits) -> list[tuple[Thing, bool]]:
        """Things named in a stretch, each once, and whether it is what the sentence begins with."""
        found: list[tuple[Thing, bool]] = []
        at = bisect_right(self._starts, starts - 1)
        while at < len(self.drafts) and self.drafts[at].start < ends:
            draft = self.drafts[at]
            at += 1
            thing = draft.thing
            if (
                thing is None
                or draft.form != "name"
                or not fits(thing)
                or any(t is thing for t, _ in found)
            ):
                continue
            possessive = self.text[draft.end : draft.end + 2] in ("'s", "’s")
            lead = WORD.findall(self.text[starts : draft.start])
            early = len(lead) <= 4 and not any(kinds(w) & (FINITE | THIRD) for w in lead)
            found.append((thing, not possessive and (early or self._acts(draft))))
        return found

    def _acts(self, draft: Draft) -> bool:
        """Whether a name is a subject: behind a comma, and right before a verb."""
        behind = WORD.match(self.text, draft.end + 1)
        verb = behind is not None and kinds(behind[0]) & (FINITE | THIRD)
        return bool(verb) and self.text[max(0, draft.start - 2) : draft.start].rstrip() == ","

    def _speaking(self, at: int, fits: Fits) -> Thing | None:
        """The last source that fits, where it spoke not long before."""
        here = bisect_right(self._sentences, at) - 1
        since = self._sentences[max(0, here - _SENTENCES_BACK)] if here >= 0 else 0
        for where, thing in reversed(self._said):
            if where < since:
                return None
            if where < at and fits(thing):
                return thing
        return None

    def _described(self, draft: Draft) -> Thing | None:
        """What "the report", "the minister" or "the newspaper" means, where the text tells."""
        lead = self.text[max(0, draft.start - 6) : draft.start].lower().split()
        low = draft.words.lower()
        words = [w.lower() for w in WORD.findall(draft.words)]
        definite = (lead and lead[-1] in DEFINITE) or (words and words[0] in DEFINITE)
        if not definite or not words or len(words) > 4 or " of " in low or " for " in low:
            return None
        head = words[-1]
        if head in DOCUMENTS:
            return self._document(draft, head)
        if any(w[0].isupper() for w in WORD.findall(draft.words)):
            return None
        if head in BODIES:
            named = self._bodies_called(head)
            if len(named) == 1:
                return named[0]
            if named and head not in OUTLETS:
                return None
            return self._speaking(
                draft.start, lambda t: t.type == "Organization" and t.best.form == "name"
            )
        return self._person_called(head)

    def _bodies_called(self, head: str) -> list[Thing]:
        return [
            t
            for t in self.things
            if t.type == "Organization"
            and t.best.form == "name"
            and head in t.best.words.lower().split()
        ]

    def _person_called(self, head: str) -> Thing | None:
        called = [
            t
            for t in self.things
            if t.type == "Person" and t.best.form == "name" and head in t.roles
        ]
        if len(called) == 1:
            return called[0]
        spoken = [t for _, t in reversed(self._said) if t in called]
        return spoken[0] if spoken else None

    def _document(self, draft: Draft, head: str) -> Thing | None:
        """An earlier, fuller description of the same report: the last that names whose it is."""
        for thing in reversed(self.things):
            if (
                thing.best.start < draft.start
                and heads(thing.best.words, head)
                and names_owner(thing.best.words)
            ):
                return thing
        best: Span | None = None
        named = re.compile(rf"\b{re.escape(head)}\b")
        for match in named.finditer(self.text, 0, draft.start):
            span = self._description(Span(match.start(), match.end()))
            if span is not None:
                best = span
        if best is None:
            return None
        words = best.of(self.text)
        made = Draft("Organization", (best,), "nominal", 0.5, words)
        at = bisect_right(self._starts, made.start)
        self.drafts.insert(at, made)
        self._starts.insert(at, made.start)
        self._linked += 1
        thing = Thing("Organization", made, [made])
        made.thing = thing
        self.things.append(thing)
        return thing

    def _description(self, head: Span) -> Span | None:
        """The noun phrase around a head noun, where a name in it says whose it is."""
        before = BEFORE_HEAD.search(self.text, max(0, head.start - 80), head.start)
        behind = BY_NAME.match(self.text, head.end)
        span = trimmed(
            Span(before.start() if before else head.start, behind.end() if behind else head.end),
            self.text,
        )
        return span if names_owner(span.of(self.text)) else None
