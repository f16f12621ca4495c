"""Accounts that lie on disk while they are traced are the same as those in memory."""

from __future__ import annotations

import os

from hearsay.origins.citing.lazily import Spool
from hearsay.origins.tracing import Tracing
from hearsay.origins.tracing.spooling import Spooled
from tests.test_origins_tracing import told

PAPERS = [told(f"Paper {at}", f"2031-05-{28 - at:02}") for at in range(8)]


def test_accounts_come_back_whole_in_the_order_of_their_publication() -> None:
    for most in (1, 3, 100):
        held = Spooled(PAPERS, most=most)
        assert list(held.values()) == PAPERS[::-1]
        assert held[PAPERS[5].id] == PAPERS[5]
        assert PAPERS[0].id in held
        assert "nobody" not in held
        assert len(held) == len(PAPERS)


def test_it_makes_no_difference_to_what_is_traced_whether_accounts_lie_on_disk() -> None:
    on_disk, in_memory = (Tracing.among(Spooled(PAPERS, most=most)) for most in (2, 100))
    assert on_disk.traced() == in_memory.traced()


def test_a_copied_process_reads_what_was_written_before() -> None:
    spool = Spool()
    numbers = [spool.add(body) for body in (b"one", b"", b"three" * 1000)]
    child = os.fork()
    if not child:
        os._exit(0 if [spool[at] for at in numbers] == [b"one", b"", b"three" * 1000] else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert spool[numbers[0]] == b"one"
