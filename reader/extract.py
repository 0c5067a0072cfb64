"""Where the article is: readability-lxml's scoring chooses on our tree; what it misses around its choice is rescued."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import lxml.html
from lxml.html import HtmlElement
from readability import Document

from reader.facts import Facts
from reader.markers import CONTENT, CUT, HIDDEN
from reader.names import is_label
from reader.prune import names_of, verdict_of
from reader.rules.words import NOTHING, WORDS
from reader.targets import text_of, whole_text

SCORED = frozenset(("p", "pre", "td", "blockquote"))

# The choice widens to the parent, or further up, while that brings so much more prose, and not mostly links.
WIDER, FAR_WIDER, WIDER_LINKS = 1.25, 3.0, 0.4
# An ``article`` element with this share of the page's prose is the whole article.
OWN_PROSE = 0.4
# A list between headline and text: the share of links it may hold, and the average length of its items.
SUMMARY_LINKS, SUMMARY_ITEM = 0.2, 10
# What may follow the text without a paragraph in it: its questions and answers, its table, its code.
APPENDIX = frozenset("details amp-accordion dl table pre".split())
# So many posts of one shape make a thread.
POSTS = 2
# The page's main part has no more of its text in links than this where readability-lxml chooses it.
MAIN_LINKS = 0.15
# Nor the box that microdata calls the article's body; and an ``article`` inside the best box wins with this share of
# its score and so many characters, as readability-lxml has it.
BODY_LINKS, ARTICLE_SCORE, ARTICLE_TEXT = 0.1, 0.25, 250
# A later neighbour of the choice belongs to it when it has at least this share of its prose.
NEIGHBOUR = 0.05
# Characters of headline, teaser and byline around the picture that opens a feature.
SPLASH = 300


_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:side-?bar|aside|rail|secondary|complementary|bio|author-?(?:box|bio|info)|about-?author|footer|foot)(?:$|[\s_-])",
    re.I,
)


_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:deck|dek|teaser|intro|lead|lede|summary|standfirst|excerpt|abstract)(?:$|[\s_-])", re.I
)
# What the boxes of consent managers are called: on a page of few words they say more than the article.
_CONSENT = re.compile(
    r"cookie[_-]?(?:law|notice|consent|banner|bar|policy|settings|popup|modal|preferences?)|(?:^|[\s_-])(?:consent|gdpr|onetrust|cookiebot|didomi|"
    r"cmplz|cky)(?:$|[\s_-])|cli-modal|privacy[_-](?:overview|content|settings|preferences|manager)",
    re.I,
)
# What the posts of a thread, the answers to a question and the entries of a live report are called.
_POST = re.compile(r"(?:^|[_-])(?:post|answer|reply|message|live|topic)s?(?:$|[_-])", re.I)


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

    def score_paragraphs(self) -> dict[HtmlElement, dict[str, Any]]:
        """The library's scores by its own formula, without what it writes for a log: that took half of the time."""
        candidates: dict[HtmlElement, dict[str, Any]] = {}
        for el in self.tags(self.html, "p", "pre", "td", "blockquote"):
            said, parent = _cleaned(whole_text(el)), el.getparent()
            if len(said) < self.min_text_length or parent is None:
                continue
            score = 2 + said.count(",") + min(len(said) / 100, 3)
            for holder, share in ((parent, 1), (parent.getparent(), 2)):
                if holder is None or holder is self.html:  # the page itself is no part of it
                    continue
                if holder not in candidates:
                    candidates[holder] = self.score_node(holder)
                candidates[holder]["content_score"] += score / share
        for holder, candidate in candidates.items():
            candidate["content_score"] *= 1 - self.get_link_density(holder)
        return candidates

    def select_best_candidate(self, candidates: dict[HtmlElement, dict[str, Any]]) -> dict[str, Any] | None:
        """The library's answer by its own rules; what it writes of the best five for a log took a third of the time."""
        if not candidates:
            return None
        ranked = sorted(candidates.values(), key=lambda candidate: float(candidate["content_score"]), reverse=True)
        bodies = (
            one
            for one in ranked
            if "articleBody" in (one["elem"].get("itemprop") or "").split()
            and self.get_link_density(one["elem"]) <= BODY_LINKS
        )
        best = next(bodies, ranked[0])
        for one in ranked:
            if one["elem"].tag == "article" and one["content_score"] >= ARTICLE_SCORE * best["content_score"]:
                within = best["elem"] in one["elem"].iterancestors()
                if within and len(_cleaned(whole_text(one["elem"]))) >= ARTICLE_TEXT:
                    return one
        return best

    def get_semantic_main_candidate(
        self, candidates: dict[HtmlElement, dict[str, Any]], best_candidate: dict[str, Any]
    ) -> dict[str, Any]:
        """The library's answer, asked only where the page's main part has few links, and twice the text."""
        best = best_candidate["elem"]
        main = next(best.iterancestors("main"), None)
        if main is None or self.get_link_density(main) > MAIN_LINKS:
            return best_candidate
        if len(_cleaned(whole_text(main))) < 2 * len(_cleaned(whole_text(best))):
            return best_candidate
        found: dict[str, Any] = super().get_semantic_main_candidate(candidates, best_candidate)
        return found

    def choose(self) -> HtmlElement | None:
        """The element that holds the article, as readability-lxml sees it."""
        candidates = self.score_paragraphs()
        best = self.select_best_candidate(candidates)
        if best is None:
            return None
        best = self.get_semantic_article_candidate(candidates, best)
        return self.get_semantic_main_candidate(candidates, best)["elem"]


def _cleaned(text: str) -> str:
    """``text`` as long as the library's cleaning makes it: no space around line breaks, and none that runs on."""
    if "\n" in text:
        text = "\n".join(filter(None, map(str.strip, text.split("\n"))))
    return (_GAPS.sub(" ", text) if "  " in text or "\t" in text else text).strip()


_GAPS = re.compile(r"\t|[ \t]{2,}")


def choose(facts: Facts) -> HtmlElement | None:
    """The element of the tree that holds the article; None when no paragraph scores."""
    for doubted in (_doubted(facts), bytearray(len(facts.elements))):
        scored = [el for at, el in enumerate(facts.elements) if not doubted[at] and _scores(facts, at, el)]
        chosen = Chooser(facts, scored).choose()
        if chosen is not None:
            return _widen(facts, chosen)
    return _told(facts)


def _told(facts: Facts) -> HtmlElement | None:
    """Where no paragraph scores (a changelog, a page of short lists): what the page itself calls its main part."""
    for tag in ("article", "main"):
        told = [el for el in facts.elements if el.tag == tag]
        if len(told) == 1 and facts.share(facts.at(told[0])) < WIDER_LINKS:
            return told[0]
    return None


def _scores(facts: Facts, at: int, el: HtmlElement) -> bool:
    if el.tag in SCORED:
        return True
    return el.tag == "div" and facts.own[at] == facts.text[at] >= 25


def _doubted(facts: Facts) -> bytearray:
    """Flags of the elements inside asides, rails and the like, unless those hold most of the page's prose.

    A footer may: under a story of three sentences it is the longest text of the page. A consent manager's box is
    doubted however much it says.
    """
    flags = bytearray(len(facts.elements))
    at, most, nearly_all = 0, 0.5 * facts.prose[0], 0.8 * facts.prose[0]
    while at < len(facts.elements):
        el = facts.elements[at]
        few = facts.prose[at] < most or (facts.prose[at] < nearly_all and _is_footer(el))
        if is_aside(el) and (few or _asks_consent(el)):
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
    if el.tag in _ASIDES:
        return True
    attributes = el.keys()
    if not attributes or el.tag in _NO_ASIDES:
        return HIDDEN in attributes
    return HIDDEN in attributes or _beside(names_of(el))


_ASIDES = frozenset(("aside", "nav", "footer", "form", "figure", "figcaption"))
_NO_ASIDES = frozenset(("html", "body", "main", "article", "p"))


def _asks_consent(el: HtmlElement) -> bool:
    return bool(el.attrib) and _CONSENT.search(names_of(el)) is not None


@lru_cache(maxsize=65536)
def _beside(names: str) -> bool:
    return bool(WORDS.judge(names).sure) or _BESIDE.search(names) is not None or _CONSENT.search(names) is not None


def _widen(facts: Facts, chosen: HtmlElement) -> HtmlElement:
    """Climb while an ancestor holds markedly more prose: a body split over sections, columns or slides.

    Wrappers that add nothing are passed through; an ``article`` is not left.
    """
    for up in (chosen, *chosen.iterancestors()):
        at = facts.at(up)
        if up.tag in ("body", "html") or facts.share(at) > WIDER_LINKS:
            break
        gain = WIDER if up is chosen.getparent() or _is_thread(facts, up) else FAR_WIDER
        if up is not chosen and facts.prose[at] >= gain * facts.prose[facts.at(chosen)]:
            chosen = up
        if up.tag == "article" and facts.prose[at] >= OWN_PROSE * facts.prose[0]:
            break
    return chosen


def _is_thread(facts: Facts, box: HtmlElement) -> bool:
    """Does ``box`` hold posts of one shape, as a forum's thread does? What is headed by links is a list of stories."""
    posts = [el for el in box if el.tag in ("div", "article", "li", "section") and facts.prose[facts.at(el)] > 0]
    if len(posts) < POSTS or len({el.tag for el in posts}) > 1:
        return False
    names = [set((el.get("class") or "").split()) for el in posts]
    alike = set.intersection(*names)
    return any(map(_POST.search, alike)) and not any(map(_is_headed, posts))


def _is_headed(post: HtmlElement) -> bool:
    """Has it a headline of its own? One that links to a place on this page ("Re: …") is none."""
    return any(
        head.tag == "h1" or any("#" not in (a.get("href") or "#") for a in head.iter("a"))
        for head in post.iter("h1", "h2", "h3")
    )


# ---------------------------------------------------------------- rescue


def gather(facts: Facts, chosen: HtmlElement) -> HtmlElement:
    """Move the choice, and what belongs to it before and after, into a new ``div`` in reading order; return that."""
    before, after = _before(facts, chosen), _after(facts, chosen)
    content, anchor = lxml.html.Element("div"), lxml.html.Element("div")
    anchor.set(CONTENT, "")  # tells the receipts what stood before the article and what after
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
    alone = len(figures) <= 2 and facts.text[at] == said
    return figures if figures and (alone or _is_splash(facts, el, figures)) else []


def _is_splash(facts: Facts, el: HtmlElement, figures: list[HtmlElement]) -> bool:
    """Does a feature open with a headline of its own, no link, a few words and one credited picture?"""
    words = facts.text[facts.at(el)] - facts.text[facts.at(figures[0])]
    credited = len(figures) == 1 and figures[0].find("figcaption/span[@class='credit']") is not None
    return credited and words <= SPLASH and _has_headline(el) and el.find(".//h1//a") is None


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
            if node is chosen and el.tag in APPENDIX and _is_appendix(facts, el):
                parts = [el]
            elif node is chosen or shell or (el.tag == node.tag and el.get("class") == node.get("class")):
                parts = list(_parts(facts, el, chosen, False))
            else:
                parts = []
            found += [*between, *parts] if parts else []
            between = [] if parts else [*between, el] if _shows(facts, el) else between
        node = node.getparent()
    return found


def _is_appendix(facts: Facts, el: HtmlElement) -> bool:
    at = facts.number.get(el)
    return (
        at is not None
        and el.get(CUT) is None
        and facts.text[at] > 0
        and facts.share(at) < SUMMARY_LINKS
        and not is_aside(el)
    )


def _shows(facts: Facts, el: HtmlElement) -> bool:
    """Does ``el`` hold nothing but a quotation, a picture or the like, as it may between two parts of a body?"""
    at = facts.number.get(el)
    if at is None or el.get(CUT) is not None or facts.anchors[at] or not facts.block[at]:
        return False
    if is_aside(el) and el.tag != "figure":
        return False
    return any(node.tag in ("figure", "blockquote", "table", "pre") for node in el.iter())


def _parts(facts: Facts, el: HtmlElement, chosen: HtmlElement, above: bool) -> Iterator[HtmlElement]:
    """The parts of ``el``, a neighbour of the choice or of one of its ancestors, that belong to the article."""
    at = facts.number.get(el)
    if at is None or el.get(CUT) is not None:
        return
    if el.tag == "figure":
        if above or facts.text[at] > 0:
            yield el
        return
    if not above and el.find(".//h1") is not None:
        return  # the next article, appended
    if is_aside(el) and not (above and el.find(".//figure") is not None):
        return
    near = facts.prose[at] >= max(NEIGHBOUR * facts.prose[facts.at(chosen)], 20)
    if (
        (near and facts.share(at) < 0.35 and not is_aside(el))
        or (el.tag == "p" and facts.weight[at] > 0)
        or (above and (_is_standfirst(facts, el, at) or _is_summary(facts, el, at)))
    ):
        yield el
    elif above and facts.block[at]:
        for child in list(el):
            if isinstance(child.tag, str):
                yield from _parts(facts, child, chosen, True)


def _is_standfirst(facts: Facts, el: HtmlElement, at: int) -> bool:
    """Is it a paragraph that is called a div, and a standfirst, without a link?"""
    whole = el.tag == "div" and facts.own[at] == facts.text[at] and facts.weight[at] > 0
    return whole and not facts.anchors[at] and _STANDFIRST.search(el.get("class") or "") is not None


def _is_summary(facts: Facts, el: HtmlElement, at: int) -> bool:
    """Is it a list of the article's points, or of what, when and where? Links, tags and bylines are none."""
    if el.tag not in ("ul", "ol", "dl") or facts.share(at) > SUMMARY_LINKS or verdict_of(el) is not NOTHING:
        return False
    items = [item for item in el if facts.text[facts.at(item)]]
    if any(is_label(text_of(item)) for item in items):
        return False
    return len(items) > 1 and facts.text[at] >= SUMMARY_ITEM * len(items)
