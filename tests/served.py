"""A case as it is served, for tests: asked in this process, or through a real port."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.testclient import TestClient

from hearsay.web.application import application
from hearsay.web.door import Door
from hearsay.web.site import Site

PORT = 8765


@contextmanager
def visitor(case: Path, *, signed_in: bool = True) -> Iterator[TestClient]:
    """Somebody who asks for pages of a case."""
    door = Door()
    app = application(Site(str(case), "tester", PORT), door=door)
    with TestClient(app, base_url=f"http://127.0.0.1:{PORT}") as client:
        client.headers["origin"] = f"http://127.0.0.1:{PORT}"
        if signed_in:
            assert client.get(f"/in/{door.link()}").status_code == 200
        yield client


@dataclass(frozen=True)
class Served:
    """Where a browser finds a case, and the link that lets it in."""

    address: str
    door: Door

    def link(self) -> str:
        """A link that lets one browser in."""
        return f"{self.address}/in/{self.door.link()}"


@contextmanager
def served(case: Path) -> Iterator[Served]:
    """A case at a port of this machine."""
    import socket

    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    door = Door()
    app = application(Site(str(case), "tester", port), door=door)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    try:
        yield Served(f"http://127.0.0.1:{port}", door)
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()
