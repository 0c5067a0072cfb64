"""Relieves what the later stations have to walk: a very large page is thinned to the blocks that bear text."""

from __future__ import annotations

from lxml.html import HtmlElement, tostring

from reader.attributes import drop_attributes
from reader.facts import Facts
from reader.unwrap import drop_all

# Characters of markup from which a page is thinned: most of what makes a page so large is none of its text.
LARGE = 1_000_000
_ATTRIBUTES = frozenset("class id href src srcset alt itemprop role lang dir colspan rowspan datetime".split())
_SPACED = frozenset("br img source picture body hr td th".split())


def thin(root: HtmlElement) -> None:
    """Drop, in place, attributes nobody reads and elements without text or image, if so much markup is left."""
    if len(tostring(root, encoding="unicode")) <= LARGE:
        return
    facts = Facts(root)
    empty = []
    for at, el in enumerate(facts.elements[1:], 1):
        spaced = el.tag in _SPACED or (el.text and not facts.block[at])  # the space in it may part two words
        if not facts.text[at] and not facts.images[at] and not spaced:
            empty.append(el)
            continue
        drop_attributes(el, [name for name in el.keys() if name not in _ATTRIBUTES and not name.startswith("data-")])  # noqa: SIM118
    drop_all(empty)
