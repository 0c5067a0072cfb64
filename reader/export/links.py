"""Addresses and language tags by the letter of their standards, for files that are checked against them."""
from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

import idna

# What RFC 3986 lets stand in a path, a query and a fragment; all else is percent-encoded.
_PLAIN = "/?:@!$&'()*+,;=-._~%"
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HALF = re.compile("[\ud800-\udfff]")  # half a character, which UTF-8 does not know
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*\.?|\[[0-9a-f:.]+\]")
_MAILBOX = re.compile(r"mailto:[^@?]+@[^@?]+(?:\?.*)?")
# RFC 5646, section 2.1, without private use and what was grandfathered.
_LANGUAGE = re.compile(
    r"(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
)


def language(tag: str) -> str:
    """``tag`` if it is a well-formed language tag (BCP 47), with "-" for the "_" that many write; else ""."""
    mended = tag.strip().replace("_", "-")
    return mended if _LANGUAGE.fullmatch(mended) else ""


def web_link(address: str) -> str:
    """``address`` (http, https or mailto) in the letters of RFC 3986, its host as the DNS has it; "" if it is none."""
    if address.startswith("mailto:"):
        return _quoted(address) if _MAILBOX.fullmatch(address) else ""
    try:
        parts = urlsplit(address)
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError:  # brackets that are no IPv6 address, a port that is no number, a host of forbidden letters
        return ""
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        return ""
    rest = _quoted(parts.path or "/") + (f"?{_quoted(parts.query)}" if parts.query else "")
    fragment = f"#{_quoted(parts.fragment)}" if parts.fragment else ""
    return f"{parts.scheme}://{host}{'' if port is None else f':{port}'}{rest}{fragment}"


def _host(name: str) -> str:
    """The host in ASCII. Raises ValueError (``idna`` raises kinds of it) for what the DNS does not bear."""
    if ":" in name:
        return f"[{name}]"
    return name if name.isascii() else idna.encode(name, uts46=True).decode()


def _quoted(text: str) -> str:
    return quote(_HALF.sub("\ufffd", _BARE_PERCENT.sub("%25", text)), safe=_PLAIN)
