"""Cutting again, inside the chosen content: links between paragraphs, closing lists, promos, and small furniture."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from reader.article import Kind
from reader.facts import HEADINGS, Facts
from reader.labelled import TEASED_LENGTH
from reader.prune import LABEL_LENGTH, NEVER, RECOMMENDATIONS, verdict_of
from reader.rules.hints import hint
from reader.rules.labels import ends_sentence, match
from reader.rules.phrases import PHRASES, Promo, is_note
from reader.rules.words import NOTHING
from reader.sizes import size
from reader.targets import Homes, at_home, is_document, spells, story_links, story_shaped, text_of
from reader.units import MARK, Units

# A promo is a short paragraph; a sentence of the story that begins alike is longer or stands among its like.
PROMO_LENGTH = 330
# So many paragraphs of this length do not stand twice in a row by chance.
COPIES, COPY_LENGTH = 3, 100
# Furniture with a telling class inside the article holds no more text than this, unless it is all links.
FURNITURE_LENGTH = 160
# What is told of an author after the article has no more characters.
BIOGRAPHY = 700
# A line is "a link" when so much of it stands in links.
LINKED, MANY_LINKED = 0.8, 0.65
# Pixels.
ICON = 48
# Words and a colon before a link, in place of a label.
HEAD_LENGTH = 30
# The shortest title a picture's caption can be; so many linked pictures are what the article is about.
TITLE_LENGTH, CROWD = 15, 5
# What a line that is one link must score to be called a recommendation; see ``_score``.
ENOUGH = 5.0


@dataclass(slots=True)
class Row:
    """One line or list of the content in reading order, with what the score asks of it."""

    el: HtmlElement
    at: int
    size: int
    linked: bool
    prose: bool
    heading: bool


class Rows(list[Row]):
    """The lines in reading order, with what each is asked about all the others: counted once."""

    def __init__(self, rows: Iterable[Row]) -> None:
        super().__init__(rows)
        self.linked = sum(row.linked for row in self)
        self.prose = sum(row.prose for row in self)
        self.last_prose = max((place for place, row in enumerate(self) if row.prose), default=-1)
        self._before = self._nearest(range(len(self)), lambda row: row.el.tag != "figure" and not row.linked)
        self._after = self._nearest(range(len(self) - 1, -1, -1), lambda row: row.el.tag != "figure")

    def _nearest(self, places: Iterable[int], fits: Callable[[Row], bool]) -> list[Row | None]:
        found: list[Row | None] = [None] * len(self)
        last: Row | None = None
        for place in places:
            found[place] = last
            last = self[place] if fits(self[place]) else last
        return found

    def before(self, place: int) -> Row | None:
        """The nearest line before that is neither a figure nor a link."""
        return self._before[place]

    def after(self, place: int) -> Row | None:
        """The next line that is no figure."""
        return self._after[place]


def trim(units: Units, homes: Homes) -> None:
    """Cut what the words, the neighbours, the targets and the shape of a block show to be no part of the article."""
    _cut_furniture(units)
    _cut_hover_cards(units)
    _cut_biographies(units)
    rows, cuts = Rows(_rows(units.facts)), units.cuts
    _cut_copies(units, rows)
    if units.cuts != cuts:
        rows, cuts = Rows(_rows(units.facts)), units.cuts
    _cut_promos(units, rows)
    _cut_link_lines(units, rows if units.cuts == cuts else Rows(_rows(units.facts)), homes)
    _cut_left_headings(units)


# ---------------------------------------------------------------- second copies


def _cut_copies(units: Units, rows: list[Row]) -> None:
    """Cut runs of paragraphs that stand a second time: copies for republishing, for other screens, for a next page.

    A single one may be meant: a question asked of each guest, a dish served twice in a meal plan.
    """
    seen: set[str] = set()
    run: list[HtmlElement] = []
    for row in [row for row in rows if row.prose and row.size >= COPY_LENGTH]:
        text = text_of(row.el)
        if text in seen:
            run.append(row.el)
            continue
        _cut_run_of_copies(units, run)
        run = []
        seen.add(text)
    _cut_run_of_copies(units, run)


def _cut_run_of_copies(units: Units, run: list[HtmlElement]) -> None:
    if len(run) >= COPIES and len({text_of(el) for el in run}) == len(run):
        for el in run:
            units.cut(el, "furniture", "second-copy", "the same paragraphs stand in the article already")


# ---------------------------------------------------------------- furniture by class words


def _cut_furniture(units: Units) -> None:
    facts = units.facts
    for el in list(facts.elements[1:]):
        if el.tag in NEVER or (verdict := verdict_of(el)) is NOTHING or MARK in el.keys():  # noqa: SIM118
            continue
        rows = (row for row in (*verdict.sure, *verdict.maybe) if row.kind in ("furniture", "share", "comments"))
        row = next(rows, None)
        if row is not None and facts.live(el) and _is_furniture(facts, el):
            units.cut(el, row.kind, row.name, row.why)


def _cut_biographies(units: Units) -> None:
    """Cut the boxes named after the author's life that close the article: no prose but theirs follows them."""
    facts, found, at, last = units.facts, [], 1, 0
    while at < len(facts.elements):
        el = facts.elements[at]
        named = el.attrib and el.tag not in NEVER and 0 < facts.text[at] <= BIOGRAPHY
        if named and any(row.name == "biography-words" for row in verdict_of(el).maybe):
            found.append((el, at))
            at += facts.span[at]
            continue
        last = at if facts.weight[at] and facts.live(el) else last
        at += 1
    for el, at in found:
        if at > last > 0 and facts.live(el):
            units.cut(el, "furniture", "biography-words", "it tells who the author is, after the article")


def _is_furniture(facts: Facts, el: HtmlElement) -> bool:
    at = facts.at(el)
    if (
        facts.prose[at]
        or facts.images[at]
        or not facts.text[at]
        or any(up.tag in ("figure", "table", "pre") for up in el.iterancestors())
    ):
        return False
    if not facts.block[at] and facts.own[facts.at(el.getparent())] > 1.3 * facts.own[at] + 5:
        return False
    return (facts.text[at] <= FURNITURE_LENGTH and facts.share(at) >= 0.3) or facts.share(at) >= 0.6


# ---------------------------------------------------------------- cards that open over a name


def _cut_hover_cards(units: Units) -> None:
    """Cut the list of links that opens, inside a sentence, over a linked name: it begins with the name's own link."""
    facts = units.facts
    for at, el in enumerate(facts.elements):
        if el.tag == "span" and facts.anchors[at] > 2 and facts.link[at] == facts.text[at] and not facts.block[at]:
            name = el.getprevious()
            href = name.get("href") if name is not None and name.tag == "a" else None
            if href and any(anchor.get("href") == href for anchor in el.iter("a")) and facts.live(el):
                units.cut(el, "related-inline", "hover-card", "it is a list of stories that opens over a name")


# ---------------------------------------------------------------- promos by what they say


def _cut_promos(units: Units, rows: list[Row]) -> None:
    facts = units.facts
    items = [
        _row(facts, el, at)
        for at, el in enumerate(facts.elements)
        if el.tag == "li" and facts.own[at] == facts.text[at]
    ]
    closing = True  # read from the end: does no prose follow?
    found: list[tuple[HtmlElement, Promo]] = []
    for row in reversed(rows):
        promo = _promo(facts, row, closing)
        closing = closing and (promo is not None or not row.prose)
        if promo is not None:
            found.append((row.el, promo))
    found.reverse()
    found += [(row.el, promo) for row in items if (promo := _promo(facts, row, False)) is not None]
    for el, promo in found:
        if facts.live(el):
            units.cut(el, promo.kind, promo.name, promo.why)


def _promo(facts: Facts, row: Row, closing: bool) -> Promo | None:
    """The promo that a short line is; a list of more than two items, a figure or a table is none."""
    if row.size > PROMO_LENGTH or row.el.tag in ("figure", "table", "pre") or not facts.live(row.el):
        return None
    if row.el.tag in ("ul", "ol") and len(row.el) > 2:
        return None
    return PHRASES.find(text_of(row.el), facts.anchors[row.at] > 0, closing)


def _rows(facts: Facts) -> Iterator[Row]:
    """The lines of the content in reading order; a list, a table or a figure is one."""
    at = 1  # the content itself is no line
    while at < len(facts.elements):
        el = facts.elements[at]
        if el.tag in ("ul", "ol", "table", "figure", "dl") or (facts.block[at] and facts.own[at]):
            if facts.live(el) and facts.text[at]:
                yield _row(facts, el, at)
            at += (
                facts.span[at]
                if el.tag in ("ul", "ol", "table", "figure", "dl") or facts.own[at] == facts.text[at]
                else 1
            )
        else:
            at += 1


def _row(facts: Facts, el: HtmlElement, at: int) -> Row:
    many = facts.anchors[at] > 2 and (
        el.tag in ("ul", "ol") or len(list(el.iter("br"))) >= facts.anchors[at] - 1
    )  # not a sentence full of names
    enough = MANY_LINKED if many else LINKED
    linked = facts.link[at] >= enough * facts.text[at] or _is_headed_link(facts, el, at)
    prose = facts.weight[at] > 0 or (el.tag in ("ul", "ol", "dl", "table") and facts.prose[at] > 0)
    return Row(el, at, facts.text[at], linked, prose and not linked, el.tag in HEADINGS)


def _is_headed_link(facts: Facts, el: HtmlElement, at: int) -> bool:
    """Is the line a link with a word or two and a colon before it ("Opinion: …"), whatever the words are?"""
    if facts.text[at] - facts.link[at] > HEAD_LENGTH or facts.anchors[at] != 1 or el.tag != "p":
        return False
    head, _, tail = text_of(el).partition(text_of(next(el.iter("a"))))
    return head.rstrip().endswith((":", "：", "|", "»", ">")) and len(tail.strip()) <= 2


# ---------------------------------------------------------------- lines that are one link


def _cut_link_lines(units: Units, rows: Rows, homes: Homes) -> None:
    facts = units.facts
    stories: list[HtmlElement] = []
    scores = _scores(facts, rows, homes)
    for place, row in enumerate(rows):
        if row.el.tag in ("ul", "ol") and _closes(rows, place) and _teases(facts, row, homes):
            units.cut(row.el, "related-end", "closing-list", "it is a closing list of links to other stories")
            continue
        if (not row.linked and row.el.tag != "figure") or row.el.tag in ("table", "pre") or is_note(text_of(row.el)):
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
    said = "" if before is None else text_of(before.el)
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
    return items > 1 and len(stories) >= items and spelled >= 0.6 * items and row.size <= TEASED_LENGTH * items


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
            if text_of(before.el).endswith((":", "：")) or (before.heading and not row.heading)
            else 1.0
            if before.prose
            else 0.0
        )
    score += 1.0 if len(anchors) > 2 or text_of(row.el).isupper() else 0.0  # a headline in capitals is no sentence
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


# ---------------------------------------------------------------- headings whose unit is gone


def _cut_left_headings(units: Units) -> None:
    """Cut a heading of which only a removed unit, and then another heading or nothing, is left."""
    facts = units.facts
    for el in [*facts.elements[0].iter(*HEADINGS), *_lines_over(units)]:
        if el in facts.number and el.find(".//img") is None:
            kind = _lost(units, el)
            if kind is not None:
                units.cut(el, kind, "heading-left", "what stood under this heading was removed")


def _lines_over(units: Units) -> list[HtmlElement]:
    """The short lines without a full stop that stand right over a removed list or row of links."""
    over = [unit.marker.getprevious() for unit in units.by_mark.values() if unit.kind in RECOMMENDATIONS]
    return [
        el
        for el in over
        if el is not None
        and el.tag in ("p", "div")
        and 0 < units.facts.text[units.facts.number.get(el, 0)] <= LABEL_LENGTH
        and units.facts.block[units.facts.at(el)]
        and len(text_of(el)) > 2
        and not ends_sentence(text_of(el))
        and not text_of(el).endswith((":", "："))
    ]


def _lost(units: Units, el: HtmlElement) -> Kind | None:
    """The kind of unit that stood under the heading ``el``, and left nothing there; None when something is left."""
    kind = _removed_after(units, el)
    text = text_of(el)
    if kind is not None and kind not in RECOMMENDATIONS and match(text):
        return match(text).label.kind  # the last thing of all, and a label
    if kind == "newsletter":
        return kind if not text.endswith(("?", "？", "؟")) else None
    if kind not in RECOMMENDATIONS or kind == "sponsored":
        return None
    return kind if match(text) or hint(text) or _heads_removed_list(units, el) else None


def _heads_removed_list(units: Units, el: HtmlElement) -> bool:
    """Did a list of links stand right under ``el``, which is a heading, or bold and nothing else?"""
    following = el.getnext()
    unit = units.by_mark.get(following.get(MARK) or "") if following is not None else None
    if unit is None or sum(1 for _ in unit.element.iter("a")) < 2:
        return False
    return el.tag in HEADINGS or (len(el) == 1 and el[0].tag in ("strong", "b") and text_of(el[0]) == text_of(el))


def _removed_after(units: Units, el: HtmlElement) -> Kind | None:
    """The kind of what was removed right after ``el``, "furniture" where nothing follows; None when more is left."""
    kind: Kind | None = None
    up: HtmlElement | None = el
    while up is not None and up is not units.facts.elements[0]:
        for node in (node for sibling in up.itersiblings() for node in sibling.iter()):
            mark = node.get(MARK)
            if mark is not None:
                kind = kind if kind in RECOMMENDATIONS else units.by_mark[mark].kind
            elif node.tag in HEADINGS:
                return kind or "furniture"
            elif _is_shown(node):
                return None
            if node.tail and node.tail.strip():
                return kind or "furniture"
        if kind in RECOMMENDATIONS:  # a box of its own: what follows the box is no matter
            return kind
        up = up.getparent()
    return kind or "furniture"


def _is_shown(node: HtmlElement) -> bool:
    return (
        node.tag in ("figure", "table")
        or (node.tag == "a" and node.get("href") is not None)
        or (node.tag == "img" and not _is_icon(node))
        or bool(node.text and node.text.strip())
    )


def _is_icon(img: HtmlElement) -> bool:
    """Does the image say that it is no larger than the letters beside it?"""
    sizes = [img.get(side, "") for side in ("width", "height")]
    return all(size.isdecimal() and int(size) <= ICON for size in sizes)
