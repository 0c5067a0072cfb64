"""The best address of one image: lazy attributes, srcset, picture, noscript; never a smaller one for a larger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from operator import itemgetter
from urllib.parse import urljoin

from lxml import etree
from lxml.html import HtmlElement

SENSIBLE = 2048  # pixels wide: more than any screen column needs, and what large lead images are published in
_FILE_END = re.compile(r"\.(?:gif|png|svg|jpe?g|webp)(?=$|[?#])", re.I)
# Files that pages show until a script has loaded the picture, by their names without type. What may be a word of a
# real picture's name ("google-pixel-9", "grey-wolf") tells it only where all the other words say nothing.
_NOTHING = r"blank|transparent|pixel|1x1|loading|lazy|loader|gr[ea]y|empty|clear|dummy|trans"
_ANYTHING = (
    r"image|img|photo|picture|pic|thumb(?:nail)?|background|bg|gif|px|spinner|ajax|square|small|large|wide"
    r"|\d+(?:x\d+)?(?:px)?|(?=\d*[a-f])[0-9a-f]{6,40}"
)
_STAND_IN = re.compile(
    rf"x$|(?:(?:{_ANYTHING})[_.-]+){{0,5}}(?:{_NOTHING})(?:[_.-]+(?:{_NOTHING}|{_ANYTHING})){{0,5}}$", re.I
)
_STAND_IN_WORD = re.compile(r"(?:^|[_.-])(?:placeholder|spacer|lazyload)(?:$|[_.-])", re.I)
_ATTACHMENT = re.compile(r"(?:^|\s)wp-image-(\d{1,9})(?:\s|$)")  # as the editor of WordPress writes it
_NOWHERE = re.compile(r"about:|javascript:|#|/?$", re.I)
# Addresses that are absolute as they stand; what browsers would still mend in one (an empty "?", spaces) is left out.
_ABSOLUTE = re.compile(r"https?://[\w.-]+(?::\d+)?(?:/[^\x00-\x20;?#]*)?(?:\?[^\x00-\x20#]+)?(?:#[^\x00-\x20]+)?", re.A)
_DRAWING = re.compile(r"\.(?:svg|gif)(?:$|[?#])", re.I)  # an icon, a spinner
_IMAGE_NAME = re.compile(r"\.(?:jpe?g|png|webp|gif|avif|svg|bmp|tiff?)(?:$|[?#&/!:])", re.I)
_LAZY_NAME = re.compile(r"src|orig|lazy|full|large|hi-?res|image|img|url|default|bg|background", re.I)
_ADDRESS = re.compile(
    r"^(?:https?:)?//\S+$|^\.{0,2}/\S+$|^[\w%~-][\w%~./-]*\.(?:jpe?g|png|webp|gif|avif)(?:\?\S*)?$", re.I
)
_SIZE_IN_NAME = re.compile(r"[-_@]\d{2,4}(?:x\d{2,4})?|[-_]scaled|\.\w{3,4}$")
_DESCRIPTOR = re.compile(r"(\d{1,9}(?:\.\d+)?)([wx]),?$")
_WIDTH_IN_URL = re.compile(
    r"(?:[?&/,;_-](?:w|width|wid|imwidth|maxwidth)[=_:-]?|[?&](?:resize|fit|size)=|/resize/|/max/|[-_/])(\d{3,4})(?=$|[^\d])"
    r"|(?<![\d])(\d{3,4})x\d{2,4}(?!\d)",
    re.I,
)
_PIXELS = re.compile(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$")
_STYLE_URL = re.compile(r"url\(\s*+['\"]?([^'\")]++)['\"]?\s*\)", re.I)
_SKIP = frozenset(
    {"class", "id", "alt", "title", "style", "sizes", "width", "height", "loading", "decoding", "data-sizes"}
)


def best(image: HtmlElement, base: str) -> str:
    """The absolute address of the largest sensible version of ``image`` (img, picture, lazy box); "" if none."""
    shown = _usable(image.get("src") or image.get("poster") or "")
    wide, width = _largest(_sets(image))
    lazy = next(_lazy(image), "")
    plain = lazy if lazy and (not shown or _width(lazy) >= _width(shown)) else shown
    chosen = wide if wide and (not plain or _gains(plain, wide, width)) else plain
    return absolute(chosen, base) if chosen else ""


def spare(image: HtmlElement, box: HtmlElement, base: str) -> str:
    """The address of the file of ``image``, which has none of its own, as only the ``box`` around it gives it."""
    for node in islice(box.iter(etree.Element), 40):
        if node.tag in ("a", "link"):
            address = (node.get("href") or "").strip()
        elif node is image or node.tag in ("img", "svg", "figcaption"):
            continue
        else:
            address = next(_lazy(node), "")
        if is_image(address) and _usable(address) and not _DRAWING.search(address):
            return absolute(address, base)
    return ""


def names(image: HtmlElement, address: str) -> bool:
    """Does an attribute of ``image`` hold just the name of the file at ``address``, for a script to load it by?"""
    file = file_of(address)
    return len(file) >= 10 and any(value == file for value in image.values())


def _gains(plain: str, wide: str, width: int) -> bool:
    """Is ``wide``, of that width, a larger version of the picture at ``plain``?"""
    least = _width(plain)
    return width >= max(least, 1) and (least > 0 or width >= 1000 or _same(plain, wide))


def absolute(address: str, base: str) -> str:
    """``address`` made absolute against ``base``; "" when the two make no address."""
    if _ABSOLUTE.fullmatch(address):
        return address
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def attachment(image: HtmlElement, base: str) -> str:
    """The address under which WordPress shows an image of its library, by the number in its class; "" if it has none.

    ``?attachment_id=`` works on every WordPress site: it shows the image's page, or since 6.4 leads to the file.
    """
    number = _ATTACHMENT.search(image.get("class") or "")
    return absolute(f"/?attachment_id={number[1]}", base) if number and base else ""


def is_image(address: str) -> bool:
    """Does the address look like an image's own file?"""
    return _IMAGE_NAME.search(address) is not None


def size(image: HtmlElement) -> tuple[int, int]:
    """Width and height the page declares for ``image``, in CSS pixels; 0 where it does not say."""
    return _number(image.get("width")), _number(image.get("height"))


def _number(value: str | None) -> int:
    if not value:
        return 0
    match = _PIXELS.match(value)
    return int(match[1]) if match else 0


def _usable(address: str) -> str:
    address = address.strip()
    if not address or _NOWHERE.match(address) or _is_stand_in(address):
        return ""
    if address[:5].lower() == "data:":
        return address if len(address) > 6000 and address[5:11].lower() == "image/" and address[11:14] != "svg" else ""
    return address


def _is_stand_in(address: str) -> bool:
    """Is it a file that pages show until a script has loaded the picture?"""
    for end in _FILE_END.finditer(address):
        if _STAND_IN.match(name := address[: end.start()].rpartition("/")[2]) or _STAND_IN_WORD.search(name):
            return True
    return False


def _lazy(image: HtmlElement) -> Iterator[str]:
    """Addresses in attributes made for scripts, the largest-sounding name first."""
    named = [
        (name, value)
        for name, value in image.items()
        if name not in _SKIP and name != "src" and name.startswith("data-") and value
    ]
    if len(named) > 1:
        named.sort(key=lambda row: -sum(word in row[0] for word in ("full", "large", "orig", "hires", "zoom", "big")))
    for name, value in named:
        if "set" in name or not _LAZY_NAME.search(name):
            continue
        value = _filled(value.strip(), image)
        if _ADDRESS.match(value) and _usable(value) and ("src" in name or "orig" in name or _IMAGE_NAME.search(value)):
            yield value
    style = "" if image.tag in ("img", "amp-img", "video") else image.get("style") or ""
    if (match := _STYLE_URL.search(style)) and (address := _usable(match[1])):
        yield address


def _filled(address: str, image: HtmlElement) -> str:
    """An address in which a script would write the width it needs, with the largest sensible of the widths offered."""
    if "{width}" not in address:
        return address
    offered = [int(number) for number in re.findall(r"\d{2,4}", image.get("data-widths") or "")]
    fitting = [number for number in offered if number <= SENSIBLE]
    return address.replace("{width}", str(max(fitting))) if fitting else ""


def _sets(image: HtmlElement) -> Iterator[str]:
    """The srcsets of the image and of the ``source`` elements of the picture around it."""
    yield from _own_sets(image)
    holder = image.getparent()
    for _ in range(12):  # libxml2 nests the void <source> elements of a picture in each other
        if holder is None or holder.tag not in ("picture", "source"):
            break
        if holder.tag == "picture":
            for number, source in enumerate(holder.iter("source")):
                if number > 20:
                    break
                if "image/svg" not in (source.get("type") or ""):
                    yield from _own_sets(source)
        holder = holder.getparent()
    if image.tag == "picture":
        for source in image.iter("source"):
            yield from _own_sets(source)


def _own_sets(element: HtmlElement) -> Iterator[str]:
    for name, value in element.items():
        if "srcset" in name or name == "data-src-set":
            yield value


def _largest(sets: Iterator[str]) -> tuple[str, int]:
    """(address, width) of the largest candidate not above ``SENSIBLE``, or of the smallest above it."""
    found = [row for text in sets for row in _candidates(text)]
    if not found:
        return "", 0
    fitting = sorted([row for row in found if row[1] <= SENSIBLE], key=itemgetter(1), reverse=True)
    beyond = sorted([row for row in found if row[1] > SENSIBLE], key=itemgetter(1, 0))
    return next((row for row in (*fitting, *beyond) if _usable(row[0])), ("", 0))


def _candidates(srcset: str) -> Iterator[tuple[str, int]]:
    """(address, width) rows of one srcset, read by words as the HTML standard does: addresses may hold commas."""
    waiting = ""
    for word in srcset[:20_000].split():
        number = _DESCRIPTOR.match(word) if waiting else None
        if waiting:
            yield waiting, _described(waiting, number)
        waiting = "" if number else word.rstrip(",")
        if waiting != word and waiting:
            yield waiting, _described(waiting, None)
            waiting = ""
    if waiting:
        yield waiting, _described(waiting, None)


def _described(address: str, number: re.Match[str] | None) -> int:
    if number and number[2] == "w":
        return int(float(number[1]))
    return _width(address) or int(float(number[1] if number else 1) * 100)


def _width(address: str) -> int:
    """The width an address speaks of (``?w=800``, ``-1024x683``), or 0."""
    found = 0
    for match in _WIDTH_IN_URL.finditer(address[:600]):
        value = int(match[1] or match[2])
        if match[2] or value < 1900 or 2100 < value < 5000:  # 1900..2100 is as a rule a year in a path
            found = value
    return found


def _same(one: str, other: str) -> bool:
    """Do two addresses name the same file, sizes apart?"""
    return file_of(one) == file_of(other)


def file_of(address: str) -> str:
    """The name of the file at ``address``, without query, type and the parts that speak of sizes."""
    name = address.split("?", 1)[0].rsplit("/", 1)[-1]
    return _SIZE_IN_NAME.sub("", name)
