"""One look over a page: its elements in order, meta tags, scripts, headings, microdata; and what classes mean."""
from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, pairwise

from lxml.html import HtmlElement

from reader.held import Held
from reader.lines import text_of

BYLINE, DECK, SOFT_DECK, DATE, APART, NO_DECK = 1, 2, 4, 8, 16, 32
# Words of class, id, itemprop and rel; "sub-title" and "subTitle" are looked up as "subtitle" too.
_WORDS_OF = (
    (BYLINE, "byline bylines author authors writer writers contributor contributors journalist reporter creator autor "
             "autoren auteur auteurs verfasser redacteur authoring autore autori signature byl coauthor coauthors "
             "firma yazar muhabir skribent autorka redaktor submitted username"),
    (DECK, "deck dek standfirst subtitle subtitel subline subheadline subhead subheading subhed chapo chapeau vorspann "
           "strapline alternativeheadline soustitre entradilla bajada subtitulo sottotitolo occhiello tagline"),
    (SOFT_DECK, "summary lede lead intro introduction description desc teaser excerpt abstract ingress catchline"),
    (DATE, "date dates time datetime timestamp published pubdate dateline updated posted datepublished datum"),
    (APART, "comment comments related recirc recirculation newsletter promo sidebar nav navigation trending popular "
            "recommended recommendations outbrain taboola carousel latest cookie subscribe signup modal menu rail "
            "card cards breadcrumb breadcrumbs share social"),
    (NO_DECK, "error player video caption captions credit credits image photo ad ads advert gallery slide slides "
              "author bio byline disclosure disclaimer affiliate cookie newsletter promo comment comments related "
              "share social toc"),
)
_KINDS: dict[str, int] = {}
for _kind, _words in _WORDS_OF:
    for _word in _words.split():
        _KINDS[_word] = _KINDS.get(_word, 0) | _kind
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_MOST = 200  # headings, scripts or microdata values of one name; a page has fewer, a hostile one any number


@dataclass(slots=True)
class Page:
    """What was found; ``nodes`` are all elements in document order, and ``heads`` places in it."""

    nodes: list[HtmlElement] = field(default_factory=list)
    metas: dict[str, str] = field(default_factory=dict)
    props: dict[str, list[HtmlElement]] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    title: str = ""
    base: str = ""
    canonical: str = ""
    lang: str = ""
    dir: str = ""

    def meta(self, *keys: str) -> str:
        """The first of the meta tags ``keys`` that has content."""
        return next((self.metas[key] for key in keys if self.metas.get(key)), "")

    def prop(self, key: str) -> str:
        """The value of the first microdata property ``key``."""
        found = self.props.get(key, ())
        values = (one.get("content") or one.get("datetime") or text_of(one, 300) for one in found)
        return next((" ".join(value.split()) for value in values if value.strip()), "")


def survey(held: Held) -> Page:
    """Look the page over."""
    page = Page(nodes=held.elements)
    _take_html(page, held.root)
    for element in held.tagged(*_TAKERS):
        _TAKERS[element.tag](page, element)
    for tag in HEADINGS:
        place = 0
        for heading in held.tagged(tag)[:_MOST]:
            place = page.nodes.index(heading, place)
            page.heads.append(place)
    page.heads.sort()
    for element in held.bearing("itemprop"):
        for key in element.get("itemprop").split()[:4]:
            rows = page.props.setdefault(key, [])
            if len(rows) < _MOST:
                rows.append(element)
    return page


def kinds(element: HtmlElement) -> int:
    """The kinds (a sum of BYLINE, DECK …) that an element's class, else id, and its itemprop and rel speak of."""
    names = element.keys()
    if not names:
        return 0
    classes = element.get("class") or element.get("id") or ""
    for name in ("itemprop", "rel"):
        if name in names:
            classes += " " + element.get(name)
    return _kinds(classes[:500]) if classes else 0


def inside(element: HtmlElement, words: int, above: frozenset[HtmlElement], spare: int = 0) -> bool:
    """Does the element stand, below the ancestors ``above``, in navigation, hidden, or in a class of kind ``words``?

    A class that is of the kinds ``spare`` too does not count: "byline-social" holds the byline.
    """
    for outer in islice(element.iterancestors(), 15):
        if outer in above or outer.tag in ("body", "article", "main"):
            return False
        if outer.tag in ("nav", "footer"):
            return True
        names = outer.keys()
        kind = _kinds(outer.get("class")[:500]) if "class" in names else 0
        if (kind & words and not kind & spare) or (names and is_hidden(outer)):
            return True
    return False


def is_hidden(element: HtmlElement) -> bool:
    """Does the element say itself that it is not shown?"""
    return element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(" ", "").lower()


@lru_cache(maxsize=8192)
def _kinds(classes: str) -> int:
    parts = [part.lower() for part in _PARTS.findall(classes)]
    found = 0
    for word in (*parts, *(first + second for first, second in pairwise(parts))):
        found |= _KINDS.get(word, 0)
    return found


def _take_html(page: Page, element: HtmlElement) -> None:
    xml = element.get("{http://www.w3.org/XML/1998/namespace}lang") or element.get("xml:lang")
    page.lang = page.lang or element.get("lang") or xml or ""
    page.dir = page.dir or element.get("dir") or ""


# Libraries and journals name each author in a tag of its own.
MANY = frozenset(("citation_author", "dc.creator", "dc.contributor"))


def _take_meta(page: Page, element: HtmlElement) -> None:
    content = element.get("content") or ""
    if not 0 < len(content) < 10_000:
        return
    for name in ("property", "name", "http-equiv"):
        key = (element.get(name) or "").strip().lower().replace("dcterms.", "dc.")
        if key and (key in MANY or not page.metas.get(key)):
            said = " ".join(html.unescape(content).split())
            page.metas[key] = f"{page.metas[key]}; {said}" if page.metas.get(key) else said


def _take_link(page: Page, element: HtmlElement) -> None:
    if "canonical" in (element.get("rel") or "").lower().split():
        page.canonical = page.canonical or element.get("href") or ""


def _take_base(page: Page, element: HtmlElement) -> None:
    page.base = page.base or element.get("href") or ""


def _take_title(page: Page, element: HtmlElement) -> None:
    page.title = page.title or " ".join((element.text or "")[:500].split())


def _take_script(page: Page, element: HtmlElement) -> None:
    if "ld+json" in (element.get("type") or "").lower() and len(page.scripts) < _MOST:
        page.scripts.append(element.text or "")


_TAKERS = {
    "body": _take_html, "meta": _take_meta, "link": _take_link, "base": _take_base,
    "title": _take_title, "script": _take_script,
}
