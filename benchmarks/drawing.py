"""Draws as many accounts as are asked for from those that there are, in two ways.

*Renamed*: all of them again and again, each time with other words for everything that is not said
by everybody, the same ones throughout. Copies stay copies and claims alike stay alike within one
round, and no round has its text from another: a case of many sizes with the same life in it.

*Crowded*: drawn one by one, a few words changed. Every article comes back the oftener the more are
drawn, which no real case does: crowds of copies grow with the size.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from hearsay.vocabulary.readings import Speaker
from hearsay.vocabulary.spans import words_of
from hearsay.vocabulary.traces import Account

CHANGED = 0.03
"""Of a crowded account's words so many are others."""
EVERYBODY = 0.3
"""What so many of the documents say stays in every round: it tells nothing apart."""


def renamed(accounts: Sequence[Account], size: int, chance: random.Random) -> Iterator[Account]:
    """Accounts in rounds, the words of each round others of as many letters and as common."""
    classes = _classes(accounts)
    called: dict[str, str] = {}
    for at in range(size):
        turn, place = divmod(at, len(accounts))
        if turn and not place:
            called = _other_words(classes, chance)
        yield _told_again(accounts[place], partial(_in_other_words, called), f"{at:064x}")


def crowded(accounts: Sequence[Account], size: int, chance: random.Random) -> Iterator[Account]:
    """Accounts drawn with replacement, some words changed, each a document of its own."""
    pool: defaultdict[int, list[str]] = defaultdict(list)
    for word in sorted({word for one in accounts for word in one.document.text.split()}):
        pool[len(word)].append(word)
    places = [[found.span() for found in _TOKEN.finditer(one.document.text)] for one in accounts]
    for at in range(size):
        drawn = chance.randrange(len(accounts))
        letters = list(accounts[drawn].document.text)
        words = places[drawn]
        for start, end in chance.choices(words, k=int(CHANGED * len(words))):
            letters[start:end] = chance.choice(pool[end - start])
        yield _with_text(accounts[drawn], "".join(letters), f"{at:064x}")


_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+")


def _classes(accounts: Sequence[Account]) -> list[list[str]]:
    """Words that can stand for each other: as long, as common, and names or not."""
    held: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for one in accounts:
        words = set(_WORD.findall(one.document.text))
        held.update({word.lower() for word in words})
        capital.update({word.lower() for word in words if word[0].isupper()})
    classes: defaultdict[tuple[int, bool, int], list[str]] = defaultdict(list)
    for word, number in held.items():
        # Some letters have another length in the other case; their words stay as they are.
        if number <= EVERYBODY * len(accounts) and len(word.title()) == len(word.upper()):
            named = 2 * capital[word] > number
            classes[len(word), named, number.bit_length()].append(word)
    return [sorted(words) for _, words in sorted(classes.items())]


def _other_words(classes: Sequence[list[str]], chance: random.Random) -> dict[str, str]:
    called: dict[str, str] = {}
    for words in classes:
        others = list(words)
        chance.shuffle(others)
        called.update(zip(words, others, strict=True))
    return called


def _in_other_words(called: dict[str, str], text: str) -> str:
    return _WORD.sub(lambda found: _as_written(found[0], called), text) if called else text


def _as_written(word: str, called: dict[str, str]) -> str:
    """The word's other one, with capitals where it has them."""
    other = called.get(word.lower(), "")
    if len(other) != len(word):
        return word
    if word.islower():
        return other
    return other.upper() if len(word) > 1 and word.isupper() else other[0].upper() + other[1:]


def _told_again(one: Account, again: Callable[[str], str], capture: str) -> Account:
    """An account under an id of its own, its text and the names in it as `again` makes them."""
    told = _with_text(one, again(one.document.text), capture)
    claims = (replace(claim, speakers=_renamed(claim.speakers, again)) for claim in told.claims)
    return replace(told, claims=tuple(claims))


def _renamed(speakers: Sequence[Speaker], again: Callable[[str], str]) -> tuple[Speaker, ...]:
    """The outlet, which is still the same, and the others by their new names."""
    return *speakers[:1], *(Speaker(again(one.name), one.span) for one in speakers[1:])


def _with_text(one: Account, text: str, capture: str) -> Account:
    """An account under an id of its own with another text, of the same length."""
    claims = tuple(
        replace(
            claim,
            id=f"{capture[-12:]}-{claim.id}",
            capture=capture,
            words=words_of(claim.spans, text),
        )
        for claim in one.claims
    )
    document = replace(one.document, capture=capture, text=text)
    return Account(document, one.reading, claims, f"{capture[-12:]}.txt")
