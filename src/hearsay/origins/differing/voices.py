"""Who is heard in a telling: somebody who can be found again, nameless people, or the outlet."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.origins.citing.chains import Cited
from hearsay.origins.citing.resolving import Sources
from hearsay.origins.citing.speakers import Source, same_source
from hearsay.origins.differing.pairing import Pair
from hearsay.origins.differing.told import Telling, once
from hearsay.origins.language.forms import is_function, key
from hearsay.origins.language.lexicon import PEOPLE, VOICES
from hearsay.origins.language.lists import among
from hearsay.origins.language.senses import AMOUNTS
from hearsay.origins.language.words import folded_in
from hearsay.vocabulary.readings import Attribution
from hearsay.vocabulary.spans import Span, Spans, hull, words_of


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is said to have said a claim first; nobody where the outlet says it itself."""

    chain: tuple[Cited, ...]
    """All who can be found again, the outlet's own informant first."""
    shown: Spans
    """Where the innermost attribution names its source."""
    cue: str
    """By which words it is said that they said it."""
    words: frozenset[str]
    """Of a nameless source, what its words tell."""
    unclear: bool = False

    @property
    def first(self) -> Source | None:
        """The first who said it, where one could find them again."""
        return self.chain[-1].source if self.chain and not self.words else None

    @property
    def is_outlet(self) -> bool:
        """Whether only the outlet speaks."""
        return not self.shown

    def name(self, telling: Telling) -> str:
        """What they are called there."""
        return " ".join(words_of(self.shown, telling.text).split())


def cites(telling: Telling) -> bool:
    """Whether a claim is said to have been said by somebody."""
    return any(s.name != _NOBODY for s in telling.told.claim.speakers[1:])


def voices_of(pair: Pair) -> tuple[Sources, Voice, Voice]:
    """Who is heard on both sides, and the sources by which they were found."""
    sources = pair.before.told.sources or pair.after.told.sources or _of_both(pair)
    return sources, _voice(pair.before, sources), _voice(pair.after, sources)


def is_described(voice: Voice, telling: Telling) -> bool:
    """Whether somebody is plainly cited there, though we could not find again who ("police")."""
    words = voice.name(telling).lower()
    plain = len(voice.shown) == 1 and len(words.split()) <= _SHORT
    return plain and words not in _PRONOUNS


def kinds_of_people(words: str) -> frozenset[int]:
    """What kind of people a description is of ("hospital officials", "the rebels")."""
    return frozenset(PEOPLE_BY_KEY[word] for word in keys_of(words) if word in PEOPLE_BY_KEY)


def keys_of(words: str) -> frozenset[str]:
    """The words of matter of a description, made comparable."""
    return frozenset(key(word) for word in folded_in(words) if not is_function(word))


_NOBODY = "nobody named"
_SHORT = 6
_PRONOUNS = among("he she it they we i who whoever which this that")
PRESS = frozenset(map(key, among("newspapers newspaper media press outlets accounts")))
"""Those who print what others say."""
PEOPLE_BY_KEY = {key(word): kind for word, kind in PEOPLE.items()}
ANYBODY = PEOPLE["source"]
"""A description that fits everybody."""
CROWDS = frozenset(PEOPLE_BY_KEY)
"""Words for people whom nobody could find again."""
_VOICES = frozenset(map(key, VOICES - {"representatives", "service", "press", "office", "offices"}))
_DEFINITE = among("the his her its their this that these those he she it they we i who which")
_INDEFINITE = among("a an one another some several two three four five many")


def _of_both(pair: Pair) -> Sources:
    accounts = {told.account.id: told.account for told in (pair.before.told, pair.after.told)}
    return Sources.of(accounts.values())


def _voice(telling: Telling, sources: Sources) -> Voice:
    return _own_voice(telling) if sources is telling.told.sources else _heard(telling, sources)


@once
def _own_voice(telling: Telling) -> Voice:
    assert telling.told.sources is not None
    return _heard(telling, telling.told.sources)


def _heard(telling: Telling, sources: Sources) -> Voice:
    claim = telling.told.claim
    chain = sources.chain(claim)
    cited = [s for s in claim.speakers[1:] if s.name != _NOBODY and s.span is not None]
    if not cited:
        return Voice(chain, (), "", frozenset(), unclear=bool(chain))
    inner = cited[-1]
    assert inner.span is not None
    innermost = _innermost(telling)
    shown = innermost.source if innermost else (inner.span,)
    cue = words_of(innermost.cue, telling.text) if innermost else ""
    cue = cue or claim.cue or ""
    words = words_of(shown, telling.text)
    if len(shown) > 1 or "\n\n" in words or _is_other(chain, shown):
        return Voice(chain, shown, cue, frozenset(), unclear=True)
    if _is_nameless(words):
        if not _is_person(telling, shown[0]):
            return Voice(chain, shown, cue, frozenset(), unclear=True)
        return Voice(chain, shown, cue, keys_of(words) or frozenset({""}))
    found = any(one.span == inner.span for one in chain) or (
        bool(chain) and _meant(sources, inner.name, telling, chain[-1].source)
    )
    return Voice(chain, shown, cue, frozenset(), unclear=not found)


def _is_other(chain: tuple[Cited, ...], shown: Spans) -> bool:
    """Whether the attribution names one whom the chain has for a middleman."""
    if not chain or chain[-1].span is None or chain[-1].span.meets(shown[0]):
        return False
    return any(one.span is not None and one.span.meets(shown[0]) for one in chain[:-1])


def _meant(sources: Sources, name: str, telling: Telling, source: Source) -> bool:
    return same_source(sources.source(name, telling.told.claim.capture), source) or bool(
        len(sources.chain(telling.told.claim)) == len(telling.told.claim.speakers) - 1
    )


@once
def _innermost(telling: Telling) -> Attribution | None:
    """The innermost attribution over the claim that names somebody."""
    within = hull(telling.told.claim.spans)
    start, end = within.start, within.end
    over = [
        a
        for a in telling.told.account.reading.attributions
        if a.source
        and a.content
        and a.content[0].start < end
        and a.content[-1].end > start
        and any(part.meets(within) for part in a.content)
    ]
    return min(over, key=lambda a: sum(map(len, a.content)), default=None)


def _is_nameless(words: str) -> bool:
    """Whether words name people whom nobody could find again: "officials", "a doctor there"."""
    every = words.split()
    begins = every[0].lower() if every else ""
    if not every or begins in _DEFINITE or keys_of(words) & _VOICES:
        return False
    if begins in _INDEFINITE or begins in AMOUNTS or begins.isdigit():
        return not any(word[0].isupper() for word in every[1:3])
    crowd = next((i for i, w in enumerate(every) if keys_of(w) & (CROWDS | PRESS)), None)
    if crowd is None or any(word[0].isupper() for word in every[crowd + 1 : crowd + 2]):
        # "Senator Brand" has a name.
        return False
    return all(word.islower() for word in every[min(1, crowd) : crowd])


def _is_person(telling: Telling, span: Span) -> bool:
    """Whether the reader took the words for people; an inquiry says nothing by itself."""
    about = [m for m in telling.told.account.reading.mentions if m.spans[0].meets(span)]
    one = span.of(telling.text).lower().startswith(("a ", "an ", "one ", "another "))
    return any(m.type == "Person" or (m.type == "Organization" and not one) for m in about) or (
        not about and bool(keys_of(span.of(telling.text)) & (CROWDS | PRESS))
    )
