"""Where a page leads on to: a page that is only a door to the article, or a second form of it."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml.html import HtmlElement

from reader import addresses
from reader.article import Article
from reader.errors import BadAddress, ForbiddenAddress, NoArticle, ReaderError
from reader.held import Held
from reader.parse import parse
from reader.shims import plain
from reader.sizes import size
from reader.targets import text_of
from reader.tidy import tidy
from reader.variants import is_variant, same_site

# Characters. A page with more text than BRIEF is no mere door, one with more than EMPTY (links do not count) has a text
# of its own; ``reader.refuse`` draws the same lines. A page whose scripts are longer than TINY does something itself.
BRIEF, EMPTY, TINY = 900, 140, 3_000
NOTICE = 1_200
"""Characters of markup: what BRIEF text comes to. A longer article is none that says where its page leads on to."""

LOOKED_AT = 200_000
"""Characters of a page that are looked at: its head is in them, and no door is longer."""

AT_ONCE = 5
"""Seconds after which a page that sends its visitor on is left before anybody could read it."""

SMALLEST = 100
"""CSS pixels: a frame less wide or high shows nobody an article."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a page leads: ``location``, relative to ``base``; "" nowhere.

    ``sure``: whoever opens the page ends up there, so there is nothing on the page itself. Else it is worth a look.
    """

    location: str = ""
    base: str = ""
    sure: bool = False

    @property
    def url(self) -> str:
        """The address. Raises BadAddress or ForbiddenAddress for what is none."""
        return addresses.follow(addresses.parse(self.base), self.location).url


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen on a fetched page: its article, or why there is none, and where it leads on to."""

    found: Article | NoArticle
    lead: Lead


NOWHERE = Lead()


def beside(article: Article, page: str, url: str) -> Lead:
    """Where a page leads that has an article: AMP or print to the page itself, a few words to where a browser goes."""
    if is_variant(url, page):
        return _elsewhere(Lead(article.canonical, url), url, at_home=True)
    if len(article.marked_html) < NOTICE and len(page) <= LOOKED_AT and _SAID.search(page):
        root = parse(page)
        return _first(root, url, (location for location, certain in _refreshes(root) if certain))
    return NOWHERE


def instead(page: str, url: str) -> Lead:
    """Where a page leads that has no article. Never raises, but for what ``parse`` raises."""
    root = parse(page[:LOOKED_AT])
    rel = "canonical" if is_variant(url, page) else "amphtml"
    other = _elsewhere(Lead(_linked(root, rel), _base(root, url)), url, at_home=True)
    brief = _onward(root, url) if len(page) <= LOOKED_AT else NOWHERE
    return brief if brief.location else other


def _onward(root: HtmlElement, url: str) -> Lead:
    """Where a page without much on it sends its visitor, or whose frame it is."""
    refreshes, scripted = list(_refreshes(root)), _scripted(root)
    framesets, frames = _frames(root, "frame"), _frames(root, "iframe")
    base = _base(root, url)
    tidy(Held(root))
    length = size(re.sub(r"https?://\S+", "", text_of(root)))
    if length >= BRIEF:
        return NOWHERE
    sure = [location for location, certain in refreshes if certain] + (scripted if length < EMPTY else [])
    leads = [Lead(location, base, True) for location in sure]
    found = next((lead for lead in leads if _elsewhere(lead, url).location), NOWHERE)
    if found.location or length >= EMPTY:
        return found
    framed = framesets or frames
    guesses = [Lead(location, base, bool(framesets)) for location in framed if len(framed) == 1]
    guesses = [lead for lead in guesses if _elsewhere(lead, url, at_home=True).location]
    guesses += [Lead(location, base) for location, certain in refreshes if not certain]
    return next((lead for lead in guesses if _elsewhere(lead, url).location), NOWHERE)


def _first(root: HtmlElement, url: str, locations: Iterator[str]) -> Lead:
    leads = (Lead(location, _base(root, url), True) for location in locations)
    return next((lead for lead in leads if _elsewhere(lead, url).location), NOWHERE)


def _elsewhere(lead: Lead, url: str, at_home: bool = False) -> Lead:
    """``lead``, unless it leads to ``url`` itself or, with ``at_home``, to another site: then nowhere."""
    if not lead.location:
        return NOWHERE
    try:
        here, there = plain(url), plain(lead.url)
    except (BadAddress, ForbiddenAddress):
        return NOWHERE if at_home else lead  # whoever follows it is told why it cannot be
    return NOWHERE if here == there or (at_home and not same_site(url, there)) else lead


def _base(root: HtmlElement, url: str) -> str:
    """What the page's links are relative to: an http(s) address."""
    for el in root.iter("base"):
        try:
            return addresses.parse(urljoin(url, (el.get("href") or "").strip())).url
        except (ReaderError, ValueError):
            break
    return url


def _linked(root: HtmlElement, rel: str) -> str:
    links = (el.get("href") or "" for el in root.iter("link") if rel in (el.get("rel") or "").lower().split())
    return next((href.strip() for href in links if href.strip()), "")


# ---------------------------------------------------------------- meta refresh
# HTML Standard, "shared declarative refresh steps".

_SAID = re.compile(r"http-equiv\s*=\s*[\"']?\s*refresh", re.I)
_REFRESH = re.compile(
    r"(\d{0,4})[\d.]*(?: ?[;,] ?| )(?:url ?= ?)?+(?:\"([^\"]*)|'([^']*)|([^ \"'].*))", re.I
)


def _refreshes(root: HtmlElement) -> Iterator[tuple[str, bool]]:
    """Where the page sends its visitor at once; and whether it sends any visitor, or only those without scripts."""
    for el in root.iter("meta"):
        if (el.get("http-equiv") or "").strip().lower() != "refresh":
            continue
        found = _REFRESH.match(" ".join((el.get("content") or "")[: addresses.MAX_LINK + 100].split()))
        if found and int(found[1] or 0) <= AT_ONCE:
            location = found[2] or found[3] or found[4] or ""
            if location.strip():
                yield location.strip(), not any(up.tag == "noscript" for up in el.iterancestors())


# ---------------------------------------------------------------- scripts

_LOCATION = re.compile(
    r"\blocation(?:\s*\.\s*href)?\s*(?:=\s*|\.\s*(?:replace|assign)\s*\(\s*)(?:\"([^\"\n]{1,4000})\"|'([^'\n]{1,4000})')(?!\s*\+)"
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))")


def _scripted(root: HtmlElement) -> list[str]:
    """The one address that the page's script, if it is tiny, goes to; it must stand there in full."""
    scripts = [el.text or "" for el in root.iter("script") if "json" not in (el.get("type") or "")]
    scripts += [el.get("onload") or "" for el in root.iter("body")]
    if sum(map(len, scripts)) > TINY:
        return []
    found = {_unescaped(hit[1] or hit[2]) for script in scripts for hit in _LOCATION.finditer(script)}
    return list(found) if len(found) == 1 else []


def _unescaped(literal: str) -> str:
    def char(found: re.Match[str]) -> str:
        code = found[1] or found[2]
        return chr(int(code, 16)) if code else found[3]

    return _ESCAPE.sub(char, literal).strip()


# ---------------------------------------------------------------- frames

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def _frames(root: HtmlElement, tag: str) -> list[str]:
    """The addresses of the frames that are large enough to be seen; those that only hold a script's page are none."""
    sources = [(el.get("src") or "").strip() for el in root.iter(tag) if not _is_unseen(el)]
    return [one for one in sources if one and not one.lower().startswith(("about:", "javascript:", "data:"))]


def _is_unseen(el: HtmlElement) -> bool:
    sizes = [el.get(name) or "" for name in ("width", "height")]
    small = any(one.strip().isdecimal() and int(one) < SMALLEST for one in sizes)
    return small or el.get("hidden") is not None or bool(_HIDDEN.search((el.get("style") or "")[:1000]))
