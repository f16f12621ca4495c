"""Reads into the case what is dropped here or named by its address, and shows how far that is."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.edtf import days_of
from hearsay.vocabulary.errors import Misuse, NothingByThatName
from hearsay.web.page import Place
from hearsay.web.rendering import render
from hearsay.web.taking_in import TakingIn
from hearsay.web.view import Seated, Viewed

PLACE: Place | None = Place("Read", 3, "Read something in", "/reading")
router = APIRouter()

_URLS = ("http://", "https://")


@router.get("/reading")
def ask(request: Request, seat: Seated, view: Viewed) -> Response:
    """Where a file is dropped or an address named."""
    taking: TakingIn = request.app.state.taking_in
    return render(
        request,
        "reading.html",
        view=view,
        waiting=taking.inbox.waiting(),
        running=taking.running,
    )


@router.post("/reading")
def begin(
    request: Request,
    files: Annotated[list[UploadFile] | None, File()] = None,
    urls: Annotated[str, Form(max_length=20_000)] = "",
    published: Annotated[str, Form(max_length=40)] = "",
    publisher: Annotated[str, Form(max_length=300)] = "",
    title: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    """Keeps what was dropped, then reads all that waits."""
    taking: TakingIn = request.app.state.taking_in
    named = urls.split()
    wrong = [one for one in named if not one.startswith(_URLS)]
    if wrong:
        raise Misuse(f"{wrong[0]}: no web address. It has to begin with https:// or http://.")
    if published.strip() and days_of(published.strip()) is None:
        raise Misuse(f'"{published}" is no date. Write 2022-02-15, or 2022-02.')
    dropped = [one for one in files or () if one.filename]
    if not (dropped or named or taking.inbox.waiting()):
        raise Misuse("Nothing was named. Drop a file, or paste an address.")
    if taking.running is not None:
        raise Misuse("Something is being read just now. Send this again when it is done.")
    kept = [taking.inbox.put(one.filename or "", one.file) for one in dropped]
    stated = Particulars(
        published=published.strip() or None,
        publisher=publisher.strip() or None,
        title=title.strip() or None,
    )
    batch = taking.begin(named, kept, stated=stated)
    return RedirectResponse(f"/reading/{batch.number}", 303)


@router.post("/reading/stop")
def stop(request: Request) -> Response:
    """Stops after what is being read now."""
    taking: TakingIn = request.app.state.taking_in
    running = taking.running
    taking.stop()
    return RedirectResponse(f"/reading/{running.number}" if running else "/reading", 303)


@router.get("/reading/{number}")
def progress(request: Request, number: int, view: Viewed) -> Response:
    """How far a batch is."""
    taking: TakingIn = request.app.state.taking_in
    batch = taking.batch(number)
    if batch is None:
        raise NothingByThatName("batch", str(number))
    return render(
        request,
        "progress.html",
        view=view,
        batch=batch,
        lines=list(batch.lines),
        waiting=len(taking.inbox.waiting()),
    )
