"""Reads the names of things: whom a name means by itself, and whether two of them mean one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hearsay.picture.known import ACRONYM, Known, of_two_countries
from hearsay.picture.things import Thing
from hearsay.reading.tables.countries import name_of_country
from hearsay.resolution.bodies import Body
from hearsay.resolution.names import Name, in_country
from hearsay.resolution.persons import Person
from hearsay.resolution.resolver import Resolver
from hearsay.resolution.tokens import tokens
from hearsay.resolution.weighing import Sameness
from hearsay.vocabulary.statements import EntityType

Within = tuple[str | None, ...]
"""The bodies that a unit is said to be in: first the one that its own words name, if they do."""


class Compared:
    """Names compared by a resolver; keeps the promise of `hearsay.picture.known.Names`."""

    def __init__(self, resolver: Resolver | None = None) -> None:
        self._resolver = resolver or Resolver.supplied()
        self._keys: dict[str, frozenset[str]] = {}
        self._read: dict[tuple[str, EntityType, Within, str], Known | None] = {}
        self._scores: dict[tuple[str, str], float] = {}

    def known(self, thing: Thing, name: str) -> Known | None:
        """What one of a thing's names says; `None` where it is no name: "Sen.", "the president"."""
        body = thing.type in ("unit", "organization")
        within = (thing.owner, *thing.within) if body else ()
        country = (thing.country or "") if body else ""
        key = (name, thing.type, within, country)
        if key not in self._read:
            known = self._known(name, thing.type, within, country)
            self._read[key] = known if known is not None and known.words else None
        return self._read[key]

    def keys(self, known: Known) -> frozenset[str]:
        """What names that may be one share."""
        if known.family not in _RESOLVED:
            return frozenset(known.words[:1])
        found = self._keys.get(known.text)
        if found is None:
            found = self._resolver.keys_of(known.text)
            for shorter in filter(None, (_head(known), known.plain)):
                letters = (k for k in self._resolver.keys_of(shorter) if k.startswith(ACRONYM))
                found |= frozenset(letters)
            self._keys[known.text] = found
        return found

    def score(self, left: Known, right: Known, contexts: tuple[str, str] = ("", "")) -> float:
        """How sure it is that both are one, with what is told around each."""
        if left.family not in _RESOLVED:
            first, second = left.words[1:], right.words[1:]
            # "Tarsk, Merek" is Tarsk, and not "Tarsk, Hadra".
            return float(
                left.words[:1] == right.words[:1] and (first == second or not (first and second))
            )
        if of_two_countries(left, right):
            return 0.0
        if (left.bare and right.given) or (right.bare and left.given):
            return min(_MAY_BE, self.sameness(left, right).score)
        if any(contexts):
            return self.sameness(left, right, contexts).score
        key = (left.text, right.text)
        found = self._scores.get(key)
        if found is None:
            found = self._scores[key] = self.sameness(left, right).score
        return found

    def sameness(self, left: Known, right: Known, contexts: tuple[str, str] = ("", "")) -> Sameness:
        """The same with the reasons in words."""
        here, there = contexts
        texts = left.text, right.text
        told = self._resolver.same(*texts, left_context=here, right_context=there)
        if told.same or left.family != "body" or left.vague is right.vague:
            return told
        # The letters of an acronym may leave out what stands after "of", and a table's country.
        vague, full = (left, right) if left.vague else (right, left)
        shorter = (_head(full), full.plain) if len(vague.words) == 1 else ()
        tried = (self._resolver.same(vague.text, name) for name in shorter if name)
        return next((one for one in tried if one.same), told)

    def also_called(self, name: str) -> tuple[str, ...]:
        """The other names that the tables have of whom this name means."""
        meant = self._resolver.tables.entities_of(tokens(name))
        return tuple(dict.fromkeys(other for one in meant for other in one.names if other != name))

    def _known(self, name: str, type: EntityType, within: Within, country: str) -> Known | None:
        text = _tidied(name)
        if type not in _NAMED:
            return Known(type, folded(text), text)
        read = self._resolver.name(text)
        state = _state(read, text, place=type == "place")
        if state is not None:
            return Known("state", (state,), text)
        if type == "place":
            return _place(text)
        if self._only_titles(text):
            return None
        if type == "person":
            return self._person(text, read)
        return self._body(text, read, within, country)

    def _only_titles(self, text: str) -> bool:
        """Whether all of its words are titles, ranks, offices and sides: whoever bears them."""
        pieces = self._resolver.tables.pieces(tokens(text))
        if any(piece.entity is not None for piece in pieces):
            return False
        loose = [p for p in pieces if not p.terms.keys() & _TITLES]
        titled = len(loose) < len(pieces)
        sides = all(w.word.rstrip("s") in _SIDES for p in loose for w in p.words)
        return sides and (titled or bool(loose))

    def _person(self, text: str, read: Name) -> Known | None:
        if _JOINED.search(text) or _SEAT.fullmatch(text) or read.office is not None:
            return None
        text = self._after_offices(text)
        read = self._resolver.name(text)
        words = text.split()
        # "Shia cleric Muqtada al-Sadr", "State Jay Ashcroft": what stands before the name goes.
        small = [at for at, word in enumerate(words[:-1]) if _SMALL.fullmatch(word)]
        if small:
            words = words[small[-1] + 1 :]
            read = self._resolver.name(" ".join(words))
        while read.person is None and len(words) > 2:
            words = words[1:]
            read = self._resolver.name(" ".join(words))
        if read.person is None:
            return self._body(text, self._resolver.name(text))
        parts = _parts(read.person)
        if all(len(part) < 2 for part in parts) or any(p.rstrip("s") in _SIDES for p in parts):
            return None  # Kentucky Republican
        named = " ".join(words)
        return Known("person", parts, named, len(parts) == 1, self._plain(words, parts))

    def _after_offices(self, text: str) -> str:
        """What follows the last word for an office: "Secretary of State Kim Wyman"."""
        pieces = self._resolver.tables.pieces(tokens(text))
        roles = [at for at, p in enumerate(pieces) if "role" in p.terms and p.entity is None]
        following = [w.written for p in pieces[roles[-1] + 1 :] for w in p.words] if roles else []
        at = text.rfind(following[0]) if following else -1
        return text[at:] if at > 0 and "," not in text[:at] else text

    def _plain(self, words: Sequence[str], parts: tuple[str, ...]) -> str:
        """The fewest last words that are the whole name: without rank and title."""
        for at in range(len(words) - 1, 0, -1):
            rest = " ".join(words[at:])
            person = self._resolver.name(rest).person
            if person and _parts(person) == parts:
                return rest
        return " ".join(words)

    def _body(self, text: str, read: Name, within: Within = (), country: str = "") -> Known | None:
        if re.search(r"\b(?:and|or|of|the)$", text, re.IGNORECASE):
            return None  # "5th and": half of a list
        if country:
            read = in_country(read, country, self._resolver.tables)
        entity = read.meant[0] if len(read.meant) == 1 else None
        if entity is not None and entity.kind != "person" and not _of_elsewhere(read, country):
            meant, given = (f"={entity.name}",), bool(country)
            return Known("body", meant, text, country=entity.country, given=given)
        words = folded(text)
        if all(len(word) < 2 for word in words):
            return None
        if read.office is not None and not _says_more(read.office.of):
            return None  # the president of a state
        letters = bool(_LETTERS.fullmatch(text)) or (bool(read.letters) and len(words) == 1)
        given = bool(country)
        if letters:
            return Known("body", words, text, vague=True, country=country, given=given)
        body = read.body or Body()
        more = []
        main = body.main
        if main is not None and main.number is not None and not body.entities:
            if not main.echelon and not body.own:
                return None  # a number alone
            if not _says_whose(body) and len(body.formations) == 1:
                of = self._of_whom(main.level, within)
                if of is None and not country:
                    return Known("body", words, text, vague=True)
                more += [of] if of is not None else []
        words, of = self._told(text, body, country)
        words += tuple(word for part in more for word in folded(part))
        if country and not body.countries:
            more += [name] if (name := name_of_country(country)) else []
        whole, plain = ", ".join((text, *more)), text if more else ""
        bare = not of and not more and _is_bare(body)
        return Known("body", words, whole, plain=plain, country=of, given=given, bare=bare)

    def _told(self, text: str, body: Body, country: str) -> tuple[tuple[str, ...], str]:
        """The words of a body's name with its country at the end, and that: the Iraqi Navy is the
        Navy of Iraq, and the "Navy" of a row on Iraq."""
        of = body.countries or ({country} if country else set())
        pieces = self._resolver.tables.pieces(tokens(text))
        rest = " ".join(w.word for p in pieces if "country" not in p.terms for w in p.words)
        if len(of) != 1 or not rest:
            return folded(text), country
        code = min(of)
        return (*folded(rest), f"@{code}"), country if code in _OF_STATES_WITHIN else code

    def _of_whom(self, level: int, within: Within) -> str | None:
        """The bodies that a document puts a unit in, from the nearest; `None` where it puts it in
        two that cannot both be meant, and its own words do not say in which."""
        own, *others = within or (None,)
        found: list[tuple[int, str, Body]] = []
        for name in (own, *others):
            body = self._resolver.name(name).body if name else None
            if name is None or body is None or (body.main and body.main.level <= level):
                continue
            if any(_of_two(body, other) for _, _, other in found):
                if own is None:
                    return None
                continue
            if name not in [held for _, held, _ in found]:
                found.append((body.main.level if body.main else 99, name, body))
        return ", ".join(name for _, name, _ in sorted(found, key=lambda one: one[0])) or None


def _tidied(name: str) -> str:
    """On one line, without a possessive and without the punctuation that it stood in."""
    text = _AGE.sub("", _POSSESSIVE.sub("", " ".join(name.replace("\u00ad", "").split()))).strip(
        " ,;:–-/"
    )
    return text if "." in text[:-2] else text.rstrip(" .") or name


def _parts(person: Person) -> tuple[str, ...]:
    """The parts of a name by what they sound like; "Umm" and "Abu" belong to it."""
    sounds = []
    for part in person.names[0]:
        plain = part.kind in ("name", "initial")
        sounds.append((part.given or part.word) if plain else f"{part.kind} {part.word}")
    return tuple(sounds)


def _says_more(body: Body) -> bool:
    """Whether a body is told apart by more than its state."""
    return bool(body.own or body.entities or body.portfolios or body.formations or body.concepts)


def _says_whose(body: Body) -> bool:
    """Whether the name of a unit says of which force or state it is, or has words of its own."""
    return bool(body.services or body.countries or body.own or body.arms)


def _is_bare(body: Body) -> bool:
    """Whether the name of a body has nothing of its own: no word, number, country or place."""
    numbered = any(one.number is not None for one in body.formations)
    return not (numbered or body.own or body.countries or body.entities or body.capital)


def _of_elsewhere(read: Name, country: str) -> bool:
    """Whether a name is known as that of a body of another country than the one that its table
    says, and does not say so itself: "CTS" of Jordan."""
    of = {one.country for one in read.meant if one.country}
    said = read.body.countries if read.body is not None else frozenset()
    return bool(country and of and country not in of and of.isdisjoint(said))


def _head(known: Known) -> str:
    """What stands before "of" in a body's name, where that is of two words or more."""
    head = _OF.split(known.text, maxsplit=1)[0]
    return head if head != known.text and " " in head and known.family == "body" else ""


def _of_two(one: Body, other: Body) -> bool:
    """Whether nothing can be of both: two forces, or two units of one echelon."""
    if one.services and other.services and one.services.isdisjoint(other.services):
        return True
    return bool(one.main and other.main and one.main.level == other.main.level)


def _state(read: Name, text: str, *, place: bool) -> str | None:
    """The code of a country, where a name says no more than the country or its government."""
    body = read.body
    if body is None or read.meant or body.formations or body.services or body.entities:
        return None
    if body.capital and not place:
        return body.capital  # "Tehran denied" is no city that denies
    if len(body.countries) != 1 or body.arms or body.ministry or body.portfolios or body.parts:
        return None
    rest = {*body.own, *body.concepts, *body.heads}
    return next(iter(body.countries)) if rest <= _OF_STATES else None


def _place(text: str) -> Known | None:
    first, *rest = (folded(part) for part in text.split(","))
    if not first or set(first) <= _DIRECTIONS:
        return None
    return Known("place", (" ".join(first), *(" ".join(part) for part in rest if part)), text)


def folded(text: str) -> tuple[str, ...]:
    """The words of a name, but for the small ones."""
    words = tuple(one.word for one in tokens(text))
    return tuple(word for word in words if word not in ("the", "of", "for")) or words


def clipped(shorter: Sequence[str], longer: Known) -> bool:
    """Whether the words are what is left of a longer name of a body: its last words, or all that
    stands before "of" and "for"."""
    words = folded(longer.text)
    if len(shorter) >= len(words):
        return False
    head = folded(_OF.split(longer.text, maxsplit=1)[0])
    if words[-len(shorter) :] == tuple(shorter):
        # A "Committee of the Assembly" is no assembly.
        return len(words) - len(shorter) < len(head)
    return len(head) < len(words) and head == tuple(shorter)


_MAY_BE = 0.45
"""So sure it is at most that a body without a country is that of a table's country."""
_OF_STATES_WITHIN = frozenset(("KU",))
"""Regions whose bodies are those of the states that they lie in, too."""
_RESOLVED = frozenset(("person", "body"))
_NAMED = frozenset(("person", "unit", "organization", "place"))
_TITLES = frozenset(("role", "rank", "title", "modifier"))
_SIDES = frozenset(
    (
        "republican",
        "democrat",
        "democratic",
        "conservative",
        "liberal",
        "tory",
        "tories",
        "independent",
        "gop",
    )
)
"""What somebody is said to be for, which is nobody's name."""
_OF_STATES = frozenset(
    (
        "government",
        "state",
        "republic",
        "kingdom",
        "commonwealth",
        "federation",
        "administration",
        "islamic",
        "union",
    )
)
_DIRECTIONS = frozenset(
    (
        "eastern",
        "western",
        "northern",
        "southern",
        "central",
        "east",
        "west",
        "north",
        "south",
        "upper",
        "lower",
    )
)
_SMALL = re.compile(r"[a-z]{4,}")
"""No word of a name: those are written with capitals, or are as short as "bin" and "van"."""
_AGE = re.compile(r"\s*,\s*\d+$")
_LETTERS = re.compile(r"[A-Z][A-Z.&–-]{1,8}")
_POSSESSIVE = re.compile(r"['’]s?$")
_JOINED = re.compile(r"\s(?:and|&|or|vs\.?)\s|^both\s", re.IGNORECASE)
_SEAT = re.compile(r"[RDI]-[A-Z][\w.]*\.?")
"""The party and state of a member of the United States' Congress, as papers print them."""
_OF = re.compile(r"\s+(?:of|for)\s+|\s*[–—]\s*")
