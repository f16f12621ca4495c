"""What is worked out of one document when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hearsay.origins.citing.lazily import Lazily, Noted


def noting(made: list[str]) -> Callable[[str], str]:
    def make(key: str) -> str:
        made.append(key)
        return key.upper()

    return make


def test_each_is_made_once_as_long_as_few_are_asked_for() -> None:
    made: list[str] = []
    held = Lazily(dict.fromkeys("abc"), noting(made), most=3)
    assert [held[key] for key in "abcabc"] == list("ABCABC")
    assert made == list("abc")


def test_the_one_asked_for_longest_ago_is_forgotten_and_made_again() -> None:
    made: list[str] = []
    held = Lazily(dict.fromkeys("abc"), noting(made), most=2)
    assert [held[key] for key in "abacab"] == list("ABACAB")
    assert made == ["a", "b", "c", "b"]


def test_what_is_noted_is_not_made_again() -> None:
    made: list[str] = []
    held = Noted(dict.fromkeys("abc"), noting(made), most=2)
    assert [held[key] for key in "abcabc"] == list("ABCABC")
    assert made == list("abc")


def test_of_another_case_nothing_is_made() -> None:
    held = Lazily(dict.fromkeys("a"), str.upper)
    assert held.get("b", "none") == "none"
    assert "b" not in held
    assert list(held) == ["a"]
    with pytest.raises(KeyError):
        held["b"]
