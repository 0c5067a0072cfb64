"""Cards: headline, picture and teaser of another story, all one link. Known by their shape alone."""

from __future__ import annotations

import re
from collections import Counter

from lxml.html import HtmlElement

from reader.facts import HEADINGS, Facts
from reader.markers import CUT
from reader.prune import is_linked
from reader.rules.labels import match
from reader.targets import Homes, story_shaped, text_of
from reader.units import Units

WHY = "it is a card that leads to another story"
WHY_LISTING = "it is a listing of other stories, each with a headline that links to it"
WHY_MANY = "it is a row of cards that lead to other stories"

# A block in a link that is called a title makes a card of it; an inline one may be a link in a sentence.
_TITLED, _TITLE = frozenset("div p".split()), re.compile(r"(?:^|[\s_-])(?:title|headline|hed)(?:$|[\s_-])", re.I)

NEVER = frozenset(
    "html body main p h1 h2 h3 h4 h5 h6 figure figcaption table tbody thead tr td th blockquote pre dl dt dd span b i "
    "em strong".split()
)
# A card's text: from a short headline to headline, teaser, author and date.
SHORTEST, LONGEST = 12, 420
# So many cards, each alone between the paragraphs of one text, are what the text is about.
CROWD = 5
# A teaser is at most one short paragraph; more prose than that is an item of the article.
MOST_PROSE = 150
# So much of a card's text is the link to its story, when it has a heading or a picture.
LINKED = 0.3


def cut_cards(units: Units, homes: Homes, own: str) -> None:
    """Cut every card, and every run of cards with the headings between them; ``own`` is the page's own address.

    Wherever cards carry most of the page's text the page is a list of them, and they are left alone.
    """
    facts = units.facts
    live = [el for el in facts.elements[0].iter() if el in facts.number]
    cards = _cards(facts, live, homes, own)
    if sum(facts.text[facts.at(el)] for el in cards) > 0.6 * facts.text[0] and facts.prose[0] < 400:
        return
    for run in _listings(facts, live, homes):
        if facts.live(run[0]):
            units.cut_run(run, "related-end", "listing", WHY_LISTING)
    runs = _runs(facts, cards)
    crowded = Counter(run[0].getparent() for run in runs)
    for run in runs:
        if facts.live(run[0]) and crowded[run[0].getparent()] < CROWD:
            many = len(run) > 1
            units.cut_run(run, "related-end", "cards" if many else "card", WHY_MANY if many else WHY)


def _cards(facts: Facts, live: list[HtmlElement], homes: Homes, own: str) -> dict[HtmlElement, str]:
    """The outermost cards, with the address each leads to."""
    found: dict[HtmlElement, str] = {}
    inside: set[HtmlElement] = set()
    own = _bare(own)
    for el in live:
        at = facts.number[el]
        if not facts.anchors[at]:
            continue
        if el.getparent() in inside:
            inside.add(el)
        elif el.tag not in NEVER and (address := _story(facts, at, el, homes, own)):
            found[el] = address
            inside.add(el)
    return found


# Items of a listing: at least so many alike, none longer than this, with no more than this share of the prose.
ITEMS, ITEM_LENGTH, LISTING_PROSE = 3, 900, 0.5


def _listings(facts: Facts, live: list[HtmlElement], homes: Homes) -> list[list[HtmlElement]]:
    """Runs of neighbours of one shape, each headed by a link to a story of the site; teasers may be long there."""
    found: list[list[HtmlElement]] = []
    seen: set[HtmlElement] = set()
    heads = _heads(facts.elements[0])
    for el in live:
        if el not in heads or el in seen or el.tag in NEVER or not _headed(facts, el, homes, heads):
            continue
        others = (one for one in el.itersiblings(el.tag) if one in facts.number and _headed(facts, one, homes, heads))
        run = [el, *others]
        seen.update(run)
        prose = sum(facts.prose[facts.at(one)] for one in run)
        if len(run) >= ITEMS and prose <= LISTING_PROSE * facts.prose[0] and _together(run):
            found.append(run)
    return found


def _heads(root: HtmlElement) -> dict[HtmlElement, HtmlElement | None]:
    """The heading in each element that holds one; None for an element that holds several."""
    held: dict[HtmlElement, HtmlElement | None] = {}
    for head in root.iter(*HEADINGS):
        for up in (head, *head.iterancestors()):
            held[up] = None if up in held else head
    return held


def _headed(facts: Facts, el: HtmlElement, homes: Homes, heads: dict[HtmlElement, HtmlElement | None]) -> bool:
    at, head = facts.at(el), heads.get(el)
    if head is None or not facts.anchors[at] or facts.text[at] > ITEM_LENGTH:
        return False
    link = head.find(".//a")
    link = next((up for up in head.iterancestors("a")), None) if link is None else link
    return link is not None and story_shaped(link.get("href") or "", homes)


def _together(run: list[HtmlElement]) -> bool:
    """Do the items follow one another with nothing but cut units between them?"""
    between = [el for el in run[0].itersiblings() if isinstance(el.tag, str)]
    return between[: len(run) - 1] == run[1:] or all(
        el in run or el.get(CUT) is not None or (not (el.text or "").strip() and len(el) == 0)
        for el in between[: between.index(run[-1]) + 1]
    )


def _story(facts: Facts, at: int, el: HtmlElement, homes: Homes, own: str) -> str:
    """The one story that ``el`` leads to, when it has the shape of a card; "" when not."""
    if not SHORTEST <= facts.text[at] <= LONGEST or facts.prose[at] > MOST_PROSE or not _is_block(facts, at, el):
        return ""
    if facts.link[at] < LINKED * facts.text[at]:
        return ""
    anchors = [el] if el.tag == "a" else list(el.iter("a"))
    hrefs = [a.get("href") or "" for a in anchors]
    if any(href.startswith("#") for href in hrefs):
        return ""
    stories = {href for href in hrefs if story_shaped(href, homes) and not (own and _bare(href) == own)}
    if len(stories) != 1:
        return ""
    return stories.pop() if _has_shape(el) else ""


def _is_block(facts: Facts, at: int, el: HtmlElement) -> bool:
    return bool(facts.block[at]) and (el.tag != "a" or el.getparent().tag not in ("p", "li", "span"))


def _bare(address: str) -> str:
    return address.partition("#")[0].partition("?")[0].rstrip("/")


def _has_shape(el: HtmlElement) -> bool:
    """A picture, a heading that is the link or in it, or a link that says no more than "Read more"."""
    for node in el.iter():
        if node.tag in ("img", "picture", "amp-img"):
            return True
        if node.tag in HEADINGS and is_linked(node):
            return True
        if el.tag == "a" and node.tag in _TITLED and _TITLE.search(node.get("class") or ""):
            return True
        if (
            node.tag == "a"
            and (hit := match(text_of(node)))
            and hit.label.kind in ("related-inline", "related-end")
            and not hit.rest
        ):
            return True
    return False


def _runs(facts: Facts, cards: dict[HtmlElement, str]) -> list[list[HtmlElement]]:
    """The cards grouped: neighbours with nothing between them make a run; a box of nothing but cards is the unit."""
    runs: list[list[HtmlElement]] = []
    done: set[HtmlElement] = set()
    for card in cards:
        if card in done:
            continue
        run = [card]
        for el in card.itersiblings():
            if el in cards:
                run.append(el)
            elif el.get(CUT) is None and el in facts.number and facts.text[facts.at(el)]:
                break
            if el.tail and el.tail.strip():
                break
        done.update(run)
        runs.append(_boxed(facts, run))
    return runs


def _boxed(facts: Facts, run: list[HtmlElement]) -> list[HtmlElement]:
    """The highest element that holds nothing but this run and perhaps a short heading over it."""
    size = sum(facts.text[facts.at(el)] for el in run)
    box = run[0]
    while True:
        parent = box.getparent()
        at = facts.number.get(parent)
        if (
            at is None
            or parent.tag in ("body", "html", "main", "td")
            or facts.text[at] > size + 60
            or facts.prose[at] > MOST_PROSE * len(run)
        ):
            break
        box = parent
    return run if box is run[0] else [box]
