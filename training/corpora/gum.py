"""GUM: names of persons, organizations and places in many kinds of open text, and who is meant.

GUM marks whole noun phrases; the name in one is its head, where that is a proper noun, with the
proper nouns that stand around it. Which phrases mean the same is taught from all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from hearsay.reading.labels import CHANNELS, LINKS, PRONOUNS
from hearsay.reading.trimming import trimmed
from hearsay.vocabulary.readings import Form, MentionType
from hearsay.vocabulary.spans import Span
from training.corpora import brat
from training.labelled import Labelled, MarkedLinks

TYPES: dict[str, MentionType] = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
}
"""The set's types whose mentions may be speakers or actors, by our names."""
_NAMES = {type: CHANNELS.index((type, "name")) for type in TYPES.values()}
_STANDARD_DEV = ("GUM_news_homeopathic", "GUM_news_iodine")

_TITLED = re.compile(
    r"^(?:U\.S\. )?(?:President|Prime|Minister|Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Ambassador|Senator|King|"
    r"Queen|Pope|General|Captain|Governor|Professor|Judge|Justice|Secretary)\b|^\w+s$"
)
"""Persons whose span other sets cut elsewhere, and peoples: left out of training."""


@dataclass(frozen=True, slots=True)
class _Token:
    span: Span
    tag: str
    head: int
    entities: str
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that means somebody, some body or some place."""

    thing: str
    """The same for all phrases of a document that mean the same."""
    type: MentionType
    form: Form
    span: Span
    """As our own corpus cuts it: without article and relative clause."""


def is_dev(stem: str) -> bool:
    """Whether a document is kept for scoring who is meant: a fourth of the news, by the hash of
    its name, and GUM's own dev documents of news."""
    if not stem.startswith("GUM_news"):
        return False
    return stem in _STANDARD_DEV or sha256(stem.encode()).digest()[0] % 4 == 0


def read(folder: Path, part: str, *, links_only: bool = False) -> Iterator[Labelled]:
    """The documents of our own `train` or `dev` part; GUM's test documents are not here.

    With `links_only` nothing is said of what is a name, only of who is meant.
    """
    for path in sorted((folder / "dep").glob("*.conllu")):
        if is_dev(path.stem) == (part == "dev"):
            made = _labelled(path)
            yield replace(made, mentions=None, unknown=None) if links_only else made


def phrases(path: Path) -> tuple[str, list[Phrase]]:
    """A document's text and its phrases in the order of their first words."""
    text, sentences = _text(path)
    found = []
    for tokens in sentences:
        for thing, type, first, last in _entity_spans(tokens):
            span = _told(tokens, first, last)
            if type in TYPES and span is not None:
                form, words = span
                found.append(Phrase(thing, TYPES[type], form, trimmed(words, text)))
    return text, sorted(found, key=lambda one: (one.span, one.thing))


def _text(path: Path) -> tuple[str, list[list[_Token]]]:
    text, sentences = "", []
    for block in path.read_text("utf-8").strip().split("\n\n"):
        lines = block.splitlines()
        gap = "\n\n" if any(line.startswith("# newpar") for line in lines) else " "
        text = (text.rstrip() + gap).lstrip()
        text, tokens = _sentence(text, [line for line in lines if line[0] != "#"])
        sentences.append(tokens)
    return text, sentences


def _labelled(path: Path) -> Labelled:
    text, found = phrases(path)
    mentions: dict[int, list[Span]] = {channel: [] for channel in _NAMES.values()}
    unknown: dict[int, list[Span]] = {channel: [] for channel in _NAMES.values()}
    for one in found:
        if one.form != "name":
            continue
        titled = one.type == "Person" and _TITLED.search(one.span.of(text))
        (unknown if titled else mentions)[_NAMES[one.type]].append(one.span)
    return Labelled(
        f"gum/{path.stem}",
        text,
        brat.passages_of(text),
        mentions={channel: tuple(sorted(set(spans))) for channel, spans in mentions.items()},
        unknown={channel: tuple(spans) for channel, spans in unknown.items()},
        links=_links(found),
    )


def _links(found: list[Phrase]) -> MarkedLinks:
    """Who is meant by what; of all that may hold between them besides, nothing is known."""
    same = LINKS.index("refers")
    return MarkedLinks(
        tuple((one.span, _track(one)) for one in found),
        frozenset(
            (left, right, same)
            for left, one in enumerate(found)
            for right, other in enumerate(found)
            if left != right and one.thing == other.thing
        ),
        frozenset((same,)),
    )


def _track(one: Phrase) -> int:
    if one.form == "pronoun":
        return len(CHANNELS) + PRONOUNS.index(one.type)
    return CHANNELS.index((one.type, one.form))


def _sentence(text: str, lines: list[str]) -> tuple[str, list[_Token]]:
    """The text with one more sentence, and that sentence's tokens, contractions taken apart."""
    tokens: list[_Token] = []
    place = held_until = 0
    for line in lines:
        id, form, _, tag, _, _, head, _, _, misc = line.split("\t")
        if "." in id:
            continue
        after = "" if "SpaceAfter=No" in misc else " "
        if "-" in id:
            place, held_until = len(text), int(id.split("-")[1])
            text += form + after
            continue
        if int(id) <= held_until:
            end = min(place + len(form), len(text.rstrip()))
            tokens.append(
                _Token(
                    Span(min(place, end), end), tag, int(head), _entities(misc), form[0].isupper()
                )
            )
            place = end
            continue
        span = Span(len(text), len(text) + len(form))
        tokens.append(_Token(span, tag, int(head), _entities(misc), form[0].isupper()))
        text += form + after
    return text, tokens


def _entities(misc: str) -> str:
    return next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")


def _entity_spans(tokens: list[_Token]) -> Iterator[tuple[str, str, int, int]]:
    """Entity brackets as (what is meant, type, first token, last token)."""
    held: dict[str, list[tuple[str, int]]] = {}
    for place, token in enumerate(tokens):
        for piece in re.findall(r"\([^()]+\)?|\d+\)", token.entities):
            if piece[0] == "(":
                id, type = piece[1:].rstrip(")").split("-")[:2]
                if piece[-1] == ")":
                    yield id, type, place, place
                else:
                    held.setdefault(id, []).append((type, place))
            else:
                opened = held.get(piece[:-1])
                if opened:
                    type, first = opened.pop()
                    yield piece[:-1], type, first, place


def _told(tokens: list[_Token], first: int, last: int) -> tuple[Form, Span] | None:
    """How a phrase tells what it means, and the words that do: name, head with what stands
    before it, or pronoun."""
    heads = [n for n in range(first, last + 1) if not first <= tokens[n].head - 1 <= last]
    if not heads:
        return None
    head = heads[0]
    if tokens[head].tag == "PROPN":
        return "name", _name(tokens, first, head, last)
    if tokens[head].tag in ("PRON", "DET"):
        return "pronoun", tokens[head].span
    start = first
    while start < head and tokens[start].tag in ("DET", "PUNCT"):
        start += 1
    return "nominal", Span(tokens[start].span.start, tokens[head].span.end)


def _name(tokens: list[_Token], first: int, head: int, last: int) -> Span:
    def named(number: int) -> bool:
        # "United" and "National" are adjectives to the treebank and parts of names to us.
        return tokens[number].tag == "PROPN" or (
            tokens[number].tag in ("ADJ", "NOUN", "VERB")
            and (tokens[number].capital and number > 0)
        )

    start = end = head
    while start > first and named(start - 1):
        start -= 1
    while end < last:
        ahead = end + 1
        while ahead <= last and tokens[ahead].tag in ("ADP", "DET"):
            ahead += 1
        if ahead > last or ahead - end > 3 or not named(ahead):
            break
        end = ahead
    return Span(tokens[start].span.start, tokens[end].span.end)
