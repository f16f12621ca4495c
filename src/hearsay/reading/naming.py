"""Numbers the mentions of a document and finds which of them name the same thing.

Only what one document itself shows is used; whether two documents mean the same is decided
elsewhere. Where two readings are possible, a mention is left to stand for itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from hearsay.reading.called import asked, folded, keys, name_words, same_body, same_person
from hearsay.reading.found import FoundMention
from hearsay.reading.lexicon.people import (
    FEMALE_NAMES,
    FEMALE_WORDS,
    MALE_NAMES,
    MALE_WORDS,
)
from hearsay.vocabulary.readings import Form, MentionType
from hearsay.vocabulary.spans import Span, Spans

_UNITS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_ORDINAL = (
    rf"(?:\d{{1,3}}(?:st|nd|rd|th)|(?:twenty|thirty|forty|fifty)-(?:{_UNITS})|{_UNITS}"
    r"|tenth|eleventh|twelfth|[1-9]\d{0,2})"
)
_SEVERAL = re.compile(
    rf"^(?P<lead>(?:(?!{_ORDINAL}\b)[\w'’.-]+\s+)*?)"
    rf"(?P<list>{_ORDINAL}(?:\s*,\s*(?:the\s+)?{_ORDINAL})*,?\s+(?:and|&)\s+(?:the\s+)?{_ORDINAL})"
    r"\s+(?P<head>[A-Za-z][\w'’ -]*s)(?P<tail>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ONE = re.compile(rf"\b{_ORDINAL}\b", re.I)
_WORDS = re.compile(r"[\w’'-]+")


@dataclass(slots=True)
class Draft:
    """A mention while the document is being gone through; frozen into a `Mention` at the end."""

    type: MentionType
    spans: Spans
    form: Form
    score: float
    words: str
    thing: Thing | None = None
    number: int = -1

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.spans[-1].end


@dataclass(slots=True, eq=False)
class Thing:
    """Someone or something that the document names, with all mentions found to mean it."""

    type: MentionType
    best: Draft
    mentions: list[Draft] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    """What its mentions are called, folded."""
    gender: str | None = None
    """`m`, `f`, or `None` where nothing tells."""
    plural: bool = False
    roles: set[str] = field(default_factory=set)
    """Small-letter words of the titles and descriptions that stand at its names."""
    owner: frozenset[str] = frozenset()
    """Words of the body whose it is said to be, where it bears a number that others bear too."""
    register: Register | None = None
    """Where it is found by what it is called; kept up as it gets more names."""

    def add(self, draft: Draft) -> None:
        """One more mention of it; the longest name is the most informative."""
        draft.thing = self
        self.mentions.append(draft)
        self.words.add(folded(draft.words))
        if draft.form == "name" and (
            self.best.form != "name" or _telling(draft.words) > _telling(self.best.words)
        ):
            self.best = draft
        if self.register is not None:
            self.register.learn(self)


def drafts_of(found: Sequence[FoundMention], text: str) -> list[Draft]:
    """The found mentions in reading order, those that list several things taken apart."""
    drafts: list[Draft] = []
    for mention in found:
        for spans in _taken_apart(mention, text):
            words = " ".join(part.of(text) for part in spans)
            if len(spans) > 1:
                words = _MANY.sub("", words)
            drafts.append(Draft(mention.type, spans, mention.form, mention.score, words))
    drafts.sort(key=lambda d: (d.start, -d.end))
    return drafts


_MANY = re.compile(r"s$")
"""Each of "the 5th and 9th Divisions" is a division."""


def outermost(drafts: Sequence[Draft]) -> list[bool]:
    """For each draft in reading order whether it stands in no other one."""
    flags: list[bool] = []
    reach, reach_start = -1, -1
    for draft in drafts:
        inside = draft.end <= reach and (draft.start > reach_start or draft.end < reach)
        # Parts of one list ("5th … Divisions", "8th … Divisions") overlap and hold one another not.
        flags.append(not inside or len(draft.spans) > 1)
        if draft.end > reach:
            reach, reach_start = draft.end, draft.start
    return flags


def _taken_apart(mention: FoundMention, text: str) -> list[Spans]:
    """ "5th and 8th Divisions" as two mentions, each of two parts."""
    if mention.type not in ("Organization", "Place") or mention.form != "name":
        return [(mention.span,)]
    match = _SEVERAL.match(mention.span.of(text))
    if match is None:
        return [(mention.span,)]
    at = mention.span.start
    lead = match.end("lead")
    head = Span(at + match.start("head"), mention.span.end)
    made: list[Spans] = []
    for number, one in enumerate(_ONE.finditer(match["list"])):
        start = at + match.start("list") + one.start()
        part = Span(start, start + len(one[0]))
        if not lead:
            made.append((part, head))
        elif number == 0:
            made.append((Span(at, part.end), head))
        else:
            made.append((Span(at, at + len(match["lead"].rstrip())), part, head))
    return made


# ── which names mean the same ──


def link_name(draft: Draft, things: list[Thing], text: str) -> Thing:
    """The thing that a name means: one named before, or a new one."""
    owner = owner_of(draft.words, Span(draft.start, draft.end), text)
    register = registered(things)
    known = _named_before(draft, owner, register, text)
    if known is None:
        known = Thing(draft.type, draft)
        things.append(known)
        register.enter(known)
    known.add(draft)
    known.owner = known.owner or owner
    if draft.type == "Person":
        known.gender = known.gender or _gender(draft, text)
        known.roles |= _roles_at(draft, text)
    return known


def owner_of(words: str, at: Span, text: str) -> frozenset[str]:
    """The words of whose a numbered unit is: "the Army’s 5th Division", "5th Division of the Army".

    Two units can bear one number; by nothing else can they be told apart.
    """
    if not words[:1].isdigit():
        return frozenset()
    after = _OF_WHOM.match(text, at.end)
    before = _WHOSE.search(text[max(0, at.start - _LONGEST_OWNER) : at.start])
    found = after or before
    return frozenset(folded(found["owner"]).split()) if found else frozenset()


_LONGEST_OWNER = 60
_OF_WHOM = re.compile(r"\s+(?:of|in)\s+the\s+(?P<owner>(?:[A-Z][\w-]*\s?)+)")
_WHOSE = re.compile(
    r"(?P<owner>(?:[A-Z][\w-]*\s)*[A-Z][\w-]*)[’']s\s+(?:\d+(?:st|nd|rd|th)\s+and\s+)?$"
)


def _may_own(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or bool(one & other)


def _named_before(
    draft: Draft, owner: frozenset[str], register: Register, text: str
) -> Thing | None:
    def of(found: Iterable[Thing]) -> Iterator[Thing]:
        return (
            t
            for t in found
            if t.type == draft.type and t.best.form == "name" and _may_own(t.owner, owner)
        )

    low = folded(draft.words)
    exact = [t for t in of(register.called(draft.type, low)) if low in t.words]
    if exact:
        return max(exact, key=register.number)
    same = _SAME.get(draft.type)
    if same is None:
        return None
    near = of(register.alike(draft.type, draft.words))
    # Of two that fit neither is meant for sure, so that nobody looks for a third.
    fitting = list(islice((t for t in near if same(draft.words, t.best.words)), 2))
    if len(fitting) != 1:
        return None
    if draft.type == "Person" and fitting[0].gender is not None:
        # A wife bears the name of a president who was spoken of before.
        return fitting[0] if _gender(draft, text) in (None, fitting[0].gender) else None
    return fitting[0]


class Register:
    """Finds the things of a document by their names, without going through all of them.

    What it gives for a name holds all that the name may mean and may hold more: a thing stays
    under what it was called before.
    """

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._best: dict[int, str] = {}
        self._found: dict[tuple[str, ...], dict[int, Thing]] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def number(self, thing: Thing) -> int:
        """The place of a thing among all, in the order in which they came up."""
        return self._numbers[id(thing)]

    def enter(self, thing: Thing) -> None:
        """One more thing, with all that it is called by now."""
        self._numbers[id(thing)] = len(self._numbers)
        thing.register = self
        for words in thing.words:
            self._put(("called", thing.type, words), thing)
        self.learn(thing)

    def learn(self, thing: Thing) -> None:
        """What a thing was called last, and what its most telling name is."""
        for one in thing.mentions[-1:]:
            self._put(("called", thing.type, folded(one.words)), thing)
        if self._best.get(id(thing)) != thing.best.words:
            self._best[id(thing)] = thing.best.words
            for key in keys(thing.type, thing.best.words):
                self._put((thing.type, *key), thing)

    def called(self, type: MentionType, low: str) -> Iterable[Thing]:
        """Things that were called just so, in folded words."""
        return self._found.get(("called", type, low), {}).values()

    def alike(self, type: MentionType, words: str) -> Iterator[Thing]:
        """Things whose names may shorten a name or be shortened by it, each once."""
        seen: set[int] = set()
        for key in asked(type, words):
            for thing in self._found.get((type, *key), {}).values():
                if id(thing) not in seen:
                    seen.add(id(thing))
                    yield thing

    def _put(self, key: tuple[str, ...], thing: Thing) -> None:
        self._found.setdefault(key, {})[id(thing)] = thing


def registered(things: Sequence[Thing]) -> Register:
    """The register of a document's things, which the first of them holds; newer ones are added."""
    register = things[0].register if things else None
    register = register or Register()
    for thing in things[len(register) :]:
        register.enter(thing)
    return register


_SAME: dict[MentionType, Callable[[str, str], bool]] = {
    "Person": same_person,
    "Organization": same_body,
}


def _telling(words: str) -> int:
    """How much a name tells: its length without what is possessive at its end."""
    return len(folded(words))


def _gender(draft: Draft, text: str) -> str | None:
    before = text[max(0, draft.start - 30) : draft.start].lower().split()
    words = [w.lower() for w in _WORDS.findall(draft.words)]
    for word in [*before[-2:], *words]:
        bare = word.rstrip(".")
        if bare in MALE_WORDS:
            return "m"
        if bare in FEMALE_WORDS:
            return "f"
    names = name_words(draft.words)
    if len(names) > 1:
        if names[0] in MALE_NAMES:
            return "m"
        if names[0] in FEMALE_NAMES:
            return "f"
    return None


_APPOSITIVE = re.compile(r"^,\s+(?:the\s+|a\s+|an\s+)?(?P<words>[^,.;:“”\"()]{3,60})")
# Where a word begins or nothing of one stands: to begin within it would find the same or less.
_TITLE_BEFORE = re.compile(r"(?<![\w.'’-])(?:[\w.'’-]+\s+){0,4},?\s*$")


def _roles_at(draft: Draft, text: str) -> set[str]:
    """Words of the titles and descriptions around a name: "minister", "senator", "cleric"."""
    before = _TITLE_BEFORE.search(text[max(0, draft.start - 60) : draft.start])
    words = _WORDS.findall(before[0]) if before else []
    behind = _APPOSITIVE.match(text[draft.end : draft.end + 90])
    if behind:
        words += _WORDS.findall(behind["words"])[:6]
    words += _WORDS.findall(draft.words)[:-1]
    return {w.lower().removesuffix("'s").removesuffix("’s") for w in words if len(w) > 3}
