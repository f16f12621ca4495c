"""Bad input, end to end: one clear line, the right exit code, and the rest of the batch goes on."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import apsw
import pytest
from conftest import SOURCE, Hearsay, Ran

GOOD = "The governor said on Tuesday that two police units had been withdrawn from the port.\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD)
    return path


def one_line_about(ran: Ran, name: str) -> str:
    lines = [line for line in ran.err.splitlines() if name in line]
    assert len(lines) == 1, ran.err
    return lines[0]


def assert_the_rest_was_read(hearsay: Hearsay, ran: Ran) -> None:
    assert "good.txt: new" in ran.out
    assert GOOD.strip() in hearsay("search", "governor").out


CUT_PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pa"
ENCRYPTED_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"3 0 obj<</Filter/Standard/V 1/R 2/P -4"
    b"/O<0000000000000000000000000000000000000000000000000000000000000000>"
    b"/U<0000000000000000000000000000000000000000000000000000000000000000>>>endobj\n"
    b"trailer<</Root 1 0 R/Encrypt 3 0 R/Size 4/ID[<00><00>]>>\n%%EOF\n"
)
WITHOUT_TEXT = (
    b"<!DOCTYPE html><html><head><title></title></head><body><img src=a.png></body></html>"
)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b"\n \n\t\n", "blanks"),
        ("unknown.bin", bytes(range(256)) * 40, "no format reads it"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 400, "a PNG image"),
        ("cut.pdf", CUT_PDF, "PDF"),
        ("locked.pdf", ENCRYPTED_PDF, "password"),
        ("bare.html", WITHOUT_TEXT, "text"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line_and_the_rest_goes_on(
    hearsay: Hearsay, tmp_path: Path, good: Path, name: str, content: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(content)
    ran = hearsay("read", name, good)
    assert ran.code == 2
    assert says.lower() in one_line_about(ran, name).lower()
    assert_the_rest_was_read(hearsay, ran)
    assert name in hearsay("problems").out


def test_a_name_that_is_not_there_is_one_line_and_the_rest_goes_on(
    hearsay: Hearsay, good: Path
) -> None:
    ran = hearsay("read", "nowhere.txt", good)
    assert ran.code == 2
    assert "Check the name" in one_line_about(ran, "nowhere.txt")
    assert_the_rest_was_read(hearsay, ran)
    assert "nowhere.txt" in hearsay("problems").out


def test_a_file_that_vanishes_while_being_read_is_one_line(
    hearsay: Hearsay, tmp_path: Path, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone.txt"
    gone.write_text("Here for a moment.")
    read_bytes = Path.read_bytes

    def vanishing(path: Path) -> bytes:
        if path.name == "gone.txt":
            path.unlink()
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", vanishing)
    ran = hearsay("read", tmp_path)
    assert ran.code == 2
    assert "vanished" in one_line_about(ran, "gone.txt")
    assert_the_rest_was_read(hearsay, ran)


def test_a_file_over_the_cap_is_one_line(hearsay: Hearsay, tmp_path: Path, good: Path) -> None:
    (tmp_path / "line.txt").write_bytes(b"word " * 300_000)
    ran = hearsay("read", "line.txt", good, "--max-mb", 1)
    assert ran.code == 2
    assert "larger than 1 MB" in one_line_about(ran, "line.txt")
    assert_the_rest_was_read(hearsay, ran)


def test_a_folder_that_may_not_be_read_is_one_line(tmp_path: Path, good: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir()
    (shut / "inside.txt").write_text(GOOD)
    shut.chmod(0)
    command = [sys.executable, "-m", "hearsay", "read", "shut", "good.txt"]
    if os.geteuid() == 0:  # who may read everything has to give that up first
        setpriv = shutil.which("setpriv")
        assert setpriv, "as root this test needs setpriv (Debian: util-linux)"
        command = [setpriv, "--bounding-set=-dac_override,-dac_read_search", *command]
    try:
        done = subprocess.run(
            command,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": SOURCE},
            capture_output=True,
            text=True,
            timeout=120,
        )
    finally:
        shut.chmod(0o700)
    assert done.returncode == 2, done.stderr
    assert "you may not read this" in one_line_about(Ran(2, "", done.stderr), "shut")
    assert "good.txt: new" in done.stdout


@pytest.mark.parametrize("command", ["claims", "verify", "problems"])
def test_a_case_that_is_not_there_is_not_made_by_looking(
    hearsay: Hearsay, tmp_path: Path, command: str
) -> None:
    ran = hearsay(command, "--case", "none.hearsay")
    assert ran.code == 2
    assert "none.hearsay: not a Hearsay case" in one_line_about(ran, "none.hearsay")
    assert not (tmp_path / "none.hearsay").exists()


def test_a_case_file_that_is_no_case_is_left_as_it_is(
    hearsay: Hearsay, tmp_path: Path, good: Path
) -> None:
    other = tmp_path / "notes.hearsay"
    other.write_text("my notes")
    ran = hearsay("read", good, "--case", other)
    assert ran.code == 2
    assert "not a Hearsay case" in one_line_about(ran, "notes.hearsay")
    assert other.read_text() == "my notes"


def test_a_case_from_a_newer_version_is_left_as_it_is(hearsay: Hearsay, good: Path) -> None:
    hearsay("read", good)
    connection = apsw.Connection("case.hearsay")
    connection.pragma("user_version", 999)
    connection.close()
    ran = hearsay("claims")
    assert ran.code == 2
    assert "newer" in one_line_about(ran, "case.hearsay")


def test_two_processes_writing_one_case_do_not_mix(hearsay: Hearsay, good: Path) -> None:
    hearsay("read", good)
    other = apsw.Connection("case.hearsay")
    other.execute("BEGIN IMMEDIATE")
    Path("second.txt").write_text("The mayor denied it.\n")
    ran = hearsay("read", "second.txt")
    assert ran.code == 2
    assert "another process" in one_line_about(ran, "case.hearsay")
    other.execute("ROLLBACK")
    other.close()
    assert hearsay("read", "second.txt").code == 0
    assert hearsay("verify").code == 0


def test_a_full_disk_keeps_what_was_whole_and_says_so(
    hearsay: Hearsay, tmp_path: Path, good: Path
) -> None:
    assert hearsay("read", good).code == 0
    # A limit on the size of files is met just as a full disk is.
    limit = (tmp_path / "case.hearsay").stat().st_size + 200_000
    (tmp_path / "noise.bin").write_bytes(os.urandom(2_000_000))  # kept, though no format reads it
    code = (
        f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit})); "
        "from hearsay.cli.main import main; main(['read', 'noise.bin'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": SOURCE},
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 2, done.stdout
    assert "the disk is full" in one_line_about(Ran(2, "", done.stderr), "case.hearsay")
    assert hearsay("verify").code == 0
    assert GOOD.strip() in hearsay("search", "governor").out
    assert "noise.bin" not in hearsay("problems").out


def test_a_language_that_is_not_read_is_kept_searchable_and_said(hearsay: Hearsay) -> None:
    Path("wali.txt").write_text(
        "قال المحافظ يوم الثلاثاء إن وحدتين من الشرطة انسحبتا من الميناء بعد الهجوم الأخير.\n"
        "وأضاف أن الحكومة سترسل قوات إضافية إلى المنطقة خلال الأسبوع المقبل.\n",
        encoding="utf-8",
    )
    ran = hearsay("read", "wali.txt")
    assert ran.code == 0
    assert "language" in one_line_about(ran, "wali.txt")
    assert "0 claims" in ran.out
    assert "الميناء" in hearsay("search", "الميناء").out
    assert "language" in hearsay("problems").out


def test_what_could_steer_a_terminal_is_not_printed(hearsay: Hearsay) -> None:
    Path("a\x1b[31m.txt").write_text(GOOD)
    Path("b\x1b[31m.txt").write_bytes(b"")
    ran = hearsay("read", ".")
    assert "txt: new" in ran.out
    assert "empty" in ran.err
    assert "\x1b" not in ran.out + ran.err + hearsay("problems").out + hearsay("search", "port").out


def test_a_manifest_row_that_no_file_can_be_named_by_does_not_end_the_read(
    hearsay: Hearsay, tmp_path: Path, good: Path
) -> None:
    listed = tmp_path / "list.jsonl"
    listed.write_text('{"path": "a\\u0000b"}\n{"path": "\\ud800"}\n{"path": "good.txt"}\n')
    ran = hearsay("read", "--manifest", listed)
    assert ran.code == 2
    assert "row 1: path has a zero" in ran.err
    assert "row 2: path has a zero" in ran.err
    assert_the_rest_was_read(hearsay, ran)


def test_a_manifest_date_that_no_calendar_has_is_one_line(
    hearsay: Hearsay, tmp_path: Path, good: Path
) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text("path,published\ngood.txt,2022-02-30\n")
    ran = hearsay("read", "--manifest", listed)
    assert ran.code == 2
    assert "2022-02-30" in one_line_about(ran, "row 2")


@pytest.mark.parametrize("closed", ["read - <&-", "problems >&-", "problems >&- 2>&-"])
def test_a_closed_stream_is_no_fault(hearsay: Hearsay, good: Path, closed: str) -> None:
    hearsay("read", good)
    run = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m hearsay {closed}"],
        capture_output=True,
        text=True,
        cwd=good.parent,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    )
    assert "fault" not in run.stderr
    assert "Traceback" not in run.stderr
    assert run.returncode == (2 if "read" in closed else 0)


def test_an_error_line_does_not_steer_the_terminal(hearsay: Hearsay) -> None:
    ran = hearsay("claims", "--case", "a\x1b[31m\nb")
    assert ran.code == 2
    assert "\x1b" not in ran.err
    assert len(ran.err.splitlines()) == 1


def test_json_lists_do_not_steer_the_terminal(hearsay: Hearsay, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text(GOOD.replace("units", "\u202eunits\x9b31m"))
    hearsay("read", "odd.txt")
    out = hearsay("search", "governor", "--json").out
    assert "\\u202e" in out
    assert not {"\u202e", "\x9b"} & set(out)


def test_annotating_does_not_steer_the_terminal(hearsay: Hearsay, tmp_path: Path) -> None:
    text = GOOD.replace("units", "\u202eunits\u200f\x85\x9b31m")
    (tmp_path / "odd.txt").write_text(text)
    out = hearsay("annotate", "odd.txt").out
    assert not {"\u202e", "\u200f", "\x85", "\x9b"} & set(out)
    assert json.loads(out)["text"] == text


def test_a_short_text_with_a_stray_control_sign_is_read(hearsay: Hearsay, tmp_path: Path) -> None:
    (tmp_path / "bell.txt").write_text(GOOD + "\x07")
    assert "bell.txt: new" in hearsay("read", "bell.txt").out
    assert hearsay("verify").code == 0


def test_a_short_chinese_text_is_not_cut_within_a_character(hearsay: Hearsay) -> None:
    text = "部长说,军官分布在全国各地。他们没有看到任何东西。" * 5
    Path("zh.txt").write_bytes(text.encode("gb18030"))
    assert "zh.txt: new" in hearsay("read", "zh.txt").out


def test_a_page_with_bytes_of_no_encoding_is_read_and_said_to_be_damaged(hearsay: Hearsay) -> None:
    page = f"<html><body><p>{GOOD}</p><p>Then</p></body></html>".encode()
    Path("page.html").write_bytes(page.replace(b"Then", b"Then" + b"\x07" * 20 + b"\x9b"))
    ran = hearsay("read", "page.html")
    assert "page.html: new" in ran.out
    assert "1 damaged character," in ran.err


def test_a_head_that_is_none_is_misuse_and_no_finding(hearsay: Hearsay, good: Path) -> None:
    hearsay("read", good)
    ran = hearsay("verify", "--head", "nonsense")
    assert ran.code == 2
    assert "64 hexadecimal digits" in ran.err
