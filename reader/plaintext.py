"""The station for pasted plain text: lines in, an Article out; the same markup and receipts as a page's."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from html import escape

from reader import plainhead, plainunits
from reader.article import Article, Figure, Place, Removal
from reader.body import on_the_web
from reader.directions import direction
from reader.errors import NoArticle, NothingGiven
from reader.plaincaptions import NO_WORDS, Words, captioned
from reader.plainlines import Line, ended, headline, lines, prose, sentence
from reader.plainmarkup import Markup
from reader.plainunits import Unit
from reader.receipts import receipt_id
from reader.rules import Rules
from reader.sizes import size

# Characters: the words above a caption, a sub-heading, a caption whose credit stands in the next line.
LONGEST_ALT, LONGEST_HEADING, LONGEST_CAPTION = 100, 90, 300
LEAST = 40  # characters of a sentence; a text without one is no article
_BULLET = re.compile(r"^[•*·‣◦▪-]\s+")
_NUMBER = re.compile(r"^(\d{1,3})[.)]\s+")


def read(text: str, url: str = "", *, rules: Rules) -> Article:
    """Read the article out of plain ``text``; ``url`` is where it came from, if known.

    Images have no address: their ``src`` is "". Raises NothingGiven for blank text, NoArticle for text without one.
    """
    found = lines(text.encode("utf-8", "replace").decode())  # halves of characters are not for answers
    if not found:
        raise NothingGiven("There is no text to read.")
    head = plainhead.read(found)
    body = _Body(found[head.start :])
    body.write()
    if not body.sentences:
        raise NoArticle(_why_not(found))
    html = body.markup.html()
    return Article(
        title=head.title, deck=head.deck, byline=head.byline, published=head.published, updated=head.updated,
        site="", canonical=on_the_web(url), lang="", dir=direction(text), lead="", marked_html=html,
        figures=tuple(body.figures), removed=tuple(body.removed), furniture=head.furniture + body.furniture,
        coverage=1.0,
    )


def _why_not(found: Sequence[Line]) -> str:
    if len(found) > 3:
        return "This text looks like a list of headlines, not like an article."
    return "This text is too short to be an article."


class _Body:
    """The body as it is written; ``sentences`` counts its paragraphs that hold at least one."""

    def __init__(self, found: Sequence[Line]) -> None:
        self.lines = found
        self.markup = Markup()
        self.figures: list[Figure] = []
        self.removed: list[Removal] = []
        self.furniture = self.sentences = 0
        self._seen: Counter[tuple[str, str]] = Counter()
        self._headed = False

    def write(self) -> None:
        """Write every line: as a part of the story, or onto a receipt."""
        units = plainunits.find(self.lines)
        first, last = self._borders(units)
        self._headed = self._has_headings(units)
        at = 0
        for unit in units:
            self._story(at, unit.start)
            self._remove(unit, "before" if unit.start < first else "after" if unit.start >= last else "inside")
            at = unit.stop
        self._story(at, len(self.lines))

    def _has_headings(self, units: Sequence[Unit]) -> bool:
        """May short lines be sub-headings? Where most lines are short, they are the text itself."""
        gone = {place for unit in units for place in range(unit.start, unit.stop)}
        story = [line.text for place, line in enumerate(self.lines) if place not in gone]
        return sum(map(_short, story)) <= 2 * sum(map(sentence, story))

    def _borders(self, units: Sequence[Unit]) -> tuple[int, int]:
        """The first and the last (excluded) line of the story."""
        first, last = 0, len(self.lines)
        for unit in units:
            first = unit.stop if unit.start == first else first
        for unit in reversed(units):
            last = unit.start if unit.stop == last else last
        return first, last

    def _story(self, at: int, stop: int) -> None:
        while at < stop:
            at += self._image(at, stop) or self._list(at, stop) or self._paragraph(at, stop)

    def _image(self, at: int, stop: int) -> int:
        """Write the figure that begins at line ``at``; the number of lines it took, 0 when there is none."""
        words = self._words(at, stop)
        below = self._words(at + 1, stop)
        if not words and below.caption and _short(self.lines[at].text):
            return 1 + self._figure(at + 1, stop, below, alt=self.lines[at].text)
        if not words and below.credit and not below.caption and self._pair(at):
            return self._figure(at, stop, Words(self.lines[at].text, ""))
        return self._figure(at, stop, words) if words else 0

    def _figure(self, at: int, stop: int, words: Words, alt: str = "") -> int:
        below = self._words(at + 1, stop)
        both = bool(below) and bool(words.caption) != bool(below.caption) and bool(words.credit) != bool(below.credit)
        if both:  # caption and credit in a line each, in either order
            words = Words(words.caption or below.caption, words.credit or below.credit)
        self.figures.append(Figure("", alt, words.caption, words.credit))
        self.markup.put("<figure><figcaption>")
        if words.caption:
            self.markup.put("", words.caption, " " if words.credit else "")
        if words.credit:
            self.markup.put('<span class="credit">', words.credit, "</span>")
        self.markup.put("</figcaption></figure>")
        return 2 if both else 1

    def _words(self, at: int, stop: int) -> Words:
        """Caption and credit in line ``at``. A bare agency's name that closes the whole text signs the story."""
        if at >= stop:
            return NO_WORDS
        words = captioned(self.lines[at].text)
        signs = at + 1 == len(self.lines) and " " not in words.credit and sentence(words.caption)
        return NO_WORDS if signs else words

    def _pair(self, at: int) -> bool:
        """Are line ``at`` and the next a block of their own, the first short enough for a caption?"""
        blocks = [self.lines[place].block for place in range(max(at - 1, 0), min(at + 3, len(self.lines)))]
        return blocks.count(self.lines[at].block) == 2 and size(self.lines[at].text) <= LONGEST_CAPTION

    def _list(self, at: int, stop: int) -> int:
        """Write the list that begins at line ``at``; the number of its lines, 0 when there is none."""
        for tag, mark in (("ul", _BULLET), ("ol", _NUMBER)):
            end = at
            while end < stop and (found := mark.match(self.lines[end].text)) and _follows(found, end - at):
                end += 1
            if end - at > 1:
                texts = [mark.sub("", line.text) for line in self.lines[at:end]]
                self.markup.put(f"<{tag}>")
                for text in texts:
                    self.markup.put("<li>", text, "</li>")
                self.markup.put(f"</{tag}>")
                self.sentences += any(map(_says, texts))
                return end - at
        return 0

    def _paragraph(self, at: int, stop: int) -> int:
        text = self.lines[at].text
        following = self.lines[at + 1].text if at + 1 < stop else ""
        tag = "h2" if self._headed and _heads(text) and sentence(following) else "p"
        self.markup.put(f"<{tag}>", text, f"</{tag}>")
        self.sentences += _says(text)
        return 1

    def _remove(self, unit: Unit, place: Place) -> None:
        """Write the receipt of ``unit``; bars outside the story are only counted."""
        if place != "inside" and unit.kind in ("share", "comments", "furniture"):
            self.furniture += 1
            return
        kind = unit.kind
        if kind in ("related-inline", "related-end"):
            kind = "related-inline" if place == "inside" else "related-end"
        texts = [line.text for line in self.lines[unit.start : unit.stop]]
        text = "\n".join(texts)
        self._seen[kind, text] += 1
        number = receipt_id(kind, text, self._seen[kind, text])
        raw = "".join(f"<p>{escape(one)}</p>" for one in texts)
        self.removed.append(Removal(number, kind, unit.rule, unit.why, unit.heading, unit.items, text, place, raw))
        if place == "inside":
            self.markup.put(f'<div data-r-place="{number}"></div>')


def _follows(mark: re.Match[str], place: int) -> bool:
    """Is ``mark`` a bullet, or the number that the item at ``place`` of a list from 1 must have?"""
    return mark.re is _BULLET or int(mark[1]) == place + 1


def _short(text: str) -> bool:
    return size(text) <= LONGEST_ALT and headline(text) and not ended(text)


def _heads(text: str) -> bool:
    """Could ``text`` be a sub-heading?"""
    opens = text[0].isdigit() or text[0] != text[0].lower() or not text[0].isascii() or text[0] in "“\"'"
    return size(text) <= LONGEST_HEADING and opens and headline(text) and text[-1] not in ".,;:!…)”\""


def _says(text: str) -> bool:
    """Does ``text`` hold at least a sentence?"""
    return (size(text) >= LEAST and ended(text)) or prose(text)
