"""Pages saved as MHTML: Chrome's and Edge's ``.mhtml``, the ``.mht`` of Internet Explorer, Word and old Firefox."""
from __future__ import annotations

from urllib.parse import unquote

from reader.body import join, on_the_web
from reader.leaf import Leaf
from reader.message import Part, address_in, bytes_of, parts_of, pictures_in, said, text_of

MOST_FRAMES = 3
"""Frames of a page that are looked at, the longest first, when the page itself holds no article."""

_PAGES = ("text/html", "application/xhtml+xml")


def is_saved_page(message: Part) -> bool:
    """Was it written by a browser, rather than sent by somebody?"""
    if said(message, "Snapshot-Content-Location") or "saved by" in said(message, "From").lower():
        return True
    return not said(message, "From")


def leaves(message: Part) -> list[Leaf]:
    """The page that was saved, and its longest frames, in which an article may stand."""
    pages = [part for part in parts_of(message) if part.get_content_type() in _PAGES]
    if not pages:
        return []
    root = _root(message, pages)
    frames = sorted((part for part in pages if part is not root), key=lambda part: -len(bytes_of(part)))
    inside = pictures_in(message)
    above = address_in(message, "Snapshot-Content-Location") or address_in(message, "Content-Location")
    first = _leaf(root, inside, above)
    return [first, *(_leaf(frame, inside, first.url) for frame in frames[:MOST_FRAMES])]


def _root(message: Part, pages: list[Part]) -> Part:
    """The part that ``start`` names, else the first page."""
    start = str(message.get_param("start") or "").strip("<> ")
    named = (part for part in pages if start and said(part, "Content-ID").strip("<>") == start)
    return next(named, pages[0])


def _leaf(part: Part, inside: dict[str, bytes | str], above: str) -> Leaf:
    """``above`` is the address of the whole, against which a part's own may be relative."""
    location = unquote(said(part, "Content-Location")) if "%3A%2F%2F" in said(part, "Content-Location") else ""
    own = location or said(part, "Content-Location") or said(part, "Content-Base")
    url = on_the_web(join(above, own)) if own else ""
    return Leaf(text_of(part), url=url or above, inside=inside)
