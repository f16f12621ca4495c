"""Puts the site together: pages, what they are made of, who is let in, what an error looks like."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from hearsay.outputs.drawing.strokes import dark_style
from hearsay.vocabulary.errors import (
    CaseBusy,
    HearsayError,
    Misuse,
    NoSuchDocument,
    NothingByThatName,
    Redacted,
    SeveralDocuments,
)
from hearsay.web.desk import Desk
from hearsay.web.door import Door
from hearsay.web.guards import HEADERS, Guards
from hearsay.web.page import navigation, pages
from hearsay.web.rendering import render
from hearsay.web.site import Site
from hearsay.web.taking_in import TakingIn

_HERE = Path(__file__).parent


def application(site: Site, *, door: Door, entered: Callable[[], None] = lambda: None) -> FastAPI:
    """The site as a program that a server runs; `entered` is called when somebody was let in."""
    app = FastAPI(
        title="Hearsay", docs_url=None, redoc_url=None, openapi_url=None, lifespan=_open_desk
    )
    app.state.site = site
    app.state.taking_in = TakingIn(site.case_path)
    app.state.navigation = navigation()
    app.add_middleware(Guards, hosts=site.hosts, cookie=site.cookie, door=door)
    app.mount("/static", StaticFiles(directory=_HERE / "static"), name="static")
    app.mount("/vendor", StaticFiles(directory=_HERE / "vendor"), name="vendor")
    for page in pages():
        app.include_router(page.router)
    app.add_api_route("/drawing.css", _drawing_style)
    _let_in(app, site.cookie, door, entered)
    _answer_errors(app)
    return app


@asynccontextmanager
async def _open_desk(app: FastAPI) -> AsyncIterator[None]:
    app.state.desk = Desk(app.state.site.case_path)
    try:
        yield
    finally:
        app.state.desk.close()


def _let_in(app: FastAPI, name: str, door: Door, entered: Callable[[], None]) -> None:
    @app.get("/in/{word}")
    def enter(word: str, to: str = "/") -> Response:
        cookie = door.enter(word)
        if cookie is None:
            return RedirectResponse("/signed-out?used=1", 303)
        entered()
        answer = RedirectResponse(_within(to), 303)
        answer.set_cookie(name, cookie, httponly=True, samesite="lax")
        return answer

    @app.get("/signed-out")
    def signed_out(request: Request, to: str = "/", used: bool = False) -> Response:
        return render(request, "signed_out.html", status=401, to=_within(to), used=used)

    @app.post("/out")
    def leave(request: Request) -> Response:
        door.leave(request.cookies.get(name))
        answer = RedirectResponse("/signed-out", 303)
        answer.delete_cookie(name)
        return answer


def _drawing_style() -> Response:
    """What drawings look like on dark screens; in a page they bring no style sheet of their own."""
    return Response(dark_style(), media_type="text/css")


def _within(to: str) -> str:
    """An address of this site, whatever was asked for."""
    own = to.startswith("/") and not to.startswith("//") and "\\" not in to and to.isprintable()
    return to if own else "/"


_STATUS: tuple[tuple[type[HearsayError], int], ...] = (
    (NothingByThatName, 404),
    (NoSuchDocument, 404),
    (SeveralDocuments, 400),
    (Misuse, 400),
    (Redacted, 410),
    (CaseBusy, 503),
)


def _answer_errors(app: FastAPI) -> None:
    @app.exception_handler(HearsayError)
    async def failed(request: Request, error: HearsayError) -> Response:
        status = next((code for kind, code in _STATUS if isinstance(error, kind)), 500)
        return render(request, "error.html", status=status, message=str(error))

    @app.exception_handler(HTTPException)
    async def missing(request: Request, error: HTTPException) -> Response:
        message = "There is no such page here." if error.status_code == 404 else str(error.detail)
        return render(request, "error.html", status=error.status_code, message=message)

    @app.exception_handler(Exception)
    async def broken(request: Request, error: Exception) -> Response:
        # It stands outside the guards, who would have set these.
        message = "Hearsay itself failed at this. The case is as it was; the terminal says why."
        answer = render(request, "error.html", status=500, message=message)
        answer.headers.update(HEADERS)
        return answer

    @app.exception_handler(RequestValidationError)
    async def unreadable(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        where = str(first["loc"][-1])
        message = f"“{where}” cannot be read: {first['msg']}. Go back and mend it."
        return render(request, "error.html", status=400, message=message)
