"""What is served, under whose name, and to which addresses it answers."""

from __future__ import annotations

from dataclasses import dataclass

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""Names of this machine for itself: what is asked for under another name is not meant for us."""


@dataclass(frozen=True, slots=True)
class Site:
    """One case, as one person serves it on their own machine."""

    case_path: str
    by: str
    """Who decides what is decided here; it stays in the case."""
    port: int
    labels: frozenset[str] = frozenset()
    """Sensitivity labels that are shown too."""

    @property
    def hosts(self) -> frozenset[str]:
        """The `Host` headers that are answered."""
        return frozenset(f"{name}:{self.port}" for name in LOOPBACK)

    @property
    def cookie(self) -> str:
        """The name of the cookie: ports share cookies, and two servers must not."""
        return f"hearsay-{self.port}"

    @property
    def address(self) -> str:
        """Where the front page stands."""
        return f"http://{LOOPBACK[0]}:{self.port}/"
