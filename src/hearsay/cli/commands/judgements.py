"""`hearsay judgements`: what people decided, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from hearsay.cli.opening import opened
from hearsay.cli.options import case_option, known_at_option, list_options
from hearsay.cli.printing import bold, dim, one_line, print_list, say_each, tell, warning

if TYPE_CHECKING:
    from hearsay.case import LinkEnd, NamedAt
    from hearsay.case.judging import AnyJudgement, KeptJudgement


@click.command(short_help="List what people decided, and what was taken back.")
@case_option
@known_at_option
@list_options
def command(case_path: str, known_at: str | None, form: str | None) -> None:
    """List what people decided, oldest first: which two claims say the same or do not (join,
    part), which text has it from which or has not (link, cut), whose an outlet is (owners), which
    two names mean one and which do not (merge, split, review), which names are one's (aliases),
    and what stands of a conflict (rule). Each with who decided it, when and why; whether it was
    taken back; and which newer judgement on the same counts instead.

    Claims stand there by their ids; `hearsay claims` shows their words.
    """
    with opened(case_path) as case:
        found = case.judging.every(known_at=known_at)
    if form is not None:
        print_list(map(_shape, found), form)
    elif not say_each(map(_lines, found)):
        tell(
            "No judgements. hearsay join, part, link, cut, owners, merge, split, aliases and rule "
            "keep some."
        )


def _shape(kept: KeptJudgement) -> dict[str, Any]:
    one = kept.judged
    return {
        "id": one.id,
        **_judged(one),
        "by": one.by,
        "why": one.why,
        "recorded_at": one.recorded_at,
        "undone": one.undone,
        "overridden_by": kept.overridden_by,
    }


def _judged(one: AnyJudgement) -> dict[str, Any]:
    """What is decided about what; `claims` are two where it is decided of two claims."""
    from hearsay.case import Aliasing, ConflictRuling, Identity, Ownership, Ruling

    if isinstance(one, ConflictRuling):
        sides = [list(side.claims) for side in one.sides]
        of = {"kind": one.kind, "sides": sides, "side": one.side}
        return {"about": "conflict", "verdict": one.verdict, "claims": [], **of}
    if isinstance(one, Aliasing):
        named = {"entity": one.named.entity, "aliases": list(one.named.names)}
        return {"about": "alias", "verdict": "alias", "claims": [], **named}
    if isinstance(one, Identity):
        names = [
            {"name": words, **_place(at)}
            for words, at in zip(one.words, (one.one, one.other), strict=True)
        ]
        return {"about": "entity", "verdict": one.verdict, "claims": [], "names": names}
    if isinstance(one, Ownership):
        owned = {"outlet": one.outlet.name, "owner": one.outlet.owner}
        return {"about": "owner", "verdict": "owner", "claims": [], **owned}
    if isinstance(one, Ruling):
        ends = {"later": _end(one.later), "earlier": _end(one.earlier)}
        return {"about": "link", "verdict": one.verdict, "claims": [], **ends}
    return {"about": "claims", "verdict": one.verdict, "claims": list(one.claims)}


def _place(at: NamedAt | None) -> dict[str, Any]:
    """Where a name stands; nothing where it stands no more."""
    if at is None:
        return {"document": None, "span": None}
    return {"document": at.capture, "span": [at.span.start, at.span.end]}


def _end(end: LinkEnd) -> dict[str, Any]:
    if end.kind == "named":
        return {"kind": "named", "name": end.words}
    if end.kind == "document":
        return {"kind": "document", "document": end.capture}
    return {"kind": "claim", "claim": end.claim}


def _lines(kept: KeptJudgement) -> list[str]:
    from hearsay.outputs.judged import said

    one = kept.judged
    mark = ""
    if one.undone:
        mark = f" · {warning('taken back')}"
    elif kept.overridden_by is not None:
        mark = f" · {warning(f'overridden by {kept.overridden_by}')}"
    why = f": {one_line(one.why)}" if one.why else ""
    return [
        f"{bold(one.id)} {said(one)}{mark}",
        dim(f"    {one_line(one.by)} · {one.recorded_at[:10]}{why}"),
    ]
