"""The progress bar: what it says, and that it keeps out of the way."""

from __future__ import annotations

import io

from hearsay.cli.progress import Bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_it_says_how_much_is_done_how_fast_and_how_long_still() -> None:
    bar = Bar("files", total=100)
    bar.advance(25)
    text = bar.text(width=100, elapsed=10)
    assert "[#####...............]  25 of 100 files  2.5/s  0:30 left" in text


def test_slow_work_is_counted_by_the_minute() -> None:
    bar = Bar("files", total=10)
    bar.advance()
    assert "6.0/min  1:30 left" in bar.text(width=100, elapsed=10)


def test_without_a_total_it_says_how_long_it_has_been() -> None:
    bar = Bar("files")
    bar.advance(7200)
    assert bar.text(width=100, elapsed=3600) == "files  7,200  2.0/s  1:00:00"


def test_before_anything_is_done_it_promises_nothing() -> None:
    bar = Bar("files", total=3)
    bar.at("long.pdf: reading 147 pages")
    text = bar.text(width=100, elapsed=12)
    assert "left" not in text
    assert text.endswith("0 of 3 files  0:12  long.pdf: reading 147 pages")


def test_it_never_fills_the_line() -> None:
    bar = Bar("files", total=3)
    bar.at("x" * 300)
    assert len(bar.text(width=60, elapsed=1)) == 59


def test_it_is_not_drawn_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    with Bar("files", total=3, stream=stream) as bar:
        bar.advance()
        bar.line("a.txt: new")
    assert stream.getvalue() == "a.txt: new\n"


def test_it_wipes_itself_off_a_terminal(monkeypatch) -> None:
    monkeypatch.setattr("hearsay.cli.progress.PATIENCE", 0.0)
    monkeypatch.setattr("hearsay.cli.progress.EVERY", 0.01)
    stream = Terminal()
    with Bar("files", total=3, stream=stream) as bar:
        while "0 of 3 files" not in stream.getvalue():
            pass
        bar.line("a.txt: new")
    assert "\x1b[2Ka.txt: new\n" in stream.getvalue()
    assert stream.getvalue().endswith(("\x1b[2K", "a.txt: new\n"))
