"""Features of any two names: tables, contexts that name both, acronyms."""

from __future__ import annotations

from hearsay.resolution.acronyms import (
    letters_with_number,
    made_of_syllables,
    stands_for,
)
from hearsay.resolution.bodies import Formation
from hearsay.resolution.contexts import linked, parted
from hearsay.resolution.features.finding import FOUND, Feature, Finding
from hearsay.resolution.names import Name
from hearsay.resolution.pairs import Pair


def same_entity(pair: Pair) -> Finding | None:
    """A table holds both as names of one."""
    right = pair.right.meant
    for entity in pair.left.meant:
        if entity in right:
            return Finding(f"{entity.name} ({entity.source})")
    return None


def other_entities(pair: Pair) -> Finding | None:
    """A table holds the names as those of two."""
    left, right = pair.left.meant, pair.right.meant
    if not left or not right or any(entity in right for entity in left):
        return None
    return Finding(f"{left[0].name} and {right[0].name}")


def said_outright(pair: Pair) -> Finding | None:
    """A context gives one as another name of the other."""
    for context in pair.contexts:
        how = context.text and linked(pair.left.text, pair.right.text, context.text)
        if how == "renamed" or (how == "beside" and _of_one_sort(pair)):
            return FOUND
    for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
        # What stands in the brackets of a unit's name is else the unit above it.
        if other.letters and one.person is None and other.text in one.beside:
            return FOUND
    return None


def spelt_out(pair: Pair) -> Finding | None:
    """The context says what the acronym stands for, which is what was compared."""
    return Finding(f"{pair.left.text} and {pair.right.text}") if pair.spelt_out else None


def letters_agree(pair: Pair) -> Finding | None:
    """One is the acronym of the other."""
    if not pair.left.letters and not pair.right.letters:
        return None
    for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
        if not one.letters or other.letters or other.person is not None:
            continue
        # Two letters are those of many people too.
        enough = len(one.letters) > 2 or _is_plainly_a_body(other)
        if enough and one.letters in other.initials:
            return Finding(one.letters.upper())
    return None


def letters_in_syllables(pair: Pair) -> Finding | None:
    """One is made of the beginnings of the other's words."""
    for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
        if len(one.words) != 1 or len(other.words) < 2 or other.person is not None:
            continue
        word = one.words[0]
        # A word in small letters may be any name, so that more of it has to fit.
        least = 4 if one.letters else 6
        if len(word) < least or (one.meant and other.meant) or word in other.initials:
            continue
        if other.words[0][0] == word[0] and made_of_syllables(word, other.text):
            return Finding(one.text)
    return None


def letters_and_number(pair: Pair) -> Finding | None:
    """One is the other's acronym, with the same number."""
    shorts = [letters_with_number(name.text) for name in (pair.left, pair.right)]
    if shorts == [None, None]:
        return None
    if shorts[0] == shorts[1] and pair.left.words != pair.right.words:
        return Finding(pair.left.text)
    for short, other in ((shorts[0], pair.right), (shorts[1], pair.left)):
        if short is None or other.body is None:
            continue
        letters, number = short
        numbers = [f.number for f in other.body.formations if f.number is not None]
        if numbers == [number] and stands_for(letters, other.text, other.words):
            return Finding(f"{letters.upper()} {number}")
    return None


def letters_within(pair: Pair) -> Finding | None:
    """The acronym's letters stand in order in the other's first letters, or in its one word."""
    for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
        letters = one.letters
        if len(letters) < 3 or len(one.words) != 1 or other.letters or other.person is not None:
            continue
        if letters in other.initials:
            continue
        if len(other.words) == 1 and len(other.words[0]) > 2 * len(letters):
            if _begins_and_runs(letters, other.words[0]):
                return Finding(letters.upper(), 0.7)
        elif any(
            len(i) - len(letters) <= 2 and i[-1] == letters[-1] and _begins_and_runs(letters, i)
            for i in other.initials
        ):
            return Finding(letters.upper())
    return None


def letters_differ(pair: Pair) -> Finding | None:
    """They are two different acronyms, or one is not made of the other's first letters."""
    left, right = pair.left, pair.right
    if any(entity in right.meant for entity in left.meant):
        return None
    if (
        left.body
        and right.body
        and left.body.entities
        and left.body.entities == right.body.entities
    ):
        return None
    if letters_within(pair) or letters_in_syllables(pair):
        return None
    if left.letters and right.letters:
        return FOUND if left.letters != right.letters else None
    for one, other in ((left, right), (right, left)):
        alone = one.letters and len(one.words) == 1
        if alone and len(other.words) > 1 and one.letters not in other.initials:
            return FOUND if one.letters not in other.words else None
    return None


def written_alike(pair: Pair) -> Finding | None:
    """Both are written alike, but for marks and capitals."""
    return FOUND if pair.left.words == pair.right.words != () else None


def part_or_splinter(pair: Pair) -> Finding | None:
    """A context calls one a part, a splinter or a successor of the other."""
    if pair.left.person is not None or pair.right.person is not None:
        return None
    here, there = pair.left_context.text, pair.right_context.text
    parts = (here and parted(here, pair.right.text)) or (there and parted(there, pair.left.text))
    return FOUND if parts and pair.left.words != pair.right.words else None


def other_countries_around(pair: Pair) -> Finding | None:
    """The contexts place them in two countries."""
    left, right = pair.left_context.countries, pair.right_context.countries
    if not left and not right:
        return None
    left |= _of_the_name(pair.left)
    right |= _of_the_name(pair.right)
    if not left or not right or left & right:
        return None
    # A person is told of in many countries, a unit or ministry is of one.
    strength = 1.8 if pair.aligned is None else 1.0 if pair.aligned.common else 0.6
    if pair.aligned is not None and len(pair.left.words) == len(pair.right.words) == 1:
        strength = 1.4  # a single name says little
    if pair.left.office is not None and pair.right.office is not None:
        strength = 3.0  # every country has a minister of defence
    return Finding(f"{_listed(left)} and {_listed(right)}", strength)


def same_surroundings(pair: Pair) -> Finding | None:
    """The contexts share a unit, a post or a place."""
    left, right = pair.contexts
    if not left.text or not right.text:
        return None
    named = {*pair.left.words, *pair.right.words}
    shared = (left.places & right.places) - named
    own = _units(pair.left) | _units(pair.right)
    units = {f for f in left.formations if f.number is not None} & set(right.formations) - own
    posts = left.roles & right.roles
    words = {w for w in (left.words & right.words) - named - shared - _SAID if not w.isdigit()}
    countries = left.countries & right.countries
    strength = len(units) + 0.7 * len(shared) + 0.6 * len(posts) + 0.3 * len(words)
    strength = min(2.0, strength + 0.3 * len(countries))
    about = [
        *(f"{f.echelon} {f.number}" for f in units),
        *posts,
        *shared,
        *words,
        *countries,
    ]
    return Finding(", ".join(sorted(about)), strength) if strength else None


def _of_one_sort(pair: Pair) -> bool:
    """Whether what stands in brackets can be another name, and not the ministry or unit above."""
    left, right = pair.left.body, pair.right.body
    if left is None or right is None or pair.left.letters or pair.right.letters:
        return True
    mains = [None if b.main is None else (b.main.echelon, b.main.number) for b in (left, right)]
    return mains[0] == mains[1] and bool(left.ministry) == bool(right.ministry)


def _is_plainly_a_body(name: Name) -> bool:
    """Whether its words say so, and not only that no person is known by them."""
    body = name.body
    return body is None or bool(
        body.heads or body.concepts or body.arms or body.services or body.ministry
    )


def _begins_and_runs(letters: str, text: str) -> bool:
    rest = iter(text)
    return letters[0] == text[0] and all(letter in rest for letter in letters)


def _units(name: Name) -> set[Formation]:
    return set(name.body.formations) if name.body else set()


def _of_the_name(name: Name) -> frozenset[str]:
    body = name.body or (name.office.of if name.office else None)
    return body.countries if body else frozenset()


def _listed(codes: frozenset[str]) -> str:
    return " or ".join(sorted(codes))


_SAID = frozenset(("said", "says", "told", "that", "this", "with", "where", "were", "have", "been"))
SHARED: tuple[Feature, ...] = (same_entity, other_entities, letters_agree, written_alike)
OF_LETTERS: tuple[Feature, ...] = (
    letters_differ,
    letters_within,
    letters_in_syllables,
    letters_and_number,
)
"""What counts where one of the names is an acronym."""
AROUND: tuple[Feature, ...] = (
    said_outright,
    spelt_out,
    other_countries_around,
    same_surroundings,
)
"""What only contexts tell."""
