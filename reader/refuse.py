"""Says no: a page that is no article raises NoArticle, and the sentence tells what it looks like."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from reader.errors import NoArticle
from reader.facts import HEADINGS, Facts
from reader.held import Held
from reader.metadata import Metadata
from reader.parse import parse
from reader.rules.walls import COMPILED, SOURCES
from reader.sizes import size
from reader.targets import story_links, text_of
from reader.tidy import tidy

# Characters. Less text than SHORTEST is no article, whatever it looks like; a wall has no more than LONGEST_WALL, and
# says what it is in its first OPENING; a longer text is not known by its title.
# From PLENTY of prose on, nobody needs to look.
SHORTEST, LONGEST_WALL, OPENING, PLENTY = 140, 900, 600, 2000
# A page of linked headlines, a fifth of its text or more, each with a paragraph at most, is a list of stories.
LIST = "This page looks like a list of articles or other pages, not like one of them."
INDEX_STORIES, INDEX_RUN, INDEX_LINKS = 3, 1, 0.2
# Of a page of which nothing is left: the shortest link that reads like a title, the share of the text that such links
# have in a list, and the linked images that make a gallery.
TITLE_LENGTH, LEFT_LINKS, PICTURES = 10, 0.1, 4
# An address that the page sends its visitor to within so many seconds.
_REFRESH = re.compile(
    r"<meta\b[^>]{0,100}http-equiv\s*=\s*[\"']?refresh[\"']?[^>]{0,100}content\s*=\s*[\"']?\s*[0-5]\s*[;,]\s*(?:url\s*=)?\s*[\"']?([^\"'>]{1,500})|"
    r"\blocation(?:\.href)?\s*(?:=|\.replace\(|\.assign\()\s*[\"']([^\"']{1,500})[\"']",
    re.I,
)


def require_article(content: HtmlElement | None, facts: Facts, about: Metadata, source: str) -> HtmlElement:
    """Return ``content``, the article's container; raise NoArticle if there is none. ``source`` is the whole page."""
    if content is None:
        raise NoArticle(_looks(about, source))
    if facts.prose[facts.at(content)] < PLENTY:
        text = text_of(content)
        if size(text) < SHORTEST:
            raise NoArticle(_looks(about, source))
        wall = _wall(about.title, text, _calls_itself_article(about)) if size(text) < LONGEST_WALL else ""
        if wall:
            raise NoArticle(_sentence(wall))
    if not _calls_itself_article(about) and _is_index(facts, content):
        raise NoArticle(LIST)
    return content


def _looks(about: Metadata, source: str) -> str:
    """What a page looks like of which nothing is left: pruning took the form or the cards that would have told."""
    root = parse(source)
    tidy(Held(root))
    text = text_of(root)
    wall = _wall(about.title, text[: 4 * OPENING], False, empty=True)
    if wall:
        return _sentence(wall)
    leads = _REFRESH.search(source) if len(text) < LONGEST_WALL else None
    if leads:
        address = (leads[1] or leads[2]).strip().replace("\\/", "/")
        return f"This page only leads on to another address: {address}"
    if about.type.lower().startswith("video"):
        return _sentence("a page for a video")
    if _lists(root, text):
        return LIST
    if sum(1 for a in root.iter("a") if a.find(".//img") is not None) >= PICTURES:
        return _sentence("a gallery of pictures")
    return _sentence(next((sign.looks_like for sign, pattern in SOURCES if pattern.search(source)), ""))


def _lists(root: HtmlElement, text: str) -> bool:
    """Are there three links or more that lead to stories or read like titles, with some of the text in them?"""
    titles = story_links(root, frozenset())
    for anchor in root.iter("a"):
        said, href = text_of(anchor), anchor.get("href") or ""
        if len(said) >= max(TITLE_LENGTH, len(titles.get(href, ""))) and " " in said:
            titles[href] = said
    return len(titles) >= INDEX_STORIES and sum(map(size, titles.values())) >= LEFT_LINKS * size(text)


def require_text(content: HtmlElement, about: Metadata, source: str) -> None:
    """Raise NoArticle if nothing to read is left in ``content`` once headline and recommendations are out of it."""
    if not any(text.strip() for text in content.itertext()) and content.find(".//figure") is None:
        raise NoArticle(_looks(about, source))


def _wall(title: str, text: str, is_article: bool, empty: bool = False) -> str:
    """What the title and the words of a short page look like, or ""; ``empty`` when no article is left in any case."""
    opening = text if empty else text[:OPENING]
    for wall, phrases, titles, unless in COMPILED:
        if (is_article and not wall.poses) or unless.search(title):
            continue
        if phrases.search(opening) or phrases.search(title):
            return wall.looks_like
        if (len(text) <= OPENING and titles.search(title)) or (empty and titles.search(opening)):
            return wall.looks_like
    return ""


def _sentence(looks_like: str) -> str:
    return (
        f"This page looks like {looks_like}, not like an article."
        if looks_like
        else "We found no article on this page."
    )


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
        if el.tag in HEADINGS and _leads_away(el):
            stories, run = stories + 1, 0
        elif facts.weight[inside]:
            run += 1
            longest = max(longest, run)
    return stories >= INDEX_STORIES and longest <= INDEX_RUN


def _leads_away(head: HtmlElement) -> bool:
    """Is the heading a link, or does it hold one, to something else than a place on the page it stands on?"""
    up = head.getparent()
    return any("#" not in (a.get("href") or "#") for a in (*head.iter("a"), *([up] if up.tag == "a" else ())))
