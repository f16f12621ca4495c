"""`hearsay serve` as a command: what it says, and what it refuses."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx

from tests.conftest import SOURCE, Hearsay


def test_a_case_that_is_none_is_not_served(hearsay: Hearsay) -> None:
    ran = hearsay("serve", "--case", "nowhere.hearsay")
    assert ran.code == 2
    assert "nowhere.hearsay" in ran.err


def test_a_port_that_is_taken_is_said_to_be(hearsay: Hearsay, demo_once: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        ran = hearsay("serve", "--case", demo_once, "--port", port)
    assert ran.code == 2
    assert f"Port {port} is taken" in ran.err


def test_it_prints_a_link_serves_and_ends_with_ctrl_c(demo_once: Path, tmp_path: Path) -> None:
    case = tmp_path / "own.hearsay"
    shutil.copy(demo_once, case)
    serving = subprocess.Popen(
        [sys.executable, "-m", "hearsay", "serve", "--case", str(case), "--port", "0"],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={"PYTHONPATH": SOURCE, "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        text=True,
    )
    try:
        assert serving.stderr is not None
        link = re.search(r"http://\S+/in/\S+", serving.stderr.readline())
        assert link is not None
        with httpx.Client(follow_redirects=True) as client:
            for _ in range(100):
                try:
                    page = client.get(link[0])
                    break
                except httpx.ConnectError:
                    time.sleep(0.1)
            assert page.status_code == 200
            assert "Most echoed" in page.text
            assert client.get(link[0]).status_code == 401
        serving.send_signal(signal.SIGINT)
        assert serving.wait(20) in (0, 130)
    finally:
        serving.kill()
    assert "Traceback" not in serving.stderr.read()


def test_without_the_page_nothing_of_it_is_loaded() -> None:
    code = "import sys; import hearsay.cli.main as m; m.run(['serve', '--help']); "
    code += "sys.exit('fastapi' in sys.modules or 'uvicorn' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": SOURCE}, capture_output=True
    )
    assert done.returncode == 0
