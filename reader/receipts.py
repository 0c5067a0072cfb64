"""Receipts: what a removed unit says of itself, and an id that is the same whenever the page is."""

from __future__ import annotations

import hashlib
from collections import Counter

from lxml.etree import tostring
from lxml.html import HtmlElement

from reader.article import Kind, Place, Removal
from reader.body import absolute, on_the_web
from reader.facts import HEADINGS, PROSE_LENGTH
from reader.markers import CONTENT, CUT, PLACE
from reader.rules.labels import NO_LABEL, match
from reader.sizes import size
from reader.targets import story_shaped, text_of
from reader.units import Unit, Units, lines_of

SHOWN = frozenset(("related-inline", "related-end", "most-read", "sponsored", "newsletter"))
LONGEST_TEXT, MOST_ITEMS, LONGEST_HEADING = 20_000, 200, 120
# A link's text shorter than this is a button ("More", "Share"), not the title of a story.
SHORTEST_TITLE = 8


def receipt_id(kind: str, text: str, place: int) -> str:
    """12 hex digits of SHA-256 over the kind, the text with its space folded, and its place among its like."""
    return hashlib.sha256(f"{kind}\n{' '.join(text.split())}\n{place}".encode("utf-8", "replace")).hexdigest()[:12]


def write(units: Units, root: HtmlElement, content: HtmlElement, base: str) -> tuple[tuple[Removal, ...], int]:
    """The receipts in reading order, and how many pieces of furniture outside the article go without one.

    Markers inside ``content`` get the attribute ``data-r-place`` with the receipt's id, or leave when nothing was said.
    """
    removed: list[Removal] = []
    seen: Counter[tuple[str, str]] = Counter()
    furniture = 0
    inline = _before_prose(content)
    for unit, place in _ordered(units, root, content):
        if place != "inside" and unit.kind not in SHOWN:
            furniture += 1
            continue
        receipt = _receipt(unit, place, base, seen, inline)
        if receipt.text or receipt.items:
            removed.append(receipt)
            unit.marker.set(PLACE, receipt.id)
    return tuple(removed), furniture


def _ordered(units: Units, root: HtmlElement, content: HtmlElement) -> list[tuple[Unit, Place]]:
    """The units in reading order: those before the content, in it, after it; those inside cut furniture last."""
    found: list[tuple[Unit, Place]] = []
    place: Place = "before"
    left = dict(units.by_mark)
    for el in root.iter("div"):
        if el.get(CONTENT) is not None:
            found += [(left.pop(inner.get(CUT)), "inside") for inner in content.iter("div") if inner.get(CUT) in left]
            place = "after"
        elif el.get(CUT) in left:
            found.append((left.pop(el.get(CUT)), place))
    return found + [(unit, "after") for unit in left.values()]


def _before_prose(content: HtmlElement) -> set[str]:
    """The marks that stand between paragraphs: those before the last line of prose of the content."""
    marks: list[str] = []
    between: set[str] = set()
    for el in content.iter("p", "li", "blockquote", "div"):  # a marker is a div
        mark = el.get(CUT)
        if mark is not None:
            marks.append(mark)
        elif marks and size(el.text or "") + sum(size(child.tail or "") for child in el) >= PROSE_LENGTH:
            between.update(marks)
            marks.clear()
    return between


def _receipt(unit: Unit, place: Place, base: str, seen: Counter[tuple[str, str]], inline: set[str]) -> Removal:
    absolute(unit.element, base)
    raw = str(tostring(unit.element, method="html", encoding="unicode", with_tail=False))
    lines = lines_of(raw)
    text = "\n".join(lines)[:LONGEST_TEXT]
    kind: Kind = _placed(unit, place == "inside" and unit.marker.get(CUT, "") in inline)
    seen[kind, text] += 1
    heading = _heading(unit.element, lines)
    items = _items(unit.element)
    return Removal(
        id=receipt_id(kind, text, seen[kind, text]),
        kind=kind,
        rule=unit.rule,
        why=unit.why,
        heading=heading,
        items=items,
        text=text,
        place=place,
        raw=raw,
    )


def _placed(unit: Unit, inline: bool) -> Kind:
    """Between paragraphs a related unit is inline; anywhere else it is at the end."""
    if unit.kind not in ("related-inline", "related-end"):
        return unit.kind
    return "related-inline" if inline else "related-end"


def _heading(el: HtmlElement, lines: list[str]) -> str:
    hit = match(lines[0]) if lines else NO_LABEL
    if hit and (hit.rest or len(lines) > 1):  # "Related: …" in one line, or a label over what it labels
        return (hit.heading if hit.rest else lines[0])[:LONGEST_HEADING]
    if len(lines) < 2:
        return ""
    first = next((one for one in el.iter(*HEADINGS)), None)
    if first is not None and first.find(".//a") is None and text_of(first) == lines[0] and first.getparent().tag != "a":
        return lines[0][:LONGEST_HEADING]
    return ""


def _items(el: HtmlElement) -> tuple[tuple[str, str], ...]:
    """(title, absolute address or "") of each story linked to, once: the longest text that links to it."""
    best: dict[str, str] = {}
    for anchor in el.iter("a"):
        href = anchor.get("href") or ""
        text = text_of(anchor)
        if size(text) >= SHORTEST_TITLE or (text and story_shaped(href)):
            best[href] = max(best.get(href, ""), text, key=len)
    rows = list(best.items())[:MOST_ITEMS]
    return tuple((title, on_the_web(address)) for address, title in rows)
