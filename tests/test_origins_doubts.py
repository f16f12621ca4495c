"""What lies near the line of a proposition: members that may say another thing, others that may
say the same, and what both do to the number of origins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hearsay.origins.alike.comparing import Real, Whole
from hearsay.origins.alike.doubts import Doubts, Neighbour, doubts_of
from hearsay.origins.alike.grouping import Edges, Likenesses, groups_of
from hearsay.origins.alike.nodes import LaidOut
from hearsay.origins.citing.resolving import Sources
from hearsay.origins.counting import count
from hearsay.origins.descent.elsewhere import from_elsewhere
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.readings import Claim, Reading, Speaker
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account, ClaimNode, Perhaps

Likeness = Mapping[tuple[int, int], float]


def claim(name: str, capture: str = "", words: str = "The 3rd Brigade left Velan.") -> Claim:
    return Claim(
        id=name,
        capture=capture or name.rjust(64, "0"),
        spans=(Span(0, len(words)),),
        words=words,
        speakers=(Speaker("the paper", None),),
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


def nodes(*documents: str, forbidden: frozenset[tuple[int, int]] = frozenset()) -> LaidOut:
    """One claim a node, each in the document of this name."""
    places = [[(ord(name), at)] for at, name in enumerate(documents)]
    return LaidOut(places, forbidden, {f"c{at}": at for at in range(len(documents))})


def edges(likeness: Likeness) -> Edges:
    """The pairs of a table with what is judged of each."""
    pairs = np.array(sorted(likeness), np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1], np.array([likeness[one] for one in sorted(likeness)])


def doubts(
    groups: Sequence[Sequence[int]],
    held: LaidOut,
    likeness: Likeness,
    **more: frozenset[tuple[str, str]],
) -> Doubts:
    return doubts_of(groups, held, edges(likeness), chances(likeness), **more)


def chances(likeness: Likeness) -> Likenesses:
    def known(left: Whole, right: Whole) -> Real:
        pairs = zip(left.tolist(), right.tolist(), strict=True)
        return np.array([likeness.get((min(p), max(p)), 0.0) for p in pairs])

    return known


def test_the_smaller_part_is_doubted_where_two_parts_are_little_alike() -> None:
    likeness = {(0, 1): 0.95, (0, 2): 0.55, (1, 2): 0.6}
    assert doubts([[0, 1, 2]], nodes("a", "b", "c"), likeness).doubted == {2}


def test_nothing_is_doubted_of_a_group_that_is_alike_throughout() -> None:
    likeness = {(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.85}
    assert not doubts([[0, 1, 2]], nodes("a", "b", "c"), likeness).doubted


def test_what_a_person_joined_is_not_doubted() -> None:
    found = doubts([[0, 1]], nodes("a", "b"), {(0, 1): 0.5}, joined=frozenset({("c0", "c1")}))
    assert not found.doubted


def test_a_claim_that_is_nearly_alike_enough_perhaps_says_the_same() -> None:
    likeness = {(0, 1): 0.9, (0, 2): 0.45, (1, 2): 0.43}
    found = doubts([[0, 1], [2]], nodes("a", "b", "c"), likeness)
    assert [(group, round(p, 2)) for group, p in found.perhaps[0]] == [(1, 0.44)]


def test_what_one_claim_is_like_and_the_group_is_not_does_not_perhaps_say_the_same() -> None:
    likeness = {(0, 1): 0.9, (0, 2): 0.45, (1, 2): 0.1}
    assert not doubts([[0, 1], [2]], nodes("a", "b", "c"), likeness).perhaps


def test_a_document_does_not_perhaps_say_what_it_says_already() -> None:
    likeness = {(0, 1): 0.9, (0, 2): 0.45, (1, 2): 0.45}
    assert not doubts([[0, 1], [2]], nodes("a", "b", "b"), likeness).perhaps


def test_what_a_person_parted_does_not_perhaps_say_the_same() -> None:
    held = nodes("a", "b", "c", forbidden=frozenset({(0, 2)}))
    likeness = {(0, 1): 0.9, (0, 2): 0.45, (1, 2): 0.45}
    assert not doubts([[0, 1], [2]], held, likeness).perhaps


def test_two_claims_told_once_each_are_nobodys_neighbours() -> None:
    assert not doubts([[0], [1]], nodes("a", "b"), {(0, 1): 0.45}).perhaps


@given(st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)), st.floats(0.02, 0.99)))
def test_only_members_are_doubted_and_never_all_of_a_group(
    drawn: dict[tuple[int, int], float],
) -> None:
    likeness = {(min(p), max(p)): v for p, v in drawn.items() if p[0] != p[1]}
    near = {pair: likely for pair, likely in likeness.items() if likely >= 0.5}
    groups = groups_of(8, edges(near), chances(likeness), frozenset())
    found = doubts(groups, nodes(*"abcdefgh"), likeness)
    assert all(not found.doubted.issuperset(group) for group in groups)
    for group, others in found.perhaps.items():
        assert all(group != other and group in dict(found.perhaps[other]) for other, _ in others)


def told(*ids: str) -> list[ClaimNode]:
    return [ClaimNode(id, claim(id), "2022-02-15") for id in ids]


def near(likely: float) -> Perhaps:
    return Perhaps(("c9",), "Soldiers of the 3rd were seen leaving Velan.", "9" * 64, likely)


def test_least_leaves_out_an_origin_that_may_say_another_thing() -> None:
    both = {"k1": True, "k2": True}
    assert count(told("k1", "k2"), [], both).least == 2
    found = count(told("k1", "k2"), [], both, doubted=["k2"])
    assert (found.least, found.expected, found.most) == (1, 2.0, 2)
    assert [(root.node, root.doubted) for root in found.roots] == [("k1", False), ("k2", True)]


def test_least_keeps_an_origin_that_one_claim_surely_leads_back_to() -> None:
    found = count(told("k1", "k2"), [], {"k1": True, "k2": True}, doubted=[])
    assert found.least == 2


def test_most_takes_in_what_perhaps_says_the_same() -> None:
    found = count(told("k1"), [], {"k1": True}, perhaps=[near(0.45)])
    assert (found.least, found.expected, found.most) == (1, 1.0, 2)
    assert found.perhaps == (near(0.45),)


def test_most_does_not_take_in_every_one_of_many_doubtful_claims() -> None:
    found = count(told("k1"), [], {"k1": True}, perhaps=[near(0.4)] * 10)
    # Of ten such more than six hold in 5 cases of 100, more than five in 17.
    assert found.most == 7


def paper(name: str, *claims: str) -> Account:
    text = "\n".join(claims)
    document = Document(
        name.rjust(64, "0"),
        "text 1",
        text,
        (Passage(Span(0, len(text)), "paragraph", 1),),
        Particulars(published="2022-02-15", publisher=name),
    )
    made = tuple(claim(f"{name} {at}", document.capture, words) for at, words in enumerate(claims))
    return Account(document, Reading("test 1"), made, name)


def test_a_claim_of_an_outlet_that_tells_it_already_brings_no_origin() -> None:
    merek, halm = paper("Merek Post", "The 3rd left."), paper("Halm Echo", "The 3rd has gone.")
    sources = Sources.of([merek, halm])
    again = Neighbour(merek.claims, 0.45)
    other = Neighbour(halm.claims, 0.44)
    found = from_elsewhere([again, other], merek.claims, sources)
    assert [(one.claims, one.probability) for one in found] == [(("Halm Echo 0",), 0.44)]


def test_two_claims_of_one_outlet_bring_one_origin() -> None:
    merek = paper("Merek Post", "The 3rd left.")
    halm = paper("Halm Echo", "The 3rd has gone.", "Gone is the 3rd.")
    each = [Neighbour((one,), 0.45) for one in halm.claims]
    found = from_elsewhere(each, merek.claims, Sources.of([merek, halm]))
    assert len(found) == 1
