"""How often one client may make this server work, and how often the server asks one site for a page."""
from __future__ import annotations

import ipaddress
import math
import time
from typing import NoReturn
from urllib.parse import urlsplit

from flask import Flask, current_app, g, request
from flask_limiter import Limiter, RequestLimit, RouteLimit
from limits import parse_many

from reader.errors import TooManyRequests
from reader.settings import Settings, variable

# One subscriber to IPv6 has all addresses of such a network, and could ask from a new one each time.
SUBSCRIBER = 64
# For each page that one may have read, so many pictures may be fetched: a page has a few, a gallery fifty, and nobody
# reads galleries only at the pace of the limit. Pictures that are kept here count for nobody.
PICTURES = 20


class Limits:
    """The limits of one app, of clients and of sites. ``with limits.client:`` and ``limits.admit(host)`` for pages,
    ``with limits.viewer:`` and ``limits.admit_viewer(host)`` for pictures, raise TooManyRequests.
    """

    def __init__(self, app: Flask, settings: Settings) -> None:
        # Counted in memory, by each process for itself. A window that moves with the clock lets nobody have a double
        # share around the full minute, and does not count who is turned away: waiting is enough.
        self._limiter = Limiter(client, app=app, storage_uri="memory://", strategy="moving-window")
        self.client = self._limiter.shared_limit(settings.client_limit, "client", on_breach=_too_often)
        self._site = self._limiter.shared_limit(
            settings.target_limit, "site", key_func=lambda: str(g.site), on_breach=_too_often_there
        )
        _check("client_limit", self.client)
        _check("target_limit", self._site)
        self.viewer = self._limiter.shared_limit(
            _for_pictures(settings.client_limit), "client's pictures", on_breach=_too_often
        )
        self._hosting = self._limiter.shared_limit(
            _for_pictures(settings.target_limit), "pictures", key_func=lambda: str(g.site), on_breach=_too_often_there
        )

    def admit(self, host: str) -> None:
        """Count that the site called ``host`` (in its one spelling) is asked for a page. Raises TooManyRequests."""
        g.site = host
        with self._site:
            pass  # counted, and judged, on entering

    def admit_viewer(self, host: str) -> None:
        """The same for a picture. Raises TooManyRequests."""
        g.site = host
        with self._hosting:
            pass


def limits() -> Limits:
    """The limits of the running app."""
    found: Limits = current_app.extensions["limits"]
    return found


def client() -> str:
    """Who sent this request: an IPv4 address, or an IPv6 subscriber's network."""
    text = request.remote_addr or ""
    try:
        address = ipaddress.ip_address(_bare(text))
    except ValueError:
        return "unknown"  # a socket file, or a proxy that tells nothing: all such share one
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    network = ipaddress.ip_network((int(address), SUBSCRIBER), strict=False)
    return str(address.ipv4_mapped or network)


def _bare(text: str) -> str:
    """An address without the port that some proxies write after it."""
    return text if text.count(":") > 1 and "]" not in text else urlsplit(f"//{text}").hostname or ""


def _check(name: str, limit: RouteLimit) -> None:
    try:
        list(limit)
    except ValueError as error:
        raise ValueError(f"{variable(name)} must be like 60/minute, or empty for no limit") from error


def _for_pictures(limit: str) -> str:
    each = parse_many(limit) if limit else []
    return "; ".join(f"{one.amount * PICTURES} per {one.multiples} {one.GRANULARITY.name}" for one in each)


def _too_often(limit: RequestLimit) -> NoReturn:
    raise TooManyRequests("You have asked more than this reader does for one person at a time.", _seconds(limit))


def _too_often_there(limit: RequestLimit) -> NoReturn:
    raise TooManyRequests(f"This reader has asked {g.site} for as many pages as is polite just now.", _seconds(limit))


def _seconds(limit: RequestLimit) -> int:
    """How long until the oldest of the requests counted no longer counts (``reset_at`` may be a second too late)."""
    return max(1, math.ceil(limit.window.reset_time - time.time()))
