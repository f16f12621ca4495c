"""Asks SQLite a question whose answer is known, because a version in use answered it wrongly."""

from __future__ import annotations

import apsw

from hearsay.vocabulary.errors import UnsoundDatabase

# Three rows for each of 33 values of `a`; after ANALYZE, SQLite 3.40.1 walks along the index
# from one `b` to the next (its SeekScan step) and forgets on the way that `c` is bounded.
SETUP = """
CREATE TABLE t (a INTEGER, b INTEGER, c INTEGER);
WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 98)
INSERT INTO t SELECT i / 3, i % 3, (i * 7) % 10 FROM n;
CREATE INDEX downward ON t (a, b, c DESC);
CREATE INDEX upward ON t (a, b, c);
ANALYZE;
"""
QUESTIONS = tuple(
    f"SELECT count(*) FROM t INDEXED BY {index} WHERE a = {a} AND b IN (0, 1, 2) AND c {bound}"
    for a in (6, 12, 18, 24, 30)
    for index, bound in (("downward", ">= 4"), ("upward", "<= 4"))
)
ANSWERS = tuple(
    sum(1 for i in range(3 * a, 3 * a + 3) if (i * 7 % 10 >= 4 if down else i * 7 % 10 <= 4))
    for a in (6, 12, 18, 24, 30)
    for down in (True, False)
)


def self_check() -> None:
    """Raise `UnsoundDatabase` where `a = ? AND b IN (…) AND c <= ?` finds the wrong rows.

    SQLite 3.40.1 answers it wrongly on an index (a, b, c) after ANALYZE, which was mended in
    March 2023; the check takes a third of a millisecond.
    """
    memory = apsw.Connection(":memory:")
    try:
        memory.execute(SETUP)
        answers = tuple(memory.execute(question).get for question in QUESTIONS)
    finally:
        memory.close()
    if answers != ANSWERS:
        raise UnsoundDatabase(apsw.sqlite_lib_version())
