"""The public Python API: what goes in order, what is passed over, what goes on after trouble."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import SOURCE

from hearsay.case import Case, ClaimFilter, Step
from hearsay.case.investigation import HANDFUL as KEPT_AT_ONCE
from hearsay.documents.together import HANDFUL, make_all
from hearsay.questions import annotate
from hearsay.sources.fetcher import captured
from hearsay.sources.stating import open_manifest
from hearsay.vocabulary.captures import Fetched, Particulars
from hearsay.vocabulary.documents import PROSE, Document
from hearsay.vocabulary.errors import Misuse
from hearsay.vocabulary.readings import Assertion, Reading


class FirstWords:
    """Stands in for the reader where only the order of things is tested: each passage a claim."""

    def __init__(self, version: int = 1) -> None:
        self.name = f"first words {version}"
        self.read_texts: list[str] = []

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        for document in documents:
            self.read_texts.append(document.text)
            prose = [p.span for p in document.passages if p.kind in PROSE]
            assertions = (Assertion(f"s{n}", (span,), None) for n, span in enumerate(prose, 1))
            yield Reading(self.name, assertions=tuple(assertions))


def clock() -> str:
    return "2031-05-08T12:00:00.000000Z"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(str(tmp_path / "c.hearsay")) as case:
        yield case


def texts(folder: Path, number: int) -> list[str]:
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{n:03}.txt" for n in range(number)]
    for n, path in enumerate(paths):
        path.write_text(f"The mayor said that bridge {n} was closed to all the traffic.\n")
    return [str(path) for path in paths]


def test_results_come_in_the_order_of_the_addresses(case: Case, tmp_path: Path) -> None:
    paths = texts(tmp_path / "in", 40)
    results = list(case.read(paths, reader=FirstWords(), clock=clock))
    assert [r.address for r in results] == paths
    assert {r.change for r in results} == {"new"}
    assert {r.claims for r in results} == {1}


def test_what_is_held_is_not_given_to_the_reader_again(case: Case, tmp_path: Path) -> None:
    paths = texts(tmp_path / "in", 3)
    list(case.read(paths[:2], reader=FirstWords(), clock=clock))
    reader = FirstWords()
    results = list(case.read(paths, reader=reader, clock=clock))
    assert [r.change for r in results] == ["nothing", "nothing", "new"]
    assert len(reader.read_texts) == 1


def test_a_newer_reader_reads_again_and_its_reading_counts(case: Case, tmp_path: Path) -> None:
    paths = texts(tmp_path / "in", 2)
    list(case.read(paths, reader=FirstWords(1), clock=clock))
    results = list(case.read(paths, reader=FirstWords(2), clock=clock))
    assert [r.change for r in results] == ["read_again", "read_again"]
    assert len(list(case.claims())) == 2


def test_what_was_stated_is_still_so_for_a_newer_reader(case: Case, tmp_path: Path) -> None:
    paths = texts(tmp_path / "in", 1)
    stated = Particulars(publisher="Gazette")
    list(case.read(paths, stated=stated, reader=FirstWords(1), clock=clock))
    list(case.read(paths, reader=FirstWords(2), clock=clock))
    assert [row.publisher for row in case.claims()] == ["Gazette"]


def test_a_read_that_is_broken_off_goes_on_where_it_stopped(case: Case, tmp_path: Path) -> None:
    paths = texts(tmp_path / "in", 40)
    reading = case.read(paths, reader=FirstWords(), clock=clock)
    for _ in range(5):
        next(reading)
    del reading
    results = list(case.read(paths, reader=FirstWords(), clock=clock))
    # What was given is kept, and at most the rest of its handful.
    assert 5 <= [r.change for r in results].count("nothing") < 5 + KEPT_AT_ONCE
    assert len(list(case.claims())) == 40
    assert not list(case.verify())


def test_a_thing_that_cannot_be_read_is_a_result_and_the_rest_goes_on(
    case: Case, tmp_path: Path
) -> None:
    paths = texts(tmp_path / "in", 3)
    Path(paths[1]).write_bytes(b"")
    results = list(case.read([*paths, "nowhere"], reader=FirstWords(), clock=clock))
    assert [r.change for r in results] == ["new", "not_read", "new", "not_read"]
    assert [p.code for r in results for p in r.problems] == ["empty", "missing"]
    assert [p.code for _, p in case.problems()] == ["empty", "missing"]


def test_the_bytes_of_what_cannot_be_read_are_kept_all_the_same(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(bytes(range(256)) * 9)
    (result,) = case.read([str(path)], reader=FirstWords(), clock=clock)
    assert result.capture is not None
    assert case.content(result.capture) == bytes(range(256)) * 9


def test_every_thing_is_watched_from_coming_to_done(case: Case, tmp_path: Path) -> None:
    steps: list[Step] = []
    paths = texts(tmp_path / "in", 2)
    list(case.read(paths, reader=FirstWords(), clock=clock, watch=steps.append))
    for path in paths:
        assert [s.stage for s in steps if s.address == path] == ["fetched", "reading", "done"]


def test_any_executor_makes_the_documents(case: Case, tmp_path: Path) -> None:
    paths = texts(tmp_path / "in", 12)
    with ThreadPoolExecutor(2) as executor:
        results = list(case.read(paths, reader=FirstWords(), clock=clock, executor=executor))
    assert [r.address for r in results] == paths


def test_annotate_keeps_nothing_and_says_the_same(case: Case, tmp_path: Path) -> None:
    paths = texts(tmp_path / "in", 2)
    found = list(annotate(paths, reader=FirstWords(), clock=clock))
    assert [one.address for one in found] == paths
    assert all(len(one.reading.assertions) == 1 for one in found)
    assert not list(case.captures())


def test_claims_can_be_narrowed(case: Case, tmp_path: Path) -> None:
    list(case.read(texts(tmp_path / "in", 12), reader=FirstWords(), clock=clock))
    (row,) = case.claims(ClaimFilter(words="bridge 7"))
    assert row.claim.words.startswith("The mayor said that bridge 7")
    assert case.place(row.claim.capture, row.claim.passage) == "¶ 1"


def fetched(content: bytes, address: str = "x") -> Fetched:
    return captured(
        content, address=address, method="file", stated=Particulars(), captured_at=clock()
    )


def test_many_documents_are_made_in_order_and_gaps_stay_gaps() -> None:
    captures = [
        None if n % 5 == 0 else fetched(f"The road {n} is closed.".encode(), str(n))
        for n in range(3 * HANDFUL)
    ]
    made = list(make_all(captures))
    for n, one in enumerate(made):
        if n % 5 == 0:
            assert one is None
        else:
            assert one is not None
            assert one.document is not None
            assert f"road {n} " in one.document.text


def dies(fetched: Fetched) -> None:
    os._exit(9)


def test_a_file_that_kills_its_worker_is_a_problem_of_that_file_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from hearsay.documents import together

    captures = [fetched(f"The road {n} is closed.".encode(), str(n)) for n in range(2 * HANDFUL)]
    deadliest = HANDFUL + 3  # the ones before are made without a worker
    submit = together.ProcessPoolExecutor.submit

    def deadly(self, fn, one):
        return submit(self, dies if one.capture.address == str(deadliest) else fn, one)

    monkeypatch.setattr(together.ProcessPoolExecutor, "submit", deadly)
    made = list(make_all(captures))
    failed = [n for n, one in enumerate(made) if one is not None and one.document is None]
    assert failed == [deadliest]
    lost = made[deadliest]
    assert lost is not None
    assert lost.problems[0].code == "failed"


def test_a_script_without_a_main_guard_can_read_many_files(tmp_path: Path) -> None:
    texts(tmp_path / "in", 2 * HANDFUL)
    script = tmp_path / "mine.py"
    script.write_text(
        "from hearsay.documents.together import make_all\n"
        "from hearsay.sources.fetching import fetch\n"
        "found = fetch('in', clock=lambda: '2031-05-08T12:00:00Z')\n"
        "print(sum(made.document is not None for made in make_all(found)))\n"
    )
    done = subprocess.run(
        [sys.executable, script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": SOURCE},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.stdout.split() == [str(2 * HANDFUL)], done.stderr


def test_a_manifest_holds_for_the_files_in_a_folder_that_it_lists(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (tmp_path / "list.csv").write_text("path,publisher\nreports,Gazette\nother.txt,Lantern\n")
    manifest = open_manifest(str(tmp_path / "list.csv"))
    assert manifest.stated(str(folder / "deep" / "a.txt")).publisher == "Gazette"
    assert manifest.stated(str(tmp_path / "other.txt")).publisher == "Lantern"
    assert manifest.stated(str(tmp_path / "third.txt")).publisher is None


def test_a_manifest_that_cannot_be_read_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match=r"none\.csv"):
        open_manifest(str(tmp_path / "none.csv"))
