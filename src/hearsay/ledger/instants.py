"""Known time: when the case learned something, compared as instants and never as strings."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hearsay.vocabulary.errors import Misuse

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def instant(text: str) -> int:
    """Microseconds since 1970 of an ISO 8601 instant; without an offset it is read as UTC.

    A day alone stands for its last microsecond: "as known on that day" includes the day.
    """
    try:
        if len(text) == 10:
            day = datetime.combine(date.fromisoformat(text), datetime.max.time(), tzinfo=UTC)
            return (day - _EPOCH) // _MICROSECOND
        when = datetime.fromisoformat(text)
        if when.tzinfo is None:
            when = when.replace(tzinfo=UTC)
        return (when - _EPOCH) // _MICROSECOND
    except ValueError:
        raise Misuse(
            f'"{text}" is no day or instant; write 2022-02-15 or 2022-02-15T10:00:00Z.'
        ) from None
