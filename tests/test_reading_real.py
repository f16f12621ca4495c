"""On real articles, with the annotators' own attributions as input; needs ../shared."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.clauses import measure
from hearsay.reading.claims import claims_of
from hearsay.reading.found import FoundAttribution
from hearsay.reading.interpreting import interpret
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.spans import Span

SHARED = Path(__file__).parents[2] / "shared" / "data"
pytestmark = pytest.mark.skipif(
    not (SHARED / "polnear").exists(), reason="needs ../shared/data, which is not here"
)
ARTICLES = 40


def marked_attributions(path: Path) -> list[FoundAttribution]:
    """The attributions of a brat file: T lines hold spans, E lines join them by role."""
    spans: dict[str, tuple[Span, ...]] = {}
    made = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("T"):
            parts = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = tuple(Span(*map(int, part.split())) for part in parts)
        elif line.startswith("E"):
            roles: dict[str, tuple[Span, ...]] = {"Source": (), "Cue": (), "Content": ()}
            for pair in fields[1].split():
                role, id = pair.split(":")
                role = role.rstrip("0123456789")
                if role in roles:
                    roles[role] = tuple(sorted((*roles[role], *spans.get(id, ()))))
            made.append(FoundAttribution(roles["Source"], roles["Cue"], roles["Content"], 1.0))
    return made


def read(path: Path) -> tuple[Document, tuple[Claim, ...]]:
    stem = path.stem.rsplit("_", 1)[0]
    text = (SHARED / "polnear" / "train" / "text" / f"{stem}.txt").read_bytes().decode("utf-8")
    passages, at = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            passages.append(Passage(Span(at, at + len(line)), "paragraph", number))
        at += len(line) + 1
    document = Document(
        "0" * 64, "text 1", text, tuple(passages), Particulars(publisher="X", language="en")
    )
    return document, claims_of(document, interpret(document, (), marked_attributions(path), ()))


@pytest.fixture(scope="module")
def articles() -> list[tuple[Document, tuple[Claim, ...]]]:
    paths = sorted((SHARED / "polnear" / "train" / "attributions").glob("*.ann"))
    return [read(path) for path in paths[:: len(paths) // ARTICLES][:ARTICLES]]


def test_every_claim_is_in_the_text_word_for_word_and_in_order(
    articles: list[tuple[Document, tuple[Claim, ...]]],
) -> None:
    for document, claims in articles:
        assert claims
        for claim in claims:
            assert claim.words == " … ".join(s.of(document.text) for s in claim.spans)
            assert claim.words == claim.words.strip()
            ends = [(a.end, b.start) for a, b in zip(claim.spans, claim.spans[1:], strict=False)]
            assert all(before <= behind for before, behind in ends)


def test_no_two_claims_have_one_id(articles: list[tuple[Document, tuple[Claim, ...]]]) -> None:
    for _, claims in articles:
        assert len({claim.id for claim in claims}) == len(claims)


def test_no_pronoun_speaks_where_most_can_be_carried_to_a_name(
    articles: list[tuple[Document, tuple[Claim, ...]]],
) -> None:
    last = [c.speakers[-1].name.lower() for _, claims in articles for c in claims]
    pronouns = sum(name in ("he", "she", "it") for name in last)
    assert pronouns < 0.08 * len(last)


def test_cuts_are_right_nineteen_times_in_twenty() -> None:
    score = measure(SHARED)
    assert score.precision > 0.95
    assert score.recall > 0.53
