"""What the benchmarks read: the Helsinki articles where they are at hand, else our own samples."""

from __future__ import annotations

import csv
import shutil
import sys
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from benchmarks.setting import Setting
from hearsay.case import utc_now
from hearsay.documents.making import make
from hearsay.intake import is_read
from hearsay.reading.pieces import pieces_of
from hearsay.reading.readable import prose_of
from hearsay.sources.fetching import fetch
from hearsay.vocabulary.captures import Fetched
from hearsay.vocabulary.documents import Document

ARTICLES = Path("helsinki/helsinki_articles.csv")
SAMPLE_KINDS = (".html", ".txt", ".pdf")


@dataclass(frozen=True, slots=True)
class Material:
    """Files on disk that are read together, and what they are."""

    name: str
    files: tuple[Path, ...]
    manifest: Path | None
    """States publisher and date of each file, where the set knows them."""

    @property
    def addresses(self) -> list[str]:
        """The files as `Case.read` takes them."""
        return [str(file) for file in self.files]


def material(setting: Setting) -> Material:
    """The Helsinki articles as one text file each, or else the samples; says so on stderr."""
    table = setting.shared / ARTICLES
    folder = setting.work / "material"
    folder.mkdir(exist_ok=True)
    if table.exists():
        return _helsinki(table, folder, setting.articles)
    print(f"{table} is not here: our own samples are read instead.", file=sys.stderr)
    return _samples(folder)


def _helsinki(table: Path, folder: Path, articles: int | None) -> Material:
    csv.field_size_limit(1 << 30)
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    step = max(1, len(rows) // articles) if articles else 1
    rows = rows[::step][:articles]
    manifest = folder / "manifest.csv"
    paths = []
    with manifest.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("path", "published", "publisher"))
        for row in rows:
            path = folder / f"{row['id']}.txt"
            # The set writes a paragraph's end as ###.
            path.write_text("\n\n".join(row["text"].split(" ### ")), "utf-8")
            writer.writerow((path.name, row["scrape_time"][:10], row["publisher"]))
            paths.append(path)
    return Material(f"{len(paths)} Helsinki articles", tuple(paths), manifest)


def _samples(folder: Path) -> Material:
    with as_file(files("hearsay.samples")) as samples:
        paths = [
            Path(shutil.copy(file, folder / file.name))
            for file in sorted(samples.iterdir())
            if file.suffix in SAMPLE_KINDS
        ]
        manifest = Path(shutil.copy(samples / "manifest.csv", folder / "manifest.csv"))
    return Material(f"{len(paths)} samples of our own", tuple(paths), manifest)


def documents_of(material: Material) -> list[Document]:
    """The documents of the files that have sentences in a language that is read."""
    every = []
    for address in material.addresses:
        for one in fetch(address, clock=utc_now):
            document = make(one).document if isinstance(one, Fetched) else None
            if document is not None and is_read(document):
                every.append(document)
    return every


def word_pieces(documents: list[Document]) -> int:
    """How many word pieces are read: those of sentences, each counted once."""
    return sum(len(pieces_of(d.text, prose_of(d))) for d in documents)
