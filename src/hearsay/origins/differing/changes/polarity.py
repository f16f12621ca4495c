"""What the one affirms, the other one denies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import astuple

from hearsay.origins.differing.change import Finding
from hearsay.origins.differing.pairing import Pair
from hearsay.origins.differing.told import Telling, once
from hearsay.origins.language.forms import is_function
from hearsay.origins.language.lists import among
from hearsay.origins.language.senses import NEGATIONS
from hearsay.vocabulary.traces import Change, Side

RANK = 2
LEAST_LIKENESS = 0.7
"""Below that, the two may deny and affirm two different things."""


def findings(pair: Pair) -> Iterable[Finding]:
    """A negation on one side only, standing at words that both tell."""
    if pair.identical:
        return
    if pair.mutual < _MUTUAL or "without" in (*pair.before.folded, *pair.after.folded):
        return
    before, after = _negations(pair.before), _negations(pair.after)
    if len(before) % 2 == len(after) % 2:
        return
    telling, words, partners = (
        (pair.before, before, pair.partner_of)
        if len(before) > len(after)
        else (pair.after, after, pair.partner_from)
    )
    alone = [word for word in words if word not in partners and _in_place(telling, word, partners)]
    if len(alone) != 1 or min(len(before), len(after)) > 1:
        return
    if _answered(pair, telling, alone[0]) or _asks(pair.before) or _asks(pair.after):
        return
    other = pair.after if telling is pair.before else pair.before
    if not _negations(other) and _NEGATES.search(other.text, *astuple(other.sentence)):
        return
    spot = _spot(telling, alone[0])
    sides = (telling.side(spot), _opposite(pair, telling, alone[0]))
    one, two = sides if telling is pair.before else sides[::-1]
    yield Finding(
        Change("polarity", one, two),
        spot if telling is pair.before else (),
        spot if telling is pair.after else (),
    )


_MUTUAL = 0.55
_NEGATES = re.compile(
    r"\b(?:not|no|never|none|nobody|neither|nor|without|cannot|\w+n['’]t|fail\w*|refus\w+|lack\w*"
    r"|den(?:y|ied|ies|ying)|reject\w*|doubt\w*|unable|unlikely)\b",
    re.I,
)


def _asks(telling: Telling) -> bool:
    """Whether it is asked, demanded or promised, so that nothing is said to be or not to be."""
    return telling.told.claim.cue_class in ("asked", "demanded", "promised", "expected", "denied")


_FAILING = among("fail failed fails refuse refused lack lacked lacks denied deny denies")


@once
def _negations(telling: Telling) -> list[int]:
    """The words that negate; "not only" and "no doubt" do not."""
    found = []
    for i, word in enumerate(telling.forms):
        following = telling.forms[i + 1] if i + 1 < len(telling) else ""
        if word == "no" and telling.text[telling.ends[i] : telling.ends[i] + 1] in (",", ".", "!"):
            continue
        if (
            word in NEGATIONS
            and word not in ("nor", "without", "nothing", "unable")
            and following not in _IDLE
        ):
            found.append(i)
    return found


_IDLE = among("only just doubt matter wonder less more later fewer longer yet necessarily")


def _in_place(telling: Telling, word: int, partners: dict[int, int]) -> bool:
    """Whether the words after it are told by both."""
    following = [
        i
        for i in range(word + 1, min(len(telling), word + 4))
        if not is_function(telling.folded[i])
    ]
    if not following or telling.text[telling.starts[following[0]]].isupper():
        # "Their own party, not Marsk, is to blame" denies nothing of Marsk's doings.
        return False
    return following[0] in partners


def _answered(pair: Pair, telling: Telling, word: int) -> bool:
    """Whether the other side negates by a verb or a prefix instead ("failed to", "unarmed")."""
    other = pair.after if telling is pair.before else pair.before
    partners = pair.partner_of if telling is pair.before else pair.partner_from
    met = set(partners.values())
    return any(
        i not in met
        and (form in _FAILING or form.startswith(("un", "in", "dis", "non")) or form in _REST)
        for i, form in enumerate(other.forms)
    )


_REST = among("without nor neither little hardly barely rarely longer yet")


def _spot(telling: Telling, word: int) -> tuple[int, ...]:
    """The negation with the word it negates."""
    end = next(
        (
            i
            for i in range(word + 1, min(len(telling), word + 4))
            if not is_function(telling.folded[i])
        ),
        word,
    )
    return tuple(range(word, end + 1))


def _opposite(pair: Pair, telling: Telling, word: int) -> Side | None:
    """The same words on the other side, where they are not negated."""
    other = pair.after if telling is pair.before else pair.before
    partners = pair.partner_of if telling is pair.before else pair.partner_from
    at = [partners[i] for i in _spot(telling, word) if i in partners]
    return other.side(tuple(at)) if at else None
