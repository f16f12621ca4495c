"""Where a sentence begins and ends around a phrase, and whether it speaks of past or future."""

from __future__ import annotations

from hearsay.reading.times.steps import Tokens
from hearsay.reading.times.words import word_set

_ABBREVIATIONS = word_set(
    "mr mrs ms dr prof gen col lt maj sgt capt cpl brig cmdr adm gov sen rep st no vs jan feb mar "
    "apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"
)
_FUTURE = word_set(
    "begins starts opens holds meets votes convenes expires resumes "
    "will shall ll wo would upcoming forthcoming due scheduled slated expected planned plans "
    "planning plan aims aim intends intend hopes pledges vows set poised going"
)
_COMMITTED = word_set("due scheduled slated expected planned set poised going")
_PAST = word_set(
    "was were had did said told made took went came held saw left met began became got gave found "
    "led lost won fell rose broke fought brought sent spoke wrote ran built struck shot put hit "
    "has have been ago thought kept grew knew drew flew threw stood understood sold paid heard "
    "caught taught sought bought died"
)
_NOT_PAST = word_set("need indeed exceed proceed succeed feed seed speed breed united armed")
_REACH = 60
_STOPS = frozenset({".", "!", "?", "¶"})
"""The only tokens that a sentence can end with."""


def ends_sentence(tokens: Tokens, at: int) -> bool:
    """Whether a sentence ends with the token there."""
    token = tokens[at]
    if token.word == "¶":
        return True
    if token.word in ("!", "?"):
        return True
    if token.word != ".":
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if (len(before.word) == 1 and before.kind != "number") or before.word in _ABBREVIATIONS:
        return False
    if after.kind == "mark":
        return after.word in "\"”'’)]»¶" or after.spaced
    return after.spaced and (after.capital or after.kind == "number")


def sentence_start(tokens: Tokens, at: int) -> int:
    """The place of the first token of the sentence that the token there stands in."""
    low = max(0, at - 200)
    for place in range(at - 1, low - 1, -1):
        if tokens[place].word in _STOPS and ends_sentence(tokens, place):
            return place + 1
    return low


def sentence_end(tokens: Tokens, at: int) -> int:
    """The place after the last token of the sentence that the token there stands in."""
    for place in range(at, min(len(tokens) - 2, at + 200)):
        if tokens[place].word in _STOPS and ends_sentence(tokens, place):
            return place
    return min(len(tokens) - 1, at + 200)


def tense_around(tokens: Tokens, start: int, end: int) -> str:
    """`future`, `past` or nothing: the tense of the verb nearest to the phrase.

    The verb before the phrase counts; for a phrase that opens its clause, the one after it.
    """
    begin, finish = sentence_start(tokens, start), sentence_end(tokens, end)
    opens = start - begin <= 2 or tokens[start - 1].word in (",", "“", '"', "that")
    opens = opens or (start >= 2 and tokens[start - 2].word in (",", "“", '"', "that"))
    before = _nearest(tokens, range(start - 1, max(begin, start - _REACH) - 1, -1), begin)
    reach = finish if opens else _clause_end(tokens, end, finish)
    after = _nearest(tokens, range(end, min(reach, end + _REACH)), begin)
    return (after or before) if opens else (before or after)


def sets_deadline(tokens: Tokens, at: int) -> bool:
    """Whether "by" or "before" there names a day until which something is promised or asked for.

    "They promised her an answer by the end of the month" looks ahead though its verb is past;
    "they had promised to leave by June" does not.
    """
    begin = sentence_start(tokens, at)
    words = {token.word for token in tokens[begin:at]}
    return not words & _LOOKING_BACK and bool(words & _COMMITMENTS)


_COMMITMENTS = word_set(
    "promise promises promised promising vow vows vowed pledge pledges pledged demand demands "
    "demanded recommend recommends recommended urge urges urged ask asks asked expect expects "
    "expected order orders ordered call calls called want wants wanted undertake undertakes "
    "undertook agree agrees agreed invite invites invited require requires required hope hopes "
    "hoped set sets deadline will would shall must should may can be"
)
_LOOKING_BACK = word_set("had was were did failed missed none no yet knew")


def _clause_end(tokens: Tokens, at: int, finish: int) -> int:
    """The place of the next comma, quotation mark or the like, where another clause begins."""
    marks = (",", ";", ":", '"', "“", "”", "–", "(")
    return next((k for k in range(at, finish) if tokens[k].word in marks), finish)


def _nearest(tokens: Tokens, places: range, begin: int) -> str:
    for place in places:
        kind = _tense_of(tokens, place, begin)
        if kind:
            return kind
    return ""


def _tense_of(tokens: Tokens, at: int, begin: int) -> str:
    token = tokens[at]
    word = token.word
    if token.kind not in ("word", "part", "which", "cardinal"):
        return ""
    if word in _COMMITTED:
        if word == "set" and tokens[at + 1].word not in ("to", "for"):
            return ""
        if word == "going" and tokens[at + 1].word != "to":
            return ""
        earlier = {t.word for t in tokens[max(begin, at - 3) : at]}
        return "past" if {"was", "were", "had", "been"} & earlier else "future"
    if word in _FUTURE:
        return "future"
    if word == "to" and tokens[at + 1].word == "be":
        return "future"
    if _is_wont(tokens, at):
        return "future"
    if word.endswith("ed") and tokens[at - 1].word in ("is", "are"):
        return ""  # "the books are closed at year-end"
    if word in _PAST or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST):
        for back in range(at - 1, max(begin, at - 5) - 1, -1):
            other = tokens[back]
            if other.kind == "mark" and other.word not in "'’-":
                break
            if (
                other.word in _FUTURE
                or _is_wont(tokens, back)
                or (other.word == "to" and tokens[back + 1].word == "be")
            ):
                return "future"
        return "past"
    return ""


def _is_wont(tokens: Tokens, at: int) -> bool:
    """Whether "won't" stands there, which is cut into three tokens."""
    return tokens[at].word == "won" and [t.word for t in tokens[at + 1 : at + 3]] == ["'", "t"]
