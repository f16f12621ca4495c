"""The smallest steps of the grammar: numbers, ordinals, years and single words.

Each step takes the tokens and a place among them and gives what it read with the place after it,
or `None`. The tokens end in a few empty-line marks, so that looking ahead is always safe.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hearsay.reading.times.phrases import Phrase, Unit, Which
from hearsay.reading.times.tokens import Token

Tokens = Sequence[Token]
Step = tuple[Phrase, int] | None
Point = Callable[[Tokens, int], Step]

DASHES = frozenset("-–")
ARTICLES = frozenset({"the", "a", "an", "my", "our", "its", "their"})
_VAGUE = frozenset({"few", "several", "some", "many", "numerous"})
UNIT_WORDS: dict[str, Unit] = {
    "minute": "minute", "hour": "hour", "day": "day", "week": "week", "weekend": "weekend",
    "fortnight": "fortnight", "month": "month", "quarter": "quarter", "year": "year",
    "decade": "decade", "century": "century", "period": "period",
}  # fmt: skip

WHICH_WORDS: dict[str, Which] = {
    "last": "last", "past": "past", "previous": "previous", "this": "this", "next": "next",
    "following": "following", "same": "same", "that": "that",
}  # fmt: skip


def is_word(tokens: Tokens, at: int, *words: str) -> bool:
    """Whether one of `words` stands there."""
    return tokens[at].word in words


def past_word(tokens: Tokens, at: int, *words: str) -> int:
    """The place after one of `words` if it stands there, the same place if not."""
    return at + 1 if tokens[at].word in words else at


def past_article(tokens: Tokens, at: int) -> int:
    """The place after "the" if it stands there."""
    return at + 1 if tokens[at].word == "the" else at


def cardinal(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A whole number under a thousand, in digits or words; "a" and "an" are 1, "a few" is -1."""
    token = tokens[at]
    if token.kind == "number":
        return (int(token.value), at + 1) if 1 <= len(token.word) <= 3 else None
    if token.word in ("a", "an"):
        if tokens[at + 1].word in _VAGUE:
            return -1, at + 2
        if tokens[at + 1].word == "couple":
            return 2, past_word(tokens, at + 2, "of")
        if tokens[at + 1].word == "dozen":
            return 12, at + 2
        return 1, at + 1
    if token.word in _VAGUE:
        return -1, at + 1
    if token.kind != "cardinal":
        return None
    return _cardinal_words(tokens, at)


def _cardinal_words(tokens: Tokens, at: int) -> tuple[int, int]:
    token = tokens[at]
    value, after = int(token.value), at + 1
    if token.word == "couple":
        return 2, past_word(tokens, after, "of")
    if value >= 20:
        ones = after + 1 if tokens[after].word == "-" else after
        if tokens[ones].kind == "cardinal" and 1 <= int(tokens[ones].value) <= 9:
            return value + int(tokens[ones].value), ones + 1
    return value, after


def ordinal(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """An ordinal number, in digits or words; "final" is -1."""
    token = tokens[at]
    if token.kind == "ordinal":
        return int(token.value), at + 1
    if token.kind == "cardinal" and int(token.value) in (20, 30, 40, 50, 60, 70, 80, 90):
        ones = at + 2 if tokens[at + 1].word == "-" else at + 1
        if tokens[ones].kind == "ordinal" and 1 <= int(tokens[ones].value) <= 9:
            return int(token.value) + int(tokens[ones].value), ones + 1
    return None


def day_number(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A day of the month: "5", "5th", "fifth", "twenty-first", "twenty one"."""
    token = tokens[at]
    if token.kind == "number":
        found = (int(token.value), at + 1) if len(token.word) <= 2 else None
    elif token.kind in ("ordinal", "cardinal") and token.word not in ("opening", "couple"):
        found = ordinal(tokens, at) or _cardinal_words(tokens, at)
    else:
        return None
    return found if found and 1 <= found[0] <= 31 else None


def year(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A year: four digits, "'21", or words ("nineteen seventy-eight")."""
    token = tokens[at]
    if token.kind == "number":
        if len(token.word) != 4 or int(token.value) < 1000 or _goes_on(tokens, at + 1):
            return None
        return int(token.value), at + 1
    if token.word == "'" and tokens[at + 1].kind == "number" and not tokens[at + 1].spaced:
        digits = tokens[at + 1]
        if len(digits.word) == 2 and not _goes_on(tokens, at + 2):
            return int(digits.value), at + 2
        return None
    return _year_words(tokens, at) if token.kind == "cardinal" else None


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether the number before this place runs on: "2014m", "2014%", "2014.5", "2014,500"."""
    token = tokens[at]
    if token.spaced:
        return False
    if token.kind == "mark":
        follows = tokens[at + 1]
        runs_on = follows.kind == "number" and not follows.spaced and len(follows.word) != 4
        # A stop and a number after a year are the end of a sentence and a note's mark.
        return token.word in "%°€$£" or (token.word in ",:" and runs_on)
    return token.word != "s"


def _year_words(tokens: Tokens, at: int) -> tuple[int, int] | None:
    head, after = int(tokens[at].value), at + 1
    if tokens[after].word == "thousand" and head in (1, 2):
        value, after = head * 1000, after + 1
        hundreds = tokens[after]
        if hundreds.kind == "cardinal" and tokens[after + 1].word == "hundred":
            value, after = value + 100 * int(hundreds.value), after + 2
        rest = past_word(tokens, after, "and")
        if tokens[rest].kind == "cardinal":
            tail, after = _cardinal_words(tokens, rest)
            value += tail
        return value, after
    if head not in (17, 18, 19, 20) or tokens[after].kind != "cardinal":
        return None
    after = after + 1 if tokens[after].word == "-" else after
    if tokens[after].word == "zero" and tokens[after + 1].kind == "cardinal":
        return head * 100 + int(tokens[after + 1].value), after + 2
    tail, after = _cardinal_words(tokens, after)
    return (head * 100 + tail, after) if tail >= 10 else None


def unit(tokens: Tokens, at: int) -> tuple[Unit, int] | None:
    """A unit of the calendar: "day", "months", "business days"."""
    token = tokens[at]
    if token.word in ("business", "working") and tokens[at + 1].word in ("day", "days"):
        return "businessday", at + 2
    if token.word in ("calendar", "full") and tokens[at + 1].kind == "unit":
        at, token = at + 1, tokens[at + 1]
    if token.kind != "unit":
        return None
    return UNIT_WORDS[str(token.value)], at + 1


def amounts(tokens: Tokens, at: int) -> tuple[tuple[tuple[int, Unit], ...], int] | None:
    """One or more counted units: "three years", "1 month and 21 days", "two and a half years"."""
    halves = _with_half(tokens, at)
    if halves is not None:
        return halves
    found: list[tuple[int, Unit]] = []
    while len(found) < 4:
        start = at
        if found:
            start = past_word(tokens, start, ",")
            start = past_word(tokens, start, "and")
        number = cardinal(tokens, start)
        if number is None:
            break
        count, after = number
        after = after + 1 if tokens[after].word == "-" else after
        kind = unit(tokens, after)
        if kind is None:
            break
        found.append((count, kind[0]))
        at = kind[1]
    return (tuple(found), at) if found else None


def _with_half(tokens: Tokens, at: int) -> tuple[tuple[tuple[int, Unit], ...], int] | None:
    """ "half a year", "a year and a half", "two and a half years", counted in months."""
    words = [token.word for token in tokens[at : at + 3]]
    if words == ["half", "a", "year"]:
        return ((6, "month"),), at + 3
    number = cardinal(tokens, at)
    if number is None or number[0] < 1:
        return None
    after = number[1]
    if [token.word for token in tokens[after : after + 3]] == ["and", "a", "half"]:
        kind = unit(tokens, after + 3)
        end = kind[1] if kind else 0
    else:
        kind = unit(tokens, after)
        tail = [token.word for token in tokens[kind[1] : kind[1] + 3]] if kind else []
        end = kind[1] + 3 if kind and tail == ["and", "a", "half"] else 0
    if kind is None or not end or kind[0] != "year":
        return None
    return ((12 * number[0] + 6, "month"),), end
