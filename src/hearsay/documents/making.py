"""Makes a document of a capture: chooses the format by the bytes, then adds what all share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from hearsay import plugins
from hearsay.documents.credits import credits_in, mark_credit_lines
from hearsay.documents.format import Draft, Format
from hearsay.documents.furniture import mark_furniture
from hearsay.documents.kinds import kind_of
from hearsay.documents.languages import language_of
from hearsay.documents.particulars import particulars_in
from hearsay.vocabulary.captures import Fetched
from hearsay.vocabulary.documents import PROSE, Document, Passage
from hearsay.vocabulary.problems import Problem

FOLDER = "hearsay.documents.formats"
READ_LANGUAGES = frozenset({"en"})
"""The languages whose claims are read; others are kept and searchable."""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a capture: its document, or the problems that prevented one."""

    document: Document | None
    problems: tuple[Problem, ...] = ()
    """Why there is no document; a document's own problems stand on the document."""


def make(fetched: Fetched) -> Made:
    """The document of a capture, or one problem that says why there is none and what to do."""
    address = fetched.capture.address
    if not fetched.content.strip(b"\x00\t\n\r\x0b\x0c "):
        return Made(None, (_empty(address, fetched.capture.size),))
    name = format_of(fetched.content)
    if name is None:
        return Made(None, (_unknown(address, fetched.content),))
    chosen = format_named(name)
    draft = chosen.draft(fetched)
    if isinstance(draft, Problem):
        return Made(None, (draft,))
    finished = _table if is_of_tables(name) else _finished
    return Made(finished(fetched, draft, f"{name} {chosen.VERSION}"))


def format_of(content: bytes) -> str | None:
    """The name of the format that the bytes look most like; `None` where none reads them.

    What is known to be of another kind (an archive, XML) is read by a format that is sure of it,
    and by no other.
    """
    likeness = {n: format_named(n).likeness(content) for n in plugins.names(FOLDER)}
    best = max(likeness, key=lambda n: likeness[n])
    enough = likeness[best] > 0 if kind_of(content) is None else likeness[best] == 1
    return best if enough else None


def format_named(name: str) -> Format:
    """The format by its name (`text`, `html`, `pdf`)."""
    promises = ("VERSION", "READS", "likeness", "draft")
    return cast(Format, plugins.find(FOLDER, name, kind="format", promises=promises))


def is_of_tables(name: str) -> bool:
    """Whether a format's rows are read as rows."""
    return getattr(format_named(name), "IS_TABLE", False)


def formats_in_force() -> dict[str, str]:
    """Each format's name with its name and version as documents carry them (`html 1`)."""
    return {n: f"{n} {format_named(n).VERSION}" for n in plugins.names(FOLDER)}


def _table(fetched: Fetched, draft: Draft, format: str) -> Document:
    """The draft as it is: in a table's cells nothing speaks of the table itself."""
    return Document(
        capture=fetched.capture.sha256,
        format=format,
        text=draft.text,
        passages=draft.passages,
        found=draft.found,
        stated=fetched.capture.stated,
        found_how=draft.found_how,
        problems=draft.problems,
    )


def _finished(fetched: Fetched, draft: Draft, format: str) -> Document:
    """The draft with furniture, credits, language and the particulars found in its words."""
    passages = mark_furniture(draft.text, draft.passages)
    credits = credits_in(draft.text, passages)
    passages = mark_credit_lines(draft.text, passages, credits)
    in_words, how = particulars_in(draft.text, passages)
    found = draft.found.over(in_words)
    prose = "\n".join(_prose(draft.text, passages))
    language = language_of(prose) or language_of(draft.text) or found.language
    found = replace(found, language=language)
    found_how = dict(how) | dict(draft.found_how)
    if language:
        found_how["language"] = "script and small words"
    document = Document(
        capture=fetched.capture.sha256,
        format=format,
        text=draft.text,
        passages=passages,
        found=found,
        stated=fetched.capture.stated,
        found_how=tuple(sorted(found_how.items())),
        credits=credits,
        note_marks=draft.note_marks,
    )
    problems = (*draft.problems, *_shortcomings(document, fetched.capture.address))
    return replace(document, problems=problems)


def _prose(text: str, passages: tuple[Passage, ...]) -> Iterator[str]:
    """The words of the passages that are read as sentences, or of all where there are none."""
    prose = [p for p in passages if p.kind in PROSE]
    for passage in prose or passages:
        yield passage.span.of(text)


def _shortcomings(document: Document, address: str) -> Iterator[Problem]:
    """What a reader of the document has to know: no prose in it, or a language not read."""
    if not any(p.kind in PROSE for p in document.passages):
        rows = any(p.kind == "table_row" for p in document.passages)
        yield Problem(
            address,
            "no-prose",
            f"no sentences to read{', only table rows' if rows else ''}; it is kept "
            f"and searchable.",
            "Check that this is the file you meant.",
        )
        return
    language = document.particulars.language
    if language not in READ_LANGUAGES and language is not None:
        yield Problem(
            address,
            "language-not-read",
            f'in a language that is not read yet ("{language}"); it is kept and searchable.',
            "Claims are read from English only; add a translation as a file of its own.",
        )


def _empty(address: str, size: int) -> Problem:
    what = "empty (0 bytes)." if size == 0 else f"nothing but blanks ({size} bytes)."
    return Problem(address, "empty", what, "Check that it was saved or downloaded whole.")


def _unknown(address: str, content: bytes) -> Problem:
    what = kind_of(content) or "of no kind that is known"
    read = ", ".join(format_named(n).READS for n in plugins.names(FOLDER) if not is_of_tables(n))
    return Problem(
        address, "unknown-format", f"{what}; no format reads it.", f"Save it as one of: {read}."
    )
