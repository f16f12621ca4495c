"""Reads a name: decides whether it is of a person, a body or a role, and takes it apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hearsay.resolution.acronyms import initials_of
from hearsay.resolution.aliases import Entity
from hearsay.resolution.bodies import Body, read_body
from hearsay.resolution.letters import abjad
from hearsay.resolution.lookup import Piece, Tables
from hearsay.resolution.numbering import number_at
from hearsay.resolution.offices import Office, read_office
from hearsay.resolution.persons import PREFIXES, Person, names_beside, read_person
from hearsay.resolution.tokens import Token, tokens


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart; one of person, body and office is there."""

    text: str
    words: tuple[str, ...]
    """Its words, folded, in order."""
    meant: tuple[Entity, ...] = ()
    """Whose name exactly it is, where a table has it; more than one for some acronyms."""
    person: Person | None = None
    body: Body | None = None
    office: Office | None = None
    beside: tuple[str, ...] = ()
    """What stands with it in brackets, in quotes or after "known as"."""
    letters: str = ""
    """The acronym that it is or ends with, folded; empty where it is none."""

    @property
    def initials(self) -> tuple[str, ...]:
        """Which acronyms could be made of it; few names are ever asked for them."""
        return initials_of(self.text, self.words)

    @property
    def kind(self) -> str:
        """`person`, `body` or `role`."""
        return "person" if self.person else "role" if self.office else "body"


def read_name(text: str, tables: Tables) -> Name:
    """What a name says."""
    main, *beside = names_beside(text)
    words = tokens(main)
    if not words:
        words = tokens(text)
    named = words
    pieces = _after_a_given_name(tables.pieces(words), tables)
    folded = tuple([w.word for w in words])
    meant = tables.entities_of(words) or tables.entities_of_country(pieces) or _within(pieces)
    entity = meant[0] if meant else None
    if (entity is not None and entity.kind == "person") or _is_person(pieces, tables, entity):
        others = [tables.pieces(tokens(other)) for other in beside]
        posts = [p for p in others if any(_of_a_body(piece) for piece in p)]
        others = [p for p in others if p not in posts]
        aliases = [e for other in beside for e in tables.entities_of(tokens(other))]
        meant = meant or tuple(e for e in aliases if e.kind == "person")
        person = read_person([pieces, *others], tables.given, tables.burmese)
        if posts:
            told = frozenset(w.word for p in posts for piece in p for w in piece.words)
            person = replace(person, posts=told)
        return Name(text, folded, meant, person, beside=tuple(beside), letters=_letters(named))
    if entity is None and any("role" in p.terms and p.entity is None for p in pieces):
        return Name(text, folded, office=read_office(pieces))
    if beside and not _acronym_of(beside, words):
        # What brackets hold is the body above it, or tells it from another of its name.
        words = (*words, *(w for other in beside for w in tokens(other)))
        pieces = (*pieces, *(p for other in beside for p in tables.pieces(tokens(other))))
        numbered = any(word.word[0].isdigit() for word in words)
        meant = tables.entities_of(tokens(text)) if numbered or "(" not in text else ()
    return Name(
        text,
        folded,
        meant,
        body=read_body(pieces),
        beside=tuple(beside),
        letters=_letters(named),
    )


def in_country(name: Name, code: str, tables: Tables) -> Name:
    """The name as it is meant where its context calls it that country's: Iraq's National Guard."""
    if name.body is None:
        return name
    own = tuple([e for e in name.meant if e.country == code])
    if own and own != name.meant:
        return replace(name, meant=own, body=replace(name.body, entities=own))
    if not own and not name.meant:
        own = tables.entities_named_in(code, tokens(name.text))
        return replace(name, meant=own, body=replace(name.body, entities=own)) if own else name
    if own or not _is_general(name, tables):
        return name
    bare = [Piece((w,), tables.terms.get((w.word,), {})) for w in tokens(name.text)]
    body = read_body(bare)
    return replace(name, meant=(), body=replace(body, countries=body.countries | {code}))


def without_another_country(name: Name, other: Name, countries: frozenset[str]) -> Name:
    """The acronym without the body of elsewhere that a table has for it.

    Sudan's armed forces are SAF, and so is what the other name spells out where the context is
    of the Philippines only.
    """
    if not countries or not name.letters or len(name.words) != 1 or name.body is None:
        return name
    if other.letters or name.letters not in other.initials or set(name.meant) & set(other.meant):
        return name
    if not name.meant or any(not e.country or e.country in countries for e in name.meant):
        return name
    return replace(name, meant=(), body=replace(name.body, entities=()))


def _is_general(name: Name, tables: Tables) -> bool:
    """Whether bodies of many countries may bear it: National Security Council, NSC, Fatah.

    Armed groups fight abroad, so that Mali's may be the one of the table.
    """
    if any(e.kind == "force" or not e.country for e in name.meant):
        return False
    if all(e.kind == "party" for e in name.meant) or len(name.letters) in (2, 3, 4):
        return True
    return len(name.words) > 1 and all(
        tables.terms.get((w,), {}).keys() & {"concept", "head", "ministry", "portfolio", "service"}
        for w in name.words
    )


def _within(pieces: Sequence[Piece]) -> tuple[Entity, ...]:
    """Whose name it is but for words that tell nothing new, before or after it."""
    for piece, rest in ((pieces[:1], pieces[1:]), (pieces[-1:], pieces[:-1])):
        found = [e for p in piece for e in p.entities if _says_nothing_else(rest, e)]
        if found:
            return tuple(found)
    return ()


def _after_a_given_name(pieces: tuple[Piece, ...], tables: Tables) -> tuple[Piece, ...]:
    """The pieces, with words that mean something elsewhere plain after a given name: Billy King."""
    if not pieces:
        return pieces
    untitled = (at for at, p in enumerate(pieces) if not ("rank" in p.terms or "title" in p.terms))
    start = next(untitled, 0)
    first, later = pieces[start], pieces[start + 1 :]
    if start and first.entity is not None and len(first.words) == 1 and len(first.words[0][0]) == 2:
        first = Piece(first.words)  # Colonel IS Danladi is not of the Islamic State
    if not later or not (_is_given(first, tables) or first.words[0].word in PREFIXES):
        return (*pieces[:start], first, *later)
    if later[0].entity is not None and PREFIXES.get(first.words[0].word) == "abd":
        later = (Piece(later[0].words), *later[1:])  # Abdel-Fatah is no Fatah
    plain = (Piece(p.words) if _could_be_a_surname(p) else p for p in later)
    return (*pieces[:start], first, *plain)


def _could_be_a_surname(piece: Piece) -> bool:
    """Whether it means something elsewhere and may be a family name all the same."""
    if not piece.terms and piece.entity is None:
        return False
    word = piece.words[0]
    if len(piece.words) > 1 or word.of or word.before or _acronym(word):
        return False
    role = piece.terms.get("role")
    plain = piece.terms.keys() <= {"concept", "place"} or (role and role.meaning == "king")
    return bool(plain)


def _says_nothing_else(pieces: Sequence[Piece], entity: Entity) -> bool:
    """Whether only the entity's own country, or a word such as "militia", stands with it."""
    return all(
        ("country" in p.terms and p.terms["country"].meaning == entity.country)
        or ("head" in p.terms and p.terms["head"].meaning in ("group", "forces", "organization"))
        or ("void" in p.terms)
        or (entity.kind == "unit" and bool(p.terms.keys() & {"ministry", "portfolio"}))
        for p in pieces
    )


def _is_person(pieces: Sequence[Piece], tables: Tables, entity: Entity | None) -> bool:
    if entity is not None:
        return False
    first = next((at for at, p in enumerate(pieces) if _could_be_a_name(p, tables)), None)
    if first is None:
        return False
    known = [p for p in pieces if p.terms or p.entity is not None]
    if any("role" in p.terms and p.entity is None for p in known):
        roles = [at for at, p in enumerate(pieces) if "role" in p.terms and p.entity is None]
        own = [at for at, p in enumerate(pieces) if _could_be_a_name(p, tables)]
        return _role_with_a_name(pieces, roles, own)
    if any("ministry" in p.terms or p.entity is not None for p in known):
        return False
    counted = pieces[:-1] if len(pieces) > 2 and pieces[-1].words[0].written in _ORDERS else pieces
    if any(_numbered(p) for p in counted):
        return False
    bodily = [p for p in known if p.terms.keys() & _BODILY and not _is_given(p, tables)]
    if any("rank" in p.terms or "title" in p.terms for p in pieces[:first]):
        return all(p.terms.keys() & {"rank", "title"} or _rank_like(p) for p in bodily)
    if any(p.terms.keys() & _ALWAYS_BODILY for p in bodily):
        return False
    if len(pieces) == 1 and len(pieces[0].words) == 1 and _acronym(pieces[0].words[0]):
        return False
    if any(_is_given(p, tables) for p in pieces):
        return True
    owned = any(p.words[0].of for p in pieces[1:]) or any(p.words[-1].owner for p in pieces[:-1])
    if owned and not any(_is_family(p, tables) for p in pieces):
        return False  # Lions of the Delta
    return not bodily


def _of_a_body(piece: Piece) -> bool:
    """Whether brackets after a person's name hold a unit or place and no other name of his."""
    return (
        piece.entity is not None
        or bool(piece.terms.keys() & _ALWAYS_BODILY)
        or piece.words[0].word[0].isdigit()
    )


def _numbered(piece: Piece) -> bool:
    """Whether it is a number, and not the initial of I. Attahiru."""
    return (
        len(piece.words[0].word) > 1 and not piece.terms and number_at(piece.words, 0) is not None
    )


def _role_with_a_name(pieces: Sequence[Piece], roles: list[int], own: list[int]) -> bool:
    """Prime Minister Kadhimi, or Kadhimi, the prime minister; but not Marsa's governor."""
    last = roles[-1]
    following = [at for at in own if at > last]
    if following:
        first = pieces[following[0]].words[0]
        between = pieces[last + 1 : following[0]]
        led = any(p.words[0].of for p in pieces[last + 1 : following[0] + 1])
        if not led and all(p.terms.keys() & {"rank", "title", "modifier"} for p in between):
            return first.before in ("", "-", ",", ".")
    first_role = pieces[roles[0]].words[0]
    return (
        own[0] < roles[0] and "," in pieces[_start(pieces, roles[0], own[0])].words[0].before
    ) or ("," in first_role.before and own[0] < roles[0])


def _start(pieces: Sequence[Piece], role: int, own: int) -> int:
    """Where the description that ends with the role begins."""
    return next((at for at in range(role, own, -1) if "," in pieces[at].words[0].before), role)


def _could_be_a_name(piece: Piece, tables: Tables) -> bool:
    if piece.entity is not None or any(w.word[0].isdigit() for w in piece.words):
        return False
    if _is_given(piece, tables):
        return True
    if not piece.terms:
        return True
    kinds = piece.terms.keys()
    return (
        kinds <= {"concept", "title", "void", "part", "place"}
        and len(piece.words) == 1
        and (not kinds & {"title", "void", "part"})
    )


def _is_given(piece: Piece, tables: Tables) -> bool:
    known = tables.given.get(piece.words[0].word) if len(piece.words) == 1 else None
    return known is not None and not known.family


def _is_family(piece: Piece, tables: Tables) -> bool:
    known = tables.given.get(piece.words[0].word) if len(piece.words) == 1 else None
    return known is not None and known.family


def _rank_like(piece: Piece) -> bool:
    """Whether a word for a formation is here a rank, as لواء before a name."""
    return "rank" in piece.terms and abjad(piece.words[0].word)


def _acronym(word: Token) -> bool:
    return word.capitals and len(word.written) <= 7 and word.written.upper() != word.written.lower()


def _letters(words: Sequence[Token]) -> str:
    if len(words) > 1 and all(_acronym(w) and w.before in ("/", "-", "") for w in words):
        joined = "".join(w.word for w in words)  # RFE/RL, SPLM-N
        return joined if any(w.before for w in words) else words[-1].word
    alone = len(words) == 1 or (len(words) == 2 and not words[0].word[0].isdigit())
    return words[-1].word if alone and _acronym(words[-1]) else ""


def _acronym_of(beside: Sequence[str], words: Sequence[Token]) -> bool:
    """Whether the brackets only hold the letters of the name before them."""
    initials = "".join(w.word[0] for w in words)
    return all(
        other.isascii() and other.isalpha() and _in_order(other.lower(), initials)
        for other in beside
    )


def _in_order(letters: str, initials: str) -> bool:
    rest = iter(initials)
    return len(letters) > 1 and all(letter in rest for letter in letters)


_ORDERS = frozenset(("II", "III", "IV"))
_ALWAYS_BODILY = frozenset(("ministry", "echelon", "service", "head", "part", "arm"))
_BODILY = _ALWAYS_BODILY | {"concept", "country", "capital", "portfolio"}
