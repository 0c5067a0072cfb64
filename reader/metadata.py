"""What the page says about its article: JSON-LD, OpenGraph, meta, microdata, checked against what is visible."""
from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from reader import dates, jsonld
from reader.lines import lines, text_of
from reader.names import is_label, joined, names
from reader.rules.bylines import NOT_NAMES


@dataclass(frozen=True, slots=True)
class Metadata:
    """All strings, "" where the page says nothing.

    ``published`` and ``updated`` are ISO 8601, with zone where the page gives one; ``canonical``, ``lead`` (the lead
    image) and ``base`` (what relative links are relative to) are absolute http(s) addresses; ``article_body`` is
    JSON-LD's articleBody as text; ``type`` is JSON-LD's @type of the main object, else og:type.
    """

    title: str
    deck: str
    byline: str
    published: str
    updated: str
    site: str
    canonical: str
    lang: str
    dir: str
    lead: str
    base: str
    description: str
    article_body: str
    type: str


def read(root: HtmlElement, url: str) -> Metadata:
    """Read the metadata of the whole, uncut page ``root``; ``url`` is its address or ""."""
    page = _survey(root)
    things = jsonld.objects(page.scripts)
    main = _main(things)
    canonical = _canonical(page, url)
    base = _absolute(page.base, url) or url or canonical
    site = _site(page, main, things)
    host = _host(url or canonical)
    title, place = _title(page, main, site, host)
    top = _top(page, place)
    byline = _byline(page, top, _claimed(page, main, things, site, host), site)
    description = _text(main.get("description")) or page.meta("og:description", "description", "twitter:description")
    return Metadata(
        title=title,
        deck=_deck(page, top, title, byline, page.meta("og:description", "description") or description),
        byline=byline,
        published=_published(page, main, top),
        updated=_updated(page, main),
        site=site or host,
        canonical=canonical,
        lang=_lang(page, main),
        dir=_dir(page, _lang(page, main)),
        lead=_lead(page, main, base),
        base=base,
        description=description,
        article_body=_text(main.get("articleBody")),
        type=_type(main) or page.meta("og:type"),
    )


# ---------------------------------------------------------------- one walk over the page

_BYLINE, _DECK, _SOFT_DECK, _DATE, _APART = 1, 2, 4, 8, 16
_KINDS = {
    word: kind
    for kind, words in (
        (_BYLINE, "byline bylines author authors writer writers contributor contributors journalist reporter creator autor autoren "
                  "auteur auteurs verfasser redacteur authoring autore autori signature byl coauthors coauthor"),
        (_DECK, "deck dek standfirst subtitle subtitel subline subheadline subhead subheading subhed chapo chapeau vorspann strapline "
                "alternativeheadline soustitre entradilla bajada subtitulo sottotitolo occhiello tagline underline"),
        (_SOFT_DECK, "summary lede lead intro introduction description desc teaser excerpt abstract ingress catchline"),
        (_DATE, "date dates time datetime timestamp published pubdate dateline updated posted datepublished datemodified datum"),
        (_APART, "comment comments related recirc recirculation newsletter promo sidebar nav navigation footer trending popular "
                 "recommended recommendations outbrain taboola carousel latest cookie subscribe signup modal menu rail card cards "
                 "breadcrumb breadcrumbs share social"),
    )
    for word in words.split()
}
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_MOST_CANDIDATES = 200


@dataclass(slots=True)
class _Page:
    """What the walk collected; places are indexes into ``nodes``, the elements in document order."""

    nodes: list[HtmlElement] = field(default_factory=list)
    metas: dict[str, str] = field(default_factory=dict)
    props: dict[str, list[HtmlElement]] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    bylines: list[int] = field(default_factory=list)
    decks: list[int] = field(default_factory=list)
    moments: list[int] = field(default_factory=list)
    title: str = ""
    base: str = ""
    canonical: str = ""
    lang: str = ""
    dir: str = ""

    def meta(self, *keys: str) -> str:
        """The first of the meta tags ``keys`` that has content."""
        return next((self.metas[key] for key in keys if key in self.metas), "")

    def prop(self, key: str) -> str:
        """The value of the first microdata property ``key``."""
        values = (found.get("content") or found.get("datetime") or text_of(found, 300) for found in self.props.get(key, ()))
        return next((" ".join(value.split()) for value in values if value.strip()), "")


@lru_cache(maxsize=8192)
def _kinds(classes: str) -> int:
    """The kinds a class, itemprop or rel string speaks of, word by word: "c-byline__author", "articleDek"."""
    parts = [part.lower() for part in _WORDS.findall(classes[:500])]
    pairs = [first + second for first, second in zip(parts, parts[1:], strict=False)]
    found = 0
    for word in (*parts, *pairs):
        found |= _KINDS.get(word, 0)
    return found


def _survey(root: HtmlElement) -> _Page:
    page = _Page(lang=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "", dir=root.get("dir") or "")
    for place, element in enumerate(root.iter(etree.Element)):
        page.nodes.append(element)
        read_tag = _READERS.get(element.tag)
        if read_tag:
            read_tag(page, element, place)
        classes, prop = element.get("class"), element.get("itemprop")
        if prop:
            for key in prop.split():
                page.props.setdefault(key, []).append(element)
            classes = f"{classes or ''} {prop}"
        if classes:
            _file(page, _kinds(classes), place)
    return page


def _file(page: _Page, kinds: int, place: int) -> None:
    for kind, found in ((_BYLINE, page.bylines), (_DECK | _SOFT_DECK, page.decks), (_DATE, page.moments)):
        if kinds & kind and len(found) < _MOST_CANDIDATES and (not found or found[-1] != place):
            found.append(place)


def _read_meta(page: _Page, element: HtmlElement, place: int) -> None:
    content = element.get("content")
    if not content:
        return
    for name in ("property", "name", "http-equiv"):
        key = (element.get(name) or "").strip().lower().replace("dcterms.", "dc.")
        if key and " ".join(content.split()):
            page.metas.setdefault(key, " ".join(html.unescape(content).split()) if len(content) < 10_000 else "")


def _read_link(page: _Page, element: HtmlElement, place: int) -> None:
    if "canonical" in (element.get("rel") or "").lower().split() and not page.canonical:
        page.canonical = element.get("href") or ""


def _read_base(page: _Page, element: HtmlElement, place: int) -> None:
    page.base = page.base or element.get("href") or ""


def _read_title(page: _Page, element: HtmlElement, place: int) -> None:
    page.title = page.title or " ".join((element.text or "").split())[:500]


def _read_script(page: _Page, element: HtmlElement, place: int) -> None:
    if "ld+json" in (element.get("type") or "").lower() and len(page.scripts) < 50:
        page.scripts.append(element.text or "")


def _read_head(page: _Page, element: HtmlElement, place: int) -> None:
    if len(page.heads) < _MOST_CANDIDATES:
        page.heads.append(place)


def _read_link_out(page: _Page, element: HtmlElement, place: int) -> None:
    if "author" in (element.get("rel") or "").lower().split() or "/author" in (element.get("href") or ""):
        _file(page, _BYLINE, place)


def _read_time(page: _Page, element: HtmlElement, place: int) -> None:
    _file(page, _DATE, place)


def _read_body(page: _Page, element: HtmlElement, place: int) -> None:
    page.dir = page.dir or element.get("dir") or ""


_READERS = {
    "meta": _read_meta, "link": _read_link, "base": _read_base, "title": _read_title, "script": _read_script,
    "a": _read_link_out, "time": _read_time, "body": _read_body, **dict.fromkeys(_HEADINGS, _read_head),
}


# ---------------------------------------------------------------- JSON-LD

_ARTICLES = re.compile(r"(?:Article|BlogPosting|Posting|Report|Review|Recipe|HowTo|Story|Essay|Column)$")


def _main(things: list[dict[str, Any]]) -> dict[str, Any]:
    """The object about the article: the first of an article type with a headline, else the first of one, else the page's."""
    articles = [thing for thing in things if _ARTICLES.search(_type(thing))]
    told = [thing for thing in articles if thing.get("headline") or thing.get("articleBody")]
    pages = [thing for thing in things if _type(thing).endswith("WebPage")]
    return (told or articles or pages or [{}])[0]


def _type(thing: dict[str, Any]) -> str:
    value = thing.get("@type")
    value = value[0] if isinstance(value, list) and value else value
    return value.rsplit("/", 1)[-1] if isinstance(value, str) else ""


def _text(value: Any) -> str:
    """A JSON-LD value as plain text: entities undone, markup and extra white space gone."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if not isinstance(value, str):
        return ""
    return " ".join(re.sub(r"<[^<>]{0,300}>", " ", html.unescape(value)).split())


def _called(value: Any, by_id: dict[str, dict[str, Any]]) -> str:
    """What a person or organisation is called: a bare string, a name, or one looked up by its @id."""
    if isinstance(value, dict):
        value = value.get("name") or by_id.get(str(value.get("@id")), {}).get("name")
    return _text(value)


# ---------------------------------------------------------------- addresses

def _absolute(address: str, base: str) -> str:
    """``address`` against ``base``; "" unless that is http(s) with a host."""
    try:
        whole = urljoin(base, address.strip()) if address.strip() else ""
        parts = urlsplit(whole)
    except ValueError:  # brackets that are no IPv6 address
        return ""
    return whole if parts.scheme in ("http", "https") and parts.netloc else ""


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _canonical(page: _Page, url: str) -> str:
    """The address the page gives itself; one that only leads to the front page is a mistake of its template."""
    for claim in (page.canonical, page.meta("og:url")):
        address = _absolute(claim, url)
        if address and not (url and urlsplit(address).path in ("", "/") and urlsplit(url).path not in ("", "/")):
            return address
    return _absolute(url, "")


def _lead(page: _Page, main: dict[str, Any], base: str) -> str:
    image = main.get("image")
    image = image[0] if isinstance(image, list) and image else image
    image = image.get("url") if isinstance(image, dict) else image
    claims = (page.meta("og:image:secure_url", "og:image", "og:image:url"), _text(image), page.meta("twitter:image", "twitter:image:src"))
    addresses = (_absolute(claim, base) for claim in claims)
    return next((one for one in addresses if one and not re.search(r"logo|placeholder|default[-_]?(?:image|share)|favicon", one, re.I)), "")


# ---------------------------------------------------------------- site, language

def _site(page: _Page, main: dict[str, Any], things: list[dict[str, Any]]) -> str:
    by_id = _by_id(things)
    website = next((thing for thing in things if _type(thing) == "WebSite"), {})
    publisher = main.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    claims = (page.meta("og:site_name"), _called(publisher, by_id), _text(website.get("name")), page.meta("application-name"))
    return next((claim for claim in claims if claim and "://" not in claim), "")


def _by_id(things: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and thing.get("name")}


def _lang(page: _Page, main: dict[str, Any]) -> str:
    claims = (page.lang, page.meta("content-language"), _text(main.get("inLanguage")), page.meta("og:locale", "dc.language"))
    tags = (claim.replace("_", "-").strip() for claim in claims)
    return next((tag for tag in tags if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}", tag)), "")


_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he iw ps sd ug ur yi".split())


def _dir(page: _Page, lang: str) -> str:
    said = page.dir.strip().lower()
    return said if said in ("ltr", "rtl") else "rtl" if lang.split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


# ---------------------------------------------------------------- headline

_CUT = re.compile(r"\s+(?:[|·•»«:]|::|--?|[–—―])\s+|\s*[｜|]\s*")


def _title(page: _Page, main: dict[str, Any], site: str, host: str) -> tuple[str, int]:
    """The headline, and the place of the visible heading that shows it (-1 when none does)."""
    said = (_text(main.get("headline")), page.meta("og:title"), page.meta("twitter:title"), page.meta("parsely-title", "sailthru.title", "citation_title", "dc.title"), page.title)
    claims = [claim for claim in (_unsuffixed(claim, site, host) for claim in said) if claim]
    shown = [(place, text) for place in page.heads if (text := _heading(page.nodes[place])) and not _is_site(text, site, host)]
    firsts = [(place, text) for place, text in shown if page.nodes[place].tag == "h1"]
    best = max(firsts, key=lambda row: _likeness(row[1], claims), default=(-1, ""))
    if best[1] and (_likeness(best[1], claims) >= 0.3 or len({text for _, text in firsts}) == 1):
        return best[1], best[0]
    best = max(shown, key=lambda row: _likeness(row[1], claims), default=(-1, ""))
    if best[1] and _likeness(best[1], claims) >= 0.8:
        return best[1], best[0]
    return (claims or [firsts[0][1] if firsts else ""])[0], -1


def _heading(element: HtmlElement) -> str:
    return " ".join(text_of(element, 400).split())


def _likeness(text: str, claims: Iterable[str]) -> float:
    """0..1: how much of its words ``text`` shares with the likest claim (Dice's coefficient)."""
    mine = _words(text)
    return max((2 * len(mine & theirs) / (len(mine) + len(theirs)) for claim in claims if (theirs := _words(claim)) and mine), default=0.0)


def _words(text: str) -> frozenset[str]:
    words = re.findall(r"\w+", text.lower())
    return frozenset(words if len(words) > 3 or text.isascii() else (pair for word in words for pair in map("".join, zip(word, word[1:] or word, strict=False))))


def _squashed(text: str) -> str:
    return re.sub(r"[\W_]|^the\s", "", text.lower())


def _is_site(text: str, site: str, host: str) -> bool:
    """Is ``text`` the site's name: the one it gives, or the one its address spells?"""
    name, label = _squashed(text), _squashed(max(host.split(".")[:-1] or [host], key=len))
    return bool(name) and (name == _squashed(site) or name == _squashed(host) or name in (label, "the" + label) or (len(label) > 3 and label in name and len(text.split()) <= 4))


def _unsuffixed(title: str, site: str, host: str) -> str:
    """``title`` without the site's name before or after a separator, and without what stood between it and the headline."""
    parts = _CUT.split(title)
    cuts = [match.group() for match in _CUT.finditer(title)]
    while len(parts) > 1 and (_is_site(parts[-1], site, host) or parts[-1].strip() == ""):
        parts.pop()
        cuts = cuts[:len(parts) - 1]
    while len(parts) > 1 and _is_site(parts[0], site, host):
        parts, cuts = parts[1:], cuts[1:]
    return "".join(piece for pair in zip(parts, [*cuts, ""], strict=False) for piece in pair).strip()


# ---------------------------------------------------------------- the top of the visible article

@dataclass(frozen=True, slots=True)
class _Top:
    """The stretch of ``nodes`` around the headline: ``place`` of the heading (0 if none), ``first`` to ``last``."""

    place: int
    first: int
    last: int
    above: frozenset[HtmlElement]


def _top(page: _Page, place: int) -> _Top:
    """From some elements above the headline down to its second long paragraph."""
    start, last, long = max(place, 0), len(page.nodes), 0
    for index in range(start, len(page.nodes)):
        if page.nodes[index].tag == "p" and len(_own(page.nodes[index])) > 120:
            long += 1
            if long == 2:
                last = index
                break
    last = min(last, start + 500)
    return _Top(start, max(start - 60, 0), last, frozenset(page.nodes[place].iterancestors()) if place >= 0 else frozenset())


def _own(element: HtmlElement) -> str:
    """The text directly in an element and its inline children: enough to tell a paragraph by its length."""
    return "".join(islice(element.itertext(), 30))


def _apart(element: HtmlElement, top: _Top) -> bool:
    """Does the element stand in a unit of its own beside the article: comments, a rail, a card of another story?"""
    for outer in islice(element.iterancestors(), 15):
        if outer in top.above or outer.tag in ("body", "article", "main"):
            return False
        if outer.tag in ("nav", "footer") or _kinds(outer.get("class") or "") & _APART or _hidden(outer):
            return True
    return False


def _hidden(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(" ", "").lower()


# ---------------------------------------------------------------- byline

def _claimed(page: _Page, main: dict[str, Any], things: list[dict[str, Any]], site: str, host: str) -> list[str]:
    """The authors that JSON-LD, else meta, names: people and houses, no addresses, accounts or the site itself."""
    by_id = _by_id(things)
    author = main.get("author") or main.get("creator")
    called = [_called(one, by_id) for one in islice(author if isinstance(author, list) else [author], 20)]
    metas = [page.metas[key] for key in ("author", "article:author", "byl", "parsely-author", "sailthru.author", "citation_author", "dc.creator", "dc.contributor", "twitter:creator") if key in page.metas]
    for source in (called, *([meta] for meta in metas)):
        found = [name for text in source for name in names(text)]
        found = [name for name in dict.fromkeys(found) if name != name.lower() or not name.isascii()]
        if found:
            return found
    return []


def _byline(page: _Page, top: _Top, claimed: list[str], site: str) -> str:
    """Names only: the visible byline near the headline first, checked with what the page claims."""
    near = _near(page, top)
    seen = near.lower()
    shown, element = _shown(page, top)
    known = [name for name in claimed if name.lower() in seen]
    if shown and (not known or {name.lower() for name in shown} & {name.lower() for name in known}):
        found = known if len(known) > len(shown) else shown
        return joined(_cased(found, claimed), _apart_text(element))
    if known or shown:
        return joined(known or shown, near)
    labelled = _labelled(page, top)
    mine = [name for name in claimed if _squashed(name) != _squashed(site)]
    return joined(labelled or mine or _far(page, top), "")


def _near(page: _Page, top: _Top) -> str:
    parts = (piece for element in page.nodes[top.first:top.last] if element.tag not in ("script", "style") for piece in (element.text, element.tail) if piece)
    return " ".join(" ".join(parts).split())


def _cased(found: list[str], claimed: list[str]) -> list[str]:
    """Names in capitals as the page spells them elsewhere."""
    spelled = {name.lower(): name for name in claimed if not name.isupper()}
    return [spelled.get(name.lower(), name) if name.isupper() else name for name in found]


def _shown(page: _Page, top: _Top) -> tuple[list[str], HtmlElement | None]:
    """The authors of the first byline element below the headline (else just above it), and that element."""
    below = [place for place in page.bylines if top.place < place < top.last]
    above = [place for place in reversed(page.bylines) if top.first <= place < top.place]
    for place in (*below, *above):
        element = page.nodes[place]
        if _apart(element, top) or _kinds(element.get("class") or "") & _APART:
            continue
        found = _authors(element)
        if found:
            more = _neighbours(page, place, below, found)
            return found + more, element.getparent() if more else element
    return [], None


def _authors(element: HtmlElement) -> list[str]:
    """The names in a byline element: as its text reads, unless its author links say otherwise."""
    whole = names(_apart_text(element))
    linked: list[str] = []
    for link in islice(element.iter("a", "span"), 20):
        if link is not element and ("author" in (link.get("rel") or "").lower() or "name" in (link.get("itemprop") or "") or "/author" in (link.get("href") or "")):
            linked.extend(name for name in names(_apart_text(link)) if name not in linked)
    return linked if linked and not set(linked) <= set(whole) else whole


def _neighbours(page: _Page, place: int, places: list[int], found: list[str]) -> list[str]:
    """Authors in sibling elements right behind the first: one link an author, without a common byline element."""
    more: list[str] = []
    for other in places:
        if place < other <= place + 12 and page.nodes[place] not in set(islice(page.nodes[other].iterancestors(), 8)):
            more.extend(name for name in _authors(page.nodes[other]) if name not in found and name not in more and " " in name)
    return more


def _apart_text(element: HtmlElement | None) -> str:
    """An element's lines with the elements in them kept apart; "" when it holds more than a byline can."""
    if element is None:
        return ""
    found = [line.apart for line in islice(lines(element), 30)]
    return "\n".join(found) if sum(map(len, found)) <= 600 else ""


def _labelled(page: _Page, top: _Top) -> list[str]:
    """The authors of a short line near the headline that says "By …", whatever its element is called."""
    for element in page.nodes[top.place:top.last]:
        text = (element.text or "").strip()
        if element.tag in ("script", "style") or not text or not is_label(text):
            continue
        whole = _apart_text(element)
        found = names(whole) if len(whole) <= 120 else []
        if found:
            return found
    return []


def _far(page: _Page, top: _Top) -> list[str]:
    """The author of a box anywhere below, when the page names only one that way."""
    found: list[str] = []
    for place in page.bylines:
        if place > top.place and not _apart(page.nodes[place], top):
            found.extend(name for name in _authors(page.nodes[place]) if name not in found)
    return found if len(found) == 1 and not set(found[0].lower().split()) & NOT_NAMES else []


# ---------------------------------------------------------------- deck

def _deck(page: _Page, top: _Top, title: str, byline: str, description: str) -> str:
    """The standfirst as it is shown below the headline; "" when what stands there is the body already."""
    for place in page.decks:
        if top.place < place < top.last:
            element = page.nodes[place]
            strong = bool(_kinds(f"{element.get('class') or ''} {element.get('itemprop') or ''}") & _DECK)
            text = _standfirst(element, top, title, byline)
            if text and (strong or not _is_body(element)):
                return text
    for element in page.nodes[top.place + 1:top.last]:
        if element.tag in ("p", "h2", "h3", "div", "span") and (element.text or "").strip():
            text = _standfirst(element, top, title, byline)
            told = text and (_plain(text) == _plain(description) or _in_header(element, top))
            if told and not _is_body(element):
                return text
    return ""


def _standfirst(element: HtmlElement, top: _Top, title: str, byline: str) -> str:
    """The element's text when it could be a standfirst: a phrase or two, no link list, no byline, no date, no headline."""
    text = " ".join(text_of(element, 600).split())
    if not 20 <= len(text) <= 600 or (len(text.split()) < 4 and text.isascii()) or _apart(element, top):
        return ""
    linked = sum(len(_own(link)) for link in islice(element.iter("a"), 20))
    meta = _likeness(text, [title]) > 0.9 or (is_label(text) and len(text) < 80) or (byline and text.startswith(byline)) or len(dates.without(text)) < 0.6 * len(text)
    return "" if meta or linked > len(text) / 2 else text


def _in_header(element: HtmlElement, top: _Top) -> bool:
    """Does it share a header with the headline, which holds no body?"""
    parent = element.getparent()
    return parent is not None and parent.tag in ("header", "hgroup") and parent in top.above


def _is_body(element: HtmlElement) -> bool:
    """Is it one of a run of paragraphs: two longer ones follow it in the same parent?"""
    rest = (one for one in islice(element.itersiblings(), 12) if one.tag == "p" and len(_own(one)) > 80)
    return (element.tag != "h2" and len(list(islice(rest, 2))) == 2) or (element.tag == "h2" and any(True for _ in rest))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


# ---------------------------------------------------------------- dates

def _published(page: _Page, main: dict[str, Any], top: _Top) -> str:
    claims = (
        _text(main.get("datePublished")), page.meta("article:published_time", "og:published_time", "og:article:published_time"),
        page.prop("datePublished"), page.meta("parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "date.issued",
        "dc.date.issued", "dc.date", "dc.created", "citation_publication_date", "citation_date", "date", "datepublished"), _text(main.get("dateCreated")),
    )
    return next((moment for claim in claims if (moment := dates.iso(claim))), "") or _visible_date(page, top)


def _updated(page: _Page, main: dict[str, Any]) -> str:
    claims = (
        _text(main.get("dateModified")), page.meta("article:modified_time", "og:updated_time", "og:modified_time", "article:updated_time"),
        page.prop("dateModified"), page.meta("dc.date.modified", "dc.modified", "last-modified", "lastmod", "revised"),
    )
    return next((moment for claim in claims if (moment := dates.iso(claim))), "")


def _visible_date(page: _Page, top: _Top) -> str:
    """The first date of a time element, or one called so, near the headline."""
    for place in page.moments:
        element = page.nodes[place]
        if top.first <= place < top.last and not _apart(element, top):
            moment = dates.iso(element.get("datetime") or "") or dates.iso(" ".join(_apart_text(element).split()))
            if moment:
                return moment
    return ""

