"""Cutting recommendations out of the page before anyone looks for the article: by what class words call them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml.html import HtmlElement

from reader.facts import HEADINGS, Facts
from reader.rules.words import FORM, NOTHING, SIGN_UP_FORM, WORDS, Verdict, WordRow
from reader.sizes import size
from reader.targets import Homes, spells, story_links, text_of, whole_text
from reader.units import Units

RECOMMENDATIONS = frozenset(("related-inline", "related-end", "most-read", "sponsored", "newsletter"))
NEVER = frozenset(
    "html body main h1 h2 h3 h4 h5 h6 figcaption picture img table tbody thead tr td th video audio br head".split()
)
# Elements that say something of themselves without any class.
TELLING = frozenset("form nav footer aside figure".split())
NAMES = frozenset(("class", "role", "data-component", "data-testid", "data-module", "data-type"))
WORDY = frozenset(("id", "aria-label"))
_CLASS_ALONE = ["class"]
_ADVERT = re.compile(r"(?:^|[\s_-])(?:ad|ads|advert|advertisement|sponsor|sponsored)(?:$|[\s_-])", re.I)
# Boxes in the running text of documentation, whatever else they are called ("alert alert--info").
_NOTE = re.compile(r"admonition|callout", re.I)
# "image-copyright", "photo-legal": the words of a caption or credit, which the figures will take.
_OF_IMAGES = re.compile(r"image|img|photo|picture|figure|caption|credit|media|gallery|hero|lead|slide", re.I)

# A unit may hold this share of the page's prose: teasers add up, but a third of the story is the story. Where as much
# of the page's prose has gone by already, an appended story may hold more; after APPENDED characters of it, whole
# stories are units.
UNIT_PROSE, LATE_PROSE, LATE, APPENDED = 0.3, 0.55, 0.35, 1200
# Furniture and hinted units hold next to none of the page's prose; no unit holds most of its text.
NEXT_TO_NONE, HALF, MOST = 0.1, 0.5, 0.9
# So many paragraphs of prose with one class: it is what the publisher calls paragraphs.
COMMON = 3
# Link text of a unit that only its class hints at, as a share of all its text.
UNIT_LINKS = 0.4
# An id or aria-label with so many words is made from a heading's text and names nothing.
SLUG = 5
# Characters of prose of a sign-up box or a sponsor's text (more of it is the article, in a badly named container), of
# a box that calls itself related and leads to no story (a video, a gallery), and of an advertiser's line.
BLURB, TEASER, SLOGAN = 500, 100, 100
# Characters of text: of a label, of what stands around an advertisement, of a form, of a paragraph with a class.
LABEL_LENGTH, AD_LENGTH, FORM_LENGTH, PARAGRAPH_LENGTH = 90, 200, 1500, 300
WORDS_LENGTH = 400  # and of an image's caption and credit
# Characters of text and of prose in the card of one story, and the share of them that its linked title is.
CARD_LENGTH, CARD_PROSE, CARD_LINK = 420, 150, 0.15
# Headlines are this long on average; the links inside a text are shorter.
HEADLINE_LENGTH = 30


@dataclass(slots=True)
class Sight:
    """What a decision about one element looks at: the page's numbers, its own sites, where its headline stands.

    ``headlines`` are the elements that hold the headline or the main part; ``passed`` is the prose that stands before.
    """

    facts: Facts
    homes: Homes
    headlines: set[HtmlElement]
    total: int
    passed: int = 0


def prune(units: Units, homes: Homes, title: str) -> list[tuple[HtmlElement, WordRow]]:
    """Cut what the page's own class words call a recommendation, wherever on the page it stands.

    Returns the furniture found, with its rows: whoever cuts it should look for labelled units in it first.
    """
    facts = units.facts
    sight = Sight(facts, homes, headlines_of(facts, title), facts.prose[0])
    shells: list[tuple[HtmlElement, WordRow]] = []
    gone = {el for unit in units.by_mark.values() for el in (unit.element, *unit.element)}
    elements, text, images = facts.elements, facts.text, facts.images
    at, end = 0, len(elements)
    while at < end:
        el, row = elements[at], None
        if el in gone:
            at += facts.span[at]
            continue
        if (text[at] or images[at]) and el.tag not in NEVER:
            names = names_of(el)
            verdict = WORDS.judge(names) if names else NOTHING
            if verdict is not NOTHING or el.tag in TELLING:
                row = _judge(sight, el, at, names, verdict)
        if row is None or row.kind == "furniture":
            if row is not None:
                shells.append((el, row))
            sight.passed += facts.weight[at]
            at += 1
        else:
            at += facts.span[at]
            units.cut(el, row.kind, row.name, row.why)
    return shells


def cut_shells(units: Units, shells: list[tuple[HtmlElement, WordRow]]) -> None:
    """Cut the furniture that is still in the tree."""
    for shell, row in shells:
        if units.facts.live(shell):
            units.cut(shell, row.kind, row.name, row.why)


def names_of(el: HtmlElement) -> str:
    """Everything that names ``el``: classes, id, role, component names, and the tag if it is a custom one."""
    attributes = el.keys()
    if attributes == _CLASS_ALONE and "-" not in el.tag:  # what most elements have
        value = el.get("class")
        return "" if value == "banner" else str(value)
    found = []
    for name in attributes:
        if name in NAMES:
            value = el.get(name)
            if value != "banner":
                found.append(value)
        elif name in WORDY and _is_name(value := el.get(name)):
            found.append(value)
    if "-" in el.tag:
        found.append(el.tag)
    return " ".join(found)


def verdict_of(el: HtmlElement) -> Verdict:
    """What the rows of words say of the names of ``el``."""
    names = names_of(el)
    return WORDS.judge(names) if names else NOTHING


def _is_name(value: str) -> bool:
    return value.count("-") + value.count(" ") < SLUG


def _judge(sight: Sight, el: HtmlElement, at: int, names: str, verdict: Verdict) -> WordRow | None:
    """The row that lets ``el``, called ``names``, be cut, if any does."""
    tag, facts = el.tag, sight.facts
    if tag in TELLING:
        if tag == "figure" and (facts.images[at] or not verdict.sure):
            return WORDS.judge("ad").maybe[0] if facts.anchors[at] and _ADVERT.search(el.get("class") or "") else None
        if tag == "form" and _is_form(sight, at):
            return SIGN_UP_FORM if "mail" in whole_text(el).lower() else FORM
        verdict = _told(facts, at, tag, verdict)
    if verdict is NOTHING or facts.text[at] > MOST * facts.text[0]:
        return None
    if tag == "p" and facts.weight[at] and _is_common(facts, el):
        return None
    if not facts.block[at] and _in_sentence(facts, at, el):
        return _rows(verdict)[0] if _is_list_of_links(facts, at, tag) else None
    sure = next((row for row in verdict.sure if _surely(sight, el, at, row, names)), None)
    return sure or next((row for row in verdict.maybe if _likely(sight, el, at, row)), None)


def _rows(verdict: Verdict) -> tuple[WordRow, ...]:
    return (*verdict.sure, *verdict.maybe)


def _told(facts: Facts, at: int, tag: str, verdict: Verdict) -> Verdict:
    """The verdict with what the tag itself tells."""
    if tag == "footer" and (_of_quote(facts, at) or facts.elements[at].getparent().tag == "figure"):
        return verdict
    if tag == "nav" or (tag == "footer" and (facts.anchors[at] > 1 or facts.text[at] < LABEL_LENGTH)):
        return Verdict((*verdict.sure, *WORDS.judge("nav").sure), verdict.maybe)
    if tag == "aside":
        return Verdict(verdict.sure, (*verdict.maybe, *WORDS.judge("aside").maybe))
    return verdict


def _of_quote(facts: Facts, at: int) -> bool:
    """Does the footer stand in a quotation or right after one, and name whose words they are?"""
    parent, before = facts.elements[at].getparent(), facts.elements[at].getprevious()
    return parent.tag == "blockquote" or (before is not None and before.tag == "blockquote")


def _is_form(sight: Sight, at: int) -> bool:
    return sight.facts.prose[at] <= NEXT_TO_NONE * sight.total and sight.facts.text[at] <= FORM_LENGTH


def _in_sentence(facts: Facts, at: int, el: HtmlElement) -> bool:
    """Is the inline ``el`` part of a longer line of text?"""
    return facts.own[facts.at(el.getparent())] > 1.3 * facts.own[at] + 20


def _is_list_of_links(facts: Facts, at: int, tag: str) -> bool:
    """Is the inline element nothing but links, as a list of them inside a sentence's markup is?"""
    return tag != "a" and facts.anchors[at] > 1 and facts.link[at] == facts.text[at]


def _is_common(facts: Facts, el: HtmlElement) -> bool:
    """Do three paragraphs of its parent bear the same class ("paywall")? Then it says nothing of one of them."""
    name = el.get("class")
    alike = (other for other in el.getparent().iterchildren("p") if other.get("class") == name)
    return sum(facts.weight[facts.at(other)] > 0 for other in alike if other in facts.number) >= COMMON


def _surely(sight: Sight, el: HtmlElement, at: int, row: WordRow, names: str) -> bool:
    """Does nothing in ``el``, called ``names``, speak against what its class says outright?"""
    facts, prose = sight.facts, sight.facts.prose[at]
    if (el.tag == "p" and facts.own[at] > PARAGRAPH_LENGTH) or (el in sight.headlines and row.kind != "comments"):
        return False
    limit = (LATE_PROSE if sight.passed > LATE * sight.total else UNIT_PROSE) * sight.total
    if row.kind in RECOMMENDATIONS:
        return _is_recommendation(sight, el, at, row, limit)
    if row.kind == "comments":
        return (prose <= limit or sight.passed > LATE * (sight.total - prose)) and el.find(".//h1") is None
    if row.kind == "share":
        return prose == 0
    if _NOTE.search(names) or (row.name == "drop-words" and _tells(facts, el, at)):
        return False
    short = facts.text[at] <= AD_LENGTH or facts.share(at) >= UNIT_LINKS or row.name == "dialog-words"
    if not short or prose > NEXT_TO_NONE * sight.total or facts.images[at] or _of_images(names):
        return False
    return "copyright" not in names.lower() or not _holds_image_words(facts, el.getparent())


def _holds_image_words(facts: Facts, parent: HtmlElement) -> bool:
    """Is ``parent`` a box of one image or of its words? Then the copyright in it is the image's."""
    return facts.text[facts.at(parent)] <= WORDS_LENGTH and _of_images(names_of(parent))


def _tells(facts: Facts, el: HtmlElement, at: int) -> bool:
    """Does a box that drops down hold a whole sentence, as the answer to a question does, and no link?"""
    return not facts.anchors[at] and any(text_of(line).endswith((".", "!", "。")) for line in el.iter("p"))


@lru_cache(maxsize=16384)
def _of_images(names: str) -> bool:
    return _OF_IMAGES.search(names) is not None


def _is_recommendation(sight: Sight, el: HtmlElement, at: int, row: WordRow, limit: float) -> bool:
    facts, prose = sight.facts, sight.facts.prose[at]
    if row.name == "advertising-words" or not prose:  # publishers put such containers around paragraphs
        return not prose and bool(
            facts.anchors[at] or row.kind in ("sponsored", "newsletter") or facts.text[at] <= LABEL_LENGTH
        )
    if prose > limit:
        return (
            sight.passed > APPENDED and row.kind not in ("newsletter", "sponsored") and _lists_stories(el, sight.homes)
        )
    if row.kind in ("newsletter", "sponsored"):
        return prose <= BLURB
    return prose <= TEASER or bool(story_links(el, sight.homes))


def _likely(sight: Sight, el: HtmlElement, at: int, row: WordRow) -> bool:
    """Does the content of ``el`` bear out what its class only hints at?"""
    facts, text = sight.facts, sight.facts.text[at]
    if row.kind == "sponsored":
        blank = facts.prose[at] == 0 or (facts.anchors[at] > 0 and facts.prose[at] <= SLOGAN)
        return blank and 0 < text <= AD_LENGTH and not facts.images[at]
    if (
        row.kind == "furniture"
        or not facts.anchors[at]
        or facts.prose[at] > NEXT_TO_NONE * sight.total
        or text > HALF * facts.text[0]
    ):
        return False
    if row.name == "related-hints" and _is_story_card(sight, el, at):
        return True
    if text < 12 or facts.link[at] < UNIT_LINKS * text or el.find(".//table") is not None or _is_title(facts, at, el):
        return False
    return sum(map(size, story_links(el, sight.homes).values())) >= UNIT_LINKS * text


def _is_title(facts: Facts, at: int, el: HtmlElement) -> bool:
    """Is ``el`` ("card-title") only the heading of a card, or in it? The card goes as a whole or not at all."""
    if el.getparent().tag in HEADINGS:
        return True
    head = next(el.iter(*HEADINGS), None) if facts.anchors[at] == 1 else None
    return head is not None and facts.text[facts.at(head)] == facts.text[at] and el.getnext() is not None


def _is_story_card(sight: Sight, el: HtmlElement, at: int) -> bool:
    """Is it the picture, the linked title and the summary of one other story, and nothing else?"""
    facts = sight.facts
    if not facts.images[at] or facts.text[at] > CARD_LENGTH or facts.prose[at] > CARD_PROSE:
        return False
    stories = [(href, title) for href, title in story_links(el, sight.homes).items() if title]
    if len(stories) != 1 or not spells(*stories[0]):  # what is sold has an address that says nothing
        return False
    return len(stories[0][1]) >= CARD_LINK * facts.text[at]


def headlines_of(facts: Facts, title: str) -> set[HtmlElement]:
    """The elements that hold the headline (every h1, where none has the title's words) or the page's main part."""
    heads = [el for el in facts.heads if el.tag == "h1"]
    wanted = title.casefold()
    same = [el for el in heads if (shown := text_of(el).casefold()) and (shown in wanted or wanted in shown)]
    found = {up for el in same or heads for up in (el, *el.iterancestors())}
    return found.union(*({el, *el.iterancestors()} for el in facts.heads if el.tag == "main"))


def _lists_stories(el: HtmlElement, homes: Homes) -> bool:
    """Does ``el`` link to three stories or more by their headlines, which are longer than the links of a text?"""
    titles = [title for title in story_links(el, homes).values() if title]
    return len(titles) >= 3 and sum(map(size, titles)) >= HEADLINE_LENGTH * len(titles)


def heads_stories(el: HtmlElement) -> int:
    """How many headings below ``el`` are links."""
    return sum(1 for head in el.iter(*HEADINGS) if is_linked(head))


def is_linked(head: HtmlElement) -> bool:
    """Does the heading hold a link, or stand in one?"""
    return head.find(".//a") is not None or any(up.tag == "a" for up in head.iterancestors())
