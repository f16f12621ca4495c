"""Makes the sample case: `python tools/make_samples.py` writes src/hearsay/samples.

`python tools/make_samples.py --long OUT.pdf --pages 140 --seed 7` writes a long generated report
for the benchmark instead. The same arguments always give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tools.samples.gold import Entry, marked  # noqa: E402
from tools.samples.lineage import Lineage  # noqa: E402
from tools.samples.pages import page  # noqa: E402
from tools.samples.plain import pdf_file, text_file  # noqa: E402
from tools.samples.rendered import Rendered  # noqa: E402
from tools.samples.source import read_source  # noqa: E402

TEXTS = Path(__file__).resolve().parent / "samples" / "texts"
TARGET = ROOT / "src" / "hearsay" / "samples"
_MAKERS = {"html": page, "pdf": pdf_file, "text": text_file}


def rendered() -> tuple[Rendered, ...]:
    """Every sample, in the order in which they were published."""
    sources = [read_source(path) for path in sorted(TEXTS.glob("*.txt"))]
    sources.sort(key=lambda s: (s.particulars["published"], s.name))
    return tuple(_MAKERS[s.particulars["form"]](s) for s in sources)


def gold_of(samples: tuple[Rendered, ...]) -> Entry:
    """All that the samples' gold says."""
    table = tomllib.loads((TEXTS / "retellings.toml").read_text(encoding="utf-8"))
    found = {s.file: marked(s, table["aliases"]) for s in samples}
    claims = [c for m in found.values() for c in m.claims]
    attributions = [a for m in found.values() for a in m.attributions]
    lineage = Lineage(table, samples, claims, attributions)
    links = lineage.links()
    return {
        "shape": 1,
        "documents": [_document(s) for s in samples],
        "attributions": attributions,
        "credits": [c for m in found.values() for c in m.credits],
        "furniture": [f for m in found.values() for f in m.furniture],
        "times": [t for m in found.values() for t in m.times],
        "claims": claims,
        "propositions": lineage.propositions(links),
        "document_retellings": lineage.documents(),
        "retellings": links,
        "comparisons": lineage.comparisons(),
    }


def manifest_of(samples: tuple[Rendered, ...]) -> str:
    """What is known of the samples whose own words do not say it, as CSV."""
    out = io.StringIO()
    columns = ("path", "published", "publisher", "url", "title", "period")
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for sample in samples:
        if sample.source.particulars["form"] != "html":
            writer.writerow({"path": sample.file, **sample.source.particulars})
    return out.getvalue()


def made(samples: tuple[Rendered, ...]) -> dict[str, bytes]:
    """Every file of the sample case by its name."""
    files = {s.file: s.content for s in samples}
    files["manifest.csv"] = manifest_of(samples).encode()
    files["gold.json"] = _written(gold_of(samples)).encode()
    return files


def _written(gold: Entry) -> str:
    """The gold as JSON, one entry a line, so that a change shows as the lines that it touches."""
    parts = []
    for name, value in gold.items():
        if isinstance(value, list):
            lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in value)
            parts.append(f'"{name}": [\n{lines}\n]')
        else:
            parts.append(f'"{name}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _document(sample: Rendered) -> Entry:
    stated = sample.source.particulars
    return {
        "document": sample.file,
        "published": stated["published"],
        "publisher": stated["publisher"],
        "title": stated["title"],
        "url": stated.get("url"),
        "period": stated.get("period"),
        "country": stated.get("country"),
        "running_heads": [stated["running"], stated["covers"], stated["publisher"]]
        if stated["form"] == "pdf"
        else [],
    }


def main() -> None:
    """Write the sample case, or one long report."""
    parser = argparse.ArgumentParser(description="Make the sample case.")
    parser.add_argument("--long", type=Path, metavar="OUT.pdf", help="write a long report instead")
    parser.add_argument("--pages", type=int, default=140)
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args()
    if chosen.long:
        from tools.samples.long_report import long_report

        chosen.long.write_bytes(long_report(pages=chosen.pages, seed=chosen.seed))
        print(f"{chosen.long}: {chosen.long.stat().st_size} bytes")
        return
    for name, content in made(rendered()).items():
        (TARGET / name).write_bytes(content)
        print(f"{name}: {len(content)} bytes")


if __name__ == "__main__":
    main()
