"""The names this reader answers to, a stranger's not among them (DNS rebinding), and who may say what was called."""
from __future__ import annotations

import ipaddress

from flask import Flask, request
from werkzeug.middleware.proxy_fix import ProxyFix

from reader import addresses
from reader.errors import ReaderError, UnknownHost
from reader.settings import Settings


def guard(app: Flask, settings: Settings) -> None:
    """Refuse what was sent to a name that is none of ``settings.hosts``; all names are ours when there are none.

    Raises BadAddress for a setting that is no name.
    """
    ours = frozenset(_spelled(name) for name in settings.own_hosts)

    def check() -> None:
        if ours and not _is_ours(request.host, ours):
            raise UnknownHost("This reader does not answer to the name it was called by.")

    app.before_request(check)


def believe(app: Flask, proxies: int) -> None:
    """Take the person's address, scheme and host from what the last ``proxies`` before us have written down."""
    if proxies:
        behind = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)
        app.wsgi_app = behind  # type: ignore[method-assign]


def _is_ours(host: str, ours: frozenset[str]) -> bool:
    try:
        name = _spelled(host)
    except ReaderError:
        return False
    return name in ours or _is_loopback(name)


def _spelled(host: str) -> str:
    """``host`` in its one spelling, without a port or a trailing dot."""
    return addresses.parse(f"http://{host}/").host.rstrip(".")


def _is_loopback(name: str) -> bool:
    """Whether ``name`` leads nobody but to their own machine: health checks, and whoever runs this reader there."""
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")
