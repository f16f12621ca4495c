"""Sets a report as a PDF with Typst: the same words give the same bytes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

import typst

from tools.samples.source import Anchor, Block, Source

_PREAMBLE = """
#set document(title: {title}, author: {publisher}, date: none)
#set text(font: "Libertinus Serif", size: {size}pt, lang: "en", hyphenate: true)
#set par(justify: true, leading: 0.62em, spacing: 0.95em)
#set page(paper: "a4", margin: (x: 22mm, top: 26mm, bottom: 24mm))
#show heading: set par(justify: false)
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 2): set text(size: 11.5pt)
#set table(stroke: 0.4pt + luma(120), inset: 4pt)
#show table: set text(size: 8.5pt)
#show table: set par(justify: false)
#set footnote(numbering: "*")
#show footnote.entry: set text(size: 7.5pt)
"""
_COVER = """
#set page(header: none, footer: none)
#v(45mm)
#text(size: 11pt)[{publisher}]
#v(6mm)
#par(justify: false)[#text(size: 23pt, weight: "bold")[{title}]]
#v(4mm)
#text(size: 14pt)[{subtitle}]
#v(4mm)
#text(size: 14pt)[{covers}]
#v(70mm)
{issued}
#pagebreak()
"""
_RUNNING = """
#set page(
  header: context [#set text(size: 8pt, fill: luma(80)); {running} #h(1fr) {covers}],
  footer: context [#set text(size: 8pt, fill: luma(80)); {publisher} #h(1fr)
    #counter(page).display()],
)
"""


def typeset(source: Source) -> bytes:
    """The source as a PDF."""
    stated = source.particulars
    timestamp = datetime.fromisoformat(stated["published"]).replace(tzinfo=UTC)
    made = typst.compile(
        markup(source).encode(),
        ignore_system_fonts=True,
        timestamp=int(timestamp.timestamp()),
    )
    if not isinstance(made, bytes):
        raise TypeError("typst gave several files for one report")
    return made


def markup(source: Source) -> str:
    """The source in Typst's own language."""
    stated = source.particulars
    shown = {key: _escaped(value) for key, value in stated.items()}
    out = [
        _PREAMBLE.format(
            title=_string(stated["title"]),
            publisher=_string(stated["publisher"]),
            size=stated.get("size", "10"),
        ),
        _COVER.format(**shown),
        _RUNNING.format(**shown),
    ]
    notes: list[str] = []
    columns = False
    rows: list[Block] = []
    for block in (*source.blocks, Block("~end", "")):
        if block.kind == "row":
            rows.append(block)
            continue
        if rows:
            out.append(_table(rows))
            rows = []
        if block.kind.startswith("~"):
            wanted = block.kind == "~two"
            if columns and block.kind in ("~one", "~page", "~end"):
                out.append("]")
                columns = False
            if wanted and not columns:
                out.append("#columns(2, gutter: 7mm)[")
                columns = True
            if block.kind == "~col":
                out.append("#colbreak()")
            if block.kind == "~page":
                out.append("#pagebreak(weak: true)")
            continue
        out.append(_set(block, notes))
    if notes:
        out.append(
            "#pagebreak(weak: true)\n= Endnotes\n#set text(size: 7.5pt)\n#set par(spacing: 0.6em)"
        )
        out += [f"{n}\\. {_escaped(words)}" for n, words in enumerate(notes, 1)]
    return "\n\n".join(out)


def endnotes(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The words of every endnote, in the order of their numbers."""
    return tuple(a.text for block in blocks for a in block.anchors if a.kind == "en")


def _set(block: Block, notes: list[str]) -> str:
    out, at = "", 0
    for anchor in block.anchors:
        out += _escaped(block.text[at : anchor.at]) + _called(anchor, notes)
        at = anchor.at
    out += _escaped(block.text[at:])
    match block.kind:
        case "h1":
            return f"= {out}"
        case "h2":
            return f"== {out}"
        case "quote":
            return f"#pad(left: 6mm)[{out}]"
        case "item":
            return f"- {out}"
        case "caption":
            return f"#block(sticky: true)[*{out}*]"
        case _:
            return out


def _called(anchor: Anchor, notes: list[str]) -> str:
    if anchor.kind == "en":
        notes.append(anchor.text)
        return f"#super[{len(notes)}];"
    return f"#footnote[{_escaped(anchor.text)}];" if anchor.kind == "fn" else ""


def _table(rows: Sequence[Block]) -> str:
    cells = [[cell.strip() for cell in row.text.split(" | ")] for row in rows]
    width = len(cells[0])
    if any(len(row) != width for row in cells):
        raise ValueError(f"a table's rows differ in length: {cells[0]}")
    head = ", ".join(f"[*{_escaped(cell)}*]" for cell in cells[0])
    body = ",\n".join(", ".join(f"[{_escaped(cell)}]" for cell in row) for row in cells[1:])
    longest = [max(len(row[i]) for row in cells) for i in range(width)]
    columns = ", ".join(f"{min(max(length, 7), 24)}fr" for length in longest)
    return f"#table(columns: ({columns}), table.header({head}),\n{body})"


def _escaped(words: str) -> str:
    return re.sub(r"([\\#$*_`<>@~\[\]=/+-])", r"\\\1", words)


def _string(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
