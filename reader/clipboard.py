"""What Word, Google Docs and browsers put on the clipboard, made into the markup that pages have.

Word writes lists as paragraphs with the bullet in the text, titles as a class, and pictures as files of its own disk;
Google Docs wraps everything in one <b> and tells bold and italics by style. Both are known by what nobody else writes.
"""
from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, tostring

from reader.parse import parse
from reader.plaincaptions import captioned

_LOOKED_AT = 100_000  # characters; Word's styles stand before its first paragraph
_WORD = re.compile(r"class=[\"']?Mso[A-Z]")  # newsletters made for Outlook speak of Microsoft, too, but not so
_DOCS = re.compile(r"docs-internal-guid-")

# The marks around what Word shows to everybody; what is for itself alone stands in comments.
_CONDITION = re.compile(r"<!\[(?:if|endif)[^<>]{0,200}\]>", re.I)
_HEADER = re.compile(r"\A(?:[A-Za-z]{3,20}:[^\r\n<]{0,2000}\r?\n){3,12}(?=\s*<)")  # Windows' own, of lengths and places
_LIST = re.compile(r"MsoList(?:Paragraph|Bullet|Number)")
_LEVEL = re.compile(r"mso-list:\s*[a-z]?\d+\s+level(\d)", re.I)
_NUMBERED = re.compile(r"[\s(]*(?:\d+|[a-z]|[ivx]+)[.)]", re.I)
_NUMBER = re.compile(r"\(?(\d{1,6})[.)]")
_BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.I)
_LONGEST_CAPTION = 300  # characters
_ITALIC = re.compile(r"font-style:\s*italic", re.I)


def tidied(text: str) -> str:
    """``text`` in plain markup if Word or Google Docs wrote it, else as it is."""
    head = text[:_LOOKED_AT]
    is_word, is_docs = bool(_WORD.search(head)), bool(_DOCS.search(head))
    if not (is_word or is_docs):
        return text
    root = parse(_CONDITION.sub("", _HEADER.sub("", text)))
    _speak(root)
    if is_word:
        _listed(root)
        _titled(root)
    _captioned(root, is_word)
    return str(tostring(root, encoding="unicode"))


def _speak(root: HtmlElement) -> None:
    """Say in elements what styles say; take off the <b> around everything, and pictures nobody else can see."""
    for el in list(root.iter("b", "span", "img")):
        style = el.get("style") or ""
        if el.tag == "img":
            if (el.get("src") or "").lower().startswith("file:"):
                del el.attrib["src"]
        elif el.tag == "b" and (el.get("id") or "").startswith("docs-internal-guid"):
            el.tag = "div"
        elif "mso-list:ignore" in style.lower().replace(" ", ""):
            continue
        elif el.tag == "span" and _BOLD.search(style):
            el.tag = "b"
        elif el.tag == "span" and _ITALIC.search(style):
            el.tag = "i"


def _titled(root: HtmlElement) -> None:
    for el in list(root.iter("p")):
        if el.get("class") == "MsoTitle" and _words(el):
            el.tag = "h1"


def _captioned(root: HtmlElement, is_word: bool) -> None:
    """Make figures of pictures in paragraphs of their own and the next: Word's caption, or words with a credit."""
    for image in list(root.iter("img")):
        above = next((one for one in image.iterancestors() if one.tag in ("p", "div")), None)
        below = above.getnext() if above is not None and above.tag == "p" and not _words(above) else None
        if above is None or below is None or below.tag != "p":
            continue
        words = _words(below)
        is_caption = is_word and below.get("class") == "MsoCaption"
        if is_caption or (len(words) <= _LONGEST_CAPTION and captioned(words).credit):
            figure = etree.Element("figure")
            above.addprevious(figure)
            figure.extend([above, below])
            below.tag = "figcaption"


def _words(el: HtmlElement) -> str:
    return " ".join("".join(el.itertext()).split())


def _listed(root: HtmlElement) -> None:
    """Paragraphs that Word means as a list's become one; the deeper levels are put into the first."""
    box = None
    for el in list(root.iter("p")):
        style = el.get("style") or ""
        if not (_LEVEL.search(style) or (_LIST.search(el.get("class") or "") and "mso-list" in style)):
            continue
        mark = _mark(el)
        before = el.getprevious()
        if box is None or before is not box or (box.tag == "ol") != bool(_NUMBERED.match(mark)):
            box = etree.Element("ol" if _NUMBERED.match(mark) else "ul")
            if (number := _NUMBER.match(mark)) and number[1] != "1":
                box.set("start", number[1])
            el.addprevious(box)
        el.tag = "li"
        loose, el.tail = el.tail, None
        box.append(el)
        if loose and loose.strip():
            box.tail, box = loose, None  # words behind the list's paragraph end it


def _mark(item: HtmlElement) -> str:
    """The bullet or number that Word wrote into the text of ``item``, which is taken out."""
    for el in list(item.iter("span")):
        if "mso-list:ignore" in (el.get("style") or "").lower().replace(" ", ""):
            mark = "".join(el.itertext())
            el.drop_tree()
            return mark.strip()
    return ""
