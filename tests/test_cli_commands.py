"""The commands as a user meets them: what they print, where, and how they end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import SOURCE, Hearsay

from hearsay.vocabulary.readings import UNSURE

ARTICLE = """Harbour police said to have left their posts

The governor of Marsa told the Daily Lantern on Tuesday that two police units had been withdrawn.

According to the inspectorate, "the units thought to be under militia control" kept their weapons.

The mayor denied that any officer had left.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    return path


def read(hearsay: Hearsay, article: Path) -> None:
    done = hearsay("read", article, "--publisher", "Coast Gazette", "--published", "2031-05-08")
    assert done.code == 0, done.err


def test_read_says_what_is_new_and_ends_with_the_head(hearsay: Hearsay, article: Path) -> None:
    ran = hearsay("read", article, "--publisher", "Coast Gazette", "--published", "2031-05-08")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert "article.txt: new" in lines[0]
    assert "Coast Gazette, 2031-05-08" in lines[0]
    assert lines[-2].startswith("1 file: 1 new.")
    assert lines[-1].startswith("Head: ")
    assert len(lines[-1].removeprefix("Head: ")) == 64
    assert "Next: hearsay claims" in ran.err


def test_reading_again_changes_nothing_and_says_so(hearsay: Hearsay, article: Path) -> None:
    first = hearsay("read", article)
    again = hearsay("read", article)
    assert again.code == 0
    assert "nothing new, the case holds them already" in again.out
    assert first.out.splitlines()[-1] == again.out.splitlines()[-1]


def test_what_is_stated_later_is_taken_up(hearsay: Hearsay, article: Path) -> None:
    hearsay("read", article)
    ran = hearsay("read", article, "--publisher", "Coast Gazette")
    assert "read again" in ran.out
    assert all(
        c["publisher"] == "Coast Gazette" for c in json.loads(hearsay("claims", "--json").out)
    )


def test_what_is_known_otherwise_after_reading_again_is_told(
    hearsay: Hearsay, article: Path
) -> None:
    hearsay("read", article, "--publisher", "Coast Gazette")
    ran = hearsay("read", article, "--publisher", "Marsa Post")
    assert "read again (publisher: Coast Gazette → Marsa Post), " in ran.out
    (result,) = json.loads(hearsay("read", article, "--publisher", "Lamp", "--json").out)
    assert result["changed"] == {"publisher": ["Marsa Post", "Lamp"]}


def test_a_misspelt_file_leaves_no_empty_case_behind(hearsay: Hearsay, tmp_path: Path) -> None:
    ran = hearsay("read", "artikel.txt")
    assert (ran.code, ran.out) == (2, "")
    assert "artikel.txt: no such file; no case was made." in ran.err
    assert not (tmp_path / "case.hearsay").exists()


def test_what_was_stated_stays_when_other_things_are_stated(
    hearsay: Hearsay, article: Path
) -> None:
    hearsay("read", article, "--publisher", "Coast Gazette")
    hearsay("read", article, "--published", "2031-05-08")
    (result,) = json.loads(hearsay("read", article, "--title", "Harbour", "--json").out)
    assert (result["publisher"], result["published"]) == ("Coast Gazette", "2031-05-08")


def test_new_bytes_from_the_same_address_are_a_new_capture(hearsay: Hearsay, article: Path) -> None:
    hearsay("read", article)
    article.write_text(ARTICLE.replace("two police units", "three police units"))
    ran = hearsay("read", article)
    assert "article.txt: changed since last time" in ran.out
    assert "2 captures" in hearsay("verify").out


def test_a_folder_is_read_with_all_that_is_below_it(hearsay: Hearsay, tmp_path: Path) -> None:
    for name in ("a/one.txt", "a/b/two.txt", "a/.hidden.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The mayor said that {name} was closed.\n")
    assert "2 files: 2 new." in hearsay("read", "a").out


def test_an_empty_folder_is_said_to_be_empty(hearsay: Hearsay, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    done = hearsay("read", tmp_path / "none")
    assert done.out.splitlines()[0] == "No files: there is nothing to read in what was named."


def test_a_limit_is_no_reason_why_nothing_fits(hearsay: Hearsay, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    hearsay("read", tmp_path / "none")
    assert "fewer words" not in hearsay("claims", "--limit", "8").err


def test_many_files_come_out_in_the_order_in_which_they_went_in(
    hearsay_process: Hearsay, tmp_path: Path
) -> None:
    for number in range(20):
        (tmp_path / f"f{number:02}.txt").write_text(f"The mayor said that road {number} was shut.")
    (tmp_path / "f07.txt").write_bytes(b"")
    ran = hearsay_process("read", *(f"f{n:02}.txt" for n in range(20)), "--jsonl")
    assert ran.code == 2
    results = [json.loads(line) for line in ran.out.splitlines()]
    assert [r["address"] for r in results] == [f"f{n:02}.txt" for n in range(20)]
    assert [r["change"] for r in results].count("not_read") == 1


def test_standard_input_is_read(hearsay: Hearsay) -> None:
    ran = hearsay("read", "-", stdin=ARTICLE.encode())
    assert ran.code == 0
    assert ran.out.startswith("-: new")


def test_a_manifest_states_particulars_for_each_file(hearsay: Hearsay, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("The mayor said that the bridge was closed.\n")
    (folder / "b.txt").write_text("The mayor denied that the bridge was closed.\n")
    (folder / "list.csv").write_text(
        "path,publisher,published\na.txt,Gazette,2031-01-02\nb.txt,Lantern,2031-01-03\n"
    )
    by_manifest = json.loads(hearsay("read", "--manifest", "in/list.csv", "--json").out)
    assert [(r["publisher"], r["published"]) for r in by_manifest] == [
        ("Gazette", "2031-01-02"),
        ("Lantern", "2031-01-03"),
    ]
    named = hearsay(
        "read", "in/b.txt", "--manifest", "in/list.csv", "--json", "--case", "c.hearsay"
    )
    assert [r["publisher"] for r in json.loads(named.out)] == ["Lantern"]


def test_a_manifest_that_is_not_there_is_misuse(hearsay: Hearsay, article: Path) -> None:
    ran = hearsay("read", article, "--manifest", "none.csv")
    assert ran.code == 2
    assert "none.csv" in ran.err


def test_claims_show_speakers_date_place_and_id(hearsay: Hearsay, article: Path) -> None:
    read(hearsay, article)
    rows = json.loads(hearsay("claims", "--json").out)
    assert rows
    lines = hearsay("claims").out.splitlines()
    assert len(lines) == 2 * len(rows)
    for row, first, second in zip(rows, lines[::2], lines[1::2], strict=True):
        assert first.startswith(" › ".join(s["name"] for s in row["speakers"]))
        assert row["place"] in second
        assert "2031-05-08" in second
        assert row["id"][:8] in second


def test_claims_walk_home_to_the_very_words(hearsay: Hearsay, article: Path) -> None:
    read(hearsay, article)
    text = article.read_text()
    for row in json.loads(hearsay("claims", "--json").out):
        assert row["words"] == " … ".join(text[start:end] for start, end in row["spans"])


def test_a_claim_has_its_speaker_and_the_outlet(hearsay: Hearsay, article: Path) -> None:
    read(hearsay, article)
    rows = json.loads(hearsay("claims", "--speaker", "mayor", "--json").out)
    assert rows
    for row in rows:
        assert row["speakers"][0]["name"] == "Coast Gazette"
        assert "mayor" in row["speakers"][-1]["name"].lower()
        assert row["polarity"] == "denied"


@pytest.mark.parametrize(
    ("options", "some"),
    [
        (["--outlet", "gazette"], True),
        (["--outlet", "lantern"], False),
        (["--after", "2031-05-08"], True),
        (["--after", "2031-05-09"], False),
        (["--before", "2031-05-07"], False),
        (["weapons"], True),
        (["submarine"], False),
        (["--known-at", "2001-01-01"], False),
    ],
)
def test_claims_are_narrowed_by(
    hearsay: Hearsay, article: Path, options: list[str], some: bool
) -> None:
    read(hearsay, article)
    ran = hearsay("claims", *options)
    assert ran.code == 0
    assert bool(ran.out) == some
    assert ("No claims that fit" in ran.err) != some


def test_a_labelled_claim_is_hidden_until_asked_for(hearsay: Hearsay, article: Path) -> None:
    read(hearsay, article)
    (first, *_) = json.loads(hearsay("claims", "--json").out)
    ran = hearsay("label", first["id"][:12], "source-at-risk", "--by", "editor")
    assert ran.code == 0, ran.err
    shown = {row["id"] for row in json.loads(hearsay("claims", "--json").out)}
    asked = json.loads(hearsay("claims", "--json", "--label", "source-at-risk").out)
    assert first["id"] not in shown
    assert first["id"] in {row["id"] for row in asked}


def test_what_the_reader_is_unsure_of_is_listed_the_least_sure_first(
    hearsay: Hearsay, article: Path
) -> None:
    read(hearsay, article)
    every = json.loads(hearsay("claims", "--json").out)
    unsure = json.loads(hearsay("claims", "--unsure", "--json").out)
    scores = [row["score"] for row in unsure]
    assert {row["id"] for row in unsure} == {r["id"] for r in every if r["score"] < UNSURE}
    assert scores == sorted(scores)
    assert len(json.loads(hearsay("claims", "--unsure", "--limit", "1", "--json").out)) <= 1


def test_a_redacted_capture_is_gone_and_the_case_still_verifies(
    hearsay: Hearsay, article: Path
) -> None:
    read(hearsay, article)
    (first, *_) = json.loads(hearsay("claims", "--json").out)
    asked = hearsay(
        "redact", first["capture"][:12], "--reason", "names a witness", "--by", "editor"
    )
    assert asked.code == 2
    assert "--yes" in asked.err
    ran = hearsay("redact", first["capture"], "--reason", "names a witness", "--by", "ed", "--yes")
    assert ran.code == 0, ran.err
    assert hearsay("claims").out == ""
    assert hearsay("verify").code == 0
    held = b"".join(p.read_bytes() for p in Path().glob("case.hearsay*"))
    assert b"withdrawn" not in held
    again = hearsay("read", article)
    assert again.code == 0
    assert hearsay("claims").out == ""


def test_verify_finds_a_changed_byte_and_exits_with_1(hearsay: Hearsay, article: Path) -> None:
    import apsw

    read(hearsay, article)
    connection = apsw.Connection("case.hearsay")
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("UPDATE content SET body = zeroblob(length(body)) WHERE number = 1")
    connection.close()
    ran = hearsay("verify")
    assert ran.code == 1
    assert ran.out


def test_verify_checks_a_head_that_was_kept(hearsay: Hearsay, article: Path) -> None:
    head = hearsay("read", article).out.splitlines()[-1].removeprefix("Head: ")
    Path("more.txt").write_text("The mayor said that the bridge was closed.\n")
    hearsay("read", "more.txt")
    assert hearsay("verify", "--head", head).code == 0
    assert hearsay("verify", "--head", "0" * 63 + "1").code == 1


def test_when_answers_a_phrase(hearsay: Hearsay) -> None:
    ran = hearsay("when", "the last three months of 2021", "--published", "2022-02-17", "--json")
    assert json.loads(ran.out) == {"edtf": "2021-10/2021-12", "alternatives": []}


def test_when_answers_a_table_row_by_row(hearsay: Hearsay) -> None:
    Path("t.tsv").write_text(
        "text\tphrase_start\tphrase_end\tpublished\tperiod_covered\toutlet\n"
        "Last month he left.\t0\t10\t2022-02-17\t\t\n"
        "They came in 2019.\t10\t17\t\t\t\n"
    )
    ran = hearsay("when", "--tsv", "t.tsv")
    assert [json.loads(line)["edtf"] for line in ran.out.splitlines()] == ["2022-01", "2019"]


def test_a_date_that_is_none_is_misuse(hearsay: Hearsay, article: Path) -> None:
    ran = hearsay("read", article, "--published", "yesterday")
    assert ran.code == 2
    assert "2022-02-15" in ran.err
    assert not Path("case.hearsay").exists()


def test_an_unknown_command_names_the_help(hearsay: Hearsay) -> None:
    ran = hearsay("reed")
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert "hearsay --help" in ran.err


def test_a_reader_that_goes_away_is_no_error(hearsay_process: Hearsay, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mayor said that the bridge was closed.\n" * 2000)
    assert hearsay_process("read", "a.txt").code == 0
    command = f"{sys.executable} -m hearsay search bridge --limit 5000; echo $? >&2"
    done = subprocess.run(
        ["bash", "-c", f"( {command} ) | head -n 1"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": SOURCE},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr.split() == ["0"]


def test_ctrl_c_ends_with_one_line_and_a_case_that_verifies(
    hearsay_process: Hearsay, tmp_path: Path
) -> None:
    for number in range(400):
        (tmp_path / f"f{number}.txt").write_text(
            f"The mayor said on day {number} that the bridge was closed.\n" * 200
        )
    running = subprocess.Popen(
        [sys.executable, "-m", "hearsay", "read", str(tmp_path)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": SOURCE},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A test run in the background has SIGINT ignored, and would hand that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert running.stdout is not None
    running.stdout.readline()  # the first documents are kept
    time.sleep(0.2)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert err.strip() == "Stopped. What was taken in so far is kept."
    assert hearsay_process("verify").code == 0


def test_colours_are_for_terminals_only(hearsay: Hearsay, article: Path) -> None:
    read(hearsay, article)
    assert "\x1b[" not in hearsay("claims").out


@pytest.mark.parametrize(("no_colour", "coloured"), [("", True), ("1", False)])
def test_colours_on_a_terminal_honour_no_color(
    hearsay_process: Hearsay, tmp_path: Path, no_colour: str, coloured: bool
) -> None:
    import pty

    (tmp_path / "a.txt").write_text("The mayor said that the bridge was closed.\n")
    hearsay_process("read", "a.txt")
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "hearsay", "search", "bridge"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": SOURCE, "NO_COLOR": no_colour, "TERM": "xterm"},
        stdout=theirs,
        timeout=60,
        check=True,
    )
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert done.returncode == 0
    assert "bridge" in shown
    assert ("\x1b[" in shown) == coloured
