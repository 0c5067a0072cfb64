"""The lines of the content in reading order, with what the cutting inside it asks of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from reader.facts import HEADINGS, Facts
from reader.targets import text_of

# A line is "a link" when so much of it stands in links.
LINKED, MANY_LINKED = 0.8, 0.65
# Words and a colon before a link, in place of a label.
HEAD_LENGTH = 30
_WHOLE = frozenset(("ul", "ol", "table", "figure", "dl"))


@dataclass(slots=True)
class Row:
    """One line or list of the content in reading order, with what the score asks of it."""

    el: HtmlElement
    at: int
    size: int
    linked: bool
    prose: bool
    heading: bool
    _text: str | None = None

    @property
    def text(self) -> str:
        """Its text, spaces folded."""
        if self._text is None:
            self._text = text_of(self.el)
        return self._text


class Rows(list[Row]):
    """The lines in reading order, with what each is asked about all the others: counted once."""

    def __init__(self, rows: Iterable[Row]) -> None:
        super().__init__(rows)
        self.linked = sum(row.linked for row in self)
        self.prose = sum(row.prose for row in self)
        self.last_prose = max((place for place, row in enumerate(self) if row.prose), default=-1)
        self._before = self._nearest(range(len(self)), lambda row: row.el.tag != "figure" and not row.linked)
        self._after = self._nearest(range(len(self) - 1, -1, -1), lambda row: row.el.tag != "figure")

    def _nearest(self, places: Iterable[int], fits: Callable[[Row], bool]) -> list[Row | None]:
        found: list[Row | None] = [None] * len(self)
        last: Row | None = None
        for place in places:
            found[place] = last
            last = self[place] if fits(self[place]) else last
        return found

    def before(self, place: int) -> Row | None:
        """The nearest line before that is neither a figure nor a link."""
        return self._before[place]

    def after(self, place: int) -> Row | None:
        """The next line that is no figure."""
        return self._after[place]


def rows_of(facts: Facts) -> Iterator[Row]:
    """The lines of the content in reading order; a list, a table or a figure is one."""
    at = 1  # the content itself is no line
    while at < len(facts.elements):
        el = facts.elements[at]
        if el.tag in _WHOLE or (facts.block[at] and facts.own[at]):
            if facts.live(el) and facts.text[at]:
                yield row_of(facts, el, at)
            at += (
                facts.span[at]
                if el.tag in _WHOLE or facts.own[at] == facts.text[at]
                else 1
            )
        else:
            at += 1


def row_of(facts: Facts, el: HtmlElement, at: int) -> Row:
    many = facts.anchors[at] > 2 and (
        el.tag in ("ul", "ol") or len(list(el.iter("br"))) >= facts.anchors[at] - 1
    )  # not a sentence full of names
    enough = MANY_LINKED if many else LINKED
    linked = facts.link[at] >= enough * facts.text[at] or _is_headed_link(facts, el, at)
    prose = facts.weight[at] > 0 or (el.tag in ("ul", "ol", "dl", "table") and facts.prose[at] > 0)
    return Row(el, at, facts.text[at], linked, prose and not linked, el.tag in HEADINGS)


def _is_headed_link(facts: Facts, el: HtmlElement, at: int) -> bool:
    """Is the line a link with a word or two and a colon before it ("Opinion: …"), whatever the words are?"""
    if facts.text[at] - facts.link[at] > HEAD_LENGTH or facts.anchors[at] != 1 or el.tag != "p":
        return False
    link = next((text for a in el.iter("a") if a.get("href") and (text := text_of(a))), "")
    if not link:
        return False
    head, _, tail = text_of(el).partition(link)
    return head.rstrip().endswith((":", "：", "|", "»", ">")) and len(tail.strip()) <= 2
