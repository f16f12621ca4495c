"""What stands around an article is marked as furniture, and nothing of the article is."""

from __future__ import annotations

import pytest

from hearsay.documents.furniture import is_furniture
from hearsay.documents.making import make
from hearsay.sources.fetcher import captured
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document

PROSE = "The minister said on Monday that the army would stay in the city until the vote was over."


def document(text: str) -> Document:
    fetched = captured(
        text.encode(), address="a.txt", method="file", stated=Particulars(), captured_at="now"
    )
    made = make(fetched).document
    assert made is not None
    return made


def furniture(text: str) -> list[str]:
    made = document(text)
    return [span.of(made.text) for span in made.furniture]


@pytest.mark.parametrize(
    "line",
    [
        "Latest news", "Related news", "Related Stories:", "Most Read", "More from World",
        "You may also like", "Share on Facebook", "Facebook Twitter WhatsApp", "Email", "Print",
        "SHARE", "Advertisement", "Read more: What the report left out", "Read More",
        "See also: A map of the bases", "We use cookies to improve your experience. Accept",
        "Sign up for our daily newsletter", "Subscribe to get breaking news alerts by email",
        "© 2022 The Harbour Times. All rights reserved.", "Copyright 2021 Harbour Media",
        "Photo: Jan Kos, AP", "(AP Photo/Jan Kos)", "3 comments", "2 hours ago", "5 min read",
        "Skip to content", "Home", "Back to top", "* * *", "___", "Follow us on Twitter",
        "Click here to comment", "Continue reading the main story", "Terms of Use",
    ],
)  # fmt: skip
def test_a_formula_of_page_furniture_is_recognised(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "The latest news from the front was bad.",
        "More officers were promoted.",
        "Home was far away.",
        "Related by marriage to the general",
        "Share prices fell on Monday.",
        "Print shops were raided.",
        "Most of the units remained loyal.",
        "More than 30 attacks were counted.",
        "Read the law, the judge told him.",
        "Subscribers to the pact include Averne.",
        "Photographs of the dead were shown on television by the station.",
        "Comment was not available from the ministry.",
        "Top generals met in Velan",
        "Follow the money, the inspector advised.",
        "No.",
        "“More!” he shouted.",
    ],
)
def test_prose_is_left_alone(line: str) -> None:
    assert not is_furniture(line)


def test_the_two_lines_after_an_article_are_furniture_and_the_first_line_its_title() -> None:
    text = (
        f"The sway of militias over the army\n\n{PROSE}\n\n{PROSE}\n\nLatest news\nRelated news\n"
    )
    assert furniture(text) == ["Latest news", "Related news"]
    assert document(text).found.title == "The sway of militias over the army"


def test_headlines_listed_under_related_news_at_the_end_are_furniture() -> None:
    text = f"{PROSE}\n\nRelated news\nBridge closed for repairs\nMayor opens new school\n"
    assert furniture(text) == [
        "Related news",
        "Bridge closed for repairs",
        "Mayor opens new school",
    ]


def test_an_article_that_goes_on_after_a_link_box_is_read_on() -> None:
    text = f"{PROSE}\n\nRelated news\nBridge closed\n\n{PROSE} It rained."
    made = document(text)
    assert [p.kind for p in made.passages] == ["paragraph", "furniture", "paragraph", "paragraph"]


def test_the_title_is_found_below_the_furniture() -> None:
    made = document(f"Skip to content\nShare\n\nArmy stays in the city\n\n{PROSE}\n")
    assert made.found.title == "Army stays in the city"


def test_nothing_is_thrown_away() -> None:
    text = f"Menu\n\n{PROSE}\n\nAdvertisement\n\n{PROSE}\n"
    assert document(text).text == text
