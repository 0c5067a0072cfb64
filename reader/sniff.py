"""Whether text is the markup of a page or the words of an article."""
from __future__ import annotations

import re

# Markup begins with a tag, comment or doctype, or closes an element somewhere; prose about a <p> does neither.
_MARKUP = re.compile(
    r"\A\s*<(?:!--|!doctype\b|\?xml\b|[a-z][a-z0-9-]*(?:\s[^<>]*)?/?>)"
    r"|</(?:html|head|body|main|article|section|div|p|h[1-6]|figure|blockquote|ul|ol|table|span|a)\s*>",
    re.IGNORECASE,
)

# Characters from the start; the server asks this itself, and all its threads wait meanwhile (10 MB: half a second).
LOOKED_AT = 1_000_000


def is_markup(text: str) -> bool:
    """Is ``text`` HTML, whole or in part, rather than plain text?"""
    return _MARKUP.search(text, 0, LOOKED_AT) is not None
