"""Putting a figure where its box was, as a block of its own, without moving a word of the text around it."""

from __future__ import annotations

from lxml.html import HtmlElement

from reader.boxes import CELLS, TALLEST_BOX, Shot

CROWD = 100  # elements in one paragraph
_INLINE = frozenset(
    "a span em strong i b u small font sub sup center p h1 h2 h3 h4 h5 h6 label cite mark big abbr time picture".split()
)


def cut(element: HtmlElement) -> None:
    """Take an element out of the tree; the text after it stays."""
    if element.getparent() is not None:
        element.drop_tree()


def place(shot: Shot, figure: HtmlElement) -> None:
    """Put the figure where its box was, as a block of its own."""
    for node in shot.joined:
        cut(node)
    unit = shot.unit
    if unit.tag in CELLS:
        for child in list(unit):
            unit.remove(child)
        unit.text = None
        unit.append(figure)
        return
    figure.tail, unit.tail = unit.tail, None
    unit.getparent().replace(unit, figure)
    _hoist(figure)


def _hoist(figure: HtmlElement) -> None:
    """Lift a figure out of the paragraph or the inline markup it stands in, before the words around it."""
    for _ in range(TALLEST_BOX):
        parent = figure.getparent()
        if parent is None or parent.tag not in _INLINE or parent.getparent() is None:
            return
        if len(parent) > CROWD:
            parent.tag = "div"  # a page, not a paragraph: figures may stand in it as they are
            return
        if parent.tag == "p" and _broken(figure):
            _break(parent, figure)
            continue
        _unlink(figure)
        parent.addprevious(figure)
        if not len(parent) and not (parent.text or "").strip():
            cut(parent)


def _unlink(figure: HtmlElement) -> None:
    """Leave the text after ``figure`` where it is when the figure moves away."""
    tail, figure.tail = figure.tail, None
    if not tail:
        return
    previous, parent = figure.getprevious(), figure.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail


def _broken(figure: HtmlElement) -> bool:
    """Does a line break set the image apart from words before it?"""
    previous, following = figure.getprevious(), figure.getnext()
    ahead = (figure.getparent().text if previous is None else previous.tail) or ""
    apart = previous is not None and previous.tag == "br" and not ahead.strip()
    apart = apart or (following is not None and following.tag == "br" and not (figure.tail or "").strip())
    return apart and bool((figure.getparent().text or "").strip() or (previous is not None and previous.tag != "br"))


def _break(paragraph: HtmlElement, figure: HtmlElement) -> None:
    """Split a paragraph at the figure: words before it, the figure, words after it."""
    rest = paragraph.makeelement("p", dict(paragraph.attrib))
    rest.text, figure.tail = figure.tail, None
    for node in list(figure.itersiblings()):
        rest.append(node)
    paragraph.addnext(figure)
    rest.tail, paragraph.tail = paragraph.tail, None
    figure.tail = None
    figure.addnext(rest)
    while len(rest) and rest[0].tag == "br" and not (rest.text or "").strip():
        rest[0].drop_tree()
    if not len(rest) and not (rest.text or "").strip():
        cut(rest)
