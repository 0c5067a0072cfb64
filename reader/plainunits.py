"""The units in plain text: a label line and what belongs to it, or a label and a headline in one line.

Without markup the evidence is the label, the shape of the lines that follow it (headlines, teasers cut by an ellipsis)
and where prose resumes. When in doubt a line stays: words of the article lost are worse than a headline left.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from reader import dates
from reader.article import Kind
from reader.body import on_the_web
from reader.credits import creditlike
from reader.plaincaptions import captioned
from reader.plainhead import is_byline
from reader.plainlines import Line, cut, headline, prose, sentence
from reader.rules.labels import Hit, match
from reader.rules.phrases import is_note
from reader.sizes import size

FEEDS = frozenset(("related-inline", "related-end", "most-read", "sponsored"))
# Lines. A card is a title, a second headline, a line of date or section, and a teaser; one more is prose.
CARD = 4
LAST_LINES = 6  # the foot of a page, as it is copied along
INLINE = 5  # headlines that one label between two paragraphs is followed by at most
LONGEST_REST = 200  # characters after "Related:" that can be a headline; a longer rest is a paragraph
# The end of a sentence with another behind it; a word with a capital ("Gov.", "Jan.") is cut short, and ends none.
_INNER_END = re.compile(r"(?:\b[^\W\d_A-Z]+[.!?][\"”’')]*\s+|[。！？][」』）]*)(?=\S)")
_NOTICE = re.compile(r"(?:©|\(c\)|copyright\b)\s*(?:©\s*)?(?:\d{4}|[^.]*\ball rights reserved)", re.I)
_ADDRESS = re.compile(r"https?://\S+")
_MARK = re.compile(r"^(?:[-–—•*·►▶▸»>→]+|\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Unit:
    """The lines ``start`` to ``stop`` (excluded) are one unit; ``items`` are (title, address or "") rows."""

    start: int
    stop: int
    kind: Kind
    rule: str
    why: str
    heading: str
    items: tuple[tuple[str, str], ...]


def find(lines: Sequence[Line]) -> list[Unit]:
    """The units among ``lines``, in order, none overlapping. Linear in the length of the text."""
    survey = _Survey(lines)
    found: list[Unit] = []
    at = 0
    while at < len(lines):
        hit = survey.hits[at]
        unit = _unit(survey, at, hit) if hit else _notice(survey, at)
        if unit:
            found.append(unit)
        at = unit.stop if unit else at + 1
    return found


class _Survey:
    """The shapes of all lines, and for each line the next one at which a feed that began before it ends."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.hits = [match(line.text) for line in lines]
        self.prose = [prose(line.text) for line in lines]
        self.cut = [cut(line.text) for line in lines]
        self.told = [bool(captioned(line.text)) for line in lines]
        self.end = self._ends()
        self.run = self._runs()

    def _ends(self) -> list[int]:
        ends = [len(self.lines)] * (len(self.lines) + 1)
        for at in range(len(self.lines) - 1, -1, -1):
            ends[at] = at if self._resumes(at) or self._begins(at) or self._notes(at) else ends[at + 1]
        return ends

    def _notes(self, at: int) -> bool:
        """Is the line a note on the story? "Updated 3 March" is the date of a card."""
        text = self.lines[at].text
        return is_note(text) and not dates.alone(text)

    def _runs(self) -> list[int]:
        """For each line the first from it on that is no headline, or is a caption."""
        runs = [len(self.lines)] * (len(self.lines) + 1)
        for at in range(len(self.lines) - 1, -1, -1):
            text = self.lines[at].text
            runs[at] = runs[at + 1] if headline(text) and not self.told[at] else at
        return runs

    def of_image(self, at: int) -> bool:
        """Is the line a caption or a credit, or stands it above a credit as a caption does?"""
        return self.told[at] or (at + 1 < len(self.lines) and self.told[at + 1] and headline(self.lines[at].text))

    def _resumes(self, at: int) -> bool:
        """Does the story go on here: two paragraphs of prose in a row, or one of more than a teaser's two sentences?"""
        following = at + 1 < len(self.lines) and self.prose[at + 1]
        return self.prose[at] and (following or _sentences(self.lines[at].text) > 2)

    def _begins(self, at: int) -> bool:
        """Does another unit begin here? A lone "Read more" does not: in a feed it is a button of the card."""
        hit = self.hits[at]
        return bool(hit) and not hit.label.weak and (hit.label.where != "prefix" or hit.rest != "")


def _sentences(text: str) -> int:
    """How many sentences ``text`` holds; 3 for any more."""
    return 1 + sum(1 for _ in islice(_INNER_END.finditer(text), 2))


def _unit(survey: _Survey, at: int, hit: Hit) -> Unit | None:
    if hit.rest:
        return _labelled(survey.lines[at].text, at, hit)
    if hit.label.kind in FEEDS:
        return _feed(survey, at, hit)
    return _bar(survey, at, hit)


def _notice(survey: _Survey, at: int) -> Unit | None:
    """The publisher's copyright notice in one of the last lines."""
    text = survey.lines[at].text
    if at < len(survey.lines) - LAST_LINES or size(text) > LONGEST_REST or not _NOTICE.match(text):
        return None
    return Unit(at, at + 1, "furniture", "copyright-notice", "it is the publisher's copyright notice", "", ())


def _labelled(text: str, at: int, hit: Hit) -> Unit | None:
    """One line that holds a label and its headline."""
    rest = hit.rest
    fits = size(rest) <= LONGEST_REST and not _INNER_END.search(rest) and not creditlike(rest)
    if not fits or (hit.label.weak and (not headline(rest) or size(rest) < 20)):
        return None
    why = f"it is a headline behind the label “{hit.heading}”"
    return Unit(at, at + 1, hit.label.kind, "label-with-headline", why, hit.heading, _items((rest,)))


def _feed(survey: _Survey, at: int, hit: Hit) -> Unit | None:
    """A label in a line of its own with the stories below it."""
    stop = _teased(survey, at, hit)
    if stop is None and not hit.label.weak:
        stop = _alternating(survey, at, hit) or _headlines(survey, at)
    if stop is None:
        return None
    texts = [line.text for line in survey.lines[at + 1 : stop]]
    items = _items(texts, any(survey.cut[at + 1 : stop]))
    many = f"{len(items)} {'story' if len(items) == 1 else 'stories'}"
    rule = "label-with-stories" if items else "label-alone"
    why = f"{many} under the label “{hit.heading}”" if items else f"it is the label “{hit.heading}” without its stories"
    return Unit(at, stop, hit.label.kind, rule, why, hit.heading, items)


def _teased(survey: _Survey, at: int, hit: Hit) -> int | None:
    """The end of a feed whose teasers are cut by an ellipsis, at most a card's lines apart."""
    stop, end, teasers = at + 1, survey.end[at + 1], 0
    for place in range(at + 1, end):
        if place - stop >= CARD:
            break
        if survey.cut[place]:
            stop, teasers = place + 1, teasers + 1
    if teasers < (2 if hit.label.weak else 1):
        return None
    return end if end - stop < CARD and not any(survey.prose[stop:end]) and _closes(survey, end) else stop


def _closes(survey: _Survey, end: int) -> bool:
    """Is there no more of the story at ``end``: the end of the text, a note, another unit?"""
    return end == len(survey.lines) or not survey.prose[end]


def _alternating(survey: _Survey, at: int, hit: Hit) -> int | None:
    """The end of a feed of titles and teasers in whole sentences, which goes on to the end of the text."""
    end = survey.end[at + 1]
    if hit.label.kind == "related-inline" or not _closes(survey, end):
        return None
    said = [sentence(survey.lines[place].text) for place in range(at + 1, end) if not survey.of_image(place)]
    cards = sum(not one and two for one, two in pairwise(said))
    return end if cards >= 2 and not any(one and two for one, two in pairwise(said)) else None


def _headlines(survey: _Survey, at: int) -> int:
    """The end of the headlines straight below the label; few, when the story goes on after them."""
    lines, end, stop = survey.lines, survey.end[at + 1], survey.run[at + 1]
    if stop >= end and _closes(survey, end):
        return end
    stop = min(stop, end, at + 1 + INLINE)
    if stop < len(lines) and stop > at + 2 and captioned(lines[stop].text):
        stop -= 1  # the line above a caption is the image's
    if stop > at + 1 and lines[at + 1].block == lines[at].block:  # a block of its own ends with the block
        stop = next((place for place in range(at + 1, stop) if lines[place].block != lines[at].block), stop)
    return stop


def _bar(survey: _Survey, at: int, hit: Hit) -> Unit | None:
    """Buttons and boxes for sharing, comments, newsletters: label lines in a row. A lone ordinary word stays."""
    stop = at + 1
    while stop < len(survey.lines) and survey.hits[stop] and survey.hits[stop].label.kind == hit.label.kind:
        stop += 1
    if hit.label.kind == "newsletter":
        stop = _box(survey, at, stop)
    if stop == at + 1 and hit.label.weak:
        return None
    why = f"it stands under the label “{hit.heading}”" if stop > at + 1 else f"it is the label “{hit.heading}”"
    return Unit(at, stop, hit.label.kind, "label-bar", why, hit.heading, ())


def _box(survey: _Survey, at: int, stop: int) -> int:
    """The end of a sign-up box: the short lines in the label's block, where blank lines set blocks apart."""
    lines = survey.lines
    if lines[0].block == lines[-1].block:
        return stop
    while stop < len(lines) and lines[stop].block == lines[at].block and not survey.prose[stop]:
        stop += 1
    return stop


def _items(texts: Sequence[str], teased: bool = False) -> tuple[tuple[str, str], ...]:
    return tuple(_item(group) for group in _groups(texts, teased) if any(not _button(text) for text in group))


def _groups(texts: Sequence[str], teased: bool) -> Iterator[list[str]]:
    """The lines of each story: up to a cut teaser where there are any, else a headline and the sentences below it."""
    group: list[str] = []
    closed = False
    for text in texts:
        opens = closed and not _button(text) and (teased or headline(text))
        if opens:
            yield group
            group, closed = [], False
        group.append(text)
        closed = closed or (cut(text) if teased else not _button(text))
    if group:
        yield group


def _button(text: str) -> bool:
    """Is ``text`` no title: a button, a date, an author, an address alone, a line without a letter?"""
    bare = _ADDRESS.sub("", text)
    hit = match(bare)
    return not any(map(str.isalpha, bare)) or (bool(hit) and not hit.rest) or dates.alone(bare) or is_byline(bare)


def _item(group: Sequence[str]) -> tuple[str, str]:
    title = next(text for text in group if not _button(text))
    address = next((found[0] for text in group if (found := _ADDRESS.search(text))), "")
    return _MARK.sub("", _ADDRESS.sub("", title)).strip(), on_the_web(address)
