"""Taking units out of the tree and putting down, in their place, what the receipts are written from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

import lxml.html
from lxml.html import HtmlElement

from reader.article import Kind
from reader.facts import Facts
from reader.markers import CUT

_BREAKS = frozenset(
    "p div section article li ul ol h1 h2 h3 h4 h5 h6 figure figcaption blockquote td th tr table aside "
    "header footer br dt dd dl".split()
)


@dataclass(slots=True)
class Unit:
    """One unit out of the tree: the element, what stands in its place, and why it went."""

    element: HtmlElement
    marker: HtmlElement
    kind: Kind
    rule: str
    why: str


class Units:
    """The units cut from one tree, in the order they were cut. ``kept`` in ``facts`` follows every cut."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.by_mark: dict[str, Unit] = {}
        self.cuts = 0

    def cut(self, el: HtmlElement, kind: Kind, rule: str, why: str) -> None:
        """Take ``el`` out of its tree; a marker holds its place.

        Units cut from inside it before go with it, but for those inside furniture, which keep their own receipts.
        """
        if kind != "furniture":
            self._reunite(el)
        if el in self.facts.number:
            self.facts.leave(el)
        marker = lxml.html.Element("div")
        self.cuts += 1
        marker.set(CUT, str(self.cuts))
        marker.tail, el.tail = el.tail, None
        el.getparent().replace(el, marker)
        self.by_mark[str(self.cuts)] = Unit(el, marker, kind, rule, why)

    def cut_run(self, run: list[HtmlElement], kind: Kind, rule: str, why: str) -> None:
        """Take neighbours out as one unit."""
        if len(run) == 1:
            self.cut(run[0], kind, rule, why)
            return
        box = lxml.html.Element("div")
        run[0].addprevious(box)
        for el in run:
            if el in self.facts.number:
                self.facts.leave(el)
            box.append(el)  # its tail comes along
        box.tail, run[-1].tail = run[-1].tail, None
        self.cut(box, kind, rule, why)

    def _reunite(self, el: HtmlElement) -> None:
        for marker in [one for one in el.iter("div") if CUT in one.keys()] if self.by_mark else ():  # noqa: SIM118
            if marker is el:
                continue
            unit = self.by_mark.pop(marker.get(CUT))
            unit.element.tail = marker.tail
            marker.getparent().replace(marker, unit.element)


def lines_of(raw: str) -> list[str]:
    """The text of the markup ``raw``, as lxml wrote it: a line a block, without empty ones."""
    text = unescape(_TAG.sub("", _BREAK.sub("\n", raw.replace("\n", " "))))
    return [" ".join(line.split()) for line in text.split("\n") if line and not line.isspace()]


# lxml writes ">" in attribute values as an entity, so a tag ends where it seems to.
_BREAK = re.compile(rf"</?(?:{'|'.join(sorted(_BREAKS, key=len, reverse=True))})(?:\s[^>]*)?/?>")
_TAG = re.compile(r"<[^>]*>")
