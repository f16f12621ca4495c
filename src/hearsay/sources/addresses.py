"""Tells addresses apart by how they are written: URLs, standard input, and names of files."""

from __future__ import annotations

import os
import re

# RFC 3986, 3.1, with the slashes that no file's name holds by chance.
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")


def scheme_of(address: str) -> str | None:
    """What a URL begins with (`http`, `ftp`), in small letters; `None` for what is no URL."""
    begins = _SCHEME.match(address)
    return begins[1].lower() if begins else None


def is_path(address: str) -> bool:
    """Whether the address is the name of a file or folder: no URL, and not `-`."""
    return address != "-" and scheme_of(address) is None


def is_inside(address: str, folder: str) -> bool:
    """Whether a file or folder stands below another folder once every link is followed."""
    real = os.path.realpath(folder)
    return os.path.commonpath((real, os.path.realpath(address))) == real
