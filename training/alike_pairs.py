"""The pairs that "asserts the same" is learned from, and how common words are in reports."""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from pathlib import Path

from hearsay.origins.alike.features import ClaimFacts, Commonness, facts_of_words
from hearsay.origins.language.stems import stem
from hearsay.origins.language.words import words_in
from hearsay.reading.times.finding import find_times
from hearsay.vocabulary.spans import Span

OWN = Path(__file__).parent / "own_pairs"
ECB_DEV = frozenset({5, 12, 18, 21, 23, 34, 35})
"""Topics of ECB+ that are held out: nothing is trained or counted on them."""

SAME, DIFFERS, RELATED, UNRELATED = {0}, {1}, {2}, {3}
TOGETHER, APART = {0, 1}, {2, 3}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences and the outcomes that may be right of them (indices into `OUTCOMES`)."""

    left: str
    right: str
    outcomes: frozenset[int]
    published: tuple[str | None, str | None] = (None, None)
    held_out: bool = False
    weight: float = 1.0


def own_pairs(folder: Path = OWN) -> Iterator[Pair]:
    """Our own pairs: any two tellings of one block; a fifth of the blocks is held out."""
    blocks: dict[str, list[dict[str, str]]] = defaultdict(list)
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                blocks[row["block"]].append(row)
    for block, rows in blocks.items():
        held_out = is_held_out(block)
        for left, right in combinations(rows, 2):
            if left["proposition"] != right["proposition"]:
                outcome = RELATED
            else:
                outcome = SAME if left["telling"] == right["telling"] else DIFFERS
            days = (left["published"], right["published"])
            yield Pair(left["words"], right["words"], frozenset(outcome), days, held_out, 2.0)


def is_held_out(block: str) -> bool:
    """Whether a block of our own pairs is kept for measuring: a fifth is, by its hash."""
    return sha256(f"own pairs {block}".encode()).digest()[0] % 5 == 0


def ecb_pairs(shared: Path) -> Iterator[Pair]:
    """Sentences of one ECB+ topic: together where most of what happens in them is the same."""
    root = shared / "ecbplus"
    chosen: dict[str, set[int]] = defaultdict(set)
    with (root / "ECBplus_coreference_sentences.csv").open(newline="") as lines:
        for row in csv.DictReader(lines):
            chosen[f"{row['Topic']}_{row['File']}"].add(int(row["Sentence Number"]))
    for topic in sorted((root / "ECB+").iterdir(), key=lambda p: int(p.name)):
        sentences = [
            (path.stem, words, events)
            for path in sorted(topic.glob("*.xml"))
            for words, events in _sentences(path, chosen[path.stem])
        ]
        held_out = int(topic.name) in ECB_DEV
        for (one, left, ours), (other, right, theirs) in combinations(sentences, 2):
            if one == other or left == right:
                continue
            common = len(ours & theirs)
            if common and common >= 0.6 * max(len(ours), len(theirs)):
                yield Pair(left, right, frozenset(TOGETHER), held_out=held_out, weight=0.25)
            elif not common and (held_out or _kept(left, right)):
                yield Pair(left, right, frozenset(APART), held_out=held_out, weight=0.25)


def _kept(left: str, right: str) -> bool:
    """One pair in four, by its hash: of different events there are more than are needed."""
    return sha256(f"{left}\t{right}".encode()).digest()[0] % 4 == 0


def _sentences(path: Path, chosen: set[int]) -> Iterator[tuple[str, frozenset[str]]]:
    root = ET.parse(path).getroot()
    tokens = {t.get("t_id"): t for t in root.iter("token")}
    where: dict[str, int] = {}
    for mention in root.iter():
        anchors = [tokens[a.get("t_id")] for a in mention.findall("token_anchor")]
        kind = mention.tag.startswith(("ACTION", "NEG_ACTION")) and "REPORTING" not in mention.tag
        if anchors and kind:
            where[mention.get("m_id", "")] = int(anchors[0].get("sentence", "0"))
    events: dict[int, set[str]] = defaultdict(set)
    for chain in root.iter("CROSS_DOC_COREF"):
        for source in chain.findall("source"):
            if source.get("m_id") in where:
                events[where[source.get("m_id", "")]].add(chain.get("note", ""))
    words: dict[int, list[str]] = defaultdict(list)
    for token in tokens.values():
        words[int(token.get("sentence", "0"))].append(token.text or "")
    for number in sorted(chosen):
        if events[number]:
            yield _joined(words[number]), frozenset(events[number])


def _joined(tokens: Iterable[str]) -> str:
    text = " ".join(tokens)
    text = re.sub(r" (?=[.,;:!?)%]|'s\b|n't\b)", "", text)
    return re.sub(r"(?<=[($]) ", "", text)


def apart_pairs(shared: Path) -> Iterator[Pair]:
    """ClaimDiff's pairs of one news event of which neither claim bears on the other."""
    folder = shared / "claim-change"
    sets = [
        json.loads((folder / f"ClaimDiff-{kind}-train.json").read_text("utf-8"))["data"]
        for kind in ("strength", "weak")
    ]
    related = {row["pair_id"] for rows in sets for row in rows if row["relation"]}
    for row in sets[0]:
        if row["pair_id"] not in related and not row["pair_id"].endswith("_rev"):
            yield Pair(row["claim_a"], row["claim_b"], frozenset(APART))


def copied_pairs(articles: Iterable[list[str]]) -> Iterator[Pair]:
    """Sentences of articles beside themselves and beside themselves cut short at an end."""
    for article in articles:
        for at, sentence in enumerate(article[2:9:3]):
            words = sentence.split()
            cut = max(3, (len(words) * (10 - at)) // 10)
            copy = words[-cut:] if at == 2 else words[:cut]
            yield Pair(sentence, " ".join(copy), frozenset(SAME), weight=0.5)
            whole = len(words) // 2
            yield Pair(
                " ".join(words[:whole]), " ".join(words[:whole]), frozenset(SAME), weight=0.5
            )


def article_sentences(shared: Path) -> Iterator[list[str]]:
    """The sentences of each article of PolNeAR's training part."""
    for path in sorted((shared / "polnear" / "train" / "text").glob("*.txt")):
        text = re.sub(r"\s+", " ", path.read_text("utf-8"))
        yield [s for s in re.split(r"(?<=[.!?][\"”’ ])\s*(?=[A-Z“\"])", text) if len(s) > 30]


def commonness(sentences: Iterable[str], least: int = 3) -> tuple[dict[str, int], int]:
    """In how many sentences each stem stands (negative: mostly with a capital), and of how many."""
    counts: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    number = 0
    for sentence in sentences:
        number += 1
        words = words_in(sentence, (Span(0, len(sentence)),))
        seen: dict[str, bool] = {}
        for at, (word, start) in enumerate(zip(words.folded, words.starts.tolist(), strict=True)):
            if at and word.isalpha():
                seen[stem(word)] = sentence[start].isupper()
        counts.update(seen.keys())
        capitals.update(s for s, capital in seen.items() if capital)
    kept = {s: n for s, n in sorted(counts.items()) if n >= least}
    return {s: -n if 2 * capitals[s] > n else n for s, n in kept.items()}, number


def facts_of_pair(pair: Pair, common: Commonness) -> tuple[ClaimFacts, ClaimFacts]:
    """What both sentences of a pair assert, their times placed by the day of publication."""
    left, right = (
        facts_of_words(
            words,
            common,
            times=[(t.span, t.edtf) for t in find_times(words, published=published) if t.edtf],
            denied=bool(_NEGATION.search(words.lower())),
        )
        for words, published in zip((pair.left, pair.right), pair.published, strict=True)
    )
    return left, right


_NEGATION = re.compile(r"\b(?:no|not|never|nobody|denied|without)\b|n['’]t\b")
