"""What stands beside an image: every neighbour is one piece, peeked at no deeper than a caption can be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from lxml.html import HtmlElement

from reader import sources
from reader.credits import NO_CREDIT, closed, creditlike, namey, signed
from reader.markers import FIGURE
from reader.rules import captions as rows_of
from reader.sizes import size

LONGEST_CAPTION = 900  # characters; what is longer under an image is the story told there
STORY_PARAGRAPHS = 2  # that many paragraphs of STORY_PARAGRAPH characters in a caption are the story, too
STORY_PARAGRAPH = 120
SHORT = 300  # characters; undeclared words in an image's box
SMALL = 48  # pixels; icons, emoji, flags
EMPTY, DECLARED, WEAK, HINT, PLAIN, BODY, MEDIA = range(7)
SKIPPED = frozenset(
    "script style template svg button input select textarea noscript link meta source track wbr map area".split()
)
SHOWN = frozenset("img amp-img video iframe embed object audio amp-video amp-iframe".split())
STORY = frozenset("h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre form details hr".split())
_NOTED = SHOWN | STORY | {"figure", "p"}
_NAMED = ("class", "id", "itemprop", "data-testid", "data-component", "data-type", "property", "slot")


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))


CAPTION, CREDIT, BOX = map(pattern_of, (rows_of.CAPTION_CLASSES, rows_of.CREDIT_CLASSES, rows_of.WRAPPER_CLASSES))
_WEAK_CREDIT = pattern_of(rows_of.WEAK_CREDIT_CLASSES)
_JUNK, _JUNK_BOX, _CONTROL = map(pattern_of, (rows_of.JUNK_IMAGES, rows_of.JUNK_BOXES, rows_of.CONTROL_CLASSES))
BUTTON = re.compile(rf"\W*(?:{'|'.join(rows_of.CONTROLS)})\W*", re.I)
_WORD = re.compile(r"\w")
_SET_APART = re.compile(
    r"text-align:\s*center|^center$|has-text-align-center|aligncenter|text-center|font-style:\s*italic"
    r"|font-size:\s*(?:small|x-small|(?:[89]|1[0-3])(?:\.\d+)?p[xt]|0?\.[6-9]\d*r?em|[678]\d%)",
    re.I,
)
_TITLE = re.compile(r"title|headline|heading")


class Roles(NamedTuple):
    """What the names on an element say it is."""

    names: str

    caption: bool
    credit: bool
    weak: bool
    box: bool
    junk: bool
    junk_box: bool
    control: bool


@lru_cache(maxsize=4096)
def _roles(names: str) -> Roles:
    names = names.lower()
    caption, credit, weak = (pattern.search(names) is not None for pattern in (CAPTION, CREDIT, _WEAK_CREDIT))
    if caption and (credit or weak):  # "caption__credit" is the caption's credit, "credit-caption" the box of both
        tokens = [token for token in names.split() if CAPTION.search(token)]
        credit = any(max(_last(CREDIT, token), _last(_WEAK_CREDIT, token)) > _last(CAPTION, token) for token in tokens)
        caption, weak = not credit, False
    return Roles(
        names,
        caption,
        credit,
        weak,
        BOX.search(names) is not None,
        _JUNK.search(names) is not None,
        _JUNK_BOX.search(names) is not None,
        _CONTROL.search(names) is not None,
    )


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def roles(element: HtmlElement) -> Roles:
    """The roles of one element, remembered by its names."""
    present = [name for name in element.keys() if name in _NAMED]  # noqa: SIM118 - an element's keys, not its children
    if not present:  # asked first, because most elements have no name at all or a class alone
        return _NAMELESS
    if present == ["class"]:
        return _roles(element.get("class") + _UNNAMED)
    return _roles(" ".join([element.get(name) or "" if name in present else "" for name in _NAMED]))


_UNNAMED = " " * (len(_NAMED) - 1)  # what stands for the names it has not
_NAMELESS = _roles(_UNNAMED)

Node: TypeAlias = Any  # an HtmlElement or, for bare text, a str


class Piece(NamedTuple):
    """One neighbour of an image: what it is, its words, and the node itself."""

    kind: int
    text: str
    node: Node


def _texts(element: HtmlElement) -> Iterator[Node]:
    """Words and shown elements of a subtree in reading order, without scripts, icons and buttons. Iterative."""
    stack: list[Node] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
            continue
        if not isinstance(node.tag, str) or node.tag in SKIPPED:
            continue
        yield node
        if text := node.text:
            yield text
        if len(node):
            for child in node.iterchildren(reversed=True):
                if tail := child.tail:
                    stack.append(tail)
                stack.append(child)


def peek(element: HtmlElement) -> Piece:
    """Classify a neighbour, looking at no more of it than a caption can have."""
    if not isinstance(element.tag, str) or element.tag in SKIPPED:
        return Piece(EMPTY, "", element)
    if len(element) > 60:
        return Piece(BODY, "", element)
    words, length, story, paragraphs = [], 0, False, 0
    for count, node in enumerate(_texts(element)):
        if isinstance(node, str):
            words.append(node)
            length += len(node)
            if length > 4 * LONGEST_CAPTION or count > 400:
                return Piece(BODY, "", element)
            continue
        tag = node.tag
        if tag not in _NOTED:
            continue
        if (tag in SHOWN and pictured(node)) or (tag == "figure" and node.get(FIGURE) is not None):
            return Piece(MEDIA, "", element)
        if tag in STORY:
            story = True
        elif tag == "p":
            paragraphs += 1
    text = " ".join("".join(words).split())
    if not _WORD.search(text):
        return Piece(EMPTY, "", element)
    return Piece(_kind(element, text, story, paragraphs), text, element)


def pictured(node: HtmlElement) -> bool:
    """Is it an image of its own right, not an icon that stands inside a caption?"""
    if node.tag != "img":
        return True
    width, height = sources.size(node)
    return not (0 < width <= SMALL or 0 < height <= SMALL or roles(node).junk)


def _kind(element: HtmlElement, text: str, story: bool, paragraphs: int) -> int:
    if not text or (len(text) < 60 and BUTTON.fullmatch(text)):
        return EMPTY
    if roles(element).control and not roles(element).caption and len(text) < 60 and not _credits(element, text):
        return EMPTY
    nature = _nature(element)
    if nature == DECLARED:
        unbroken = element.tag == "figcaption" and not paragraphs
        long = size(text) > (2 if unbroken else 1) * LONGEST_CAPTION or (
            paragraphs >= STORY_PARAGRAPHS and size(text) > paragraphs * STORY_PARAGRAPH
        )
        return BODY if long or (story and size(text) > SHORT) or _of_page(element, text) else DECLARED
    title = nature == PLAIN and _titled(element) and not signed(text) and not closed(text)
    if (story and not is_small_heading(element, text)) or title or size(text) > LONGEST_CAPTION:
        return BODY
    return HINT if creditlike(text) else nature


def is_small_heading(element: HtmlElement, text: str) -> bool:
    """Is it a sentence set in the smallest heading, as old systems set captions? A heading closes with no full stop."""
    return element.tag == "h6" and text[-1:] == "." and len(text) <= SHORT


def _credits(element: HtmlElement, text: str) -> bool:
    """Is the short text of a control a credit, by itself or as a name in an overlay that is called one?"""
    return creditlike(text) or (roles(element).credit and len(text.split()) > 1 and namey(text))


def _of_page(element: HtmlElement, text: str) -> bool:
    """Is it the page's own copyright line or staff list, called a credit?"""
    return element.tag != "figcaption" and roles(element).credit and NO_CREDIT.search(text) is not None


def _titled(element: HtmlElement) -> bool:
    """Do the names, down to the words, call it a title? Then it is the slide's or the card's, not the image's."""
    for _ in range(4):
        if _TITLE.search(roles(element).names):
            return True
        if len(element) != 1:
            break
        element = element[0]
    return False


def _nature(element: HtmlElement) -> int:
    """DECLARED, WEAK, HINT (all of it small or italic) or PLAIN, by the chain of elements that hold all the words."""
    best = PLAIN
    for _ in range(8):
        role = roles(element)
        if is_declared(element):
            return DECLARED
        if role.weak:
            best = min(best, WEAK)
        if element.tag in ("small", "em", "i", "cite", "center", "font", "h6") or _SET_APART.search(
            element.get("style") or element.get("align") or role.names
        ):
            best = min(best, HINT)
        if role.box and element.tag in ("p", "span", "div", "small"):
            best = min(best, HINT)
        worded = [
            child
            for child in element
            if isinstance(child.tag, str) and child.tag not in SKIPPED and (len(child) or (child.text or "").strip())
        ]
        if len(worded) != 1 or (element.text or "").strip() or any((child.tail or "").strip() for child in element):
            if len(worded) > 1 and len(worded) < 6 and all(is_declared(child) for child in worded):
                return DECLARED
            return best
        element = worded[0]
    return best


def is_declared(element: HtmlElement) -> bool:
    """Does the page say that it is a caption or a credit? A figure's own footer is its caption, too."""
    if element.tag == "figcaption" or roles(element).caption or roles(element).credit:
        return True
    return element.tag == "footer" and element.getparent() is not None and element.getparent().tag == "figure"


def _stray(text: str | None) -> Piece | None:
    """The piece for bare text in a box, or None where there is none."""
    if not text or text.isspace():
        return None
    words = " ".join(text.split())
    if not _WORD.search(words) or (len(words) < 60 and BUTTON.fullmatch(words)):
        return None
    kind = BODY if size(words) > LONGEST_CAPTION else HINT if creditlike(words) else PLAIN
    return Piece(kind, words, text)


Seen: TypeAlias = dict[HtmlElement, Piece]  # the neighbours of one image; good until the tree changes


def before(unit: HtmlElement, seen: Seen) -> Iterator[Piece]:
    """What stands before ``unit`` in its parent, nearest first."""
    for sibling in unit.itersiblings(preceding=True):
        if piece := _stray(sibling.tail):
            yield piece
        yield _seen(sibling, seen)
    parent = unit.getparent()
    if parent is not None and (piece := _stray(parent.text)):
        yield piece


def after(unit: HtmlElement, seen: Seen) -> Iterator[Piece]:
    """What stands after ``unit`` in its parent, nearest first."""
    if piece := _stray(unit.tail):
        yield piece
    for sibling in unit.itersiblings():
        yield _seen(sibling, seen)
        if piece := _stray(sibling.tail):
            yield piece


def _seen(element: HtmlElement, seen: Seen) -> Piece:
    piece = seen.get(element)
    if piece is None:
        piece = seen[element] = peek(element)
    return piece


def previous_of(node: HtmlElement) -> HtmlElement | None:
    previous = node.getprevious()
    while previous is not None and (not isinstance(previous.tag, str) or previous.tag in SKIPPED):
        previous = previous.getprevious()
    return previous
