"""Writes JSON that any program reads and that does nothing to the screen it is shown on."""

from __future__ import annotations

import json
import re
from typing import Any


def json_line(value: Any) -> str:
    """The value as JSON in one line, in UTF-8 that any program reads and no terminal acts on."""
    written = json.dumps(value, ensure_ascii=False)
    return _STEERING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", written)


# JSON escapes only the controls below U+0020: here the later ones, the line ends of Unicode, all
# marks that turn the direction of writing (Unicode's Bidi_Control), and the halves of pairs that
# stand for bytes of a file name.
_STEERING = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
