"""Players, maps, posts and formulas become markup that needs no script: a link card, a quotation, their TeX."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree
from lxml.html import Element, HtmlElement

from reader.held import Held
from reader.markers import FIGURE
from reader.rules import embeds as rows


class Shown(NamedTuple):
    """What an embed shows: the page to open, its kind (see ``rules.embeds.Frame``), and the picture standing for it."""

    address: str
    kind: str
    title: str
    poster: str = ""


def card(held: Held, base: str) -> None:
    """Replace, in place, every embed of the page; to be called before scripts and frames are cut.

    Players and documents become ``<figure data-r-figure=""><a href="…">title, host</a></figure>`` (in a figure of the
    page's own: a link that is its child), posts a ``<blockquote>``, formulas their TeX or alternative text. Frames that
    show a reader nothing (advertising, analytics, sign-up forms) go. ``base`` is what addresses are relative to.
    """
    for element in held.tagged(*_HANDLERS):
        _HANDLERS[element.tag](element, base)
    for element in held.bearing(*_NAMED):
        shown = _by_attribute(element, base)
        if shown and not element.xpath("boolean(.//img | .//figure)"):
            _show(element, shown)


# ---------------------------------------------------------------- frames


def _frame(element: HtmlElement, base: str) -> None:
    """An iframe, embed or object; the address may wait in an attribute until the reader consents or scrolls."""
    shown = next(filter(None, (_known(address, element) for address in _addresses(element, base))), None)
    shown = shown or _unknown(element, base)
    if shown is None:
        element.drop_tree()
    else:
        _show(element, shown)


def _addresses(element: HtmlElement, base: str) -> Iterator[str]:
    values = [element.get("src"), element.get("data"), *element.attrib.values()]
    values += [param.get("value") for param in element.iter("param")]
    for value in values:
        if value and "/" in value and len(value) < 4000 and not value.lstrip().startswith(("<", "{", "[")):
            yield _join(base, value)


def _known(address: str, element: HtmlElement) -> Shown | None:
    """What the table of hosts makes of an address."""
    path = "/" + "/".join(address.split("/")[3:])
    for row, pattern in _rows(_host(address)):
        if found := pattern.search(path):
            groups = [unquote(group) for group in found.groups() if group]
            page = row.address.format(*groups) if row.address else address
            return Shown(page, row.kind, _title(element))
    return None


def _rows(host: str) -> Iterator[tuple[rows.Frame, re.Pattern[str]]]:
    while host:
        yield from _FRAMES.get(host, ())
        host = host.partition(".")[2]


def _unknown(element: HtmlElement, base: str) -> Shown | None:
    """A frame of a host the table does not know, when it may fill the screen as players do."""
    address = _join(base, element.get("src") or element.get("data-src") or "")
    if element.get("allowfullscreen") is None or not _host(address) or _NEVER.search(address) or address == base:
        return None
    if _UNSEEN.search(element.get("style") or "") or {element.get("width"), element.get("height")} & _NO_SIZE:
        return None
    return Shown(address, "document", _title(element))


# ---------------------------------------------------------------- elements that play or name what they show


def _player(element: HtmlElement, base: str) -> None:
    """A video or audio element, with its file in itself, in a source, or in an attribute for a script."""
    kind = "audio" if element.tag.endswith("audio") else "video"
    poster = _join(base, element.get("poster") or element.get("data-poster") or "")
    address = next((file for file in _files(element, base) if _host(file)), "")
    shown = _known(address, element) if address else None
    shown = shown or Shown(address, kind, _title(element))
    if address:
        _show(element, shown._replace(poster=poster if _host(poster) else ""))
    elif _host(poster):
        _replace(element, Element("img", src=poster, alt=""))
    else:
        element.drop_tree()


def _files(element: HtmlElement, base: str) -> Iterator[str]:
    for node in (element, *element.iter("source")):
        for name in ("src", "data-src", "data-url", "data-video-url", "data-mp4"):
            if node.get(name):
                yield _join(base, node.get(name))


def _element(element: HtmlElement, base: str) -> None:
    """An element of AMP or of a player's library, which names what it shows in an attribute."""
    name, template = _ELEMENTS[element.tag]
    value = (element.get(name) or "").strip()
    quotation = next(element.iter("blockquote"), None)
    if quotation is not None:
        element.drop_tag()
    elif value:
        address = _join(base, template.format(value))
        _show(element, _known(address, element) or Shown(address, "video", _title(element)))
    else:
        element.drop_tree()


def _by_attribute(element: HtmlElement, base: str) -> Shown | None:
    """What a script would have put into any other element."""
    for name, template in rows.ATTRIBUTES:
        if element.get(name) and not (name in rows.EMPTY_ONLY and (len(element) or (element.text or "").strip())):
            return _known(_join(base, template.format(element.get(name).strip())), element)
    return None


# ---------------------------------------------------------------- showing


def _show(element: HtmlElement, shown: Shown) -> None:
    """Put the card or quotation where ``element`` stands."""
    if not _host(shown.address):
        element.drop_tree()
        return
    if shown.kind == "post":
        _replace(element, _quotation(shown))
        return
    figure = _own_figure(element)
    if figure is None:
        _replace(element, _card(shown))
    else:
        element.drop_tree()
        figure.insert(0, _linked(shown))


def _card(shown: Shown) -> HtmlElement:
    figure = Element("figure", {FIGURE: ""})
    if shown.poster:
        etree.SubElement(figure, "img", src=shown.poster, alt="")
    figure.append(_link(shown))
    return figure


def _linked(shown: Shown) -> HtmlElement:
    """The card inside a figure of the page's own, which the room of figures finishes: a link, or a linked picture."""
    link = _link(shown)
    if shown.poster:
        etree.SubElement(link, "img", src=shown.poster, alt=shown.title)
        link.text = None
    return link


def _link(shown: Shown) -> HtmlElement:
    link = Element("a", href=shown.address)
    link.text = f"{shown.title or _KINDS[shown.kind]}, {_host(shown.address).removeprefix('www.')}"
    return link


def _quotation(shown: Shown) -> HtmlElement:
    quotation = Element("blockquote")
    etree.SubElement(quotation, "p").append(_link(shown))
    return quotation


def _own_figure(element: HtmlElement) -> HtmlElement | None:
    """The page's figure around a player, when it holds no other picture."""
    for count, above in enumerate(element.iterancestors()):
        if above.tag == "figure":
            return above if above.find(".//img") is None and above.get(FIGURE) is None else None
        if count == 6 or above.tag in ("body", "article", "main", "section"):
            return None
    return None


def _replace(element: HtmlElement, new: HtmlElement) -> None:
    new.tail, element.tail = element.tail, None
    element.getparent().replace(element, new)


def _title(element: HtmlElement) -> str:
    """The embed's title where the page gives a telling one."""
    names = ("title", "aria-label", "data-title", "playlabel", "alt")
    title = next((element.get(name) for name in names if element.get(name)), "")
    title = " ".join(title.split())[:200]
    return "" if _EMPTY_TITLE.fullmatch(title) else title


def _join(base: str, address: str) -> str:
    """``address`` made absolute; "" when it is blank or the two make no address."""
    try:
        return urljoin(base, address.strip()) if address.strip() else ""
    except ValueError:
        return ""


def _host(address: str) -> str:
    """The host of an http or https address, "" of all others."""
    if not address.startswith(("http://", "https://")):
        return ""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


# ---------------------------------------------------------------- posts


def _post(element: HtmlElement, base: str) -> None:
    """A network's own quotation stays, plain, with a link to the post; its placeholders for a script go."""
    classes = set((element.get("class") or "").split())
    if not classes & rows.POSTS:
        return
    address = _join(base, element.get("data-instgrm-permalink") or element.get("cite") or "")
    post = address.partition("?")[0]
    linked = any((link.get("href") or "").partition("?")[0] == post or not post for link in element.iter("a"))
    element.attrib.clear()
    for node in reversed(list(element.iterdescendants("div", "section"))):
        node.drop_tag() if (node.text_content() or "").strip() else node.drop_tree()
    if not linked and _host(address):
        etree.SubElement(element, "p").append(_link(Shown(post, "post", "")))
    if not (element.text_content() or "").strip():
        element.drop_tree()


# ---------------------------------------------------------------- formulas


def _math(element: HtmlElement, base: str) -> None:
    """MathML becomes its TeX; what a library drew beside it for the eye goes."""
    box = _drawn(element)
    if box.getparent() is None:  # gone with another formula in the same box
        return
    picture = next((image for image in box.iter("img") if image.get("alt")), None)
    tex = _annotation(element) or element.get("alttext") or ""
    words = picture.get("alt") if picture is not None and not tex else tex
    _write(box, words or " ".join("".join(element.itertext()).split()))


def _drawn(element: HtmlElement) -> HtmlElement:
    """The outermost inline element that holds nothing but this formula and its drawing."""
    box = element
    for above in element.iterancestors():
        if above.tag not in ("span", "mjx-container", "mjx-assistive-mml") or not _MATH_CLASS.search(
            f"{above.tag} {above.get('class') or ''}"
        ):
            break
        box = above
    return box


def _annotation(element: HtmlElement) -> str:
    for note in element.iter("annotation"):
        if "tex" in (note.get("encoding") or "").lower():
            return "".join(note.itertext())
    return ""


def _script(element: HtmlElement, base: str) -> None:
    """``script type="math/tex"`` holds the formula that MathJax draws before it."""
    if not (element.get("type") or "").startswith("math/tex"):
        return
    drawn = element.getprevious()
    while drawn is not None and "mathjax" in (drawn.get("class") or "").lower() and not (drawn.tail or "").strip():
        before = drawn.getprevious()
        drawn.drop_tree()
        drawn = before
    _write(element, element.text or "")


def _formula(element: HtmlElement, base: str) -> None:
    """An image of a formula gives way to its alternative text."""
    alt = element.get("alt")
    if not alt:
        return
    names = element.get("class")
    if (names and _FORMULA_CLASS.search(names)) or _FORMULA_ADDRESS.search(element.get("src") or ""):
        _write(element, alt)


def _write(element: HtmlElement, tex: str) -> None:
    """Put a formula's text where ``element`` stands."""
    found = _DISPLAYSTYLE.fullmatch(tex.strip())
    span = Element("span")
    span.text = found[1].strip() if found else tex.strip()
    _replace(element, span)
    span.drop_tag()


_KINDS = {"video": "Video", "audio": "Audio", "document": "Embedded page", "post": "Post"}
_EMPTY_TITLE = re.compile(
    r"(?:(?:youtube|vimeo|dailymotion|embedded|html5|video|audio|media|iframe|embed|content|player|untitled|"
    r"external|frame|document)\W*)*", re.I
)
_NO_SIZE = frozenset(("0", "1", "0px", "1px"))
_UNSEEN = re.compile(r"display:\s*none|visibility:\s*hidden|(?:^|[;\s])(?:width|height):\s*[01](?:px)?\s*(?:;|$)", re.I)
_NEVER = re.compile(rows.NEVER, re.I)
_FORMULA_CLASS = re.compile(rows.FORMULA_CLASS)
_FORMULA_ADDRESS = re.compile(rows.FORMULA_ADDRESS)
_MATH_CLASS = re.compile(r"math|mjx|katex", re.I)
_DISPLAYSTYLE = re.compile(r"\{\\(?:display|text)style\s*(.*)\}", re.S)
_ELEMENTS = {tag: (name, template) for tag, name, template in rows.ELEMENTS}
_FRAMES: dict[str, list[tuple[rows.Frame, re.Pattern[str]]]] = {}
for _row in rows.FRAMES:
    _FRAMES.setdefault(_row.host, []).append((_row, re.compile(_row.pattern)))
_NAMED = [name for name, _ in rows.ATTRIBUTES]
_Handler = Callable[[HtmlElement, str], None]
_HANDLERS: dict[str, _Handler] = (
    dict.fromkeys(("iframe", "amp-iframe", "embed", "object"), _frame)
    | dict.fromkeys(("video", "audio", "amp-video", "amp-audio"), _player)
    | dict.fromkeys(_ELEMENTS, _element)
    | {"blockquote": _post, "math": _math, "script": _script, "img": _formula}
)
