"""Web addresses: fetched politely, and never led into private networks."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from hearsay.sources import checking
from hearsay.sources.fetcher import FetchOptions
from hearsay.sources.fetching import fetch
from hearsay.vocabulary.captures import Fetched
from hearsay.vocabulary.problems import Problem


class Site(BaseHTTPRequestHandler):
    robots: ClassVar[tuple[int, bytes]] = (404, b"")
    asked: ClassVar[list[tuple[str, str, str]]] = []
    wait: ClassVar[threading.Event] = threading.Event()

    def do_GET(self) -> None:
        Site.asked.append((self.path, self.headers["Host"], self.headers["User-Agent"]))
        if self.path == "/robots.txt":
            self.answer(*Site.robots)
        elif self.path.startswith("/hop"):
            left = int(self.path[4:])
            self.answer(302, b"", Location=f"/hop{left - 1}" if left > 1 else "/page")
        elif self.path == "/inside":
            self.answer(301, b"", Location="http://169.254.169.254/latest")
        elif self.path == "/ftp":
            self.answer(301, b"", Location="ftp://example.org/file")
        elif self.path == "/slow":
            Site.wait.wait(5)
        elif self.path == "/big":
            self.answer(200, b"x" * 5000)
        elif self.path == "/gone":
            self.answer(410, b"")
        else:
            self.answer(200, b"<p>Hello</p>", **{"Content-Type": "text/html; charset=utf-8"})

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    Site.robots, Site.asked, Site.wait = (404, b""), [], threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    Site.wait.set()
    server.shutdown()
    server.server_close()
    thread.join()


def one(address: str, **options: Any) -> Fetched | Problem:
    allowed = FetchOptions(**{"allow_private": True, "timeout": 2.0, **options})
    (found,) = fetch(address, clock=lambda: "2022-02-20T12:00:00Z", options=allowed)
    return found


def code(address: str, **options: Any) -> str:
    found = one(address, **options)
    assert isinstance(found, Problem)
    return found.code


def test_a_page_is_captured_with_what_came_with_it(site: str) -> None:
    found = one(f"{site}/page")
    assert isinstance(found, Fetched)
    assert found.content == b"<p>Hello</p>"
    received = dict(found.capture.received)
    assert received["content-type"] == "text/html; charset=utf-8"
    assert (found.capture.method, received["status"]) == ("http", "200")


def test_the_server_is_told_who_asks(site: str) -> None:
    one(f"{site}/page")
    assert all(agent.startswith("Hearsay/") for _, _, agent in Site.asked)


def test_five_redirects_are_followed_and_the_last_address_kept(site: str) -> None:
    found = one(f"{site}/hop5")
    assert isinstance(found, Fetched)
    assert dict(found.capture.received)["url"] == f"{site}/page"
    assert found.capture.address == f"{site}/hop5"


def test_six_redirects_are_too_many(site: str) -> None:
    assert code(f"{site}/hop6") == "too-many-redirects"


def test_a_redirect_into_a_private_network_is_refused(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = checking._is_public
    monkeypatch.setattr(checking, "_is_public", lambda ip: ip == "127.0.0.1" or public(ip))
    assert code(f"{site}/inside", allow_private=False) == "refused-address"


def test_a_redirect_to_another_scheme_is_refused(site: str) -> None:
    assert code(f"{site}/ftp") == "refused-address"


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "10.0.0.8", "192.168.1.1", "169.254.169.254", "0.0.0.0",
     "[::ffff:127.0.0.1]", "100.64.0.1", "[fe80::1]", "224.0.0.1", "2130706433",
     "[64:ff9b::7f00:1]"],
)  # fmt: skip
def test_private_and_loopback_addresses_are_refused_unless_allowed(host: str) -> None:
    assert code(f"http://{host}:9/", allow_private=False) == "refused-address"


def test_a_name_is_refused_if_any_of_its_addresses_is_private(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def two(*_: Any, **__: Any) -> list[Any]:
        return [(2, 1, 6, "", (ip, 80)) for ip in ("93.184.216.34", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", two)
    assert code("http://two.example/", allow_private=False) == "refused-address"


def test_the_connection_goes_to_the_address_that_was_checked(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = []
    resolve = socket.getaddrinfo

    def rebinding(host: str, *rest: Any, **more: Any) -> list[Any]:
        if host == "rebound.example":
            answers.append(host)
            return resolve("127.0.0.1", *rest, **more)
        return resolve(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    port = site.rsplit(":", 1)[1]
    found = one(f"http://rebound.example:{port}/page")
    assert isinstance(found, Fetched)
    assert len(answers) == 1, "the name was looked up again after it was checked"
    assert {host for _, host, _ in Site.asked} == {f"rebound.example:{port}"}


def test_what_robots_txt_forbids_is_not_fetched(site: str) -> None:
    Site.robots = (200, b"User-agent: *\nDisallow: /page\n")
    assert code(f"{site}/page") == "robots"
    assert [path for path, _, _ in Site.asked] == ["/robots.txt"]


def test_what_robots_txt_allows_is_fetched(site: str) -> None:
    Site.robots = (200, b"User-agent: *\nDisallow: /private\n")
    assert isinstance(one(f"{site}/page"), Fetched)


def test_a_broken_robots_txt_forbids(site: str) -> None:
    Site.robots = (500, b"")
    assert code(f"{site}/page") == "robots"


def test_robots_txt_can_be_passed_over_when_the_user_says_so(site: str) -> None:
    Site.robots = (200, b"User-agent: *\nDisallow: /\n")
    assert isinstance(one(f"{site}/page", respect_robots=False), Fetched)


def test_a_server_that_says_nothing_runs_out_of_time(site: str) -> None:
    assert code(f"{site}/slow", timeout=0.2) == "timeout"


def test_more_than_the_size_cap_is_not_taken_in(site: str) -> None:
    assert code(f"{site}/big", max_bytes=1000) == "too-large"


def test_an_error_of_the_server_is_said_with_its_number(site: str) -> None:
    found = one(f"{site}/gone")
    assert isinstance(found, Problem)
    assert "answered 410" in found.message


def test_a_closed_port_is_unreachable() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    assert code(f"http://127.0.0.1:{port}/") == "unreachable"


def test_an_unknown_name_is_unreachable() -> None:
    assert code("http://no-such-host.invalid/") == "unreachable"


def test_a_password_in_the_address_is_refused() -> None:
    assert code("http://user:secret@example.org/") == "refused-address"


def test_nonsense_is_no_web_address() -> None:
    assert code("http://") == "bad-address"
    assert code("http://[::1") == "bad-address"
