"""Measures whether translations are found, on made-up reports in six languages.

python -m evaluation.translations

Each text of `gold/translations.json` is a report in English, a translation of one, or another
report on the same event in another language, which is nobody's translation.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from evaluation.pipeline import document_of
from evaluation.scores import Score
from hearsay.origins.citing.resolving import Sources
from hearsay.origins.descent.linking import document_links
from hearsay.origins.sharing.shared_text import NO_TEXT
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.readings import Reading
from hearsay.vocabulary.traces import Account

MADE = Path(__file__).with_name("gold") / "translations.json"


def linked() -> Iterator[tuple[str, str, str | None]]:
    """For each text in another language, what it is linked to and whose translation it is."""
    texts = json.loads(MADE.read_text("utf-8"))
    accounts = {one.id: one for one in map(_account, texts)}
    links = document_links(accounts, copies=NO_TEXT, sources=Sources.of(accounts.values()))
    found = {
        accounts[link.later].address: accounts[link.earlier].address
        for link in links
        if any(one.kind == "translation" for one in link.evidence)
    }
    for text in texts:
        if text["language"] != "en":
            yield text["id"], found.get(text["id"], ""), text["of"]


def score() -> Score:
    """Right where it is linked to the text it renders, or to another rendering of that one."""
    texts = {one["id"]: one for one in json.loads(MADE.read_text("utf-8"))}
    rows = list(linked())
    right = sum(bool(of) and (to == of or texts.get(to, {}).get("of") == of) for _, to, of in rows)
    return Score(right, sum(bool(to) for _, to, _ in rows), sum(bool(of) for *_, of in rows))


def _account(text: dict[str, str]) -> Account:
    day = "2022-02-10" if text["language"] == "en" else "2022-02-11"
    particulars = Particulars(day, text["id"], language=text["language"])
    document = document_of(text["text"].encode(), text["id"], particulars)
    return Account(document, Reading("none"), (), text["id"])


if __name__ == "__main__":
    for name, to, of in linked():
        print(f"{name:16}{to or 'nothing':16}{'as it should' if (of or '') == to else of or '-'}")
    print(score().line())
