"""Drawings within a page."""

from __future__ import annotations

import re

from markupsafe import Markup

_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


def within_page(svg: str) -> Markup:
    """A drawing of ours without its own style sheet, which the page's stands in for.

    The page forbids all styles but its own. All words in a drawing are safe already.
    """
    return Markup(_STYLE.sub("", svg, count=1))
