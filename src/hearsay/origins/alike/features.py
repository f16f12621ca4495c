"""What a claim asserts, laid out so that two claims can be compared: terms, names, numbers, times.

Who says it does not belong to what is asserted, and is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from hearsay.origins.language.stems import concept, stem, words
from hearsay.origins.language.words import words_in
from hearsay.vocabulary.edtf import Days, days_of
from hearsay.vocabulary.readings import Mention
from hearsay.vocabulary.spans import Span, Spans, hull
from hearsay.vocabulary.traces import Account

WORD, NAME, NUMBER, UNIT, ABOUT = range(5)
"""What a term is: a word, a part of a name, a number of things, the number of a unit ("5th"), or
a part of a name that a pronoun in the claim stands for."""


class Term(NamedTuple):
    """One word of content, as it is compared."""

    concept: str
    """Its stem, or the first of its near synonyms."""
    stem: str
    kind: int
    quoted: bool
    word: str
    """Folded, as it stands in the text."""


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """What a claim asserts, as far as it can be compared."""

    terms: tuple[Term, ...]
    """Its words of content in their order; what pronouns stand for comes last."""
    folded: str
    """All its words, folded: two claims with the same are the same text."""
    times: tuple[Days, ...] = ()
    period: Days | None = None
    """What its document reports on; for a claim that names no time."""
    denied: bool = False
    capture: str = ""
    spans: Spans = ()


Commonness = Mapping[str, int]
"""In how many sentences a stem stands; below zero where it is mostly written with a capital."""


def facts_of(account: Account, common: Commonness) -> list[ClaimFacts]:
    """What each claim of a document asserts, in the order of its claims."""
    document, reading = account.document, account.reading
    placed = [t.span for t in reading.times if t.edtf is not None]
    laid = _laid_out(document.text, [p.span for p in document.passages], placed, common)
    named = {m.id: m for m in reading.mentions}
    pronouns = sorted(
        (hull(m.spans).start, m.refers)
        for m in reading.mentions
        if m.form == "pronoun" and m.refers != m.id
    )
    places = [start for start, _ in pronouns]
    stated = document.particulars.period
    period = _days(stated) if stated else None
    found = []
    for claim in account.claims:
        terms, folded = laid.of(claim.spans)
        about: list[str] = []
        for part in claim.spans:
            for at in range(bisect_left(places, part.start), bisect_left(places, part.end)):
                about += _name_words(named.get(pronouns[at][1]), document.text)
        times = tuple(d for t in claim.times if t.edtf and (d := _days(t.edtf)) is not None)
        found.append(
            ClaimFacts(
                (*terms, *_about(about, terms)) if about else tuple(terms),
                folded,
                times,
                period,
                claim.polarity == "denied",
                claim.capture,
                claim.spans,
            )
        )
    return found


def facts_of_words(
    text: str,
    common: Commonness,
    *,
    times: Iterable[tuple[Span, str]] = (),
    about: Sequence[str] = (),
    period: str | None = None,
    denied: bool = False,
) -> ClaimFacts:
    """What a sentence asserts, for one that stands in no document; `times` are spans with EDTF."""
    times = tuple(times)
    whole = Span(0, len(text))
    terms, folded = _laid_out(text, [whole], [s for s, _ in times], common).of((whole,))
    return ClaimFacts(
        (*terms, *_about(about, terms)),
        folded,
        tuple(d for _, edtf in times if (d := days_of(edtf)) is not None),
        days_of(period) if period else None,
        denied,
    )


@dataclass(frozen=True, slots=True)
class _Laid:
    """A text's words in order, each with its term where it has content."""

    starts: list[int]
    folded: list[str]
    terms: list[Term | None]

    def of(self, spans: Spans) -> tuple[list[Term], str]:
        """The terms and the folded words of some spans."""
        terms: list[Term] = []
        folded: list[str] = []
        for span in spans:
            low, high = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
            terms += [term for term in self.terms[low:high] if term is not None]
            folded += self.folded[low:high]
        return terms, " ".join(folded)


def _laid_out(
    text: str, passages: Sequence[Span], times: Sequence[Span], common: Commonness
) -> _Laid:
    laid = _Laid([], [], [])
    timed = {at for span in times for at in range(span.start, span.end)}
    every = words_in(text, passages)
    places = every.starts.tolist()
    for passage in passages:
        low, high = bisect_left(places, passage.start), bisect_left(places, passage.end)
        starts, folded = places[low:high], every.folded[low:high]
        capitals = [text[at].isupper() for at in starts]
        # Headlines write every word with a capital: there a capital says nothing.
        headline = sum(capitals) > 0.6 * len(capitals)
        quotes = _QUOTED.finditer(text, passage.start, passage.end)
        quoted = {at for quote in quotes for at in range(*quote.span())}
        for at, (word, start) in enumerate(zip(folded, starts, strict=True)):
            term = None
            country = word == "us" and text[start] == "U"
            if (country or word not in _EMPTY) and start not in timed:
                kind, stemmed, meant = _known(word)
                if kind == NUMBER and _numbers_a_unit(folded, capitals, at):
                    kind = UNIT
                elif kind == WORD and capitals[at]:
                    sure = not headline and not _opens_sentence(text, start)
                    if sure or common.get(stemmed, -1) < 0:
                        kind = NAME
                term = _term(meant, stemmed, kind, start in quoted, word)
            laid.terms.append(term)
        laid.starts.extend(starts)
        laid.folded.extend(folded)
    return laid


@lru_cache(maxsize=1 << 17)
def _known(word: str) -> tuple[int, str, str]:
    """Kind, stem and concept of a folded word, by the word alone."""
    if word in _ORDINALS:
        figure = f"#{_ORDINALS[word]}"
        return UNIT, figure, figure
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal:
        return UNIT, f"#{ordinal[1]}", f"#{ordinal[1]}"
    if word in _CARDINALS or word[0].isdigit():
        figure = f"#{_CARDINALS.get(word, word)}"
        return NUMBER, figure, figure
    stemmed = stem(word)
    return WORD, stemmed, concept(stemmed)


def _numbers_a_unit(folded: Sequence[str], capitals: Sequence[bool], at: int) -> bool:
    before = at > 0 and folded[at - 1] in _NUMBERED
    return before and (capitals[at - 1] or folded[at - 1] in ("article", "resolution"))


def _opens_sentence(text: str, at: int) -> bool:
    while at > 0 and text[at - 1] in " \t\u00a0“\"'‘([":
        at -= 1
    return at == 0 or text[at - 1] in ".!?:\n\r…"


def _about(meant: Sequence[str], terms: Sequence[Term]) -> list[Term]:
    """What pronouns stand for, save what the claim names itself."""
    named = {term.concept for term in terms}
    found = {concept(stem(word)): word for word in meant}
    return [Term(c, stem(w), ABOUT, False, w) for c, w in found.items() if c not in named]


def _name_words(mention: Mention | None, text: str) -> tuple[str, ...]:
    if mention is None or mention.form == "pronoun":
        return ()
    return tuple(w for w in words_in(text, mention.spans).folded if w not in _EMPTY)


_term = lru_cache(maxsize=1 << 17)(Term)
"""The same word is the same term wherever it stands: most are there already."""
_days = lru_cache(maxsize=1 << 14)(days_of)

_QUOTED = re.compile(r"“[^“”]*(?:”|$)|\"[^\"]*(?:\"|$)")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_ORDINALS = {
    word: at
    for at, word in enumerate(
        words("""
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    """),
        1,
    )
}
_CARDINALS = {
    word: at
    for at, word in enumerate(
        words("""
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty
    """),
        2,
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_NUMBERED = frozenset(
    words("""
    brigade division battalion regiment company squadron corps unit directorate district sector
    article resolution bureau branch battery platoon region zone
    """)
)

_EMPTY = frozenset(
    words("""
    a an the this that these those it its itself he him his himself she her hers herself they
    them their theirs themselves we us our ours ourselves i me my mine myself you your yours
    yourself who whom whose which what when where why how there here is are was were be been
    being am 's 're 've 'll 'd n't isn't aren't wasn't weren't don't doesn't didn't hasn't
    haven't hadn't won't wouldn't can't couldn't shouldn't it's i'm we're they're that's he's
    she's there's you're i've we've i'd i'll we'll cannot do does did done doing has have had
    having will would shall should can could may might must ought not no never nor neither and
    or but if so as than then of in on at to from by with without for into onto out up down off
    over under about against between among through throughout during before after above below
    around along across behind beyond within upon per via until till since while although though
    because due whether either both each every any some all most more less many much few several
    other another such same own only just also too very even still yet again once ever already
    now however well really quite rather almost perhaps maybe one ones something anything
    nothing everything someone anyone everyone nobody mr mrs ms dr say told tell says said
    saying according s t re ve ll d m one's like let lets going go goes went get gets got
    getting thing things
    """)
)
