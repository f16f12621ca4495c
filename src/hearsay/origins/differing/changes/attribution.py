"""A source lost, gained or promoted: who is said to have said it is no longer the same one.

What an editor wants to be told is that a reader is sent to somebody else than before:

- *lost*: the one said it, and now the outlet says it itself;
- *gained*: the outlet said it itself, and now somebody is cited who is not that outlet;
- *promoted*: somebody who only passed it on is now said to say it; so is a body whose report told
  what others had told it. A newspaper that is credited with what it printed is not: everybody
  knows that it has it from somebody;
- *named and nameless*: "officials" became the Pentagon, or the Pentagon "officials" or "the
  newspapers";
- *another one*: two who have nothing to do with each other, or two kinds of people.

That a middleman is left out or added is nothing to tell while the first who said it stays the
same, nor is another spelling, a title or a pronoun. Whom we could not find again is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from hearsay.origins.citing.chains import Cited
from hearsay.origins.citing.resolving import Sources
from hearsay.origins.citing.speakers import Source, same_source
from hearsay.origins.differing.change import Finding
from hearsay.origins.differing.pairing import Pair
from hearsay.origins.differing.told import Telling
from hearsay.origins.differing.voices import (
    ANYBODY,
    CROWDS,
    PRESS,
    Voice,
    cites,
    is_described,
    keys_of,
    kinds_of_people,
    voices_of,
)
from hearsay.origins.language.forms import is_function, key
from hearsay.origins.language.lexicon import SAYING
from hearsay.origins.language.lists import among
from hearsay.origins.language.senses import AMOUNTS
from hearsay.origins.language.words import folded_in
from hearsay.vocabulary.traces import Change

RANK = 9
LEAST_LIKENESS = 0.35


def findings(pair: Pair) -> Iterable[Finding]:
    """The change of the first who is said to have said it, if both sides show well who it is."""
    if not (cites(pair.before) or cites(pair.after)) or _is_one_sentence(pair):
        return
    matter = sum(not is_function(pair.before.folded[b]) for b in pair.partner_of)
    if matter < _FEWEST:
        return
    sources, before, after = voices_of(pair)
    if _is_reporter(before, after, pair, sources):
        yield _finding(pair, before, after)
        return
    if matter < _LEAST and pair.mutual < _WHOLE:
        return
    if _is_left_to_the_press(pair, before, after, sources):
        yield _finding(pair, before, after)
        return
    lost = after.is_outlet and is_described(before, pair.before)
    if (after.unclear or (before.unclear and not lost)) and not _are_described(pair, before, after):
        return
    if before.is_outlet:
        told = not after.is_outlet and _is_gained(pair, after, sources)
    elif after.is_outlet:
        told = _is_lost(pair, before, sources)
    else:
        told = _is_another(pair, before, after, sources)
    if told:
        yield _finding(pair, before, after)


def _finding(pair: Pair, before: Voice, after: Voice) -> Finding:
    return Finding(
        Change(
            "attribution",
            None if before.is_outlet else pair.before.side_at(before.shown),
            None if after.is_outlet else pair.after.side_at(after.shown),
        )
    )


def _is_reporter(before: Voice, after: Voice, pair: Pair, sources: Sources) -> bool:
    """Whether it is now said by the very body whose report told it as somebody else's word.

    That the earlier text is that body's own report leaves less doubt that the same thing is told.
    """
    one, other = before.first, after.first
    if one is None or other is None or before.unclear or after.unclear:
        return False
    if before.is_outlet or after.is_outlet or same_source(one, other):
        return False
    capture = pair.before.told.claim.capture
    if not (sources.publishes_itself(capture) and sources.same_publisher(other, capture)):
        return False
    names = [m for m in pair.before.mentions if m.form == "name" or m.type in ("Role", "Rank")]
    named = {i for m in names for s in m.spans for i in pair.before.words_at(s)}
    same = (b for b in pair.partner_of if not is_function(pair.before.folded[b]))
    # What both say of one man need not be one thing: some of it has to be no name.
    return sum(b not in named for b in same) >= _FEWEST


def _is_left_to_the_press(pair: Pair, before: Voice, after: Voice, sources: Sources) -> bool:
    """Whether "two newspapers" are said to say it, where the earlier text names who said it."""
    words = after.name(pair.after).split()
    if not keys_of(" ".join(words)) & PRESS or any(word[0].isupper() for word in words[1:]):
        return False
    if before.is_outlet or before.words or not before.chain or pair.likeness < _LIKE:
        return False
    first = before.chain[-1].source
    paper = keys_of(before.name(pair.before)) & PRESS or sources.owners.outlet(first.name)
    return _is_said(after) and not paper


def _is_one_sentence(pair: Pair) -> bool:
    """Whether both stand in the same sentence, to the letter: then the same one is cited there."""
    before, after = pair.before, pair.after
    return pair.identical and before.sentence.of(before.text) == after.sentence.of(after.text)


def _are_described(pair: Pair, before: Voice, after: Voice) -> bool:
    """Whether both name a kind of people, though we could not find again which ("the rebels")."""
    return all(
        not voice.is_outlet and bool(kinds_of_people(voice.name(telling)))
        for voice, telling in ((before, pair.before), (after, pair.after))
    )


def _is_lost(pair: Pair, before: Voice, sources: Sources) -> bool:
    """Whether nobody is cited any more. Silent where the later sentence still names the source."""
    if not _is_plain(pair, pair.after, _ALIKE_LOST) or not _is_said(before):
        return False
    # A figure tells as much as two words.
    same = [pair.after.forms[a] for a in pair.partner_from if not is_function(pair.after.folded[a])]
    least = _LEAST if pair.mutual >= _WHOLE else _LEAST_LOST
    if sum(1 + word[:1].isdigit() for word in same) < least:
        return False
    capture = pair.after.told.claim.capture
    if any(sources.same_publisher(one.source, capture) for one in before.chain):
        return False
    credited = [sources.source(one.name, capture) for one in sources.credits(capture)]
    if any(_is_among(one, before.chain) for one in credited):
        # Whoever prints Reuters' text under its name need not cite Reuters in it.
        return False
    return not _begins_otherwise(pair) and not _names(pair.after, before, pair.before)


def _is_gained(pair: Pair, after: Voice, sources: Sources) -> bool:
    """Whether somebody is cited where the earlier text held here says it itself."""
    if not _is_plain(pair, pair.before, _ALIKE_GAINED) or not _is_said(after):
        return False
    capture = pair.before.told.claim.capture
    if after.words & PRESS or any(
        sources.same_publisher(one.source, capture) for one in after.chain
    ):
        return False
    return not _names(pair.before, after, pair.after)


def _names(telling: Telling, voice: Voice, other: Telling) -> bool:
    """Whether the sentence of a telling cites somebody, or has a word of the other's source."""
    around = telling.text[telling.sentence.start : telling.sentence.end]
    if (SAYING | _HINTING) & set(folded_in(around)):
        return True
    named = [voice.name(other), *(one.source.name for one in voice.chain)]
    return any((keys_of(name) - _TITLES) & keys_of(around) for name in named)


def _is_said(voice: Voice) -> bool:
    """Whether the cue is a plain word of saying. Who accuses, calls on or discusses somebody need
    not be the source of what is said of him."""
    return bool(SAYING & set(folded_in(voice.cue)))


def _is_plain(pair: Pair, telling: Telling, alike: tuple[float, float]) -> bool:
    """Whether it is plain that a telling, much like the other, cites nobody: running text that
    stands in no quotation marks and under no cue."""
    if not _is_alike(pair, alike) or telling.told.claim.cue is not None or not len(telling):
        return False
    passage = telling.told.account.document.passage_at(telling.starts[0])
    start, end = telling.sentence.start, telling.sentence.end
    return (
        not telling.quotations
        and not _SPEAKING & set(telling.folded)
        and not telling.text[telling.starts[0]].islower()
        and telling.text[start] not in "'‘"
        and "://" not in telling.text[start : end + 40]
        and "..." not in telling.text[start : end + 3]
        and telling.told.claim.spans[0].start - start <= _BEGINS
        and (passage is None or passage.kind in ("paragraph", "list_item"))
    )


def _begins_otherwise(pair: Pair) -> bool:
    """Whether the later claim begins with somebody of whom the earlier one knows nothing: that
    may be its source, which the reader took for its subject."""
    gap = pair.gaps[0] if pair.gaps else None
    if gap is None or gap.closed_left:
        return False
    alone = {word for word in gap.after if not is_function(pair.after.folded[word])}
    return any(
        alone & set(pair.after.words_at(span))
        for mention in pair.after.mentions
        if mention.form != "pronoun" and mention.type in ("Person", "Organization")
        for span in mention.spans
    )


def _is_another(pair: Pair, before: Voice, after: Voice, sources: Sources) -> bool:
    """Whether the first who is cited is no longer the same one."""
    shown = before.name(pair.before), after.name(pair.after)
    left, right = (words.lower() for words in shown)
    if left.startswith(right) or right.startswith(left):
        return bool(before.words and after.words) and _is_anonymous(left) != _is_anonymous(right)
    if before.unclear or after.unclear:
        return _is_another_kind(pair, before, after, *shown)
    if before.words and after.words:
        return _other_people(pair, before.words, after.words, *shown)
    if after.first is not None:
        if _is_among(after.first, before.chain[: len(before.chain) - (not before.words)]):
            return pair.likeness >= _LIKE and _passes_on(after.first, sources)
        if sources.same_publisher(after.first, pair.before.told.claim.capture):
            # Where that is a body's own report, it was told already; a paper may be credited.
            return False
        if _is_among(after.first, before.chain):
            return False
    if before.first is not None and _is_among(before.first, after.chain):
        return False
    if not (_is_said(before) and _is_said(after) and _is_alike(pair, _ALIKE_OTHER)):
        return False
    if keys_of(shown[0]) & keys_of(shown[1]) - _TITLES:
        return False
    if before.first is None or after.first is None:
        return _is_name(shown[0] if after.words else shown[1])
    if before.first.kind != after.first.kind and pair.mutual < _WHOLE:
        return False
    if not all(map(_is_name, shown)):
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


def _is_alike(pair: Pair, alike: tuple[float, float]) -> bool:
    return pair.likeness >= alike[0] and pair.mutual >= alike[1]


def _is_among(source: Source, chain: Iterable[Cited]) -> bool:
    return any(same_source(source, one.source) for one in chain)


def _passes_on(source: Source, sources: Sources) -> bool:
    """Whether a source that only passes something on is no newspaper, whose trade that is."""
    return sources.owners.outlet(source.name) is None


def _is_anonymous(words: str) -> bool:
    """Whether it is told why somebody is not named."""
    return _UNNAMED.search(words) is not None


def _is_another_kind(pair: Pair, before: Voice, after: Voice, left: str, right: str) -> bool:
    """Whether two kinds of people are cited for the very same words."""
    if not (_is_said(before) and _is_said(after) and _is_alike(pair, _ALIKE_KIND)):
        return False
    kinds = kinds_of_people(left), kinds_of_people(right)
    return not kinds[0] & kinds[1] and ANYBODY not in kinds[0] | kinds[1]


def _other_people(
    pair: Pair, before: frozenset[str], after: frozenset[str], left: str, right: str
) -> bool:
    """Whether nameless people are other ones, or the one text says more of them."""
    if not _is_alike(pair, _ALIKE_OTHER):
        return False
    if before & after & CROWDS:
        mine, theirs = before - CROWDS, after - CROWDS
        return (mine < theirs or theirs < mine) and not all(
            word[:1].isdigit() or word in AMOUNTS for word in mine ^ theirs
        )
    kinds = kinds_of_people(left), kinds_of_people(right)
    if kinds[0] & kinds[1] or ANYBODY in kinds[0] | kinds[1]:
        # "Residents" and "witnesses" may be the same people.
        return False
    return not before & after


_WHOLE = 0.9
_LIKE = 0.5
_FEWEST = 2
_LEAST = 4
"""So many words of matter have to be the same; less may be said of many things by many people."""
_LEAST_LOST = 5
"""More than for another source: that nobody is cited is also what a mere phrase looks like."""
_BEGINS = 12
"""So many characters at most lie between the beginning of the sentence and that of the claim."""
_ALIKE_LOST = (0.7, 0.45)
_ALIKE_GAINED = (0.85, 0.6)
_ALIKE_OTHER = (0.7, 0.6)
_ALIKE_KIND = (0.9, 0.75)
"""How much of the shorter and of the longer telling has to be the same."""
_SPEAKING = among("i we you me us my our your")
"""Who speaks so is quoted, whatever the marks."""
_DEFINITE = among("the his her its their this that these those he she it they we i who which")
_SMALL = among("the of for and in on at 's")
_UNNAMED = re.compile(
    r"\bnot (?:be|to be|allowed|authori[sz]ed|permitted)\b|\banonym\w+|\bnot named\b", re.I
)
_TITLES = frozenset(
    key(word)
    for word in among(
        "president minister general colonel chief spokesman spokeswoman spokesperson commander "
        "prime secretary foreign director senior former mr mrs ms dr sir official office service "
        "force security police army national state ministry department deputy leader"
    )
)
_HINTING = among(
    "indicated suggested insisted argued noted warned believes thinks calls called found"
)
