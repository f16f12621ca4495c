"""What stands around a place in a reading: its assertion, its attribution, its time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from hearsay.vocabulary.readings import Assertion, Attribution, Reading, TimeExpression
from hearsay.vocabulary.spans import Span, Spans, hull

_BIN = 256
"""Code points whose spans are looked through together: about a long sentence."""

Thing = TypeVar("Thing")


class _Bins(Generic[Thing]):
    """Finds what lies at a place without looking through a whole document."""

    def __init__(self, things: Iterable[tuple[Spans, Thing]]) -> None:
        self._bins: dict[int, list[tuple[Spans, Thing]]] = {}
        for spans, thing in things:
            for part in spans:
                for number in range(part.start // _BIN, part.end // _BIN + 1):
                    held = self._bins.setdefault(number, [])
                    if not held or held[-1][1] is not thing:
                        held.append((spans, thing))

    def at(self, span: Span) -> Sequence[tuple[Spans, Thing]]:
        """Everything near the beginning of a span, with its spans."""
        return self._bins.get(span.start // _BIN, ())


class Around:
    """Looks up what stands around places of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._assertions = _Bins((one.spans, one) for one in reading.assertions)
        self._contents = _Bins((one.content, one) for one in reading.attributions)
        self._by_id = {one.id: one for one in reading.attributions}
        self._times = reading.times
        self._starts = [time.span.start for time in reading.times]

    def assertion(self, spans: Sequence[Span]) -> Assertion | None:
        """The assertion that holds most of the spans, the shortest of several."""
        ranked: dict[str, tuple[int, int, Assertion]] = {}
        for wanted in spans:
            for parts, one in self._assertions.at(wanted):
                held = sum(any(part.covers(span) for part in parts) for span in spans)
                if held:
                    ranked[one.id] = (held, -sum(len(part) for part in parts), one)
        return max(ranked.values(), key=lambda rank: rank[:2])[2] if ranked else None

    def attribution(self, spans: Spans) -> str | None:
        """The id of the innermost attribution in whose content the spans stand."""
        around = [
            (sum(len(part) for part in parts), one.id)
            for parts, one in self._contents.at(spans[0])
            if all(any(part.covers(span) for part in parts) for span in spans)
        ]
        return min(around)[1] if around else None

    def speaker(self, attribution: str | None) -> Attribution | None:
        """The attribution by its id."""
        return self._by_id.get(attribution) if attribution is not None else None

    def time(self, assertion: Assertion | None, at: int) -> TimeExpression | None:
        """The time that the assertion names, the nearest to a place in it."""
        if assertion is None:
            return None
        reach = hull(assertion.spans)
        first = bisect_right(self._starts, reach.start - 1)
        inside = [
            time
            for time in self._times[first : bisect_right(self._starts, reach.end)]
            if any(part.covers(time.span) for part in assertion.spans)
        ]
        return min(inside, key=lambda time: abs(time.span.start - at), default=None)
