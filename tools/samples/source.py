"""Reads a sample's source: its words, with the gold marked in them by braces.

`{3s:The minister} {3c:said} {3k:that the road was open}` is attribution 3 with its source, cue and
content; `{3s=Ministry:It}` names the speaker that a pronoun stands for; `{3c=warned:…}` states the
cue's class, `!` after it that the words deny what follows, and `@2` after that in which
attribution this one stands where its cue does not. `{3a=…:…}` is whom it is said to,
`{3i:…}` an insertion in a quotation. `{h=possible:…}` is a hedge, `{t=2021-11:…}` a time phrase,
`{p7:…}` a claim of proposition 7 (`p7-` where it is denied), `{f:…}` page furniture and
`{r=wire|APA:…}` a credit. `[[en: …]]` is an endnote, `[[fn: …]]` a footnote, `[words](address)` a
link. Blocks stand between empty lines: `# ` and `## ` headings, `> ` quotations, `- ` list items,
`T: ` a table's caption, `| ` table rows, `~two`, `~col`, `~one` and `~page` for the layout of a
PDF, `~include NAME` the blocks of another source.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a block that the gold says something about."""

    tag: str
    value: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a note is called (`en`, `fn`), with its text, or a link begins or ends."""

    kind: str
    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, table row or layout sign, its braces taken out."""

    kind: str
    text: str
    marks: tuple[Mark, ...] = ()
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One sample before it is given its form."""

    name: str
    particulars: dict[str, str]
    blocks: tuple[Block, ...] = field(default=())


_KINDS = {"# ": "h1", "## ": "h2", "> ": "quote", "- ": "item", "T: ": "caption", "| ": "row"}
_TOKEN = re.compile(
    r"\{(?P<tag>[^{}:=\s]+)(?:=(?P<value>[^{}:]*))?:|(?P<close>\})"
    r"|\[\[(?P<note>en|fn): (?P<words>.*?)\]\]|\[(?P<label>[^\[\]]+)\]\((?P<url>[^()\s]+)\)"
)


def read_source(path: Path) -> Source:
    """A source file: particulars in TOML between `+++` lines, then the blocks."""
    _, head, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    blocks: list[Block] = []
    for raw in re.split(r"\n\s*\n", body.strip()):
        if raw.startswith("~include "):
            included = read_source(path.with_name(f"{raw.split()[1]}.txt"))
            blocks += included.blocks
            continue
        rows = raw.split("\n") if raw.startswith(("| ", "- ")) else [raw]
        blocks += [_block(" ".join(row.split()), path) for row in rows]
    return Source(path.stem, tomllib.loads(head), tuple(blocks))


def _block(raw: str, path: Path) -> Block:
    if raw.startswith("~"):
        return Block(raw, "")
    prefix = next((p for p in _KINDS if raw.startswith(p)), "")
    text, marks, anchors = "", [], []
    opened: list[tuple[str, str | None, int]] = []
    at = len(prefix)
    for token in _TOKEN.finditer(raw, at):
        text += raw[at : token.start()]
        at = token.end()
        if token["tag"]:
            opened.append((token["tag"], token["value"], len(text)))
        elif token["close"]:
            tag, value, start = opened.pop()
            marks.append(Mark(tag, value, start, len(text)))
        elif token["note"]:
            anchors.append(Anchor(token["note"], len(text), token["words"]))
        else:
            anchors.append(Anchor("link", len(text), token["url"]))
            text += token["label"]
            anchors.append(Anchor("end", len(text), ""))
    text += raw[at:]
    if opened:
        raise ValueError(f"{path.name}: a brace is not closed in: {raw[:90]}")
    if "{" in text or "}" in text:
        raise ValueError(f"{path.name}: a brace without a tag in: {raw[:90]}")
    for mark in marks:
        words = text[mark.start : mark.end]
        if words != words.strip() or not words:
            raise ValueError(f"{path.name}: a mark is empty or has edge spaces: {words!r}")
        if any(a.kind in ("en", "fn") and mark.start < a.at < mark.end for a in anchors):
            raise ValueError(f"{path.name}: a note stands inside a mark: {words!r}")
    marks.sort(key=lambda m: (m.start, -m.end))
    return Block(_KINDS.get(prefix, "paragraph"), text, tuple(marks), tuple(anchors))
