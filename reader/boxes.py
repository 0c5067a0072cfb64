"""The box around an image: climbed from the inside as long as it holds nothing but the image and its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from reader.beside import (
    BODY,
    DECLARED,
    EMPTY,
    HINT,
    LONGEST_CAPTION,
    MEDIA,
    PLAIN,
    SHORT,
    SHOWN,
    STORY,
    Piece,
    Seen,
    after,
    before,
    is_declared,
    is_small_heading,
    pattern_of,
    peek,
    pictured,
    roles,
)
from reader.credits import PLAIN_LABEL, closed, creditlike, split
from reader.cutlines import Line, key_of, lines_of
from reader.rules import captions as rows_of
from reader.sizes import size

PROSE = 80  # characters; a paragraph of the text
ONE_LINE = 140  # characters
LINE_WORDS = 6  # of a line that says something, not of a name
ITALIC = 220  # characters; an italic line under an image in the flow of the text
TALLEST_BOX = 14  # levels climbed from an image to the box that holds it
FLOOR = frozenset("html body article main".split())  # never one image's box
CELLS = frozenset("li td th dd dt".split())  # keep their place; the figure goes inside
_INLINE = frozenset("a span em strong i b u small cite br".split())
_ROWS = frozenset("tr tbody thead tfoot".split())
_TABLED = _ROWS | {"table"}
_LISTED = _ROWS | {"dl"}  # around cells, and absorbed with them
_OTHER = pattern_of(rows_of.OTHER_BOXES)
_NOTICE = re.compile(rf"\W*(?:{'|'.join(rows_of.NOTICES)})", re.I)
_DASH = re.compile(r"\s*[—–|/•·-]")
_PRICE = re.compile(r"[$€£¥₹]\s?\d|\d\s?€")
_NUMBERED = re.compile(
    r"(?:fig(?:ure)?\.?|abb(?:ildung)?\.?|image|photo|picture|bild|foto|figura|chart|exhibit|graph(?:ic)?|map"
    r"|screenshot|illustration|図|图|그림)\s?\d{1,2}[a-z]?\s?[.:)\]–—-]"
    r"|(?:above|below|pictured|left|right)(?: (?:left|right|above))?:",
    re.I,
)


@dataclass(slots=True)
class Shot:
    """An image on its way to a figure: the element it replaces, and the pieces that belong to it, in reading order."""

    image: HtmlElement
    unit: HtmlElement
    before: list[Piece]
    after: list[Piece]
    joined: list[HtmlElement]  # pieces outside ``unit`` that must leave the tree
    seen: Seen


def climb(image: HtmlElement) -> Shot:
    """Find the largest box that holds nothing but ``image`` and its words."""
    shot = Shot(image, image, [], [], [], {})
    last = shot
    for _ in range(TALLEST_BOX):
        parent = shot.unit.getparent()
        if (
            parent is None
            or parent.tag in FLOOR
            or parent.getparent() is None
            or (shot.unit.tag in CELLS and parent.tag not in _LISTED)
        ):
            break
        sides = _whole(parent, shot)
        if sides is None:
            break
        shot = Shot(image, parent, sides[0] + shot.before, shot.after + sides[1], [], shot.seen)
        if parent.tag not in _ROWS:
            last = shot
    return last


def _whole(parent: HtmlElement, shot: Shot) -> tuple[list[Piece], list[Piece]] | None:
    """The words before and after the unit if ``parent`` holds nothing else, or None."""
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    for side, pieces in zip(sides, (after(shot.unit, shot.seen), before(shot.unit, shot.seen)), strict=True):
        for piece in pieces:
            if not _fits(piece, parent) and not _under(piece, shot.unit) and not _one_credit(shot.unit):
                return None
            if piece.kind != EMPTY:
                side.append(piece)
    unnamed = [size(piece.text) for side in sides for piece in side if piece.kind not in (DECLARED, HINT)]
    if (parent.tag == "p" and sum(unnamed) > ONE_LINE) or (parent.tag in _TABLED and len(unnamed) > 1):
        return None  # a paragraph that begins with an image; a table of data
    return sides[1][::-1], sides[0]


def _under(piece: Piece, unit: HtmlElement) -> bool:
    """Does a short line follow the image after a line break, in a paragraph that holds nothing else?"""
    following, parent = unit.getnext(), unit.getparent()
    return (
        parent.tag == "p"
        and following is not None
        and following.tag == "br"
        and not (parent.text or "").strip()
        and piece.kind in (HINT, PLAIN)
        and size(piece.text) <= ONE_LINE
    )


def _one_credit(unit: HtmlElement) -> bool:
    """Are all the words right after the image, in several inline elements, one credit: "(taken from <a>…</a>)"?"""
    words, count = [unit.tail or ""], 0
    for sibling in unit.itersiblings():
        count += 1
        if count > 6 or sibling.tag not in _INLINE:
            return False
        words += [*sibling.itertext(), sibling.tail or ""]
    text = " ".join("".join(words).split())
    return count > 0 and len(text) <= ONE_LINE and creditlike(text)


def _room(parent: HtmlElement) -> int:
    """How many characters without a name of their own may be a caption here: most in a figure, none in a link."""
    if parent.tag == "a":
        return 0
    if parent.tag == "figure":
        return LONGEST_CAPTION
    if parent.tag in ("picture", "amp-img", "td") or parent.tag in _TABLED or roles(parent).box or in_figure(parent):
        return SHORT
    flow = parent.tag in ("div", "section", "aside", "span", "center") and not _OTHER.search(roles(parent).names)
    return ITALIC if flow and _in_flow(parent) else 0


def _in_flow(box: HtmlElement) -> bool:
    """Does a box stand right between the paragraphs of a text?"""
    for step in (box.getprevious, box.getnext):
        beside = step()
        if beside is not None and beside.tag == "p" and size("".join(beside.itertext())) > PROSE:
            return True
    return False


def _fits(piece: Piece, parent: HtmlElement) -> bool:
    if piece.kind in (EMPTY, DECLARED):
        return True
    if piece.kind in (BODY, MEDIA):
        return False
    room = _room(parent)
    if size(piece.text) > max(room, SHORT) or (piece.kind == PLAIN and _priced(piece.text)):
        return False
    if piece.kind == HINT:
        return creditlike(piece.text) or (parent.tag != "a" and (room > 0 or not _NOTICE.match(piece.text)))
    if size(piece.text) > room:
        return parent.tag != "a" and _signed(piece)
    return parent.tag == "figure" or isinstance(piece.node, str) or not linked(piece.node, piece.text)


def _priced(text: str) -> bool:
    """Does a line that is no sentence name a price? Then the box is a shop's."""
    return text[-1:] not in tuple(".!?…”\"") and _PRICE.search(text) is not None


def linked(element: HtmlElement, text: str) -> bool:
    """Are the words one link? Then they are the title of a card, not a caption."""
    linked = "".join("".join(link.itertext()) for link in element.iter("a") if link.get("href"))
    return len(" ".join(linked.split())) > 0.8 * len(text)


def join(shot: Shot) -> None:
    """Take declared captions and credits that stand right beside the unit, in a parent that holds other things too."""
    if _in_gallery(shot):
        return
    for piece in after(shot.unit, shot.seen):
        if piece.kind == EMPTY:
            if not isinstance(piece.node, str) and piece.node.tag in ("hr", "h1", "h2", "h3"):
                break
            continue
        if not _beside(piece, shot) or _of_all(piece, shot):
            break
        shot.after.append(piece)
        _claim(shot, piece)
    if not shot.after and not shot.before:
        _join_before(shot)


def _in_gallery(shot: Shot) -> bool:
    """Is the unit one of several images in a figure, whose own words are about all of them?"""
    parent = shot.unit.getparent()
    if parent is None or parent.tag != "figure":
        return False
    near = (*islice(before(shot.unit, shot.seen), 3), *islice(after(shot.unit, shot.seen), 3))
    return any(piece.kind == MEDIA for piece in near) and (shot.unit.tag == "figure" or bool(shot.after))


def _join_before(shot: Shot) -> None:
    for piece in before(shot.unit, shot.seen):
        if piece.kind == EMPTY:
            continue
        ours = not isinstance(piece.node, str) and (piece.kind == DECLARED or _says_alt(piece, shot))
        if ours and _clear(piece.node):
            shot.before.insert(0, piece)
            _claim(shot, piece)
            continue
        break


def _says_alt(piece: Piece, shot: Shot) -> bool:
    """Is a line set apart right above the image its alternative text, word for word? (In bold it is a heading.)"""
    said = key_of(piece.text)
    apart = piece.kind == HINT and not shot.before and piece.node.find(".//strong") is None
    return apart and len(said.split()) >= LINE_WORDS and said == key_of(shot.image.get("alt") or "")


def _clear(element: HtmlElement) -> bool:
    """Is there no other figure right before it, whose caption it could be?"""
    previous = element.getprevious()
    return previous is None or not isinstance(previous.tag, str) or peek(previous).kind != MEDIA


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
    story = piece.node.tag in STORY and not is_small_heading(piece.node, piece.text)
    if piece.kind in (BODY, MEDIA) or story or size(piece.text) > SHORT:
        return False
    if piece.kind == HINT:
        about_text = size(piece.text) > ITALIC or _NOTICE.match(piece.text) or linked(piece.node, piece.text)
        return creditlike(piece.text) or not (shot.after or about_text)
    if shot.after:
        return _ends_box(piece, shot)
    return _NUMBERED.match(piece.text) is not None or _repeats_alt(piece, shot.image) or _signed(piece)


def _of_all(piece: Piece, shot: Shot) -> bool:
    """Is it the caption of a whole gallery, of which the image, with a caption of its own, is the last?"""
    own = shot.unit.tag == "figure" and any(one.kind == DECLARED for one in (*shot.before, *shot.after))
    if not own or isinstance(piece.node, str) or piece.node.tag != "figcaption":
        return False
    previous = shot.unit.getprevious()
    return previous is not None and peek(previous).kind == MEDIA


def _ends_box(piece: Piece, shot: Shot) -> bool:
    """Is it the line after the credit that ends a box of nothing else, among the paragraphs of a text?"""
    node, box = piece.node, shot.unit.getparent()
    ends = node.tag in ("div", "span") and node.getnext() is None and not (node.tail or "").strip()
    if not ends or len(piece.text.split()) < LINE_WORDS or _NOTICE.match(piece.text) or linked(node, piece.text):
        return False
    alone = len(shot.after) == 1 and creditlike(shot.after[0].text)
    return alone and next(before(shot.unit, shot.seen), None) is None and _among_paragraphs(box)


def _among_paragraphs(box: HtmlElement) -> bool:
    """Does the box, or the one it fills, stand inside a text: after a heading or a paragraph, before a paragraph?"""
    for _ in range(3):
        if box.getprevious() is not None or box.getnext() is not None or box.tag in FLOOR:
            break
        box = box.getparent()
    before, following = box.getprevious(), box.getnext()
    if before is None or following is None or box.tag in FLOOR:
        return False
    held = next(following.iter("p"), None)
    read = next(before.iter("p", "h2", "h3", "h4"), None)
    return read is not None and held is not None and len("".join(held.itertext())) > PROSE


def _repeats_alt(piece: Piece, image: HtmlElement) -> bool:
    """Are the words on the page those the image has as its alternative text? (The alternative alone is no caption.)"""
    said = key_of(piece.text)
    return any(
        len(told) > 20 and (said.startswith(told) or told.startswith(said)) and len(said) > 20
        for told in (key_of(image.get("alt") or ""), key_of(image.get("title") or ""))
    )


def _signed(piece: Piece) -> bool:
    """Do plain words close with a credit in brackets, after © or a dash with a label, or in an element of its own?"""
    if isinstance(piece.node, str) or linked(piece.node, piece.text):
        return False
    lines = lines_of([piece], "")
    line = lines[-1] if lines else Line("", [])
    cut = split(line.text, line.seams)
    if cut is None:
        return False
    if closed(line.text):
        return True
    if (line.text[cut.caption : cut.start].strip() or line.text[cut.start :])[:1] in ("(", "[", "（", "©"):
        return cut.end >= len(line.text) - 3
    if _dashed(line.text[cut.caption : cut.start]) or (line.seams and _ends_apart(line, cut.start)):
        return True
    return cut.start - cut.caption > 3 and (len(lines) > 1 or bool(line.seams))


def _dashed(between: str) -> bool:
    """Is it a dash or a stroke with a credit's label after it: " — Foto: "?"""
    return _DASH.match(between) is not None and PLAIN_LABEL.fullmatch(between.strip()) is not None


def _ends_apart(line: Line, start: int) -> bool:
    """Is the credit the last element of the words, and no link or stressed word of a sentence?"""
    return start >= line.seams[-1] and not line.runs[-1].marks


def in_figure(image: HtmlElement) -> bool:
    node = image.getparent()
    for _ in range(4):
        if node is None:
            return False
        if node.tag == "figure":
            return True
        node = node.getparent()
    return False


def claim_in_figure(shot: Shot) -> None:
    """What a ``figure`` declares belongs to its one image, though titles or buttons stand between them."""
    holder = shot.unit.getparent()
    for _ in range(6):
        if holder is None or holder.tag in FLOOR:
            return
        if holder.tag == "figure":
            break
        holder = holder.getparent()
    if holder is None or holder.tag != "figure" or _crowded(holder, shot.image):
        return
    taken = set(shot.joined)
    for node in holder.iterdescendants():
        if isinstance(node.tag, str) and node.getparent() not in taken and is_declared(node):
            piece = peek(node)
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
        if count > 300 or (node is not image and node.tag in SHOWN and pictured(node)) or node.tag == "figure":
            return True
    return False
