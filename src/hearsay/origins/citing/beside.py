"""What two documents have to do with each other, whichever of their claims is meant."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.origins.sharing.shared_text import NOTHING, Common


@dataclass(frozen=True, slots=True)
class Beside:
    """All that one document has to do with an earlier one, whichever of its claims is meant."""

    common: Common
    """Text that stands in both."""
    quoted: Common
    """Quotations of the same words."""
    share: float
    """How much of the later one's running text stands in the earlier one."""
    lean: float
    """How much of what it cites it cites from the other's publisher."""
    one_publisher: bool
    one_credit: bool
    """Both give credit to one and the same."""
    strangers: bool = False
    """They have nothing to do with each other."""


STRANGERS = Beside(NOTHING, NOTHING, 0.0, 0.0, False, False, strangers=True)
