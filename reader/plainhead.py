"""What stands above the first paragraph of plain text: headline, deck, byline, dates, and buttons that came along."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader import dates, names
from reader.plaincaptions import captioned
from reader.plainlines import Line, headline, prose, sentence, stopped
from reader.rules.labels import match
from reader.sizes import count_words, size

FIRST_LINES = 40  # a headline further down than this is not the headline of a story but of one on a page of many
SHORTEST_TITLE = 15  # characters; a single shorter word above a headline is a section's name
LONGEST_DECK = 400
LONGEST_LINE = 120  # of names


@dataclass(frozen=True, slots=True)
class Head:
    """The head's texts ("" where missing); the body begins at line ``start``; ``furniture`` counts dropped buttons."""

    title: str
    deck: str
    byline: str
    published: str
    updated: str
    start: int
    furniture: int


def read(lines: Sequence[Line]) -> Head:
    """Read the head off ``lines`` (at least one)."""
    at = _title(lines)
    if at < 0:
        return Head("", "", "", "", "", 0, 0)
    about = {"deck": "", "byline": "", "published": "", "updated": ""}
    start, furniture = at + 1, at
    for above in lines[:at]:
        _note(above.text, about)
    while start < len(lines):
        text = lines[start].text
        if text == lines[at].text or _note(text, about):
            pass
        elif _is_button(text) and not _heads(lines, start):
            furniture += 1
        elif not about["deck"] and not about["byline"] and _is_deck(lines, start):
            about["deck"] = text
        else:
            break
        start += 1
    return Head(lines[at].text, **about, start=start, furniture=furniture)


def _title(lines: Sequence[Line]) -> int:
    """The number of the headline's line; -1 when the text begins with prose, or is nothing but one line."""
    short = []
    for at, line in enumerate(lines[:FIRST_LINES]):
        text = line.text
        if prose(text) or (sentence(text) and stopped(text)):
            break
        if not headline(text) or _is_button(text) or dates.alone(text) or is_byline(text) or captioned(text):
            continue
        if len(text.split()) >= 3 or size(text) >= SHORTEST_TITLE:
            return at if at + 1 < len(lines) else -1
        short.append(at)
    return short[-1] if short and short[-1] + 1 < len(lines) else -1


def _note(text: str, about: dict[str, str]) -> bool:
    """Take the byline or the dates that ``text`` is into ``about``; False when it is neither."""
    if is_byline(text):
        found = names.names(text)
        about["byline"] = about["byline"] or names.joined(found, text)
    elif not dates.alone(text):
        return False
    published, updated = dates.told(text)
    about["published"] = about["published"] or published
    about["updated"] = about["updated"] or updated
    return True


def is_byline(text: str) -> bool:
    """Does ``text`` open as a byline does and name somebody, and no more than that?"""
    if len(text) > LONGEST_LINE or not names.is_label(text) or stopped(text):
        return False
    return bool(names.names(text))


def _is_button(text: str) -> bool:
    hit = match(text)
    return bool(hit) and not hit.rest


def _heads(lines: Sequence[Line], at: int) -> bool:
    """Is the word a sub-heading ("Background"): of a kind that heads stories, but right above prose?"""
    label = match(lines[at].text).label
    below = any(sentence(line.text) for line in lines[at + 1 : at + 2])
    return label.weak and label.kind in ("related-inline", "related-end", "most-read") and below


def _is_deck(lines: Sequence[Line], at: int) -> bool:
    """Is the line below the headline a deck? A byline or date below it says so, or its own shape above prose."""
    text = lines[at].text
    below = lines[at + 1 : at + 3]
    if size(text) > LONGEST_DECK or captioned(text) or not below or captioned(below[0].text):
        return False
    if any(is_byline(line.text) or dates.alone(line.text) for line in below[:1]):
        return True
    return headline(text) and count_words(text) >= 5 and prose(below[0].text)
