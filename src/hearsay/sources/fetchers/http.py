"""Fetches one page or file from a web server, politely and without being led astray.

Addresses in private networks are refused after their names are resolved, and the connection goes
to the very address that was checked, so that a name cannot change its meaning in between (DNS
rebinding). Every redirect is checked anew. robots.txt (RFC 9309) is respected.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from urllib.parse import urljoin

from hearsay.sources.addresses import scheme_of
from hearsay.sources.checking import Refused, Target, target_of
from hearsay.sources.fetcher import Clock, FetchOptions, captured, too_large
from hearsay.vocabulary.captures import Fetched, Particulars
from hearsay.vocabulary.problems import Problem

METHOD = "http"
SCHEMES = ("http", "https")
AGENT = "Hearsay/1 (reads single reports for research; respects robots.txt)"
_KEPT = ("content-type", "content-language", "last-modified", "etag", "date")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# RFC 9309 asks crawlers to read at least 500 KiB of robots.txt; more is not a rule file.
_ROBOTS_BYTES = 512 * 1024


def recognises(address: str) -> bool:
    """Whether the address is a web address."""
    return scheme_of(address) in SCHEMES


def fetch(
    address: str, *, stated: Particulars, clock: Clock, options: FetchOptions
) -> Iterator[Fetched | Problem]:
    """What the server sends for the address, or the one problem with it."""
    try:
        yield _fetched(address, stated, clock, options)
    except Refused as refused:
        yield Problem(address, refused.code, refused.message, refused.next_step)


def _fetched(
    address: str, stated: Particulars, clock: Clock, options: FetchOptions
) -> Fetched | Problem:
    deadline = time.monotonic() + options.total_timeout
    url = address
    for _ in range(options.max_redirects + 1):
        target = target_of(url, allow_private=options.allow_private)
        if options.respect_robots:
            _ask_robots(target, options, deadline)
        answer = _request(target, options, deadline, limit=options.max_bytes)
        if answer.status in _REDIRECTS and (onward := answer.headers.get("location")):
            url = urljoin(url, onward)
            if not recognises(url):
                raise Refused(
                    "refused-address",
                    f"it redirects to {url[:100]}, which is no web address.",
                    "Open it in a browser and save the page.",
                )
            continue
        if answer.status != 200:
            raise Refused(
                "http-status", f"the server answered {answer.status}.", _advice(answer.status)
            )
        if answer.cut:
            return too_large(address, options.max_bytes)
        kept = tuple((name, answer.headers[name]) for name in _KEPT if name in answer.headers)
        return captured(
            answer.content,
            address=address,
            method=METHOD,
            stated=stated,
            captured_at=clock(),
            received=(("status", "200"), ("url", url), *kept),
        )
    raise Refused(
        "too-many-redirects",
        f"more than {options.max_redirects} redirects.",
        "Open it in a browser and use the address that it ends at.",
    )


class _Answer:
    """What a server answered: status, headers in small letters, and the body up to a limit."""

    def __init__(self, status: int, headers: dict[str, str], content: bytes, cut: bool) -> None:
        self.status = status
        self.headers = headers
        self.content = content
        self.cut = cut


def _request(target: Target, options: FetchOptions, deadline: float, *, limit: int) -> _Answer:
    """One request without following redirects, to the address that was checked."""
    import httpx  # 0.1 s to import, and most runs fetch nothing

    headers = {"Host": target.host_header, "User-Agent": AGENT, "Accept": "*/*"}
    try:
        with (
            httpx.Client(
                timeout=options.timeout,
                follow_redirects=False,
                trust_env=False,
                # Loading the certificates takes half a second and plain HTTP has no use for them.
                verify=target.is_secure,
            ) as client,
            client.stream(
                "GET",
                target.pinned_url,
                headers=headers,
                extensions={"sni_hostname": target.host},
            ) as response,
        ):
            names = {name.lower(): value for name, value in response.headers.items()}
            content = bytearray()
            for chunk in response.iter_bytes():
                content += chunk
                if len(content) > limit:
                    return _Answer(response.status_code, names, b"", cut=True)
                if time.monotonic() > deadline:
                    raise _timeout(options.total_timeout)
            return _Answer(response.status_code, names, bytes(content), cut=False)
    except httpx.TimeoutException as error:
        raise _timeout(options.timeout) from error
    except httpx.DecodingError as error:
        raise Refused(
            "damaged",
            "the server's answer is packed in a way that cannot be undone.",
            "Try again later, or save the page from a browser.",
        ) from error
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        reason = (
            str(error).strip().splitlines()[0][:120] if str(error).strip() else "no reason given"
        )
        raise Refused(
            "unreachable",
            f"the server cannot be reached ({reason}).",
            "Check the address and the network, then try again.",
        ) from error


def _timeout(seconds: float) -> Refused:
    return Refused(
        "timeout", f"the server took longer than {seconds:g} seconds.", "Try again later."
    )


def _ask_robots(target: Target, options: FetchOptions, deadline: float) -> None:
    """Refuse what the site's robots.txt forbids; no robots.txt forbids nothing."""
    from protego import Protego

    rules_at = target.at("/robots.txt")
    for _ in range(options.max_redirects + 1):
        answer = _request(rules_at, options, deadline, limit=_ROBOTS_BYTES)
        onward = answer.headers.get("location", "") if answer.status in _REDIRECTS else ""
        if not onward:
            break
        onward = urljoin(rules_at.url, onward)
        rules_at = target_of(onward, allow_private=options.allow_private)
    if answer.status in _REDIRECTS or 400 <= answer.status < 500 or answer.cut:
        return  # RFC 9309, 2.3.1.3: unavailable means that there are no rules
    if answer.status != 200:
        raise Refused(
            "robots",
            f"the site's robots.txt cannot be read (status {answer.status}).",
            "Try again later, or save the page from a browser.",
        )
    rules = Protego.parse(answer.content.decode("utf-8", "replace"))
    if not rules.can_fetch(target.url, "Hearsay"):
        raise Refused(
            "robots",
            "the site's robots.txt does not allow programs to fetch it.",
            "Open it in a browser, save the page and read the file.",
        )


def _advice(status: int) -> str:
    if status in (401, 402, 403, 451):
        return "Open it in a browser, save the page and read the file."
    if status in (404, 410):
        return "Check the address, or look for it in a web archive."
    if status == 429 or status >= 500:
        return "Try again later."
    return "Open it in a browser and check the address."
