"""Whether something traced is the same as something in the gold: a claim, a name, a change."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from evaluation.origins_gold import NAMED, Gold, GoldChange
from hearsay.vocabulary.spans import Spans
from hearsay.vocabulary.traces import Account, Change


def claims_matched(accounts: Sequence[Account], gold: Gold) -> dict[str, str]:
    """For each claim of ours the gold claim that it stands for, nobody twice, the closest first."""
    ours = {account.id: account.claims for account in accounts}
    near = []
    for one in gold.claims:
        wanted = _places(one.spans)
        for claim in ours.get(one.document, ()):
            places = _places(claim.spans)
            shared = len(wanted & places) / len(wanted | places)
            if shared >= 0.5:
                near.append((-shared, one.id, claim.id))
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, theirs, mine in sorted(near):
        if mine not in found and theirs not in taken:
            found[mine] = theirs
            taken.add(theirs)
    return found


def same_change(ours: Change, theirs: GoldChange) -> bool:
    """One kind, and on each side words that overlap, or none on either."""
    sides = ((ours.before, theirs.before), (ours.after, theirs.after))
    return ours.kind == theirs.kind and all(
        _meet(mine.spans, wanted) if mine and wanted else mine is None and wanted is None
        for mine, wanted in sides
    )


def name_in(root: str) -> str:
    """The name in a gold root; empty where it is a claim, or nobody is named."""
    name = root.partition(":")[2].split(",")[0].removesuffix("-other")
    return "" if name == "nobody" else name


def same_name(one: str, other: str) -> bool:
    """Whether a careful reader takes these for one source: the words of one are in the other's."""
    ours, theirs = (_words(name.removeprefix(NAMED)) for name in (one, other))
    if not ours or not theirs:
        return False
    short, long = sorted((ours, theirs), key=len)
    initials = "".join(word[0] for word in long)
    return set(short) <= set(long) or "".join(short) == initials


def _words(name: str) -> list[str]:
    plain = "".join(c if c.isalnum() else " " for c in name.casefold())
    return [w for w in plain.split() if w not in ("the", "a", "an", "of", "for", "and", "on", "s")]


def _meet(ours: Spans, theirs: Spans) -> bool:
    return any(a.meets(b) for a, b in product(ours, theirs))


def _places(spans: Spans) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}
