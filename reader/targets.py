"""Where links lead: home or away, to a story, a listing or a file, and whether the address spells their words."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from lxml.etree import tostring
from lxml.html import HtmlElement

# A site counts as the page's own, whatever its address says, when so many links and so much of all lead there.
MANY_LINKS, HALF = 10, 0.5
Homes = frozenset[str]  # names of sites, as ``site_of`` gives them


def text_of(el: HtmlElement) -> str:
    """All text below ``el``, runs of space folded to one."""
    text = whole_text(el) if len(el) else el.text
    return " ".join(text.split()) if text else ""


def whole_text(el: HtmlElement) -> str:
    """All text below ``el`` as it stands: what ``text_content`` gives, in half of its time."""
    return str(tostring(el, method="text", encoding="unicode", with_tail=False))


def story_links(el: HtmlElement, homes: Homes) -> dict[str, str]:
    """The longest text of the links to each story-shaped address below ``el``, by address."""
    best: dict[str, str] = {}
    for anchor in el.iter("a"):
        href = anchor.get("href") or ""
        if story_shaped(href, homes):
            text = text_of(anchor)
            if len(text) > len(best.get(href, "")):
                best[href] = text
    return best


def is_document(href: str) -> bool:
    """Does the address end like a file to download, or name a listing, a login or the like?"""
    parts = _split(href)
    return parts is not None and _LISTING.search(parts[1]) is not None


def at_home(el: HtmlElement, homes: Homes) -> bool:
    """Do all links below ``el`` lead to the page's own sites?"""
    places = [_split(a.get("href") or "") for a in el.iter("a")]  # the element itself among them
    return all(place is not None and (not place[0] or site_of(place[0]) in homes) for place in places)


def stays_here(el: HtmlElement) -> bool:
    """Do all links below ``el`` lead to places of this page, as those of a summary of picks do?"""
    targets = [a.get("href") for a in el.iter("a") if a.get("href")]
    return bool(targets) and all(target.startswith("#") and len(target) > 1 for target in targets)


def story_shaped(href: str, homes: Homes = frozenset()) -> bool:
    """Could ``href`` lead to a story, by a slug, a number or a page's ending? One of ``homes``, if any are given."""
    site, story = _target(href)
    return story and (not site or not homes or site in homes)


@lru_cache(maxsize=16384)
def _target(href: str) -> tuple[str, bool]:
    """The site that ``href`` names ("" when it names none), and whether its path could be a story's."""
    parts = _split(href)
    if parts is None:
        return "", False
    return site_of(parts[0]) if parts[0] else "", _STORY.search(parts[1]) is not None and _LISTING.search(
        parts[1]
    ) is None


def homes_of(root: HtmlElement, *addresses: str) -> Homes:
    """The sites that count as the page's own: those of its addresses, and the one that most of its links lead to.

    A saved or pasted page may come without its address, or with that of a copy.
    """
    counts = Counter(site for a in root.iter("a") if (site := _target(a.get("href") or "")[0]))
    homes = {site_of(parts[0]) for address in addresses if (parts := _split(address)) and parts[0]}
    site, links = counts.most_common(1)[0] if counts else ("", 0)
    if site and (not homes or links >= max(MANY_LINKS, HALF * counts.total())):
        homes.add(site)
    return frozenset(homes)


def spells(address: str, text: str) -> bool:
    """Does the address repeat at least half of the words of the text, as a story's slug does?"""
    words = set(_LONG_WORD.findall(text.lower()))
    slug = set(_LONG_WORD.findall(_slug(address)))
    return bool(words) and len(words & slug) >= 0.5 * min(len(words), len(slug)) > 0


def _slug(address: str) -> str:
    """The part of the path that has most words in it; the whole address where no part has two."""
    parts = _split(address)
    best = max(re.split(r"[/?]", parts[1].lower()), key=lambda part: part.count("-") + part.count("_")) if parts else ""
    return best if "-" in best or "_" in best else address.lower()


def site_of(host: str) -> str:
    """The name a publisher's hosts share, without the ending: "bbc" for news.bbc.co.uk and www.bbc.com."""
    labels = host.lower().rstrip(".").split(".")
    if len(labels) > 2 and labels[-2] in _SECOND:
        return labels[-3]
    return labels[-2] if len(labels) > 1 else host


# Second-level endings under which names are registered in many countries.
_SECOND = frozenset("co com org net edu gov gob gouv ac or ne go nom govt".split())


def _split(address: str) -> tuple[str, str] | None:
    """Host ("" for a relative address) and path with query; None for a fragment, and for what is no web address."""
    found = _ADDRESS.match(address.strip())
    if found is None:
        return None
    return (found["host"] or "").lower(), found["path"]


_ADDRESS = re.compile(
    r"(?:(?:https?:)?//(?:[^/?#@]*@)?(?P<host>[^/?#:@]+)(?::\d*)?)?(?P<path>(?![^/?#]*:)[^#]+|(?<=.)(?=#|$))", re.I
)
_STORY = re.compile(
    r"[^/\-_.]+[-_][^/\-_.]+[-_][^/]+|/[^/?]+/[^/?\-_]+[-_][^/?]+|/[^/?]+/[^/?]+/[^/?]{4,}|\d{5,}|/[^/]+/[^/]*\.[a-z]?html?$|[?&](?:p|id|story|article|a)=\w+|/\d{4}/\d\d?/|/\w{8}-\w{4}-",
    re.I,
)
_LONG_WORD = re.compile(r"[^\W_]{3,}")
_LISTING = re.compile(
    r"/(?:tag|tags|topic|topics|author|auteur|autor(?:es|en|e)?|category|categories|people|profile|user|search|login|signin|"
    r"subscribe|newsletters?|account|privacy|terms|about|contact)s?(?:[/?-]|$)|\.(?:pdf|jpe?g|png|gif|webp|mp3|mp4|zip|xlsx?|docx?)$",
    re.I,
)
