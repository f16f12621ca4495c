"""The table of scores in `docs/accuracy.md`, written by `python -m evaluation --write`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from evaluation.scores import Measured

PAGE = Path(__file__).parent.parent / "docs" / "accuracy.md"
_BETWEEN = re.compile(r"(<!-- scores -->\n).*?(<!-- end of scores -->)", re.S)
_WHAT = {
    "samples": "our sample reports",
    "own": "the held-out part of our own corpus, hard on purpose",
    "times": "phrases for times",
    "polnear": "PolNeAR's dev articles, American political news",
    "sfm": "a fifth of Security Force Monitor's articles, Nigerian news, by string",
    "re3d": "a fifth of re3d, Syria and Iraq, exact spans",
    "origins": "who had it from whom, in our sample reports",
    "simulated": "who had it from whom, in 52 made-up chains with a reading without mistakes",
    "helsinki": "origins of 79 propositions in Helsinki articles that we marked",
    "unseen": "origins of 47 propositions in 30 more Helsinki articles, which nothing was tuned on",
    "names": "whether two names are one: pairs of our own, and names of SFM, MEANTIME and ECB+",
    "entities": "who is who over a case: our samples (gold of our own) and MEANTIME's first topic",
    "nigeria": "Security Force Monitor's tables for Nigeria, imported and asked, value by value",
    "iraq": "the training rows of ten Iraqi units, each under one entity",
    "gum": "who is meant, in seven GUM news articles with gold mentions",
}


def write(measured: Sequence[Measured], floors: dict[str, float], page: Path = PAGE) -> None:
    """Puts the scores between the page's two marks."""
    text = page.read_text("utf-8")
    page.write_text(_BETWEEN.sub(lambda m: m[1] + table(measured, floors) + m[2], text), "utf-8")


def table(measured: Sequence[Measured], floors: dict[str, float]) -> str:
    """One section a corpus, one row a score, in hundredths."""
    lines: list[str] = []
    corpus = ""
    for one in sorted(measured, key=lambda m: list(_WHAT).index(m.name.split(".")[0])):
        name, _, what = one.name.partition(".")
        if name != corpus:
            corpus = name
            lines += ["", f"**{_WHAT[name][0].upper()}{_WHAT[name][1:]}** (`{name}.*`)", ""]
            lines += ["| what | F1 | precision | recall | right / found / wanted | floor |"]
            lines += ["|---|---|---|---|---|---|"]
        score, floor = one.score, floors.get(one.name)
        lines.append(
            f"| {what} | {100 * score.f1:.1f} | {100 * score.precision:.1f} | "
            f"{100 * score.recall:.1f} | {score.right} / {score.found} / {score.wanted} | "
            f"{floor if floor is not None else ''} |"
        )
    return "\n".join([*lines[1:], "", ""])
