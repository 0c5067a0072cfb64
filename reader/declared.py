"""What JSON-LD says of the page's pictures (``ImageObject``), for the figures under which the page shows nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lxml.html import HtmlElement

from reader import jsonld
from reader.credits import LONGEST, UNCASED
from reader.cutlines import Line, Run, canonical, caption_and_credit, key_of
from reader.markers import FIGURE
from reader.sources import file_of

Thing = Mapping[str, Any]

_HOLDERS = ("image", "primaryImageOfPage", "associatedMedia", "thumbnail")
_MOST = 200  # pictures of one page that are looked at
_LONGEST_CAPTION = 600
# A caption is a sentence, or closes with a credit: publishing systems fill the field with the alternative text when an
# editor left it empty ("harbour bridge").
_LEAST_WORDS, _LEAST_LETTERS = 5, 10  # the letters of Chinese or Japanese, which have no spaces
_SENTENCE = re.compile(r"[^a-z].*[.!?…。！？][\"”’')\]]*", re.S)
_TELLING = 10  # characters of a file's name that is no other file's: not "image.jpg"
_SIZES = re.compile(r"\d+(?:[_x,:]\d+)+|(?!(?:19|20)\d\d)\d{3,4}|[a-z]{1,2}_[\w,.:-]*", re.I)


class Picture(NamedTuple):
    """One declared picture; the texts are "" where nothing is said."""

    address: str
    caption: str
    credit: str


def pictures(things: Sequence[Thing], strangers: Sequence[str]) -> tuple[Picture, ...]:
    """The pictures that JSON-LD says something of; no credit goes to ``strangers`` (the site, the text's authors)."""
    nobody = {key_of(name) for name in strangers}
    found = []
    for thing in _image_objects(things):
        address = _text(thing.get("contentUrl")) or _text(thing.get("url"))
        picture = Picture(address, _text(thing.get("caption")), _credit(thing, nobody))
        if address and (picture.caption or picture.credit):
            found.append(picture)
    return tuple(found)


def _image_objects(things: Sequence[Thing]) -> Iterator[Thing]:
    held = (one for thing in things for key in _HOLDERS for one in _listed(thing.get(key)))
    for count, one in enumerate((*things, *held)):
        if count >= _MOST:
            return
        if isinstance(one, dict) and any(str(kind).endswith("ImageObject") for kind in _listed(one.get("@type"))):
            yield one


def _listed(value: Any) -> list[Any]:
    return value[:_MOST] if isinstance(value, list) else [value]


def _text(value: Any) -> str:
    """A JSON-LD value, or the name of the person or house it is, as plain text."""
    value = _listed(value)[0] if value else ""
    value = value.get("name") if isinstance(value, dict) else value
    return jsonld.plain(value) if isinstance(value, str) else ""


def _credit(thing: Thing, nobody: set[str]) -> str:
    """Who made or owns the picture. With a date of upload, the author is who put it on the server."""
    told = _text(thing.get("creditText"))
    makers = ("copyrightHolder",) if thing.get("uploadDate") else ("author", "creator", "copyrightHolder")
    named = (name for name in (_text(thing.get(maker)) for maker in makers) if name and key_of(name) not in nobody)
    credit = told or next(named, "")
    return credit if len(credit) <= LONGEST and "://" not in credit else ""


def dress(content: HtmlElement, declared: Sequence[Picture], known: Sequence[str]) -> None:
    """Give the figures of ``content`` the declared words that they do not show.

    Words of which the article or ``known`` (the headline, the deck) shows the same already are given to none.
    """
    if not declared:
        return
    told = _by_file(declared)
    bare = [(figure, image) for figure, image in _single(content) if _file(image.get("src") or "") in told]
    if not bare:
        return
    shown = " ".join((key_of(" ".join(content.itertext())), *map(key_of, known)))
    for figure, image in bare:
        picture = told.pop(_file(image.get("src") or ""), None)  # the same picture again: not the same words again
        if picture is not None:
            _dress_one(figure, picture, shown, key_of(image.get("alt") or ""))


def _by_file(declared: Sequence[Picture]) -> dict[str, Picture]:
    """The pictures by their files, sizes apart; none of whom two things are said."""
    found: dict[str, Picture] = {}
    for picture in declared:
        file = _file(picture.address)
        known = found.setdefault(file, picture)
        if known[1:] != picture[1:]:
            found[file] = Picture("", "", "")
    return {file: picture for file, picture in found.items() if file and picture.address}


def _file(address: str) -> str:
    """What names the picture: its file without size and query, with the folders where that alone says too little."""
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    name = file_of(path)
    if len(name) >= _TELLING:
        return name.lower()
    folders = [part for part in (*path.split("/")[3:-1], name) if part and not _SIZES.fullmatch(part)]
    whole = "/".join(folders).lower()
    return whole if len(whole) >= _TELLING else ""


def _single(content: HtmlElement) -> Iterator[tuple[HtmlElement, HtmlElement]]:
    """The figures of one image that lack caption or credit."""
    for figure in content.iter("figure"):
        images = list(figure.iter("img")) if figure.get(FIGURE) is not None else []
        if len(images) == 1:
            yield figure, images[0]


def _dress_one(figure: HtmlElement, picture: Picture, shown: str, alt: str) -> None:
    words = figure.find("figcaption")
    caption, credit = _split(picture, shown, alt)
    own = key_of("".join(words.itertext())) if words is not None else ""
    credited = words is not None and _shows_credit(words)
    caption = [] if _shows_caption(words) else caption
    credit = [] if credited or key_of(_said(credit)) in own else credit
    clean = canonical([], caption, credit).find("figcaption")
    if clean is not None:
        _join(figure, words, clean)


def _split(picture: Picture, shown: str, alt: str) -> tuple[list[Run], list[Run]]:
    """Caption and credit as runs, without a caption that is none: the headline, the alternative text said again."""
    fresh = not any(key_of(picture.caption) in text for text in (shown, alt))
    told = (("caption", picture.caption if fresh else ""), ("credit", picture.credit))
    caption, credit = caption_and_credit([Line(role, [Run(text, ())]) for role, text in told if key_of(text)])
    words = _said(caption)
    closed = len(words) < len(picture.caption) - 2  # a credit was split off
    fits = key_of(words) not in shown and len(words) <= _LONGEST_CAPTION and (closed or _is_sentence(words))
    return caption if fits else [], credit


def _said(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs).strip()


def _is_sentence(text: str) -> bool:
    long = len(key_of(text).split()) >= _LEAST_WORDS or (UNCASED.search(text) and len(text) >= _LEAST_LETTERS)
    return bool(long) and _SENTENCE.fullmatch(text) is not None


def _shows_credit(words: HtmlElement) -> bool:
    """Is there a credit, or at the end a bracket that may be one?"""
    closed = "".join(words.itertext()).rstrip(" .").endswith((")", "]", "）", "】"))
    return closed or words.find("span[@class='credit']") is not None


def _shows_caption(words: HtmlElement | None) -> bool:
    if words is None:
        return False
    said = [words.text or ""]
    for node in words:
        said += [*(node.itertext() if node.get("class") != "credit" else ()), node.tail or ""]
    return bool(key_of("".join(said)))


def _join(figure: HtmlElement, words: HtmlElement | None, clean: HtmlElement) -> None:
    """Put the caption before, or the credit behind, what the figure shows."""
    if words is None:
        figure.append(clean)
    elif clean.find("span[@class='credit']") is None:
        words.text, clean.text = f"{clean.text or ''} {words.text or ''}", None
        words[0:0] = list(clean)
    else:
        _append_text(words, " ")
        words.extend(list(clean))


def _append_text(words: HtmlElement, text: str) -> None:
    if len(words):
        words[-1].tail = (words[-1].tail or "") + text
    else:
        words.text = (words.text or "") + text
