"""Links inside the article keep leading somewhere: footnotes and headings get ids of our own, all other ids go."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from urllib.parse import unquote, urldefrag, urljoin

from lxml.html import HtmlElement

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def shorten(links: Iterable[HtmlElement], page: str) -> None:
    """Make links to places of the ``page`` itself, written with its address, lead there by the place alone."""
    own = urldefrag(page)[0]
    for link in links:
        address, mark, place = (link.get("href") or "").strip().partition("#")
        if mark and place and address and own and _joined(own, address) == own:
            link.set("href", f"#{place}")


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:  # brackets that are no IPv6 address
        return ""


def anchor(content: HtmlElement, base: str = "") -> None:
    """Rename, in place, the ids that links within ``content`` lead to; ``base`` is the page's own address.

    A target gets ``r-fn-N``, a heading (or what stands in or right before one) ``r-h-N``, both numbered from 1 in the
    order of the first links to them. Links whose target is gone become plain text; every other id is removed.
    """
    targets, links = _ids_and_links(content, urldefrag(base)[0] if base else "")
    given: dict[HtmlElement, str] = {}
    counted = Counter[str]()
    for link, fragment in links:
        target = targets.get(fragment) if fragment else None
        if target is None:
            link.drop_tag()
            continue
        if target not in given:
            kind = "h" if target.tag in _HEADINGS else "fn"
            counted[kind] += 1
            given[target] = f"r-{kind}-{counted[kind]}"
        link.set("href", f"#{given[target]}")
    for target, name in given.items():
        target.set("id", name)


def _ids_and_links(
    content: HtmlElement, page: str
) -> tuple[dict[str, HtmlElement], list[tuple[HtmlElement, str]]]:
    """Old id -> the element that will carry the new one, and the links to fragments; takes all ids off the tree."""
    targets: dict[str, HtmlElement] = {}
    links = []
    for element in content.iter():
        attributes = element.attrib
        if not attributes:
            continue
        for name in ("id", "name"):
            if old := attributes.pop(name, None):
                targets.setdefault(old, _bearer(element))
        if element.tag == "a" and (fragment := _fragment(attributes.get("href"), page)) is not None:
            links.append((element, fragment))
    return targets, links


def _fragment(href: str | None, page: str) -> str | None:
    """What a link to this page has after its #, or None when it leads elsewhere."""
    if not href or "#" not in href:
        return None
    address, _, fragment = href.strip().partition("#")
    return unquote(fragment) if not address or address == page else None


def _bearer(element: HtmlElement) -> HtmlElement:
    """The heading an empty anchor names, when it stands in or right before one; else the element itself."""
    if element.tag in _HEADINGS:
        return element
    parent, after = element.getparent(), element.getnext()
    if parent is not None and parent.tag in _HEADINGS:
        return parent
    if after is None or after.tag not in _HEADINGS or len(element):
        return element
    return element if (element.text or element.tail or "").strip() else after
