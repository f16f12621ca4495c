"""Quotations met by their words, and what was altered in them."""

from __future__ import annotations

from hashlib import sha256

import pytest

from hearsay.origins.sharing.quotations import quotations_in, quotations_of
from hearsay.origins.sharing.quoting import MOST, MOST_IN_ALL, Quoted, QuoteIndex
from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.readings import Attribution, Reading
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account


def account(text: str, *attributions: Attribution) -> Account:
    passages, at = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        passages.append(Passage(Span(at, at + len(line)), "paragraph", number))
        at += len(line) + 1
    capture = sha256(text.encode()).hexdigest()
    document = Document(capture, "text 1", text, tuple(passages))
    return Account(document, Reading("none", attributions=attributions), ())


def between_marks(text: str) -> list[str]:
    return [" / ".join(s.of(text) for s in q.spans) for q in quotations_of(account(text))]


def compared(earlier: str, later: str) -> tuple[Quoted, ...]:
    index = QuoteIndex()
    first, second = account(earlier), account(later)
    index.add(first)
    index.add(second)
    return index.quoted(second.id, before=True)


def edits(earlier: str, later: str) -> list[tuple[str, str, str]]:
    return [
        (e.kind, e.left.of(later) if e.left else "", e.right.of(earlier) if e.right else "")
        for quoted in compared(earlier, later)
        for e in quoted.edits
    ]


@pytest.mark.parametrize(
    "marks", ["“{}”", '"{}"', "«{}»", "„{}“", "``{}''", "‘{}’", "'{}'", "”{}”"]
)
def test_quotation_marks_of_all_kinds_are_known(marks: str) -> None:
    text = f"The minister said {marks.format('it is Tamrin’s own army')} on Monday."
    assert between_marks(text) == ["it is Tamrin’s own army"]


def test_a_quotation_runs_over_paragraphs_that_open_with_a_mark() -> None:
    text = "“We left at dawn.\n“Nobody stopped us,” the driver said. He wept."
    assert between_marks(text) == ["We left at dawn. / Nobody stopped us,"]


def test_a_quotation_that_is_never_closed_is_left_out() -> None:
    assert between_marks("“We left at dawn, he said.\nNobody stopped “them”.") == ["them"]


def test_an_inner_quotation_stands_after_its_outer_one() -> None:
    text = "“He told us ‘never again’ and went,” she said."
    assert between_marks(text) == ["He told us ‘never again’ and went,", "never again"]


def test_apostrophes_are_no_quotation_marks() -> None:
    assert between_marks("The boys' fathers didn't see the generals' cars in '06.") == []


def test_direct_speech_without_marks_is_taken_from_the_reader() -> None:
    text = "Q: Did they pay? Minister: We paid every one of them in full."
    content = (Span(27, len(text)),)
    heard = Attribution(
        *("a1", (Span(17, 25),), (), content, None, None, None, (), "said", "direct"),
        *("affirmed", (), (), 0.9),
    )
    found = quotations_of(account(text, heard))
    assert [q.spans[0].of(text) for q in found] == ["We paid every one of them in full."]


def test_a_part_quoted_of_a_longer_quotation_is_met_without_an_edit() -> None:
    earlier = "“The units are scattered throughout the security services and paid late,” he said."
    later = "He spoke of units “scattered throughout the security services”."
    (quoted,) = compared(earlier, later)
    assert quoted.marked
    assert quoted.share == 1.0
    assert quoted.edits == ()
    assert quoted.right_spans[0].of(earlier) == "scattered throughout the security services"


def test_words_that_stand_unquoted_in_an_earlier_report_are_met_there() -> None:
    earlier = "Most officers remain scattered throughout the security services of Tamrin, it found."
    later = "The report calls them “scattered throughout the security services of Tamrin”."
    (quoted,) = compared(earlier, later)
    assert not quoted.marked
    assert quoted.right_spans[0].of(earlier) == (
        "scattered throughout the security services of Tamrin"
    )


@pytest.mark.parametrize(
    ("later", "edit"),
    [
        (
            "“The two divisions are under the smallest outside influence of all units”",
            ("swapped", "smallest", "greatest"),
        ),
        (
            "“The two divisions are under the greatest influence of all units”",
            ("dropped", "", "outside"),
        ),
        (
            "“The two divisions are now under the greatest outside influence of all units”",
            ("added", "now", ""),
        ),
        (
            "“The ten divisions are under the greatest outside influence of all units”",
            ("swapped", "ten", "two"),
        ),
    ],
)
def test_an_altered_quotation_shows_what_was_altered(
    later: str, edit: tuple[str, str, str]
) -> None:
    earlier = "“The two divisions are under the greatest outside influence of all units,” it says."
    assert edits(earlier, f"The report says: {later}.") == [edit]


@pytest.mark.parametrize(
    "later",
    [
        '"the 2 divisions can not organise anti government fighters, who aren’t paid."',
        "“THE TWO DIVISIONS cannot organize anti-government fighters, who are not paid”",
        "“The two divisions [of the Tamrin army] cannot organize anti-government fighters, "
        "who aren't paid”",
        "“The two divisions … cannot organize … fighters, who aren't paid”",
        "“The two divisions cannot organize,” he went on, “antigovernment fighters, who aren't”",
    ],
)
def test_house_style_and_what_is_honestly_marked_is_no_alteration(later: str) -> None:
    earlier = (
        "“The two divisions cannot organize anti-government fighters, who aren't paid,” he said."
    )
    assert compared(earlier, f"He said {later}.")
    assert edits(earlier, f"He said {later}.") == []


def test_brackets_in_the_earlier_quotation_are_no_words_of_the_speaker() -> None:
    earlier = "“The ISF [Iraqi Security Forces] rely on outside money for each operation,” he said."
    later = "“The ISF rely on outside money for each operation,” he said."
    assert [q.edits for q in compared(earlier, later)] == [()]


def test_another_sentence_made_of_everyday_words_is_not_the_same_quotation() -> None:
    earlier = "“We are going to have to see,” the minister said."
    assert compared(earlier, "“We are going to see what you do,” the general said.") == ()


def test_a_short_quotation_is_met_only_where_its_words_are_rare() -> None:
    assert compared("He said “of it” and left.", "They spoke “of it” again.") == ()
    assert compared("He called them “lantern bearers”.", "The “lantern bearers” came.") != ()


def test_spans_of_every_quotation_keep_within_the_text() -> None:
    text = "“A ‘b” c’ «d “e\n“f» g” 'h\n``i'' j’"
    spans = [
        Span(at, at + len(line))
        for at, line in ((0, text.split("\n")[0]), (16, "“f» g” 'h"), (26, "``i'' j’"))
    ]
    for quotation in quotations_in(text, spans):
        assert all(span.end <= len(text) for span in quotation.spans)


def test_what_everybody_prints_is_set_beside_so_many_and_the_same_words_first() -> None:
    index = QuoteIndex()
    ends = ("Calder", "Velan", "Sabela", "Irimia", "Oshand")
    said = "“nobody at the ministry kept a list of those who were held in the old fort of {}”"
    for at, end in enumerate(ends * 16):
        index.add(account(f"Paper number {at} wrote that {said.format(end)}, and no more."))
    last = account(f"He repeated it on Monday: {said.format(ends[0])}.")
    index.add(last)
    found = index.quoted(last.id, before=True)
    assert len(found) == MOST_IN_ALL < len(ends) * MOST
    assert [not one.edits for one in found] == [True] * MOST + [False] * (MOST_IN_ALL - MOST)
