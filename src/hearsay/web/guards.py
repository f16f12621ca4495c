"""Which requests are let through, and what every answer says to the browser.

A page of somebody else may make the reader's browser ask this machine for things. So the name
that it was asked under has to be ours (a foreign name that leads here is an attack), a form has to
come from our own pages, and nothing but a click may lead here from elsewhere.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import quote

from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp

from hearsay.web.door import Door

Answer = Callable[[Request], Awaitable[Response]]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""Nothing from elsewhere, nothing inline, no frame around it."""
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    # To other sites nothing; to our own, so that browsers say whose page a form is sent from.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
MOST_BYTES = 1 << 30
"""The largest request that is read at all."""
_SAFE = frozenset(("GET", "HEAD"))
OPEN_PATHS = ("/static/", "/in/", "/signed-out")
"""What is answered to people who are not signed in."""


class Guards(BaseHTTPMiddleware):
    """Stands before every page."""

    def __init__(self, app: ASGIApp, *, hosts: frozenset[str], cookie: str, door: Door) -> None:
        super().__init__(app)
        self._hosts = hosts
        self._cookie = cookie
        self._door = door

    async def dispatch(self, request: Request, call_next: Answer) -> Response:
        """The answer, or why there is none; in either case with the headers that protect."""
        refused = self._refused(request)
        answer = refused if refused is not None else await call_next(request)
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
        return answer

    def _refused(self, request: Request) -> Response | None:
        host = request.headers.get("host", "")
        if host not in self._hosts:
            return PlainTextResponse("Hearsay answers under its own address only.\n", 421)
        if not _is_from_here(request, host):
            return PlainTextResponse("This has to be asked for from Hearsay's own pages.\n", 403)
        unsaid = "0" if request.method in _SAFE else ""
        length = request.headers.get("content-length", unsaid)
        if not length.isdigit() or int(length) > MOST_BYTES:
            return PlainTextResponse("That is too much at once. Drop fewer files.\n", 413)
        if request.url.path.startswith(OPEN_PATHS):
            return None
        if not self._door.knows(request.cookies.get(self._cookie)):
            asked = request.url.path
            if request.url.query:
                asked += f"?{request.url.query}"
            back = f"?to={quote(asked, safe='')}" if request.method in _SAFE else ""
            return RedirectResponse(f"/signed-out{back}", 303)
        return None


def _is_from_here(request: Request, host: str) -> bool:
    """Whether our own page asks, or a person by a click or by typing the address."""
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if request.method not in _SAFE:
        if site is not None and site != "same-origin":
            return False
        # Browsers name the page that a form is sent from; what names none is no browser of today.
        return origin == f"http://{host}"
    if site in (None, "none", "same-origin"):
        return True
    return request.headers.get("sec-fetch-mode") == "navigate"
