"""Walks a page's tree into blocks of text in document order, losing nothing that is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import cast

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from hearsay.vocabulary.documents import PassageKind

_SILENT = frozenset(
    {"script", "style", "template", "noscript", "head", "svg", "math", "iframe", "object", "canvas",
     "audio", "video", "map", "datalist"}
)  # fmt: skip
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd",
     "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
     "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "label", "legend", "li", "main",
     "menu", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table", "tbody",
     "td", "textarea", "tfoot", "th", "thead", "tr", "ul"}
)  # fmt: skip
_KINDS: dict[str, PassageKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "li": "list_item",
    "dd": "list_item",
    "figcaption": "caption",
    "caption": "caption",
}
_AROUND = frozenset({"nav", "footer", "aside", "form", "button", "select", "menu", "dialog"})
_AROUND_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "dialog"}
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_INVISIBLE = re.compile("[\u00ad\u200b\ufeff\u2060]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_BOXES = re.compile(
    r"</?(?:div|span|font|b|i|u|em|strong|center|section|blockquote|ul|ol|li|dl|dd|table|tr|td|a)\b"
    r"[^<>]*>",
    re.IGNORECASE,
)
# Cells of data tables are short; longer ones are columns of a page laid out by a table.
_LONGEST_CELL = 600


@dataclass(slots=True)
class Block:
    """One paragraph, heading, list item or table row of a page as it is shown."""

    kind: PassageKind
    parent: int
    """The number of the element whose children stand side by side with this block."""
    around: bool
    """Whether it stands in navigation, a footer, a form, or is hidden."""
    tag: str
    text: str = ""
    linked: int = 0
    """How many of its characters are link text."""
    ids: list[str] = field(default_factory=list)
    calls: list[tuple[int, int, str]] = field(default_factory=list)
    """Links within the page that may be note marks: start and end in the text, target id."""
    row: int | None = None
    label: str | None = None


def parsed(text: str) -> HtmlElement | None:
    """The page's tree; `None` where nothing of a page is in it."""
    source = _DECLARATION.sub("", text.replace("\x00", ""))
    parser = HTMLParser(huge_tree=True)
    try:
        tree = document_fromstring(source, parser=parser)
        if any("depth" in error.message for error in parser.error_log):
            # The library gives up at 2048 levels; without its boxes the page is flat.
            tree = document_fromstring(_BOXES.sub(" ", source), parser=HTMLParser(huge_tree=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return cast(HtmlElement, tree)


def blocks_of(tree: HtmlElement) -> list[Block]:
    """The page's blocks in document order; empty ones are left out."""
    return _Walk().over(tree)


class _Walk:
    """One pass over a tree, without recursion: hostile pages nest deeper than Python may."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.open = Block("paragraph", 0, False, "body")
        self.ids: list[str] = []
        self.around = 0
        self.elements = 0
        self.above: list[int] = []
        self.links: list[str | None] = []
        self.link_starts: list[int] = []
        self.preformatted = 0
        self.tables: list[tuple[bool, int, str | None]] = []
        self.in_row = False

    def over(self, tree: HtmlElement) -> list[Block]:
        """All blocks below `tree`."""
        silent = 0
        for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
            if event in ("comment", "pi"):
                if not silent:
                    self._add(element.tail)
                continue
            tag = element.tag
            if event == "start":
                silent += tag in _SILENT
                if not silent:
                    self._start(element, tag)
                self.elements += 1
                self.above.append(self.elements)
            else:
                self.above.pop()
                if not silent:
                    self._end(element, tag)
                silent -= tag in _SILENT
                if not silent:
                    self._add(element.tail)
        self._close()
        return self.blocks

    def _start(self, element: HtmlElement, tag: str) -> None:
        name = element.get("id") or (element.get("name") if tag == "a" else None)
        self.around += _stands_around(element, tag)
        if tag == "table":
            self._break(tag)
            self.tables.append((_is_data(element), 0, _caption(element)))
        elif tag == "tr" and self._data_table():
            self._break(tag)
            data, row, label = self.tables[-1]
            self.tables[-1] = (data, row + 1, label)
            self.open.kind, self.open.row, self.open.label = "table_row", row + 1, label
            self.in_row = True
        elif tag in ("td", "th") and self.in_row:
            if self.open.text or element.getprevious() is not None:
                self.open.text = self.open.text.rstrip(" ") + "\t"
        elif tag in _BLOCKS and not self.in_row:
            self._break(tag)
        elif tag in _BLOCKS and self.in_row:
            self._add(" ")
        elif tag == "br":
            self._line_break()
        if name:
            self.open.ids.append(name)
        self.preformatted += tag == "pre"
        if tag == "a":
            self.links.append(element.get("href"))
            self.link_starts.append(len(self.open.text))
        self._add(element.text)

    def _end(self, element: HtmlElement, tag: str) -> None:
        if tag == "a" and self.links:
            href, start = self.links.pop(), self.link_starts.pop()
            end = len(self.open.text)
            if href is not None and start < end:
                self.open.linked += end - start
                if href.startswith("#") and len(href) > 1:
                    self.open.calls.append((start, end, href[1:]))
        elif tag == "tr" and self.in_row:
            self.in_row = False
            self._break()
        elif tag == "table":
            self._break()
            if self.tables:
                self.tables.pop()
        elif tag in _BLOCKS and not self.in_row:
            self._break()
        self.preformatted -= tag == "pre"
        self.around -= _stands_around(element, tag)

    def _data_table(self) -> bool:
        return bool(self.tables) and self.tables[-1][0] and not self.in_row

    def _break(self, tag: str = "") -> None:
        """Close the block that is open and begin one, of the element `tag` or of loose text."""
        carried = self.open.ids if not self.open.text.strip() else []
        self._close()
        parent = self.above[-1] if self.above else 0
        self.open = Block(_KINDS.get(tag, "paragraph"), parent, self.around > 0, tag, ids=carried)
        self.link_starts = [0 for _ in self.link_starts]

    def _close(self) -> None:
        self.open.text = self.open.text.rstrip(" \n")
        if self.open.text.strip():
            self.blocks.append(self.open)

    def _line_break(self) -> None:
        if self.in_row:
            self._add(" ")
        elif self.open.text.endswith("\n"):
            kind, parent, tag = self.open.kind, self.open.parent, self.open.tag
            self._break()  # two in a row part paragraphs
            self.open.kind, self.open.parent, self.open.tag = kind, parent, tag
        elif self.open.text:
            self.open.text = self.open.text.rstrip(" ") + "\n"

    def _add(self, words: str | None) -> None:
        if not words:
            return
        words = _INVISIBLE.sub("", words)
        if self.preformatted and not self.in_row:
            self.open.text += words
            return
        words = _BLANKS.sub(" ", words)
        if not self.open.text or self.open.text[-1] in " \n\t":
            words = words.lstrip(" ")
        self.open.text += words


def _stands_around(element: HtmlElement, tag: str) -> bool:
    if tag in _AROUND or element.get("role") in _AROUND_ROLES or element.get("hidden") is not None:
        return True
    return bool(_HIDDEN_STYLE.search(element.get("style") or ""))


def _is_data(table: HtmlElement) -> bool:
    """Whether a table holds data; many old pages are laid out by tables."""
    if (
        table.get("role") == "presentation"
        or next(table.iterdescendants("table"), None) is not None
    ):
        return False
    cells = list(table.iter("td", "th"))
    widest = max((len(list(row.iterchildren("td", "th"))) for row in table.iter("tr")), default=0)
    return widest > 1 and all(len(str(cell.text_content())) <= _LONGEST_CELL for cell in cells)


def _caption(table: HtmlElement) -> str | None:
    caption = table.find("caption")
    words = " ".join(str(caption.text_content()).split()) if caption is not None else ""
    return words or None
