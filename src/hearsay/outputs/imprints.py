"""What is printed on a document: whose it is, from when, under which title."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from hearsay.vocabulary.traces import Account


@dataclass(frozen=True, slots=True)
class Imprint:
    """Whose document it is, from when, under which title, and where it came from."""

    publisher: str | None
    published: str | None
    """EDTF."""
    title: str | None
    address: str

    @property
    def outlet(self) -> str:
        """The outlet as people read it; the file's name where nobody has said whose it is."""
        return self.publisher or f"({os.path.basename(self.address) or 'unknown outlet'})"


ImprintOf = Callable[[str], Imprint]
"""From the SHA-256 of a capture to what is printed on it."""


def imprint_of(account: Account) -> Imprint:
    """What is printed on the document of an account."""
    said = account.document.particulars
    return Imprint(said.publisher, said.published, said.title, account.address)
