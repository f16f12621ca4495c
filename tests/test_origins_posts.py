"""Posts of others that a text shows."""

from hypothesis import given
from hypothesis import strategies as st

from hearsay.origins.citing.posts import posts_in

SHOWN = "He wrote:\n\nWe leave Merek.\n\n— Samir Dhafari (@dhafari) May 2, 2022\n\nNobody left."


def test_the_paragraph_before_a_signature_is_the_signers():
    (post,) = posts_in(SHOWN)
    assert post.words.of(SHOWN) == "We leave Merek."
    assert post.signer.name == "Samir Dhafari"
    assert post.signature.of(SHOWN) == "Samir Dhafari"


def test_the_lines_before_a_signature_in_one_paragraph_are_the_signers():
    text = "We leave Merek.\n-- Samir Dhafari (@dhafari) May 2, 2022"
    assert [post.words.of(text) for post in posts_in(text)] == ["We leave Merek."]


def test_a_handle_in_a_sentence_signs_nothing():
    assert posts_in("He follows Samir Dhafari (@dhafari) and others.") == ()


def test_two_posts_one_after_the_other_do_not_run_together():
    text = "One.\n— Samir Dhafari (@d) May 2\nTwo.\n— Mona Barakat (@b) May 3"
    assert [post.signer.name for post in posts_in(text)] == ["Samir Dhafari", "Mona Barakat"]
    assert posts_in(text)[1].words.of(text).strip().endswith("Two.")
    assert "One" not in posts_in(text)[1].words.of(text)


@given(st.text(alphabet="ab— (@)\n.A", max_size=60))
def test_posts_never_overlap_and_lie_before_their_signatures(text):
    at = 0
    for post in posts_in(text):
        assert at <= post.words.start < post.words.end <= post.signature.start
        at = post.words.end
