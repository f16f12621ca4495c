"""How links and nodes are drawn: line styles by kind of evidence, shapes by what a node is.

The colours are Okabe and Ito's, which people who see few colours tell apart; each kind has a line
style of its own as well.
"""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.vocabulary.traces import EvidenceKind, Retelling


@dataclass(frozen=True, slots=True)
class Stroke:
    """How the links of some kinds of evidence are drawn."""

    name: str
    """Its class in the drawing."""
    words: str
    """What the legend says."""
    kinds: tuple[EvidenceKind, ...]
    light: str
    """Its colour on white paper."""
    dark: str
    """Its colour on a dark screen."""
    dashes: str
    wide: float


STROKES = (
    Stroke("named", "names it as source", ("named_source",), "#0072b2", "#56b4e9", "", 2),
    Stroke(
        "pointed",
        "credit, wire mark, link or note",
        ("credit", "wire", "link", "endnote"),
        "#009e73",
        "#009e73",
        "8 3 2 3",
        2,
    ),
    Stroke("quoted", "quotes it", ("quotation",), "#d55e00", "#e69f00", "6 3", 2),
    Stroke("copied", "copied text", ("copied_text",), "#000000", "#ffffff", "", 3.5),
    Stroke(
        "reworded",
        "rewords or translates it",
        ("rewording", "translation"),
        "#cc79a7",
        "#cc79a7",
        "2 3",
        2.5,
    ),
    Stroke("judged", "so judged by a person", (), "#6a3d9a", "#b39ddb", "1 2", 2),
)
"""The first that a link has evidence for is the one that it is drawn with; without any, the last:
only people state a link without evidence."""

PAPER, INK, FAINT, LINE = "#ffffff", "#1a1a1a", "#595959", "#8c8c8c"
"""Background, words, lesser words, and lines that carry no meaning of their own."""
DENIAL = "#d55e00"

_DARK = (("paper", "#16181b"), ("ink", "#f0f0f0"), ("faint", "#b5b5b5"), ("line", "#7d7d7d"))


def stroke_of(link: Retelling) -> Stroke:
    """The line style of a link."""
    kinds = {evidence.kind for evidence in link.evidence}
    return next((s for s in STROKES if kinds & set(s.kinds)), STROKES[-1])


def dark_style() -> str:
    """The style sheet for dark screens; on paper and on light ones the drawing needs none."""
    rules = []
    for name, colour in (*_DARK, *((s.name, s.dark) for s in STROKES), ("denial", "#e69f00")):
        rules.append(f".hs-f-{name}{{fill:{colour}}}.hs-s-{name}{{stroke:{colour}}}")
    return f"@media screen and (prefers-color-scheme:dark){{{''.join(rules)}}}"
