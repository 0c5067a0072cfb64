"""An element's visible text as the lines a reader sees, each with the pieces of the tree it is made of."""
from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from reader.markers import FIGURE

BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main nav ol option p pre section summary table "
    "tbody td tfoot th thead tr ul".split()
)
_SILENT = frozenset("script style noscript template svg select textarea iframe object audio video head".split())


class Line(NamedTuple):
    """``pieces`` are (element, "text" or "tail") rows; ``block`` is the block element the line ends in or before."""

    pieces: tuple[tuple[HtmlElement, str], ...]
    block: HtmlElement

    @property
    def text(self) -> str:
        """The line as it reads, white space folded."""
        return " ".join("".join(getattr(*piece) for piece in self.pieces).split())

    @property
    def apart(self) -> str:
        """The line with a space wherever one element ends: pages glue a name to its date in neighbouring spans."""
        return " ".join(" ".join(getattr(*piece) for piece in self.pieces).split())


def lines(top: HtmlElement) -> Iterator[Line]:
    """The lines inside ``top`` in reading order; framed figures, scripts and form fields hold none.

    Lazy: the tree may be walked to the line one needs and no further, but not changed while walking.
    """
    walk = etree.iterwalk(top, events=("start", "end", "comment", "pi"))
    pieces: list[tuple[HtmlElement, str]] = []
    blocks = [top]
    for event, element in walk:
        is_break = element.tag in BLOCKS
        if is_break and element is not top:
            yield from _line(pieces, blocks[-1])
            pieces = []
        if event == "start":
            if element.tag in _SILENT or element.get(FIGURE) is not None:
                walk.skip_subtree()
            elif element.text:
                pieces.append((element, "text"))
            if is_break and element is not top:
                blocks.append(element)
            continue
        if is_break and element is not top:
            blocks.pop()
        if element is not top and element.tail:
            pieces.append((element, "tail"))
    yield from _line(pieces, top)


def text_of(top: HtmlElement, most: int) -> str:
    """The text inside ``top``, a line a block; "" when it is longer than ``most`` characters."""
    if not len(top) and top.tag not in _SILENT:  # as most that is asked about
        text = " ".join((top.text or "").split())
        return text if len(text) <= most else ""
    found, size = [], 0
    for line in lines(top):
        found.append(line.text)
        size += len(found[-1])
        if size > most:
            return ""
    return "\n".join(found)


def _line(pieces: list[tuple[HtmlElement, str]], block: HtmlElement) -> Iterator[Line]:
    if pieces and not all(getattr(*piece).isspace() for piece in pieces):
        yield Line(tuple(pieces), block)
