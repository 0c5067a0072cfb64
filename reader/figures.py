"""Every content image becomes one figure, with its caption and its credit.

``frame`` works on the page's own tree, in place. For each image it climbs from the image outwards as long as the box
around it holds nothing but that image, its words and buttons; the box it ends with is replaced by the figure. What
remains beside it (a declared caption, a credit line) is joined. Nothing that reads like body text is ever taken.
"""
from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple, TypeAlias
from urllib.parse import urljoin

from lxml import etree
from lxml.html import Element, HtmlElement, fragments_fromstring

from reader import sources
from reader.article import Figure
from reader.credits import LONGEST as LONGEST_CREDIT
from reader.credits import PLAIN_LABEL, creditlike, opening, split, unlabel
from reader.rules import captions as rows_of

MARK = "data-r-figure"
LONGEST_CAPTION = 900  # characters; what is longer under an image is the story told there
STORY_PARAGRAPHS = 2  # that many paragraphs of STORY_PARAGRAPH characters in a caption are the story, too
STORY_PARAGRAPH = 120
SHORT = 300  # characters; undeclared words in an image's box
PROSE = 80  # characters; a paragraph of the text
SLIDE = 160  # characters of a caption that tells a part of the story
SLIDES = 4  # that many of them, together longer than the paragraphs of the page, make a story told in captions
LARGEST_FIGURE = 400  # elements looked at in one figure of the page's own
CROWD = 100  # elements in one paragraph
ONE_LINE = 140  # characters
ITALIC = 220  # characters; an italic line under an image in the flow of the text
TALLEST_BOX = 14  # levels climbed from an image to the box that holds it
SMALL = 48  # pixels; icons, emoji, flags

EMPTY, DECLARED, WEAK, HINT, PLAIN, BODY, MEDIA = range(7)

_SKIPPED = frozenset("script style template svg button input select textarea noscript link meta source track wbr map area".split())
_SHOWN = frozenset("img amp-img video iframe embed object audio amp-video amp-iframe".split())
_STORY = frozenset("h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre form details hr".split())
_FLOOR = frozenset("html body article main".split())  # never one image's box
_CELLS = frozenset("li td th dd dt".split())  # keep their place; the figure goes inside
_ROWS = frozenset("tr tbody thead tfoot".split())
_LISTED = _ROWS | {"dl"}  # around cells, and absorbed with them
_INLINE = frozenset("a span em strong i b u small font sub sup center p h1 h2 h3 h4 h5 h6 label cite mark big abbr time picture".split())
_MARKS = {"em": "em", "i": "em", "strong": "strong", "b": "strong", "sub": "sub", "sup": "sup", "code": "code", "cite": "em"}
_BLOCKS = frozenset("p div section li ul ol figcaption dd dt dl br small tr td table header footer aside figure h1 h2 h3 h4 h5 h6".split())
_INLINE_WORDS = frozenset("a span em strong i b u font sub sup cite mark abbr time".split())
_NAMED = ("class", "id", "itemprop", "data-testid", "data-component", "data-type", "property")


def _words(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))


_CAPTION, _CREDIT, _BOX = map(_words, (rows_of.CAPTION_CLASSES, rows_of.CREDIT_CLASSES, rows_of.WRAPPER_CLASSES))
_WEAK_CREDIT = _words(rows_of.WEAK_CREDIT_CLASSES)
_TELLING = re.compile(f"{_CAPTION.pattern}|{_CREDIT.pattern}|lazy|image|img|photo|picture|media|delayed")
_JUNK, _JUNK_BOX, _CONTROL = map(_words, (rows_of.JUNK_IMAGES, rows_of.JUNK_BOXES, rows_of.CONTROL_CLASSES))
_BUTTON = re.compile(rf"\W*(?:{'|'.join(rows_of.CONTROLS)})\W*", re.I)
_SPOKEN_CAPTION = re.compile(rf"\s*(?:{'|'.join(rows_of.SPOKEN_CAPTION)})\b[\s,:]*", re.I)
_TRUNCATED = re.compile(r"\s*(?:…|\.\.\.)?\s*(?:read more|more|less|show more)?\W*$", re.I)
_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp)|(?:img|dsc)[_-]?\d+\S*", re.I)
_IMAGE_LABEL = re.compile(r"\s*((?:image|photo|picture|video|media)\s*:)\s*", re.I)
_HOST = _words(rows_of.PICTURE_HOSTS)
_WORD = re.compile(r"\w")
_PIXELS = re.compile(r"/pixel(?:\.gif|\.png|\.php|\?|$)|[/.]beacon|doubleclick\.net|scorecardresearch|facebook\.com/tr|google-analytics|/1x1\.|quantserve|/count(?:er)?\.(?:gif|png)", re.I)
_JUNK_NAME = re.compile(r"(?:^|[/_.-])(?:logo|icon|avatar|sprite|emoji|favicon|badge)s?(?:[_.-]|\d|$)|gravatar\.com|/s\.w\.org/images/core/emoji", re.I)
_CLOSING_CREDIT = re.compile(
    r"\W*(?:(?:main|top|lead|header|hero|featured|cover|banner|opening)\s+)?(?:image|photo|picture|photograph|illustration)s?"
    r"(?:\s+(?:credits?|courtesy))?\s*(?::|by\b|of\b)", re.I)


_SET_APART = re.compile(
    r"text-align:\s*center|^center$|has-text-align-center|aligncenter|text-center|font-style:\s*italic"
    r"|font-size:\s*(?:small|x-small|(?:[89]|1[0-3])(?:\.\d+)?p[xt]|0?\.[6-9]\d*r?em|[678]\d%)", re.I)
_TITLE = re.compile(r"title|headline|heading")
_NUMBERED = re.compile(r"(?:fig(?:ure)?\.?|abb(?:ildung)?\.?|image|photo|picture|bild|foto|figura|chart|exhibit|graph(?:ic)?|map|screenshot|illustration|図|图|그림)\s?\d{1,2}[a-z]?\s?[.:)\]–—-]"
                       r"|(?:above|below|pictured|left|right)(?: (?:left|right|above))?:", re.I)


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
    caption, credit, weak = (pattern.search(names) is not None for pattern in (_CAPTION, _CREDIT, _WEAK_CREDIT))
    if caption and (credit or weak):  # "caption__credit" is the caption's credit, "credit-caption" the box of both
        tokens = [token for token in names.split() if _CAPTION.search(token)]
        credit = any(max(_last(_CREDIT, token), _last(_WEAK_CREDIT, token)) > _last(_CAPTION, token) for token in tokens)
        caption, weak = not credit, False
    return Roles(names, caption, credit, weak, _BOX.search(names) is not None,
                 _JUNK.search(names) is not None, _JUNK_BOX.search(names) is not None, _CONTROL.search(names) is not None)


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def roles(element: HtmlElement) -> Roles:
    """The roles of one element, remembered by its names."""
    return _roles(" ".join([element.get(name) or "" for name in _NAMED]))


# ---------------------------------------------------------------- what stands beside an image

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
        if not isinstance(node.tag, str) or node.tag in _SKIPPED:
            continue
        yield node
        for child in node.iterchildren(reversed=True):
            if child.tail:
                stack.append(child.tail)
            stack.append(child)
        if node.text:
            stack.append(node.text)


def _peek(element: HtmlElement) -> Piece:
    """Classify a neighbour, looking at no more of it than a caption can have."""
    if not isinstance(element.tag, str) or element.tag in _SKIPPED:
        return Piece(EMPTY, "", element)
    if len(element) > 60:
        return Piece(BODY, "", element)
    words, length, story, count, paragraphs = [], 0, False, 0, 0
    for node in _texts(element):
        count += 1
        if isinstance(node, str):
            words.append(node)
            length += len(node)
            if length > 4 * LONGEST_CAPTION or count > 400:
                return Piece(BODY, "", element)
        elif (node.tag in _SHOWN and _pictured(node)) or node.get(MARK) is not None:
            return Piece(MEDIA, "", element)
        elif node.tag in _STORY:
            story = True
        elif node.tag == "p":
            paragraphs += 1
    text = " ".join("".join(words).split())
    if not _WORD.search(text):
        return Piece(EMPTY, "", element)
    return Piece(_kind(element, text, story, paragraphs), text, element)


def _pictured(node: HtmlElement) -> bool:
    """Is it an image of its own right, not an icon that stands inside a caption?"""
    if node.tag != "img":
        return True
    width, height = sources.size(node)
    return not (0 < width <= SMALL or 0 < height <= SMALL or roles(node).junk)


def _kind(element: HtmlElement, text: str, story: bool, paragraphs: int) -> int:
    if not text or (len(text) < 60 and _BUTTON.fullmatch(text)):
        return EMPTY
    if roles(element).control and not roles(element).caption and len(text) < 60 and not creditlike(text):
        return EMPTY
    nature = _nature(element)
    if nature == DECLARED:
        long = len(text) > LONGEST_CAPTION or (paragraphs >= STORY_PARAGRAPHS and len(text) > paragraphs * STORY_PARAGRAPH)
        return BODY if long or (story and len(text) > SHORT) else DECLARED
    if story or len(text) > LONGEST_CAPTION or (nature == PLAIN and _titled(element)):
        return BODY
    return HINT if creditlike(text) else nature


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
        if element.tag == "figcaption" or role.caption or role.credit:
            return DECLARED
        if role.weak:
            best = min(best, WEAK)
        if element.tag in ("small", "em", "i", "cite", "center", "font") or _SET_APART.search(element.get("style") or element.get("align") or role.names):
            best = min(best, HINT)
        if role.box and element.tag in ("p", "span", "div", "small"):
            best = min(best, HINT)
        worded = [child for child in element if isinstance(child.tag, str) and child.tag not in _SKIPPED and (len(child) or (child.text or "").strip())]
        if len(worded) != 1 or (element.text or "").strip() or any((child.tail or "").strip() for child in element):
            if len(worded) > 1 and len(worded) < 6 and all(_named(child) for child in worded):
                return DECLARED
            return best
        element = worded[0]
    return best


def _named(element: HtmlElement) -> bool:
    return element.tag == "figcaption" or roles(element).caption or roles(element).credit


def _stray(text: str | None, anchor: HtmlElement) -> Piece | None:
    """The piece for bare text in a box, or None where there is none."""
    words = " ".join((text or "").split())
    if not words or not re.search(r"\w", words) or (len(words) < 60 and _BUTTON.fullmatch(words)):
        return None
    kind = BODY if len(words) > LONGEST_CAPTION else HINT if creditlike(words) else PLAIN
    return Piece(kind, words, text or "")


def _before(unit: HtmlElement) -> Iterator[Piece]:
    """What stands before ``unit`` in its parent, nearest first."""
    for sibling in unit.itersiblings(preceding=True):
        if piece := _stray(sibling.tail, sibling):
            yield piece
        yield _peek(sibling)
    parent = unit.getparent()
    if parent is not None and (piece := _stray(parent.text, parent)):
        yield piece


def _after(unit: HtmlElement) -> Iterator[Piece]:
    """What stands after ``unit`` in its parent, nearest first."""
    if piece := _stray(unit.tail, unit):
        yield piece
    for sibling in unit.itersiblings():
        yield _peek(sibling)
        if piece := _stray(sibling.tail, sibling):
            yield piece


# ---------------------------------------------------------------- the box around an image


@dataclass(slots=True)
class Shot:
    """An image on its way to a figure: the element it replaces, and the pieces that belong to it, in reading order."""

    image: HtmlElement
    unit: HtmlElement
    before: list[Piece]
    after: list[Piece]
    joined: list[HtmlElement]  # pieces outside ``unit`` that must leave the tree


def _climb(image: HtmlElement) -> Shot:
    """Find the largest box that holds nothing but ``image`` and its words."""
    shot = Shot(image, image, [], [], [])
    last = shot
    for _ in range(TALLEST_BOX):
        parent = shot.unit.getparent()
        if parent is None or parent.tag in _FLOOR or parent.getparent() is None or (shot.unit.tag in _CELLS and parent.tag not in _LISTED):
            break
        sides = _whole(parent, shot)
        if sides is None:
            break
        shot = Shot(image, parent, sides[0] + shot.before, shot.after + sides[1], [])
        if parent.tag not in _ROWS:
            last = shot
    return last


def _whole(parent: HtmlElement, shot: Shot) -> tuple[list[Piece], list[Piece]] | None:
    """The words before and after the unit if ``parent`` holds nothing else, or None."""
    roomy = _roomy(parent)
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    for side, pieces in zip(sides, (_after(shot.unit), _before(shot.unit)), strict=True):
        for piece in pieces:
            if not _fits(piece, parent, roomy) and not _under(piece, shot.unit):
                return None
            if piece.kind != EMPTY:
                side.append(piece)
    if parent.tag == "p" and sum(len(piece.text) for side in sides for piece in side if piece.kind not in (DECLARED, HINT)) > ONE_LINE:
        return None
    return sides[1][::-1], sides[0]


def _under(piece: Piece, unit: HtmlElement) -> bool:
    """Does a short line follow the image after a line break, in a paragraph that holds nothing else?"""
    following, parent = unit.getnext(), unit.getparent()
    return (parent.tag == "p" and following is not None and following.tag == "br" and not (parent.text or "").strip()
            and piece.kind in (HINT, PLAIN) and len(piece.text) <= ONE_LINE)


def _roomy(parent: HtmlElement) -> bool:
    """May words without a name of their own be a caption here? In a figure, a picture's box, a layout table: yes."""
    if parent.tag == "a":
        return False
    if parent.tag in ("figure", "picture", "amp-img", "table", "tr", "tbody", "td") or roles(parent).box or _in_figure(parent):
        return True
    return parent.tag in ("div", "section", "aside", "span", "center") and _in_flow(parent)


def _in_flow(box: HtmlElement) -> bool:
    """Does a box stand right between the paragraphs of a text?"""
    for step in (box.getprevious, box.getnext):
        beside = step()
        if beside is not None and beside.tag == "p" and len("".join(beside.itertext())) > PROSE:
            return True
    return False


def _fits(piece: Piece, parent: HtmlElement, roomy: bool) -> bool:
    if piece.kind in (EMPTY, DECLARED):
        return True
    if piece.kind in (BODY, MEDIA) or (len(piece.text) > SHORT and parent.tag != "figure"):
        return False
    if piece.kind == HINT:
        return parent.tag != "a" or creditlike(piece.text)
    if not roomy:
        return False
    return parent.tag == "figure" or isinstance(piece.node, str) or not _linked(piece.node, piece.text)


def _linked(element: HtmlElement, text: str) -> bool:
    """Are the words one link? Then they are the title of a card, not a caption."""
    linked = "".join("".join(link.itertext()) for link in element.iter("a") if link.get("href"))
    return len(" ".join(linked.split())) > 0.8 * len(text)


def _join(shot: Shot) -> None:
    """Take declared captions and credits that stand right beside the unit, in a parent that holds other things too."""
    for piece in _after(shot.unit):
        if piece.kind == EMPTY:
            if not isinstance(piece.node, str) and piece.node.tag in ("hr", "h1", "h2", "h3"):
                break
            continue
        if not _beside(piece, shot):
            break
        shot.after.append(piece)
        _claim(shot, piece)
    if not shot.after and not shot.before:
        _join_before(shot)


def _join_before(shot: Shot) -> None:
    for piece in _before(shot.unit):
        if piece.kind == EMPTY:
            continue
        if piece.kind == DECLARED and not isinstance(piece.node, str) and _clear(piece.node):
            shot.before.insert(0, piece)
            _claim(shot, piece)
            continue
        break


def _clear(element: HtmlElement) -> bool:
    """Is there no other figure right before it, whose caption it could be?"""
    previous = element.getprevious()
    return previous is None or not isinstance(previous.tag, str) or _peek(previous).kind != MEDIA


def _claim(shot: Shot, piece: Piece) -> None:
    if isinstance(piece.node, str):
        shot.unit.tail = None
    else:
        shot.joined.append(piece.node)


def _beside(piece: Piece, shot: Shot) -> bool:
    """Does a following sibling in the flow of the text belong to the image?"""
    if piece.kind == DECLARED:
        return True
    if isinstance(piece.node, str):
        return piece.kind == HINT and shot.unit.tag not in ("img", "a")
    if piece.kind in (BODY, MEDIA) or piece.node.tag in _STORY or len(piece.text) > SHORT:
        return False
    if piece.kind == HINT:
        return creditlike(piece.text) or (len(piece.text) <= ITALIC and not shot.after and not _linked(piece.node, piece.text))
    return not shot.after and (_NUMBERED.match(piece.text) is not None or _repeats_alt(piece, shot.image) or _signed(piece))


def _repeats_alt(piece: Piece, image: HtmlElement) -> bool:
    """Are the words on the page those the image has as its alternative text? (The alternative alone is no caption.)"""
    said = _key(piece.text)
    return any(len(told) > 20 and (said.startswith(told) or told.startswith(said)) and len(said) > 20
               for told in (_key(image.get("alt") or ""), _key(image.get("title") or "")))


def _signed(piece: Piece) -> bool:
    """Do plain words close with a credit in brackets, or in an element of its own with a label?"""
    if isinstance(piece.node, str) or _linked(piece.node, piece.text):
        return False
    lines = _lines([piece], "")
    line = lines[-1] if lines else Line("", [])
    cut = split(line.text, line.seams)
    if cut is None:
        return False
    if line.text[cut.caption:cut.start].strip()[:1] in ("(", "[", "（", "©"):
        return cut.end >= len(line.text) - 3
    return cut.start - cut.caption > 3 and (len(lines) > 1 or bool(line.seams))


# ---------------------------------------------------------------- words


class Run(NamedTuple):
    """A stretch of caption text with the inline markup around it: rows of (tag, href)."""

    text: str
    marks: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Line:
    """One line of a caption: runs, and whether the page declares it a credit (or a caption)."""

    role: str
    runs: list[Run]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def seams(self) -> tuple[int, ...]:
        found, at = [], 0
        for run in self.runs[:-1]:
            at += len(run.text)
            found.append(at)
        return tuple(found)

    def part(self, start: int, end: int) -> list[Run]:
        """The runs between two offsets."""
        found, at = [], 0
        for run in self.runs:
            low, high = max(start - at, 0), min(end - at, len(run.text))
            if low < high:
                found.append(Run(run.text[low:high], run.marks))
            at += len(run.text)
        return found


def _lines(pieces: Iterable[Piece], base: str) -> list[Line]:
    """The lines of all pieces, each with its role."""
    lines = [Line("", [])]
    for piece in pieces:
        if isinstance(piece.node, str):
            _append(lines, piece.node, (), "")
            continue
        if piece.node.tag not in _INLINE_WORDS:
            lines.append(Line("", []))
        _flatten(piece.node, lines, base)
    return [line for line in lines if re.search(r"\w", line.text)]


def _append(lines: list[Line], text: str, marks: tuple[tuple[str, str], ...], role: str) -> None:
    if lines[-1].role != role:
        lines.append(Line(role, []))
    line = lines[-1]
    text = re.sub(r"\s+", " ", text)
    last = line.runs[-1].text[-1:] if line.runs else " "
    if last == " ":
        text = text.lstrip(" ")
    elif text[:1] != " " and last in ".!?…:;)”\"" and re.match(r"[^\W\d_a-z]|[(©]", text):
        text = " " + text  # the style sheet kept them apart: "…to help.Photograph: X"
    if text:
        line.runs.append(Run(text, marks))


def _flatten(element: HtmlElement, lines: list[Line], base: str) -> None:
    """Append the lines of one piece, in reading order."""
    marks: list[tuple[str, str]] = []
    role_of: list[str] = [""]
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        tail = node.tail if node is not element else None
        if event == "start":
            role = _role(node, role_of[-1])
            if _breaks(node) and lines[-1].runs:
                lines.append(Line(role, []))
            role_of.append(role)
            if mark := _mark(node, base):
                marks.append(mark)
            if node.tag in _SKIPPED or node.tag == "img" or _is_button(node):
                walk.skip_subtree()
            elif node.text:
                _append(lines, node.text, tuple(marks), role)
            continue
        if event == "end":
            role_of.pop()
            if _mark(node, base):
                marks.pop()
            if _breaks(node) and lines[-1].runs:
                lines.append(Line(role_of[-1], []))
        if tail:
            _append(lines, tail, tuple(marks), role_of[-1])


def _breaks(node: HtmlElement) -> bool:
    """Does an element stand on a line of its own? Blocks do, and what has a name of its own."""
    if node.tag in _BLOCKS:
        return True
    role = roles(node)
    return role.caption or role.credit or role.control


def _is_button(node: HtmlElement) -> bool:
    """An inline element that says "Read more" or "Purchase Licensing Rights"."""
    return not len(node) and node.tag in ("a", "span", "b", "label", "div") and 0 < len(node.text or "") < 60 and _BUTTON.fullmatch(node.text) is not None


def _mark(node: HtmlElement, base: str) -> tuple[str, str] | None:
    if node.tag == "a":
        href = (node.get("href") or "").strip()
        return ("a", urljoin(base, href)) if href and href[0] != "#" and not href.lower().startswith("javascript") else None
    return (_MARKS[node.tag], "") if node.tag in _MARKS else None


def _role(node: HtmlElement, outer: str) -> str:
    role = roles(node)
    if node.tag == "cite" and not (node.tail or "").strip() and node.getnext() is None:
        return "credit"  # at the end of a caption: who made it; in its midst: a title
    if role.caption:
        return "caption" if outer != "credit" else outer
    if role.credit or role.weak:
        return "credit" if not any(roles(child).caption for child in node.iterdescendants() if isinstance(child.tag, str)) else outer
    return outer


# ---------------------------------------------------------------- caption and credit


def _parts(lines: list[Line]) -> tuple[list[Run], list[Run]]:
    """(caption, credit) as runs, each text once, the credit without brackets and label."""
    lines = [_once_within(_spoken(line)) for line in lines if not _BUTTON.fullmatch(line.text.strip())]
    captions: list[Line] = []
    credits: list[list[Run]] = []
    for line in _once(_labels_joined(lines)):
        for part, is_credit in _sorted(line):
            if is_credit:
                _add(credits, part)
            else:
                captions.append(Line("", part))
    caption = _joined([line.runs for line in _once(captions)])
    credit = _joined(credits, ", ")
    return _without(caption, credit), credit


def _sorted(line: Line) -> Iterator[tuple[list[Run], bool]]:
    """The parts of one line, and whether each is a credit."""
    text, seams = line.text, line.seams
    cut = split(text, seams)
    if (line.role == "credit" and not (cut and len(text[:cut.caption].split()) > 3)) or _hosted(line):
        yield line.part(*unlabel(text)), True
    elif cut:
        yield line.part(0, cut.caption), False
        yield line.part(cut.start, cut.end), True
    elif first := opening(text, seams):
        yield line.part(first[0], first[1]), True
        yield line.part(first[2], len(text)), False
    else:
        yield line.part(_label_end(line), len(text)), False


def _label_end(line: Line) -> int:
    """Where a caption begins that has "Image:" before it in an element of its own."""
    match = _IMAGE_LABEL.match(line.text)
    return match.end() if match and any(match.end(1) <= seam <= match.end() for seam in line.seams) else 0


def _hosted(line: Line) -> bool:
    """Is the line one link to a host of pictures?"""
    marks = {mark for run in line.runs if run.text.strip() for mark in run.marks if mark[0] == "a"}
    return len(marks) == 1 and all(run.marks for run in line.runs if run.text.strip()) and _HOST.search(next(iter(marks))[1]) is not None


def _labels_joined(lines: list[Line]) -> list[Line]:
    """A line that is only a label ("Photo:") makes the next one a credit."""
    found: list[Line] = []
    labelled = False
    for line in lines:
        if PLAIN_LABEL.fullmatch(line.text):
            labelled = True
            continue
        found.append(Line("credit", line.runs) if labelled and len(line.text) <= 120 else line)
        labelled = False
    return found


def _once_within(line: Line) -> Line:
    """Without an element that repeats a longer neighbour, cut short for a small screen."""
    keys = [_key(run.text) for run in line.runs]
    runs = [run for place, (run, key) in enumerate(zip(line.runs, keys, strict=True))
            if len(key) < 20 or not any(other.startswith(key) and (len(other) > len(key) or at < place) for at, other in enumerate(keys) if at != place)]
    return Line(line.role, runs)


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", _TRUNCATED.sub("", text).lower()))


def _words_of(runs: list[Run]) -> str:
    return " ".join(re.findall(r"\w+", "".join(run.text for run in runs).lower()))


def _add(credits: list[list[Run]], runs: list[Run]) -> None:
    """Keep a credit unless it says what another one says already."""
    words = _words_of(runs)
    if not words or any(f" {words} " in f" {_words_of(known)} " for known in credits):
        return
    credits[:] = [known for known in credits if f" {_words_of(known)} " not in f" {words} "]
    credits.append(runs)


def _spoken(line: Line) -> Line:
    """A line without the words that only a screen reader says."""
    text = line.text
    if match := _SPOKEN_CAPTION.match(text):
        return Line("caption", line.part(match.end(), len(text)))
    return line


def _once(lines: list[Line]) -> list[Line]:
    """Without lines that repeat another, whole or cut short for a small screen."""
    keys = [_key(line.text) for line in lines]
    kept = []
    for number, (line, key) in enumerate(zip(lines, keys, strict=True)):
        shadowed = any(
            (other == key and place < number) or (other != key and len(key) > 20 and other.startswith(key))
            for place, other in enumerate(keys) if place != number)
        if key and not shadowed:
            kept.append(line)
    return kept


def _joined(rows: list[list[Run]], between: str = " ") -> list[Run]:
    found: list[Run] = []
    for row in rows:
        if found and row:
            found[-1] = Run(found[-1].text.rstrip(), found[-1].marks)
            found.append(Run(between if row[0].text.lstrip()[:1].isalnum() else " ", ()))
        found.extend(row)
    if found:
        found[0] = Run(found[0].text.lstrip(), found[0].marks)
        found[-1] = Run(found[-1].text.rstrip(), found[-1].marks)
    return [run for run in found if run.text]


def _without(caption: list[Run], credit: list[Run]) -> list[Run]:
    """The caption without a last repetition of the credit."""
    line, owner = Line("", caption), "".join(run.text for run in credit).strip()
    text = line.text.rstrip(" .)]")
    if owner and text.lower().endswith(owner.lower()):
        rest = text[:len(text) - len(owner)]
        if not rest or not rest[-1].isalnum():
            rest = re.sub(r"\W*(?:credits?|photo(?:graph)?(?: by| credit)?|image(?: credit)?)?\W*$", "", rest, flags=re.I) if rest.strip() else ""
            end = len(rest)
            while end < len(text) and text[end] in ".!?”\"’)":
                end += 1
            return line.part(0, end)
    return caption


# ---------------------------------------------------------------- building and placing


def _figure(images: list[HtmlElement], caption: list[Run], credit: list[Run]) -> HtmlElement:
    """The canonical element; ``images`` are new, clean elements."""
    figure = Element("figure", {MARK: ""})
    figure.extend(images)
    if caption or credit:
        words = etree.SubElement(figure, "figcaption")
        _write(words, caption)
        if credit:
            if caption:
                _write(words, [Run(" ", ())])
            _write(etree.SubElement(words, "span", {"class": "credit"}), credit)
    return figure


def _write(parent: HtmlElement, runs: list[Run]) -> None:
    """Append runs as text and inline elements; neighbours with the same marks share them."""
    chain: list[tuple[tuple[str, str], HtmlElement]] = []
    for run in runs:
        depth = 0
        while depth < min(len(chain), len(run.marks)) and chain[depth][0] == run.marks[depth]:
            depth += 1
        del chain[depth:]
        for mark in run.marks[depth:]:
            holder = chain[-1][1] if chain else parent
            chain.append((mark, etree.SubElement(holder, mark[0], {"href": mark[1]} if mark[1] else {})))
        holder = chain[-1][1] if chain else parent
        if len(holder):
            holder[-1].tail = (holder[-1].tail or "") + run.text
        else:
            holder.text = (holder.text or "") + run.text


def _picture(image: HtmlElement, base: str) -> HtmlElement | None:
    """A clean img with its best address, or None where the page gives none."""
    address = sources.best(image, base)
    if not address:
        return None
    clean = Element("img", src=address, alt=" ".join((image.get("alt") or image.get("data-alt") or "").split()))
    width, height = sources.size(image)
    if width and height:
        clean.set("width", str(width))
        clean.set("height", str(height))
    return clean


def _media(image: HtmlElement, base: str) -> list[HtmlElement]:
    """What the figure shows: an image, or a video's card with its poster."""
    picture = _picture(image, base)
    if image.tag != "video":
        return _linking(image, picture, base) if picture is not None else []
    source = next((node.get("src") for node in (image, *image.iter("source")) if node.get("src")), "")
    card = Element("a", href=urljoin(base, source or ""))
    card.text = "Video"
    return [node for node in (picture, card if source else None) if node is not None]


def _linking(image: HtmlElement, picture: HtmlElement, base: str) -> list[HtmlElement]:
    """The picture, inside the link it had when that leads to a page (not to the image's own file or a lightbox)."""
    link = image.getparent()
    for _ in range(4):
        if link is None or link.tag == "a":
            break
        link = link.getparent()
    href = (link.get("href") or "").strip() if link is not None and link.tag == "a" else ""
    if not href or href[0] == "#" or href.lower().startswith(("javascript:", "data:")) or sources.is_image(href):
        return [picture]
    holder = Element("a", href=urljoin(base, href))
    holder.append(picture)
    return [holder]


def _cut(element: HtmlElement) -> None:
    """Take an element out of the tree; the text after it stays."""
    if element.getparent() is not None:
        element.drop_tree()


def _place(shot: Shot, figure: HtmlElement) -> None:
    """Put the figure where its box was, as a block of its own."""
    for node in shot.joined:
        _cut(node)
    unit = shot.unit
    if unit.tag in _CELLS:
        for child in list(unit):
            unit.remove(child)
        unit.text = None
        unit.append(figure)
        return
    figure.tail, unit.tail = unit.tail, None
    unit.getparent().replace(unit, figure)
    _hoist(figure)


def _hoist(figure: HtmlElement) -> None:
    """Lift a figure out of the paragraph or the inline markup it stands in, before the words around it."""
    for _ in range(TALLEST_BOX):
        parent = figure.getparent()
        if parent is None or parent.tag not in _INLINE or parent.getparent() is None:
            return
        if len(parent) > CROWD:
            parent.tag = "div"  # a page, not a paragraph: figures may stand in it as they are
            return
        if parent.tag == "p" and _broken(figure):
            _break(parent, figure)
            continue
        _unlink(figure)
        parent.addprevious(figure)
        if not len(parent) and not (parent.text or "").strip():
            _cut(parent)


def _unlink(figure: HtmlElement) -> None:
    """Leave the text after ``figure`` where it is when the figure moves away."""
    tail, figure.tail = figure.tail, None
    if not tail:
        return
    previous, parent = figure.getprevious(), figure.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail


def _broken(figure: HtmlElement) -> bool:
    """Does a line break set the image apart from words before it?"""
    previous, following = figure.getprevious(), figure.getnext()
    ahead = (figure.getparent().text if previous is None else previous.tail) or ""
    apart = previous is not None and previous.tag == "br" and not ahead.strip()
    apart = apart or (following is not None and following.tag == "br" and not (figure.tail or "").strip())
    return apart and bool((figure.getparent().text or "").strip() or (previous is not None and previous.tag != "br"))


def _break(paragraph: HtmlElement, figure: HtmlElement) -> None:
    """Split a paragraph at the figure: words before it, the figure, words after it."""
    rest = paragraph.makeelement("p", dict(paragraph.attrib))
    rest.text, figure.tail = figure.tail, None
    for node in list(figure.itersiblings()):
        rest.append(node)
    paragraph.addnext(figure)
    rest.tail, paragraph.tail = paragraph.tail, None
    figure.tail = None
    figure.addnext(rest)
    while len(rest) and rest[0].tag == "br" and not (rest.text or "").strip():
        rest[0].drop_tree()
    if not len(rest) and not (rest.text or "").strip():
        _cut(rest)


# ---------------------------------------------------------------- the page

_SUBJECT_TAGS = frozenset("img amp-img video figure figcaption picture".split())
_LAZY_BOXES = frozenset("div span a i".split())


def _subjects(root: HtmlElement) -> list[HtmlElement]:
    """All that may become a figure or a part of one, in reading order: one walk, class strings looked up once each."""
    seen: dict[str, bool] = {}
    found = []
    for node in root.iter(etree.Element):
        if node.tag in _SUBJECT_TAGS:
            found.append(node)
            continue
        names = node.get("class")
        if not names:
            continue
        told = seen.get(names)
        if told is None:
            told = seen[names] = _TELLING.search(names.lower()) is not None
        if told:
            found.append(node)
    return found


def frame(root: HtmlElement, base: str) -> None:
    """Give every content image of the tree one canonical ``<figure data-r-figure>``, with its caption and its credit.

    Works in place and is idempotent. ``base`` is the address that relative addresses are relative to. Pixels and
    authors' portraits leave the tree; icons, emoji and formulas stay where they are, without a figure.
    """
    for node in list(root.iter("noscript")):
        _open_noscript(node)
    subjects = [node for node in _subjects(root) if not _inside_canonical(node)]
    _release_slides(root, subjects)
    for image in _images(subjects):
        _frame_one(image, root, base)
    for node in reversed(subjects):  # inner figures before those around them
        if node.tag == "figure" and node.get(MARK) is None and _attached(node, root):
            _settle(node, base)
    for node in subjects:
        if _named(node) and _attached(node, root):
            _adopt(node, base)
    _merge_tables(root, base)
    _dress_by_place(root, base)
    _close(root, base)


def _release_slides(root: HtmlElement, subjects: list[HtmlElement]) -> None:
    """A story told under its slides is body: its figures become plain boxes, the credits stay with the images."""
    told = [(node, len(text)) for node in subjects if node.tag == "figcaption" and len(text := " ".join(node.text_content().split())) > SLIDE]
    if len(told) < SLIDES:
        return
    inside = sum(length for _, length in told)
    everything = sum(len(paragraph.text_content()) for paragraph in root.iter("p") if next(paragraph.iterancestors("figcaption"), None) is None)
    if inside < everything:
        return
    for words, _ in told:
        _release(words)


def _release(words: HtmlElement) -> None:
    box = words.getparent()
    image = next((node for node in box.iter("img") if _pictured(node)), None)
    for node in [node for node in words.iterdescendants() if roles(node).credit or roles(node).weak]:
        if image is not None and len(node.text_content()) <= LONGEST_CREDIT and node is not image:
            _cut(node)
            node.tail = None
            node.set("class", "credit")
            image.addnext(node)
    for node in (words, box) if box.tag == "figure" else (words,):
        node.tag = "div"
        node.attrib.clear()


def _attached(node: HtmlElement, root: HtmlElement) -> bool:
    """Is the node still in the tree, or has its box become a figure meanwhile?"""
    if node is root:
        return False
    for count, above in enumerate(node.iterancestors()):
        if above is root or count > 400:
            return True
    return False


def _inside_canonical(node: HtmlElement) -> bool:
    for _ in range(5):
        if node is None:
            return False
        if node.get(MARK) is not None:
            return True
        node = node.getparent()
    return False


def _open_noscript(node: HtmlElement) -> None:
    """Let the image of a noscript stand for the lazy one it is the spare of."""
    if _inside_canonical(node):
        return
    if not len(node) and "<img" in (node.text or "") and len(node.text) < 20_000:
        for fragment in fragments_fromstring(node.text):
            if not isinstance(fragment, str):
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
    _cut(node)


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
        if node.tag in ("img", "amp-img", "video"):
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
    address = image.get("src") or ""
    if (0 < width <= 3 and height <= 3) or (0 < height <= 3 and width <= 3) or _PIXELS.search(address):
        _cut(image)
        return False
    if (0 < width <= SMALL and height <= SMALL) or (0 < height <= SMALL and width <= SMALL):
        return False
    if _JUNK_NAME.search(address[-120:]) and not _in_figure(image):
        return False
    return not _junk(image)


def _in_figure(image: HtmlElement) -> bool:
    node = image.getparent()
    for _ in range(4):
        if node is None:
            return False
        if node.tag == "figure":
            return True
        node = node.getparent()
    return False


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


def _frame_one(image: HtmlElement, root: HtmlElement, base: str) -> None:
    if not _attached(image, root):
        return
    shot = _climb(image)
    _join(shot)
    _claim_in_figure(shot)
    caption, credit = _parts(_lines([*shot.before, *shot.after], base))
    if not caption and not credit:
        caption, credit = _parts(_attributed(shot, base))
    media = _media(image, base)
    if media or caption or credit:
        _place(shot, _figure(media, caption, credit))
    else:
        _cut(image)


_CAPTION_NAME = re.compile(r"(?:^|-)caption$|^data-sub-html$")
_CREDIT_NAME = re.compile(r"(?:^|-)(?:credits?|copyright|photographer)$")


def _attributed(shot: Shot, base: str) -> list[Line]:
    """Caption and credit that a script would show from attributes in the image's box."""
    found: dict[str, Line] = {}
    for count, node in enumerate(shot.unit.iter(etree.Element)):
        if count > 30:
            break
        for name, value in node.items():
            role = "caption" if _CAPTION_NAME.search(name) else "credit" if _CREDIT_NAME.search(name) else ""
            if role and role not in found and (words := _attribute_words(value)):
                found[role] = Line(role, [Run(words, ())])
    return list(found.values())


def _attribute_words(value: str) -> str:
    """The words of an attribute that holds text or markup; "" for settings and file names."""
    words = html.unescape(" ".join(re.sub(r"<[^<>]{0,300}>", " ", value[:2000]).split())).strip("\"“” ")
    fit = 2 < len(words) <= LONGEST_CAPTION and words[0] not in "{[#./" and not _FILE_NAME.fullmatch(words)
    return words if fit and words.lower() not in ("true", "false", "yes", "none", "null") else ""


def _claim_in_figure(shot: Shot) -> None:
    """What a ``figure`` declares belongs to its one image, though titles or buttons stand between them."""
    holder = shot.unit.getparent()
    for _ in range(6):
        if holder is None or holder.tag in _FLOOR:
            return
        if holder.tag == "figure":
            break
        holder = holder.getparent()
    if holder is None or holder.tag != "figure" or _crowded(holder, shot.image):
        return
    taken = set(shot.joined)
    for node in holder.iterdescendants():
        if isinstance(node.tag, str) and node.getparent() not in taken and _named(node):
            piece = _peek(node)
            if piece.kind == DECLARED and not _within(node, shot.unit) and node not in taken:
                shot.after.append(piece)
                shot.joined.append(node)
            if piece.kind == DECLARED:
                taken.add(node)
        elif node.getparent() in taken:
            taken.add(node)


def _within(node: HtmlElement, box: HtmlElement) -> bool:
    while node is not None:
        if node is box:
            return True
        node = node.getparent()
    return False


def _crowded(holder: HtmlElement, image: HtmlElement) -> bool:
    """Does the figure hold other images, or more than a figure holds?"""
    for count, node in enumerate(holder.iterdescendants()):
        if count > 300 or (node is not image and node.tag in _SHOWN and _pictured(node)) or node.tag == "figure":
            return True
    return False


def _settle(figure: HtmlElement, base: str) -> None:
    """A figure of the page's own that is left: a gallery becomes a plain box, a picture that is missing keeps its words."""
    held = list(islice(figure.iterdescendants(), LARGEST_FIGURE))
    inner = [node for node in held if node.get(MARK) is not None]
    if inner:
        figure.tag = "div"
        if not _merge(figure, inner, base):
            _loosen(held)
        return
    if any(node.tag in _STORY or node.tag in _SHOWN for node in held):
        return
    shown = [card for card in figure.iterchildren("a") if card.get("href")][:1]
    for card in shown:
        figure.remove(card)
    piece = _peek(figure)
    if not shown and piece.kind not in (DECLARED, HINT, WEAK):
        return
    shown = shown or _hidden_picture(figure, base)
    caption, credit = _parts(_lines([Piece(piece.kind, piece.text, node) for node in figure.iterchildren()], base))
    clean = _figure(shown, caption, credit)
    clean.tail = figure.tail
    figure.getparent().replace(figure, clean)


def _loosen(held: list[HtmlElement]) -> None:
    """The words under a whole gallery become a paragraph after its figures."""
    for words in held:
        if words.tag == "figcaption" and words.getparent() is not None and words.getparent().get(MARK) is None:
            words.tag = "p"


def _merge_tables(root: HtmlElement, base: str) -> None:
    """A layout table of several images with one row of words is one figure."""
    for table in list(root.iter("table")):
        inner = [node for node in table.iter("figure") if node.get(MARK) is not None]
        rows = list(table.iter("tr"))
        if 1 < len(inner) <= 6 and len(rows) <= 6 and table.getparent() is not None:
            worded = [row for row in rows if row.find(".//figure") is None]
            cells = [cell for row in worded for cell in row]
            if len(cells) == 1 and all(_peek(cell).kind in (MEDIA, EMPTY) and not _stray_words(cell) for row in rows if row not in worded for cell in row):
                _merge_into(table, inner, [_peek(cells[0])], base)


def _stray_words(cell: HtmlElement) -> bool:
    return bool("".join(cell.itertext()).strip())


def _merge_into(box: HtmlElement, inner: list[HtmlElement], words: list[Piece], base: str) -> bool:
    if not words or any(piece.kind in (BODY, MEDIA, EMPTY) for piece in words):
        return False
    caption, credit = _parts(_lines(words, base))
    figure = _figure([node for one in inner for node in one], caption, credit)
    figure.tail, box.tail = box.tail, None
    box.getparent().replace(box, figure)
    return True


def _hidden_picture(figure: HtmlElement, base: str) -> list[HtmlElement]:
    """The image a script would have drawn into a figure, from the attributes that name it."""
    for count, node in enumerate(figure.iterdescendants()):
        if count > 40:
            break
        if isinstance(node.tag, str) and node.tag not in ("figcaption", "a") and (picture := _picture(node, base)) is not None:
            return [picture]
    return []


def _merge(box: HtmlElement, inner: list[HtmlElement], base: str) -> bool:
    """One caption under several images makes one figure of them all."""
    if not 1 < len(inner) <= 6 or any(figure.find("figcaption") is not None for figure in inner):
        return False
    words = [piece for piece in map(_peek, box.iterchildren()) if piece.kind not in (EMPTY, MEDIA)]
    return _merge_into(box, inner, words, base)


def _adopt(words: HtmlElement, base: str) -> None:
    """A declared caption or credit that no image claimed goes to the figure just before it, if that has none."""
    if words.tag in _FLOOR or _inside_canonical(words) or _peek(words).kind != DECLARED or not _of_image(words):
        return
    node = words
    for _ in range(3):
        previous = _previous(node)
        bare = [] if previous is None else [one for one in previous.iter("figure") if one.get(MARK) is not None]
        if bare:
            _hand_over(words, bare, node, base)
            return
        node = node.getparent()
        if node is None or node.tag in _FLOOR:
            break
    if words.tag == "figcaption":
        _alone(words, base)


def _of_image(words: HtmlElement) -> bool:
    """Do the names say it is about an image? A page has other credits, copyrights and captions."""
    names = roles(words).names
    return words.tag == "figcaption" or _CAPTION.search(names) is not None or _BOX.search(names) is not None or creditlike(_peek(words).text)


def _previous(node: HtmlElement) -> HtmlElement | None:
    previous = node.getprevious()
    while previous is not None and (not isinstance(previous.tag, str) or previous.tag in _SKIPPED):
        previous = previous.getprevious()
    return previous


def _hand_over(words: HtmlElement, bare: list[HtmlElement], node: HtmlElement, base: str) -> None:
    """Give the words to the last of the figures before them; one line each where there are as many lines as figures."""
    parent = node.getparent()
    if node is words and len(bare) > 1 and not any(one.find("figcaption") is not None for one in bare):
        if len(words) == len(bare) and all(_peek(child).kind in (DECLARED, HINT, PLAIN) for child in words):
            for figure, child in zip(bare, list(words), strict=True):
                _dress(figure, [_peek(child)], base)
            _cut(words)
            return
        if parent.tag not in _FLOOR and _merge(parent, bare, base):
            return
    if bare[-1].find("figcaption") is None:
        _dress(bare[-1], [_peek(words)], base)
        _cut(words)


def _alone(words: HtmlElement, base: str) -> None:
    """A figcaption whose image a script would have drawn: a figure of words only."""
    box = words.getparent() if words.getparent().tag == "figure" else words
    clean = _figure([], *_parts(_lines([_peek(words)], base)))
    clean.tail, box.tail = box.tail, None
    if len(clean):
        box.getparent().replace(box, clean)


def _dress(figure: HtmlElement, pieces: list[Piece], base: str) -> None:
    """Give words to a figure that has none."""
    dressed = _figure([], *_parts(_lines(pieces, base)))
    figure.extend(list(dressed))


def _dress_by_place(root: HtmlElement, base: str) -> None:
    """Words whose class stands nowhere but right under images are captions, whatever the class is called."""
    found: dict[tuple[str, str, str], list[tuple[HtmlElement, Piece]]] = {}
    for figure in root.iter("figure"):
        under = _right_under(figure)
        if figure.get(MARK) is None or figure.find("figcaption") is not None or under is None or not (under.get("class") or under.get("style")):
            continue
        piece = _peek(under)
        if piece.kind in (HINT, PLAIN, WEAK) and len(piece.text) <= SHORT and not _linked(under, piece.text):
            found.setdefault(_signature(under), []).append((figure, piece))
    for signature, rows in found.items():
        if len(rows) > 1 and sum(_signature(node) == signature for node in root.iter(signature[0])) == len(rows):
            for figure, piece in rows:
                _dress(figure, [piece], base)
                _cut(piece.node)


def _right_under(figure: HtmlElement) -> HtmlElement | None:
    following = figure.getnext()
    return following if following is not None and isinstance(following.tag, str) and not (figure.tail or "").strip() else None


def _signature(node: HtmlElement) -> tuple[str, str, str]:
    return node.tag, node.get("class") or "", node.get("style") or ""


def _close(root: HtmlElement, base: str) -> None:
    """A closing line "Top photo by …" or "Image: © …" is the credit of the first figure, if that has none."""
    for paragraph in root.iter("p"):
        if not _CLOSING_CREDIT.match(_opening_words(paragraph)):
            continue
        piece, lead = _peek(paragraph), _lead(root)
        if piece.kind in (MEDIA, BODY) or len(piece.text) > 160 or not creditlike(piece.text):
            continue
        if lead is not None and lead.find(".//span[@class='credit']") is None:
            _credit(lead, piece, base)
            _cut(paragraph)
        return


def _opening_words(paragraph: HtmlElement) -> str:
    """The first text of a paragraph, however deep it is wrapped (to a bound)."""
    node = paragraph
    for _ in range(5):
        if (node.text or "").strip() or not len(node):
            break
        node = node[0]
    return node.text or "" if isinstance(node.tag, str) else ""


def _lead(root: HtmlElement) -> HtmlElement | None:
    story = next(root.iter("article", "main"), root)
    return next((figure for figure in story.iter("figure") if figure.get(MARK) is not None), None)


def _credit(figure: HtmlElement, piece: Piece, base: str) -> None:
    line = _lines([piece], base)[0]
    words = figure.find("figcaption")
    if words is None:
        words = etree.SubElement(figure, "figcaption")
    _write(etree.SubElement(words, "span", {"class": "credit"}), line.part(*unlabel(line.text)))


def rows(content: HtmlElement) -> tuple[Figure, ...]:
    """The figures of the final content, a row an image: address, alt, caption and credit as plain text."""
    found = []
    for figure in content.iter("figure"):
        if figure.get(MARK) is None:
            continue
        caption, credit = _read(figure.find("figcaption"))
        images = list(figure.iter("img"))
        for image in images:
            found.append(Figure(image.get("src") or "", image.get("alt") or "", caption, credit))
        if not images:
            card = next(figure.iterchildren("a"), None)
            found.append(Figure(card.get("href") if card is not None else "", "", caption, credit))
    return tuple(found)


def _read(words: HtmlElement | None) -> tuple[str, str]:
    if words is None:
        return "", ""
    caption, credit = [words.text or ""], [""]
    for node in words:
        side = credit if node.get("class") == "credit" else caption
        side.extend(node.itertext())
        caption.append(node.tail or "")
    return " ".join("".join(caption).split()), " ".join("".join(credit).split())
