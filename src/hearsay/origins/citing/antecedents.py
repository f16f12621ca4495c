"""Finds whom one document means by "the report", "the inspector", "the Courier"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hearsay.origins.citing.cited import cited_in
from hearsay.origins.citing.families import bearer, bearers_in
from hearsay.origins.citing.misreading import Misread, misread_in
from hearsay.origins.citing.speakers import NOBODY, Source, same_source, source_of
from hearsay.origins.language.lexicon import OFFICES, PUBLICATIONS, VOICES
from hearsay.vocabulary.readings import Claim, Speaker
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account


@dataclass(frozen=True, slots=True)
class Office:
    """What a person is said to be, beside his name."""

    body: Source
    """The office itself, or the body that he speaks for."""
    voice: bool
    """He is its spokesman, and speaks for it whenever he speaks."""


@dataclass(frozen=True, slots=True)
class Antecedents:
    """Whom a document's descriptions stand for."""

    by_span: Mapping[Span, Source]
    """Each cited speaker, by where he is named."""
    named: tuple[Source, ...]
    """Bodies that the document calls by name, whatever it calls most often first."""
    issuer: Source | None
    """Whose text "the report" is."""
    offices: Mapping[str, Office]
    """By a person's name, the office that the document says he holds."""
    text: str
    short: Mapping[str, str]
    """Names by their first letters, as the document introduces them."""
    family: Mapping[str, Source]
    """By family name, who of those that bear it is meant where it stands alone."""
    misread: tuple[Misread, ...] = ()
    """Whom the sentence names otherwise than he was read."""

    @classmethod
    def of(
        cls,
        account: Account,
        own: Sequence[Source] = (),
        short: Iterable[tuple[str, str]] = (),
        cited: Mapping[Span, Source] | None = None,
    ) -> Antecedents:
        """Those of one document; `own` is its publisher, `short` what it introduces.

        `cited` is whom it cites, for whoever has found that already.
        """
        text, by_span = account.document.text, cited_in(account) if cited is None else cited
        speakers = {s.name for c in account.claims for s in c.speakers[1:] if s.span}
        sources = set(by_span.values())
        texts = any(s.kind == "publication" for s in sources) or any(
            _TEXT.search(name) for name in speakers
        )
        short_names = any(s.kind == "body" and len(s.words) == 1 for s in sources)
        # To go through all the bodies of a text costs more than all the rest of this.
        named = _bodies(account) if texts or short_names else Counter()
        spoken = Counter(by_span.values())
        issuer = _issuer(account, named, spoken) if texts else None
        offices = {
            source.name: office
            for span, source in by_span.items()
            if source.kind == "person" and (office := _office(text, span)) is not None
        }
        order = [source for source, _ in named.most_common()]
        return cls(
            by_span,
            (*own, *order),
            issuer,
            offices,
            text,
            {letters: long for long, letters in short},
            bearers_in(account, sources),
            misread_in(account),
        )

    def meant(self, speaker: Speaker) -> Source:
        """Whom a speaker of a claim is, carried to his name where the document gives it."""
        if speaker.span is None:
            return NOBODY
        source = self.by_span.get(speaker.span, NOBODY)
        if source.kind == "publication":
            return self.issuer or NOBODY
        if source.kind == "person" and not source.given:
            return bearer(source, self._written(speaker), self.family)
        if source.kind != "body":
            return source
        if self.issuer is not None and _office_within(self.issuer, source, speaker):
            return self.issuer
        if source.words & _ROLE_WORDS and len(source.words) < 3:
            holder = self._holder(source, speaker.span.start)
            if holder is not None:
                return holder
        if len(source.words) == 1:
            fuller = self._fuller(source)
            if fuller is not None:
                return fuller
            # "The inspector" of a document that names none is nobody one could find again.
            return source if source.called else NOBODY
        return source

    def written_for(self, claim: Claim) -> Source | None:
        """Whom a claim's own sentence means, where somebody else was read: "the Minister", "It"."""
        found = next((one for one in self.misread if one.is_of(claim)), None)
        if found is None:
            return None
        if found.role is None:
            return self.issuer or NOBODY
        return self._holder(source_of(found.role), found.at)

    def _written(self, speaker: Speaker) -> str:
        """A speaker's name with the article before it."""
        start = speaker.span.start if speaker.span else 0
        article = self.text[max(0, start - 4) : start].strip()
        return f"{article} {speaker.name}" if article.lower() == "the" else speaker.name

    def through(self, source: Source) -> Source | None:
        """The office through which a body speaks here: the Pentagon through its inspector."""
        offices = (self.issuer, *self.by_span.values())
        return next(
            (
                one
                for one in offices
                if one is not None
                and one.kind == "body"
                and source.words < one.words
                and one.words & OFFICES
            ),
            None,
        )

    def subject(self, words: str) -> Source:
        """Who is said to have found it within the claim itself: "the report by X confirms"."""
        match = _FOUND.match(words)
        if match is None or (match[2] and not _TEXT.search(match[1])):
            return NOBODY
        source = source_of(match[1])
        if source.kind == "publication":
            return self.issuer or NOBODY
        return (self._fuller(source) or source) if source.kind == "body" else NOBODY

    def office_of(self, person: Source) -> Office | None:
        """The office that the document says a person holds."""
        return self.offices.get(person.name)

    def _holder(self, role: Source, at: int) -> Source | None:
        """Who holds a role, by "Interior Minister Samir Dhafari": the one named nearest by far."""
        fits = sorted(
            (
                (abs(where - at), person)
                for where, words, person in _holders(self.text)
                if role.words <= words
            ),
            key=lambda one: one[0],
        )
        if not fits:
            return None
        others = [far for far, person in fits if not same_source(person, fits[0][1])]
        # Of two presidents in a text, which one is meant is open where both stand near.
        return fits[0][1] if not others or others[0] > 3 * fits[0][0] else None

    def _fuller(self, source: Source) -> Source | None:
        """The body whose longer name ends in this word; none where two do."""
        found: list[Source] = []
        for one in self.named:
            longer = one.head == source.head and source.words < one.words
            if longer and not any(same_source(one, other) for other in found):
                found.append(one)
        if not found or (len(found) > 1 and not source.called):
            return None
        return max(found, key=lambda one: len(one.words)) if len(found) == 1 else found[0]


def introduced(text: str) -> tuple[tuple[str, str], ...]:
    """Names that a text gives with their short form: "Defence Intelligence Bureau (DIB)"."""
    found = []
    for match in _SHORT.finditer(text):
        wanted = [c for c in match[1] if c != "-"]
        words = text[max(0, match.start() - 100) : match.start()].split()
        for size in range(1, min(len(words), 10) + 1):
            long = words[-size:]
            initials = [p[0] for w in long for p in re.split("[-–]", w) if p[:1].isupper()]
            if initials == wanted and long[0][0].isupper():
                found.append((" ".join(long), match[1]))
                break
            if len(initials) > len(wanted):
                break
    return tuple(found)


_SHORT = re.compile(r"\(([A-Z][A-Z-]{1,7})\)")


_ROLES = (
    "minister|president|secretary|chairman|chairwoman|director|commander|governor|mayor|ambassador"
    "|premier|chancellor|spokesman|spokeswoman|inspector|prosecutor|chief"
)
_ROLE_WORDS = frozenset(_ROLES.split("|"))
_ROLE = re.compile(rf"\b(?:{_ROLES})\b", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:( (?:of|for) (?:the )?[A-Z][\w’'-]+(?: (?:Affairs|Relations|Order|Security))?)|,?)\s+"
    r"((?:[A-Z][\w’'-]+\s+){1,2}(?:al-|Al-|el-|El-|bin )?[A-Z][\w’'-]+)"
)


@lru_cache(maxsize=64)
def _holders(text: str) -> tuple[tuple[int, frozenset[str], Source], ...]:
    """Where a person is named with a role, the words of the role, and the person."""
    found = []
    for match in _ROLE.finditer(text):
        named = _PERSON.match(text, match.end())
        person = source_of(named[2], person=True) if named else NOBODY
        if person.kind == "person":
            before = text[max(0, match.start() - 30) : match.start()].split()[-1:]
            office = (named[1] or "") if named else ""
            words = source_of(" ".join((*before, match[0])) + office).words
            found.append((match.start(), words, person))
    return tuple(found)


_FOUND = re.compile(
    r"(?:[Tt]he\s+)?((?:[\w’'-]+\s+){1,8}?)(?:found|finds|counted|concluded|established|recorded"
    r"|documented|verified|identified|(confirms?|confirmed|shows?|showed|says|said|states?|stated))\b"
)
"""Who found it; behind the last verbs only a text is taken for that, since others deny and hope."""


def _office_within(issuer: Source, source: Source, speaker: Speaker) -> bool:
    """Whether "the Pentagon's report" is the one of the Pentagon's inspector, named beside it."""
    text = any(word.casefold() in PUBLICATIONS for word in re.findall(r"\w+", speaker.name))
    return text and source.words < issuer.words


def _bodies(account: Account) -> Counter[Source]:
    """The bodies and offices a document names, with how often it does."""
    text = account.document.text
    found: Counter[Source] = Counter()
    for span in _body_spans(account):
        source = source_of(" ".join(span.of(text).split()))
        if source.kind == "body" and source.called and len(source.words) > 1:
            found[source] += 1
    return found


_TEXT = re.compile(r"\b(?:report|document|study|review|audit|assessment|survey|dossier)\b", re.I)
_STOP = re.compile(r"[.!?]”?\s+(?=[A-Z“])|\n\s*\n")


def _issuer(account: Account, named: Counter[Source], spoken: Counter[Source]) -> Source | None:
    """Whose report a document speaks of: who stands by the word, and who is cited beside it."""
    text = account.document.text
    spans = _body_spans(account)
    starts = [span.start for span in spans]
    weights: Counter[Source] = Counter()
    for match in _TEXT.finditer(text):
        low, high = _around(text, match.start(), match.end())
        beside: dict[Source, int] = {}
        for span in spans[bisect_left(starts, low) : bisect_left(starts, high)]:
            near = _nearness(text, match, span)
            source = source_of(" ".join(span.of(text).split())) if near else NOBODY
            if source.kind == "body" and source.called:
                beside[source] = max(near, beside.get(source, 0))
        weights.update(beside)
    for source in list(weights):
        weights[source] += any(same_source(s, source) for s in spoken)
        weights[source] += 2 * any(s.words < source.words for s in weights)
        weights[source] += named[source] > 1
    best = weights.most_common(1)
    return best[0][0] if best and best[0][1] > 1 else None


def _body_spans(account: Account) -> list[Span]:
    """Where bodies and offices are named; "Lead Inspector" for "Overseas Missions" is one name."""
    text = account.document.text
    spans = sorted(
        m.spans[0]
        for m in account.reading.mentions
        if m.type in ("Organization", "Role") and m.outermost and m.spans
    )
    found: list[Span] = []
    for span in spans:
        if found and _HANGS.fullmatch(text[found[-1].end : span.start]):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


_HANGS = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?")


def _nearness(text: str, match: re.Match[str], span: Span) -> int:
    """How plainly the words make the one named the author of the text."""
    if span.start <= match.start() < span.end:
        return 3
    if span.end <= match.start():
        between = text[span.end : match.start()]
        if re.fullmatch(r"\s+(?:said|says|wrote|noted|found|stated|warned)\s+in\s.{0,40}", between):
            return 3
        return 3 if re.fullmatch(r"[’']s?\s+(?:[\w-]+\s+){0,3}", between) else 0
    between = text[match.end() : span.start]
    if re.fullmatch(r"\s+(?:that|by|from|of|which)\s+(?:the\s+)?(?:office of the\s+)?", between):
        return 3
    # "In a report made public this week, the inspector said": the one after the comma.
    said = re.match(
        r"\s+(?:\w+\s+){0,2}?(?:said|says|found|wrote|highlighted|noted|told|warned)\b",
        text[span.end : span.end + 40],
    )
    return 2 if said and len(between) < 90 else 0


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    low, high = max(0, start - 200), min(len(text), end + 200)
    before = [m.end() for m in _STOP.finditer(text, low, start)]
    after = _STOP.search(text, end, high)
    return (before[-1] if before else low), (after.start() if after else high)


_ROLE_BEFORE = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s+((?:[\w’'-]+\s+){0,6}[\w’'-]+),\s+$")
_ROLE_AFTER = re.compile(
    r",\s+(?:the\s+|an?\s+(?=spokes))?((?:spokes\w+\s+for\s+(?:the\s+)?)?"
    r"(?:[A-Z][\w’'-]+\s+)*(?:(?:for|of|the)\s+)*(?:[A-Z][\w’'-]*\s*)+)"
)


def _office(text: str, span: Span) -> Office | None:
    """The office in "the inspector, Margit Holloway," or "Margit Holloway, Lead Inspector"."""
    before = _ROLE_BEFORE.search(text, max(0, span.start - 80), span.start)
    after = _ROLE_AFTER.match(text, span.end)
    for found in (before, after):
        words = found[1].strip() if found else ""
        body = source_of(words) if words else NOBODY
        if body.kind == "body":
            return Office(body, any(w.casefold() in VOICES for w in words.split()))
    return None
