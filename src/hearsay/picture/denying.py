"""Who denies what: denials beside the claims that they answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from hearsay.picture.conflict import Conflict, Said, SideOf
from hearsay.picture.likening import stems_of
from hearsay.picture.listening import Heard, Listening


def denials_in(heard: Sequence[Heard]) -> Iterator[Conflict]:
    """Each denial, once for all who tell it, with what it answers: the claims with most of its
    rare words, and otherwise the one that stands before it in its passage.

    One of which neither is found is left out: it has no other side here.
    """
    listening = Listening(heard)
    alike: dict[frozenset[str], list[int]] = {}
    for number, claim in enumerate(heard):
        if claim.denies and _says_something(claim.words):
            alike.setdefault(stems_of(claim.words), []).append(number)
    for numbers in alike.values():
        answered, words = _alike(listening, numbers[0])
        reason = f"A denial, beside claims that have its words: {', '.join(words)}."
        if not answered:
            answered, words = _of_the_denier(listening, numbers[0])
            reason = f"A denial, beside claims that name who denies, with {', '.join(words)}."
        if not answered:
            answered = list(dict.fromkeys(n for one in numbers for n in _before(listening, one)))
            reason = "A denial, beside the claim that stands right before it in its passage."
        if answered:
            yield Conflict(
                "denial",
                heard[numbers[0]].words,
                reason,
                (
                    SideOf("said", _each_once(heard[n] for n in answered)),
                    SideOf("denied", _each_once(heard[n] for n in numbers)),
                ),
                len(numbers) + len(answered),
            )


def answers_in(conflicts: Iterable[Conflict]) -> dict[str, tuple[Said, ...]]:
    """For each claim that a denial may answer: the claims that deny, by the conflicts of a case."""
    found: dict[str, dict[str, Said]] = {}
    for one in conflicts:
        if one.kind == "denial":
            told, denied = one.sides
            for claim in told.said:
                found.setdefault(claim.claim, {}).update((said.claim, said) for said in denied.said)
    return {claim: tuple(said.values()) for claim, said in found.items()}


def _each_once(claims: Iterable[Heard]) -> tuple[Said, ...]:
    return tuple({claim.id: said_of(claim) for claim in claims}.values())


def said_of(claim: Heard) -> Said:
    """A claim as one of a side."""
    return Said(
        claim.id, claim.words, claim.speakers, claim.published, claim.place, claim.address,
        claim.score,
    )  # fmt: skip


def _alike(listening: Listening, number: int) -> tuple[list[int], list[str]]:
    """The claims that have most of its rare words, and what words those are."""
    own = listening.heard[number]
    words = stems_of(own.words)
    whole = listening.weight(words)
    known = [word for word in words if listening.is_shared(word)]
    rarest = max(known, key=lambda word: (listening.weight((word,)), word), default="")
    scored = []
    for other in listening.having_any(words):
        claim = listening.heard[other]
        if other == number or claim.denies or claim.speakers[-1:] == own.speakers[-1:]:
            continue
        if _is_inside(own, claim) or _is_inside(claim, own):
            continue
        shared = words & stems_of(claim.words)
        weight = listening.weight(shared)
        if rarest in shared and len(shared) >= _FEWEST and weight >= _SHARE * whole:
            scored.append((weight, other, shared))
    scored.sort(key=lambda one: (-one[0], one[1]))
    kept = scored[:_MOST]
    meant = [word for word in _words(own.words) for _, _, s in kept if stems_of(word) & s]
    return [other for _, other, _ in kept], list(dict.fromkeys(meant))


def _of_the_denier(listening: Listening, number: int) -> tuple[list[int], list[str]]:
    """The claims of others that name who denies, and have of its rare words: who denies mostly
    answers what is said of them."""
    own = listening.heard[number]
    names = {pair for name in own.speakers for pair in _PAIR.findall(name)}
    # Names are no part of what is denied: "the 5th Division takes advice".
    plain = " ".join(word for word in _words(own.words) if word[:1].islower())
    words = frozenset(w for w in stems_of(plain) if listening.is_shared(w))
    scored = []
    for other in listening.having_any(words):
        claim = listening.heard[other]
        if claim.denies or claim.document == own.document:
            continue
        weight = listening.weight(words & stems_of(claim.words))
        if weight >= _SOME * listening.weight(words) and any(n in claim.words for n in names):
            scored.append((-weight, other))
    kept = [other for _, other in sorted(scored)[:_MOST]]
    shared = {w for other in kept for w in words & stems_of(listening.heard[other].words)}
    return kept, [f"“{word}”" for word in _words(plain) if stems_of(word) & shared]


_SOME = 0.3
"""As much of the weight of its words, where a claim names who denies."""
_PAIR = re.compile(r"\b[A-Z][\w’-]+ [A-Z][\w’-]+")
"""Two words of a name: one alone names too many."""
_FEWEST = 3
_SHARE = 0.6
"""A claim that a denial answers has as much of the weight of its words."""
_MOST = 6
_NEAR = 250


def _before(listening: Listening, number: int) -> list[int]:
    own = listening.heard[number]
    here = listening.near(own.document, own.place, own.start - _NEAR, own.start - 1)
    other = [
        n
        for n in here
        if not listening.heard[n].denies
        and listening.heard[n].speakers != own.speakers
        # "the meeting" only takes up again what the claim before it says.
        and len(stems_of(listening.heard[n].words)) >= _FEWEST
        and not _is_inside(own, listening.heard[n])
    ]
    return other[-1:]


def _is_inside(one: Heard, other: Heard) -> bool:
    """Whether the words of one are only a part of the other's, in one document."""
    return one.document == other.document and one.words in other.words


def _says_something(words: str) -> bool:
    """Whether it is more than a name."""
    return any(word[:1].islower() and stems_of(word) for word in words.split())


def _words(text: str) -> list[str]:
    return [word.strip(",.;:“”‘’()") for word in text.split()]
