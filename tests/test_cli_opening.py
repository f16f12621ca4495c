"""What opening a case says, and what is said where a command is stopped."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Hearsay
from ledger_entries import THEN, claim_in, entry

from hearsay.cli import progress
from hearsay.ledger.stores.sqlite import connection, open_case, verifying
from hearsay.ledger.stores.sqlite.schema import LEDGER_TABLES

TEXT = "Snow fell on the depot at Tarsk."
SNOW = claim_in(TEXT, "Snow fell on the depot")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A case of version 1."""
    path = tmp_path / "case.hearsay"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(connection, "NEWEST", 1)
        patched.setattr(verifying, "LEDGER_TABLES", LEDGER_TABLES[:9])
        store = open_case(str(path), create=True)
        connection._stand_in(store._connection, 1)
        store.append(entry(TEXT, SNOW), recorded_at=THEN)
        store.close()
    return path


@pytest.mark.parametrize("command", ["verify", "claims", "retellings", "judgements", "problems"])
def test_a_case_that_is_brought_up_is_said_to_be_once(
    hearsay: Hearsay, old: Path, command: str
) -> None:
    ran = hearsay(command)
    assert ran.code == 0, ran.err
    first = ran.err.splitlines()[0]
    assert first.startswith("case.hearsay: brought up from version 1 of case files")
    assert "brought up" not in ran.out
    assert "brought up" not in hearsay(command).err


def test_a_new_case_is_not_said_to_be_brought_up(hearsay: Hearsay) -> None:
    Path("a.txt").write_text(TEXT)
    assert "brought up" not in hearsay("read", "a.txt").err


def test_stopping_a_command_that_takes_nothing_in_does_not_speak_of_taking_in(
    hearsay: Hearsay, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(bar: progress.Bar) -> progress.Bar:
        raise KeyboardInterrupt

    monkeypatch.setattr(progress.Bar, "__enter__", stopped)
    hearsay("verify")
    ran = hearsay("trace", "snow")
    assert (ran.code, ran.err) == (130, "\nStopped.\n")
