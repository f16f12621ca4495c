"""Fits how far the links of `hearsay trace` are trusted, on chains whose truth is known.

    python -m training.trust [--chains 156] [--seed 11] [--write]

Two sets of marks: made-up chains of one seed, where every parent is known, and half of the Helsinki
propositions that we marked (by hash; the other half is only measured on), where it is known which
claims share an origin. A link counts as right if it leads to the claim that the later one was made
from, to one further back, or to one with its very words where no paper is named: none can tell
those apart. For each kind of evidence the share of right ones is made to rise with the score
(isotonic regression: pool adjacent violators, Ayer et al. 1955); where Helsinki says less than the
chains, Helsinki holds, and so does what was read by eye (`SEEN`). `--write` puts the steps where
`hearsay.origins` reads them. The samples take no part in it.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from evaluation.origin_matching import claims_matched
from evaluation.origin_scores import _Scorer
from evaluation.origins import MARKED, TOGETHER, helsinki_accounts
from evaluation.origins_gold import Gold, helsinki_gold
from evaluation.simulated_accounts import accounts, truth
from evaluation.simulating import chain
from hearsay.origins.alike.propositions import Proposition
from hearsay.origins.descent.lineage import lineage
from hearsay.origins.descent.trust import STEPS, TRUST, Steps, group_of
from hearsay.origins.tracing import Tracing
from hearsay.vocabulary.traces import Account, ClaimNode, Trace

LOWEST = 0.5
"""What scores less is left as it is: that two people saw one thing, made-up chains do not know."""
HIGHEST = 0.97
"""No step says more: the chains are cleaner than the world."""
LEAST = 20
"""Fewer links than these make no step."""
SEEN = {"rewording": 0.73, "quotation": 0.71}
"""What was right of such links that were read by eye on Helsinki articles with an even id (19 of
26, 20 of 28): the chains know no event that everybody writes of. No step says more than that."""
BARE = replace(TRUST, steps={})
"""Scores as they are before any fitting."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One link between claims of two documents, with whether it is right."""

    group: str
    score: float
    right: bool


def on_chains(number: int, seed: int) -> Iterator[Judged]:
    """The links of so many made-up chains; which claims say the same is given."""
    for start in range(0, number, TOGETHER):
        chains = [chain(n, seed) for n in range(start, min(number, start + TOGETHER))]
        read_in, gold = accounts(chains), truth(chains, chains)
        yield from judged(traces(read_in, gold), read_in, gold)


def judged(traced: Sequence[Trace], read_in: Sequence[Account], gold: Gold) -> Iterator[Judged]:
    """The links between claims of these traces, held against where they were made from."""
    scorer = _Scorer(traced, read_in, gold)
    parents: dict[str, set[str]] = defaultdict(set)
    for later, earlier in scorer._wanted:
        parents[later].add(earlier)
    for trace in traced:
        for link in scorer._links_of(trace):
            group = group_of(link.retelling.evidence)
            if ":" not in link.earlier and not link.later.startswith("named:") and group:
                right = link.earlier in scorer._line(link.later) or (
                    bool(parents[link.later])
                    and scorer._alike(link.earlier, link.later, parents[link.later])
                )
                yield Judged(group, link.retelling.probability, right)


def on_helsinki(read_in: Sequence[Account], gold: Gold, *, fitting: bool) -> Iterator[Judged]:
    """The links among marked claims of one half: right where both have an origin in common."""
    for one in gold.propositions:
        if (sha256(one.id.encode()).digest()[0] % 2 == 0) is not fitting:
            continue
        part = replace(gold, propositions=(one,))
        matched = claims_matched(read_in, gold)
        for trace in traces(read_in, part):
            nodes = {n.id: n.claim for n in trace.nodes if isinstance(n, ClaimNode)}
            for link in trace.retellings:
                ends = [nodes.get(link.later), nodes.get(link.earlier)]
                group = group_of(link.evidence)
                roots = [one.roots.get(matched[c.id]) for c in ends if c is not None]
                if len(roots) == 2 and roots[0] and roots[1] and group:
                    yield Judged(group, link.probability, bool(roots[0] & roots[1]))


def traces(read_in: Sequence[Account], gold: Gold) -> list[Trace]:
    """What is traced where the propositions are those of gold."""
    case = Tracing.of(read_in)
    claims = {c.id: c for a in case.accounts.values() for c in a.claims}
    ours = {theirs: mine for mine, theirs in claims_matched(read_in, gold).items()}
    made = []
    for one in gold.propositions:
        held = tuple(claims[ours[c]] for c in (*one.claims, *one.denials) if c in ours)
        if len(held) > 1:
            found = lineage(
                held,
                case.accounts,
                copies=case.copies,
                quotes=case.quotes,
                sources=case.sources,
                trust=BARE,
            )
            made.append(case.trace(Proposition(one.id, one.id, held), found))
    return made


def fitted(links: Iterable[Judged], held_down: Iterable[Judged] = ()) -> Steps:
    """For each group the steps: from which score on, which share is right."""
    world = _steps(held_down)
    found: dict[str, tuple[tuple[float, float], ...]] = {}
    for group, steps in _steps(links).items():
        lows = sorted({low for low, _ in (*steps, *world.get(group, ()))})
        least = {
            low: min(SEEN.get(group, HIGHEST), _at(steps, low), _at(world.get(group, ()), low))
            for low in lows
            if low >= steps[0][0]
        }
        found[group] = tuple((low, round(share, 3)) for low, share in least.items())
    return found


def _at(steps: Sequence[tuple[float, float]], score: float) -> float:
    """What the steps say of a score; 1 where they say nothing."""
    return next((share for low, share in reversed(steps) if low <= score), 1.0)


def _steps(links: Iterable[Judged]) -> Mapping[str, Sequence[tuple[float, float]]]:
    by_group: dict[str, list[Judged]] = defaultdict(list)
    for link in links:
        if link.score >= LOWEST:
            by_group[link.group].append(link)
    found = {}
    for group, members in sorted(by_group.items()):
        blocks: list[list[float]] = []  # the lowest score, how many are right, how many there are
        for link in sorted(members, key=lambda one: one.score):
            score = round(link.score, 2)
            if not blocks or blocks[-1][0] != score:
                blocks.append([score, 0.0, 0.0])
            blocks[-1][1] += link.right
            blocks[-1][2] += 1
        if sum(number for *_, number in blocks) >= LEAST:
            found[group] = _pooled(blocks)
    return found


def _pooled(blocks: Iterable[Sequence[float]]) -> list[tuple[float, float]]:
    """Neighbours made one until each holds enough links and the shares rise."""
    done: list[list[float]] = []
    for block in blocks:
        done.append(list(block))
        while len(done) > 1 and (
            done[-2][2] < LEAST or done[-2][1] / done[-2][2] >= done[-1][1] / done[-1][2]
        ):
            _, right, number = done.pop()
            done[-1][1] += right
            done[-1][2] += number
    if len(done) > 1 and done[-1][2] < LEAST:
        _, right, number = done.pop()
        done[-1][1] += right
        done[-1][2] += number
    return [(low, (right + 0.5) / (number + 1)) for low, right, number in done]


def error(links: Sequence[Judged], steps: Steps) -> float:
    """The mean distance between probability and share of right ones, over tenths."""
    trust = replace(TRUST, steps=steps)
    tenths: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for link in links:
        p = trust.stepped(link.group, link.score)
        tenths[min(9, int(p * 10))].append((p, link.right))
    apart = (abs(sum(p for p, _ in t) - sum(right for _, right in t)) for t in tenths.values())
    return sum(apart) / max(1, len(links))


def main() -> None:
    """Fits, measures on what was not fitted, and prints both."""
    from hearsay.reading.readers.minilm import open_reader

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chains", type=int, default=156)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    marked = json.loads(MARKED.read_text("utf-8"))
    read_in = helsinki_accounts(marked["articles"], open_reader(), options.shared)
    gold = helsinki_gold(marked, read_in)
    report(options.chains, options.seed, read_in, gold, write=options.write)


def report(chains: int, seed: int, read_in: Sequence[Account], gold: Gold, *, write: bool) -> None:
    """Fits and prints; `read_in` and `gold` are the Helsinki articles that are marked."""
    half = list(on_helsinki(read_in, gold, fitting=True))
    steps = fitted(on_chains(chains, seed), half)
    rest = list(on_chains(chains // 2, seed + 1))
    other = list(on_helsinki(read_in, gold, fitting=False))
    for name, links in (("chains of another seed", rest), ("Helsinki, the other half", other)):
        right = sum(link.right for link in links)
        print(f"{name}: {len(links)} links, {right} right")
        print(f"  calibration error before {error(links, {}):.3f}, after {error(links, steps):.3f}")
    print(json.dumps(steps, indent=1))
    if write:
        STEPS.write_text(json.dumps(steps, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
