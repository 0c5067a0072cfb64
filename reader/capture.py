"""What is known of how a page came in: the proof that goes with every export."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Capture:
    """One page as it came in.

    ``url`` is the address asked, or given with a pasted page ("" if none); ``chain`` holds all addresses on the way,
    the last that which answered (empty for a pasted page); ``at`` is when the bytes were there, in UTC; ``sha256``
    is of these bytes, unpacked, as 64 hex digits; ``version`` is of the reader, and with it of the rules, that read it.
    """

    url: str
    chain: tuple[str, ...]
    at: datetime
    sha256: str
    version: str
