"""Where a statement stands, how it is put and when it holds, taken from what a reading found."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.vocabulary.readings import Assertion, Hedge, HedgeClass, Polarity, Reading
from hearsay.vocabulary.spans import Span, Spans
from hearsay.vocabulary.statements import Grounds, Held


class Grounding:
    """Knows the assertions of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._assertions: dict[str, Assertion] = {one.id: one for one in reading.assertions}

    def grounds(
        self,
        assertion: str | None,
        spans: Iterable[Span],
        held: Held,
        *,
        polarity: Polarity = "affirmed",
        hedge: Hedge | None = None,
        score: float = 1.0,
    ) -> Grounds:
        """Grounds with the hedges of the assertion too, each class once."""
        around = self._assertions.get(assertion) if assertion is not None else None
        hedges = [*(around.hedges if around else ()), *((hedge,) if hedge else ())]
        kinds: tuple[HedgeClass, ...] = tuple(dict.fromkeys(one.kind for one in hedges))
        return Grounds(assertion, tuple(sorted(set(spans))), polarity, kinds, held, round(score, 3))

    def spans(self, assertion: str | None) -> Spans:
        """The words of an assertion; empty where there is none."""
        found = self._assertions.get(assertion) if assertion is not None else None
        return found.spans if found else ()
