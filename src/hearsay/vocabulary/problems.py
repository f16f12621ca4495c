"""What is wrong with the evidence: values that are kept and listed, never raised."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.vocabulary.spans import Span


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a file or a passage, said in one line with the next step."""

    where: str
    """The file, address or document id that it is about."""
    code: str
    """A stable word for the kind of problem: `empty`, `unknown-format`, `encrypted`, …"""
    message: str
    """What happened, in one line a reporter can read."""
    next_step: str
    """What the user can do about it."""
    span: Span | None = None
    """The passage it is about, where there is one."""
    count: int | None = None
    """How many rows or cells it stands for, where it is about several."""

    def line(self) -> str:
        """The problem as the one line that commands print."""
        return f"{self.where}: {self.message} {self.next_step}".strip()
