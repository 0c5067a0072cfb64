"""Taking attributes off an element, whatever a page calls them."""

from __future__ import annotations

from collections.abc import Collection

from lxml.html import HtmlElement


def drop_attributes(el: HtmlElement, names: Collection[str]) -> None:
    """Take the attributes ``names`` off ``el``.

    A broken tag may have one called "{}" or "{z-index:1}", which lxml takes for a namespace and cannot delete by name.
    """
    if any(name.startswith("{") for name in names):
        kept = [(name, value) for name, value in el.items() if name not in names and not name.startswith("{")]
        el.attrib.clear()
        for name, value in kept:
            el.set(name, value)
        return
    for name in names:
        del el.attrib[name]
