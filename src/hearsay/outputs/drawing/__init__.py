"""Draws traces as SVG."""

from hearsay.outputs.drawing.chain import svg_of

__all__ = ["svg_of"]
