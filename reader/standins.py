"""Pictures that came inside a page, held aside while it is read, and put back when it is.

The sanitizers' cost is measured in characters, and a photograph has a million: so the page is read with a short
address in the place of each, which no server has. What takes its place in the end was written by our own encoder
(``reader.keepsakes``) and is put behind ``src=`` of an image the sanitizer let through; nothing else is replaced.
"""
from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from html import escape, unescape
from urllib.parse import unquote, unquote_to_bytes

from reader.article import Article
from reader.body import join
from reader.sanitize import MAX_DATA_IMAGE

LEAST = 6_000
"""Characters of a picture in its own address that is no stand-in of somebody else's (as ``reader.sources`` has it)."""

MOST_PICTURES, MOST_THUMBS = 40, 12
"""Pictures of one article, and of what was removed from it, that are drawn."""

MOST_CHARACTERS = 4_000_000
"""Of all pictures in one article. They are kept twice (in the body and in the figures' rows), and served whole."""

WIDTHS = ((6, 1_400), (16, 1_000), (MOST_PICTURES, 700))
"""So many pictures at most, so many pixels wide each: the column has 700. A photograph of 1,400 has some 300,000
characters, of 700 some 100,000."""

THUMB = 200
"""Pixels of a picture in the list of what was removed, where none is higher than 112."""

HOST = "https://picture.invalid/"

_STAND_IN = re.compile(re.escape(HOST) + r"p[0-9a-f]{32}\.jpg")
_SOURCE = re.compile(r"""(\s(?:src|poster|data-src|background)\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)""", re.I)
_IMAGE = re.compile(r'<img(?: [a-z-]+="[^"]*")+>')
_SRC = re.compile(rf' src="({_STAND_IN.pattern})"')
_LINK = re.compile(rf' href="{_STAND_IN.pattern}"')
_RASTER = re.compile(r"data:image/(?!svg)[a-z.+-]{1,20}(;[^,]{0,60})?,", re.I)


@dataclass(frozen=True, slots=True)
class Aside:
    """A picture that waits: under which address it is put back, its bytes as they came, and how wide it may be."""

    address: str
    body: bytes = field(repr=False)
    width: int
    is_thumb: bool = False


class Pictures:
    """The pictures of one page while it is read. ``least``: of how many characters on a ``data:`` address is one."""

    def __init__(self, inside: Mapping[str, bytes | str], base: str, least: int = LEAST) -> None:
        self._inside, self._base, self._least = inside, base, least
        self._held: dict[str, bytes | str] = {}

    def aside(self, text: str) -> str:
        """The page with short addresses in the place of its pictures, and with web addresses where they have one."""
        return _SOURCE.sub(self._replaced, text)

    def waiting(self, article: Article) -> tuple[Aside, ...]:
        """The pictures that the article shows, in their order, and those of what was removed."""
        shown = self._among([article.marked_html], MOST_PICTURES)
        width = next(pixels for most, pixels in WIDTHS if len(shown) <= most)
        removed = self._among([unit.raw for unit in article.removed], MOST_THUMBS)
        asides = [Aside(address, _bytes(self._held[address]), width) for address in shown]
        return (*asides, *(Aside(address, _bytes(self._held[address]), THUMB, True) for address in removed))

    def _among(self, texts: Iterable[str], most: int) -> list[str]:
        found = (address for text in texts for address in _STAND_IN.findall(text))
        return [address for address in dict.fromkeys(found) if address in self._held][:most]

    def _replaced(self, found: re.Match[str]) -> str:
        value = found[2][1:-1] if found[2][0] in "\"'" else found[2]
        address = self._address(value)
        return f'{found[1]}"{escape(address)}"' if address else found[0]

    def _address(self, value: str) -> str:
        """The address to write for what a page calls a picture; "" if that may stay."""
        if len(value) >= self._least and _RASTER.match(value.lstrip()):
            return self._hold(value.strip())
        if not self._inside or len(value) > 4_000:
            return ""
        name = unescape(value).strip()
        names = (f"cid:{unquote(name[4:])}",) if name[:4].lower() == "cid:" else (name, join(self._base, name))
        held = next((self._inside[one] for one in names if one in self._inside), "")
        return self._hold(held) if isinstance(held, bytes) else held

    def _hold(self, picture: bytes | str) -> str:
        data = picture if isinstance(picture, bytes) else picture.encode("utf-8", "replace")
        address = f"{HOST}p{hashlib.sha256(data).hexdigest()[:32]}.jpg"
        self._held[address] = picture
        return address


def _bytes(picture: bytes | str) -> bytes:
    """The bytes in a ``data:`` address; b"" where they are broken."""
    if isinstance(picture, bytes):
        return picture
    kind, _, data = picture.partition(",")
    if not kind.lower().endswith(";base64"):
        return unquote_to_bytes(data)
    try:
        return base64.b64decode(unquote(data) + "==")
    except (binascii.Error, ValueError):
        return b""


def put_back(article: Article, waiting: Iterable[Aside], drawn: Callable[[Aside], str]) -> Article:
    """The article with its pictures in it. ``drawn`` gives each as a ``data:`` address, "" for one that is none.

    What is not drawn, or would be too much, leaves its caption and its credit behind, and no address.
    """
    left = MOST_CHARACTERS
    shown: dict[str, str] = {}
    thumbs: dict[str, str] = {}
    for aside in waiting:
        picture = drawn(aside) if left > 0 else ""
        if len(picture) > left and not aside.is_thumb:
            picture = drawn(replace(aside, width=aside.width // 2))
        fits = len(picture) <= (MAX_DATA_IMAGE if aside.is_thumb else left)
        (thumbs if aside.is_thumb else shown)[aside.address] = picture if fits else ""
        left -= len(picture) if fits and not aside.is_thumb else 0
    return _filled(article, shown, thumbs)


def _filled(article: Article, shown: Mapping[str, str], thumbs: Mapping[str, str]) -> Article:
    if HOST not in article.marked_html and not any(HOST in unit.raw for unit in article.removed):
        return article

    def source(found: re.Match[str]) -> str:
        picture = shown.get(found[1], "")
        return f' src="{picture}"' if picture else ""

    def thumb(found: re.Match[str]) -> str:
        return thumbs.get(found[0], "")

    def plain(address: str) -> str:
        return shown.get(address, "") if _STAND_IN.fullmatch(address) else address

    return replace(
        article,
        marked_html=_IMAGE.sub(lambda image: _SRC.sub(source, image[0]), _LINK.sub("", article.marked_html)),
        figures=tuple(replace(one, src=plain(one.src)) for one in article.figures),
        lead=plain(article.lead),
        removed=tuple(replace(unit, raw=_STAND_IN.sub(thumb, unit.raw)) for unit in article.removed),
    )
