"""What links mentions is taught what is marked, and not that all else is wrong."""

from __future__ import annotations

import numpy as np

from hearsay.reading.labels import CHANNELS, LINKS
from hearsay.vocabulary.spans import Span
from training.instances import instances_of, prepare
from training.labelled import Labelled, MarkedLinks

PERSON = CHANNELS.index(("Person", "name"))
PRONOUN = len(CHANNELS)
BODY = CHANNELS.index(("Organization", "name"))
LEADS, ALLIED, SAME = (LINKS.index(kind) for kind in ("leads", "allied_with", "refers"))


def labels_of(
    text: str, marks: list[tuple[str, int]], held: set[tuple[int, int, int]]
) -> np.ndarray[tuple[int, ...], np.dtype[np.int8]]:
    """[ends, ends, links] for words marked in the order of the text."""
    ends, at = [], 0
    for words, track in marks:
        at = text.index(words, at)
        ends.append((Span(at, at + len(words)), track))
        at += len(words)
    links = MarkedLinks(tuple(ends), frozenset(held), frozenset(range(len(LINKS))))
    labelled = Labelled("t", text, (Span(0, len(text)),), links=links)
    (instance,) = instances_of(prepare(labelled), first=254)
    assert instance.links is not None
    return instance.links.labels


def test_the_name_of_one_who_leads_as_a_pronoun_is_left_open() -> None:
    labels = labels_of(
        "Selim Vael spoke. He leads the Harat Party and left the Coast Guard.",
        [("Selim Vael", PERSON), ("He", PRONOUN), ("Harat Party", BODY), ("Coast Guard", BODY)],
        {(1, 2, LEADS), (0, 1, SAME), (1, 0, SAME)},
    )
    assert labels[1, 2, LEADS] == 1
    assert labels[0, 2, LEADS] == -1
    assert labels[0, 3, LEADS] == 0


def test_what_reads_the_same_both_ways_holds_both_ways() -> None:
    labels = labels_of(
        "The Harat Party is allied with the Coast Guard.",
        [("Harat Party", BODY), ("Coast Guard", BODY)],
        {(0, 1, ALLIED)},
    )
    assert labels[0, 1, ALLIED] == labels[1, 0, ALLIED] == 1


def test_what_the_reader_never_asks_is_not_taught() -> None:
    labels = labels_of(
        "Selim leads the Harat Party.",
        [("Selim", PERSON), ("Harat Party", BODY)],
        {(0, 1, LEADS)},
    )
    assert labels[1, 0, LINKS.index("has_rank")] == -1


def test_a_window_keeps_all_its_mentions() -> None:
    names = [f"N{number}a" for number in range(70)]
    labels = labels_of(" ".join(names), [(name, PERSON) for name in names], set())
    assert len(labels) == 70
