"""Taking out many elements of one box in linear time.

lxml's ``drop_tag`` counts the neighbours each time, and both it and ``drop_tree`` copy the text they join once more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from lxml.html import HtmlElement

# So many children of one box go one by one before it is worth the while to write its texts anew.
FEW = 8


def drop_all(elements: Iterable[HtmlElement]) -> None:
    """Take ``elements`` out with all they hold; the text after each stays."""
    boxes: dict[HtmlElement, list[HtmlElement]] = {}
    for el in elements:
        boxes.setdefault(el.getparent(), []).append(el)
    for box, dropped in boxes.items():
        if box is None:
            continue
        if len(dropped) <= FEW:
            for el in dropped:
                if el.getparent() is not None:  # it went with another
                    el.drop_tree()
            continue
        for el in dropped:
            el.text = None
            for child in list(el):
                el.remove(child)
        unwrap_all(box, set(dropped))


def unwrap_all(box: HtmlElement, dropped: Collection[HtmlElement]) -> None:
    """Put what each of ``dropped``, children of ``box``, holds in its place; each text is written once."""
    last: HtmlElement | None = None
    said = [box.text or ""]
    for el in list(box):
        tail = el.tail or ""
        if el not in dropped:
            _say(box, last, said)
            last, said = el, [tail]
            continue
        said.append(el.text or "")
        for child in list(el):
            _say(box, last, said)
            last, said = child, [child.tail or ""]
            el.addprevious(child)
        el.tail = None
        box.remove(el)
        said.append(tail)
    _say(box, last, said)


def _say(box: HtmlElement, last: HtmlElement | None, said: list[str]) -> None:
    """Let ``said`` stand behind ``last``, or first in ``box``; where nothing has joined it, it stands there already."""
    if len(said) > 1:
        text = "".join(said) or None
        if last is None:
            box.text = text
        else:
            last.tail = text
