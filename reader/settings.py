"""Every setting once: its UNFEED_* variable, type, default and help. A test compares the README with this list."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any


def _setting(default: str | int, help: str, may_be_empty: bool = False) -> Any:
    """``may_be_empty``: a variable that is set to nothing says nothing is wanted, and not that nothing was said."""
    return field(default=default, metadata={"help": help, "may_be_empty": may_be_empty})


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one running reader; ``UNFEED_`` + the upper-case name is the variable each is read from."""

    max_bytes: int = _setting(10_000_000, "Largest page, in bytes after decompression, that is fetched or taken.")
    fresh_minutes: int = _setting(60, "A page fetched less than this many minutes ago is not fetched again.")
    keep_days: int = _setting(30, "Kept articles are deleted after this many days.")
    allowed_internal_hosts: str = _setting(
        "",
        "Comma-separated host names that may be fetched although they resolve to inside addresses "
        "(a newsroom's own staging site).",
    )
    data_dir: str = _setting("instance", "Folder of the database, and of the pictures kept; made if it does not exist.")
    workers: int = _setting(2, "Processes that extract articles side by side.")
    contact: str = _setting(
        "", "Address of a page or mailbox about this reader, sent in the User-Agent of its requests."
    )
    hosts: str = _setting(
        "", "Comma-separated host names this reader answers to, besides those of the machine itself; empty: any."
    )
    trusted_proxies: int = _setting(
        0,
        "Proxies in front of this reader that each add to X-Forwarded-For, -Proto and -Host; without them anyone can "
        "write these headers, so none is believed.",
    )
    client_limit: str = _setting(
        "60/minute",
        "How often one client (an IPv4 address, an IPv6 /64) may have something read or fetched; empty: no limit.",
        may_be_empty=True,
    )
    target_limit: str = _setting(
        "30/minute", "How often one site is asked for a page, whoever wants it; empty: no limit.", may_be_empty=True
    )

    image_proxy: int = _setting(
        0,
        "1: images come through this reader, drawn anew, so that their servers do not see who reads; 0: lazily from "
        "their own servers, without a referrer.",
    )
    image_cache_bytes: int = _setting(
        200_000_000, "Most bytes of images that came through this reader and are kept for the next time; 0: none."
    )

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """Read the ``UNFEED_*`` variables; unset or empty, it keeps its default. ValueError for what is no number."""
        given: dict[str, Any] = {}
        for one in fields(cls):
            text = environ.get(variable(one.name), "").strip()
            if text or (one.metadata["may_be_empty"] and variable(one.name) in environ):
                given[one.name] = _number(one.name, text) if isinstance(one.default, int) else text
        return cls(**given)

    @property
    def internal_hosts(self) -> frozenset[str]:
        """The hosts of ``allowed_internal_hosts``, lower-case, without a trailing dot."""
        return _names(self.allowed_internal_hosts)

    @property
    def own_hosts(self) -> frozenset[str]:
        """The hosts of ``hosts``, lower-case, without a trailing dot."""
        return _names(self.hosts)


def variable(name: str) -> str:
    """The environment variable of the setting called ``name``."""
    return f"UNFEED_{name.upper()}"


def _names(listed: str) -> frozenset[str]:
    return frozenset(host.strip().lower().rstrip(".") for host in listed.split(",") if host.strip())


def _number(name: str, text: str) -> int:
    if not text.isdecimal():
        raise ValueError(f"{variable(name)} must be a whole number, not {text!r}")
    return int(text)
