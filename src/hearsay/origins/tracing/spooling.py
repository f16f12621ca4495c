"""What lies on disk while a large case is traced: of its accounts a few are in memory at a time."""

from __future__ import annotations

import pickle
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping

from hearsay.origins.citing.lazily import Spool, dumped
from hearsay.vocabulary.traces import Account

MOST = 4096
"""So many accounts are held in memory, some .2 MB each: those that tell one thing are asked for
again and again."""


class Spooled(Mapping[str, Account]):
    """Accounts by their ids, in the order of their publication; those past `most` lie on disk."""

    def __init__(self, accounts: Iterable[Account], *, most: int = MOST) -> None:
        self._most = most
        self._held: OrderedDict[str, Account] = OrderedDict()
        self._spool: Spool | None = None
        self._numbers: dict[str, int] = {}
        when: dict[str, str] = {}
        for one in accounts:
            when[one.id] = one.document.particulars.published or "9999"
            self._take_in(one)
        self._keys = dict.fromkeys(sorted(when, key=lambda key: when[key]))

    def __getitem__(self, key: str) -> Account:
        found = self._held.get(key)
        if self._spool is None:
            return self._held[key]
        if found is None:
            return self._hold(pickle.loads(self._spool[self._numbers[key]]))
        self._held.move_to_end(key)
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def _take_in(self, one: Account) -> None:
        if self._spool is None and len(self._held) >= self._most:
            self._spool = Spool()
            for held in self._held.values():
                self._write(held, self._spool)
        if self._spool is not None:
            self._write(one, self._spool)
        self._hold(one)

    def _write(self, one: Account, spool: Spool) -> None:
        self._numbers[one.id] = spool.add(dumped(one))

    def _hold(self, one: Account) -> Account:
        self._held[one.id] = one
        if self._spool is not None and len(self._held) > self._most:
            self._held.popitem(last=False)
        return one
