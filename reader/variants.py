"""Second forms of a page (AMP, print): is an address one, and do two addresses belong to one site?"""
from __future__ import annotations

from urllib.parse import urlsplit

from reader.rules.variants import AMP_PAGE, COMPILED
from reader.targets import site_of

OPENING = 4096
"""Characters in which a page's first tag stands."""


def is_variant(url: str, page: str = "") -> bool:
    """Is ``url``, an address in its one spelling, or the ``page`` itself, a form for AMP or for print?"""
    parts = urlsplit(url)
    asked = {"host": parts.hostname or "", "path": parts.path, "query": parts.query}
    return any(pattern.search(asked[part]) for part, pattern in COMPILED) or bool(AMP_PAGE.search(page[:OPENING]))


def same_site(url: str, other: str) -> bool:
    """Are both http(s) addresses, of hosts that one publisher owns?"""
    hosts = [_host(url), _host(other)]
    if not all(hosts):
        return False
    return hosts[0] == hosts[1] or (not any(map(_is_number, hosts)) and site_of(hosts[0]) == site_of(hosts[1]))


def own_address(url: str, canonical: str) -> str:
    """The address a person is shown for the page read at ``url``: of a second form, the page that it is a form of."""
    return canonical if is_variant(url) and same_site(url, canonical) else url


def _host(url: str) -> str:
    try:
        parts = urlsplit(url)
        return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    except ValueError:  # brackets that are no IPv6 address
        return ""


def _is_number(host: str) -> bool:
    return ":" in host or host.replace(".", "").isdecimal()
