"""The elements of a page, held while it is read, and which of them bear the attributes that stations ask for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from lxml import etree
from lxml.html import HtmlElement

from reader import markers
from reader.rules.embeds import ATTRIBUTES

_ASKED = frozenset(("itemprop", "style", "hidden", *(name for name, _ in ATTRIBUTES))) | markers.ALL


class Held:
    """The page whose root is ``root`` as it was parsed: ``elements`` are all of them, in document order.

    While nobody holds an element, lxml makes it anew whenever a walk comes by. And one walk that asks each for the
    names of its attributes costs less than one for each name. Those of our own markers are taken off.
    """

    __slots__ = ("_bearers", "_classed", "_tagged", "elements", "root")

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self.elements: list[HtmlElement] = list(root.iter(etree.Element))
        self._bearers: dict[str, list[HtmlElement]] = {}
        self._classed: defaultdict[str, list[HtmlElement]] = defaultdict(list)
        self._tagged: defaultdict[str, list[HtmlElement]] = defaultdict(list)
        for el in self.elements:
            self._tagged[el.tag].append(el)
            names = el.keys()
            if not names:
                continue
            if "class" in names:
                self._classed[el.get("class")].append(el)
            if not _ASKED.isdisjoint(names):
                markers.take_off(el)
                for name in _ASKED.intersection(names):
                    self._bearers.setdefault(name, []).append(el)

    def tagged(self, *tags: str) -> list[HtmlElement]:
        """The elements of the page that were called one of ``tags`` and still have a parent, tag by tag."""
        return [el for tag in tags for el in self._tagged.get(tag, ()) if _has_parent(el)]

    def bearing(self, *names: str) -> Iterator[HtmlElement]:
        """The elements that bore one of the attributes ``names`` and still have a parent; each once.

        Only ``itemprop``, ``style``, ``hidden`` and the attributes that embeds wait in can be asked for.
        """
        found = dict.fromkeys(el for name in names for el in self._bearers.get(name, ()))
        return filter(_has_parent, found)

    def classed(self, fits: Callable[[str], bool]) -> Iterator[HtmlElement]:
        """The elements whose class string ``fits``, asked once for each string, and that still have a parent."""
        return filter(_has_parent, (el for names, held in self._classed.items() if fits(names) for el in held))


def _has_parent(el: HtmlElement) -> bool:
    return el.getparent() is not None
