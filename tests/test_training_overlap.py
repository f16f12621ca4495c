"""What is evaluated is never trained on."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.pipeline import document_of
from hearsay import samples
from hearsay.vocabulary.spans import Span
from training.corpora import held_out
from training.instances import IGNORED, prepare
from training.labelled import Labelled, MarkedAttribution
from training.overlap import hashes_of, sentence_hashes
from training.stages import STAGES, documents_of

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
needs_shared = pytest.mark.skipif(
    not (SHARED / "polnear").exists(), reason="../shared/data is not here: nothing to compare"
)


@needs_shared
def test_no_sentence_that_is_scored_stands_in_what_is_trained_on() -> None:
    scored = hashes_of(d for documents in held_out(SHARED).values() for d in documents)
    scored |= {
        hashed
        for path in samples.sample_files()
        for hashed in sentence_hashes(document_of(path.read_bytes(), path.name).text)
    }
    trained: set[bytes] = set()
    for stage in STAGES:
        for _, document in documents_of(stage, SHARED):
            for passage in document.passages:
                trained |= sentence_hashes(passage.of(document.text))
    assert len(scored) > 3000
    assert len(trained) > 20_000
    assert not scored & trained


def test_a_sentence_is_known_again_in_other_case_and_punctuation() -> None:
    one = "The governor of Marsa said on Friday that he would leave."
    other = "the governor of Marsa said, on Friday, that HE would leave!"
    assert sentence_hashes(one) == sentence_hashes(other) != set()


def test_what_a_corpus_does_not_annotate_is_masked_and_not_called_nothing() -> None:
    text = "Colonel Selmani said he left."
    labelled = Labelled(
        "one",
        text,
        (Span(0, len(text)),),
        attributions=(MarkedAttribution((Span(0, 15),), (Span(16, 20),), (Span(21, 28),)),),
    )
    prepared = prepare(labelled)
    assert (prepared.mentions == IGNORED).all()
    assert prepared.cues is not None
    assert sorted(set(prepared.cues.tolist())) == [0, 1]


def test_spans_marked_as_unknown_are_masked() -> None:
    text = "Nationals of Oshand crossed the river."
    labelled = Labelled(
        "one", text, (Span(0, len(text)),), mentions={4: ()}, unknown={4: (Span(13, 19),)}
    )
    channel = prepare(labelled).mentions[:, 4].tolist()
    assert IGNORED in channel
    assert 0 in channel
