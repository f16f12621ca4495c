"""What all tests share: the command line as a function, and a count of what was skipped.

With HEARSAY_CI set, a skip that could have run makes the whole run fail: only what needs
../shared may be skipped, and only where ../shared is missing.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

# In CI the same examples each time: what chance finds is looked for at the desk, where it can be
# mended, and does not hold up a change that has nothing to do with it.
settings.register_profile("ci", derandomize=True)
if os.environ.get("HEARSAY_CI"):
    settings.load_profile("ci")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
SOURCE = os.pathsep.join(filter(None, (str(ROOT / "src"), os.environ.get("PYTHONPATH"))))
"""What a process that a test starts has to find."""

_uncalled_for: list[str] = []


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


Hearsay = Callable[..., Ran]


@pytest.fixture
def hearsay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Hearsay:
    """Runs a command in an empty folder, in this process, as a terminal-less user would."""
    from hearsay.cli.main import run

    monkeypatch.chdir(tmp_path)
    for name in ("HEARSAY_CASE", "HEARSAY_BY", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        sys.stdout.flush()
        captured = capfd.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def demo_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case of the demo, read once for all tests, with all that can be worked out kept in it."""
    from hearsay.case import Case
    from hearsay.cli.main import run

    path = tmp_path_factory.mktemp("demo") / "demo.hearsay"
    assert run(["demo", "--case", str(path)]) == 0
    with Case.open(str(path)) as case:
        assert case.conflicts.found()
    return path


@pytest.fixture
def demo(demo_once: Path, tmp_path: Path) -> Path:
    """A copy of the demo's case that a test may write to."""
    return Path(shutil.copy(demo_once, tmp_path / "demo.hearsay"))


@pytest.fixture
def hearsay_process(tmp_path: Path) -> Hearsay:
    """Runs a command in a process of its own, for what only a process shows."""

    def call(*arguments: object, stdin: bytes = b"", **environment: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "hearsay", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": SOURCE, **environment},
            timeout=120,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return call


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    report = outcome.get_result()
    if report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if "../shared" not in reason or SHARED.exists():
            _uncalled_for.append(f"{report.nodeid}: {reason}")


def pytest_terminal_summary(terminalreporter):
    if _uncalled_for and os.environ.get("HEARSAY_CI"):
        terminalreporter.section("skipped, though they could have run")
        for line in _uncalled_for:
            terminalreporter.line(line)


def pytest_sessionfinish(session, exitstatus):
    if _uncalled_for and os.environ.get("HEARSAY_CI") and exitstatus == 0:
        session.exitstatus = 1
