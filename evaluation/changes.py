"""What a retelling changed, against our own gold: the sample reports, and pairs of sentences.

    python -m evaluation.changes [--half dev|held] [--misses] [--shared ../shared/data]

**Sample.** For each retelling and comparison in the samples' gold, the claims that the reader makes
at the gold claims' places are set side by side. A change counts as found where its kind is right
and both sides share words with the gold's, or are both without words.

**Quotations.** Real quotations printed again, altered or only in another house style, as
`evaluation.quotations` makes them, each set beside the original as one claim beside another.

**Pairs** (`evaluation/gold/changes.tsv`). Two fictional tellings of one thing, read as two
documents; `kinds` names what changed, in alphabetical order, or nothing. The halves are made by
hash: one to work on, one to measure.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from evaluation.quotations import (
    Alteration,
    Variant,
    add,
    drop,
    helsinki,
    reprint,
    swap,
)
from evaluation.quotations import (
    account as plain_account,
)
from evaluation.samples import locate
from evaluation.scores import Measured, Score
from hearsay import samples
from hearsay.origins.differing.changing import Told, changes_between, changes_in
from hearsay.origins.differing.pairing import Pair, pair_of
from hearsay.origins.differing.told import telling
from hearsay.origins.language.wording import wording_of
from hearsay.origins.sharing.likening import EditKind
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account, Change, Side

PAIRS = Path(__file__).with_name("gold") / "changes.tsv"
Located = Span | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A change as the gold has it: its kind and where its words stand on both sides."""

    kind: str
    before: Located
    after: Located
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """Two tellings of one thing, and the kinds of change between them."""

    kinds: frozenset[str]
    before: str
    after: str

    @property
    def half(self) -> str:
        """Which half it belongs to, by its words."""
        digest = hashlib.sha256(self.before.encode()).digest()
        return "dev" if digest[0] % 2 else "held"


def rows() -> tuple[Row, ...]:
    """All pairs of our own gold."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return tuple(
            Row(frozenset(row["kinds"].split()), row["before"], row["after"])
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        )


def score_pairs(
    pairs: Iterable[Row], read: Callable[[str], Account], show: Callable[[str], None]
) -> dict[str, Score]:
    """For each kind how many are right, found and wanted."""
    scores: dict[str, Score] = defaultdict(Score)
    for row in pairs:
        found = list(changes_of(read(row.before), read(row.after)))
        kinds = {change.kind for change in found}
        for kind in sorted(row.kinds | kinds):
            right = kind in row.kinds and kind in kinds
            scores[kind] += Score(int(right), int(kind in kinds), int(kind in row.kinds))
            if not right:
                how = "missed" if kind in row.kinds else "wrong"
                said = [_shown(c) for c in found if c.kind == kind]
                show(f"{how} {kind}: {row.before} | {row.after} {said}")
    return scores


def changes_of(before: Account, after: Account) -> Iterator[Change]:
    """The changes between two documents: each later claim with the earlier one most like it."""
    for claim in after.claims:
        pair = max(
            (
                pair_of(telling(Told("k1", c, before)), telling(Told("k2", claim, after)))
                for c in before.claims
            ),
            key=lambda pair: (pair.likeness, len(pair.partner_of)),
            default=None,
        )
        if pair is not None and pair.likeness >= LIKE:
            yield from changes_in(pair)


LIKE = 0.35
"""Below that, two sentences of a pair tell different things."""


def score_samples(accounts: Mapping[str, Account], show: Callable[[str], None]) -> dict[str, Score]:
    """For each kind how many of the sample's changes are right, found and wanted."""
    gold = samples.gold()
    claims = {claim["id"]: claim for claim in gold["claims"]}
    links = [(r["to"], r["from"], r["changes"]) for r in gold["retellings"]]
    links += [(c["between"][0], c["between"][1], c["changes"]) for c in gold["comparisons"]]
    scores: dict[str, Score] = defaultdict(Score)
    for earlier, later, changes in links:
        if earlier not in claims:
            continue
        one, other = claims[earlier], claims[later]
        before, after = accounts[one["document"]], accounts[other["document"]]
        wanted = [_wanted(change, before, after) for change in changes]
        pair = _pair(before, one, after, other)
        found = list(changes_in(pair)) if pair else []
        for name, score in _compared(wanted, found, show, f"{earlier} -> {later}").items():
            scores[name] += score
    return scores


def score_quotations(quotations: list[str], *, seed: int, show: Callable[[str], None]) -> Score:
    """How surely altered quotations are found, in variants made by chance."""
    chance = random.Random(seed)
    pool = sorted({w for q in quotations for w in q.split() if w.isalpha() and len(w) > 3})
    score = Score()
    for quotation in quotations:
        for altering in (True, False):
            variant = Variant(quotation.split())
            if altering:
                for _ in range(1 if len(variant.words) < 16 else chance.choice((1, 2))):
                    chance.choice((swap, swap, drop, add))(variant, chance, pool)
            earlier, later = f"“{quotation}”, the spokesman said.", reprint(variant, chance)
            changes = changes_between(_quoted("k1", earlier), _quoted("k2", later))
            found = {_alteration(one) for one in changes if one.kind == "quotation"}
            right = found & variant.altered
            score += Score(len(right), len(found), len(variant.altered))
            if found != variant.altered:
                show(f"{sorted(found)} for {sorted(variant.altered)}\n   {earlier}\n   {later}")
    return score


def _quoted(node: str, text: str) -> Told:
    """A sentence that quotes, as one claim."""
    made = plain_account(text, f"2022-02-{15 if node == 'k1' else 17}")
    claim = Claim(
        id=node,
        capture=made.id,
        spans=(Span(0, len(text)),),
        words=text,
        speakers=(),
        addressee=None,
        cue=None,
        cue_class=None,
        speech=None,
        polarity="affirmed",
        hedges=(),
        inserted=(),
        times=(),
        passage=1,
        page=None,
        score=1.0,
    )
    return Told(node, claim, replace(made, claims=(claim,)))


def _alteration(change: Change) -> Alteration:
    """A change of quotation in the words of the variant: what is the same around it left off."""
    one, other = (
        wording_of(side.words, (Span(0, len(side.words)),)).tokens if side else ()
        for side in (change.before, change.after)
    )
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    kind: EditKind = "added" if not one else "dropped" if not other else "swapped"
    return (kind, " ".join(other), " ".join(one))


def _wanted(change: dict[str, Any], before: Account, after: Account) -> Wanted:
    sides = []
    for account, side in ((before, change["before"]), (after, change["after"])):
        sides.append(locate(account.document.text, side["words"], side["before"]) if side else None)
    words = [side["words"] if side else None for side in (change["before"], change["after"])]
    return Wanted(change["kind"], sides[0], sides[1], f"{words[0]} -> {words[1]}")


def _pair(
    before: Account, one: dict[str, Any], after: Account, other: dict[str, Any]
) -> Pair | None:
    left, right = _claim(before, one), _claim(after, other)
    if left is None or right is None:
        return None
    return pair_of(telling(Told("k1", left, before)), telling(Told("k2", right, after)))


def _claim(account: Account, gold: dict[str, Any]) -> Claim | None:
    """The claim that the reader made at the gold claim's place."""
    text = account.document.text
    places = [locate(text, part["words"], part["before"]) for part in gold["spans"]]
    spans = [place for place in places if place is not None]

    def share(claim: Claim) -> float:
        shared = sum(
            max(0, min(a.end, b.end) - max(a.start, b.start)) for a in claim.spans for b in spans
        )
        return shared / max(sum(map(len, claim.spans)), sum(map(len, spans)), 1)

    best = max(account.claims, key=share, default=None)
    return best if best is not None and share(best) > _MEETS else None


_MEETS = 0.2


def _compared(
    wanted: list[Wanted], found: list[Change], show: Callable[[str], None], where: str
) -> dict[str, Score]:
    scores: dict[str, Score] = defaultdict(Score)
    left = list(wanted)
    for change in found:
        hit = next((w for w in left if w.kind == change.kind and _meets(w, change)), None)
        if hit is None:
            show(f"wrong {change.kind}: {where}: {_shown(change)}")
        else:
            left.remove(hit)
        scores[change.kind] += Score(int(hit is not None), 1, 0)
    for want in wanted:
        scores[want.kind] += Score(0, 0, 1)
    for want in left:
        show(f"missed {want.kind}: {where}: {want.words}")
    return scores


def _meets(wanted: Wanted, change: Change) -> bool:
    return _side_meets(wanted.before, change.before) and _side_meets(wanted.after, change.after)


def _side_meets(wanted: Located, side: Side | None) -> bool:
    if wanted is None or side is None:
        return wanted is None and side is None
    return any(span.meets(wanted) for span in side.spans)


def _shown(change: Change) -> str:
    return " -> ".join(side.words if side else "—" for side in (change.before, change.after))


def measure(name: str, scores: Mapping[str, Score]) -> Iterator[Measured]:
    """The scores of each kind, and of all together."""
    total = Score()
    for kind in sorted(scores):
        total += scores[kind]
        yield Measured(f"{name}.{kind}", scores[kind])
    yield Measured(f"{name}.all", total)


# One sentence alone is too little to tell its language by. Being on both sides, this says nothing.
_FRAME = """More reports came in from the valley during the night.

{}

Nothing more was known of it by the evening of that day.
"""


def main() -> int:
    """Measures both golds and prints what was missed or wrong."""
    from evaluation.accounts import reading_accounts, sample_accounts

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("dev", "held"), default="held")
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()

    def show(line: str) -> None:
        if options.misses:
            print(line, file=sys.stderr)

    chosen = [row for row in rows() if row.half == options.half]
    texts = {text: _FRAME.format(text) for row in chosen for text in (row.before, row.after)}
    accounts = reading_accounts(texts.values())
    read = {text: accounts[framed] for text, framed in texts.items()}
    for measured in measure(f"changes.{options.half}", score_pairs(chosen, read.__getitem__, show)):
        print(f"{measured.name:<28}{measured.score.line()}")
    real = options.shared / "helsinki" / "helsinki_articles.csv"
    if real.exists():
        quotations = helsinki(real, odd=options.half == "held")
        altered = score_quotations(quotations, seed=4, show=show)
        print(f"{'changes.quotations':<28}{altered.line()}")
    for measured in measure("changes.sample", score_samples(sample_accounts(), show)):
        print(f"{measured.name:<28}{measured.score.line()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
