"""Traces as a case keeps them."""

from __future__ import annotations

import pytest
from lineage_cases import account

from hearsay.case.kept_traces import TOGETHER, Keeping, TracedCase, packed
from hearsay.origins.finding import with_claim, with_words
from hearsay.origins.tracing import Traced, Tracing
from hearsay.outputs.imprints import imprint_of
from hearsay.vocabulary.traces import Account

SAID = (
    "the Regiment of Calder sold 31 rifles to the Ash Column in May",
    "four harbour launches burnt down beside the northern lighthouse",
    "nobody at the ministry kept a list of the prisoners held in Sabela",
    "the bridge over the Irimia was mined by men of the Steady Lantern",
)


def told(publisher: str, published: str, words: str) -> Account:
    text = f"{publisher} has looked into it. The Office of Audit said that {words}."
    return account(
        text,
        (words, "Office of Audit"),
        publisher=publisher,
        published=published,
        bodies=("Office of Audit",),
    )


@pytest.fixture(scope="module")
def every() -> list[Account]:
    papers = (("Calder Courier", "2031-05-06"), ("Velan Post", "2031-05-07"))
    return [told(*paper, words) for words in SAID for paper in papers]


@pytest.fixture(scope="module")
def found(every: list[Account]) -> Traced:
    return Tracing.of(every).traced()


@pytest.fixture
def kept(every: list[Account], found: Traced) -> TracedCase:
    imprints = tuple((one.id, imprint_of(one)) for one in every)
    keeping = Keeping()
    for at in range(0, len(found.traces), TOGETHER):
        keeping.take(packed(found.traces[at : at + TOGETHER]))
    return keeping.finish(found.links, imprints)


def test_all_that_was_kept_comes_back(
    kept: TracedCase, found: Traced, every: list[Account]
) -> None:
    assert len(found.traces) > 1
    assert tuple(kept.traces) == found.traces
    assert len(kept.traces) == len(found.traces)
    assert kept.links == found.links
    assert [kept.imprint_of(one.id).publisher for one in every[:2]] == [
        "Calder Courier",
        "Velan Post",
    ]


def test_single_traces_and_stretches_of_them_can_be_taken(kept: TracedCase, found: Traced) -> None:
    assert kept.traces[-1] == found.traces[-1]
    assert tuple(kept.traces[1:3]) == found.traces[1:3]
    with pytest.raises(IndexError):
        kept.traces[len(found.traces)]


def test_a_claim_finds_its_propositions(kept: TracedCase, found: Traced) -> None:
    for trace in found.traces:
        for claim in trace.claims:
            assert kept.with_claim(claim.id) == with_claim(found.traces, claim.id)
    assert kept.with_claim("none") == []


@pytest.mark.parametrize(
    "words", ["regiment calder", "RIFLES", "rif colum", "harbour lantern", "audit", "", "“"]
)
def test_words_find_what_they_find_among_all(kept: TracedCase, found: Traced, words: str) -> None:
    assert kept.with_words(words) == with_words(found.traces, words)


def test_nothing_told_more_than_once_is_kept_too() -> None:
    kept = Keeping().finish((), ())
    assert (len(kept.traces), kept.links, kept.with_words("rifles")) == (0, (), [])
