"""The notation of our own corpus, its linter, and what the reader is taught from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.reading.labels import ATOM_TRACK, CHANNELS, FIRST_EVENT, LINKS, TRACKS
from hearsay.vocabulary.spans import Span
from training.corpora import own
from training.instances import IGNORED, instances_of, prepare
from training.own.linting import faults_of
from training.own.notation import Fault, read_file
from training.own.passages import FOLDER, OwnPassage
from training.own.quotes import NotFound, located

GUIDELINES = FOLDER.parent / "guidelines.md"


def example() -> str:
    """The passage that the guidelines explain the notation with."""
    return GUIDELINES.read_text("utf-8").split("```text\n")[1].split("```")[0]


def read(text: str, folder: Path) -> tuple[OwnPassage, list[Fault]]:
    path = folder / "some.notes"
    path.write_text(text, "utf-8")
    (passage,), faults = read_file(path)
    return passage, faults


def test_a_quote_is_found_where_it_stands() -> None:
    text = "he said that he saw the 5th and 8th Divisions"
    assert located("that he saw", text) == (Span(8, 19),)
    assert located("|he| said", text) == (Span(0, 2),)
    assert [s.of(text) for s in located("|5th| and 8th |Divisions|", text)] == ["5th", "Divisions"]


def test_a_gap_runs_to_the_nearest_end() -> None:
    text = "He said the army of the north beat the army of the south."
    assert [s.of(text) for s in located("the army ... the north", text)] == [
        "the army of the north"
    ]


def test_a_quote_in_two_places_is_refused_with_advice() -> None:
    with pytest.raises(NotFound, match=r"2 places.*set bars"):
        located("he", "he said he left")


def test_a_quote_does_not_match_within_a_word() -> None:
    with pytest.raises(NotFound, match="nowhere"):
        located("he", "the others")


def test_the_example_of_the_guidelines_is_without_fault(tmp_path: Path) -> None:
    passage, faults = read(example(), tmp_path)
    assert faults == []
    assert list(faults_of(passage)) == []


def test_a_chain_runs_from_the_speaker_nearest_the_outlet_inward(tmp_path: Path) -> None:
    passage, _ = read(example(), tmp_path)
    promise = next(a for a in passage.reading.attributions if a.id == "a2")
    assert promise.chain == ("m2", "m6")


def test_an_attribution_in_another_has_to_say_so(tmp_path: Path) -> None:
    passage, _ = read(example().replace("speaker m6 in a1", "speaker m6"), tmp_path)
    assert any("is not in a1" in why for why in faults_of(passage))


def test_a_line_that_cannot_be_read_leaves_the_others(tmp_path: Path) -> None:
    passage, faults = read(example().replace("m1 Rank", "m1 Rnak"), tmp_path)
    assert [fault.line[:2] for fault in faults] == ["m1"]
    assert len(passage.reading.mentions) == 10


def test_a_mention_with_an_article_is_a_fault(tmp_path: Path) -> None:
    text = example().replace(
        'm3 Organization name "5th Brigade"', 'm3 Organization name "the 5th Brigade"'
    )
    passage, _ = read(text, tmp_path)
    assert any("article" in why for why in faults_of(passage))


def test_a_mark_of_what_is_not_there_is_a_fault(tmp_path: Path) -> None:
    passage, _ = read(example() + "r3 part_of m3 m99\n", tmp_path)
    assert "r3: m99 is not there" in list(faults_of(passage))


def test_every_track_is_taught_from_our_own_passages(tmp_path: Path) -> None:
    passage, _ = read(example(), tmp_path)
    prepared = prepare(own.labelled(passage))
    assert prepared.mentions.shape[1] == TRACKS
    assert not (prepared.mentions == IGNORED).any()
    assert (prepared.mentions[:, ATOM_TRACK] == 1).sum() == 3
    assert (prepared.mentions[:, FIRST_EVENT:ATOM_TRACK] == 0).all()


def test_a_link_keeps_its_direction_through_the_windows(tmp_path: Path) -> None:
    passage, _ = read(example(), tmp_path)
    prepared = prepare(own.labelled(passage))
    (instance,) = instances_of(prepared, first=254)
    assert instance.links is not None
    leads = LINKS.index("leads")
    held = instance.links.labels[:, :, leads] == 1
    ((left, right),) = zip(*held.nonzero(), strict=True)
    tracks = [CHANNELS[instance.links.ends[end, 2]] for end in (left, right)]
    assert tracks == [("Person", "name"), ("Organization", "name")]


def test_every_passage_of_the_corpus_follows_the_guidelines() -> None:
    files = sorted(FOLDER.glob("*/*.notes"))
    assert files
    wrong = []
    for path in files:
        passages, faults = read_file(path)
        wrong += [str(fault) for fault in faults]
        wrong += [f"{p.id}: {why}" for p in passages for why in faults_of(p)]
    assert wrong == []
