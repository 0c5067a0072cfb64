"""What no reader sees leaves the tree, and text that stands loose between blocks becomes paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from reader.facts import BLOCKS
from reader.targets import whole_text

UNSEEN = frozenset(
    "script style link meta template base title applet embed noframes iframe frame frameset canvas map area "
    "select option datalist textarea input track param".split()
)
# libxml2 leaves these open on some pages, so that the article ends up inside: they go only when they hold little.
DOUBTED = frozenset("svg button object dialog".split())
_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
# Words for screen readers only. Whole class names: Drupal's "field--label-visually_hidden" hides only a label.
_UNREAD = frozenset(
    "sr-only screen-reader-text screen-reader-only screenreader visually-hidden visuallyhidden visually_hidden "
    "a11y-hidden u-hidden-visually assistive-text element-invisible".split()
)

# Pages hide what a script will show: an element with this share of all text is the page itself, hidden or not.
MOST = 0.4
# Marks what was hidden and left in, because it holds a paragraph of this length.
HIDDEN, PARAGRAPH = "data-r-hidden", 80
# Loose text of a block is made paragraphs from this length on; shorter is a label or a line of data.
LOOSE = 40


def tidy(root: HtmlElement) -> None:
    """Drop, in place, what is never shown; the text after each dropped element stays."""
    for el in list(root.iter(*UNSEEN)):
        if el.getparent() is not None:
            el.drop_tree()
    whole = 0
    for el in [*root.iter(*DOUBTED), *_hidden(root)]:
        whole = whole or len(whole_text(root))
        if len(whole_text(el)) > MOST * whole or el.getparent() is None:
            continue
        if el.tag not in DOUBTED and _holds_prose(el):
            el.set(HIDDEN, "")
        else:
            el.drop_tree()


def unbox(root: HtmlElement) -> None:
    """Turn, in place, tables of one cell into plain boxes: they only frame or place what is in them."""
    for table in list(root.iter("table")):
        cells = list(table.iter("td", "th"))
        if len(cells) == 1:
            table.tag = "div"
            for el in list(
                table.iterdescendants("tbody", "thead", "tfoot", "tr", "td", "th", "colgroup", "col", "caption")
            ):
                if el.tag == "col":
                    el.drop_tree()
                elif el.tag == "caption":
                    el.tag = "p"
                else:
                    el.drop_tag()


def _holds_prose(el: HtmlElement) -> bool:
    """Paragraphs wait hidden for "Read more", for their slide or their tab: whether they belong is decided later."""
    return any(len(whole_text(p)) >= PARAGRAPH for p in el.iter("p")) or (
        el.tag == "p" and len(whole_text(el)) >= PARAGRAPH
    )


def _hidden(root: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that say they are not shown, or only read aloud."""
    for el in list(root.iter(etree.Element)):
        attributes = el.keys()
        if not attributes:
            continue
        if "hidden" in attributes or ("style" in attributes and _STYLE.search(el.get("style"))):
            if el.tag not in ("img", "html", "body", "picture", "figure"):
                yield el
        elif "class" in attributes and _is_unread(el.get("class")) and el.find(".//img") is None:
            yield el


@lru_cache(maxsize=16384)
def _is_unread(names: str) -> bool:
    return not _UNREAD.isdisjoint(names.split())


# ---------------------------------------------------------------- loose text


def paragraphs(root: HtmlElement) -> None:
    """Wrap, in place, loose text beside blocks, and text that ``<br><br>`` divides, in ``<p>`` elements."""
    for el in list(
        root.iter(
            "div", "section", "article", "td", "main", "body", "center", "blockquote", "p", "span", "font", "form", "li"
        )
    ):
        if _is_loose(el):
            wrap_loose(el)


def _is_loose(el: HtmlElement) -> bool:
    if len(el) == 0:
        return False
    blocks = breaks = 0
    size = len(el.text.strip()) if el.text else 0
    previous = None
    for child in el:
        tag = child.tag
        if not isinstance(tag, str):
            continue
        if tag in BLOCKS:
            blocks += 1
        elif tag == "br":
            breaks += previous is not None and previous.tag == "br" and not (previous.tail or "").strip()
        else:
            size += len(child.text or "")
        tail = child.tail
        if tail:
            size += len(tail.strip())
        previous = child
    return size >= LOOSE and (breaks > 0 or (blocks > 0 and el.tag != "li"))


def wrap_loose(el: HtmlElement) -> None:
    """Put every run of loose text and inline elements directly in ``el`` into a paragraph, in place."""
    if el.tag in ("p", "span", "font"):
        el.tag = "div"
    if _is_sorted(el):
        return
    runs = [_closed(run) for run in _runs(el)]
    el.text = None
    for child in list(el):
        el.remove(child)
    for run in runs:
        el.append(run)


def _is_sorted(el: HtmlElement) -> bool:
    """Does ``el`` hold nothing but blocks? The space between them goes."""
    if (el.text and not el.text.isspace()) or not all(
        child.tag in BLOCKS and not (child.tail and not child.tail.isspace()) for child in el
    ):
        return False
    el.text = None
    for child in el:
        _closed(child).tail = None
    return True


def _runs(el: HtmlElement) -> Iterator[HtmlElement]:
    """The children of ``el`` with every run of loose text and inline elements in a paragraph of its own."""
    run = lxml.html.Element("p")
    run.text = el.text
    breaks = 0
    for child in list(el):
        tail, child.tail = child.tail, None
        blank = not (tail and tail.strip())
        if child.tag == "br":
            breaks += 1
            if breaks == 2 or not _filled(run):
                if _filled(run):
                    yield run
                run = lxml.html.Element("p")
                run.text = tail
                if not blank:
                    breaks = 0
                continue
        elif isinstance(child.tag, str) and child.tag in BLOCKS:
            if _filled(run):
                yield run
            yield child
            run = lxml.html.Element("p")
            run.text = tail
            breaks = 0
            continue
        else:
            breaks = 0
        child.tail = tail
        run.append(child)
        if not blank:
            breaks = 0
    if _filled(run):
        yield run


def _closed(run: HtmlElement) -> HtmlElement:
    """The run without the line breaks that ended it."""
    while run.tag == "p" and len(run) and run[-1].tag == "br" and not (run[-1].tail and run[-1].tail.strip()):
        run.remove(run[-1])
    return run


def _filled(run: HtmlElement) -> bool:
    return len(run) > 0 or bool(run.text and run.text.strip())
