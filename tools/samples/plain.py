"""Makes the samples that are plain text files or PDFs, with their visible words."""

from __future__ import annotations

import textwrap
from dataclasses import replace

from tools.samples.rendered import Rendered
from tools.samples.source import Block, Source
from tools.samples.typesetting import endnotes, typeset


def text_file(source: Source) -> Rendered:
    """The source as a text file, wrapped as mail and old sites wrap it."""
    blocks = tuple(b for b in source.blocks if not b.kind.startswith("~"))
    words = "\n\n".join(
        "\n".join(textwrap.wrap(b.text, 88, break_long_words=False, break_on_hyphens=False))
        for b in blocks
    )
    return Rendered(f"{source.name}.txt", (words + "\n").encode(), source, blocks)


def pdf_file(source: Source) -> Rendered:
    """The source as a PDF; its visible words are the cover's, the text's and the notes'."""
    stated = source.particulars
    cover = [
        Block("plain", stated[key])
        for key in ("publisher", "title", "subtitle", "covers", "issued")
    ]
    text = [
        replace(b, text=b.text.replace(" | ", " ")) if b.kind == "row" else b
        for b in source.blocks
        if not b.kind.startswith("~")
    ]
    feet = [Block("note", a.text) for b in source.blocks for a in b.anchors if a.kind == "fn"]
    notes = [Block("note", words) for words in endnotes(source.blocks)]
    units = (*cover, *text, *feet, *([Block("h1", "Endnotes")] if notes else []), *notes)
    return Rendered(f"{source.name}.pdf", typeset(source), source, units)
