"""Shared text is found one document at a time: nothing of it changes when more documents come."""

from __future__ import annotations

import random
from collections.abc import Iterable
from hashlib import sha256

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.origins.language.words import prose_of, words_in
from hearsay.origins.sharing.copying import CopyIndex
from hearsay.origins.sharing.postings import KEPT, Postings
from hearsay.origins.sharing.quoting import QuoteIndex
from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.readings import Reading
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account

PARTS = (
    "The inspector said “the garrison at Merek has sold its rifles to men who pay no one”.",
    "The inspector said “the garrison at Merek sold most of its rifles to men who pay no one”.",
    "A spokesman called it “wholly invented”.",
    "Nineteen lorries crossed the bridge at Lusk before dawn on Friday, and none was searched.",
    "Nineteen lorries crossed the bridge at Lusk before dawn, and none of them was searched.",
    "Traders hand over two hundred crowns for every lorry that passes the gate at Tolmek.",
    "The garrison at Merek has sold its rifles to men who pay no one, the inspector found.",
)


def report(number: int, parts: Iterable[str]) -> Account:
    text = "\n\n".join((*parts, f"Report {number}."))
    document = Document(
        sha256(f"{number}{text}".encode()).hexdigest(),
        "text 1",
        text,
        (Passage(Span(0, len(text)), "paragraph", 1),),
    )
    return Account(document, Reading("test 1"), ())


cases = st.lists(st.lists(st.sampled_from(PARTS), max_size=4), min_size=2, max_size=12)


@settings(max_examples=40, deadline=None)
@given(cases)
def test_copies_with_earlier_documents_are_the_same_whatever_comes_after(
    documents: list[list[str]],
) -> None:
    accounts = [report(*one) for one in enumerate(documents)]
    index, at_once = CopyIndex(), CopyIndex()
    for one in accounts:
        at_once.add(one.id, words_in(one.document.text, prose_of(one)))
    for one in accounts:
        index.add(one.id, words_in(one.document.text, prose_of(one)))
        assert index.copies(one.id, before=True) == at_once.copies(one.id, before=True)


@settings(max_examples=40, deadline=None)
@given(cases)
def test_quotations_met_in_earlier_documents_are_the_same_whatever_comes_after(
    documents: list[list[str]],
) -> None:
    accounts = [report(*one) for one in enumerate(documents)]
    index, at_once = QuoteIndex(), QuoteIndex()
    for one in accounts:
        at_once.add(one)
    for one in accounts:
        index.add(one)
        assert index.quoted(one.id, before=True) == at_once.quoted(one.id, before=True)


def test_a_crowd_that_grows_leaves_the_first_holders_of_a_run_of_words_where_they_were() -> None:
    chance = random.Random(3)
    postings = Postings()
    shared = 7 << 24
    for document in range(4 * KEPT):
        own = [chance.randrange(1 << 40) << 24 for _ in range(2000)]
        postings.add(np.sort(np.array([shared, *own], np.uint64)), document)
        _, found = postings.holders(np.array([shared], np.uint64))
        assert found.tolist() == list(range(min(document + 1, KEPT)))
