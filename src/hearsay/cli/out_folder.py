"""A folder that results are written to, one name for each document, none over another."""

from __future__ import annotations

import os
import re

from hearsay.vocabulary.errors import Misuse

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 80


class OutFolder:
    """Writes files named after what they were made of, and never over what is there already."""

    def __init__(self, path: str) -> None:
        try:
            os.makedirs(path, exist_ok=True)
            with os.scandir(path):
                pass
        except OSError as error:
            raise Misuse(f"{path}: no folder can be written there ({error.strerror}).") from error
        self._path = path

    def write(self, address: str, files: dict[str, str]) -> str:
        """Writes files by their endings under one free name; the name."""
        stem = os.path.splitext(os.path.basename(address.rstrip("/")))[0]
        plain = _UNSAFE.sub("-", stem).strip("-.")[:_LONGEST] or "document"
        name, number = plain, 1
        while any(os.path.lexists(self._place(name, ending)) for ending in files):
            number += 1
            name = f"{plain}-{number}"
        for ending, text in files.items():
            self._write(self._place(name, ending), text)
        return name

    def _place(self, name: str, ending: str) -> str:
        return os.path.join(self._path, f"{name}.{ending}")

    def _write(self, place: str, text: str) -> None:
        part = f"{place}.part"
        try:
            # Newlines are left as they are: spans count them.
            with open(part, "w", encoding="utf-8", errors="surrogatepass", newline="") as file:
                file.write(text)
            os.replace(part, place)
        except OSError as error:
            if os.path.lexists(part):
                os.unlink(part)
            raise Misuse(f"{place}: cannot be written ({error.strerror}).") from error
