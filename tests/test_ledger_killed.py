"""A process killed while it reads leaves a case that opens, verifies and can be read on."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from ledger_entries import THEN, claim_in, entry

from hearsay.ledger.store import ClaimFilter, Entry
from hearsay.ledger.stores.sqlite import open_case

CASES = 5
KILLS_A_CASE = 10

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


def report(number: int) -> Entry:
    """The made-up report of that number, of one claim or, every third time, of sixty."""
    said = [
        f"unit {number}-{line} left post {line} at dawn" for line in range(1 if number % 3 else 60)
    ]
    text = "\n".join(f"Lena Orr said {words}." for words in said)
    claims = (claim_in(text, words, speaker="Lena Orr") for words in said)
    return entry(text, *claims, address=f"{number:04}.txt")


@pytest.mark.parametrize("seed", range(CASES))
def test_a_case_survives_being_killed_at_any_moment(tmp_path: Path, seed: int) -> None:
    """Ten times a child reads on and is killed: between any two instructions, at random."""
    path = tmp_path / "case.hearsay"
    chance = Random(seed)
    heads = ["0" * 64]
    held = 0
    for _ in range(KILLS_A_CASE):
        _read_until_killed(
            path, from_number=max(0, held - 2), after=chance.randrange(8), wait=chance.random() / 50
        )
        head, held = _checked(path, heads[-1])
        heads.append(head)
    assert len(set(heads)) > KILLS_A_CASE // 3, "the kills came too early to show anything"
    _reads_on(path)


def _read_until_killed(path: Path, *, from_number: int, after: int, wait: float) -> None:
    """Run a child that appends report after report, and kill it while it does.

    It says when it begins each one; the kill comes `wait` seconds after it began number `after`.
    """
    hears, says = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            store = open_case(str(path), create=True)
            for number in range(from_number, 10_000):
                os.write(says, b".")
                store.append(report(number), recorded_at=THEN)
        finally:
            os._exit(1)
    os.close(says)
    for _ in range(after):
        os.read(hears, 1)
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(hears)
    assert os.WIFSIGNALED(status), "the child ended by itself"


def _checked(path: Path, head: str) -> tuple[str, int]:
    """Head and number of captures of a case that verifies and has lost nothing it had."""
    store = open_case(str(path), create=True)
    assert list(store.verify(head=head)) == []
    held = Counter(capture.address for capture in store.captures())
    assert set(held.values()) <= {1}
    listed = Counter(row.address for row in store.claims(ClaimFilter()))
    # Whole or not at all: each report that is there has every one of its claims, once.
    for address in held:
        assert listed.pop(address) == len(report(int(address[:4])).claims)
    assert not listed
    found = store.head()
    store.close()
    return found, len(held)


def _reads_on(path: Path) -> None:
    """The same read, begun again, adds what is missing and nothing twice."""
    store = open_case(str(path), create=False)
    held = {capture.address for capture in store.captures()}
    for number in range(len(held) + 3):
        change = store.append(report(number), recorded_at=THEN).change
        assert change == ("nothing" if f"{number:04}.txt" in held else "new")
    assert list(store.verify()) == []
    store.close()
