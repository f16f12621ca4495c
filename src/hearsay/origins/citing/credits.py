"""Whose text a document says it is: credit lines, wire marks and bylines of agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from hearsay.origins.citing.owners import Owners
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account

CreditedAs = Literal["reprint", "wire", "via", "first_published", "contributed"]
"""`contributed`: some of it may be that agency's ("With reporting by Reuters")."""


@dataclass(frozen=True, slots=True)
class Credited:
    """Somebody whose text a document is, by a line of its own around that text."""

    name: str
    """As the table of owners calls it, or as written."""
    how: CreditedAs
    span: Span | None
    """Where it says so; `None` where only its particulars do (a byline)."""


def credited(account: Account, owners: Owners) -> tuple[Credited, ...]:
    """Everybody to whom a document gives credit, itself and its own house left out."""
    document = account.document
    publisher = document.particulars.publisher or ""
    found: dict[str, Credited] = {}
    for one in (*_given(document), *_marks(document, owners), *_byline(document, owners)):
        outlet = owners.outlet(one.name)
        name = outlet.name if outlet else one.name
        if publisher and owners.one_house(name, publisher):
            continue
        found.setdefault(_fold(name), Credited(name, one.how, one.span))
    _only_one_agency(found, owners)
    whole = any(one.how != "contributed" for one in found.values())
    # What an agency added to a text that is credited to another one cannot be told apart.
    kept = [c for c in found.values() if c.how != "contributed" or not whole]
    # Where an outlet and an agency are both named, the outlet is the nearer one.
    return tuple(sorted(kept, key=lambda c: _is_agency(c.name, owners)))


def _only_one_agency(found: dict[str, Credited], owners: Owners) -> None:
    """Of several agencies the first one is whose text it is; which part the others have is open."""
    agencies = [
        key for key, one in found.items() if one.how == "wire" and _is_agency(one.name, owners)
    ]
    for key in agencies[1:]:
        found[key] = replace(found[key], how="contributed")


def _is_agency(name: str, owners: Owners) -> bool:
    outlet = owners.outlet(name)
    return outlet is not None and outlet.kind == "agency"


def _given(document: Document) -> Iterator[Credited]:
    for credit in document.credits:
        yield Credited(credit.name.strip(" .:»"), credit.kind, credit.span)


_HEAD, _FOOT = 400, 500
"""How far into a text and how near its end such marks stand, in code points."""


def _marks(document: Document, owners: Owners) -> Iterator[Credited]:
    own = [p.span for p in document.passages if p.kind != "furniture"]
    if not own:
        return
    first, last = own[0].start, own[-1].end
    patterns = _patterns(owners.agencies)
    for how, where, pattern in patterns:
        low = first if where == "head" else max(first, last - _FOOT)
        high = min(last, first + _HEAD) if where == "head" else last
        for match in pattern.finditer(document.text, low, high):
            yield Credited(match["name"].strip(), how, Span(match.start(), match.end()))


def _byline(document: Document, owners: Owners) -> Iterator[Credited]:
    byline = document.particulars.byline or ""
    for part in re.split(r",|;|/|\band\b|\bby\b", byline, flags=re.IGNORECASE):
        outlet = owners.outlet(part.strip()) if part.strip() else None
        if outlet is not None and outlet.kind == "agency":
            yield Credited(outlet.name, "wire", None)


@lru_cache(maxsize=4)
def _patterns(agencies: tuple[str, ...]) -> tuple[tuple[CreditedAs, str, re.Pattern[str]], ...]:
    """What such marks look like at the head and at the foot of a text."""
    name = "(?P<name>" + "|".join(re.escape(agency) for agency in agencies) + ")"
    outlet = r"(?P<name>(?:the |The )?[A-Z][\w’'&.-]*(?: (?:of|and|the|[A-Z][\w’'&-]*)){0,5})"
    first = r"(?:was |were )?(?:originally|first) (?:published|appeared|ran|reported)"
    return (
        ("wire", "head", re.compile(rf"\({name}\)\s*[—–-]")),
        ("wire", "head", re.compile(rf"^{name}\s+[—–-]\s", re.MULTILINE)),
        (
            "wire",
            "head",
            re.compile(rf"^\W*(?:By|Source:)\s+(?:the |The )?{name}\W*$", re.MULTILINE),
        ),
        ("wire", "foot", re.compile(rf"^\W*{name}\W*$", re.MULTILINE)),
        ("wire", "foot", re.compile(rf"\({name}\)\s*\Z")),
        ("first_published", "foot", re.compile(rf"{first} (?:by|in|on|at) {outlet}")),
        (
            "reprint",
            "foot",
            re.compile(rf"(?:Republished|Reprinted) (?:with permission )?(?:from|of) {outlet}"),
        ),
        ("contributed", "foot", re.compile(rf"{name}\s+contributed to this")),
        (
            "contributed",
            "foot",
            re.compile(rf"(?:Additional|With) reporting (?:by|from) (?:the |The )?{name}"),
        ),
        (
            "contributed",
            "foot",
            re.compile(rf"\b[Ww]ith (?:files|inputs|information) from (?:the |The )?{name}"),
        ),
    )


def _fold(name: str) -> str:
    return re.sub(r"\W", "", name.casefold())
