"""The words of a dossier: a post, a rank, a rise, a deed, a number, each in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay.outputs.picture.charting import said_as
from hearsay.outputs.picture.saying import Saying, seen_words
from hearsay.outputs.wording import one_line
from hearsay.picture.careers import Beside, Rise
from hearsay.picture.index import StatementRow
from hearsay.picture.posts import Post
from hearsay.picture.seen import seen_in
from hearsay.vocabulary.statements import (
    Commitment,
    Describing,
    Incident,
    Naming,
    Number,
    Positioning,
    Tally,
)

NO_REPLY = "No reply of theirs is in the case."
ASK_FOR_ONE = "Ask for one; what they answer is taken in with hearsay read, and stands here then."
DENIAL = "a denial that may answer it"
_COMPARED = {
    "exactly": "",
    "at_least": "at least ",
    "at_most": "at most ",
    "about": "about ",
    "more_than": "more than ",
    "fewer_than": "fewer than ",
}


def post_words(post: Post, saying: Saying, *, of: int) -> str:
    """A post as it stands in the dossier of `of`: who, as what, where, when seen."""
    parts = [saying.name(post.person)] if post.person != of else []
    words = ", ".join([*parts, *said_as(post)])
    if post.unit is not None and post.unit != of:
        words += f", {saying.name(post.unit)}"
    return f"{words} · {seen_words(post.seen)}"


def rise_words(beside: Beside) -> Iterator[str]:
    """How long from one rank to the next, and how long for others of this case."""
    rise = beside.rise
    yield f"first seen as {one_line(rise.lower)}, then as {one_line(rise.higher)}: {_days(rise)}"
    middle = beside.middle
    if middle is None:
        yield f"nobody else in this case is seen in two ranks from {one_line(rise.lower)} on"
        return
    number = len(beside.others)
    quicker = sum(other.most <= rise.least for other in beside.others)
    slower = sum(other.least >= rise.most for other in beside.others)
    least, most = (round(one) for one in middle)
    yield (
        f"{number} other{'' if number == 1 else 's'} from {one_line(rise.lower)}: "
        f"median {_span(least, most)}; {quicker} surely in less time, {slower} surely in more, "
        f"{number - quicker - slower} not to be told apart"
    )


def single_words(row: StatementRow, saying: Saying, *, of: int) -> str:
    """A statement that stands by itself, from the side of `of`."""
    statement = row.statement
    when = seen_words(seen_in((statement.grounds.held,)))
    if isinstance(statement, Incident):
        parts = sorted({part for part, number in row.entities if number == of})
        stage = "" if statement.stage == "accomplished" else f" ({statement.stage})"
        words = f"{statement.kind}{stage}, here as {role_words(parts)}"
        return f"{words}{_others(row, saying, of)} · {when}"
    if isinstance(statement, Tally):
        scope = f" ({one_line(statement.scope)})" if statement.scope else ""
        return f"{_number(statement.number)} × {one_line(statement.number.unit)}{scope} · {when}"
    if isinstance(statement, Commitment):
        to = [number for part, number in row.entities if part == "to"]
        towards = f" to {saying.name(to[0])}" if to else ""
        by = [number for part, number in row.entities if part == "party"]
        return f"{saying.name(by[0])}: {statement.kind}{towards} · {when}"
    if isinstance(statement, Positioning):
        return f"{saying.name(row.entities[0][1])} at {saying.name(row.entities[1][1])} · {when}"
    if isinstance(statement, Naming):
        return f"{'formerly ' if statement.former else 'also '}{one_line(statement.name)} · {when}"
    if isinstance(statement, Describing):
        return f"{one_line(statement.field)}: {one_line(statement.value)} · {when}"
    by = [number for part, number in row.entities if part == "by"]
    return f"assessed by {', '.join(map(saying.name, by)) or 'nobody named'} · {when}"


def _days(rise: Rise) -> str:
    return _span(rise.least, rise.most)


def _span(least: int, most: int) -> str:
    return f"{least:,} days" if least == most else f"{least:,} to {most:,} days"


def _number(number: Number) -> str:
    high = f" to {number.high:g}" if number.high is not None else ""
    return f"{_COMPARED[number.comparator]}{number.low:,.15g}{high}"


def role_words(parts: Sequence[str]) -> str:
    """As what somebody has a part in an incident: `actor`, `target and place`."""
    singular = {"actors": "actor", "targets": "target", "places": "place", "victims": "victim"}
    return " and ".join(singular.get(part, part) for part in parts)


def _others(row: StatementRow, saying: Saying, of: int) -> str:
    named = dict.fromkeys((part, number) for part, number in row.entities if number != of)
    words = [f"{role_words([part])} {saying.name(number)}" for part, number in named]
    return f" ({'; '.join(words)})" if words else ""
