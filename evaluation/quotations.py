"""Altered quotations: how surely what was changed is found, and nothing else is.

Quotations of real articles and of our samples are printed again, altered or only in another house
style, and each reprint is set beside the original. A change counts as found when its kind and its
words on both sides are right. Only articles with an odd id are used, which nobody looks at.

    python -m evaluation.quotations [--shared ../shared/data] [--even]
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from evaluation.scores import Measured, Score
from hearsay.origins.language.wording import wording_of
from hearsay.origins.sharing.quotations import quotations_in
from hearsay.origins.sharing.quoting import QuoteIndex
from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.readings import Reading
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account

LEAST = 7
"""Words in a quotation that is altered: with five the same beside two others, it can be known."""

Alteration = tuple[str, str, str]
"""Kind, and the words later and earlier, folded."""


@dataclass(slots=True)
class Variant:
    """A quotation printed again."""

    words: list[str]
    """As they stand between the marks, with their punctuation."""
    altered: set[Alteration] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)
    """Which words are changed already: changes keep apart."""
    styles: list[str] = field(default_factory=list)


def measure(shared: Path) -> Iterator[Measured]:
    """Changes found in generated variants of real quotations, where those are here."""
    real = shared / "helsinki" / "helsinki_articles.csv"
    if real.exists():
        score, _ = score_of(helsinki(real), seed=4)
        yield Measured("quotations.generated", score)


def helsinki(path: Path, *, odd: bool = True) -> list[str]:
    """The different quotations of enough words in the articles with an odd (or an even) id."""
    csv.field_size_limit(1 << 30)
    found: dict[tuple[str, ...], str] = {}
    with path.open(newline="", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            if int(row["id"]) % 2 == odd:
                text = row["text"].replace(" ### ", "\n")
                for one in quotations_in(text, paragraphs(text)):
                    words = one.spans[0].of(text)
                    plain = len(one.spans) == 1 and not one.omitted and not one.inner
                    if plain and "\n" not in words and not _MARKS.search(words):
                        found.setdefault(wording_of(words, (Span(0, len(words)),)).tokens, words)
    return [words for tokens, words in found.items() if LEAST <= len(tokens) <= 80]


def score_of(quotations: list[str], *, seed: int) -> tuple[Score, list[str]]:
    """The score over all variants of all quotations, and a line for each that came out wrong."""
    chance = random.Random(seed)
    pool = sorted({w for q in quotations for w in q.split() if w.isalpha() and len(w) > 3})
    score, wrong = Score(), []
    for quotation in quotations:
        for altering in (True, False):
            variant = Variant(quotation.split())
            if altering:
                for _ in range(1 if len(variant.words) < 16 else chance.choice((1, 2))):
                    chance.choice((swap, swap, drop, add))(variant, chance, pool)
            printed = reprint(variant, chance)
            found = _found(f"“{quotation}”, the spokesman said.", printed)
            right = found & variant.altered
            score += Score(len(right), len(found), len(variant.altered))
            if found != variant.altered:
                wrong.append(
                    f"{sorted(found)} for {sorted(variant.altered)} {variant.styles}\n"
                    f"   {quotation}\n   {printed}"
                )
    return score, wrong


def swap(variant: Variant, chance: random.Random, pool: list[str]) -> None:
    """Puts another word in the place of one."""
    for at in _places(variant, chance, edge=0):
        old, new = variant.words[at], chance.choice(pool).lower()
        if _plain(old) != _plain(new):
            variant.words[at] = old.replace(_bare(old), new)
            _note(variant, at, ("swapped", _plain(new), _plain(old)))
            return


def drop(variant: Variant, chance: random.Random, pool: list[str]) -> None:
    """Leaves a word out."""
    for at in _places(variant, chance, edge=2):
        old = variant.words[at]
        if old.isalpha() and _plain(old) not in _beside(variant, at):
            del variant.words[at]
            variant.touched = {n - (n > at) for n in variant.touched}
            _note(variant, at, ("dropped", "", _plain(old)))
            return


def add(variant: Variant, chance: random.Random, pool: list[str]) -> None:
    """Puts a word in."""
    for at in _places(variant, chance, edge=2):
        new = chance.choice(pool).lower()
        if variant.words[at - 1].isalpha() and _plain(new) not in (
            *_beside(variant, at),
            _plain(variant.words[at]),
        ):
            variant.words.insert(at, new)
            variant.touched = {n + (n >= at) for n in variant.touched}
            _note(variant, at, ("added", _plain(new), ""))
            return


def reprint(variant: Variant, chance: random.Random) -> str:
    """The variant in a house style of its own, within a sentence."""
    for style in chance.sample(STYLES, k=chance.choice((0, 1, 2))):
        if style(variant, chance):
            variant.styles.append(style.__name__)
    opening, closing = chance.choice((("“", "”"), ('"', '"'), ("«", "»")))
    words = " ".join(variant.words).replace("{", closing).replace("}", opening)
    return f"According to the spokesman, {opening}{words}{closing}."


def _hyphens(variant: Variant, chance: random.Random) -> bool:
    before = list(variant.words)
    variant.words = [re.sub(r"(?<=\w)-(?=\w)", " ", w) for w in variant.words]
    return variant.words != before


def _spelling(variant: Variant, chance: random.Random) -> bool:
    before = list(variant.words)
    variant.words = [_british(w) for w in variant.words]
    return variant.words != before


def _capitals(variant: Variant, chance: random.Random) -> bool:
    at = chance.randrange(len(variant.words))
    variant.words[at] = variant.words[at].upper()
    return True


def _figures(variant: Variant, chance: random.Random) -> bool:
    before = list(variant.words)
    variant.words = [_FIGURES.get(w, w) for w in variant.words]
    return variant.words != before


def _apostrophes(variant: Variant, chance: random.Random) -> bool:
    before = list(variant.words)
    variant.words = [w.replace("’", "'") if "’" in w else w.replace("'", "’") for w in before]
    return variant.words != before


def _bracket(variant: Variant, chance: random.Random) -> bool:
    at = _quiet_place(variant, chance, 1)
    if at is not None:
        variant.words[at - 1] += " [the ministry’s Eastern Guard]"
    return at is not None


def _ellipsis(variant: Variant, chance: random.Random) -> bool:
    """Leaves words out, and says so."""
    size = chance.choice((1, 2, 3, 5))
    at = _quiet_place(variant, chance, size)
    if at is not None:
        variant.words[at : at + size] = [chance.choice(("…", "...", "[...]"))]
        variant.touched = {n - (size - 1) * (n > at) for n in variant.touched}
    return at is not None


def _interrupted(variant: Variant, chance: random.Random) -> bool:
    at = _quiet_place(variant, chance, 1)
    if at is not None and min(at, len(variant.words) - at) > 8:
        variant.words[at - 1] += ",{ he went on, }"
    return at is not None


def _part(variant: Variant, chance: random.Random) -> bool:
    """Quotes less of it."""
    spare = len(variant.words) - 12
    if spare < 1 or any(kind == "swapped" for kind, _, _ in variant.altered):
        return False
    first = min(variant.touched, default=spare) - 6
    cut = min(spare, first)
    if cut > 0:
        del variant.words[:cut]
        variant.touched = {n - cut for n in variant.touched}
    return cut > 0


STYLES: tuple[Callable[[Variant, random.Random], bool], ...] = (
    _hyphens,
    _spelling,
    _capitals,
    _figures,
    _apostrophes,
    _bracket,
    _ellipsis,
    _interrupted,
    _part,
)
"""Ways in which houses print the same words; each says whether it had something to do."""

_MARKS = re.compile(r"[\"“”«»‘\[\](){}…]|\.\.|(?<!\w)'|'(?!\w)")
_FIGURES = {
    **{"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "ten": "10"},
    **{"twelve": "12", "25": "twenty-five", "12": "twelve", "percent": "per cent"},
}
_BRITISH = (
    (r"(?<=\w\w[a-z])iz(e|es|ed|ing|ation)\b", r"is\1"),
    (r"\b(lab|behavi|col|fav|hon|neighb|rum|hum)or", r"\1our"),
    (r"\bdefense\b", "defence"),
    (r"\b(cent|theat)er\b", r"\1re"),
    (r"\bprogram\b", "programme"),
)


def _british(word: str) -> str:
    for american, british in _BRITISH:
        word = re.sub(american, british, word)
    return word


def _bare(word: str) -> str:
    return word.strip(".,;:!?—–-")


def _plain(word: str) -> str:
    return " ".join(wording_of(word, (Span(0, len(word)),)).tokens)


def _places(variant: Variant, chance: random.Random, *, edge: int) -> list[int]:
    """Words of three letters or more that may be changed, in any order."""
    size = len(variant.words)
    places = [
        at
        for at in range(edge, size - edge)
        if _bare(variant.words[at]).isalpha()
        and len(_bare(variant.words[at])) > 2
        and all(abs(at - other) > 6 for other in variant.touched)
    ]
    return chance.sample(places, len(places))


def _beside(variant: Variant, at: int) -> set[str]:
    """The words around one: beside the same word, nobody can say which of the two was changed."""
    around = (*variant.words[max(0, at - 2) : at], *variant.words[at + 1 : at + 3])
    return {_plain(word) for word in around}


def _quiet_place(variant: Variant, chance: random.Random, size: int) -> int | None:
    """Where so many words stand that no change is near to, away from the edges."""
    places = [
        at
        for at in range(5, len(variant.words) - size - 5)
        if all(other < at - 4 or other > at + size + 4 for other in variant.touched)
        and not _MARKS.search(" ".join(variant.words[at - 3 : at + size + 3]))
    ]
    if not places:
        return None
    at = chance.choice(places)
    variant.touched |= {at}
    return at


def _note(variant: Variant, at: int, alteration: Alteration) -> None:
    variant.touched.add(at)
    variant.altered.add(alteration)


def _found(earlier: str, later: str) -> set[Alteration]:
    """What differs between the quotations of two texts."""
    index = QuoteIndex()
    first, second = account(earlier, "2022-02-15"), account(later, "2022-02-17")
    index.add(first)
    index.add(second)
    found: set[Alteration] = set()
    for quoted in index.quoted(second.id, before=True):
        for edit in quoted.edits:
            left = _plain(edit.left.of(later)) if edit.left else ""
            right = _plain(edit.right.of(earlier)) if edit.right else ""
            found.add((edit.kind, left, right))
    return found


def account(text: str, published: str) -> Account:
    """A text as a document in which nothing was read yet."""
    passages = tuple(
        Passage(span, "paragraph", n) for n, span in enumerate(paragraphs(text), start=1)
    )
    capture = sha256(f"{published} {text}".encode()).hexdigest()
    return Account(Document(capture, "text", text, passages), Reading("none"), ())


def paragraphs(text: str) -> list[Span]:
    """The lines of a text that hold anything."""
    return [Span(one.start(), one.end()) for one in re.finditer(r"[^\n]*\S[^\n]*", text)]


def main() -> None:
    """Prints the score; with --even also what came out wrong, for tuning."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--even", action="store_true", help="the articles that may be looked at")
    parser.add_argument("--seed", type=int, default=4)
    options = parser.parse_args()
    real = options.shared / "helsinki" / "helsinki_articles.csv"
    quotations = helsinki(real, odd=not options.even)
    score, wrong = score_of(quotations, seed=options.seed)
    print(f"{len(quotations)} quotations, two variants each: {score.line()}")
    if options.even:
        print(*wrong, sep="\n")


if __name__ == "__main__":
    main()
