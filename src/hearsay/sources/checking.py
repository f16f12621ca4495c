"""Checks where a web address leads before anything connects to it."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit, urlunsplit

_PORTS = {"http": 80, "https": 443}


class Refused(Exception):
    """Why an address is not fetched, in the words that its `Problem` will carry."""

    def __init__(self, code: str, message: str, next_step: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.next_step = next_step


@dataclass(frozen=True, slots=True)
class Target:
    """A web address together with the network address that was checked for it."""

    url: str
    host: str
    ip: str
    port: int

    @property
    def pinned_url(self) -> str:
        """The address with the checked network address in place of the name."""
        parts = urlsplit(self.url)
        shown = f"[{self.ip}]" if ":" in self.ip else self.ip
        return urlunsplit(
            (parts.scheme, f"{shown}:{self.port}", parts.path or "/", parts.query, "")
        )

    @property
    def is_secure(self) -> bool:
        """Whether the connection is encrypted and the server's certificate checked."""
        return urlsplit(self.url).scheme.lower() == "https"

    @property
    def host_header(self) -> str:
        """The name that the server is asked for."""
        usual = _PORTS[urlsplit(self.url).scheme.lower()] == self.port
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return shown if usual else f"{shown}:{self.port}"

    def at(self, path: str) -> Target:
        """The same server, another path."""
        parts = urlsplit(self.url)
        return replace(self, url=urlunsplit((parts.scheme, parts.netloc, path, "", "")))


def target_of(url: str, *, allow_private: bool) -> Target:
    """Where the address leads; raises `Refused` if it is malformed, unknown or not public."""
    try:
        parts = urlsplit(url)
        scheme, host = parts.scheme.lower(), (parts.hostname or "").lower()
        port = parts.port or _PORTS.get(scheme, 0)
    except ValueError:
        scheme, host, port = "", "", 0
    if scheme not in _PORTS or not host:
        raise Refused("bad-address", "not a web address.", "Check how it is spelled.")
    if parts.username is not None or parts.password is not None:
        raise Refused(
            "refused-address",
            "it carries a user name or password.",
            "Leave them out, or save the page from a browser.",
        )
    addresses = _resolved(host, port)
    # All of them, not only the first: a name with one public and one private address is a trick.
    if not allow_private and not all(_is_public(address) for address in addresses):
        raise Refused(
            "refused-address",
            f"{host} is on this machine or in a private network ({addresses[0]}).",
            "Allow private addresses if you trust it.",
        )
    return Target(url, host, addresses[0], port)


def _resolved(host: str, port: int) -> Sequence[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Refused(
            "unreachable",
            f"no server is known by the name {host[:80]}.",
            "Check how it is spelled, and the network.",
        ) from error
    addresses = dict.fromkeys(str(entry[4][0]).split("%", 1)[0] for entry in found)
    # IPv4 first: many networks name IPv6 addresses that they cannot reach.
    return sorted(addresses, key=lambda address: ":" in address)


def _is_public(address: str) -> bool:
    """Whether a network address belongs to the public internet."""
    ip: ipaddress.IPv4Address | ipaddress.IPv6Address = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            ip = inner
    return ip.is_global and not ip.is_multicast


_NAT64 = ipaddress.ip_network("64:ff9b::/96")
