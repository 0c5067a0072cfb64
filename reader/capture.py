"""What is known of how a page came in: the proof that goes with every export."""
from __future__ import annotations

import hashlib
import importlib.metadata
from dataclasses import dataclass
from datetime import UTC, datetime

from reader.rules import BUILT_IN

VERSION = importlib.metadata.version("unfeed")


@dataclass(frozen=True, slots=True)
class Capture:
    """One page as it came in.

    ``url`` is the address asked, or given with a pasted page ("" if none); ``chain`` holds all addresses on the way,
    the last that which answered (empty for a pasted page); ``at`` is when the bytes were there, in UTC; ``sha256``
    is of these bytes, unpacked, as 64 hex digits, ``size`` their number (0: not known), ``content_type`` the header
    they came with ("" if none); ``version`` is of the reader that read it, ``rules`` the fingerprint of its rules
    ("": not known).
    """

    url: str
    chain: tuple[str, ...]
    at: datetime
    sha256: str
    version: str
    rules: str = ""
    size: int = 0
    content_type: str = ""


def captured(
    body: bytes, url: str = "", chain: tuple[str, ...] = (), content_type: str = "", at: datetime | None = None
) -> Capture:
    """The capture of bytes that this very reader reads, at the time ``at`` (now, if not given)."""
    sha256 = hashlib.sha256(body).hexdigest()
    rules = BUILT_IN.fingerprint
    return Capture(url, chain, at or datetime.now(UTC), sha256, VERSION, rules, len(body), content_type)
