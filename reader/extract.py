"""Where the article is: readability-lxml's scoring chooses on our tree; what it misses around its choice is rescued."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import lxml.html
from lxml.html import HtmlElement
from readability import Document

from reader.facts import Facts
from reader.prune import names_of
from reader.rules.words import WORDS
from reader.tidy import HIDDEN
from reader.units import MARK

SCORED = frozenset(("p", "pre", "td", "blockquote"))

# The choice widens to the parent, or further up, while that brings so much more prose, and not mostly links.
WIDER, FAR_WIDER, WIDER_LINKS = 1.25, 3.0, 0.4
# An ``article`` element with this share of the page's prose is the whole article.
OWN_PROSE = 0.4
# A later neighbour of the choice belongs to it when it has at least this share of its prose.
NEIGHBOUR = 0.05
# The shortest of the points that sum a story up is longer than a date, a name or a share button.
POINT = 40


_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:side-?bar|aside|rail|secondary|complementary|bio|author-?(?:box|bio|info)|about-?author|footer|foot)(?:$|[\s_-])",
    re.I,
)


class Chooser(Document):  # type: ignore[misc]
    """readability-lxml's scoring and choice, on a tree that is neither cleaned, copied nor mutated by it."""

    def __init__(self, facts: Facts, scored: list[HtmlElement]) -> None:
        super().__init__("")
        self.html = facts.elements[0]
        self._facts, self._scored = facts, scored
        self._weights: dict[tuple[str | None, str | None], int] = {}

    def _html(self, force: bool = False) -> HtmlElement:
        return self.html

    def tags(self, node: HtmlElement, *names: str) -> Iterator[HtmlElement]:
        """The scored paragraphs where the scoring asks for them; else what the library finds."""
        return iter(self._scored) if "p" in names else super().tags(node, *names)

    def get_link_density(self, elem: HtmlElement) -> float:
        """Counted once for the whole tree, not once a candidate."""
        return self._facts.share(self._facts.at(elem))

    def class_weight(self, e: HtmlElement) -> int:
        """The library's weight, looked up once for each class string."""
        key = (e.get("class"), e.get("id"))
        if key not in self._weights:
            self._weights[key] = super().class_weight(e)
        return int(self._weights[key])

    def choose(self) -> HtmlElement | None:
        """The element that holds the article, as readability-lxml sees it."""
        candidates = self.score_paragraphs()
        best = self.select_best_candidate(candidates)
        if best is None:
            return None
        best = self.get_semantic_article_candidate(candidates, best)
        return self.get_semantic_main_candidate(candidates, best)["elem"]


def choose(facts: Facts) -> HtmlElement | None:
    """The element of the tree that holds the article; None when no paragraph scores."""
    for doubted in (_doubted(facts), bytearray(len(facts.elements))):
        scored = [el for at, el in enumerate(facts.elements) if not doubted[at] and _scores(facts, at, el)]
        chosen = Chooser(facts, scored).choose()
        if chosen is not None:
            return _widen(facts, chosen)
    return None


def _scores(facts: Facts, at: int, el: HtmlElement) -> bool:
    if el.tag in SCORED:
        return True
    return el.tag == "div" and facts.own[at] == facts.text[at] >= 25


def _doubted(facts: Facts) -> bytearray:
    """Flags of the elements inside asides, rails and the like, unless those hold most of the page's prose.

    A footer may: under a story of three sentences it is the longest text of the page.
    """
    flags = bytearray(len(facts.elements))
    at, most, nearly_all = 0, 0.5 * facts.prose[0], 0.8 * facts.prose[0]
    while at < len(facts.elements):
        el = facts.elements[at]
        if (facts.prose[at] < most or (facts.prose[at] < nearly_all and _is_footer(el))) and is_aside(el):
            for inside in range(at, at + facts.span[at]):
                flags[inside] = 1
            at += facts.span[at]
        else:
            at += 1
    return flags


def _is_footer(el: HtmlElement) -> bool:
    return el.tag == "footer" or "footer" in (el.get("class") or "") or "footer" in (el.get("id") or "")


def is_aside(el: HtmlElement) -> bool:
    """Does ``el`` call itself something beside the article: a rail, a card, a bio, a form?"""
    if el.tag in ("aside", "nav", "footer", "form", "figure", "figcaption") or el.get(HIDDEN) is not None:
        return True
    if not el.attrib or el.tag in ("html", "body", "main", "article", "p"):
        return False
    return _beside(names_of(el))


@lru_cache(maxsize=65536)
def _beside(names: str) -> bool:
    return bool(WORDS.judge(names).sure) or _BESIDE.search(names) is not None


def _widen(facts: Facts, chosen: HtmlElement) -> HtmlElement:
    """Climb while an ancestor holds markedly more prose: a body split over sections, columns or slides.

    Wrappers that add nothing are passed through; an ``article`` is not left.
    """
    for up in (chosen, *chosen.iterancestors()):
        at = facts.at(up)
        if up.tag in ("body", "html") or facts.share(at) > WIDER_LINKS:
            break
        gain = WIDER if up is chosen.getparent() else FAR_WIDER
        if up is not chosen and facts.prose[at] >= gain * facts.prose[facts.at(chosen)]:
            chosen = up
        if up.tag == "article" and facts.prose[at] >= OWN_PROSE * facts.prose[0]:
            break
    return chosen


# ---------------------------------------------------------------- rescue


def gather(facts: Facts, chosen: HtmlElement) -> HtmlElement:
    """Move the choice, and what belongs to it before and after, into a new ``div`` in reading order; return that."""
    before, after = _before(facts, chosen), _after(facts, chosen)
    content, anchor = lxml.html.Element("div"), lxml.html.Element("div")
    anchor.set("data-r-content", "")  # tells the receipts what stood before the article and what after
    chosen.addprevious(anchor)
    for part in [*before, chosen, *after]:
        part.tail = None
        content.append(part)
    return content


def _before(facts: Facts, chosen: HtmlElement) -> list[HtmlElement]:
    """What stands before the choice and belongs to the article: lead figures, deck, first paragraphs.

    Above the headline only a figure does, or a box that holds nothing else; further up the tree only one with words.
    """
    found: list[HtmlElement] = []
    node, above_headline = chosen, False
    headings = [at for at, el in enumerate(facts.elements[: facts.at(chosen)]) if el.tag == "h1"]
    while node is not None and node.tag not in ("body", "html"):
        far = above_headline
        for el in node.itersiblings(preceding=True):
            if far:
                found += _captioned(facts, _hero(facts, el))
            elif above_headline:
                found += _hero(facts, el)
            else:
                found += reversed(list(_parts(facts, el, chosen, True)))
                above_headline = el.tag == "h1" or _has_headline(el)
        # When an h1 stands before the choice, one inside it is a heading.
        above_headline |= facts.at(node) < headings[-1] if headings else _has_headline(node)
        if above_headline and any(_captioned(facts, [el] if el.tag == "figure" else el.iter("figure")) for el in found):
            break
        node = node.getparent()
    found.reverse()
    return found


def _captioned(facts: Facts, figures: Iterable[HtmlElement]) -> list[HtmlElement]:
    """``figures``, if they have words: pictures far above a headline are often the site's own."""
    found = list(figures)
    return found if found and all(facts.text[facts.at(figure)] for figure in found) else []


def _hero(facts: Facts, el: HtmlElement) -> list[HtmlElement]:
    """The figures of ``el``, when all its text is theirs."""
    at = facts.number.get(el)
    if at is None or el.tag in ("nav", "header", "aside"):
        return []
    figures = [el] if el.tag == "figure" else list(el.iter("figure"))
    if any(figure.find(".//a/img") is not None for figure in figures):
        return []  # a banner: a lead image is no link
    said = sum(facts.text[facts.at(figure)] for figure in figures)
    return figures if figures and len(figures) <= 2 and facts.text[at] == said else []


def _has_headline(el: HtmlElement) -> bool:
    return el.find(".//h1") is not None


def _after(facts: Facts, chosen: HtmlElement) -> list[HtmlElement]:
    """What follows the choice and belongs to it; further up the tree only what has the shape of its neighbour."""
    found: list[HtmlElement] = []
    node = chosen
    while node is not None and node.tag not in ("body", "article", "main"):
        between: list[HtmlElement] = []
        for el in node.itersiblings():
            shell = facts.prose[facts.at(node)] == facts.prose[facts.at(chosen)] and el.tag == "p"
            like = el.tag == node.tag and el.get("class") == node.get("class")
            parts = list(_parts(facts, el, chosen, False)) if node is chosen or shell or like else []
            found += [*between, *parts] if parts else []
            between = [] if parts else [*between, el] if _shows(facts, el) else between
        node = node.getparent()
    return found


def _shows(facts: Facts, el: HtmlElement) -> bool:
    """Does ``el`` hold nothing but a quotation, a picture or the like, as it may between two parts of a body?"""
    at = facts.number.get(el)
    if at is None or el.get(MARK) is not None or facts.anchors[at] or not facts.block[at]:
        return False
    if is_aside(el) and el.tag != "figure":
        return False
    return any(node.tag in ("figure", "blockquote", "table", "pre") for node in el.iter())


def _sums_up(facts: Facts, el: HtmlElement, at: int) -> bool:
    """Is the list, between headline and body, the story in a few lines of some length, none of them a link?"""
    items = [item for item in el if item.tag == "li"]
    lengths = [facts.text[facts.at(item)] for item in items if item in facts.number]
    return 2 <= len(lengths) <= 8 and min(lengths) >= POINT and facts.link[at] < 0.1 * facts.text[at]


def _parts(facts: Facts, el: HtmlElement, chosen: HtmlElement, above: bool) -> Iterator[HtmlElement]:
    """The parts of ``el``, a neighbour of the choice or of one of its ancestors, that belong to the article."""
    at = facts.number.get(el)
    if at is None or el.get(MARK) is not None:
        return
    if el.tag == "figure":
        if above or facts.text[at] > 0:
            yield el
        return
    if not above and el.find(".//h1") is not None:
        return  # the next article, appended
    if is_aside(el) and not (above and el.find(".//figure") is not None):
        return
    brings = facts.prose[at] >= max(NEIGHBOUR * facts.prose[facts.at(chosen)], 20)
    if (
        (brings and facts.share(at) < 0.35 and not is_aside(el))
        or (el.tag == "p" and facts.weight[at] > 0)
        or (above and el.tag == "ul" and _sums_up(facts, el, at))
    ):
        yield el
    elif above and facts.block[at]:
        for child in list(el):
            if isinstance(child.tag, str):
                yield from _parts(facts, child, chosen, True)
