"""Who speaks in the turns of an interview, a hearing or a debate.

A turn is a passage that begins with a label and a colon. The label names the speaker in full once
and in short later, or by a letter only; what it stands for is told by the labels before it and by
what leads up to the first turn, never by what the turns say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hearsay.reading.found import FoundAttribution
from hearsay.reading.naming import Draft
from hearsay.reading.speakers import Cast
from hearsay.vocabulary.readings import Attribution
from hearsay.vocabulary.spans import Span, Spans, hull

_IN_BRACKETS = re.compile(r"\((?P<name>[^()]+)\)\s*$")
_ARTICLE = re.compile(r"^(?:the|mr|mrs|ms|dr)\.?\s+", re.I)
_ANSWERS = re.compile(r"A\.?\s?\d*[.:]?")
_INTERVIEWED = re.compile(
    r"\b(?:interview(?:ed|s|ing)?(?:\s+with)?|(?:spoke|speaks|talked|talks)\s+(?:to|with)"
    r"|conversation\s+with|sat\s+down\s+with|asked|questioned|answers?\s+(?:given\s+)?by)\b",
    re.I,
)
_CALLED = 40
"""So many characters into the first question may the one who is asked be called."""
_NEAR = 120
"""So many characters after "spoke to" may the one who answers be named."""


def is_turn(cue: Spans, source: Spans, text: str) -> bool:
    """Whether a source with its cue is the label of a turn: it opens a line, with a colon."""
    if len(source) != 1 or hull(cue).of(text).strip() != ":":
        return False
    return not text[: source[0].start].rsplit("\n", 1)[-1].strip()


def whole_turns(
    found: Sequence[FoundAttribution], prose: Sequence[Span], text: str
) -> list[FoundAttribution]:
    """The same, each turn with all that its passage holds: whoever speaks goes on to its end."""
    turns = [is_turn(one.cue, one.source, text) for one in found]
    if sum(turns) < 2:
        return list(found)
    made = []
    for one, turn in zip(found, turns, strict=True):
        passage = next((p for p in prose if p.covers(one.cue[0])), None) if turn else None
        if passage is not None:
            said = _said(Span(one.cue[-1].end, passage.end), text)
            one = replace(one, content=(said,)) if said else one
        made.append(one)
    return made


def _said(behind: Span, text: str) -> Span | None:
    """What stands behind a label, without its last full stop."""
    words = behind.of(text)
    start = behind.start + len(words) - len(words.lstrip())
    end = behind.start + len(words.rstrip())
    if text[end - 1 : end] == ".":
        end -= 1
    return Span(start, end) if start < end else None


def labels_of(attributions: Sequence[Attribution], text: str) -> frozenset[str]:
    """The mentions that labels of turns were carried to, which nothing else may be read into."""
    return frozenset(
        one.speaker
        for one in attributions
        if one.speaker is not None and is_turn(one.cue, one.source, text)
    )


def speakers_of_turns(found: Sequence[FoundAttribution], cast: Cast) -> dict[int, Draft]:
    """For attributions that are turns, by their places, who speaks, where the labels tell."""
    turns = [n for n, one in enumerate(found) if is_turn(one.cue, one.source, cast.text)]
    speakers: dict[int, Draft] = {}
    if len(turns) < 2:
        return speakers
    by_label: dict[str, Draft] = {}
    opening = Span(0, found[turns[0]].source[0].start)
    for n in turns:
        label = found[n].source[0]
        words = label.of(cast.text)
        speaker = _in_brackets(label, cast)
        if speaker is not None:
            by_label[_folded(_IN_BRACKETS.sub("", words))] = speaker
        elif _ANSWERS.fullmatch(words):
            speaker = _interviewed(opening, cast) or _addressed(found[turns[0]], cast)
        else:
            speaker = _labelled_before(_folded(words), by_label)
        if speaker is not None:
            speakers[n] = speaker
    return speakers


def _in_brackets(label: Span, cast: Cast) -> Draft | None:
    """The name in "THE MINISTER OF WAR (Admiral Teles)"."""
    match = _IN_BRACKETS.search(cast.text, label.start, label.end)
    if match is None:
        return None
    inside = Span(match.start("name"), match.end("name"))
    named = [d for d in cast.inside(inside) if (d.type, d.form) == ("Person", "name")]
    return next((d for d in named if inside.covers(d.spans[0])), None)


def _folded(label: str) -> str:
    return _ARTICLE.sub("", label.strip().lower())


def _labelled_before(label: str, by_label: dict[str, Draft]) -> Draft | None:
    """The one whose full label this shortens: "minister" for "minister of war"."""
    fitting = [d for full, d in by_label.items() if full == label or full.startswith(f"{label} ")]
    return fitting[0] if len(fitting) == 1 else None


def _interviewed(opening: Span, cast: Cast) -> Draft | None:
    """Who answers: the one spoken to before the first turn, or the only person named there."""
    people = [d for d in cast.inside(opening) if d.type == "Person" and d.form != "pronoun"]
    named = [d for d in people if d.form == "name"]
    for match in _INTERVIEWED.finditer(cast.text, opening.start, opening.end):
        near = [d for d in named or people if match.end() <= d.start < match.end() + _NEAR]
        if near:
            return near[0]
    things = {d.thing.best.words if d.thing is not None else d.words for d in named}
    return named[0] if len(things) == 1 else None


def _addressed(question: FoundAttribution, cast: Cast) -> Draft | None:
    """Whom the first question calls by name or title: "Governor Izarra, do you …"."""
    start = question.content[0].start
    near = [d for d in cast.inside(Span(start, start + _CALLED)) if d.form != "pronoun"]
    called = [
        d
        for d in near
        if d.type in ("Person", "Rank", "Role")
        and cast.text.startswith(",", d.end)
        and (d.start == start or cast.text[start : d.start].istitle())
    ]
    return next((d for d in called if d.form == "name"), next(iter(called), None))
