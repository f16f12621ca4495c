"""Cuts prose into sentences, minding abbreviations, initials, lists and quotation marks."""

from __future__ import annotations

import re
from functools import lru_cache

from hearsay.reading.lexicon import listed
from hearsay.vocabulary.spans import Span

# Stops, what may close behind them, white space; or a blank line or a bullet on a new line. Letters
# begin neither, and are passed over at once.
_CANDIDATE = re.compile(
    r"(?=[.!?…\s])(?:"
    r"(?P<stop>[.!?…]+[\"'”’»)\]]*)(?P<gap>\s+)(?P<next>\S)"
    r"|[ \t]*\r?\n(?:[ \t]*\r?\n\s*|(?=[ \t]*(?:[•‣▪●*–-]|\(?\d{1,2}[.)])[ \t])))"
)
_LAST_WORD = re.compile(r"[^\s(\[“\"‘/—–]+$")
_OPENERS = "“\"‘'«([—–-"

# After these a name, a number or more of the same phrase follows; the sentence goes on.
_GOES_ON = listed(
    """
    adj adm amb approx apt atty bldg blvd brig bros capt cf ch cmdr col comdr cpl cpt det dept
    dir dist dr ed eds fig figs fr ft gen gov hon insp lt ltcol ltgen maj majgen messrs mgr mr
    mrs ms msgr mt mx no nos op para paras pfc pp pres prof pt pvt rep reps rev rt sec sen sens
    sfc sgt ssgt st ste supt sub vol vols vs viz e.g i.e cllr dep asst brig.gen lt.gen maj.gen
    lt.col r.adm v.adm art arts al- ca
    """
)
# These may end a sentence: it depends on what follows.
_MAY_END = listed(
    """
    a.m p.m a.d b.c u.s u.k u.n e.u u.a.e u.s.a d.c corp inc co ltd llc plc jr sr etc al est jan
    feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ave
    rd st p.o ph.d m.d b.a m.a j.d ret bn mn
    """
)
_MONTHS = listed("jan feb mar apr jun jul aug sep sept oct nov dec")
# A capital after "U.S." is most often a name ("U.S. Army"); one of these begins a sentence.
_BEGINNERS = listed(
    """
    The A An This That These Those He She It They We I You His Her Its Their Our My In On At But
    And If When While After Before As For From Since Although Though However Some Many Most
    Several There Here What Who Why How Where Meanwhile Last Yet So Such No Not Both Each Every
    Another According Earlier Later During With By Despite Because Two Three Four Five
    """
)


@lru_cache(maxsize=1024)
def sentences(text: str, within: Span) -> tuple[Span, ...]:
    """The sentences of a passage, in order, without the white space around them.

    A stop does not end a sentence after an abbreviation, an initial or a list number, nor before
    a small letter; marks that close a quotation behind the stop stay with their sentence.
    """
    found: list[Span] = []
    start, end = within.start, within.end
    while start < end and text[start].isspace():
        start += 1
    begins = start
    for match in _CANDIDATE.finditer(text, start, end):
        at = match.start()
        if at < begins:
            continue
        if match["stop"] is None:
            cut, resumes = at, match.end()
        else:
            if not _ends(text, match, begins):
                continue
            cut, resumes = match.end("stop"), match.end("gap")
        if cut > begins:
            found.append(Span(begins, cut))
        begins = resumes
    while end > begins and text[end - 1].isspace():
        end -= 1
    if end > begins:
        found.append(Span(begins, end))
    return tuple(found)


def _ends(text: str, match: re.Match[str], begins: int) -> bool:
    """Whether the stop found ends the sentence that began at `begins`."""
    stop, follows = match["stop"], match["next"]
    at = match.start("next")
    if follows in _OPENERS and at + 1 < len(text):
        inner = text[at + 1]
        if inner in _OPENERS and at + 2 < len(text):
            inner = text[at + 2]
        follows = inner if not inner.isspace() else follows
    if follows.islower() or follows in ",;:)]…":
        # "Yahoo! said", "… and", a quotation that ends in a question mark before its cue. Where a
        # plain word stands before the stop, a sentence that lacks its capital begins.
        return stop == "." and _word_at(text, at) in _SLIPPED and _plain_before(text, match.start())
    if stop[0] in "!?":
        return True
    if stop[0] == "…" or stop.startswith(".."):
        return follows.isupper() or follows in _OPENERS
    if len(stop) > 1 and stop[1] in ")]":
        return True
    head = _LAST_WORD.search(text, max(begins, match.start() - 24), match.start())
    if head is None:
        return True
    return _word_ends(head[0], head.start() == begins, text, match.start("next"), follows)


_SLIPPED = listed("it he she they the this these we")


def _plain_before(text: str, stop: int) -> bool:
    """Whether an ordinary word of small letters stands before the stop."""
    word = _LAST_WORD.search(text, max(0, stop - 24), stop)
    return (
        word is not None
        and len(word[0]) > 2
        and word[0].isalpha()
        and word[0].islower()
        and word[0] not in _GOES_ON | _MAY_END
    )


def _word_ends(word: str, first: bool, text: str, at: int, follows: str) -> bool:
    """Whether a full stop behind `word` ends a sentence, by the word and by what follows."""
    bare = word.lower()
    if first and (bare.isdigit() or len(bare) == 1):
        return False  # "3. The board …", "a. …": a list's number
    if bare == "no" or bare == "nos":
        return not follows.isdigit()
    if bare in _MONTHS:
        return not follows.isdigit() and word[0].isupper()
    if bare in _MAY_END:
        following = _word_at(text, at)
        return following in _BEGINNERS or follows in '“"‘'
    if bare in _GOES_ON:
        return False
    if len(word) == 1 and word.isupper():
        # An initial, unless it is the pronoun ("… than I.") or a grade ("vitamin C. The").
        return word == "I" and _word_at(text, at) in _BEGINNERS
    if "." in word and len(word) <= 8 and all(len(part) <= 2 for part in word.split(".")):
        return _word_at(text, at) in _BEGINNERS  # other dotted initials: "J.B.", "K.R.G."
    return True


def _word_at(text: str, at: int) -> str:
    """The word that begins at or just behind an opening mark at `at`."""
    while at < len(text) and text[at] in _OPENERS:
        at += 1
    end = at
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[at:end]
