"""The article as one HTML document without styles or scripts."""
from __future__ import annotations

from collections.abc import Mapping
from html import escape

from reader.article import Article
from reader.capture import Capture
from reader.drawn import Picture


def page(article: Article, capture: Capture, pictures: Mapping[str, Picture]) -> str:
    """A whole document: headline, deck, byline, date and the sanitized body; ends with a newline."""
    lang = f' lang="{escape(article.lang)}"' if article.lang else ""
    imprint = " · ".join(filter(None, (article.byline, article.site, article.published)))
    lines = (
        "<!doctype html>",
        f'<html{lang} dir="{escape(article.dir)}">',
        f'<head><meta charset="utf-8"><title>{escape(article.title)}</title>{_canonical(article.canonical)}</head>',
        "<body><article>",
        _element("h1", article.title),
        _element("p", article.deck),
        _element("p", imprint),
        article.html,
        "</article></body></html>",
    )
    return "\n".join(filter(None, lines)) + "\n"


def _element(tag: str, text: str) -> str:
    return f"<{tag}>{escape(text)}</{tag}>" if text else ""


def _canonical(address: str) -> str:
    return f'<link rel="canonical" href="{escape(address)}">' if address else ""
