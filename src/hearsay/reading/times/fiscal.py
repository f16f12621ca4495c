"""The grammar of fiscal years: "FY2021", "fiscal years 2019-2021", "the 2021 fiscal year"."""

from __future__ import annotations

from hearsay.reading.times.phrases import FiscalYear, Ranged
from hearsay.reading.times.steps import WHICH_WORDS, Step, Tokens, is_word, past_word


def fiscal_year(tokens: Tokens, at: int) -> Step:
    """ "FY2021", "FY 2021/22", "fiscal year 2021", "the current fiscal year"."""
    token, after, which = tokens[at], at + 1, None
    named_after = _year_then_fiscal(tokens, at)
    if named_after is not None:
        return named_after
    if token.kind == "which" and is_word(tokens, after, "fiscal", "financial", "fy"):
        which, token, after = WHICH_WORDS.get(str(token.value)), tokens[after], after + 1
    if token.word in ("fiscal", "financial"):
        named = is_word(tokens, after, "year", "years")
        after = after + 1 if named else after
        after = (
            after + 3 if [t.word for t in tokens[after : after + 3]] == ["(", "fy", ")"] else after
        )
    elif token.word == "fy":
        named = True
        after = past_word(tokens, after, "-", "'")
    else:
        return None
    number = tokens[after]
    if number.kind == "number" and len(number.word) in (2, 4) and int(number.value) >= 0:
        then, end = _second_year(tokens, after)
        first = FiscalYear(int(number.value), then)
        last = tokens[end + 1]
        joined = is_word(tokens, end, "-", "–", "to", "through", "and") and len(last.word) == 4
        if joined and last.kind == "number" and int(last.value) > int(number.value):
            return Ranged(first, FiscalYear(int(last.value))), end + 2
        return first, end
    if not named or (which is None and tokens[at - 1].word != "the"):
        return None
    return FiscalYear(None, None, which or "this"), after


def _year_then_fiscal(tokens: Tokens, at: int) -> Step:
    """ "the 2021 fiscal year", "the 2020-21 financial year"."""
    number = tokens[at]
    if number.kind != "number" or len(number.word) != 4 or int(number.value) < 1900:
        return None
    then, end = _second_year(tokens, at)
    if is_word(tokens, end, "fiscal", "financial") and is_word(tokens, end + 1, "year"):
        return FiscalYear(int(number.value), then), end + 2
    return None


def _second_year(tokens: Tokens, at: int) -> tuple[int | None, int]:
    second = tokens[at + 2]
    joined = tokens[at + 1].word in ("/", "-", "–") and second.kind == "number"
    if not joined or second.spaced or len(second.word) not in (2, 4):
        return None, at + 1
    follows = int(second.value) % 100 == (int(tokens[at].value) + 1) % 100
    return (int(second.value), at + 3) if follows else (None, at + 1)
