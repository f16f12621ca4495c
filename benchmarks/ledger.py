"""Times the ledger: appending made-up claims, opening, listing, searching, verifying, redacting.

Run as `python -m benchmarks.ledger [--claims 200000] [--json]`; it writes into a temporary
folder and prints one line a measurement.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from statistics import median

from hearsay.ledger.opening import SqliteStore, open_case
from hearsay.ledger.store import ClaimFilter, Entry
from hearsay.vocabulary.captures import Capture, Fetched, Particulars
from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.readings import Claim, Mention, Reading, Speaker
from hearsay.vocabulary.spans import Span

CLAIMS_A_DOCUMENT = 50
RECORDED_AT = "2031-01-01T00:00:00Z"

# fmt: off
_WORDS = [
    "the", "brigade", "of", "a", "northern", "province", "moved", "its", "guards", "from",
    "port", "to", "border", "while", "officials", "denied", "that", "any", "convoy",
    "had", "crossed", "before", "the", "ceasefire", "and", "inspectors", "counted",
    "attacks", "on", "depots", "rail", "bridges", "and", "offices", "in", "every",
    "quarter", "since", "the", "treaty", "was", "signed", "by", "envoys",
]
# fmt: on
_NAMES = ("Ostrava Desk", "General Ilhan Merrow", "the inspectorate", "Colonel Tavi Branno")


def made_up(documents: int, seed: int) -> Iterator[Entry]:
    """Documents of fifty sentences each, every sentence a claim; the same for the same seed."""
    chance = random.Random(seed)
    rare = [f"{chance.choice(_WORDS)}{number}" for number in range(2000)]
    for number in range(documents):
        sentences = []
        for _ in range(CLAIMS_A_DOCUMENT):
            words = [*chance.choices(_WORDS, k=18), chance.choice(rare)]
            sentences.append(" ".join(words) + ".")
        yield _entry(number, "\n".join(sentences), sentences, chance)


def _entry(number: int, text: str, sentences: list[str], chance: random.Random) -> Entry:
    content = text.encode()
    capture = Capture(
        sha256(content).hexdigest(), f"made/{number:06}.txt", RECORDED_AT, "file", len(content)
    )
    day = f"20{chance.randrange(10, 31)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    found = Particulars(published=day, publisher=f"The Gazette {number % 40}", title="Made up")
    passages, claims, mentions, start = [], [], [], 0
    for place, sentence in enumerate(sentences):
        span = Span(start, start + len(sentence))
        start = span.end + 1
        passages.append(Passage(span, "paragraph", place + 1))
        mentions.append(
            Mention(f"m{place}", "Organization", (span,), "name", True, f"m{place}", 0.9)
        )
        claims.append(_claim(capture.sha256, span, sentence, place, number, chance))
    document = Document(capture.sha256, "text 1", text, tuple(passages), found)
    return Entry(
        Fetched(capture, content), document, Reading("made 1", tuple(mentions)), tuple(claims)
    )


def _claim(
    capture: str, span: Span, words: str, place: int, number: int, chance: random.Random
) -> Claim:
    speaker = f"{chance.choice(_NAMES)} {chance.randrange(300)}"
    return Claim(
        id=sha256(f"{capture}{span}{speaker}".encode()).hexdigest()[:20],
        capture=capture,
        spans=(span,),
        words=words,
        speakers=(
            Speaker(f"The Gazette {number % 40}", None),
            Speaker(speaker, Span(span.start, span.start + 8)),
        ),
        addressee=None,
        cue="said",
        cue_class="said",
        speech="indirect",
        polarity="affirmed",
        hedges=(),
        inserted=(),
        times=(),
        passage=place + 1,
        page=None,
        score=0.8,
    )


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """The median time that `work` takes."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return median(taken)


def measure(path: Path, claims: int) -> dict[str, float]:
    """Every measurement, by what it is called and its unit."""
    entries = list(made_up(claims // CLAIMS_A_DOCUMENT, seed=7))
    store = open_case(str(path), create=True)
    taken = seconds(lambda: [store.append(entry, recorded_at=RECORDED_AT) for entry in entries])
    again = entries[:200]
    same = seconds(lambda: [store.append(entry, recorded_at=RECORDED_AT) for entry in again])
    store.close()
    found = {
        "append, claims/s": claims / taken,
        "append, documents/s": len(entries) / taken,
        "append what is known already, documents/s": len(again) / same,
        "file, MB": path.stat().st_size / 1e6,
        "open, ms": 1000 * seconds(lambda: open_case(str(path), create=False).close(), 9),
    }
    store = open_case(str(path), create=False)
    found.update(_listings(store))
    found["verify, claims/s"] = claims / seconds(lambda: list(store.verify()))
    one = next(store.claims(ClaimFilter(limit=1))).claim.id
    found["redact one claim, s"] = seconds(
        lambda: store.redact(one, reason="timing", by="benchmark", recorded_at=RECORDED_AT)
    )
    store.close()
    return found


def _listings(store: SqliteStore) -> dict[str, float]:
    def ms(**which: object) -> float:
        return 1000 * seconds(lambda: list(store.claims(ClaimFilter(**which))), 5)  # type: ignore[arg-type]

    return {
        "list 50 newest, ms": ms(limit=50),
        "list 50 newest, page 100, ms": ms(limit=50, offset=5000),
        "list 50 as known then, ms": ms(limit=50, known_at="2031-06-01"),
        "list 50 of one month, ms": ms(limit=50, after="2015-03", before="2015-03"),
        "list 50 with a rare word, ms": ms(limit=50, words="brigade17 OR convoy"),
        "list 50 with a word in two thirds of the claims, ms": ms(limit=50, words="the"),
        "list 50 with two common words, ms": ms(limit=50, words="brigade attacks"),
        "list 50 of one speaker, ms": ms(limit=50, speaker="merrow 17"),
        "list 50 of nobody (whole table), ms": ms(limit=50, speaker="no such name"),
        "list 50 of one outlet, ms": ms(limit=50, outlet="gazette 17"),
        "search passages, 50 with a common word, ms": 1000
        * seconds(lambda: list(store.search("ceasefire", limit=50)), 3),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=200_000)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder) / "timed.hearsay", asked.claims)
    if asked.json:
        sys.stdout.write(json.dumps(found, indent=1) + "\n")
        return
    for name, value in found.items():
        sys.stdout.write(f"{name:<55}{value:>12,.1f}\n")


if __name__ == "__main__":
    main()
