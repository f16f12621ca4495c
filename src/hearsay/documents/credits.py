"""Finds the lines and marks that say whose text this is: reprints, wires, first publication.

Precision comes first, because a credit makes two documents one origin. "Source: …" counts only
at the head or foot of an article, never under a table, and never when it names the maker of
figures ("Source: Ministry of Health") and not a publisher.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hearsay.documents.particulars import byline_in, date_line
from hearsay.vocabulary.documents import Credit, CreditKind, Passage
from hearsay.vocabulary.spans import Span

_AGENCIES = (
    r"(?:The )?Associated Press|AP|(?:Thomson[ /])?Reuters|REUTERS|AFP|Agence France[- ]Presse|UPI|"
    r"United Press International|dpa|DPA|EFE|ANSA|Xinhua|TASS|Tass|ITAR-TASS|Interfax|RIA Novosti|"
    r"RIA|Sputnik|Anadolu(?: Agency)?|AA|PA|PA Media|Press Association|Bloomberg(?: News)?|Kyodo|"
    r"IRNA|Mehr|Fars|Tasnim|SANA|WAM|SPA|KUNA|QNA|MENA|INA|Petra|NNA|APS|MAP|TAP|PTI|ANI|IANS|"
    r"Yonhap|KCNA|ANTARA|Bernama|APA|STT|NTB|TT|Ritzau|BTA|AGERPRES|MTI|CTK|PAP|Belga|ANP|Lusa|"
    r"(?:The )?Canadian Press|Australian Associated Press|AAP|McClatchy(?: Newspapers)?|"
    r"Tribune News Service|TNS|CNN Wires?|CNN NewSource|Thomson Reuters Foundation|VOA|RFE/RL|IPS"
)
_NAME = r"(?P<name>[^\s(\[“\"][^\n|»]{0,78}?)"
_END = r"\s*[.,;]?\s*"
_SELF = (
    r"(?:this|the) (?:article|story|report|piece|post|essay|column|item|interview|analysis|text)"
)
_PLACE = r"(?:in|on|at|by|with|from|via)"
_TIDY = (
    r"(?:\s+(?:on|under|with (?:kind )?permission|and (?:is|was)|as part|here|\(|in (?:19|20)\d\d)"
    r"\b.*)?"
)

# Whole lines that are a credit, whatever stands around them.
_LINES: tuple[tuple[CreditKind, str], ...] = (
    ("reprint", rf"(?i:source)\s*(?:»|>{{1,2}}|›|→|\|)\s*{_NAME}{_END}"),
    (
        "reprint",
        rf"(?i:(?:{_SELF} (?:is|was|has been) )?re-?(?:printed|published|produced|posted)"
        rf"(?: here)?(?:,? with (?:the )?(?:kind )?permission)?(?: of| from| by) "
        rf"){_NAME}{_TIDY}{_END}",
    ),
    ("reprint", rf"(?i:used (?:with|by) permission (?:of|from) ){_NAME}{_TIDY}{_END}"),
    (
        "first_published",
        rf"(?i:{_SELF} (?:was |has |had )?(?:been )?(?:first|originally) (?:was )?"
        rf"(?:appeared|published|posted|ran|run|printed) {_PLACE} ){_NAME}{_TIDY}"
        rf"{_END}(?i:read it here\.?)?",
    ),
    (
        "first_published",
        rf"(?i:(?:first|originally) (?:appeared|published|posted|printed) "
        rf"{_PLACE}:? ){_NAME}{_TIDY}{_END}",
    ),
    ("via", rf"(?i:via)\s*[:»]\s*{_NAME}{_END}"),
    ("via", rf"Via (?P<name>[A-Z][\w.’'&-]*(?: (?:of |the |& )?[A-Z][\w.’'&-]*){{0,5}}){_END}"),
    (
        "via",
        rf"(?i:(?:authored|submitted|written|posted|by) )?[^.,:]{{0,60}}? (?i:via) {_NAME},{_END}",
    ),
    (
        "wire",
        rf"(?:©|\(c\)|(?i:copyright))\s*(?:(?i:copyright)\s*)?(?:(?:19|20)\d\d)?,?\s*(?:by )?"
        rf"(?P<name>{_AGENCIES})\b.*",
    ),
)

# Lines that are a credit at the head or foot of an article; elsewhere they stand under pictures.
_EDGE_LINES: tuple[tuple[CreditKind, str], ...] = (
    ("wire", rf"(?i:by )?(?P<name>{_AGENCIES})"),
    ("wire", rf"\((?P<name>{_AGENCIES})\)"),
    (
        "wire",
        r"(?:(?i:by )|(?=[A-Z]))[A-Z][\w.’'-]+(?:,? (?:and )?[A-Z][\w.’'-]+)"
        r"{1,9}\s*(?:[,–—|]| -)\s*"
        rf"(?P<name>{_AGENCIES})(?:\s.{{0,20}})?(?:\W+[A-Z][a-z]+day)?.{{0,20}}",
    ),
)
_LINE_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _LINES)
_EDGE_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _EDGE_LINES)
_SOURCE = re.compile(rf"(?i:source)\s*(?::|[-–—])\s*{_NAME}{_END}")

# The end of a last paragraph: "… he said. (Reuters)", "… he said. Source: Al Bayan".
_CLOSING = re.compile(rf"[.!?”\"]\s*[(–—-]\s*(?P<name>{_AGENCIES})\)?\s*$")
# A dateline with its agency: "BAGHDAD (AP) —", "HELSINKI, July 15 (Reuters) -", "(CNN) -".
_DATELINE = re.compile(
    r"(?:(?P<place>[A-Z][\w.'’/ -]{1,40}(?:, [A-Z][\w.'’ -]{1,30}){0,2}(?:,?"
    r" [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?:,? (?:19|20)\d\d)?) )?"
    r"\((?P<name>[A-Z][\w&.’'/ -]{1,38})\)\s*(?:[—–]|-{1,2}(?=\s)|$)"
)
# Makers of figures and documents: named under tables and charts, not as publishers of an article.
_FIGURES = re.compile(
    r"\b(?:ministry|ministries|department|bureau|census|office|survey|statistics?|statistical|data|"
    r"authority|commission|committee|council|fund|bank|university|institute|"
    r"court|police|government|"
    r"calculations?|estimates?|analysis|report|records?|documents?|table|figure|nations|un|imf|who|"
    r"fbi|cia|interviews?|officials?|staff|company|filings?|study|nato|eu|poll|army|command|agency|"
    r"directorate|inspector|centre for|center for)\b",
    re.IGNORECASE,
)
_PROSE_WORDS = re.compile(
    r"\b(?:says?|said|told|is|was|are|were|has|have|had|will|would|that|who|which|according)\b"
)
# Credits in prose stand in a text's first or last passages; datelines only in the first ones.
_FIRST, _LAST = 8, 6
_LONGEST = 200


def credits_in(text: str, passages: Sequence[Passage]) -> tuple[Credit, ...]:
    """Every credit of a document, in order of place; furniture is searched too."""
    found: list[Credit] = []
    body = [i for i, p in enumerate(passages) if p.kind not in ("furniture", "note")]
    edges = set(body[:_FIRST]) | set(body[-_LAST:])
    for place, passage in enumerate(passages):
        if passage.kind in ("table_row", "note"):
            continue
        credit = _line_credit(text, passage, _LINE_PATTERNS)
        if credit is None and place in edges:
            credit = _source_line(text, passages, place) or _byline_credit(text, passage)
        if credit is None and place in edges:
            credit = _mark(text, passage, dateline=place in body[:_FIRST])
        if credit is not None:
            found.append(credit)
    return tuple(found)


def mark_credit_lines(
    text: str, passages: Sequence[Passage], credits: Sequence[Credit]
) -> tuple[Passage, ...]:
    """The same passages; those that are nothing but a credit, byline or date line marked so."""
    whole = {c.span for c in credits}
    ends = {c.span.end for c in credits if c.kind == "wire"}
    body = [i for i, p in enumerate(passages) if p.kind not in ("furniture", "note")]
    edges = set(body[:_FIRST]) | set(body[-_LAST:])

    def is_credit(place: int, passage: Passage) -> bool:
        if passage.span in whole or (passage.span.end in ends and len(passage.span) < 60):
            return True  # "Washington (CNN)" on a line of its own
        words = " ".join(passage.span.of(text).split())
        readable = passage.kind in ("paragraph", "heading", "list_item")
        return place in edges and readable and bool(byline_in(words) or date_line(words))

    return tuple(
        replace(p, kind="credit") if is_credit(i, p) else p for i, p in enumerate(passages)
    )


def _line_credit(
    text: str, passage: Passage, patterns: Sequence[tuple[CreditKind, re.Pattern[str]]]
) -> Credit | None:
    """The credit that a whole passage is, by its own words."""
    words = passage.span.of(text).rstrip()
    if len(words) > _LONGEST or "\n" in words:
        return None
    for kind, pattern in patterns:
        match = pattern.fullmatch(words)
        if match and (name := _name(match)):
            return Credit(passage.span, kind, name)
    return None


def _byline_credit(text: str, passage: Passage) -> Credit | None:
    """An agency as or in the byline; a name with a short "AP" behind it is a photographer's."""
    credit = _line_credit(text, passage, _EDGE_PATTERNS)
    if credit is None:
        return None
    words = passage.span.of(text)
    named = (
        words.lower().startswith("by ") or " " in credit.name or words.strip("() ") == credit.name
    )
    return credit if named else None


def _source_line(text: str, passages: Sequence[Passage], place: int) -> Credit | None:
    """ "Source: X" where X can be a publisher and no table or picture stands before it."""
    passage = passages[place]
    match = _SOURCE.fullmatch(passage.span.of(text).rstrip())
    if not match or (place and passages[place - 1].kind in ("table_row", "caption")):
        return None
    name = _name(match)
    if name is None or _FIGURES.search(name) or any(c in name for c in ";,:"):
        return None
    return Credit(passage.span, "reprint", name)


def _mark(text: str, passage: Passage, *, dateline: bool) -> Credit | None:
    """The agency's mark in a dateline, or at the end of the last paragraph."""
    words = passage.span.of(text)
    if dateline and (match := _DATELINE.match(words)) and _is_agency(match):
        start = passage.span.start + match.start("name") - 1
        return Credit(Span(start, start + len(match["name"]) + 2), "wire", match["name"])
    if match := _CLOSING.search(words[-80:]):
        offset = passage.span.end - len(words[-80:])
        return Credit(
            Span(offset + match.start("name"), offset + match.end("name")), "wire", match["name"]
        )
    return None


def _is_agency(match: re.Match[str]) -> bool:
    """Known agencies anywhere; an unknown name only after a place and before a dash."""
    if re.fullmatch(_AGENCIES + "|CNN|NPR|BBC", match["name"]):
        return True
    dashed = match[0].rstrip().endswith(("—", "–", "-"))
    return bool(match["place"]) and dashed and not _PROSE_WORDS.search(match["place"])


def _name(match: re.Match[str]) -> str | None:
    """The name as written, unless it reads as a sentence."""
    name = match["name"].strip().strip("“”\"'").rstrip(" .,;")
    if not name or len(name.split()) > 9 or _PROSE_WORDS.search(name):
        return None
    return name


def looks_like_credit(line: str) -> bool:
    """Whether a line, taken by itself, reads as a credit."""
    return (
        any(p.fullmatch(line) for _, p in _LINE_PATTERNS + _EDGE_PATTERNS)
        or _SOURCE.fullmatch(line) is not None
    )
