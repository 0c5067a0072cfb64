"""Pages that a browser saved: the address they came from, and the pictures that stayed behind.

"Save as, complete" puts pictures into a folder beside the page, which nobody hands over, and calls them
"Page_files/quay.jpg". Read against the page's address that would be an address nothing ever stood at.
"""
from __future__ import annotations

import re
from collections import defaultdict
from html import escape, unescape
from urllib.parse import unquote, urlsplit

from reader.body import on_the_web

_LOOKED_AT = 20_000  # characters of the page's start; scripts may stand before the comment
# Chrome, Edge, Internet Explorer and Firefox; SingleFile; WebScrapBook; HTTrack.
_WITNESSES = (
    re.compile(r"<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->", re.I),
    re.compile(r"<!--\s+Page saved with SingleFile\s+url:\s*(\S+)"),
    re.compile(r"""<html\b[^<>]*?\sdata-scrapbook-source\s*=\s*["']?([^\s"'>]+)""", re.I),
    re.compile(r"<!--\s*Mirrored from (\S+) by HTTrack", re.I),
)
_SINGLE_FILE = _WITNESSES[1]

# What browsers call that folder, in their languages.
_FOLDER = re.compile(
    r"(?:\./)?[^/?#:]*(?:[_-](?:files|fichiers|dateien|archivos|arquivos|ficheiros|bestanden|filer|file|pliki|soubory"
    r"|elemei|tiedostot)|\.files)/(?:[^?#]*/)?([^/?#]+)",
    re.I,
)
_SOURCE = re.compile(r"""(\s(?:src|srcset|poster|data)\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)""", re.I)
_WEB_IMAGE = re.compile(
    r"""https?:(?:\\?/){2}[^\s"'<>()]{1,600}?\.(?:jpe?g|png|webp|gif|avif)\b(?:\?[^\s"'<>()\\]{0,600})?""", re.I
)
_LONGEST = 2_000  # characters of such a reference
_TELLING = 10  # characters of a file's name that is likely no other file's: not "image.jpg"

_SINGLE_FILE_PICTURE = re.compile(r"""--(sf-img-\d{1,5}):\s*url\(\s*["']?(data:image/[^"')\s]+)""")
_SHOWN_BY_STYLE = re.compile(r"var\(--(sf-img-\d{1,5})\)")
_MOST_SHOWN, _TAG_LENGTH = 500, 4_000


def address(text: str) -> str:
    """The address that a saved page says it came from, or ""."""
    head = text[:_LOOKED_AT]
    for witness in _WITNESSES:
        found = witness.search(head)
        if found:
            told = unescape(found[1])
            return on_the_web(told if "://" in told or ":" in told else f"http://{told}")
    return ""


def is_single_file(text: str) -> bool:
    """Did SingleFile save the page, with all pictures in it?"""
    return _SINGLE_FILE.search(text[:_LOOKED_AT]) is not None


def without_folder(text: str) -> str:
    """The page with the true addresses of the pictures in its "_files" folder, and none where it does not say."""
    if not any(_FOLDER.match(_value(found)) for found in _SOURCE.finditer(text)):
        return text
    known = _web_images(text)

    def told(found: re.Match[str]) -> str:
        local = _FOLDER.match(_value(found))
        if not local:
            return found[0]
        addresses = known.get(unquote(local[1]), ())
        return f'{found[1]}"{escape(addresses[0]) if len(addresses) == 1 else ""}"'

    return _SOURCE.sub(told, text)


def _value(found: re.Match[str]) -> str:
    value = found[2]
    return unescape(value.strip("\"'").strip()) if len(value) <= _LONGEST else ""


def _web_images(text: str) -> dict[str, tuple[str, ...]]:
    """The addresses of pictures that the page speaks of, by the names of their files; sizes in a query do not count."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for match in _WEB_IMAGE.finditer(text):
        whole = unescape(match[0].replace("\\/", "/"))
        name = unquote(urlsplit(whole).path.rpartition("/")[2]) if on_the_web(whole) else ""
        if len(name) >= _TELLING:
            found[name].setdefault(urlsplit(whole)._replace(query="", fragment="").geturl(), whole)
    return {name: tuple(addresses.values()) for name, addresses in found.items()}


def shown_by_style(text: str) -> str:
    """The page with the pictures that SingleFile keeps once, in a style, back in the images that show them."""
    kept = dict(_SINGLE_FILE_PICTURE.findall(text)) if "--sf-img-" in text else {}
    out, start = [], 0
    for number, use in enumerate(_SHOWN_BY_STYLE.finditer(text) if kept else ()):
        at = text.rfind("<img", max(start, use.start() - _TAG_LENGTH), use.start())
        if number >= _MOST_SHOWN or at < 0 or use[1] not in kept:
            continue
        out += [text[start : at + 4], f' src="{kept[use[1]]}"']  # of two, the first counts
        start = at + 4
    return "".join([*out, text[start:]])
