"""What the page says about its article: JSON-LD, OpenGraph, meta, microdata, checked against what is visible."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from reader import dates, jsonld, masthead
from reader.declared import Picture, pictures
from reader.held import Held
from reader.lines import text_of
from reader.names import is_label, names
from reader.survey import MANY, Page, survey
from reader.tracking import bare

Thing = dict[str, Any]  # one object of JSON-LD


@dataclass(frozen=True, slots=True)
class Metadata:
    """All strings but ``pictures``, what JSON-LD says of images; "" where the page says nothing.

    ``published`` and ``updated`` are ISO 8601, with zone where the page gives one; ``dir`` is "ltr" or "rtl";
    ``canonical``, ``lead`` (the lead image) and ``base`` (what relative links are relative to) are absolute http(s)
    addresses; ``article_body`` is JSON-LD's articleBody as text; ``type`` is JSON-LD's @type, else og:type.
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
    pictures: tuple[Picture, ...] = ()


def read(held: Held, url: str) -> Metadata:
    """Read the metadata of the whole, uncut page; ``url`` is its address or ""."""
    page = survey(held)
    things = jsonld.objects(page.scripts)
    main = _main(things)
    canonical = _canonical(page, url)
    base = _absolute(page.base, url) or url or canonical
    host = _host(url or canonical)
    site = _site(page, main, things)
    is_site = partial(_is_site, site=site, host=host)
    title, place = _title(page, main, is_site)
    top = masthead.top(page, place)
    byline = masthead.byline(top, _claimed(page, main, things), site)
    described = page.meta("og:description", "description", "twitter:description")
    published = _first_date(*_published(page, main)) or masthead.date(top)
    updated = _first_date(*_updated(page, main)) or masthead.update(top)
    lang = _lang(page, main)
    return Metadata(
        title=title,
        deck=masthead.deck(top, title, byline, described or _text(main.get("description"))),
        byline=byline,
        published=published,
        updated="" if updated[:16] == published[:16] or published.startswith(updated) else updated,
        site=site or host,
        canonical=canonical,
        lang=lang,
        dir=_dir(page, lang),
        lead=_lead(page, main, base),
        base=base,
        description=_text(main.get("description")) or described,
        article_body=_text(main.get("articleBody")),
        type=_type(main) or page.meta("og:type"),
        pictures=pictures(things, (site, host, *names(byline))),
    )


# ---------------------------------------------------------------- JSON-LD

_ARTICLES = re.compile(r"(?:Article|Posting|Report|Review|Recipe|HowTo)$")


def _main(things: Sequence[Thing]) -> Thing:
    """The object about the article: the first of an article type with a headline, else of one, else the page's own."""
    articles = [thing for thing in things if _ARTICLES.search(_type(thing))]
    told = [thing for thing in articles if thing.get("headline") or thing.get("articleBody")]
    pages = [thing for thing in things if _type(thing).endswith("WebPage")]
    return (told or articles or pages or [{}])[0]


def _type(thing: Thing) -> str:
    value = _one(thing.get("@type"))
    return value.rsplit("/", 1)[-1] if isinstance(value, str) else ""


def _one(value: Any) -> Any:
    return (value[0] if value else None) if isinstance(value, list) else value


def _text(value: Any) -> str:
    """A JSON-LD value as plain text: entities undone, markup and extra white space gone."""
    value = _one(value)
    return jsonld.plain(value) if isinstance(value, str) else ""


def _called(value: Any, things: Sequence[Thing]) -> str:
    """What a person or house is called: a bare string, its name, or the name of the thing its @id points to."""
    if isinstance(value, dict) and not value.get("name") and value.get("@id"):
        value = next((thing for thing in things if thing.get("@id") == value["@id"] and thing.get("name")), {})
    return _text(value.get("name") if isinstance(value, dict) else value)


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
    except ValueError:  # as above
        return ""


def _canonical(page: Page, url: str) -> str:
    """The address the page gives itself; one that only leads to the front page is a mistake of its template."""
    for claim in (page.canonical, page.meta("og:url")):
        address = _absolute(claim, url)
        is_front = bool(address) and urlsplit(address).path in ("", "/")
        if address and not (is_front and _absolute(url, "") and urlsplit(url).path not in ("", "/")):
            return bare(address)
    return bare(_absolute(url, ""))


_NO_LEAD = re.compile(r"logo|placeholder|default[-_]?(?:image|share)|favicon", re.I)


def _lead(page: Page, main: Thing, base: str) -> str:
    image = _one(main.get("image"))
    told = page.meta("og:image:secure_url", "og:image", "og:image:url")
    declared = _text(image.get("url") if isinstance(image, dict) else image)
    addresses = (_absolute(claim, base) for claim in (told, declared, page.meta("twitter:image", "twitter:image:src")))
    return next((one for one in addresses if one and not _NO_LEAD.search(one)), "")


# ---------------------------------------------------------------- site, language, direction

def _site(page: Page, main: Thing, things: Sequence[Thing]) -> str:
    website: Thing = next((thing for thing in things if _type(thing) == "WebSite"), {})
    claims = (
        page.meta("og:site_name"), _called(_one(main.get("publisher")), things), _text(website.get("name")),
        page.meta("application-name"),
    )
    return next((claim for claim in claims if claim and "://" not in claim), "")


def _lang(page: Page, main: Thing) -> str:
    told = page.meta("og:locale", "dc.language")
    claims = (page.lang, page.meta("content-language"), _text(main.get("inLanguage")), told)
    tags = (claim.replace("_", "-").strip() for claim in claims)
    return next((tag for tag in tags if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}", tag)), "")


_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he iw ps sd ug ur yi".split())


def _dir(page: Page, lang: str) -> str:
    said = page.dir.strip().lower()
    return said if said in ("ltr", "rtl") else "rtl" if lang.split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


# ---------------------------------------------------------------- title

_AROUND = " :|–—·•"
KICKER = 40  # characters of a line over the headline, in the same heading
_CUT = re.compile(r"(\s+(?:[|·•»«:]|::|--?|[–—―])\s+|\s*[｜|]\s*)")


def _title(page: Page, main: Thing, is_site: partial[bool]) -> tuple[str, int]:
    """The headline, and the place of the heading that shows it (-1 when none does): the visible one where it fits."""
    said = (
        _text(main.get("headline")), page.meta("og:title"), page.meta("twitter:title"),
        page.meta("parsely-title", "sailthru.title", "citation_title", "dc.title"), page.title,
    )
    claims = [claim for claim in (_without_site(claim, is_site) for claim in said) if claim]
    text, place = masthead.headline(page, claims, is_site)
    shown = _without_kicker(_LABEL.sub("", text), page.nodes[place], claims) if text else ""
    return shown or (claims or [""])[0], place


_LABEL = re.compile(r"^title:\s*", re.I)  # read aloud before the title of a paper


def _without_kicker(shown: str, heading: HtmlElement, claims: Sequence[str]) -> str:
    """The headline without a kicker, which stands in an element of its own before what the page claims as its title."""
    parts = {text_of(part, KICKER + 10).strip(_AROUND) for part in islice(heading.iterdescendants(), 20)}
    for claim in claims:
        over = shown[: len(shown) - len(claim)].strip(_AROUND)
        if shown.endswith(claim) and 1 < len(over) <= min(KICKER, len(claim)) and over in parts:
            return claim
    return shown


def _without_site(title: str, is_site: partial[bool]) -> str:
    """``title`` without the site's name before or after a separator; what else is separated stays."""
    parts = _CUT.split(title[:500])
    while len(parts) > 1 and (is_site(parts[-1]) or not parts[-1].strip()):
        del parts[-2:]
    while len(parts) > 1 and is_site(parts[0]):
        del parts[:2]
    return "".join(parts).strip()


def _is_site(text: str, site: str, host: str) -> bool:
    """Is ``text`` the site's name: the one it gives itself, or a short one that holds what its address spells?"""
    name, label = _squashed(text), _squashed(max(host.split(".")[:-1] or [host], key=len))
    spelled = name == label or (len(label) > 3 and label in name and len(text.split()) <= 4)
    return bool(name) and (name in (_squashed(site), _squashed(host)) or spelled)


@lru_cache(maxsize=256)  # asked of the site's name for each part of each title
def _squashed(text: str) -> str:
    return re.sub(r"^the\s|[\W_]", "", text.lower())


# ---------------------------------------------------------------- authors, dates

_AUTHOR_METAS = (
    "author", "article:author", "byl", "parsely-author", "sailthru.author", "citation_author", "dc.creator",
    "dc.contributor", "article:author_name",
)


def _claimed(page: Page, main: Thing, things: Sequence[Thing]) -> list[str]:
    """The authors that JSON-LD, else the first meta that holds a name, claims; accounts in small letters are none."""
    author = main.get("author") or main.get("creator")
    called = [_called(one, things) for one in (author if isinstance(author, list) else [author])[:20]]
    told = (_given_first(page.metas.get(key, "")) if key in MANY else page.metas.get(key, "") for key in _AUTHOR_METAS)
    for source in (called, *([one] for one in told), _labelled(page)):
        found = dict.fromkeys(name for text in source for name in names(text))
        people = [name for name in found if name != name.lower() or not name.isascii()]
        if people:
            return people
    return []


def _labelled(page: Page) -> list[str]:
    """The author on the card that plugins make for social networks: "Written by" and, in the next meta, the name."""
    rows = ((page.metas.get(f"twitter:label{n}", ""), page.metas.get(f"twitter:data{n}", "")) for n in (1, 2))
    return [name for label, name in rows if label and is_label(f"{label}: ")]


def _given_first(authors: str) -> str:
    """"Okafor, Ada; Lind, Per" as a byline has it; what is in no such order stays."""
    swapped = (re.sub(r"^([^,]+),\s*([^,]+)$", r"\2 \1", one.strip()) for one in authors.split(";"))
    return "; ".join(swapped)


def _published(page: Page, main: Thing) -> tuple[str, ...]:
    return (
        _text(main.get("datePublished")),
        page.meta("article:published_time", "og:published_time", "og:article:published_time"),
        page.prop("datePublished"),
        page.meta("parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "datepublished"),
        page.meta("date.issued", "dc.date.issued", "dc.date", "dc.created", "citation_publication_date", "date"),
        _text(main.get("dateCreated")),
    )


def _updated(page: Page, main: Thing) -> tuple[str, ...]:
    return (
        _text(main.get("dateModified")),
        page.meta("article:modified_time", "og:updated_time", "og:modified_time", "article:updated_time"),
        page.prop("dateModified"),
        page.meta("dc.date.modified", "dc.modified", "last-modified", "lastmod", "revised"),
    )


def _first_date(*claims: str) -> str:
    return next((found for claim in claims if (found := dates.iso(claim))), "")
