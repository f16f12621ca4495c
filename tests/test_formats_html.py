"""Web pages: the article in its own order, all the rest kept as furniture."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.documents.making import Made, make
from hearsay.sources.fetcher import captured
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document

ONE = "The minister said on Monday that the army would stay in the city until the vote was over."
TWO = "A spokesman for the opposition denied that any of the units had been asked to leave before."
THREE = "The report counted forty-one attacks in the last quarter, nine of them made with drones."


def made(page: str | bytes, received: tuple[tuple[str, str], ...] = ()) -> Made:
    content = page if isinstance(page, bytes) else page.encode()
    return make(
        captured(
            content,
            address="page.html",
            method="file",
            stated=Particulars(),
            captured_at="now",
            received=received,
        )
    )


def document(page: str | bytes, received: tuple[tuple[str, str], ...] = ()) -> Document:
    found = made(page, received).document
    assert found is not None
    return found


def article(body: str, *, head: str = "", around: str = "") -> str:
    return (
        f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"
        f"<article><h1>Army stays in the city</h1>{body}</article>{around}"
        "<footer>© 2022 Harbour Times</footer></body></html>"
    )


def kinds(found: Document) -> list[tuple[str, str]]:
    return [(p.kind, p.span.of(found.text)) for p in found.passages]


def test_the_article_comes_first_and_the_rest_as_furniture() -> None:
    found = document(article(f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"))
    assert kinds(found) == [
        ("heading", "Army stays in the city"),
        ("paragraph", ONE),
        ("paragraph", TWO),
        ("paragraph", THREE),
        ("furniture", "Home World"),
        ("furniture", "© 2022 Harbour Times"),
    ]


def test_headings_lists_tables_and_quotations_keep_their_place() -> None:
    found = document(
        article(
            f"<p>{ONE}</p><h2>Numbers</h2><ul><li>Nine attacks were made with drones</li>"
            "<li>Five attacks were made with rifles</li></ul>"
            "<table><caption>Training</caption><tr><th>Unit</th><th>Men</th></tr>"
            "<tr><td>5th Brigade</td><td>120</td></tr></table>"
            f"<blockquote><p>{TWO}</p></blockquote><p>{THREE}</p>"
        )
    )
    main = [k for k in kinds(found) if k[0] != "furniture"]
    assert main == [
        ("heading", "Army stays in the city"),
        ("paragraph", ONE),
        ("heading", "Numbers"),
        ("list_item", "Nine attacks were made with drones"),
        ("list_item", "Five attacks were made with rifles"),
        ("caption", "Training"),
        ("table_row", "Unit\tMen"),
        ("table_row", "5th Brigade\t120"),
        ("paragraph", TWO),
        ("paragraph", THREE),
    ]
    rows = [p for p in found.passages if p.kind == "table_row"]
    assert [(p.row, p.label) for p in rows] == [(1, "Training"), (2, "Training")]


def test_related_news_beside_the_article_is_furniture() -> None:
    found = document(
        article(
            f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>",
            around="<aside><h3>Related news</h3><ul><li><a href='/x'>Bridge closed for repairs"
            "</a></li></ul></aside>",
        )
    )
    furniture = [words for kind, words in kinds(found) if kind == "furniture"]
    assert "Related news" in furniture
    assert "Bridge closed for repairs" in furniture


def test_a_credit_and_a_byline_in_the_page_are_known_for_what_they_are() -> None:
    found = document(
        article(
            f"<p class='by'>By Jan Kos</p><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"
            "<p>Source » velanmonitor</p>"
        )
    )
    assert [(c.kind, c.name) for c in found.credits] == [("reprint", "velanmonitor")]
    assert ("credit", "By Jan Kos") in kinds(found)
    assert found.found.byline == "Jan Kos"


@pytest.mark.parametrize(
    ("head", "how"),
    [
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": '
         '"2022-02-15T08:00:00Z"}</script>', "JSON-LD datePublished"),
        ('<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": '
         '["NewsArticle"], "datePublished": "2022-02-15"}]}</script>', "JSON-LD datePublished"),
        ('<meta property="article:published_time" content="2022-02-15T23:00:00+03:00">',
         "meta article:published_time"),
        ('<meta name="DC.date.issued" content="2022-02-15">', "meta dc.date.issued"),
        ('<link rel="canonical" href="https://h.example/2022/02/15/army-stays">',
         "date in the address"),
    ],
)  # fmt: skip
def test_the_date_is_found_and_how_is_kept(head: str, how: str) -> None:
    found = document(article(f"<p>{ONE}</p><p>{TWO}</p>", head=head))
    assert found.found.published == "2022-02-15"
    assert dict(found.found_how)["published"] == how


def test_a_time_element_dates_the_page_but_not_the_one_of_an_update() -> None:
    found = document(
        article(
            "<time class='updated' datetime='2022-03-01'>1 March</time>"
            f"<time datetime='2022-02-15'>15 February</time><p>{ONE}</p><p>{TWO}</p>"
        )
    )
    assert found.found.published == "2022-02-15"


def test_title_publisher_byline_and_address_are_found() -> None:
    head = (
        "<title>Army stays in the city | Harbour Times</title>"
        '<meta property="og:site_name" content="Harbour Times">'
        '<meta name="author" content="Jan Kos">'
        '<link rel="canonical" href="/world/army">'
    )
    page = article(f"<p>{ONE}</p><p>{TWO}</p>", head=head)
    found = document(page, (("url", "https://h.example/x?y=1"),)).found
    assert found.title == "Army stays in the city"
    assert (found.publisher, found.byline) == ("Harbour Times", "Jan Kos")
    assert (found.url, found.language) == ("https://h.example/world/army", "en")


def test_broken_linked_data_is_passed_over() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    assert document(article(f"<p>{ONE}</p><p>{TWO}</p>", head=head)).found.published is None


def test_scripts_styles_and_comments_are_no_text() -> None:
    page = article(f"<p>{ONE}<!-- secret --></p><script>var hidden = 1;</script><p>{TWO}</p>")
    text = document(page).text
    assert "secret" not in text
    assert "hidden" not in text
    assert ONE in text


def test_inline_marks_do_not_break_words_and_line_breaks_do() -> None:
    found = document(
        article(f"<p>The <b>min</b>ister<i>’s</i> office<br>in Velan. {ONE}</p><p>{TWO}</p>")
    )
    assert f"The minister’s office\nin Velan. {ONE}" in found.text


def test_two_line_breaks_part_paragraphs() -> None:
    found = document(article(f"<div>{ONE}<br><br>{TWO}<br/>\n<br/>{THREE}</div>"))
    assert [w for k, w in kinds(found) if k == "paragraph"] == [ONE, TWO, THREE]


def test_a_note_in_the_page_is_linked_to_its_mark() -> None:
    found = document(
        article(
            f'<p>{ONE}<sup><a href="#fn1">1</a></sup></p><p>{TWO}</p><p>{THREE}</p>'
            '<ol><li id="fn1">Letter of the ministry, 3 January 2022.</li></ol>'
        )
    )
    (mark,) = found.note_marks
    assert mark.mark.of(found.text) == "1"
    assert found.text[: mark.mark.start].endswith(ONE)
    assert mark.note.of(found.text) == "Letter of the ministry, 3 January 2022."
    assert [p.label for p in found.passages if p.kind == "note"] == ["1"]


def test_an_old_page_in_its_declared_encoding_is_read_right() -> None:
    page = f"<html><head><meta charset='windows-1256'></head><body><p>قال الوزير</p><p>{ONE}</p>"
    assert "قال الوزير" in document(page.encode("cp1256")).text


def test_the_encoding_that_the_server_names_comes_first() -> None:
    page = f"<html><body><p>Zażółć gęślą jaźń</p><p>{ONE}</p></body></html>".encode("iso-8859-2")
    served = (("content-type", "text/html; charset=iso-8859-2"),)
    assert "Zażółć gęślą jaźń" in document(page, served).text


@pytest.mark.parametrize(
    "page",
    ["<html><head><title>x</title></head><body></body></html>",
     "<!doctype html><html><body><script>render()</script><div id='app'></div></body></html>"],
)  # fmt: skip
def test_a_page_without_text_is_one_problem(page: str) -> None:
    result = made(page)
    assert result.document is None
    assert [p.code for p in result.problems] == ["no-text"]


def test_a_page_nested_deeper_than_python_can_recurse_is_read() -> None:
    depth = 5000
    page = f"<html><body>{'<div>' * depth}<p>{ONE}</p>{'</div>' * depth}<p>{TWO}</p></body></html>"
    found = document(page)
    assert ONE in found.text or TWO in found.text


def test_a_layout_table_is_no_table_of_data() -> None:
    page = article(
        f"<table><tr><td><p>{ONE}</p></td><td><table><tr><td>{TWO}</td></tr></table></td></tr></table>"
    )
    assert all(p.kind != "table_row" for p in document(page).passages)


_WORDS = st.lists(
    st.sampled_from(["army", "minister", "said", "Velan", "41", "attacks", "و", "é"]), min_size=1
)
_LEAF = _WORDS.map(lambda w: escape(" ".join(w)))
_TREES = st.recursive(
    _LEAF,
    lambda inside: st.tuples(
        st.sampled_from(
            [
                "p",
                "div",
                "b",
                "span",
                "h2",
                "li",
                "blockquote",
                "section",
                "aside",
                "nav",
                "td",
                "tr",
                "table",
                "ul",
                "a",
            ]
        ),
        st.lists(inside, min_size=1, max_size=4),
    ).map(lambda pair: f"<{pair[0]}>{' '.join(pair[1])}</{pair[0]}>"),
    max_leaves=12,
)


@given(_TREES)
@settings(max_examples=60, deadline=None)
def test_no_word_of_any_page_is_lost_or_doubled(tree: str) -> None:
    from collections import Counter

    from lxml.html import document_fromstring

    page = f"<html><body>{tree}</body></html>"
    shown = Counter("".join(map(str, document_fromstring(page).itertext())).split())
    found = document(page)
    assert Counter(found.text.split()) == shown
    at = 0
    for passage in found.passages:
        assert at <= passage.span.start < passage.span.end
        at = passage.span.end
