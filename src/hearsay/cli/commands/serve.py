"""`hearsay serve`: a web page on this machine for looking into a case."""

from __future__ import annotations

import click

from hearsay.cli.options import by_option, case_option, label_option
from hearsay.cli.printing import tell
from hearsay.vocabulary.errors import Misuse

_PORT = 8765


@click.command(short_help="Open a web page on this machine to read and follow a case.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=_PORT,
    metavar="N",
    help=f"At which port; {_PORT} if not said, with 0 any that is free.",
)
@click.option("--open", "opening", is_flag=True, help="Open it in the browser at once.")
@by_option
@label_option
@case_option
def command(case_path: str, port: int, opening: bool, by: str, labels: tuple[str, ...]) -> None:
    """Show a case in the browser: what is in it, who had what from whom, what differs, and what is
    then known of whom.

    It answers on this machine only. The link that it prints lets one browser in, once; a new one
    is printed after that. Ctrl-C ends it; nothing is lost.
    """
    import socket

    import uvicorn

    from hearsay.cli.opening import opened
    from hearsay.web.application import application
    from hearsay.web.door import Door
    from hearsay.web.site import LOOPBACK, Site

    with opened(case_path):
        pass  # what is wrong with it is said before anything is served
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((LOOPBACK[0], port))
    except OSError as error:
        listening.close()
        raise Misuse(
            f"Port {port} is taken ({error.strerror}). Name another with --port."
        ) from None
    site = Site(case_path, by, listening.getsockname()[1], frozenset(labels))
    door = Door()

    def next_link() -> str:
        return f"{site.address}in/{door.link()}"

    link = next_link()
    tell(f"Open {link}\nIt works once, on this machine. Ctrl-C ends it.")
    app = application(
        site,
        door=door,
        entered=lambda: tell(f"Somebody came in. For another browser: {next_link()}"),
    )
    if opening:
        click.launch(link)
    settings = uvicorn.Config(app, log_level="error", server_header=False, access_log=False)
    with listening:
        uvicorn.Server(settings).run([listening])
