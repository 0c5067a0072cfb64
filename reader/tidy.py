"""What no reader sees leaves the tree, and text that stands loose between blocks becomes paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

import lxml.html
from lxml.html import HtmlElement

from reader import buttons
from reader.facts import BLOCKS
from reader.held import Held
from reader.markers import ADDRESS_LEFT, HIDDEN
from reader.sizes import size
from reader.sources import is_image
from reader.targets import whole_text
from reader.unwrap import drop_all

UNSEEN = frozenset(
    "script style link meta template base title applet embed noframes iframe frame frameset canvas map area "
    "select option datalist textarea input track param".split()
)
EMPTY = frozenset("source wbr".split())  # HTML5's, which libxml2 holds open until the end of their box
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
# What menus do not hold: what they open on the page, what they show, and anything of an article.
_NO_MENU = frozenset("p h1 h2 h3 h4 h5 h6 img picture figure article main section time blockquote table pre".split())
# Characters of a menu's links on average; headlines are longer.
MENU_LINK = 28
# A table with as many cells is data, however many are empty.
MOST_CELLS = 6
# Marks what was hidden and left in, because it holds a paragraph of this length.
PARAGRAPH = 80
# Loose text of a block is made paragraphs from this length on; shorter is a label or a line of data.
LOOSE = 40


def tidy(held: Held) -> None:
    """Drop, in place, what is never shown; the text after each dropped element stays."""
    root = held.root
    for el in held.tagged("link", "meta", "input"):
        _leave_address(el)
        buttons.note(el)
    for el in held.tagged(*EMPTY):
        _empty(el)
    drop_all([*held.tagged(*UNSEEN, "wbr"), *filter(_is_menu, held.tagged("nav", "ul"))])
    whole = len(whole_text(root))
    drop_all([el for el in held.tagged(*DOUBTED) if _is_little(el, whole) and not _stays(el)])
    hidden = [el for el in _hidden(held) if _is_little(el, whole)]
    waiting = [el for el in hidden if _holds_prose(el)]
    for el in waiting:
        el.set(HIDDEN, "")
    drop_all([el for el in hidden if el.get(HIDDEN) is None])


def _is_menu(nav: HtmlElement) -> bool:
    """Is it the site's navigation, or a list called a menu: short links alone, outside of the article?

    A fifth of a page's elements stand in its menus: every later station is quicker without them. A table of contents
    is left, for it leaves a receipt; so is what may tell of stories, by headings, pictures or the length of its links.
    """
    if nav.tag == "ul" and "menu" not in (nav.get("class") or ""):
        return False
    if next(nav.iter(*_NO_MENU), None) is not None or nav.getparent().find("p") is not None:
        return False
    links = list(nav.iter("a"))
    if len(" ".join(whole_text(nav).split())) >= MENU_LINK * len(links):
        return False
    if sum((a.get("href") or "").startswith("#") for a in links) > len(links) / 2:
        return False
    return next(nav.iterancestors("article", "main"), None) is None


def _is_little(el: HtmlElement, whole: int) -> bool:
    return len(whole_text(el)) <= MOST * whole and el.getparent() is not None


def _stays(el: HtmlElement) -> bool:
    """Is ``el`` a button around a picture, or one that is now a heading? Of all others the words are noted."""
    if el.tag != "button":
        return False
    if _enlarges(el):
        el.tag = "span"
        el.attrib.clear()
        return True
    if buttons.heads_answer(el):
        buttons.unbutton(el)
        return True
    buttons.note(el)
    return False


def _empty(el: HtmlElement) -> None:
    """Move what libxml2 put into an element that has no end tag to where it stands on the page: behind it."""
    if len(el) or el.text:
        for child in reversed(el):
            el.addnext(child)
        words, el.text = el.text or "", None
        el.tail = words + (el.tail or "")


def _leave_address(el: HtmlElement) -> None:
    """Leave the address of a picture that stands in microdata or a hidden field on the box that shows the picture."""
    address, box = el.get("href") or el.get("content") or el.get("value") or "", el.getparent()
    if is_image(address) and box.tag not in ("head", "html", "body") and box.find(".//img") is not None:
        box.set(ADDRESS_LEFT, address)


def unbox(root: HtmlElement) -> None:
    """Turn, in place, tables of one filled cell into plain boxes: they only frame or place what is in them."""
    for table in list(root.iter("table")):
        cells = list(islice(table.iter("td", "th"), MOST_CELLS))
        if len(cells) == 1 or (
            len(cells) < MOST_CELLS and sum(bool(cell.text_content().strip() or _pictures(cell)) for cell in cells) == 1
        ):
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


def _pictures(cell: HtmlElement) -> bool:
    return cell.find(".//img") is not None or cell.find(".//iframe") is not None


def _enlarges(button: HtmlElement) -> bool:
    """Is the button around the picture of a figure, which it shows larger?"""
    if button.find(".//img") is None:
        return False
    return any(up.tag == "figure" for up, _ in zip(button.iterancestors(), range(6), strict=False))


def _holds_prose(el: HtmlElement) -> bool:
    """Paragraphs wait hidden for "Read more", for their slide or their tab: whether they belong is decided later.

    So does the code of another system.
    """
    return any(p.tag == "pre" or size(whole_text(p)) >= PARAGRAPH for p in el.iter("p", "pre"))


def _hidden(held: Held) -> Iterator[HtmlElement]:
    """The elements that say they are not shown, or only read aloud."""
    for el in held.bearing("hidden", "style"):
        told = el.get("hidden") is not None or _STYLE.search(el.get("style") or "") is not None
        if told and el.tag not in ("img", "html", "body", "picture", "figure"):
            yield el
    for el in held.classed(_is_unread):
        if _is_unread(el.get("class") or "") and el.find(".//img") is None:  # a button may have become a heading
            yield el


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
    if not len(el):
        return False
    tags = [child.tag for child in el]
    if (el.tag == "li" or BLOCKS.isdisjoint(tags)) and not (tags.count("br") > 1 and _holds_double_break(el)):
        return False
    length = size(el.text.strip()) if el.text else 0
    for child in el:
        if child.tag not in BLOCKS and child.tag != "br":
            inside = whole_text(child) if child.tag == "a" and len(child) else child.text
            length += size(inside) if inside else 0
        tail = child.tail
        length += size(tail.strip()) if tail and not tail.isspace() else 0
    return length >= LOOSE


def _holds_double_break(el: HtmlElement) -> bool:
    """Do two line breaks, with nothing between them, stand for the end of a paragraph?"""
    return any(
        one.tag == "br" and next_.tag == "br" and not (one.tail and one.tail.strip())
        for one, next_ in pairwise(el)
    )


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
