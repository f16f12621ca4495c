"""The door of the command line: finds the command, runs it, turns errors into exit codes.

Exit codes: 0 clean, 1 findings (`verify`), 2 misuse or failure, 130 stopped with Ctrl-C.
What is heavy is imported inside the commands, so that `hearsay --help` is quick.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import cast

import click

from hearsay import plugins
from hearsay.cli.exits import CLEAN, FAILURE, STOPPED
from hearsay.cli.printing import one_line
from hearsay.vocabulary.errors import HearsayError

FOLDER = "hearsay.cli.commands"
ORDER = (
    "read", "import", "claims", "search", "show", "trace", "retellings", "changes", "serve",
    "who", "force", "paths", "incidents", "commitments", "conflicts",
    "join", "part", "link", "cut", "owners", "merge", "split", "review", "aliases", "rule",
    "judgements", "undo",
    "annotate", "when", "same", "problems", "verify", "redact", "label", "demo",
)  # fmt: skip
"""The order of the commands in the help: as they are used, not as they are spelt."""


class Commands(click.Group):
    """The commands, one file each, found by its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order in which they are used."""
        every = plugins.names(FOLDER)
        return sorted(every, key=lambda n: (ORDER.index(n) if n in ORDER else len(ORDER), n))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or none."""
        if cmd_name not in plugins.names(FOLDER):
            return None
        module = plugins.find(FOLDER, cmd_name, kind="command", promises=("command",))
        return cast(click.Command, module.command)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="hearsay", message="hearsay %(version)s")
def hearsay() -> None:
    """Reads reports and shows who said what, with the passage behind every word.

    Start with: hearsay demo. Then: hearsay read YOUR-FOLDER, and: hearsay claims.

    Hearsay never says that something is true. It says who says so.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code."""
    # Python has no stream where the caller closed it (`>&-`); what is printed then goes nowhere.
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    # A file name may be any bytes; it has to come out as it went in.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="surrogateescape")
    code = run(arguments)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _no_more_output()
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command and say its exit code; every error becomes one line on stderr."""
    try:
        # Not click's own `main`, which ends with 1 where the reader of a pipe has gone.
        given = list(sys.argv[1:] if arguments is None else arguments)
        with hearsay.make_context("hearsay", given or ["--help"]) as context:
            result = hearsay.invoke(context)
        return result if isinstance(result, int) else CLEAN
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except BrokenPipeError:
        _no_more_output()
        return CLEAN
    except (click.Abort, KeyboardInterrupt) as stop:
        click.echo(f"\nStopped. {stop}".rstrip(), err=True)
        return STOPPED
    except Exception as error:
        click.echo(f"hearsay: {one_line(_line(error))}", err=True)
        if "HEARSAY_TRACEBACK" in os.environ:
            raise
        return FAILURE


# One line for each kind of error; the first that fits counts.
def _line(error: Exception) -> str:
    if isinstance(error, click.UsageError):
        about = error.ctx.command_path if error.ctx else "hearsay"
        return f"{error.format_message()} See: {about} --help"
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, HearsayError):
        return str(error)
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror or error}. Check the disk, the name and your access."
    if isinstance(error, MemoryError):
        return "not enough memory. Read fewer or smaller files at a time."
    reason = " ".join(f"{type(error).__name__}: {error}".split())
    return (
        f"a fault of Hearsay itself ({reason}). "
        "Set HEARSAY_TRACEBACK=1, run it again and report what it prints."
    )


def _no_more_output() -> None:
    """Whoever was reading has gone (`| head`); Python must not complain about it at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
