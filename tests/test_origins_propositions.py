from __future__ import annotations

from hashlib import sha256
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.origins.alike.grouping import groups_of
from hearsay.origins.alike.propositions import Proposition, propositions_of
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.readings import Claim, Reading
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account

INFLUENCE = "The 3rd Division of the Tamrini Army is under the strongest Oshandi influence."
REWORDED = "Oshand's influence is strongest in the Tamrini Army's third division."
MOVED = "The Border Force closed the crossing at Merek for nine days in a quarrel over fees."


def account(name: str, *sentences: str) -> Account:
    """A document of which each sentence is a claim of the outlet's own."""
    text = "\n".join(sentences)
    capture = sha256(f"{name}\n{text}".encode()).hexdigest()
    claims, passages, at = [], [], 0
    for number, sentence in enumerate(sentences, 1):
        span = Span(at, at + len(sentence))
        passages.append(Passage(span, "paragraph", number))
        claims.append(claim(capture, text, number, span))
        at = span.end + 1
    document = Document(capture, "text 1", text, tuple(passages), Particulars())
    return Account(document, Reading("test 1"), tuple(claims), name)


def claim(capture: str, text: str, number: int, *spans: Span) -> Claim:
    return Claim(
        id=sha256(f"{capture}{spans}".encode()).hexdigest()[:16],
        capture=capture,
        spans=spans,
        words=" … ".join(span.of(text) for span in spans),
        speakers=(),
        addressee=None,
        cue=None,
        cue_class=None,
        speech=None,
        polarity="affirmed",
        hedges=(),
        inserted=(),
        times=(),
        passage=number,
        page=None,
        score=0.9,
    )


def words_of_all(found: tuple[Proposition, ...]) -> list[list[str]]:
    return [[claim.words for claim in one.claims] for one in found]


def test_a_republished_and_a_reworded_sentence_meet() -> None:
    accounts = [account("a", INFLUENCE), account("b", INFLUENCE, MOVED), account("c", REWORDED)]
    assert words_of_all(propositions_of(accounts)) == [[INFLUENCE, INFLUENCE, REWORDED]]


def test_what_only_one_says_is_given_where_it_is_asked_for() -> None:
    accounts = [account("a", INFLUENCE), account("b", MOVED)]
    assert propositions_of(accounts) == ()
    assert words_of_all(propositions_of(accounts, least=1)) == [[INFLUENCE], [MOVED]]


def test_nothing_gives_no_propositions() -> None:
    assert propositions_of([]) == ()
    assert propositions_of([account("a", "")]) == ()


def test_the_same_claims_give_the_same_id_whatever_their_order() -> None:
    accounts = [account("a", INFLUENCE), account("b", REWORDED), account("c", INFLUENCE, MOVED)]
    one, other = propositions_of(accounts), propositions_of(accounts[::-1])
    assert {p.id for p in one} == {p.id for p in other}


def test_the_gist_is_the_fullest_telling() -> None:
    short = "The 3rd Division is under the strongest Oshandi influence."
    found = propositions_of([account("a", short), account("b", INFLUENCE)])
    assert [one.gist for one in found] == [INFLUENCE]


def test_a_person_joins_what_was_apart() -> None:
    accounts = [account("a", INFLUENCE), account("b", MOVED)]
    pair = (accounts[0].claims[0].id, accounts[1].claims[0].id)
    assert words_of_all(propositions_of(accounts, joined={pair})) == [[INFLUENCE, MOVED]]


def test_a_person_parts_even_the_same_words() -> None:
    accounts = [account("a", INFLUENCE), account("b", INFLUENCE)]
    pair = (accounts[0].claims[0].id, accounts[1].claims[0].id)
    assert propositions_of(accounts, parted={pair}) == ()


def test_what_was_parted_stays_apart_when_both_are_joined_to_a_third() -> None:
    accounts = [account(name, INFLUENCE) for name in "abc"]
    a, b, c = (one.claims[0].id for one in accounts)
    found = propositions_of(accounts, parted={(a, b)}, joined={(a, c), (b, c)})
    assert all({a, b} - {claim.id for claim in one.claims} for one in found)


def test_two_assertions_cut_from_one_sentence_stay_apart() -> None:
    text = "Most units of the Tamrini Army stayed loyal and obeyed the Prime Minister."
    subject, first, second = Span(0, 30), Span(0, 43), Span(48, 73)
    whole = account("a", text)
    claims = (
        claim(whole.id, text, 1, first),
        claim(whole.id, text, 1, subject, second),
    )
    cut = Account(whole.document, whole.reading, claims, "a")
    assert propositions_of([cut]) == ()


def test_a_remark_that_says_next_to_nothing_is_not_grouped_with_others_like_it() -> None:
    found = propositions_of(
        [account("a", "It was a mistake."), account("b", "A mistake was made.")]
    )
    assert found == ()


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from([INFLUENCE, REWORDED, MOVED, "No."]), max_size=3, unique=True),
        max_size=4,
    )
)
def test_every_claim_is_in_one_proposition_and_only_one(documents: list[list[str]]) -> None:
    accounts = [account(str(at), *sentences) for at, sentences in enumerate(documents)]
    inside = [c.id for one in propositions_of(accounts, least=1) for c in one.claims]
    assert sorted(inside) == sorted(c.id for one in accounts for c in one.claims)


def _groups(count: int, likeness: dict[tuple[int, int], float], forbidden=frozenset()):  # type: ignore[no-untyped-def]
    def asked(left, right):  # type: ignore[no-untyped-def]
        pairs = zip(left.tolist(), right.tolist(), strict=True)
        return np.array([likeness.get((min(p), max(p)), 0.0) for p in pairs])

    rows = [(a, b, p) for (a, b), p in sorted(likeness.items()) if p >= 0.5]
    left, right, chances = (np.array(column) for column in zip(*rows, strict=True))
    return groups_of(count, (left, right, chances), asked, forbidden)


def test_a_chain_of_weak_links_makes_no_heap() -> None:
    assert max(map(len, _groups(6, {(n, n + 1): 0.6 for n in range(5)}))) == 2


def test_what_is_forbidden_never_comes_together() -> None:
    likeness = {pair: 0.9 for pair in combinations(range(4), 2)}
    groups = _groups(4, likeness, {(0, 3)})
    assert all(not {0, 3} <= set(group) for group in groups)


@pytest.mark.parametrize("size", [50, 200])
def test_a_crowd_of_near_copies_comes_together(size: int) -> None:
    likeness = {(a, b): 0.99 for a in range(size) for b in range(a + 1, min(a + 80, size))}
    assert max(map(len, _groups(size, likeness))) >= 50


def test_a_sentence_cut_twice_counts_once() -> None:
    text = "Concerns about the Badger Brigade infiltrating the Tamrini ministries remained strong."
    whole = account("a", text)
    claims = (claim(whole.id, text, 1, Span(0, 68)), claim(whole.id, text, 1, Span(9, 68)))
    cut = Account(whole.document, whole.reading, claims, "a")
    assert propositions_of([cut]) == ()
    found = propositions_of([cut], least=1)
    assert [(one.claims, one.doubles) for one in found] == [((claims[0],), (claims[1],))]
