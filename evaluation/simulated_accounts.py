"""Writes simulated chains out: the articles' text, a reading of it, and what is true of them.

The made reading finds every claim, speaker and name, so that tracing is measured apart from
reading; `read` takes the same articles to the true reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from typing import Literal

from evaluation import simulated_names as names
from evaluation.origins_gold import Gold, GoldClaim, GoldProposition, GoldRetelling
from evaluation.pipeline import document_of
from evaluation.simulating import Chain, Said, Sheet, Way
from hearsay.reading.claims import claims_of
from hearsay.reading.reader import Reader
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Credit, Document, Passage, PassageKind
from hearsay.vocabulary.readings import Assertion, Attribution, Mention, MentionType, Reading
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account, EvidenceKind

_EVIDENCE: Mapping[Way, EvidenceKind] = {
    "copied": "copied_text",
    "cut": "copied_text",
    "cited": "named_source",
    "quoted": "quotation",
    "reworded": "rewording",
    "bare": "rewording",
}


@dataclass(slots=True)
class _Page:
    """A sheet written out, with where everything stands."""

    text: str = ""
    passages: list[Passage] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    parts: dict[str, dict[str, Span]] = field(default_factory=dict)
    """For each claim by id: `x` its words, `s1` and `c1` the first speaker and cue, `s2` …"""

    def paragraph(self, parts: Iterable[tuple[str, str]], kind: PassageKind = "paragraph") -> None:
        """Adds a paragraph made of pieces, each with the claim and part that it is."""
        self.text += "\n\n" if self.text else ""
        start = len(self.text)
        for place, words in parts:
            if place:
                id, part = place.rsplit("/", 1)
                span = Span(len(self.text), len(self.text) + len(words))
                self.parts.setdefault(id, {})[part] = span
            self.text += words
        span = Span(start, len(self.text))
        self.passages.append(Passage(span, kind, len(self.passages) + 1))


@cache
def written(sheet: Sheet) -> _Page:
    """The sheet as text."""
    page = _Page()
    page.paragraph([("", sheet.title)], "heading")
    if sheet.credit:
        kind, name, line = sheet.credit
        page.paragraph([("", line)], "credit")
        page.credits.append(Credit(page.passages[-1].span, kind, name))
    for one in sheet.paragraphs:
        page.paragraph(_sentence(one, sheet) if isinstance(one, Said) else [("", one)])
    # No two articles are the same file, even where one is a whole copy of the other.
    page.paragraph([("", f"© {sheet.publisher}")], "furniture")
    return page


def _sentence(said: Said, sheet: Sheet) -> list[tuple[str, str]]:
    """The frame filled: pieces parted by `|`, `s1` a speaker, `c1=…` a cue, `x` the words."""
    made: list[tuple[str, str]] = []
    for piece in said.frame.split("|"):
        words, place = piece, ""
        if piece == "x":
            words, place = said.wording.words(sheet.report), f"{said.id}/x"
        elif piece in ("s1", "s2"):
            words, place = said.speakers[int(piece[1]) - 1], f"{said.id}/{piece}"
        elif piece[:3] in ("c1=", "c2="):
            words, place = piece[3:], f"{said.id}/{piece[:2]}"
        begins = not made or (len(made) == 1 and made[0][1] == "“") or made[-1][1].endswith(": “")
        made.append((place, words[:1].upper() + words[1:] if begins else words))
    return made


def accounts(chains: Iterable[Chain]) -> list[Account]:
    """The chains' articles, with a reading that finds every claim, speaker and name."""
    return [_account(sheet, one.values) for one in chains for sheet in one.sheets]


def _account(sheet: Sheet, values: Mapping[str, str]) -> Account:
    page = written(sheet)
    document = Document(
        capture=capture_of(sheet),
        format="simulated 1",
        text=page.text,
        passages=tuple(page.passages),
        stated=particulars(sheet),
        credits=tuple(page.credits),
    )
    reading = _reading(page, values)
    return Account(document, reading, claims_of(document, reading), f"{sheet.id}.txt")


def read(chains: Iterable[Chain], reader: Reader) -> list[Account]:
    """The same articles as bytes, made into documents and read as any file is."""
    sheets = [sheet for one in chains for sheet in one.sheets]
    documents = [
        document_of(written(s).text.encode(), f"{s.id}.txt", particulars(s)) for s in sheets
    ]
    return [
        Account(document, reading, claims_of(document, reading), f"{sheet.id}.txt")
        for sheet, document, reading in zip(sheets, documents, reader.read(documents), strict=True)
    ]


@cache
def capture_of(sheet: Sheet) -> str:
    """The SHA-256 of the article as a file."""
    return sha256(written(sheet).text.encode()).hexdigest()


def particulars(sheet: Sheet) -> Particulars:
    """What a manifest would state of it."""
    return Particulars(published=sheet.published, publisher=sheet.publisher, title=sheet.title)


def _reading(page: _Page, values: Mapping[str, str]) -> Reading:
    mentions: list[Mention] = []
    first: dict[str, str] = {}

    def mention(span: Span, type: MentionType, outermost: bool = True) -> str:
        words = span.of(page.text)
        article = re.match(r"(?i)(the|an?) ", words)
        span = Span(span.start + (article.end() if article else 0), span.end)
        id = f"m{len(mentions) + 1}"
        refers = first.setdefault(span.of(page.text), id)
        form: Literal["name", "nominal"] = "nominal" if words[:2].lower() == "a " else "name"
        mentions.append(Mention(id, type, (span,), form, outermost, refers, 0.95))
        return id

    attributions: list[Attribution] = []
    assertions: list[Assertion] = []
    for parts in page.parts.values():
        within: str | None = None
        around: tuple[str, ...] = ()
        for number in ("1", "2"):
            if f"s{number}" in parts:
                source = parts[f"s{number}"]
                around = (*around, mention(source, "Organization"))
                quoted = page.text[parts["x"].start - 1] == "“"
                name = f"a{len(attributions) + 1}"
                made = _attribution(name, parts, number, around, within, quoted=quoted)
                attributions.append(made)
                within = made.id
        assertions.append(Assertion(f"s{len(assertions) + 1}", (parts["x"],), within))
    named = [span for parts in page.parts.values() for part, span in parts.items() if part != "x"]
    for slot, type in names.TYPES.items():
        for span in _places_of(values[slot], page.text):
            mention(span, type, not any(other.covers(span) for other in named))
    return Reading("simulated 1", tuple(mentions), tuple(attributions), tuple(assertions))


def _places_of(name: str, text: str) -> Iterator[Span]:
    """Where a name stands as a word or words of its own."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            yield Span(at, end)
        at = text.find(name, end)


def _attribution(
    id: str,
    parts: Mapping[str, Span],
    number: str,
    chain: tuple[str, ...],
    within: str | None,
    *,
    quoted: bool,
) -> Attribution:
    return Attribution(
        id=id,
        source=(parts[f"s{number}"],),
        cue=(parts[f"c{number}"],),
        content=(parts["x"],),
        within=within,
        speaker=chain[-1],
        addressee=None,
        chain=chain,
        cue_class="said",
        speech="direct" if quoted else "indirect",
        polarity="affirmed",
        hedges=(),
        inserted=(),
        score=0.9,
    )


def truth(chains: Iterable[Chain], whole: Iterable[Chain] = ()) -> Gold:
    """What is true of these chains; `whole` are the same ones before anything was withheld."""
    kept = list(chains)
    said = {s.id: s for c in (*whole, *kept) for sheet in c.sheets for s in sheet.said}
    claims, retellings = [], []
    together: dict[str, list[Said]] = {}
    captures = {s.id: capture_of(sheet) for c in kept for sheet in c.sheets for s in sheet.said}
    links = set()
    for one in kept:
        for sheet in one.sheets:
            page = written(sheet)
            for s in sheet.said:
                claims.append(GoldClaim(s.id, capture_of(sheet), (page.parts[s.id]["x"],)))
                together.setdefault(_proposition_of(s), []).append(s)
                parent = s.parent
                while parent is not None and parent not in captures:
                    parent = said[parent].parent
                if parent is not None and s.way is not None:
                    kinds = frozenset({_EVIDENCE[s.way]})
                    retellings.append(GoldRetelling(s.id, parent, kinds, None))
                    links.add((captures[s.id], captures[parent]))
    propositions = [_proposition(id, members) for id, members in sorted(together.items())]
    return Gold(tuple(claims), tuple(propositions), tuple(retellings), frozenset(links))


def _proposition_of(said: Said) -> str:
    """Articles on other matters share no proposition with the report, nor with each other's."""
    place = f"{said.id.split('.')[0]}#{said.wording.claim}"
    return f"{place}-other" if said.origin.endswith("-other") else place


def _proposition(id: str, members: Sequence[Said]) -> GoldProposition:
    origins = {s.origin for s in members}
    proven = {o for o in origins if not o.endswith(":nobody")}
    return GoldProposition(
        id=id,
        claims=tuple(s.id for s in members),
        denials=(),
        least=max(1, len(proven)),
        expected=float(max(1, len(proven))),
        most=len(origins),
        origins=len(origins),
        roots={s.id: frozenset({s.origin}) for s in members},
    )
