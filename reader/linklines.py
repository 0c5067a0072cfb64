"""Cutting lines, lists and pictures inside the article that are nothing but links to other stories."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from reader.facts import Facts
from reader.labelled import TEASED_LENGTH
from reader.rows import HEAD_LENGTH, Row, Rows
from reader.rules.hints import hint
from reader.rules.labels import match
from reader.rules.phrases import is_note
from reader.sizes import size
from reader.targets import Homes, at_home, is_document, spells, story_links, story_shaped, text_of
from reader.units import Units

# The shortest title a picture's caption can be; so many linked pictures are what the article is about.
TITLE_LENGTH, CROWD = 15, 5
# What a line that is one link must score to be called a recommendation; see ``_score``.
ENOUGH = 5.0


def cut_link_lines(units: Units, rows: Rows, homes: Homes) -> None:
    """Cut the lines, closing lists and linked pictures that by joint evidence lead to other stories, or pay for it."""
    facts = units.facts
    stories: list[HtmlElement] = []
    scores = _scores(facts, rows, homes)
    for place, row in enumerate(rows):
        if row.el.tag in ("ul", "ol") and _closes(rows, place) and _teases(facts, row, homes):
            units.cut(row.el, "related-end", "closing-list", "it is a closing list of links to other stories")
            continue
        if (not row.linked and row.el.tag != "figure") or row.el.tag in ("table", "pre") or is_note(row.text):
            continue
        if row.el.tag == "figure" and _is_story(row.el, homes):
            stories.append(row.el)
        elif _is_paid(row.el, homes):
            units.cut(row.el, "sponsored", "paid-link", "it is nothing but a link that pays for being clicked on")
        elif scores[place] >= ENOUGH:
            units.cut(row.el, "related-inline", "link-line", "it is nothing but a link to another story")
    for el in stories if len(stories) < CROWD else ():
        units.cut(el, "related-inline", "story-figure", "the picture and its words are a link to another story")


def _scores(facts: Facts, rows: Rows, homes: Homes) -> list[float]:
    """The score of each line; one that stands right beside a recommendation of its own tag counts a little more."""
    scores = [
        _score(facts, rows, place, homes) if row.linked and row.el.tag not in ("figure", "table", "pre") else 0.0
        for place, row in enumerate(rows)
    ]
    found = [score >= ENOUGH for score in scores]
    for place, row in enumerate(rows):
        for at in (place - 1, place + 1):
            scores[place] += 0 <= at < len(rows) and found[at] and rows[at].el.tag == row.el.tag
    return scores


def _closes(rows: Rows, place: int) -> bool:
    """Does no prose follow the row, and no heading of the article's own ("External links", "Sources") stand over it?"""
    before = rows[place - 1] if place else None
    said = "" if before is None else before.text
    owned = before is not None and (
        (before.heading and not (match(said) or hint(said))) or (said.endswith((":", "：")) and not match(said))
    )
    return not owned and rows.last_prose <= place


def _teases(facts: Facts, row: Row, homes: Homes) -> bool:
    """Is the list one of stories of the site, each with a headline that its address spells, and perhaps a teaser?"""
    stories = story_links(row.el, homes)
    items = sum(1 for item in row.el if item.tag == "li" and facts.text[facts.at(item)])
    if items > 2 and facts.anchors[row.at] >= items and facts.link[row.at] == facts.text[row.at]:
        return at_home(row.el, homes)
    spelled = sum(spells(href, text) for href, text in stories.items())
    teased = items > 1 and len(stories) >= items and spelled >= 0.6 * items and row.size <= TEASED_LENGTH * items
    return teased and 2 * sum(map(_is_sentence, row.el.iterchildren("li"))) < items


def _is_sentence(item: HtmlElement) -> bool:
    """Does a linked name stand in the midst of the item's words, rather than a headline at its beginning or end?"""
    text, links = text_of(item), [text_of(a) for a in item.iter("a")]
    at = text.find(links[0]) if links else 0
    return at > HEAD_LENGTH and not text.endswith(links[-1])


def _is_near(anchor: HtmlElement, homes: Homes) -> bool:
    """Does a link to the site, whose address says little, at least spell its words?"""
    href = anchor.get("href")
    return not is_document(href) and at_home(anchor, homes) and spells(href, text_of(anchor))


def _distinct(el: HtmlElement) -> list[HtmlElement]:
    """The links below ``el``, of several to one address the one that says most."""
    best: dict[str, HtmlElement] = {}
    for anchor in el.iter("a"):
        href = anchor.get("href")
        if href and (href not in best or len(text_of(anchor)) > len(text_of(best[href]))):
            best[href] = anchor
    return list(best.values())


def _is_story(figure: HtmlElement, homes: Homes) -> bool:
    """Does the picture link to a story of the site whose address its caption (or description) spells?"""
    links = [a.get("href") or "" for a in figure.iter("a") if a.find(".//img") is not None]
    if not links or not all(story_shaped(href, homes) for href in links):
        return False
    if any(_FIGURE_PAGE.search(href) for href in links):
        return False
    caption = figure.find("figcaption")
    if (
        caption is not None
        and caption.find(".//span[@class='credit']") is None
        and any(a.get("href") == links[0] for a in caption.iter("a"))
    ):
        return True  # the picture and the words under it lead to the same story
    said = text_of(caption) if caption is not None else next((img.get("alt") or "" for img in figure.iter("img")), "")
    return size(said) >= TITLE_LENGTH and spells(links[0], said)


def _score(facts: Facts, rows: Rows, place: int, homes: Homes) -> float:
    """The joint evidence that the line is a recommendation and not a step of the article. No single sign suffices.

    For: it leads to a story of the same site; the address spells the words of the link; it reads like a headline;
    prose stands before it and does not lead into it; there is more than one such line. Against: a colon before it; the
    page is made of such lines; every one of them is followed by its paragraph, as in a roundup.
    """
    row = rows[place]
    anchors = _distinct(row.el)
    near = sum(story_shaped(a.get("href"), homes) or _is_near(a, homes) for a in anchors)
    most = 0.6 * len(anchors) if len(anchors) > 2 else len(anchors)
    if not anchors or max(near, sum(story_shaped(a.get("href")) for a in anchors)) < most:
        return 0.0
    score = 2.0 if near >= most else 0.0
    score += 2.0 if sum(spells(a.get("href"), text_of(a)) for a in anchors) >= 0.6 * len(anchors) else 0.0
    score += 1.0 if all(_reads_like_headline(text_of(a)) for a in anchors) else -2.0
    before, after = rows.before(place), rows.after(place)
    if before is not None:
        score += (
            -3.0
            if before.text.endswith((":", "：")) or (before.heading and not row.heading)
            else 1.0
            if before.prose
            else 0.0
        )
    score += 1.0 if len(anchors) > 2 or row.text.isupper() else 0.0  # a headline in capitals is no sentence
    score += 0.0 if rows.linked < 2 else 0.5 if rows.linked < 3 else 1.0
    score += 1.0 if after is None or rows.last_prose < place else 0.0
    score += 1.0 if row.el.tag in ("ul", "ol") and len(row.el) == 1 else 0.0  # a list of one is no list
    if row.heading and after is not None and not after.linked:
        score -= 3.0
    return score - (3.0 if rows.linked > 0.5 * rows.prose else 0.0)


# The picture itself, alone and larger.
_FIGURE_PAGE = re.compile(r"/(?:figures?|tables?|full|fig|image|photo)[/-]\w{1,12}/?$", re.I)
_PAID = re.compile(
    r"utm_medium=(?:affiliate|cpc|cpm|paid|sponsor|native)|[?&](?:affid|aff_id|affiliate|subid|sub_id|irclickid)=|/aff_c\?|shareasale|awin1|doubleclick",
    re.I,
)


def _is_paid(el: HtmlElement, homes: Homes) -> bool:
    """Is every link of the line one with the marks of an affiliate or an advertisement, to another site?"""
    anchors = [a.get("href") for a in el.iter("a") if a.get("href")]
    return bool(anchors) and all(_PAID.search(href) and not story_shaped(href, homes) for href in anchors)


def _reads_like_headline(text: str) -> bool:
    return (
        (len(text.split()) >= 4 or size(text) >= 25)
        and not text.endswith((".", "!", ":", ";", ",", "。", "：", "；", "，", "、"))
        and "://" not in text
        and "www." not in text
    )
