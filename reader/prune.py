"""Cutting recommendations out of the page before anyone looks for the article: by class words and by labels."""
from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from reader.facts import HEADINGS, Facts, ends_cut
from reader.rules.hints import hint, is_hint
from reader.rules.labels import NO_LABEL, Hit, match
from reader.rules.phrases import NOTES
from reader.rules.words import FORM, SIGN_UP_FORM, WORDS, Verdict, WordRow
from reader.units import MARK, Homes, Units, at_home, spells, story_links, story_shaped, text_of

RECOMMENDATIONS = frozenset(("related-inline", "related-end", "most-read", "sponsored", "newsletter"))
_ADVERT = re.compile(r"(?:^|[\s_-])(?:ad|ads|advert|advertisement|sponsor|sponsored)(?:$|[\s_-])", re.I)
NEVER = frozenset("html body main h1 h2 h3 h4 h5 h6 figcaption picture img table tbody thead tr td th video audio br head".split())
NAMES = frozenset(("class", "role", "data-component", "data-testid", "data-module", "data-type"))
WORDY = frozenset(("id", "aria-label"))

# A unit may hold this share of the page's prose: teasers add up, but a third of the story is the story. Where as much
# of the page's prose has gone by already, an appended story may hold more; after APPENDED characters of it, whole stories are units.
UNIT_PROSE, LATE_PROSE, LATE, APPENDED = 0.3, 0.55, 0.35, 1200
# Link text of a unit that only its class hints at, as a share of all its text.
UNIT_LINKS = 0.4
# An id or aria-label with so many words is made from a heading's text and names nothing.
SLUG = 5
# The prose of a sign-up box or a sponsor's text; more of it is the article, inside a badly named container.
BLURB = 500
# The prose of a box that names itself related and leads to no story (a video, a gallery).
TEASER = 100
# Labels are short lines; so is what stands around an advertisement.
LABEL_LENGTH, LABELLED_LENGTH, AD_LENGTH, LINKS_LENGTH = 90, 160, 200, 600
# Headline, teaser, author and date of a story under a label.
TEASED_LENGTH = 400
# A form's labels and small print; a page that is one form holds more.
FORM_LENGTH = 1500
# Headlines are this long on average; the links inside a text are shorter.
HEADLINE_LENGTH = 30


def prune(units: Units, homes: Homes, title: str) -> None:
    """Cut what the page's own class words and labels call a recommendation, wherever on the page it stands."""
    headlines = _headlines(units.facts, title)
    shells = _by_words(units, homes, headlines)
    _by_labels(units, homes, headlines)
    for shell, row in shells:
        if units.facts.live(shell):
            units.cut(shell, row.kind, row.name, row.why)


# ---------------------------------------------------------------- class words

def _by_words(units: Units, homes: Homes, headlines: set[HtmlElement]) -> list[tuple[HtmlElement, WordRow]]:
    """Cut the units that class words name; return the furniture, whose own recommendations must be found first."""
    facts, shells = units.facts, []
    total, passed, at = facts.prose[0], 0, 0
    while at < len(facts.elements):
        el = facts.elements[at]
        row = _named(facts, at, el, total, passed, homes, headlines)
        if row is None:
            passed += facts.weight[at]
            at += 1
        elif row.kind == "furniture":
            shells.append((el, row))
            at += 1
        else:
            at += facts.span[at]
            units.cut(el, row.kind, row.name, row.why)
    return shells


def names_of(el: HtmlElement) -> str:
    """Everything that names ``el``: classes, id, role, component names, and the tag if it is a custom one."""
    found = [value for name, value in el.items() if (name in NAMES and value != "banner") or (name in WORDY and value.count("-") + value.count(" ") < SLUG)]
    if "-" in el.tag:
        found.append(el.tag)
    return " ".join(found)


def _named(facts: Facts, at: int, el: HtmlElement, total: int, passed: int, homes: Homes,
           headlines: set[HtmlElement]) -> WordRow | None:
    """The row that lets ``el`` be cut, if any does."""
    tag = el.tag
    if tag in NEVER or (tag == "figure" and not _ADVERT.search(el.get("class") or "")) or not (facts.text[at] or facts.images[at]) or facts.text[at] > 0.9 * facts.text[0]:
        return None
    if tag == "figure" and facts.anchors[at] and _ADVERT.search(el.get("class") or ""):
        return next(row for row in WORDS.judge("ad").maybe)
    if tag == "form" and facts.prose[at] <= 0.1 * total and facts.text[at] <= FORM_LENGTH:
        return SIGN_UP_FORM if "mail" in el.text_content().lower() else FORM
    verdict = WORDS.judge(names_of(el)) if el.attrib or "-" in tag else WORDS.judge("")
    if tag == "nav" or (tag == "footer" and (facts.anchors[at] > 1 or facts.text[at] < LABEL_LENGTH)):
        verdict = Verdict((*verdict.sure, *WORDS.judge("nav").sure), verdict.maybe)
    elif tag == "aside":
        verdict = Verdict(verdict.sure, (*verdict.maybe, *WORDS.judge("aside").maybe))
    if not verdict.sure and not verdict.maybe:
        return None
    if not facts.block[at] and _in_sentence(facts, at, el):
        many = facts.anchors[at] > 1 and facts.link[at] == facts.text[at]  # a list of links inside a sentence's markup
        return (*verdict.sure, *verdict.maybe)[0] if many and tag != "a" else None
    limit = (LATE_PROSE if passed > LATE * total else UNIT_PROSE) * total
    for row in verdict.sure:
        if _surely(facts, at, el, row, limit, passed, total, homes) and not (el in headlines and row.kind != "comments"):
            return row
    for row in verdict.maybe:
        if _likely(facts, at, el, row, total, homes):
            return row
    return None


def _in_sentence(facts: Facts, at: int, el: HtmlElement) -> bool:
    """Is the inline ``el`` part of a longer line of text?"""
    parent = el.getparent()
    return facts.own[facts.at(parent)] > 1.3 * facts.own[at] + 20


def _surely(facts: Facts, at: int, el: HtmlElement, row: WordRow, limit: float, passed: int, total: int, homes: Homes) -> bool:
    prose = facts.prose[at]
    if el.tag == "p" and facts.own[at] > 300:
        return False
    if row.kind in RECOMMENDATIONS:
        if prose > limit:
            return passed > APPENDED and row.kind != "newsletter" and _lists_stories(el, homes)
        if row.name == "advertising-words" or not prose:  # publishers put such containers around paragraphs
            return not prose and bool(facts.anchors[at] or row.kind in ("sponsored", "newsletter") or facts.text[at] <= LABEL_LENGTH)
        if row.kind in ("newsletter", "sponsored"):
            return prose <= min(limit, BLURB)
        return prose <= limit and (prose <= TEASER or bool(story_links(el, homes)))
    if row.kind == "comments":
        return (prose <= limit or passed > LATE * (total - prose)) and el.find(".//h1") is None
    if row.kind == "share":
        return prose == 0
    if _OF_IMAGES.search(names_of(el)):
        return False
    short = facts.text[at] <= AD_LENGTH or facts.share(at) >= UNIT_LINKS
    return short and prose <= 0.1 * total and not facts.images[at]


# "image-copyright", "photo-legal": the words of a caption or credit, which the figures will take.
_OF_IMAGES = re.compile(r"image|img|photo|picture|figure|caption|credit|media|gallery|hero|lead|slide", re.I)


def _likely(facts: Facts, at: int, el: HtmlElement, row: WordRow, total: int, homes: Homes) -> bool:
    """Does the content of ``el`` bear out what its class only hints at?"""
    text = facts.text[at]
    if row.kind == "sponsored":
        blank = facts.prose[at] == 0 or (facts.anchors[at] > 0 and facts.prose[at] <= 100)
        return blank and 0 < text <= AD_LENGTH and not facts.images[at]
    if row.kind == "furniture" or facts.prose[at] > 0.1 * total or not facts.anchors[at] or text > 0.5 * facts.text[0]:
        return False
    if text < 12 or facts.link[at] < UNIT_LINKS * text or el.find(".//table") is not None:
        return False
    stories = story_links(el, homes)
    return sum(map(len, stories.values())) >= UNIT_LINKS * text


def _headlines(facts: Facts, title: str) -> set[HtmlElement]:
    """The elements that hold the article's headline (every h1, where none has the title's words) or the page's main part."""
    heads = [el for el in facts.elements if el.tag == "h1"]
    wanted = title.casefold()
    same = [el for el in heads if (shown := text_of(el).casefold()) and (shown in wanted or wanted in shown)]
    found = {up for el in same or heads for up in (el, *el.iterancestors())}
    return found.union(*({el, *el.iterancestors()} for el in facts.elements if el.tag == "main"))


def _lists_stories(el: HtmlElement, homes: Homes) -> bool:
    """Does ``el`` link to three stories or more by their headlines, which are longer than the links of a text?"""
    titles = [title for title in story_links(el, homes).values() if title]
    return len(titles) >= 3 and sum(map(len, titles)) >= HEADLINE_LENGTH * len(titles)


def _heads_stories(el: HtmlElement) -> int:
    """How many headings below ``el`` are links."""
    return sum(1 for head in el.iter(*HEADINGS) if head.find(".//a") is not None or any(up.tag == "a" for up in head.iterancestors()))


# ---------------------------------------------------------------- labels

def _by_labels(units: Units, homes: Homes, headlines: set[HtmlElement]) -> None:
    facts = units.facts
    for el in list(_lines(facts)):
        hit = _hit(facts, el)
        if hit and facts.live(el):
            _cut_labelled(units, el, hit, homes, headlines)


def _lines(facts: Facts) -> Iterator[HtmlElement]:
    """The blocks left in the tree that hold a short line, or little but links, and nothing nested."""
    own, link = facts.own, facts.own_link
    for el in facts.elements[0].iter():
        at = facts.number.get(el)
        if at is not None and facts.block[at] and own[at] > 2 and own[at] == facts.text[at] and (
            own[at] <= LABEL_LENGTH or (own[at] <= LINKS_LENGTH and link[at] >= UNIT_LINKS * own[at])
        ):
            yield el


def _hit(facts: Facts, el: HtmlElement) -> Hit:
    """The label that the line ``el`` is, or that stands in it before its links."""
    text = text_of(el)
    hit = match(text) or _opens(text) or hint(text)
    if hit or not facts.own_link[facts.at(el)]:
        return hit
    head = _before_links(el)
    if not head or head == text:
        return NO_LABEL
    hit = match(head) or (hint(head) if head.endswith(":") and is_hint(head.split()[0]) else NO_LABEL)
    return Hit(hit.label, hit.heading, text[len(head):].strip()) if hit and not hit.rest else NO_LABEL


def _opens(text: str) -> Hit:
    """A label that usually stands alone, with a colon and the rest of the line after it."""
    head, colon, rest = text.partition(":")
    if not colon or not rest or len(head) > 45:
        return NO_LABEL
    hit = match(head)
    return Hit(hit.label, head, rest.strip()) if hit and not hit.label.weak and hit.label.kind in RECOMMENDATIONS else NO_LABEL


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
    if label.weak and not _tells_stories(run, homes):
        return
    if len(run) > 1:
        units.cut_run(run, label.kind, "label-with-followers", why)
    elif not label.weak and label.kind in ("share", "comments"):
        units.cut(box, label.kind, "label-alone", f"it says only “{hit.heading}”")
    elif not label.weak and label.kind in RECOMMENDATIONS and _stands_alone(facts, box):
        units.cut(box, label.kind, "label-alone", f"the label “{hit.heading}” was left without its stories")


def _cut_table(units: Units, el: HtmlElement, hit: Hit, why: str) -> None:
    """Cut the table that begins with the label, when its other cells are links."""
    facts = units.facts
    table = next(el.iterancestors("table"), None)
    at = facts.number.get(table)
    if at is None or facts.prose[at] or not all(_begins(up.getparent(), up) for up in (el, *el.iterancestors()) if _under(up, table)):
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
        return facts.own_link[at] >= 0.8 * len(hit.rest)
    if hit.label.weak and hit.heading != hit.heading.upper() and (hit.label.where != "opening" or not at_home(el, homes)):
        return False
    return facts.own_link[at] >= 0.6 * len(hit.rest) or (not hit.label.weak and facts.own[at] <= LABELLED_LENGTH)


def _box(facts: Facts, el: HtmlElement, headlines: set[HtmlElement]) -> HtmlElement:
    """The element that begins with the label and holds what belongs to it: as small as can be, but more than the label."""
    limit = UNIT_PROSE * facts.prose[0]
    box = el
    while True:
        parent = box.getparent()
        at = facts.number.get(parent)
        if at is None or parent.tag in NEVER or not _begins(parent, box) or facts.prose[at] > limit or parent in headlines:
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


def _tells_stories(run: list[HtmlElement], homes: Homes) -> bool:
    """Do most links of the run lead to stories of this site? A weak label over other links may head a list of sources."""
    links = sum(len(list(el.iter("a"))) for el in run)
    stories = sum(len(story_links(el, homes)) for el in run)
    spelled = sum(spells(a.get("href", ""), text_of(a)) and story_shaped(a.get("href", "")) for el in run for a in el.iter("a"))
    return max(stories, spelled) >= 0.5 * links


def _to_the_end(facts: Facts, first: HtmlElement, hit: Hit, homes: Homes) -> list[HtmlElement]:
    """The label and what follows it up to the next prose, table or note, when that is links, pictures and short lines.

    After a weak label it must reach the end of its parent.
    """
    if hit.label.kind not in RECOMMENDATIONS or (first.tail and first.tail.strip()):
        return []
    run, text, link = [first], 0, 0
    for el in first.itersiblings():
        at = facts.number.get(el)
        if at is not None and (facts.prose[at] or el.tag == "table" or NOTES.search(text_of(el)[:80])):
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


def _bears_out(facts: Facts, el: HtmlElement, box: HtmlElement, hit: Hit, homes: Homes) -> bool:
    """Is the rest of the labelled box what the label says?"""
    at = facts.at(box)
    rest = max(facts.text[at] - facts.text[facts.at(el)], 1)
    if hit.label.kind in ("newsletter", "share"):
        return facts.prose[at] == 0 or rest <= LINKS_LENGTH
    if hit.label.kind in ("comments", "furniture"):
        return not hit.label.weak
    if hit.label.weak:
        return facts.link[at] >= 0.7 * rest and _tells_stories([box], homes)
    return facts.link[at] >= 0.25 * rest


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
    stories = _heads_stories(el)
    teased = not hit.label.weak and (stories or facts.anchors[at] >= 3) and facts.text[at] <= TEASED_LENGTH * max(stories, facts.anchors[at])
    if el.tag == "table" or (el.tag in HEADINGS and not facts.anchors[at]):
        return False
    if facts.prose[at] > (LATE_PROSE if teased else UNIT_PROSE) * facts.prose[0]:
        return False
    if facts.link[at] >= (0.8 if hit.label.weak else 0.6) * facts.text[at]:
        return True
    if teased:
        return True
    return linked and el.tag == "p" and facts.own[at] < 250 and ends_cut(el)


def _stands_alone(facts: Facts, box: HtmlElement) -> bool:
    """Does nothing that belongs to the label follow it: the end of its parent, or something cut?"""
    following = next((el for el in box.itersiblings() if el not in facts.number or facts.text[facts.at(el)]), None)
    return following is None or following.get(MARK) is not None
