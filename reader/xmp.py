"""XMP: the XML in an image's file that says who made it. Only the properties asked for, in the forms XMP writes them.

Strangers write it. It is bounded in size, and whatever declares a document type is not read at all: XMP has none, so
there are no entities to resolve, outside or in.
"""
from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from reader.imprint import Field

LARGEST = 2_000_000
"""Bytes of a packet that is read. Photoshop's longest histories have some hundred thousand."""

_DC = "http://purl.org/dc/elements/1.1/"
_PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
_RIGHTS = "http://ns.adobe.com/xap/1.0/rights/"
_PLUS = "http://ns.useplus.org/ldf/xmp/1.0/"
_NOTE = "http://ns.adobe.com/xmp/note/"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

# IPTC Photo Metadata Standard 2023.2, appendix "XMP".
PROPERTIES: dict[str, Field] = {
    f"{{{_DC}}}creator": "creator",
    f"{{{_PHOTOSHOP}}}AuthorsPosition": "creator-title",
    f"{{{_PHOTOSHOP}}}Credit": "credit",
    f"{{{_PHOTOSHOP}}}Source": "source",
    f"{{{_DC}}}rights": "copyright",
    f"{{{_RIGHTS}}}UsageTerms": "terms",
    f"{{{_RIGHTS}}}WebStatement": "statement",
    f"{{{_PLUS}}}LicensorName": "licensor",
    f"{{{_PLUS}}}LicensorURL": "licensor",
    f"{{{_PHOTOSHOP}}}Instructions": "instructions",
    f"{{{_PHOTOSHOP}}}Headline": "headline",
    f"{{{_DC}}}description": "caption",
    f"{{{_PHOTOSHOP}}}DateCreated": "created",
    f"{{{_PHOTOSHOP}}}City": "city",
    f"{{{_PHOTOSHOP}}}Country": "country",
}
_EXTENDED = f"{{{_NOTE}}}HasExtendedXMP"


class NotRead(Exception):
    """The packet is too large, broken, or no XMP."""


def properties(packet: bytes) -> Iterator[tuple[Field, str]]:
    """(field, value) in the order of the packet, lists item by item. Raises NotRead."""
    for name, value in _pairs(_root(packet)):
        if name in PROPERTIES:
            yield PROPERTIES[name], value


def extension(packet: bytes) -> bytes:
    """The name (32 hex digits) of the second packet that ``packet`` goes on in; b"" if it is whole. Raises NotRead."""
    return next((value.encode() for name, value in _pairs(_root(packet)) if name == _EXTENDED), b"")


def _root(packet: bytes) -> etree._Element:
    if len(packet) > LARGEST or b"<!DOCTYPE" in packet:
        raise NotRead
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(packet.strip(b"\0 \t\r\n"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotRead from error
    if root.getroottree().docinfo.doctype:  # in an encoding in which it was not seen above
        raise NotRead
    return root


def _pairs(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Every property of the packet, and of the structures in it: an attribute, or an element with a text or items."""
    for el in root.iter(etree.Element):
        for name, value in el.attrib.items():
            yield str(name), str(value)
        items = list(el.iterfind(f"./*/{{{_RDF}}}li")) or [el]
        for item in items:
            if not len(item) and item.text:
                yield str(el.tag), str(item.text)
