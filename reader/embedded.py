"""What is written into an image's file about its makers: IPTC, XMP, EXIF and the texts of PNG.

To be called in a process that is confined (``reader.worker``), like ``reader.pictures``. Where a picture was taken is
read from the words for town and country alone; GPS is never looked at.
"""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from PIL import Image, IptcImagePlugin, JpegImagePlugin, PngImagePlugin

from reader import xmp
from reader.imprint import Block, Field, Imprint, Told
from reader.pictures import STUMBLES, opened

LONGEST, MOST = 4_000, 20
"""Characters of one value (the standard's longest, the caption, has 2,000) and values of one field that are kept."""
MOST_SAID = 20_000
"""Characters of all values of one file: what a file says is remembered a while, and shown for each image of a page."""

# IPTC-IIM 4.2, record 2.
DATASETS: dict[int, Field] = {
    80: "creator", 85: "creator-title", 110: "credit", 115: "source", 116: "copyright", 120: "caption",
    40: "instructions", 105: "headline", 55: "created", 90: "city", 101: "country",
}  # fmt: skip
TAGS: dict[int, Field] = {0x013B: "creator", 0x8298: "copyright", 0x010E: "caption"}
TEXTS: dict[str, Field] = {"Author": "creator", "Copyright": "copyright"}
CHARSET, UTF_8 = (1, 90), b"\x1b%G"
EXTENSION = b"http://ns.adobe.com/xmp/extension/\0"
EXTENSION_HEAD = len(EXTENSION) + 32 + 4 + 4  # the packet's name, its length, the place of this piece in it

Pair = tuple[Field, str]


class TooMuch(Exception):
    """A file says more than ``MOST_SAID``."""


# Letters with accents are 80 to 9F in Mac Roman, and C0 to FF in Latin-1; there, 85 and 91 to 97 are dots and dashes.
_MAC = re.compile(rb"[A-Za-z][\x80-\x84\x86-\x90\x98-\x9f]|[\x80-\x84\x86-\x90\x98-\x9f][a-z]|[a-z][\x91-\x97][a-z]")
_LATIN = re.compile(rb"[A-Za-z][\xc0-\xff]|[\xc0-\xff][a-z]")


def read(body: bytes) -> Imprint:
    """What the file ``body`` says. Raises WrongType and TooLarge as ``reader.pictures.redraw`` does."""
    with opened(body) as image:
        found: dict[tuple[Field, str], list[Block]] = {}
        unread: list[Block] = []
        for block, reading in BLOCKS:
            try:
                for field, value in reading(image):
                    _note(found, field, _clean(value), block)
            except (TooMuch, xmp.NotRead, *STUMBLES):  # of that block nothing more, but of the others
                unread.append(block)
        told = tuple(Told(field, value, tuple(blocks)) for (field, value), blocks in found.items())
        kind = "JPEG" if image.format == "MPO" else image.format or ""
        return Imprint(kind, *image.size, len(body), told, tuple(unread))


def _note(found: dict[Pair, list[Block]], field: Field, value: str, block: Block) -> None:
    if sum(len(said) for _, said in found) + len(value) > MOST_SAID:
        raise TooMuch
    if value and sum(one == field for one, _ in found) < MOST:
        blocks = found.setdefault((field, value), [])
        if block not in blocks:
            blocks.append(block)


def _clean(value: str) -> str:
    """``value`` in one line, without control characters and those that turn the direction of what follows."""
    seen = value[: 2 * LONGEST]
    said = "".join(" " if unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp") else one for one in seen)
    return " ".join(re.sub("[\u202a-\u202e\u2066-\u2069\ufeff]", "", said).split())[:LONGEST]


def _iptc(image: Image.Image) -> Iterator[Pair]:
    if not isinstance(image, JpegImagePlugin.JpegImageFile):
        return
    found = IptcImagePlugin.getiptcinfo(image) or {}
    is_utf_8 = found.get(CHARSET) == UTF_8
    for (record, number), given in found.items():
        if record == 2 and number in DATASETS:
            for value in given if isinstance(given, list) else [given]:
                said = _decoded(value or b"", is_utf_8)
                yield DATASETS[number], _day(said) if number == 55 else said


def _decoded(value: bytes, is_utf_8: bool) -> str:
    """The text; UTF-8 where it says so or can be nothing else, else as old Macs or old Windows wrote it."""
    value = value[: 4 * LONGEST]
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        if is_utf_8:
            return value.decode("utf-8", "replace")
    is_mac = len(_MAC.findall(value)) > len(_LATIN.findall(value))
    return value.decode("mac_roman" if is_mac else "cp1252", "replace")


def _day(said: str) -> str:
    """A date as IPTC writes it, 20260504, with its dashes."""
    return f"{said[:4]}-{said[4:6]}-{said[6:]}" if re.fullmatch(r"\d{8}", said) else said


def _xmp(image: Image.Image) -> Iterator[Pair]:
    if isinstance(image, PngImagePlugin.PngImageFile) and "xmp" not in image.info:
        image.load()  # it may stand behind the pixels
    packet = image.info.get("xmp") or b""
    packet = packet if isinstance(packet, bytes) else str(packet).encode()
    if packet:
        yield from xmp.properties(packet)
        if more := _extended(image, xmp.extension(packet)):
            yield from xmp.properties(more)


def _extended(image: Image.Image, name: bytes) -> bytes:
    """The second packet of a JPEG, called ``name``: pieces of up to 64 kB, in any order."""
    pieces = []
    for _, segment in getattr(image, "applist", ()) if name else ():
        if segment.startswith(EXTENSION + name) and len(segment) > EXTENSION_HEAD:
            pieces.append((int.from_bytes(segment[EXTENSION_HEAD - 4 : EXTENSION_HEAD]), segment[EXTENSION_HEAD:]))
    return b"".join(piece for _, piece in sorted(pieces))


def _exif(image: Image.Image) -> Iterator[Pair]:
    exif = image.getexif()
    for tag, field in TAGS.items():
        value = exif.get(tag, "")
        said = value if isinstance(value, str) else _decoded(value, False) if isinstance(value, bytes) else ""
        for part in said.split("\0"):  # of a copyright: the photographer's, the editor's
            yield field, part


def _texts(image: Image.Image) -> Iterator[Pair]:
    for key, field in TEXTS.items() if image.format == "PNG" else ():
        yield field, str(image.info.get(key, ""))


BLOCKS: tuple[tuple[Block, Callable[[Image.Image], Iterator[Pair]]], ...] = (
    ("IPTC", _iptc), ("XMP", _xmp), ("EXIF", _exif), ("PNG", _texts),
)  # fmt: skip
