"""Every content image becomes one figure, with its caption and its credit.

``frame`` works on the page's own tree, in place. For each image it climbs from the image outwards as long as the box
around it holds nothing but that image, its words and buttons; the box it ends with is replaced by the figure. What
remains beside it (a declared caption, a credit line) is joined. Nothing that reads like body text is ever taken.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import Element, HtmlElement, fragments_fromstring

from reader import sources
from reader.article import Figure
from reader.beside import LONGEST_CAPTION, SMALL, pattern_of, roles
from reader.boxes import LINE_WORDS, Shot, claim_in_figure, climb, in_figure, join
from reader.cutlines import Line, Run, canonical, caption_and_credit, lines_of
from reader.markers import FIGURE, take_off
from reader.placing import cut, place
from reader.rules import captions as rows_of
from reader.strays import (
    adopt,
    clean_image,
    close_with_credit,
    dress_by_place,
    inside_canonical,
    merge_tables,
    release_slides,
    settle,
    tells,
)

_TOLD = {*rows_of.CAPTION_CLASSES, *rows_of.CREDIT_CLASSES, *"lazy image img photo picture media delayed".split()}
_TELLING = pattern_of(sorted(word for word in _TOLD if not any(other in word for other in _TOLD - {word})))
_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp)|(?:img|dsc)[_-]?\d+\S*", re.I)
# Both are asked of lower-cased addresses, and every alternative begins with a letter or a sign of its own: so the
# engine passes over all places that begin none of them.
_PIXELS = re.compile(
    r"/pixel(?:\.gif|\.png|\.php|\?|$)|/beacon|\.beacon|doubleclick\.net|scorecardresearch|facebook\.com/tr|google-analytics|/1x1\.|quantserve|/count(?:er)?\.(?:gif|png)",
)
_JUNK_NAME = re.compile(r"[/_.-](?:logo|icon|avatar|sprite|emoji|favicon|badge)s?(?:[_.-]|\d|$)")
_LEADING = re.compile(r"wp-post-image|featured|hero|lead-image", re.I)  # a story about a firm shows its logo
_JUNK_PLACES = ("gravatar.com", "/s.w.org/images/core/emoji", ".hubspot.com/cta/")


def _media(shot: Shot, base: str, lead: str) -> list[HtmlElement]:
    """The picture, inside the link it had when that leads to a page (not to the image's own file or a lightbox)."""
    image = shot.image
    picture = clean_image(image, base, shot.unit)
    if picture is None and lead and sources.names(image, lead):
        picture = Element("img", src=lead, alt=image.get("alt") or image.get("data-alt") or "")
    if picture is None:
        return []
    link = image.getparent()
    for _ in range(4):
        if link is None or link.tag == "a":
            break
        link = link.getparent()
    href = (link.get("href") or "").strip() if link is not None and link.tag == "a" else ""
    if not href or href[0] == "#" or href.lower().startswith(("javascript:", "data:")) or sources.is_image(href):
        return [picture]
    address = sources.absolute(href, base)
    if not address:
        return [picture]
    holder = Element("a", href=address)
    holder.append(picture)
    return [holder]


_SUBJECT_TAGS = frozenset("img amp-img figure figcaption picture".split())
_LAZY_BOXES = frozenset("div span a i".split())


def _subjects(root: HtmlElement) -> list[HtmlElement]:
    """All that may become a figure or a part of one, in reading order."""
    return [node for node in root.iter(etree.Element) if node.tag in _SUBJECT_TAGS or _is_telling(node.get("class"))]


@lru_cache(maxsize=8192)
def _is_telling(names: str | None) -> bool:
    return names is not None and _TELLING.search(names.lower()) is not None


def frame(root: HtmlElement, base: str, lead: str = "") -> None:
    """Give every content image of the tree one canonical ``<figure data-r-figure>``, with its caption and its credit.

    Works in place and is idempotent. ``base`` is the address that relative addresses are relative to, ``lead`` that of
    the declared lead image. Pixels and authors' portraits leave the tree; icons, emoji and formulas stay where they
    are, without a figure.
    """
    for node in list(root.iter("noscript")):
        _open_noscript(node)
    subjects = _subjects(root)
    if any(node.tag == "figure" and node.get(FIGURE) is not None for node in subjects):
        subjects = [node for node in subjects if not inside_canonical(node)]
    release_slides(root, subjects)
    for image in _images(subjects):
        _frame_one(image, root, base, lead)
    for node in reversed(subjects):  # inner figures before those around them
        if node.tag == "figure" and node.get(FIGURE) is None and _attached(node, root):
            settle(node, base)
    for node in subjects:
        if tells(node) and _attached(node, root):
            adopt(node, base)
    merge_tables(root, base)
    dress_by_place(root, base)
    close_with_credit(root, base)


def _attached(node: HtmlElement, root: HtmlElement) -> bool:
    """Is the node still in the tree, or has its box become a figure meanwhile?"""
    return root in node.iterancestors(root.tag)


def _open_noscript(node: HtmlElement) -> None:
    """Let the image of a noscript stand for the lazy one it is the spare of."""
    if inside_canonical(node):
        return
    if not len(node) and "<img" in (node.text or "") and len(node.text) < 20_000:
        for fragment in fragments_fromstring(node.text):
            if not isinstance(fragment, str):
                for one in fragment.iter(etree.Element):  # it comes from the page, by way of a text
                    take_off(one)
                node.append(fragment)
        node.text = None
    spare = next(node.iter("img"), None)
    if spare is None or node.getparent() is None:
        return
    twin = _twin(node)
    if twin is None:
        node.drop_tag()
        return
    if not sources.best(twin, ""):
        for name in ("src", "srcset"):
            if spare.get(name):
                twin.set(name, spare.get(name))
    cut(node)


def _twin(node: HtmlElement) -> HtmlElement | None:
    """The image right beside a noscript that it repeats."""
    for sibling in (node.getprevious(), node.getnext()):
        if sibling is not None and isinstance(sibling.tag, str) and len(sibling) < 8:
            found = [sibling] if sibling.tag in ("img", "amp-img") else list(sibling.iter("img"))
            if len(found) == 1:
                return found[0]
    return None


def _images(subjects: list[HtmlElement]) -> Iterator[HtmlElement]:
    """The content images among the subjects, in reading order; pixels and portraits are cut."""
    for node in subjects:
        if node.tag in ("figure", "figcaption") or node.getparent() is None:
            continue
        if node.tag in ("img", "amp-img"):
            if node.getparent().tag != "amp-img" and _content(node):
                yield node
        elif node.tag == "picture":
            if next(node.iter("img"), None) is None and sources.best(node, ""):
                yield node
        elif not len(node) and node.tag in _LAZY_BOXES and not (node.text or "").strip() and sources.best(node, ""):
            yield node


def _content(image: HtmlElement) -> bool:
    """Is it a picture of the story? What is certainly none is cut, what is small is left as it stands."""
    width, height = sources.size(image)
    address = (image.get("src") or "").lower()
    if (0 < width <= 3 and height <= 3) or (0 < height <= 3 and width <= 3) or _PIXELS.search(address):
        cut(image)
        return False
    if (0 < width <= SMALL and height <= SMALL) or (0 < height <= SMALL and width <= SMALL):
        return False
    if _named_junk(address[-120:]) and not in_figure(image) and not _LEADING.search(image.get("class") or ""):
        return False
    return not _junk(image)


def _named_junk(address: str) -> bool:
    return _JUNK_NAME.search("/" + address) is not None or any(place in address for place in _JUNK_PLACES)


def _junk(image: HtmlElement) -> bool:
    if roles(image).junk:
        return True
    node = image.getparent()
    for _ in range(3):
        if node is None or node.tag in ("figure", "body"):
            return False
        if roles(node).junk_box:
            return True
        node = node.getparent()
    return False


def _frame_one(image: HtmlElement, root: HtmlElement, base: str, lead: str) -> None:
    if not _attached(image, root):
        return
    shot = climb(image)
    join(shot)
    claim_in_figure(shot)
    caption, credit = caption_and_credit(lines_of([*shot.before, *shot.after], base))
    if not caption and not credit:
        caption, credit = caption_and_credit(_attributed(shot, base))
    media = _media(shot, base, lead)
    if media or caption or credit:
        place(shot, canonical(media or _attachment(image, base), caption, credit))
    else:
        cut(image)


def _attachment(image: HtmlElement, base: str) -> list[HtmlElement]:
    """A link to a picture that only a script would show, where the publisher's system has an address for it."""
    address = sources.attachment(image, base)
    if not address:
        return []
    link = Element("a", href=address)
    link.text = f"Picture, {urlsplit(address).netloc.removeprefix('www.')}"
    return [link]


_CAPTION_NAME = re.compile(r"(?:^|-)caption$|^data-sub-html$")
_LIGHTBOXES = ("data-lightbox", "data-fancybox", "data-glightbox")  # under an enlarged picture they show its title
_CREDIT_NAME = re.compile(r"(?:^|-)(?:credits?|copyright|photographer)$")


def _attributed(shot: Shot, base: str) -> list[Line]:
    """Caption and credit that a script would show from attributes in the image's box."""
    found: dict[str, Line] = {}
    for count, node in enumerate(shot.unit.iter(etree.Element)):
        if count > 30:
            break
        for name, value in node.items():
            role = "caption" if name == "data-title" and _is_enlarged(node, value) else _role_of(name)
            if role and role not in found and (words := _attribute_words(value)):
                found[role] = Line(role, [Run(words, ())])
    return list(found.values())


def _is_enlarged(node: HtmlElement, title: str) -> bool:
    """Does a lightbox show the title, a line of words, under the enlarged picture?"""
    return len(title.split()) >= LINE_WORDS and any(name.startswith(_LIGHTBOXES) for name, _ in node.items())


@lru_cache(maxsize=1024)
def _role_of(attribute: str) -> str:
    """What an attribute of that name holds: a caption, a credit, or neither ("")."""
    return "caption" if _CAPTION_NAME.search(attribute) else "credit" if _CREDIT_NAME.search(attribute) else ""


def _attribute_words(value: str) -> str:
    """The words of an attribute that holds text or markup; "" for settings and file names."""
    words = html.unescape(" ".join(re.sub(r"<[^<>]{0,300}>", " ", value[:2000]).split())).strip('"“” ')
    fit = 2 < len(words) <= LONGEST_CAPTION and words[0] not in "{[#./" and not _FILE_NAME.fullmatch(words)
    return words if fit and words.lower() not in ("true", "false", "yes", "none", "null") else ""


def lend(content: HtmlElement, lead: str) -> None:
    """Give the first figure of ``content`` the declared lead image ``lead``, if it has words but no picture or link.

    Pages that load their lead image by script declare its address in the head all the same.
    """
    first = next(content.iter("figure"), None)
    if not lead or first is None or first.find(".//img[@src]") is not None or first.find("a[@href]") is not None:
        return
    if any(image.get("src") == lead for image in content.iter("img")) or first.find("figcaption") is None:
        return
    image = first.find(".//img")
    if image is None:
        image = Element("img", alt="")
        first.insert(0, image)
    image.set("src", lead)


def rows(content: HtmlElement) -> tuple[Figure, ...]:
    """The figures of the final content, a row an image: address, alt, caption and credit as plain text."""
    found = []
    for figure in content.iter("figure"):
        if figure.get(FIGURE) is None:
            continue
        caption, credit = words(figure.find("figcaption"))
        images = list(figure.iter("img"))
        for image in images:
            found.append(Figure(_shown(image.get("src") or ""), image.get("alt") or "", caption, credit))
        if not images:
            card = next(figure.iterchildren("a"), None)
            found.append(Figure(_shown(card.get("href") or "") if card is not None else "", "", caption, credit))
    return tuple(found)


def _shown(address: str) -> str:
    """``address`` if it leads to the web or is a picture itself, else "": whoever asks for the rows may link to it."""
    return "" if _ELSEWHERE.match(_IGNORED.sub("", address)) else address


_IGNORED = re.compile(r"[\x00-\x20]")  # before an address, and some in it, as browsers do
_ELSEWHERE = re.compile(r"(?!https?:|data:image/(?!svg))[a-z][a-z0-9+.-]*:", re.I)


def words(figcaption: HtmlElement | None) -> tuple[str, str]:
    """(caption, credit) of a canonical ``figcaption``, as plain text."""
    if figcaption is None:
        return "", ""
    caption, credit = [figcaption.text or ""], [""]
    for node in figcaption:
        side = credit if node.get("class") == "credit" else caption
        side.extend(node.itertext())
        caption.append(node.tail or "")
    return " ".join("".join(caption).split()), " ".join("".join(credit).split())
