"""What stays behind outside the article: recommendations there get receipts too, the rest is counted as furniture."""

from __future__ import annotations

from lxml.html import HtmlElement

from reader.facts import HEADINGS, Facts
from reader.markers import CONTENT, CUT
from reader.prune import is_linked, verdict_of
from reader.rules.phrases import NEWSLETTERS
from reader.sizes import size
from reader.targets import Homes, story_links, text_of
from reader.units import Units

# A unit outside the article is at most so long; what is longer is looked through for smaller ones.
LONGEST = 1500
# A sign-up box is at most so long.
BOX = 400
# Links of navigation are short: a unit's story links have this many characters on average.
TITLE_LENGTH = 22
NOISE = frozenset(("furniture", "share", "comments"))


def clear(units: Units, page: Facts, parts: list[HtmlElement], homes: Homes) -> None:
    """Cut what is left of ``page`` outside the article's ``parts``, so that every recommendation gets a receipt."""
    facts, moved, at = page, set(parts), 1
    asked: set[HtmlElement] = set()
    anchor = facts.elements[0].find(f".//div[@{CONTENT}]")
    around = frozenset(anchor.iterancestors()) if anchor is not None else frozenset()
    units.facts = page
    while at < len(facts.elements):
        el = facts.elements[at]
        if not facts.text[at] or el in moved or el.get(CUT) is not None:
            at += facts.span[at]
        elif (
            facts.text[at] <= LONGEST
            and facts.block[at]
            and el.tag not in ("body", "html", "head", "main")
            and el not in around
        ):
            at += _settle(units, facts, el, at, homes, asked)
        else:
            at += 1


def _settle(units: Units, facts: Facts, el: HtmlElement, at: int, homes: Homes, asked: set[HtmlElement]) -> int:
    """Cut ``el`` if it is a unit; how many elements to go on by. ``asked`` are the boxes whose words are no promo's."""
    if el.tag in ("nav", "footer") or any(row.kind in NOISE for row in verdict_of(el).sure):
        return 1
    promo = None
    if facts.text[at] <= BOX:
        parent = el.getparent()
        again = parent in asked and facts.text[facts.at(parent)] == facts.text[at]
        promo = None if again else NEWSLETTERS.find(text_of(el), True)
        asked.add(el)
    if promo is not None:
        units.cut(el, promo.kind, promo.name, promo.why)
        return facts.span[at]
    if not facts.anchors[at]:
        return 1
    stories = [text for text in story_links(el, homes).values() if text]
    if not stories or sum(map(size, stories)) < TITLE_LENGTH * len(stories) or _mixed(el):
        return 1
    units.cut(el, "related-end", "outside", "it leads to other stories and stands outside the article")
    return facts.span[at]


def _mixed(el: HtmlElement) -> bool:
    """Does ``el`` hold navigation, share bars or comments, or several headed groups, each better named alone?"""
    heads = [one for one in el.iter(*HEADINGS) if not is_linked(one)]
    if len(heads) > 1:
        return True
    return any(
        row.kind in NOISE
        for one in el.iterdescendants()
        if isinstance(one.tag, str) and one.attrib
        for row in verdict_of(one).sure
    )
