"""Reads what is told around a name: country, unit, post, years, and other names given with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from hearsay.resolution.bodies import Body, Formation, read_body
from hearsay.resolution.lookup import BACKED, Piece, Tables
from hearsay.resolution.numbering import number_at
from hearsay.resolution.tokens import tokens


@dataclass(frozen=True, slots=True)
class Context:
    """What a few words around a name tell of who or what bears it."""

    text: str = ""
    countries: frozenset[str] = frozenset()
    formations: tuple[Formation, ...] = ()
    services: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    portfolios: frozenset[str] = frozenset()
    callings: frozenset[str] = frozenset()
    """What somebody is: military, police, politics, cleric, or a civil trade."""
    years: tuple[int, ...] = ()
    died: int | None = None
    born: int | None = None
    places: frozenset[str] = frozenset()
    """Words written with a capital that no table has."""
    words: frozenset[str] = frozenset()


NOTHING = Context()


def read_context(text: str, tables: Tables) -> Context:
    """What a context tells."""
    if not text.strip():
        return NOTHING
    words = tokens(text)
    pieces = tables.pieces(words)
    in_a_force = any("echelon" in p.terms or "service" in p.terms for p in pieces)
    body = read_body([p for p in pieces if not _year(p)]) if in_a_force else Body()
    found: dict[str, set[str]] = {}
    for piece, following in zip_longest(pieces, pieces[1:]):
        if following is not None and following.words[0].word in BACKED:
            continue  # an Iran-backed force need not be Iran's
        for kind, term in piece.terms.items():
            found.setdefault(kind, set()).add(term.meaning)
        if piece.entity is not None and piece.entity.country:
            found.setdefault("country", set()).add(piece.entity.country)
    years = tuple(int(y) for y in _YEAR.findall(text))
    died = _DIED.search(text) if years else None
    born = _BORN.search(text) if years else None
    return Context(
        text=text,
        countries=frozenset(found.get("country", ())) | frozenset(found.get("capital", ())),
        formations=tuple(f for f in body.formations if f.echelon),
        services=body.services,
        roles=frozenset(found.get("role", ())),
        portfolios=frozenset(found.get("portfolio", ())),
        callings=_callings(pieces, [w.word for w in words]),
        years=years,
        died=int(died[1]) if died else None,
        born=int(born[1]) if born else None,
        places=frozenset(found.get("place", ())) | frozenset(
            w.word for p in pieces if not p.terms and p.entity is None
            for w in p.words if w.written[:1].isupper() and number_at([w], 0) is None
        ),
        words=frozenset(w.word for w in words if len(w.word) > 3),
    )  # fmt: skip


def expansion(letters: str, text: str) -> str | None:
    """The words that a context gives an acronym for, or in brackets after it."""
    if letters.casefold() not in text.casefold():
        return None
    for match in re.finditer(rf"([^()]{{3,100}})\(\s*{re.escape(letters)}\s*\)", text, re.I):
        found = _that_begin_with(letters, match[1])
        if found is not None:
            return found
    match_after = re.search(rf"(?<!\w){re.escape(letters)}\s*\(([^()]{{5,80}})\)", text, re.I)
    return match_after[1] if match_after else None


def country_beside(name: str, text: str, tables: Tables) -> str:
    """The country that a context says a body is of, directly before or after its name."""
    at = text.casefold().find(name.casefold())
    if at < 0:
        return ""
    before = tables.pieces(tokens(text[max(0, at - 40) : at]))[-1:]
    after = _OF.match(text, at + len(name))
    following = tables.pieces(tokens(text[after.end() : after.end() + 40]))[:1] if after else ()
    for pieces, kind in ((before, "country"), (following, "country"), (following, "capital")):
        # Kurdistan is a region of states whose own its bodies are too.
        found = pieces[0].terms.get(kind) if pieces else None
        if found is not None and found.meaning != "KU":
            return found.meaning
    return ""


def in_full(name: str, text: str) -> str | None:
    """The name with the quoted words that its context has within it: 1st "Eagle" Brigade."""
    if not any(mark in text for mark in '"“«'):
        return None
    words = [re.escape(word) for word in name.split()]
    quoted = r"\s+(?:[\"“«]([^\"”»“]{2,30})[\"”»]\s+)?"
    found = re.search(quoted.join(words), text, re.IGNORECASE)
    return found[0] if found and any(found.groups()) else None


def first_name_before(name: str, text: str) -> str:
    """The word that stands directly before a name in a text and may be its first name."""
    found = re.search(rf"(?<![\w-])([^\W\d_][\w'’-]+)\s+{re.escape(name)}(?!\w)", text)
    return found[1] if found else ""


def linked(left: str, right: str, text: str) -> str:
    """How a text says outright that two names are one: `renamed`, `beside` in brackets, or not.

    What stands in brackets may also be the body above, so that it proves less.
    """
    if not left.strip() or not right.strip():
        return ""
    low = text.casefold()
    for one, other in ((left, right), (right, left)):
        at = low.find(one.casefold())
        while at >= 0:
            end = at + len(one)
            then = low.find(other.casefold(), end)
            if then >= 0 and then - end < 60 and _LINK.fullmatch(low[end:then]):
                return "renamed" if _LETTER.search(low[end:then]) else "beside"
            at = low.find(one.casefold(), end)
    return ""


def parted(text: str, body: str) -> bool:
    """Whether a text speaks of a part, a splinter or a successor of this body."""
    return any(
        body.casefold() in text[found.end() : found.end() + len(body) + 30].casefold()
        for found in _PARTED.finditer(text)
    )


def _that_begin_with(letters: str, before: str) -> str | None:
    """The fewest words at the end whose first letters are those of the acronym."""
    words = before.split()
    for size in range(1, min(len(words), 2 * len(letters) + 2) + 1):
        tail = words[-size:]
        firsts = [w[0].casefold() for w in re.findall(r"\w+", " ".join(tail))]
        if firsts and firsts[0] == letters[0].casefold() and _runs_through(letters, firsts):
            return " ".join(tail)
    return None


def _runs_through(letters: str, firsts: Sequence[str]) -> bool:
    rest = iter(firsts)
    return all(letter in rest for letter in letters.casefold())


def _year(piece: Piece) -> bool:
    return not piece.terms and _YEAR.fullmatch(piece.words[0].word) is not None


def _callings(pieces: Sequence[Piece], words: Sequence[str]) -> frozenset[str]:
    found = {_CALLINGS[w] for w in words if w in _CALLINGS}
    police = "police" in found
    for piece in pieces:
        for kind in piece.terms.keys() & _KINDS.keys():
            found.add(_KINDS[kind])
        role = piece.terms.get("role")
        if role is not None and role.meaning in _OF_ROLES:
            found.add(_OF_ROLES[role.meaning])
        service = piece.terms.get("service")
        if service is not None:
            police = police or "police" in service.meaning
            found.add("police" if "police" in service.meaning else "military")
    # A police major has a rank too.
    return frozenset(found - {"military"} | {"police"} if police else found)


_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_DIED = re.compile(
    r"\b(?:died|killed|executed|assassinated|murdered|death|dead|hanged|martyred)\b[^.;]{0,40}?"
    r"\b(1[89]\d\d|20\d\d)\b",
    re.IGNORECASE,
)
_BORN = re.compile(r"\bborn\b[^.;]{0,40}?\b(1[89]\d\d|20\d\d)\b", re.IGNORECASE)
_LINK = re.compile(
    r"[,;(\[\s\"'”]*(?:(?:which|whose|who|was|is|has|had|been|since|later|then|now|also|better|commonly|"
    r"officially|the|a|group|party|force|until\s+\d{4}|in\s+\d{4}|,)\s*)*"
    r"(?:\(|\[|known\s+(?:as|by)|formerly(?:\s+(?:known\s+as|called|the))*|previously(?:\s+(?:known\s+as|called))?"
    r"|renamed(?:\s+(?:itself|as|to))*|rebranded(?:\s+(?:itself|as))*|called|aka|a\.k\.a\.|alias|or|"
    r"abbreviated(?:\s+(?:as|to))?|short\s+for|stands\s+for|dubbed|nicknamed|(?:real\s+name|nom\s+de\s+guerre)(?:\s+(?:is|was))?|"
    r"changed\s+its\s+name\s+to|became|now)[\s,:“\"'(]*(?:the\s+|as\s+)*[“\"']?",
    re.IGNORECASE,
)
_OF = re.compile(r",?\s+(?:of|in)\s+(?:the\s+)?", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_PARTED = re.compile(
    r"\b(?:breakaway|splinter|split\s+(?:from|off)|broke\s+away|(?:armed|military|political|youth)"
    r"\s+(?:wing|arm)\s+of|faction\s+of|offshoot|successor\s+(?:to|of))\b",
    re.IGNORECASE,
)
_KINDS = {"rank": "military", "portfolio": "politics"}
_OF_ROLES = (
    dict.fromkeys(
        ("prime minister", "president", "minister", "governor", "mayor", "senator",
         "member of parliament", "speaker", "ambassador", "vice president", "representative"),
        "politics",
    )
    | {"commander": "military", "chief of staff": "military", "chief of police": "police",
       "commissioner of police": "police", "inspector general of police": "police",
       "ayatollah": "cleric", "judge": "law"}
)  # fmt: skip
_CALLINGS = {
    word: calling
    for calling, words in {
        "military": "army soldier militant fighter militiaman brigade battalion division troops "
        "commander officer",
        "police": "police policeman detective constable",
        "cleric": "cleric preacher imam bishop priest pastor rabbi ayatollah",
        "trade": "driver teacher schoolteacher farmer shopkeeper trader merchant student carpenter "
        "fisherman baker tailor nurse mechanic labourer worker businessman businesswoman banker",
        "letters": "poet singer writer novelist journalist reporter actor actress painter musician "
        "footballer player athlete coach filmmaker",
        "learning": "doctor physician surgeon professor scientist engineer historian lecturer",
        "law": "lawyer judge attorney prosecutor",
        "tribe": "elder elders tribesman tribesmen",
    }.items()
    for word in words.split()
}
