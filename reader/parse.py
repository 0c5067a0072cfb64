"""A page's text becomes a tree: guarded first, then parsed, then mended where the parser is known to go astray."""
from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement

from reader.bounds import flatten, limit_attributes
from reader.errors import NothingGiven, TooComplex, TooLarge

MAX_BYTES = 40_000_000
"""UTF-8 bytes of one page; above the fetcher's own limit, against callers who have none."""

MAX_TAGS = 400_000
"""Tags of one page: a tree of about 200 MB. The longest articles on the web have a twentieth of it."""

# Characters no XML tree may hold: a station that copied them into another element would fail. Form feed is a space.
_TABLE = bytes.maketrans(b"\x0c", b" ")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\x0c\r")
_CONTROL_REFERENCE = re.compile(
    rb"&#(?:0*+(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)"
    rb"|[xX]0*+(?:[0-8bBcCeEfF]|1[\da-fA-F]|[fF]{3}[eEfF])(?![\da-fA-F]));?"
)
_NONCHARACTER = re.compile("[\ufffe\uffff]")

# lxml.html's own look-up calls Python for each element, each time a walk comes by, to tell forms from the rest.
_CLASSES = etree.ElementDefaultClassLookup(element=HtmlElement)

_SVG_NAME_END = frozenset(b" >\t\n\r/")
# What cannot stand inside a drawing: where one of these comes first, the </svg> found belongs to something else.
_NOT_IN_SVG = re.compile(rb"<(?:p|div|h[1-6]|ul|table|section|article|figure|img)[\s>]|script|-->")
_SUSPECTS = ("svg", "button", "template")


def parse(text: str) -> HtmlElement:
    """Parse a page into a tree whose root is ``<html>``, with a ``<body>``, at most 255 deep and without comments.

    Scripts are still in it. Raises NothingGiven, TooLarge or TooComplex.
    """
    if not text or text.isspace():
        raise NothingGiven("There is nothing in this page.")
    root = _tree(_without_drawings(limit_attributes(_clean(text))))
    _mend(root)
    return root


def _clean(text: str) -> bytes:
    """UTF-8 without control characters, noncharacters and lone surrogates, in characters or in references."""
    if "\ufffe" in text or "\uffff" in text:
        text = _NONCHARACTER.sub("", text)
    data = text.encode("utf-8", "replace")
    if b"\x0c" in data or any(map(data.__contains__, _CONTROLS)):  # to look for all costs half as much
        data = data.translate(_TABLE, _CONTROLS)
    if len(data) > MAX_BYTES:
        raise TooLarge("This page is larger than a page can be.")
    if len(data) > MAX_TAGS and data.count(b"<") > MAX_TAGS:
        raise TooComplex("This page has more tags than an article can have.")
    return _CONTROL_REFERENCE.sub(b"", data).replace(b"<wbr>", b"<wbr/>")  # libxml2 does not know that it is empty


def _without_drawings(data: bytes) -> bytes:
    """Cut ``<svg>…</svg>`` out of the text: libxml2 does not know their tags and leaves some open over the article."""
    head, *pieces = data.split(b"<svg")
    if not pieces:
        return data
    out = [head]
    for piece in pieces:
        end = piece.find(b"</svg>")
        if end < 0 or piece[0] not in _SVG_NAME_END or _NOT_IN_SVG.search(piece, 0, end):
            out += [b"<svg", piece]
        else:
            out.append(piece[end + 6 :])
    return b"".join(out)


def _tree(data: bytes) -> HtmlElement:
    """Parse; where the parser gives up (it would silently drop the rest), flatten the text and try again."""
    root, whole = _parse_once(data)
    if root is None or not whole:
        root, whole = _parse_once(flatten(data), huge=True)  # huge: depth mended, a text of 10 MB may remain
    if root is None:
        raise NothingGiven("There is nothing in this page to read.")
    if not whole:
        raise TooComplex("This page nests its elements deeper than any article.")
    _gather_in_body(root)
    return root


def _gather_in_body(root: HtmlElement) -> None:
    """Make the body hold all that is shown: behind a broken end tag, libxml2 goes on beside it."""
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    body.extend([el for el in body.itersiblings() if el.tag != "head"])
    for el in [el for el in body.itersiblings(preceding=True) if el.tag != "head"]:
        body.insert(0, el)


def _parse_once(data: bytes, huge: bool = False) -> tuple[HtmlElement | None, bool]:
    """The root, None when there is no element; and whether the parser read to the end."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=huge
    )
    parser.set_element_class_lookup(_CLASSES)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None, True
    last = parser.error_log.last_error
    return root, last is None or last.level < etree.ErrorLevels.FATAL


def _mend(root: HtmlElement) -> None:
    """Make a wrapper of each button or drawing left open around text; drop templates, which nobody sees."""
    for element in list(root.iter(*_SUSPECTS)):
        if element.tag == "template" and element.get("shadowrootmode") is None:
            element.drop_tree()
        elif element.tag == "template" or next(element.iter("p"), None) is not None:
            element.tag = "div"
