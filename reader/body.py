"""The chosen content becomes plain markup: no wrappers, loose text in paragraphs, addresses absolute, places marked."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from lxml.etree import tostring
from lxml.html import HtmlElement

from reader.attributes import drop_attributes
from reader.facts import BLOCKS
from reader.markers import PLACE
from reader.sanitize import ATTRIBUTES
from reader.tidy import wrap_loose
from reader.tracking import clean
from reader.unwrap import unwrap_all

# Containers that mean nothing to a reader; their content stays. Blocks with text but no block inside become paragraphs.
WRAPPERS = frozenset(
    "div section article main header footer aside center form fieldset hgroup nav address search body menu dir".split()
)
KEPT = frozenset(
    "p br hr h2 h3 h4 h5 h6 blockquote q cite ul ol li dl dt dd table caption thead tbody tfoot tr th td colgroup col "
    "pre code kbd samp var figure figcaption img a em strong b i u s del sub sup small mark abbr time details summary "
    "ruby rt rp bdi bdo wbr".split()
)
# Without text and children these say nothing; cards and scripts leave many behind.
EMPTY_GOES = (
    frozenset(
        "p a li ul ol dl h1 h2 h3 h4 h5 h6 blockquote em strong b i u s small sub sup span figcaption figure".split()
    )
    | WRAPPERS
)
# What the sanitizer may keep of an element's attributes. The rest goes here already: what the sanitizer need not change
# it need not look at twice.
_KEPT_EVERYWHERE = frozenset(ATTRIBUTES["*"])
_KEPT_ATTRIBUTES = {tag: _KEPT_EVERYWHERE.union(names) for tag, names in ATTRIBUTES.items()}
_ADDRESSED = {"a": "href", "img": "src", "blockquote": "cite", "q": "cite"}
_HEADLINES = {"h1": "h2"}
_CELLS = frozenset("li td th dd dt blockquote figcaption details summary a".split())


def flatten(content: HtmlElement) -> None:
    """Turn ``content`` into paragraphs, headings, lists, tables, quotes and figures, in place.

    What holds the place of a removed unit keeps nothing but that; the markers of units without a receipt go.
    """
    for box in reversed(list(content.iter())):  # what it holds is settled before it is
        if len(box):
            _settle(box)
    wrap_loose(content)


def _settle(box: HtmlElement) -> None:
    """Decide of each child of ``box``, last first, whether it stays, and under which name."""
    dropped: set[HtmlElement] = set()
    later = False  # does anything stay behind it?
    for el in reversed(box):
        if not isinstance(el.tag, str):
            el.drop_tree()
            continue
        names = el.keys()
        if names:
            kept = _KEPT_ATTRIBUTES.get(el.tag, _KEPT_EVERYWHERE)
            is_credit = "class" in names and el.get("class") == "credit"
            gone = [name for name in names if name not in kept or (name == "class" and not is_credit)]
            if gone:
                drop_attributes(el, gone)
            if is_credit or PLACE in names:
                later = True
                continue
        goes = _goes(el, later)
        if goes:
            dropped.add(el)
        later = later or not goes or len(el) > 0
    if dropped:
        unwrap_all(box, dropped)


def _goes(el: HtmlElement, later: bool) -> bool:
    """Is the tag of ``el`` to be taken off what it holds? What stays gets the name that an article has for it."""
    if el.tag in EMPTY_GOES and _says_nothing(el):
        return True  # but not the space in it, which may part two words
    if el.tag in WRAPPERS:
        return _is_mere_wrapper(el, later)
    if el.tag in _HEADLINES:
        el.tag = _HEADLINES[el.tag]
    return el.tag not in KEPT


def _says_nothing(el: HtmlElement) -> bool:
    """Is there nothing in ``el`` but places of removed units? They outlive a list that held only them."""
    if el.text and el.text.strip():
        return False
    return all(child.get(PLACE) is not None and not (child.tail and child.tail.strip()) for child in el)


def _is_mere_wrapper(el: HtmlElement, later: bool) -> bool:
    if any(isinstance(child.tag, str) and child.tag in BLOCKS for child in el):
        wrap_loose(el)
        return True
    if el.getparent().tag in _CELLS and not later and el.getprevious() is None:
        return True
    if (el.text and el.text.strip()) or len(el):
        el.tag = "p"
        return False
    return True


def absolute(content: HtmlElement, base: str) -> None:
    """Make the addresses of links and images absolute, in place; the sanitizer judges what is no address.

    Links lose what only counts who followed them; images are left as they are, since some are signed.
    """
    for el in content.iter(*_ADDRESSED):
        name = _ADDRESSED[el.tag]
        value = el.get(name)
        if value and not value.startswith(("#", "http://", "https://")):
            el.set(name, join(base, value))
        if value and el.tag == "a" and (bare := clean(el.get(name))) != el.get(name):
            el.set(name, bare)


def join(base: str, address: str) -> str:
    """``address`` made absolute against ``base``; "" when the two make no address."""
    try:
        if address.startswith("/") and not address.startswith("//") and not _ODD(address):
            return _origin(base) + address  # as urljoin would have it, but much sooner
        return urljoin(base, address.strip())
    except ValueError:
        return ""


def on_the_web(address: str) -> str:
    """``address`` if it is an http or https address with a host, else "": what a page calls a link may be a script."""
    if _PLAIN_WEB(address):  # as almost every one
        return address
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that are no IPv6 address
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""


@lru_cache(maxsize=64)
def _origin(base: str) -> str:
    return urljoin(base, "/")[:-1]


_PLAIN_WEB = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:[/?#]|\Z)").match
_ODD = re.compile(r"[\s#]|/\.|[?;]$").search


def markup(content: HtmlElement) -> str:
    """The inside of ``content`` as HTML."""
    whole = str(tostring(content, method="html", encoding="unicode", with_tail=False))
    return whole[whole.index(">") + 1 : whole.rindex("<")]
