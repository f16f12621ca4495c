"""Posts of others that a text shows whole, with the line under them that says whose they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from hearsay.origins.citing.speakers import Source, source_of
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.spans import Span, hull


@dataclass(frozen=True, slots=True)
class Post:
    """A post as a text shows it."""

    words: Span
    """What it says, without its signature."""
    signer: Source
    signature: Span


Posts = Mapping[str, tuple[Post, ...]]
"""For each account that shows posts, those posts in reading order."""


def posts_in(text: str) -> tuple[Post, ...]:
    """The posts that a text shows: the paragraph before "— Name (@handle)", or the lines before it.

    >>> text = "A.\\n\\nWe meet.\\n— Ann Low (@low) May 2, 2021"
    >>> [post.words.of(text) for post in posts_in(text)]
    ['We meet.']
    """
    if "(@" not in text:
        return ()
    found: list[Post] = []
    for match in _SIGNED.finditer(text):
        end = len(text[: match.start()].rstrip())
        start = max(text.rfind("\n\n", 0, end), found[-1].signature.end - 1 if found else -1) + 1
        start += len(text[start:end]) - len(text[start:end].lstrip())
        signer = source_of(match["name"], person=True)
        if start < end and signer.identified:
            where = Span(match.start("name"), match.end("name"))
            found.append(Post(Span(start, end), signer, where))
    return tuple(found)


def post_around(claim: Claim, posts: tuple[Post, ...]) -> Post | None:
    """The post in which a claim stands."""
    if not posts:
        return None
    place = hull(claim.spans)
    return next((post for post in posts if post.words.covers(place)), None)


_SIGNED = re.compile(
    r"(?:—|–|--)\s*(?P<name>[^\W\d_][^\n(@]{1,50}?)\s*(?:[\U0001F1E6-\U0001F1FF]+\s*)?\(@\w{1,30}\)"
)
