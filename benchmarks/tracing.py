"""Who had what from whom: what linking a whole case takes, by part, and how its cost grows.

python -m benchmarks.tracing SIZE ACCOUNTS    links SIZE accounts drawn from a pickled list; with
                                              SIZE 0 that list as it is; prints one JSON line
"""

from __future__ import annotations

import json
import pickle
import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.child import run
from benchmarks.copying import CHANGED, exponent
from benchmarks.figures import FIGURE_HEAD, Figure, Goal, Section, Spread, figure_rows, number
from benchmarks.material import material
from benchmarks.setting import Setting
from hearsay.case import Case, open_manifest
from hearsay.origins.tracing import Tracing
from hearsay.vocabulary.spans import words_of
from hearsay.vocabulary.traces import Account

SIZES = (1_000, 4_000, 16_000)
ALL = 100_000
"""Half an hour by itself: measured only where more than `LONG` runs are asked for."""
LONG = 9
WHOLE = Goal(10, at_least=False)
"""Seconds in which all Helsinki articles are to be linked after reading."""


def measure(setting: Setting) -> Iterator[Section]:
    """The articles linked, then growth; the articles are read once, outside the time."""
    accounts = setting.work / "accounts.pickle"
    accounts.write_bytes(pickle.dumps(read_accounts(setting)))
    yield by_part([_linked(0, accounts) for _ in range(setting.runs)])
    if not setting.articles:
        sizes = [*SIZES, ALL] if setting.runs > LONG else SIZES
        yield growth([(size, _linked(size, accounts)) for size in sizes])


def read_accounts(setting: Setting) -> list[Account]:
    """What the benchmarks read, as a case gives it to tracing."""
    texts = material(setting)
    manifest = open_manifest(str(texts.manifest)) if texts.manifest else None
    with Case.create(str(setting.work / "tracing.hearsay")) as case:
        for _ in case.read(texts.addresses, manifest=manifest):
            pass
        return list(case.tracing.accounts())


def by_part(runs: Sequence[dict[str, Any]]) -> Section:
    """Seconds of each part and of all together."""
    first = runs[0]
    figures = [
        Figure(part, Spread(tuple(one["parts"][part] for one in runs)), "s")
        for part in first["parts"]
    ]
    whole = Spread(tuple(sum(one["parts"].values()) for one in runs))
    figures.append(Figure("all together", whole, "s", WHOLE))
    figures.append(Figure("memory", Spread(tuple(one["peak"] for one in runs)), "MB"))
    about = (
        f"{first['documents']:,} documents with {first['claims']:,} claims, read beforehand, on "
        f"one core: {first['propositions']:,} propositions that two claims or more make, "
        f"{first['retellings']:,} retellings, {first['changes']:,} changes, "
        f"{first['links']:,} links between documents. Seconds are those of the processor.",
    )
    return Section(
        "Tracing", about, "python -m benchmarks tracing", FIGURE_HEAD, figure_rows(figures)
    )


def growth(measured: Sequence[tuple[int, dict[str, Any]]]) -> Section:
    """Seconds and memory at each size."""
    points = [(size, sum(told["parts"].values())) for size, told in measured]
    rows = [
        (
            number(size),
            number(told["claims"]),
            number(seconds),
            number(1000 * seconds / size),
            ", ".join(f"{part} {number(taken)}" for part, taken in told["parts"].items()),
            number(told["propositions"]),
            number(told["peak"]),
        )
        for (size, told), (_, seconds) in zip(measured, points, strict=True)
    ]
    powers = [
        f"{part} {exponent([(size, told['parts'][part]) for size, told in measured]):.2f}"
        for part in measured[0][1]["parts"]
    ]
    about = (
        f"Helsinki articles drawn again and again, {100 * CHANGED:g} % of their words changed for "
        "others of as many letters, so that their claims stand where they stood. Every article "
        "comes back the oftener the more are drawn, which no real case does: clusters grow too. "
        f"Seconds grow with the number of documents to the power of {exponent(points):.2f} "
        f"({', '.join(powers)}).",
        f"{number(ALL)} documents are measured with --runs {LONG + 1}.",
    )
    head = ("documents", "claims", "seconds", "ms each", "by part", "propositions", "peak MB")
    return Section("Tracing: growth", about, "python -m benchmarks tracing", head, tuple(rows))


def resampled(accounts: Sequence[Account], size: int, chance: random.Random) -> Iterator[Account]:
    """Accounts drawn with replacement, some words changed, each a document of its own."""
    pool: defaultdict[int, list[str]] = defaultdict(list)
    for word in sorted({word for one in accounts for word in one.document.text.split()}):
        pool[len(word)].append(word)
    places = [[found.span() for found in _WORD.finditer(one.document.text)] for one in accounts]
    for at in range(size):
        drawn = chance.randrange(len(accounts))
        one, words = accounts[drawn], places[drawn]
        letters = list(one.document.text)
        for start, end in chance.choices(words, k=int(CHANGED * len(words))):
            letters[start:end] = chance.choice(pool[end - start])
        yield _with_text(one, "".join(letters), f"{at:064x}")


_WORD = re.compile(r"\S+")


def _with_text(one: Account, text: str, capture: str) -> Account:
    claims = tuple(
        replace(
            claim,
            id=f"{capture[-12:]}-{claim.id}",
            capture=capture,
            words=words_of(claim.spans, text),
        )
        for claim in one.claims
    )
    document = replace(one.document, capture=capture, text=text)
    return Account(document, one.reading, claims, f"{capture[-12:]}.txt")


def _linked(size: int, accounts: Path) -> dict[str, Any]:
    """What linking takes in a process of its own."""
    ran = run([sys.executable, "-m", "benchmarks.tracing", str(size), str(accounts)])
    if ran.code:
        raise RuntimeError(f"{size} accounts could not be linked: {ran.output}")
    told: dict[str, Any] = json.loads(ran.output.splitlines()[-1])
    return {**told, "peak": ran.largest_mb}


def link(accounts: Iterator[Account]) -> dict[str, Any]:
    """Links accounts as a case does, with the seconds of both steps.

    The accounts are made before; with their readings they are in memory all the time.
    """
    parts: dict[str, float] = {}
    watch = _Watch(parts)
    tracing = Tracing.of(accounts)
    watch.stop("text shared, sources resolved, claims grouped")
    found = tracing.traced()
    watch.stop("retellings, changes and origins")
    retellings = [link for trace in found.traces for link in trace.retellings]
    return {
        "documents": len(tracing.accounts),
        "claims": sum(len(one.claims) for one in tracing.accounts.values()),
        "parts": parts,
        "propositions": len(found.traces),
        "largest": max((len(one.claims) for one in found.traces), default=0),
        "retellings": len(retellings),
        "changes": sum(len(link.changes) for link in retellings),
        "links": len(found.links),
    }


class _Watch:
    """Seconds of the processor since the last stop."""

    def __init__(self, parts: dict[str, float]) -> None:
        self._parts = parts
        self._begun = time.process_time()

    def stop(self, part: str) -> None:
        """Notes the seconds of a part that has ended."""
        now = time.process_time()
        self._parts[part] = now - self._begun
        print(f"{part}: {now - self._begun:.2f} s", file=sys.stderr)
        self._begun = now


def _main(size: int, path: Path) -> None:
    accounts: list[Account] = pickle.loads(path.read_bytes())
    drawn = resampled(accounts, size, random.Random(4)) if size else iter(accounts)
    print(json.dumps(link(drawn)))


if __name__ == "__main__":
    _main(int(sys.argv[1]), Path(sys.argv[2]))
