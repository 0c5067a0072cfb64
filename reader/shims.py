"""Addresses that only hold another one: which it is, without asking anybody (see ``reader.rules.shims``)."""
from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import unquote, unquote_to_bytes

from reader import addresses
from reader.addresses import Address
from reader.errors import BadAddress, ForbiddenAddress
from reader.rules.shims import COMPILED, Shim
from reader.tracking import bare

NESTED = 5
"""So many wrappers are taken off; a link that went from a letter to a chat to a post has three."""


def way(url: str) -> tuple[str, ...]:
    """The wrappers that ``url`` is in, outermost first, and last the address it leads to, clean.

    Wrappers are named without what they hold: beside the target they tell who the link was sent to.
    Raises as ``addresses.parse`` does, for ``url`` alone: what a wrapper holds and is no link leaves it as it is.
    """
    here = _cleaned(addresses.parse(url))
    passed: list[str] = []
    while len(passed) < NESTED:
        for inner, name in _unwrapped(here):
            passed.append(name)
            here = _cleaned(inner)
            break
        else:
            break
    return (*passed, here.url)


def plain(url: str) -> str:
    """Where ``url`` leads once its wrappers and what only counts are off. Raises as ``way`` does."""
    return way(url)[-1]


def _cleaned(address: Address) -> Address:
    return addresses.parse(bare(address.url))


def _unwrapped(address: Address) -> list[tuple[Address, str]]:
    """The address inside, and the wrapper's name; nothing where there is none to be read."""
    for host, target, row in COMPILED:
        found = host.fullmatch(address.host) and target.match(address.target)
        if not found:
            continue
        written = _parameter(address.target, row) if row.parameter else found[1]
        try:
            inner = addresses.parse(_spelled(written, row))
        except (BadAddress, ForbiddenAddress, ValueError):
            continue
        path = address.target.partition("?")[0] if row.parameter else "/"
        return [(inner, f"{address.scheme}://{address.host}{path}")]
    return []


def _parameter(target: str, row: Shim) -> str:
    pairs = [pair.partition("=") for pair in target.partition("?")[2].split("&")]
    given = {name.lower().removeprefix("amp;"): value for name, _, value in reversed(pairs)}
    return next((given[name] for name in row.parameter.split() if given.get(name)), "")


def _spelled(written: str, row: Shim) -> str:
    """The target as an address. Raises ValueError for what is spelled in no way of that shim's."""
    if row.spelling == "bing":
        return _from_base64(written.removeprefix("a1")).decode()
    if row.spelling == "proofpoint-2":
        return unquote(written.replace("-", "%").replace("_", "/"))
    if row.spelling == "proofpoint-3":
        return _refilled(written)
    if row.scheme:
        return row.scheme + re.sub("^https?://", "", written)
    return unquote(written) if row.parameter or "%3a" in written[:10].lower() else written


def _refilled(written: str) -> str:
    """Proofpoint's third spelling: each * is the next of the signs that stand in base64 behind the link.

    ** and a letter are a run of them, A for two, B for three and so on.
    """
    link, _, packed = written.rpartition("__;")
    signs = iter(_from_base64(packed).decode())
    runs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

    def refill(found: re.Match[str]) -> str:
        count = runs.index(found[1]) + 2 if found[1] else 1
        return "".join(next(signs, "*") for _ in range(count))

    # Of "https://" in a path, servers on the way make "https:/".
    return re.sub(r"\*(?:\*([\w-]))?", refill, re.sub("^(https?):/+", r"\1://", unquote(link)))


def _from_base64(packed: str) -> bytes:
    data = unquote_to_bytes(packed)
    try:
        return base64.b64decode(data + b"=" * (-len(data) % 4), b"-_", validate=True)
    except binascii.Error as error:
        raise ValueError(packed) from error
