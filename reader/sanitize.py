"""The last station, always: one allow-list, applied by bleach and then by nh3, whose output is what is served."""
from __future__ import annotations

import bleach
import nh3

TAGS = frozenset(
    "p br hr h2 h3 h4 h5 h6 blockquote q cite ul ol li dl dt dd table caption thead tbody tfoot tr th td colgroup col "
    "pre code kbd samp var figure figcaption img a em strong b i u s del ins sub sup small mark abbr time span div "
    "details summary ruby rt rp bdi bdo wbr".split()
)
ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt", "width", "height", "srcset"}, "div": {"data-r-place"}, "span": {"class"}}


def sanitize(markup: str) -> str:
    """Return ``markup`` (a fragment from the page) with nothing left in it but the allow-list."""
    once = bleach.clean(markup, tags=TAGS, attributes={k: list(v) for k, v in ATTRIBUTES.items()}, strip=True)
    return nh3.clean(once, tags=set(TAGS), attributes={k: set(v) for k, v in ATTRIBUTES.items()}, link_rel="noopener noreferrer nofollow")
