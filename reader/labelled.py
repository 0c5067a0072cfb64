"""Cutting recommendations by the label over or before them: "You May Also Like", "Related:", "Lesen Sie auch"."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from reader.facts import HEADINGS, Facts, ends_cut
from reader.markers import CUT
from reader.prune import (
    LABEL_LENGTH,
    LATE_PROSE,
    NEVER,
    RECOMMENDATIONS,
    UNIT_LINKS,
    UNIT_PROSE,
    headlines_of,
    heads_stories,
)
from reader.rules.hints import hint, is_hint
from reader.rules.labels import NO_LABEL, Hit, Label, match
from reader.rules.phrases import is_note
from reader.sizes import size
from reader.targets import Homes, at_home, spells, stays_here, story_links, story_shaped, text_of
from reader.units import Units

# Characters: a label and what it labels in one line; a paragraph of label and links; headline, teaser, author and date
# of one story under a label; a label before a colon; an item of a menu.
LABELLED_LENGTH, LINKS_LENGTH, TEASED_LENGTH, COLON_LENGTH, MENU_LENGTH = 160, 600, 400, 45, 40


def cut_labelled(units: Units, homes: Homes, title: str) -> None:
    """Cut every unit that stands under a label, and every line that is a label with its link."""
    facts, headlines = units.facts, headlines_of(units.facts, title)
    for el in _lines(facts):
        hit = _hit(facts, el)
        inline = not facts.block[facts.at(el)]  # the words of a menu's button stand so, too
        if hit and facts.live(el) and not (inline and hit.label.weak):
            _cut_labelled(units, el, hit, homes, headlines)


def _lines(facts: Facts) -> Iterator[HtmlElement]:
    """The blocks left in the tree that hold a short line, or little but links, and nothing nested.

    An item of a list that is one short link is an item of a menu, and no label. The inline element that holds all
    the words a box has of its own, before its blocks, is a line too.
    """
    own, link, text, block = facts.own, facts.own_link, facts.text, facts.block
    for at, el in enumerate(facts.elements):
        length = own[at]
        if length < 3 or not block[at] or length > LINKS_LENGTH:
            continue
        if length != text[at]:
            if length <= LABEL_LENGTH and el.tag != "li" and _is_head(facts, at + 1, length):
                yield facts.elements[at + 1]
        elif length <= LABEL_LENGTH:
            if el.tag != "li" or link[at] < length or length > MENU_LENGTH:
                yield el
        elif link[at] >= UNIT_LINKS * length:
            yield el


def _is_head(facts: Facts, at: int, length: int) -> bool:
    """Is element number ``at`` inline, no link, and ``length`` characters long?"""
    return not facts.block[at] and facts.text[at] == length and not facts.anchors[at]


def _hit(facts: Facts, el: HtmlElement) -> Hit:
    """The label that the line ``el`` is, or that stands in it before its links."""
    text = text_of(el)
    hit = match(text) or _opens(text)
    if hit or not facts.own_link[facts.at(el)]:
        return hit or hint(text)
    head = _before_links(el)
    hit = match(head) if head and head != text else NO_LABEL
    whole = hint(text) if not hit or hit.rest or hit.label.weak else NO_LABEL  # "More from the Gazette", all one link
    if whole or not head or head == text:
        return whole
    hit = hit or (hint(head) if head.endswith(":") and is_hint(head.split()[0]) else NO_LABEL)
    return Hit(hit.label, hit.heading, text[len(head) :].strip()) if hit and not hit.rest else NO_LABEL


def _opens(text: str) -> Hit:
    """A label that usually stands alone, with a colon and the rest of the line after it."""
    head, colon, rest = text.replace("：", ":").partition(":")
    if not colon or not rest or len(head) > COLON_LENGTH:
        return NO_LABEL
    hit = match(head)
    return (
        Hit(hit.label, head, rest.strip())
        if hit and not hit.label.weak and hit.label.kind in RECOMMENDATIONS
        else NO_LABEL
    )


def _before_links(el: HtmlElement) -> str:
    parts = [el.text or ""]
    for node in el.iter():
        if node is el:
            continue
        if node.tag in ("a", "br"):
            break
        parts.append(node.text or "")
        if len(node) == 0:
            parts.append(node.tail or "")
    return " ".join("".join(parts).split())


def _cut_labelled(units: Units, el: HtmlElement, hit: Hit, homes: Homes, headlines: set[HtmlElement]) -> None:
    facts, label = units.facts, hit.label
    why = f"it stands under the label “{hit.heading}”"
    if hit.rest:
        if _says_link(facts, el, hit, homes):
            units.cut(el, label.kind, "label-with-link", f"it is a link with the label “{hit.heading}”")
        return
    if el.tag in ("td", "th", "caption"):
        _cut_table(units, el, hit, why)
        return
    box = _box(facts, el, headlines)
    if facts.text[facts.at(box)] > facts.text[facts.at(el)] + 3:
        if _bears_out(facts, el, box, hit, homes):
            units.cut(box, label.kind, "label-of-box", why)
        return
    run = _to_the_end(facts, box, hit, homes) or _run(facts, box, hit)
    if label.weak and not _tells_stories(run, homes, hit):
        return
    if len(run) > 1:
        units.cut_run(run, label.kind, "label-with-followers", why)
    elif not label.weak and label.kind in ("share", "comments"):
        units.cut(box, label.kind, "label-alone", f"it says only “{hit.heading}”")
    elif not label.weak and label.kind in RECOMMENDATIONS and (_is_notice(el, label) or _stands_alone(facts, box)):
        units.cut(box, label.kind, "label-alone", f"the label “{hit.heading}” was left without its stories")


def _is_notice(el: HtmlElement, label: Label) -> bool:
    """Is it a line that stands where an advertisement or a sign-up box was, or will be set in by a script?"""
    return label.kind in ("sponsored", "newsletter") and el.tag in ("p", "div", "span")


def _cut_table(units: Units, el: HtmlElement, hit: Hit, why: str) -> None:
    """Cut the table that begins with the label, when its other cells are links."""
    facts = units.facts
    table = next(el.iterancestors("table"), None)
    at = facts.number.get(table)
    if (
        at is None
        or facts.prose[at]
        or not all(_begins(up.getparent(), up) for up in (el, *el.iterancestors()) if _under(up, table))
    ):
        return
    if facts.link[at] >= 0.7 * (facts.text[at] - facts.text[facts.at(el)]) > 0:
        units.cut(table, hit.label.kind, "label-of-table", why)


def _under(el: HtmlElement, top: HtmlElement) -> bool:
    return any(up is top for up in el.iterancestors())


def _says_link(facts: Facts, el: HtmlElement, hit: Hit, homes: Homes) -> bool:
    """Is what follows the label in the same line a link, rather than the rest of a sentence?

    A weak label ("See", "Watch") is a writer's word too: only in capitals, or over a story of this site with a colon.
    """
    at = facts.at(el)
    if not facts.anchors[at] or (hit.label.kind == "newsletter" and el.tag == "li"):
        return False
    if hit.label.kind == "furniture":
        return facts.own_link[at] >= 0.8 * size(hit.rest)
    if (
        hit.label.weak
        and hit.heading != hit.heading.upper()
        and (hit.label.where != "opening" or not at_home(el, homes))
    ):
        return False
    return facts.own_link[at] >= 0.6 * size(hit.rest) or (not hit.label.weak and facts.own[at] <= LABELLED_LENGTH)


def _box(facts: Facts, el: HtmlElement, headlines: set[HtmlElement]) -> HtmlElement:
    """The element that begins with the label and holds what belongs to it: small, but more than the label."""
    limit = UNIT_PROSE * facts.prose[0]
    box = el
    while True:
        parent = box.getparent()
        at = facts.number.get(parent)
        if (
            at is None
            or parent.tag in NEVER
            or not _begins(parent, box)
            or facts.prose[at] > limit
            or parent in headlines
        ):
            return box
        if facts.text[facts.at(box)] > facts.text[facts.at(el)] + 25 and facts.anchors[facts.at(box)]:
            return box
        box = parent


def _begins(parent: HtmlElement, child: HtmlElement) -> bool:
    """Does ``parent`` hold no text before ``child``?"""
    if parent.text and not parent.text.isspace():
        return False
    return all(
        not (node.tail and not node.tail.isspace()) and not (isinstance(node.tag, str) and text_of(node))
        for node in child.itersiblings(preceding=True)
    )


def _tells_stories(run: list[HtmlElement], homes: Homes, hit: Hit) -> bool:
    """Do most links of the run lead to stories of this site? Other links under a weak label may be sources."""
    links = sum(len(list(el.iter("a"))) for el in run)
    stories = sum(len(story_links(el, homes)) for el in run)
    if stories >= 0.5 * links:
        return True
    if hit.label.lang:  # "Further reading": a list of other people's writings
        return False
    anchors = [(a.get("href", ""), text_of(a)) for el in run for a in el.iter("a")]
    return sum(spells(href, text) and story_shaped(href) for href, text in anchors) >= 0.5 * links


def _to_the_end(facts: Facts, first: HtmlElement, hit: Hit, homes: Homes) -> list[HtmlElement]:
    """The label and what follows it up to the next prose, table or note, when that is links, pictures and short lines.

    After a weak label it must reach the end of its parent.
    """
    if hit.label.kind not in RECOMMENDATIONS or (first.tail and first.tail.strip()):
        return []
    run, text, link = [first], 0, 0
    led_in = _leads_in(facts, first, hit)
    for el in first.itersiblings():
        at = facts.number.get(el)
        if el is led_in:
            run.append(el)
            continue
        if at is not None and (facts.prose[at] or el.tag == "table" or is_note(text_of(el))):
            if hit.label.weak:
                return []
            break
        run.append(el)
        text, link = (text + facts.text[at], link + facts.link[at]) if at is not None else (text, link)
        if el.tail and el.tail.strip():
            return []
    stories = sum(len(story_links(el, homes)) for el in run[1:])
    enough = stories >= 2 or (stories and run[-1].getnext() is None)
    return run if enough and link >= (0.7 if hit.label.weak else 0.35) * text else []


def _leads_in(facts: Facts, first: HtmlElement, hit: Hit) -> HtmlElement | None:
    """The paragraph between the words that open a label ("Explore more harbours") and a list that ends the box."""
    text = first.getnext()
    listing = text.getnext() if text is not None and text.tag == "p" and text in facts.number else None
    if hit.label.where != "opening" or listing is None or listing.tag not in ("ul", "ol"):
        return None
    at = facts.at(text)
    short = facts.text[at] <= TEASED_LENGTH and not facts.anchors[at] and not text_of(text).endswith((":", "："))
    return text if short and listing.getnext() is None else None


def _bears_out(facts: Facts, el: HtmlElement, box: HtmlElement, hit: Hit, homes: Homes) -> bool:
    """Is the rest of the labelled box what the label says?"""
    at = facts.at(box)
    rest = max(facts.text[at] - facts.text[facts.at(el)], 1)
    if hit.label.kind in ("newsletter", "share"):
        return facts.prose[at] == 0 or rest <= LINKS_LENGTH
    if hit.label.kind in ("comments", "furniture"):
        return not hit.label.weak
    if stays_here(box):
        return False
    if hit.label.weak:
        return facts.link[at] >= 0.7 * rest and _tells_stories([box], homes, hit) and not _introduced(facts, at)
    return facts.link[at] >= 0.25 * rest


def _introduced(facts: Facts, at: int) -> bool:
    """Does a sentence of the box lead into its list ("Here are a few more ideas:")? Then the list is the article's."""
    inside = range(at + 1, at + facts.span[at])
    return any(facts.weight[i] and text_of(facts.elements[i]).endswith((":", "：")) for i in inside)


def _run(facts: Facts, first: HtmlElement, hit: Hit) -> list[HtmlElement]:
    """The label and the neighbours after it that are links, cards and their teasers."""
    run, pending, linked = [first], [], False
    if first.tail and not first.tail.isspace():
        return run
    for el in first.itersiblings():
        at = facts.number.get(el)
        if at is None or not facts.text[at]:
            pending.append(el)
        elif _follows(facts, el, at, linked, hit):
            run += [*pending, el]
            pending, linked = [], linked or facts.anchors[at] > 0
        else:
            break
        if el.tail and not el.tail.isspace():
            break
    return run


def _follows(facts: Facts, el: HtmlElement, at: int, linked: bool, hit: Hit) -> bool:
    stories = heads_stories(el) or _cards_of(facts, el, at)
    teased = (
        not hit.label.weak
        and (stories or facts.anchors[at] >= 3)
        and facts.text[at] <= TEASED_LENGTH * max(stories, facts.anchors[at])
    )
    if el.tag == "table" or (el.tag in HEADINGS and not facts.anchors[at]) or stays_here(el):
        return False
    if facts.prose[at] > (LATE_PROSE if teased else UNIT_PROSE) * facts.prose[0]:
        return False
    if facts.link[at] >= (0.8 if hit.label.weak else 0.6) * facts.text[at]:
        return True
    if teased:
        return True
    return linked and el.tag == "p" and facts.own[at] < 250 and ends_cut(el)


def _cards_of(facts: Facts, el: HtmlElement, at: int) -> int:
    """How many cards a block is made of, each a picture and a heading, where a script makes them links."""
    heads = sum(1 for _ in el.iter(*HEADINGS)) if facts.images[at] > 1 else 0
    return heads if 1 < heads <= facts.images[at] else 0


def _stands_alone(facts: Facts, box: HtmlElement) -> bool:
    """Does nothing that belongs to the label follow it: the end of its parent, or something cut?"""
    following = next((el for el in box.itersiblings() if el not in facts.number or facts.text[facts.at(el)]), None)
    return following is None or following.get(CUT) is not None
