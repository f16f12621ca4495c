"""A source lost, gained or promoted: who is said to have said it is no longer the same one.

What an editor wants to be told is that a reader is sent to somebody else than before:

- *lost*: the one said it, and now the outlet says it itself;
- *gained*: the outlet said it itself, and now somebody is cited who is not that outlet;
- *promoted*: somebody who only passed it on is now said to say it; so is a body whose report told
  what others had told it. A newspaper that is credited with what it printed is not: everybody
  knows that it has it from somebody;
- *named and nameless*: "officials" became the Pentagon, or the Pentagon "officials";
- *another one*: two who have nothing to do with each other.

That a middleman is left out or added is nothing to tell while the first who said it stays the
same, nor is another spelling, a title or a pronoun. Whom we could not find again is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hearsay.origins.citing.resolving import Cited, Sources
from hearsay.origins.citing.speakers import Source, same_source
from hearsay.origins.differing.change import Finding
from hearsay.origins.differing.pairing import Pair
from hearsay.origins.differing.told import Telling, once
from hearsay.origins.language.forms import is_function, key
from hearsay.origins.language.senses import AMOUNTS, among
from hearsay.origins.language.words import folded_in
from hearsay.vocabulary.readings import Attribution
from hearsay.vocabulary.spans import Span, Spans, hull, words_of
from hearsay.vocabulary.traces import Change

RANK = 9
LEAST_LIKENESS = 0.35


def findings(pair: Pair) -> Iterable[Finding]:
    """The change of the first who is said to have said it, if both sides show well who it is."""
    if not (_cites(pair.before) or _cites(pair.after)):
        return
    matter = sum(not is_function(pair.before.folded[b]) for b in pair.partner_of)
    if matter < _LEAST and pair.mutual < _WHOLE:
        return
    sources = pair.before.told.sources or pair.after.told.sources or _of_both(pair)
    before, after = _voice(pair.before, sources), _voice(pair.after, sources)
    lost = after.is_outlet and _is_described(before, pair.before)
    if after.unclear or (before.unclear and not lost):
        return
    if before.is_outlet:
        told = not after.is_outlet and _is_gained(pair, after, sources)
    elif after.is_outlet:
        told = _is_lost(pair, before, sources)
    else:
        told = _is_another(pair, before, after, sources)
    if told:
        yield Finding(
            Change(
                "attribution",
                None if before.is_outlet else pair.before.side_at(before.shown),
                None if after.is_outlet else pair.after.side_at(after.shown),
            )
        )


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who is said to have said a claim first; nobody where the outlet says it itself."""

    chain: tuple[Cited, ...]
    """All who can be found again, the outlet's own informant first."""
    shown: Spans
    """Where the innermost attribution names its source."""
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


_NOBODY = "nobody named"


def _cites(telling: Telling) -> bool:
    return any(s.name != _NOBODY for s in telling.told.claim.speakers[1:])


def _of_both(pair: Pair) -> Sources:
    accounts = {told.account.id: told.account for told in (pair.before.told, pair.after.told)}
    return Sources.of(accounts.values())


def _voice(telling: Telling, sources: Sources) -> _Voice:
    return _own_voice(telling) if sources is telling.told.sources else _heard(telling, sources)


@once
def _own_voice(telling: Telling) -> _Voice:
    assert telling.told.sources is not None
    return _heard(telling, telling.told.sources)


def _heard(telling: Telling, sources: Sources) -> _Voice:
    claim = telling.told.claim
    chain = sources.chain(claim)
    cited = [s for s in claim.speakers[1:] if s.name != _NOBODY and s.span is not None]
    if not cited:
        return _Voice(chain, (), frozenset(), unclear=bool(chain))
    inner = cited[-1]
    assert inner.span is not None
    shown = _shown(telling) or (inner.span,)
    words = words_of(shown, telling.text)
    if len(shown) > 1 or "\n\n" in words or _is_other(chain, shown):
        return _Voice(chain, shown, frozenset(), unclear=True)
    if _is_nameless(words):
        if not _is_person(telling, shown[0]):
            return _Voice(chain, shown, frozenset(), unclear=True)
        return _Voice(chain, shown, _keys(words) or frozenset({""}))
    found = any(one.span == inner.span for one in chain) or (
        bool(chain) and _meant(sources, inner.name, telling, chain[-1].source)
    )
    return _Voice(chain, shown, frozenset(), unclear=not found)


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
def _shown(telling: Telling) -> Spans:
    """The source of the innermost attribution over the claim, as it stands there."""
    within = hull(telling.told.claim.spans)
    over: list[Attribution] = [
        a
        for a in telling.told.account.reading.attributions
        if a.source and any(part.meets(within) for part in a.content)
    ]
    if not over:
        return ()
    return min(over, key=lambda a: sum(len(part) for part in a.content)).source


def _is_described(voice: _Voice, telling: Telling) -> bool:
    """Whether somebody is plainly cited there, though we could not find again who ("police")."""
    words = words_of(voice.shown, telling.text).lower()
    plain = len(voice.shown) == 1 and "\n\n" not in words and len(words.split()) <= _SHORT
    return plain and words not in _PRONOUNS


_SHORT = 6
_PRONOUNS = among("he she it they we i who which this that")


def _is_nameless(words: str) -> bool:
    """Whether words name people whom nobody could find again: "officials", "a doctor there"."""
    every = words.split()
    begins = every[0].lower() if every else ""
    if not every or begins in _DEFINITE:
        return False
    if begins in _INDEFINITE or begins in AMOUNTS or begins.isdigit():
        return not any(word[0].isupper() for word in every[1:3])
    crowd = next((i for i, w in enumerate(every) if _keys(w) & (_CROWDS | _PRESS)), None)
    return crowd is not None and all(word.islower() for word in every[min(1, crowd) : crowd])


def _is_person(telling: Telling, span: Span) -> bool:
    """Whether the reader took the words for people; an inquiry says nothing by itself."""
    about = [m for m in telling.told.account.reading.mentions if m.spans[0].meets(span)]
    one = span.of(telling.text).lower().startswith(("a ", "an ", "one ", "another "))
    return any(m.type == "Person" or (m.type == "Organization" and not one) for m in about) or (
        not about and bool(_keys(span.of(telling.text)) & (_CROWDS | _PRESS))
    )


def _keys(words: str) -> frozenset[str]:
    folded = folded_in(words)
    return frozenset(key(word) for word in folded if not is_function(word))


def _is_lost(pair: Pair, before: _Voice, sources: Sources) -> bool:
    """Whether nobody is cited any more. Silent where the later sentence still names the source."""
    if not _is_plain(pair, pair.after, _ALIKE_LOST) or not _is_said(pair.before):
        return False
    # A figure tells as much as two words.
    same = [pair.after.forms[a] for a in pair.partner_from if not is_function(pair.after.folded[a])]
    if sum(1 + word[:1].isdigit() for word in same) < _LEAST_LOST:
        return False
    capture = pair.after.told.claim.capture
    if any(sources.same_publisher(one.source, capture) for one in before.chain):
        return False
    return not _begins_otherwise(pair) and not _names(pair.after, before, pair.before)


def _is_gained(pair: Pair, after: _Voice, sources: Sources) -> bool:
    """Whether somebody is cited where the earlier text held here says it itself."""
    if not _is_plain(pair, pair.before, _ALIKE_GAINED) or not _is_said(pair.after):
        return False
    capture = pair.before.told.claim.capture
    if after.words & _PRESS or any(
        sources.same_publisher(one.source, capture) for one in after.chain
    ):
        return False
    return not _names(pair.before, after, pair.after)


def _names(telling: Telling, voice: _Voice, other: Telling) -> bool:
    """Whether the sentence of a telling cites somebody, or has a word of the other's source."""
    around = telling.text[telling.sentence.start : telling.sentence.end]
    if (_SAYING | _HINTING) & set(folded_in(around)):
        return True
    named = [words_of(voice.shown, other.text), *(one.source.name for one in voice.chain)]
    return any((_keys(name) - _TITLES) & _keys(around) for name in named)


def _is_said(telling: Telling) -> bool:
    """Whether the cue is a plain word of saying. Who accuses, calls on or discusses somebody need
    not be the source of what is said of him."""
    cue = telling.told.claim.cue or ""
    return bool(_SAYING & set(folded_in(cue)))


def _is_plain(pair: Pair, telling: Telling, alike: tuple[float, float]) -> bool:
    """Whether it is plain that a telling, much like the other, cites nobody: running text that
    stands in no quotation marks and under no cue."""
    passage = telling.told.account.document.passage_at(telling.starts[0]) if len(telling) else None
    return (
        pair.likeness >= alike[0]
        and pair.mutual >= alike[1]
        and telling.told.claim.cue is None
        and not telling.quotations
        and not _SPEAKING & set(telling.folded)
        and not telling.text[telling.starts[0]].islower()
        and "://" not in telling.text[telling.sentence.start : telling.sentence.end + 40]
        and "..." not in telling.text[telling.sentence.start : telling.sentence.end + 3]
        and telling.told.claim.spans[0].start - telling.sentence.start <= _BEGINS
        and (passage is None or passage.kind in ("paragraph", "list_item"))
    )


def _begins_otherwise(pair: Pair) -> bool:
    """Whether the later claim begins with somebody of whom the earlier one knows nothing: that
    may be its source, which the reader took for its subject."""
    gap = pair.gaps[0] if pair.gaps else None
    if gap is None or gap.closed_left or not gap.after:
        return False
    alone = set(gap.after)
    return any(
        alone & set(pair.after.words_at(span))
        for mention in pair.after.mentions
        if mention.form != "pronoun" and mention.type in ("Person", "Organization")
        for span in mention.spans
    )


def _is_another(pair: Pair, before: _Voice, after: _Voice, sources: Sources) -> bool:
    """Whether the first who is cited is no longer the same one."""
    shown = [words_of(v.shown, t.text) for v, t in _sides(pair, before, after)]
    if shown[0].lower().startswith(shown[1].lower()) or shown[1].lower().startswith(
        shown[0].lower()
    ):
        return False
    if before.words and after.words:
        return _other_people(pair, before.words, after.words)
    if after.first is not None:
        if _is_among(after.first, before.chain[: len(before.chain) - (not before.words)]):
            return _passes_on(after.first, sources)
        if sources.same_publisher(after.first, pair.before.told.claim.capture):
            return sources.publishes_itself(pair.before.told.claim.capture)
        if _is_among(after.first, before.chain):
            return False
    if before.first is not None and _is_among(before.first, after.chain):
        return False
    if not (_is_said(pair.before) and _is_said(pair.after) and _is_alike(pair, _ALIKE_OTHER)):
        return False
    if _keys(shown[0]) & _keys(shown[1]) - _TITLES:
        return False
    if before.first is None or after.first is None:
        return _is_name(shown[0] if after.words else shown[1])
    if before.first.kind != after.first.kind or not all(map(_is_name, shown)):
        return False
    if after.first.kind == "person" and any(words[:4].lower() == "the " for words in shown):
        return False
    return not before.first.words & after.first.words


def _is_name(words: str) -> bool:
    """Whether somebody is called by a name there, and not by a pronoun or a description, which
    the reader may have taken for another one."""
    plain = [word for word in words.split() if word not in _SMALL]
    return (
        bool(plain)
        and all(word[0].isupper() for word in plain)
        and not (len(plain) == 1 and plain[0].lower() in _DEFINITE)
    )


def _sides(pair: Pair, before: _Voice, after: _Voice) -> tuple[tuple[_Voice, Telling], ...]:
    return (before, pair.before), (after, pair.after)


def _is_alike(pair: Pair, alike: tuple[float, float]) -> bool:
    return pair.likeness >= alike[0] and pair.mutual >= alike[1]


def _is_among(source: Source, chain: Iterable[Cited]) -> bool:
    return any(same_source(source, one.source) for one in chain)


def _passes_on(source: Source, sources: Sources) -> bool:
    """Whether a source that only passes something on is no newspaper, whose trade that is."""
    return sources.owners.outlet(source.name) is None


def _other_people(pair: Pair, before: frozenset[str], after: frozenset[str]) -> bool:
    """Whether nameless people are other ones, or the one text says more of them."""
    if not _is_alike(pair, _ALIKE_OTHER):
        return False
    left, right = before - _CROWDS, after - _CROWDS
    if before & after & _CROWDS:
        more = left ^ right
        return (left < right or right < left) and not all(
            word[:1].isdigit() or word in AMOUNTS for word in more
        )
    return not before & after


_WHOLE = 0.9
_LEAST = 4
"""So many words of matter have to be the same; less may be said of many things by many people."""
_LEAST_LOST = 5
"""More than for another source: that nobody is cited is also what a mere phrase looks like."""
_BEGINS = 12
"""So many characters at most lie between the beginning of the sentence and that of the claim."""
_ALIKE_LOST = (0.7, 0.6)
_ALIKE_GAINED = (0.85, 0.6)
_ALIKE_OTHER = (0.7, 0.6)
"""How much of the shorter and of the longer telling has to be the same."""
_SPEAKING = among("i we you me us my our your")
"""Who speaks so is quoted, whatever the marks."""
_DEFINITE = among("the his her its their this that these those he she it they we i who which")
_SMALL = among("the of for and in on at 's")
_INDEFINITE = among("a an one another some several two three four five many")


def _keyed(words: str) -> frozenset[str]:
    return frozenset(key(word) for word in words.split())


_PRESS = _keyed("newspapers newspaper media press outlets accounts")
_CROWDS = _keyed(
    "official sources source officers analysts experts residents witnesses diplomats activists "
    "authorities people insiders aides lawmakers observers critics investigators"
)
_TITLES = _keyed(
    "president minister general colonel chief spokesman spokeswoman spokesperson commander "
    "prime secretary foreign director senior former mr mrs ms dr sir official office service "
    "force security police army national state ministry department deputy leader"
)
_HINTING = among("indicated suggested insisted argued noted warned believes thinks calls called")
_SAYING = among(
    "said says say told tells according reported reports claimed claims alleged stated states "
    "announced confirmed added adds warned citing wrote writes tweeted saying adding"
)
