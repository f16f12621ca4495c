"""Reads the name of a unit or body: its formations with their numbers, arms, service, words.

"2nd Brigade of the Iraqi Army's 5th Division" has two formations, brigade 2 and division 5; the
smallest is what is named, the others stand above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from hearsay.resolution.aliases import Entity
from hearsay.resolution.letters import abjad, without_article
from hearsay.resolution.lookup import BACKED, Piece, Term
from hearsay.resolution.numbering import number_at
from hearsay.resolution.tokens import Token


@dataclass(frozen=True, slots=True)
class Formation:
    """An echelon and its number: a brigade, the 5th; either may be unknown."""

    echelon: str
    level: int
    number: int | None


@dataclass(frozen=True, slots=True)
class Body:
    """What the name of a unit, ministry, party or other body says."""

    formations: tuple[Formation, ...] = ()
    """The smallest, which is what is named, first."""
    arms: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    entities: tuple[Entity, ...] = ()
    above: frozenset[Entity] = frozenset()
    """Those of the entities that only say under what it stands: a squad of the Federal Police."""
    countries: frozenset[str] = frozenset()
    ministry: str = ""
    portfolios: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    """Words for kinds of bodies: movement, brigades, council."""
    concepts: frozenset[str] = frozenset()
    """Words that many names share, by what they mean: liberation, popular."""
    parts: frozenset[str] = frozenset()
    """Words for a part of a body: wing, youth league, spokesman."""
    own: tuple[str, ...] = ()
    """Words that no table has: the body's own name, or its place."""
    capital: str = ""
    """The country whose capital city is all that is said."""
    unnamed: bool = False
    """Whether it says itself that the unit is unknown or not named."""
    words: frozenset[str] = frozenset()

    @property
    def main(self) -> Formation | None:
        """The formation that is named, and not one above it."""
        return self.formations[0] if self.formations else None


def read_body(pieces: Sequence[Piece], *, ministry: bool = False) -> Body:
    """What the pieces of a name say, where it is the name of a unit or body.

    `ministry` says that words such as defence name a portfolio, though no ministry is named.
    """
    reading = _Reading([_Slot(piece) for piece in _with_numbers(pieces)])
    reading.number_formations()
    reading.sort_words(ministry=ministry)
    return reading.body([w for piece in pieces for w in piece.words])


@dataclass(slots=True)
class _Slot:
    piece: Piece
    number: int | None = None
    taken: bool = False

    @property
    def first(self) -> Token:
        return self.piece.words[0]


def _with_numbers(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with words that are one number put together."""
    found: list[Piece] = []
    at = 0
    while at < len(pieces):
        here = pieces[at]
        if not here.terms and here.entity is None and at + 1 < len(pieces):
            words = (*here.words, *pieces[at + 1].words)
            got = number_at(words, 0)
            if got is not None and got[1] == 2 and len(words) == 2:
                found.append(Piece(words))
                at += 2
                continue
        found.append(here)
        at += 1
    return found


@dataclass(slots=True)
class _Reading:
    slots: list[_Slot]
    formations: list[Formation] = field(default_factory=list)
    found: dict[str, set[str]] = field(default_factory=dict)
    entities: list[Entity] = field(default_factory=list)
    above: set[Entity] = field(default_factory=set)
    own: list[str] = field(default_factory=list)
    ministry: str = ""
    unnamed: bool = False

    def number_formations(self) -> None:
        """Give each echelon the number that stands by it."""
        for slot in self.slots:
            if slot.piece.entity is None and not slot.piece.terms.keys() - {"rank"}:
                got = number_at(slot.piece.words, 0)
                slot.number = got[0] if got and got[1] == len(slot.piece.words) else None
        self._regiments_after_a_slash()
        for at in range(len(self.slots)):
            slot, echelon = self.slots[at], self._echelon(at)
            if echelon is None:
                continue
            number = self._number_of(at)
            plural = "head" in slot.piece.terms and number is None
            if number is None and (plural or slot.piece.entity is not None):
                continue
            slot.taken = True
            self.formations.append(Formation(echelon.meaning, echelon.level, number))
        for at, slot in enumerate(self.slots):
            # A Roman numeral that stands by no echelon is a letter or an operation's.
            if slot.number is not None and not slot.taken and not _roman(slot.first):
                slot.taken = True
                self.formations.append(self._left_over(at, slot.number))
        self.formations.sort(key=lambda f: f.level or 99)

    def _left_over(self, at: int, number: int) -> Formation:
        """The formation of a number that stands by no echelon of its own."""
        following = self.slots[at + 1] if at + 1 < len(self.slots) else None
        if following is not None and following.number is not None:
            # The 5th and 8th Divisions are both divisions.
            one = next((f for f in self.formations if f.number == following.number), None)
            if one is not None:
                return Formation(one.echelon, one.level, number)
        if following is not None and "arm" in following.piece.terms and self.formations:
            # "2nd Battalion, 5th Infantry" leaves out that the 5th is a regiment.
            return Formation("regiment", 7, number)
        return Formation(self._sort_beside(at), 0, number)

    def _sort_beside(self, at: int) -> str:
        """The sort of body that is numbered where no echelon is named: Branch 215, 48th Front."""
        for beside, parted in ((at - 1, at), (at + 1, at + 1)):
            if not 0 <= beside < len(self.slots):
                continue
            piece = self.slots[beside].piece
            head = piece.terms.get("head") if piece.entity is None else None
            apart = self.slots[parted].first.before not in ("", "(")
            if head is not None and head.meaning in _NUMBERED and not apart:
                return head.meaning
        return ""

    def _regiments_after_a_slash(self) -> None:
        """In 2/5 Infantry Battalion the second number is the regiment's."""
        for before, slot in pairwise(self.slots):
            figures = before.first.word[0].isdigit() and slot.first.word[0].isdigit()
            if not figures or slot.number is None or slot.first.before != "/":
                continue
            slot.taken = True
            self.formations.append(Formation("regiment", 7, slot.number))

    def _echelon(self, at: int) -> Term | None:
        terms = self.slots[at].piece.terms
        if self.slots[at].piece.entity is not None:
            return None
        if "service" in terms and terms["service"].meaning == "army":
            # "58th Army" is a formation, "Iraqi Army" a service.
            before = at - 1
            while before > 0 and self._tells_an_arm(before):
                before -= 1
            beside = before >= 0 and self.slots[before].number is not None
            return ARMY if beside and not _roman(self.slots[before].first) else None
        return terms.get("echelon")

    def _tells_an_arm(self, at: int) -> bool:
        """Whether it may stand between a number and its echelon: 58th Combined Arms Army."""
        slot = self.slots[at]
        apart = slot.first.of or slot.first.before in (",", "/", "(")
        return "arm" in slot.piece.terms and "echelon" not in slot.piece.terms and not apart

    def _number_of(self, at: int) -> int | None:
        left = self._left(at)
        right = self._right(at)
        near = right is not None and right is self.slots[at + 1]
        if near and left is not None and left is not self.slots[at - 1]:
            left = None  # Operation Two Rivers, Sector 4
        first = self.slots[at].first.word
        order = (right, left) if "\u0620" <= first[0] <= "\u06ff" else (left, right)
        for slot in order:
            if slot is not None:
                slot.taken = True
                return slot.number
        return None

    def _left(self, at: int) -> _Slot | None:
        """The nearest number before it that no comma, slash or other formation parts from it."""
        for back in range(at - 1, max(-1, at - 6), -1):
            after = self.slots[back + 1].first
            if after.before == "/" and self.slots[back + 1].number is not None:
                return None if self.slots[back].taken else self.slots[back]
            if after.of or "," in after.before or "/" in after.before or "(" in after.before:
                return None
            slot = self.slots[back]
            if slot.number is not None and not self._after_a_slash(back):
                apart = _roman(slot.first) and back < at - 1
                return None if slot.taken or apart else slot
            if self._echelon(back) is not None and "head" not in slot.piece.terms:
                return None
        return None

    def _after_a_slash(self, at: int) -> bool:
        """Whether it is the second number of 2/5, and not of 2 Bn/5 Bde."""
        before = self.slots[at].first.before
        return before == "/" and at > 0 and self.slots[at - 1].number is not None

    def _right(self, at: int) -> _Slot | None:
        for ahead in range(at + 1, min(len(self.slots), at + 4)):
            slot = self.slots[ahead]
            if (
                (slot.first.of and "arm" not in slot.piece.terms)
                or "," in slot.first.before
                or "/" in slot.first.before
            ):
                return None
            if slot.number is not None:
                return None if slot.taken or self._belongs_right(ahead) else slot
            if "arm" not in slot.piece.terms:
                return None
        return None

    def _belongs_right(self, at: int) -> bool:
        """Whether a figure with an ordinal's ending stands before an echelon of its own."""
        return any(
            self._echelon(ahead) is not None
            for ahead in range(at + 1, min(len(self.slots), at + 3))
            if not any(
                {",", "/"} & set(self.slots[k].first.before) or self.slots[k].first.of
                for k in range(at + 1, ahead + 1)
            )
            if all("arm" in self.slots[k].piece.terms for k in range(at + 1, ahead))
        ) and not ("\u0620" <= self.slots[at - 1].first.word[0] <= "\u06ff")

    def sort_words(self, *, ministry: bool) -> None:
        """Put every other word where its kind belongs."""
        ministry = ministry or self._has_a_ministry()
        for at, slot in enumerate(self.slots):
            piece = slot.piece
            following = self.slots[at + 1].first.word if at + 1 < len(self.slots) else ""
            if following in BACKED and "country" in piece.terms:
                continue  # Iran-backed militias are not Iran's
            if piece.entity is not None and not slot.taken:
                # In Arabic and Persian the owner comes last.
                below = slot.first.of or "," in slot.first.before or abjad(slot.first.word)
                if self.entities and not set(self.entities) & set(piece.entities):
                    self.above.update(piece.entities if below else self.entities)
                self.entities.extend(piece.entities)
            elif not slot.taken:
                self._sort(piece, ministry=ministry)
            elif "arm" in piece.terms:
                # LIB, a light infantry battalion, says echelon and arm in one.
                self.found.setdefault("arm", set()).add(piece.terms["arm"].meaning)

    def _has_a_ministry(self) -> bool:
        """Whether it is a ministry, or a department with a minister's portfolio."""
        held = {
            s.piece.terms["ministry"].meaning for s in self.slots if "ministry" in s.piece.terms
        }
        portfolio = any("portfolio" in s.piece.terms for s in self.slots)
        return bool(held - {"department"}) or (bool(held) and portfolio)

    def _sort(self, piece: Piece, *, ministry: bool) -> None:
        word = " ".join(without_article(w.word) for w in piece.words)
        if word in _UNKNOWN:
            self.unnamed = True
            return
        if ministry and word in _OF_ANY_MINISTRY:
            return
        if "ministry" in piece.terms and not ministry:
            self.found.setdefault("head", set()).add("agency")
            return
        kinds = _MINISTRY_KINDS if ministry else _UNIT_KINDS if self._numbered else _BODY_KINDS
        kind = next((k for k in kinds if k in piece.terms), None)
        if kind == "ministry":
            self.ministry = piece.terms[kind].meaning
            if "portfolio" in piece.terms:
                self.found.setdefault("portfolio", set()).add(piece.terms["portfolio"].meaning)
        elif kind == "place":
            self.own.append(piece.terms[kind].meaning)
        elif kind is not None:
            self.found.setdefault(kind, set()).add(piece.terms[kind].meaning)
        elif (
            not piece.terms
            or (ministry and "void" not in piece.terms)
            or piece.terms.keys() & {"rank", "title", "modifier", "role"}
        ):
            self.own.extend(without_article(w.word) for w in piece.words)

    @property
    def _numbered(self) -> bool:
        return any(f.number is not None and f.echelon for f in self.formations)

    def body(self, words: Sequence[Token]) -> Body:
        """What was gathered, as a value."""
        capital = self.found.get("capital", set())
        alone = len(self.slots) == 1
        if not alone:
            self.own.extend(" ".join(w.word for w in s.piece.words) for s in self.slots
                            if not s.taken and "capital" in s.piece.terms
                            and "country" not in s.piece.terms)  # fmt: skip
        found = {kind: frozenset(meanings) for kind, meanings in self.found.items()}
        none: frozenset[str] = frozenset()
        return Body(
            formations=tuple(self.formations),
            arms=found.get("arm", none),
            services=found.get("service", none),
            entities=tuple(self.entities),
            above=frozenset(self.above),
            countries=found.get("country", none),
            ministry=self.ministry,
            portfolios=found.get("portfolio", none),
            heads=found.get("head", none),
            concepts=found.get("concept", none),
            parts=found.get("part", none),
            own=tuple(self.own),
            capital=next(iter(capital)) if alone and capital else "",
            unnamed=self.unnamed,
            words=frozenset(w.word for w in words),
        )


def _roman(word: Token) -> bool:
    return set(word.written) <= set("IVX")


_NUMBERED = frozenset(("branch", "front", "command", "committee", "bureau"))
"""Sorts of bodies of which a force has many with a number each."""
ARMY = Term("echelon", "army", 12)
_UNKNOWN = frozenset(("unknown", "unnamed", "unidentified", "unspecified"))
_OF_ANY_MINISTRY = frozenset(("federal", "union", "republic"))
"""Words of a federation's ministries, which reports leave out."""
_BODY_KINDS = (
    "service", "country", "place", "head", "part", "concept", "arm", "echelon", "portfolio",
    "capital", "void",
)  # fmt: skip
_UNIT_KINDS = ("service", "country", "place", "arm", *_BODY_KINDS[3:])
"""In a unit's name guards are an arm, and no word of its own."""
_MINISTRY_KINDS = (
    "ministry",
    "country",
    "place",
    "portfolio",
    "service",
    "head",
    "part",
    "concept",
)
