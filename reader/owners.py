"""Captions that say nothing but whose picture it is: the site's own name, a studio's under each picture of a list."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml.html import Element, HtmlElement

from reader.credits import namey
from reader.cutlines import NAME_WORDS, key_of
from reader.markers import FIGURE
from reader.rules.captions import HOUSES

LEAST = 3  # bare names on one page that are judged together
_SENTENCE_END = re.compile(r"[.!?…:]$")
_HOUSES = frozenset(HOUSES)


class Named(NamedTuple):
    """A figcaption without a credit, and all it says."""

    words: HtmlElement
    text: str


def tell(content: HtmlElement, site: str) -> None:
    """Make credits, in place, of the captions of ``content`` that only name an owner.

    One is when it is the name of the ``site``. Others are when every caption of the page that has no credit is a bare
    name, and most of these are names of houses: else they may be of who is seen.
    """
    told = [named for named in _uncredited(content) if not _own(named, site)]
    houses = [named for named in told if not _HOUSES.isdisjoint(key_of(named.text).split())]
    if len(told) >= LEAST and len(houses) * 2 >= len(told) and all(_is_name(named.text) for named in told):
        for named in told:
            _credit(named.words)


def _uncredited(content: HtmlElement) -> list[Named]:
    found = []
    for figure in content.iter("figure"):
        words = figure.find("figcaption") if figure.get(FIGURE) is not None else None
        if words is not None and words.find("span[@class='credit']") is None:
            found.append(Named(words, " ".join("".join(words.itertext()).split())))
    return found


def _own(named: Named, site: str) -> bool:
    """Is it the site's own name? Then it becomes the credit."""
    own = bool(site) and key_of(named.text) == key_of(site)
    if own:
        _credit(named.words)
    return own


def _is_name(text: str) -> bool:
    return len(text.split()) <= NAME_WORDS and not _SENTENCE_END.search(text) and namey(text)


def _credit(words: HtmlElement) -> None:
    credit = Element("span", {"class": "credit"})
    credit.text, words.text = words.text, None
    credit.extend(list(words))
    words.append(credit)
