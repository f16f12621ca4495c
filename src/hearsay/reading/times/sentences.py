"""Where a sentence begins and ends around a phrase, and whether it speaks of past or future."""

from __future__ import annotations

from hearsay.reading.times.steps import Tokens
from hearsay.reading.times.tokens import Token
from hearsay.reading.times.words import word_set

_ABBREVIATIONS = word_set(
    "mr mrs ms dr prof gen col lt maj sgt capt cpl brig cmdr adm gov sen rep st no vs jan feb mar "
    "apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"
)
# "Takes" and "goes" are scheduled only with what they take or go to.
_SCHEDULED = word_set(
    "begins starts opens holds meets votes convenes expires resumes ends closes reopens returns "
    "leaves retires lapses"
)
_SCHEDULED_WITH = {
    "takes": word_set("place effect office over up"),
    "take": word_set("place effect office over up"),
    "goes": word_set("to"),
    "steps": word_set("down aside"),
    "falls": word_set("due"),
    "runs": word_set("out until through to"),
    "call": word_set("for"),
    "calls": word_set("for"),
}
_FUTURE = word_set(
    "will shall ll wo would upcoming forthcoming due scheduled slated expected planned plans "
    "planning plan aims aim intends intend hopes pledges vows set poised going"
)
_COMMITTED = word_set("due scheduled slated expected planned set poised going")
_PAST = word_set(
    "was were had did said told made took went came held saw left met began became got gave found "
    "led lost won fell rose broke fought brought sent spoke wrote ran built struck shot put hit "
    "has have been ago thought kept grew knew drew flew threw stood understood sold paid heard "
    "caught taught sought bought died withdrew fled drove rode hid shook chose swore wore tore "
    "bore forgot rang sank stole woke dealt felt lay laid lent slept spent wept sat meant"
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
    if (len(before.word) == 1 and before.kind == "word") or before.word in _ABBREVIATIONS:
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


def paragraph_start(tokens: Tokens, at: int) -> int:
    """The place of the first token of the paragraph that the token there stands in."""
    low = max(0, at - 600)
    return next((k + 1 for k in range(at - 1, low - 1, -1) if tokens[k].word == "¶"), low)


def tense_around(tokens: Tokens, start: int, end: int) -> str:
    """`future`, `past`, `ahead` or nothing: the tense of the verb nearest to the phrase.

    `ahead` is a promise or a demand, whose day may have passed since.

    The verb before the phrase counts; for a phrase that opens its clause, the one after it.
    """
    begin, finish = sentence_start(tokens, start), sentence_end(tokens, end)
    before = _nearest(tokens, range(start - 1, max(begin, start - _REACH) - 1, -1), begin)
    opens = _opens_clause(tokens, start) or (start - begin <= 2 and not before)
    reach = finish if opens else _clause_end(tokens, end, finish)
    if opens and before:  # "asked the senator, on Sunday, how they should": the asking was then
        reach = next((k for k in range(end, reach) if tokens[k].word in _SUBORDINATE), reach)
    after = _nearest(tokens, range(end, min(reach, end + _REACH)), begin)
    adjoining = _tense_of(tokens, end, begin)  # "McCain on Friday praised it"
    if before == "past" and (adjoining == "future" or tokens[end].word == "to"):
        adjoining = ""  # "agreed on Monday to leave", "men arrested on Monday will be tried"
    return (after or before) if opens else (adjoining or before or after)


_SUBORDINATE = frozenset({"how", "why", "whether", "that", "if"})


def _opens_clause(tokens: Tokens, at: int) -> bool:
    """Whether a phrase there is the first of its clause, but for an "on" or "the" before it."""
    while tokens[at - 1].word in _LED_BY:
        at -= 1
    return tokens[at - 1].word in _CLAUSE_OPENERS


_LED_BY = word_set("on in by at since until the during late early before after from")
_CLAUSE_OPENERS = frozenset({",", ";", ":", "“", '"', "that"})


def is_of_a_vote(tokens: Tokens, end: int) -> bool:
    """Whether the phrase that ends there says which election is meant: "the October election"."""
    return tokens[end].word in VOTES or (tokens[end + 1].word in VOTES and tokens[end].word == "-")


VOTES = word_set("election elections poll polls vote ballot referendum by-election run-off")


def sets_deadline(tokens: Tokens, at: int) -> bool:
    """Whether "by" or "before" there names a day until which something is promised or asked for.

    "They promised her an answer by the end of the month" looks ahead though its verb is past;
    "they had promised to leave by June" does not.
    """
    begin = sentence_start(tokens, at)
    said = next((k for k in range(at - 1, begin - 1, -1) if tokens[k].word in _COMMITMENTS), None)
    if said is None:
        return False
    around = {token.word for token in tokens[max(begin, said - 3) : at]}
    return not around & _LOOKING_BACK


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
    if token.kind not in ("word", "part", "which", "cardinal") and (word != "may" or token.capital):
        return ""
    if word in _COMMITTED:
        if word == "set" and tokens[at + 1].word not in ("to", "for"):
            return ""
        if word == "going" and tokens[at + 1].word != "to":
            return ""
        if word == "due" and tokens[at + 1].word == "to" and tokens[at - 1].word not in _BEING:
            return ""  # "mutinied due to unpaid allowances"
        earlier = {t.word for t in tokens[max(begin, at - 3) : at]}
        return "past" if {"was", "were", "had", "been"} & earlier else "future"
    if word in _FUTURE:
        return "future"
    if word in _SCHEDULED and not _follows_article(tokens[at - 1]):
        return "ahead"
    if word in _SCHEDULED_WITH and tokens[at + 1].word in _SCHEDULED_WITH[word]:
        return "ahead"
    if word in _OBLIGED and tokens[at + 1].kind == "word":
        return "" if tokens[at + 1].word == "have" else "future"
    if word == "to" and _is_promised(tokens, at, begin):
        return "ahead"
    if word == "to" and tokens[at + 1].word == "be":
        earlier = {t.word for t in tokens[max(begin, at - 4) : at]}
        if tokens[at - 1].word == "had" or _has_been(tokens, at - 1):
            return "past"  # "ceased to be its armed wing"
        return "ahead" if {"was", "were", "had"} & earlier else "future"
    if _is_wont(tokens, at):
        return "future"
    if word.endswith("ed") and tokens[at - 1].word in ("is", "are"):
        return ""  # "the books are closed at year-end"
    if word in _PAST or _is_past_form(token):
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


_BEING = frozenset({"is", "are", "was", "were", "be", "been", "s"})


def _has_been(tokens: Tokens, at: int) -> bool:
    """Whether a verb of the past stands there that promises nothing."""
    return _is_past_form(tokens[at]) and tokens[at].word not in _PROMISED | _COMMITTED | _FUTURE


_BEFORE_NOUNS = word_set("the a an of both no some all two more his her its their")
_OBLIGED = word_set("must should may")
_PROMISED = word_set(
    "promise promises promised vow vows vowed pledge pledges pledged agree agrees agreed expect "
    "expects expected hope hopes hoped want wants wanted intend intends intended decide decides "
    "decided plan plans planned prepare preparing prepares ready urge urges urged undertake "
    "undertakes undertook"
)


def _is_promised(tokens: Tokens, at: int, begin: int) -> bool:
    """Whether "to" there opens what is to come: "agreed to vote on 7 December", "was to appear"."""
    if tokens[at - 1].word in _TO_BE:
        return tokens[at + 1].kind == "word" and tokens[at + 1].word != "have"
    before = {token.word for token in tokens[max(begin, at - 5) : at]}
    ahead = tokens[at + 1].kind == "word" and not tokens[at + 1].capital
    return ahead and bool(before & _PROMISED) and not before & _NO_PROMISE


_TO_BE = frozenset({"is", "are", "was", "were"})
_NO_PROMISE = frozenset({"had", "not", "failed", "made"})


def _follows_article(before: Token) -> bool:
    """Whether the word after this one is a noun: "the two ends of the street"."""
    return before.kind in ("cardinal", "number") or before.word in _BEFORE_NOUNS


def _is_past_form(token: Token) -> bool:
    """Whether a word ends as past forms do: "promised", and neither "need" nor "Mohamed"."""
    word = token.word
    return word.endswith("ed") and len(word) > 3 and not token.capital and word not in _NOT_PAST


def _is_wont(tokens: Tokens, at: int) -> bool:
    """Whether "won't" stands there, which is cut into three tokens."""
    return tokens[at].word == "won" and [t.word for t in tokens[at + 1 : at + 3]] == ["'", "t"]
