"""Claims find each other one document at a time: it makes no difference how many come at once."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.origins.alike.pairs import LEAST, Pairs
from hearsay.origins.alike.propositions import Told, told_in
from hearsay.vocabulary.traces import Account
from tests.test_origins_propositions import account

PLACES = ("Merek", "Lusk", "Tolmek", "Velan")
FORCES = ("Border Force", "Harbour Guard", "3rd Brigade")
SAID = (
    "Raiders carried off sixty rifles from the depot of the {force} at {place} on Friday.",
    "Sixty guns are missing from the depot of the {force} at {place} after a raid.",
    "The {force} runs nineteen patrols a week along the river from {place}.",
    "Each week the {force} sends nineteen patrols up the river at {place}.",
    "Traders at {place} pay the {force} two hundred crowns for each lorry.",
    "The commander of the {force} denied that traders at {place} pay for their lorries.",
)

sentences = st.builds(
    lambda said, force, place: said.format(force=force, place=place),
    st.sampled_from(SAID),
    st.sampled_from(FORCES),
    st.sampled_from(PLACES),
)
cases = st.lists(st.lists(sentences, min_size=1, max_size=6), min_size=2, max_size=14)


def told(accounts: Sequence[Account], sizes: Sequence[int]) -> tuple[Told, ...]:
    """What is found where the documents come in handfuls of these sizes, the last one repeated."""
    pairs, at = Pairs(), 0
    while at < len(accounts):
        size = sizes[0]
        sizes = sizes[1:] or sizes
        pairs.add(accounts[at : at + size])
        at += size
    return told_in(pairs, least=1)


@settings(max_examples=40, deadline=None)
@given(cases, st.lists(st.integers(1, 6), min_size=1, max_size=4))
def test_documents_added_one_by_one_make_the_same_propositions_as_all_at_once(
    documents: list[list[str]], sizes: list[int]
) -> None:
    accounts = [account(str(at), *said) for at, said in enumerate(documents)]
    at_once = told(accounts, [len(accounts)])
    assert told(accounts, [1]) == at_once
    assert told(accounts, sizes) == at_once


@settings(max_examples=20, deadline=None)
@given(cases)
def test_what_was_judged_of_a_pair_stays_when_more_documents_come(
    documents: list[list[str]],
) -> None:
    accounts = [account(str(at), *said) for at, said in enumerate(documents)]
    few, all_of_them = Pairs(), Pairs()
    few.add(accounts[: len(accounts) // 2])
    all_of_them.add(accounts)
    assert judged(few).items() <= judged(all_of_them).items()


def judged(pairs: Pairs) -> dict[tuple[int, int], float]:
    left, right, chances = (column.tolist() for column in pairs.edges(LEAST))
    return dict(zip(zip(left, right, strict=True), chances, strict=True))
