"""How common a word is among the documents of a case: what all must say shows nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from hearsay.vocabulary.traces import Account

RARE = 0.15
"""What stands in fewer of the documents is rare. On Helsinki articles, chance likenesses shared
hardly any such word, and true rewordings of little copied text three and more."""
ENOUGH = 30
"""In fewer documents than these every word counts as rare: nothing shows what is common."""
_LOOKED_AT = 256
"""So many documents show how common a word is: those whose ids come first, which are hashes."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """The words of a case, counted when they are first asked for."""

    accounts: Mapping[str, Account]
    _documents: Counter[str] = field(default_factory=Counter)

    def rare(self, word: str) -> bool:
        """Whether few of the documents use this word, folded as words are compared."""
        number = min(len(self.accounts), _LOOKED_AT)
        if number < ENOUGH:
            return True
        if not self._documents:
            for key in sorted(self.accounts)[:_LOOKED_AT]:
                self._documents.update(set(_WORD.findall(self.accounts[key].document.text.lower())))
        return self._documents[word] < RARE * number


_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
