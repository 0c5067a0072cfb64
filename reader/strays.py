"""What the first round leaves: figures without images, galleries, words without a figure, slides, closing credits."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import Element, HtmlElement

from reader import sources
from reader.beside import (
    BODY,
    BOX,
    CAPTION,
    DECLARED,
    EMPTY,
    HINT,
    MEDIA,
    PLAIN,
    SHORT,
    SHOWN,
    STORY,
    WEAK,
    Piece,
    peek,
    pictured,
    previous_of,
    roles,
)
from reader.boxes import FLOOR, linked
from reader.credits import LONGEST as LONGEST_CREDIT
from reader.credits import creditlike
from reader.cutlines import add_credit, canonical, caption_and_credit, dress, lines_of
from reader.markers import FIGURE
from reader.placing import cut
from reader.sizes import size
from reader.targets import whole_text

LONGEST_CLOSING = 160  # characters of a closing line that names who made the first picture
SLIDE = 160  # characters of a caption that tells a part of the story
_OWNERS = frozenset("table pre blockquote math details".split())
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SLIDES = 4  # that many of them, together longer than the paragraphs of the page, make a story told in captions
LARGEST_FIGURE = 400  # elements looked at in one figure of the page's own
_PICTURE = re.compile(r"image|img|photo|picture|hero", re.I)
_SHOT = r"[-_]*(?:image|img|photo|picture)"
_LEADING = re.compile(rf"\b(?:(?:hero|lead)(?:{_SHOT})?|(?:featured?|main|cover){_SHOT})[-_]*caption\b", re.I)
_CLOSING_CREDIT = re.compile(
    r"\W*(?:(?:main|top|lead|header|hero|featured|cover|banner|opening)\s+)?(?:image|photo|picture|photograph|illustration)s?"
    r"(?:\s+(?:credits?|courtesy|sources?))?\s*(?::|by\b|of\b)",
    re.I,
)


def clean_image(image: HtmlElement, base: str, box: HtmlElement | None = None) -> HtmlElement | None:
    """A clean img with its best address, or with that which its ``box`` gives it; None where the page gives none."""
    address = sources.best(image, base) or (sources.spare(image, box, base) if box is not None else "")
    if not address:
        return None
    clean = Element("img", src=address, alt=" ".join((image.get("alt") or image.get("data-alt") or "").split()))
    width, height = sources.size(image)
    if width and height:
        clean.set("width", str(width))
        clean.set("height", str(height))
    return clean


def release_slides(root: HtmlElement, subjects: list[HtmlElement]) -> None:
    """A story told under its slides is body: its figures become plain boxes, the credits stay with the images."""
    told = [
        (node, size(text))
        for node in subjects
        if node.tag == "figcaption" and size(text := " ".join(whole_text(node).split())) > SLIDE
    ]
    if len(told) < SLIDES:
        return
    inside = sum(length for _, length in told)
    everything = sum(
        size(whole_text(paragraph))
        for paragraph in root.iter("p")
        if next(paragraph.iterancestors("figcaption"), None) is None
    )
    if inside < everything:
        return
    for words, _ in told:
        _release(words)


def _release(words: HtmlElement) -> None:
    box = words.getparent()
    image = next((node for node in box.iter("img") if pictured(node)), None)
    for node in [node for node in words.iterdescendants() if roles(node).credit or roles(node).weak]:
        if image is not None and len(whole_text(node)) <= LONGEST_CREDIT and node is not image:
            cut(node)
            node.tail = None
            node.set("class", "credit")
            image.addnext(node)
    for node in (words, box) if box.tag == "figure" else (words,):
        node.tag = "div"
        node.attrib.clear()


def inside_canonical(node: HtmlElement) -> bool:
    for _ in range(5):
        if node is None:
            return False
        if node.get(FIGURE) is not None:
            return True
        node = node.getparent()
    return False


def settle(figure: HtmlElement, base: str) -> None:
    """A figure of the page's own that is left: a gallery becomes a box, a missing picture keeps its words."""
    held = list(islice(figure.iterdescendants(), LARGEST_FIGURE))
    inner = [node for node in held if node.get(FIGURE) is not None]
    if inner:
        figure.tag = "div"
        if not _merge(figure, inner, base):
            _loosen(held)
        return
    if any(node.tag in STORY or node.tag in SHOWN for node in held):
        return
    shown = [card for card in figure.iterchildren("a") if card.get("href")][:1]
    for card in shown:
        figure.remove(card)
    piece = peek(figure)
    if not shown and piece.kind not in (DECLARED, HINT, WEAK):
        return
    shown = shown or _hidden_picture(figure, base)
    caption, credit = caption_and_credit(
        lines_of([Piece(piece.kind, piece.text, node) for node in figure.iterchildren()], base)
    )
    clean = canonical(shown, caption, credit)
    clean.tail = figure.tail
    figure.getparent().replace(figure, clean)


def _loosen(held: list[HtmlElement]) -> None:
    """The words under a whole gallery become a paragraph after its figures."""
    for words in held:
        if words.tag == "figcaption" and words.getparent() is not None and words.getparent().get(FIGURE) is None:
            words.tag = "p"


def merge_tables(root: HtmlElement, base: str) -> None:
    """A layout table of several images with one row of words is one figure."""
    for table in list(root.iter("table")):
        inner = [node for node in table.iter("figure") if node.get(FIGURE) is not None]
        rows = list(table.iter("tr"))
        if 1 < len(inner) <= 6 and len(rows) <= 6 and table.getparent() is not None:
            worded = [row for row in rows if row.find(".//figure") is None]
            cells = [cell for row in worded for cell in row]
            if len(cells) == 1 and all(
                peek(cell).kind in (MEDIA, EMPTY) and not _stray_words(cell)
                for row in rows
                if row not in worded
                for cell in row
            ):
                _merge_into(table, inner, [peek(cells[0])], base)


def _stray_words(cell: HtmlElement) -> bool:
    return bool("".join(cell.itertext()).strip())


def _merge_into(box: HtmlElement, inner: list[HtmlElement], words: list[Piece], base: str) -> bool:
    if not words or any(piece.kind in (BODY, MEDIA, EMPTY) for piece in words):
        return False
    caption, credit = caption_and_credit(lines_of(words, base))
    figure = canonical([node for one in inner for node in one], caption, credit)
    figure.tail, box.tail = box.tail, None
    box.getparent().replace(box, figure)
    return True


def _hidden_picture(figure: HtmlElement, base: str) -> list[HtmlElement]:
    """The image a script would have drawn into a figure, from the attributes that name it."""
    for count, node in enumerate(figure.iterdescendants()):
        if count > 40:
            break
        if (
            isinstance(node.tag, str)
            and node.tag not in ("figcaption", "a")
            and (picture := clean_image(node, base)) is not None
        ):
            return [picture]
    return []


def _merge(box: HtmlElement, inner: list[HtmlElement], base: str) -> bool:
    """One caption under several images makes one figure of them all."""
    if not 1 < len(inner) <= 6 or any(figure.find("figcaption") is not None for figure in inner):
        return False
    words = [piece for piece in map(peek, box.iterchildren()) if piece.kind not in (EMPTY, MEDIA)]
    return _merge_into(box, inner, words, base)


def adopt(words: HtmlElement, base: str) -> None:
    """A declared caption or credit that no image claimed goes to the figure just before it, if that has none."""
    if words.tag in FLOOR or inside_canonical(words) or not _is_said(peek(words)) or not _of_image(words):
        return
    if _has_owner(words):
        return
    node = words
    for _ in range(3):
        previous, controls = _worded_before(node)
        bare = [] if previous is None else [one for one in previous.iter("figure") if one.get(FIGURE) is not None]
        if bare:
            for control in controls:
                cut(control)
            _hand_over(words, bare, node, base)
            return
        node = node.getparent()
        if node is None or node.tag in FLOOR:
            break
    if words.tag == "figcaption" or _leads(words):
        _alone(words, base)
    elif _PICTURE.search(roles(words).names):
        _alone_together(words, base)


def tells(node: HtmlElement) -> bool:
    """Is it a caption or a credit by its name, be it the weak one of a picture's agency or author?"""
    role = roles(node)
    weakly = role.weak and _PICTURE.search(role.names) is not None
    return node.tag == "figcaption" or role.caption or role.credit or weakly


def _leads(words: HtmlElement) -> bool:
    """Is it the caption of a lead picture that stands in a style?"""
    role = roles(words)
    return role.caption and _LEADING.search(role.names) is not None


def _is_said(piece: Piece) -> bool:
    return piece.kind == DECLARED or (piece.kind == HINT and roles(piece.node).weak and creditlike(piece.text))


def _worded_before(node: HtmlElement) -> tuple[HtmlElement | None, list[HtmlElement]]:
    """The next element before ``node`` that is no control ("View image in fullscreen"), and the controls between."""
    controls: list[HtmlElement] = []
    previous = previous_of(node)
    while previous is not None and len(controls) < 4 and peek(previous).kind == EMPTY:
        controls.append(previous)
        previous = previous_of(previous)
    return previous, controls


def _has_owner(words: HtmlElement) -> bool:
    """Does a figure around the words hold what they are about: a table, a listing, a player?"""
    box = next(words.iterancestors("figure"), None)
    held = [] if box is None else islice(box.iterdescendants(), LARGEST_FIGURE)
    return any(node.tag in _OWNERS or node.tag in SHOWN for node in held)


def _of_image(words: HtmlElement) -> bool:
    """Do the names say it is about an image? A page has other credits, copyrights and captions, and slogans."""
    names = roles(words).names
    if words.tag != "figcaption" and next(words.iter(*_HEADINGS), None) is not None:
        return False
    return (
        words.tag == "figcaption"
        or CAPTION.search(names) is not None
        or BOX.search(names) is not None
        or creditlike(peek(words).text)
    )


def _hand_over(words: HtmlElement, bare: list[HtmlElement], node: HtmlElement, base: str) -> None:
    """Give the words to the last of the figures before them; one line each where there are as many lines as figures."""
    parent = node.getparent()
    if node is words and len(bare) > 1 and not any(one.find("figcaption") is not None for one in bare):
        alike = len({child.tag for child in words}) == 1
        if alike and len(words) == len(bare) and all(peek(child).kind in (DECLARED, HINT, PLAIN) for child in words):
            for figure, child in zip(bare, list(words), strict=True):
                dress(figure, [peek(child)], base)
            cut(words)
            return
        if parent.tag not in FLOOR and _merge(parent, bare, base):
            return
    if bare[-1].find("figcaption") is None:
        dress(bare[-1], [peek(words)], base)
        cut(words)


def _alone(words: HtmlElement, base: str) -> None:
    """A figcaption whose image a script or a style would have drawn: a figure of words only."""
    box = words.getparent() if words.getparent().tag == "figure" else words
    clean = canonical([], *caption_and_credit(lines_of([peek(words)], base)))
    clean.tail, box.tail = box.tail, None
    if len(clean):
        box.getparent().replace(box, clean)


def _alone_together(words: HtmlElement, base: str) -> None:
    """Caption and credit in a box of their own, named after an image that a script would have drawn beside them."""
    pieces = [peek(child) for child in words.getparent().iterchildren()]
    said = [piece for piece in pieces if _is_said(piece)]
    if any(piece.kind != EMPTY and (piece not in said or piece.node.find(".//p") is not None) for piece in pieces):
        return
    clean = canonical([], *caption_and_credit(lines_of(said, base)))
    if len(clean):
        clean.tail, words.tail = words.tail, None
        words.getparent().replace(words, clean)
        for piece in said:
            if piece.node is not words:
                cut(piece.node)


def dress_by_place(root: HtmlElement, base: str) -> None:
    """Words whose class stands nowhere but right under images are captions, whatever the class is called."""
    found: dict[tuple[str, str, str], list[tuple[HtmlElement, HtmlElement]]] = {}
    for figure in root.iter("figure"):
        if figure.get(FIGURE) is None or (under := _right_under(figure)) is None:
            continue
        if (under.get("class") or under.get("style")) and figure.find("figcaption") is None:
            found.setdefault(_signature(under), []).append((figure, under))
    for signature, places in found.items():
        if len(places) < 2:
            continue
        rows = [(figure, piece) for figure, under in places if _is_words(piece := peek(under))]
        if len(rows) > 1 and sum(_signature(node) == signature for node in root.iter(signature[0])) == len(rows):
            for figure, piece in rows:
                dress(figure, [piece], base)
                cut(piece.node)
                _credit_under(figure, base)


def _credit_under(figure: HtmlElement, base: str) -> None:
    """The declared credit that stood after the words under an image."""
    under = _right_under(figure)
    if under is not None and roles(under).credit and (piece := peek(under)).kind == DECLARED:
        add_credit(figure, piece, base)
        cut(under)


def _is_words(piece: Piece) -> bool:
    """Could the piece be a caption by its length, and by being no link?"""
    return piece.kind in (HINT, PLAIN, WEAK) and size(piece.text) <= SHORT and not linked(piece.node, piece.text)


def _right_under(figure: HtmlElement) -> HtmlElement | None:
    following = figure.getnext()
    return (
        following
        if following is not None and isinstance(following.tag, str) and not (figure.tail or "").strip()
        else None
    )


def _signature(node: HtmlElement) -> tuple[str, str, str]:
    return node.tag, node.get("class") or "", node.get("style") or ""


def close_with_credit(root: HtmlElement, base: str) -> None:
    """A closing line "Top photo by …" or "Image: © …" is the credit of the first figure, if that has none."""
    lead = _lead(root)
    if lead is None or lead.find(".//span[@class='credit']") is not None:
        return
    for paragraph in root.iter("p", "div"):
        said = paragraph.text or ""
        if paragraph.tag == "p" and not said.strip():
            said = _opening_words(paragraph)
        if not said or len(said) > LONGEST_CLOSING or not _CLOSING_CREDIT.match(said):
            continue
        piece = peek(paragraph)
        if piece.kind not in (MEDIA, BODY) and len(piece.text) <= LONGEST_CLOSING and creditlike(piece.text):
            add_credit(lead, piece, base)
            cut(paragraph)
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
    return next((figure for figure in story.iter("figure") if figure.get(FIGURE) is not None), None)
