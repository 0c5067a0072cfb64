"""What a fetch is for, a page or an image: how it is asked for, and which types and contents are none of it."""
from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reader.errors import WrongType

READABLE = frozenset(("text/html", "application/xhtml+xml", "text/plain"))
# What servers send that do not know (MIME Sniffing Standard, section 7).
UNKNOWN = frozenset(("", "unknown/unknown", "application/unknown", "*/*"))
# What stores of files say of everything that was put into them without a word.
ANYTHING = frozenset(("application/octet-stream", "binary/octet-stream"))
# The first row whose beginning fits names the type.
TYPES = (
    ("application/pdf", "a PDF"),
    ("image/", "an image"),
    ("video/", "a video"),
    ("audio/", "a recording"),
    ("application/json", "data for programs"),
    ("application/rss", "a news feed"),
    ("application/atom", "a news feed"),
    ("", "a file"),
)
_XHTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]*>\s*)*<(?:\w+:)?html\b", re.IGNORECASE)
# "Binary data bytes" in the MIME Sniffing Standard, which looks at this many bytes.
_BINARY = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_SNIFFED = 1445


@dataclass(frozen=True, slots=True)
class Wanted:
    """One purpose of a fetch.

    ``accept`` is the header sent. ``check_type(header)`` judges the reply's Content-Type ("" if none) before its body
    is read, ``check_body(header, body)`` the whole of it, unpacked; both raise WrongType.
    """

    noun: str
    accept: str
    check_type: Callable[[str], None]
    check_body: Callable[[str, bytes], None]


def _page_type(content_type: str) -> None:
    essence = _essence(content_type)
    if essence not in READABLE | UNKNOWN and not _is_xml(essence):
        raise _wrong(essence)


def _page_body(content_type: str, body: bytes) -> None:
    essence = _essence(content_type)
    if _is_xml(essence) and essence not in READABLE and not _XHTML.match(body[:4096]):
        raise _wrong(essence)
    if essence in UNKNOWN and is_binary(body):
        raise _wrong("")


def _image_type(content_type: str) -> None:
    """SVG is a document that runs scripts; what is declared as anything but an image is none, whatever is in it."""
    essence = _essence(content_type)
    is_raster = essence.startswith("image/") and not _is_xml(essence)
    if not (is_raster or essence in UNKNOWN | ANYTHING):
        raise WrongType("There is no picture at this address.")


def _any_body(content_type: str, body: bytes) -> None:
    """What is in an image is judged by ``reader.pictures``, in a process that may die of it."""


def _essence(content_type: str) -> str:
    """The bare type of a header, "text/html" of "Text/HTML; charset=utf-8"; "" for what names no type."""
    found = re.match(r"\s*([\w.+*-]+/[\w.+*-]+)", content_type)
    return found[1].lower() if found else ""


def _is_xml(essence: str) -> bool:
    return essence.endswith(("/xml", "+xml"))


def is_binary(body: bytes) -> bool:
    """Does ``body`` begin with bytes that no text has? (UTF-16 has them behind its mark.)"""
    return not body.startswith((b"\xfe\xff", b"\xff\xfe")) and bool(_BINARY.search(body[:_SNIFFED]))


def _wrong(essence: str) -> WrongType:
    name = next(name for start, name in TYPES if essence.startswith(start))
    of_type = f" of type {essence[:60]}" if essence and name == "a file" else ""
    return WrongType(f"The link leads to {name}{of_type}, not to a page.")


PAGE = Wanted("page", "text/html,application/xhtml+xml,text/plain;q=0.8,*/*;q=0.1", _page_type, _page_body)
# AVIF is taken but not asked for: whoever has it has the others, and its decoder is the youngest.
IMAGE = Wanted("picture", "image/jpeg,image/png,image/webp,image/gif;q=0.9,*/*;q=0.1", _image_type, _any_body)
