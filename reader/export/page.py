"""The article as one HTML document without scripts, marked so that readers and machines find all its parts again."""
from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape

from reader.article import Article
from reader.capture import Capture
from reader.drawn import Picture
from reader.export.images import with_images
from reader.export.origin import address, line
from reader.export.schema import news_article
from reader.names import people

# Opened from a disk, no server's policy protects whoever reads it.
_POLICY = (
    "default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
_STYLE = (
    "body{max-width:40em;margin:auto;padding:1em;font:1.1em/1.5 serif}"
    "img{max-width:100%;height:auto}figure{margin:1.5em 0}"
)


def page(article: Article, capture: Capture, pictures: Mapping[str, Picture]) -> str:
    """A whole document: headline, deck, byline, dates, the sanitized body, and its origin; ends with a newline."""
    lang = f' lang="{escape(article.lang)}"' if article.lang else ""
    lines = (
        "<!doctype html>",
        f'<html{lang} dir="{escape(article.dir)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        *_head(article, capture),
        "</head>",
        "<body>",
        "<article>",
        *_top(article),
        f'<div class="article-body">\n{article.html}\n</div>',
        "</article>",
        *_origin(article, capture),
        "</body>",
        "</html>",
    )
    return "\n".join(filter(None, lines)) + "\n"


def page_with_images(article: Article, capture: Capture, pictures: Mapping[str, Picture]) -> str:
    """The same with its images inside; one that could not be had keeps its address on the web."""
    return with_images(page(article, capture, pictures), pictures)


def _head(article: Article, capture: Capture) -> tuple[str, ...]:
    canonical = article.canonical
    return (
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(article.title)}</title>",
        f'<link rel="canonical" href="{escape(canonical)}">' if canonical else "",
        *(_meta("name", "author", name) for name in people(article.byline)),
        _meta("property", "og:type", "article"),
        _meta("property", "og:title", article.title),
        _meta("property", "og:site_name", article.site),
        _meta("property", "og:image", article.lead),
        _meta("property", "article:published_time", article.published),
        _meta("property", "article:modified_time", article.updated),
        _meta("name", "generator", f"Unfeed {capture.version}"),
        f"<style>{_STYLE}</style>",
        f'<script type="application/ld+json">{_data(article, capture)}</script>',
    )


def _data(article: Article, capture: Capture) -> str:
    """JSON that no text in it can end."""
    return json.dumps(news_article(article, capture), ensure_ascii=False).replace("<", "\\u003c")


def _top(article: Article) -> tuple[str, ...]:
    """The lines above the body; a date alone is marked as one only if it is that of publication, as readers expect."""
    published, updated = article.published, article.updated
    return (
        "<header>",
        _element("h1", article.title),
        _element('p class="deck"', article.deck),
        _element('p class="byline"', article.byline),
        f'<p><time datetime="{escape(published)}">{escape(published)}</time></p>' if published else "",
        _element("p", f"Updated {updated}" if updated else ""),
        "</header>",
    )


def _origin(article: Article, capture: Capture) -> tuple[str, ...]:
    source = escape(address(article, capture))
    return (
        "<footer>",
        f'<p>Source: <a href="{source}">{source}</a></p>' if source else "",
        f"<p>{escape(line(capture))}</p>",
        "</footer>",
    )


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(content)}">' if content else ""


def _element(tag: str, text: str) -> str:
    return f"<{tag}>{escape(text)}</{tag.split()[0]}>" if text else ""
