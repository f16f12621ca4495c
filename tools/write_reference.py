"""Writes docs/reference/commands.md from the commands themselves.

python -m tools.write_reference           write it
python -m tools.write_reference --check   exit with 1 if it is not up to date
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from hearsay.cli.main import hearsay

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "commands.md"

HEAD = """# Commands

Made from the commands' own help by `make docs`; do not edit it here.

Data goes to standard output, progress and messages to standard error. Exit codes: 0 clean,
1 findings (`verify`), 2 misuse or failure, 130 stopped with Ctrl-C. Colours appear on a terminal
only, and not if `NO_COLOR` is set. `HEARSAY_CASE` names the case file where `--case` does not;
`HEARSAY_TRACEBACK=1` shows where a fault of Hearsay itself happened.
"""


def reference() -> str:
    """The whole page."""
    context = click.Context(hearsay, info_name="hearsay", **hearsay.context_settings)
    parts = [HEAD, _overview(context)]
    for name in hearsay.list_commands(context):
        command = hearsay.get_command(context, name)
        assert command is not None
        parts.append(_section(command, click.Context(command, info_name=name, parent=context)))
    return "\n".join(parts)


def _overview(context: click.Context) -> str:
    rows = ["| command | what it does |", "|---|---|"]
    for name in hearsay.list_commands(context):
        command = hearsay.get_command(context, name)
        assert command is not None
        rows.append(f"| [`{name}`](#{name}) | {command.get_short_help_str(limit=200)} |")
    return "\n".join(rows) + "\n"


def _section(command: click.Command, context: click.Context) -> str:
    usage = command.get_usage(context).removeprefix("Usage: ")
    lines = [f"## {context.info_name}", "", "```", " ".join(usage.split()), "```", ""]
    for paragraph in (command.help or "").split("\n\n"):
        lines += [" ".join(paragraph.split()), ""]
    records = [r for p in command.get_params(context) if (r := p.get_help_record(context))]
    lines += ["| option | meaning |", "|---|---|"]
    lines += [f"| `{_cell(option)}` | {_cell(meaning)} |" for option, meaning in records]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def main() -> None:
    """Writes the page, or with --check says whether it is up to date."""
    page = reference()
    if "--check" in sys.argv[1:]:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page:
            sys.exit(f"{PAGE.name} is not up to date: run make docs")
        return
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
