"""Taking units out of the tree and putting down, in their place, what the receipts are written from."""

from __future__ import annotations

from dataclasses import dataclass

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from reader.article import Kind
from reader.facts import Facts

MARK = "data-r-cut"
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
        self._count = 0

    def cut(self, el: HtmlElement, kind: Kind, rule: str, why: str) -> None:
        """Take ``el`` out of its tree; a marker holds its place. Units cut from inside it before go with it."""
        self._reunite(el)
        if el in self.facts.number:
            self.facts.leave(el)
        marker = lxml.html.Element("div")
        self._count += 1
        marker.set(MARK, str(self._count))
        marker.tail, el.tail = el.tail, None
        el.getparent().replace(el, marker)
        self.by_mark[str(self._count)] = Unit(el, marker, kind, rule, why)

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
        for marker in el.findall(f".//*[@{MARK}]"):
            unit = self.by_mark.pop(marker.get(MARK))
            unit.element.tail = marker.tail
            marker.getparent().replace(marker, unit.element)


def lines_of(el: HtmlElement) -> list[str]:
    """The text below ``el``, a line a block, without empty ones."""
    parts: list[str] = []
    for event, node in etree.iterwalk(el, events=("start", "end")):
        if node.tag in _BREAKS:
            parts.append("\n")
        parts.append((node.text if event == "start" else node.tail if node is not el else "") or "")
    return [" ".join(line.split()) for line in "".join(parts).split("\n") if line and not line.isspace()]
