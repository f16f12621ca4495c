"""GUM: names of persons, organizations and places in many kinds of open text.

GUM marks whole noun phrases; the name in one is its head, where that is a proper noun, with the
proper nouns that stand around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hearsay.reading.labels import CHANNELS
from hearsay.reading.trimming import trimmed
from hearsay.vocabulary.spans import Span
from training.corpora import brat
from training.labelled import Labelled

CHANNEL = {
    "person": CHANNELS.index(("Person", "name")),
    "organization": CHANNELS.index(("Organization", "name")),
    "place": CHANNELS.index(("Place", "name")),
}


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


def read(folder: Path) -> Iterator[Labelled]:
    """Every document; all of GUM's parts given here may be trained on."""
    for path in sorted((folder / "dep").glob("*.conllu")):
        yield _labelled(path)


def _labelled(path: Path) -> Labelled:
    text, sentences = "", []
    for block in path.read_text("utf-8").strip().split("\n\n"):
        lines = block.splitlines()
        gap = "\n\n" if any(line.startswith("# newpar") for line in lines) else " "
        text = (text.rstrip() + gap).lstrip()
        text, tokens = _sentence(text, [line for line in lines if line[0] != "#"])
        sentences.append(tokens)
    mentions: dict[int, list[Span]] = {channel: [] for channel in CHANNEL.values()}
    unknown: dict[int, list[Span]] = {channel: [] for channel in CHANNEL.values()}
    for tokens in sentences:
        for type, first, last in _entity_spans(tokens):
            span = _name(tokens, first, last)
            if type not in CHANNEL or span is None:
                continue
            plain = trimmed(span, text)
            titled = type == "person" and _TITLED.search(plain.of(text))
            (unknown if titled else mentions)[CHANNEL[type]].append(plain)
    return Labelled(
        f"gum/{path.stem}",
        text,
        brat.passages_of(text),
        mentions={channel: tuple(sorted(set(spans))) for channel, spans in mentions.items()},
        unknown={channel: tuple(spans) for channel, spans in unknown.items()},
    )


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


def _entity_spans(tokens: list[_Token]) -> Iterator[tuple[str, int, int]]:
    """Entity brackets as (type, first token, last token)."""
    held: dict[str, list[tuple[str, int]]] = {}
    for place, token in enumerate(tokens):
        for piece in re.findall(r"\([^()]+\)?|\d+\)", token.entities):
            if piece[0] == "(":
                id, type = piece[1:].rstrip(")").split("-")[:2]
                if piece[-1] == ")":
                    yield type, place, place
                else:
                    held.setdefault(id, []).append((type, place))
            else:
                opened = held.get(piece[:-1])
                if opened:
                    type, first = opened.pop()
                    yield type, first, place


def _name(tokens: list[_Token], first: int, last: int) -> Span | None:
    heads = [n for n in range(first, last + 1) if not first <= tokens[n].head - 1 <= last]
    if not heads or tokens[heads[0]].tag != "PROPN":
        return None

    def named(number: int) -> bool:
        # "United" and "National" are adjectives to the treebank and parts of names to us.
        return tokens[number].tag == "PROPN" or (
            tokens[number].tag in ("ADJ", "NOUN", "VERB")
            and (tokens[number].capital and number > 0)
        )

    start = end = heads[0]
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
