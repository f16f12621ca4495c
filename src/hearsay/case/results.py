"""What became of each thing that was to be read into a case."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from typing import Any, Literal

from hearsay.intake import Taken
from hearsay.outputs.shapes import problem_shape
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.problems import Problem

Change = Literal["new", "new_capture_of_address", "read_again", "nothing", "not_read"]
"""What a read changed: `nothing` where the case held it all, `not_read` where there is no text."""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What became of one thing that was to be read."""

    address: str
    change: Change
    capture: str | None
    """SHA-256 of its bytes; `None` where nothing could be fetched."""
    found: Particulars
    """Publisher, title, date and the rest, as stated or as found."""
    pages: int | None
    rows: int
    """How many table rows it has; those of a report are kept and searched, not read as claims."""
    claims: int
    """How many claims it makes."""
    stated: tuple[tuple[str, int], ...]
    """How many statements of each kind a table makes: `("posting", 885)`."""
    problems: tuple[Problem, ...]
    head: str
    """The case's newest hash after it."""
    before: Particulars | None = None
    """What the case held of it, where it was read again."""

    @property
    def changed(self) -> dict[str, tuple[str | None, str | None]]:
        """What is known of it otherwise than before it was read again: before and now, by field."""
        if self.before is None:
            return {}
        pairs = {
            one.name: (getattr(self.before, one.name), getattr(self.found, one.name))
            for one in fields(Particulars)
        }
        return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def result_of(
    taken: Taken, change: Change, claims: int, head: str, *, before: Particulars | None = None
) -> ReadResult:
    """What became of one thing, once it is kept; `before` is what was known of it until then."""
    fetched, document = taken.arrival.fetched, taken.document
    stated = fetched.capture.stated if fetched is not None else Particulars()
    own = document.problems if document is not None else ()
    read = taken.reading.problems if taken.reading is not None else ()
    stating = taken.reading.statements if taken.reading is not None else ()
    return ReadResult(
        address=taken.arrival.address,
        change=change,
        capture=fetched.capture.sha256 if fetched is not None else None,
        found=document.particulars if document is not None else stated,
        pages=taken.pages,
        rows=sum(p.kind == "table_row" for p in document.passages) if document else 0,
        claims=claims,
        stated=tuple(sorted(Counter(type(s).__name__.lower() for s in stating).items())),
        problems=(*taken.problems, *own, *read),
        head=head,
        before=before if change == "read_again" else None,
    )


def read_shape(result: ReadResult) -> dict[str, Any]:
    """The object that `hearsay read --json` lists for one thing."""
    found = result.found
    return {
        "address": result.address,
        "change": result.change,
        "capture": result.capture,
        "publisher": found.publisher,
        "published": found.published,
        "title": found.title,
        "period": found.period,
        "language": found.language,
        "pages": result.pages,
        "rows": result.rows,
        "claims": result.claims,
        "statements": dict(result.stated),
        "problems": [problem_shape(p) for p in result.problems],
        "head": result.head,
        "changed": {name: list(pair) for name, pair in result.changed.items()},
    }
