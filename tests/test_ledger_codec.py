"""Values of the vocabulary go into JSON and come back the same."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, is_dataclass, replace
from inspect import getmembers
from typing import get_args, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearsay.ledger.codec import canonical, decode, encode
from hearsay.vocabulary import captures, documents, problems, readings
from hearsay.vocabulary.captures import Capture, Fetched
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import Claim, Reading
from hearsay.vocabulary.spans import Span

SPANS = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(lambda p: Span(*sorted(p)))
# Names of files that are no UTF-8 carry lone surrogates.
TEXTS = st.text(max_size=12) | st.just("caf\udce9.txt") | st.sampled_from(["", "\x00", "أحمد"])
st.register_type_strategy(Span, SPANS)
st.register_type_strategy(str, TEXTS)
st.register_type_strategy(float, st.floats(0, 1))


@pytest.mark.parametrize("cls", [Document, Reading, Claim, Problem, Capture])
def test_every_value_comes_back_as_it_went(cls: type) -> None:
    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_type(cls))
    def comes_back(value: object) -> None:
        assert decode(cls, encode(value)) == value

    comes_back()


@given(st.from_type(Problem))
@settings(max_examples=50, deadline=None)
def test_equal_values_have_the_same_bytes(problem: Problem) -> None:
    again = replace(problem)
    assert encode(again) == encode(problem)


def test_canonical_json_has_sorted_keys_and_no_white_space() -> None:
    assert canonical({"b": [1, 2], "a": "é"}) == '{"a":"é","b":[1,2]}'.encode()


def test_canonical_json_refuses_what_is_no_number() -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical(float("nan"))


def test_what_is_silent_takes_no_room() -> None:
    kept = json.loads(encode(Problem("a.txt", "empty", "It is empty.", "Name another file.")))
    assert set(kept) == {"where", "code", "message", "next_step"}


@dataclass(frozen=True, slots=True)
class _Older:
    name: str


@dataclass(frozen=True, slots=True)
class _Newer:
    name: str
    kind: str = "plain"
    parts: tuple[str, ...] = ()
    note: str | None = None


def test_a_field_added_later_reads_old_rows_with_its_default() -> None:
    assert decode(_Newer, encode(_Older("a"))) == _Newer("a", "plain", (), None)


def test_no_class_kept_has_a_default_that_leaving_out_would_hide() -> None:
    """`None` and empty are left out, so they may not differ from the default."""
    kept = [
        cls
        for module in (captures, documents, problems, readings)
        for _, cls in getmembers(module, is_dataclass)
        if cls is not Fetched
    ]
    assert len(kept) > 10
    for cls in kept:
        hints = get_type_hints(cls)
        for field in fields(cls):
            if type(None) in get_args(hints[field.name]):
                assert field.default is None or field.default.__class__.__name__ == "_MISSING_TYPE"


def test_a_type_that_it_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError, match="bytes"):
        encode(Fetched(Capture("0" * 64, "a", "b", "file", 1), b"x"))
