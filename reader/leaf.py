"""One page as it lay in what a person handed in: a file, a mail, a web archive."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Leaf:
    """The page itself, and what the container says of it; "" where that says nothing.

    ``text`` is HTML, or plain text if ``is_plain``; ``url`` is its address; ``inside`` are the pictures that came
    with it, by what the page calls them ("cid:…", a location): bytes, or their address on the web where the container
    has that; ``title``, ``byline``, ``site`` and ``published`` (ISO 8601) fill what the page does not say itself.
    """

    text: str = field(repr=False)
    is_plain: bool = False
    url: str = ""
    inside: Mapping[str, bytes | str] = field(default_factory=dict, repr=False)
    title: str = ""
    byline: str = ""
    site: str = ""
    published: str = ""
