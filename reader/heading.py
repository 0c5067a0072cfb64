"""Takes out of the article's body what is printed above it: headline, deck, byline, dates, and the line over the headline."""
from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from reader import dates
from reader.lines import Line, lines
from reader.metadata import Metadata
from reader.names import is_label, is_role, names
from reader.rules.bylines import WORDS

_MOST_LINES = 40  # lines looked at from the top; headers of real pages end far sooner
_PARAGRAPH = 80  # characters from which a line that is no heading of ours is the article itself
_AROUND = frozenset(word for row in WORDS for word in f"{row.dates} {row.reading}".split())
_BY = frozenset(word for row in WORDS for phrase in row.by.split("|") for word in phrase.split()) | frozenset(
    join for row in WORDS for join in row.joins.split("|"))
_HELD = frozenset("img picture video audio iframe figure table hr svg math input object embed canvas".split())


def drop(content: HtmlElement, metadata: Metadata) -> None:
    """Take headline, deck, byline and dates out of the top of ``content``, in place.

    Only whole lines before the first real paragraph go, and any further h1 that repeats the headline; framed figures
    are passed over. Whatever is not recognised stays.
    """
    top = _top(content, metadata)
    headline = next((place for place, line in enumerate(top) if _is_title(line, metadata)), 0)
    known = False
    for place, line in enumerate(top):
        said = _is_title(line, metadata) or _is_deck(line, metadata)
        meta = not said and _is_meta(line.apart, metadata)
        job = known and not said and not meta and is_role(line.apart)
        if said or meta or job or (place < headline and _is_kicker(line)):
            _cut(line, content)
        known = meta or job
    for again in [one for one in content.iter("h1") if _plain("".join(one.itertext())) == _plain(metadata.title)]:
        if again is not content:
            again.drop_tree()


def _top(content: HtmlElement, metadata: Metadata) -> list[Line]:
    """The lines before the first one that is the article: long, or a sentence, or in a list, quotation or table."""
    top: list[Line] = []
    for line in lines(content):
        if len(top) == _MOST_LINES or not (_is_title(line, metadata) or _is_deck(line, metadata) or _is_short(line, metadata)):
            break
        top.append(line)
    return top


def _is_short(line: Line, metadata: Metadata) -> bool:
    text = line.apart
    if _is_meta(text, metadata):
        return True
    sentence = text.rstrip("”\"'’)").endswith((".", "!", "?", "。", "…", ":")) and len(text.split()) > 4
    return len(text) < _PARAGRAPH and not sentence and not text.endswith(("—", "–", "-"))


def _is_title(line: Line, metadata: Metadata) -> bool:
    text = _plain(line.text)
    return bool(text) and text == _plain(metadata.title)


def _is_deck(line: Line, metadata: Metadata) -> bool:
    """Is it the deck, or a line of one that is shown in several?"""
    text, deck = _plain(line.text), _plain(metadata.deck)
    return bool(text) and (text == deck or (text.count(" ") > 2 and f" {text} " in f" {deck} "))


def _is_kicker(line: Line) -> bool:
    """A few words over the headline, as a section's name is: "Opinion", "World / Europe"."""
    return len(line.apart.split()) <= 6 and len(line.apart) <= 60


def _is_meta(text: str, metadata: Metadata) -> bool:
    """Does the line say who wrote it, when, or how long it takes to read, and nothing else?"""
    if len(text) > 200:
        return False
    rest = set(_plain(dates.without(text)).split())
    authors, site = _plain(metadata.byline).split(), _plain(metadata.site).split()
    left = {word for word in rest if not word.isdigit()} - _AROUND - _BY - set(authors)
    if not left - set(site) and _says(text, rest, authors):
        return True
    if is_label(text) and len(text.split()) <= 14 and not text.rstrip().endswith((".", "!", "?")):
        found = [word for name in names(text) for word in _plain(name).split()]
        return bool(found) and (set(found) <= set(authors) or (len(text.split()) <= 8 and bool(re.search(r"\s[^\W\d_a-z]", text))))
    return False


def _says(text: str, rest: Iterable[str], authors: list[str]) -> bool:
    """Is there a date, a number, an author or a label in it, rather than only words that may stand anywhere?"""
    return dates.without(text) != text or any(word.isdigit() for word in rest) or (bool(authors) and authors[0] in rest) or is_label(text)


def _cut(line: Line, content: HtmlElement) -> None:
    """Blank the line's text, then take out the elements it leaves empty."""
    for element, part in line.pieces:
        setattr(element, part, None)
    for element in dict.fromkeys(element for element, _ in line.pieces):
        while element is not content and element.getparent() is not None and _is_empty(element):
            parent = element.getparent()
            element.drop_tree()
            element = parent


def _is_empty(element: HtmlElement) -> bool:
    return not any(one.tag in _HELD or (one.text or "").strip() or (one is not element and (one.tail or "").strip()) for one in element.iter())


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
