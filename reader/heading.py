"""Takes out of the article's body what is printed above it: headline, deck, byline, dates, section."""
from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from lxml.html import HtmlElement

from reader import dates, markers
from reader.lines import Line, lines
from reader.metadata import Metadata
from reader.names import MONTHS, is_label, is_role, names
from reader.rules.bylines import WORDS
from reader.rules.labels import ends_sentence
from reader.sizes import count_words, size

_MOST_LINES = 40  # lines looked at from the top; headers of real pages end far sooner
_MOST_PIECES = 50  # inline elements of one line that are taken out when emptied; in a hostile line the rest stay, empty
_MOST_OUTER = 20  # wrappers that are taken out with the line they held
_PARAGRAPH = 80  # characters from which a line that is no heading of ours is the article itself
_TIMED = frozenset(word for row in WORDS for word in row.reading.split()) | {"ago"}
_DATED = frozenset(word for row in WORDS for word in row.dates.split())
_AROUND = _DATED | _TIMED | MONTHS
_BY = frozenset(word for row in WORDS for phrase in row.by.split("|") for word in phrase.split()) | frozenset(
    join for row in WORDS for join in row.joins.split("|"))
_HANDLE = re.compile(r"@\s?\w{2,30}")
_BODY = frozenset("li dt dd td th blockquote pre".split())
_HELD = frozenset("img picture video audio iframe figure table hr svg math input object embed canvas".split())


def drop(content: HtmlElement, metadata: Metadata) -> None:
    """Take headline, deck, byline and dates out of the top of ``content``, in place.

    Only whole lines before the first real paragraph go, and any further h1 that repeats the headline; framed figures
    are passed over. Whatever is not recognised stays.
    """
    top = _top(content, metadata)
    headline = next((place for place, line in enumerate(top) if _is_title(line, metadata)), 0)
    author = (_plain(metadata.byline).split() or [""])[0]
    named = False  # the line above named an author: then a job or a handle may follow
    for place, line in enumerate(top):
        said = _is_said(line, metadata)
        meta = not said and _is_meta(line, metadata)
        job = named and not said and not meta and (is_role(line.apart) or bool(_HANDLE.fullmatch(line.apart)))
        named = job or (meta and author in _plain(line.apart).split())
        if said or meta or job or (place < headline and _is_kicker(line)):
            _cut(line, content)
    for again in [one for one in content.iter("h1") if _plain("".join(one.itertext())) == _plain(metadata.title)]:
        if again is not content:
            again.drop_tree()


def _top(content: HtmlElement, metadata: Metadata) -> list[Line]:
    """The lines before the first one that is the article: long, or a sentence, or in a list, quotation or table."""
    top: list[Line] = []
    begun = False
    for line in lines(content):
        said = _is_said(line, metadata)
        crumb = not begun and _is_kicker(line)  # a trail of list items leads to the headline
        if len(top) == _MOST_LINES or not (said or _is_meta(line, metadata) or crumb or _is_short(line)):
            break
        begun = begun or said
        top.append(line)
    return top


def _is_short(line: Line) -> bool:
    text = line.apart
    if line.block.tag in _BODY and not _HANDLE.fullmatch(text):
        return False
    sentence = (ends_sentence(text) or text.endswith((":", "："))) and count_words(text) > 4
    return size(text) < _PARAGRAPH and not sentence and not text.endswith(("—", "–", "-"))


def _is_said(line: Line, metadata: Metadata) -> bool:
    return _is_title(line, metadata) or _is_deck(line, metadata)


def _is_title(line: Line, metadata: Metadata) -> bool:
    text = _plain(line.text)
    return bool(text) and text == _plain(metadata.title)


def _is_deck(line: Line, metadata: Metadata) -> bool:
    """Is it the deck, or a line of one that is shown in several?"""
    text, deck = _plain(line.text), _plain(metadata.deck)
    return bool(text) and (text == deck or (text.count(" ") > 2 and f" {text} " in f" {deck} "))


def _is_kicker(line: Line) -> bool:
    """A few words over the headline, as a section's name is: "Opinion"; some more where all are links."""
    words = count_words(line.apart)
    linked = all(_is_linked(*piece) for piece in line.pieces if re.search(r"\w", getattr(*piece)))
    return not set("(.©") & set(line.apart) and (words <= 4 or (words <= 6 and linked))


def _is_linked(element: HtmlElement, part: str) -> bool:
    holder = element if part == "text" else element.getparent()
    return holder is not None and (holder.tag == "a" or any(True for _ in islice(holder.iterancestors("a"), 1)))


def _is_meta(line: Line, metadata: Metadata) -> bool:
    """Does the line say who wrote it, when, or how long it takes to read, and nothing else?"""
    text = line.apart
    if len(text) > 200 or line.block.tag in ("h2", "h3"):
        return False
    rest = set(_plain(dates.without(text)).split())
    authors, site = _plain(metadata.byline).split(), _plain(metadata.site).split()
    left = {word for word in rest if not word.isdigit()} - _AROUND - _BY - set(authors)
    if not left - set(site) and (_is_timed(text, rest) or bool(authors and authors[0] in rest) or is_label(text)):
        return True
    return bool(authors) and _is_byline(text, authors)


def _is_timed(text: str, words: Iterable[str]) -> bool:
    """Is there a date in it, or a number with a word of time ("5 min read", "3 hours ago", "Updated Nov 19")?"""
    found = set(words)
    timed = bool(found & _TIMED) or bool(found & MONTHS and found & _DATED)
    return dates.without(text) != text or (timed and any(word.isdigit() for word in found))


def _is_byline(text: str, authors: list[str]) -> bool:
    """Does it open with an author of ours, or a label and one, and run on with no more than a job and a place?"""
    if count_words(text) > len(authors) + 14 or ends_sentence(text) or text.endswith((":", "：")):
        return False
    named = {word for name in names(text) for word in _plain(name).split()} & set(authors)
    return bool(named) and (is_label(text) or _plain(text).startswith(" ".join(authors[:2])))


def _cut(line: Line, content: HtmlElement) -> None:
    """Blank the line's text, then take out the elements it leaves empty: its block, or at least what it stood in."""
    for element, part in line.pieces:
        setattr(element, part, None)
    if not _lift(line.block, content):
        for element, part in line.pieces[:_MOST_PIECES]:
            if part == "text":
                _lift(element, content)


def _lift(element: HtmlElement, content: HtmlElement) -> bool:
    """Take out ``element`` and the outer elements this empties, if it is empty and inside ``content``."""
    empty = None
    for _ in range(_MOST_OUTER):
        if element is None or element is content or not _is_empty(element):
            break
        empty, element = element, element.getparent()
    if empty is None or element is None:
        return False
    empty.drop_tree()
    return True


def _is_empty(element: HtmlElement) -> bool:
    """Is there nothing in it that a reader would see, and no place that another station marked?"""
    return not any(
        one.tag in _HELD
        or not markers.ALL.isdisjoint(one.keys())
        or (isinstance(one.tag, str) and (one.text or "").strip())
        or (one is not element and (one.tail or "").strip())
        for one in element.iter()
    )


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
