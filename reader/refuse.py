"""Says no: a page that is no article raises NoArticle, and the sentence tells what it looks like."""

from __future__ import annotations

from lxml.html import HtmlElement

from reader.errors import NoArticle
from reader.facts import HEADINGS, Facts
from reader.metadata import Metadata
from reader.parse import parse
from reader.rules.walls import COMPILED, Wall
from reader.sizes import size
from reader.targets import story_links, text_of
from reader.tidy import tidy

# Characters. Less text than SHORTEST is no article, whatever it looks like; a wall has no more than LONGEST_WALL, and
# says what it is in its first OPENING.
# From PLENTY of prose on, nobody needs to look.
SHORTEST, LONGEST_WALL, OPENING, PLENTY = 140, 900, 600, 2000
# A page of linked headlines, a fifth of its text or more, each with a paragraph at most, is a list of stories.
LIST = "This page looks like a list of articles, not like one of them."
INDEX_STORIES, INDEX_RUN, INDEX_LINKS = 3, 1, 0.2


def require_article(content: HtmlElement | None, facts: Facts, about: Metadata, source: str) -> HtmlElement:
    """Return ``content``, the article's container; raise NoArticle if there is none. ``source`` is the whole page."""
    if content is None:
        raise NoArticle(_looks(about.title, source))
    if facts.prose[facts.at(content)] < PLENTY:
        text = text_of(content)
        if size(text) < SHORTEST:
            raise NoArticle(_looks(about.title, source))
        wall = _wall(about.title, text[:OPENING]) if size(text) < LONGEST_WALL else None
        if wall is not None:
            raise NoArticle(_sentence(wall))
    if not _calls_itself_article(about) and _is_index(facts, content):
        raise NoArticle(LIST)
    return content


def _looks(title: str, source: str) -> str:
    """What a page looks like of which nothing is left: pruning took the form or the cards that would have told."""
    root = parse(source)
    tidy(root)
    text = text_of(root)
    wall = _wall(title, text[: 4 * OPENING])
    stories = story_links(root, frozenset())
    if wall is None and len(stories) >= INDEX_STORIES and sum(map(size, stories.values())) >= INDEX_LINKS * size(text):
        return LIST
    return _sentence(wall)


def require_text(content: HtmlElement) -> None:
    """Raise NoArticle if nothing to read is left in ``content`` once headline and recommendations are out of it."""
    if not any(text.strip() for text in content.itertext()) and content.find(".//figure") is None:
        raise NoArticle(_sentence(None))


def _wall(title: str, text: str) -> Wall | None:
    return next((wall for wall, pattern in COMPILED if pattern.search(title) or pattern.search(text)), None)


def _sentence(wall: Wall | None) -> str:
    if wall is None:
        return "We found no article on this page."
    return f"This page looks like {wall.looks_like}, not like an article."


def _calls_itself_article(about: Metadata) -> bool:
    return "article" in about.type.lower() or "posting" in about.type.lower()


def _is_index(facts: Facts, content: HtmlElement) -> bool:
    """Are there many linked headlines in the content, and nowhere more than one paragraph of prose between them?"""
    at = facts.at(content)
    if facts.share(at) < INDEX_LINKS:
        return False
    stories = run = longest = 0
    for el in content.iter():
        inside = facts.number.get(el)
        if inside is None:
            continue
        if el.tag in HEADINGS and (facts.anchors[inside] or el.getparent().tag == "a"):
            stories, run = stories + 1, 0
        elif facts.weight[inside]:
            run += 1
            longest = max(longest, run)
    return stories >= INDEX_STORIES and longest <= INDEX_RUN
