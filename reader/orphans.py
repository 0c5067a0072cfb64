"""Cutting headings, and lines that head a list, of which a removed unit has left nothing."""

from __future__ import annotations

from lxml.html import HtmlElement

from reader.article import Kind
from reader.facts import HEADINGS, Facts
from reader.markers import CUT
from reader.prune import LABEL_LENGTH, RECOMMENDATIONS
from reader.rules.hints import hint
from reader.rules.labels import ends_sentence, match
from reader.targets import text_of
from reader.units import Units

# Pixels.
ICON = 48


def cut_orphans(units: Units) -> None:
    """Cut a heading of which only a removed unit, and then another heading or nothing, is left."""
    facts = units.facts
    for el in [*facts.elements[0].iter(*HEADINGS), *_lines_over(units)]:
        if el in facts.number and el.find(".//img") is None:
            kind = _lost(units, el)
            if kind is not None:
                units.cut(el, kind, "heading-left", "what stood under this heading was removed")


def _lines_over(units: Units) -> list[HtmlElement]:
    """The short lines without a full stop that stand right over a removed list or row of links."""
    over = [unit.marker.getprevious() for unit in units.by_mark.values() if unit.kind in RECOMMENDATIONS]
    return [el for el in over if el is not None and el in units.facts.number and _is_line(units.facts, el)]


def _is_line(facts: Facts, el: HtmlElement) -> bool:
    at = facts.at(el)
    if el.tag not in ("p", "div") or not facts.block[at] or facts.text[at] > LABEL_LENGTH:
        return False
    text = text_of(el)
    return len(text) > 2 and not ends_sentence(text) and not text.endswith((":", "："))


def _lost(units: Units, el: HtmlElement) -> Kind | None:
    """The kind of unit that stood under the heading ``el``, and left nothing there; None when something is left."""
    kind = _removed_after(units, el)
    text = text_of(el)
    if kind is not None and kind not in RECOMMENDATIONS and match(text):
        return match(text).label.kind  # the last thing of all, and a label
    if kind == "newsletter":
        return kind if not text.endswith(("?", "？", "؟")) else None
    if kind not in RECOMMENDATIONS or kind == "sponsored":
        return None
    return kind if match(text) or hint(text) or _heads_removed_list(units, el) else None


def _heads_removed_list(units: Units, el: HtmlElement) -> bool:
    """Did a list of links stand right under ``el``, which is a heading, or bold and nothing else?"""
    following = el.getnext()
    unit = units.by_mark.get(following.get(CUT) or "") if following is not None else None
    if unit is None or sum(1 for _ in unit.element.iter("a")) < 2:
        return False
    return el.tag in HEADINGS or (len(el) == 1 and el[0].tag in ("strong", "b") and text_of(el[0]) == text_of(el))


def _removed_after(units: Units, el: HtmlElement) -> Kind | None:
    """The kind of what was removed right after ``el``, "furniture" where nothing follows; None when more is left."""
    kind: Kind | None = None
    up: HtmlElement | None = el
    while up is not None and up is not units.facts.elements[0]:
        for node in (node for sibling in up.itersiblings() for node in sibling.iter()):
            mark = node.get(CUT)
            if mark is not None:
                kind = kind if kind in RECOMMENDATIONS else units.by_mark[mark].kind
            elif node.tag in HEADINGS:
                return kind or "furniture"
            elif _is_shown(node):
                return None
            if node.tail and node.tail.strip():
                return kind or "furniture"
        if kind in RECOMMENDATIONS:  # a box of its own: what follows the box is no matter
            return kind
        up = up.getparent()
    return kind or "furniture"


def _is_shown(node: HtmlElement) -> bool:
    return (
        node.tag in ("figure", "table")
        or (node.tag == "img" and not _is_icon(node))
        or bool(node.text and node.text.strip())
    )


def _is_icon(img: HtmlElement) -> bool:
    """Does the image say that it is no larger than the letters beside it?"""
    sizes = [img.get(side, "") for side in ("width", "height")]
    return all(size.isdecimal() and int(size) <= ICON for size in sizes)
