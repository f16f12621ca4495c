"""Common text in arrays: what goes in comes out, from both sides."""

from __future__ import annotations

import pickle

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.origins.sharing.packed import Meeting, shared_text
from hearsay.origins.sharing.shared_text import NOTHING, Common
from hearsay.vocabulary.spans import Span

DOCUMENTS = ("courier", "post", "wire", "gazette")
SPANS = st.tuples(st.integers(0, 90), st.integers(1, 9)).map(lambda at: (at[0], at[0] + at[1]))
PLACES = st.lists(st.tuples(SPANS, SPANS).map(lambda both: (*both[0], *both[1])), max_size=3)
SHARES = st.floats(0, 1)
PAIRS = [(left, right) for left in range(len(DOCUMENTS)) for right in range(left)]


@st.composite
def meetings(draw: st.DrawFn) -> list[Meeting]:
    met = [pair for pair in PAIRS if draw(st.booleans())]
    return [Meeting(left, right, draw(PLACES), draw(SHARES), draw(SHARES)) for left, right in met]


@settings(max_examples=60)
@given(meetings())
def test_what_two_have_in_common_is_found_from_both_sides(met: list[Meeting]) -> None:
    text = shared_text(met, DOCUMENTS)
    known = {}
    for one in met:
        left, right = DOCUMENTS[one.left], DOCUMENTS[one.right]
        parts = tuple((Span(a, b), Span(c, d)) for a, b, c, d in one.places)
        turned = tuple((other, mine) for mine, other in parts)
        known[left, right] = Common(parts, one.share_of_left)
        known[right, left] = Common(turned, one.share_of_right)
    assert dict(text.pairs) == known
    assert len(text.pairs) == len(known)
    for mine in DOCUMENTS:
        for other in DOCUMENTS:
            assert text.between(mine, other) == known.get((mine, other), NOTHING)


@settings(max_examples=30)
@given(meetings())
def test_partners_are_those_with_whom_there_is_anything(met: list[Meeting]) -> None:
    text = shared_text(met, DOCUMENTS)
    for document in DOCUMENTS:
        others = {other for one, other in text.pairs if one == document}
        assert set(text.partners.get(document, ())) == others
    assert set(text.partners) == {one for one, _ in text.pairs}
    assert len(text.partners) == len(set(text.partners))


def test_documents_that_are_not_known_have_nothing_in_common() -> None:
    text = shared_text([Meeting(1, 0, [(0, 5, 2, 7)])], DOCUMENTS)
    assert text.between("unknown", "post") == NOTHING
    assert "unknown" not in text.partners


def test_it_can_be_sent_to_another_process() -> None:
    text = shared_text([Meeting(1, 0, [(0, 5, 2, 7)], 0.5, 1.0)], DOCUMENTS)
    sent = pickle.loads(pickle.dumps(text))
    assert sent.between("post", "courier") == Common(((Span(0, 5), Span(2, 7)),), 0.5)
