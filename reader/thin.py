"""Bounds what the scoring has to walk: a very large page is thinned to the blocks that bear text."""

from __future__ import annotations

from lxml.html import HtmlElement, tostring

from reader.errors import TooComplex
from reader.facts import Facts

# Characters of markup that may reach readability-lxml; its cost grows with size times depth.
MOST_MARKUP = 1_000_000
_ATTRIBUTES = frozenset("class id href src srcset alt itemprop role lang dir colspan rowspan datetime".split())


def thin(root: HtmlElement) -> None:
    """Drop, in place, attributes nobody reads and elements without text or image, if ``root`` is over 1 MB of markup.

    Raises TooComplex when it is still over after that.
    """
    if _size(root) <= MOST_MARKUP:
        return
    facts = Facts(root)
    for el in reversed(facts.elements[1:]):
        at = facts.at(el)
        if (
            not facts.text[at]
            and not facts.images[at]
            and el.tag not in ("br", "img", "source", "picture", "body", "hr", "td", "th")
        ):
            el.drop_tree()
            continue
        for name in [name for name in el.attrib if name not in _ATTRIBUTES and not name.startswith("data-")]:
            del el.attrib[name]
    if _size(root) > MOST_MARKUP:
        raise TooComplex("This page is too large to be read as one article.")


def _size(root: HtmlElement) -> int:
    return len(tostring(root, encoding="unicode"))
