"""Chooses the store that keeps a case, by what the case's address is."""

from __future__ import annotations

from hearsay.ledger.stores.sqlite import SqliteStore, open_case

__all__ = ["SqliteStore", "open_case"]
