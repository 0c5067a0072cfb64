"""The article as a schema.org ``NewsArticle``, for machines: its texts, its pictures with caption and credit."""
from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from lxml.html import fragments_fromstring

from reader.article import Article, Figure
from reader.capture import Capture
from reader.export.origin import address, moment
from reader.names import people

SCHEMA = "https://schema.org"


def news_article(article: Article, capture: Capture) -> dict[str, Any]:
    """One JSON-LD object without the article's body; what the page does not say is not there."""
    house = {"@type": "Organization", "name": article.site} if article.site else ""
    shown = _shown(article.html)
    told = {
        "headline": article.title,
        "alternativeHeadline": article.deck,
        "author": [{"@type": "Person", "name": name} for name in people(article.byline)],
        "publisher": house,
        "datePublished": article.published,
        "dateModified": article.updated,
        "inLanguage": article.lang,
        "url": address(article, capture),
        "mainEntityOfPage": article.canonical,
        "thumbnailUrl": article.lead,
        "image": [_image(one) for one in article.figures if not one.src or unquote(one.src) in shown],
        "associatedMedia": [_card(one) for one in article.figures if one.src and unquote(one.src) not in shown],
        "sdDatePublished": moment(capture),
    }
    return {"@context": SCHEMA, "@type": "NewsArticle"} | _said(told)


def _said(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value}


def _image(figure: Figure) -> dict[str, str]:
    """A picture; the alternative text is its description. One that only a script shows has no address."""
    told = {"contentUrl": figure.src, "caption": figure.caption, "creditText": figure.credit, "description": figure.alt}
    return {"@type": "ImageObject"} | _said(told)


def _card(figure: Figure) -> dict[str, str]:
    """A player that the article links to."""
    told = {"url": figure.src, "description": figure.caption, "creditText": figure.credit}
    return {"@type": "MediaObject"} | _said(told)


def _shown(html: str) -> frozenset[str]:
    """The addresses of the pictures in ``html``, unquoted: the sanitizer quotes what a page forgot to."""
    tops = [top for top in fragments_fromstring(html) if not isinstance(top, str)] if html.strip() else []
    return frozenset(unquote(image.get("src", "")) for top in tops for image in top.iter("img"))
