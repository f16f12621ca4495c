"""Reads the notation of our corpus: a passage's plain text, then one mark a line.

The notation is explained in `training/guidelines.md`. What cannot be read is a `Fault` that names
the passage and the line; the other marks of the passage are read all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from hearsay.vocabulary.readings import (
    Argument,
    ArgumentRole,
    Assertion,
    Attribution,
    Basis,
    Cause,
    Comparator,
    Count,
    CueClass,
    Event,
    EventType,
    Form,
    Hedge,
    HedgeClass,
    Mention,
    MentionType,
    Reading,
    Relation,
    RelationType,
    Speech,
    Stage,
    TimeExpression,
)
from hearsay.vocabulary.spans import Span, Spans, hull
from training.own.passages import FOLDER, OwnPassage, is_tuning
from training.own.quotes import NotFound, located

_HEAD = re.compile(r"^=== *(\S+) *$", re.MULTILINE)
_TOKEN = re.compile(r'"([^"]*)"|(\S+)')
_ID = re.compile(r"[maserntc]\d+")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a passage that is not as the guidelines say."""

    passage: str
    line: str
    why: str

    def __str__(self) -> str:
        return f"{self.passage}: {self.line.strip()}\n    {self.why}"


class _Misread(Exception):
    """A line that does not follow the notation; the message says how."""


def read_file(path: Path) -> tuple[list[OwnPassage], list[Fault]]:
    """The passages of a `.notes` file, and what could not be read."""
    passages: list[OwnPassage] = []
    faults: list[Fault] = []
    parts = _HEAD.split(path.read_text("utf-8"))
    for id, body in zip(parts[1::2], parts[2::2], strict=True):
        passage, wrong = _passage(id, body)
        passages.append(passage)
        faults += wrong
    return passages, faults


def passages(part: str, *, folder: Path = FOLDER) -> Iterator[OwnPassage]:
    """The passages of `train`, `tuning`, `held_out` or `second`.

    `tuning` lies among the files of `train`. Raises `ValueError` where a mark cannot be read.
    """
    inside = "train" if part == "tuning" else part
    for path in sorted((folder / inside).glob("*.notes")):
        found, faults = read_file(path)
        if faults:
            raise ValueError(f"{path}: {faults[0]}")
        for one in found:
            if inside != "train" or is_tuning(one.id) == (part == "tuning"):
                yield one


def _passage(id: str, body: str) -> tuple[OwnPassage, list[Fault]]:
    upper, _, lower = body.partition("\n---")
    about, text = _about(upper.strip("\n"))
    read = _Marks(text)
    faults = []
    for line in lower.splitlines():
        if not line.strip():
            continue
        try:
            read.line(line)
        except (_Misread, NotFound, ValueError) as error:
            faults.append(Fault(id, line, str(error)))
    return OwnPassage(id, text, about, read.reading()), faults


def _about(upper: str) -> tuple[dict[str, str], str]:
    """The lines `name: value` at the head, and the text, its wrapped lines drawn together."""
    head, _, rest = upper.partition("\n\n")
    about = dict(re.split(r":\s*", line, maxsplit=1) for line in head.splitlines())
    paragraphs = re.split(r"\n\s*\n", rest.strip())
    return about, "\n\n".join(" ".join(one.split()) for one in paragraphs)


@dataclass(slots=True)
class _Line:
    """One line's words and quotes, taken from the left."""

    tokens: list[tuple[str, str]]
    text: str

    @property
    def peeked(self) -> str:
        """The next token where it is a word, else nothing."""
        return self.tokens[0][1] if self.tokens else ""

    def word(self, what: str) -> str:
        """The next word; `what` is said where there is none."""
        if not self.tokens or not self.tokens[0][1]:
            raise _Misread(f"{what} is missing")
        return self.tokens.pop(0)[1]

    def one_of(self, kind: object, what: str) -> str:
        """The next word, which has to be one of a vocabulary."""
        found = self.word(what)
        if found not in get_args(kind):
            raise _Misread(f"{found} is no {what}: {', '.join(get_args(kind))}")
        return found

    def id(self, letter: str) -> str:
        """The next word as an id."""
        found = self.word(f"an id {letter}1")
        if not re.fullmatch(letter + r"\d+", found):
            raise _Misread(f"{found} is no id of the kind {letter}1")
        return found

    def ids(self, letter: str) -> tuple[str, ...]:
        """As many ids as follow, at least one."""
        found = [self.id(letter)]
        while re.fullmatch(letter + r"\d+", self.peeked):
            found.append(self.id(letter))
        return tuple(found)

    def spans(self) -> Spans:
        """The place of one quote or of several joined by a plus."""
        found = list(self._quote())
        while self.peeked == "+":
            self.tokens.pop(0)
            found += self._quote()
        return tuple(sorted(found))

    def span(self) -> Span:
        """The place of a quote that has one part."""
        return hull(self.spans())

    def _quote(self) -> Spans:
        if not self.tokens or self.tokens[0][1]:
            raise _Misread(f"a quote is missing before {self.peeked or 'the end'}")
        return located(self.tokens.pop(0)[0], self.text)

    def hedge(self) -> Hedge:
        """A hedge's class and words."""
        kind: HedgeClass = self.one_of(HedgeClass, "class of hedge")  # type: ignore[assignment]
        return Hedge(self.span(), kind)


@dataclass(slots=True)
class _Marks:
    """The marks of one passage as they are read, line after line."""

    text: str
    mentions: dict[str, Mention] = field(default_factory=dict)
    times: list[TimeExpression] = field(default_factory=list)
    attributions: dict[str, Attribution] = field(default_factory=dict)
    via: dict[str, tuple[str, ...]] = field(default_factory=dict)
    assertions: list[Assertion] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    causes: list[Cause] = field(default_factory=list)

    def line(self, line: str) -> None:
        """Reads one line; raises where it does not follow the notation."""
        tokens = [match.groups(default="") for match in _TOKEN.finditer(line)]
        id = tokens[0][1]
        if not _ID.fullmatch(id):
            raise _Misread("a line begins with an id: m1, a1, s1, r1, e1, n1 or c1")
        kinds: dict[str, Callable[[str, _Line], None]] = {
            "m": self._mention,
            "a": self._attribution,
            "s": self._assertion,
            "r": self._relation,
            "e": self._event,
            "n": self._count,
            "c": self._cause,
        }
        kinds[id[0]](id, _Line([(t[0], t[1]) for t in tokens[1:]], self.text))

    def reading(self) -> Reading:
        """All marks, with what follows from them: chains, and which mentions lie in others."""
        return Reading(
            "our guidelines",
            mentions=tuple(self._nested()),
            attributions=tuple(self._chained()),
            assertions=tuple(self.assertions),
            relations=tuple(self.relations),
            events=tuple(self.events),
            counts=tuple(self.counts),
            causes=tuple(self.causes),
            times=tuple(self.times),
        )

    def _mention(self, id: str, line: _Line) -> None:
        type: MentionType = line.one_of(MentionType, "type of mention")  # type: ignore[assignment]
        form: Form = "name" if type in ("Rank", "Nationality") else "nominal"
        if type in ("Person", "Organization", "Place"):
            form = line.one_of(Form, "form")  # type: ignore[assignment]
        elif line.peeked in get_args(Form):
            line.word("form")
        spans = line.spans()
        refers, edtf = id, None
        while line.tokens:
            key = line.word("= or edtf")
            if key == "=":
                refers = line.id("m")
            elif key == "edtf":
                edtf = line.word("a value")
            else:
                raise _Misread(f"{key} is neither = nor edtf")
        if id in self.mentions:
            raise _Misread(f"{id} is there already")
        self.mentions[id] = Mention(id, type, spans, form, True, refers, 1.0)
        if type == "Time":
            if edtf is None:
                raise _Misread("a Time has its edtf value, or edtf null")
            value = None if edtf == "null" else edtf
            self.times.append(TimeExpression(id, hull(spans), value))

    def _attribution(self, id: str, line: _Line) -> None:
        cue_class: CueClass = line.one_of(CueClass, "class of cue")  # type: ignore[assignment]
        speech: Speech = line.one_of(Speech, "kind of speech")  # type: ignore[assignment]
        parts: dict[str, Spans] = {"source": (), "cue": (), "content": (), "inserted": ()}
        ids: dict[str, str | None] = {"speaker": None, "to": None, "in": None}
        hedges, denied = [], False
        via: tuple[str, ...] = ()
        while line.tokens:
            key = line.word("a part")
            if key in parts:
                parts[key] = tuple(sorted((*parts[key], *line.spans())))
            elif key in ids:
                ids[key] = line.id("a" if key == "in" else "m")
            elif key == "via":
                via = line.ids("m")
            elif key == "hedge":
                hedges.append(line.hedge())
            elif key == "denied":
                denied = True
            else:
                raise _Misread(f"{key} is no part of an attribution")
        if not parts["cue"] or not parts["content"]:
            raise _Misread("an attribution has a cue and a content")
        if id in self.attributions:
            raise _Misread(f"{id} is there already")
        self.via[id] = via
        self.attributions[id] = Attribution(
            id,
            parts["source"],
            parts["cue"],
            parts["content"],
            ids["in"],
            ids["speaker"],
            ids["to"],
            (),
            cue_class,
            speech,
            # Who denies something denied nothing where he "did not deny" it.
            "denied" if denied != (cue_class == "denied") else "affirmed",
            tuple(hedges),
            parts["inserted"],
            1.0,
        )

    def _assertion(self, id: str, line: _Line) -> None:
        attribution = line.id("a") if line.peeked.startswith("a") else None
        spans = line.spans()
        hedges, denied = [], False
        while line.tokens:
            key = line.word("hedge or denied")
            if key == "hedge":
                hedges.append(line.hedge())
            elif key == "denied":
                denied = True
            else:
                raise _Misread(f"{key} is neither hedge nor denied")
        polarity = "denied" if denied else "affirmed"
        self.assertions.append(Assertion(id, spans, attribution, polarity, tuple(hedges)))  # type: ignore[arg-type]

    def _relation(self, id: str, line: _Line) -> None:
        type: RelationType = line.one_of(RelationType, "relation")  # type: ignore[assignment]
        ends = line.id("m"), line.id("m")
        denied, hedge, ids = _tail(line, {"time": "m", "in": "s"})
        self.relations.append(
            Relation(
                id,
                type,
                *ends,
                assertion=ids["in"],
                polarity="denied" if denied else "affirmed",
                hedge=hedge,
                time=ids["time"],
            )
        )

    def _event(self, id: str, line: _Line) -> None:
        type: EventType = line.one_of(EventType, "event")  # type: ignore[assignment]
        stage: Stage = line.one_of(Stage, "stage")  # type: ignore[assignment]
        trigger = line.span()
        arguments = []
        while line.peeked in get_args(ArgumentRole):
            role: ArgumentRole = line.one_of(ArgumentRole, "role")  # type: ignore[assignment]
            arguments += [Argument(role, one) for one in line.ids("m")]
        denied, _, ids = _tail(line, {"time": "m", "in": "s"})
        polarity = "denied" if denied else "affirmed"
        self.events.append(
            Event(id, type, trigger, stage, tuple(arguments), ids["in"], polarity, ids["time"])  # type: ignore[arg-type]
        )

    def _count(self, id: str, line: _Line) -> None:
        span = line.span()
        comparator: Comparator = line.one_of(Comparator, "comparator")  # type: ignore[assignment]
        low, _, high = line.word("a number").replace(",", "").partition("..")
        if line.word("unit") != "unit":
            raise _Misread("unit and its word come after the number")
        unit = line.word("a unit")
        scope: str | None = None
        basis: Basis | None = None
        ids: dict[str, str | None] = {"counter": None, "time": None, "in": None}
        while line.tokens:
            key = line.word("a part")
            if key == "scope":
                scope = line.span().of(self.text)
            elif key == "basis":
                basis = line.one_of(Basis, "basis")  # type: ignore[assignment]
            elif key in ids:
                ids[key] = line.id("s" if key == "in" else "m")
            else:
                raise _Misread(f"{key} is no part of a count")
        most = float(high) if high else None
        self.counts.append(
            Count(
                id,
                span,
                float(low),
                most,
                comparator,
                unit,
                scope,
                ids["counter"],
                basis,
                ids["time"],
                ids["in"],
            )
        )

    def _cause(self, id: str, line: _Line) -> None:
        parts: dict[str, Spans] = {"cause": (), "effect": (), "marker": ()}
        by: str | None = None
        while line.tokens:
            key = line.word("a part")
            if key in parts:
                parts[key] = line.spans()
            elif key == "by":
                by = line.id("a")
            else:
                raise _Misread(f"{key} is no part of a cause")
        if not parts["cause"] or not parts["effect"]:
            raise _Misread("there are a cause and an effect")
        marker = hull(parts["marker"]) if parts["marker"] else None
        self.causes.append(Cause(id, parts["cause"], parts["effect"], marker, by))

    def _nested(self) -> Iterator[Mention]:
        """Mentions, told whether they lie inside another one."""
        hulls = {id: hull(one.spans) for id, one in self.mentions.items()}
        for id, one in self.mentions.items():
            within = any(
                other != id and hulls[other].covers(hulls[id]) and hulls[other] != hulls[id]
                for other in hulls
            )
            yield Mention(id, one.type, one.spans, one.form, not within, one.refers, 1.0)

    def _chained(self) -> Iterator[Attribution]:
        """Attributions with their chains: speakers from the outlet's side inward."""
        for id, one in self.attributions.items():
            yield Attribution(
                id,
                one.source,
                one.cue,
                one.content,
                one.within,
                one.speaker,
                one.addressee,
                self._chain(id, []),
                one.cue_class,
                one.speech,
                one.polarity,
                one.hedges,
                one.inserted,
                1.0,
            )

    def _chain(self, id: str, seen: Sequence[str]) -> tuple[str, ...]:
        one = self.attributions.get(id)
        if one is None or id in seen:
            return ()
        chain = list(self._chain(one.within, [*seen, id]) if one.within else ())
        for speaker in (*self.via[id], *((one.speaker,) if one.speaker else ())):
            # "He said that he believed" is one speaker, not two.
            if not chain or self._thing(chain[-1]) != self._thing(speaker):
                chain.append(speaker)
        return tuple(chain)

    def _thing(self, id: str) -> str:
        mention = self.mentions.get(id)
        return mention.refers if mention is not None else id


def _tail(line: _Line, kinds: dict[str, str]) -> tuple[bool, Hedge | None, dict[str, str | None]]:
    """What may follow a relation or event: denied, a hedge, and ids."""
    denied, hedge = False, None
    ids: dict[str, str | None] = dict.fromkeys(kinds)
    while line.tokens:
        key = line.word("a part")
        if key == "denied":
            denied = True
        elif key == "hedge":
            hedge = line.hedge()
        elif key in kinds:
            ids[key] = line.id(kinds[key])
        else:
            raise _Misread(f"{key} is not expected here")
    return denied, hedge, ids
