"""Addresses without what only counts who came from where (see ``reader.rules.tracking``)."""
from __future__ import annotations

import re
from urllib.parse import unquote

from reader.rules.tracking import ANYWHERE, AT_HOSTS

_HOST = re.compile(r"(?:https?:)?//(?:[^/?#@]*@)?([^/?#:]+)", re.I)
# Behind this stand words to scroll to: no part of the address of a page.
_PASSAGE = ":~:"


def clean(link: str) -> str:
    """``link`` without parameters that only count, in its query or its fragment; every other character stays."""
    if "?" not in link and "#" not in link:  # as almost every one
        return link
    head, _, fragment = link.partition("#")
    path, _, query = head.partition("?")
    at_host = _at_host(path)
    left = _without(query, at_host), _without(fragment, at_host)
    if left == (query, fragment):
        return link
    return path + (f"?{left[0]}" if left[0] else "") + (f"#{left[1]}" if left[1] else "")


def bare(address: str) -> str:
    """The same for the address of a page: the passage a link points to goes as well."""
    page, _, fragment = address.partition("#")
    place = fragment.partition(_PASSAGE)[0]
    return clean(f"{page}#{place}" if place else page)


def _without(pairs: str, at_host: re.Pattern[str]) -> str:
    return "&".join(pair for pair in pairs.split("&") if not _counts(pair, at_host))


def _counts(pair: str, at_host: re.Pattern[str]) -> bool:
    """A link copied out of a page's source has "&amp;" between its parameters."""
    name = unquote(pair.partition("=")[0]).lower().removeprefix("amp;")
    return bool(name) and bool(ANYWHERE.fullmatch(name) or at_host.fullmatch(name))


_NOTHING = re.compile("(?!)")


def _at_host(path: str) -> re.Pattern[str]:
    """What counts at the host of this address alone."""
    found = _HOST.match(path)
    labels = found[1].lower().split(".") if found else []
    return next((AT_HOSTS[host] for at in range(len(labels)) if (host := ".".join(labels[at:])) in AT_HOSTS), _NOTHING)
