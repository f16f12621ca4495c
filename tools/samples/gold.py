"""Turns the marks in the sources into the gold: quoted words with their place, never offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tools.samples.rendered import Rendered, occurrence

Entry = dict[str, Any]
Range = tuple[int, int]

_BEFORE = 24
_PART = re.compile(r"(?P<ids>(?:[0-9]+|[A-Z])[sckai](?:\+(?:[0-9]+|[A-Z])[sckai])*)$")
_CLASSES = (
    ("admitted", r"admit|acknowledg|conced"),
    ("confirmed", r"confirm"),
    ("denied", r"\bden(?:y|ies|ied)|reject|disput|refus"),
    ("warned", r"warn|caution"),
    ("promised", r"promis|pledg|vow|undert|agreed"),
    ("demanded", r"demand|recommend|calls? upon"),
    ("asked", r"\bask"),
    ("expected", r"expect"),
    ("thought", r"assess|judged|estimat|consider|believ|thought|think|doubt"),
    ("claimed", r"alleg|claim"),
)


@dataclass
class _Attribution:
    """One attribution while its parts are being gathered, in offsets into the visible words."""

    id: str
    source: list[Range] = field(default_factory=list)
    cue: list[Range] = field(default_factory=list)
    content: list[Range] = field(default_factory=list)
    addressee: list[Range] = field(default_factory=list)
    inserted: list[Range] = field(default_factory=list)
    speaker: str | None = None
    addressed: str | None = None
    stated: str | None = None
    within: str | None = None

    @property
    def start(self) -> int:
        return min(start for start, _ in (*self.source, *self.cue, *self.content))


@dataclass(frozen=True, slots=True)
class Marked:
    """Everything that the marks of one sample say, as entries of the gold."""

    attributions: list[Entry]
    claims: list[Entry]
    times: list[Entry]
    credits: list[Entry]
    furniture: list[Entry]


def marked(sample: Rendered, aliases: Mapping[str, str]) -> Marked:
    """The gold of one sample, taken by itself."""
    visible = sample.visible
    found: dict[str, _Attribution] = {}
    claims: dict[str, list[Range]] = {}
    denied: set[str] = set()
    hedges: list[tuple[Range, str]] = []
    plain: dict[str, list[Entry]] = {"t": [], "f": [], "r": []}
    for unit, begin in zip(sample.units, sample.starts, strict=True):
        for mark in unit.marks:
            at = (begin + mark.start, begin + mark.end)
            if parts := _PART.match(mark.tag):
                for part in parts["ids"].split("+"):
                    _add(
                        found.setdefault(part[:-1], _Attribution(part[:-1])),
                        part[-1],
                        mark.value,
                        at,
                        visible,
                    )
            elif mark.tag == "h":
                hedges.append((at, mark.value or ""))
            elif mark.tag[0] == "p":
                name = mark.tag.rstrip("-")
                claims.setdefault(name, []).append(at)
                if mark.tag.endswith("-"):
                    denied.add(name)
            elif mark.tag in plain:
                plain[mark.tag].append(_plain(mark.tag, mark.value, at, sample))
            else:
                raise ValueError(f"{sample.file}: no such mark: {mark.tag}")
    attributions = sorted(found.values(), key=lambda a: a.start)
    for attribution in attributions:
        if not attribution.content or not attribution.source:
            raise ValueError(f"{sample.file}: attribution {attribution.id} lacks a part")
        attribution.speaker = aliases.get(attribution.speaker or "", attribution.speaker)
        outer = _around((attribution.cue or attribution.content)[0], attributions, attribution)
        attribution.within = attribution.within or (outer.id if outer else None)
    outlet = sample.source.particulars["publisher"]
    outlet = aliases.get(outlet, outlet)
    by_id = {a.id: a for a in attributions}
    return Marked(
        [_attribution(a, by_id, hedges, attributions, sample, outlet) for a in attributions],
        [
            _claim(name, spans, name in denied, hedges, attributions, by_id, sample, outlet)
            for name, spans in sorted(claims.items(), key=lambda item: item[1][0])
        ],
        plain["t"],
        plain["r"],
        plain["f"],
    )


def span(visible: str, at: Range) -> Entry:
    """Words of a sample: quoted, counted, and with what stands before them."""
    words = visible[at[0] : at[1]]
    return {
        "words": words,
        "occurrence": occurrence(visible, words, at[0]),
        "before": visible[max(0, at[0] - _BEFORE) : at[0]],
    }


def _add(a: _Attribution, part: str, value: str | None, at: Range, visible: str) -> None:
    words = visible[at[0] : at[1]]
    if part == "s":
        a.source.append(at)
        a.speaker = value or re.sub(r"^(?:the|a|an) ", "", words, flags=re.IGNORECASE)
    elif part == "c":
        a.cue.append(at)
        stated, _, within = (value or "").partition("@")
        a.stated, a.within = stated or a.stated, within or a.within
    elif part == "k":
        a.content.append(at)
    elif part == "a":
        a.addressee.append(at)
        a.addressed = value or words
    else:
        a.inserted.append(at)


def _plain(tag: str, value: str | None, at: Range, sample: Rendered) -> Entry:
    entry: Entry = {"document": sample.file, "span": span(sample.visible, at)}
    if tag == "t":
        first, *others = (value or "").split("|")
        entry |= {"edtf": None if first == "null" else first, "alternatives": others}
    elif tag == "r":
        kind, name = (value or "").split("|")
        entry |= {"kind": kind, "name": name}
    return entry


def _around(
    at: Range, attributions: Sequence[_Attribution], apart: _Attribution | None = None
) -> _Attribution | None:
    """The innermost attribution in whose content a range stands."""
    around = [
        (end - start, -_depth(other, attributions), other)
        for other in attributions
        if other is not apart
        for start, end in other.content
        if start <= at[0] and at[1] <= end
    ]
    return min(around, key=lambda found: found[:2])[2] if around else None


def _depth(a: _Attribution, attributions: Iterable[_Attribution]) -> int:
    """In how many others it stands; tells apart those that share all of their content."""
    first = (a.cue or a.source)[0]
    return sum(
        other.id == a.within
        or any(start <= first[0] and first[1] <= end for start, end in other.content)
        for other in attributions
        if other is not a
    )


def _chain(a: _Attribution | None, by_id: Mapping[str, _Attribution], outlet: str) -> list[str]:
    """Speakers from the outlet inward, one who speaks twice in a row named once."""
    inward: list[str] = []
    while a is not None:
        inward.append(a.speaker or "")
        a = by_id[a.within] if a.within else None
    chain = [outlet]
    for speaker in reversed(inward):
        if speaker != chain[-1]:
            chain.append(speaker)
    return chain


def _speech(a: _Attribution, visible: str) -> str:
    words = " ".join(visible[s:e] for s, e in a.content)
    if "“" not in words:
        return "indirect"
    bare = words.rstrip(".,")
    quoted = re.sub(r"“[^”]*”", "", bare).strip(" .,")
    return "direct" if not quoted else "mixed"


def _cue_class(a: _Attribution, visible: str) -> tuple[str, str]:
    stated = a.stated or ""
    words = " ".join(visible[s:e] for s, e in a.cue)
    name = stated.rstrip("!") or next(
        (name for name, pattern in _CLASSES if re.search(pattern, words, re.IGNORECASE)), "said"
    )
    denied = name == "denied" or stated.endswith("!")
    return name, "denied" if denied else "affirmed"


def _attribution(
    a: _Attribution,
    by_id: Mapping[str, _Attribution],
    hedges: Sequence[tuple[Range, str]],
    attributions: Sequence[_Attribution],
    sample: Rendered,
    outlet: str,
) -> Entry:
    visible = sample.visible
    cue_class, polarity = _cue_class(a, visible)
    return {
        "id": f"{sample.file}#a{a.id}",
        "document": sample.file,
        "source": [span(visible, at) for at in a.source],
        "cue": [span(visible, at) for at in a.cue],
        "content": [span(visible, at) for at in a.content],
        "addressee": [span(visible, at) for at in a.addressee],
        "addressed": a.addressed,
        "inserted": [span(visible, at) for at in a.inserted],
        "speaker": a.speaker,
        "speakers": _chain(a, by_id, outlet),
        "within": f"{sample.file}#a{a.within}" if a.within else None,
        "cue_class": cue_class,
        "speech": _speech(a, visible),
        "polarity": polarity,
        "hedges": [
            {"span": span(visible, at), "class": kind}
            for at, kind in hedges
            if _around(at, attributions) is a
        ],
    }


def _claim(
    name: str,
    spans: Sequence[Range],
    denied: bool,
    hedges: Sequence[tuple[Range, str]],
    attributions: Sequence[_Attribution],
    by_id: Mapping[str, _Attribution],
    sample: Rendered,
    outlet: str,
) -> Entry:
    around = _around(spans[0], attributions)
    return {
        "id": f"{sample.file}#{name}",
        "proposition": re.sub(r"[a-z]+$", "", name),
        "document": sample.file,
        "spans": [span(sample.visible, at) for at in spans],
        "attribution": f"{sample.file}#a{around.id}" if around else None,
        "speakers": _chain(around, by_id, outlet),
        "polarity": "denied" if denied else "affirmed",
        "hedges": [
            {"span": span(sample.visible, at), "class": kind}
            for at, kind in hedges
            if any(s <= at[0] and at[1] <= e for s, e in spans)
        ],
    }
