"""Says in words how a telling came, how sure that is and what changed.

The words are neutral: they say what differs from an earlier text, never who is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hearsay.outputs.imprints import ImprintOf
from hearsay.outputs.placing import LIKELY, STATED
from hearsay.outputs.telling import Telling
from hearsay.vocabulary.spans import Spans
from hearsay.vocabulary.traces import (
    Change,
    ClaimNode,
    DocumentLink,
    Evidence,
    EvidenceKind,
    NamedNode,
    Node,
    Retelling,
    Trace,
)

LONG = 160
"""Characters of a telling's words that are shown."""
WORDINGS = 3
"""Of what one document says again and again, so many wordings are shown."""
QUOTES = '“”„‟«»"'

BY_NAME_ONLY = "known by name only"
LEFT_OUT = "left out"
NOT_THERE = "not there"
DIFFERS = "≠ differs from the earlier text held here; nobody is said to be right or wrong."

_COPIED: EvidenceKind = "copied_text"
_SAID_FIRST: tuple[EvidenceKind, ...] = (
    "named_source",
    "credit",
    "wire",
    "link",
    "endnote",
    "quotation",
    "rewording",
    "translation",
    _COPIED,
)
_PHRASES: dict[EvidenceKind, str] = {
    "credit": "credits it",
    "wire": "carries its wire mark",
    "link": "links to it",
    "endnote": "cites it in a note",
    "quotation": "quotes it",
    "rewording": "rewords it",
    "translation": "translates it",
}
_IN_COMMON: dict[EvidenceKind, str] = {
    "quotation": "the same quotation",
    "rewording": "in other words",
}


def one_line(text: str) -> str:
    """The words without line breaks and without signs that steer what shows them."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def surety(probability: float) -> str:
    """How sure a link is: nothing from .95 on, `probably` from .5 on, `perhaps` below it."""
    if probability >= STATED:
        return ""
    return "probably" if probability >= LIKELY else "perhaps"


def label(node: Node, imprint_of: ImprintOf) -> str:
    """The outlet of a claim, or the name of a source."""
    if isinstance(node, ClaimNode):
        return one_line(imprint_of(node.claim.capture).outlet)
    return one_line(node.name)


def how(link: Retelling, later: Node, earlier: str) -> str:
    """By what a telling shows that it leads back to `earlier`: `names “the report”, quotes it`."""
    by_kind = _fullest(link.evidence)
    differs = bool(link.changes)
    kinds = [kind for kind in _SAID_FIRST if kind in by_kind]
    if not link.ordered:
        return ", ".join(_alike(by_kind[k]) for k in kinds)
    phrases = [_phrase(by_kind[k], later, earlier, differs=differs) for k in kinds]
    return ", ".join([*phrases, *_judged(link.probability)])


JUDGED = "so judged by a person"
"""What no evidence shows and no machine found."""
CERTAIN = 1.0
"""Only what a person stated is so sure."""
EITHER_WAY = "same day, which came first is not shown"


def reached(link: Retelling, later: Node, earlier: str) -> str:
    """How a telling came, with how sure that is: `probably from it: rewords it`.

    Of one that is only like the one above it, what the two have in common.
    """
    if not link.ordered:
        return how(link, later, earlier)
    sure = surety(link.probability)
    if isinstance(later, NamedNode):
        return f"{sure} said to have it from there".lstrip()
    phrases = how(link, later, earlier)
    if not sure:
        return phrases or "from it"
    return f"{sure} from it" + (f": {phrases}" if phrases else "")


def link_words(link: DocumentLink) -> str:
    """By what one document shows that it has it from another, besides the text in common."""
    by_kind = _fullest(link.evidence)
    phrases = [_phrase(by_kind[k], None, "") for k in _SAID_FIRST if k in by_kind and k != _COPIED]
    return ", ".join([*phrases, *_judged(link.probability)])


def percent(share: float) -> str:
    """`12%`; rounded down, as 99.6% is not all, and less than one is not none."""
    whole = int(share * 100 + 1e-9)
    return f"{whole}%" if whole or share <= 0 else "<1%"


def besides(link: Retelling, later: Node, earlier: str, *, plain: str = "also from") -> str:
    """A source by its name: `also from APA: carries its wire mark`."""
    if not link.ordered:
        return f"like {earlier} ({EITHER_WAY}): {how(link, later, earlier)}"
    sure = surety(link.probability)
    source = f"{sure} from {earlier}" if sure else f"{plain} {earlier}"
    if isinstance(later, NamedNode):
        return f"said to have it {source}"
    phrases = how(link, later, earlier)
    return source + (f": {phrases}" if phrases else "")


def quoted(words: str, longest: int = LONG) -> str:
    """The words, long ones cut at a space, in quotation marks where they bear none."""
    short = _short(one_line(words), longest)
    return short if any(mark in short for mark in QUOTES) else f"“{short}”"


def change_words(change: Change, *, beside: bool = False) -> str:
    """`“thought to be” → left out`; beside each other, no side is the earlier: `“41” | “29”`."""
    before = _marked(change.before.words) if change.before else NOT_THERE
    nothing = NOT_THERE if beside else LEFT_OUT
    after = _marked(change.after.words) if change.after else nothing
    return f"{before} {'|' if beside else '→'} {after}"


def first_said(node: ClaimNode) -> str:
    """What is known of how a claim that stands first came about: its speakers, if it names any."""
    return " › ".join(one_line(s.name) for s in node.claim.speakers[1:])


def own_words(telling: Telling, above: Telling | None, trace: Trace) -> Iterator[str]:
    """The words of a telling where they are not those of the one above it, or of the gist."""
    known = {_letters(trace.gist)} if above is None else set()
    for node in above.nodes if above is not None else ():
        known.add(_letters(node.claim.words if isinstance(node, ClaimNode) else trace.gist))
    fresh = 0
    for node in telling.nodes:
        if not isinstance(node, ClaimNode) or _letters(node.claim.words) in known:
            continue
        known.add(_letters(node.claim.words))
        fresh += 1
        if fresh <= WORDINGS:
            yield quoted(node.claim.words)
    if fresh > WORDINGS:
        yield f"and {fresh - WORDINGS:,} more wordings"


def _fullest(evidence: Iterable[Evidence]) -> dict[EvidenceKind, Evidence]:
    """For each kind the evidence that covers most."""
    found: dict[EvidenceKind, Evidence] = {}
    for one in evidence:
        if one.kind not in found or one.share > found[one.kind].share:
            found[one.kind] = one
    return found


def _phrase(evidence: Evidence, later: Node | None, earlier: str, *, differs: bool = False) -> str:
    if evidence.kind == _COPIED:
        return _copied(evidence.share, differs=differs)
    if evidence.kind == "named_source":
        name = _named(evidence.later, later)
        if name is None or _same(name, earlier):
            return "names it as source"
        return f"names “{name}”"
    return _PHRASES[evidence.kind]


def _alike(evidence: Evidence) -> str:
    """What two texts have in common, of which neither is shown to have it from the other."""
    if evidence.kind == _COPIED:
        whole = evidence.share > 1 - 1e-9
        return f"{'all' if whole else percent(evidence.share)} of its words in common"
    return _IN_COMMON.get(evidence.kind, "alike")


def _copied(share: float, *, differs: bool = False) -> str:
    if share > 1 - 1e-9:
        return f"{'nearly ' if differs else ''}all of its words copied"
    return f"{percent(share)} of its words copied"


def _judged(probability: float) -> tuple[str, ...]:
    return (JUDGED,) if probability >= CERTAIN else ()


def _named(spans: Spans, later: Node | None) -> str | None:
    """The source as the later text names it: the speaker that stands where the evidence does."""
    if not isinstance(later, ClaimNode):
        return None
    for speaker in later.claim.speakers[1:]:
        if speaker.span is not None and any(speaker.span.meets(span) for span in spans):
            return one_line(speaker.name)
    return None


def _same(one: str, other: str) -> bool:
    return _bare(one) == _bare(other)


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ").strip(' ,.“”"')


def _letters(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _marked(words: str) -> str:
    """The words in quotation marks, whatever they bear themselves: what changed is these words."""
    return f"“{_short(one_line(words))}”"


def _short(words: str, longest: int = LONG) -> str:
    if len(words) <= longest:
        return words
    return f"{words[: longest - 2].rsplit(' ', 1)[0]} …"
